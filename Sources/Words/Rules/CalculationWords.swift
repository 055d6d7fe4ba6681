// swift-format-ignore-file
package import Documents
package import Scoring
package import Values

/// Sentences of explanations.
package enum ExplanationWords {
    /// That a figure is what other units have together.
    package static func pooled(from codes: [String]) -> Phrase {
        let list = CleanText.cut(codes.joined(separator: ", "), at: 80)
        return Phrase("gộp từ \(codes.count) đơn vị: \(list)", "\(codes.count, "unit", "units") together: \(list)")
    }

    package static let againstTarget = Phrase("So với chỉ tiêu", "Against the target")
    package static let noEvidence = Phrase("Chưa có tài liệu kiểm chứng hoặc giải trình.",
                                           "Neither evidence nor explanation is given.")

    /// What stands in place of points: nothing yet, or nothing that anybody publishes.
    package static func noPoints(of maximum: FixedDecimal, digits: Int, isPublished: Bool) -> Phrase {
        let most = Phrase("\(maximum, digits: digits)")
        return isPublished
            ? Phrase("chưa có (tạm tính 0/\(most))", "none yet (0/\(most) for now)")
            : Phrase("không có (tối đa \(most))", "none (maximum \(most))")
    }

    /// What a part of a checklist or a formula would gain on its own.
    package static func part(_ part: PartGain, digits: Int) -> Phrase {
        let figure = part.metric.phrase(of: part.figure)
        return Phrase("\(Phrase(part.metric.name).quoted): \(figure) → thêm \(part.gain, digits: digits) điểm",
                      "\(Phrase(part.metric.name).quoted): \(figure) → \(part.gain, digits: digits) points more")
    }

    /// Whether a target is met that only the last year of the edition must reach.
    package static func targetOfPeriod(_ state: Phrase, _ year: Int) -> Phrase {
        Phrase("\(state) (chỉ tiêu của cả giai đoạn; mức của năm \(year) ghi ở quy tắc)",
               "\(state) (the whole period's target; the goal of \(year) stands in the rule)")
    }
}

extension MeasureExplanation {
    /// How the points came about with the figures put in, exact: `1,25 × 96,4 ÷ 100 = 1,205`.
    package func calculation(of maximum: ExactRatio, in year: Int) -> Phrase {
        Calculation(explanation: self, whole: maximum, year: year).phrase
    }
}

extension LeafExplanation {
    /// How the measures' points become the leaf's: `trung bình các ý áp dụng: (1,25 + 0,5) ÷ 2 → 0,88`; nil without
    /// points.
    package func combination(digits: Int) -> Phrase? {
        // What a condition on another criterion takes is said on its own.
        guard let points = requirement?.pointsIfMet ?? computed.points else { return nil }
        let counted = measures.compactMap { measure -> (term: Phrase, weight: Int)? in
            let isFull = measure.measure.notApplicable?.convention == .fullPoints
            let points: Phrase
            switch measure.outcome.state {
            case .scored: points = measure.outcome.points?.asTerm ?? .unknown
            case .notApplicable(.level), .notAssigned: return nil
            case .notApplicable(let reason):
                switch reason.settlement ?? (isFull ? .fullPoints : .leaveOut) {
                case .leaveOut, .shareOut: return nil
                case .fullPoints: points = Phrase("\(criterion.maximum)")
                case .zeroPoints, .keepMaximum: points = Phrase(verbatim: "0")
                }
            case .notReported, .lastYearNotReported, .noBase, .awaited, .notPublished, .faulty: points = Phrase(verbatim: "0")
            }
            let weight = measure.measure.weight
            return (weight == 1 ? points : Phrase("\(weight) × \(points)"), weight)
        }
        let terms = counted.map { $0.term }
        let scale = computed.sharedScale()
        if criterion.leaf?.combination == .minimum {
            let list = Phrase("(\(terms.joined("; ")))\(scale) → \(points, digits: digits)")
            return Phrase("mức thấp nhất \(list)", "least \(list)")
        }
        let weights = counted.reduce(0) { $0 + $1.weight }
        let mean = Phrase("(\(terms.joined(" + "))) ÷ \(weights)\(scale) → \(points, digits: digits)")
        return Phrase("trung bình các ý áp dụng: \(mean)", "mean of the measures that apply: \(mean)")
    }
}

extension LeafOutcome {
    /// How points on the criterion's own scale become those of a maximum to which others' is added: `; điểm tối đa 3 + 1,5
    /// = 4,5: 1,5 × 4,5 ÷ 3`; nil where nothing is.
    package func sharedScale(_ points: ExactRatio? = nil) -> Phrase? {
        let own = maximum - sharedIn
        guard sharedIn > 0, own > 0 else { return nil }
        let scaled = Phrase("\(points.map { Phrase("\($0.asTerm) ") })× \(maximum) ÷ \(own)")
        return Phrase("; điểm tối đa \(own) + \(sharedIn) = \(maximum) (thêm phần của tiêu chí khác): \(scaled)",
                      "; maximum \(own) + \(sharedIn) = \(maximum) (with that of others): \(scaled)")
    }
}

