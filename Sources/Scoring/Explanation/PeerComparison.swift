public import Values

/// The scale that the figures of a cohort set for a relative measure, as one unit meets it.
public struct PeerComparison: Sendable {
    /// The rule.
    public let rule: RelativeRule
    /// The target of the unit's group, where the rule has one.
    public let target: FixedDecimal?
    /// How many figures set the scale, the unit's own among them.
    public let count: Int
    /// How many figures of the cohort are not there yet.
    public let missing: Int
    /// The least figure.
    public let least: ExactRatio
    /// The greatest figure.
    public let greatest: ExactRatio
    /// The ends of the range, trimmed or one of them fixed as the rule says; nil where there is none.
    public let range: (low: ExactRatio, high: ExactRatio)?
    /// How many standard deviations the figure is above the mean, rounded as the rule says; nil for other rules.
    public let z: ExactRatio?
    /// The number that the figure is divided by or compared with, or that is divided by it; nil where there is none.
    public let reference: ExactRatio?
    /// The codes of the units with the least figure, in the order of the units.
    public let unitsWithLeast: [String]
    /// The codes of those with the greatest figure.
    public let unitsWithGreatest: [String]
    /// The place among the cohort; only where the rule is one of places.
    public let place: Rank?
    /// The last place; only where the rule is one of places.
    public let lastPlace: Rank?

    /// Whether all figures are equal, so that there is no scale.
    public var isEqual: Bool { least == greatest && rule.fixedEnd == nil }
}

extension UnitFigures {
    /// The scale of the unit's cohort for a measure; nil where there is no figure.
    ///
    /// Complexity: O(units of the cohort).
    func comparison(of relative: CompiledRelative) -> PeerComparison? {
        guard let compared else { return nil }
        let own = now(relative.column)
        let scale = compared.scales.scale(of: relative, unit: compared.position, with: own)
        guard let ends = scale.ends else { return nil }
        var (least, greatest): ([String], [String]) = ([], [])
        for unit in compared.scales.members(of: relative, beside: compared.position) {
            let figure = unit == compared.position ? own : compared.scales.figure(of: relative, unit: unit)
            guard let number = figure.exactNumber else { continue }
            if number == ends.least { least.append(compared.scales.units[unit].code) }
            if number == ends.greatest { greatest.append(compared.scales.units[unit].code) }
        }
        var (place, last): (Rank?, Rank?)
        if case .places(let places) = scale.form, let number = own.exactNumber {
            place = places.doubled(of: number).map { Rank(halves: Int($0)) }
            last = Rank(halves: Int(places.doubledLast))
        }
        var z: ExactRatio?
        if case .deviations(let deviations, _, _) = scale.form { z = own.exactNumber.flatMap { deviations.z(of: $0) } }
        return PeerComparison(
            rule: relative.rule, target: relative.rule.target(of: compared.scales.units[compared.position].group),
            count: scale.count, missing: scale.missing, least: ends.least,
            greatest: ends.greatest, range: scale.range, z: z, reference: scale.reference, unitsWithLeast: least,
            unitsWithGreatest: greatest,
            place: place, lastPlace: last)
    }
}
