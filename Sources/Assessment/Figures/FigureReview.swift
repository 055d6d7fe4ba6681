import Scoring
import Tables
import Values

/// Finds figures that are reported without evidence or explanation, and figures that do not apply to the unit.
struct FigureReview {
    let criteria: CriteriaSet
    let figures: FigureReader
    /// What is assigned to units, by their positions, where that is not everything.
    let assignments: [Int: UnitAssignment]
    let sink: FindingSink

    func report() {
        let list = figures.units
        let unitLevels = list.units.indices.map { criteria.position(ofLevel: list.units[$0].level) ?? 0 }
        var column = 0
        for (node, criterion) in criteria.criteria.enumerated() {
            guard let leaf = criterion.leaf else { continue }
            for measure in leaf.measures {
                let duty = criteria.levels.map { (measure.levels ?? leaf.levels).contains($0.code) }
                for (position, metric) in measure.metrics.enumerated() {
                    // A rule's further figures are covered by the evidence for its main one.
                    let needsEvidence = figures.hasEvidenceColumn && position == 0 && !leaf.evidence.isEmpty
                    defer { column += 1 }
                    if figures.hasEvidenceColumn { checkReasons(metric, at: column) }
                    guard needsEvidence || duty.contains(false) || !assignments.isEmpty else { continue }
                    for unit in list.units.indices where figures.figures.isReported(unit: unit, column: column) {
                        // The level of a unit whose row has errors is not known.
                        if list.unsound.contains(unit) { continue }
                        if !duty[unitLevels[unit]] {
                            report(
                                .figureOfAnotherLevel, unit, metric, at: column,
                                [.found: .text(list.units[unit].level)])
                        } else if assignments[unit]?.notAssigned.contains(node) ?? false {
                            guard let place = figures.location(unit: unit, metric: column) else { continue }
                            sink.report(
                                FlowFinding.figureNotAssigned, at: place, unit: list.units[unit].code,
                                [.metric: .text(metric.code)])
                        } else if needsEvidence, !figures.isExplained(unit: unit, column: column, byNote: false) {
                            report(
                                .missingEvidence, unit, metric, at: column,
                                [.expected: .names(leaf.evidence.map { $0.vi })])
                        }
                    }
                }
            }
        }
        // What is in a table that could not be read is unknown.
        if figures.lacksTable { return }
        for unit in list.units.indices where !figures.figures.hasAnything(unit: unit) {
            sink.report(
                AssessmentFinding.unitWithoutFigures, at: list.location(unit), unit: list.units[unit].code)
        }
    }

    /// Reports units that state that something does not apply without a reason.
    private func checkReasons(_ metric: Metric, at column: Int) {
        for unit in figures.units.units.indices
        where figures.figures[unit, column] == .notApplicable
            && !figures.isExplained(unit: unit, column: column, byNote: true)
        {
            report(.notApplicableWithoutReason, unit, metric, at: column)
        }
    }

    /// Reports something about a figure at its place; nothing if it does not come from a table.
    private func report(
        _ code: AssessmentFinding, _ unit: Int, _ metric: Metric, at column: Int, _ details: FindingDetails = [:]
    ) {
        guard let location = figures.location(unit: unit, metric: column) else { return }
        var details = details
        details[.metric] = .text(metric.code)
        sink.report(code, at: location, unit: figures.units.units[unit].code, details)
    }
}
