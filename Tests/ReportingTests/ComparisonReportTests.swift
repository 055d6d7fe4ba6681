import Documents
import Foundation
import Scoring
import Testing
import Values

@testable import Assessment
@testable import Reporting

/// `compare` in its forms, over small assessments whose numbers are worked out by hand.
@Suite struct ComparisonReportTests {
    /// Two communes become one: 90 of 100 and 70 of 100 files in time are 160 of 200, 80 % of 1.25 are 1.00; then 90 %
    /// are 1.125, rounded to 1.13. The survey's shares have no counts and stand apart. A third commune was divided, a
    /// fourth is gone.
    private func report(_ detail: ComparisonReport.Detail, to unit: Int? = nil) throws -> ComparisonReport {
        let before = try Samples.assessment(
            2024,
            [
                (Samples.commune("a", "Xã An"), [.ratio(numerator: 90, denominator: 100), .notReported, .value(80)]),
                (Samples.commune("b", "Xã Bình"), [.ratio(numerator: 70, denominator: 100), .notReported, .value(60)]),
                (Samples.commune("c", "Xã Cát"), []), (Samples.commune("d", "Xã Đại"), []),
            ])
        let after = try Samples.assessment(
            2025,
            [
                (
                    Samples.commune("n", "Xã Mới", of: ["a", "b"]),
                    [.ratio(numerator: 180, denominator: 200), .notReported, .value(90)]
                ),
                (Samples.commune("c1", "Xã Cát Một", of: ["c"]), []),
                (Samples.commune("c2", "Xã Cát Hai", of: ["c"]), []),
            ])
        let all = UnitPairing(from: before.units, to: after.units)
        return ComparisonReport(before, after, pairing: unit.map(all.narrowed(toAfter:)) ?? all, detail: detail)
    }

    private func rows(_ text: String) -> [[String]] {
        text.split(separator: "\n").map { line in
            line.components(separatedBy: "  ").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        }
    }

    @Test func unitsWithWhatCannotBeCompared() throws {
        let text = try report(.unit).text(as: .table, in: .vi)
        #expect(
            rows(text).contains(
                ["n", "Xã Mới *", "1,00", "+0,13", "0", "0", "0", "1,13", "+0,13", "80,00", "90,40"]))
        let flat = text.replacing("\n  ", with: " ")
        #expect(
            flat.contains(
                "- Xã Mới: 1 tiêu chí đứng riêng vì không gộp được số liệu của các đơn vị cũ; ở bên sau các tiêu chí này "
                    + "đạt 2,70/3,00 điểm, không tính vào bảng."))
        #expect(
            flat.contains(
                "- Xã Cát Một: Xã Cát được chia cho Xã Cát Một, Xã Cát Hai, số liệu không tách được."))
        #expect(flat.contains("- Xã Đại: bên sau không có đơn vị nào cùng mã hoặc kế thừa."))
        #expect(flat.components(separatedBy: "số liệu giả lập").count == 2)
    }

    @Test func criteriaOfOneUnit() throws {
        let text = try report(.criterion, to: 0).text(as: .table, in: .en)
        let rows = rows(text)
        #expect(text.contains("Xã Mới (n), successor of Xã An, Xã Bình"))
        #expect(rows.contains(["1.1", "Files in time", "1.00", "+0.13", "0", "0", "0", "1.13", "+0.13"]))
        #expect(
            rows.contains(["2.1", "Survey", "–", "–", "–", "–", "–", "–", "–", "not compared"]))
        #expect(rows.contains(["Total", "1.00", "+0.13", "0", "0", "0", "1.13", "+0.13"]))
        #expect(rows.contains(["Maximum", "1.25", "0", "0", "0", "0", "1.25", "0"]))
        #expect(rows.contains(["Index", "80.00", "+10.40", "0", "0", "0", "90.40", "+10.40"]))
        #expect(text.contains("- 2.1: percentages without their two counts"))
    }

    @Test func jsonHasEveryStepAndGap() throws {
        let json = try #require(
            JSONSerialization.jsonObject(with: Data(try report(.unit).json(in: .vi).utf8)) as? [String: Any])
        #expect(json["steps"] as? [String] == ["figures", "criteria", "applicability", "rounding"])
        let unit = try #require((json["units"] as? [[String: Any]])?.first)
        #expect(unit["comparedWith"] as? [String] == ["a", "b"])
        let total = try #require(unit["total"] as? [String: Any])
        let figures = try #require((total["steps"] as? [String: [String: Any]])?["figures"])
        #expect((figures["points"] as? NSNumber)?.stringValue == "0.13")
        #expect((figures["index"] as? NSNumber)?.stringValue == "10.4")
        let apart = try #require(unit["notComparable"] as? [String: Any])
        #expect((apart["points"] as? NSNumber)?.stringValue == "2.7")
        let reasons = try #require(apart["reasons"] as? [[String: String]])
        #expect(reasons == [["criterion": "2.1", "metric": "2.1", "reason": "noCounts"]])
        let gaps = try #require(json["notCompared"] as? [[String: Any]])
        #expect(gaps.map { $0["reason"] as? String } == ["divided", "divided", "noSuccessor"])
        #expect(gaps.map { $0["unit"] as? String } == ["c1", "c2", "d"])
    }

    @Test func tableRowsAddUp() throws {
        let text = try report(.criterion).text(as: .csv, in: .en)
        let rows = text.split(whereSeparator: \.isNewline)
        #expect(
            rows[0]
                == "Unit,Unit name,Compared with,Criterion,Criterion name,Points before,Figures,Criteria,Applies,"
                + "Rounding,Points after,Change,Maximum before,Maximum after,Index before,Index after,Remarks,"
                + "Coverage before,Coverage after,Not measured on one side,Notes")
        #expect(
            rows.contains {
                $0.hasPrefix(
                    #"n,Xã Mới,"a, b",1.1,Files in time,1.00,0.13,0.00,0.00,0.00,1.13,0.13,1.25,1.25,80.00,90.40,"#)
            })
        #expect(rows.contains { $0.hasPrefix(#"n,Xã Mới,"a, b",2.1,Survey,,,,,,,,,,,,not compared,"#) })
        #expect(rows.contains { $0.hasPrefix("d,Xã Đại,,,,") })
    }
}
