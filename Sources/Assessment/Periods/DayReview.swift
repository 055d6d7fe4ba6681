import Scoring
import Tables
import Values

/// Finds figures that were drawn too far apart to be put beside each other, and those drawn before the period began.
struct DayReview {
    let criteria: CriteriaSet
    let figures: FigureReader
    let days: FigureDays
    let period: Period
    /// So many days apart is not too far.
    let maximumSpread: Int
    let sink: FindingSink

    func report() {
        reportEarly()
        reportWithinCriteria()
        reportAmongPeers()
    }

    private func day(_ unit: Int, _ column: Int) -> CalendarDay? {
        figures.figures.isReported(unit: unit, column: column) ? days[unit, column] : nil
    }

    private var units: [Unit] { figures.units.units }

    private func reportEarly() {
        for column in figures.metrics.indices {
            for unit in units.indices {
                guard let day = day(unit, column), day < period.first else { continue }
                report(.figureBeforePeriod, unit, column, [.found: .day(day), .expected: .day(period.first)])
            }
        }
    }

    /// The figures of one criterion of one unit.
    private func reportWithinCriteria() {
        var column = 0
        for leaf in criteria.criteria {
            let count = leaf.leaf?.measures.reduce(0) { $0 + $1.metrics.count } ?? 0
            defer { column += count }
            if count < 2 { continue }
            for unit in units.indices {
                let dated = (column..<column + count).compactMap { column in day(unit, column).map { (column, $0) } }
                guard let first = dated.min(by: { $0.1 < $1.1 }), let last = dated.max(by: { $0.1 < $1.1 }),
                    first.1.days(to: last.1) > maximumSpread
                else { continue }
                report(
                    .figuresApart, unit, last.0,
                    [
                        .criterion: .text(leaf.code), .found: .day(first.1), .other: .day(last.1),
                        .expected: .count(maximumSpread),
                    ])
            }
        }
    }

    /// The figures of one metric in one group: told once, with the two that are furthest apart.
    private func reportAmongPeers() {
        let groups = Dictionary(grouping: units.indices) { units[$0].group }
        for column in figures.metrics.indices {
            for (_, members) in groups.sorted(by: { ($0.key ?? "") < ($1.key ?? "") }) {
                let dated = members.compactMap { unit in day(unit, column).map { (unit, $0) } }
                guard let first = dated.min(by: { $0.1 < $1.1 }), let last = dated.max(by: { $0.1 < $1.1 }),
                    first.1.days(to: last.1) > maximumSpread
                else { continue }
                report(
                    .peersApart, first.0, column,
                    [
                        .metric: .text(figures.metrics[column].code), .found: .day(first.1), .other: .day(last.1),
                        .code: .text(units[last.0].code), .expected: .count(maximumSpread),
                    ])
            }
        }
    }

    private func report(_ finding: AssessmentFinding, _ unit: Int, _ column: Int, _ details: FindingDetails) {
        var details = details
        details[.metric] = .text(figures.metrics[column].code)
        sink.report(
            finding, at: figures.location(unit: unit, metric: column) ?? figures.units.location(unit),
            unit: units[unit].code, details)
    }
}
