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

    private enum Row: Sendable {
        case criterion(Criterion)
        case total
        /// That points are assumed, below a table of data.
        case notice(Phrase)
    }

    private var rows: [Row] { self.set.criteria.map { .criterion($0) } + [.total] }

    /// That points are assumed and from where; nil when they are decreed.
    private var notice: Phrase? { self.set.points.basis == .assumed ? self.set.points.phrase(isBrief: true) : nil }

    /// Columns for tasks stand only where a criterion has something in them.
    private var columns: [Column<Row>] {
        let set = set
        func texts(_ title: Phrase, _ text: @escaping @Sendable (Criterion) -> Phrase?) -> Column<Row> {
            Column("", title, .wrapped(12)) { row in
                if case .criterion(let criterion) = row { .phrase(text(criterion)) } else { .none }
            }
        }
        let name = Column<Row>("", .annexName, .wrapped(12)) { row in
            switch row {
            case .criterion(let criterion): .phrase(Phrase(criterion.name))
            case .total: .phrase(.annexTotal)
            case .notice(let notice): .phrase(notice)
            }
        }
        let maximum = Column<Row>("", .maximum, .decimal) { row in
            switch row {
            case .criterion(let criterion): .number(criterion.maximum)
            case .total: .number(set.maximum)
            case .notice: .none
            }
        }
        let products = set.criteria.contains { $0.leaf?.product != nil }
        let deadlines = set.criteria.contains { $0.leaf?.deadline != nil }
        return [texts(.annexNumber) { Phrase(verbatim: $0.code) }, name]
            + [texts(.annexTarget) { CriterionWords($0, in: set).target }]
            + (products ? [texts(.product) { $0.leaf?.product.map { Phrase($0) } }] : [])
            + [
                texts(.monitoringAgency) { $0.agencies.monitoring.map { Phrase(verbatim: $0) } },
                texts(.leadAgency) { $0.agencies.lead.map { Phrase(verbatim: $0) } },
                texts(.coordinatingAgencies) { $0.agencies.coordinating.map { Phrase(verbatim: $0) } },
            ] + (deadlines ? [texts(.deadline) { $0.leaf?.deadline.map { Phrase(verbatim: $0.text) } }] : [])
            + [maximum]
    }

    package func write(to document: inout Document) {
        document.heading(Phrase(set.name), level: 1)
        document.paragraph(set.source.phrase)
        if let notice { document.notice(notice) }
        document.table(rows, columns) { row in
            if case .criterion(let criterion) = row { criterion.parent == nil } else { true }
        }
    }

    /// The last row tells when points are assumed.
    package var data: DataTable? { DataTable(rows + [notice.map { .notice($0) }].compactMap(\.self), columns) }

    /// The record of the edition.
    package func write(to record: inout RecordWriter) { CriteriaReport(set).write(to: &record) }
}
