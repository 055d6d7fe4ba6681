public import Values

/// What can be noticed on reading an annex.
public enum AnnexFinding: String, FindingCode {
    /// No row has the headings of an annex. Details: none.
    case noHeading = "annex.noHeading"
    /// Neither the annex nor the user says for which years it holds. Details: none.
    case noYear = "annex.noYear"
    /// Something that people have to settle. Details: `code`, `text` (the words), if there are any, `reason` (an
    /// `OpenPoint.Reason`).
    case open = "annex.open"
    /// A row that is neither a criterion nor part of one, and is not read. Details: `found`.
    case strangeRow = "annex.strangeRow"
    /// A column whose heading is not known, and which is not read. Details: `found`.
    case unreadColumn = "annex.unreadColumn"
    /// A row without a number is a criterion, with the number that follows from its place. Details: `code`.
    case withoutCode = "annex.withoutCode"
    /// The total of the annex is not the sum of its fields. Details: `found`, `expected`.
    case otherTotal = "annex.otherTotal"
    /// A cell says something else than what the row says for the program. Details: `key` (the heading).
    case changedCell = "annex.changedCell"
    /// What a row says for the program cannot be read. Details: `found`.
    case brokenRecord = "annex.brokenRecord"

    /// How severe it is.
    public var severity: Finding.Severity {
        switch self {
        case .noHeading, .noYear, .changedCell, .brokenRecord: .error
        default: .warning
        }
    }
}
