internal import Assessment
internal import Documents
internal import Scoring
internal import Values
internal import Words

/// A row of a unit's tree: a node, what caps, rounding and given wholes add to the rows above, or the total.
struct TreeRow: Sendable {
    let unit: UnitReport
    /// Nil for an adjustment and for the total.
    let node: CriterionReport?
    let title: Phrase
    let points: FixedDecimal?
    let maximum: FixedDecimal?
    let lost: FixedDecimal?
    var isTotal = false
    /// The rows, by their positions, whose points add up to its own; none for what is no sum.
    var parts: [Int] = []

    /// The rows of a unit, in the order of the tree, with the total at the end.
    ///
    /// - Parameter isOwn: leaves out what is not scored at the unit's level.
    static func rows(of unit: UnitReport, isOwn: Bool = false) -> [TreeRow] {
        var tree = Tree(unit: unit, nodes: unit.criteria, isOwn: isOwn)
        let set = unit.score.criteriaSet
        var parts = set.fieldIndices.compactMap { tree.add($0) }
        let adjustment = unit.score.adjustment
        if adjustment != 0 {
            parts.append(tree.rows.count)
            tree.rows.append(
                TreeRow(
                    unit: unit, node: nil, title: set.totalAdjustment, points: adjustment, maximum: nil,
                    lost: 0 - adjustment))
        }
        let total = unit.total
        tree.rows.append(
            TreeRow(
                unit: unit, node: nil, title: .total, points: total.points, maximum: total.maximum, lost: total.lost,
                isTotal: true, parts: parts))
        return tree.rows
    }

    /// The rows while they are put together.
    private struct Tree {
        let unit: UnitReport
        let nodes: [CriterionReport]
        let isOwn: Bool
        var rows: [TreeRow] = []

        init(unit: UnitReport, nodes: [CriterionReport], isOwn: Bool) {
            (self.unit, self.nodes, self.isOwn) = (unit, nodes, isOwn)
        }

        /// Adds a node with what is below it; its row, or nil where nothing of it is scored at the unit's level.
        mutating func add(_ index: Int) -> Int? {
            let (node, row) = (nodes[index], rows.count)
            if isOwn, let leaf = node.criterion.leaf, !leaf.levels.contains(unit.unit.level) { return nil }
            rows.append(
                TreeRow(
                    unit: unit, node: node, title: Phrase(node.criterion.name), points: node.points,
                    maximum: node.maximum, lost: node.lost))
            var parts = node.criterion.children.compactMap { add($0) }
            if isOwn, !node.isLeaf, parts.isEmpty {
                rows.removeLast()
                return nil
            }
            if let rest = node.beyondParts {
                parts.append(rows.count)
                let title = Phrase("\(node.title(of: rest)) (\(node.criterion.code))")
                rows.append(
                    TreeRow(
                        unit: unit, node: nil, title: title, points: rest.points,
                        maximum: rest.maximum == 0 ? nil : rest.maximum, lost: rest.lost))
            }
            rows[row].parts = parts
            return row
        }
    }
}
