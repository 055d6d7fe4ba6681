package import Scoring
import Tables
package import Values

/// What reading a table of actions brought.
package struct ActionsReading: Sendable {
    /// The actions, in the order of their first rows; nil when an error forbids to use them.
    package let actions: [PlannedAction]?
    /// Every finding.
    package let findings: [Finding]
}

extension Assessment {
    /// Reads a table of actions (`docs/actions-format.md`) against the assessment's units, criteria and figures.
    ///
    /// - Parameter path: the file.
    package func readActions(_ path: String) -> ActionsReading {
        var table: Table
        do throws(FindingsError) {
            table = try Table(contentsOf: path, options: tables)
        } catch {
            return ActionsReading(actions: nil, findings: error.findings)
        }
        var reader = ActionReader(self)
        reader.read(&table)
        let actions = reader.actions(of: table, in: self)
        let findings = reader.sink.findings
        return ActionsReading(actions: findings.containsError ? nil : actions, findings: findings)
    }
}

extension ActionReader {
    /// The actions that were read, after what they say of each other is checked.
    fileprivate mutating func actions(of table: Table, in assessment: Assessment) -> [PlannedAction] {
        if drafts.isEmpty, !sink.isFatal { report(.noActions, at: Place(file: table.file, isTable: true)) }
        let codes = drafts.map(\.code)
        let positions = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($0.element, $0.offset) })
        var actions: [PlannedAction] = []
        var total: FixedDecimal? = .zero
        for draft in drafts {
            let start = table.place(draft.row)
            if draft.cost == nil {
                report(.blankCell, at: start, [.action: .text(draft.code), .key: .text(ActionColumns.cost[1])])
            }
            check(draft.needs, of: draft, key: ActionColumns.needs[1], among: positions)
            check(draft.excludes, of: draft, key: ActionColumns.excludes[1], among: positions)
            let cost = draft.cost?.value ?? 0
            total = total?.addingReportingOverflow(cost)
            if let deadline = draft.deadline, deadline.value.year > assessment.settings.year {
                report(
                    .afterYear, at: deadline.place,
                    [
                        .action: .text(draft.code), .found: .day(deadline.value),
                        .expected: .count(assessment.settings.year),
                    ])
            }
            actions.append(
                PlannedAction(
                    code: draft.code, name: draft.name?.value ?? draft.code, cost: cost,
                    deadline: draft.deadline?.value, effects: draft.effects.map(\.effect),
                    needs: draft.needs?.value ?? [], excludes: draft.excludes?.value ?? [],
                    standing: draft.standing?.value ?? .open))
        }
        if total == nil { report(.costsTooLarge, at: Place(file: table.file, isTable: true)) }
        checkNeeds(of: actions, positions, table)
        warn(of: assessment)
        return actions
    }

    private mutating func check(
        _ list: Stated<[String]>?, of draft: Draft, key: String, among positions: [String: Int]
    ) {
        guard let list else { return }
        for code in list.value {
            if code == draft.code {
                report(.itself, at: list.place, [.action: .text(code), .key: .text(key)])
            } else if positions[code] == nil {
                var details: FindingDetails = [.action: .text(draft.code), .found: .text(code)]
                details[.suggestion] = (Spelling.closest(to: code, among: positions.keys.sorted())).map { .text($0) }
                report(.unknownAction, at: list.place, details)
            }
        }
    }

    /// Circles of needs, and needs and musts that exclude each other.
    private mutating func checkNeeds(of actions: [PlannedAction], _ positions: [String: Int], _ table: Table) {
        let needs = actions.map { action in
            action.needs.compactMap { positions[$0] }.filter { actions[$0].code != action.code }
        }
        // 0: not seen, 1: on the way, 2: done.
        var states = Array(repeating: 0, count: actions.count)
        func circle(from start: Int) -> [Int]? {
            // Walks without recursion: a chain of needs may be as long as the table.
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
                    let way = path.map(\.action)
                    return Array(way[(way.firstIndex(of: need) ?? 0)...]) + [need]
                }
                if states[need] == 0 {
                    states[need] = 1
                    path.append((need, 0))
                }
            }
            return nil
        }
        for start in actions.indices where states[start] == 0 {
            guard let found = circle(from: start) else { continue }
            let place = drafts[found[0]].needs?.place ?? table.place(drafts[found[0]].row)
            report(.circle, at: place, [.found: .names(found.map { actions[$0].code })])
            break
        }
        for (position, action) in actions.enumerated() {
            for other in action.excludes.compactMap({ positions[$0] }) where other != position {
                let place = drafts[position].excludes?.place ?? table.place(drafts[position].row)
                let details: FindingDetails = [.action: .text(action.code), .found: .text(actions[other].code)]
                if needs[position].contains(other) || needs[other].contains(position) {
                    report(.excludesNeed, at: place, details)
                } else if action.standing == .mustDo, actions[other].standing == .mustDo,
                    other > position || !actions[other].excludes.contains(action.code)
                {
                    report(.excludedMusts, at: place, details)
                }
            }
        }
    }

    /// Warnings of effects that count for none of their units.
    private mutating func warn(of assessment: Assessment) {
        let all = drafts.flatMap { draft in
            draft.effects.map { (action: draft.code, effect: $0.effect, place: $0.place) }
        }
        var reasons: [IgnoredReason?] = Array(repeating: nil, count: all.count)
        var isUseful = Array(repeating: false, count: all.count)
        for (unit, code) in assessment.units.map(\.code).enumerated() {
            let open = all.indices.filter { !isUseful[$0] && all[$0].effect.units?.contains(code) ?? true }
            guard !open.isEmpty else { continue }
            for (index, reason) in zip(open, assessment.scores[unit].ignoredReasons(of: open.map { all[$0].effect })) {
                guard let reason else {
                    isUseful[index] = true
                    continue
                }
                // What was not better tells more than what was not a unit's duty.
                if reasons[index] == nil || reason == .noBetter { reasons[index] = reason }
            }
        }
        for (index, entry) in all.enumerated() where !isUseful[index] {
            guard let reason = reasons[index] else { continue }
            let code: ActionFinding =
                switch reason {
                case .noBetter: .noBetter
                case .notScored, .notApplicable, .unknownMetric: .notScored
                case .nothingToAddTo: .nothingToAddTo
                case .contradiction: .contradiction
                }
            var details: FindingDetails = [.action: .text(entry.action), .metric: .text(entry.effect.metric)]
            details[.found] = entry.effect.edit.detail
            report(code, at: entry.place, details)
        }
    }
}

extension Scenario.Edit {
    /// The change as a detail of a finding; nil for an answer, a task and a status.
    fileprivate var detail: FindingValue? {
        switch self {
        case .set(let value): .number(value)
        case .add(let more): .added(.number(more))
        case .numerator(let count): .counts(count, nil)
        case .addToNumerator(let more): .added(.counts(more, nil))
        case .counts(let numerator, let denominator): .counts(numerator, denominator)
        case .answer, .task, .status: nil
        }
    }
}
