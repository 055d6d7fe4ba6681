package import Documents
package import Scoring
internal import Values
internal import Words

/// An edition in the layout of the annex of a plan: a row a field, criterion and sub-criterion.
package struct CriteriaAnnex: Report {
    /// The edition.
    package let set: CriteriaSet

    /// Takes an edition.
    package init(_ set: CriteriaSet) {
        self.set = set
    }

    /// A criterion, the sum, or that points are assumed.
    private struct Row: Sendable {
        var criterion: Criterion?
        let name: Phrase
        let maximum: FixedDecimal?
    }

    private var rows: [Row] {
        self.set.criteria.map { Row(criterion: $0, name: Phrase($0.name), maximum: $0.maximum) }
            + [Row(name: .annexTotal, maximum: set.maximum)]
    }

    /// That points are assumed and from where; nil when they are decreed.
    private var notice: Phrase? { self.set.points.basis == .assumed ? self.set.points.phrase(isBrief: true) : nil }

    /// Columns for tasks stand only where a criterion has something in them.
    private var columns: [Column<Row>] {
        func texts(_ title: Phrase, _ text: @escaping @Sendable (Criterion) -> Phrase?) -> Column<Row> {
            Column(title, .wrapped(12)) { .phrase($0.criterion.flatMap(text)) }
        }
        let (set, leaves) = (set, set.criteria.compactMap { $0.leaf })
        let product = texts(.product) { $0.leaf?.product.map { Phrase($0) } }
        let deadline = texts(.deadline) { $0.leaf?.deadline.map { Phrase(verbatim: $0.text) } }
        return [
            texts(.annexNumber) { Phrase(verbatim: $0.code) },
            Column(.annexName, .wrapped(12)) { .phrase($0.name) },
            texts(.annexTarget) { CriterionWords($0, in: set).target },
        ] + (leaves.contains { $0.product != nil } ? [product] : [])
            + [
                texts(.monitoringAgency) { $0.agencies.monitoring.map { Phrase(verbatim: $0) } },
                texts(.leadAgency) { $0.agencies.lead.map { Phrase(verbatim: $0) } },
                texts(.coordinatingAgencies) { $0.agencies.coordinating.map { Phrase(verbatim: $0) } },
            ] + (leaves.contains { $0.deadline != nil } ? [deadline] : [])
            + [Column(.maximum, .decimal) { .number($0.maximum) }]
    }

    package func write(to document: inout Document) {
        document.heading(Phrase(set.name), level: 1)
        document.paragraph(set.source.phrase)
        if let notice { document.notice(notice) }
        document.table(rows, columns) { $0.criterion?.parent == nil }
    }

    /// The last row tells when points are assumed.
    package var data: DataTable? {
        DataTable(rows + [notice].compactMap(\.self).map { Row(name: $0, maximum: nil) }, columns)
    }

    /// The record of the edition.
    package func write(to record: inout RecordWriter) { CriteriaReport(set).write(to: &record) }
}
