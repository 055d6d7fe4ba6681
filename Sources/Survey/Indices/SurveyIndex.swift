public import Values

/// An index of a survey: of one unit or all, of one part of the questionnaire, of all people or those of a domain.
public struct SurveyIndex: Sendable {
    /// What the index is about.
    public enum Part: Hashable, Sendable {
        /// A question, by position.
        case question(Int)
        /// A factor, a block or the total, by position among ``Questionnaire/groups``.
        case group(Int)
    }

    /// How far it goes.
    public enum Status: Hashable, Sendable {
        /// Value, standard error and limits.
        case estimated
        /// All answers are alike: a bound on the other side.
        case oneSidedBound
        /// Không đủ căn cứ: a value at most, and why there is no more.
        case cannotBeEstimated(Estimate.Reason)
        /// Fewer people than the questionnaire asks for: nothing is said.
        case suppressed
        /// A value only, as the questionnaire does not say how people were drawn.
        case noDesign
    }

    /// The unit's code; nil for all units.
    public let unit: String?
    /// The values of the domains that the people belong to, by domain code; empty for all people.
    public let domain: [String: String]
    /// What it is about.
    public let part: Part
    /// People with an answer.
    public let people: Int
    /// Answers, by level.
    public let counts: [Int]
    /// The sums of their weights, in millionths.
    public let weights: [Int128]
    /// Answers "no answer" and "don't know".
    public let noAnswer: Int
    /// Answers that the scale does not know.
    public let unknown: Int
    /// The index, 0 to 1; nil when nothing may be said.
    public let value: Double?
    /// The same in hundredths with six decimals, rounded half away from zero, from the exact sums where they fit in 128
    /// bits.
    public let percent: FixedDecimal?
    /// How far it goes.
    public let status: Status
    /// Standard error, limits, design effect and degrees of freedom; nil without a design.
    public let estimate: Estimate?

    /// Valid answers.
    public var answers: Int { counts.reduce(0, +) }

    /// The standard error in hundredths, where there is one.
    public var percentError: Double? { estimate?.standardError.map { $0 * 100 } }
}
