package import Values

/// Points as a function of a quantity: straight pieces from the smallest numbers to the largest, without gaps or
/// overlaps.
///
/// "Full points above 99, otherwise a proportional share of 1.25, none under 80" is three pieces:
/// ```
/// from          points
/// −∞            0
/// ≥ 80          0 + 0.0125·x
/// > 99          1.25
/// ```
package struct ScoreFunction: Hashable, Sendable {
    /// A straight piece.
    package struct Piece: Hashable, Sendable {
        /// Where the piece begins; nil for the first.
        package var start: Start?
        /// Points at a quantity of zero.
        package var intercept: ExactRatio
        /// Points per unit of the quantity.
        package var slope: ExactRatio

        /// The points at a quantity, exact; nil beyond 128 bits.
        package func points(at quantity: ExactRatio) -> ExactRatio? {
            if slope == .zero { return intercept }
            return slope.multiplied(by: quantity)?.adding(intercept)
        }
    }

    /// Where a piece begins.
    package struct Start: Hashable, Sendable {
        /// The limit.
        package var value: ExactRatio
        /// Whether the limit itself belongs to the piece.
        package var isIncluded: Bool

        package init(_ value: ExactRatio, isIncluded: Bool) {
            self.value = value
            self.isIncluded = isIncluded
        }

        /// Whether a quantity is in this piece or a later one.
        package func isReached(by quantity: ExactRatio) -> Bool {
            isIncluded ? quantity >= value : quantity > value
        }
    }

    /// The pieces, by ascending start.
    package private(set) var pieces: [Piece]

    /// Starts with the points of the smallest quantities.
    package init(from intercept: ExactRatio, slope: ExactRatio = .zero) {
        pieces = [Piece(start: nil, intercept: intercept, slope: slope)]
    }

    /// Adds a piece; one that starts where the last piece does, or at a limit just above which the last one starts,
    /// replaces it.
    package mutating func append(from start: Start, intercept: ExactRatio, slope: ExactRatio = .zero) {
        if let last = pieces.last?.start, last.value == start.value, start.isIncluded || !last.isIncluded {
            pieces.removeLast()
        }
        pieces.append(Piece(start: start, intercept: intercept, slope: slope))
    }

    /// The piece that a quantity falls into.
    package func pieceIndex(at quantity: ExactRatio) -> Int {
        pieces.lastIndex { $0.start?.isReached(by: quantity) ?? true } ?? 0
    }

    /// The points at a quantity, exact; nil beyond 128 bits.
    package func points(at quantity: ExactRatio) -> ExactRatio? {
        pieces[pieceIndex(at: quantity)].points(at: quantity)
    }

    /// Whether the points never fall as the quantity rises (or never rise, for `.lower`).
    package func isMonotone(_ direction: Metric.Direction) -> Bool {
        func keeps(_ difference: ExactRatio) -> Bool {
            direction == .higher ? difference >= .zero : difference <= .zero
        }
        for (index, piece) in pieces.enumerated() {
            guard keeps(piece.slope) else { return false }
            guard index > 0, let start = piece.start else { continue }
            guard let before = pieces[index - 1].points(at: start.value), let after = piece.points(at: start.value),
                let jump = after.subtracting(before), keeps(jump)
            else { return false }
        }
        return true
    }
}

extension ScoreFunction {
    /// All of `maximum` within the bound, none outside; with `zeroAt`, a straight line from there to the bound.
    package static func ramp(zeroAt: FixedDecimal?, full: Bound, maximum: ExactRatio) -> ScoreFunction {
        let limit = ExactRatio(full.value)
        var slope = ExactRatio.zero
        var intercept = ExactRatio.zero
        if let zeroAt, zeroAt != full.value, let width = limit.subtracting(ExactRatio(zeroAt)),
            let steepness = maximum.divided(by: width), let offset = steepness.multiplied(by: ExactRatio(zeroAt))
        {
            slope = steepness
            intercept = offset.negated
        }
        if full.isUpper {
            var function = ScoreFunction(from: maximum)
            function.append(
                from: Start(limit, isIncluded: full.comparison == .below), intercept: intercept, slope: slope)
            if let zeroAt, slope != .zero {
                function.append(from: Start(ExactRatio(zeroAt), isIncluded: true), intercept: .zero)
            }
            return function
        }
        var function = ScoreFunction(from: .zero)
        if let zeroAt, slope != .zero {
            function.append(from: Start(ExactRatio(zeroAt), isIncluded: true), intercept: intercept, slope: slope)
        }
        function.append(from: Start(limit, isIncluded: full.comparison != .above), intercept: maximum)
        return function
    }

    /// `each` points per unit, from zero on, up to a cap (`each` and `cap` have the same sign).
    package static func each(_ each: ExactRatio, cap: ExactRatio) -> ScoreFunction {
        var function = ScoreFunction(from: .zero)
        guard each != .zero, let last = cap.divided(by: each) else { return function }
        function.append(from: Start(.zero, isIncluded: true), intercept: .zero, slope: each)
        function.append(from: Start(last, isIncluded: true), intercept: cap)
        return function
    }

    /// All of `maximum` up to a limit, then `each` points less per unit beyond it, never below zero.
    package static func deduction(each: ExactRatio, beyond limit: ExactRatio, maximum: ExactRatio) -> ScoreFunction {
        var function = ScoreFunction(from: maximum)
        guard each > .zero, let width = maximum.divided(by: each), let end = limit.adding(width),
            let intercept = each.multiplied(by: end)
        else { return function }
        function.append(from: Start(limit, isIncluded: false), intercept: intercept, slope: each.negated)
        function.append(from: Start(end, isIncluded: true), intercept: .zero)
        return function
    }

    /// The quantity itself is the points, clamped to between zero and the maximum.
    package static func identity(upTo maximum: ExactRatio) -> ScoreFunction {
        .each(.one, cap: maximum)
    }
}
