import Foundation
import Scoring
import TestSupport
import Values

@testable import Assessment
@testable import Tables

/// Findings about the journal, stages and what was locked.
enum FoundLedger {
    static var all: [Finding] { journals + locks + changes + publications }

    private static let signature: Signature = {
        guard let time = VietnamMoment(secondsSince1970: 0) else { preconditionFailure("a moment") }
        return Signature(by: "A", time: time)
    }()

    /// A folder of one commune with points at two stages, that nothing is wrong with.
    private final class Folder {
        let files = TemporaryFolder()
        var path: String { files.path("a") }

        init() {
            let more = #""groups": [{"code": "g", "name": "Khối"}], "files": {"metrics": ["metrics.csv", "b.csv"]}"#
            files.add(SmallFolder.settings(more), "a/assessment.json")
            files.add("code;name;level;group\nh;H;district;g\n", "a/units.csv")
            files.add("Bảng số liệu;;\nunit;metric;value;note\nh;3;1;\nh;2;5;\n", "a/metrics.csv")
            files.add("unit;metric;value\nh;1;50,5\n", "a/b.csv")
            files.add("unit;criterion;stage;points\nh;1;self;0.5\nh;1;appraisal;0.4\n", "a/scores.csv")
            files.add("criterion;g\n2;x\n", "a/assignments.csv")
            files.add("code;name;metric;value\nx;X;2;9\ny;Y;2;9\n", "a/actions.csv")
            files.add(SmallFolder.criteria, "a/criteria.json")
        }

        /// What reading says after changes.
        func findings(_ changes: [String: String?]) -> [Finding] {
            var kept: [String: [UInt8]?] = [:]
            for (name, text) in changes {
                kept[name] = files.bytes("a/" + name)
                if let text {
                    files.add(text, "a/" + name)
                } else {
                    try? FileManager.default.removeItem(atPath: path + "/" + name)
                }
            }
            defer {
                for (name, bytes) in kept {
                    if let bytes {
                        files.add(bytes, "a/" + name)
                    } else {
                        try? FileManager.default.removeItem(atPath: path + "/" + name)
                    }
                }
            }
            return Assessment.read(path).findings.filter { $0.code.hasPrefix("ledger.") }
        }

        /// Does something to a stage, and says what speaks against it.
        @discardableResult
        func change(_ action: StageAction, _ stage: Stage, _ adjust: (inout StageOrder) -> Void = { _ in }) -> [Finding]
        {
            guard let assessment = Assessment.read(path).assessment else { return [] }
            var order = StageOrder(action, stage)
            adjust(&order)
            let change = StageChange(
                [order], in: assessment, CriteriaPlaces(), by: FoundLedger.signature, isVietnamese: true)
            try? FileOutput.write(change.files)
            return change.findings
        }
    }

    private static var journals: [Finding] {
        let folder = TemporaryFolder()
        func written(_ rows: [JournalRow], _ records: Int) -> [Finding] {
            var journal = Journal(of: folder.path, isVietnamese: true, into: FindingSink())
            journal.append(rows, by: signature)
            var ledger = StageLedger(of: folder.path, isVietnamese: true, into: FindingSink())
            for number in 0..<records {
                var record = StageRecord(number: number + 1, action: .unlock, stage: "self")
                (record.journalRows, record.journalEnd) = (journal.count, journal.end)
                _ = ledger.append(record, isVietnamese: true)
            }
            folder.add(journal.file.bytes, Journal.file)
            folder.add(ledger.tableFile.bytes, StageLedger.file)
            defer {
                for file in [Journal.file, StageLedger.file] {
                    try? FileManager.default.removeItem(atPath: folder.path(file))
                }
            }
            return StageLedger.read(folder.path).findings
        }
        let row = JournalRow(table: "a", column: "b", new: "1")
        var stray = JournalRow(table: StageLedger.file, column: "việc", new: "khóa")
        stray.fingerprint = "x"
        var journal = Journal(of: folder.path, isVietnamese: true, into: FindingSink())
        journal.append([row], by: signature)
        folder.add(String(decoding: journal.file.bytes, as: UTF8.self).replacing(";1;", with: ";2;"), Journal.file)
        let broken = Journal.read(folder.path).findings
        try? FileManager.default.removeItem(atPath: folder.path(Journal.file))
        // Records of a journal that is not there, or is another.
        func against(_ rows: Int, _ end: String) -> [Finding] {
            var ledger = StageLedger(of: folder.path, isVietnamese: true, into: FindingSink())
            var record = StageRecord(number: 1, action: .unlock, stage: "self")
            (record.journalRows, record.journalEnd) = (rows, end)
            _ = ledger.append(record, isVietnamese: true)
            folder.add(ledger.tableFile.bytes, StageLedger.file)
            folder.add(journal.file.bytes, Journal.file)
            defer {
                for file in [Journal.file, StageLedger.file] {
                    try? FileManager.default.removeItem(atPath: folder.path(file))
                }
            }
            return StageLedger.read(folder.path).findings
        }
        var odd = ChainedTable(
            folder.path(StageLedger.file), columns: StageRecord.columns, isVietnamese: true, into: FindingSink())
        var cells = StageRecord(number: 1, action: .lock, stage: "self").cells(isVietnamese: true)
        cells[3] = "quên"
        odd.append(cells)
        folder.add(odd.file.bytes, StageLedger.file)
        let unreadable = StageLedger.read(folder.path).findings
        try? FileManager.default.removeItem(atPath: folder.path(StageLedger.file))
        return broken + unreadable + written([stray], 0) + written([stray], 1) + written([row], 1) + against(9, "x")
            + against(1, "x")
    }

