// swift-format-ignore-file
package import Documents
package import Scoring
internal import Values

/// How far a measure is from its target, in words.
package struct GapWords: Sendable {
    private let gap: MeasureGap
    /// At least as many decimals in points.
    private let digits: Int

    package init(_ gap: MeasureGap, digits: Int) { (self.gap, self.digits) = (gap, digits) }

    private var explanation: MeasureExplanation { gap.explanation }
    private var measure: Measure { gap.explanation.measure }
    private var metric: Metric { gap.explanation.measure.metrics[0] }
    private var main: UsedFigure? { explanation.figures.first { !$0.isLastYear } }

    /// Whether the answer is in words, so that there is no number to be far from.
    private var isAnswer: Bool { metric.kind == .yesNo || metric.kind == .task }

    /// Whether the points are given by people, without any figure.
    private var isGivenOnly: Bool {
        guard case .freeValue = measure.rule, case .notReported = explanation.outcome.state else { return false }
        return true
    }

    /// What was reported: the main figure, or of a rule that looks at a change or several figures what it looked at.
    package var measured: Phrase {
        if isGivenOnly { return Phrase("người chấm cho điểm", "points given by people") }
        let (figures, state) = (explanation.distinctFigures, explanation.outcome.state)
        guard figures.count == 1 else {
            if let parts = partFigures { return parts }
            let number = explanation.targetNumber ?? explanation.outcome.quantity
            guard case .scored = state, let number else { return state.phrase }
            return brief(number).with(unit: measure.unitPhrase)
        }
        return phrase(of: figures[0])
    }

    /// A figure with its unit.
    private func phrase(of used: UsedFigure) -> Phrase {
        let (figure, metric) = (used.figure, used.metric)
        guard let number = figure.exactNumber else { return metric.phrase(of: figure) }
        switch figure {
        case .ratio(let count, let whole):
            return Phrase("\(count)/\(whole) \(brief(number).map { $0.hasPrefix("≈") ? $0 : "= " + $0 }) %")
        case _ where metric.kind == .percent: return Phrase("\(brief(number)) %")
        default: return metric.phrase(of: figure)
        }
    }

    /// The figures of a rule of several, each with its unit; of a checklist, the share that is done. Nil for a rule that
    /// looks at a change.
    private var partFigures: Phrase? {
        guard case .scored = explanation.outcome.state else { return nil }
        switch measure.rule {
        case .checklist:
            guard let share = gap.share?.rounded(Rounding(.halfAwayFromZero, digits: 2)) else { return nil }
            return Phrase("đạt \(share) % điểm tối đa", "\(share) % of the maximum")
        case .formula, .limit:
            return explanation.distinctFigures.map {
                Phrase("\(CleanText.cut(Phrase($0.metric.name).text(.vi), at: 40)): \(phrase(of: $0))",
                       "\(CleanText.cut(Phrase($0.metric.name).text(.en), at: 40)): \(phrase(of: $0))")
            }.joined("; ")
        default: return nil
        }
    }

    /// What one case moves, where that is much.
    package var caseWeight: Phrase? { explanation.caseWeight.map { $0.phrase(in: explanation, digits: digits) } }

    /// A number with two decimals where that does not hide that it differs from zero and from the target.
    private func brief(_ ratio: ExactRatio) -> Phrase {
        guard let rounded = ratio.rounded(Rounding(.halfAwayFromZero, digits: 2)), ExactRatio(rounded) != ratio,
            rounded != 0, rounded != explanation.target?.value
        else { return Phrase("\(ratio)") }
        return Phrase("≈ \(rounded)")
    }

    package var target: Phrase? {
        guard let bound = explanation.target, !isAnswer else { return nil }
        // The unit of a count stands with what was counted.
        if metric.kind == .count, gap.distance != nil, explanation.distinctFigures.count == 1 {
            return Phrase("\(bound.comparison.rawValue) \(bound.value)")
        }
        return bound.symbols(for: measure)
    }

    /// How far it is to the target: `thiếu 2,6 điểm phần trăm; cần thêm 14 hồ sơ đúng hạn (496/500)`; nil where there is
    /// nothing to say.
    package var distance: Phrase? {
        guard let distance = gap.distance else { return unmeasured }
        if distance.isMet { return Phrase("đạt chỉ tiêu", "target met") }
        let cases = cases(to: distance).map { Phrase("; \($0)") }
        if isAnswer { return Phrase("chưa đạt\(cases)", "not met\(cases)") }
        if distance.difference == .zero {
            return Phrase("đúng bằng mức phải vượt qua\(cases)", "exactly at what must be passed\(cases)")
        }
        // Percentages differ by percentage points.
        let isPercent = measure.unitPhrase?.text(.vi) == "%"
        let unit = isPercent ? Phrase("điểm phần trăm", "percentage points") : measure.unitPhrase
        let isShort = distance.difference < .zero
        let size = brief(isShort ? distance.difference.negated : distance.difference).with(unit: unit)
        return isShort
            ? Phrase("thiếu \(size)\(cases)", "\(size) short\(cases)")
            : Phrase("quá \(size)\(cases)", "\(size) over\(cases)")
    }

    /// `cần thêm 14 hồ sơ giải quyết đúng hạn (496/500)`.
    private func cases(to distance: TargetDistance) -> Phrase? {
        guard let cases = distance.cases, let needed = distance.numerator, case .ratio(_, let whole)? = main?.figure,
            let counted = metric.ratio?.numerator
        else { return nil }
        let name = Phrase(counted).map { Self.noun(of: $0) ?? $0 }
        let count = Phrase("\(cases < 0 ? -cases : cases)")
        let (isNoun, ratio) = (Self.noun(of: counted.vi) != nil, Phrase("\(needed)/\(whole)"))
        let need = cases < 0 ? Phrase("cần bớt", "fewer") : Phrase("cần thêm", "more")
        return isNoun
            ? Phrase("\(need) \(count) \(name) (\(ratio))", "\(count) \(need): \(name) (\(ratio))")
            : Phrase("«\(name)» \(need) \(count) (\(ratio))", "\(count) \(need): \(name) (\(ratio))")
    }

    /// What is counted, as it stands behind a number: of `Số hồ sơ đúng hạn`, `hồ sơ đúng hạn`. Nil for what does not:
    /// sums of money, and names that do not begin with the word for "number of".
    static func noun(of name: String) -> String? {
        guard let prefix = ["Tổng số ", "Số lượng ", "Số lượt ", "Số "].first(where: name.hasPrefix) else { return nil }
        let noun = (prefix == "Số lượt " ? "lượt " : "") + name.dropFirst(prefix.count)
        return ["tiền ", "kinh phí ", "vốn "].contains(where: noun.hasPrefix) ? nil : noun
    }

    /// The word for one of what is counted: of `hồ sơ trễ hẹn`, `hồ sơ`; of `TTHC ngành dọc`, `TTHC`.
    static func head(of noun: String) -> String {
        let words = noun.prefix { $0 != "," }.split(separator: " ")
        let isOne = words.first.map { first in
            ["phòng", "lượt", "người", "xã", "cuộc", "bài"].contains(String(first)) || first == first.uppercased()[...]
        } ?? true
        return words.prefix(isOne ? 1 : 2).joined(separator: " ")
    }

    /// What stands in place of a distance where there is no figure or no number to hold it against.
    private var unmeasured: Phrase? {
        switch explanation.outcome.state {
        case .notReported where isGivenOnly: nil
        case .notReported: Phrase("cần báo cáo số liệu", "must be reported")
        case .lastYearNotReported: Phrase("cần số liệu năm trước", "last year's figure is needed")
        case .noBase: explanation.outcome.state.phrase
        case .awaited: Phrase("chờ kết quả", "result awaited")
        case .notPublished: Phrase("không công bố", "not published")
        case .faulty: Phrase("số liệu có lỗi", "faulty figures")
        case .scored where isAnswer && main?.figure == .value(0): Phrase("chưa đạt", "not met")
        // Why nothing is there to be far from, where that costs points.
        case .notApplicable(let reason) where [.zeroPoints, .keepMaximum].contains(reason.settlement):
            explanation.outcome.state.phrase.lowercased
        case .scored, .notApplicable, .notAssigned: missingParts.map { Phrase("còn thiếu: \($0)", "missing: \($0)") }
        }
    }

    private var missingParts: Phrase? {
        guard case .checklist = measure.rule else { return nil }
        let missing = explanation.distinctFigures.filter { $0.figure == .value(0) }
        return missing.isEmpty ? nil : missing.map { Phrase($0.metric.name).quoted }.joined("; ")
    }

    /// What meeting the target and the next band earn: `đạt chỉ tiêu: +0,03; từ 100 % trở lên: +0,07`; nil where nothing
    /// does.
    package var next: Phrase? {
        var parts: [Phrase] = []
        if let gain = gap.targetGain, gain > 0, !isAnswer {
            parts.append(Phrase("đạt chỉ tiêu: \(points(gain))", "meet the target: \(points(gain))"))
        }
        // A task may be too late for the nearer step, or in time for the better one.
        if measure.rule.kind == .formula || measure.rule.kind == .checklist { parts = partGains }
        let steps = metric.kind == .task ? explanation.nextSteps : [gap.nextStep, gap.topStep].compactMap({ $0 })
        // What the target needs is said already.
        for step in steps where parts.isEmpty || isAnswer || step.figure == nil || step.figure != gap.distance?.figure {
            parts.append(phrase(of: step))
        }
        return parts.isEmpty ? nil : parts.joined("; ")
    }

    /// The parts that are missing, each with what it would gain on its own.
    private var partGains: [Phrase] {
        explanation.partGains.prefix(3).map { part in
            let name = Phrase("\(CleanText.cut(Phrase(part.metric.name).text(.vi), at: 40))", "\(CleanText.cut(Phrase(part.metric.name).text(.en), at: 40))")
            return Phrase("\(name.quoted) (\(part.metric.phrase(of: part.figure))): \(points(part.gain))")
        }
    }

    private func points(_ gain: FixedDecimal) -> Phrase { Phrase("+\(gain, digits: digits)") }

    /// `trên 99 % (496/500): +0,04`.
    private func phrase(of step: NextStep) -> Phrase {
        let gain = points(step.gain)
        if measure.rule.kind == .checklist || measure.rule.kind == .formula {
            return Phrase("đủ các phần: \(gain)", "all parts: \(gain)")
        }
        if let nearest = explanation.nearest, step == nearest {
            if let count = step.numerator, case .ratio(_, let whole)? = main?.figure {
                return Phrase("\(count)/\(whole): \(gain)")
            }
            if let figure = step.figure { return Phrase("\(metric.phrase(of: .value(figure))): \(gain)") }
        }
        let need = explanation.need(of: step)
        guard let count = step.numerator, case .ratio(_, let whole)? = main?.figure else { return Phrase("\(need): \(gain)") }
        return Phrase("\(need) (\(count)/\(whole)): \(gain)")
    }

    /// Whether the distance is more than chance among those who were asked explains; nil without a standard error.
    package var sampling: Phrase? {
        guard let sampling = gap.sampling, let distance = gap.distance else { return nil }
        let size = FixedDecimal(nearest: sampling.margin, digits: 2).map { Phrase(" (±\($0))") }
        return switch (distance.isMet, sampling.isExceeded) {
        case (false, true): Phrase("vượt sai số chọn mẫu\(size)", "beyond the sampling error\(size)")
        case (true, true): Phrase("chắc chắn đạt, ngoài sai số\(size)", "met beyond the sampling error\(size)")
        case (_, false): Phrase("trong phạm vi sai số chọn mẫu\(size): chưa thể kết luận",
                                "within the sampling error\(size): nothing can be concluded")
        }
    }
}

