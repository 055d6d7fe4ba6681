package import Assessment
package import Documents
internal import Values
internal import Words

/// What commands did to a folder, the oldest first.
package struct JournalReport: Report {
    package static let recordFormat = "journal/1"

    private let journal: Journal
    private let rows: [JournalRow]

    /// Shows the rows that are asked for.
    ///
    /// - Parameters:
    ///   - unit: the code of the only unit; nil for all.
    ///   - code: the code of the only metric or criterion, with those below it; nil for all.
    package init(_ journal: Journal, unit: String? = nil, code: String? = nil) {
        self.journal = journal
        rows = journal.rows.filter { row in
            (unit == nil || row.unit == unit)
                && (code.map { row.code == $0 || row.code.hasPrefix($0 + ".") } ?? true)
        }
    }

    private var columns: [Column<JournalRow>] {
        [
            Column("time", JournalWords.time) { .label($0.time, JournalWords.moment($0.time)) },
            .text("by", JournalWords.by) { $0.by },
            .text("table", JournalWords.table) { $0.table },
            .text("stage", .stage) { $0.stage.isEmpty ? nil : $0.stage },
            .text("unit", .unit) { $0.unit.isEmpty ? nil : $0.unit },
            .text("code", .code) { $0.code.isEmpty ? nil : $0.code },
            .text("column", JournalWords.column) { $0.column },
            .text("old", JournalWords.old, .wrapped(12)) { $0.old.isEmpty ? nil : $0.old },
            .text("new", JournalWords.new, .wrapped(12)) { $0.new.isEmpty ? nil : $0.new },
            .text("reason", .reason, .wrapped(16)) { $0.reason.isEmpty ? nil : $0.reason },
            .text("source", JournalWords.source) { $0.source.isEmpty ? nil : $0.source },
        ]
    }

    private var fingerprint: Column<JournalRow> {
        .text("fingerprint", JournalWords.fingerprint) { $0.fingerprint.isEmpty ? nil : $0.fingerprint }
    }

    /// What people read; fingerprints are left to data.
    package func write(to document: inout Document) {
        document.heading(JournalWords.title, level: 1)
        if journal.rows.isEmpty { return document.paragraph(JournalWords.nothing) }
        document.facts([
            .init(JournalWords.rows, .count(journal.rows.count)), .init(JournalWords.shown, .count(rows.count)),
            .init(JournalWords.end, Phrase(verbatim: journal.end)),
        ])
        if rows.isEmpty { document.paragraph(JournalWords.noneFound) } else { document.table(rows, columns) }
    }

    package var data: DataTable? { DataTable(rows, columns + [fingerprint]) }

    package func write(to record: inout RecordWriter) {
        record.values(["rows": .count(journal.rows.count), "end": .text(journal.end)])
        record.list("changes", rows, columns + [fingerprint])
    }
}
