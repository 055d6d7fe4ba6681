public import Values

/// **`relative`: measured against the other units.**
///
/// The figures of a cohort set a scale, and each unit's figure has its place on it. Which direction is better is the
/// metric's. Points = maximum × share:
///
/// | `against` | share |
/// |---|---|
/// | `minMax` | the distance from the worst figure ÷ the distance between the worst and the best |
/// | `maximum` | value ÷ the greatest figure; only where higher is better |
/// | `minimum` | the least figure ÷ value; only where lower is better |
/// | `mean`, `median` | value ÷ reference, or reference ÷ value where lower is better; at most 1 |
/// | `leader` | 1 where the `target` of the unit's group is met; otherwise as against the best figure |
/// | `rank` | (last place − place) ÷ (last place − 1), equal figures by `ties` |
/// | `z` | a straight line over the standard deviations from the mean, from `zeroAt` to `fullAt` |
///
/// With a `condition`, whoever stands so to the reference has everything, and others what it says. Where all figures are
/// equal, and for a cohort of one, `equal` holds. `{"kind": "relative", "against": "minMax", "among": "group"}` with 2
/// points: of 40, 70 and 90 the first gets 0, the second 1.2 and the third 2.
public struct RelativeRule: Hashable, Sendable {
    /// What a figure is measured against.
    public enum Reference: String, CaseIterable, Hashable, Sendable {
        /// The range between the worst and the best.
        case minMax
        /// The greatest figure.
        case maximum
        /// The least figure.
        case minimum
        /// The arithmetic mean.
        case mean
        /// The middle figure, or the mean of the two middle ones.
        case median
        /// A target, and the best figure below it.
        case leader
        /// The places.
        case rank
        /// The mean and the standard deviation.
        case z
    }

    /// Which units are compared.
    public enum Cohort: String, CaseIterable, Hashable, Sendable {
        /// Those of a group; units without one form one together.
        case group
        /// Those of a level.
        case level
        /// All.
        case all
        /// Those below the same unit; units below none form one cohort together.
        case parent
    }

    /// How a figure must stand to the reference: at least at the average, above it.
    public struct Condition: Hashable, Sendable {
        /// The comparison that earns the maximum.
        public let comparison: Comparison
        /// What others get.
        public let otherwise: Amount

        /// Makes a condition.
        public init(_ comparison: Comparison, otherwise: Amount = .share(0)) {
            (self.comparison, self.otherwise) = (comparison, otherwise)
        }
    }

    /// The target of the units of some groups.
    public struct GroupTarget: Hashable, Sendable {
        /// The codes of the groups.
        public let groups: [String]
        /// The target.
        public let value: FixedDecimal

        /// Makes a target.
        public init(groups: [String], value: FixedDecimal) { (self.groups, self.value) = (groups, value) }
    }

    /// A number for the low and for the high side.
    public struct Sides: Hashable, Sendable {
        /// That of the low side; nil for none.
        public let low: FixedDecimal?
        /// That of the high side; nil for none.
        public let high: FixedDecimal?

        /// Makes numbers for both sides.
        public init(low: FixedDecimal? = nil, high: FixedDecimal? = nil) { (self.low, self.high) = (low, high) }
    }

    /// What a figure is measured against.
    public let against: Reference
    /// Which units are compared.
    public let among: Cohort
    /// What every unit gets while all figures are equal.
    public let equal: Amount
    /// What the figure must be compared with the reference, in place of a quotient.
    public var condition: Condition?
    /// The places of equal figures; only `rank` uses it.
    public var ties = RankingPolicy.Ties.standard
    /// The target that earns everything; only `leader` has it, or ``groupTargets``.
    public var target: FixedDecimal?
    /// The targets of the units of some groups. Units of other groups have none, and are a cohort of their own.
    public var groupTargets: [GroupTarget] = []
    /// The target of the unit that the rule is for, in the place of that for all and that of its group; no file states it.
    package var ownTarget: FixedDecimal?
    /// The end of the range that is fixed, whatever the figures; only of `minMax`, and one at most.
    public var fixedEnd: Sides?
    /// How many percent of the figures the range leaves out at its ends; only of `minMax`.
    public var trim: Sides?
    /// Between how many standard deviations from the mean the line of `z` runs, from nothing to everything.
    public var deviations: Sides?
    /// The decimals that a percentage of two counts has in a mean, and that z has.
    public var digits = Self.mostDigits

    /// The decimals of numbers that have more than exact numbers can hold: with twelve, ten thousand percentages, their
    /// squares and the sums of these stay within 128 bits.
    public static let mostDigits = 12

    /// Makes a rule.
    public init(against: Reference, among: Cohort, equal: Amount = .share(100)) {
        (self.against, self.among, self.equal) = (against, among, equal)
    }

    /// The target of the units of a group; nil where they have none.
    package func target(of group: String?) -> FixedDecimal? {
        if let ownTarget { return ownTarget }
        if groupTargets.isEmpty { return target }
        return group.flatMap { group in groupTargets.first { $0.groups.contains(group) }?.value }
    }

    /// Whether the share is a quotient of the figure and one number.
    var isQuotient: Bool {
        switch against {
        case .minMax, .rank, .z: false
        case .maximum, .minimum, .mean, .median, .leader: condition == nil
        }
    }

    /// The rule has no scale of its own: only the scale of the unit's cohort says what a figure earns.
    package func function(in context: RuleContext, year: Int) -> ScoreFunction { ScoreFunction(from: .zero) }
}
