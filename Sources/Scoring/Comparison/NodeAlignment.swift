import Values

/// The nodes of two trees side by side, matched by code; a field is only ever matched with a field.
struct NodeAlignment {
    /// A node of either tree, or of both, by its positions.
    struct Pair: Hashable {
        var old: Int?
        var new: Int?
        /// Whether both trees have it, but under different names.
        var isRenamed = false
    }

    /// In the order of the second tree; a node it no longer has follows its preceding sibling, or comes first among its
    /// siblings.
    let pairs: [Pair]

    /// Complexity: O(nodes), plus O(nodes) for each removed node.
    init(_ before: CriteriaSet, _ after: CriteriaSet) {
        struct Key: Hashable {
            var code: String
            var isField: Bool

            init(_ node: Criterion) {
                code = node.code
                isField = node.parent == nil
            }
        }
        let olds = Dictionary(
            firstOf: before.criteria.enumerated().map { (Key($0.element), $0.offset) })
        var pairs = after.criteria.enumerated().map { new, node -> Pair in
            guard let old = olds[Key(node)] else { return Pair(old: nil, new: new) }
            let names = [before.criteria[old], node].map { VietnameseText.folded($0.name.vi) }
            return Pair(old: old, new: new, isRenamed: names[0] != names[1])
        }
        let kept = Set(pairs.compactMap { $0.old })
        for (index, node) in before.criteria.enumerated() where !kept.contains(index) {
            // Parents and preceding siblings come before a node, so they are placed already.
            let siblings = node.parent.map { before.criteria[$0].children } ?? before.fieldIndices
            let elder = siblings.prefix { $0 != index }.last
            let place: Int
            if let elder, let start = pairs.firstIndex(where: { $0.old == elder }) {
                place =
                    pairs[start...].firstIndex { pair in
                        pair.old != elder && !Self.isBelow(pair, pairs[start], before, after)
                    } ?? pairs.count
            } else if let parent = node.parent, let start = pairs.firstIndex(where: { $0.old == parent }) {
                place = start + 1
            } else {
                place = 0
            }
            pairs.insert(Pair(old: index, new: nil), at: place)
        }
        self.pairs = pairs
    }

    private static func isBelow(_ pair: Pair, _ other: Pair, _ before: CriteriaSet, _ after: CriteriaSet) -> Bool {
        func hasAncestor(_ node: Int?, _ ancestor: Int?, _ set: CriteriaSet) -> Bool {
            guard let node, let ancestor else { return false }
            return node != ancestor && set.isNode(node, orBelow: ancestor)
        }
        return hasAncestor(pair.old, other.old, before) || hasAncestor(pair.new, other.new, after)
    }
}

extension CriteriaSet {
    /// The positions of the fields.
    package var fieldIndices: [Int] { criteria.indices.filter { criteria[$0].parent == nil } }
}
