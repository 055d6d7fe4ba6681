import Values

/// What a node has for all units under review, counted.
struct NodeColumn: Sendable {
    let node: Int
    /// The order of the shares of its points.
    let order: OrderedColumn
    private let rest: OrderedColumn
    /// By cohort, what its members have who are measured.
    private let shares: [[ExactRatio]]
    private let counts: Counts
    private let cut: NodeReview.Cut?

    /// How many units have a state.
    private struct Counts {
        private(set) var (byConvention, unmeasured, leftOut, givenAbove) = (0, 0, 0, 0)

        mutating func add(_ state: NodeState) {
            switch state {
            case .measured(isByConvention: true): byConvention += 1
            case .leftOut: leftOut += 1
            case .unmeasured: unmeasured += 1
            case .givenAbove: givenAbove += 1
            case .elsewhere, .measured: break
            }
        }
    }

    /// - Parameter wholes: by table, cohort and member, what is measured of the total.
    init(_ node: Int, in tables: [ReviewedScores], wholes: [[[PointSum]]]) {
        self.node = node
        var counts = Counts()
        var shares: [[ExactRatio?]] = []
        var rests: [[PointSum?]] = []
        for (table, ownWholes) in zip(tables, wholes) {
            for (cohort, cohortWholes) in zip(table.cohorts, ownWholes) {
                var (own, others) = ([ExactRatio?](), [PointSum?]())
                for (unit, whole) in zip(cohort, cohortWholes) {
                    let score = table.scores[unit]
                    let state = table.nodes[node].map { score.state(of: $0) } ?? .elsewhere
                    counts.add(state)
                    guard let position = table.nodes[node], state.isMeasured else {
                        own.append(nil)
                        others.append(nil)
                        continue
                    }
                    own.append(score.share(of: position))
                    others.append(score.isSufficient ? score.measuredSum(of: position).rest(of: whole) : nil)
                }
                shares.append(own)
                rests.append(others)
            }
        }
        order = OrderedColumn(shares) { $0 < $1 }
        rest = OrderedColumn(rests) { $0.compared(to: $1) < 0 }
        self.shares = shares.map { $0.compactMap { $0 } }
        self.counts = counts
        cut = Self.cut(node, in: tables)
    }

    private static func cut(_ node: Int, in tables: [ReviewedScores]) -> NodeReview.Cut? {
        var (units, cut, raised) = (0, 0, 0)
        var (points, raisedPoints) = (FixedDecimal.zero, FixedDecimal.zero)
        var isAppraised = false
        for table in tables {
            guard let (before, after) = table.appraisal, let position = table.nodes[node] else { continue }
            isAppraised = true
            for unit in table.cohorts.joined() {
                let (mine, theirs) = (before[unit], after[unit])
                guard mine.state(of: position).isMeasured, theirs.state(of: position).isMeasured else { continue }
                units += 1
                let change = theirs.sum(of: position).points - mine.sum(of: position).points
                if change < 0 {
                    cut += 1
                    points += -change
                } else if change > 0 {
                    raised += 1
                    raisedPoints += change
                }
            }
        }
        return isAppraised
            ? NodeReview.Cut(
                cut: .init(units: cut, of: units), points: points, raised: raised, raisedPoints: raisedPoints) : nil
    }

    /// Everything told of the node.
    func review(moved: NodeReview.Count?, twin: NodeReview.Twin?) -> NodeReview {
        let (all, alike) = (shares.flatMap { $0 }, order.alike)
        let compared = shares.filter { $0.count > 1 }.flatMap { $0 }
        let sameness: NodeReview.Sameness =
            compared.count(where: Self.isFull) == alike.count
            ? .full : compared.count(where: Self.isZero) == alike.count ? .zero : .share
        let spread = ShareSpread(all)
        return NodeReview(
            node: node, measured: all.count, byConvention: counts.byConvention, unmeasured: counts.unmeasured,
            leftOut: counts.leftOut, givenAbove: counts.givenAbove,
            full: .init(units: all.count(where: Self.isFull), of: all.count),
            zero: .init(units: all.count(where: Self.isZero), of: all.count),
            alike: .init(units: alike.count, of: alike.of), sameness: sameness, mean: spread.mean,
            deviation: spread.deviation, cut: cut, withRest: RankCorrelation(order, rest), moved: moved, twin: twin)
    }

    private static func isFull(_ share: ExactRatio) -> Bool { share >= ExactRatio(100) }
    private static func isZero(_ share: ExactRatio) -> Bool { share <= .zero }
}

/// How places change in a table when a node is left out.
struct PlacesMoved: Sendable {
    private let nodes: [Int?]
    /// By node of the table's set, how many units have another place.
    private var moved: [Int: Int] = [:]
    /// How many units have a place among at least two.
    private var ranked = 0
    private var isTooLarge = false

    init(_ table: ReviewedScores) {
        nodes = table.nodes
        for cohort in table.cohorts {
            let units = cohort.filter { table.scores[$0].isRankable }
            guard units.count > 1 else { continue }
            guard let without = LeaveOneOut(table.scores, units: units, by: .total) else {
                isTooLarge = true
                return
            }
            ranked += units.count
            // A field that is a leaf stands in both lists.
            for other in without.leaves + without.fields.filter({ table.isParent($0.node) }) {
                moved[other.node, default: 0] += zip(without.ranks, other.ranks).count { $0 != $1 }
            }
        }
    }

    /// How many units have another place without a node, in all tables together.
    static func count(of node: Int, _ tables: [PlacesMoved]) -> NodeReview.Count? {
        var (units, all, isKnown) = (0, 0, false)
        for table in tables {
            if table.isTooLarge { return nil }
            guard let position = table.nodes[node], let moved = table.moved[position] else { continue }
            isKnown = true
            units += moved
            all += table.ranked
        }
        return isKnown ? NodeReview.Count(units: units, of: all) : nil
    }
}

extension ReviewedScores {
    fileprivate func isParent(_ node: Int) -> Bool { scores.criteria.set.criteria[node].leaf == nil }
}
