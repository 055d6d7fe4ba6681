package import Documents
internal import Words
import Scoring
import Values

/// A rule's shape in words: what it says, and how it came to the points with the figures put in.
protocol RuleWords {
    /// What the rule says: `điểm = điểm tối đa × giá trị ÷ 100; …`.
    func statement(_ words: MeasureWords) -> String

    /// How the points came about, exact: `1,25 × 96,4 ÷ 100 = 1,205`.
    func calculation(_ words: MeasureWords) -> String
}

extension ScoringRule {
    /// The words of the rule's shape.
    var words: any RuleWords {
        switch self {
        case .proportional(let rule): rule
        case .bands(let rule): rule
        case .linear(let rule): rule
        case .yesNo(let rule): rule
        case .checklist(let rule): rule
        case .perItem(let rule): rule
        case .deduction(let rule): rule
        case .limit(let rule): rule
        case .changeFromLastYear(let rule): rule
        case .changeFromBaseYear(let rule): rule
        case .countThreshold(let rule): rule
        case .surveyShare(let rule): rule
        case .freeValue(let rule): rule
        case .bonus(let rule): rule
        case .penalty(let rule): rule
        case .formula(let rule): rule
        case .task(let rule): rule
        }
    }
}

extension ProportionalRule: RuleWords {
    func statement(_ words: MeasureWords) -> String {
        var parts = [
            words.say(
                "điểm = điểm tối đa × giá trị ÷ \(words.text(base))", "points = maximum × value ÷ \(words.text(base))")
        ]
        if let floor {
            let below = Bound(floor.comparison == .above ? .atMost : .below, floor.value)
            parts.append(words.say("\(words.bound(below)) không có điểm", "\(words.bound(below)) nothing"))
        }
        parts.append(words.say("\(words.bound(full)) được điểm tối đa", "\(words.bound(full)) the maximum"))
        return parts.joined(separator: "; ")
    }

    func calculation(_ words: MeasureWords) -> String {
        if words.isFlat { return words.flatCalculation }
        return "\(words.most) × \(words.value) ÷ \(words.text(base)) \(words.result)"
    }
}

extension SurveyShareRule: RuleWords {
    func statement(_ words: MeasureWords) -> String {
        words.say("theo kết quả khảo sát: ", "by the survey's result: ") + proportional.statement(words)
    }

    func calculation(_ words: MeasureWords) -> String {
        proportional.calculation(words)
    }
}

extension BandsRule: RuleWords {
    func statement(_ words: MeasureWords) -> String {
        bands.reversed().map { band in
            let range = words.range(from: band.lower.map(Limit.init), to: band.upper.map(Limit.init)) ?? ""
            let amount =
                switch band.amount {
                case .points(0), .share(0): words.say("không có điểm", "nothing")
                case let other: words.amount(other)
                }
            return "\(range): \(amount)"
        }.joined(separator: "; ")
    }

    func calculation(_ words: MeasureWords) -> String { words.flatCalculation }
}

extension LinearRule: RuleWords {
    func statement(_ words: MeasureWords) -> String {
        let (zero, full) = (words.withUnit(zeroAt), words.withUnit(fullAt))
        return words.say(
            "theo đường thẳng từ \(zero) (0 điểm) đến \(full) (điểm tối đa)",
            "a straight line from \(zero) (0 points) to \(full) (the maximum)")
    }

    func calculation(_ words: MeasureWords) -> String {
        if words.isFlat { return words.flatCalculation }
        return LineWords.calculation(zeroAt: zeroAt, fullAt: fullAt, words)
    }
}

/// A straight line from nothing to the maximum, with its numbers put in.
enum LineWords {
    static func calculation(zeroAt: FixedDecimal, fullAt: FixedDecimal, _ words: MeasureWords) -> String {
        let (zero, full) = (bracketed(zeroAt, words), words.text(fullAt))
        let value = words.value
        return "\(words.most) × (\(value) − \(zero)) ÷ (\(full) − \(zero)) \(words.result)"
    }

    /// A number below zero behind a minus sign stands in brackets.
    private static func bracketed(_ number: FixedDecimal, _ words: MeasureWords) -> String {
        number < 0 ? "(\(words.text(number)))" : words.text(number)
    }
}

extension YesNoRule: RuleWords {
    func statement(_ words: MeasureWords) -> String {
        fullWhen == .yes
            ? words.say("có thì được điểm tối đa, không thì không có điểm", "the maximum for yes, nothing for no")
            : words.say("không có thì được điểm tối đa, có thì không có điểm", "the maximum for no, nothing for yes")
    }

    func calculation(_ words: MeasureWords) -> String {
        let isYes = words.quantity.map { $0 >= .one } ?? false
        return "\(isYes ? words.say("có", "yes") : words.say("không", "no")): \(words.flatResult)"
    }
}

extension TaskRule: RuleWords {
    func statement(_ words: MeasureWords) -> String {
        let amount = words.amount(late)
        return words.say(
            "hoàn thành đúng hạn được điểm tối đa; trễ hạn được \(amount); chưa hoàn thành không có điểm",
            "the maximum when done in time; \(amount) when late; nothing when not done")
    }

    func calculation(_ words: MeasureWords) -> String {
        "\(TaskWords.text(words.quantity ?? .zero, in: words.language)): \(words.flatResult)"
    }
}

extension ChecklistRule: RuleWords {
    func statement(_ words: MeasureWords) -> String {
        let parts = items.map { item in "\(name(of: item, words)): \(words.amount(item.amount))" }
        return words.say("cộng điểm từng việc đã làm; ", "what is done adds up; ") + parts.joined(separator: "; ")
    }

    func calculation(_ words: MeasureWords) -> String {
        let terms = items.map { item in
            let figure = words.explanation.figures.first { $0.metric.code == item.metric }?.figure
            return if case .value(let value) = figure, value >= 1 {
                "\(words.factor(item.amount)) (\(words.say("có", "yes")))"
            } else {
                "0 (\(words.say("không", "no")))"
            }
        }
        return "\(terms.joined(separator: " + ")) \(words.result)"
    }

    private func name(of item: Item, _ words: MeasureWords) -> String {
        words.measure.metrics.first { $0.code == item.metric }?.name.text(words.language) ?? item.metric
    }
}

extension FormulaRule: RuleWords {
    func statement(_ words: MeasureWords) -> String {
        let names = figures.sorted { $0.key < $1.key }.map { name, code in
            let metric = words.measure.metrics.first { $0.code == code }
            return "\(name) = \(metric?.name.text(words.language) ?? code)"
        }
        return words.say("điểm = ", "points = ") + text
            + words.say(", trong khoảng từ 0 đến điểm tối đa; ", ", held within 0 and the maximum; ")
            + names.joined(separator: "; ")
    }

    func calculation(_ words: MeasureWords) -> String {
        let values = figures.sorted { $0.key < $1.key }.map { name, code in
            let figure = words.explanation.figures.first { $0.metric.code == code && !$0.isLastYear }
            return "\(name) = \(figure.map { FigureWords.number($0.figure, words.numbers) } ?? "?")"
        }
        var text = "\(values.joined(separator: "; ")); maximum = \(words.most): \(self.text)"
        if let quantity = words.quantity { text += " \(words.numbers.equals(quantity))" }
        if words.isFlat {
            text += words.say(", giữ trong khoảng từ 0 đến điểm tối đa", ", held within 0 and the maximum")
            text += ": \(words.flatResult)"
        }
        return text
    }
}
