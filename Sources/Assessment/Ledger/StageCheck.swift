import Scoring
internal import Values

/// What speaks against doing something to a stage, and what is to be recorded of it.
struct StageCheck {
    private let order: StageOrder
    private let assessment: Assessment
    private let locks: StageLocks
    private let ledger: StageLedger
    private let stage: Int
    /// The units and leaves concerned.
    private let units: [Unit]
    private let leaves: [Int]
    private var findings: [Finding] = []

    init(_ order: StageOrder, _ assessment: Assessment, _ locks: StageLocks, _ ledger: StageLedger) {
        (self.order, self.assessment, self.locks, self.ledger) = (order, assessment, locks, ledger)
        stage = assessment.settings.stages.position(of: order.stage) ?? 0
        let scope = order.scope
        units = assessment.units.filter { unit in
            (scope.units.isEmpty || scope.units.contains(unit.code))
                && (scope.group == nil || scope.group == unit.group)
        }
        leaves = locks.leaves(of: scope.criterion)
    }

    /// What speaks against it; the record gets who accepts open lines, what has to be confirmed, and its numbers.
    func findings(settling record: inout StageRecord) -> [Finding] {
        var check = self
        check.check(&record)
        return check.findings
    }

    private var place: Location { Location(file: assessment.folder + "/" + StageLedger.file, isTable: true) }

    private mutating func refuse(_ code: LedgerFinding, _ details: FindingDetails = [:]) {
        findings.append(Finding(code, at: place, details.merging([.stage: .name(order.stage.name)]) { $1 }))
    }

    private mutating func check(_ record: inout StageRecord) {
        switch order.action {
        case .lock:
            let waiting = unitsWhere { if case .toConfirm = $0 { true } else { false } }
            if !waiting.isEmpty { return refuse(.confirmFirst, [.found: .names(waiting)]) }
            let open = unitsWhere { $0 == .open }
            if open.isEmpty { return refuse(.alreadyLocked) }
            takeOpenLines(into: &record)
        case .unlock:
            let locked = unitsWhere { if case .locked = $0 { true } else { false } }
            if locked.isEmpty { return refuse(.notLocked) }
            record.toConfirm = laterStages
        case .confirm:
            let waiting = unitsWhere { if case .toConfirm = $0 { true } else { false } }
            if waiting.isEmpty { return refuse(.nothingToConfirm) }
            checkEarlier()
            takeOpenLines(into: &record)
        case .publish: checkPublication(&record)
        }
    }

    /// The codes of the units of which some criterion has such a state at the stage.
    private func unitsWhere(_ isWanted: (LockState) -> Bool, at stage: Int? = nil) -> [String] {
        units.map { $0.code }.filter { unit in
            leaves.contains { isWanted(locks.state(of: stage ?? self.stage, unit: unit, leaf: $0)) }
        }
    }

    /// Lines that nobody looked at need somebody who accepts them.
    private mutating func takeOpenLines(into record: inout StageRecord) {
        let sums = openLines
        let count = sums.reduce(0) { $0 + $1.sum.count }
        if count == 0 { return }
        guard let name = order.acceptsOpen else {
            let points = sums.reduce(FixedDecimal.zero) { $0 + $1.sum.points }
            return refuse(
                assessment.isOfAnswers(order.stage) ? .unanswered : .openLines,
                [.count: .count(count), .other: .number(points), .found: .names(sums.map { $0.unit })])
        }
        (record.openLines, record.openAcceptedBy) = (count, name)
    }

    /// The open lines of the scope, by unit; units without are left out. Of the stage of explanation these are the lines
    /// that were asked and not answered.
    private var openLines: [(unit: String, sum: LineSum)] {
        guard assessment.hasLines(at: order.stage) else { return [] }
        let lines = assessment.progressLines(at: order.stage)
        let set = assessment.criteria.set
        let top = order.scope.criterion.flatMap { set.index(of: $0) }
        let wanted = Set(units.map { $0.code })
        return assessment.units.indices.compactMap { unit -> (unit: String, sum: LineSum)? in
            guard wanted.contains(assessment.units[unit].code) else { return nil }
            var sum = LineSum()
            for line in lines[unit] where line.isOpen {
                let node = line.line.node
                let isInside = top.map { set.isNode(node, orBelow: $0) || set.isNode($0, orBelow: node) } ?? true
                if isInside { sum.add(line.line) }
            }
            return sum.count > 0 ? (assessment.units[unit].code, sum) : nil
        }
    }

    /// The later stages at which something was locked or decided about what is unlocked.
    private var laterStages: [String] {
        let stages = assessment.settings.stages.stages
        let wanted = Set(units.map { $0.code })
        return stages.indices.dropFirst(stage + 1).filter { later in
            if !unitsWhere({ $0 != .open }, at: later).isEmpty { return true }
            let entries = assessment.entries(at: later)
            return entries.contains { unit, nodes in
                wanted.contains(assessment.units[unit].code)
                    && nodes.keys.contains { node in
                        let own = locks.leaves(of: assessment.criteria.set.criteria[node].code)
                        return own.contains { leaves.contains($0) }
                    }
            }
        }.map { stages[$0].code }
    }

    /// What a stage decided can only be confirmed on what stands again.
    private mutating func checkEarlier() {
        let stages = assessment.settings.stages.stages
        for earlier in 0..<stage {
            let open = units.map { $0.code }.filter { unit in
                leaves.contains { leaf in
                    guard case .toConfirm(let number) = locks.state(of: stage, unit: unit, leaf: leaf) else {
                        return false
                    }
                    switch locks.state(of: earlier, unit: unit, leaf: leaf) {
                    case .locked: return false
                    case .toConfirm: return true
                    // It may never have been locked.
                    case .open: return ledger.records[number - 1].stage == stages[earlier].code
                    }
                }
            }
            if !open.isEmpty {
                refuse(.earlierOpen, [.other: .name(stages[earlier].name), .found: .names(open)])
            }
        }
    }

    private mutating func checkPublication(_ record: inout StageRecord) {
        guard assessment.hasLines(at: order.stage) else {
            let others = assessment.settings.stages.stages.filter(assessment.hasLines(at:)).map { $0.code }
            return refuse(.nothingOfficial, [.expected: .names(others)])
        }
        for earlier in 0...stage {
            let waiting = unitsWhere({ if case .toConfirm = $0 { true } else { false } }, at: earlier)
            if !waiting.isEmpty {
                let name = assessment.settings.stages.stages[earlier].name
                findings.append(
                    Finding(LedgerFinding.confirmFirst, at: place, [.stage: .name(name), .found: .names(waiting)]))
            }
        }
        for official in assessment.officialStages(of: order.stage) {
            let open = unitsWhere({ if case .locked = $0 { false } else { true } }, at: official)
            if open.isEmpty { continue }
            let name = assessment.settings.stages.stages[official].name
            findings.append(
                Finding(LedgerFinding.notAllLocked, at: place, [.stage: .name(name), .found: .names(open)]))
        }
        let published = ledger.publications
        record.publication = published.count + 1
        record.corrects = order.corrects ?? published.last { $0.stage == order.stage.code }?.publication
        if let corrects = record.corrects, !(1...max(published.count, 1)).contains(corrects) || published.isEmpty {
            refuse(.noPublication, [.found: .count(corrects), .count: .count(published.count)])
        }
    }
}
