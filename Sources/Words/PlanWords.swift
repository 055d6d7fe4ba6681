// swift-format-ignore-file
package import Assessment
package import Documents
package import Scoring
package import Values

/// Goals and outcomes of plans in words.
package struct PlanWords: Sendable {
    private let set: CriteriaSet
    /// Whether costs are relative distances, since no table of actions was given.
    private let isGenerated: Bool
    /// The unit of costs, where it is stated.
    private let costUnit: LocalizedText?
    /// Among whom the unit has its places.
    private let scope: RankScope

    package init(_ set: CriteriaSet, isGenerated: Bool, costUnit: LocalizedText? = nil, scope: RankScope = .group) {
        (self.set, self.isGenerated, self.costUnit, self.scope) = (set, isGenerated, costUnit, scope)
    }

    /// How a cost looks: with the sign of percent where it is a distance.
    package var costLook: NumberLook { isGenerated ? .roundedPercent : NumberLook() }
    package func points(_ points: FixedDecimal) -> Phrase { Phrase("\(points, digits: set.rounding.points.digits)") }
    private func cost(_ cost: FixedDecimal) -> Phrase {
        let number = Phrase(written: { Value.number(cost, costLook).text($0) })
        return costUnit.map { Phrase("\(number) \(Phrase($0).line())") } ?? number
    }

    /// The heading of costs, with their unit.
    package var costTitle: Phrase { costUnit.map { Phrase("\(Phrase.cost) (\(Phrase($0).line()))") } ?? .cost }

    package func goal(_ goal: PlanGoal) -> Phrase {
        switch goal {
        case .index(let wanted): Phrase("chỉ số từ \(wanted) trở lên, với chi phí ít nhất",
                                        "an index of at least \(wanted), at the least cost")
        case .points(let wanted): Phrase("từ \(wanted) điểm trở lên, với chi phí ít nhất",
                                         "at least \(wanted) points, at the least cost")
        case .rank(let place): Phrase("trong \(place) hạng đầu của \(scope.ofWhom), với chi phí ít nhất",
                                      "a place among the first \(place) of \(scope.ofWhom), at the least cost")
        case .budget(let budget): Phrase("nhiều điểm nhất với chi phí không quá \(cost(budget))",
                                         "the most points for a cost of at most \(cost(budget))")
        }
    }

    /// What the search came to, in one sentence or two.
    package func status(_ goal: PlanGoal, _ result: PlanResult) -> Phrase {
        let isBudget = if case .budget = goal { true } else { false }
        switch result.status {
        case .optimal where isBudget:
            return Phrase("tối ưu: đã chứng minh không phương án nào trong ngân sách được nhiều điểm hơn",
                          "optimal: proven that no plan within the budget has more points")
        case .optimal where result.plans.first?.actions.isEmpty == true:
            return Phrase("đã đạt mục tiêu mà không cần hành động nào", "the goal is met without any action")
        case .optimal: return Phrase("tối ưu: đã chứng minh là rẻ nhất", "optimal: proven to be the cheapest")
        case .feasible:
            return Phrase("đạt mục tiêu nhưng chưa chứng minh được là tốt nhất; \(bound(result, isBudget))",
                          "meets the goal, not proven to be the best; \(bound(result, isBudget))")
        case .infeasible: return impossible(goal, result)
        case .unknown:
            return result.isOutOfTime
                ? Phrase("chưa tìm được phương án nào trong thời gian cho phép, cũng chưa chứng minh được là không có; hãy tăng --time",
                         "no plan was found within the time, nor is it proven that there is none; raise --time")
                : Phrase("chưa tìm được phương án nào, cũng chưa chứng minh được là không có: các hành động ràng buộc nhau quá nhiều",
                         "no plan was found, nor is it proven that there is none: too many actions depend on each other")
        }
    }

    private func bound(_ result: PlanResult, _ isBudget: Bool) -> Phrase? {
        guard let bound = result.bound, let plan = result.plans.first else { return nil }
        let (most, more) = (points(bound), points(bound - plan.after.total.points))
        let (least, less) = (cost(bound), cost(plan.cost - bound))
        return isBudget
            ? Phrase("không phương án nào vượt quá \(most) điểm (khoảng hở \(more) điểm)",
                     "no plan has more than \(most) points (a gap of \(more))")
            : Phrase("không phương án nào rẻ hơn \(least) (khoảng hở \(less))", "no plan costs less than \(least) (a gap of \(less))")
    }

    private func impossible(_ goal: PlanGoal, _ result: PlanResult) -> Phrase {
        if case .budget = goal {
            let least = result.bound.map(cost)
            return least.map { Phrase("không thực hiện được: các hành động bắt buộc và các điều kiện đã cần ít nhất \($0)",
                                      "impossible: what must be done and the conditions take \($0) at least") }
                ?? Phrase("không thực hiện được: các điều kiện mâu thuẫn nhau",
                          "impossible: the conditions contradict each other")
        }
        guard let most = result.richest else {
            return Phrase("không thực hiện được: các điều kiện mâu thuẫn nhau hoặc không thể cùng đạt",
                          "impossible: the conditions contradict each other or cannot be met together")
        }
        let (total, place) = (points(most.after.total.points), most.rankAfter.phrase)
        let index = most.after.index.map { Phrase("\($0, digits: self.set.rounding.index.digits)") } ?? Phrase(verbatim: "–")
        let reached =
            switch goal {
            case .points: Phrase("\(total) điểm", "\(total) points")
            case .rank: Phrase("\(total) điểm, hạng \(place)", "\(total) points, place \(place)")
            case .index, .budget: Phrase("chỉ số \(index)", "an index of \(index)")
            }
        return result.isRichestProven
            ? Phrase("không đạt được: kể cả làm mọi hành động có thể, cao nhất cũng chỉ được \(reached)",
                     "impossible: even with all actions that can be done, \(reached)")
            : Phrase("không đạt được; phương án nhiều điểm nhất tìm thấy được \(reached)",
                     "impossible; the richest plan found has \(reached)")
    }

    /// What the goal needs of so large a maximum, and what is left over; nil where it needs no points.
    package func need(_ goal: PlanGoal, _ result: PlanResult, of maximum: FixedDecimal) -> Phrase? {
        let text: Phrase
        switch result.needed {
        case .impossible, nil: return nil
        case .dependent:
            return Phrase("tùy điểm của các đơn vị khác, vốn đổi theo số liệu của đơn vị",
                          "depends on the other units' points, which move with the unit's figures")
        case .any: text = Phrase("đạt được với mọi số điểm", "any points do")
        case .atLeast(let needed, _):
            let least = Phrase("\(points(needed))/\(points(maximum))")
            let sure = result.surePoints.map { sure in
                Phrase(" nếu hơn ở tiêu chí phân định; chắc chắn từ \(points(sure)) điểm",
                       " with a tie broken in its favour; \(points(sure)) to be sure")
            }
            let spare = result.plans.first.map { plan in
                let left = points(plan.after.total.points - needed)
                return Phrase("; phương án dư \(left) điểm", "; the plan has \(left) to spare")
            }
            text = Phrase("ít nhất \(least) điểm\(sure)\(spare)", "at least \(least) points\(sure)\(spare)")
        }
        guard case .rank = goal else { return text }
        let rule = set.ranking.phrase
        return Phrase("\(text); điểm của các đơn vị khác giữ nguyên; \(rule)",
                      "\(text); the other units' points stay; \(rule)")
    }

    package func conditions(_ stated: PlanConditions, _ actions: [PlannedAction], now: UnitScore) -> Phrase? {
        var parts = stated.floors.map { floor in
            let code = set.criteria[floor.node].code
            let least = points(floor.points ?? now.sum(of: floor.node).points)
            return Phrase("mục \(code) không dưới \(least) điểm", "\(code) not below \(least) points")
        }
        let (done, notDone) = (Self.codes(.mustDo, actions), Self.codes(.mustNotDo, actions))
        if !done.isEmpty { parts.append(Phrase("phải làm: \(done)", "must be done: \(done)")) }
        if !notDone.isEmpty { parts.append(Phrase("không làm: \(notDone)", "must not be done: \(notDone)")) }
        return parts.isEmpty ? nil : parts.joined("; ").map { CleanText.cut($0, at: 400) }
    }

    private static func codes(_ requirement: PlannedAction.Requirement, _ actions: [PlannedAction]) -> String {
        actions.filter { $0.requirement == requirement }.map { $0.code }.joined(separator: ", ")
    }

    package func source(_ count: Int) -> Phrase {
        isGenerated
            ? Phrase("không có bảng hành động: mỗi mức điểm kế tiếp của từng số liệu được coi là một hành động (\(count) hành động); «chi phí» là khoảng cách tương đối 100 × |mức cần − hiện tại| ÷ số lớn hơn, tính bằng %, không phải tiền; số chưa báo cáo tính 100 %",
                     "there is no table of actions: every next band of every figure counts as an action (\(count) actions); the “cost” is the relative distance 100 × |target − now| ÷ the greater of both, in percent, not money; 100 % for what is not reported")
            : Phrase("\(count) hành động có thể áp dụng cho đơn vị; \(unit)", "\(count) actions can be taken for the unit; \(unit)")
    }

    private var unit: Phrase {
        costUnit.map { Phrase("đơn vị chi phí: \(Phrase($0).line())", "unit of cost: \(Phrase($0).line())") }
            ?? Phrase("chi phí theo đơn vị tính của bảng hành động", "costs are in the unit of the table of actions")
    }

    /// The day of planning, what is left out because its deadline has passed, and what is done all the same.
    package func day(_ day: CalendarDay?, _ late: [String], butRequired: [String]) -> Phrase? {
        guard let day else { return nil }
        var parts = [Phrase("\(day)")]
        if !late.isEmpty {
            let codes = late.joined(separator: ", ")
            parts.append(Phrase("không làm vì đã quá thời hạn: \(codes)", "left out because the deadline has passed: \(codes)"))
        }
        if !butRequired.isEmpty {
            let codes = butRequired.joined(separator: ", ")
            parts.append(Phrase("đã quá thời hạn nhưng vẫn tính vì được đặt là phải làm: \(codes)",
                                "done although the deadline has passed, because it must be: \(codes)"))
        }
        if parts.count == 1 { parts.append(Phrase("không hành động nào quá thời hạn", "no deadline has passed")) }
        return parts.joined("; ").map { CleanText.cut($0, at: 400) }
    }

    /// That another plan is as good as the best.
    package func equal(_ plan: Plan, _ codes: String) -> Phrase {
        Phrase("Còn phương án khác cùng chi phí \(cost(plan.cost)) và cùng \(points(plan.after.total.points)) điểm: \(codes).",
               "Another plan has the same cost of \(cost(plan.cost)) and the same \(points(plan.after.total.points)) points: \(codes).")
    }

    package static func further(_ result: PlanResult, wanted: Int) -> Phrase {
        let count = result.plans.count
        let few = Phrase(" Chỉ có \(count) phương án như vậy.", " There are only \(count) such plans.")
        let unproven = Phrase(" Thứ tự của các phương án sau chưa được chứng minh.",
                              " The order of further plans is not proven.")
        let (only, open) = (count < wanted ? few : nil, result.areFurtherProven ? nil : unproven)
        return Phrase("Phương án sau bỏ ít nhất một hành động của từng phương án trước, nên không chỉ là phương án trước thêm việc.\(only)\(open)",
                      "Each further plan leaves out an action of every plan before it, so none is an earlier plan with more to do.\(only)\(open)")
    }

    package func richest(_ plan: Plan, _ codes: String) -> Phrase {
        Phrase("Phương án nhiều điểm nhất cần chi phí \(cost(plan.cost)), gồm: \(codes).",
               "The plan of most points costs \(cost(plan.cost)): \(codes).")
    }

    package func frontier(
        _ found: PlanFrontier, shown: Int, from low: FixedDecimal, to high: FixedDecimal
    ) -> Phrase {
        let count = found.count
        if count == 0 {
            return found.isProven ? Self.contradiction
                : Phrase("Chưa tìm được phương án nào, cũng chưa chứng minh được là không có.",
                         "No plan was found, nor is it proven that there is none.")
        }
        let fewer = Phrase(" Ở đây nêu \(shown); dạng csv và json có đủ.", " \(shown) are shown; csv and json have all.")
        let late = Phrase(" Hết thời gian cho phép nên chưa chứng minh được là đủ và tốt nhất; hãy tăng --time.",
                          " The time was over, so it is not proven that these are all and the best; raise --time.")
        let unproven = Phrase(" Chưa chứng minh được là đủ và tốt nhất.",
                              " It is not proven that these are all and the best.")
        let (part, open) = (shown < count ? fewer : nil, found.isProven ? nil : found.isOutOfTime ? late : unproven)
        return Phrase("\(count) phương án: mỗi phương án là nhiều điểm nhất với chi phí của nó. Thanh vẽ từ \(points(low)) đến \(points(high)) điểm.\(part)\(open)",
                      "\(count) plans: each has the most points for its cost. The bars run from \(points(low)) to \(points(high)) points.\(part)\(open)")
    }

    private static let contradiction = Phrase("Không có phương án nào: các điều kiện mâu thuẫn nhau hoặc không thể cùng đạt.",
                                              "There is no plan: the conditions contradict each other or cannot be met together.")
    package static let title = Phrase("Phương án hành động", "Plan")
    package static let goal = Phrase("Mục tiêu", "Goal")
    package static let need = Phrase("Cần đạt", "Needed")
    package static let status = Phrase("Kết luận", "Status")
    package static let conditions = Phrase("Điều kiện", "Conditions")
    package static let actions = Phrase("Hành động", "Actions")
    package static let day = Phrase("Ngày lập", "Planned on")
    package static let costUnit = Phrase("Đơn vị chi phí", "Cost unit")
    package static let chosen = Phrase("Các hành động được chọn", "Actions chosen")
    package static let criteriaMoved = Phrase("Tiêu chí thay đổi", "Criteria moved")
    package static let losses = Phrase("Tiêu chí vẫn mất điểm", "Criteria that still lose points")
    package static let frontier = Phrase("Đường giới hạn chi phí – điểm", "Frontier of cost and points")
    package static let chart = Phrase("Biểu đồ", "Chart")
    package static let ignored = Phrase("Tác dụng không được tính", "Effects left out")
    package static let noAction = Phrase("Không cần hành động nào.", "No action is needed.")
    package static let relativeCosts = Phrase("chi phí là khoảng cách tương đối (%)",
                                              "costs are relative distances (%)")
    package static let order = Phrase("Trong các phương án cùng chi phí, chọn phương án nhiều điểm nhất; nếu vẫn bằng nhau, theo thứ tự của các hành động. Thử lại bằng lệnh whatif cho cùng số điểm. Không số liệu nào trong thư mục bị sửa.",
                                      "Of plans that cost the same the one of most points is chosen; of these the order of the actions decides. The command whatif gives the same points. No figure in the folder is changed.")

    package static func more(_ count: Int) -> Phrase { Phrase("… và \(count) tác dụng khác", "… and \(count) more") }

    /// `38 → 40`, each figure of a criterion that changes.
    package static func figures(_ changes: [FigureChange], of criterion: Criterion?) -> Phrase {
        changes.map { change in
            let (code, metric) = (change.metric.code, change.metric)
            let text = Phrase("\(metric.phrase(of: change.before)) → \(metric.phrase(of: change.after))")
            return changes.count > 1 || code != criterion?.code ? Phrase("\(code): \(text)") : text
        }.joined("; ")
    }
}

