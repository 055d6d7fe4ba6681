// swift-format-ignore-file
package import Documents
package import Survey
internal import Values

/// What reports of surveys say.
package enum SurveyWords {
    package static let total = Phrase("Chung", "Total")
    package static let all = Phrase("Tất cả", "All")
    package static let questionnaire = Phrase("Phiếu khảo sát", "Questionnaire")
    package static let sampling = Phrase("Chọn mẫu", "Sampling")
    package static let interval = Phrase("Khoảng tin cậy", "Interval")
    package static let forms = Phrase("Phiếu", "Forms")
    package static let noForms = Phrase("Chưa có phiếu", "No forms yet")
    package static let byUnit = Phrase("Theo đơn vị", "By unit")
    package static let byFactor = Phrase("Theo nội dung", "By factor")
    package static let factor = Phrase("Nội dung", "Factor")
    package static let block = Phrase("Nhóm nội dung", "Block")
    package static let oneFactor = Phrase("Yếu tố", "Factor")
    package static let question = Phrase("Câu hỏi", "Question")
    package static let distribution = Phrase("Phân bố", "Distribution")
    package static let weights = Phrase("Trọng số", "Weights")
    package static let choices = Phrase("Câu hỏi chọn nhiều", "Several answers")
    package static let multiple = Phrase("Câu hỏi", "Question")
    package static let choice = Phrase("Câu trả lời", "Choice")
    package static let chosen = Phrase("Tỷ lệ chọn (%)", "Chosen (%)")
    package static let aboutChoices = Phrase("Tỷ lệ chọn: trên số người đã trả lời câu hỏi đó; mỗi người chọn được nhiều câu nên tổng có thể hơn 100 %. Các câu này không tính vào chỉ số.",
                                             "Chosen: of those who answered the question; people choose several, so the sum may exceed 100 %. The index does not count these questions.")

    package static func designEffect(_ comparison: SimpleSample) -> Phrase {
        let sample = switch comparison {
        case .withoutReplacement: Phrase("không hoàn lại", "without replacement")
        case .withReplacement: Phrase("có hoàn lại (tổng trọng số không phải quy mô tổng thể)",
                                      "with replacement (the weights add up to no population)")
        }
        return Phrase("Hệ số thiết kế: phương sai gấp mấy lần phương sai của mẫu ngẫu nhiên đơn giản, \(sample), cùng số người trả lời. Cỡ mẫu hiệu dụng: số người trả lời chia cho hệ số thiết kế.",
                      "Design effect: how many times the variance of a simple random sample \(sample) of as many people. Effective sample: the people divided by the design effect.")
    }

    /// Where weights come from, and how much they differ.
    package static func weights(_ weights: SurveyAnalysis.Weights, variation: Double?) -> Phrase {
        let varied = variation.flatMap { FixedDecimal(nearest: $0, digits: 2) }
            .map { Phrase("; hệ số biến thiên \($0)", "; coefficient of variation \($0)") }
        return switch weights {
        case .equal: Phrase("không có: mọi phiếu như nhau", "none: all forms count the same")
        case .column(let heading): Phrase("cột «\(heading)»\(varied)", "column “\(heading)”\(varied)")
        case .design(let least, let most):
            Phrase("N ÷ n theo thiết kế mẫu, từ \(least) đến \(most)\(varied)",
                   "N ÷ n by the sampling design, from \(least) to \(most)\(varied)")
        }
    }

    package static func by(_ domain: Phrase) -> Phrase { Phrase("Theo \(domain.lowercased)", "By \(domain.lowercased)") }
    package static func read(rows: Int, leftOut: Int, unknown: Int) -> Phrase {
        Phrase("\(amount: rows) phiếu dùng được, \(amount: leftOut) dòng bị bỏ, \(amount: unknown) câu trả lời không hợp lệ",
               "\(amount: rows) usable, \(amount: leftOut) rows left out, \(amount: unknown) answers not valid")
    }
    package static func legend(_ levels: [AnswerLevel]) -> Phrase {
        let signs = zip(Bar.shades(of: levels.count), levels).map { Phrase("\(String($0)) \($1.label)") }
        return Phrase("\(distribution): \(signs.joined(", "))")
    }

    package static func design(_ design: SamplingDesign?) -> Phrase {
        guard let design else {
            return Phrase("phiếu khảo sát không nêu thiết kế mẫu: không tính được sai số",
                          "the questionnaire states no sampling design: no errors can be given")
        }
        let stages = design.stages.map { stage in
            let cluster = stage.cluster?.first.map { Phrase("chọn «\($0)»", "“\($0)” drawn") }
            let stratum = stage.stratum?.first.map { Phrase(" theo tầng «\($0)»", " within strata “\($0)”") }
            let all = stage.population?.first.map { Phrase(" trên tổng số ghi ở «\($0)»", " out of “\($0)”") }
            return Phrase("\(cluster ?? Phrase("chọn người trả lời", "people drawn"))\(stratum)\(all)")
        }
        let rest = stages.dropFirst()
        let joined = rest.reduce(stages.first ?? .none) { Phrase("\($0), rồi \($1)", "\($0), then \($1)") }
        let lonely = design.singleCluster.phrase
        return Phrase("\(joined); tầng chỉ có một cụm: \(lonely)", "\(joined); a stratum with one cluster: \(lonely)")
    }

    package static func choice(_ interval: IntervalChoice) -> Phrase {
        let percent = FixedDecimal(mantissa: interval.confidence.mantissa * 100)
        let method = switch interval.method {
        case .logit: "logit"
        case .beta: "beta (Korn – Graubard)"
        case .wilson: "Wilson"
        }
        return Phrase("\(percent) %, phương pháp \(method)", "\(percent) %, method \(method)")
    }
}

