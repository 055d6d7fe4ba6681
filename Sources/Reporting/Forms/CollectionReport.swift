package import Assessment
package import Documents
internal import Scoring
internal import Values
internal import Words

/// What forms bring into a folder: the figures and points that are new or other than the folder's.
package struct CollectionReport: Report {
    package static let recordFormat = "collect/1"

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

    private var answerColumns: [Column<CollectedForms.AnswerChange>] {
        [
            .text("unit", .unit) { $0.unit }, .text("code", .code) { $0.code },
            Column("question", RequestWords.question, .wrapped(20)) { .text($0.question) },
            Column("before", CollectWords.before, .wrapped(16)) { .text($0.before?.text) },
            Column("after", CollectWords.after, .wrapped(20)) { .text($0.text) },
            Column("evidence", RequestWords.evidence, .wrapped(16)) { .text($0.evidence) },
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

    /// What people read. On a screen new figures and points are counted by unit; what takes the place of something is
    /// listed everywhere.
    package func write(to document: inout Document) {
        document.heading(CollectWords.title, level: 1)
        if collected.figures.isEmpty, collected.lines.isEmpty, collected.answers.isEmpty {
            document.paragraph(CollectWords.nothing)
        }
        let (figures, lines) = (collected.figures, collected.lines)
        if document.isBrief { writeCounts(to: &document) }
        let shownFigures = document.isBrief ? figures.filter { $0.before != .notReported } : figures
        let shownLines = document.isBrief ? lines.filter { $0.before != nil } : lines
        if !shownFigures.isEmpty {
            document.heading(document.isBrief ? CollectWords.changedFigures : CollectWords.figures)
            document.table(shownFigures, figureColumns)
        }
        if !shownLines.isEmpty {
            document.heading(document.isBrief ? CollectWords.changedPoints : CollectWords.points)
            document.table(shownLines, shownLineColumns)
        }
        if !collected.answers.isEmpty {
            document.heading(RequestWords.answers)
            document.table(collected.answers, answerColumns)
        }
        if collected.unchanged > 0 { document.paragraph(CollectWords.unchanged(collected.unchanged)) }
    }

    /// What is new of a unit.
    private typealias Count = (unit: Unit, figures: Int, points: Int)

    /// New figures and points of each unit that has some, and of all.
    private func writeCounts(to document: inout Document) {
        let units = assessment.units
        var counts: [String: (figures: Int, points: Int)] = [:]
        for figure in collected.figures where figure.before == .notReported {
            counts[units[figure.unit].code, default: (0, 0)].figures += 1
        }
        for change in collected.lines where change.before == nil {
            counts[change.unit, default: (0, 0)].points += 1
        }
        let rows = units.compactMap { unit -> Count? in
            counts[unit.code].map { (unit, $0.figures, $0.points) }
        }
        if rows.isEmpty { return }
        document.heading(CollectWords.new)
        document.paragraph(
            CollectWords.newTotal(
                units: rows.count, figures: rows.reduce(0) { $0 + $1.figures },
                points: rows.reduce(0) { $0 + $1.points }))
        document.table(
            rows,
            [
                .text("", .unit) { $0.unit.code }, Column("", .name, .wrapped(20)) { .text($0.unit.name) },
                Column("", CollectWords.newFigures, .trailing) { .count($0.figures) },
                Column("", CollectWords.newPoints, .trailing) { .count($0.points) },
            ])
    }

    /// The figures.
    package var data: DataTable? { DataTable(collected.figures, figureColumns) }

    /// What programs read.
    package func write(to record: inout RecordWriter) {
        record.list("figures", collected.figures, figureColumns)
        record.list("points", collected.lines, lineColumns)
        record.list("answers", collected.answers, answerColumns)
        record.value("unchanged", .count(collected.unchanged))
    }
}
