package import Documents
internal import Words
import Scoring
import Values

/// Goals and outcomes of plans in words.
struct PlanWords {
    let report: PlanReport
    let language: Language

    private var numbers: NumberWords { NumberWords(language) }

    func points(_ points: FixedDecimal) -> String {
        numbers.text(points, minimumDigits: report.set.rounding.points.digits)
    }

    func index(_ index: FixedDecimal?) -> String {
        index.map { numbers.text($0, minimumDigits: report.set.rounding.index.digits) } ?? "–"
    }

    /// A cost, with the sign of percent where it is a distance.
    func cost(_ cost: FixedDecimal) -> String {
        guard report.isGenerated else { return numbers.text(cost) }
        let shown = cost.rounded(Rounding(.halfAwayFromZero, digits: 2)) ?? cost
        return numbers.text(shown, minimumDigits: 2) + " %"
    }

    func goal(_ goal: PlanGoal) -> String {
        switch (goal, language) {
        case (.index(let wanted), .vi): "chỉ số từ \(numbers.text(wanted)) trở lên, với chi phí ít nhất"
        case (.index(let wanted), .en): "an index of at least \(numbers.text(wanted)), at the least cost"
        case (.points(let wanted), .vi): "từ \(numbers.text(wanted)) điểm trở lên, với chi phí ít nhất"
        case (.points(let wanted), .en): "at least \(numbers.text(wanted)) points, at the least cost"
        case (.rank(let place), .vi): "trong \(place) hạng đầu của khối, với chi phí ít nhất"
        case (.rank(let place), .en): "a place among the first \(place) of the group, at the least cost"
        case (.budget(let budget), .vi): "nhiều điểm nhất với chi phí không quá \(cost(budget))"
        case (.budget(let budget), .en): "the most points for a cost of at most \(cost(budget))"
        }
    }

    /// What the search came to, in one sentence or two.
    func status(_ goal: PlanGoal, _ result: PlanResult) -> String {
        let isBudget = if case .budget = goal { true } else { false }
        switch (result.status, language) {
        case (.optimal, .vi):
            if result.plans.first?.actions.isEmpty == true, !isBudget {
                return "đã đạt mục tiêu mà không cần hành động nào"
            }
            return isBudget
                ? "tối ưu: đã chứng minh không phương án nào trong ngân sách được nhiều điểm hơn"
                : "tối ưu: đã chứng minh là rẻ nhất"
        case (.optimal, .en):
            if result.plans.first?.actions.isEmpty == true, !isBudget { return "the goal is met without any action" }
            return isBudget
                ? "optimal: proven that no plan within the budget has more points"
                : "optimal: proven to be the cheapest"
        case (.feasible, .vi):
            return "đạt mục tiêu nhưng chưa chứng minh được là tốt nhất; " + bound(result, isBudget)
        case (.feasible, .en): return "meets the goal, not proven to be the best; " + bound(result, isBudget)
        case (.infeasible, _): return impossible(goal, result)
        case (.unknown, .vi):
            return
                "chưa tìm được phương án nào trong thời gian cho phép, cũng chưa chứng minh được là không có; hãy tăng "
                + "--time"
        case (.unknown, .en):
            return "no plan was found within the time, nor is it proven that there is none; raise --time"
        }
    }

    private func bound(_ result: PlanResult, _ isBudget: Bool) -> String {
        guard let bound = result.bound, let plan = result.plans.first else { return "" }
        if isBudget {
            let gap = points(bound - plan.after.total.points)
            return language == .vi
                ? "không phương án nào vượt quá \(points(bound)) điểm (khoảng hở \(gap) điểm)"
                : "no plan has more than \(points(bound)) points (a gap of \(gap))"
        }
        let gap = cost(plan.cost - bound)
        return language == .vi
            ? "không phương án nào rẻ hơn \(cost(bound)) (khoảng hở \(gap))"
            : "no plan costs less than \(cost(bound)) (a gap of \(gap))"
    }

    private func impossible(_ goal: PlanGoal, _ result: PlanResult) -> String {
        if case .budget = goal {
            guard let least = result.bound else {
                return language == .vi
                    ? "không thực hiện được: các điều kiện mâu thuẫn nhau"
                    : "impossible: the conditions contradict each other"
            }
            return language == .vi
                ? "không thực hiện được: các hành động bắt buộc và các điều kiện đã cần ít nhất \(cost(least))"
                : "impossible: what must be done and the conditions take \(cost(least)) at least"
        }
        guard let most = result.richest else {
            return language == .vi
                ? "không thực hiện được: các điều kiện mâu thuẫn nhau hoặc không thể cùng đạt"
                : "impossible: the conditions contradict each other or cannot be met together"
        }
        let reached =
            switch goal {
            case .points: points(most.after.total.points) + (language == .vi ? " điểm" : " points")
            case .rank:
                points(most.after.total.points) + (language == .vi ? " điểm, hạng " : " points, place ")
                    + ChangeWords.rank(most.rankAfter, in: language)
            case .index, .budget: (language == .vi ? "chỉ số " : "an index of ") + index(most.after.index)
            }
        if language == .vi {
            return result.isRichestProven
                ? "không đạt được: kể cả làm mọi hành động có thể, cao nhất cũng chỉ được \(reached)"
                : "không đạt được; phương án nhiều điểm nhất tìm thấy được \(reached)"
        }
        return result.isRichestProven
            ? "impossible: even with all actions that can be done, \(reached)"
            : "impossible; the richest plan found has \(reached)"
    }

