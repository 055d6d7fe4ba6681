import Values

/// What maxima are beyond millionths: weights may make them fractions that no decimal holds.
struct MaximumExcess: Hashable, Sendable {
    /// Of the applicable maximum.
    var whole = ExactSum.zero
    /// Of the part of it that is scored.
    var scored = ExactSum.zero

    static var zero: MaximumExcess { MaximumExcess() }

    init() {}

    /// Nil for nothing.
    init(whole: ExactRatio?, scored: ExactRatio?) {
        if let whole { self.whole = ExactSum(whole) }
        if let scored { self.scored = ExactSum(scored) }
    }

    var isEmpty: Bool { whole.isEmpty && scored.isEmpty }

    var negated: MaximumExcess {
        var excess = self
        (excess.whole, excess.scored) = (whole.negated, scored.negated)
        return excess
    }

    mutating func add(_ other: MaximumExcess) {
        if other.isEmpty { return }
        whole.add(other.whole)
        scored.add(other.scored)
    }
}

/// A maximum in millionths, and what it is beyond these.
struct WholePoints: Sendable {
    let decimal: FixedDecimal
    /// Nil where millionths hold it.
    let rest: ExactRatio?

    init(_ exact: ExactRatio) {
        if let decimal = exact.exactDecimal {
            (self.decimal, rest) = (decimal, nil)
        } else {
            decimal = exact.rounded(.finest) ?? 0
            rest = exact.subtracting(ExactRatio(decimal))
        }
    }

    /// What given points are beyond millionths: people give a fraction as the nearest decimal.
    func excess(of given: FixedDecimal) -> ExactSum {
        if given == decimal, let rest { ExactSum(rest) } else { .zero }
    }

    /// Points of a leaf, of which all is scored or nothing.
    func sum(_ points: FixedDecimal, scored isScored: Bool) -> PointSum {
        let scored = isScored ? decimal : 0
        guard let rest else { return PointSum(points: points, maximum: decimal, scoredMaximum: scored) }
        return PointSum(
            points: points, maximum: decimal, scoredMaximum: scored, excess: .zero,
            beyond: MaximumExcess(whole: rest, scored: isScored ? rest : nil))
    }

    /// Given points of all of it.
    func given(_ points: FixedDecimal) -> PointSum {
        var sum = sum(points, scored: true)
        sum.excess = excess(of: points)
        return sum
    }
}

extension PointSum {
    /// Takes whole millionths out of what maxima are beyond these: 3 × 33.333333 and 3 × a third of a millionth are 100.
    mutating func settleMaxima() {
        if hasOnlyMillionths || beyond.isEmpty { return }
        (maximum, beyond.whole) = Self.settled(maximum, beyond.whole)
        (scoredMaximum, beyond.scored) = Self.settled(scoredMaximum, beyond.scored)
    }

    static func settled(_ decimal: FixedDecimal, _ rest: ExactSum) -> (FixedDecimal, ExactSum) {
        guard !rest.isEmpty, let whole = rest.rounded(.finest, adding: decimal) else { return (decimal, rest) }
        var left = rest
        left.add(ExactRatio(decimal - whole))
        return (whole, left)
    }
}
