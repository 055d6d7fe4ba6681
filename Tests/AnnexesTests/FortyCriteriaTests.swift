import Foundation
import Scoring
import TestSupport
import Testing
import Values

@testable import Annexes

/// An annex of forty criteria in the usual words against what was written down from it by hand.
@Suite struct FortyCriteriaTests {
    /// The code of every criterion that is scored, its maximum and its rule as `RuleText` writes it.
    static let expected: [(code: String, maximum: String, rule: String)] = [
        ("I.1.1", "1", "task, late 0.5"),
        ("I.1.2", "1", "yesNo"),
        ("I.1.3", "2", "percent bands higher: <70 0 | ≥70 ≤90 1 | >90 2"),
        ("I.1.4", "1", "proportional from ≥80, ≥100"),
        ("I.1.5", "2", "percent bands higher: <95 0 | ≥95 ≤99 1 | >99 2"),
        ("I.2.1", "1", "percent bands higher: <30 0 | ≥30 1"),
        ("I.2.2", "2", "count bands higher: <1 0 | ≥1 <3 1 | ≥3 2"),
        ("I.2.3", "2", "perItem 0.5"),
        ("I.2.4", "1", "count bands higher: <1 0 | ≥1 <2 0.25 | ≥2 <3 0.5 | ≥3 <4 0.75 | ≥4 1"),
        ("II.1.1", "1", "deduction 0.25"),
        ("II.1.2", "2", "proportional ≥100"),
        ("II.1.3", "2", "percent bands lower: <5 2 | ≥5 ≤10 1 | >10 0"),
        ("II.1.4", "2", "deduction 0.5"),
        ("II.1.5", "1.25", "proportional ≥100"),
        ("II.2.1", "1", "changeFromLastYear difference higher: <0 0 | ≥0 ≤0 0.5 | >0 1"),
        ("II.2.2", "1", "percent bands higher: <100 0 | ≥100 1"),
        ("II.2.3", "1.5", "percent bands higher: <50 0 | ≥50 <70 0.5 | ≥70 <90 1 | ≥90 1.5"),
        ("II.2.4", "1", "proportional ≥100"),
        ("II.2.5", "1", "deduction 0.25"),
        ("II.2.6", "1", "changeFromLastYear difference lower: <0 1 | ≥0 ≤0 0.5 | >0 0"),
        ("II.2.7", "1.5", "percent bands higher: <60 0 | ≥60 1.5"),
        ("III.1", "1", "yesNo"),
        ("III.2", "0.5", "yesNo"),
        ("III.3", "1", "yesNo"),
        ("III.4", "1", "task, late 0.5"),
        ("III.5", "1", "percent bands higher: <80 0 | ≥80 1"),
        ("III.6", "1", "percent bands higher: <90 0 | ≥90 1"),
        ("III.7", "1", "percent bands higher: <80 0 | ≥80 <95 0.5 | ≥95 1"),
        ("III.8", "2", "deduction 0.5"),
        ("III.9", "1", "proportional ≥100"),
        ("III.10", "1", "percent bands higher: <60 0 | ≥60 1"),
        ("III.11", "1", "percent bands lower: ≤5 1 | >5 0"),
        ("III.12", "2", "percent bands higher: ≤50 0 | >50 ≤80 1 | >80 2"),
        ("III.13", "1.5", "yesNo"),
        ("IV.a", "2", "percent bands higher: <30 0 | ≥30 <50 1 | ≥50 2"),
        ("IV.b", "2", "percent bands higher: <50 0 | ≥50 <100 1 | ≥100 2"),
        ("IV.c", "2", "percent bands higher: <70 0 | ≥70 <90 1 | ≥90 2"),
        ("IV.d", "2", "count bands lower: <3 2 | ≥3 0"),
        ("IV.đ", "2", "count bands higher: <1 0 | ≥1 2"),
        ("V.1", "0", "bonus 0.5 to 2"),
        ("V.2", "0", "penalty 1 to 3"),
    ]

    private static func imported() throws -> AnnexImport {
        let path = "Tests/AnnexesTests/Annexes/forty-criteria.csv"
        let table = try AnnexTable(file: path, bytes: Array(Repository.data(path)))
        return try AnnexImport(table, AnnexSettings(texts: .plain))
    }

    @Test func everyRuleIsRight() throws {
        let read = try Self.imported()
        let leaves = read.criteria.criteria.filter { $0.leaf != nil }
        #expect(leaves.map(\.code) == Self.expected.map(\.code))
        for (node, expected) in zip(leaves, Self.expected) {
            #expect("\(node.maximum)" == expected.maximum, "\(node.code)")
            let measure = try #require(node.leaf?.measures.first)
            #expect(!measure.isOpen && RuleText.of(measure) == expected.rule, "\(node.code): \(node.openPoints)")
        }
        #expect(read.findings.isEmpty && read.openCount == 0)
        #expect(read.leafCount == 41 && read.ruleCount == 41)
    }

    @Test func whatStandsBesideTheRules() throws {
        let set = try Self.imported().criteria
        #expect(set.name.vi == "BỘ TIÊU CHÍ ĐÁNH GIÁ CẢI CÁCH HÀNH CHÍNH CẤP XÃ NĂM 2026")
        #expect(set.source.document == "Quyết định số 15/QĐ-UBND ngày 20/01/2026 của UBND tỉnh")
        #expect(set.years == 2026...2026)
        #expect(try set.maximum == FixedDecimal("54.25"))
        func node(_ code: String) throws -> Criterion { try #require(set.criteria.first { $0.code == code }) }
        #expect(try node("I.1.1").agencies.lead == "Văn phòng")
        #expect(try node("I.1.3").leaf?.evidence.map(\.vi) == ["Báo cáo", "Bảng tổng hợp"])
        #expect(try node("I.1.4").leaf?.target == Target(text: "Hoàn thành 100% nhiệm vụ", bound: Bound(.atLeast, 100)))
        #expect(try node("I.2.1").leaf?.target?.bound == Bound(.atLeast, 30))
        #expect(try node("I.1.2").leaf?.wording.map(\.vi) == ["Đạt: 1; không đạt: 0"])
        func metric(_ code: String) throws -> Metric { try #require(try node(code).leaf?.measures[0].metrics[0]) }
        #expect(try metric("I.2.2").unit == "sáng kiến" && metric("I.2.2").name == "Sáng kiến")
        #expect(try metric("II.1.1").unit == "hồ sơ trễ hạn")
        #expect(
            try metric("II.1.2").ratio
                == Metric.Ratio(numerator: "số hồ sơ đúng hạn", denominator: "tổng số hồ sơ"))
        #expect(
            try metric("IV.a").ratio
                == Metric.Ratio(numerator: "Số hồ sơ trực tuyến", denominator: "Tổng số hồ sơ"))
    }
}

extension AnnexTexts {
    /// Short texts.
    static let plain = AnnexTexts(
        level: "Đơn vị", assumptions: ["Giả định"], withoutPoints: "Không có điểm",
        moreIsAsGood: { LocalizedText(vi: "Trên \($0)") })
}