extension IndexMethod {
    /// Which of the figures that come from the same forms is shown.
    package func phrase(levels: [AnswerLevel]) -> Phrase {
        let top = levels.suffix(topLevels).map { level in Phrase("«\(level.label)»") }.joined(", ")
        let combined = switch combination {
        case .answers: Phrase("; gộp mọi câu trả lời", "; all answers together")
        case .questions: Phrase("; trung bình của các câu hỏi", "; mean of the questions")
        case .factors: Phrase("; trung bình của các yếu tố", "; mean of the factors")
        }
        return switch measure {
        case .satisfiedPeople: Phrase("tỷ lệ người có mọi câu trả lời ở mức \(top)",
                                      "share of people whose every answer is at \(top)")
        case .topShare: Phrase("tỷ lệ câu trả lời ở mức \(top)\(combined)", "share of answers at \(top)\(combined)")
        case .meanScore: Phrase("điểm trung bình, quy về thang 0–100 (0: mọi câu trả lời ở mức thấp nhất; 100: cao nhất)\(combined)",
                                "mean level, scaled to 0–100 (0: all answers at the lowest level; 100: highest)\(combined)")
        }
    }
}

extension SamplingDesign.SingleCluster {
    fileprivate var phrase: Phrase {
        switch self {
        case .fail: Phrase("không tính sai số", "no error is given")
        case .certainty: Phrase("coi là chắc chắn được chọn", "taken as certain")
        case .adjust: Phrase("so với trung bình chung", "held against the overall mean")
        case .average: Phrase("lấy phương sai trung bình của các tầng khác", "the other strata's average variance")
        }
    }
}

extension SurveyAnalysis.Weights {
    /// The stable name.
    package var name: String {
        switch self {
        case .equal: "equal"
        case .column: "column"
        case .design: "design"
        }
    }
}

extension SurveyIndex.Status {
    /// Why there is no interval, or why it has one side; nil when it has two.
    package var phrase: Phrase? {
        switch self {
        case .estimated: nil
        case .oneSidedBound: Phrase("mọi câu trả lời như nhau: chỉ có cận một phía",
                                    "all answers alike: a bound on one side only")
        case .suppressed: Phrase("quá ít người trả lời: không công bố", "too few people: not shown")
        case .noDesign: Phrase("không nêu thiết kế mẫu: không có sai số", "no sampling design: no error")
        case .cannotBeEstimated(let reason):
            Phrase("không đủ căn cứ: \(reason.words.phrase)", "cannot be estimated: \(reason.words.phrase)")
        }
    }

    package var names: (status: String, reason: String?) {
        guard case .cannotBeEstimated(let reason) = self else { return ("\(self)", nil) }
        return ("cannotBeEstimated", reason.words.name)
    }
}

