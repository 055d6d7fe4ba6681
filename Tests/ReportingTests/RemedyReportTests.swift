import Foundation
import TestSupport
import Testing

/// Advice at lines of losses, in reports and records.
@Suite struct RemedyReportTests {
    private static let advice = """
        "remedies": [{"for": {"status": "scored"}, "cause": "Có {failed} hồ sơ trễ trong {denominator}, đạt {figure}. Mất {lost} điểm.",
          "check": "Xem {furtherCases} hồ sơ.", "do": "Xử lý trước hạn.", "who": "Một cửa.", "time": "Trong ngày."},
          {"for": {"status": "notReported"}, "cause": "Chưa báo cáo, mất {lost} trong {maximum} điểm. Hiện có {points} điểm.",
           "check": "Xem {numerator} hồ sơ.", "do": "Báo cáo.", "who": "Một cửa.", "time": "Trong ngày."}],
        """

    /// 1234 of 1250 cases are 1.97 of 2 points; another unit has only a percentage, the last one nothing.
    private let folder = SmallFolder(
        [
            SmallFolder.node("1", "3"),
            SmallFolder.share("1.1", "2").replacing(#""levels""#, with: Self.advice + #""levels""#),
            SmallFolder.share("1.2", "1"),
        ], figures: ["a;1.1;;1234;1250", "a;1.2;50;;", "b;1.1;90;;", "b;1.2;50;;", "c;1.2;50;;", "d;1.1;100;;"])

    private func remedies(_ unit: String) throws -> [[String: Any]] {
        let record = try jsonRecord(folder.text("gap", "--unit", unit, format: "json"))
        let units = try #require(record["units"] as? [[String: Any]])
        let criteria = try #require(units[0]["criteria"] as? [[String: Any]])
        let leaf = try #require(criteria.first { $0["code"] as? String == "1.1" })
        return leaf["remedies"] as? [[String: Any]] ?? []
    }

    @Test func textsHaveTheUnitsNumbers() throws {
        let found = try remedies("a")
        #expect(found.count == 1)
        #expect(found[0]["cause"] as? String == "Có 16 hồ sơ trễ trong 1.250, đạt 98,72 %. Mất 0,03 điểm.")
        #expect(found[0]["check"] as? String == "Xem 16 hồ sơ." && found[0]["do"] as? String == "Xử lý trước hạn.")
        #expect(found[0]["who"] as? String == "Một cửa." && found[0]["time"] as? String == "Trong ngày.")
    }

    /// A sentence of which a number is lacking is left out, and a text of which nothing is left has no value.
    @Test func sentencesWithoutTheirNumbersAreLeftOut() throws {
        let plain = try #require(remedies("b").first)
        #expect(plain["cause"] as? String == "Mất 0,20 điểm.")
        #expect(plain["check"] is NSNull)
        let none = try #require(remedies("c").first)
        #expect(none["cause"] as? String == "Chưa báo cáo, mất 2,00 trong 2,00 điểm." && none["check"] is NSNull)
        #expect(try remedies("d").isEmpty)
    }

    @Test func peopleReadThemBelowTheLines() {
        let gap = folder.text("gap", "--unit", "a")
        #expect(gap.contains("Gợi ý (không hứa điểm)") && gap.contains("Có 16 hồ sơ trễ trong 1.250"))
        #expect(gap.contains("Kiểm tra: Xem 16 hồ sơ.") && gap.contains("Việc làm: Xử lý trước hạn."))
        let explain = folder.text("explain", "1.1", "--unit", "c")
        #expect(explain.contains("Gợi ý (không hứa điểm)") && explain.contains("Việc làm: Báo cáo."))
        #expect(!explain.contains("{") && !gap.contains("{"))
        // Nothing is lost, so nothing is advised.
        #expect(!folder.text("gap", "--unit", "d").contains("Có 16"))
        #expect(!folder.text("explain", "1.1", "--unit", "d").contains("Gợi ý"))
    }

    @Test func recordsHaveThemOnce() throws {
        let explain = try jsonRecord(folder.text("explain", "1.1", "--unit", "a", format: "json"))
        #expect((explain["remedies"] as? [[String: Any]])?.count == 1)
        let report = folder.text("report", "--unit", "a", format: "json")
        #expect(report.components(separatedBy: "Có 16 hồ sơ trễ").count == 2)
    }

    /// No shipped remedy shows a brace to any unit of the samples.
    @Test(arguments: ["phu-tho-2026-08", "tinh-mau-2026/xa"])
    func shippedRemediesAreFilled(dataset: String) {
        let text = commandOutput(["gap", Repository.path("datasets/" + dataset), "--format", "json", "--top", "3"]).text
        #expect(text.contains("\"remedies\"") && !text.contains("{lost}") && !text.contains("{failed}"))
        for line in text.split(separator: "\n") where line.contains("\"cause\"") {
            #expect(!line.contains("{") && !line.contains("}"), "\(line)")
        }
    }
}
