import Foundation
import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment
@testable import Reporting
@testable import score_cli

/// From a lock over an unlock to publications that correct each other and can be verified.
@Suite struct PublicationTests {
    /// u1 has 1 + 1 of 4 after the appraisal, u2 0.5 + 2.
    private static let decided = """
        u1;1.1;appraisal;1;;Thiếu báo cáo
        u1;1.2;appraisal;;đồng ý;
        u2;1.1;appraisal;;đồng ý;
        u2;1.2;appraisal;;đồng ý;

        """

    /// Both units in one group, so that they have places among each other.
    private func published() -> FlowFolder {
        let folder = FlowFolder(scores: Self.decided)
        folder.replace("u2;Xã Hai;xa;b", by: "u2;Xã Hai;xa;a", in: "units.csv")
        #expect(folder.run("stage", "lock", "--stage", "self") == .done)
        #expect(folder.run("stage", "lock", "--stage", "appraisal") == .done)
        #expect(folder.run("stage", "publish", "--stage", "appraisal", "--decision", "12/QĐ", "--by", "A") == .done)
        return folder
    }

    private func verified(_ folder: FlowFolder, _ words: String...) throws -> (exit: ExitCode, codes: [String]) {
        let (exit, text) = commandOutput(["verify", folder.path, "--format", "json"] + words)
        let findings = try jsonRecord(text)["findings"] as? [[String: Any]] ?? []
        return (exit, findings.filter { $0["severity"] as? String == "error" }.compactMap { $0["code"] as? String })
    }

