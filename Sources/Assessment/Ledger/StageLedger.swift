import Scoring
internal import Tables
package import Values

/// What was done to the stages of a folder, in the order in which it was done: `stages.csv`.
package struct StageLedger: Sendable {
    static let file = "stages.csv"

    private var table: ChainedTable
    package private(set) var records: [StageRecord] = []

    /// Whether there are records and none was tampered with.
    private(set) var isSound: Bool

    /// Reads the records of a folder; none where there is no table.
    init(of folder: String, isVietnamese: Bool, into sink: FindingSink) {
        table = ChainedTable(
            folder + "/" + Self.file, columns: StageRecord.columns, isVietnamese: isVietnamese, into: sink)
        isSound = table.isSound
        for row in table.rows {
            switch StageRecord.read(row.cells) {
            case .record(let record): records.append(record)
            case .unreadable(let position):
                isSound = false
                sink.report(
                    LedgerFinding.unreadableRecord, at: row.place,
                    [.key: .text(StageRecord.columns[position][1]), .found: .text(row.cells[position])])
            }
        }
        reportNumbers(into: sink)
    }

    /// Records are numbered on, and publications too.
    private mutating func reportNumbers(into sink: FindingSink) {
        guard isSound else { return }
        for (position, record) in records.enumerated() where record.number != position + 1 {
            isSound = false
            sink.report(
                LedgerFinding.unreadableRecord, at: table.rows[position].place,
                [.key: .text(StageRecord.columns[0][1]), .found: .text(String(record.number))])
        }
    }

    /// Reads the records of a folder, with what is wrong with them and with the journal, held against each other.
    package static func read(_ folder: String, isVietnamese: Bool = true) -> LedgerReading {
        let (own, sink) = (FindingSink(), FindingSink())
        let ledger = StageLedger(of: folder, isVietnamese: isVietnamese, into: own)
        let journal = Journal(of: folder, isVietnamese: isVietnamese, into: sink)
        ledger.compare(with: journal, into: sink)
        // What was found already is the reason for strays, too.
        if !own.containsError, !sink.containsError { ledger.reportStrays(in: folder, into: sink) }
        return LedgerReading(
            ledger: ledger, journal: journal, findings: own.findings + sink.findings, furtherFindings: sink.findings)
    }

    /// Where the row of a record stands.
    func place(of record: StageRecord) -> Location { table.rows[record.number - 1].place }

    /// The sum of the row of a record.
    func sum(of record: StageRecord) -> String { table.rows[record.number - 1].sum }

    /// Adds a record; returns the row that the journal has about it.
    mutating func append(_ record: StageRecord, isVietnamese: Bool) -> JournalRow {
        let sum = table.append(record.cells(isVietnamese: isVietnamese))
        records.append(record)
        var row = JournalRow(
            table: Self.file, column: StageRecord.columns[3][isVietnamese ? 1 : 0],
            new: record.action.word(isVietnamese: isVietnamese))
        (row.stage, row.unit, row.code) = (record.stage, record.scope.unitList, record.scope.criterion ?? "")
        row.reason = [record.decision, record.reason].filter { !$0.isEmpty }.joined(separator: "; ")
        (row.source, row.fingerprint) = (record.files, sum)
        return row
    }

    /// The table with all records.
    var tableFile: (path: String, bytes: [UInt8]) { table.file }

    /// Reports what was kept by records that are no longer there.
    private func reportStrays(in folder: String, into sink: FindingSink) {
        let known = Set(records.map { folder + "/" + $0.files })
        for place in ["locked", "published"] {
            // A subfolder that cannot be read hides no other.
            let lists = try? FolderListing.files(
                in: folder + "/" + place, ending: KeptFiles.file, depth: 2, passingOver: { _ in })
            for list in lists ?? [] where !known.contains(list) {
                sink.report(LedgerFinding.keptUnknown, at: Location(file: list))
            }
        }
    }

    // MARK: - The journal

    /// Holds the records against the journal: it had as many rows with the same sum, and has a row about each record.
    private func compare(with journal: Journal, into sink: FindingSink) {
        guard isSound, journal.isSound else { return }
        for record in records {
            if journal.count < record.journalRows {
                sink.report(
                    LedgerFinding.journalCut, at: Location(file: journal.file.path, isTable: true),
                    [
                        .found: .count(journal.count), .expected: .count(record.journalRows),
                        .code: .text(String(record.number)),
                    ])
                return
            }
            if journal.end(after: record.journalRows) != record.journalEnd {
                sink.report(
                    LedgerFinding.journalReplaced, at: journal.place(of: max(record.journalRows - 1, 0)),
                    [.code: .text(String(record.number))])
                return
            }
        }
        let rows = journal.rows.enumerated().filter { $0.element.table == Self.file }
        for (position, row) in rows.enumerated() {
            guard position < records.count else {
                sink.report(
                    LedgerFinding.recordMissing, at: journal.place(of: row.offset),
                    [.code: .text(String(position + 1)), .found: .text(row.element.new)])
                continue
            }
            if sum(of: records[position]) != row.element.fingerprint {
                sink.report(
                    LedgerFinding.recordReplaced, at: place(of: records[position]),
                    [.first: .location(journal.place(of: row.offset))])
            }
        }
        for record in records.dropFirst(rows.count) {
            sink.report(LedgerFinding.recordUnknown, at: place(of: record), [.code: .text(String(record.number))])
        }
    }
}

/// The records of a folder, and its journal.
package struct LedgerReading: Sendable {
    package let ledger: StageLedger
    package let journal: Journal
    package let findings: [Finding]
    /// Those that reading the folder as an assessment does not report.
    package let furtherFindings: [Finding]
}
