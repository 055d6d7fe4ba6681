public import Values

/// What can be wrong with lists from which figures are counted, and with their profiles.
public enum ListFinding: String, FindingCode {
    /// A test that the column's kind does not have. Details: `key` (the test), `found` (the column), `expected` (its kind).
    case wrongKind = "list.wrongKind"
    /// A condition that tests nothing. Details: `found` (the column), if it names one, `expected` (what there is).
    case noTest = "list.noTest"
    /// A condition that is part of itself. Details: `found`.
    case conditionCircle = "list.conditionCircle"
    /// A JSON file that is no list of objects. Details: none.
    case notObjects = "list.notObjects"
    /// A file has the content of another one of the same entry. Details: `other` (the file).
    case sameFile = "list.sameFile"
    /// A numerator for a metric that is no ratio of counts. Details: `metric`.
    case notARatio = "list.notARatio"
    /// No numerator for a metric that is a ratio. Details: `metric`.
    case needsNumerator = "list.needsNumerator"
    /// A metric that is no count and no ratio. Details: `metric`.
    case notACount = "list.notACount"
    /// A figure that a table, or another list, has too. Details: `unit`, `metric`, `first` (where the other comes from).
    case figureTwice = "list.figureTwice"
    /// A cell that cannot be read as what its column is. Details: `found`, `expected` (the kind).
    case unreadableCell = "list.unreadableCell"
    /// A blank cell where a day is needed. Details: `key` (the heading).
    case missingDay = "list.missingDay"
    /// Days that are not in their order. Details: `found`, `other` (the cells), `key` (the heading of the later one).
    case daysOutOfOrder = "list.daysOutOfOrder"
    /// A row whose cells cannot be told apart. Details: `found`.
    case brokenRow = "list.brokenRow"
    /// A row that names no unit. Details: none.
    case blankUnit = "list.blankUnit"
    /// Rows of a unit that is not known. Details: `found`, `count` (the rows), `suggestion`.
    case unknownUnit = "list.unknownUnit"
    /// Rows of units outside the assessment, which the profile leaves out. Details: `count`, `found` (the names).
    case othersLeftOut = "list.othersLeftOut"
    /// A unit loses too many of its rows because something in them cannot be read. Details: `unit`, `metric`, `count`,
    /// `found` (all its rows), `expected` (percent).
    case tooManyUnreadable = "list.tooManyUnreadable"
    /// The same of rows of which nobody knows the unit. Details: `count`, `found` (all rows), `expected` (percent).
    case unreadableWithoutUnit = "list.unreadableWithoutUnit"
    /// Rows with the number of another one of the unit. Details: `unit`, `count`, `first` (the place of the other).
    case repeatedNumber = "list.repeatedNumber"
    /// Rows without a number, although the profile names a column of them. Details: `count`.
    case withoutNumber = "list.withoutNumber"
    /// A text that a condition asks for and that no row has. Details: `found`, `key` (the column), `other` (texts that
    /// there are), `suggestion`.
    case valueNotFound = "list.valueNotFound"
    /// No row is counted for a metric. Details: `metric`.
    case nothingCounted = "list.nothingCounted"
    /// Units without a row in the lists: they have no figure. Details: `metric`, `count`, `found` (the units).
    case unitsWithoutRows = "list.unitsWithoutRows"

    /// Rows that cannot be read are named; whether they are an error is said of their unit.
    public var severity: Finding.Severity {
        switch self {
        case .unreadableCell, .missingDay, .daysOutOfOrder, .brokenRow, .blankUnit, .othersLeftOut, .withoutNumber,
            .valueNotFound, .nothingCounted, .unitsWithoutRows:
            .warning
        default: .error
        }
    }
}
