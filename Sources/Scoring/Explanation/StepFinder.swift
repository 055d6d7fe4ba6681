import Values

/// Finds what the next part of a scale requires, and what its top requires.
struct StepFinder {
    let leaf: CompiledLeaf
    let position: Int
    let outcome: LeafOutcome
    let metric: Metric
    /// The main figure as reported.
    let figure: Figure?
    /// What figures earn beside those of the other units; nil for a measure that looks at the unit alone.
    var peers: PeerScale?

    var measure: CompiledMeasure { leaf.measures[position] }

    /// The next step and the last one that earns more, nearest first.
    func steps(from quantity: ExactRatio) -> [NextStep] {
        let function = measure.function
        guard let now = function.points(at: quantity) else { return [] }
        var steps: [NextStep] = []
        var best = now
        for limit in limitsAhead(of: quantity) {
            guard let points = points(at: limit), points > best, let step = step(to: limit, points: points) else {
                continue
            }
            best = points
            // Rounding, or another measure that limits the leaf, may cancel what this one gains.
            if let previous = steps.last, step.points <= previous.points { continue }
            steps.append(step)
        }
        guard let first = steps.first, let last = steps.last else { return [] }
        return first == last ? [first] : [first, last]
    }

    /// The limits ahead in the better direction, nearest first, as what must be reached.
    private func limitsAhead(of quantity: ExactRatio) -> [Limit] {
        let pieces = measure.function.pieces
        let current = measure.function.pieceIndex(at: quantity)
        if metric.direction == .higher {
            return pieces.dropFirst(current + 1).compactMap { piece in
                piece.start.map { Limit(comparison: $0.isIncluded ? .atLeast : .above, value: $0.value) }
            }
        }
        // Going down, a piece is entered where it ends: just before the start of the next one. A sloping piece is best
        // at its own start, if it includes that; otherwise the one below takes over there.
        return (0...current).reversed().flatMap { index in
            let piece = pieces[index]
            let entered = index == current ? nil : pieces[index + 1].start
            let best = piece.slope != .zero && piece.start?.isIncluded == true ? piece.start : nil
            return [
                entered.map { Limit(comparison: $0.isIncluded ? .below : .atMost, value: $0.value) },
                best.map { Limit(comparison: .atMost, value: $0.value) },
            ].compactMap { $0 }
        }
    }

    /// The points at a limit, or just beyond it when the limit itself is excluded.
    private func points(at limit: Limit) -> ExactRatio? {
        let function = measure.function
        let pieces = function.pieces
        switch limit.comparison {
        case .atLeast, .atMost, .equal: return function.points(at: limit.value)
        case .above: return pieces.last { $0.start.map { $0.value <= limit.value } ?? true }?.points(at: limit.value)
        case .below: return pieces.last { $0.start.map { $0.value < limit.value } ?? true }?.points(at: limit.value)
        }
    }

    private func step(to limit: Limit, points: ExactRatio) -> NextStep? {
        var needed: FixedDecimal?
        var numerator: FixedDecimal?
        var reached = (quantity: limit.value, points: points)
        if case .figure = measure.quantity {
            // What no figure can reach is not a step.
            guard let least = metric.leastFigure(within: limit) else { return nil }
            needed = least
            if case .ratio(_, let denominator)? = figure {
                numerator = metric.leastNumerator(within: limit, of: denominator)
            }
            // The figure may lie beyond the limit, where a sloping piece earns more.
            guard let quantity = figure(least, numerator)?.exactNumber,
                let exact = measure.function.points(at: quantity)
            else { return nil }
            reached = (quantity, exact)
        }
        guard let leafPoints = leafPoints(at: reached) else { return nil }
        let gain = leafPoints - (outcome.points ?? 0)
        guard gain > 0 else { return nil }
        return NextStep(needed: limit, figure: needed, numerator: numerator, points: leafPoints, gain: gain)
    }

    /// What a figure that just meets a target gains for the leaf, if nothing else changes; nil where the rule evaluates
    /// something other than that figure.
    func gain(of least: FixedDecimal, _ numerator: FixedDecimal?) -> FixedDecimal? {
        guard case .figure = measure.quantity, let reached = figure(least, numerator),
            let quantity = reached.exactNumber, let points = points(of: reached)
        else { return nil }
        return leafPoints(at: (quantity, points)).map { $0 - (outcome.points ?? 0) }
    }

    /// The measure's points with another figure; nil where other units' figures matter and are not at hand.
    func points(of figure: Figure) -> ExactRatio? {
        if measure.relative != nil { return peers?.points(of: figure) }
        return figure.exactNumber.flatMap { measure.function.points(at: $0) }
    }

    /// The reported figure changed to a value, by its counts if it has them.
    private func figure(_ least: FixedDecimal, _ numerator: FixedDecimal?) -> Figure? {
        guard let numerator, case .ratio(_, let denominator)? = figure else { return .value(least) }
        return .ratio(numerator: numerator, denominator: denominator)
    }

    /// The leaf's points when only this measure changes.
    private func leafPoints(at reached: (quantity: ExactRatio, points: ExactRatio)) -> FixedDecimal? {
        outcome(at: reached, rounding: leaf.rounding).points
    }
}
