import ScoreNumerics
import Values

/// An index based on samples: its estimate, and how far the true one may be from it.
///
/// The true index is `estimate` + a normally distributed number with standard deviation `deviation` + a number from
/// `lower` to `upper`, the last with a stated probability.
public struct SampledIndex: Hashable, Sendable {
    /// The index, as ranked.
    public var value: Double
    /// The standard error of the part in which points are linear in the figures.
    public var deviation = 0.0
    /// The minimum that the other part can add, never positive.
    public var lower = 0.0
    /// The maximum that the other part can add, never negative.
    public var upper = 0.0

    /// Makes an index without error.
    public init(value: Double, deviation: Double = 0, lower: Double = 0, upper: Double = 0) {
        self.value = value
        self.deviation = deviation
        self.lower = lower
        self.upper = upper
    }

    /// Whether it is not based on any sample.
    public var isKnown: Bool { deviation == 0 && lower == 0 && upper == 0 }
}

/// The indices of some units, with the sampling error that reaches them through the compiled rules.
public struct SampledIndices: Sendable {
    /// The indices, in the order of the units.
    public let values: [SampledIndex]
    /// The error probability left for the normal part; the rest covers the bounds of the other part.
    public let normalError: Double
    /// How many figures are on a straight piece of their rule (delta method).
    public let straightCount: Int
    /// How many figures are near a kink or jump, or in a rule of several figures: these are bounded.
    public let boundedCount: Int
    /// How many figures have no known error, and are held within what is known of them.
    public let unknownCount: Int
    /// Which indices sampling error can reach.
    let isSampled: [Bool]
    /// Which indices depend on figures without a known error.
    let hasUnknown: [Bool]

    /// Propagates errors through the rules.
    ///
    /// Figures of a leaf whose rules are each a single straight piece within five standard errors add slope × error,
    /// with variances adding up (delta method; figures are taken as nearly normal, and as ``MetricErrors/sharesPeople``
    /// says). Every other figure is placed in an interval of its own, wide enough for all of them to hold at once
    /// (Bonferroni), and the rule's minimum and maximum points there are the bounds. Where both kinds occur, each gets
    /// half of the error probability. Rounding of points is bounded too.
    ///
    /// - Parameters:
    ///   - scores: the scores.
    ///   - units: the positions of the units.
    ///   - subject: what the units are ranked by.
    ///   - errors: the standard errors of this year's figures; last year's count as exact.
    ///   - confidence: between 0 and 1.
    /// - Complexity: O(units × leaves of uncertain figures).
    public init(
        _ scores: ScoreTable, units: [Int], by subject: Ranking.Subject, errors: MetricErrors, confidence: Double
    ) {
        self.init(scores, units: units, by: subject, errors: errors, confidence: confidence, ranges: nil)
    }

