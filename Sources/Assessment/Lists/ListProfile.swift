import Values

/// How the lists of one system are written: which columns they have, whose a row is, and what can be asked of it.
struct ListProfile: Sendable {
    /// The system's name, for reports.
    var name: LocalizedText
    var columns: [ListColumn] = []
    /// Whether `7/3/2024` is the third of July.
    var isMonthFirst = false
    /// Whether times of day count where days are compared with each other.
    var comparesTimes = false
    /// The column of the number that identifies a row.
    var id: Int?
    /// The column of the unit.
    var unit: Int?
    /// What the system calls units: their codes, or nil for one that is not assessed.
    var units: [(name: String, code: String?, place: Location)] = []
    /// Whether rows of units that the assessment does not have are left out.
    var leavesOutOthers = false
    /// The columns by which rows are grouped.
    var groupBy: [Int] = []
    /// Columns of days that follow each other.
    var inOrder: [[Int]] = []
    /// The most rows of a unit, in percent, that may be left out because something in them cannot be read.
    var maximumUnreadable: FixedDecimal = 0
    /// What can be asked of a row, by name.
    var conditions: [String: ListCondition] = [:]
}

/// A column of a list.
struct ListColumn: Sendable {
    /// What its cells are.
    enum Kind: String, CaseIterable, Sendable { case text, day, number }

    /// The name by which the profile calls it.
    var code: String
    /// The headings under which it is found.
    var names: [String]
    var kind: Kind
}

/// What is asked of a row.
indirect enum ListCondition: Hashable, Sendable {
    case all([ListCondition])
    case any([ListCondition])
    case not(ListCondition)
    case test(ListTest)
}

/// What is asked of one or two cells.
enum ListTest: Hashable, Sendable {
    /// Whether a cell has nothing in it.
    case blank(Int)
    /// Whether a day is in a period; a row without its day is in no period that anybody knows, so that a blank cell
    /// cannot be read.
    case period(Int, ClosedRange<Int>)
    /// Whether a cell has one of some texts.
    case texts(Int, [Wanted])
    /// Whether a number is between two, of which each may count or not.
    case number(Int, NumberBounds)
    /// Whether a day is not before another, and not after one.
    case day(Int, from: DayBound?, to: DayBound?)
    /// What became of something that is due on a day.
    case deadline(done: Int, due: Int, asOf: Int, states: Set<Outcome>, withoutDue: WithoutDue)

    /// A text that is asked for.
    struct Wanted: Hashable, Sendable {
        var text: String
        var place: Location
    }

    struct NumberBounds: Hashable, Sendable {
        var least: FixedDecimal?
        var greatest: FixedDecimal?
        /// Whether the bounds themselves are outside.
        var excludesLeast = false
        var excludesGreatest = false

        func contains(_ number: FixedDecimal) -> Bool {
            if let least, number < least || (excludesLeast && number == least) { return false }
            if let greatest, number > greatest || (excludesGreatest && number == greatest) { return false }
            return true
        }
    }

    /// A day as its number, or the day in another column; `isOutside` if it does not count itself.
    enum DayBound: Hashable, Sendable {
        case day(Int)
        case column(Int, isOutside: Bool)
    }

    /// How something stands that is due: it was done by its day or after it, or it was not done and its day has come or
    /// not, as of the day up to which the list counts. What was done after that day was not done yet.
    enum Outcome: Hashable, Sendable { case onTime, late, pending }

    /// What something is that is due on no day.
    enum WithoutDue: String, CaseIterable, Hashable, Sendable { case unreadable, onTime, leftOut }
}

/// An entry of `lists`: files of one profile, and the figures counted from them.
struct ListUse: Sendable {
    var files: [String]
    var profile: ListProfile
    /// The unit of all rows; nil where a column names it.
    var unit: String?
    /// Up to which day the lists count.
    var asOf: CalendarDay?
    var metrics: [ListMetric]
    /// Where the entry stands.
    var place: Location
}

/// A figure that is counted.
struct ListMetric: Sendable {
    var code: String
    var place: Location
    /// The rows that are counted: all of these make the denominator, or the count.
    var scope: ListCondition
    /// Those of them that make the numerator; nil for a count.
    var numerator: ListCondition?
}
