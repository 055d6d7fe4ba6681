import ScoreNumerics
import Values

/// A leaf of a unit with some figures based on samples.
struct UncertainLeaf: Sendable {
    struct SampledFigure: Sendable {
        let column: Int
        let value: Double
        let error: Double
        /// The metric's domain.
        let domain: Span
        /// Between which numbers it lies, where it has no standard error.
        let bounds: Span?

        /// The numbers within `reach` standard errors, or within its bounds, and within the domain.
        func span(within reach: Double) -> Span {
            let wide = bounds ?? Span(value - reach * error, value + reach * error)
            return Span(min(max(wide.lower, domain.lower), value), max(min(wide.upper, domain.upper), value))
        }
    }

    /// Values beyond this are ignored: one in two million lies further off.
    private static let farthest = 5.0

    let leaf: CompiledLeaf
    /// The points, unrounded.
    let points: Double
    /// Figures with an error, or without a known one.
    let figures: [SampledFigure]
    /// The standard error of the points, if the rules of all figures are straight within reach.
    private(set) var deviation: Double?
    private let unit: UnitFigures
    private let outcome: LeafOutcome
    private let sharesPeople: Bool
    /// Whether figures that its condition depends on are among them.
    private let isRequirementSampled: Bool
    /// The points that the leaf has without the condition, unrounded, where no figure of its own is uncertain.
    private let fixed: Double?

    /// The leaves whose points sampling can change, of each unit.
    static func all(
        of units: [Int], _ scores: ScoreTable, by subject: Ranking.Subject, errors: MetricErrors
    ) -> [[UncertainLeaf]] {
        if errors.isEmpty { return units.map { _ in [] } }
        let (criteria, metrics) = (scores.criteria, errors.metrics)
        // A leaf also moves with one that it depends on.
        func isMoved(_ leaf: CompiledLeaf) -> Bool {
            let measures = criteria.set.criteria[leaf.criterion].leaf?.measures ?? []
            return measures.contains { $0.metrics.contains { metrics.contains($0.code) } }
                || leaf.requirement.map { isMoved($0.leaf) } ?? false
        }
        let leaves = criteria.leaves(of: subject).filter { isMoved(criteria.leaves[$0]) }
        let parts = Parallel.map(units.count, minimum: 200) { part in
            part.map { position -> [UncertainLeaf] in
                let score = scores[units[position]]
                let (figures, criteria) = (score.figures, score.compiled)
                return leaves.compactMap { position in
                    let leaf = criteria.leaves[position]
                    // Where people gave points, no error of a figure reaches them.
                    if score.isSettled(leaf.criterion, in: subject) { return nil }
                    var uncertain = UncertainLeaf(leaf, criteria, score.unit, figures, errors: errors)
                    // Where its points are not added, their error is no error of the sum.
                    if criteria.set.isCombined(leaf.criterion, in: subject) { uncertain?.deviation = nil }
                    return uncertain
                }
            }
        }
        return Array(parts.joined())
    }

    /// Nil for a leaf without uncertain figures, without points, or whose points no error can reach.
    private init?(
        _ leaf: CompiledLeaf, _ criteria: CompiledCriteria, _ position: Int, _ unit: UnitFigures, errors: MetricErrors
    ) {
        var sampled = Self.sampled(leaf, criteria, position, unit, errors: errors)
        let ownCount = sampled.count
        var required = leaf.requirement?.leaf
        while let other = required {
            sampled += Self.sampled(other, criteria, position, unit, errors: errors)
            required = other.requirement?.leaf
        }
        guard !sampled.isEmpty else { return nil }
        sharesPeople = errors.sharesPeople
        isRequirementSampled = sampled.count > ownCount
        outcome = leaf.outcome(unit)
        guard outcome.points != nil else { return nil }
        self.leaf = leaf
        self.unit = unit
        figures = sampled
        let free = leaf.combinedSpan(of: outcome) { Span($1.points?.approximation ?? 0) }.lower
        fixed = ownCount == 0 ? free : nil
        points = leaf.limit(in: outcome).map { min(free, $0) } ?? free
        let reach = span(within: Self.farthest)
        if reach.width == 0 { return nil }
        deviation = straightDeviation
    }

    /// The figures of a leaf with an error, or without a known one.
    private static func sampled(
        _ leaf: CompiledLeaf, _ criteria: CompiledCriteria, _ position: Int, _ unit: UnitFigures, errors: MetricErrors
    ) -> [SampledFigure] {
        var sampled: [SampledFigure] = []
        let measures = criteria.set.criteria[leaf.criterion].leaf?.measures ?? []
        for (compiled, measure) in zip(leaf.measures, measures) {
            for metric in measure.metrics {
                // Against others, their errors count too.
                guard
                    errors.isUncertain(unit: position, metric: metric.code)
                        || (compiled.relative != nil && errors.metrics.contains(metric.code))
                else { continue }
                let column = compiled.quantity.figures.first {
                    !$0.isLastYear && criteria.metrics[$0.figure] == metric.code
                }
                guard let column = column?.figure, let value = unit.now(column).percentOrValue else { continue }
                let domain = Span(
                    metric.lawfulMinimum?.approximation ?? -.infinity,
                    metric.lawfulMaximum?.approximation ?? .infinity)
                sampled.append(
                    SampledFigure(
                        column: column, value: value, error: errors[position, metric.code], domain: domain,
                        bounds: errors.bounds(unit: position, metric: metric.code).map {
                            Span($0.lowerBound, $0.upperBound)
                        }))
            }
        }
        return sampled
    }

