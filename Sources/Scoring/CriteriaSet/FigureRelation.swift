public import Values

/// A relation that must hold between figures of a unit, as data of the set: late files are no more than files not on
/// time.
public struct FigureRelation: Hashable, Sendable {
    /// A figure in a relation, or a part of it.
    public struct Figure: Hashable, Sendable {
        /// What of a figure is meant.
        public enum Part: String, CaseIterable, Hashable, Sendable {
            /// The number; of two counts their percentage.
            case value
            /// The numerator of a percentage.
            case numerator
            /// The denominator of a percentage.
            case denominator
        }

        /// The code of the metric.
        public let metric: String
        /// What of it is meant.
        public let part: Part
        /// Whether it is that of the last period.
        public let isLastYear: Bool

        /// Makes a reference.
        public init(_ metric: String, _ part: Part = .value, isLastYear: Bool = false) {
            (self.metric, self.part, self.isLastYear) = (metric, part, isLastYear)
        }
    }

    /// A sum of figures and numbers, each added or taken off.
    public struct Side: Hashable, Sendable {
        /// A figure or a number.
        public enum Term: Hashable, Sendable {
            /// A figure.
            case figure(Figure)
            /// A number.
            case number(FixedDecimal)
        }

        /// As written.
        public let text: String
        /// The terms and whether each is taken off.
        package let terms: [(term: Term, isTakenOff: Bool)]

        /// The figures in it.
        public var figures: [Figure] {
            terms.compactMap { if case .figure(let figure) = $0.term { figure } else { nil } }
        }

        /// Sides are what their texts say.
        public static func == (left: Side, right: Side) -> Bool { left.text == right.text }
        /// Sides are what their texts say.
        public func hash(into hasher: inout Hasher) { hasher.combine(text) }
    }

    /// A condition on a figure: the relation is asked for only where it holds.
    public struct Condition: Hashable, Sendable {
        /// The figure.
        public let figure: Figure
        /// The condition.
        public let bound: Bound
    }

    /// The left side.
    public let left: Side
    /// How it must compare with the right one: =, ≤ or ≥.
    public let comparison: Comparison
    /// The right side.
    public let right: Side
    /// When it must hold; nil: always.
    public let when: Condition?
    /// By how much it may be missed.
    public let tolerance: FixedDecimal
    /// Whether a broken one is an error or a warning.
    public let severity: Finding.Severity
    /// Why it must hold.
    public let reason: LocalizedText?
    /// Its place in the legal source.
    public let source: LegalSource?
}

/// A relation that a unit's figures do not keep.
public struct BrokenRelation: Sendable {
    /// The relation.
    public let relation: FigureRelation
    /// What the left side is.
    public let left: ExactRatio
    /// What the right side is.
    public let right: ExactRatio
}

extension FigureRelation {
    /// The relation with what a unit's figures make of it; nil where they keep it, and where one is not reported.
    func broken(by figures: UnitFigures, columns: [String: Int]) -> BrokenRelation? {
        func number(_ figure: Figure) -> ExactRatio? {
            guard let column = columns[figure.metric] else { return nil }
            let reported = figure.isLastYear ? figures.before(column) : figures.now(column)
            switch (figure.part, reported) {
            case (.value, _): return reported.exactNumber
            case (.numerator, .ratio(let numerator, _)): return ExactRatio(numerator)
            case (.denominator, .ratio(_, let denominator)): return ExactRatio(denominator)
            default: return nil
            }
        }
        func value(_ side: Side) -> ExactRatio? {
            var sum: ExactRatio? = .zero
            for (term, isTakenOff) in side.terms {
                let part: ExactRatio? =
                    switch term {
                    case .figure(let figure): number(figure)
                    case .number(let number): ExactRatio(number)
                    }
                guard let part, let before = sum else { return nil }
                sum = isTakenOff ? before.subtracting(part) : before.adding(part)
            }
            return sum
        }
        if let when {
            guard let number = number(when.figure), when.bound.admits(number) else { return nil }
        }
        guard let left = value(left), let right = value(right), let over = left.subtracting(right) else { return nil }
        let slack = ExactRatio(tolerance)
        let keeps =
            switch comparison {
            case .atMost, .below: over <= slack
            case .atLeast, .above: over.negated <= slack
            case .equal: over <= slack && over.negated <= slack
            }
        return keeps ? nil : BrokenRelation(relation: self, left: left, right: right)
    }
}

extension UnitScore {
    /// The relations of the set that the unit's figures do not keep. Figures that are not reported break none.
    ///
    /// - Complexity: O(metrics + relations).
    public var brokenRelations: [BrokenRelation] {
        let relations = criteriaSet.relations
        if relations.isEmpty { return [] }
        let columns = Dictionary(firstOf: storage.columns.criteria.metrics.enumerated().map { ($0.element, $0.offset) })
        let figures = figures
        return relations.compactMap { $0.broken(by: figures, columns: columns) }
    }
}
