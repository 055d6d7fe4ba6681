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
    private typealias PointsRow = CollectedForms.PointsChange

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

    private var pointsColumns: [Column<PointsRow>] {
        let digits = assessment.criteria.set.rounding.points.digits
        return [
            .text("unit", .unit) { $0.given.unit }, .text("criterion", .criterion) { $0.given.criterion },
            Column("stage", .stage) { .name($0.given.stage.name) },
            Column("before", CollectWords.before, .decimal) { .number($0.before, digits: digits) },
            Column("after", CollectWords.after, .decimal) { .number($0.given.points, digits: digits) },
            .text("place", CollectWords.place) { $0.place.description },
        ]
    }

    /// What people read. On a screen new figures and points are counted by unit; what takes the place of something is
    /// listed everywhere.
    package func write(to document: inout Document) {
        document.heading(CollectWords.title, level: 1)
        if collected.figures.isEmpty, collected.points.isEmpty { document.paragraph(CollectWords.nothing) }
        let (figures, points) = (collected.figures, collected.points)
        if document.isBrief { writeCounts(to: &document) }
        let shownFigures = document.isBrief ? figures.filter { $0.before != .notReported } : figures
        let shownPoints = document.isBrief ? points.filter { $0.before != nil } : points
        if !shownFigures.isEmpty {
            document.heading(document.isBrief ? CollectWords.changedFigures : CollectWords.figures)
            document.table(shownFigures, figureColumns)
        }
        if !shownPoints.isEmpty {
            document.heading(document.isBrief ? CollectWords.changedPoints : CollectWords.points)
            document.table(shownPoints, pointsColumns)
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
        for change in collected.points where change.before == nil {
            counts[change.given.unit, default: (0, 0)].points += 1
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
        record.list("points", collected.points, pointsColumns)
        record.value("unchanged", .count(collected.unchanged))
    }
}
