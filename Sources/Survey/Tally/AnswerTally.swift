public import Values

/// How many answers fell on each level of a scale, such as the five from "rất không hài lòng" to "rất hài lòng".
///
/// Tallies add up: those of two villages, added, are the tally of both.
public struct AnswerTally: Hashable, Sendable {
    /// Answers by level, from the lowest.
    public private(set) var counts: [Int]

    /// Makes a tally.
    /// - Throws: ``SurveyError/emptyScale`` for less than two levels, ``SurveyError/negativeCount`` for a count below
    ///   zero.
    public init(counts: [Int]) throws(SurveyError) {
        guard counts.count >= 2 else { throw .emptyScale }
        guard counts.allSatisfy({ $0 >= 0 }) else { throw .negativeCount }
        self.counts = counts
    }

    /// Valid answers in all.
    public var total: Int { counts.reduce(0, +) }

    /// Adds another tally.
    /// - Throws: ``SurveyError/scalesDiffer`` when the other has another number of levels.
    public mutating func add(_ other: AnswerTally) throws(SurveyError) {
        guard counts.count == other.counts.count else { throw .scalesDiffer }
        for level in counts.indices { counts[level] += other.counts[level] }
    }

    /// The share of answers on the highest levels, 0 to 1, exact; nil without an answer.
    ///
    /// With two of five levels this is the share of answers "hài lòng" and "rất hài lòng", the usual satisfaction
    /// index. That it is the official formula is not verified; a report says which figure it shows.
    public func share(ofTop levels: Int) -> ExactRatio? {
        let satisfied = counts.suffix(max(levels, 0)).reduce(0, +)
        return ExactRatio(Int128(satisfied), over: Int128(total))
    }

    /// The mean level, with the lowest as 1, exact; nil without an answer.
    public var meanLevel: ExactRatio? {
        let sum = counts.enumerated().reduce(Int128(0)) { $0 + Int128($1.offset + 1) * Int128($1.element) }
        return ExactRatio(sum, over: Int128(total))
    }

    /// The mean level on a scale from 0 (all on the lowest) to 1 (all on the highest), exact; nil without an answer.
    public var scaledMean: ExactRatio? {
        meanLevel?.subtracting(.one)?.divided(by: ExactRatio(counts.count - 1))
    }
}

/// Why a survey's figures cannot be worked out.
public enum SurveyError: Error, Hashable, Sendable {
    /// A scale has less than two levels.
    case emptyScale
    /// A count is below zero.
    case negativeCount
    /// Two tallies have different numbers of levels.
    case scalesDiffer
    /// A margin of error that is not between 0 and 1.
    case marginOutOfRange
    /// A design effect that is not from 1 to 1000.
    case designEffectOutOfRange
    /// A population below one.
    case emptyPopulation
}
