import TestSupport
import Testing

@testable import score_cli

/// What `score` says where less than everything is measured: figures are missing, or others' are.
struct ProvisionalReportTests {
    /// Two criteria, the first against the best of all units; of three units the last has reported only what is said.
    private static func text(_ figures: String, unit: String? = nil, language: String = "vi") -> String {
        let folder = TemporaryFolder()
        func leaf(_ code: String, _ rule: String) -> String {
            #"{"code": "\#(code)", "name": "\#(code)", "maximum": 10, "source": {"row": "1"}, "levels": ["xa"], "#
                + #""metrics": [{"name": "tỷ lệ", "direction": "higher", "kind": "percent"}], "rule": {\#(rule)}}"#
        }
        folder.add(
            """
            {"format": 1, "set": "bo", "edition": "1", "name": "Bộ", "source": {"document": "Quyết định"},
             "years": {"from": 2024, "to": 2026}, "levels": [{"code": "xa", "name": "Cấp xã"}],
             "points": {"basis": "decreed", "source": {"document": "Quyết định"}},
             "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "leaf"},
                          "index": {"mode": "halfAwayFromZero", "digits": 2}},
             "ranking": {"ties": "standard", "minimumCoverage": 0},
             "criteria": [{"code": "1", "name": "Lĩnh vực", "maximum": 20},
                          \(leaf("1.1", #""kind": "relative", "against": "maximum", "among": "all""#)),
                          \(leaf("1.2", #""kind": "proportional", "base": 100"#))]}
            """, "criteria.json")
        folder.add(
            #"{"format": 1, "name": "Đợt", "criteria": "criteria.json", "year": 2025, "stage": "self"}"#,
            "assessment.json")
        folder.add("code;name;level\na;Xã A;xa\nb;Xã B;xa\nc;Xã C;xa\n", "units.csv")
        folder.add("unit;metric;value\na;1.1;40\na;1.2;50\nb;1.1;80\nb;1.2;60\n" + figures, "metrics.csv")
        let words = ["score", folder.path, "--lang", language, "--format", "md"] + (unit.map { ["--unit", $0] } ?? [])
        return commandOutput(words).text
    }

    private static let lacking =
        "Độ phủ dưới 100 %: còn tiêu chí chưa có số liệu, chờ khảo sát hoặc không công bố. Các tiêu chí này chưa có điểm và vẫn nằm trong điểm tối đa, nên chỉ số có thể còn tăng."
    private static let provisional =
        "òn tiêu chí so với các đơn vị khác mà các đơn vị đó chưa báo cáo đủ. Điểm của các tiêu chí này là điểm tạm tính, có thể tăng hoặc giảm."

    @Test func provisionalPointsMayFall() {
        let text = Self.text("c;1.2;70\n", unit: "a")
        #expect(text.contains("Độ phủ dưới 100 %: c" + Self.provisional))
        #expect(!text.contains("chưa có số liệu, chờ khảo sát"))
        #expect(
            Self.text("c;1.2;70\n", unit: "a", language: "en").contains(
                "Coverage below 100 %: some criteria compare with units that are still to report. Their points are provisional and may rise or fall."
            ))
    }

    @Test func missingFiguresMayRise() {
        let text = Self.text("c;1.1;20\n")
        #expect(text.contains(Self.lacking))
        #expect(!text.contains("tạm tính, có thể tăng hoặc giảm"))
    }

    @Test func bothAreSaid() { #expect(Self.text("").contains(Self.lacking + " C" + Self.provisional)) }

    @Test func nothingIsSaidWhereAllIsMeasured() { #expect(!Self.text("c;1.1;20\nc;1.2;70\n").contains("Độ phủ dưới")) }
}
