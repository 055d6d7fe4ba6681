public import Values

/// Points, and what could have been reached.
public struct PointSum: Hashable, Sendable {
    /// Points achieved.
    public var points: FixedDecimal
    /// The maximum that applies to the unit.
    public var maximum: FixedDecimal
    /// The part of it that is scored.
    public var scoredMaximum: FixedDecimal
    /// What all three are beyond six decimals; nil where these hold them, as nearly always, so that a sum is copied and
    /// dropped at no cost.
    private var rest: PointRest?

    /// Points and maxima that six decimals hold.
    init(points: FixedDecimal, maximum: FixedDecimal, scoredMaximum: FixedDecimal) {
        (self.points, self.maximum, self.scoredMaximum) = (points, maximum, scoredMaximum)
    }

    init(
        points: FixedDecimal, maximum: FixedDecimal, scoredMaximum: FixedDecimal, excess: ExactSum,
        beyond: MaximumExcess
    ) {
        (self.points, self.maximum, self.scoredMaximum) = (points, maximum, scoredMaximum)
        rest = .of(excess, beyond)
    }

    /// What the points are beyond six decimals: an edition that rounds fields or totals adds fractions.
    var excess: ExactSum {
        get { rest?.excess ?? .zero }
        set { if rest != nil || !newValue.isEmpty { rest = .of(newValue, beyond) } }
    }

    /// What the maxima are beyond six decimals: weights may be thirds.
    var beyond: MaximumExcess {
        get { rest?.beyond ?? .zero }
        set { if rest != nil || !newValue.isEmpty { rest = .of(excess, newValue) } }
    }

    /// Whether six decimals hold all of it.
    var hasOnlyMillionths: Bool { rest == nil }

    /// The exact difference of the points, rounded once: a third more of a point is 0.333333, from whatever it rose.
    func gain(on earlier: PointSum) -> FixedDecimal {
        let (rough, rest) = (points - earlier.points, excess.adding(earlier.excess.negated))
        return rest.rounded(.finest, adding: rough) ?? rough
    }

    /// The part of the maximum that is not measured, and may still become points.
    public var unmeasured: FixedDecimal { maximum - scoredMaximum }

    /// Points lost: the maximum minus the points.
    public var lost: FixedDecimal { maximum - points }

    /// Points ÷ maximum × 100, exact; nil when nothing applies.
    public var exactIndex: ExactRatio? {
        if hasOnlyMillionths { return Self.percent(points, of: maximum) }
        guard let rest = excess.ratio, let exact = ExactRatio(points).adding(rest), let whole = exactMaximum else {
            return Self.percent(points, of: maximum)
        }
        return exact.multiplied(by: ExactRatio(100))?.divided(by: whole)
    }

    /// The maximum as a fraction; nil beyond 128 bits.
    var exactMaximum: ExactRatio? {
        beyond.isEmpty ? ExactRatio(maximum) : beyond.whole.ratio.flatMap { ExactRatio(maximum).adding($0) }
    }

    /// Scored maximum ÷ applicable maximum × 100, exact; nil when nothing applies.
    public var exactCoverage: ExactRatio? {
        guard !hasOnlyMillionths, !beyond.isEmpty, let whole = exactMaximum,
            let scored = beyond.scored.ratio.flatMap({ ExactRatio(scoredMaximum).adding($0) })
        else { return Self.percent(scoredMaximum, of: maximum) }
        return scored.multiplied(by: ExactRatio(100))?.divided(by: whole)
    }

    /// Scored maximum ÷ applicable maximum × 100, a half rounded away from zero at two decimals; but 100 only when
    /// nothing is missing, and 0 only when nothing is scored. Nil when nothing applies.
    public var coverage: FixedDecimal? {
        guard let rounded = exactCoverage?.rounded(Rounding(.halfAwayFromZero, digits: 2)) else { return nil }
        let hundredth = FixedDecimal(mantissa: 10_000)
        if rounded >= 100, scoredMaximum < maximum { return 100 - hundredth }
        return rounded == 0 && scoredMaximum > 0 ? hundredth : rounded
    }

