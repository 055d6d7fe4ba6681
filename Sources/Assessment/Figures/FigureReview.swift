import Scoring
import Values

/// Finds figures that are reported without evidence or explanation, and figures that are not the unit's duty.
struct FigureReview {
    let criteria: CriteriaSet
    let list: UnitList
    let figures: FigureReader

    func report(into sink: inout FindingSink) {
        let unitLevels = list.units.map { unit in criteria.levels.firstIndex { $0.code == unit.level } ?? 0 }
        var column = 0
        for criterion in criteria.criteria {
            guard let leaf = criterion.leaf else { continue }
            for measure in leaf.measures {
                let duty = criteria.levels.map { (measure.levels ?? leaf.levels).contains($0.code) }
                for (position, metric) in measure.metrics.enumerated() {
                    // A rule's further figures are proved by the evidence of its main one.
                    let needsEvidence = figures.hasEvidenceColumn && position == 0 && !leaf.evidence.isEmpty
                    defer { column += 1 }
                    if figures.hasEvidenceColumn { checkReasons(metric, at: column, into: &sink) }
                    guard needsEvidence || duty.contains(false) else { continue }
                    for unit in list.units.indices where figures.figures.isReported(unit: unit, column: column) {
                        // Of a unit whose row is wrong, the level is not known.
                        if list.unsound.contains(unit) { continue }
                        if !duty[unitLevels[unit]] {
                            reportDuty(unit, metric, at: column, into: &sink)
                        } else if needsEvidence {
                            checkEvidence(unit, metric, at: column, expected: leaf.evidence, into: &sink)
                        }
                    }
                }
            }
        }
        for unit in list.units.indices where !figures.figures.hasAnything(unit: unit) {
            sink.report(.unitWithoutFigures, at: list.places[unit], unit: list.units[unit].code)
        }
    }

    /// Reports units that say that something does not apply and do not say why.
    private func checkReasons(_ metric: Metric, at column: Int, into sink: inout FindingSink) {
        for unit in list.units.indices where figures.figures[unit, column] == .notApplicable {
            let remark = figures.remarks[RemarkKey(unit: unit, metric: metric.code)]
            guard remark?.explanation == nil, remark?.evidence == nil, remark?.note == nil,
                let place = figures.place(unit: unit, metric: column)
            else { continue }
            sink.report(
                .notApplicableWithoutReason, at: place, unit: list.units[unit].code, [.metric: .text(metric.code)])
        }
    }

    private func reportDuty(_ unit: Int, _ metric: Metric, at column: Int, into sink: inout FindingSink) {
        guard let place = figures.place(unit: unit, metric: column) else { return }
        sink.report(
            .figureOfAnotherLevel, at: place, unit: list.units[unit].code,
            [.metric: .text(metric.code), .found: .text(list.units[unit].level)])
    }

    private func checkEvidence(
        _ unit: Int, _ metric: Metric, at column: Int, expected: [LocalizedText], into sink: inout FindingSink
    ) {
        let remark = figures.remarks[RemarkKey(unit: unit, metric: metric.code)]
        guard remark?.evidence == nil, remark?.explanation == nil,
            let place = figures.place(unit: unit, metric: column)
        else { return }
        sink.report(
            .missingEvidence, at: place,
            unit: list.units[unit].code,
            [.metric: .text(metric.code), .expected: .names(expected.map(\.vi))])
    }
}