    /// What the goal needs, and what is left over.
    func need(_ goal: PlanGoal, _ result: PlanResult) -> String? {
        var text: String
        switch result.needed {
        case .any: text = language == .vi ? "đạt được với mọi số điểm" : "any points do"
        case .atLeast(let needed, _):
            let maximum = points(report.before.total.maximum)
            text =
                language == .vi
                ? "ít nhất \(points(needed))/\(maximum) điểm" : "at least \(points(needed))/\(maximum) points"
            if let sure = result.surePoints {
                text +=
                    language == .vi
                    ? " nếu hơn ở tiêu chí phân định; chắc chắn từ \(points(sure)) điểm"
                    : " with a tie broken in its favour; \(points(sure)) to be sure"
            }
            if let plan = result.plans.first {
                let left = points(plan.after.total.points - needed)
                text += language == .vi ? "; phương án dư \(left) điểm" : "; the plan has \(left) to spare"
            }
        case .impossible, nil: return nil
        }
        if case .rank = goal {
            text +=
                language == .vi
                ? "; điểm của các đơn vị khác giữ nguyên; \(report.set.ranking.phrase.text(language))"
                : "; the other units' points stay; \(report.set.ranking.phrase.text(language))"
        }
        return text
    }

    /// The conditions, if any.
    func conditions() -> String? {
        var parts = report.conditions.floors.map { floor in
            let code = report.set.criteria[floor.node].code
            let least = points(floor.points ?? report.before.tally(of: floor.node).points)
            return language == .vi ? "mục \(code) không dưới \(least) điểm" : "\(code) not below \(least) points"
        }
        if !report.musts.done.isEmpty {
            parts.append(
                (language == .vi ? "phải làm: " : "must be done: ") + report.musts.done.joined(separator: ", "))
        }
        if !report.musts.notDone.isEmpty {
            parts.append(
                (language == .vi ? "không làm: " : "must not be done: ") + report.musts.notDone.joined(separator: ", "))
        }
        return parts.isEmpty ? nil : CleanText.cut(parts.joined(separator: "; "), at: 400)
    }

    /// Where the actions come from.
    var source: String {
        let count = report.actionCount
        if report.isGenerated {
            return language == .vi
                ? "không có bảng hành động: mỗi mức điểm kế tiếp của từng số liệu được coi là một hành động (\(count) hành "
                    + "động); «chi phí» là khoảng cách tương đối 100 × |mức cần − hiện tại| ÷ số lớn hơn, tính bằng %, không "
                    + "phải tiền; số chưa báo cáo tính 100 %"
                : "there is no table of actions: every next band of every figure counts as an action (\(count) actions); "
                    + "the “cost” is the relative distance 100 × |target − now| ÷ the greater of both, in percent, not "
                    + "money; 100 % for what is not reported"
        }
        return language == .vi
            ? "\(count) hành động có thể áp dụng cho đơn vị; chi phí theo đơn vị tính của bảng hành động"
            : "\(count) actions can be taken for the unit; costs are in the unit of the table of actions"
    }

    func reason(_ loss: RemainingLoss) -> String {
        switch (loss, language) {
        case (.noAction, .vi): "không có hành động nào tác động"
        case (.noAction, .en): "no action moves it"
        case (.forbidden, .vi): "hành động tác động bị đặt là không làm"
        case (.forbidden, .en): "the action that would move it must not be done"
        case (.partly, .vi): "có hành động, nhưng chưa đủ để đạt điểm tối đa"
        case (.partly, .en): "actions move it, but not up to its maximum"
        case (.awaited, .vi): "đang chờ kết quả khảo sát"
        case (.awaited, .en): "its survey is awaited"
        case (.ignored(.noBetter), .vi): "các hành động hiện có không cải thiện thêm"
        case (.ignored(.noBetter), .en): "the actions there are improve nothing more"
        case (.ignored(let reason), _): ignored(reason)
        }
    }

    func ignored(_ reason: IgnoredReason) -> String {
        switch (reason, language) {
        case (.unknownMetric, .vi): "bộ tiêu chí không có số liệu này"
        case (.unknownMetric, .en): "the criteria have no such metric"
        case (.notScored, .vi): "đơn vị không được chấm số liệu này"
        case (.notScored, .en): "the unit is not scored on it"
        case (.notApplicable, .vi): "số liệu không áp dụng cho đơn vị"
        case (.notApplicable, .en): "it does not apply to the unit"
        case (.noBetter, .vi): "hiện tại đã bằng hoặc tốt hơn"
        case (.noBetter, .en): "what is there is as good or better"
        case (.nothingToAddTo, .vi): "chưa có số liệu để cộng thêm"
        case (.nothingToAddTo, .en): "there is no figure to add to"
        case (.contradiction, .vi): "không hợp với các số liệu khác"
        case (.contradiction, .en): "it does not fit the other figures"
        }
    }

    /// How equal plans are told apart.
    var order: String {
        language == .vi
            ? "Trong các phương án cùng chi phí, chọn phương án nhiều điểm nhất; nếu vẫn bằng nhau, theo thứ tự của các hành "
                + "động. Thử lại bằng lệnh whatif cho cùng số điểm. Không số liệu nào trong thư mục bị sửa."
            : "Of plans that cost the same the one of most points is chosen; of these the order of the actions decides. "
                + "The command whatif gives the same points. No figure in the folder is changed."
    }
}
