import TestSupport
import Testing

@testable import score_cli

/// A criterion that is compared with last year, where this year's figure is reported and last year's is what lacks.
///
/// 1.1 has full points for a rise. a had 0 last year, b no figure, d 4; c has not reported this year. 1.2 is reported.
@Suite struct LackOfLastYearTests {
    private let folder: SmallFolder = {
        let amount = #"{"name": "số thu", "kind": "amount", "direction": "higher"}"#
        let rise = #"{"kind": "changeFromLastYear", "as": "percent", "full": {"above": 0}}"#
        let units = ["a", "b", "c", "d"]
        let small = SmallFolder(
            [
                SmallFolder.node("1", "3"), SmallFolder.leaf("1.1", "2", [amount], rise),
                SmallFolder.share("1.2", "1"),
            ],
            figures: units.map { "\($0);1.2;;1;2" } + ["a;1.1;5;;", "b;1.1;5;;", "d;1.1;5;;"])
        let settings = small.folder.text("assessment.json") ?? ""
        small.folder.add(settings.replacing(#""year""#, with: #""previous": "last", "year""#), "assessment.json")
        small.folder.add(settings.replacing("2024", with: "2023"), "last/assessment.json")
        let criteria = small.folder.text("criteria.json") ?? ""
        small.folder.add(criteria.replacing(#""from": 2024"#, with: #""from": 2023"#), "last/criteria.json")
        small.folder.add(small.folder.text("units.csv") ?? "", "last/units.csv")
        small.folder.add("unit;metric;value\na;1.1;0\nc;1.1;3\nd;1.1;4\n", "last/metrics.csv")
        return small
    }()

    @Test func theNotesCountWhatLacks() {
        let text = folder.text("score")
        #expect(text.contains("Chưa báo cáo: 1 lượt tiêu chí;"))
        #expect(text.contains("Chưa so được với năm trước: 2 lượt tiêu chí;"))
        #expect(!folder.text("score", "--unit", "a").contains("Chưa báo cáo"))
    }

    @Test(arguments: [
        ("a", "Năm trước bằng 0, không tính được tỷ lệ tăng giảm"), ("b", "Chưa có số liệu năm trước để so sánh"),
        ("c", "Chưa báo cáo"), ("d", "Đã chấm"),
    ])
    func theStateIsTheSameEverywhere(unit: String, state: String) {
        let row = folder.text("score", "--tree", "--unit", unit).split(separator: "\n").first {
            $0.contains("| 1.1 |")
        }
        #expect(row?.contains("| \(state) |") == true)
        let explanation = folder.text("explain", "1.1", "--unit", unit)
        #expect(explanation.contains(state))
        #expect(explanation.contains("Chưa báo cáo") == (unit == "c"))
    }

    @Test(arguments: [("a", "noBase"), ("b", "lastYearNotReported"), ("c", nil), ("d", nil)])
    func dataHasTheReason(unit: String, reason: String?) throws {
        let text = folder.text("score", "--unit", unit, format: "json")
        let root = try jsonRecord(text)
        let criteria = (root["units"] as? [[String: Any]])?.first?["criteria"] as? [[String: Any]]
        let leaf = try #require(criteria?.first { $0["code"] as? String == "1.1" })
        #expect(leaf["reason"] as? String == reason)
        #expect(leaf["status"] as? String == (unit == "d" ? "scored" : "notReported"))
    }
}
