import Scoring
import Testing
import Values

@testable import Annexes

/// Scoring words of annexes against rules that were written down by hand.
@Suite struct ScoringWordsTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        var maximum: String
        var words: String
        /// The rule, as `RuleText` writes it.
        var rule: String

        init(_ maximum: String, _ words: String, _ rule: String) {
            (self.maximum, self.words, self.rule) = (maximum, words, rule)
        }
        var testDescription: String { words }
    }

    private func rule(_ sample: Sample) throws -> String {
        RuleText.of(ScoringWords.read(sample.words, maximum: try FixedDecimal(sample.maximum)))
    }

    /// Published: rows of the scoring tables of Cà Mau (decision 1880/QĐ-UBND of 2013), and of the DTI annex.
    @Test(arguments: [
        Sample("1", "kịp thời: 1; không kịp thời: 0.5; không ban hành: 0", "task, late 0.5"),
        Sample("1", "đủ cả hai: 1; thiếu một trong hai: 0", "yesNo"),
        Sample("1", "đạt 1; không đạt 0", "yesNo"),
        Sample(
            "2",
            """
            - thực hiện trên 90% kế hoạch: 2
            - từ 70% đến 90% kế hoạch: 1
            - dưới 70% kế hoạch: 0
            """, "percent bands higher: <70 0 | ≥70 ≤90 1 | >90 2"),
        Sample(
            "20", "4 lần: 20; 3 lần: 15; 2 lần: 10; 1 lần: 5; còn lại: 0",
            "count bands higher: <1 0 | ≥1 <2 5 | ≥2 <3 10 | ≥3 <4 15 | ≥4 20, more than 4 as good"),
        Sample("20", "a, b; Tỷ lệ = a/b; Điểm = Tỷ lệ × Điểm tối đa", "proportional ≥100"),
    ])
    func published(sample: Sample) throws {
        #expect(try rule(sample) == sample.rule)
    }

    @Test(
        "ranges of percentages",
        arguments: [
            Sample(
                "1", "Hoàn thành 100% kế hoạch: 1; từ 80% đến dưới 100%: tính theo tỷ lệ; dưới 80%: 0",
                "proportional from ≥80, ≥100"),
            Sample("1", "100%: 1; dưới 100%: tính theo tỷ lệ", "proportional ≥100"),
            Sample(
                "2", "Đạt từ 90% trở lên được 2 điểm, từ 80% đến dưới 90% được 1 điểm, dưới 80% không được điểm",
                "percent bands higher: <80 0 | ≥80 <90 1 | ≥90 2"),
            Sample("1", "- Từ 90% trở lên: 1 - Dưới 90%: 0", "percent bands higher: <90 0 | ≥90 1"),
            Sample(
                "2", "Tính điểm theo công thức: b/a*2.0. Trong đó: a là số phải làm; b là số đã làm",
                "proportional ≥100"),
            Sample(
                "1", "Từ 90% đến dưới\n100%: 0,5; 100%: 1; dưới 90%: 0",
                "percent bands higher: <90 0 | ≥90 <100 0.5 | ≥100 1"),
            Sample("2", "Từ 90% trở lên: 2; dưới 90%: (tỷ lệ % đạt được x điểm tối đa)/100%", "proportional ≥90"),
            Sample("1", "Trên 99%: 1 điểm; từ 99% trở xuống: 0 điểm", "percent bands higher: ≤99 0 | >99 1"),
            Sample("1", "Từ 30% trở lên: 1; dưới 30%: 0", "percent bands higher: <30 0 | ≥30 1"),
            Sample("1", "Đạt từ 30% trở lên: điểm tối đa; còn lại: 0", "percent bands higher: <30 0 | ≥30 1"),
            Sample(
                "1.5", "Từ 95% - 100%: 1,5đ; từ 80% - dưới 95%: 1đ; từ 50% - dưới 80%: 0,5đ; dưới 50%: 0đ",
                "percent bands higher: <50 0 | ≥50 <80 0.5 | ≥80 <95 1 | ≥95 1.5"),
            Sample(
                "1", "≥ 90%: 1; 70% ≤ tỷ lệ < 90%: 0,5; < 70%: 0", "percent bands higher: <70 0 | ≥70 <90 0.5 | ≥90 1"),
            Sample(
                "2", "Dưới 5%: 2; từ 5% đến 10%: 1; trên 10%: 0", "percent bands lower: <5 2 | ≥5 ≤10 1 | >10 0"),
            Sample(
                "2", "Trên 80%: 100% số điểm; trên 50% đến 80%: 50% số điểm; từ 50% trở xuống: không điểm",
                "percent bands higher: ≤50 0 | >50 ≤80 1 | >80 2"),
            Sample(
                "1", "Từ 80% đến 100% thì được 1 điểm; dưới 80% thì được 0 điểm", "percent bands higher: <80 0 | ≥80 1"),
            Sample("1", "Tối thiểu 60%: 1 điểm, dưới 60%: 0 điểm", "percent bands higher: <60 0 | ≥60 1"),
            Sample("1", "Không dưới 60%: 1. Dưới 60%: 0.", "percent bands higher: <60 0 | ≥60 1"),
            Sample("1", "<ul><li>Đạt 100%: 1</li><li>Dưới 100%: 0</li></ul>", "percent bands higher: <100 0 | ≥100 1"),
            Sample(
                "4", "Điểm được tính theo công thức: b/a × 4; trong đó: a là số phải làm; b: số đã làm",
                "proportional ≥100"),
            Sample("2", "Tính điểm theo tỷ lệ hoàn thành", "proportional ≥100"),
        ])
    func percentages(sample: Sample) throws {
        #expect(try rule(sample) == sample.rule)
    }

    @Test(
        "counts, items and answers",
        arguments: [
            Sample(
                "2", "Từ 3 sáng kiến trở lên: 2; 1-2 sáng kiến: 1; không có sáng kiến: 0",
                "count bands higher: <1 0 | ≥1 <3 1 | ≥3 2"),
            Sample("1", "Có từ 01 sáng kiến trở lên: 1; không có sáng kiến: 0", "count bands higher: <1 0 | ≥1 1"),
            Sample("2", "Không có văn bản sai: 2; mỗi văn bản sai trừ 0,5 điểm", "deduction 0.5"),
            Sample("1", "Mỗi hồ sơ trễ hạn trừ 0,25", "deduction 0.25"),
            Sample("1", "Trừ 0,25 điểm/hồ sơ trễ hạn, tối đa 1 điểm", "deduction 0.25"),
            Sample("2", "Cứ 01 văn bản chậm trừ 0,5 điểm", "deduction 0.5"),
            Sample("1", "Mỗi trường hợp không đúng quy định trừ 0,1 điểm", "deduction 0.1"),
            Sample("2", "Mỗi sáng kiến được 0,5 điểm, tối đa 2 điểm", "perItem 0.5"),
            Sample("0", "Mỗi sáng kiến được cộng 0,5 điểm, không quá 2 điểm", "bonus 0.5 to 2"),
            Sample("0", "Mỗi vụ việc trừ 1 điểm, tối đa 3 điểm", "penalty 1 to 3"),
            Sample("1", "Có: 1; Không: 0", "yesNo"),
            Sample("1", "Không đạt: 0; đạt: 1", "yesNo"),
            Sample("1", "Thực hiện đúng quy định: 1\nThực hiện không đúng quy định: 0", "yesNo"),
            Sample("1", "Không ban hành: 0; ban hành chậm: 0,5; ban hành đúng hạn: 1", "task, late 0.5"),
            Sample("0", "Cộng 0,5 điểm cho mỗi sáng kiến, tối đa không quá 2 điểm", "bonus 0.5 to 2"),
            Sample("1", "Mỗi TTHC chưa công khai trừ 0,1 điểm, trừ tối đa 1 điểm", "deduction 0.1"),
            Sample(
                "1", "Không có đơn: 1; 1-3 đơn: 0,5; từ 4 đơn trở lên: 0", "count bands lower: <1 1 | ≥1 <4 0.5 | ≥4 0"),
            Sample("1", "Ban hành kế hoạch: 1 điểm; không ban hành kế hoạch: 0 điểm", "yesNo"),
            Sample("0.5", "Đã ban hành: 0,5\nChưa ban hành: 0", "yesNo"),
            Sample("1", "Đúng thời hạn: 1; không đúng thời hạn: 0", "yesNo"),
            Sample("1", "Ban hành đúng hạn: 1; ban hành chậm: 0,5; không ban hành: 0", "task, late 0.5"),
            Sample(
                "1", "Tăng so với năm trước: 1; bằng năm trước: 0,5; giảm: 0",
                "changeFromLastYear difference higher: <0 0 | ≥0 ≤0 0.5 | >0 1"),
            Sample(
                "1", "Giảm so với năm trước liền kề: 1; giữ nguyên: 0,5; tăng: 0",
                "changeFromLastYear difference lower: <0 1 | ≥0 ≤0 0.5 | >0 0"),
        ])
    func countsAndAnswers(sample: Sample) throws {
        #expect(try rule(sample) == sample.rule)
    }

    /// A wrong rule is worse than none.
    @Test(
        "what is not clear is marked",
        arguments: [
            Sample("1", "", "noWords"),
            Sample("1", "Theo hướng dẫn của Sở Nội vụ", "unknownWords"),
            // Nothing is said of 89.5 %, of less than 30 %, of 90 % twice.
            Sample("1", "Từ 90% đến 100%: 1; từ 80% đến 89%: 0,5; dưới 80%: 0", "gap"),
            Sample("1", "Từ 30% trở lên: 1", "gap"),
            Sample("1", "Từ 90% đến 100%: 1; từ 70% đến 90%: 0,5; dưới 70%: 0", "overlap"),
            Sample("1", "Trên 90%: 1; trên 80%: 0,5; còn lại: 0", "overlap"),
            // The greatest points are not the maximum.
            Sample("2", "Từ 90% trở lên: 1; dưới 90%: 0", "otherMaximum"),
            Sample("1", "Từ 90% trở lên: 2; dưới 90%: 0", "otherMaximum"),
            Sample("1", "Có: 0,5; Không: 0", "otherMaximum"),
            Sample("2", "Mỗi sáng kiến được 0,5 điểm, tối đa 1 điểm", "otherMaximum"),
            Sample("0", "Mỗi sáng kiến được cộng 0,5 điểm", "noLimit"),
            // Conditions of their own.
            Sample("1", "Từ 90% trở lên và không có đơn thư: 1; còn lại: 0", "unknownWords"),
            Sample("1", "Nếu đạt 90% trở lên: 1; dưới 90%: 0", "unknownWords"),
            Sample("1", "Ban hành trong quý I: 1; ban hành trong quý II: 0,5; không ban hành: 0", "unknownWords"),
            Sample("1", "Hồ sơ trực tuyến từ 80% trở lên: 1; hồ sơ giấy dưới 80%: 0", "unknownWords"),
            Sample("1", "Từ 1 sáng kiến trở lên: 1; không có kế hoạch: 0", "unknownWords"),
            Sample("2", "Không có đơn thư: 2; mỗi hồ sơ trễ hạn trừ 0,5", "mixedKinds"),
            Sample("1", "Ban hành kịp thời: 1; báo cáo chậm: 0,5; không ban hành: 0", "unknownWords"),
            Sample("1", "Cứ 5 hồ sơ trễ hạn trừ 0,5 điểm", "unknownWords"),
            Sample("1", "Từ 1.000 hồ sơ trở lên: 1; còn lại: 0", "unknownWords"),
            // Two statements in one.
            Sample("1", "Trên 90% trở lên: 1; còn lại: 0", "unknownWords"),
            Sample("1", "Dưới 50% trở xuống: 0; còn lại: 1", "unknownWords"),
            // Up and down.
            Sample("2", "Dưới 50%: 1; từ 50% đến dưới 80%: 2; từ 80% trở lên: 0", "noDirection"),
            Sample("1", "100%: 1; từ 50% đến dưới 100%: tính theo tỷ lệ; dưới 50%: 0,2", "mixedKinds"),
            Sample("1", "Tính theo tỷ lệ × 2", "unknownWords"),
            Sample("1", "Điểm = Tỷ lệ × 2", "unknownWords"),
            Sample("1", "Tăng so với năm trước: 1; giảm: 0", "gap"),
            Sample("2", "2 lần: 2; 1 lần: 1; không có: 0", "gap"),
        ])
    func unclear(sample: Sample) throws {
        #expect(try rule(sample) == sample.rule)
    }

    /// The sentence at fault is named.
    @Test func sentences() throws {
        guard
            case .unclear(.unknownWords, let sentence) = ScoringWords.read(
                "Đạt: 1; Tùy mức độ: 0,5; không đạt: 0", maximum: 1)
        else {
            Issue.record("a rule was read")
            return
        }
        #expect(sentence == "Tùy mức độ: 0,5")
    }
}