extension Estimate.Reason {
    /// The stable name of a reason, and the reason.
    fileprivate var words: (name: String, phrase: Phrase) {
        switch self {
        case .noRows: ("noAnswers", Phrase("có phần không ai trả lời", "a part without answers"))
        case .lonelyUnit: ("singleCluster", Phrase("có tầng chỉ một cụm", "a stratum has one cluster"))
        case .noDegreesOfFreedom: ("oneCluster", Phrase("chỉ có một cụm", "one cluster only"))
        case .noVariation: ("noVariation", Phrase("các cụm không khác nhau", "clusters do not differ"))
        }
    }
}

extension SurveyIndex {
    /// What a reader must know of the index: where nobody answered at all, that is the reason.
    package var note: Phrase? {
        if people == 0, status == .cannotBeEstimated(.noRows), !domain.isEmpty {
            return Phrase("0 câu trả lời", "0 answers")
        }
        return people == 0 && status == .cannotBeEstimated(.noRows)
            ? Phrase("chưa có ai trả lời", "nobody has answered yet") : reason
    }

    /// Why there is no interval, or no result.
    private var reason: Phrase? { suppression == .complementary ? DisclosureWords.complementary : status.phrase }

    /// Where a figure comes from and how sure it is: `khảo sát 2800 người, khoảng tin cậy 84,7 – 87,9 %`.
    package var summary: Phrase {
        let limits = limits.map { Phrase(", khoảng tin cậy \($0) %", ", interval \($0) %") }
        let rest = Phrase("\(limits)\(reason.map { Phrase("; \($0)") })")
        return Phrase("khảo sát \(amount: people) người\(rest)", "survey of \(amount: people) people\(rest)")
    }

    /// The limits in hundredths: `84,7 – 87,9`, or one of them.
    package var limits: Phrase? {
        guard let lower = estimate?.lower, let upper = estimate?.upper else { return nil }
        let (low, high) = (Self.tenths(lower), Self.tenths(upper))
        if status != .oneSidedBound { return Phrase("\(low) – \(high)") }
        return lower > 0 ? Phrase("≥ \(low)") : Phrase("≤ \(high)")
    }

    private static func tenths(_ share: Double) -> Phrase {
        FixedDecimal(nearest: share * 100, digits: 1).map { Phrase("\($0, digits: 1)") } ?? Phrase(verbatim: "–")
    }
}

/// What the commands of surveys say beside their results.
package enum SurveyMessages {
    package static let noSurvey = Phrase("score-cli: Đợt đánh giá không có khảo sát. Hãy ghi files.survey (questionnaire, answers) trong assessment.json.",
                                         "score-cli: The assessment has no survey. State files.survey (questionnaire, answers) in assessment.json.")
    package static let awaited = Phrase("score-cli: Chưa có phiếu trả lời nào dùng được: khảo sát vẫn đang chờ.",
                                        "score-cli: No usable answers are in: the survey is awaited.")
    package static func notDivided(_ domains: [String]) -> Phrase {
        let names = domains.joined(separator: ", ")
        let option = domains.joined(separator: ",")
        return Phrase("score-cli: Tệp tổng hợp không chia theo «\(names)». Hãy làm lại từ phiếu: score-cli survey tally TỆP --questionnaire PHIẾU --by \(option).",
                      "score-cli: The tally is not divided by “\(names)”. Make it again from the forms: score-cli survey tally FILE --questionnaire FILE --by \(option).")
    }
    package static let unevenInSQL = Phrase("score-cli: Phiếu có câu hỏi đọc theo cách riêng (thang đo riêng, câu đảo, chọn nhiều, câu hỏi có điều kiện, lọc phiếu chưa xong): câu lệnh SQL không làm được. Hãy xuất phiếu ra CSV rồi dùng score-cli survey tally.",
                                           "score-cli: Not all questions are read alike (scales of their own, reversed items, several answers, conditions, unfinished forms): SQL cannot do it. Export the forms as CSV and use score-cli survey tally.")
    package static let tooManyColumns = Phrase("score-cli: Phiếu có quá nhiều câu hỏi: kết quả sẽ có hơn 1664 cột, PostgreSQL không cho.",
                                               "score-cli: Too many questions: the result would have more than 1664 columns, which PostgreSQL has not.")

    package static func read(_ file: AnswerFile) -> Phrase {
        let names = CleanText.cut(CleanText.line(file.unusedColumns.joined(separator: ", ")), at: 120)
        let listed = Phrase(" Cột không dùng: \(names).", " Columns not used: \(names).")
        let unused = file.unusedColumns.isEmpty ? nil : listed
        let unfinished = file.rowsUnfinished == 0 ? nil : Phrase(", \(amount: file.rowsUnfinished) phiếu chưa xong", ", \(amount: file.rowsUnfinished) forms not finished")
        return Phrase("\(file.file): \(amount: file.rows) dòng, bỏ \(amount: file.rowsLeftOut) dòng\(unfinished), \(amount: file.unknownAnswers) câu trả lời không hợp lệ.\(unused)",
                      "\(file.file): \(amount: file.rows) rows, \(amount: file.rowsLeftOut) left out\(unfinished), \(amount: file.unknownAnswers) answers not valid.\(unused)")
    }
}

