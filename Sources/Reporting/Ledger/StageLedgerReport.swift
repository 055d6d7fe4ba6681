package import Assessment
package import Documents
internal import Scoring
internal import Values
internal import Words

/// What was done to the stages of a folder, and what of each is locked.
package struct StageLedgerReport: Report {
    package static let recordFormat = "stages/1"

    /// A stage, with the units by what it is for them.
    private struct StageRow: Sendable {
        let stage: Stage
        /// Wholly locked, in part or not, and with something to be confirmed.
        var locked: [String] = []
        var open: [String] = []
        var waiting: [String] = []
    }

    private let header: ReportHeader
    private let records: [StageRecord]
    private let stages: [StageRow]

    package init(_ assessment: Assessment, _ ledger: StageLedger) {
        header = ReportHeader(assessment)
        records = ledger.records
        let list = assessment.settings.stages.stages
        stages = list.enumerated().map { position, stage in
            var row = StageRow(stage: stage)
            for unit in assessment.units.map({ $0.code }) {
                switch assessment.stageLocks?.state(of: position, unit: unit) ?? .open {
                case .toConfirm: row.waiting.append(unit)
                case .locked: row.locked.append(unit)
                case .open: row.open.append(unit)
                }
            }
            return row
        }
    }

    private var stageColumns: [Column<StageRow>] {
        [
            Column("stage", .stage) { .label($0.stage.code, Phrase($0.stage.name)) },
            Column("lockedUnits", LedgerWords.locked, .trailing) { .count($0.locked.count) },
            Column("openUnits", LedgerWords.open, .trailing) { .count($0.open.count) },
            Column("unitsToConfirm", LedgerWords.toConfirm, .trailing) { .count($0.waiting.count) },
        ]
    }

    /// A stage by its code, with its name.
    private func stage(_ code: String) -> Value {
        .code(code, header.settings.stages[code].map { Phrase($0.name) } ?? Phrase(verbatim: code))
    }

    private var recordColumns: [Column<StageRecord>] {
        [
            Column("number", LedgerWords.number, .trailing) { .count($0.number) },
            Column("time", LedgerWords.time) { .label($0.time, JournalWords.moment($0.time)) },
            .text("by", LedgerWords.by) { $0.by },
            Column("action", LedgerWords.action) { .code($0.action.rawValue, $0.action.phrase) },
            Column("stage", .stage) { stage($0.stage) },
            .text("unit", .unit, .wrapped(12)) { $0.scope.units.isEmpty ? nil : $0.scope.unitList },
            .text("group", .group) { $0.scope.group }, .text("criterion", .criterion) { $0.scope.criterion },
            Column("decision", LedgerWords.decision) { $0.decision.isEmpty ? .none : .text($0.decision) },
            Column("reason", .reason, .wrapped(14)) { $0.reason.isEmpty ? .none : .text($0.reason) },
            Column("openLines", LedgerWords.openLines, .trailing) { $0.openLines > 0 ? .count($0.openLines) : .none },
            Column("openAcceptedBy", LedgerWords.acceptedBy) {
                $0.openAcceptedBy.isEmpty ? .none : .text($0.openAcceptedBy)
            },
            Column("toConfirm", LedgerWords.toConfirm) { .list($0.toConfirm.map(stage)) },
            Column("publication", LedgerWords.publication, .trailing) { .count($0.publication) },
            Column("corrects", LedgerWords.corrects, .trailing) { .count($0.corrects) },
        ]
    }

    package func write(to document: inout Document) {
        document.heading(header.name, level: 1)
        if records.isEmpty { return document.paragraph(LedgerWords.none) }
        document.heading(LedgerWords.states)
        document.table(stages, stageColumns)
        document.heading(LedgerWords.records)
        let (records, columns) = (records, recordColumns)
        // Most of what can be said of a record is not said of any.
        document.table(records, columns.filter { column in records.contains { !column.phrase(in: $0).isEmpty } })
    }

    package var data: DataTable? { DataTable(records, recordColumns) }

    package func write(to record: inout RecordWriter) {
        record.list("stages", stages) { record, row in
            record.values(of: row, stageColumns)
            record.texts("unitsWithOpen", row.open)
            record.texts("toConfirm", row.waiting)
        }
        record.list("records", records) { record, row in
            record.values(of: row, recordColumns)
            record.values([
                "files": row.files.isEmpty ? .none : .text(row.files),
                "filesSum": row.filesSum.isEmpty ? .none : .text(row.filesSum),
                "journalRows": .count(row.journalRows), "journalEnd": .text(row.journalEnd),
            ])
        }
    }
}