/// A measure's rule with its numbers put in.
private struct Calculation {
    let explanation: MeasureExplanation
    let whole: ExactRatio
    let year: Int
    private var maximum: FixedDecimal { whole.rounded(.finest) ?? 0 }
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
            let terms = rule.items.map { item in
                number { $0.metric.code == item.metric } ?? .zero >= .one
                    ? Phrase("\(factor(item.amount)) (\(Phrase.yes))") : Phrase("0 (\(Phrase.no))")
            }
            return Phrase("\(terms.joined(" + ")) \(result)")
        case .formula(let rule): return calculation(of: rule)
        case .perItem(let rule):
            return Phrase("\(factor(rule.each)) × \(value)\(isFlat ? atMost(factor(rule.cap)) : nil) \(result)")
        case .bonus(let rule):
            return Phrase("\(rule.each) × \(value)\(isCapped ? atMost(Phrase("\(rule.cap)")) : nil) \(result)")
        case .penalty(let rule):
            let capped = Phrase(", trừ không quá \(rule.cap)", ", not more than \(rule.cap) taken")
            return Phrase("−\(rule.each) × \(value)\(isCapped ? capped : nil) \(result)")
        case .deduction(let rule):
            if quantity == .zero { return Phrase("\(measure.withUnit(0 as FixedDecimal)): \(flatResult)") }
            return Phrase("\(maximum) − \(factor(rule.each)) × \(value)\(heldAtZero) \(result)")
        case .limit(let rule): return calculation(of: rule)
        case .watched: return Phrase("\(quantity.map { measure.withUnit($0) } ?? .unknown): \(LeafStatus.watched.phrase.lowercased)")
        case .relative: return explanation.comparison.map { calculation(of: $0) } ?? .none
        case .freeValue: return Phrase("điểm được cho: \(value)", "points given: \(value)")
        case .changeFromLastYear(let rule): return change(rule.form, rule.goal) { $0.isLastYear }
        case .changeFromBaseYear(let rule): return change(rule.form, rule.goals[year]) { $0.metric.code == rule.base }
        }
    }

    private func share(of base: FixedDecimal) -> Phrase { Phrase("\(maximum) × \(value) ÷ \(base) \(result)") }

    private func line(from zeroAt: FixedDecimal, to full: FixedDecimal) -> Phrase {
        // A number below zero behind a minus sign stands in brackets.
        let zero = zeroAt < 0 ? Phrase("(\(zeroAt))") : Phrase("\(zeroAt)")
        return Phrase("\(maximum) × (\(value) − \(zero)) ÷ (\(full) − \(zero)) \(result)")
    }

    private func calculation(of rule: FormulaRule) -> Phrase {
        let values = rule.figures.sorted { $0.key < $1.key }.map { name, code in
            let used = explanation.figures.first { $0.metric.code == code && !$0.isLastYear }
            // Of 0 ÷ 0, what its convention says stands in place of a number.
            let isNothing = used?.figure == .ratio(numerator: 0, denominator: 0)
            let number = used.map { isNothing ? $0.metric.phrase(of: $0.figure) : term($0) } ?? .unknown
            return Phrase("\(name) = \(number)").with(remark: isNothing ? used?.metric.zeroDenominator?.convention.phrase : nil)
        }.joined("; ")
        let number = quantity.map { Phrase(" \($0.asResult)") }
        let held = Phrase(", giữ trong khoảng từ 0 đến điểm tối đa: \(flatResult)",
                          ", held within 0 and the maximum: \(flatResult)")
        return Phrase("\(values); maximum = \(maximum): \(rule.text)\(number)\(isFlat ? held : nil)\(restOfMaximum)")
    }

    /// `; điểm tối đa còn 3 − 2 = 1`: what is left of the maximum where figures of 0 ÷ 0 are out of it.
    private var restOfMaximum: Phrase? {
        guard let leftOut = explanation.outcome.leftOut, let sharedOut = explanation.outcome.sharedOut,
            let out = leftOut.adding(sharedOut), out > .zero, let rest = ExactRatio(maximum).subtracting(out)
        else { return nil }
        let difference = Phrase("\(maximum) − \(out.asTerm) \(rest.asResult)")
        return Phrase("; điểm tối đa còn \(difference)", "; what is left of the maximum: \(difference)")
    }

    private func calculation(of rule: LimitRule) -> Phrase {
        guard let quantity else { return .none }
        let main = measure.metrics[0].code
        let excess = if case .number(let most) = rule.limit { quantity.subtracting(ExactRatio(most)) } else { quantity }
        let (value, limit) = switch rule.limit {
        case .number(let number): (measure.withUnit(quantity), measure.withUnit(number))
        case .metric(let code): (term { $0.metric.code == main }, term { $0.metric.code == code })
        }
        let compared = Phrase("\(value) \((excess ?? .zero) > .zero ? ">" : "≤") \(limit)")
        guard let excess, excess > .zero, let each = rule.overEach else { return Phrase("\(compared): \(flatResult)") }
        return Phrase("\(compared); \(maximum) − \(factor(each)) × \(excess)\(heldAtZero) \(result)")
    }

    /// `(105 − 100) ÷ 100 × 100 = 5 %`.
    private func change(_ form: ChangeForm, _ goal: ChangeTarget?, isBefore: (UsedFigure) -> Bool) -> Phrase {
        let (now, before) = (term { !isBefore($0) }, term(isBefore))
        let change = Phrase("\(quantity?.asResult.with(unit: measure.unitPhrase))\(goal.map { reached($0) })")
        return switch form {
        case .difference: Phrase("\(now) − \(before) \(change)")
        case .percent: Phrase("(\(now) − \(before)) ÷ \(before) × 100 \(change)")
        }
    }

    /// `; 1,5 × (−5 − 0) ÷ (−7,5 − 0) = 1`, or what a flat part earns.
    private func reached(_ goal: ChangeTarget) -> Phrase {
        if case .full(let full, let zeroAt?) = goal, !isFlat { return Phrase("; \(line(from: zeroAt, to: full.value))") }
        return Phrase("\(Phrase.none.with(remark: reachedRange)): \(flatResult)")
    }

    private func calculation(of comparison: PeerComparison) -> Phrase {
        if comparison.isEqual {
            let all = RelativeWords.equalFigures(comparison.count)
            return Phrase("\(all): \(flatResult)")
        }
        let isHigher = measure.metrics[0].direction == .higher
        switch comparison.rule.against {
        case .minMax:
            guard let range = comparison.range, range.low < range.high else { return flat }
            let (worst, best) = isHigher ? (range.low, range.high) : (range.high, range.low)
            return Phrase("\(maximum) × (\(value) − \(worst.asTerm)) ÷ (\(best.asTerm) − \(worst.asTerm)) \(result)")
        case .rank:
            guard let place = comparison.place, let last = comparison.lastPlace else { return .none }
            return Phrase("\(maximum) × (\(last.decimal) − \(place.decimal)) ÷ (\(last.decimal) − 1) \(result)")
        case .z:
            guard let z = comparison.z, let sides = comparison.rule.deviations else { return .none }
            let turned = isHigher ? z : z.negated
            func inBrackets(_ number: FixedDecimal?) -> Phrase {
                number.map { $0 < 0 ? Phrase("(\($0))") : Phrase("\($0)") } ?? .unknown
            }
            let (low, high) = (inBrackets(sides.low), inBrackets(sides.high))
            return Phrase("z = \(turned.asTerm); \(maximum) × (z − \(low)) ÷ (\(high) − \(low)) \(result)")
        case .maximum, .minimum, .mean, .median, .leader:
            let reference = comparison.reference?.asTerm ?? .unknown
            if isWhole || comparison.rule.condition != nil {
                let against = comparison.rule.against.name
                return Phrase("\(value) (\(against): \(reference)): \(flatResult)")
            }
            return isHigher
                ? Phrase("\(maximum) × \(value) ÷ \(reference) \(result)")
                : Phrase("\(maximum) × \(reference) ÷ \(value) \(result)")
        }
    }

    private func atMost(_ cap: Phrase) -> Phrase { Phrase(", không quá \(cap)", ", at most \(cap)") }

    /// The first figure that is meant, as a number; nil when there is none.
    private func number(_ isMeant: (UsedFigure) -> Bool) -> ExactRatio? {
        explanation.figures.first(where: isMeant)?.figure.exactNumber
    }
    private func term(_ isMeant: (UsedFigure) -> Bool) -> Phrase { number(isMeant).map { Phrase("\($0)") } ?? .unknown }
    private func term(_ used: UsedFigure) -> Phrase { used.figure.exactNumber.map { Phrase("\($0)") } ?? .unknown }

    /// What the rule looked at, as a number to calculate with; two counts where their quotient has no end.
    private var value: Phrase {
        guard let quantity else { return .unknown }
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

    /// Whether the points are the maximum, of which decimals may be only the nearest.
    private var isWhole: Bool { explanation.outcome.points.map { $0 == whole } ?? false }

    /// What a flat part of the scale earns: `được điểm tối đa 1,25` or `0 điểm`.
    private var flatResult: Phrase? {
        explanation.outcome.points.map { points in
            isWhole
                ? Phrase("được điểm tối đa \(maximum)", "the maximum, \(maximum)")
                : Phrase("\(points) điểm", "\(points) points")
        }
    }

    /// The part of the scale that was reached: `từ 80 % đến 99 %`.
    private var reachedRange: Phrase? { explanation.reached.flatMap { measure.range(from: $0.lower, to: $0.upper) } }

    /// The value with the part of the scale that it lies in, and what that earns.
    private var flat: Phrase {
        let head = quantity.map { measure.withUnit($0) } ?? .unknown
        return Phrase("\(head.with(remark: reachedRange)): \(flatResult)")
    }
}

extension Phrase { fileprivate static let unknown = Phrase(verbatim: "?") }

extension ExactRatio {
    /// What was done about a task, of 2, 1 or 0: `hoàn thành đúng hạn`.
    var taskPhrase: Phrase {
        (self >= ExactRatio(2) ? TaskProgress.doneInTime : self >= .one ? .doneLate : .notDone).phrase
    }
}
