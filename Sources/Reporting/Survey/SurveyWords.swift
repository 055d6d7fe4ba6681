package import Documents
internal import Words
internal import Survey
internal import Values

/// What reports of surveys say.
enum SurveyWords {
    static let total = Wording(vi: "Chung", en: "Total")

    /// Which of the figures that come from the same forms is shown.
    static func text(_ index: IndexMethod, levels: [AnswerLevel], in language: Language) -> String {
        let top = levels.suffix(index.topLevels).map { "«\($0.label.text(language))»" }.joined(separator: ", ")
        let measure: String
        switch (index.measure, language) {
        case (.topShare, .vi): measure = "tỷ lệ câu trả lời ở mức \(top)"
        case (.topShare, .en): measure = "share of answers at \(top)"
        case (.meanScore, .vi):
            measure = "điểm trung bình, quy về thang 0–100 (0: mọi câu trả lời ở mức thấp nhất; 100: cao nhất)"
        case (.meanScore, .en):
            measure = "mean level, scaled to 0–100 (0: all answers at the lowest level; 100: highest)"
        case (.satisfiedPeople, .vi): measure = "tỷ lệ người có mọi câu trả lời ở mức \(top)"
        case (.satisfiedPeople, .en): measure = "share of people whose every answer is at \(top)"
        }
        guard index.measure != .satisfiedPeople else { return measure }
        switch (index.combination, language) {
        case (.answers, .vi): return measure + "; gộp mọi câu trả lời"
        case (.answers, .en): return measure + "; all answers together"
        case (.questions, .vi): return measure + "; trung bình của các câu hỏi"
        case (.questions, .en): return measure + "; mean of the questions"
        case (.factors, .vi): return measure + "; trung bình của các yếu tố"
        case (.factors, .en): return measure + "; mean of the factors"
        }
    }

    /// How people were drawn.
    static func text(_ design: SamplingDesign?, in language: Language) -> String {
        guard let design else {
            return language == .vi
                ? "phiếu khảo sát không nêu thiết kế mẫu: không tính được sai số"
                : "the questionnaire states no sampling design: no errors can be given"
        }
        let stages = design.stages.map { stage in
            var words: [String] = []
            let drawn = stage.cluster?.first
            switch (drawn, language) {
            case (let cluster?, .vi): words.append("chọn «\(cluster)»")
            case (let cluster?, .en): words.append("“\(cluster)” drawn")
            case (nil, .vi): words.append("chọn người trả lời")
            case (nil, .en): words.append("people drawn")
            }
            if let stratum = stage.stratum?.first {
                words.append(language == .vi ? "theo tầng «\(stratum)»" : "within strata “\(stratum)”")
            }
            if let population = stage.population?.first {
                words.append(language == .vi ? "trên tổng số ghi ở «\(population)»" : "out of “\(population)”")
            }
            return words.joined(separator: " ")
        }
        let joined = stages.joined(separator: language == .vi ? ", rồi " : ", then ")
        let single: String
        switch (design.singleCluster, language) {
        case (.fail, .vi): single = "tầng chỉ có một cụm: không tính sai số"
        case (.fail, .en): single = "a stratum with one cluster: no error is given"
        case (.certainty, .vi): single = "tầng chỉ có một cụm: coi là chắc chắn được chọn"
        case (.certainty, .en): single = "a stratum with one cluster: taken as certain"
        case (.adjust, .vi): single = "tầng chỉ có một cụm: so với trung bình chung"
        case (.adjust, .en): single = "a stratum with one cluster: held against the overall mean"
        case (.average, .vi): single = "tầng chỉ có một cụm: lấy phương sai trung bình của các tầng khác"
        case (.average, .en): single = "a stratum with one cluster: the other strata's average variance"
        }
        return "\(joined); \(single)"
    }

    /// Which interval, and how sure.
    static func text(_ interval: IntervalChoice, in language: Language) -> String {
        let percent = NumberWords(language).text(FixedDecimal(mantissa: interval.confidence.mantissa * 100))
        let method: String =
            switch interval.method {
            case .logit: "logit"
            case .beta: "beta (Korn – Graubard)"
            case .wilson: "Wilson"
            }
        return language == .vi
            ? "\(percent) %, phương pháp \(method)" : "\(percent) %, method \(method)"
    }

