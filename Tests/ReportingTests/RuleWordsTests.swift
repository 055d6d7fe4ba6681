import Documents
import Scoring
import Testing
import Values

@testable import Words

/// One rule with its figures, and how it is explained.
struct RuleCase: Sendable, CustomTestStringConvertible {
    var rule: String
    var metrics: String
    var maximum = "1.25"
    var figures: [Figure]
    var lastYear: Figure?
    /// The main figures of other units.
    var peers: [Figure] = []
    var statement: String
    var calculation: String
    var next: String?

    var testDescription: String { rule }
}

struct RuleWordsTests {
    private static let percent = #"[{"name": "Tỷ lệ", "kind": "percent", "direction": "higher"}]"#
    private static let files = #"""
        [{"name": "Tỷ lệ", "kind": "percent", "direction": "higher",
          "ratio": {"numerator": "hồ sơ đúng hạn", "denominator": "hồ sơ"}}]
        """#
    private static func count(_ unit: String, _ direction: String = "higher") -> String {
        #"[{"name": "Số lượng", "kind": "count", "unit": "\#(unit)", "direction": "\#(direction)"}]"#
    }
    private static let two = #"""
        [{"name": "Hiện có", "kind": "count", "unit": "người", "direction": "lower"},
         {"code": "1.base", "name": "Được giao", "kind": "count", "unit": "người", "direction": "lower"}]
        """#

    static let cases: [RuleCase] = [
        RuleCase(
            rule: #"{"kind": "watched"}"#, metrics: count("vụ", "lower"), maximum: "0", figures: [.value(7)],
            statement: "chỉ theo dõi, không chấm điểm", calculation: "7 vụ: chỉ theo dõi, không chấm điểm"),
        RuleCase(
            rule: #"{"kind": "task", "late": {"share": 50}}"#,
            metrics: #"[{"name": "Tình trạng", "kind": "task", "direction": "higher"}]"#, figures: [.value(1)],
            statement:
                "hoàn thành đúng hạn được điểm tối đa; trễ hạn được 50 % điểm tối đa; chưa hoàn thành không có điểm",
            calculation: "hoàn thành trễ hạn: 0,625 điểm",
            next: "cần «hoàn thành đúng hạn» → tiêu chí được 1,25 điểm, thêm 0,62"),
        RuleCase(
            rule: #"{"kind": "proportional", "floor": {"atLeast": 80}, "full": {"above": 99}}"#, metrics: files,
            figures: [.ratio(numerator: 482, denominator: 500)],
            statement:
                "điểm = điểm tối đa × giá trị ÷ 100; dưới 80 % không có điểm; trên 99 % được điểm tối đa",
            calculation: "1,25 × 96,4 ÷ 100 = 1,205",
            next: "cần trên 99 %: thêm 14 «hồ sơ đúng hạn» (496/500) → tiêu chí được 1,25 điểm, thêm 0,04"),
        RuleCase(
            rule: #"{"kind": "proportional", "floor": {"atLeast": 80}, "full": {"above": 99}}"#, metrics: files,
            figures: [.ratio(numerator: 1, denominator: 3)],
            statement:
                "điểm = điểm tối đa × giá trị ÷ 100; dưới 80 % không có điểm; trên 99 % được điểm tối đa",
            calculation: "≈ 33,333333 % (dưới 80 %): 0 điểm",
            next: "cần từ 80 % trở lên: thêm 2 «hồ sơ đúng hạn» (3/3) → tiêu chí được 1,25 điểm, thêm 1,25"),
        RuleCase(
            rule:
                #"{"kind": "bands", "bands": [{"below": 75, "points": 0}, {"atLeast": 75, "below": 100, "share": 50}, {"atLeast": 100, "share": 100}]}"#,
            metrics: percent, figures: [.value(75)],
            statement:
                "từ 100 % trở lên: điểm tối đa; từ 75 % đến dưới 100 %: 50 % điểm tối đa; dưới 75 %: không có "
                + "điểm",
            calculation: "75 % (từ 75 % đến dưới 100 %): 0,625 điểm",
            next: "cần từ 100 % trở lên → tiêu chí được 1,25 điểm, thêm 0,62"),
        RuleCase(
            rule: #"{"kind": "linear", "zeroAt": 90, "fullAt": 100}"#, metrics: percent, figures: [.value(95)],
            statement: "theo đường thẳng từ 90 % (0 điểm) đến 100 % (điểm tối đa)",
            calculation: "1,25 × (95 − 90) ÷ (100 − 90) = 0,625",
            next: "cần từ 100 % trở lên → tiêu chí được 1,25 điểm, thêm 0,62"),
        RuleCase(
            rule: #"{"kind": "yesNo"}"#, metrics: #"[{"name": "Có", "kind": "yesNo", "direction": "higher"}]"#,
            figures: [.value(0)], statement: "có thì được điểm tối đa, không thì không có điểm",
            calculation: "không: 0 điểm", next: "cần «có» → tiêu chí được 1,25 điểm, thêm 1,25"),
        RuleCase(
            rule:
                #"{"kind": "checklist", "items": [{"metric": "1.a", "share": 60}, {"metric": "1.b", "points": 0.5}]}"#,
            metrics:
                #"[{"code": "1.a", "name": "Tập huấn", "kind": "yesNo", "direction": "higher"}, {"code": "1.b", "name": "Hội thi", "kind": "yesNo", "direction": "higher"}]"#,
            figures: [.value(1), .value(0)],
            statement: "cộng điểm từng việc đã làm; Tập huấn: 60 % điểm tối đa; Hội thi: 0,5 điểm",
            calculation: "60 % × 1,25 (có) + 0 (không) = 0,75"),
        RuleCase(
            rule: #"{"kind": "perItem", "each": {"points": 0.25}, "cap": {"points": 1}}"#, metrics: count("sáng kiến"),
            figures: [.value(5)], statement: "mỗi sáng kiến được 0,25 điểm, tối đa 1 điểm",
            calculation: "0,25 × 5, không quá 1 = 1"),
        RuleCase(
            rule: #"{"kind": "perItem", "each": {"points": 0.25}}"#, metrics: count("sáng kiến"), figures: [.value(2)],
            statement: "mỗi sáng kiến được 0,25 điểm, không quá điểm tối đa", calculation: "0,25 × 2 = 0,5"),
        RuleCase(
            rule: #"{"kind": "deduction", "each": {"points": 0.5}}"#, metrics: count("vi phạm", "lower"),
            figures: [.value(2)],
            statement: "không có vi phạm nào được điểm tối đa; mỗi vi phạm trừ 0,5 điểm, không trừ quá điểm tối đa",
            calculation: "1,25 − 0,5 × 2 = 0,25"),
        RuleCase(
            rule: #"{"kind": "limit", "limit": {"metric": "1.base"}}"#, metrics: two,
            figures: [.value(21), .value(20)],
            statement: "không vượt quá «Được giao» được điểm tối đa; vượt thì không có điểm",
            calculation: "21 > 20: 0 điểm",
            next: "cần phần vượt mức giới hạn không quá 0 người → tiêu chí được 1,25 điểm, thêm 1,25"),
        RuleCase(
            rule: #"{"kind": "changeFromLastYear", "as": "percent", "full": {"above": 0}}"#, metrics: count("dự án"),
            figures: [.value(95)], lastYear: .value(100),
            statement: "so với năm trước: tăng được điểm tối đa, chưa đạt thì không có điểm",
            calculation: "(95 − 100) ÷ 100 × 100 = −5 % (không tăng): 0 điểm",
            next: "cần tăng → tiêu chí được 1,25 điểm, thêm 1,25"),
        RuleCase(
            rule:
                #"{"kind": "changeFromLastYear", "as": "difference", "bands": [{"below": 0, "share": 0}, {"atLeast": 0, "atMost": 0, "share": 40}, {"above": 0, "share": 100}]}"#,
            metrics: count("dự án"), figures: [.value(100)], lastYear: .value(100),
            statement: "so với năm trước: tăng: điểm tối đa; không đổi: 40 % điểm tối đa; giảm: không có điểm",
            calculation: "100 − 100 = 0 dự án (không đổi): 0,5 điểm",
            next: "cần tăng → tiêu chí được 1,25 điểm, thêm 0,75"),
        RuleCase(
            rule:
                #"{"kind": "changeFromBaseYear", "baseYear": 2021, "base": {"metric": "1.base"}, "as": "percent", "byYear": [{"year": 2024, "full": {"atMost": -10}, "zeroAt": 0}]}"#,
            metrics: two, figures: [.value(19), .value(20)],
            statement:
                "so với năm 2021, mức của năm 2024: giảm từ 10 % trở lên được điểm tối đa; chưa đạt thì theo đường "
                + "thẳng từ 0 % "
                + "(0 điểm)",
            calculation: "(19 − 20) ÷ 20 × 100 = −5 %; 1,25 × (−5 − 0) ÷ (−10 − 0) = 0,625",
            next: "cần giảm từ 10 % trở lên → tiêu chí được 1,25 điểm, thêm 0,62"),
        RuleCase(
            rule: #"{"kind": "countThreshold", "threshold": {"atLeast": 30}, "below": "proportional"}"#,
            metrics: count("TTHC"), figures: [.value(24)],
            statement: "từ 30 TTHC trở lên được điểm tối đa, chưa đạt thì theo tỷ lệ với mức phải đạt",
            calculation: "1,25 × 24 ÷ 30 = 1",
            next: "cần từ 30 TTHC trở lên: thêm 6 TTHC, thành 30 TTHC → tiêu chí được 1,25 điểm, thêm 0,25"),
        RuleCase(
            rule: #"{"kind": "surveyShare"}"#, metrics: percent, figures: [.value(80)],
            statement: "theo kết quả khảo sát: điểm = điểm tối đa × giá trị ÷ 100; từ 100 % trở lên được điểm tối đa",
            calculation: "1,25 × 80 ÷ 100 = 1"),
        RuleCase(
            rule: #"{"kind": "freeValue", "minimum": 0, "maximum": 1.25, "step": 0.25}"#,
            metrics: #"[{"name": "Điểm", "kind": "points", "direction": "higher"}]"#,
            figures: [.value(1)], statement: "người chấm cho từ 0 đến 1,25 điểm, mỗi bước 0,25",
            calculation: "điểm được cho: 1"),
        RuleCase(
            rule: #"{"kind": "bonus", "each": 0.5, "cap": 2}"#, metrics: count("mô hình"), maximum: "0",
            figures: [.value(3)], statement: "điểm thưởng: mỗi mô hình cộng 0,5 điểm, cộng tối đa 2 điểm",
            calculation: "0,5 × 3 = 1,5"),
        RuleCase(
            rule: #"{"kind": "penalty", "each": 0.5, "cap": 1}"#, metrics: count("vi phạm", "lower"), maximum: "0",
            figures: [.value(3)], statement: "điểm trừ: mỗi vi phạm trừ 0,5 điểm, trừ tối đa 1 điểm",
            calculation: "−0,5 × 3, trừ không quá 1 = −1"),
        RuleCase(
            rule: #"{"kind": "formula", "figures": {"a": "1", "b": "1.base"}, "points": "maximum * min(1, a / b)"}"#,
            metrics: two.replacing("lower", with: "higher"), figures: [.value(10), .value(20)],
            statement:
                "điểm = maximum * min(1, a / b), trong khoảng từ 0 đến điểm tối đa; a = Hiện có; b = Được giao",
            calculation: "a = 10; b = 20; maximum = 1,25: maximum * min(1, a / b) = 0,625"),
        RuleCase(
            rule: #"{"kind": "relative", "against": "minMax", "among": "group"}"#, metrics: percent,
            figures: [.value(70)], peers: [.value(40), .value(90)],
            statement:
                "so với các đơn vị cùng khối: theo đường thẳng từ giá trị thấp nhất (0 điểm) đến giá trị cao nhất "
                + "(điểm tối đa); mọi giá trị bằng nhau: điểm tối đa",
            calculation: "1,25 × (70 − 40) ÷ (90 − 40) = 0,75"),
        RuleCase(
            rule: #"{"kind": "relative", "against": "mean", "among": "all"}"#, metrics: count("vụ", "lower"),
            figures: [.value(6)], peers: [.value(2)],
            statement:
                "so với tất cả các đơn vị: điểm = điểm tối đa × giá trị trung bình ÷ giá trị, không quá điểm tối đa; "
                + "mọi giá trị bằng nhau: điểm tối đa",
            calculation: "1,25 × 4 ÷ 6 ≈ 0,833333"),
        RuleCase(
            rule: #"{"kind": "relative", "against": "leader", "among": "level", "target": 90}"#, metrics: percent,
            figures: [.value(95)], peers: [.value(50)],
            statement:
                "so với các đơn vị cùng cấp: từ 90 % trở lên được điểm tối đa, chưa đạt thì điểm = điểm tối đa × "
                + "giá trị ÷ đơn vị dẫn đầu, không quá điểm tối đa; mọi giá trị bằng nhau: điểm tối đa",
            calculation: "95 (đơn vị dẫn đầu: 95): được điểm tối đa 1,25"),
        RuleCase(
            rule:
                #"{"kind": "relative", "against": "rank", "among": "parent", "ties": "average", "equal": {"share": 50}}"#,
            metrics: percent, figures: [.value(70)], peers: [.value(70), .value(90)],
            statement:
                "so với các đơn vị cùng trực thuộc: điểm = điểm tối đa × (hạng cuối − hạng) ÷ (hạng cuối − 1), xếp "
                + "hạng 1; 2,5; 2,5; 4; mọi giá trị bằng nhau: 50 % điểm tối đa",
            calculation: "1,25 × (3 − 2,5) ÷ (3 − 1) = 0,3125"),
        RuleCase(
            rule:
                #"{"kind": "relative", "against": "z", "among": "all", "zeroAt": -2, "fullAt": 2, "equal": {"share": 50}}"#,
            metrics: percent, figures: [.value(40)], peers: [.value(60)],
            statement:
                "so với tất cả các đơn vị: theo đường thẳng từ z = −2 (0 điểm) đến z = 2 (điểm tối đa), z là số độ lệch "
                + "chuẩn trên giá trị trung bình; mọi giá trị bằng nhau: 50 % điểm tối đa",
            calculation: "z = −1; 1,25 × (z − (−2)) ÷ (2 − (−2)) = 0,3125"),
        RuleCase(
            rule: #"{"kind": "relative", "against": "median", "among": "all", "condition": "above"}"#, metrics: percent,
            figures: [.value(40)], peers: [.value(60)],
            statement:
                "so với tất cả các đơn vị: trên trung vị được điểm tối đa, chưa đạt thì không có điểm; mọi giá trị bằng "
                + "nhau: điểm tối đa",
            calculation: "40 (trung vị: 50): 0 điểm"),
        RuleCase(
            rule: #"{"kind": "relative", "against": "minMax", "among": "all", "trim": {"high": 10}}"#, metrics: percent,
            figures: [.value(40)], peers: [.value(60)],
            statement:
                "so với tất cả các đơn vị: theo đường thẳng từ giá trị thấp nhất (0 điểm) đến giá trị cao nhất (điểm tối "
                + "đa), bỏ 10 % số liệu cao nhất; mọi giá trị bằng nhau: điểm tối đa",
            calculation: "1,25 × (40 − 40) ÷ (60 − 40) = 0"),
        RuleCase(
            rule: #"{"kind": "relative", "against": "maximum", "among": "all"}"#, metrics: percent,
            figures: [.value(70)],
            statement:
                "so với tất cả các đơn vị: điểm = điểm tối đa × giá trị ÷ giá trị cao nhất, không quá điểm tối đa; mọi "
                + "giá trị bằng nhau: điểm tối đa",
            calculation: "chỉ một đơn vị có số liệu: được điểm tối đa 1,25"),
    ]

    private func explanation(_ test: RuleCase) throws -> MeasureExplanation {
        let text = """
            {"format": 1, "set": "m", "edition": "1", "name": "M", "source": {"document": "D"},
             "years": {"from": 2024, "to": 2024}, "levels": [{"code": "x", "name": "Cấp xã"}],
             "points": {"basis": "decreed", "source": {"document": "D"}},
             "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "leaf"},
                          "index": {"mode": "halfAwayFromZero", "digits": 2}},
             "ranking": {"ties": "standard", "minimumCoverage": 0, "tieBreakers": []},
             "criteria": [{"code": "1", "name": "T", "maximum": \(test.maximum), "source": {"row": "1"}, "levels": ["x"],
                           "metrics": \(test.metrics), "rule": \(test.rule)}]}
            """
        let compiled = try CompiledCriteria(Samples.set(text), year: 2024)
        let units = (0...test.peers.count).map { ScoredUnit(code: "u\($0)", level: "x") }
        var figures = compiled.emptyFigures(unitCount: units.count)
        for (column, figure) in test.figures.enumerated() { figures[0, column] = figure }
        for (peer, figure) in test.peers.enumerated() { figures[peer + 1, 0] = figure }
        var lastYear: LastYear?
        if let figure = test.lastYear {
            var before = compiled.emptyFigures(unitCount: 1)
            before[0, 0] = figure
            lastYear = LastYear(figures: before, units: units.indices.map { $0 == 0 ? 0 : nil })
        }
        let table = try compiled.score(figures, units: units, lastYear: lastYear)
        let explanation = try #require(table[0].explanation(of: "1"))
        return try #require(explanation.measures.first)
    }

    @Test(arguments: cases)
    func ruleIsExplained(_ test: RuleCase) throws {
        let measure = try explanation(test)
        let maximum = try FixedDecimal(test.maximum)
        let statement = measure.measure.rulePhrase(in: 2024)
        let calculation = measure.calculation(of: ExactRatio(maximum), in: 2024)
        let next = measure.nextSteps.first.map { measure.phrase(of: $0) } ?? .none
        #expect(statement.text(.vi) == test.statement)
        #expect(calculation.text(.vi) == test.calculation)
        if let expected = test.next { #expect(next.text(.vi) == expected) }
        // English must at least say something else, without a letter of Vietnamese of its own.
        for text in [statement, calculation, next].map({ $0.text(.en) }) {
            #expect(!text.contains("điểm") && !text.contains("không") && !text.contains("mỗi"), "\(text)")
        }
    }

    @Test func everyKindOfRuleIsTried() throws {
        let kinds = Set(try Self.cases.map { try explanation($0).measure.rule.kind })
        #expect(kinds == Set(ScoringRule.Kind.allCases))
    }

    @Test(arguments: [
        (Comparison.above, 0, "tăng", "a rise"), (.atMost, -10, "giảm từ 10 % trở lên", "a fall of at least 10 %"),
        (.atLeast, 5, "tăng từ 5 % trở lên", "a rise of at least 5 %"),
        (.below, -5, "giảm trên 5 %", "a fall of more than 5 %"),
        (.atLeast, -5, "giảm không quá 5 %", "a fall of at most 5 %"), (.atMost, 0, "không tăng", "no rise"),
    ])
    func changesAreWorded(_ comparison: Comparison, _ value: Int, _ vi: String, _ en: String) throws {
        let measures = try Self.cases.map { try explanation($0).measure }
        let percentChange = measures.first { measure in
            if case .changeFromLastYear(let rule) = measure.rule { rule.form == .percent } else { false }
        }
        let limit = Limit(comparison: comparison, value: ExactRatio(value))
        let phrase = try #require(percentChange).phrase(of: limit)
        #expect(phrase.text(.vi) == vi)
        #expect(phrase.text(.en) == en)
    }

    @Test func resultsSayWhenTheyAreCut() throws {
        #expect(try #require(ExactRatio(1, over: 8)).asResult.text(.vi) == "= 0,125")
        #expect(try #require(ExactRatio(1, over: 3)).asResult.text(.vi) == "≈ 0,333333")
    }
}
