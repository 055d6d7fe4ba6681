public import Values

/// What can be wrong with requests for explanation.
public enum RequestFinding: String, FindingCode {
    /// A request is about what is no line of the unit: not of its level, only watched, or not assigned to it. Details:
    /// `unit`, `code`.
    case ofNoLine = "request.ofNoLine"
    /// The same is asked twice. Details: `unit`, `code`, `first`.
    case repeated = "request.repeated"
    /// An answer is dated before the question. Details: `unit`, `code`, `found` (its day), `expected` (that of the
    /// question).
    case answeredBeforeAsked = "request.answeredBeforeAsked"
    /// The last day comes before that of the question. Details: `unit`, `code`, `found` (the last day), `expected` (that of
    /// the question).
    case dueBeforeAsked = "request.dueBeforeAsked"
    /// A text that does not say by when to answer. Details: `unit`, `code`, `found`.
    case badDeadline = "request.badDeadline"
    /// Working days are counted after a day that is not there: the question has none, or the stage no last day. Details:
    /// `unit`, `code`, `found`.
    case deadlineAfterNothing = "request.deadlineAfterNothing"
    /// Working days are counted through years of which no holidays but the fixed ones are known. Details: `found` (the
    /// years).
    case yearWithoutCalendar = "request.yearWithoutCalendar"
    /// Working days are counted past a day that is stated and was not verified. Details: `found` (the day), `text` (its
    /// name).
    case doubtfulDay = "request.doubtfulDay"
    /// A day or new evidence of an answer that is not there. Details: `unit`, `code`.
    case detailsWithoutAnswer = "request.detailsWithoutAnswer"
    /// Nobody can tell whether an answer came in time: it has no day. Details: `unit`, `code`.
    case answerWithoutDay = "request.answerWithoutDay"
    /// An explanation is accepted that was not given. Details: `unit`, `code`.
    case acceptedWithoutAnswer = "request.acceptedWithoutAnswer"
    /// An answer came after its last day. Details: `unit`, `code`, `found` (its day), `expected` (the last day), `other` (the
    /// points at stake).
    case answeredLate = "request.answeredLate"

    /// What came too late counts, and is told.
    public var severity: Finding.Severity {
        switch self {
        case .yearWithoutCalendar, .doubtfulDay, .answerWithoutDay, .answeredLate: .warning
        default: .error
        }
    }
}