extension CaseWeight {
    /// `2 hồ sơ: mỗi hồ sơ = 0,50 điểm`, where there are several figures with the name of the one meant.
    package func phrase(in explanation: MeasureExplanation, digits: Int) -> Phrase {
        let own = phrase(digits: digits)
        guard explanation.distinctFigures.count(where: { !$0.isLastYear }) > 1 else { return own }
        return Phrase("\(Phrase(metric.name).quoted): \(own)")
    }

    private func phrase(digits: Int) -> Phrase {
        // A percentage counts what stands below the line.
        let unit = metric.kind == .percent && metric.unit?.vi == "%" ? nil : metric.unit?.vi
        let noun = unit ?? metric.ratio.flatMap { GapWords.noun(of: $0.denominator.vi) }.map(GapWords.head)
        let (one, each) = (noun ?? "trường hợp", Phrase("\(points.rounded(Rounding(.halfAwayFromZero, digits: max(digits, 2))) ?? points, digits: digits)"))
        if isEven {
            return Phrase("\(cases) \(one): mỗi \(one) = \(each) điểm", "\(cases) cases: each = \(each) points")
        }
        return Phrase("\(cases) \(one): một \(one) làm đổi tới \(each) điểm", "\(cases) cases: one moves up to \(each) points")
    }
}

