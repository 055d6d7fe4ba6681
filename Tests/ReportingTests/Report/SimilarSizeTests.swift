import Foundation
import TestSupport
import Testing

@testable import score_cli

/// The median of units of similar size, beside that of all.
@Suite struct SimilarSizeTests {
    /// Cases of each unit, and those in time; `a` has 1000, so that 800 to 1200 are similar.
    private static func folder(_ cases: [(unit: String, done: String, all: String)], size: String = "1.1")
        -> SmallFolder
    {
        let folder = SmallFolder(
            [SmallFolder.node("1", "10"), SmallFolder.share("1.1", "10")],
            figures: cases.map { "\($0.unit);1.1;;\($0.done);\($0.all)" })
        folder.folder.add(
            """
            {"format": 1, "name": "Đợt", "criteria": "criteria.json", "year": 2024, "stage": "self", "size": "\(size)"}
            """, "assessment.json")
        return folder
    }

    private func standing(_ folder: SmallFolder) throws -> [String: Any] {
        let report = try commandJSON(["report", folder.path, "--unit", "a"])
        let units = try #require(report["units"] as? [[String: Any]])
        return try #require((units[0]["standings"] as? [[String: Any]])?.first)
    }

    private static let others = [
        ("b", "400", "800"), ("c", "720", "1200"), ("d", "700", "1000"), ("e", "720", "900"), ("f", "990", "1100"),
        ("g", "0", "799"), ("h", "0", "1201"),
    ].map { (unit: $0.0, done: $0.1, all: $0.2) }

    /// 50, 60, 70, 80 and 90 % of five others; with what is just smaller and just larger that of all is 65 %.
    @Test func fiveOthersAreEnough() throws {
        let folder = Self.folder([("a", "1000", "1000")] + Self.others)
        let standing = try standing(folder)
        #expect(standing["similar"] as? Double == 70 && standing["similarUnits"] as? Int == 5)
        #expect(standing["median"] as? Double == 65)
        let pages = TemporaryFolder()
        let words = ["report", folder.path, "--unit", "a", "--output", pages.path("bao-cao"), "--quiet"]
        #expect(CommandLineTool.run(words) == .done)
        let page = try #require(pages.text("bao-cao/a.html"))
        #expect(page.contains("Trung vị 5 đơn vị cùng quy mô") && page.contains("hơn kém không quá 20 %"))
    }

    @Test func fourAreNot() throws {
        let standing = try standing(Self.folder([("a", "1000", "1000")] + Self.others.filter { $0.unit != "d" }))
        #expect(standing["similar"] == nil && standing["similarUnits"] == nil)
    }

    /// One of five has no figure: there is nothing to say.
    @Test func whoIsNotMeasuredIsNotCounted() throws {
        let cases = [("a", "1000", "1000")] + Self.others.map { $0.unit == "d" ? ("d", "", "") : $0 }
        #expect(try standing(Self.folder(cases))["similar"] == nil)
    }

    @Test func anUnknownMetricIsAnError() {
        let folder = Self.folder([("a", "1", "1")], size: "1.9")
        let output = commandOutput(["check", folder.path, "--format", "json"])
        #expect(output.exit == .failed && output.text.contains("assessment.unknownMetric"))
    }
}
