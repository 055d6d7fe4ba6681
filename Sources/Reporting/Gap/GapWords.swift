package import Documents
internal import Words
import Scoring
import Values

/// Gaps in words.
struct GapWords {
    let gap: MeasureGap
    let words: MeasureWords
    /// The least decimals of points.
    let digits: Int

    init(_ gap: MeasureGap, of leaf: LeafGap, year: Int, digits: Int, language: Language) {
        self.gap = gap
        self.digits = digits
        words = MeasureWords(
            gap.explanation, maximum: leaf.score.criterion.maximum, year: year, language: language)
    }

    private var measure: Measure { gap.explanation.measure }

    private var main: UsedFigure? { gap.explanation.figures.first { !$0.isLastYear } }

    /// Whether the answer is in words, so that there is no number to be far from.
    private var isAnswer: Bool { measure.metrics[0].kind == .yesNo || measure.metrics[0].kind == .task }

    /// What was reported: the main figure, or of a rule that looks at a change or several figures what it looked at.
    var measured: String {
        let figures = gap.explanation.distinctFigures
        if figures.count == 1 {
            switch figures[0].figure {
            case .ratio(let count, let whole):
                guard let percent = figures[0].figure.exactNumber else { break }
                let number = brief(percent)
                return "\(words.text(count))/\(words.text(whole)) \(number.hasPrefix("≈") ? number : "= " + number) %"
            case .value(let value) where figures[0].metric.kind == .percent: return brief(ExactRatio(value)) + " %"
            default: break
            }
            return FigureWords.text(figures[0], in: words.language)
        }
        if case .scored = gap.explanation.outcome.state, let number = gap.explanation.targetNumber ?? words.quantity {
            return brief(number) + (words.unit.map { " " + $0 } ?? "")
        }
        return StateWords.text(of: gap.explanation.outcome.state, in: words.language)
    }

    /// A number with two decimals where that does not hide that it differs from zero and from the target.
    private func brief(_ ratio: ExactRatio) -> String {
        guard let rounded = ratio.rounded(Rounding(.halfAwayFromZero, digits: 2)), ExactRatio(rounded) != ratio,
            rounded != 0, rounded != gap.explanation.target?.value
        else { return words.numbers.text(ratio) }
        return "≈ " + words.text(rounded)
    }

    /// The target's number: `≥ 90 %`.
    var target: String? {
        guard let bound = gap.explanation.target, !isAnswer else { return nil }
        // The unit of a count stands with what was counted.
        if measure.metrics[0].kind == .count, gap.distance != nil, gap.explanation.distinctFigures.count == 1 {
            return "\(bound.comparison.rawValue) \(words.text(bound.value))"
        }
        return TargetWords.symbol(bound, of: measure, in: words.language)
    }

    /// How far it is to the target: `thiếu 2,6 điểm phần trăm; cần thêm 14 hồ sơ đúng hạn (496/500)`.
    var distance: String {
        guard let distance = gap.distance else { return unmeasured }
        if distance.isMet { return words.say("đạt chỉ tiêu", "target met") }
        var parts: [String] = []
        if isAnswer {
            parts.append(words.say("chưa đạt", "not met"))
        } else if distance.difference == .zero {
            parts.append(words.say("đúng bằng mức phải vượt qua", "exactly at what must be passed"))
        } else {
            let isShort = distance.difference < .zero
            let size = isShort ? distance.difference.negated : distance.difference
            let amount = brief(size) + (unit.map { " " + $0 } ?? "")
            parts.append(
                isShort ? words.say("thiếu \(amount)", "\(amount) short") : words.say("quá \(amount)", "\(amount) over")
            )
        }
        if let cases { parts.append(cases) }
        return parts.joined(separator: "; ")
    }

    /// The unit of a difference: percentages differ by percentage points.
    private var unit: String? {
        words.unit == "%" ? words.say("điểm phần trăm", "percentage points") : words.unit
    }

    /// `cần thêm 14 hồ sơ giải quyết đúng hạn (496/500)`.
    private var cases: String? {
        guard let distance = gap.distance, let cases = distance.cases, let needed = distance.numerator,
            case .ratio(_, let whole)? = main?.figure, let counted = words.main.ratio?.numerator
        else { return nil }
        let ratio = "\(words.text(needed))/\(words.text(whole))"
        let count = words.text(cases < 0 ? -cases : cases)
        let name = counted.text(words.language)
        guard let noun = Self.noun(of: name) else {
            return cases < 0
                ? words.say("\(words.quoted(name)) cần bớt \(count) (\(ratio))", "\(count) fewer: \(name) (\(ratio))")
                : words.say("\(words.quoted(name)) cần thêm \(count) (\(ratio))", "\(count) more: \(name) (\(ratio))")
        }
        return cases < 0
            ? words.say("cần bớt \(count) \(noun) (\(ratio))", "\(count) fewer: \(noun) (\(ratio))")
            : words.say("cần thêm \(count) \(noun) (\(ratio))", "\(count) more: \(noun) (\(ratio))")
    }

