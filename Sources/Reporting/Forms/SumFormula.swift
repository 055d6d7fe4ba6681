import Scoring
import Values

/// The points of nodes with parts, and those of all, as formulas over the cells of what they are made of.
struct SumFormula {
    private let set: CriteriaSet
    private let score: UnitScore

    init(_ set: CriteriaSet, _ score: UnitScore) { (self.set, self.score) = (set, score) }

    /// The formula of a node over the cells of its parts; nil where its points are not their sum: where parts are combined
    /// otherwise, and where people gave points to the node as a whole.
    func points(of node: Int, parts: [String]) -> String? {
        let criterion = set.criteria[node]
        guard criterion.combination.isSum, score.standing(of: node) == nil else { return nil }
        let sum = "SUM(\(parts.joined(separator: ",")))"
        guard set.rounding.stage == .field, criterion.parent == nil else { return sum }
        return rounded(sum, maximum: score.sum(of: node).maximum)
    }

    /// The formula of all points over the cells of the fields, and of bonus and penalty points; nil where it is no sum of
    /// them.
    func total(fields: [String], bonus: [String], penalty: [String]) -> String? {
        guard set.combination.isSum else { return nil }
        func sum(_ cells: [String]) -> String { "SUM(\(cells.joined(separator: ",")))" }
        var formula = sum(fields)
        // Points given to several criteria at once are not told apart into bonus points and others.
        let isGivenWhole = set.criteria.indices.contains {
            set.criteria[$0].leaf == nil && score.standing(of: $0) != nil
        }
        for (cap, cells) in [(set.bonusCap, bonus), (set.penaltyCap, penalty)] where cap != nil {
            if isGivenWhole || set.rounding.stage == .field { return nil }
            guard let cap, !cells.isEmpty else { continue }
            let own = sum(cells)
            formula += cells == bonus ? "-MAX(\(own)-\(cap.text()),0)" : "+MAX(-\(own)-\(cap.text()),0)"
        }
        if set.rounding.stage != .leaf {
            guard let rounded = rounded(formula, maximum: score.total.maximum) else { return nil }
            formula = rounded
        }
        if let cap = set.totalCap { formula = "MIN(\(formula),\(cap.text()))" }
        if let floor = set.totalFloor { formula = "MAX(\(formula),\(floor.text()))" }
        return formula
    }

    /// Rounded as the edition says; nil where a spreadsheet has no function for it, and where a maximum of more decimals
    /// would be exceeded.
    private func rounded(_ formula: String, maximum: FixedDecimal) -> String? {
        guard maximum == maximum.rounded(set.rounding.points) else { return nil }
        return PointsFormula.rounding(set.rounding.points)?(formula)
    }
}
