public import Values

/// The steps of a comparison, in the order in which they are applied.
public enum ComparisonStep: Int, CaseIterable, Hashable, Sendable {
    /// Different figures, under the rules and points of the first side.
    case figures
    /// Different criteria: rules, targets, maxima, caps; criteria added or removed.
    case criteria
    /// What has become applicable, or no longer is.
    case applicability
    /// Different rounding.
    case rounding
}

/// How one number of points turned into another, step by step; decision 0012 defines the steps.
///
/// The states between the steps are scores, so the steps add up to the whole change exactly, to the last digit.
public struct Bridge: Sendable {
    /// The scores before the first step, between the steps and after the last: one more than the number of steps.
    public let states: [PointSum]
    /// How each side rounds the index for display.
    private let rounding: (first: Rounding, last: Rounding)

    init(_ states: [PointSum], rounding: (first: Rounding, last: Rounding)) {
        self.states = states
        self.rounding = rounding
    }

    /// The first side's score.
    public var first: PointSum { states[0] }
    /// The second side's score.
    public var last: PointSum { states[states.count - 1] }
    /// The total change in points.
    public var change: FixedDecimal { last.points - first.points }

    /// The change in points at a step.
    public func points(_ step: ComparisonStep) -> FixedDecimal {
        states[step.rawValue + 1].points - states[step.rawValue].points
    }

    /// The change in the applicable maximum at a step.
    public func maximum(_ step: ComparisonStep) -> FixedDecimal {
        states[step.rawValue + 1].maximum - states[step.rawValue].maximum
    }

    /// Whether nothing changed at any step.
    public var isUnchanged: Bool {
        ComparisonStep.allCases.allSatisfy { points($0) == 0 && maximum($0) == 0 }
    }

    /// The indices of the states, each rounded for display as the first side does, and the last one as the second does;
    /// nil unless both sides have an index.
    ///
    /// A state in which nothing applies has no index of its own and keeps the previous one.
    public var indices: [FixedDecimal]? {
        guard var index = first.exactIndex?.rounded(rounding.first), last.exactIndex != nil else { return nil }
        var indices: [FixedDecimal] = []
        for (position, state) in states.enumerated() {
            let rounding = position == states.count - 1 ? rounding.last : rounding.first
            if let exact = state.exactIndex {
                guard let rounded = exact.rounded(rounding) else { return nil }
                index = rounded
            }
            indices.append(index)
        }
        return indices
    }

    /// The change of the displayed index at each step, in the order of ``ComparisonStep``; nil unless both sides have
    /// an index.
    public var indexSteps: [FixedDecimal]? {
        indices.map { indices in zip(indices.dropFirst(), indices).map { $0 - $1 } }
    }

    /// Whether there are neither points nor a maximum in any state.
    package var isEmpty: Bool { states.allSatisfy { $0.points == 0 && $0.maximum == 0 } }

    /// Points before, of each step, after, and their change; the same of maxima and of indices.
    package var pointNumbers: [FixedDecimal] { Self.walk(states.map { $0.points }) }
    package var maximumNumbers: [FixedDecimal] { Self.walk(states.map { $0.maximum }) }
    package var indexNumbers: [FixedDecimal]? { indices.map { Self.walk($0) } }

    private static func walk(_ states: [FixedDecimal]) -> [FixedDecimal] {
        let (first, last) = (states[0], states[states.count - 1])
        return [first] + zip(states.dropFirst(), states).map { $0 - $1 } + [last, last - first]
    }
}
