package import Assessment
package import Documents
internal import Scoring
internal import Values
internal import Words

/// What forms bring into a folder: the figures and points that are new or other than the folder's.
package struct CollectionReport: Report {
    private let collected: CollectedForms
    private let assessment: Assessment

    package init(_ collected: CollectedForms, of assessment: Assessment) {
        (self.collected, self.assessment) = (collected, assessment)
    }

    private typealias FigureRow = CollectedForms.FigureChange
    private typealias LineRow = CollectedForms.LineChange

    private var figureColumns: [Column<FigureRow>] {
        let (units, metrics) = (assessment.units, assessment.criteria.set.metrics)
        return [
            .text("unit", .unit) { units[$0.unit].code },
            Column("unitName", .name, .wrapped(20)) { .text(units[$0.unit].name) },
            .text("metric", .code) { metrics[$0.metric].code },
            .phrase("before", CollectWords.before) { metrics[$0.metric].phrase(of: $0.before) },
            .phrase("after", CollectWords.after) { metrics[$0.metric].phrase(of: $0.after) },
            .text("place", CollectWords.place) { $0.place.description },
        ]
    }

    private var lineColumns: [Column<LineRow>] {
        let digits = assessment.criteria.set.rounding.points.digits
        return [
            .text("unit", .unit) { $0.unit }, .text("criterion", .criterion) { $0.criterion },
            Column("stage", .stage) { .name($0.stage.name) },
            Column("before", CollectWords.before, .decimal) { .number($0.before?.points, digits: digits) },
            Column("after", CollectWords.after, .decimal) { .number($0.after.points, digits: digits) },
            Column("opinionBefore", CollectWords.opinionBefore) { $0.before?.opinion?.words ?? .none },
            Column("opinion", CollectWords.opinion) { $0.after.opinion?.words ?? .none },
            .text("place", CollectWords.place) { $0.place.description },
        ]
    }

    /// The columns for people: without those of opinions where there are none.
    private var shownLineColumns: [Column<LineRow>] {
        let hasOpinions = collected.lines.contains { $0.before?.opinion != nil || $0.after.opinion != nil }
        return lineColumns.filter { hasOpinions || !$0.key.hasPrefix("opinion") }
    }

    /// What people read.
    package func write(to document: inout Document) {
        document.heading(CollectWords.title, level: 1)
        if collected.figures.isEmpty, collected.lines.isEmpty { document.paragraph(CollectWords.nothing) }
        if !collected.figures.isEmpty {
            document.heading(CollectWords.figures)
            document.table(collected.figures, figureColumns)
        }
        if !collected.lines.isEmpty {
            document.heading(CollectWords.points)
            document.table(collected.lines, shownLineColumns)
        }
        if collected.unchanged > 0 { document.paragraph(CollectWords.unchanged(collected.unchanged)) }
    }

    /// The figures.
    package var data: DataTable? { DataTable(collected.figures, figureColumns) }

    /// What programs read.
    package func write(to record: inout RecordWriter) {
        record.list("figures", collected.figures, figureColumns)
        record.list("points", collected.lines, lineColumns)
        record.value("unchanged", .count(collected.unchanged))
    }
}
