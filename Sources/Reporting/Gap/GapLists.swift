internal import Assessment
internal import Documents
internal import Scoring
internal import Values
internal import Words

/// Which rows of lists cost points: the figures behind a line of a loss that are counted from lists.
struct GapLists: Sendable {
    private let assessment: Assessment

    /// Nil where nothing is counted from lists.
    init?(_ assessment: Assessment) {
        guard assessment.hasLists else { return nil }
        self.assessment = assessment
    }

    private func figures(of line: GapLine) -> [(metric: Metric, figure: ListFigure)] {
        let used = line.explanation?.distinctFigures.filter { !$0.isLastYear } ?? []
        return used.compactMap { used in
            assessment.listFigure(ofUnit: line.unit.code, metric: used.metric.code).map { (used.metric, $0) }
        }
    }

    /// What cost most, for a cell: the groups with most failures, column by column.
    func phrase(of line: GapLine) -> Phrase? {
        figures(of: line).flatMap { $0.figure.costliest(5) }.map { Optional($0) }.listed(" | ")
    }

    /// The same of all leaves of a unit that lost points.
    func write(_ gap: UnitGap, of unit: Unit, to document: inout Document) {
        let lines = gap.leaves(of: .lost).flatMap { GapLine.lines(unit, of: $0) }
        let points = lines.flatMap { line in
            figures(of: line).flatMap { metric, figure in
                figure.costliest(document.isBrief ? 3 : 10).map { Phrase("\(metric.code): \($0)") }
            }
        }
        document.list(points, under: ListWords.costliest)
    }

    func write(_ line: GapLine, to record: inout RecordWriter) {
        record.list("lists", figures(of: line)) { record, entry in
            record.value("metric", .text(entry.metric.code))
            entry.figure.write(to: &record)
        }
    }
}
