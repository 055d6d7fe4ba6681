import Scoring
import Values

/// Finds figures that are reported without evidence or explanation, and figures that are not the unit's duty.
struct FigureReview {
    let criteria: CriteriaSet
    let list: UnitList
    let figures: FigureReader

    func report(into sink: inout FindingSink) {
        var column = 0
        for criterion in criteria.criteria {
            guard let leaf = criterion.leaf else { continue }
            for measure in leaf.measures {
                for (position, metric) in measure.metrics.enumerated() {
                    let levels = measure.levels ?? leaf.levels
                    for unit in list.units.indices {
                        check(
                            unit, metric, at: column, isMain: position == 0, levels: levels,
                            expected: leaf.evidence, into: &sink)
                    }
                    column += 1
                }
            }
        }
    }

    private func check(
        _ unit: Int, _ metric: Metric, at column: Int, isMain: Bool, levels: [String], expected: [LocalizedText],
        into sink: inout FindingSink
    ) {
        guard figures.figures.isReported(unit: unit, column: column),
            let place = figures.place(unit: unit, metric: column)
        else { return }
        let code = list.units[unit].code
        if !levels.contains(list.units[unit].level) {
            sink.report(
                .figureOfAnotherLevel, at: place, unit: code,
                ["metric": metric.code, "found": list.units[unit].level, "expected": levels.joined(separator: ", ")])
            return
        }
        guard figures.hasEvidenceColumn, isMain, !expected.isEmpty else { return }
        let remark = figures.remarks[RemarkKey(unit: unit, metric: metric.code)]
        if remark?.evidence == nil, remark?.explanation == nil {
            sink.report(
                .missingEvidence, at: Place(file: place.file, line: place.line, isTable: true), unit: code,
                ["metric": metric.code, "expected": expected.map(\.vi).joined(separator: "; ")])
        }
    }
}