extension RemainingLoss {
    /// Why a leaf keeps losing points.
    package var phrase: Phrase {
        switch self {
        case .noAction: Phrase("không có hành động nào tác động", "no action moves it")
        case .forbidden: Phrase("hành động tác động bị đặt là không làm", "the action that would move it must not be done")
        case .late: Phrase("hành động tác động đã quá thời hạn", "the deadline of the action that would move it has passed")
        case .partly: Phrase("có hành động, nhưng chưa đủ để đạt điểm tối đa", "actions move it, but not up to its maximum")
        case .awaited: Phrase("đang chờ kết quả khảo sát", "its survey is awaited")
        case .ignored(.noBetter): Phrase("các hành động hiện có không cải thiện thêm",
                                         "the actions there are improve nothing more")
        case .ignored(let reason): reason.phrase
        }
    }

    package var name: String { if case .ignored(let reason) = self { "\(reason)" } else { "\(self)" } }
}

extension IgnoredReason {
    /// Why an effect does not count.
    package var phrase: Phrase {
        switch self {
        case .unknownMetric: Phrase("bộ tiêu chí không có số liệu này", "the criteria have no such metric")
        case .notScored: Phrase("đơn vị không được chấm số liệu này", "the unit is not scored on it")
        case .notApplicable: Phrase("số liệu không áp dụng cho đơn vị", "it does not apply to the unit")
        case .noBetter: Phrase("hiện tại đã bằng hoặc tốt hơn", "what is there is as good or better")
        case .nothingToAddTo: Phrase("chưa có số liệu để cộng thêm", "there is no figure to add to")
        case .contradiction: Phrase("không hợp với các số liệu khác", "it does not fit the other figures")
        case .outOfReach: Phrase("đến hết kỳ không còn đạt được tỷ lệ này", "the share can no longer be reached by the end of the period")
        }
    }
}

