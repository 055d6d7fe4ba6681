// swift-format-ignore-file
package import Documents
package import Scoring
internal import Values

extension Measure {
    /// What the rule says, with the goal of the year that is scored: `điểm = điểm tối đa × giá trị ÷ 100; …`.
    package func rulePhrase(in year: Int) -> Phrase {
        if isOpen { return .openRule }
        switch rule {
        case .proportional(let rule): return phrase(of: rule)
        case .surveyShare(let rule):
            let share = phrase(of: rule.proportional)
            return Phrase("theo kết quả khảo sát: \(share)", "by the survey's result: \(share)")
        case .bands(let rule): return phrase(of: rule)
        case .linear(let rule):
            let (zero, full) = (withUnit(rule.zeroAt), withUnit(rule.fullAt))
            return Phrase("theo đường thẳng từ \(zero) (0 điểm) đến \(full) (điểm tối đa)",
                          "a straight line from \(zero) (0 points) to \(full) (the maximum)")
        case .yesNo(let rule):
            return rule.fullWhen == .yes
                ? Phrase("có thì được điểm tối đa, không thì không có điểm", "the maximum for yes, nothing for no")
                : Phrase("không có thì được điểm tối đa, có thì không có điểm", "the maximum for no, nothing for yes")
        case .task(let rule):
            let late = rule.late.phrase
            return Phrase("hoàn thành đúng hạn được điểm tối đa; trễ hạn được \(late); chưa hoàn thành không có điểm",
                          "the maximum when done in time; \(late) when late; nothing when not done")
        case .checklist(let rule):
            let items = rule.items.map { Phrase("\(self.nameOfMetric($0.metric)): \($0.amount.phrase)") }.joined("; ")
            return Phrase("cộng điểm từng việc đã làm; \(items)", "what is done adds up; \(items)")
        case .formula(let rule):
            let figures = rule.figures.sorted { $0.key < $1.key }
            let names = figures.map { Phrase("\($0) = \(self.nameOfMetric($1))") }.joined("; ")
            return Phrase("điểm = \(rule.text), trong khoảng từ 0 đến điểm tối đa; \(names)",
                          "points = \(rule.text), held within 0 and the maximum; \(names)")
        case .perItem(let rule):
            let (each, cap) = (rule.each.phrase, rule.cap.phrase)
            // "Tối đa điểm tối đa" would say it twice.
            let most = rule.cap == .share(100) ? Phrase("không quá \(cap)", "up to \(cap)") : Phrase("tối đa \(cap)", "up to \(cap)")
            return Phrase("mỗi \(self.item) được \(each), \(most)", "\(each) for each \(self.item), \(most)")
        case .deduction(let rule):
            let each = rule.each.phrase
            return Phrase("không có \(self.violation) nào được điểm tối đa; mỗi \(self.violation) trừ \(each), không trừ quá điểm tối đa",
                          "the maximum without any \(self.violation); \(each) off for each \(self.violation), never below zero")
        case .limit(let rule):
            let most = switch rule.limit {
            case .number(let number): withUnit(number)
            case .metric(let code): nameOfMetric(code).quoted
            }
            let off = rule.overEach.map { each in
                Phrase("cứ vượt \(self.withUnit(1)) trừ \(each.phrase), không trừ quá điểm tối đa",
                       "\(each.phrase) off for each \(self.withUnit(1)) beyond, never below zero")
            }
            let beyond = off ?? Phrase("vượt thì không có điểm", "nothing beyond")
            return Phrase("không vượt quá \(most) được điểm tối đa; \(beyond)",
                          "the maximum when not beyond \(most); \(beyond)")
        case .countThreshold(let rule):
            let reached = phrase(of: rule.threshold)
            return rule.below == .zero
                ? Phrase("\(reached) được điểm tối đa, chưa đạt thì không có điểm",
                         "\(reached): the maximum, else nothing")
                : Phrase("\(reached) được điểm tối đa, chưa đạt thì theo tỷ lệ với mức phải đạt",
                         "\(reached): the maximum, else the share of what must be reached")
        case .bonus(let rule):
            return Phrase("điểm thưởng: mỗi \(self.item) cộng \(rule.each) điểm, cộng tối đa \(rule.cap) điểm",
                          "bonus: \(rule.each) points added for each \(self.item), \(rule.cap) at most")
        case .penalty(let rule):
            return Phrase("điểm trừ: mỗi \(self.violation) trừ \(rule.each) điểm, trừ tối đa \(rule.cap) điểm",
                          "penalty: \(rule.each) points taken for each \(self.violation), \(rule.cap) at most")
        case .watched: return LeafStatus.watched.phrase.lowercased
        case .relative(let rule): return phrase(of: rule)
        case .freeValue(let rule):
            return Phrase("người chấm cho từ \(rule.minimum) đến \(rule.maximum) điểm, mỗi bước \(rule.step)",
                          "people give from \(rule.minimum) to \(rule.maximum) points, in steps of \(rule.step)")
        case .changeFromLastYear(let rule):
            let goal = phrase(of: rule.goal)
            let new = rule.withoutLastYear.map { Phrase("; năm trước chưa có đơn vị: \($0.phrase)", "; a unit not there last year: \($0.phrase)") }
            return Phrase("so với năm trước: \(goal)\(new)", "against last year: \(goal)\(new)")
        case .changeFromBaseYear(let rule):
            let goal = rule.goals[year].map { phrase(of: $0) }
            return Phrase("so với năm \(rule.baseYear), mức của năm \(year): \(goal)",
                          "against \(rule.baseYear), the goal of \(year): \(goal)")
        }
    }

