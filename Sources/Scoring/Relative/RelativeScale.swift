import Values

/// The scale that the figures of a cohort set for one measure: a few exact numbers, with which each unit's points are a
/// function of its own figure.
struct RelativeScale: Sendable {
    /// How a figure becomes points.
    enum Form: Sendable {
        /// Straight pieces.
        case line(ScoreFunction)
        /// The maximum up to a number, beyond it the maximum × a reference ÷ the figure.
        case inverse(reference: ExactRatio, fullUpTo: ExactRatio)
        /// By places.
        case places(CohortPlaces)
        /// By standard deviations from the mean, better ones above it.
        case deviations(StandardDeviations, between: RelativeRule.Sides, isHigher: Bool)
        /// Numbers beyond 128 bits.
        case overflow
    }

    let form: Form
    /// How many figures set the scale.
    let count: Int
    /// How many figures may still change it.
    let missing: Int
    /// The least and the greatest figure; nil without any.
    let ends: (least: ExactRatio, greatest: ExactRatio)?
    /// The number that figures are divided by, or compared with, where there is one.
    let reference: ExactRatio?
    /// The ends of the range, where there is one.
    private(set) var range: (low: ExactRatio, high: ExactRatio)?
    /// The scales with all missing figures at one end of the domain, and at the other; empty where none is missing.
    let extremes: [RelativeScale]
    /// Whether figures that come may turn any points into any.
    private let isOpen: Bool
    /// The leaf's maximum.
    private let maximum: ExactRatio

    /// Whether all figures are equal.
    var isEqual: Bool { ends.map { $0.least == $0.greatest } ?? false }

    init(_ relative: CompiledRelative, _ numbers: CohortNumbers) {
        let rule = relative.rule
        (count, missing, ends) = (numbers.count, numbers.missing, numbers.ends)
        maximum = relative.maximum
        isOpen = rule.against == .z
        extremes = relative.ends(beyond: numbers).map { RelativeScale(relative, $0) }
        // A range with a fixed end is one even where all figures are equal.
        guard let ends, ends.least != ends.greatest || rule.fixedEnd != nil else {
            (form, reference) = (.line(ScoreFunction(from: relative.equal)), ends?.least)
            return
        }
        let isHigher = relative.direction == .higher
        switch rule.against {
        case .minMax:
            reference = nil
            let (low, high) = relative.rangeEnds(of: numbers, ends)
            range = (low, high)
            form = relative.line(between: low, and: high).map { .line($0) } ?? .overflow
            return
        case .rank:
            reference = nil
            form = .places(numbers.places(relative.direction, rule.ties))
            return
        case .z:
            reference = numbers.mean(digits: rule.digits)
            let deviations = numbers.deviations(digits: rule.digits)
            let sides = rule.deviations ?? .init()
            form = deviations.map { .deviations($0, between: sides, isHigher: isHigher) } ?? .overflow
            return
        case .maximum: reference = ends.greatest
        case .minimum: reference = ends.least
        case .leader: reference = isHigher ? ends.greatest : ends.least
        case .mean: reference = numbers.mean(digits: rule.digits)
        case .median: reference = numbers.median
        }
        guard let reference else {
            form = .overflow
            return
        }
        if rule.condition != nil {
            form = .line(relative.step(at: reference))
            return
        }
        let full = rule.target.map { ExactRatio($0) } ?? reference
        if isHigher {
            form =
                ScoreFunction.quotient(by: reference, fullFrom: min(full, reference), maximum: maximum).map {
                    .line($0)
                }
                ?? .overflow
        } else {
            form = .inverse(reference: reference, fullUpTo: max(full, reference))
        }
    }

    /// A scale that was compiled before.
    init(
        form: Form, count: Int, missing: Int, ends: (least: ExactRatio, greatest: ExactRatio)?,
        extremes: [RelativeScale], of relative: CompiledRelative
    ) {
        (self.form, self.count, self.missing, self.ends, self.extremes) = (form, count, missing, ends, extremes)
        (maximum, isOpen, reference) = (relative.maximum, relative.rule.against == .z, nil)
    }

    /// The points of a figure that is one of the cohort's; nil beyond 128 bits.
    func points(at number: ExactRatio) -> ExactRatio? {
        switch form {
        case .line(let function): function.points(at: number)
        case .inverse(let reference, let full):
            number <= full ? maximum : maximum.multiplied(by: reference)?.divided(by: number)
        case .places(let places): places.share(of: number)?.multiplied(by: maximum)
        case .deviations(let deviations, let sides, let isHigher):
            deviations.z(of: number).flatMap { z in
                sides.share(of: isHigher ? z : z.negated).multiplied(by: maximum)
            }
        case .overflow: nil
        }
    }

    /// Which points a figure can still get once all others have reported; nil where these can change nothing.
    ///
    /// Every other scale is monotone in each figure that sets it, so its ends are those with all of the missing ones at
    /// one end of the domain; or with none of them, if they turn out not to apply. Standard deviations are not, and any
    /// points are said to be possible.
    func range(at number: ExactRatio, around points: ExactRatio) -> ClosedRange<ExactRatio>? {
        if extremes.isEmpty { return nil }
        if isOpen { return .zero...maximum }
        var (least, most) = (points, points)
        for extreme in extremes {
            guard let end = extreme.points(at: number) else { return .zero...maximum }
            (least, most) = (min(least, end), max(most, end))
        }
        return least == most ? nil : least...most
    }
}

extension ScoreFunction {
    /// A straight line from nothing to the maximum, constant outside; nil beyond 128 bits and where the ends are equal.
    static func line(zeroAt: ExactRatio, fullAt: ExactRatio, maximum: ExactRatio) -> ScoreFunction? {
        guard let width = fullAt.subtracting(zeroAt), let slope = maximum.divided(by: width),
            let intercept = slope.multiplied(by: zeroAt)?.negated
        else { return nil }
        let isRising = zeroAt < fullAt
        var function = ScoreFunction(from: isRising ? .zero : maximum)
        function.append(
            from: Start(isRising ? zeroAt : fullAt, isIncluded: true), intercept: intercept, slope: slope)
        function.append(
            from: Start(isRising ? fullAt : zeroAt, isIncluded: true), intercept: isRising ? maximum : .zero)
        return function
    }

    /// The maximum × a figure ÷ a reference, and the whole maximum from some figure on; nil beyond 128 bits.
    fileprivate static func quotient(
        by reference: ExactRatio, fullFrom full: ExactRatio, maximum: ExactRatio
    ) -> ScoreFunction? {
        if reference <= .zero || full <= .zero { return ScoreFunction(from: maximum) }
        guard let slope = maximum.divided(by: reference) else { return nil }
        var function = ScoreFunction(from: .zero)
        function.append(from: Start(.zero, isIncluded: true), intercept: .zero, slope: slope)
        function.append(from: Start(full, isIncluded: true), intercept: maximum)
        return function
    }
}
