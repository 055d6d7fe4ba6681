package import Assessment
package import Documents
package import Scoring
internal import Values
internal import Words

/// The criteria sets of a folder.
package struct CriteriaListing: Report {
    private let folder: CriteriaFolder

    package init(_ folder: CriteriaFolder) { self.folder = folder }

    package func write(to document: inout Document) {
        if folder.sets.isEmpty {
            document.paragraph(CriteriaWords.noSets)
        } else {
            document.table(
                folder.sets.map { $0.set }, [.set, .edition, .years, .name, .leaves, .maximum, .basis])
        }
        for file in folder.broken { document.notice(CriteriaWords.broken(file.file, errors: file.errors)) }
    }

    package func write(to record: inout RecordWriter) {
        record.list("sets", folder.sets) { record, entry in
            record.value("file", .text(entry.file))
            record.values(of: entry.set, [.set, .edition, .from, .to, .name, .leaves, .maximum, .basis])
        }
        record.list("broken", folder.broken) { ["file": .text($0.file), "errors": .count($0.errors)] }
    }
}

/// One edition of a criteria set as people read it: its tree and its settings.
package struct CriteriaReport: Report {
    private let set: CriteriaSet

    package init(_ set: CriteriaSet) { self.set = set }

    package func write(to document: inout Document) {
        document.heading(Phrase(set.name), level: 1)
        let edition = Column<CriteriaSet>.phrase("", .criteriaSet) { Phrase("\($0.set) \($0.edition)") }
        // Assumed points are said in a notice of their own.
        let origin = Column<CriteriaSet>.phrase("", .pointsOrigin) { $0.points.decree }
        document.facts(
            of: set, [edition, .years, .source, .level, .leaves, .maximum, origin] + Column<CriteriaSet>.rules)
        writeTree(to: &document)
        if let notice = set.points.assumption(isBrief: document.isBrief) { document.notice(notice) }
        document.list(set.objectives.map { $0.phrase }, under: .objectives)
        document.list(set.assumptions.map { Phrase($0) }, under: .assumptions)
        document.list(set.notes.map { Phrase($0) }, under: .notesOfSet)
    }

    /// Writes every criterion with its target, rule, levels and agencies, and the sum.
    private func writeTree(to document: inout Document) {
        let (set, isBrief) = (set, document.isBrief)
        let name = Column<Criterion?>.phrase("", .criterion, .wrapped(20)) { $0?.indentedName ?? .total }
        let maximum = Column<Criterion?>.decimal("", .maximum) { $0?.maximum ?? set.maximum }
        let words: [Column<Criterion>] = [
            .phrase("", .target, .wrapped(12).dispensable) { node in
                isBrief && node.leaf?.target != nil
                    ? node.shortTarget(isBrief: true) : CriterionWords(node, in: set).target
            },
            .phrase("", .rule, .wrapped(20)) { CriterionWords($0, in: set).rule },
            .phrase("", .level, .wrapped(8).dispensable) { CriterionWords($0, in: set).levels },
            .phrase("", .agencies, .wrapped(14).dispensable) { $0.agencies.phrase },
        ]
        document.table(
            set.criteria + [nil], [Column<Criterion>.code.on { $0 }, name, maximum] + words.map { $0.on { $0 } }
        ) { $0?.parent == nil }
    }

    package func write(to record: inout RecordWriter) {
        let origin: [Column<CriteriaSet>] = [
            .phrase("pointsSource", .pointsOrigin) { $0.points.source.phrase },
            Column("pointsReason") { .name($0.points.reason) },
        ]
        record.values(
            of: set,
            [.set, .edition, .name, .from, .to, .source, .maximum, .leaves, .basis] + origin
                + Column<CriteriaSet>.rules)
        record.values("objectives", set.objectives.map { .phrase($0.phrase) })
        record.values("assumptions", set.assumptions.map { .name($0) })
        record.values("notes", set.notes.map { .name($0) })
        record.list("criteria", set.criteria) { record, criterion in
            CriterionSheet(criterion, in: set).write(to: &record)
        }
    }
}

/// An edition in the layout of the annex of a plan: a row a field, criterion and sub-criterion.
package struct CriteriaAnnex: Report {
    /// A criterion, the sum, or that points are assumed.
    private typealias Row = (criterion: Criterion?, name: Phrase, maximum: FixedDecimal?)

    private let set: CriteriaSet

    package init(_ set: CriteriaSet) { self.set = set }

    private var rows: [Row] {
        self.set.criteria.map { ($0, Phrase($0.name), $0.maximum) } + [(nil, .annexTotal, set.maximum)]
    }

    private var notice: Phrase? { self.set.points.assumption(isBrief: true) }

    private var columns: [Column<Row>] {
        let (set, leaves) = (set, set.criteria.compactMap { $0.leaf })
        let words: [Column<Criterion>] =
            [.phrase("", .annexTarget) { CriterionWords($0, in: set).target }]
            // Columns for tasks stand only where a criterion has something in them.
            + (leaves.contains { $0.product != nil }
                ? [.phrase("", .product) { $0.leaf?.product.map { Phrase($0) } }] : [])
            + [.monitoring, .lead, .coordinating]
            + (leaves.contains { $0.deadline != nil } ? [.text("", .deadline) { $0.leaf?.deadline?.text }] : [])
        return [
            Column(.annexNumber, .wrapped(12)) { .text($0.criterion?.code) },
            Column(.annexName, .wrapped(12)) { .phrase($0.name) },
        ] + words.map { $0.titled(nil, .wrapped(12)).on { $0.criterion } } + [.decimal("", .maximum) { $0.maximum }]
    }

    package func write(to document: inout Document) {
        document.heading(Phrase(set.name), level: 1)
        document.paragraph(set.source.phrase)
        if let notice { document.notice(notice) }
        document.table(rows, columns) { $0.criterion?.parent == nil }
    }

    /// The last row tells when points are assumed.
    package var data: DataTable? { DataTable(rows + [notice].compactMap(\.self).map { (nil, $0, nil) }, columns) }

    /// The record of the edition.
    package func write(to record: inout RecordWriter) { CriteriaReport(set).write(to: &record) }
}