// Sentences of reports on losses.
extension GapWords {
    package static let title = Phrase("Điểm mất và khoảng cách đến chỉ tiêu", "Lost points and gaps to targets")
    package static let noLoss = Phrase("Không mất điểm ở tiêu chí nào.", "No points are lost.")
    package static let byAgency = Phrase("Mất điểm theo cơ quan chủ trì", "Lost points by lead agency")
    package static let byField = Phrase("Mất điểm theo lĩnh vực", "Lost points by field")
    package static let common = Phrase("Tiêu chí mất nhiều điểm nhất", "Criteria that cost most")
    package static let noLead = Phrase("(không ghi cơ quan chủ trì)", "(no lead agency stated)")

    package static func heading(_ kind: LeafGap.Kind, _ count: Int) -> Phrase {
        Phrase("\(kind.phrase) (\(count) tiêu chí)", "\(kind.phrase) (\(count))")
    }

    /// What was lost, and what of it for want of figures.
    package static func loss(_ lost: Phrase, withoutFigures missing: Phrase?) -> Phrase {
        guard let missing else { return Phrase("\(lost) điểm", "\(lost) points") }
        return Phrase("\(lost) điểm, trong đó \(missing) điểm vì chưa có số liệu",
                      "\(lost) points, of which \(missing) for want of figures")
    }

