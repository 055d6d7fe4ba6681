public import Documents
public import Survey
public import Values
internal import Words

/// The answers so far, held against the sample: by unit and stratum, and who is behind.
public struct SampleProgressReport: Report {
    /// What the record is.
    public static let recordFormat = "survey-progress/1"

    private typealias Row = (row: SampleProgress.Row, isTotal: Bool)

    private let progress: SampleProgress
    private let day: CalendarDay

    /// Shows the state on a day.
    public init(_ progress: SampleProgress, on day: CalendarDay) {
        (self.progress, self.day) = (progress, day)
    }

    private var columns: [Column<Row>] {
        let targets = progress.rows.compactMap { $0.target }
        let unit = Column<Row>.phrase("unit", .unit, .wrapped(20)) { line in
            if line.isTotal { return .total }
            guard let target = line.row.target else { return FieldWords.beside }
            return target.unit.map { Phrase(verbatim: $0) }
        }
        let stratum = Column<Row>.phrase("stratum", SampleSizeWords.stratum, .wrapped(20)) { line in
            if line.isTotal { return .total }
            guard let target = line.row.target else { return FieldWords.beside }
            return target.stratum.map { Phrase(verbatim: $0) }
        }
        let hasUnits = targets.contains { $0.unit != nil }
        let names = (hasUnits ? [unit] : []) + (targets.contains { $0.stratum != nil } || !hasUnits ? [stratum] : [])
        let asked = progress.asked
        return names + [
            Column<Row>("asked", FieldWords.asked, .trailing.blank("–")) { line in
                .amount(line.isTotal ? asked : line.row.target?.people)
            },
            Column<Row>("forms", SurveyWords.forms, .trailing) { .amount($0.row.forms) },
            Column<Row>("due", FieldWords.due, .trailing) { .amount($0.row.due) },
            Column<Row>("behind", FieldWords.behind, .trailing) { .amount($0.row.behind) },
            .decimal("errorReachedPercent", SampleSizeWords.marginPercent, look: .hundredths) { line in
                line.row.margin.flatMap { FixedDecimal(nearest: $0 * 100) }
            },
        ]
    }

    private var rows: [Row] { progress.rows.map { ($0, false) } }

    /// The names of those behind, who is furthest first.
    private var late: [String] {
        progress.rows.filter { $0.behind > 0 }.enumerated()
            .sorted { (-$0.element.behind, $0.offset) < (-$1.element.behind, $1.offset) }
            .map { [$0.element.target?.unit, $0.element.target?.stratum].compactMap { $0 }.joined(separator: " › ") }
    }

    /// What people read.
    public func write(to document: inout Document) {
        document.heading(FieldWords.progressTitle, level: 1)
        document.facts([
            (FieldWords.day, Phrase("\(day)")),
            (
                FieldWords.elapsed,
                progress.elapsed.flatMap { FixedDecimal(nearest: $0 * 100, digits: 0) }.map { Phrase("\($0) %") }
            ),
            (FieldWords.state, FieldWords.state(forms: progress.total.forms, asked: progress.asked)),
            (FieldWords.late, late.map { Phrase(verbatim: $0) }.listed(", ")),
        ])
        document.table(rows + [(progress.total, true)], columns) { $0.isTotal }
        document.paragraph(FieldWords.aboutProgress)
    }

    /// A row for each of the sample, and for forms beside it.
    public var data: DataTable? { DataTable(rows, columns) }

    /// What programs read.
    public func write(to record: inout RecordWriter) {
        record.values([
            "on": .day(day), "elapsed": .real(progress.elapsed), "asked": .count(progress.asked),
            "forms": .count(progress.total.forms), "due": .count(progress.total.due),
            "errorReached": .real(progress.total.margin),
        ])
        record.list("rows", progress.rows) { row in
            [
                "unit": .text(row.target?.unit), "stratum": .text(row.target?.stratum),
                "asked": .count(row.target?.people), "forms": .count(row.forms), "due": .count(row.due),
                "behind": .count(row.behind), "errorReached": .real(row.margin),
            ]
        }
    }
}
