public import Values

/// An index of a survey: for one unit or all, one part of the questionnaire, all respondents or those of a domain.
public struct SurveyIndex: Sendable {
    /// The part of the questionnaire that the index covers.
    public enum Part: Hashable, Sendable {
        /// A question, by position.
        case question(Int)
        /// A factor, a block or the total, by position among ``Questionnaire/groups``.
        case group(Int)
    }

    /// How much the index contains.
    public enum Status: Hashable, Sendable {
        /// Value, standard error and limits.
        case estimated
        /// All answers are alike: a bound on the other side.
        case oneSidedBound
        /// Không đủ căn cứ: a value at most, and why there is no more.
        case cannotBeEstimated(Estimate.Reason)
        /// Fewer respondents than the questionnaire requires: nothing is reported.
        case suppressed
        /// Only a value, as the questionnaire does not say how respondents were drawn.
        case noDesign
    }

    /// The unit's code; nil for all units.
    public let unit: String?
    /// The values of the domains that the respondents belong to, by domain code; empty for all respondents.
    public let domain: [String: String]
    /// What it covers.
    public let part: Part
    /// Respondents with an answer.
    public let people: Int
    /// Answers, by level of all scales.
    public let counts: [Int]
    /// The sums of their weights, in the unit of the tally.
    public let weights: [Int128]
    /// "No answer" and "don't know" answers.
    public let noAnswer: Int
    /// Answers that are not on the scale.
    public let unknown: Int
    /// The index, 0 to 1; nil when nothing may be reported.
    public let value: Double?
    /// The index in percent with six decimals, rounded half away from zero, from the exact sums where they fit in 128
    /// bits.
    public let percent: FixedDecimal?
    /// How much the index contains.
    public let status: Status
    /// Standard error, limits, design effect and degrees of freedom; nil without a design.
    public let estimate: Estimate?
    /// The coefficient of variation of the weights of all who answered; nil for a part of the questionnaire, without a
    /// design, and in tallies of earlier versions.
    public let weightVariation: Double?
    /// Why nothing is reported, where disclosure control decided it; nil otherwise.
    public internal(set) var suppression: Suppression?

    /// Valid answers.
    public var answers: Int { counts.reduce(0, +) }

    /// The standard error in percentage points, if there is one.
    public var percentError: Double? { estimate?.standardError.map { $0 * 100 } }
}

extension SurveyIndex.Status {
    init(_ status: Estimate.Status) {
        self =
            switch status {
            case .estimated: .estimated
            case .oneSidedBound: .oneSidedBound
            case .cannotBeEstimated(let reason): .cannotBeEstimated(reason)
            }
    }
}
