import Assessment
import Documents
import Foundation
import Scoring
import TestSupport
import Testing

@testable import Reporting
@testable import score_cli

/// What is told of a figure as it stands: what one case moves, several figures side by side, names for codes, coverage.
@Suite struct CaseWeightReportTests {
    private static func files(_ code: String, _ more: String = "") -> String {
        #"{"code": "\#(code)", "name": "tỷ lệ \#(code)", "direction": "higher", "kind": "percent", "#
            + #""ratio": {"numerator": {"vi": "Số hồ sơ đúng hạn", "en": "files in time"}, "#
            + #""denominator": {"vi": "Tổng số hồ sơ tiếp nhận", "en": "files"}}\#(more)}"#
    }

    private static func share(_ code: String, _ maximum: String) -> String {
        SmallFolder.leaf(code, maximum, [files(code)], #"{"kind": "proportional", "base": 100}"#)
    }

    /// Of 1 point and two files, each is half a point; of three, a third, which is 0.33.
    @Test(arguments: [
        ("1;2", "2 hồ sơ: mỗi hồ sơ = 0,50 điểm", "2 cases: each = 0.50 points"),
        ("3;3", "3 hồ sơ: mỗi hồ sơ = 0,33 điểm", "3 cases: each = 0.33 points"),
        ("5;10", "10 hồ sơ: mỗi hồ sơ = 0,10 điểm", "10 cases: each = 0.10 points"),
    ])
    func whatEachCaseIsWorth(figure: String, vi: String, en: String) {
        let sample = SmallFolder(
            [SmallFolder.node("1", "1"), Self.share("1.1", "1")], figures: ["x;1.1;;\(figure)"])
        for words in [["gap", sample.path, "--unit", "x"], ["explain", sample.path, "1.1", "--unit", "x"]] {
            for (language, sentence) in [("vi", vi), ("en", en)] {
                let text = commandOutput(words + ["--lang", language, "--format", "md"]).text
                // All that is lost may be none, and then there is no row in the table of losses.
                #expect(text.contains(sentence) || (words[0] == "gap" && figure == "3;3"), "\(text)")
            }
        }
    }

    @Test func lessThanATenthIsNotTold() {
        let sample = SmallFolder([SmallFolder.node("1", "1"), Self.share("1.1", "1")], figures: ["x;1.1;;5;11"])
        for text in [sample.text("gap", "--unit", "x"), sample.text("explain", "1.1", "--unit", "x")] {
            #expect(!text.contains("mỗi hồ sơ") && !text.contains("11 hồ sơ:"), "\(text)")
        }
    }

    /// Lines where one case moves a tenth: one of nine and of ten, not one of eleven, and none of a percentage, of what
    /// is not reported or of what is 0 ÷ 0. Of three units these are two, one and none.
    @Test func checkCountsThem() throws {
        let leaves = ["1.1", "1.2", "1.3"].map { Self.share($0, "2") }
        func sample(_ figures: [String]) -> SmallFolder {
            SmallFolder([SmallFolder.node("1", "6")] + leaves, figures: figures)
        }
        let some = sample([
            "x;1.1;;5;9", "x;1.2;;5;10", "x;1.3;;5;11", "y;1.1;;1;1", "y;1.2;50;;", "z;1.2;;5;11", "z;1.3;50;;",
        ])
        let scores = try #require(Assessment.read(some.path).assessment).scores
        #expect(scores.units.indices.map { scores[$0].heavyCaseCount } == [2, 1, 0])
        #expect(try commandJSON(["check", some.path])["heavyCases"] as? Int == 3)
        let none = sample(["z;1.2;;5;11", "z;1.3;50;;"])
        #expect(try commandJSON(["check", none.path])["heavyCases"] as? Int == 0)
        // Of what is not scored nothing is counted.
        let faulty = sample(["z;1.2;;5;4", "y;1.1;;1;1"])
        #expect(try commandJSON(["check", faulty.path]).keys.contains("heavyCases") == false)
        #expect(CommandWords.heavyCases(3).text(.vi).hasPrefix("Có 3 dòng mà một trường hợp làm đổi từ một phần mười"))
        #expect(CommandWords.heavyCases(3).text(.en).hasSuffix("in 3 lines; explain and gap name them."))
    }

    /// Two percentages stand each with its counts, a share and a count each with its unit; of a checklist it is what is
    /// done: 20 % and 30 % of the maximum.
    @Test func figuresSideBySide() {
        let formula = SmallFolder.leaf(
            "1.1", "2", [Self.files("1.1.a"), Self.files("1.1.b")],
            #"{"kind": "formula", "figures": {"a": "1.1.a", "b": "1.1.b"}, "points": "maximum*(a+b)/200"}"#)
        func count(_ code: String, _ name: String, _ unit: String) -> String {
            #"{"code": "\#(code)", "name": "\#(name)", "kind": "count", "unit": "\#(unit)", "direction": "lower"}"#
        }
        let limit = SmallFolder.leaf(
            "1.2", "1", [count("1.2.a", "Hiện có", "người"), count("1.2.b", "Được giao", "biên chế")],
            #"{"kind": "limit", "limit": {"metric": "1.2.b"}, "overEach": {"points": 0.1}}"#)
        let parts = ["a", "b", "c"].map {
            #"{"code": "1.3.\#($0)", "name": "Phần \#($0)", "kind": "yesNo", "direction": "higher"}"#
        }
        let list = SmallFolder.leaf(
            "1.3", "1", parts,
            #"{"kind": "checklist", "items": [{"metric": "1.3.a", "share": 20}, {"metric": "1.3.b", "share": 30}, "#
                + #"{"metric": "1.3.c", "share": 50}]}"#)
        let sample = SmallFolder(
            [SmallFolder.node("1", "4"), formula, limit, list],
            figures: [
                "x;1.1.a;;1;2", "x;1.1.b;;1;3", "x;1.2.a;12;;", "x;1.2.b;10;;", "x;1.3.a;1;;", "x;1.3.b;1;;",
                "x;1.3.c;0;;",
            ])
        let rows = sample.tables("gap", "--unit", "x").tables.values.joined().filter {
            $0.cells["Hiện có và chỉ tiêu"] != nil
        }
        let present = Dictionary(rows.map { ($0.name, $0.cells["Hiện có và chỉ tiêu"] ?? "") }) { first, _ in first }
        #expect(present["Tiêu chí 1.1"] == "tỷ lệ 1.1.a: 1/2 = 50 %; tỷ lệ 1.1.b: 1/3 ≈ 33,33 %")
        #expect(present["Tiêu chí 1.2"] == "Hiện có: 12 người; Được giao: 10 biên chế")
        #expect(present["Tiêu chí 1.3"] == "đạt 50 % điểm tối đa")
    }

    /// A class that a condition limits is named, not coded.
    @Test func classesBearTheirNames() {
        let keys =
            #""classes": [{"classes": [{"code": "tot", "name": "Tốt", "atLeast": 80}, {"code": "kha", "name": "Khá", "#
            + #""atLeast": 0}]}], "classConditions": [{"notAbove": "kha", "when": {"criterion": "1", "below": 90}, "#
            + #""reason": "lĩnh vực 1 thấp", "source": {"document": "Quyết định"}}],"#
        let sample = SmallFolder(
            [SmallFolder.node("1", "1"), Self.share("1.1", "1")], keys: keys, figures: ["x;1.1;85;;"])
        let text = commandOutput(
            ["criteria", "show", sample.path + "/criteria.json", "--lang", "vi", "--format", "md"]
        ).text
        #expect(text.contains("không trên «Khá» khi 1 \\< 90 % điểm tối đa (lĩnh vực 1 thấp)"), "\(text)")
        for words in [["score", sample.path, "--unit", "x"], ["rank", sample.path]] {
            let shown = commandOutput(words + ["--lang", "vi", "--format", "md"]).text
            #expect(shown.contains("Khá") && !shown.contains("kha"), "\(shown)")
        }
    }

    /// 15 of 19 points are measured: 78.947 %, which is 78.95; 5 of 6 are 83.33, 2 of 3 66.67.
    @Test(arguments: [("15", "4", "78,95"), ("5", "1", "83,33"), ("2", "1", "66,67"), ("1", "199", "0,50")])
    func coverageIsRounded(measured: String, missing: String, coverage: String) throws {
        let sum = try #require(Int(measured)) + #require(Int(missing))
        let sample = SmallFolder(
            [SmallFolder.node("1", "\(sum)"), Self.share("1.1", measured), Self.share("1.2", missing)],
            figures: ["x;1.1;90;;"])
        let text = sample.text("score", "--unit", "x", format: "json")
        let number = try #require(Double(coverage.replacing(",", with: ".")))
        #expect(text.contains("\"coverage\": \(number),"), "\(text.prefix(2000))")
        #expect(sample.text("score").contains("\(coverage) %") || sample.text("score").contains("| \(coverage) |"))
    }
}
