public import Assessment
public import Documents
internal import Scoring
internal import Values
internal import Words

/// The figures that are counted from lists: the rows that count, those that failed, and by what these can be grouped.
public struct ListReport: Report {
    /// What the record is.
    public static let recordFormat = "lists/1"

    /// A figure of a unit.
    private struct Entry: Sendable {
        let unit: Unit
        let metric: Metric
        let figure: ListFigure
    }

    /// A group of a figure.
    private struct Part: Sendable {
        let entry: Entry
        let heading: String
        let part: ListFigure.Part
    }

    private let header: ReportHeader
    private let entries: [Entry]
    /// How many groups of a column are shown; nil for all.
    private let top: Int?
    /// The rows that failed; nil where they were not asked for.
    private let rows: [FailedRow]?
    /// Whether the figures are those of one unit.
    private let isOfOneUnit: Bool

    /// Groups of a column on a screen.
    private static let briefTop = 10

    /// Makes the report of all units, or of those at some positions.
    ///
    /// - Parameters:
    ///   - assessment: the assessment; rows that failed are those that it was asked to keep.
    ///   - units: the positions of the units; nil for all.
    ///   - metric: the code of the only metric; nil for all.
    ///   - top: how many groups of a column are shown to people; nil for ten on a screen, otherwise all.
    ///   - listsRows: whether the rows that failed are listed.
    public init(
        _ assessment: Assessment, units: [Int]? = nil, metric: String? = nil, top: Int? = nil, listsRows: Bool = false
    ) {
        header = ReportHeader(assessment)
        self.top = top
        let metrics = assessment.criteria.set.metrics.filter { metric == nil || $0.code == metric }
        let positions = units ?? Array(assessment.units.indices)
        isOfOneUnit = positions.count == 1
        entries = metrics.flatMap { metric in
            positions.compactMap { position in
                assessment.listFigure(unit: position, metric: metric.code).map {
                    Entry(unit: assessment.units[position], metric: metric, figure: $0)
                }
            }
        }
        let shown = Set(positions.map { assessment.units[$0].code })
        rows =
            listsRows
            ? assessment.failedRows.filter { shown.contains($0.unit) && (metric == nil || $0.metric == metric) } : nil
    }

    // MARK: - For people

    /// What people read.
    public func write(to document: inout Document) {
        document.heading(Phrase("\(ListWords.title): \(header.name)"), level: 1)
        document.facts(header.facts)
        if entries.isEmpty { document.paragraph(ListWords.none) }
        for metric in metrics {
            let figures = entries.filter { $0.metric.code == metric.code }
            document.heading(Phrase("\(metric.code). \(metric.name)"))
            if isOfOneUnit {
                writeFacts(of: figures[0], to: &document)
            } else {
                document.table(figures, columns)
            }
            guard let whole = ListFigure.together(figures.map({ $0.figure })) else { continue }
            for grouping in whole.groupings where whole.failed > 0 { write(grouping, of: whole, to: &document) }
        }
        if let rows { write(rows, to: &document) } else if hasFailures { document.paragraph(ListWords.hint) }
        header.writeNotices(to: &document)
    }

    private var metrics: [Metric] {
        var codes: Set<String> = []
        return entries.map { $0.metric }.filter { codes.insert($0.code).inserted }
    }

    private var hasFailures: Bool { entries.contains { $0.figure.failed > 0 } }

    private func writeFacts(of entry: Entry, to document: inout Document) {
        let figure = entry.figure
        document.facts([
            (entry.unit.fact.name, entry.unit.fact.text),
            (.metric, Phrase("\(figure.numerator.map { Phrase("\(amount: $0)/") })\(amount: figure.all)")),
            (ListWords.list, ListWords.origin(figure)),
            (ListWords.failed, figure.numerator.map { _ in ListWords.failures(figure.failed, of: figure.all) }),
        ])
    }

