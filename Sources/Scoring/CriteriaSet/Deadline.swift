public import Values

/// When a task is due (thời gian thực hiện).
public struct Deadline: Hashable, Sendable {
    /// What kind of time a plan states.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A day.
        case date
        /// From a day to a day: a month, a quarter.
        case range
        /// All year round: thường xuyên.
        case continuous
        /// When something calls for it: khi phát sinh.
        case conditional
        /// The plan states none.
        case none
    }

    /// What kind of time it is.
    public let kind: Kind
    /// The plan's words.
    public let text: String
    /// The first day.
    public let from: CalendarDay?
    /// The last day.
    public let due: CalendarDay?
}

/// A headline objective (mục tiêu) that is tracked without points.
public struct Objective: Hashable, Sendable {
    /// The code.
    public let code: String
    /// What it is about.
    public let name: LocalizedText
    /// What shall be reached.
    public let target: Target
    /// Where it stands.
    public let source: LegalSource
}
