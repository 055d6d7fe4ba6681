/// Something in a row that cannot be used, or a whole row.
struct AnswerFault: Sendable {
    enum Kind: Hashable, Sendable {
        /// An answer that the scale does not know.
        case unknownAnswer
        /// A unit that is not in the list of units.
        case unknownUnit
        /// No unit is named.
        case missingUnit
        /// A weight, or a population, that is no number.
        case notANumber
        /// A weight that can be read in two ways.
        case ambiguousNumber
        /// A weight, or a population, that is not above zero, too fine or too large.
        case outOfRange
        /// The row has another count of cells than the heading.
        case cellCount(found: Int)
        /// A quote stands where none may.
        case badQuote
        /// Bytes that are no text in UTF-8.
        case badText

        /// Whether the whole row is left out, and not only one answer.
        var leavesRowOut: Bool { self != .unknownAnswer }
    }

    var kind: Kind
    /// The block that holds the row.
    var block: Int
    /// The row in the block, from 0.
    var row: Int
    /// The field, from 0; nil for the whole row.
    var field: Int?
    /// What stands there.
    var found: String
}

/// Faults of a worker: the first ones kept, all counted.
struct FaultLog {
    private(set) var kept: [AnswerFault] = []
    /// Answers that the scale does not know.
    private(set) var answerCount = 0
    /// Rows that are left out.
    private(set) var rowCount = 0
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    mutating func add(_ fault: AnswerFault) {
        if fault.kind.leavesRowOut { rowCount += 1 } else { answerCount += 1 }
        if kept.count < limit { kept.append(fault) }
    }

    /// Hands over what is kept, so that it can be written elsewhere.
    mutating func takeKept() -> [AnswerFault] {
        defer { kept = [] }
        return kept
    }
}
