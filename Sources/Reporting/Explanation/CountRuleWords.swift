package import Documents
internal import Words
import Scoring
import Values

// Rules that count items, violations and what lies beyond a limit.

extension PerItemRule: RuleWords {
    func statement(_ words: MeasureWords) -> String {
        let item = words.unit ?? words.say("mục", "item")
        return words.say(
            "mỗi \(item) được \(words.amount(each)), tối đa \(words.amount(cap))",
            "\(words.amount(each)) for each \(item), up to \(words.amount(cap))")
    }

    func calculation(_ words: MeasureWords) -> String {
        words.product(
            "\(words.factor(each)) × \(words.value)", isCapped: words.isFlat,
            vi: "không quá \(words.factor(cap))", en: "at most \(words.factor(cap))")
    }
}

extension DeductionRule: RuleWords {
    func statement(_ words: MeasureWords) -> String {
        let item = words.unit ?? words.say("vi phạm", "violation")
        return words.say(
            "không có \(item) nào được điểm tối đa; mỗi \(item) trừ \(words.amount(each)), không trừ quá điểm tối đa",
            "the maximum without any \(item); \(words.amount(each)) off for each \(item), never below zero")
    }

    func calculation(_ words: MeasureWords) -> String {
        if words.quantity == .zero { return words.flatCalculationOfNone }
        let difference = "\(words.most) − \(words.factor(each)) × \(words.value)"
        return words.isFlat
            ? words.say("\(difference), không dưới 0 \(words.result)", "\(difference), not below 0 \(words.result)")
            : "\(difference) \(words.result)"
    }
}

extension MeasureWords {
    /// So much for each, what holds it, and the points that came out.
    fileprivate func product(_ product: String, isCapped: Bool, vi: String, en: String) -> String {
        (isCapped ? "\(product), \(say(vi, en))" : product) + " \(result)"
    }

    /// No violation at all.
    fileprivate var flatCalculationOfNone: String {
        "0\(unit.map { " " + $0 } ?? ""): \(flatResult)"
    }
}

extension LimitRule: RuleWords {
    func statement(_ words: MeasureWords) -> String {
        let most: String =
            switch limit {
            case .number(let number): words.withUnit(number)
            case .metric(let code): words.quoted(name(of: code, words))
            }
        let beyond = overEach.map { amount in
            words.say(
                "mỗi đơn vị vượt trừ \(words.amount(amount)), không trừ quá điểm tối đa",
                "\(words.amount(amount)) off for each one beyond, never below zero")
        }
        return words.say(
            "không vượt quá \(most) được điểm tối đa; \(beyond ?? "vượt thì không có điểm")",
            "the maximum when not beyond \(most); \(beyond ?? "nothing beyond")")
    }

    func calculation(_ words: MeasureWords) -> String {
        guard let quantity = words.quantity else { return "" }
        let compared: String
        let excess: ExactRatio?
        switch limit {
        case .number(let number):
            excess = quantity.subtracting(ExactRatio(number))
            compared = "\(words.withUnit(quantity)) \(sign(excess)) \(words.withUnit(number))"
        case .metric(let code):
            excess = quantity
            let figures = words.explanation.figures
            let value = figures.first { $0.metric.code == words.main.code }.map { $0.figure } ?? .notReported
            let other = figures.first { $0.metric.code == code }.map { $0.figure } ?? .notReported
            compared =
                "\(FigureWords.number(value, words.numbers)) \(sign(excess)) "
                + "\(FigureWords.number(other, words.numbers))"
        }
        guard let excess, excess > .zero, let overEach else { return "\(compared): \(words.flatResult)" }
        let beyond = words.numbers.text(excess)
        let difference = "\(words.most) − \(words.factor(overEach)) × \(beyond)"
        return "\(compared); \(difference)"
            + (words.isFlat ? words.say(", không dưới 0", ", not below 0") : "") + " \(words.result)"
    }

    private func sign(_ excess: ExactRatio?) -> String {
        (excess ?? .zero) > .zero ? ">" : "≤"
    }

    private func name(of code: String, _ words: MeasureWords) -> String {
        words.measure.metrics.first { $0.code == code }?.name.text(words.language) ?? code
    }
}

extension CountThresholdRule: RuleWords {
    func statement(_ words: MeasureWords) -> String {
        let reached = words.bound(threshold)
        return below == .zero
            ? words.say(
                "\(reached) được điểm tối đa, chưa đạt thì không có điểm", "\(reached): the maximum, else nothing")
            : words.say(
                "\(reached) được điểm tối đa, chưa đạt thì theo tỷ lệ với mức phải đạt",
                "\(reached): the maximum, else the share of what must be reached")
    }

    func calculation(_ words: MeasureWords) -> String {
        if words.isFlat { return words.flatCalculation }
        return "\(words.most) × \(words.value) ÷ \(words.text(threshold.value)) \(words.result)"
    }
}

extension FreeValueRule: RuleWords {
    func statement(_ words: MeasureWords) -> String {
        words.say(
            "người chấm cho từ \(words.text(minimum)) đến \(words.text(maximum)) điểm, mỗi bước \(words.text(step))",
            "people give from \(words.text(minimum)) to \(words.text(maximum)) points, in steps of \(words.text(step))")
    }

    func calculation(_ words: MeasureWords) -> String {
        words.say("điểm được cho: \(words.value)", "points given: \(words.value)")
    }
}

extension BonusRule: RuleWords {
    func statement(_ words: MeasureWords) -> String {
        let item = words.unit ?? words.say("mục", "item")
        return words.say(
            "điểm thưởng: mỗi \(item) cộng \(words.text(each)) điểm, cộng tối đa \(words.text(cap)) điểm",
            "bonus: \(words.text(each)) points added for each \(item), \(words.text(cap)) at most")
    }

    func calculation(_ words: MeasureWords) -> String {
        words.product(
            "\(words.text(each)) × \(words.value)", isCapped: words.isFlat && words.quantity != .zero,
            vi: "không quá \(words.text(cap))", en: "at most \(words.text(cap))")
    }
}

extension PenaltyRule: RuleWords {
    func statement(_ words: MeasureWords) -> String {
        let item = words.unit ?? words.say("vi phạm", "violation")
        return words.say(
            "điểm trừ: mỗi \(item) trừ \(words.text(each)) điểm, trừ tối đa \(words.text(cap)) điểm",
            "penalty: \(words.text(each)) points taken for each \(item), \(words.text(cap)) at most")
    }

    func calculation(_ words: MeasureWords) -> String {
        words.product(
            "−\(words.text(each)) × \(words.value)", isCapped: words.isFlat && words.quantity != .zero,
            vi: "trừ không quá \(words.text(cap))", en: "not more than \(words.text(cap)) taken")
    }
}
