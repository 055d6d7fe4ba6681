public import Values

/// What can be wrong with a table. Places count rows as a spreadsheet shows them, and columns from 1.
public enum TableFinding: String, FindingCode {
    /// No heading: the file is empty or has only blank lines. Details: none.
    case empty = "table.empty"
    /// The text was read in another encoding than UTF-8, which was recognised. Details: `found` (the encoding).
    case encodingRecognised = "table.encodingRecognised"
    /// The text was read in another encoding than UTF-8, as was stated. Details: `found` (the encoding).
    case encodingStated = "table.encodingStated"
    /// The heading is not the first row, or has several rows. Details: `found` (its rows), `count` (the rows above it).
    case headingFound = "table.headingFound"
    /// Rows that are no data were passed over; said once a table, at the first. Details: `count`, and, as far as there are
    /// any, `headingRows`, `numberingRows`, `sumRows`, `sectionRows`, `closingRows` (their numbers).
    case rowsPassedOver = "table.rowsPassedOver"
    /// A text counts for the rows below in which the column is blank; said once a column, at the first of them. Details:
    /// `key` (the heading), `count` (these rows).
    case filledDown = "table.filledDown"
    /// Two rows could be the heading. Details: `other` (the row of the first).
    case severalHeadings = "table.severalHeadings"
    /// The first line names a delimiter that is not supported. Details: `found`, `expected`.
    case unknownSeparator = "table.unknownSeparator"
    /// An encoding that cannot be read. Details: `found`, `expected` (those that can).
    case unknownEncoding = "table.unknownEncoding"
    /// The same character is specified as decimal and thousands separator. Details: `found`.
    case sameSeparators = "table.sameSeparators"
    /// A quote is never closed. Details: `found`.
    case unclosedQuote = "table.unclosedQuote"
    /// Text follows a closing quote in the same cell. Details: `found`.
    case textAfterQuote = "table.textAfterQuote"
    /// Spaces before a quote make it part of the text. Details: `found`.
    case spaceBeforeQuote = "table.spaceBeforeQuote"
    /// A row has more cells than the heading. Details: `found`, `expected` (counts), `text` (the first excess cell),
    /// `suggestion` (`quotedDecimalComma` when a decimal comma seems to split a number).
    case tooManyCells = "table.tooManyCells"
    /// The last row ends before its last cell, and so does the file. Details: `found`, `expected` (counts), `text` (the
    /// row).
    case tooFewCells = "table.tooFewCells"
    /// Rows lack cells at their end, which count as blank; said once a table, at the first. Details: `found`, `expected`
    /// (counts of cells), `count` (rows).
    case blankEndCells = "table.blankEndCells"
    /// Rows have more cells than the heading, all of them blank; said once a table, at the first. Details: `found`,
    /// `expected` (counts of cells), `count` (rows).
    case extraBlankCells = "table.extraBlankCells"
    /// Two columns have the same heading. Details: `found`, `first` (the place of the first).
    case duplicateHeading = "table.duplicateHeading"
    /// A column without a heading has content. Details: `found` (the first such cell), `first` (its place).
    case blankHeading = "table.blankHeading"
    /// A required column is missing. Details: `expected` (its names), `found` (the headings), and if a heading may be
    /// meant, `other` (it) and `suggestion` (the name that it resembles).
    case missingColumn = "table.missingColumn"
    /// Two columns mean the same thing. Details: `found`, `other` (the headings), `first` (the place of the other).
    case sameMeaning = "table.sameMeaning"
    /// A column that is not read. Details: `found`, `suggestion` (a name that may be meant), if there is one.
    case unknownColumn = "table.unknownColumn"
    /// One cell proves a decimal comma, another a decimal point. Details: `found`, `expected` (`comma` or `point`),
    /// `other` (the other cell's text), `first` (its place).
    case mixedDecimalSeparators = "table.mixedDecimalSeparators"
    /// A number that can be read in two ways. Details: `found`, `asDecimal`, `asGrouped` (the two readings).
    case ambiguousNumber = "table.ambiguousNumber"
    /// A spreadsheet's error, such as `#REF!`, where a text or a number is read. Details: `found`.
    case spreadsheetError = "table.spreadsheetError"
    /// The letters of the file were damaged when it was saved; said once a table. Details: `found`, `history`,
    /// `suggestion` (the text as it was), if it can be told.
    case damagedText = "table.damagedText"
    /// Not a number. Details: `found`, `history`, if something shows it.
    case notANumber = "table.notANumber"
    /// A number with a decimal or thousands separator other than the table's. Details: `found`, `expected` (`comma` or
    /// `point`, the decimal separator), if it is known.
    case otherSeparator = "table.otherSeparator"
    /// More than six decimals; said once a column, at the first. Details: `found`, `expected` (`6`), `key` (the
    /// heading), `count` (the cells).
    case numberTooFine = "table.numberTooFine"
    /// Out of range. Details: `found`, `expected` (the largest number).
    case numberTooLarge = "table.numberTooLarge"
    /// More findings of one code than are kept; as severe as they are. Details: `code`, `count` (those left out).
    case moreFindings = "table.moreFindings"

    /// How severe it is.
    public var severity: Finding.Severity {
        switch self {
        case .encodingRecognised, .encodingStated, .headingFound, .rowsPassedOver, .filledDown, .spaceBeforeQuote,
            .blankEndCells, .extraBlankCells, .blankHeading, .unknownColumn, .damagedText,
            .moreFindings:
            .warning
        default: .error
        }
    }
}
