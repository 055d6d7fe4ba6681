import Values

/// A relative rule in compiled form.
package struct CompiledRelative: Sendable {
    let rule: RelativeRule
    /// Its position among the set's relative measures.
    var slot = 0
    /// The column of its figure.
    let column: Int
    let direction: Metric.Direction
    /// The leaf's maximum.
    let maximum: ExactRatio
    /// What holds where all figures are equal.
    let equal: ExactRatio
    /// Whether it applies, by the position of a level in the set.
    let levels: [Bool]
    /// The least and the greatest figure that can be, in millionths.
    private let domain: (least: Int64, greatest: Int64)

    /// Nil for a measure of another rule.
    init?(_ measure: Measure, of leaf: Leaf, in context: RuleContext, _ set: CriteriaSet, slots: [String: Int]) {
        guard case .relative(let rule) = measure.rule else { return nil }
        self.rule = rule
        column = slots[context.main.code] ?? 0
        direction = context.main.direction
        maximum = context.exactMaximum
        equal = rule.equal.points(in: context)
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

extension CompiledMeasure {
    /// Whether both measure a unit against others by the same rule, on the same number of points.
    func isMeasured(as other: CompiledMeasure) -> Bool {
        guard let relative, let other = other.relative else { return false }
        return relative.rule == other.rule && relative.maximum == other.maximum
            && relative.direction == other.direction
    }
}
