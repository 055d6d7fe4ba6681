public import Values

/// A quantile of the mean scores of respondents: the least score up to which at least a share of them lies.
public struct ScoreQuantile: Hashable, Sendable {
    /// The unit's code; nil for all units.
    public let unit: String?
    /// The values of the domains that the respondents belong to, by domain code; empty for all respondents.
    public let domain: [String: String]
    /// The share of people.
    public let probability: FixedDecimal
    /// Respondents with an answer.
    public let people: Int
    /// The quantile, from 0 (all answers at the lowest level) to 1; nil where it is not shown.
    public internal(set) var value: Double?
    /// The length of the interval divided by that of a standard error on either side; nil where a limit is.
    public internal(set) var standardError: Double?
    /// The limits of the interval; nil where it reaches beyond all scores, or so close to the end that they would show
    /// those of few people.
    public internal(set) var lower, upper: Double?
    /// Clusters minus strata; nil without a design.
    public internal(set) var degreesOfFreedom: Int?
    /// How much it contains.
    public internal(set) var status: SurveyIndex.Status

    init(
        _ probability: FixedDecimal, people: Int, unit: String?, domain: [String: String], status: SurveyIndex.Status
    ) {
        (self.probability, self.people, self.unit, self.domain) = (probability, people, unit, domain)
        self.status = status
    }
}

/// The distribution of mean scores among some respondents.
struct ScoreDistribution {
    /// A score with how many people have at most this, and what they weigh.
    private struct Step {
        let score: Double
        var people: Int
        var weight: Double
    }

    private var steps: [Step] = []
    /// People in all, and their weight.
    private(set) var people = 0
    private(set) var weight = 0.0

    /// Sums of weights that are closer than this share of the whole are equal, but for rounding.
    private static let rounding = 1e-12

    /// - Parameter groups: People with the same score and a weight, in any order.
    init(_ groups: some Sequence<(score: Double, people: Int, weight: Double)>) {
        for group in groups.sorted(by: { $0.score < $1.score }) {
            people += group.people
            weight += group.weight
            if let last = steps.last, last.score == group.score { steps.removeLast() }
            steps.append(Step(score: group.score, people: people, weight: weight))
        }
    }

    /// The least score at which the weight of people with at most this is a share of all; nil below 0 and beyond 1.
    ///
    /// The inverse of the distribution function, R's `qrule = "math"`.
    func quantile(_ share: Double) -> Double? {
        guard (0...1).contains(share) else { return nil }
        let least = (share - Self.rounding) * weight
        return (steps.first { $0.weight >= least } ?? steps.last)?.score
    }

    /// What people with at most a score weigh, as a share of all.
    func share(upTo score: Double) -> Double { (steps.last { $0.score <= score }?.weight ?? 0) / weight }

    /// The people with at most a score, and those with at least it.
    func people(around score: Double) -> (below: Int, above: Int) {
        let below = steps.last { $0.score <= score }?.people ?? 0
        return (below, people - (steps.last { $0.score < score }?.people ?? 0))
    }
}