    private static func percent(_ part: FixedDecimal, of whole: FixedDecimal) -> ExactRatio? {
        whole == 0 ? nil : ExactRatio(100 * Int128(part.mantissa), over: Int128(whole.mantissa))
    }
}

extension PointSum {
    /// Whether all numbers are equal, in whatever fractions they are held.
    public static func == (left: PointSum, right: PointSum) -> Bool {
        left.points == right.points && left.maximum == right.maximum && left.scoredMaximum == right.scoredMaximum
            && (left.rest === right.rest || left.excess == right.excess && left.beyond == right.beyond)
    }

    /// Leaves out what may be held as different fractions.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(points)
        hasher.combine(maximum)
        hasher.combine(scoredMaximum)
    }
}

/// What a sum is beyond six decimals.
private final class PointRest: Sendable {
    let excess: ExactSum
    let beyond: MaximumExcess

    private init(_ excess: ExactSum, _ beyond: MaximumExcess) { (self.excess, self.beyond) = (excess, beyond) }

    /// Nil for nothing. (Of an initializer that fails, Embedded Swift leaves the object behind.)
    static func of(_ excess: ExactSum, _ beyond: MaximumExcess) -> PointRest? {
        excess.isEmpty && beyond.isEmpty ? nil : PointRest(excess, beyond)
    }
}

/// The score of one node for one unit.
public struct CriterionScore: Sendable {
    /// The node.
    public let criterion: Criterion
    /// Its position in the set.
    public let index: Int
    /// Points and maximum; a leaf without points counts as zero here.
    public let sum: PointSum
    /// The status of a leaf; nil for a node with children.
    public let status: LeafStatus?
    /// Whether it has no points by a convention although the maximum is kept.
    var isWithoutPoints = false
    /// Whether points given to a node above it stand for it too.
    var isCovered = false

    /// The points, or nil for a leaf that has none: not reported, awaited, not published, left out.
    public var points: FixedDecimal? {
        switch status {
        case .notReported, .awaited, .notPublished, .watched, .notAssigned: nil
        case .notApplicable: sum.maximum == 0 || isWithoutPoints ? nil : sum.points
        case .scored, .partlyReported, .provisional, nil: sum.points
        }
    }
}

/// The scores of one unit.
public struct UnitScore: Sendable {
    let storage: ScoreStorage
    /// The position of the unit.
    public let unit: Int

    private var count: Int { storage.columns.units.count }
    /// The code of the unit's level.
    package var level: String { storage.columns.units[unit].level }

    /// The set that the scores are based on, with the rules of the unit's group and level.
    public var criteriaSet: CriteriaSet { compiled.set }

    /// The score of the node at a position of the set.
    public func criterion(_ index: Int) -> CriterionScore {
        CriterionScore(
            criterion: criteriaSet.criteria[index], index: index, sum: sum(of: index),
            status: cellStatus(of: index)?.status, isWithoutPoints: cellStatus(of: index) == .keptMaximum,
            isCovered: !nodesGivenAsWhole(above: index).isEmpty)
    }

    /// The score of the node with a code, or nil. Complexity: O(n).
    public subscript(code: String) -> CriterionScore? { criteriaSet.index(of: code).map(criterion) }

    /// The scores of all nodes, in tree order.
    public var criteria: [CriterionScore] {
        criteriaSet.criteria.indices.map(criterion)
    }

    /// The scores of the fields.
    public var fields: [CriterionScore] {
        fieldIndices.map(criterion)
    }

    /// The positions of the fields in the set.
    public var fieldIndices: [Int] { storage.columns.sums.layout.fields }

    /// The status of the node at a position of the set; nil for one with children.
    package func status(of node: Int) -> LeafStatus? { cellStatus(of: node)?.status }

    private func cellStatus(of node: Int) -> CellStatus? {
        storage.columns.sums.layout.leaf[node].flatMap {
            CellStatus(rawValue: storage.columns.statuses[$0 * count + unit])
        }
    }

