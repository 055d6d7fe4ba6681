import Scoring
import Tables
import Values

/// Finds figures of units that do not keep a relation of the set: both numbers, and the cells that they come from.
struct RelationReview {
    let scores: ScoreTable
    let figures: FigureReader
    let lastYear: LastYearReading?
    /// By unit, the positions of its predecessors in last year's table.
    let predecessors: [String: [Int]?]
    let sink: FindingSink

    func report() {
        guard !scores.criteria.set.relations.isEmpty else { return }
        for unit in figures.units.units.indices where !figures.units.unsound.contains(unit) {
            for broken in scores[unit].brokenRelations { report(broken, of: unit) }
        }
    }

    private func report(_ broken: BrokenRelation, of unit: Int) {
        let relation = broken.relation
        let (left, right) = (cells(of: relation.left.figures, unit), cells(of: relation.right.figures, unit))
        var details: FindingDetails = [
            .key: .text("\(relation.left.text) \(relation.comparison.rawValue) \(relation.right.text)"),
            .found: .ratio(broken.left), .expected: .ratio(broken.right),
            .other: .text(relation.comparison.rawValue),
        ]
        if left.count > 1 { details[.foundFrom] = .locations(left) }
        if right.count > 1 {
            details[.expectedFrom] = .locations(right)
        } else if let cell = right.first {
            details[.first] = .location(cell)
        }
        if let when = relation.when {
            let cells = cells(of: [when.figure], unit)
            details[.metric] = .text(when.figure.text)
            details[.range] = .bound(when.bound.comparison.rawValue, when.bound.value)
            if !cells.isEmpty { details[.conditionFrom] = .locations(cells) }
        }
        if relation.tolerance != 0 { details[.tolerance] = .number(relation.tolerance) }
        if let reason = relation.reason { details[.reason] = .name(reason) }
        sink.report(
            relation.severity == .error ? AssessmentFinding.relationBroken : .relationDoubtful,
            at: left.first ?? right.first ?? figures.units.location(unit), unit: figures.units.units[unit].code,
            details)
    }

    /// The cells that figures of a unit come from, each once.
    private func cells(of terms: [FigureRelation.Figure], _ unit: Int) -> [Location] {
        terms.flatMap { figure in
            if figure.isLastYear {
                let positions = (predecessors[figures.units.units[unit].code] ?? nil) ?? []
                return lastYear?.cells(of: figure.metric, figure.part, units: positions) ?? []
            }
            return figures.columns[figure.metric].map { figures.cells(unit: unit, metric: $0, figure.part) } ?? []
        }.withoutRepeats { $0 }
    }
}

extension LastYearReading {
    /// The cells of a figure of last year that several units may make together.
    func cells(
        of metric: String, _ part: FigureRelation.Figure.Part = .value, units: [Int]
    ) -> [Location] {
        guard let column = figures.columns[metric] else { return [] }
        return units.flatMap { figures.cells(unit: $0, metric: column, part) }
    }
}
