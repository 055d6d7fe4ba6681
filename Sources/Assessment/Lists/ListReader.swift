import Scoring
import Survey
import Tables
import Values

/// Reads the lists of an assessment and supplies what it counts to the metrics.
struct ListReader {
    let uses: [ListUse]
    let criteria: CriteriaSet
    let table: TableOptions
    let sink: FindingSink
    /// Which of the rows that fail are kept; nil for none.
    let failedRows: FailedRowsOption?

    /// Counts the figures and writes them beside those of the tables.
    func apply(to figures: inout FigureReader) -> AssessmentLists {
        var result = AssessmentLists()
        for use in uses {
            let metrics = known(use.metrics, among: figures)
            var onlyUnit: Int?
            if let name = use.unit {
                onlyUnit = figures.units.position(named: name)
                if onlyUnit == nil {
                    sink.report(
                        AssessmentFinding.unknownUnit, at: use.place, [.found: .text(name)],
                        suggestion: Spelling.closest(to: name, among: figures.units.codes))
                    continue
                }
            }
            let same = Self.repeats(among: use.files)
            for (index, first) in same {
                sink.report(
                    ListFinding.sameFile, at: Location(file: use.files[index]), [.other: .text(use.files[first])])
            }
            if metrics.isEmpty || !same.isEmpty { continue }
            var counting = ListCounting(
                use: use, metrics: metrics, units: figures.units, levels: criteria.levelsOfMetrics, onlyUnit: onlyUnit,
                table: table, sink: sink, request: failedRows.map { FailedRowsRequest($0, figures) })
            counting.read()
            ListFigures(counting, criteria: criteria, sink: sink).write(to: &figures, &result)
        }
        return result
    }

    /// The positions of files that are given twice, under the same name, another name, or as a copy, and of those before.
    private static func repeats(among files: [String]) -> [(index: Int, first: Int)] {
        // Sheets of one workbook are several lists.
        let named = files.indices.compactMap { index in
            files.firstIndex(of: files[index]).flatMap { $0 < index ? (index: index, first: $0) : nil }
        }
        return named.isEmpty ? SameFiles.repeats(among: files) : named
    }

    /// The metrics of an entry that the criteria have and that can be counted so.
    private func known(_ metrics: [ListMetric], among figures: FigureReader) -> [ListCounting.Counted] {
        metrics.compactMap { metric in
            guard let column = figures.columns[metric.code] else {
                sink.report(
                    AssessmentFinding.unknownMetric, at: metric.place, [.found: .text(metric.code)],
                    suggestion: Spelling.closest(to: metric.code, among: figures.metrics.map { $0.code }))
                return nil
            }
            let described = figures.metrics[column]
            let finding: ListFinding? =
                if metric.numerator != nil {
                    described.ratio == nil ? .notARatio : nil
                } else if described.ratio != nil {
                    .needsNumerator
                } else {
                    [.count, .amount].contains(described.kind) ? nil : .notACount
                }
            guard let finding else {
                return ListCounting.Counted(
                    metric: metric, column: column, failsInNumerator: described.direction == .lower)
            }
            sink.report(finding, at: metric.place, [.metric: .text(metric.code)])
            return nil
        }
    }
}

/// Which rows that fail are kept, by the positions of units and metrics.
struct FailedRowsRequest: Sendable {
    private var unit: Int?
    private var metric: Int?

    init(_ option: FailedRowsOption, _ figures: FigureReader) {
        // A name that is none is told by who asked for it.
        unit = option.unit.map { figures.units.position(named: $0) ?? -1 }
        metric = option.metric.map { figures.columns[$0] ?? -1 }
    }

    @inline(__always)
    func asksFor(unit: Int, metric: Int) -> Bool {
        self.unit ?? unit == unit && self.metric ?? metric == metric
    }
}

/// A row that fails, by the positions of its unit and metric.
struct ListFailedRow {
    let place: ListPlace
    let unit: Int
    let metric: Int
    let number: String?
    let groups: [String]
}
