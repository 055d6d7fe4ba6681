public import Values

/// Points, and what could have been reached.
public struct Tally: Hashable, Sendable {
    /// Points achieved.
    public var points: FixedDecimal
    /// The maximum that applies to the unit.
    public var maximum: FixedDecimal
    /// The part of it that is scored.
    public var scoredMaximum: FixedDecimal

    /// Points lost: the maximum less the points.
    public var lost: FixedDecimal { maximum - points }

    /// Points ÷ maximum × 100, exact; nil when nothing applies.
    public var exactIndex: ExactRatio? { Self.percent(points, of: maximum) }

    /// Scored maximum ÷ applicable maximum × 100, exact; nil when nothing applies.
    public var exactCoverage: ExactRatio? { Self.percent(scoredMaximum, of: maximum) }

    private static func percent(_ part: FixedDecimal, of whole: FixedDecimal) -> ExactRatio? {
        whole == 0 ? nil : ExactRatio(100 * Int128(part.mantissa), over: Int128(whole.mantissa))
    }
}

/// The score of one node for one unit.
public struct CriterionScore: Sendable {
    /// The node.
    public let criterion: Criterion
    /// Its position in the set.
    public let index: Int
    /// Points and maxima; a leaf without points counts zero here.
    public let tally: Tally
    /// The status of a leaf; nil for a node with children.
    public let status: LeafStatus?

    /// The points, or nil for a leaf that has none: not reported, awaited, left out.
    public var points: FixedDecimal? {
        switch status {
        case .notReported, .awaited: nil
        case .notApplicable: tally.maximum == 0 ? nil : tally.points
        case .scored, .partlyReported, nil: tally.points
        }
    }
}

/// The scores of one unit.
public struct UnitScore: Sendable {
    let table: ScoreTable
    /// The position of the unit.
    public let unit: Int

    private var count: Int { table.units.count }
    private var edition: CriteriaSet { table.criteria.set }

    /// The score of the node at a position of the set.
    public func criterion(_ index: Int) -> CriterionScore {
        CriterionScore(
            criterion: edition.criteria[index], index: index, tally: tally(of: index), status: status(of: index))
    }

    /// The scores of all nodes, in the order of the tree.
    public var criteria: [CriterionScore] {
        edition.criteria.indices.map(criterion)
    }

    /// The scores of the fields.
    public var fields: [CriterionScore] {
        fieldIndices.map(criterion)
    }

    private var fieldIndices: [Int] { table.layout.fields }

    private func status(of node: Int) -> LeafStatus? {
        table.layout.leaf[node].flatMap { CellStatus(rawValue: table.statuses[$0 * count + unit])?.status }
    }

    /// Points and maxima of the node at a position of the set.
    public func tally(of node: Int) -> Tally {
        if let parent = table.layout.parent[node] {
            let cell = parent * count + unit
            return Tally(
                points: FixedDecimal(mantissa: table.sums.points[cell]),
                maximum: FixedDecimal(mantissa: table.sums.maximum[cell]),
                scoredMaximum: FixedDecimal(mantissa: table.sums.scoredMaximum[cell]))
        }
        let cell = (table.layout.leaf[node] ?? 0) * count + unit
        let whole = edition.criteria[node].maximum
        let points = FixedDecimal(mantissa: table.leafPoints[cell])
        switch CellStatus(rawValue: table.statuses[cell]) {
        case .scored, .fullPoints, nil: return Tally(points: points, maximum: whole, scoredMaximum: whole)
        case .notReported, .awaited: return Tally(points: points, maximum: whole, scoredMaximum: 0)
        case .leftOut: return Tally(points: points, maximum: 0, scoredMaximum: 0)
        case .partlyReported:
            let scored = FixedDecimal(mantissa: table.partlyScored[cell] ?? 0)
            return Tally(points: points, maximum: whole, scoredMaximum: scored)
        }
    }

    /// What the edition's caps on bonus and penalty points add to the sum of the fields: below zero when bonus points
    /// were cut, above when penalty points were.
    public var capAdjustment: FixedDecimal {
        let bonus = FixedDecimal(mantissa: table.bonus[unit])
        let penalty = FixedDecimal(mantissa: -table.penalty[unit])
        let overBonus = max(bonus - (edition.bonusCap ?? bonus), 0)
        let overPenalty = max(penalty - (edition.penaltyCap ?? penalty), 0)
        return overPenalty - overBonus
    }

    /// The total: the fields' sums, the caps on bonus and penalty points, and the edition's rounding of the total.
    public var total: Tally {
        var total = Tally(points: capAdjustment, maximum: 0, scoredMaximum: 0)
        for field in fieldIndices {
            let tally = tally(of: field)
            total.points += tally.points
            total.maximum += tally.maximum
            total.scoredMaximum += tally.scoredMaximum
        }
        if edition.rounding.stage == .total {
            total.points = total.points.rounded(edition.rounding.points) ?? total.points
        }
        return total
    }

    /// The index, points ÷ maximum × 100, rounded for show; nil when nothing applies. Ranks use
    /// ``Tally/exactIndex``.
    public var index: FixedDecimal? { total.exactIndex?.rounded(edition.rounding.index) }

    /// Scored ÷ applicable maximum × 100, cut to two decimals: 100 means that nothing is missing.
    public var coverage: FixedDecimal? { total.exactCoverage?.rounded(Rounding(.towardsZero, digits: 2)) }

    /// Whether enough is scored for the unit to be ranked.
    public var isRankable: Bool {
        total.exactCoverage.map { $0 >= ExactRatio(edition.ranking.minimumCoverage) } ?? false
    }

    /// What became of the leaf at a position of the set, with its measures; nil for a node with children.
    public func outcome(ofLeaf index: Int) -> LeafOutcome? {
        guard let leaf = table.criteria.leaves.first(where: { $0.criterion == index }) else { return nil }
        return leaf.outcome(figures)
    }

    package var figures: UnitFigures {
        let level = edition.levels.firstIndex { $0.code == table.units[unit].level } ?? 0
        let columns = table.criteria.metrics.map { table.lastYear?.figures.column(of: $0) }
        return table.unitFigures(unit, level: level, lastYearColumns: columns)
    }
}

extension ScoreTable {
    func unitFigures(_ unit: Int, level: Int, lastYearColumns: [Int?]) -> UnitFigures {
        let before = lastYear.flatMap { lastYear in lastYear.units[unit].map { (lastYear.figures, $0) } }
        return UnitFigures(
            figures: figures, unit: unit, lastYear: before.map { (figures: $0.0, unit: $0.1) },
            lastYearColumns: lastYearColumns, level: level)
    }
}
