internal import Annexes
public import Documents
public import Scoring
internal import Values
internal import Words

/// An edition in the layout of the annex of a plan: a row a field, criterion and sub-criterion.
public struct CriteriaAnnex: Report {
    /// What the record is.
    public static let recordFormat = "annex/1"

    /// A criterion, the sum, or that points are assumed.
    typealias Row = (criterion: Criterion?, name: Phrase, maximum: FixedDecimal?)

    let set: CriteriaSet

    /// Shows a set.
    public init(_ set: CriteriaSet) { self.set = set }

    var rows: [Row] {
        self.set.criteria.map { ($0, Phrase($0.name), $0.maximum) } + [(nil, .annexTotal, set.maximum)]
    }

    var notice: Phrase? { self.set.points.assumption(isBrief: true) }

    /// What people read.
    var columns: [Column<Row>] {
        let (set, leaves) = (set, set.criteria.compactMap { $0.leaf })
        let words: [Column<Criterion>] =
            [.phrase("", .annexTarget) { CriterionWords($0, in: set).target }]
            // Columns for tasks stand only where a criterion has something in them.
            + (leaves.contains { $0.product != nil }
                ? [.phrase("", .product) { $0.leaf?.product.map { Phrase($0) } }] : [])
            + [.monitoring, .lead, .coordinating]
            + (leaves.contains { $0.deadline != nil } ? [.text("", .deadline) { $0.leaf?.deadline?.text }] : [])
        let proof: [Column<Criterion>] = [
            .phrase("", .annexScoring) { CriterionWords($0, in: set).scoring },
            .phrase("", .evidence) { $0.leaf?.evidence.map { Phrase($0) }.listed("\n") },
        ]
        return [
            Column(.annexNumber, .wrapped(12)) { .text($0.criterion?.code) },
            Column(.annexName, .wrapped(12)) { .phrase($0.name) },
        ] + words.map { $0.titled(nil, .wrapped(12)).on { $0.criterion } } + [.decimal("", .maximum) { $0.maximum }]
            + proof.map { $0.titled(nil, .wrapped(12)).on { $0.criterion } }
    }

    /// What a row says for programs: its criterion or, of the sum, the edition, with marks of the other cells.
    var record: Column<Row> {
        let (edition, nodes) = CriteriaDraft(set).records
        let lines = Dictionary(zip(set.criteria.map { $0.code }, nodes)) { first, _ in first }
        let columns = columns
        return .phrase("", .annexRecord) { row in
            guard let code = row.criterion?.code else {
                return row.maximum == nil ? nil : Phrase(verbatim: AnnexRecord.text(.edition, edition))
            }
            return Phrase(written: { language in
                AnnexRecord.text(
                    .criterion, lines[code] ?? "",
                    cells: columns.map { ($0.fullTitle.text(language), $0.value(row).text(language)) })
            })
        }
    }

    /// What people read.
    public func write(to document: inout Document) {
        document.heading(Phrase(set.name), level: 1)
        document.paragraph(set.source.phrase)
        if let notice { document.notice(notice) }
        document.table(rows, columns) { $0.criterion?.parent == nil }
    }

    /// The last row tells when points are assumed. From the last column the set is read again (`AnnexImport`).
    public var data: DataTable? {
        DataTable(rows + [notice].compactMap { $0 }.map { (nil, $0, nil) }, columns + [record])
    }
    /// What programs read.
    public func write(to record: inout RecordWriter) { CriteriaReport(set).write(to: &record) }
}
