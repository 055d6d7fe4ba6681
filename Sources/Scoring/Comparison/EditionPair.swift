import Values

/// Two compiled editions side by side: what they have in common, computed once for all units.
public struct EditionPair: Sendable {
    /// The nodes, matched by code.
    let nodes: [NodeAlignment.Pair]
    /// The measures, matched by code.
    let partners: MeasurePartners
    /// The first edition's figure columns for the second's, and vice versa: code and kind are the same.
    let oldColumns: [Int?]
    let newColumns: [Int?]

    /// Matches two editions, which may be identical.
    ///
    /// Complexity: O(nodes + metrics), plus O(nodes) for each removed node.
    public init(_ before: CompiledCriteria, _ after: CompiledCriteria) {
        nodes = NodeAlignment(before.set, after.set).pairs
        partners = MeasurePartners(before, after)
        let (old, new) = (before.set.metrics, after.set.metrics)
        oldColumns = Self.columns(of: old, by: new)
        newColumns = Self.columns(of: new, by: old)
    }

    private static func columns(of source: [Metric], by target: [Metric]) -> [Int?] {
        let known = Dictionary(
            firstOf: source.enumerated().map { ($0.element.code, (column: $0.offset, kind: $0.element.kind)) })
        return target.map { metric in
            known[metric.code].flatMap { $0.kind == metric.kind ? $0.column : nil }
        }
    }
}

/// Which measures of two editions are the same.
struct MeasurePartners {
    /// A measure by the position of its leaf among the leaves and its position within the leaf.
    typealias Position = (leaf: Int, measure: Int)

    /// For every measure of the first edition, its partner in the second.
    private(set) var new: [[Position?]]
    /// For every measure of the second edition, its partner in the first.
    private(set) var old: [[Position?]]

    init(_ before: CompiledCriteria, _ after: CompiledCriteria) {
        new = before.leaves.map { $0.measures.map { _ in nil } }
        old = after.leaves.map { $0.measures.map { _ in nil } }
        let leaves = Dictionary(
            firstOf: before.leaves.enumerated().map { (before.set.criteria[$0.element.criterion].code, $0.offset) })
        for (leaf, compiled) in after.leaves.enumerated() {
            let node = after.set.criteria[compiled.criterion]
            guard let other = leaves[node.code], let measures = node.leaf?.measures,
                let others = before.set.criteria[before.leaves[other].criterion].leaf?.measures
            else { continue }
            for (position, measure) in measures.enumerated() {
                let isOnly = measures.count == 1 && others.count == 1
                guard let match = isOnly ? 0 : others.firstIndex(where: { $0.code == measure.code }) else { continue }
                old[leaf][position] = (other, match)
                new[other][match] = (leaf, position)
            }
        }
    }
}
