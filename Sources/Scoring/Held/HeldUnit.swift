import Values

/// A unit with a place of which only the total is known: what it is ranked by, and what its class follows from.
package struct HeldUnit: Sendable {
    /// The group in which it is ranked and classed.
    let group: String?
    let key: RankingKey
    /// The position of the best class that its conditions allow; 0 where none caps it.
    let classLimit: Int
}

/// What is known of other units whose figures are not at hand. Nothing of it changes when a unit's figures do.
package struct HeldPeers: Sendable {
    /// What the units are ranked by with which the unit has its places.
    let keys: [RankingKey]
    /// The units whose classes may depend on the unit's, and its class on theirs; nil where they are not known.
    let classed: [HeldUnit]?
    /// The scale of each relative measure, by slot, with the unit's figure of today in it.
    fileprivate let scales: [RelativeScale]

    /// Takes what is known.
    ///
    /// - Parameters:
    ///   - ranked: the units with which the unit has its places; without it.
    ///   - classed: all units that have places, without it; nil where they are not known.
    ///   - scales: the scales of the relative measures.
    package init(ranked: [HeldUnit], classed: [HeldUnit]?, scales: HeldScales) {
        (keys, self.classed, self.scales) = (ranked.map { $0.key }, classed, scales.scales)
    }
}

/// The scales of a unit's relative measures, held as they are.
package struct HeldScales: Sendable {
    /// No scales, of a set without relative measures, or where they follow the figures.
    package static let none = HeldScales(scales: [])

    /// By slot.
    let scales: [RelativeScale]
}

extension CompiledCriteria {
    /// Whether some measure compares units.
    package var hasRelativeMeasures: Bool { !relatives.isEmpty }

    /// Scores one unit beside others of which only so much is known.
    ///
    /// - Parameters:
    ///   - figures: the unit's figures, as in ``score(_:units:lastYear:)``.
    ///   - unit: the unit.
    ///   - lastYear: last year's figures.
    ///   - held: what is known of the others.
    /// - Throws: ``ScoringError``.
    package func score(
        _ figures: FigureTable, unit: ScoredUnit, lastYear: LastYear?, beside held: HeldPeers
    ) throws(ScoringError) -> ScoreTable {
        let scales = relatives.isEmpty ? nil : RelativeScales(holding: held.scales, of: unit)
        return try score(
            figures, units: [unit], lastYear: lastYear, amid: scales.map { ($0, [0]) }, beside: held)
    }
}

extension CriteriaSet {
    /// Whether the class of a unit depends on the other units.
    package var hasSharedClasses: Bool { classSchemes.contains { $0.isShared } }
}

extension ClassScheme {
    /// Whether the class of a unit depends on the other units.
    var isShared: Bool {
        if case .quantiles = cut { return true }
        return shareCap != nil
    }
}

extension ScoreTable {
    /// What is held of a unit once its figures are not at hand; nil for one without a place.
    package func heldUnit(_ unit: Int) -> HeldUnit? {
        let score = self[unit]
        guard case .ranked(let key) = RankingOrder(criteria.set).entry(of: score) else { return nil }
        return HeldUnit(group: units[unit].group, key: key, classLimit: score.classLimit)
    }

    /// The scales of a unit's relative measures, as they are with its figures.
    package func heldScales(of unit: Int) -> HeldScales {
        let columns = storage.columns
        guard let scales = columns.scales else { return .none }
        return HeldScales(
            scales: columns.criteria(of: unit).relatives.map { relative in
                scales.scale(of: relative, unit: unit, with: scales.figure(of: relative, unit: unit)).held(relative)
            })
    }
}
