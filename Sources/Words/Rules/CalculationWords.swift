// swift-format-ignore-file
// A text in Vietnamese, and the same in English below it.

package import Documents
package import Scoring
package import Values

extension MeasureExplanation {
    /// How the points came about with the figures put in, exact: `1,25 × 96,4 ÷ 100 = 1,205`.
    ///
    /// - Parameters:
    ///   - maximum: the leaf's maximum, on whose scale the rule's points are.
    ///   - year: the year that is scored.
    package func calculation(of maximum: FixedDecimal, in year: Int) -> Phrase {
        Calculation(explanation: self, maximum: maximum, year: year).phrase
    }
}

extension LeafExplanation {
    /// How the measures' points become the leaf's: `trung bình các ý áp dụng: (1,25 + 0,5) ÷ 2 → 0,88`; nil without
    /// points.
    ///
    /// - Parameter digits: at least as many decimals in the leaf's points.
    package func combination(digits: Int) -> Phrase? {
        guard let points = outcome.points else { return nil }
        let counted = measures.compactMap { measure -> (term: Phrase, weight: Int)? in
            let weight = measure.measure.weight
            let factor = Phrase(verbatim: weight == 1 ? "" : "\(weight) × ")
            switch measure.outcome.state {
            case .scored: return (factor + (measure.outcome.points?.asTerm ?? Phrase(verbatim: "?")), weight)
            case .notApplicable(let reason):
                guard reason != .level, measure.measure.notApplicable?.convention == .fullPoints else { return nil }
                return (Phrase("\(factor)\(criterion.maximum)"), weight)
            case .notReported, .lastYearNotReported, .awaited, .notPublished, .faulty:
                return (Phrase("\(factor)0"), weight)
            }
        }
        let terms = counted.map { $0.term }
        if criterion.leaf?.combination == .minimum {
            let list = terms.joined("; ")
            return Phrase("mức thấp nhất (\(list)) → \(points, digits: digits)",
                          "least (\(list)) → \(points, digits: digits)")
        }
        let (sum, weights) = (terms.joined(" + "), counted.reduce(0) { $0 + $1.weight })
        return Phrase("trung bình các ý áp dụng: (\(sum)) ÷ \(weights) → \(points, digits: digits)",
                      "mean of the measures that apply: (\(sum)) ÷ \(weights) → \(points, digits: digits)")
    }
}

/// A measure's rule with its numbers put in.
private struct Calculation {
    let explanation: MeasureExplanation
    let maximum: FixedDecimal
    let year: Int

    private var measure: Measure { explanation.measure }
    private var quantity: ExactRatio? { explanation.outcome.quantity }

    var phrase: Phrase {
        switch measure.rule {
        case .proportional(let rule): return isFlat ? flat : share(of: rule.base)
        case .surveyShare(let rule): return isFlat ? flat : share(of: rule.proportional.base)
        case .countThreshold(let rule): return isFlat ? flat : share(of: rule.threshold.value)
        case .bands: return flat
        case .linear(let rule): return isFlat ? flat : line(from: rule.zeroAt, to: rule.fullAt)
        case .yesNo: return Phrase("\((quantity ?? .zero) >= .one ? Phrase.yes : .no): \(flatResult)")
        case .task: return Phrase("\((quantity ?? .zero).taskPhrase): \(flatResult)")
        case .checklist(let rule):
            let terms = rule.items.map { item -> Phrase in
                guard case .value(let value) = figure(item.metric), value >= 1 else {
                    return Phrase("0 (\(Phrase.no))")
                }
                return Phrase("\(factor(item.amount)) (\(Phrase.yes))")
            }
            return Phrase("\(terms.joined(" + ")) \(result)")
        case .formula(let rule): return calculation(of: rule)
        case .perItem(let rule):
            let cap = factor(rule.cap)
            let capped = Phrase(", không quá \(cap)", ", at most \(cap)")
            return Phrase("\(factor(rule.each)) × \(value)\(isFlat ? capped : nil) \(result)")
        case .bonus(let rule):
            let capped = Phrase(", không quá \(rule.cap)", ", at most \(rule.cap)")
            return Phrase("\(rule.each) × \(value)\(isCapped ? capped : nil) \(result)")
        case .penalty(let rule):
            let capped = Phrase(", trừ không quá \(rule.cap)", ", not more than \(rule.cap) taken")
            return Phrase("−\(rule.each) × \(value)\(isCapped ? capped : nil) \(result)")
        case .deduction(let rule):
            if quantity == .zero { return Phrase("\(measure.withUnit(0 as FixedDecimal)): \(flatResult)") }
            return Phrase("\(maximum) − \(factor(rule.each)) × \(value)\(heldAtZero) \(result)")
        case .limit(let rule): return calculation(of: rule)
        case .freeValue: return Phrase("điểm được cho: \(value)", "points given: \(value)")
        case .changeFromLastYear(let rule):
            let figures = explanation.figures
            let (now, before) = (figures.first { !$0.isLastYear }, figures.first { $0.isLastYear })
            return change(rule.form, now, before) + reached(rule.goal)
        case .changeFromBaseYear(let rule):
            let figures = explanation.figures
            let (now, before) = (
                figures.first { $0.metric.code != rule.base }, figures.first { $0.metric.code == rule.base }
            )
            return change(rule.form, now, before) + (rule.goals[year].map { reached($0) } ?? .none)
        }
    }

    // MARK: Shapes

    private func share(of base: FixedDecimal) -> Phrase { Phrase("\(maximum) × \(value) ÷ \(base) \(result)") }

