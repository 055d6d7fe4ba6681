import Scoring
import Tables
import Values

extension ActionReader {
    /// The actions read, after checking what they say about each other.
    func actions(of table: Table, in assessment: Assessment) -> [PlannedAction] {
        let whole = Location(file: table.file, isTable: true)
        if drafts.isEmpty, !sink.isFatal { sink.report(ActionFinding.noActions, at: whole) }
        var total: FixedDecimal? = .zero
        let costs = (column: table.column(named: ActionColumns.cost), name: table.heading(named: ActionColumns.cost))
        let others = [ActionColumns.needs, ActionColumns.excludes].map(table.heading)
        for draft in drafts {
            if draft.cost == nil, !draft.hasCost {
                var place = draft.location
                place.column = costs.column.map { $0 + 1 }
                report(.blankCell, draft, at: place, [.key: .text(costs.name)])
            }
            check(draft.needs, of: draft, key: others[0])
            check(draft.excludes, of: draft, key: others[1])
            total = total?.addingReportingOverflow(draft.cost?.value ?? 0)
            let year = assessment.settings.year
            if let deadline = draft.deadline, deadline.value.year > year {
                report(
                    .afterYear, draft, at: deadline.location, [.found: .day(deadline.value), .expected: .count(year)])
            }
        }
        if total == nil { sink.report(ActionFinding.costsTooLarge, at: whole) }
        let needs = drafts.map { draft in
            (draft.needs?.value ?? []).filter { $0 != draft.code }.compactMap { positions[$0] }
        }
        reportCircle(of: needs)
        reportExclusions(needs)
        warn(of: assessment)
        return drafts.map(PlannedAction.init)
    }

    private func report(_ code: ActionFinding, _ draft: Draft, at location: Location, _ details: FindingDetails) {
        var details = details
        details[.action] = .text(draft.code)
        sink.report(code, at: location, details)
    }

    private func check(_ list: Stated<[String]>?, of draft: Draft, key: String) {
        guard let list else { return }
        for code in list.value {
            if code == draft.code {
                report(.itself, draft, at: list.location, [.key: .text(key)])
            } else if positions[code] == nil {
                sink.report(
                    ActionFinding.unknownAction, at: list.location, [.action: .text(draft.code), .found: .text(code)],
                    suggestion: Spelling.closest(to: code, among: positions.keys.sorted()))
            }
        }
    }

    /// Reports the first cycle of needs.
    private func reportCircle(of needs: [[Int]]) {
        // 0: not seen, 1: on the way, 2: done.
        var states = Array(repeating: 0, count: needs.count)
        func circle(from start: Int) -> [Int]? {
            // Iterative, because a chain of needs may be as long as the table.
            var path: [(action: Int, next: Int)] = [(start, 0)]
            states[start] = 1
            while let (action, next) = path.last {
                guard next < needs[action].count else {
                    states[action] = 2
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let need = needs[action][next]
                if states[need] == 1 {
                    let way = path.map { $0.action }
                    return Array(way[(way.firstIndex(of: need) ?? 0)...]) + [need]
                }
                if states[need] == 0 {
                    states[need] = 1
                    path.append((need, 0))
                }
            }
            return nil
        }
        for start in needs.indices where states[start] == 0 {
            guard let found = circle(from: start) else { continue }
            let first = drafts[found[0]]
            sink.report(
                ActionFinding.circle, at: first.needs?.location ?? first.location,
                [.found: .names(found.map { drafts[$0].code })])
            return
        }
    }

    /// Reports needs and musts that exclude each other.
    private func reportExclusions(_ needs: [[Int]]) {
        func isMust(_ draft: Draft) -> Bool { draft.requirement?.value == .mustDo }
        for (position, draft) in drafts.enumerated() {
            guard let excludes = draft.excludes else { continue }
            for other in excludes.value.compactMap({ positions[$0] }) where other != position {
                let second = drafts[other]
                if needs[position].contains(other) || needs[other].contains(position) {
                    report(.excludesNeed, draft, at: excludes.location, [.found: .text(second.code)])
                } else if isMust(draft), isMust(second),
                    other > position || !(second.excludes?.value.contains(draft.code) ?? false)
                {
                    report(.excludedMusts, draft, at: excludes.location, [.found: .text(second.code)])
                }
            }
        }
    }

    /// Warns about effects that count for none of their units.
    private func warn(of assessment: Assessment) {
        let all = drafts.flatMap { draft in
            draft.effects.map { (draft: draft, effect: $0.effect, location: $0.location) }
        }
        var reasons: [IgnoredReason?] = Array(repeating: nil, count: all.count)
        var isUseful = Array(repeating: false, count: all.count)
        for (unit, code) in assessment.units.map({ $0.code }).enumerated() {
            // Beside additions other effects count that do nothing alone.
            let own = all.indices.filter { index in
                (!isUseful[index] || all[index].effect.edit.isAddition)
                    && all[index].effect.units?.contains(code) ?? true
            }
            guard own.contains(where: { !isUseful[$0] }) else { continue }
            for (index, reason) in zip(own, assessment.scores[unit].ignoredReasons(of: own.map { all[$0].effect })) {
                guard let reason else {
                    isUseful[index] = true
                    continue
                }
                // That a figure would not be better is more informative than that it does not apply.
                if reasons[index] == nil || reason == .noBetter { reasons[index] = reason }
            }
        }
        for (index, entry) in all.enumerated() where !isUseful[index] {
            guard let reason = reasons[index] else { continue }
            var details: FindingDetails = [.metric: .text(entry.effect.metric)]
            details[.found] = entry.effect.edit.detail
            report(ActionFinding(reason), entry.draft, at: entry.location, details)
        }
    }
}

extension ActionFinding {
    fileprivate init(_ reason: IgnoredReason) {
        switch reason {
        case .noBetter: self = .noBetter
        case .notScored, .notApplicable, .unknownMetric: self = .notScored
        case .nothingToAddTo: self = .nothingToAddTo
        // Which volumes are expected is not known while a table of actions is read.
        case .contradiction, .outOfReach: self = .contradiction
        }
    }
}

extension PlannedAction {
    fileprivate init(_ draft: ActionReader.Draft) {
        self.init(
            code: draft.code, name: draft.name?.value ?? draft.code, cost: draft.cost?.value ?? 0,
            deadline: draft.deadline?.value, effects: draft.effects.map { $0.effect }, needs: draft.needs?.value ?? [],
            excludes: draft.excludes?.value ?? [], requirement: draft.requirement?.value ?? .open)
    }
}

extension Table {
    /// The heading of the column with one of some names, as it stands in the table.
    fileprivate func heading(named names: [String]) -> String { column(named: names).map { headings[$0] } ?? names[0] }
}
