import Foundation
import TestSupport
import Testing

@testable import score_cli

/// `--expect`: what shares can still come to by the end of the period.
@Suite struct ExpectCommandTests {
    private static let bands =
        #"{"kind": "bands", "bands": [{"atLeast": 98, "points": 2}, {"atLeast": 95, "below": 98, "points": 1}, {"below": 95, "points": 0}]}"#

    /// 485 of 500 are in time; of 910 expected 3 of the 410 to come may be late for 98 %, and 30 for 95 %.
    private let folder = SmallFolder(
        [
            SmallFolder.node("1", "3"),
            SmallFolder.share("1.1", "2", rule: Self.bands)
                .replacing(
                    #""ratio": {"numerator": "đúng", "denominator": "tất cả"}"#,
                    with: #""cumulative": true, "ratio": {"numerator": "Số hồ sơ đúng hạn", "denominator": "Số hồ sơ"}"#
                ),
            SmallFolder.share("1.2", "1"),
        ], figures: ["a;1.1;;485;500", "a;1.2;;1;2", "b;1.1;;500;500", "b;1.2;;1;2"])

    @Test func gapAndExplainSayHowManyMayFail() {
        for text in [
            folder.text("gap", "--unit", "a", "--expect", "1.1=910"),
            folder.text("explain", "1.1", "--unit", "a", "--expect", "1.1=910"),
        ] {
            #expect(text.contains("≥ 98 % (2,00 điểm): còn được trễ 3 trong khoảng 410 hồ sơ"), "\(text)")
            #expect(text.contains("≥ 95 % (1,00 điểm): còn được trễ 30 trong khoảng 410 hồ sơ"))
            #expect(text.contains("từ 53,30 % đến 98,35 %, nhiều nhất 2,00 điểm"))
        }
        // 95 % of 530 are 503.5, so 504, and 485 + 30 = 515 at best; 98 % are 520.
        let lost = folder.text("gap", "--unit", "a", "--expect", "1.1=530")
        #expect(
            lost.contains("≥ 98 % (2,00 điểm): không còn đạt được")
                && lost.contains("còn được trễ 11 trong khoảng 30 hồ sơ"))
        let certain = folder.text("explain", "1.1", "--unit", "b", "--expect", "1.1=510")
        #expect(certain.contains("chắc chắn đạt, dù cả 10 hồ sơ còn lại đều trễ"))
        #expect(!folder.text("gap", "--unit", "a").contains("đến hết kỳ"))
    }

    @Test func recordsHaveItByMeasure() throws {
        let record = try jsonRecord(
            folder.text("explain", "1.1", "--unit", "a", "--expect", "1.1=910", format: "json"))
        let measures = try #require(record["measures"] as? [[String: Any]])
        let share = try #require((measures[0]["reachable"] as? [[String: Any]])?.first)
        for (key, value) in ["numerator": 485, "denominator": 500, "expected": 910, "remaining": 410] {
            #expect(share[key] as? Int == value, "\(key)")
        }
        #expect(share["metric"] as? String == "1.1" && share["expectedFrom"] as? String == "stated")
        let levels = try #require(share["levels"] as? [[String: Any]])
        #expect(
            levels.map { $0["mayFail"] as? Int } == [30, 3]
                && levels.map { $0["state"] as? String } == ["open", "open"])
        #expect((share["best"] as? [String: Any])?["points"] as? Int == 2)
        #expect((share["worst"] as? [String: Any])?["numerator"] as? Int == 485)
        let gap = try jsonRecord(folder.text("gap", "--unit", "a", "--expect", "1.1=910", format: "json"))
        let units = try #require(gap["units"] as? [[String: Any]])
        let criteria = try #require(units[0]["criteria"] as? [[String: Any]])
        let ofGap = try #require(criteria[0]["measures"] as? [[String: Any]])
        #expect((ofGap[0]["reachable"] as? [[String: Any]])?.count == 1)
    }

    /// The same in a report, in its data and on the unit's page; documents do not depend on what is to come.
    @Test func reportsHaveIt() throws {
        let asked = ["--unit", "a", "--expect", "1.1=910"]
        let record = try jsonRecord(commandOutput(["report", folder.path, "--format", "json"] + asked).text)
        let units = try #require(record["units"] as? [[String: Any]])
        let explanations = try #require(units[0]["explanations"] as? [[String: Any]])
        let measures = try #require(explanations[0]["measures"] as? [[String: Any]])
        #expect((measures[0]["reachable"] as? [[String: Any]])?.first?["expected"] as? Int == 910)
        let pages = TemporaryFolder()
        #expect(
            CommandLineTool.run(["report", folder.path, "--output", pages.path("bao-cao"), "--quiet"] + asked) == .done)
        let page = try #require(pages.text("bao-cao/a.html"))
        #expect(page.contains("id=\"reachable\"") && page.contains("href=\"#reachable\""))
        #expect(page.contains("≥ 98 % (2,00 điểm): còn được trễ 3 trong khoảng 410 hồ sơ"))
        let without = ["report", folder.path, "--output", pages.path("khac"), "--unit", "a", "--quiet"]
        #expect(CommandLineTool.run(without) == .done)
        #expect(pages.text("khac/a.html")?.contains("reachable") == false)
        for words in [["--expect", "1.1=910"], ["--unit", "a", "--expect", "1.1=910", "--document", "self"]] {
            #expect(commandOutput(["report", folder.path] + words).exit == .usage, "\(words)")
        }
    }

    /// A file of 485 in time of 500 cannot come to 99 % of 910: the plan has no such step, and refuses an action to it.
    @Test func plansKeepToIt() throws {
        let free = try jsonRecord(folder.text("plan", "--unit", "a", "--frontier", format: "json"))
        let bound = try jsonRecord(
            folder.text("plan", "--unit", "a", "--frontier", "--expect", "1.1=530", format: "json"))
        func points(_ record: [String: Any]) throws -> [Double] {
            try #require(record["frontier"] as? [[String: Any]]).compactMap { $0["points"] as? Double }
        }
        // 1 and 0.5 now; 98 % would bring 1 more, and 1.2 half a point.
        #expect(try points(free).last == 3)
        #expect(try points(bound).last == 2)
        let actions = TemporaryFolder()
        let table = actions.add(
            "mã hành động;tên hành động;mã số liệu;giá trị;chi phí\nA;Việc A;1.1;99;1\n", "actions.csv")
        let refused = try jsonRecord(
            folder.text(
                "plan", "--unit", "a", "--frontier", "--expect", "1.1=910", "--actions", table, format: "json"))
        let ignored = try #require(refused["ignored"] as? [[String: Any]])
        #expect(ignored.map { $0["reason"] as? String } == ["outOfReach"])
    }

    @Test(arguments: ["1.1", "1.1=", "=5", "1.1=x", "1.1=10%", "last", "1.1=1e3"])
    func whatIsNoVolumeIsRefused(word: String) {
        let exit = commandOutput(["gap", folder.path, "--unit", "a", "--expect", word]).exit
        #expect(exit == .usage)
    }

    @Test(arguments: [
        ("1.1=499", ExitCode.usage), ("1.2=10", .usage), ("9=10", .usage), ("1.1=500", .done), ("last-year", .done),
    ])
    func whatCannotBeIsSaid(word: String, exit: ExitCode) {
        #expect(commandOutput(["explain", folder.path, "1.1", "--unit", "a", "--expect", word]).exit == exit)
    }

    @Test func aVolumeIsOfOneUnit() {
        #expect(commandOutput(["gap", folder.path, "--expect", "1.1=910"]).exit == .usage)
        #expect(commandOutput(["gap", folder.path, "--expect", "last-year"]).exit == .done)
    }
}
