internal import Scoring
internal import Values

/// The request `plan`.
struct PlanRequest {
    /// What the plan is to achieve.
    enum Goal {
        case reach(PlanGoal)
        /// A class, which stands for the points that it takes.
        case unitClass(String)
    }

    /// Where the actions come from.
    enum Source {
        case page, nextBands
        case stated([PlannedAction])
    }

    let unit: String
    let edits: [Scenario.Change]
    let goal: Goal
    let source: Source
    let must: [String]
    let mustNot: [String]
    /// The codes of nodes, and the least points of each.
    let floors: [(criterion: String, points: FixedDecimal?)]
    let count: Int
    let day: CalendarDay?
    let seconds: Int
    let checks: Int

    init(reading root: JSONObject) throws(Refusal) {
        let reader = root.reader
        let unit = root.requiredText("unit")
        edits = root.edits()
        let goal = root.required("goal") == nil ? nil : root.object("goal").flatMap { Goal(reading: $0) }
        switch root.node("actions")?.content {
        case nil: source = .page
        case .text("nextBands")?: source = .nextBands
        default: source = .stated(root.objects("actions").compactMap { PlannedAction(reading: $0) })
        }
        (must, mustNot) = (root.texts("must"), root.texts("mustNot"))
        floors = root.objects("floors").map { entry in
            let floor = (entry.requiredText("criterion") ?? "", entry.decimal("points"))
            entry.finish()
            return floor
        }
        count = root.integer("count", in: 1...20) ?? 1
        day = root.day("on")
        seconds = root.integer("seconds", in: 1...86_400) ?? 10
        checks = root.integer("checks", in: 1...1_000_000_000) ?? .max
        if floors.contains(where: { $0.points.map { !Goal.points.contains($0) } ?? false }) {
            reader.report(JSONFinding.numberTooLarge, at: root.offset(of: "floors"), [.key: .text("floors")])
        }
        try root.end()
        guard let unit, let goal else { throw .request(reader.findings) }
        (self.unit, self.goal) = (unit, goal)
    }
}

extension PlanRequest.Goal {
    /// Sums and differences of such points fit in 64 bits.
    static let points: ClosedRange<FixedDecimal> = -1_000_000_000...1_000_000_000

    /// Reads the one member of a goal; nil for anything else, which is reported.
    fileprivate init?(reading object: JSONObject) {
        let keys = ["rank", "index", "points", "class", "budget"]
        let stated = keys.filter { object.has($0) }
        guard stated.count == 1, let key = stated.first else {
            object.reader.report(ScenarioFinding.badChange, at: object.offset, [.expected: .names(keys)])
            return nil
        }
        defer { object.finish() }
        func number(_ range: ClosedRange<FixedDecimal>) -> FixedDecimal? {
            guard let number = object.decimal(key) else { return nil }
            if range.contains(number) { return number }
            object.reader.report(
                JSONFinding.numberTooLarge, at: object.offset(of: key), [.key: .text(key), .found: .number(number)])
            return nil
        }
        let goal: Self? =
            switch key {
            case "rank": object.integer(key, in: 1...1_000_000).map { .reach(.rank($0)) }
            case "index": number(Self.points).map { .reach(.index($0)) }
            case "points": number(Self.points).map { .reach(.points($0)) }
            case "budget": number(PlannedAction.costs).map { .reach(.budget($0)) }
            default: object.requiredText(key).map { .unitClass($0) }
            }
        guard let goal else { return nil }
        self = goal
    }
}
