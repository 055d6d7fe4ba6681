import Values

/// A relative rule in compiled form.
package final class CompiledRelative: Sendable {
    let rule: RelativeRule
    /// Its position among the set's relative measures.
    let slot: Int
    /// The column of its figure.
    let column: Int
    let direction: Metric.Direction
    /// The leaf's maximum.
    let maximum: ExactRatio
    /// What holds where all figures are equal.
    let equal: ExactRatio
    /// What those get that do not stand to the reference as a condition says.
    private let otherwise: ExactRatio
    /// Whether it applies, by the position of a level in the set.
    let levels: [Bool]
    /// The least and the greatest figure that can be, in millionths.
    private let domain: (least: Int64, greatest: Int64)

    /// Nil for a measure of another rule. (Of an initializer that fails, Embedded Swift leaves the object behind.)
    static func of(
        _ measure: Measure, of leaf: Leaf, in context: RuleContext, _ set: CriteriaSet, slots: [String: Int], slot: Int
    ) -> CompiledRelative? {
        guard case .relative(let rule) = measure.rule else { return nil }
        return CompiledRelative(rule, measure, of: leaf, in: context, set, slots: slots, slot: slot)
    }

    private init(
        _ rule: RelativeRule, _ measure: Measure, of leaf: Leaf, in context: RuleContext, _ set: CriteriaSet,
        slots: [String: Int], slot: Int
    ) {
        self.slot = slot
        self.rule = rule
        column = slots[context.main.code] ?? 0
        direction = context.main.direction
        maximum = context.exactMaximum
        equal = rule.equal.points(in: context)
        otherwise = rule.condition?.otherwise.points(in: context) ?? .zero
        let metric = context.main
        domain = (metric.lawfulMinimum?.mantissa ?? .min, metric.lawfulMaximum?.mantissa ?? .max)
        levels = set.levels.map { leaf.levels.contains($0.code) && measure.levels?.contains($0.code) ?? true }
    }

    /// The numbers with what is missing at the least, and at the greatest that it can be; empty where nothing is.
    func ends(beyond numbers: CohortNumbers) -> [CohortNumbers] {
        let missing = Int64(numbers.missing)
        if missing == 0 || numbers.count == 0 { return [] }
        // Where places are dense, different figures make more of them than equal ones.
        let step: Int64 = rule.against == .rank && rule.ties == .dense ? 1 : 0
        return [
            numbers.settled(with: (0..<missing).map { domain.least + step * $0 }),
            numbers.settled(with: (0..<missing).map { domain.greatest - step * $0 }),
        ]
    }
}

extension CompiledRelative {
    /// The ends of the range that figures set: the least and the greatest, trimmed or one of them fixed.
    func rangeEnds(
        of numbers: CohortNumbers, _ all: (least: ExactRatio, greatest: ExactRatio)
    ) -> (low: ExactRatio, high: ExactRatio) {
        let ends = rule.trim.flatMap { numbers.ends(without: $0) } ?? all
        return (
            rule.fixedEnd?.low.map { ExactRatio($0) } ?? ends.least,
            rule.fixedEnd?.high.map { ExactRatio($0) } ?? ends.greatest
        )
    }

    /// The line between the ends of a range; nil beyond 128 bits.
    ///
    /// Where no figure is left between them, better ones than the worse end earn everything, worse ones nothing, and
    /// those at it what equal figures do.
    func line(between low: ExactRatio, and high: ExactRatio) -> ScoreFunction? {
        let isHigher = direction == .higher
        if low < high {
            return .line(zeroAt: isHigher ? low : high, fullAt: isHigher ? high : low, maximum: maximum)
        }
        let worst = isHigher ? low : high
        var function = ScoreFunction(from: isHigher ? .zero : maximum)
        function.append(from: .init(worst, isIncluded: true), intercept: equal)
        function.append(from: .init(worst, isIncluded: false), intercept: isHigher ? maximum : .zero)
        return function
    }

    /// The maximum on one side of a reference, and what the condition says on the other.
    func step(at reference: ExactRatio) -> ScoreFunction {
        let isIncluded = rule.condition?.comparison == .atLeast || rule.condition?.comparison == .below
        let isHigher = direction == .higher
        var function = ScoreFunction(from: isHigher ? otherwise : maximum)
        function.append(
            from: .init(reference, isIncluded: isIncluded), intercept: isHigher ? maximum : otherwise)
        return function
    }
}

extension CompiledRelative {
    /// The points of a unit's figure: all of them where the target of its group is met, otherwise those on a scale.
    func points(at number: ExactRatio, of unit: ScoredUnit, on scale: RelativeScale) -> ExactRatio? {
        isTargetMet(by: number, of: unit) ? maximum : scale.points(at: number)
    }

    /// Whether a unit's figure meets the target of its group; false where the scale itself knows the target.
    func isTargetMet(by number: ExactRatio, of unit: ScoredUnit) -> Bool {
        if rule.groupTargets.isEmpty, rule.ownTarget == nil { return false }
        return rule.target(of: unit.group).map { target in
            direction == .higher ? number >= ExactRatio(target) : number <= ExactRatio(target)
        } ?? false
    }
}

extension CompiledMeasure {
    /// Whether both measure a unit against others by the same rule, on the same number of points.
    func isMeasured(as other: CompiledMeasure) -> Bool {
        guard let relative, let other = other.relative else { return false }
        return relative.rule == other.rule && relative.maximum == other.maximum
            && relative.direction == other.direction
    }
}
