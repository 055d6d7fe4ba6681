public import Values

/// The steps of a comparison, in the order in which they are applied.
public enum ComparisonStep: Int, CaseIterable, Hashable, Sendable {
    /// Other figures, under the rules and points of the first side.
    case figures
    /// Other criteria: rules, goals, maxima, caps; criteria that came or went.
    case criteria
    /// What has become applicable, or no longer is.
    case applicability
    /// Another way of rounding.
    case rounding
}

/// How one number of points became another, step by step; decision 0012 defines the steps.
///
/// The states between the steps are scores, so that the steps add up to the whole change by themselves, to the last
/// digit.
public struct Bridge: Sendable {
    /// The scores before the first step, between the steps and after the last: one more than there are steps.
    public let states: [Tally]
    /// How the first side rounds the index for show, and how the second does.
    private let rounding: (first: Rounding, last: Rounding)

    init(_ states: [Tally], rounding: (first: Rounding, last: Rounding)) {
        self.states = states
        self.rounding = rounding
    }

    /// The first side's score.
    public var first: Tally { states[0] }
    /// The second side's score.
    public var last: Tally { states[states.count - 1] }
    /// The whole change of points.
    public var change: FixedDecimal { last.points - first.points }

    /// What a step changed of the points.
    public func points(_ step: ComparisonStep) -> FixedDecimal {
        states[step.rawValue + 1].points - states[step.rawValue].points
    }

    /// What a step changed of the maximum that applies.
    public func maximum(_ step: ComparisonStep) -> FixedDecimal {
        states[step.rawValue + 1].maximum - states[step.rawValue].maximum
    }

    /// Whether nothing changed at any step.
    public var isUnchanged: Bool {
        ComparisonStep.allCases.allSatisfy { points($0) == 0 && maximum($0) == 0 }
    }

    /// The indices of the states, each rounded for show as the first side does and the last one as the second does; nil
    /// unless both sides have an index.
    ///
    /// A state in which nothing applies has no index of its own and keeps the one before it.
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

    /// What each step changed of the index as it is shown, in the order of ``ComparisonStep``; nil unless both sides have
    /// an index.
    public var indexSteps: [FixedDecimal]? {
        indices.map { indices in zip(indices.dropFirst(), indices).map { $0 - $1 } }
    }
}