    /// How many of its figures have no known error.
    var boundsCount: Int { figures.count { $0.bounds != nil } }

    /// Bonus and penalty points are capped, the smallest of several measures may change, and a condition on another
    /// criterion may hold or not: these are bounded.
    private var straightDeviation: Double? {
        guard leaf.role == .regular, leaf.requirement == nil, leaf.measures.count == 1 || leaf.combination == .mean,
            boundsCount == 0
        else {
            return nil
        }
        var weights = 0
        var (variance, sum) = (0.0, 0.0)
        for (measure, result) in zip(leaf.measures, outcome.measures) where measure.counts(result.state) {
            weights += measure.weight
            let columns = measure.quantity.figures.map { $0.figure }
            guard let figure = figures.first(where: { columns.contains($0.column) }) else { continue }
            guard case .figure = measure.quantity, measure.relative == nil,
                let slope = measure.function.slope(over: figure.span(within: Self.farthest))
            else { return nil }
            let part = slope * Double(measure.weight) * figure.error
            variance += part * part
            sum += abs(part)
        }
        return weights == 0 ? nil : (sharesPeople ? sum : variance.squareRoot()) / Double(weights)
    }

    /// The minimum and maximum points while every figure stays within `reach` standard errors.
    func span(within reach: Double) -> Span {
        let free = fixed.map { Span($0) } ?? freeSpan(within: reach)
        guard let requirement = leaf.requirement else { return free }
        if isRequirementSampled {
            let limit = requirement.limit(of: outcome.exactMaximum).approximation
            return Span(min(free.lower, limit), free.upper)
        }
        return leaf.limit(in: outcome).map { Span(min(free.lower, $0), min(free.upper, $0)) } ?? free
    }

    /// The same, whatever other criteria the leaf depends on.
    private func freeSpan(within reach: Double) -> Span {
        leaf.combinedSpan(of: outcome) { measure, result in
            let isFaulty = if case .faulty = result.state { true } else { false }
            guard isFaulty || result.state == .scored else { return Span(0) }
            // Other units' errors move the scale too: any points are within reach.
            if measure.relative != nil { return Span(0, leaf.maximum.approximation) }
            let quantity = measure.quantity.span { column in
                figures.first { $0.column == column }?.span(within: reach)
                    ?? Span(unit.now(column).percentOrValue ?? 0)
            } lastYear: { column in
                Span(unit.before(column).percentOrValue ?? 0)
            }
            if !isFaulty, let quantity { return measure.function.span(over: quantity) }
            // Figures that cannot be scored have no points, and others nearby may have any.
            let any = measure.function.span(over: Span(-.infinity, .infinity))
            return Span(min(any.lower, 0), max(any.upper, 0))
        }
    }
}

extension CompiledLeaf {
    /// The most that the leaf gets in an outcome by its condition on another criterion; nil where that holds.
    fileprivate func limit(in outcome: LeafOutcome) -> Double? {
        guard let requirement, outcome.requirement?.state != .met else { return nil }
        return requirement.limit(of: outcome.exactMaximum).approximation
    }

    /// The points of the leaf from those of its measures, combined as in ``combined(_:)``, unrounded.
    fileprivate func combinedSpan(
        of outcome: LeafOutcome, _ points: (CompiledMeasure, MeasureOutcome) -> Span
    ) -> Span {
        var sum = Span(0)
        var least: Span?
        var weights = 0
        for (measure, result) in zip(measures, outcome.measures) where measure.counts(result.state) {
            var span = points(measure, result)
            if case .notApplicable(let reason) = result.state {
                let isFull = (reason.settlement ?? measure.settlement) == .fullPoints
                span = Span(isFull ? maximum.approximation : 0)
            }
            weights += measure.weight
            sum = sum + span * Span(Double(measure.weight))
            least = least.map { Span(min($0.lower, span.lower), min($0.upper, span.upper)) } ?? span
        }
        if combination == .minimum { return least ?? Span(0) }
        return weights == 0 ? Span(0) : sum * Span(1 / Double(weights))
    }
}

extension CompiledMeasure {
    /// Whether the measure counts in its leaf's weight.
    fileprivate func counts(_ state: MeasureOutcome.State) -> Bool {
        if state == .notAssigned { return false }
        guard case .notApplicable(let reason) = state else { return true }
        guard reason != .level else { return false }
        let settlement = reason.settlement ?? self.settlement
        return settlement != .leaveOut && settlement != .shareOut
    }
}

extension Figure {
    /// The number, a ratio as a percentage; nil if there is none.
    var percentOrValue: Double? {
        switch self {
        case .value(let value): value.approximation
        case .ratio(let above, let below): below == 0 ? nil : 100 * above.approximation / below.approximation
        case .notReported, .notApplicable, .awaited, .notPublished: nil
        }
    }
}
