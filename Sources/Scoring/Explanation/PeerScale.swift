import Values

/// What figures of one unit earn while those of all others of its cohort stay as they are.
struct PeerScale {
    private let relative: CompiledRelative
    private let unit: ScoredUnit
    private let others: CohortNumbers
    /// The scale that stays as it is; nil where it follows the unit's figure.
    private let held: RelativeScale?

    /// Nil where nobody knows the cohort. Complexity: O(units of the cohort).
    init?(_ relative: CompiledRelative, _ figures: UnitFigures) {
        guard let compared = figures.compared else { return nil }
        (self.relative, unit) = (relative, compared.scales.units[compared.position])
        held = compared.scales.heldScale(of: relative)
        var others = CohortNumbers()
        for unit in compared.scales.members(of: relative, beside: compared.position) where unit != compared.position {
            others.add(compared.scales.figure(of: relative, unit: unit))
        }
        self.others = others
    }

    /// The points of a figure on the scale that the cohort has with it; nil without a number, and beyond 128 bits.
    ///
    /// Complexity: O(n) for a cohort of n, for places, medians and standard deviations O(n·log n).
    func points(of figure: Figure) -> ExactRatio? {
        guard let number = figure.exactNumber else { return nil }
        if let held { return relative.points(at: number, of: unit, on: held) }
        var numbers = others
        numbers.add(figure)
        return relative.points(at: number, of: unit, on: RelativeScale(relative, numbers))
    }

    /// The best figure of the others; nil where none has one.
    var best: ExactRatio? {
        let ends = held.map { $0.ends } ?? others.ends
        return relative.direction == .higher ? ends?.greatest : ends?.least
    }

    /// Whether better figures earn more, however good they are already.
    fileprivate var isEndless: Bool { relative.rule.against == .z }

    /// Whether points jump from place to place, so that the first gain is a step.
    var isStepped: Bool { relative.rule.against == .rank || relative.rule.condition != nil }
}

extension StepFinder {
    /// The nearest gain, where things are counted or points jump, and the least improvement that earns most, while the
    /// others' figures stay as they are.
    ///
    /// A better figure never costs its own unit points, so both are found by halving.
    func steps(among peers: PeerScale) -> [NextStep] {
        guard case .figure = measure.quantity, let figure, let way = FigureSteps(from: figure, metric, peers),
            let now = peers.points(of: figure)
        else { return [] }
        func points(_ count: Int64) -> ExactRatio { way.figure(after: count).flatMap(peers.points) ?? now }
        let most = points(way.count)
        guard way.count > 0, most > now else { return [] }
        func first(where isEnough: (Int64) -> Bool) -> Int64 {
            var (low, high) = (Int64(1), way.count)
            while low < high {
                let middle = low + (high - low) / 2
                if isEnough(middle) { high = middle } else { low = middle + 1 }
            }
            return low
        }
        func step(_ count: Int64) -> NextStep? {
            guard let reached = way.figure(after: count), let quantity = reached.exactNumber,
                let points = outcome(at: (quantity, points(count)), rounding: leaf.rounding).points
            else { return nil }
            let gain = points - (self.outcome.points ?? 0)
            guard gain > 0 else { return nil }
            let isHigher = metric.direction == .higher
            var numerator: FixedDecimal?
            if case .ratio(let cases, _) = reached { numerator = cases }
            return NextStep(
                needed: Limit(comparison: isHigher ? .atLeast : .atMost, value: quantity),
                figure: quantity.rounded(Rounding(isHigher ? .up : .down, digits: 6)), numerator: numerator,
                points: points, gain: gain)
        }
        let top = step(first { points($0) == most })
        guard let top else { return [] }
        guard way.isCounted || peers.isStepped, let nearest = step(first { step($0) != nil }),
            nearest.points < top.points
        else { return [top] }
        return [nearest, top]
    }
}

/// The figures from one on in the better direction: a case more at a time, or a step of the metric.
private struct FigureSteps {
    private let now: FixedDecimal
    private let whole: FixedDecimal?
    /// In millionths, with its sign.
    private let step: Int64
    let isCounted: Bool
    /// How many there are up to the end of the domain; without one, up to the best figure of the others and one beyond.
    let count: Int64

    init?(from figure: Figure, _ metric: Metric, _ peers: PeerScale) {
        let isHigher = metric.direction == .higher
        let end = isHigher ? metric.lawfulMaximum : metric.lawfulMinimum
        if end == nil, peers.isEndless { return nil }
        let best = peers.best
        let last: ExactRatio?
        switch figure {
        case .ratio(let cases, let whole):
            guard cases.isInteger, whole.isInteger, whole > 0 else { return nil }
            let share = (end.map { ExactRatio($0) } ?? best)?.divided(by: ExactRatio(100))
            last = share?.multiplied(by: ExactRatio(whole))
            (now, self.whole, step, isCounted) = (
                cases, whole, isHigher ? FixedDecimal.scale : -FixedDecimal.scale, true
            )
        case .value(let value):
            last = end.map { ExactRatio($0) } ?? best
            let size = max(metric.step.mantissa, 1)
            // A figure between two steps goes to the next one first.
            let rest = ((value.mantissa % size) + size) % size
            now = FixedDecimal(mantissa: rest == 0 ? value.mantissa : value.mantissa - rest + (isHigher ? 0 : size))
            (whole, step, isCounted) = (nil, isHigher ? size : -size, metric.kind == .count)
        default: return nil
        }
        guard let last, let way = last.subtracting(ExactRatio(now))?.rounded(.finest) else { return nil }
        // Without an end, who has the best figure of the others may still have to pass it.
        let beyond: Int64 = end == nil ? 1 : 0
        let ahead = isHigher ? way.mantissa : -way.mantissa
        let size = abs(step)
        count = ahead < 0 ? beyond : (ahead + (end == nil ? size - 1 : 0)) / size + beyond
    }

    func figure(after count: Int64) -> Figure? {
        let (change, overflow) = step.multipliedReportingOverflow(by: count)
        guard !overflow, let number = now.addingReportingOverflow(FixedDecimal(mantissa: change)) else { return nil }
        return whole.map { .ratio(numerator: number, denominator: $0) } ?? .value(number)
    }
}