    /// Points and maximum of the node at a position of the set.
    public func sum(of node: Int) -> PointSum {
        if let sum = storage.columns.sums.sum(of: node, unit: unit) { return sum }
        let cell = (storage.columns.sums.layout.leaf[node] ?? 0) * count + unit
        let points = FixedDecimal(mantissa: storage.columns.leafPoints[cell])
        if !storage.columns.irregular.isEmpty, let own = storage.columns.irregular[cell] { return own }
        return (CellStatus(rawValue: storage.columns.statuses[cell]) ?? .scored)
            .sum(points, of: storage.columns.sums.whole[node])
    }

    /// What the edition's caps on bonus and penalty points add to the sum of the fields: negative when bonus points
    /// were cut, positive when penalty points were.
    public var capAdjustment: FixedDecimal { storage.columns.sums.capAdjustment(unit: unit) }

    var exactCapAdjustment: PointSum { storage.columns.sums.exactCapAdjustment(unit: unit) }

    /// The total: the fields' sums, the caps on bonus and penalty points, the edition's rounding of the total, and its
    /// limits.
    public var total: PointSum { storage.columns.sums.total(sumOfFields, unit: unit) }

    /// The sum of the fields, before caps, the rounding of the total and its limits.
    var sumOfFields: PointSum {
        var fields = PointSum.zero
        for field in fieldIndices { fields.add(sum(of: field)) }
        return fields
    }

    /// What caps, the rounding of the total and its limits add to the fields: the total minus their sum.
    public var adjustment: FixedDecimal {
        fieldIndices.reduce(total.points) { $0 - sum(of: $1).points }
    }

    /// What rounding adds to the parts of a node: its points minus theirs; zero for a leaf.
    public func adjustment(of node: Int) -> FixedDecimal {
        let children = criteriaSet.criteria[node].children
        return children.isEmpty ? 0 : children.reduce(sum(of: node).points) { $0 - sum(of: $1).points }
    }

    /// The index, points ÷ maximum × 100, rounded for display; nil when nothing applies. Ranks use
    /// ``PointSum/exactIndex``.
    public var index: FixedDecimal? { total.exactIndex?.rounded(criteriaSet.rounding.index) }

    /// Scored ÷ applicable maximum × 100, rounded as ``PointSum/coverage``.
    public var coverage: FixedDecimal? { total.coverage }

    /// The outcome of the leaf at a position of the set, with its measures; nil for a node with children.
    ///
    /// Given points that stand for the leaf are its points; the measures are always those of the figures.
    public func outcome(ofLeaf index: Int) -> LeafOutcome? {
        compiledLeaf(at: index).map { standing($0.outcome(figures), of: index) }
    }

    /// The compiled leaf at a position of the set; nil for a node with children.
    func compiledLeaf(at index: Int) -> CompiledLeaf? {
        let positions = storage.columns.sums.layout.leaf
        return positions.indices.contains(index) ? positions[index].map { compiled.leaves[$0] } : nil
    }

    /// What last year's figures lack where a leaf has no points although this year's are reported; nil for any other, and
    /// for what is only watched.
    package func lackOfLastYear(at index: Int) -> MeasureOutcome.State? {
        guard status(of: index) == .notReported, let leaf = compiledLeaf(at: index), leaf.isAgainstLastYear,
            leaf.role != .watched
        else { return nil }
        let states = leaf.measureOutcomes(figures).map { $0.state }
        if states.contains(.notReported) { return nil }
        return states.first { state in
            switch state {
            case .lastYearNotReported, .noBase: true
            default: false
            }
        }
    }

    package var figures: UnitFigures {
        let level = criteriaSet.position(ofLevel: self.level) ?? 0
        let columns = storage.columns.criteria.metrics.map { storage.columns.lastYear?.figures.column(of: $0) }
        return storage.columns.unitFigures(unit, level: level, lastYearColumns: columns)
    }
}
