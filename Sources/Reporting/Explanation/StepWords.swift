package import Documents
internal import Words
import Scoring
import Values

/// Next steps in words.
enum StepWords {
    /// `cần trên 99 %: thêm 14 hồ sơ (496/500) → 1,25 điểm, thêm 0,04`.
    static func text(_ step: NextStep, _ words: MeasureWords) -> String {
        let needed = need(step, words)
        var text = words.say("cần \(needed)", "needs \(needed)")
        if !isAnswer(words), !isTask(words), let how = how(step, words) { text += ": \(how)" }
        let (points, gain) = (words.text(step.points), words.text(step.gain))
        return text
            + words.say(
                " → tiêu chí được \(points) điểm, thêm \(gain)", " → points of the criterion: \(points), \(gain) more")
    }

    /// What a step needs: `trên 99 %`, `«có»`, `«hoàn thành đúng hạn»`.
    static func need(_ step: NextStep, _ words: MeasureWords) -> String {
        if isTask(words) { return task(step, words) }
        guard isAnswer(words) else { return limit(step, words) }
        return words.quoted(step.needed.comparison == .atLeast ? words.say("có", "yes") : words.say("không", "no"))
    }

    /// Whether yes or no is what must change.
    private static func isAnswer(_ words: MeasureWords) -> Bool {
        if case .yesNo = words.measure.rule { true } else { false }
    }

    private static func limit(_ step: NextStep, _ words: MeasureWords) -> String {
        if case .deduction = words.measure.rule, step.needed.comparison == .atMost, step.needed.value == .zero {
            return words.say("không có \(words.unit ?? "vi phạm") nào", "no \(words.unit ?? "violation") at all")
        }
        return words.limit(step.needed)
    }

    private static func isTask(_ words: MeasureWords) -> Bool {
        if case .task = words.measure.rule { true } else { false }
    }

    private static func task(_ step: NextStep, _ words: MeasureWords) -> String {
        words.quoted(TaskWords.text(step.needed.value, in: words.language))
    }

    private static func how(_ step: NextStep, _ words: MeasureWords) -> String? {
        let main = words.explanation.figures.first { $0.metric.code == words.main.code && !$0.isLastYear }
        if let needed = step.numerator, case .ratio(let now, let whole) = main?.figure {
            let counted = words.main.ratio?.numerator.text(words.language) ?? ""
            let ratio = "\(words.text(needed))/\(words.text(whole))"
            return "\(difference(from: now, to: needed, unit: nil, words)) \(words.quoted(counted)) (\(ratio))"
        }
        guard let needed = step.figure else { return nil }
        guard case .value(let now) = main?.figure, words.main.kind == .count else {
            // What must be reached is said already.
            if ExactRatio(needed) == step.needed.value { return nil }
            return words.say("đạt \(words.withUnit(needed))", "reach \(words.withUnit(needed))")
        }
        let change = difference(from: now, to: needed, unit: words.unit, words)
        return words.say("\(change), thành \(words.withUnit(needed))", "\(change), to \(words.withUnit(needed))")
    }

    /// `thêm 14`, `bớt 3 vi phạm`.
    private static func difference(
        from now: FixedDecimal, to needed: FixedDecimal, unit: String?, _ words: MeasureWords
    ) -> String {
        let isMore = needed >= now
        let change = ExactRatio(needed).subtracting(ExactRatio(now))?.rounded(.finest) ?? 0
        let amount = words.numbers.text(isMore ? change : -change, unit: unit)
        return isMore ? words.say("thêm \(amount)", "\(amount) more") : words.say("bớt \(amount)", "\(amount) fewer")
    }
}