    /// What is counted, as it stands behind a number: of `Số hồ sơ đúng hạn`, `hồ sơ đúng hạn`. Nil for what does not:
    /// sums of money, and names that do not begin with the word for "number of".
    private static func noun(of name: String) -> String? {
        guard let prefix = ["Tổng số ", "Số lượng ", "Số lượt ", "Số "].first(where: name.hasPrefix) else { return nil }
        let noun = (prefix == "Số lượt " ? "lượt " : "") + name.dropFirst(prefix.count)
        return ["tiền ", "kinh phí ", "vốn "].contains(where: noun.hasPrefix) ? nil : noun
    }

    /// What stands in place of a distance where there is no figure or no number to hold it against.
    private var unmeasured: String {
        switch gap.explanation.outcome.state {
        case .notReported: words.say("cần báo cáo số liệu", "must be reported")
        case .lastYearNotReported: words.say("cần số liệu năm trước", "last year's figure is needed")
        case .awaited: words.say("chờ kết quả", "result awaited")
        case .notPublished: words.say("không công bố", "not published")
        case .faulty: words.say("số liệu có lỗi", "faulty figures")
        case .scored where isAnswer && main?.figure == .value(0): words.say("chưa đạt", "not met")
        case .scored, .notApplicable: missingParts ?? ""
        }
    }

    /// The parts of a list that are not there: `còn thiếu: «…»; «…»`.
    private var missingParts: String? {
        guard case .checklist = measure.rule else { return nil }
        let missing = gap.explanation.distinctFigures.filter { $0.figure == .value(0) }
        if missing.isEmpty { return nil }
        let names = missing.map { words.quoted($0.metric.name.text(words.language)) }.joined(separator: "; ")
        return words.say("còn thiếu: \(names)", "missing: \(names)")
    }

    /// What meeting the target and the next band earn: `đạt chỉ tiêu: +0,03; từ 100 % trở lên: +0,07`.
    var next: String {
        var parts: [String] = []
        if let gain = gap.targetGain, gain > 0, !isAnswer {
            parts.append(words.say("đạt chỉ tiêu: \(self.gain(gain))", "meet the target: \(self.gain(gain))"))
        }
        // A task may be too late for the nearer step, or in time for the better one.
        let steps = measure.metrics[0].kind == .task ? gap.explanation.nextSteps : [gap.nextStep].compactMap(\.self)
        for step in steps where parts.isEmpty || isAnswer || step.figure != gap.distance?.figure {
            // What the target needs is said already.
            parts.append(text(of: step))
        }
        return parts.joined(separator: "; ")
    }

    private func gain(_ points: FixedDecimal) -> String {
        "+" + words.numbers.text(points, minimumDigits: digits)
    }

    /// `trên 99 % (496/500): +0,04`.
    private func text(of step: NextStep) -> String {
        if case .checklist = measure.rule {
            return words.say("đủ các phần: \(gain(step.gain))", "all parts: \(gain(step.gain))")
        }
        var need = StepWords.need(step, words)
        if let numerator = step.numerator, case .ratio(_, let whole)? = main?.figure {
            need += " (\(words.text(numerator))/\(words.text(whole)))"
        }
        return "\(need): \(gain(step.gain))"
    }

    /// Whether the distance is more than chance among those who were asked explains; nil without a standard error.
    var sampling: String? {
        guard let sampling = gap.sampling, let distance = gap.distance else { return nil }
        let margin = FixedDecimal(nearest: sampling.margin, digits: 2).map { "±\(words.text($0))" }
        let size = margin.map { " (\($0))" } ?? ""
        switch (distance.isMet, sampling.isExceeded) {
        case (false, true): return words.say("vượt sai số chọn mẫu\(size)", "beyond the sampling error\(size)")
        case (true, true):
            return words.say("chắc chắn đạt, ngoài sai số\(size)", "met beyond the sampling error\(size)")
        case (_, false):
            return words.say(
                "trong phạm vi sai số chọn mẫu\(size): chưa thể kết luận",
                "within the sampling error\(size): nothing can be concluded")
        }
    }
}
