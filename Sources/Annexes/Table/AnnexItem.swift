internal import Scoring
internal import Values

/// A row without a number that has points: a part of the criterion before it, or one of the answers that earn them.
struct AnnexItem {
    var name: String
    var points: FixedDecimal
    var row: AnnexRow
}

extension AnnexReader {
    /// Decides what the rows without numbers behind a criterion are: parts whose points add up to its maximum, or the
    /// answers of which one earns the points.
    mutating func settleItems() {
        defer { items = [] }
        guard !items.isEmpty, let index = reading.nodes.indices.last, let heading else { return }
        // No points add up to more than 64 bits.
        let sum = items.reduce(FixedDecimal?.some(.zero)) { $0?.addingReportingOverflow($1.points) }
        let node = reading.nodes[index]
        if items.count > 1, let sum, sum == node.maximum, items.allSatisfy({ $0.points > 0 }), node.words.isEmpty {
            for (position, item) in items.enumerated() {
                var part = AnnexNode(
                    code: "\(node.code).\(position + 1)", name: AnnexText.item(item.name), parent: node.code,
                    place: item.row.place(column: heading[.name]))
                part.hasOwnCode = false
                (part.monitoring, part.lead, part.coordinating) = (node.monitoring, node.lead, node.coordinating)
                append(part)
                fill(item.row, heading, withActivity: false)
            }
            return
        }
        for item in items {
            let colon = item.name.hasSuffix(":") ? " " : ": "
            reading.nodes[index].words.append(
                AnnexText.item(item.name) + colon + item.points.text(decimalSeparator: ","))
            reading.nodes[index].wordPlaces.append(item.row.place(column: heading[.name]))
        }
    }
}