/// Sentences of reports on changed figures.
package enum WhatIfWords {
    package static let title = Phrase("Thử thay đổi số liệu", "What if")
    package static let changes = Phrase("Số liệu thay đổi", "Changes")
    package static let criteria = Phrase("Từng tiêu chí", "Criterion by criterion")
    package static let ofCommandLine = Phrase("Các thay đổi nêu trên dòng lệnh", "The changes of the command line")
    package static let chart = Phrase("Biểu đồ điểm tiêu chí", "Chart of the criterion's points")
    package static let now = Phrase("hiện tại", "now")
    package static let edge = Phrase("ranh giới mức điểm", "edge of a band")
    package static let othersStay = Phrase("Thứ hạng tính khi số liệu của mọi đơn vị khác giữ nguyên. Không số liệu nào trong thư mục bị sửa.",
                                           "Ranks hold when the figures of all other units stay. No figure in the folder is changed.")

    package static func scenario(_ number: Int) -> Phrase { Phrase("Phương án \(number)", "Scenario \(number)") }

    package static func sweep(_ metric: Metric) -> Phrase {
        let name = Phrase(metric.name).line()
        return Phrase("Điểm theo số liệu \(metric.code): \(name)", "Points along the figure \(metric.code): \(name)")
    }

    /// What the bars of a sweep draw, and whether the table has every value at which points change.
    package static func bars(of criterion: Criterion, digits: Int, hasExactBreaks: Bool) -> Phrase {
        let (code, maximum) = (criterion.code, criterion.maximum)
        let missing = Phrase(" Quy tắc còn phụ thuộc số liệu khác nên bảng có thể không có đủ mọi chỗ điểm đổi.",
                             " The rule depends on other figures too, so the table may not hold every value at which points change.")
        let rest = hasExactBreaks ? nil : missing
        return Phrase("Thanh vẽ từ 0 đến điểm tối đa \(maximum, digits: digits) của tiêu chí \(code).\(rest)",
                      "The bars run from 0 to the maximum \(maximum, digits: digits) of the criterion \(code).\(rest)")
    }

    package static func movement(from before: GroupRank?, to after: GroupRank?) -> Phrase? {
        guard let before, let after, before.rank != after.rank else { return nil }
        let places = Rank(halves: abs(before.rank.halves - after.rank.halves)).decimal
        return after.rank < before.rank
            ? Phrase("lên \(places) bậc", "\(places) up") : Phrase("xuống \(places) bậc", "\(places) down")
    }
}