    /// What the rule says in all years of an edition: the goal of every year where goals differ.
    package func rulePhrase(in years: ClosedRange<Int>) -> Phrase {
        guard case .changeFromBaseYear = rule else { return rulePhrase(in: years.lowerBound) }
        return years.map { rulePhrase(in: $0) }.joined("; ")
    }

    private var item: Phrase { unitPhrase ?? Phrase("mục", "item") }
    var violation: Phrase { unitPhrase ?? Phrase("vi phạm", "violation") }

    private func phrase(of rule: ProportionalRule) -> Phrase {
        let (base, full) = (rule.base, phrase(of: rule.full))
        let nothing = rule.floor.map { floor in
            let below = phrase(of: Bound(floor.comparison == .above ? .atMost : .below, floor.value))
            return Phrase("\(below) không có điểm; ", "\(below) nothing; ")
        }
        return Phrase("điểm = điểm tối đa × giá trị ÷ \(base); \(nothing)\(full) được điểm tối đa",
                      "points = maximum × value ÷ \(base); \(nothing)\(full) the maximum")
    }

    private func phrase(of band: BandsRule.Band) -> Phrase {
        let range = range(from: band.lower.map { Limit($0) }, to: band.upper.map { Limit($0) })
        return switch band.amount {
        case .points(0), .share(0): Phrase("\(range): không có điểm", "\(range): nothing")
        default: Phrase("\(range): \(band.amount.phrase)")
        }
    }

    private func phrase(of rule: BandsRule) -> Phrase {
        rule.bands.reversed().map { phrase(of: $0) }.joined("; ")
    }

    private func phrase(of goal: ChangeTarget) -> Phrase {
        switch goal {
        case .full(let bound, nil):
            let full = phrase(of: bound)
            return Phrase("\(full) được điểm tối đa, chưa đạt thì không có điểm",
                          "the maximum for \(full), else nothing")
        case .full(let bound, let zeroAt?):
            let (full, zero) = (phrase(of: bound), withUnit(zeroAt))
            return Phrase("\(full) được điểm tối đa; chưa đạt thì theo đường thẳng từ \(zero) (0 điểm)",
                          "the maximum for \(full); before it a straight line from \(zero) (0 points)")
        case .bands(let rule): return phrase(of: rule)
        }
    }

    private func nameOfMetric(_ code: String) -> Phrase {
        metrics.first { $0.code == code }.map { Phrase($0.name) } ?? Phrase(verbatim: code)
    }
}

extension Amount {
    /// `0,5 điểm`, `50 % điểm tối đa`.
    var phrase: Phrase {
        switch self {
        case .points(let points): Phrase("\(points) điểm", "\(points) points")
        case .share(100): Phrase("điểm tối đa", "the maximum")
        case .share(let share): Phrase("\(share) % điểm tối đa", "\(share) % of the maximum")
        }
    }
}
