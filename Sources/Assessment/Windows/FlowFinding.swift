import Tables
public import Values

/// What can be wrong with the windows of stages, the days by which they are counted, and what is assigned to whom.
public enum FlowFinding: String, FindingCode {
    /// An exception from a stage's window names neither a unit nor a group nor a field. Details: none.
    case windowOfNobody = "flow.windowOfNobody"
    /// It names a unit and a group. Details: `unit`, `code` (the group).
    case windowOfTwo = "flow.windowOfTwo"
    /// It sets neither a first nor a last day. Details: none.
    case emptyWindow = "flow.emptyWindow"
    /// Two are for the same. Details: `found`.
    case repeatedWindow = "flow.repeatedWindow"
    /// The last day of a window comes before the first. Details: `stage`, `found` (the last), `expected` (the first).
    case closesBeforeOpening = "flow.closesBeforeOpening"
    /// Days are counted after a stage that is none of the earlier ones with a last day. Details: `found`, `expected`
    /// (those).
    case closesAfterNothing = "flow.closesAfterNothing"
    /// Working days are counted after neither a day nor a stage, or after both. Details: none.
    case closesAfterWhat = "flow.closesAfterWhat"
    /// An exception is for a unit, a group or a field that is not there. Details: `found`, `suggestion`.
    case windowOfUnknownUnit = "flow.windowOfUnknownUnit"
    case windowOfUnknownGroup = "flow.windowOfUnknownGroup"
    case windowOfUnknownField = "flow.windowOfUnknownField"
    /// Working days are counted through years of which no holidays but the fixed ones are known. Details: `stage`,
    /// `found` (the years).
    case yearWithoutCalendar = "flow.yearWithoutCalendar"
    /// Working days are counted past a day that is stated and was not verified. Details: `stage`, `found` (the day),
    /// `text` (its name).
    case doubtfulDay = "flow.doubtfulDay"
    /// A required cell is blank. Details: `key`.
    case blankCell = "flow.blankCell"
    /// A percent sign where none is allowed. Details: `found`.
    case percentSign = "flow.percentSign"
    /// A text that is no day. Details: `found`.
    case badDay = "flow.badDay"
    /// A word that does not say what kind of day it is. Details: `found`, `expected`, `suggestion`.
    case unknownDayKind = "flow.unknownDayKind"
    /// A day stands twice. Details: `found`, `first`.
    case repeatedDay = "flow.repeatedDay"
    /// Figures of a unit that are dated after the stage at which it scores itself was closed. Details: `unit`, `stage`,
    /// `count`, `criterion` (those that they are for), `found` (the latest day), `expected` (the last day), `other` (the
    /// points that rest on them).
    case figuresAfterClosing = "flow.figuresAfterClosing"
    /// Points and opinions about a unit that are dated after their stage was closed. Details: `unit`, `stage`, `count`,
    /// `criterion`, `found` (the latest day), `expected` (the last day), `other` (how many points they moved).
    case pointsAfterClosing = "flow.pointsAfterClosing"
    /// A heading of the table of assignments names neither a group nor a unit. Details: `found`, `suggestion`.
    case unknownAssignee = "flow.unknownAssignee"
    /// Two of its columns are about the same. Details: `found`, `first`.
    case repeatedAssignee = "flow.repeatedAssignee"
    /// A criterion that the set does not have. Details: `found`, `suggestion`.
    case unknownCriterion = "flow.unknownCriterion"
    /// Two of its rows are about the same criterion. Details: `criterion`, `first`.
    case repeatedAssignment = "flow.repeatedAssignment"
    /// A cell that says neither that a criterion is assigned nor that it is not. Details: `criterion`, `found`, `expected`.
    case unknownAssignment = "flow.unknownAssignment"
    /// A target in the row of a criterion with parts. Details: `criterion`, `found`.
    case targetOfWhole = "flow.targetOfWhole"
    /// A target of a criterion that is not scored against one. Details: `unit`, `criterion`, `found`.
    case targetNotUsed = "flow.targetNotUsed"
    /// A target against which the criterion cannot be scored. Details: `unit`, `criterion`, `found`.
    case targetImpossible = "flow.targetImpossible"
    /// A criterion is assigned to no unit. Details: `criterion`.
    case assignedToNobody = "flow.assignedToNobody"
    /// Nothing is assigned to a unit. Details: `unit`.
    case nothingAssigned = "flow.nothingAssigned"
    /// A figure of what is not assigned to the unit; it is not counted. Details: `unit`, `metric`.
    case figureNotAssigned = "flow.figureNotAssigned"
    /// A limit from which somebody is warned cannot be. Details: `key`, `found`, `expected`.
    case limitOutOfRange = "flow.limitOutOfRange"
    /// Points or an opinion about what is not assigned to the unit. Details: `unit`, `criterion`, `stage`.
    case givenNotAssigned = "flow.givenNotAssigned"

    /// What came too late counts, and is told.
    public var severity: Finding.Severity {
        switch self {
        case .assignedToNobody, .nothingAssigned, .figureNotAssigned, .yearWithoutCalendar, .doubtfulDay,
            .figuresAfterClosing, .pointsAfterClosing:
            .warning
        default: .error
        }
    }
}

extension FlowFinding: RowFinding {}