    package static func group(_ name: Phrase, lost: Phrase) -> Phrase {
        Phrase("\(name) (mất \(lost) điểm)", "\(name) (\(lost) points lost)")
    }

    /// The criteria beyond the first.
    package static func otherCriteria(_ count: Int) -> Phrase {
        Phrase("\(count) tiêu chí khác", "\(count, "other criterion", "other criteria")")
    }

    /// What the losses of criteria are sums over: all units, or those of one group.
    package static func overUnits(_ count: Int, areAll: Bool) -> Phrase {
        let units = areAll ? Phrase("\(count) đơn vị, mọi khối", "\(count, "unit", "units") of all groups")
            : Phrase("\(count) đơn vị được chọn", "\(count, "chosen unit", "chosen units")")
        return Phrase("Điểm mất là tổng của \(units); số âm là điểm thưởng. Mỗi tiêu chí chỉ tính các đơn vị mà nó áp dụng.",
                      "Losses are sums over \(units); negative ones are bonus points. A criterion counts only the units to which it applies.")
    }

    package static func needed(_ target: Phrase) -> Phrase { Phrase("cần \(target)", "target \(target)") }

    /// What the total lost beyond the criteria, and why: each reason with its part.
    package static func adjustment(_ amount: Phrase, _ reasons: [(title: Phrase, lost: Phrase)]) -> Phrase {
        let list = reasons.map { Phrase("\($0.title.lowercased): \($0.lost)") }.joined("; ")
        return Phrase("Tổng điểm mất của đơn vị khác tổng của các tiêu chí \(amount) điểm, gồm: \(list).",
                      "The total's loss differs from the sum of the criteria by \(amount): \(list).")
    }

    package static func withoutError(_ codes: String) -> Phrase {
        Phrase("\(codes) đo bằng khảo sát mà chưa có sai số chọn mẫu, nên chưa biết khoảng cách có vượt sai số hay không.",
               "\(codes): measured by a survey whose sampling error is not known, so the gap may be chance.")
    }
}

extension LeafGap.Kind {
    package var phrase: Phrase {
        switch self {
        case .lost: Phrase("Mất điểm", "Points lost")
        case .lostThoughMet: Phrase("Đạt chỉ tiêu nhưng vẫn mất điểm", "Target met though points are lost")
        case .fullThoughMissed: Phrase("Đủ điểm nhưng chưa đạt chỉ tiêu", "Full points though the target is missed")
        case .none: Phrase("Không mất điểm", "No points lost")
        }
    }
}