/// Rules as short texts.
enum RuleText {
    static func of(_ words: ScoringWords) -> String {
        switch words {
        case .unclear(let doubt, _): doubt.rawValue
        case .rule(let written): of(written)
        }
    }

    private static func of(_ written: WrittenRule) -> String {
        var text = of(written.rule, written.kind, written.direction)
        if case .moreIsAsGood(let number)? = written.assumption { text += ", more than \(number) as good" }
        return text
    }

    /// The rule of a measure with one metric.
    static func of(_ measure: Measure) -> String {
        of(measure.rule, measure.metrics[0].kind, measure.metrics[0].direction)
    }

    private static func of(_ rule: ScoringRule, _ kind: Metric.Kind, _ direction: Metric.Direction) -> String {
        let (kind, direction) = (kind.rawValue, direction.rawValue)
        return switch rule {
        case .proportional(let rule):
            "proportional " + (rule.floor.map { "from \(of($0)), " } ?? "") + of(rule.full)
        case .bands(let rule): "\(kind) bands \(direction): \(of(rule))"
        case .yesNo: "yesNo"
        case .task(let rule): "task, late \(of(rule.late))"
        case .deduction(let rule): "deduction \(of(rule.each))"
        case .perItem(let rule): "perItem \(of(rule.each))" + (rule.cap == .share(100) ? "" : " to \(of(rule.cap))")
        case .bonus(let rule): "bonus \(rule.each) to \(rule.cap)"
        case .penalty(let rule): "penalty \(rule.each) to \(rule.cap)"
        case .changeFromLastYear(let rule):
            "changeFromLastYear \(rule.form.rawValue) \(direction): \(of(rule.goal))"
        default: "another"
        }
    }

    private static func of(_ bound: Bound) -> String { "\(bound.comparison.rawValue)\(bound.value)" }

    private static func of(_ amount: Amount) -> String {
        switch amount {
        case .points(let points): "\(points)"
        case .share(let percent): "\(percent)%"
        }
    }

    private static func of(_ goal: ChangeTarget) -> String {
        if case .bands(let rule) = goal { of(rule) } else { "full" }
    }

    private static func of(_ rule: BandsRule) -> String {
        rule.bands.map { band in
            [band.lower.map(of), band.upper.map(of), of(band.amount)].compactMap { $0 }.joined(separator: " ")
        }.joined(separator: " | ")
    }
}
