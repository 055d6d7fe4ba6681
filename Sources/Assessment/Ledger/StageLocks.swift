import Scoring
internal import Values

/// What a stage is for a unit and a criterion after all that was done to it.
package enum LockState: Hashable, Sendable {
    /// What it rests on may change.
    case open
    /// It may not; since the record with a number.
    case locked(Int)
    /// What was decided has to be confirmed, since the record with a number opened an earlier stage.
    case toConfirm(Int)
}

/// What a stage is for all criteria of a unit together.
package enum UnitLock: Hashable, Sendable {
    case locked
    /// Something has to be confirmed.
    case toConfirm
    /// Something may change.
    case open
}

/// The states of the stages, by units and criteria.
package struct StageLocks: Sendable {
    private let records: [StageRecord]
    private let stages: StageList
    /// For each record the units that it is about; nil for all, also those that nobody knows yet.
    private let units: [Set<String>?]
    /// For each record whether it is about a node; nil for all.
    private let nodes: [[Bool]?]
    /// The nodes without parts.
    let leaves: [Int]
    /// The same by what is entered for them: codes of metrics, their own, and those of what is above them.
    private let leavesOfCodes: [String: [Int]]

    /// - Parameter earlier: Which units of a group a record was about, by the table of units of that time.
    init(
        _ records: [StageRecord], _ set: CriteriaSet, _ units: [Unit], _ stages: StageList,
        earlier: (StageRecord) -> Set<String> = { _ in [] }
    ) {
        (self.records, self.stages) = (records, stages)
        self.units = records.map { record in
            var codes: Set<String>?
            if let group = record.scope.group {
                codes = Set(units.filter { $0.group == group }.map { $0.code }).union(earlier(record))
            }
            if !record.scope.units.isEmpty {
                codes = codes?.intersection(record.scope.units) ?? Set(record.scope.units)
            }
            return codes
        }
        nodes = records.map { record in
            guard let code = record.scope.criterion, let top = set.index(of: code) else { return nil }
            return set.criteria.indices.map { set.isNode($0, orBelow: top) }
        }
        leaves = set.criteria.indices.filter { set.criteria[$0].leaf != nil }
        var byCode: [String: [Int]] = [:]
        for leaf in leaves {
            let criterion = set.criteria[leaf]
            let own = Set((criterion.leaf?.measures.flatMap { $0.metrics }.map { $0.code } ?? []) + [criterion.code])
            for code in own.union(set.ancestors(of: leaf).map { set.criteria[$0].code }) {
                byCode[code, default: []].append(leaf)
            }
        }
        leavesOfCodes = byCode
    }

    /// Whether nothing was done to any stage yet.
    package var isEmpty: Bool { records.isEmpty }

    /// The criteria without parts that what is entered under a code is about; all for a code that nobody knows.
    func leaves(of code: String?) -> [Int] { code.flatMap { leavesOfCodes[$0] } ?? leaves }

    /// The codes of the units that a record is about; nil for all.
    func units(of record: StageRecord) -> Set<String>? { units[record.number - 1] }

    /// Whether a record is about a unit and a node.
    func isAbout(_ record: Int, unit: String, node: Int) -> Bool {
        (units[record].map { $0.contains(unit) } ?? true) && (nodes[record].map { $0[node] } ?? true)
    }

    /// The state of a stage for a unit and a criterion without parts.
    ///
    /// Complexity: O(records).
    package func state(of stage: Int, unit: String, leaf: Int) -> LockState {
        var (state, wasLocked) = (LockState.open, false)
        let code = stages.stages[stage].code
        for (position, record) in records.enumerated() where isAbout(position, unit: unit, node: leaf) {
            switch record.action {
            case .lock where record.stage == code: (state, wasLocked) = (.locked(record.number), false)
            case .confirm where record.stage == code:
                guard case .toConfirm = state else { break }
                state = wasLocked ? .locked(record.number) : .open
                wasLocked = false
            case .unlock where record.stage == code: (state, wasLocked) = (.open, false)
            case .unlock where record.toConfirm.contains(code):
                if case .locked = state { wasLocked = true }
                state = .toConfirm(record.number)
            default: break
            }
        }
        return state
    }

    /// The state of a stage for a unit.
    ///
    /// Complexity: O(criteria × records).
    package func state(of stage: Int, unit: String) -> UnitLock {
        if records.isEmpty { return .open }
        var isLocked = true
        for leaf in leaves {
            switch state(of: stage, unit: unit, leaf: leaf) {
            case .toConfirm: return .toConfirm
            case .open: isLocked = false
            case .locked: break
            }
        }
        return isLocked ? .locked : .open
    }

    /// The record that keeps an entry from changing: that which locked its stage, or one behind it; nil where it may
    /// change.
    ///
    /// - Parameters:
    ///   - stage: The position of the entry's stage; 0 for a figure, on which all stages rest.
    ///   - code: The code of the metric or criterion.
    func lock(from stage: Int, unit: String, code: String) -> StageRecord? {
        if records.isEmpty { return nil }
        let leaves = leaves(of: code)
        for position in stages.stages.indices.dropFirst(stage) {
            for leaf in leaves {
                if case .locked(let number) = state(of: position, unit: unit, leaf: leaf) { return records[number - 1] }
            }
        }
        return nil
    }
}

extension Assessment {
    /// The states of the stages; all open where nothing is known of them.
    ///
    /// Complexity: O(nodes × records).
    var locks: StageLocks { stageLocks ?? StageLocks([], criteria.set, units, settings.stages) }
}