    private func line(from zeroAt: FixedDecimal, to full: FixedDecimal) -> Phrase {
        // A number below zero behind a minus sign stands in brackets.
        let zero = zeroAt < 0 ? Phrase("(\(zeroAt))") : Phrase("\(zeroAt)")
        return Phrase("\(maximum) × (\(value) − \(zero)) ÷ (\(full) − \(zero)) \(result)")
    }

    private func calculation(of rule: FormulaRule) -> Phrase {
        let values = rule.figures.sorted { $0.key < $1.key }.map { name, code in
            let used = explanation.figures.first { $0.metric.code == code && !$0.isLastYear }
            return Phrase("\(name) = \((used?.figure ?? .notReported).asTerm)")
        }.joined("; ")
        let number = quantity.map { Phrase(" \($0.asResult)") }
        let formula = Phrase("\(values); maximum = \(maximum): \(rule.text)\(number)")
        return isFlat
            ? Phrase("\(formula), giữ trong khoảng từ 0 đến điểm tối đa: \(flatResult)",
                     "\(formula), held within 0 and the maximum: \(flatResult)") : formula
    }

    private func calculation(of rule: LimitRule) -> Phrase {
        guard let quantity else { return .none }
        let excess: ExactRatio?
        let (value, limit): (Phrase, Phrase)
        switch rule.limit {
        case .number(let number):
            excess = quantity.subtracting(ExactRatio(number))
            (value, limit) = (measure.withUnit(quantity), measure.withUnit(number))
        case .metric(let code):
            excess = quantity
            (value, limit) = (
                (figure(measure.metrics[0].code) ?? .notReported).asTerm, (figure(code) ?? .notReported).asTerm
            )
        }
        let compared = Phrase("\(value) \((excess ?? .zero) > .zero ? ">" : "≤") \(limit)")
        guard let excess, excess > .zero, let overEach = rule.overEach else {
            return Phrase("\(compared): \(flatResult)")
        }
        return Phrase("\(compared); \(maximum) − \(factor(overEach)) × \(excess)\(heldAtZero) \(result)")
    }

    /// `(105 − 100) ÷ 100 × 100 = 5 %`.
    private func change(_ form: ChangeForm, _ now: UsedFigure?, _ before: UsedFigure?) -> Phrase {
        let (now, before) = ((now?.figure ?? .notReported).asTerm, (before?.figure ?? .notReported).asTerm)
        let change = quantity.map { $0.asResult.with(unit: measure.unitPhrase) }
        return switch form {
        case .difference: Phrase("\(now) − \(before) \(change)")
        case .percent: Phrase("(\(now) − \(before)) ÷ \(before) × 100 \(change)")
        }
    }

    /// `; 1,5 × (−5 − 0) ÷ (−7,5 − 0) = 1`, or what a flat part earns.
    private func reached(_ goal: ChangeGoal) -> Phrase {
        if let zeroAt = goal.zeroAt, !isFlat { return Phrase("; \(line(from: zeroAt, to: goal.full.value))") }
        return reachedRange.map { Phrase(" (\($0)): \(flatResult)") } ?? Phrase(": \(flatResult)")
    }

    // MARK: Parts

    private func figure(_ code: String) -> Figure? {
        explanation.figures.first { $0.metric.code == code }.map { $0.figure }
    }

    /// What the rule looked at, as a number to calculate with; two counts where their quotient has no end.
    private var value: Phrase {
        guard let quantity else { return Phrase(verbatim: "?") }
        if quantity.exactDecimal == nil, explanation.figures.count == 1,
            case .ratio(let numerator, let denominator) = explanation.figures[0].figure
        {
            return Phrase("(\(numerator) ÷ \(denominator) × 100)")
        }
        return quantity.asTerm
    }

    /// An amount as a factor: `0,5`, `50 % × 1,25`.
    private func factor(_ amount: Amount) -> Phrase {
        switch amount {
        case .points(let points): Phrase("\(points)")
        case .share(100): Phrase("\(maximum)")
        case .share(let share): Phrase("\(share) % × \(maximum)")
        }
    }

    /// `= 1,205`: the points that came out.
    private var result: Phrase? { explanation.outcome.points?.asResult }

    /// Whether the figure lies on a flat part of the scale.
    private var isFlat: Bool { explanation.reached.map { $0.slope == .zero } ?? true }
    private var isCapped: Bool { isFlat && quantity != .zero }

    private var heldAtZero: Phrase? { isFlat ? Phrase(", không dưới 0", ", not below 0") : nil }

    /// What a flat part of the scale earns: `được điểm tối đa 1,25` or `0 điểm`.
    private var flatResult: Phrase? {
        explanation.outcome.points.map { points in
            points == ExactRatio(maximum)
                ? Phrase("được điểm tối đa \(maximum)", "the maximum, \(maximum)")
                : Phrase("\(points) điểm", "\(points) points")
        }
    }

    /// The part of the scale that was reached: `từ 80 % đến 99 %`.
    private var reachedRange: Phrase? {
        explanation.reached.flatMap { measure.range(from: $0.lower, to: $0.upper) }
    }

    /// The value with the part of the scale that it lies in, and what that earns.
    private var flat: Phrase {
        let head = quantity.map { measure.withUnit($0) } ?? Phrase(verbatim: "?")
        return reachedRange.map { Phrase("\(head) (\($0)): \(flatResult)") } ?? Phrase("\(head): \(flatResult)")
    }
}

extension ExactRatio {
    /// What was done about a task, of 2, 1 or 0: `hoàn thành đúng hạn`.
    var taskPhrase: Phrase {
        (self >= ExactRatio(2) ? TaskProgress.doneInTime : self >= .one ? .doneLate : .notDone).phrase
    }
}
