// swift-format-ignore-file
package import Documents
package import Scoring
internal import Values

extension Comparison {
    /// A bound: `trên 99 %`, `từ 30 % trở lên`; of the size of a change `more than 5 %` instead of `above 5 %`.
    fileprivate func phrase(_ value: Phrase, isSize: Bool = false) -> Phrase {
        switch self {
        case .above: Phrase("trên \(value)", "\(isSize ? "more than" : "above") \(value)")
        case .atLeast: Phrase("từ \(value) trở lên", "at least \(value)")
        case .below: Phrase("dưới \(value)", "\(isSize ? "less than" : "below") \(value)")
        case .atMost: Phrase("không quá \(value)", "at most \(value)")
        case .equal: Phrase("bằng \(value)", "\(isSize ? "exactly" : "equal to") \(value)")
        }
    }

    /// How a change is compared with zero, and what the comparison becomes when both sides change their sign: less than
    /// −5 is a fall of more than 5.
    fileprivate var ofChange: (phrase: Phrase, turned: Comparison) {
        switch self {
        case .above: (Phrase("tăng", "a rise"), .below)
        case .atLeast: (Phrase("không giảm", "no fall"), .atMost)
        case .below: (Phrase("giảm", "a fall"), .above)
        case .atMost: (Phrase("không tăng", "no rise"), .atLeast)
        case .equal: (Phrase("không đổi", "no change"), .equal)
        }
    }
}

extension Limit {
    /// A limit on a change: `giảm từ 7,5 % trở lên`, `tăng`, `không tăng`.
    func changePhrase(unit: Phrase?) -> Phrase {
        if value == .zero { return comparison.ofChange.phrase }
        if value > .zero {
            let size = comparison.phrase(Phrase("\(value)").with(unit: unit), isSize: true)
            return Phrase("tăng \(size)", "a rise of \(size)")
        }
        let size = comparison.ofChange.turned.phrase(Phrase("\(value.negated)").with(unit: unit), isSize: true)
        return Phrase("giảm \(size)", "a fall of \(size)")
    }
}

extension Measure {
    /// A bound on what the rule looks at: `trên 99 %`, `giảm từ 10 % trở lên`.
    package func phrase(of bound: Bound) -> Phrase { phrase(of: Limit(bound)) }

    package func phrase(of limit: Limit) -> Phrase {
        let text = limit.comparison.phrase(withUnit(limit.value))
        switch rule {
        case .changeFromLastYear, .changeFromBaseYear: return limit.changePhrase(unit: unitPhrase)
        case .limit(let rule):
            guard case .metric = rule.limit else { return text }
            return Phrase("phần vượt mức giới hạn \(text)", "what lies beyond the limit \(text)")
        default: return text
        }
    }

    /// A range of what the rule looks at: `từ 75 % đến dưới 100 %`, `trên 99 %`; nil when it is open on both sides.
    func range(from lower: Limit?, to upper: Limit?) -> Phrase? {
        guard let lower, let upper else { return (lower ?? upper).map { phrase(of: $0) } }
        if lower.value == upper.value { return phrase(of: Limit(comparison: .equal, value: lower.value)) }
        switch rule {
        case .changeFromLastYear, .changeFromBaseYear, .limit:
            let (first, last) = (phrase(of: lower), phrase(of: upper))
            return Phrase("\(first) và \(last)", "\(first) and \(last)")
        default: break
        }
        let (low, high) = (withUnit(lower.value), withUnit(upper.value))
        return switch (lower.comparison, upper.comparison) {
        case (.above, .below): Phrase("trên \(low) và dưới \(high)", "above \(low) and below \(high)")
        case (.above, _): Phrase("trên \(low) đến \(high)", "above \(low) up to \(high)")
        case (_, .below): Phrase("từ \(low) đến dưới \(high)", "from \(low) to below \(high)")
        default: Phrase("từ \(low) đến \(high)", "from \(low) to \(high)")
        }
    }
}

extension MeasureExplanation {
    /// `cần trên 99 %: thêm 14 «hồ sơ đúng hạn» (496/500) → tiêu chí được 1,25 điểm, thêm 0,04`.
    package func phrase(of step: NextStep) -> Phrase {
        let (need, how) = (need(of: step), how(step).map { Phrase(": \($0)") })
        let others = measure.rule.kind == .relative ? Phrase("; \(RelativeWords.othersStay)") : nil
        return Phrase("cần \(need)\(how) → tiêu chí được \(step.points) điểm, thêm \(step.gain)\(others)",
                      "needs \(need)\(how) → points of the criterion: \(step.points), \(step.gain) more\(others)")
    }

    /// What a step needs: `trên 99 %`, `«có»`, `«hoàn thành đúng hạn»`.
    package func need(of step: NextStep) -> Phrase {
        switch measure.rule {
        case .task: return step.needed.value.taskPhrase.quoted
        case .yesNo: return (step.needed.comparison == .atLeast ? Phrase.yes : .no).quoted
        case .deduction where step.needed.comparison == .atMost && step.needed.value == .zero:
            let violation = measure.violation
            return Phrase("không có \(violation) nào", "no \(violation) at all")
        default: return measure.phrase(of: step.needed)
        }
    }

    private func how(_ step: NextStep) -> Phrase? {
        let metric = measure.metrics[0]
        if [.yesNo, .task].contains(measure.rule.kind) { return nil }
        let main = figures.first { $0.metric.code == metric.code && !$0.isLastYear }?.figure
        if let needed = step.numerator, case .ratio(let now, let whole) = main {
            let counted = metric.ratio.map { Phrase($0.numerator) } ?? .none
            return Phrase("\(difference(from: now, to: needed)) \(counted.quoted) (\(needed)/\(whole))")
        }
        guard let needed = step.figure else { return nil }
        let reached = metric.phrase(of: .value(needed))
        guard case .value(let now) = main, metric.kind == .count else {
            // What must be reached is said already.
            return ExactRatio(needed) == step.needed.value ? nil : Phrase("đạt \(reached)", "reach \(reached)")
        }
        let difference = difference(from: now, to: needed, unit: metric.unitPhrase)
        return Phrase("\(difference), thành \(reached)", "\(difference), to \(reached)")
    }

    /// `thêm 14`, `bớt 3 vi phạm`.
    private func difference(from now: FixedDecimal, to needed: FixedDecimal, unit: Phrase? = nil) -> Phrase {
        let change = ExactRatio(needed).subtracting(ExactRatio(now))?.rounded(.finest) ?? 0
        let amount = Phrase("\(change < 0 ? -change : change)").with(unit: unit)
        return change < 0 ? Phrase("bớt \(amount)", "\(amount) fewer") : Phrase("thêm \(amount)", "\(amount) more")
    }
}