    private static var locks: [Finding] {
        let folder = Folder()
        let scores = "unit;criterion;stage;points\nh;1;self;0.5\nh;1;appraisal;0.4\n"
        var found = folder.change(.unlock, .selfAssessment) + folder.change(.confirm, .selfAssessment)
        found += folder.change(.lock, .appraisal) + folder.change(.publish, .selfAssessment)
        folder.change(.lock, .selfAssessment)
        found += folder.change(.lock, .selfAssessment) + folder.change(.publish, .appraisal)
        folder.change(.lock, .appraisal) { $0.acceptsOpen = "B" }
        folder.change(.unlock, .selfAssessment)
        found += folder.change(.lock, .appraisal) + folder.change(.confirm, .appraisal) { $0.acceptsOpen = "B" }
        folder.files.add(scores, "a/scores.csv")
        let asked = Folder()
        asked.files.add("unit;criterion;question\nh;1;Nguồn nào\n", "a/requests.csv")
        return found + asked.change(.lock, .explanation)
    }

    private static var changes: [Finding] {
        let folder = Folder()
        folder.change(.lock, .appraisal) { $0.acceptsOpen = "B" }
        func changed(_ name: String, _ old: String, _ new: String) -> [Finding] {
            folder.findings([name: (folder.files.text("a/" + name) ?? "").replacing(old, with: new)])
        }
        var found = changed("metrics.csv", "h;3;1;", "h;3;2;") + changed("metrics.csv", "h;2;5;\n", "")
        found += changed("metrics.csv", "h;3;1;\n", "h;3;1;\nh;5;1;\n") + changed("metrics.csv", ";note", ";notes")
        found += changed("metrics.csv", "Bảng số liệu", "Bảng") + changed("metrics.csv", "\n", "\r\n")
        found += folder.findings(["b.csv": "unit;metric;value\nh;1;50.5\n"])
        found += changed("assignments.csv", "g\n2;x", "g;h\n2;x;")
        found += changed("assessment.json", "2025", "2026") + changed("criteria.json", "Bộ thử", "Bộ")
        found += folder.findings(["b.csv": nil]) + folder.findings(["locked/1/files.csv": "x"])
        found += changed("assessment.json", #""b.csv""#, #""c.csv""#)
        found += folder.findings([
            "c.csv": "unit;metric;value\nh;1;50,5\n",
            "assessment.json": (folder.files.text("a/assessment.json") ?? "").replacing(
                #""b.csv""#, with: #""b.csv", "c.csv""#),
        ])
        folder.files.add("", "a/locked/9/files.csv")
        found += StageLedger.read(folder.path).findings
        found += changed("actions.csv", "x;X;2;9", "x;X;2;8") + changed("actions.csv", "y;Y;2;9\n", "")
        found += changed("actions.csv", "y;Y;2;9\n", "y;Y;2;9\nz;Z;2;9\n") + changed("actions.csv", "name", "names")
        found += folder.findings(["actions.csv": nil])
        let reading: FindingDetails = [
            .code: "1", .stage: .name(Stage.selfAssessment.name), .text: .names(["h", "3"]), .key: "value",
            .found: "1.234",
        ]
        found.append(Finding(LedgerFinding.lockedReading, at: Location(file: "metrics.xlsx"), reading))
        let entry: FindingDetails = [
            .unit: "h", .code: "3", .stage: .name(Stage.selfAssessment.name), .count: .count(1),
        ]
        return found + [Finding(LedgerFinding.lockedEntry, at: Location(file: "a.xlsx"), entry)]
    }

    private static var publications: [Finding] {
        let folder = Folder()
        var found = Verification(folder.path, number: nil, options: AssessmentOptions()).findings
        folder.change(.lock, .appraisal) { $0.acceptsOpen = "B" }
        folder.change(.publish, .appraisal)
        found += Verification(folder.path, number: 7, options: AssessmentOptions()).findings
        folder.change(.unlock, .appraisal)
        folder.files.add("code;name;metric;value\nx;X;2;8\n", "a/actions.csv")
        found += Verification(folder.path, number: 1, options: AssessmentOptions()).findings
        let place = Location(file: "a/published/1/results.csv")
        return found + [
            Finding(LedgerFinding.notRecomputable, at: place, [.count: .count(1), .found: .names(["survey-1.csv"])]),
            Finding(
                LedgerFinding.publishedDiffers, at: place,
                [.count: .count(1), .text: .names(["h"]), .key: "điểm", .found: "3", .expected: "2"]),
        ]
    }
}
