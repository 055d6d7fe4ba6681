internal import Documents
internal import Scoring
internal import Values
internal import Words

/// A node of the tree in each of several states, with the changes of its figures from the first to the last; or the total,
/// or what a sum has beyond its parts.
struct NodeStates: Sendable {
    let node: Criterion?
    /// What stands in place of a name.
    let title: Phrase
    /// Why a sum is not that of its parts, and the code of its node; nil for a node and the total.
    let beyond: (reason: SumAdjustment.Reason, code: String?)?
    let sums: [(points: FixedDecimal, maximum: FixedDecimal)]
    /// The points in each state, nil where there are none.
    let points: [FixedDecimal?]
    let changes: [FigureChange]

    init(_ index: Int?, _ states: [UnitScore], _ changes: [FigureChange]) {
        node = index.map { states[0].criteriaSet.criteria[$0] }
        sums = states.map { index.map($0.sum) ?? $0.total }.map { ($0.points, $0.maximum) }
        points = index.map { index in states.map { $0.criterion(index).points } } ?? sums.map { $0.points }
        self.changes = changes.filter { $0.criterion == index }
        (title, beyond) = (node.map { Phrase($0.name) } ?? .total, nil)
    }

    /// What the sum of a node, or the total, has beyond its parts; nil where they add up in every state.
    private init?(beyond index: Int?, _ states: [UnitScore]) {
        let adjustments = states.map { $0.sumAdjustment(of: index) }
        guard !adjustments.allSatisfy({ $0.isNothing }) else { return nil }
        let code = index.map { states[0].criteriaSet.criteria[$0].code }
        let reason = adjustments.first { $0.reason == .givenToWhole }?.reason ?? adjustments[0].reason
        (node, changes, beyond) = (nil, [], (reason, code))
        title = reason.phrase.with(remark: code.map { Phrase(verbatim: $0) })
        sums = adjustments.map { ($0.points, $0.maximum) }
        points = sums.map { $0.points }
    }

    /// What every sum has beyond its parts in some state, in tree order, the total's own last.
    static func beyondParts(_ states: [UnitScore]) -> [NodeStates] {
        let nodes = states[0].criteriaSet.criteria
        return (nodes.indices.filter { nodes[$0].leaf == nil }.map { $0 } + [nil]).compactMap {
            NodeStates(beyond: $0, states)
        }
    }

    /// Some nodes of the tree in its order, each with what it has beyond its parts below them, and the total: so that the
    /// rows add up. Of some nodes only, differences do; what does not change is left out then.
    static func rows(of shown: Set<Int>?, _ states: [UnitScore], _ changes: [FigureChange] = []) -> [NodeStates] {
        let nodes = states[0].criteriaSet.criteria
        func rest(_ index: Int?) -> [NodeStates] {
            let rest = NodeStates(beyond: index, states)
            return rest.map { shown == nil || $0.isChanged ? [$0] : [] } ?? []
        }
        func rows(_ index: Int) -> [NodeStates] {
            (shown?.contains(index) ?? true ? [NodeStates(index, states, changes)] : [])
                + nodes[index].children.flatMap(rows) + rest(index)
        }
        return states[0].fieldIndices.flatMap(rows) + rest(nil) + [NodeStates(nil, states, changes)]
    }

    /// Whether points or maximum differ from those of the first state.
    var isChanged: Bool {
        sums.contains { $0.points != sums[0].points || $0.maximum != sums[0].maximum }
    }
    /// Whether it is a sum of others: a node with parts, or the total.
    var isSum: Bool { beyond == nil && node?.leaf == nil }

    var gain: FixedDecimal { sums[sums.count - 1].points - sums[0].points }
}

/// What reports show of a node whose points change.
struct NodeStateColumns: Sendable {
    typealias Node = Column<NodeStates>
    let digits: Int

    init(_ set: CriteriaSet) { digits = set.rounding.points.digits }

    var code: Node { .text("code", .code, full: .criterionCode) { $0.node?.code } }
    var name: Node {
        Node("", .criterion, full: .criterionName, .wrapped(24)) { $0.node.map { .name($0.name) } ?? .phrase($0.title) }
    }
    var maximum: Node { .decimal("maximum", .maximum, digits: digits) { $0.sums.last?.maximum } }
    var maximumBefore: Node {
        .decimal("maximumBefore", .maximumShort, full: .maximumNow, digits: digits) { $0.sums[0].maximum }
    }

    /// The maximum in a state, where a heading tells the states apart.
    func maximum(_ position: Int, _ state: Phrase) -> Node {
        .decimal("", Phrase("\(Phrase.maximumShort): \(state)"), digits: digits) { $0.sums[position].maximum }
    }

    /// What records have of sums that are not those of their parts.
    var beyond: [Node] {
        [
            .text("criterion", .code) { $0.beyond?.code }, .text("reason", .reason) { $0.beyond?.reason.rawValue },
            before, after(), gain,
        ]
    }
    var before: Node { .decimal("before", .now, full: .pointsNow, digits: digits) { $0.points[0] } }
    var gain: Node { .decimal("gain", .difference, look: .signed(digits: digits)) { $0.gain } }

    func after(_ position: Int = 1, _ title: Phrase = .afterChange) -> Node {
        .decimal("after", title, full: .pointsAfterChange, digits: digits) { $0.points[position] }
    }
}
