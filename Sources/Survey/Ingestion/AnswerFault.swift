internal import Values

/// Something in a row that cannot be used, or a whole row.
struct AnswerFault: Sendable {
    enum Kind: Hashable, Sendable {
        /// An answer that is not on the scale.
        case unknownAnswer
        /// A unit that is not in the list of units.
        case unknownUnit
        /// A name that several units bear, with their codes.
        case ambiguousUnit([String])
        /// No unit is named.
        case missingUnit
        /// A weight or population that is not a number.
        case notANumber
        /// A weight that can be read in two ways.
        case ambiguousNumber
        /// A weight or population with a decimal separator other than the one at the beginning of the file.
        case otherSeparator
        /// A weight that is negative, so small that nothing is left of it, or too large; a population that is no whole
        /// number from 1.
        case outOfRange
        /// The error of a spreadsheet in a column that the row needs.
        case spreadsheetError
        /// The error of a spreadsheet instead of an answer.
        case spreadsheetAnswer
        /// The row has a different number of cells than the heading.
        case cellCount(found: Int)
        /// A quote where none is allowed.
        case badQuote
        /// A quote that is never closed.
        case unclosedQuote
        /// The file ends within the row.
        case cutOff(found: Int)
        /// Bytes that are not UTF-8 text, or a name that is too long.
        case badText

        /// Whether the whole row is left out, not just one answer.
        var leavesRowOut: Bool { self != .unknownAnswer && self != .spreadsheetAnswer }

        var code: SurveyFinding {
            switch self {
            case .unknownAnswer: .unknownAnswer
            case .unknownUnit: .unknownUnit
            case .ambiguousUnit: .ambiguousUnit
            case .missingUnit: .missingUnit
            case .notANumber: .notANumber
            case .ambiguousNumber: .ambiguousNumber
            case .otherSeparator: .otherSeparator
            case .outOfRange: .numberOutOfRange
            case .spreadsheetError, .spreadsheetAnswer: .spreadsheetError
            case .cellCount: .cellCount
            case .badQuote: .badQuote
            case .unclosedQuote: .unclosedQuote
            case .cutOff: .cutOff
            case .badText: .badText
            }
        }
    }

    var kind: Kind
    /// The block that contains the row.
    var block: Int
    /// The row in the block, from 0.
    var row: Int
    /// The field, from 0; nil for the whole row.
    var field: Int?
    /// What was found there.
    var found: String
}

/// Rows that lack cells at their end, which count as blank.
struct ShortRows: Sendable {
    private(set) var count = 0
    /// The first of them: its block, its row in it, and its cells.
    private(set) var first: (block: Int, row: Int, cells: Int)?

    mutating func add(block: Int, row: Int, cells: Int) {
        count += 1
        if first.map({ (block, row) < ($0.block, $0.row) }) ?? true { first = (block, row, cells) }
    }

    mutating func add(_ other: ShortRows) {
        guard let first = other.first else { return }
        let sum = count + other.count
        add(block: first.block, row: first.row, cells: first.cells)
        count = sum
    }
}

/// Rows, or cells, that are counted without being listed.
struct RowCount: Sendable {
    private(set) var count = 0
    /// The first of them.
    private(set) var first: (block: Int, row: Int, field: Int?)?

    mutating func add(block: Int, row: Int, field: Int?) {
        count += 1
        if first.map({ (block, row) < ($0.block, $0.row) }) ?? true { first = (block, row, field) }
    }

    mutating func add(_ other: RowCount) {
        guard let first = other.first else { return }
        let sum = count + other.count
        add(block: first.block, row: first.row, field: first.field)
        count = sum
    }
}

/// Weights that are rounded, as they have more decimals than are kept.
struct RoundedWeights: Sendable {
    private(set) var count = 0
    /// The first of them: its block, its row in it, and how it is written.
    private(set) var first: (block: Int, row: Int, found: String)?

    mutating func add(block: Int, row: Int, found: String) {
        count += 1
        if first.map({ (block, row) < ($0.block, $0.row) }) ?? true { first = (block, row, found) }
    }

    mutating func add(_ other: RoundedWeights) {
        guard let first = other.first else { return }
        let sum = count + other.count
        add(block: first.block, row: first.row, found: first.found)
        count = sum
    }
}

/// The faults of a worker: the first ones kept, all counted, and all written to a file if requested.
struct FaultLog {
    private(set) var kept: [AnswerFault] = []
    /// Answers that are not on the scale.
    private(set) var answerCount = 0
    /// Rows that are left out.
    private(set) var rowCount = 0
    /// How many of both are errors.
    private(set) var errorCount = 0
    private var laterErrors = 0
    private let limit: Int
    /// Receives every fault.
    let file: FaultFile?

    init(limit: Int, file: FaultFile?) {
        self.limit = limit
        self.file = file
    }

    mutating func add(_ fault: AnswerFault) {
        if fault.kind.leavesRowOut { rowCount += 1 } else { answerCount += 1 }
        let isError = fault.kind.code.severity == .error
        if isError { errorCount += 1 }
        // An error must not be hidden by warnings, however many.
        if kept.count < limit {
            kept.append(fault)
        } else if isError, laterErrors < max(limit, 1) {
            kept.append(fault)
            laterErrors += 1
        }
        file?.write(fault)
    }
}
