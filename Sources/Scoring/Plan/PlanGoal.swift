public import Values

/// What a plan is to reach.
public enum PlanGoal: Hashable, Sendable {
    /// At least this index, as the edition rounds it.
    case index(FixedDecimal)
    /// At least so many points in all.
    case points(FixedDecimal)
    /// This place of its group or a better one, the other units' scores held fixed, by the edition's rule for ties.
    case rank(Int)
    /// The most points that cost no more than this.
    case budget(FixedDecimal)
}

/// What every plan has to keep to.
public struct PlanConditions: Hashable, Sendable {
    /// A node of the tree whose points must not fall below some number.
    public struct Floor: Hashable, Sendable {
        /// The position of the node in the set.
        public let node: Int
        /// The least points; nil for those that it has.
        public let points: FixedDecimal?

        /// Makes a floor.
        public init(node: Int, points: FixedDecimal? = nil) {
            self.node = node
            self.points = points
        }
    }

    /// Floors of nodes.
    public var floors: [Floor]
    /// How many plans are wanted, the best first.
    public var count: Int

    /// Makes conditions.
    public init(floors: [Floor] = [], count: Int = 1) {
        self.floors = floors
        self.count = count
    }
}

/// Whether a goal is met, and from how many points on.
struct GoalTest {
    let goal: PlanGoal
    let set: CriteriaSet
    /// The applicable maximum in millionths.
    let maximum: Int64
    private let others: [UnitScore]
    private let otherIndices: [ExactRatio]

    init(_ goal: PlanGoal, _ table: ScoreTable, unit: Int) {
        self.goal = goal
        set = table.criteria.set
        maximum = table[unit].total.maximum.mantissa
        guard case .rank = goal else {
            (others, otherIndices) = ([], [])
            return
        }
        let group = table.units[unit].group
        let ranked = table.units.indices.filter {
            $0 != unit && table.units[$0].group == group && table[$0].rankedIndex != nil
        }
        others = ranked.map { table[$0] }
        otherIndices = others.compactMap(\.rankedIndex)
    }

    /// Whether scores meet the goal.
    func isMet(by score: UnitScore) -> Bool {
        switch goal {
        case .index(let wanted): return score.index.map { $0 >= wanted } ?? false
        case .points(let wanted): return score.total.points >= wanted
        case .budget: return true
        case .rank(let place):
            guard let index = score.rankedIndex else { return false }
            var better = 0
            var tied = 0
            var above: Set<ExactRatio> = []
            for (other, theirs) in zip(others, otherIndices) {
                switch Self.order(theirs, other, against: index, score, by: set.ranking.tieBreakers, in: set) {
                case 1:
                    better += 1
                    above.insert(theirs)
                case 0: tied += 1
                default: break
                }
            }
            return Self.isWithin(place, better: better, distinct: above.count, tied: tied, by: set.ranking.ties)
        }
    }

    /// 1 when the other is ahead, 0 when both are equal also by the tie breakers.
    private static func order(
        _ theirs: ExactRatio, _ other: UnitScore, against mine: ExactRatio, _ score: UnitScore, by codes: [String],
        in set: CriteriaSet
    ) -> Int {
        if theirs != mine { return theirs > mine ? 1 : -1 }
        for node in codes.compactMap(set.index(of:)) {
            let (a, b) = (other.tally(of: node).points, score.tally(of: node).points)
            if a != b { return a > b ? 1 : -1 }
        }
        return 0
    }

    private static func isWithin(
        _ place: Int, better: Int, distinct: Int, tied: Int, by rule: RankingPolicy.Ties
    ) -> Bool {
        switch rule {
        case .standard: 1 + better <= place
        case .dense: 1 + distinct <= place
        case .modified: 1 + better + tied <= place
        case .average: 2 * (1 + better) + tied <= 2 * place
        }
    }

    /// The least total points in millionths that can meet the goal; nil when none can. A tie that further criteria decide
    /// counts as won here.
    var leastTotal: Int64? {
        if case .points(let wanted) = goal { return wanted.mantissa }
        if case .budget = goal { return nil }
        let bound: Int64 = 1_000_000_000_000_000
        var (low, high) = (-bound, bound)
        guard isMet(at: high) else { return nil }
        while low < high {
            let middle = low + (high - low) / 2
            if isMet(at: middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private func isMet(at total: Int64) -> Bool {
        guard let index = ExactRatio(100 * Int128(total), over: Int128(maximum)) else { return false }
        switch goal {
        case .index(let wanted): return index.rounded(set.rounding.index).map { $0 >= wanted } ?? (total > 0)
        case .points, .budget: return true
        case .rank(let place):
            let isDecided = !set.ranking.tieBreakers.isEmpty
            let above = otherIndices.filter { $0 > index }
            return Self.isWithin(
                place, better: above.count, distinct: Set(above).count,
                tied: isDecided ? 0 : otherIndices.count { $0 == index }, by: set.ranking.ties)
        }
    }
}
