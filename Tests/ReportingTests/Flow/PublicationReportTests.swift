import Documents
import Foundation
import TestSupport
import Testing

@testable import Assessment
@testable import Reporting
@testable import score_cli

/// The table of a publication: what was published, and nothing that is not official.
@Suite struct PublicationReportTests {
    private typealias Object = [String: Any]

    private static let decided =
        "u1;1.1;appraisal;1;;Thiếu báo cáo\nu1;1.2;appraisal;;đồng ý;\nu2;1.1;appraisal;;đồng ý;\nu2;1.2;appraisal;;đồng ý;\n"

    private func published() -> FlowFolder {
        let folder = FlowFolder(scores: Self.decided)
        folder.replace("u2;Xã Hai;xa;b", by: "u2;Xã Hai;xa;a", in: "units.csv")
        #expect(folder.run("stage", "lock", "--stage", "self") == .done)
        #expect(folder.run("stage", "lock", "--stage", "appraisal") == .done)
        #expect(folder.run("stage", "publish", "--stage", "appraisal", "--decision", "12/QĐ") == .done)
        return folder
    }

    private func record(_ folder: FlowFolder, _ words: String...) throws -> Object {
        try commandJSON(["report", folder.path, "--document", "publication"] + words)
    }

    @Test func isWhatWasPublished() throws {
        let folder = published()
        let found = try record(folder)
        #expect(found["publication"] as? Int == 1 && found["decision"] as? String == "12/QĐ")
        #expect(found["corrects"] is NSNull && found["correction"] == nil)
        let units = try #require(found["units"] as? [Object])
        #expect(units.map { $0["points"] as? Double } == [2, 2.5] && units.map { $0["place"] as? Int } == [2, 1])
        let text = commandOutput(
            ["report", folder.path, "--document", "publication", "--format", "md", "--lang", "vi"]
        ).text
        // Paper has no codes of units.
        #expect(!text.contains("u1"))
        // The day is that of the publication: nobody says when the decision was made.
        #expect(text.contains("Công bố lần 1, ngày ") && text.contains(", theo Quyết định số 12/QĐ, theo điểm"))
        // The best comes first.
        let first = try #require(text.range(of: "Xã Hai")), second = try #require(text.range(of: "Xã Một"))
        #expect(first.lowerBound < second.lowerBound)
        #expect(commandOutput(["report", folder.path, "--document", "publication", "--number", "2"]).exit == .failed)
    }

    @Test func aCorrectionSaysWhatItCorrects() throws {
        let folder = published()
        #expect(folder.run("stage", "unlock", "--stage", "appraisal", "--reason", "Khiếu nại") == .done)
        folder.replace("u1;1.1;appraisal;1;", by: "u1;1.1;appraisal;2;", in: "scores.csv")
        #expect(folder.run("stage", "lock", "--stage", "appraisal") == .done)
        #expect(folder.run("stage", "publish", "--stage", "appraisal", "--decision", "15/QĐ") == .done)
        let found = try record(folder)
        #expect(found["publication"] as? Int == 2 && found["corrects"] as? Int == 1)
        let rows = try #require((found["correction"] as? Object)?["corrections"] as? [Object])
        let ofUnit = rows.filter { $0["unit"] as? String == "u1" }
        #expect(ofUnit.map { $0["before"] as? Double } == [2, 1] && ofUnit.map { $0["after"] as? Double } == [3, 2])
        #expect(try record(folder, "--number", "1")["publication"] as? Int == 1)
        let text = commandOutput(
            ["report", folder.path, "--document", "publication", "--format", "md", "--lang", "vi"]
        ).text
        #expect(text.contains("Lần công bố 2 đính chính lần công bố 1."))
        // Places stand once for what was and what is, and moments as people write them.
        #expect(text.contains("| **2 → 1** |") && text.contains("| **1 → 2** |") && !text.contains("+07:00"))
    }

    /// What no publication should hold: lines that nobody looked at, and that nobody accepted.
    @Test func whatIsNotOfficialHasNeitherPointsNorPlace() throws {
        let folder = published()
        let head = folder.lines("published/1/results.csv")[0]
        folder.files.add(
            head + "\nu1;Xã Một;xa;a;2;4;50;tot;2;2;3;\nu2;Xã Hai;xa;a;2,5;4;62,5;tot;1;2;1;Hội đồng\n",
            "đợt/results.csv")
        folder.files.add(folder.lines("published/1/points.csv")[0] + "\n", "đợt/points.csv")
        let assessment = try #require(Assessment.read(folder.path).assessment)
        let results = try PublishedResults(in: folder.path)
        let report = PublicationReport(
            assessment, (StageRecord(number: 1, action: .publish, stage: "appraisal"), results), correcting: nil)
        let units = try #require(try jsonRecord(report.json(in: .vi))["units"] as? [Object])
        for key in ["points", "index", "place"] {
            #expect(units[0][key] is NSNull && units[1][key] is Double, "\(key)")
        }
        let text = report.text(in: .vi)
        #expect(text.contains("3, chưa ai chấp nhận") && text.contains("1 (Hội đồng)"))
    }
}
