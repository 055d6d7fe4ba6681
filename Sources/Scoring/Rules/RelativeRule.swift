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
/// | `leader` | 1 where the `target` is met; otherwise as against the best figure |
/// | `rank` | (last place − place) ÷ (last place − 1), equal figures by `ties` |
///
/// Where all figures are equal, and for a cohort of one, `equal` holds. `{"kind": "relative", "against": "minMax",
/// "among": "group"}` with 2 points: of 40, 70 and 90 the first gets 0, the second 1.2 and the third 2.
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

        /// Whether the share is a quotient of the figure and one number.
        var isQuotient: Bool {
            switch self {
            case .minMax, .rank: false
            case .maximum, .minimum, .mean, .median, .leader: true
            }
        }
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

    /// What a figure is measured against.
    public let against: Reference
    /// Which units are compared.
    public let among: Cohort
    /// What every unit gets while all figures are equal.
    public let equal: Amount
    /// The places of equal figures; only `rank` uses it.
    public let ties: RankingPolicy.Ties
    /// The target that earns everything; only `leader` has it.
    public let target: FixedDecimal?
    /// The decimals that a percentage of two counts has in a mean.
    public let digits: Int

    /// The decimals of numbers that have more than exact sums can hold: with twelve, ten thousand percentages and their
    /// sum stay far from the limit of 128 bits.
    public static let mostDigits = 12

    /// Makes a rule.
    public init(
        against: Reference, among: Cohort, equal: Amount = .share(100), ties: RankingPolicy.Ties = .standard,
        target: FixedDecimal? = nil, digits: Int = mostDigits
    ) {
        (self.against, self.among, self.equal, self.ties) = (against, among, equal, ties)
        (self.target, self.digits) = (target, digits)
    }
}

extension RelativeRule: RuleShape {
    package init?(reading object: JSONObject, in context: RuleContext) {
        let against = object.required("against").flatMap { _ in object.choice("against", of: Reference.self) }
        let among = object.required("among").flatMap { _ in object.choice("among", of: Cohort.self) }
        let equal = object.amount("equal", in: context)
        let digits = object.integer("digits", in: FixedDecimal.fractionDigits...Self.mostDigits)
        let main = context.main
        guard let against, let among, object.requireKind(.percent, .count, .amount, of: main) else { return nil }
        let ties = against == .rank ? object.choice("ties", of: RankingPolicy.Ties.self) : nil
        let target = against == .leader ? object.requiredDecimal("target") : nil
        if against == .leader, target == nil { return nil }
        let isAgainstDirection =
            switch against {
            case .maximum: main.direction == .lower
            case .minimum: main.direction == .higher
            case .minMax, .mean, .median, .leader, .rank: false
            }
        // A unit level with the reference has everything; equal figures with less would gain by getting worse.
        let isWhole = equal.map { $0.points(in: context) == context.exactMaximum } ?? true
        let isLessWhenEqual = against.isQuotient && !isWhole
        guard !isAgainstDirection, !isLessWhenEqual else {
            object.reader.report(
                CriteriaFinding.ruleAgainstDirection, at: object.offset(of: isLessWhenEqual ? "equal" : "against"),
                [.code: .text(main.code), .expected: .code(main.direction.rawValue)])
            return nil
        }
        // A quotient of negative numbers would turn better into worse.
        guard !against.isQuotient || (main.lawfulMinimum ?? -1) >= 0, target.map({ $0 >= 0 }) ?? true else {
            object.reader.report(
                CriteriaFinding.badOrder, at: object.offset(of: "against"), [.expected: "0 ≤ minimum, 0 ≤ target"])
            return nil
        }
        self.init(
            against: against, among: among, equal: equal ?? .share(100), ties: ties ?? .standard, target: target,
            digits: digits ?? Self.mostDigits)
    }

    /// Only the scale of the unit's cohort says what a figure earns; no rule alone does.
    package func function(in context: RuleContext, year: Int) -> ScoreFunction { ScoreFunction(from: .zero) }
}