extension SamplePlan.Precision {
    /// Whose figures have the margin.
    package var phrase: Phrase {
        switch self {
        case .whole: Phrase("toàn bộ", "the whole")
        case .domain: Phrase("từng vùng", "each domain")
        case .stratum: Phrase("từng tầng", "each stratum")
        }
    }
}

extension SamplePlan.Allocation {
    /// How answers are divided.
    package func phrase(minimum: Int) -> Phrase {
        switch self {
        case .proportional: Phrase("theo tỷ lệ dân số", "in proportion to population")
        case .equal: Phrase("bằng nhau giữa các tầng", "the same in each stratum")
        case .minimum: Phrase("theo tỷ lệ dân số, mỗi tầng ít nhất \(amount: minimum) phiếu", "in proportion to population, at least \(amount: minimum) in each stratum")
        case .neyman: Phrase("Neyman: theo dân số nhân độ lệch chuẩn của tỷ lệ dự kiến", "Neyman: population times the standard deviation of the expected share")
        }
    }
}

/// Words of sample sizes.
package enum SampleSizeWords {
    package static let title = Phrase("Cỡ mẫu khảo sát", "Sample size")
    package static let population = Phrase("Tổng thể", "Population")
    package static let margin = Phrase("Sai số cho phép", "Margin of error")
    package static let people = Phrase("Số người cần hỏi", "People to ask")
    package static let peopleInShort = Phrase("Số người cần hỏi", "People")
    package static let marginReached = Phrase("Sai số đạt được", "Margin reached")
    package static let stratum = Phrase("Tầng", "Stratum")
    package static let residents = Phrase("Dân số", "Population")
    package static let confidence = Phrase("Độ tin cậy", "Confidence")
    package static let share = Phrase("Tỷ lệ dự kiến", "Expected share")
    package static let response = Phrase("Tỷ lệ trả lời", "Response rate")
    package static let answers = Phrase("Phiếu cần có", "Answers")
    package static let visits = Phrase("Người cần gặp", "To visit")
    package static let marginPercent = Phrase("Sai số đạt được (%)", "Margin reached (%)")
    package static let domain = Phrase("Vùng", "Domain")
    package static let byDomain = Phrase("Theo vùng", "By domain")
    package static let byStratum = Phrase("Theo tầng", "By stratum")
    package static let precision = Phrase("Sai số cho phép của", "Margin of")
    package static let allocation = Phrase("Phân bổ", "Allocation")
    package static let planFormula = Document.Fact(
        Phrase("Công thức", "Formula"),
        Phrase("n₁ = z² × p × (1 − p) ÷ e² × hệ số thiết kế; rồi hiệu chỉnh tổng thể hữu hạn n = n₁ ÷ (1 + n₁ ÷ N), làm tròn lên; rồi chia cho tỷ lệ trả lời, làm tròn lên",
               "n₁ = z² × p × (1 − p) ÷ e² × design effect; then the finite correction n = n₁ ÷ (1 + n₁ ÷ N), rounded up; then ÷ the response rate, rounded up"))
    package static func raised(_ strata: [String]) -> Phrase {
        let names = CleanText.cut(CleanText.line(strata.joined(separator: ", ")), at: 200)
        return Phrase("Các tầng lẽ ra không có ai được hỏi nay có 1 phiếu: \(names). Sai số của các tầng này rất lớn.",
                      "Strata that would have got nobody get one answer: \(names). Their margins are very wide.")
    }
    package static let formula = Document.Fact(
        Phrase("Công thức", "Formula"),
        Phrase("n = N ÷ (1 + N × e²) × hệ số thiết kế, làm tròn lên (Yamane 1967; tỷ lệ gần một nửa, độ tin cậy 95 %)",
               "n = N ÷ (1 + N × e²) × design effect, rounded up (Yamane 1967; a share near one half, 95 % confidence)"))
}
