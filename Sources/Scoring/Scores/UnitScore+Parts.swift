import Values

extension UnitScore {
    /// Points and maximum of the part at a position of ``CriteriaSet/parts``.
    ///
    /// A sum that belongs to one part counts as it stands, rounded or given as a whole.
    public func partSum(_ part: Int) -> PointSum {
        var sum = PointSum.zero
        for node in criteriaSet.partNodes[part] { sum.add(self.sum(of: node)) }
        sum.settle()
        return sum
    }

    /// What the total has beyond the parts: the caps on bonus and penalty points and the limits of the total, the
    /// rounding of sums that belong to several parts, and points given to such a sum as a whole.
    public var beyondParts: PointSum {
        criteriaSet.parts.indices.reduce(into: total) { rest, part in
            let sum = partSum(part)
            rest.points -= sum.points
            rest.maximum -= sum.maximum
            rest.scoredMaximum -= sum.scoredMaximum
        }
    }
}
