package import Documents
internal import Words
import Scoring
import Values

// Rules that compare with another year.

extension ChangeFromLastYearRule: RuleWords {
    func statement(_ words: MeasureWords) -> String {
        words.say("so với năm trước: ", "against last year: ") + goal.statement(words)
    }

    func calculation(_ words: MeasureWords) -> String {
        let now = words.explanation.figures.first { !$0.isLastYear }
        let before = words.explanation.figures.first { $0.isLastYear }
        return form.calculation(now: now?.figure, before: before?.figure, words) + goal.calculation(words)
    }
}

extension ChangeFromBaseYearRule: RuleWords {
    func statement(_ words: MeasureWords) -> String {
        let goal = goals[words.year]?.statement(words) ?? ""
        return words.say(
            "so với năm \(baseYear), mức của năm \(words.year): ", "against \(baseYear), the goal of \(words.year): ")
            + goal
    }

    func calculation(_ words: MeasureWords) -> String {
        let now = words.explanation.figures.first { $0.metric.code != base }
        let before = words.explanation.figures.first { $0.metric.code == base }
        return form.calculation(now: now?.figure, before: before?.figure, words)
            + (goals[words.year]?.calculation(words) ?? "")
    }
}

extension ChangeGoal {
    fileprivate func statement(_ words: MeasureWords) -> String {
        let full = words.say("\(words.bound(full)) được điểm tối đa", "the maximum for \(words.bound(full))")
        guard let zeroAt else { return full + words.say(", chưa đạt thì không có điểm", ", else nothing") }
        return full
            + words.say(
                "; chưa đạt thì theo đường thẳng từ \(words.withUnit(zeroAt)) (0 điểm)",
                "; before it a straight line from \(words.withUnit(zeroAt)) (0 points)")
    }

    /// `; 1,5 × (−5 − 0) ÷ (−7,5 − 0) = 1`, or what a flat part earns.
    fileprivate func calculation(_ words: MeasureWords) -> String {
        if let zeroAt, !words.isFlat {
            return "; " + LineWords.calculation(zeroAt: zeroAt, fullAt: full.value, words)
        }
        return words.reachedRange.map { " (\($0)): \(words.flatResult)" } ?? ": \(words.flatResult)"
    }
}

extension ChangeForm {
    /// `(105 − 100) ÷ 100 × 100 = 5 %`.
    fileprivate func calculation(now: Figure?, before: Figure?, _ words: MeasureWords) -> String {
        let (now, before) = (
            FigureWords.number(now ?? .notReported, words.numbers),
            FigureWords.number(before ?? .notReported, words.numbers)
        )
        let change = words.quantity.map { quantity in
            let text = words.withUnit(quantity)
            return quantity.exactDecimal == nil ? text : "= " + text
        }
        switch self {
        case .difference: return "\(now) − \(before) \(change ?? "")"
        case .percent: return "(\(now) − \(before)) ÷ \(before) × 100 \(change ?? "")"
        }
    }
}
