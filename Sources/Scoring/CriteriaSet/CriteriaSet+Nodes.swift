/// The positions of a node and of those above it, the nearest first.
struct NodePath: Sequence, IteratorProtocol {
    fileprivate let criteria: [Criterion]
    fileprivate var following: Int?

    mutating func next() -> Int? {
        guard let node = following else { return nil }
        following = criteria[node].parent
        return node
    }
}

extension CriteriaSet {
    /// A node and those above it.
    func path(up node: Int) -> NodePath { NodePath(criteria: criteria, following: node) }

    /// The positions of the nodes above a node, the nearest first.
    package func ancestors(of node: Int) -> [Int] { Array(path(up: node).dropFirst()) }

    /// The position of the field above a node, or the node's own.
    package func field(above node: Int) -> Int {
        path(up: node).reduce(node) { $1 }
    }

    /// The lead agency of a node, as the edition writes it: its own, otherwise that of the nearest node above it.
    package func lead(of node: Int) -> String? { path(up: node).lazy.compactMap { criteria[$0].agencies.lead }.first }

    /// Whether a node is another or below it.
    package func isNode(_ node: Int, orBelow other: Int) -> Bool { path(up: node).contains(other) }

    /// Whether a node is the subject's own or below it; every node is part of the total.
    func isPart(_ node: Int, of subject: Ranking.Subject) -> Bool {
        guard case .node(let top) = subject else { return true }
        return isNode(node, orBelow: top)
    }
}
