public import Values

/// What can be wrong with a table. Places count rows as a spreadsheet shows them and columns from 1.
public enum TableFinding: String, FindingCode {
    /// No heading: the file is empty or has only blank lines. Details: none.
    case empty = "table.empty"
    /// The first line names a separator that we do not know. Details: `found`, `expected`.
    case unknownSeparator = "table.unknownSeparator"
    /// Decimal and group separator were laid down as the same sign. Details: `found`.
    case sameSeparators = "table.sameSeparators"
    /// A quote is never closed. Details: `found`.
    case unclosedQuote = "table.unclosedQuote"
    /// Text stands between a closing quote and the end of the cell. Details: `found`.
    case textAfterQuote = "table.textAfterQuote"
    /// Spaces before a quote make it part of the text. Details: `found`.
    case spaceBeforeQuote = "table.spaceBeforeQuote"
    /// A row has more cells than the heading. Details: `found`, `expected` (counts), `text` (the first cell too
    /// many), `suggestion` (`quoteDecimalComma` when a decimal comma seems to divide a number).
    case tooManyCells = "table.tooManyCells"
    /// A row has fewer cells than the heading. Details: `found`, `expected` (counts), `text` (the row).
    case tooFewCells = "table.tooFewCells"
    /// A row has more cells than the heading, all of them blank. Details: `found`, `expected` (counts).
    case extraBlankCells = "table.extraBlankCells"
    /// Two columns have the same heading. Details: `found`, `column` (the number of the first).
    case duplicateHeading = "table.duplicateHeading"
    /// Cells stand in a column without a heading. Details: `found` (the first of them), `row`.
    case blankHeading = "table.blankHeading"
    /// A column that is needed is not there. Details: `expected` (the names, with commas), `found` (the headings,
    /// with commas), `suggestion` (a heading that may be meant), if there is one.
    case missingColumn = "table.missingColumn"
    /// Two columns mean the same thing. Details: `found`, `other` (the headings), `column` (the number of the other).
    case sameMeaning = "table.sameMeaning"
    /// A column that nobody reads. Details: `found`, `suggestion` (a name that may be meant), if there is one.
    case unknownColumn = "table.unknownColumn"
    /// One cell proves a decimal comma, another a decimal point. Details: `found`, `expected` (`comma` or `point`),
    /// `other` (the other cell's text), `otherRow`, `otherColumn`.
    case mixedDecimalSeparators = "table.mixedDecimalSeparators"
    /// A number that can be read in two ways. Details: `found`, `asDecimal`, `asGrouped` (numbers with a point).
    case ambiguousNumber = "table.ambiguousNumber"
    /// No number. Details: `found`.
    case notANumber = "table.notANumber"
    /// A number with the other decimal or group separator than the table's. Details: `found`, `expected` (`comma` or
    /// `point`, the decimal separator), if it is known.
    case otherSeparator = "table.otherSeparator"
    /// More than six decimals. Details: `found`, `expected` (`6`).
    case numberTooFine = "table.numberTooFine"
    /// Beyond the range. Details: `found`, `expected` (the largest number).
    case numberTooLarge = "table.numberTooLarge"
    /// More findings of one code than are kept. Details: `code`, `count` (those left out).
    case moreFindings = "table.moreFindings"

    /// How grave it is.
    public var severity: Finding.Severity {
        switch self {
        case .spaceBeforeQuote, .extraBlankCells, .blankHeading, .unknownColumn, .moreFindings: .warning
        default: .error
        }
    }
}