    /// The same with what the units can reach beside: it is bounded too.
    init(
        _ scores: ScoreTable, units: [Int], by subject: Ranking.Subject, errors: MetricErrors, confidence: Double,
        ranges: [KeyRange]?
    ) {
        let found = UncertainLeaf.all(of: units, scores, by: subject, errors: errors)
        let all = found.joined()
        straightCount = all.reduce(0) { $0 + ($1.deviation == nil ? 0 : $1.figures.count) }
        unknownCount = all.reduce(0) { $0 + $1.boundsCount }
        boundedCount = all.reduce(-unknownCount) { $0 + ($1.deviation == nil ? $1.figures.count : 0) }
        hasUnknown = found.map { $0.contains { $0.boundsCount > 0 } }
        let error = 1 - confidence
        let boundedError = boundedCount == 0 ? 0 : straightCount == 0 ? error : error / 2
        normalError = error - boundedError
        let reach = boundedCount == 0 ? 0 : NormalDistribution.quantile(1 - boundedError / (2 * Double(boundedCount)))
        let sampled = zip(units, found).map { unit, leaves in
            let score = scores[unit]
            let sum = score.sum(of: subject)
            // From points to the scale of the index.
            let scale = sum.maximum == 0 ? 1 : 100 / sum.maximum.approximation
            let exact = sum.exactIndex ?? ExactRatio(sum.points)
            var index = SampledIndex(value: exact.approximation)
            var (variance, deviations) = (0.0, 0.0)
            let set = score.criteriaSet
            let combined = leaves.filter { set.isCombined($0.leaf.criterion, in: subject) }
            for leaf in leaves where !set.isCombined(leaf.leaf.criterion, in: subject) {
                if let deviation = leaf.deviation {
                    let part = deviation * scale
                    variance += part * part
                    deviations += part
                } else {
                    let span = leaf.span(within: reach)
                    index.lower += min(span.lower - leaf.points, 0) * scale
                    index.upper += max(span.upper - leaf.points, 0) * scale
                }
            }
            if !combined.isEmpty {
                // More points of a part are never fewer of the whole, so the ends of all are the ends of the sum.
                let ends = score.ends(of: subject, combined, within: reach)
                index.lower += min(ends.least.approximateIndex - index.value, 0)
                index.upper += max(ends.greatest.approximateIndex - index.value, 0)
            }
            index.deviation = errors.sharesPeople ? deviations : variance.squareRoot()
            let slack = set.roundingSlack(leaves, by: subject) * scale
            index.lower -= slack
            index.upper += slack
            return index
        }
        isSampled = sampled.map { !$0.isKnown }
        guard let ranges else {
            values = sampled
            return
        }
        values = zip(sampled, ranges).map { sampled, range in
            var index = sampled
            index.lower += min(range.least.sum.approximateIndex - index.value, 0)
            index.upper += max(range.greatest.sum.approximateIndex - index.value, 0)
            return index
        }
    }
}

extension UnitScore {
    /// The sum of a subject with the least and with the greatest points of some leaves within reach.
    fileprivate func ends(
        of subject: Ranking.Subject, _ leaves: [UncertainLeaf], within reach: Double
    ) -> (least: PointSum, greatest: PointSum) {
        var (least, greatest): ([Int: FixedDecimal], [Int: FixedDecimal]) = ([:], [:])
        for leaf in leaves {
            let span = leaf.span(within: reach)
            let step = FixedDecimal(mantissa: (leaf.leaf.rounding ?? .finest).quantum)
            let most = leaf.leaf.maximum
            func points(_ number: Double) -> FixedDecimal {
                let millionths = (number * Double(FixedDecimal.scale)).rounded()
                return FixedDecimal(mantissa: Int64(exactly: millionths) ?? most.mantissa)
            }
            // Rounding moves points by less than one unit of their last decimal.
            least[leaf.leaf.criterion] = max(points(span.lower) - step, 0)
            greatest[leaf.leaf.criterion] = min(points(span.upper) + step, most)
        }
        return (sum(of: subject, with: least), sum(of: subject, with: greatest))
    }
}

extension PointSum {
    fileprivate var approximateIndex: Double { (exactIndex ?? ExactRatio(points)).approximation }
}

extension CompiledCriteria {
    /// The positions of the leaves under a subject.
    func leaves(of subject: Ranking.Subject) -> [Int] {
        leaves.indices.filter { set.isPart(leaves[$0].criterion, of: subject) }
    }
}

extension CriteriaSet {
    /// By how much rounding can change the difference of two sums of points when some of their leaves are uncertain:
    /// one unit of the last decimal per rounding.
    fileprivate func roundingSlack(_ uncertain: [UncertainLeaf], by subject: Ranking.Subject) -> Double {
        if uncertain.isEmpty { return 0 }
        var slack = uncertain.reduce(0) {
            $0 + FixedDecimal(mantissa: ($1.leaf.rounding ?? .finest).quantum).approximation
        }
        let quantum = FixedDecimal(mantissa: rounding.points.quantum).approximation
        switch rounding.stage {
        case .leaf: break
        case .field: slack += quantum * Double(Set(uncertain.map { field(above: $0.leaf.criterion) }).count)
        case .total: if subject == .total { slack += quantum }
        }
        return slack
    }
}