extension FigureChange {
    /// What a reader must know: that the counts reach a percentage without being exactly it, that a figure is beyond what
    /// is expected, or that a percentage looks like a share of 1.
    package var remark: Phrase? {
        let remarks = [nearest, unexpected, share].compactMap { $0 }
        return remarks.isEmpty ? nil : remarks.joined("; ")
    }

    private var nearest: Phrase? {
        guard isNearest, case .set(let stated) = change.edit else { return nil }
        return Phrase("mẫu số giữ nguyên; tử số vừa đủ đạt \(stated) %",
                      "the same denominator; the count just reaches \(stated) %")
    }

    private var unexpected: Phrase? {
        guard metric.isUnexpected(after) else { return nil }
        let expected = FindingValue.range(metric.minimum, metric.maximum).words(joined: ", ")
        return Phrase("ngoài khoảng thường gặp \(expected)", "outside the expected \(expected)")
    }

    private var share: Phrase? {
        guard case .set(let stated) = change.edit, metric.looksLikeShare(stated) else { return nil }
        let percent = FixedDecimal(mantissa: stated.mantissa * 100)
        return Phrase("tỷ lệ ghi từ 0 đến 100: nếu là \(percent) % hãy ghi \(percent)",
                      "percentages are written 0 to 100: for \(percent) % write \(percent)")
    }
}

extension GroupRank {
    /// `5/13`, `2,5/13`.
    package var fraction: Phrase { Phrase("\(rank.decimal)/\(count)") }
}

extension GroupRank? {
    /// `5/13`, `5/13 (đồng hạng với 1 đơn vị)`; a reason where there is none.
    package var phrase: Phrase {
        guard let rank = self else { return .notRanked }
        let place = rank.fraction
        if rank.tied == 0 { return place }
        return Phrase("\(place) (đồng hạng với \(rank.tied) đơn vị)", "\(place) (tied with \(rank.tied))")
    }
}

extension PlanStatus {
    /// In a table: how sure a plan is.
    package var phrase: Phrase {
        switch self {
        case .optimal: Phrase("Tối ưu, đã chứng minh", "Optimal, proven")
        case .feasible: Phrase("Đạt mục tiêu, chưa chứng minh là tốt nhất", "Meets the goal, not proven to be the best")
        case .infeasible: Phrase("Không có phương án, đã chứng minh", "No plan, proven")
        case .unknown: Phrase("Chưa rõ", "Unknown")
        }
    }
}
