internal import Scoring
internal import Values

extension PlannedAction {
    /// Reads an action of a page; nil where something is wrong, which is reported.
    init?(reading entry: JSONObject) {
        defer { entry.finish() }
        let code = entry.requiredText("code")
        let cost = entry.requiredDecimal("cost")
        if let cost, !Self.costs.contains(cost) {
            entry.reader.report(
                JSONFinding.numberTooLarge, at: entry.offset(of: "cost"), [.key: .text("cost"), .found: .number(cost)])
        }
        let effects = entry.objects("effects").compactMap { Effect(reading: $0) }
        let deadline = entry.day("deadline")
        guard let code, let cost, Self.costs.contains(cost) else { return nil }
        self.init(
            code: code, name: entry.text("name") ?? "", cost: cost, deadline: deadline, effects: effects,
            needs: entry.texts("needs"), excludes: entry.texts("excludes"),
            requirement: entry.choice("requirement", of: Requirement.self) ?? .open)
    }

    /// Sums of such costs fit in 64 bits, or are refused.
    static let costs: ClosedRange<FixedDecimal> = 0...9_000_000_000_000
}

extension PlannedAction.Effect {
    fileprivate init?(reading entry: JSONObject) {
        defer { entry.finish() }
        let metric = entry.requiredText("metric")
        let units = entry.has("units") ? entry.texts("units") : nil
        guard let edit = Scenario.Edit(reading: entry), let metric else { return nil }
        self.init(metric, edit, units: units)
    }
}

extension JSONObject {
    /// A day; nil when absent, and for what is none, which is reported.
    func day(_ key: String) -> CalendarDay? {
        guard let text = text(key) else { return nil }
        if let day = CalendarDay(text) { return day }
        reader.report(JSONFinding.badDay, at: offset(of: key), [.key: .text(key), .found: .text(text)])
        return nil
    }
}

extension [PlannedAction] {
    /// Refuses actions that say of each other what cannot be.
    func check() throws(Refusal) {
        var positions: [String: Int] = [:]
        for (position, action) in enumerated() {
            if positions[action.code] != nil { throw .plan("duplicateAction") }
            positions[action.code] = position
        }
        // How many needs of each are still to be met, and who waits for it.
        var open: [Int] = []
        var waiting: [[Int]] = Array<[Int]>(repeating: [], count: count)
        for (position, action) in enumerated() {
            for other in action.excludes where positions[other] == nil || other == action.code {
                throw .plan("unknownAction")
            }
            for need in action.needs {
                guard let other = positions[need] else { throw .plan("unknownAction") }
                waiting[other].append(position)
            }
            open.append(action.needs.count)
        }
        var ready = indices.filter { open[$0] == 0 }
        var met = 0
        while let action = ready.popLast() {
            met += 1
            for other in waiting[action] {
                open[other] -= 1
                if open[other] == 0 { ready.append(other) }
            }
        }
        if met < count { throw .plan("circularNeeds") }
    }
}
