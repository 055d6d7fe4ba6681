package import Assessment
package import Documents
internal import Scoring
internal import Values
internal import Words

/// The cells in which two copies of a folder differ, and the points that they move.
package struct FolderDifferenceReport: Report {
    package static let recordFormat = "journal-difference/1"

    private let difference: FolderDifference
    private let headers: (before: ReportHeader, after: ReportHeader)
    /// The folders as the user specified them.
    private let folders: (before: String, after: String)

    package init(_ before: Assessment, _ after: Assessment) {
        difference = FolderDifference(before, after)
        headers = (ReportHeader(before), ReportHeader(after))
        folders = (before.folder, after.folder)
    }

    private func name<Row>(_ unit: @escaping @Sendable (Row) -> String) -> [Column<Row>] {
        let names = difference.names
        return [
            .text("unit", .code, full: .unitCode) { unit($0) },
            .text("unitName", .unit, full: .unitName, .wrapped(14)) { names[unit($0)] },
        ]
    }

    private var figureColumns: [Column<FolderDifference.FigureCell>] {
        let metrics = difference.metrics
        @Sendable func phrase(_ figure: Figure?, of metric: String) -> Phrase? {
            figure.flatMap { figure in metrics[metric].map { $0.phrase(of: figure) } }
        }
        return name { $0.unit } + [
            .text("metric", .metric) { $0.metric },
            .phrase("before", JournalWords.first) { phrase($0.before, of: $0.metric) },
            .phrase("after", JournalWords.second) { phrase($0.after, of: $0.metric) },
        ]
    }

    private var lineColumns: [Column<FolderDifference.LineCell>] {
        let digits = headers.after.pointDigits
        return name { $0.unit } + [
            .text("criterion", .criterionCode) { $0.criterion },
            Column("stage", .stage) { .label($0.stage.code, Phrase($0.stage.name)) },
            .decimal("before", JournalWords.first, digits: digits) { $0.before?.entry.points },
            .decimal("after", JournalWords.second, digits: digits) { $0.after?.entry.points },
            Column("opinionBefore", JournalWords.opinionBefore) { $0.before?.entry.opinion?.words ?? .none },
            Column("opinionAfter", JournalWords.opinionAfter) { $0.after?.entry.opinion?.words ?? .none },
            .text("reasonBefore", JournalWords.reasonBefore, .wrapped(14)) { $0.before?.reason },
            .text("reasonAfter", JournalWords.reasonAfter, .wrapped(14)) { $0.after?.reason },
        ]
    }

    private func registerColumns(_ about: Phrase) -> [Column<FolderDifference.RegisterRow>] {
        @Sendable func phrase(_ cells: [String]?) -> Phrase {
            guard let cells else { return JournalWords.noRow }
            return cells.isEmpty ? JournalWords.blankRow : Phrase(verbatim: cells.joined(separator: "; "))
        }
        return name { $0.unit } + [
            .text("criterion", .criterionCode) { $0.code },
            .text("about", about, .wrapped(16)) { $0.about.joined(separator: "; ") },
            .phrase("before", JournalWords.first, .wrapped(16)) { phrase($0.before) },
            .phrase("after", JournalWords.second, .wrapped(16)) { phrase($0.after) },
        ]
    }

    private var pointColumns: [Column<FolderDifference.PointsCell>] {
        let digits = headers.after.pointDigits
        return name { $0.unit } + [
            Column("criterion", .criterionCode) { cell in
                cell.criterion.map { .text($0) } ?? .label(nil, .total)
            },
            .decimal("before", JournalWords.first, digits: digits) { $0.before },
            .decimal("after", JournalWords.second, digits: digits) { $0.after },
            .decimal("change", .change, look: .change(digits: digits)) { cell in
                cell.before.flatMap { before in cell.after.map { $0 - before } }
            },
        ]
    }

    private var hasOtherStages: Bool { headers.before.settings.stage != headers.after.settings.stage }

    package func write(to document: inout Document) {
        document.heading(JournalWords.difference, level: 1)
        document.facts([
            .init(JournalWords.first, Phrase(verbatim: folders.before)),
            .init(JournalWords.second, Phrase(verbatim: folders.after)), headers.after.stageFact,
        ])
        if hasOtherStages { document.notice(JournalWords.otherStages) }
        if difference.isEmpty { document.paragraph(JournalWords.same) }
        if !difference.figures.isEmpty {
            document.heading(JournalWords.figures)
            document.table(difference.figures, figureColumns)
        }
        if !difference.lines.isEmpty {
            document.heading(JournalWords.lines)
            document.table(difference.lines, lineColumns)
        }
        for (title, about, rows) in [
            (JournalWords.requests, JournalWords.question, difference.requests),
            (JournalWords.evidence, JournalWords.document, difference.evidence),
        ] where !rows.isEmpty {
            document.heading(title)
            document.table(rows, registerColumns(about))
        }
        if !difference.points.isEmpty {
            document.heading(JournalWords.points)
            document.table(difference.points, pointColumns) { $0.criterion == nil }
        }
        if !difference.onlyBefore.isEmpty { document.notice(JournalWords.onlyFirst(difference.onlyBefore)) }
        if !difference.onlyAfter.isEmpty { document.notice(JournalWords.onlySecond(difference.onlyAfter)) }
    }

    /// The points that differ: a row a unit and criterion, and one for its total.
    package var data: DataTable? { DataTable(difference.points, pointColumns) }

    package func write(to record: inout RecordWriter) {
        record.values([
            "before": .text(folders.before), "after": .text(folders.after),
            "stageBefore": .text(headers.before.settings.stage.code),
            "stageAfter": .text(headers.after.settings.stage.code),
        ])
        record.list("figures", difference.figures, figureColumns)
        record.list("given", difference.lines, lineColumns)
        record.list("points", difference.points, pointColumns)
        for (key, rows) in [("requests", difference.requests), ("evidence", difference.evidence)] {
            record.list(key, rows) { record, row in
                func cells(_ cells: [String]?) -> Value { cells.map { .list($0.map { .text($0) }) } ?? .none }
                record.values(["unit": .text(row.unit), "criterion": .text(row.code)])
                record.texts("about", row.about)
                record.values(["before": cells(row.before), "after": cells(row.after)])
            }
        }
        record.texts("onlyBefore", difference.onlyBefore)
        record.texts("onlyAfter", difference.onlyAfter)
    }
}
