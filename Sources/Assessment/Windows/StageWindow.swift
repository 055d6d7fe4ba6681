public import Scoring
public import Values

/// When a stage is open: from the first to the last day.
public struct StageWindow: Hashable, Sendable {
    /// The first day; nil where none is set.
    public var opens: CalendarDay?
    /// The last day: what is done on it is done in time. Nil where none is set.
    public var closes: CalendarDay?
    /// The working days by which the last day was counted; nil for a day that is stated.
    public var counted: CountedDays?

    /// Makes a window.
    public init(opens: CalendarDay? = nil, closes: CalendarDay? = nil, counted: CountedDays? = nil) {
        (self.opens, self.closes, self.counted) = (opens, closes, counted)
    }

    /// The days left on a day: 0 on the last day, negative when it has passed; nil without one.
    public func daysLeft(on day: CalendarDay) -> Int? { closes.map { day.days(to: $0) } }

    /// Whether the last day has passed.
    public func isClosed(on day: CalendarDay) -> Bool { closes.map { day > $0 } ?? false }
}

/// The last day of a stage, as it is set.
public enum StageClosing: Hashable, Sendable {
    /// A day.
    case day(CalendarDay)
    /// So many working days after a day.
    case workingDays(Int, after: CalendarDay)
    /// So many working days after the last day of another stage of the same unit.
    case workingDaysAfterStage(Int, code: String)
}

/// The window that a stage has for some, or for all.
public struct WindowRule: Hashable, Sendable {
    /// The code of the unit that it is for.
    public var unit: String?
    /// The code of the group that it is for, where it is for no single unit.
    public var group: String?
    /// The field (lĩnh vực) that it is for, by the code of its node; nil for all.
    public var field: String?
    /// The first day, where the rule sets it.
    public var opens: CalendarDay?
    /// The last day, where the rule sets it.
    public var closes: StageClosing?

    /// Makes a rule.
    public init(
        unit: String? = nil, group: String? = nil, field: String? = nil, opens: CalendarDay? = nil,
        closes: StageClosing? = nil
    ) {
        (self.unit, self.group, self.field, self.opens, self.closes) = (unit, group, field, opens, closes)
    }

    /// Whether it is for a unit of a group, in a field.
    fileprivate func holds(unit: String?, group: String?, field: String?) -> Bool {
        (self.unit == nil || self.unit == unit) && (self.group == nil || self.group == group)
            && (self.field == nil || self.field == field)
    }

    /// Whether it is for a unit, in some field at least.
    func isFor(_ unit: Unit) -> Bool { holds(unit: unit.code, group: unit.group, field: field) }

    /// How narrowly it says for whom it is: a unit before a group before all, and with a field before without.
    fileprivate var precedence: Int { (unit != nil ? 4 : group != nil ? 2 : 0) + (field != nil ? 1 : 0) }

    /// Whether it is for all.
    public var isGeneral: Bool { precedence == 0 }
}

/// The windows of an assessment's stages.
public struct StageWindows: Hashable, Sendable {
    /// The rules of each stage, by its code.
    public internal(set) var rules: [String: [WindowRule]]
    /// By which working days are counted.
    public internal(set) var calendar: WorkingCalendar

    /// Makes windows; rules with `workingDaysAfterStage` name stages that have none of this kind in a circle.
    public init(_ rules: [String: [WindowRule]] = [:], calendar: WorkingCalendar = WorkingCalendar()) {
        (self.rules, self.calendar) = (rules, calendar)
    }

    /// Whether no stage has a window.
    public var isEmpty: Bool { rules.values.allSatisfy { $0.isEmpty } }

    /// Whether working days are counted.
    var countsDays: Bool {
        rules.values.contains { rules in
            rules.contains { if case .day? = $0.closes { false } else { $0.closes != nil } }
        }
    }

    /// The window of a stage for a unit, in a field or, with nil, apart from those that have one of their own.
    ///
    /// The first and the last day each come from the narrowest rule that sets it: of the unit before that of its group
    /// before that of all, and of these the one that names the field before the one that does not.
    public func window(of stage: Stage, unit: Unit?, field: String? = nil) -> StageWindow {
        window(of: stage.code, unit: unit?.code, group: unit?.group, field: field, depth: 0)
    }

    /// The window that a rule sets, with what the more general ones set.
    public func window(of stage: Stage, by rule: WindowRule) -> StageWindow {
        window(of: stage.code, unit: rule.unit, group: rule.group, field: rule.field, depth: 0)
    }

    private func window(of stage: String, unit: String?, group: String?, field: String?, depth: Int) -> StageWindow {
        let rules = (rules[stage] ?? []).filter { $0.holds(unit: unit, group: group, field: field) }
            .sorted { $0.precedence > $1.precedence }
        var window = StageWindow(opens: rules.lazy.compactMap { $0.opens }.first)
        switch rules.lazy.compactMap({ $0.closes }).first {
        case nil: break
        case .day(let day)?: window.closes = day
        case .workingDays(let count, let start)?: window.close(calendar.count(count, after: start))
        case .workingDaysAfterStage(let count, let code)?:
            // Reading has made sure that it is an earlier stage; who makes rules in a circle gets no day.
            guard depth < 100 else { break }
            let earlier = self.window(of: code, unit: unit, group: group, field: field, depth: depth + 1)
            window.close(earlier.closes.flatMap { calendar.count(count, after: $0) })
        }
        return window
    }

    /// The fields in which a stage has windows of its own.
    func fields(of stage: Stage) -> Set<String> { Set((rules[stage.code] ?? []).compactMap { $0.field }) }
}

extension StageWindow {
    fileprivate mutating func close(_ days: CountedDays?) { (counted, closes) = (days, days?.last) }
}
