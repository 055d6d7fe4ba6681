import Values

/// What units can still reach: their scores when each gets none, and when each gets all, of its unmeasured points.
///
/// Every sum is that of any scores: leaves are rounded, caps and limits of the total apply, given points stand. Since
/// none of these ever turns more points of a leaf into fewer of a sum, whatever is measured later lies in between; what
/// figures that do not apply or share their points out can do beside that is added by ``LeftOutReach``.
package struct ReachableScores: Sendable {
    let scores: ScoreTable
    let least: ScoreTable
    let greatest: ScoreTable
    /// The positions of the leaves with unmeasured points, by unit.
    private let open: [Int: [Int]]

    /// Nil when every unit is wholly measured.
    ///
    /// - Parameter errors: what is known of the figures' errors: where the smallest of several measures counts, a
    ///   measure with an error does not limit those that are not measured.
    /// - Complexity: O(units × leaves).
    package init?(_ scores: ScoreTable, errors: MetricErrors = MetricErrors()) {
        let columns = scores.storage.columns
        let leaves = columns.criteria.leaves
        var (least, greatest) = (columns, columns)
        var open: [Int: [Int]] = [:]
        for unit in columns.units.indices {
            let own = leaves.indices.filter { leaf in
                let status = CellStatus(rawValue: columns.statuses[leaf * columns.units.count + unit])
                return leaves[leaf].role != .watched && (status?.isUnmeasured ?? false)
            }
            if own.isEmpty { continue }
            open[unit] = own
            let (figures, leaves) = (scores[unit].figures, columns.criteria(of: unit).leaves)
            for leaf in own {
                let measures =
                    leaves[leaf].combination == .minimum && !errors.isEmpty
                    ? columns.criteria.set.criteria[leaves[leaf].criterion].leaf?.measures ?? [] : []
                let isUncertain = measures.map { measure in
                    measure.metrics.contains { errors.isUncertain(unit: unit, metric: $0.code) }
                }
                let range = leaves[leaf].reach(figures, isUncertain: isUncertain)
                least.put(range.least, ofLeaf: leaf, unit: unit)
                greatest.put(range.greatest, ofLeaf: leaf, unit: unit)
            }
        }
        if open.isEmpty { return nil }
        least.addUp()
        greatest.addUp()
        self.scores = scores
        self.open = open
        self.least = ScoreTable(least)
        self.greatest = ScoreTable(greatest)
    }

    /// The positions of a unit's leaves with unmeasured points that a subject depends on: not those that given points
    /// settle.
    func openLeaves(of unit: Int, in subject: Ranking.Subject) -> [Int] {
        guard let own = open[unit] else { return [] }
        let (set, leaves) = (scores.criteria.set, scores.criteria.leaves)
        return own.filter { leaf in
            let node = leaves[leaf].criterion
            return set.isPart(node, of: subject) && !scores[unit].isSettled(node, in: subject)
        }
    }

    /// The positions of all leaves of a unit whose own figures are missing, whatever points were given.
    func openLeaves(of unit: Int) -> [Int] { open[unit] ?? [] }

    /// What a unit is ranked by at least and at most, once everything is measured.
    func range(of unit: Int, by order: RankingOrder) -> KeyRange {
        let (low, high) = (least[unit], greatest[unit])
        var sums = (least: low.sum(of: order.subject), greatest: high.sum(of: order.subject))
        let beside = LeftOutReach(self, unit, order.subject)
        if let beside { sums = beside.widened(sums, low, high, of: order.subject) }
        let slack = beside?.pointSlack ?? 0
        let breakers = order.tieBreakers.map { node -> (least: Int64?, greatest: Int64?) in
            // Points come after no points at all, and what has any keeps some.
            let hasPoints = scores[unit].pointsIfAny(node) != nil
            return (
                hasPoints ? low.pointsIfAny(node).map { $0 - slack } : nil, high.pointsIfAny(node).map { $0 + slack }
            )
        }
        return KeyRange(
            least: RankingKey(sum: sums.least, tieBreakers: breakers.map { $0.least }),
            greatest: RankingKey(sum: sums.greatest, tieBreakers: breakers.map { $0.greatest }))
    }
}

/// What a unit is ranked by, at least and at most.
struct KeyRange: Sendable {
    let least: RankingKey
    let greatest: RankingKey

    /// Whether it is known.
    var isFixed: Bool { !greatest.isAhead(of: least) }
}

extension CompiledLeaf {
    /// The outcomes with none and with all of the points of the measures that are not measured.
    ///
    /// - Parameter isUncertain: for each measure, whether it counts as not measured; empty for none.
    fileprivate func reach(
        _ figures: UnitFigures, isUncertain: [Bool]
    ) -> (least: LeafOutcome, greatest: LeafOutcome) {
        let outcomes = measureOutcomes(figures)
        let shared = sharedIn { $0.combined($0.measureOutcomes(figures)) }
        let required = requirement?.outcome(figures)
        func combined(isFull: Bool) -> LeafOutcome {
            let filled = measures.indices.map { position -> MeasureOutcome in
                let (measure, outcome) = (measures[position], outcomes[position])
                let isOpen = outcome.isUnmeasured || (isUncertain.count > position && isUncertain[position])
                guard isOpen || outcome.range != nil else { return outcome }
                var ends = measure.ends(maximum, role)
                if !isOpen, let range = outcome.range { ends = (range.lowerBound, range.upperBound) }
                return MeasureOutcome(state: .scored, quantity: nil, points: isFull ? ends.most : ends.least)
            }
            return self.combined(
                filled, rounding: rounding, sharedIn: shared, requirement: required?.settled(asMet: isFull))
        }
        return (combined(isFull: false), combined(isFull: true))
    }

    /// Whether some figures would take the leaf, or a part of it, out of the maximum.
    var mayBeLeftOut: Bool {
        measures.contains { $0.convention == .leaveOut || $0.withoutLastYear == .leaveOut } || mayBePartlyLeftOut
    }

    /// Whether that part can be any: figures without a denominator may be left out of a leaf.
    var mayBePartlyLeftOut: Bool {
        measures.contains { $0.zeroDenominators.contains { [.leaveOut, .shareOut].contains($0.settlement) } }
    }
}

extension CompiledMeasure {
    /// None and all of the points: bonus points up to their cap, penalty points down to it.
    fileprivate func ends(_ maximum: FixedDecimal, _ role: Leaf.Role) -> (least: ExactRatio, most: ExactRatio) {
        switch role {
        case .regular, .watched: return (.zero, ExactRatio(maximum))
        case .bonus, .penalty:
            let cap = function.pieces.last?.intercept ?? .zero
            return (min(cap, .zero), max(cap, .zero))
        }
    }
}

extension MeasureOutcome {
    /// Whether figures are missing: in time they may give any points.
    var isUnmeasured: Bool {
        switch state {
        case .scored, .notApplicable, .notAssigned: false
        case .notReported, .lastYearNotReported, .noBase, .awaited, .notPublished, .faulty: true
        }
    }
}

extension RequirementOutcome {
    /// The same once the other criterion is measured, for the better or the worse.
    fileprivate func settled(asMet isMet: Bool) -> RequirementOutcome {
        state == .open ? RequirementOutcome(state: isMet ? .met : .missed, reached: reached) : self
    }
}