    private func write(_ grouping: ListFigure.Grouping, of whole: ListFigure, to document: inout Document) {
        typealias Row = (name: Phrase, failed: Int, all: Int, isSum: Bool)
        let failing = grouping.parts.filter { $0.failed > 0 }
        let limit = top ?? (document.isBrief ? Self.briefTop : failing.count)
        let shown = failing.prefix(limit).map { part -> Row in (ListWords.name(part), part.failed, part.all, false) }
        let rest = grouping.parts.filter { $0.failed == 0 } + failing.dropFirst(limit)
        let others: [Row] =
            rest.isEmpty
            ? []
            : [
                (
                    ListWords.others, rest.reduce(0) { $0 + $1.failed }, rest.reduce(0) { $0 + $1.all }, false
                )
            ]
        document.heading(ListWords.by(grouping.heading), level: 3)
        document.table(
            shown + others + [(.total, whole.failed, whole.all, true)],
            [
                Column<Row>.phrase("", ListWords.part, .wrapped(24)) { $0.name },
                Column<Row>(ListWords.failed, .trailing) { .amount($0.failed) },
                Column<Row>(ListWords.ofAll, .trailing) { .amount($0.all) },
            ]
        ) { $0.isSum }
    }

    private func write(_ rows: [FailedRow], to document: inout Document) {
        document.heading(ListWords.failedRows)
        if rows.isEmpty { return document.paragraph(ListWords.noFailures) }
        let ofUnit: [Column<FailedRow>] = isOfOneUnit ? [] : [unitCode]
        document.table(rows, ofUnit + [metricCode, file, row, number] + groupColumns(of: rows))
    }

    // MARK: - Columns

    private var columns: [Column<Entry>] {
        [Column<Unit>.code, .name].map { $0.on { $0.unit } } + [
            Column("numerator", ListWords.numerator, .trailing.blank("–")) { .amount($0.figure.numerator) },
            Column("count", ListWords.all, .trailing) { .amount($0.figure.all) },
            Column("failed", ListWords.failed, .trailing) { .amount($0.figure.failed) },
            Column("unreadable", ListWords.unreadable, .trailing) { .amount($0.figure.unreadable) },
            .phrase("", ListWords.costliest, .wrapped(24)) { $0.figure.costliest(1).first },
        ]
    }

    private var unitCode: Column<FailedRow> { .text("unit", .unitCode) { $0.unit } }
    private var metricCode: Column<FailedRow> { .text("metric", .metric) { $0.metric } }
    private var file: Column<FailedRow> { .text("file", ListWords.file) { $0.place.file } }
    private var row: Column<FailedRow> { Column("row", ListWords.row, .trailing) { .count($0.place.line) } }
    private var number: Column<FailedRow> { .text("number", ListWords.number) { $0.number } }

    private func groupColumns(of rows: [FailedRow]) -> [Column<FailedRow>] {
        var headings: [String] = []
        for group in rows.flatMap({ $0.groups }) where !headings.contains(group.heading) {
            headings.append(group.heading)
        }
        return headings.map { heading in
            .text("", Phrase(verbatim: CleanText.line(heading)), .wrapped(16)) { row in
                row.groups.first { $0.heading == heading }?.name
            }
        }
    }

    // MARK: - For programs

    /// A row for each group of each column, so that the failures of a column add up to those of its figure; or a row for
    /// each row that failed.
    public var data: DataTable? {
        if let rows {
            return DataTable(
                rows, [unitCode, metricCode, file, row, number] + groupColumns(of: rows) + [header.noticeColumn()])
        }
        let parts = entries.flatMap { entry in
            let groupings = entry.figure.groupings
            let whole = entry.figure.whole
            return groupings.isEmpty
                ? [Part(entry: entry, heading: "", part: whole)]
                : groupings.flatMap { grouping in
                    grouping.parts.map { Part(entry: entry, heading: grouping.heading, part: $0) }
                }
        }
        let ofUnit: [Column<Part>] = [Column<Unit>.code, .name].map { $0.on { $0.entry.unit } }
        return DataTable(
            parts,
            ofUnit + [
                .text("", .metric) { $0.entry.metric.code }, .text("", ListWords.column) { $0.heading },
                .text("", ListWords.part) { $0.part.name },
                Column("", ListWords.failed) { .count($0.part.failed) },
                Column("", ListWords.ofAll) { .count($0.part.all) }, header.noticeColumn(),
            ])
    }

    /// What programs read.
    public func write(to record: inout RecordWriter) {
        header.write(to: &record)
        record.list("figures", entries) { record, entry in
            record.values(["unit": .text(entry.unit.code), "name": .text(entry.unit.name)])
            record.value("metric", .text(entry.metric.code))
            entry.figure.write(to: &record)
        }
        guard let rows else { return }
        record.list("failedRows", rows) { record, failed in
            record.values(of: failed, [unitCode, metricCode, file, row, number])
            record.list("groups", failed.groups) { ["column": .text($0.heading), "name": .text($0.name)] }
        }
    }
}
