public import Values

/// From where on somebody is warned: `alerts` in `assessment.json`.
public struct AlertLimits: Hashable, Sendable {
    /// So many days before its last day something is due soon.
    public var withinDays = 30
    /// The least index that is not warned of, in percent; nil where none is set.
    public var leastIndex: FixedDecimal?
    /// The worst place within its group that is not warned of; nil where none is set.
    public var worstPlace: Int?

    /// Makes limits that warn of days only.
    public init() {}

    /// Reads them; those that warn of days only where there are none.
    static func read(of root: JSONObject) -> AlertLimits {
        var limits = AlertLimits()
        guard let object = root.object("alerts") else { return limits }
        defer { object.finish() }
        limits.withinDays = object.integer("withinDays", in: 0...366) ?? limits.withinDays
        limits.worstPlace = object.integer("worstPlace", in: 1...1_000_000)
        if let least = object.decimal("leastIndex") {
            if least >= 0, least <= 100 {
                limits.leastIndex = least
            } else {
                root.reader.report(
                    FlowFinding.limitOutOfRange, at: object.offset(of: "leastIndex"),
                    [.key: .text("leastIndex"), .found: .number(least), .expected: .range(0, 100)])
            }
        }
        return limits
    }
}
