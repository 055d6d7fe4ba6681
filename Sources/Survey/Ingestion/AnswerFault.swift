internal import Values

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
        /// A weight, or a population, with the other decimal sign than the beginning of the file.
        case otherSeparator
        /// A weight, or a population, that is not above zero, too fine or too large.
        case outOfRange
        /// The row has another count of cells than the heading.
        case cellCount(found: Int)
        /// A quote stands where none may.
        case badQuote
        /// A quote is not closed up to the end of the file.
        case unclosedQuote
        /// The file ends within the row.
        case cutOff(found: Int)
        /// Bytes that are no text in UTF-8, or a name that goes on and on.
        case badText

        /// Whether the whole row is left out, and not only one answer.
        var leavesRowOut: Bool { self != .unknownAnswer }

        /// The code of its finding.
        var code: SurveyFinding {
            switch self {
            case .unknownAnswer: .unknownAnswer
            case .unknownUnit: .unknownUnit
            case .missingUnit: .missingUnit
            case .notANumber: .notANumber
            case .ambiguousNumber: .ambiguousNumber
            case .otherSeparator: .otherSeparator
            case .outOfRange: .numberOutOfRange
            case .cellCount: .cellCount
            case .badQuote: .badQuote
            case .unclosedQuote: .unclosedQuote
            case .cutOff: .cutOff
            case .badText: .badText
            }
        }
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

/// Faults of a worker: the first ones kept, all counted, and all written where somebody wants them.
struct FaultLog {
    private(set) var kept: [AnswerFault] = []
    /// Answers that the scale does not know.
    private(set) var answerCount = 0
    /// Rows that are left out.
    private(set) var rowCount = 0
    private var laterErrors = 0
    private let limit: Int
    /// Takes every fault.
    let file: FaultFile?

    init(limit: Int, file: FaultFile?) {
        self.limit = limit
        self.file = file
    }

    mutating func add(_ fault: AnswerFault) {
        if fault.kind.leavesRowOut { rowCount += 1 } else { answerCount += 1 }
        // An error must not hide behind any number of warnings.
        if kept.count < limit {
            kept.append(fault)
        } else if fault.kind.code.severity == .error, laterErrors < max(limit, 1) {
            kept.append(fault)
            laterErrors += 1
        }
        file?.write(fault)
    }
}
