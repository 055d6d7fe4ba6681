import Values

/// How places change when one field or one leaf is left out.
public struct LeaveOneOut: Sendable {
    /// Places without one node.
    public struct Without: Hashable, Sendable {
        /// The position of the node in the set.
        public let node: Int
        /// The places of the units, in the input order; ties share the best place.
        public let ranks: [Int]
    }

    /// Places with everything.
    public let ranks: [Int]
    /// Places without each field in turn; empty where the subject has a single field, or where all its fields are
    /// leaves.
    public let fields: [Without]
    /// Places without each leaf in turn; empty where the subject is a leaf.
    public let leaves: [Without]

    /// Ranks without each node in turn; nil when sums exceed 64 bits and where points of leaves are not added. Sums are not rounded; bonus and penalty points
    /// stay.
    ///
    /// Complexity: O(leaves × (units × leaves + units · log units)).
    public init?(_ scores: ScoreTable, units: [Int], by subject: Ranking.Subject) {
        guard let columns = LeafColumns(scores, units: units, by: subject) else { return nil }
        let set = scores.criteria.set
        let nodes = scores.criteria.leaves(of: subject).map { scores.criteria.leaves[$0] }
            .filter { $0.role == .regular }.map { $0.criterion }
        let above = nodes.map(set.field(above:))
        let whole = Array(repeating: LeafColumns.one, count: nodes.count)
        ranks = columns.ranks(whole).map { Int($0) }
        func without(_ node: Int, _ isLeftOut: @Sendable (Int) -> Bool) -> Without {
            let weights = whole.indices.map { isLeftOut($0) ? 0 : whole[$0] }
            return Without(node: node, ranks: columns.ranks(weights).map { Int($0) })
        }
        let fieldNodes = set.criteria.indices.filter(Set(above).contains)
        let hasFields = fieldNodes.count > 1 && fieldNodes != nodes
        fields = hasFields ? fieldNodes.map { field in without(field) { above[$0] == field } } : []
        leaves = nodes.count < 2 ? [] : nodes.map { leaf in without(leaf) { nodes[$0] == leaf } }
    }

    /// The best and the worst place of a unit when any one of the nodes is left out, and the node whose omission
    /// changes it most; nil without nodes.
    public static func range(
        of unit: Int, _ without: [Without], from rank: Int
    ) -> (best: Int, worst: Int, mover: Without)? {
        guard
            let mover = without.max(by: { abs($0.ranks[unit] - rank) < abs($1.ranks[unit] - rank) }),
            let best = without.map({ $0.ranks[unit] }).min(), let worst = without.map({ $0.ranks[unit] }).max()
        else { return nil }
        return (best, worst, mover)
    }
}