    @Test func resultsAreThoseOfTheStage() throws {
        let folder = published()
        // Unit, name, level, group, points, maximum, index, class, place, placed, open lines, who accepted them.
        #expect(
            folder.rows("published/1/results.csv") == [
                ["u1", "Xã Một", "xa", "a", "2", "4", "50", "", "2", "2", "0", ""],
                ["u2", "Xã Hai", "xa", "a", "2,5", "4", "62,5", "", "1", "2", "0", ""],
            ])
        #expect(
            folder.rows("published/1/points.csv") == [
                ["u1", "1.1", "1", "2", "appraisal", "Thiếu báo cáo"], ["u1", "1.2", "1", "2", "computed", ""],
                ["u2", "1.1", "0,5", "2", "computed", ""], ["u2", "1.2", "2", "2", "computed", ""],
            ])
        let (exit, codes) = try verified(folder)
        #expect(exit == .done && codes == [])
        // Its inputs alone give the same.
        let copy = try commandJSON(["score", folder.path + "/published/1/input", "--stage", "appraisal"])
        let units = try #require(copy["units"] as? [[String: Any]])
        #expect(
            units.compactMap { ($0["total"] as? [String: Any])?["points"] as? Double ?? $0["points"] as? Double } == [
                2, 2.5,
            ])
    }

    @Test func whatUnitsGaveThemselvesIsNotPublished() {
        let folder = FlowFolder(scores: "u1;1.1;self;2;;\n")
        folder.run("stage", "lock", "--stage", "self")
        #expect(folder.run("stage", "publish", "--stage", "self") == .failed)
        // An appraisal at which nobody looked is not locked, and so not published either.
        #expect(folder.run("stage", "lock", "--stage", "appraisal") == .failed)
        #expect(folder.run("stage", "publish", "--stage", "appraisal") == .failed)
        #expect(folder.files.text("đợt/published/1/results.csv") == nil)
        // With a name it is, and the name is published.
        folder.run("stage", "lock", "--stage", "appraisal", "--accept-open", "Hội đồng")
        #expect(folder.run("stage", "publish", "--stage", "appraisal") == .done)
        #expect(
            folder.rows("published/1/results.csv").map { Array($0[10...]) } == [["2", "Hội đồng"], ["2", "Hội đồng"]])
    }

    @Test func aUnitThatNobodyOpenedIsNotPublished() {
        let folder = FlowFolder(scores: "u1;1.1;appraisal;;đồng ý;\nu1;1.2;appraisal;;đồng ý;\n")
        #expect(folder.run("stage", "lock", "--stage", "appraisal", "--unit", "u1") == .done)
        #expect(folder.run("stage", "publish", "--stage", "appraisal") == .failed)
    }

    @Test func anUnlockedStageHasToBeConfirmed() throws {
        let folder = FlowFolder(scores: Self.decided)
        folder.run("stage", "lock", "--stage", "self")
        folder.run("stage", "lock", "--stage", "appraisal")
        let scores = folder.lines("scores.csv")
        #expect(folder.run("stage", "unlock", "--stage", "self", "--unit", "u1", "--reason", "Sai mẫu số") == .done)
        #expect(folder.rows("stages.csv").last?[12] == "appraisal")
        func waiting() throws -> [String: [String]] {
            let record = try commandJSON(["stage", "list", folder.path])
            let stages = record["stages"] as? [[String: Any]] ?? []
            return Dictionary(
                stages.compactMap { row in
                    (row["stage"] as? String).map { ($0, row["toConfirm"] as? [String] ?? []) }
                }, uniquingKeysWith: { first, _ in first }
            ).filter { !$0.value.isEmpty }
        }
        #expect(try waiting() == ["appraisal": ["u1"]])
        // Figures of the unit can change now, those of the other cannot.
        folder.replace("u1;1.2;;1;2", by: "u1;1.2;;2;2", in: "metrics.csv")
        #expect(folder.errors().map(\.code) == [])
        // What was decided stands as it did.
        #expect(folder.lines("scores.csv") == scores)
        #expect(folder.run("stage", "publish", "--stage", "appraisal") == .failed)
        #expect(folder.run("stage", "lock", "--stage", "appraisal") == .failed)
        #expect(folder.run("stage", "confirm", "--stage", "appraisal") == .failed)
        #expect(folder.run("stage", "lock", "--stage", "self", "--unit", "u1") == .done)
        #expect(folder.run("stage", "publish", "--stage", "appraisal") == .failed)
        #expect(folder.run("stage", "confirm", "--stage", "appraisal") == .done)
        #expect(try waiting() == [:])
        #expect(folder.run("stage", "publish", "--stage", "appraisal") == .done)
        #expect(folder.rows("published/1/results.csv").map { $0[4] } == ["3", "2,5"])
        // Locked again, by the new records.
        folder.replace("u1;1.2;;2;2", by: "u1;1.2;;1;2", in: "metrics.csv")
        #expect(folder.errors().map(\.code).allSatisfy { $0 == "ledger.lockedCell" } && !folder.errors().isEmpty)
    }

    @Test func aLaterPublicationCorrectsTheFirst() throws {
        let folder = published()
        folder.run(
            "stage", "unlock", "--stage", "appraisal", "--unit", "u1", "--criterion", "1.1", "--decision", "20/QĐ")
        folder.replace("u1;1.1;appraisal;1;;Thiếu báo cáo", by: "u1;1.1;appraisal;2;;Đã bổ sung", in: "scores.csv")
        #expect(folder.errors().map(\.code) == [])
        #expect(folder.run("stage", "lock", "--stage", "appraisal", "--unit", "u1") == .done)
        #expect(folder.run("stage", "publish", "--stage", "appraisal", "--decision", "21/QĐ") == .done)
        #expect(folder.rows("stages.csv").last?[13...14] == ["2", "1"])
        let record = try commandJSON(["compare", folder.path, "--published"])
        let rows = record["corrections"] as? [[String: Any]] ?? []
        func cells(_ keys: String...) -> [[String]] { rows.map { row in keys.map { "\(row[$0] ?? "")" } } }
        #expect(
            cells("unit", "criterion", "before", "after", "change") == [
                ["u1", "<null>", "2", "3", "1"], ["u1", "1.1", "1", "2", "1"], ["u2", "<null>", "2.5", "2.5", "0"],
            ])
        #expect(
            cells("placeBefore", "placeAfter")[0] == ["2", "1"] && cells("placeBefore", "placeAfter")[2] == ["1", "2"])
        #expect(cells("reason")[1] == ["Đã bổ sung"])
        #expect(try commandJSON(["compare", folder.path, "--published", "1,2"])["after"] as? Int == 2)
        #expect(commandOutput(["compare", folder.path, "--published=1,3"]).exit == .failed)
        for number in ["1", "2"] { #expect(try verified(folder, "--number", number).exit == .done, "\(number)") }
    }

    @Test(arguments: ["results.csv", "points.csv", "files.csv", "input/metrics.csv", "input/criteria/thu/2026.json"])
    func oneByteIsEnough(file: String) throws {
        let folder = published()
        let path = "đợt/published/1/" + file
        var bytes = try #require(folder.files.bytes(path))
        let position = try #require(bytes.lastIndex(of: UInt8(ascii: "2")))
        bytes[position] = UInt8(ascii: "3")
        folder.files.add(bytes, path)
        let (exit, codes) = try verified(folder)
        #expect(exit == .failed && codes.contains("ledger.keptFileChanged"))
    }

    @Test func aChangedFolderIsNamedToo() throws {
        let folder = published()
        folder.replace("u1;1.1;;3;4", by: "u1;1.1;;2;4", in: "metrics.csv")
        let (exit, codes) = try verified(folder)
        // Both stages are locked on it, and it is one fault.
        #expect(exit == .failed && codes == ["ledger.lockedCell"])
        #expect(try verified(folder, "--number", "7").codes == ["ledger.noPublication"])
    }

    @Test func withoutPublicationsThereIsNothingToVerifyOrCompare() throws {
        let none = FlowFolder(scores: Self.decided)
        #expect(try verified(none) == (.failed, ["ledger.tooFewPublications"]))
        #expect(try verified(none, "--number", "1") == (.failed, ["ledger.tooFewPublications"]))
        #expect(commandOutput(["compare", published().path, "--published"]).exit == .failed)
    }

    /// Somebody writes other results, with sums and records to match: the inputs give it away.
    @Test func resultsThatInputsDoNotGiveAreNamed() throws {
        let folder = published()
        folder.replace("Xã Một;xa;a;2;", by: "Xã Một;xa;a;3;", in: "published/1/results.csv")
        let results = try PublishedResults(in: folder.path + "/published/1")
        let assessment = try #require(Assessment.read(folder.path).assessment)
        let stage = try #require(assessment.settings.stages["appraisal"])
        let differences = PublishedResults(assessment, at: stage, []).differences(from: results)
        #expect(differences.map(\.subject) == [["u1"]] && differences.map(\.other) == ["3"])
    }
}
