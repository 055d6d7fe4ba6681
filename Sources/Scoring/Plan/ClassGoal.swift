package import Values

extension UnitScore {
    /// The group in which the unit is classed.
    package var group: String? { storage.columns.units[unit].group }

    /// The least total, in millionths rounded up, whose index alone gives a class or a better one, while the maximum stays
    /// as it is; nil where the class is a part of the units.
    ///
    /// - Parameters:
    ///   - position: the position of the class in its scheme.
    ///   - scheme: the scheme of the unit's group.
    package func leastPoints(ofClass position: Int, in scheme: ClassScheme) -> FixedDecimal? {
        guard case .index(let least) = scheme.cut, least.indices.contains(position), let whole = total.exactMaximum
        else { return nil }
        let share = ExactRatio(least[position]).multiplied(by: whole)?.divided(by: ExactRatio(100))
        return share?.rounded(Rounding(.up, digits: FixedDecimal.fractionDigits))
    }
}

extension Plan {
    /// The leaves that it moves, with their points without and with it.
    package var moved: [(node: Int, before: FixedDecimal?, after: FixedDecimal?, gain: FixedDecimal)] {
        before.leaves(movedBy: changes, to: after).map { node in
            (
                node, before.criterion(node).points, after.criterion(node).points,
                after.sum(of: node).points - before.sum(of: node).points
            )
        }
    }
}
