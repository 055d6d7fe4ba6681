package import Scoring
internal import Tables
package import Values

/// What is to be done to a stage.
package struct StageOrder: Sendable {
    package var action: StageAction
    package var stage: Stage
    package var scope = StageScope()
    package var decision = ""
    package var reason = ""
    /// Who accepts lines that nobody looked at.
    package var acceptsOpen: String?
    /// The publication that this one corrects; nil for the last of the stage.
    package var corrects: Int?

    package init(_ action: StageAction, _ stage: Stage) { (self.action, self.stage) = (action, stage) }
}

/// Things done to stages, or why they cannot be done.
package struct StageChange: Sendable {
    /// What was done; nothing where something cannot be.
    package private(set) var records: [StageRecord] = []
    package private(set) var findings: [Finding] = []
    /// What has to be written, all or nothing.
    package private(set) var files: [(path: String, bytes: [UInt8])] = []

    private let assessment: Assessment
    private let places: CriteriaPlaces
    private let locks: StageLocks

    /// Does what is ordered, without writing anything yet. Orders after the first are about other units and criteria.
    ///
    /// - Parameters:
    ///   - assessment: The folder, read without errors.
    ///   - signature: Who does it, and when.
    package init(
        _ orders: [StageOrder], in assessment: Assessment, _ places: CriteriaPlaces, by signature: Signature,
        isVietnamese: Bool
    ) {
        (self.assessment, self.places) = (assessment, places)
        locks = assessment.locks
        let reading = StageLedger.read(assessment.folder, isVietnamese: isVietnamese)
        findings = reading.findings
        if findings.containsError { return }
        var (ledger, journal) = (reading.ledger, reading.journal)
        var copies = ledger.copies(in: assessment.folder)
        var made: [StageRecord] = []
        for order in orders {
            var record = StageRecord(
                number: ledger.records.count + 1, action: order.action, stage: order.stage.code)
            (record.time, record.by) = (signature.time.description, signature.by)
            (record.scope, record.decision, record.reason) = (order.scope, order.decision, order.reason)
            (record.journalRows, record.journalEnd) = (journal.count, journal.end)
            let check = StageCheck(order, assessment, locks, ledger)
            findings += check.findings(settling: &record)
            if findings.containsError { return }
            do throws(FindingsError) {
                files += try keep(&record, order, ledger, &copies, isVietnamese: isVietnamese)
            } catch {
                findings += error.findings
                return
            }
            journal.append([ledger.append(record, isVietnamese: isVietnamese)], by: signature)
            made.append(record)
        }
        files += [ledger.tableFile, journal.file]
        records = made
    }

    /// Keeps the files as they are where a record rests on them.
    private func keep(
        _ record: inout StageRecord, _ order: StageOrder, _ ledger: StageLedger, _ copies: inout [String: String],
        isVietnamese: Bool
    ) throws(FindingsError) -> [(path: String, bytes: [UInt8])] {
        let folder = assessment.folder
        let place: String
        var snapshot: FileSnapshot
        switch record.action {
        case .unlock: return []
        case .lock, .confirm:
            place = "locked/\(record.number)"
            snapshot = try FileSnapshot(of: folder, places, into: place, known: copies)
        case .publish:
            place = "published/\(record.publication ?? 1)"
            snapshot = try FileSnapshot(of: folder, places, into: place)
            let results = PublishedResults(assessment, at: order.stage, ledger.records)
            snapshot.add(results.tables(isVietnamese: isVietnamese), in: place, of: folder)
        }
        for file in snapshot.list.files {
            if let copy = file.copy { copies[file.sum] = copies[file.sum] ?? copy }
        }
        record.files = place + "/" + KeptFiles.file
        record.filesSum = SHA256.hex(of: snapshot.list.bytes)
        return snapshot.files(in: place, of: folder)
    }
}

extension StageLedger {
    /// The copies that records keep, by their sums, as far as they are still what they were.
    func copies(in folder: String) -> [String: String] {
        var copies: [String: String] = [:]
        for record in records where !record.files.isEmpty {
            for file in record.keptFiles(in: folder)?.files ?? [] {
                guard let copy = file.copy, copies[file.sum] == nil, FileSum.of(folder + "/" + copy) == file.sum else {
                    continue
                }
                copies[file.sum] = copy
            }
        }
        return copies
    }
}
