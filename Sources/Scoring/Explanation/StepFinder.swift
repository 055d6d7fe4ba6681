import Values

/// Finds what the next part of a scale requires, and what its top requires.
struct StepFinder {
    let leaf: CompiledLeaf
    let position: Int
    let outcome: LeafOutcome
    /// The metrics of the measure, the main one first.
    let metrics: [Metric]
    /// The unit's figures, in a table of their own, and the codes of the metrics in its columns.
    let figures: UnitFigures
    let columns: [String]
    /// The column of the main figure; nil for a measure that looks at last year's alone.
    let main: Int?
    /// What a figure gains where points given to a node above stand for the leaf too; nil where none do.
    let whole: WholeGain?
    /// What figures earn beside those of the other units; nil for a measure that looks at the unit alone.
    var peers: PeerScale?

    var measure: CompiledMeasure { leaf.measures[position] }
    var metric: Metric { metrics[0] }
    /// The main figure as reported.
    var figure: Figure? { main.map(figures.now) }

    /// What another outcome of the leaf gains on the points that stand, if nothing else changes.
    func gain(of after: LeafOutcome) -> FixedDecimal {
        whole?.gain(with: after.sum) ?? after.sum.gain(on: outcome.sum)
    }

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

    /// All limits of the scale in the better direction, from the worst end.
    var allLimits: [Limit] { limits(ahead: metric.direction == .higher ? 0 : measure.function.pieces.count - 1) }

    /// The limits ahead in the better direction, nearest first, as what must be reached.
    private func limitsAhead(of quantity: ExactRatio) -> [Limit] {
        limits(ahead: measure.function.pieceIndex(at: quantity))
    }

    private func limits(ahead current: Int) -> [Limit] {
        let pieces = measure.function.pieces
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
    func points(at limit: Limit) -> ExactRatio? {
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
        let after = outcome(at: reached, rounding: leaf.rounding)
        let gain = gain(of: after)
        guard let leafPoints = after.points, gain > 0 else { return nil }
        return NextStep(needed: limit, figure: needed, numerator: numerator, points: leafPoints, gain: gain)
    }

    /// What a figure that just meets a target gains for the leaf, if nothing else changes; nil where the rule evaluates
    /// something other than that figure.
    func gain(of least: FixedDecimal, _ numerator: FixedDecimal?) -> FixedDecimal? {
        guard case .figure = measure.quantity, let reached = figure(least, numerator),
            let quantity = reached.exactNumber, let points = points(of: reached)
        else { return nil }
        let after = outcome(at: (quantity, points), rounding: leaf.rounding)
        return after.points == nil ? nil : gain(of: after)
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

    /// The leaf's outcome when only this measure changes.
    func outcome(at reached: (quantity: ExactRatio, points: ExactRatio), rounding: Rounding?) -> LeafOutcome {
        var own = MeasureOutcome(state: .scored, quantity: reached.quantity, points: reached.points)
        let now = outcome.measures[position]
        // What is left out of the maximum cannot be earned.
        if let leftOut = now.leftOut, let sharedOut = now.sharedOut,
            let rest = ExactRatio(leaf.maximum).subtracting(leftOut)?.subtracting(sharedOut)
        {
            own = MeasureOutcome(state: .scored, quantity: reached.quantity, points: min(reached.points, rest))
            (own.leftOut, own.sharedOut) = (leftOut, sharedOut)
        }
        return outcome(with: own, rounding: rounding)
    }

    /// The leaf's outcome with another one of this measure.
    func outcome(with own: MeasureOutcome, rounding: Rounding?) -> LeafOutcome {
        var measures = outcome.measures
        measures[position] = own
        return leaf.combined(
            measures, rounding: rounding, sharedIn: outcome.sharedIn, requirement: outcome.requirement)
    }

    /// The outcome of this measure with other figures of the unit.
    func measureOutcome(with changes: [(column: Int, figure: Figure)]) -> MeasureOutcome {
        var changed = figures
        for (column, figure) in changes { changed.figures[figures.unit, column] = figure }
        return measure.outcome(changed)
    }
}

/// What a changed figure of a leaf gains where points were given to a node above it as a whole: these no longer stand
/// then, nor do those given to nodes in between, and the parts add up again.
struct WholeGain {
    private let score: UnitScore
    /// The highest such node.
    private let node: Int
    private let leaf: Int
    /// The points that go on to stand for nodes with parts.
    private let given: [Int: FixedDecimal]

    init(_ score: UnitScore, node: Int, leaf: Int) {
        (self.score, self.node, self.leaf) = (score, node, leaf)
        let set = score.criteriaSet
        let freed = Set(set.ancestors(of: leaf))
        var given: [Int: FixedDecimal] = [:]
        for node in set.criteria.indices where set.criteria[node].leaf == nil && !freed.contains(node) {
            given[node] = score.standing(of: node)?.points
        }
        self.given = given
    }

    /// What the node gains, which is what reaches the total before its caps and rounding.
    func gain(with after: PointSum) -> FixedDecimal {
        let set = score.criteriaSet
        let sums = UnitSums(set, policy: set.rounding, given: given) { $0 == leaf ? after : score.sum(of: $0) }
        return sums.nodes[node].gain(on: score.sum(of: node))
    }
}
