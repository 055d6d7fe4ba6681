/// The positions of a set's nodes among its leaves and among its parents.
struct TreeLayout: Sendable {
    /// The position of a node among the leaves; nil for a parent.
    private(set) var leaf: [Int?] = []
    /// The position of a node among the parents; nil for a leaf.
    private(set) var parent: [Int?] = []
    /// The position among the parents of a node's own parent; nil for a field.
    private(set) var above: [Int?] = []
    /// The positions of the leaves in the set, and the roles of their points.
    private(set) var leaves: [Int] = []
    private(set) var roles: [Leaf.Role] = []
    /// The positions of the parents in the set.
    private(set) var parents: [Int] = []
    /// The positions of the nodes without a parent.
    private(set) var fields: [Int] = []

    /// The positions in the set of the parents above a node, the nearest first.
    func ancestors(of node: Int) -> [Int] {
        var found: [Int] = []
        var next = above[node]
        while let parent = next {
            found.append(parents[parent])
            next = above[parents[parent]]
        }
        return found
    }

    /// The roles of the points of a leaf, or of the leaves below a parent.
    func roles(below node: Int) -> Set<Leaf.Role> {
        if let leaf = leaf[node] { return [roles[leaf]] }
        return Set(leaves.indices.filter { ancestors(of: leaves[$0]).contains(node) }.map { roles[$0] })
    }

    /// Whether every leaf below a parent earns bonus or penalty points.
    func hasOnlyExtras(below node: Int) -> Bool {
        !roles(below: node).contains(.regular)
    }

    init(_ nodes: [Criterion]) {
        for (index, node) in nodes.enumerated() {
            leaf.append(node.leaf == nil ? nil : leaves.count)
            parent.append(node.leaf == nil ? parents.count : nil)
            above.append(node.parent.flatMap { parent[$0] })
            if node.parent == nil { fields.append(index) }
            if let leaf = node.leaf {
                leaves.append(index)
                roles.append(leaf.role)
            } else {
                parents.append(index)
            }
        }
    }
}