    /// Why there is no interval, or why it has one side; empty when it has two.
    static func text(_ status: SurveyIndex.Status, in language: Language) -> String {
        switch (status, language) {
        case (.estimated, _): ""
        case (.oneSidedBound, .vi): "mọi câu trả lời như nhau: chỉ có cận một phía"
        case (.oneSidedBound, .en): "all answers alike: a bound on one side only"
        case (.suppressed, .vi): "quá ít người trả lời: không công bố"
        case (.suppressed, .en): "too few people: not shown"
        case (.noDesign, .vi): "không nêu thiết kế mẫu: không có sai số"
        case (.noDesign, .en): "no sampling design: no error"
        case (.cannotBeEstimated(.noRows), .vi): "không đủ căn cứ: có phần không ai trả lời"
        case (.cannotBeEstimated(.noRows), .en): "cannot be estimated: a part without answers"
        case (.cannotBeEstimated(.lonelyUnit), .vi): "không đủ căn cứ: có tầng chỉ một cụm"
        case (.cannotBeEstimated(.lonelyUnit), .en): "cannot be estimated: a stratum has one cluster"
        case (.cannotBeEstimated(.noDegreesOfFreedom), .vi): "không đủ căn cứ: chỉ có một cụm"
        case (.cannotBeEstimated(.noDegreesOfFreedom), .en): "cannot be estimated: one cluster only"
        case (.cannotBeEstimated(.noVariation), .vi): "không đủ căn cứ: các cụm không khác nhau"
        case (.cannotBeEstimated(.noVariation), .en): "cannot be estimated: clusters do not differ"
        }
    }

    /// The same of an index: where nobody answered at all, that is the reason.
    static func note(_ index: SurveyIndex, in language: Language) -> String {
        guard index.people == 0, index.status == .cannotBeEstimated(.noRows) else {
            return text(index.status, in: language)
        }
        return language == .vi ? "chưa có ai trả lời" : "nobody has answered yet"
    }

    /// What design effects compare with.
    static let designEffect = Wording(
        vi:
            "Hệ số thiết kế: phương sai gấp mấy lần phương sai của mẫu ngẫu nhiên đơn giản, không hoàn lại, cùng số "
            + "người trả lời.",
        en:
            "Design effect: how many times the variance of a simple random sample without replacement of as many people."
    )

    /// Where a figure comes from and how sure it is: `khảo sát 2800 người, khoảng tin cậy 84,7 – 87,9 %`.
    static func summary(_ index: SurveyIndex, in language: Language) -> String {
        let numbers = NumberWords(language)
        let people = numbers.text(FixedDecimal(exactly: index.people) ?? .zero)
        var text = language == .vi ? "khảo sát \(people) người" : "survey of \(people) people"
        if let limits = limits(index, in: language) {
            text += (language == .vi ? ", khoảng tin cậy " : ", interval ") + limits + " %"
        }
        let status = Self.text(index.status, in: language)
        return status.isEmpty ? text : text + "; " + status
    }

    /// The limits in hundredths: `84,7 – 87,9`, or one of them.
    static func limits(_ index: SurveyIndex, in language: Language) -> String? {
        guard let lower = index.estimate?.lower, let upper = index.estimate?.upper else { return nil }
        let limits = [lower, upper].map { fraction($0 * 100, digits: 1, in: language) }
        guard index.status == .oneSidedBound else { return limits.joined(separator: " – ") }
        return lower > 0 ? "≥ \(limits[0])" : "≤ \(limits[1])"
    }

    /// A statistical number with so many decimals; a dash where there is none.
    static func fraction(_ value: Double?, digits: Int, in language: Language) -> String {
        guard let value, let decimal = FixedDecimal(rounding: value) else { return "–" }
        let rounding = Rounding(.halfAwayFromZero, digits: digits)
        return NumberWords(language).text(decimal.rounded(rounding) ?? decimal, minimumDigits: digits)
    }

    /// The status in data.
    static func code(_ status: SurveyIndex.Status) -> (status: String, reason: String?) {
        switch status {
        case .estimated: ("estimated", nil)
        case .oneSidedBound: ("oneSidedBound", nil)
        case .suppressed: ("suppressed", nil)
        case .noDesign: ("noDesign", nil)
        case .cannotBeEstimated(.noRows): ("cannotBeEstimated", "noAnswers")
        case .cannotBeEstimated(.lonelyUnit): ("cannotBeEstimated", "singleCluster")
        case .cannotBeEstimated(.noDegreesOfFreedom): ("cannotBeEstimated", "oneCluster")
        case .cannotBeEstimated(.noVariation): ("cannotBeEstimated", "noVariation")
        }
    }

    /// The method of the limits in data.
    static func code(_ method: Estimate.Method) -> String {
        switch method {
        case .logit: "logit"
        case .beta: "beta"
        case .wilson: "wilson"
        case .exactBound: "exactBound"
        case .census: "census"
        }
    }
}
