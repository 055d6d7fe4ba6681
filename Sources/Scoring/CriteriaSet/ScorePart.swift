public import Values

/// A part of the points that is told apart (phần điểm), such as what an appraisal gives and what a survey gives.
public struct ScorePart: Hashable, Sendable {
    /// The code that criteria use.
    public let code: String
    /// The display name.
    public let name: LocalizedText
    /// Whether tables of units have its points in percent of its maximum, because the edition publishes them so.
    public let showsPercent: Bool

    /// Makes a part.
    public init(code: String, name: LocalizedText, showsPercent: Bool = false) {
        (self.code, self.name, self.showsPercent) = (code, name, showsPercent)
    }
}

extension CriteriaSet {
    /// The part to which a node belongs with all that is below it; nil where the edition has none, and for a node that
    /// belongs to several.
    package func part(of node: Int) -> ScorePart? {
        let path = path(up: node)
        return partNodes.firstIndex { nodes in path.contains(where: nodes.contains) }.map { parts[$0] }
    }

    /// The maximum of the part at a position.
    package func maximum(ofPart part: Int) -> FixedDecimal {
        partNodes[part].reduce(.zero) { $0 + criteria[$1].maximum }
    }

    /// The highest nodes that belong to each part with all that is below them.
    static func nodes(of parts: [ScorePart], in criteria: [Criterion]) -> [[Int]] {
        var owners: [Int?] = criteria.map { node in parts.firstIndex { $0.code == node.part } }
        // Nodes come after their parents: what these pass on is known before, what their children make of it behind.
        for node in criteria.indices where owners[node] == nil {
            owners[node] = criteria[node].parent.flatMap { owners[$0] }
        }
        for node in criteria.indices.reversed() {
            guard let first = criteria[node].children.first else { continue }
            owners[node] = criteria[node].children.allSatisfy { owners[$0] == owners[first] } ? owners[first] : nil
        }
        return parts.indices.map { part in
            criteria.indices.filter { node in
                owners[node] == part && criteria[node].parent.map { owners[$0] != part } ?? true
            }
        }
    }
}
