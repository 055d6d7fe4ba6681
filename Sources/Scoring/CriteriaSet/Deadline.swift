public import Values

/// When a task is due (thời gian thực hiện).
public struct Deadline: Hashable, Sendable {
    /// What kind of date a plan states.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A day.
        case date
        /// From a day to a day: a month, a quarter.
        case range
        /// All year round: thường xuyên.
        case continuous
        /// When the occasion arises: khi phát sinh.
        case conditional
        /// The plan states no date.
        case none
    }

    /// The kind of date.
    public let kind: Kind
    /// The plan's wording.
    public let text: String
    /// The first day.
    public let from: CalendarDay?
    /// The last day.
    public let due: CalendarDay?

    /// Makes a deadline.
    public init(kind: Kind, text: String, from: CalendarDay? = nil, due: CalendarDay? = nil) {
        (self.kind, self.text, self.from, self.due) = (kind, text, from, due)
    }
}

/// A headline objective (mục tiêu) that is tracked without points.
public struct Objective: Hashable, Sendable {
    /// The code.
    public let code: String
    /// What it is about.
    public let name: LocalizedText
    /// What is to be reached.
    public let target: Target
    /// Its place in the legal source.
    public let source: LegalSource

    /// Makes an objective.
    public init(code: String, name: LocalizedText, target: Target, source: LegalSource) {
        (self.code, self.name, self.target, self.source) = (code, name, target, source)
    }
}
