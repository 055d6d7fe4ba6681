internal import Values

/// What a leaf, an agency or a field costs several units.
package struct GapCost: Sendable {
    /// A leaf, by its position in the set, or whose leaves they are.
    package enum Subject: Hashable, Sendable { case leaf(Int), group(GapGroup.Name) }

    /// What the units have in common.
    package let subject: Subject
    /// The field and the lead agency of a leaf.
    package let field: Int?
    package let lead: String?
    /// The points that it cost them, negative for bonus points; the part of the loss that is due to missing figures; the
    /// sum of the maxima.
    package private(set) var sum = GapSum()
    /// How many units have it.
    package private(set) var units = 0
    /// How many of them lost points.
    package private(set) var losingUnits = 0

    /// The costs of what units have in common, the greatest first; equal ones in tree order. Without `isComplete` only
    /// what costs something.
    ///
    /// - Complexity: O(units × leaves) time; the units may be worked out one after the other, and none is kept.
    package static func sorted(
        _ set: CriteriaSet, _ units: some Sequence<UnitLosses>, by key: GapGroup.Key?, isComplete: Bool = false
    ) -> [GapCost] {
        var costs: [GapCost] = []
        var costOfSubject: [Subject: Int] = [:]
        let costOfLeaf = set.criteria.indices.map { index -> Int? in
            guard set.criteria[index].leaf != nil else { return nil }
            let (field, lead) = (set.field(above: index), set.lead(of: index))
            let subject: Subject =
                switch key {
                case nil: .leaf(index)
                case .agency: .group(.agency(lead))
                case .field: .group(.field(field))
                }
            if let known = costOfSubject[subject] { return known }
            costOfSubject[subject] = costs.count
            costs.append(GapCost(subject: subject, field: field, lead: lead))
            return costs.count - 1
        }
        var ofUnit = [GapSum?](repeating: nil, count: costs.count)
        for unit in units {
            for (index, sum) in unit.leaves {
                guard let cost = costOfLeaf[index] else { continue }
                ofUnit[cost] = (ofUnit[cost] ?? GapSum()).adding(sum)
            }
            for adjustment in unit.adjustments {
                // What a field lost is what its points are short of its maximum.
                guard let field = adjustment.field, let cost = costOfSubject[.group(.field(field))] else { continue }
                ofUnit[cost] = (ofUnit[cost] ?? GapSum()).adding(adjustment)
            }
            for cost in costs.indices {
                if let sum = ofUnit[cost] { costs[cost].add(sum) }
                ofUnit[cost] = nil
            }
        }
        return costs.filter { $0.units > 0 && (isComplete || $0.sum.lost > 0) }.sorted { $0.sum.lost > $1.sum.lost }
    }

    private mutating func add(_ ofUnit: GapSum) {
        sum = sum.adding(ofUnit)
        units += 1
        if ofUnit.lost > 0 { losingUnits += 1 }
    }
}
