package import Documents
internal import Words
import Assessment
import Scoring
import Tables
import Values

// Headings of the tables are in the language; statuses are stable names in both.
extension PlanReport {
    private static let headings = [
        Wording(vi: "Mã đơn vị", en: "Unit"), Wording(vi: "Tên đơn vị", en: "Unit name"),
        Wording(vi: "Phương án", en: "Plan"), Wording(vi: "Kết luận", en: "Status"),
        Wording(vi: "Mã hành động", en: "Action"), Wording(vi: "Tên hành động", en: "Action name"),
        Wording(vi: "Chi phí", en: "Cost"), Wording(vi: "Thời hạn", en: "Deadline"),
        Wording(vi: "Số liệu tác động", en: "Metrics moved"), Wording(vi: "Tổng điểm", en: "Total points"),
        Wording(vi: "Chỉ số", en: "Index"), Wording(vi: "Thứ hạng", en: "Rank"), Wording(vi: "Lưu ý", en: "Notes"),
    ]

    /// The plans as CSV: a row an action, and a row with the sums of each plan; a frontier with a row a plan.
    package func csv(in language: Language) -> [UInt8] {
        var writer = CSVWriter(language == .vi ? .excelVietnamese : .plain)
        var notice = header.shortNotice(in: language)
        if isGenerated {
            let text = language == .vi ? "chi phí là khoảng cách tương đối (%)" : "costs are relative distances (%)"
            notice = notice.isEmpty ? text : notice + "; " + text
        }
        writer.writeRow(Self.headings.map { .text($0.text(language)) })
        let digits = set.rounding.points.digits
        func sums(_ plan: Plan) -> [CSVWriter.Cell] {
            [
                .number(plan.after.total.points, minimumDigits: digits),
                plan.after.index.map { .number($0, minimumDigits: set.rounding.index.digits) } ?? .blank,
                plan.rankAfter.map { .number($0.rank.decimal) } ?? .blank,
                .text(notice),
            ]
        }
        func head(_ position: Int, _ status: String) -> [CSVWriter.Cell] {
            [
                .text(unit.code), .text(unit.name), FixedDecimal(exactly: position + 1).map { .number($0) } ?? .blank,
                .text(status),
            ]
        }
        switch content {
        case .goal(_, let result):
            if result.plans.isEmpty {
                let blank = Array(repeating: CSVWriter.Cell.blank, count: Self.headings.count - 5)
                writer.writeRow(head(0, result.status.rawValue) + blank + [.text(notice)])
            }
            for (position, plan) in result.plans.enumerated() {
                for action in plan.actions {
                    let moved = plan.actionsByMetric.filter { $0.value.contains(action.code) }.map(\.key)
                    writer.writeRow(
                        head(position, result.status.rawValue) + [
                            .text(action.code), .text(name(of: action, in: language)), .number(action.cost),
                            action.deadline.map { .text($0.description) } ?? .blank,
                            .text(set.metrics.map(\.code).filter(moved.contains).joined(separator: ", ")), .blank,
                            .blank, .blank, .text(notice),
                        ])
                }
                writer.writeRow(
                    head(position, result.status.rawValue)
                        + [.blank, .text(Label.total.text(language)), .number(plan.cost), .blank, .blank] + sums(plan))
            }
        case .frontier(let plans, let isProven):
            let status = (isProven ? PlanStatus.optimal : .feasible).rawValue
            for (position, plan) in plans.enumerated() {
                writer.writeRow(
                    head(position, status) + [
                        .text(plan.actions.map(\.code).joined(separator: ", ")), .blank, .number(plan.cost), .blank,
                        .blank,
                    ] + sums(plan))
            }
        }
        return writer.bytes
    }

    /// The report as JSON; keys are the same in both languages.
    package var json: String {
        var writer = JSONWriter()
        writer.object { root in
            header.write(to: &root)
            root.key("unit")
            root.object { object in
                object.member("code", unit.code)
                object.member("name", unit.name)
                object.member("group", unit.group)
            }
            root.key("now")
            root.object { write(before, rankBefore, to: &$0) }
            root.member("costs", isGenerated ? "relativeDistance" : "stated")
            root.member("actionCount", actionCount)
            root.key("ignored")
            root.array { list in
                for effect in ignored {
                    list.object { entry in
                        entry.member("action", effect.action)
                        entry.member("metric", effect.metric)
                        entry.member("reason", "\(effect.reason)")
                    }
                }
            }
            switch content {
            case .goal(let goal, let result): write(goal, result, to: &root)
            case .frontier(let plans, let isProven):
                root.member("status", (isProven ? PlanStatus.optimal : .feasible).rawValue)
                root.key("frontier")
                root.array { list in
                    for plan in plans {
                        list.object { entry in
                            entry.member("cost", plan.cost)
                            write(plan.after, plan.rankAfter, to: &entry)
                            entry.key("actions")
                            entry.array { codes in plan.actions.forEach { codes.value($0.code) } }
                        }
                    }
                }
            }
        }
        return writer.text
    }

    private func write(_ score: UnitScore, _ rank: GroupRank?, to object: inout JSONWriter) {
        object.member("points", score.total.points)
        object.member("maximum", score.total.maximum)
        object.member("index", score.index)
        object.member("coverage", score.coverage)
        object.member("class", score.classification?.unitClass?.code)
        object.member("rank", rank?.rank.decimal)
        object.member("ranked", rank?.count)
        object.member("tied", rank?.tied)
    }

    private func write(_ goal: PlanGoal, _ result: PlanResult, to root: inout JSONWriter) {
        root.key("goal")
        root.object { object in
            switch goal {
            case .index(let index): object.member("index", index)
            case .points(let points): object.member("points", points)
            case .rank(let rank): object.member("rank", rank)
            case .budget(let budget): object.member("budget", budget)
            }
            object.member("neededPoints", result.neededPoints)
            if let sure = result.surePoints { object.member("surePoints", sure) }
        }
        root.member("status", result.status.rawValue)
        root.member("bound", result.bound)
        if let best = result.plans.first {
            write(best, result, to: &root)
        } else {
            root.member("cost", nil as FixedDecimal?)
            root.member("points", nil as FixedDecimal?)
            root.member("index", nil as FixedDecimal?)
            root.key("actions")
            root.array { _ in }
        }
        root.key("further")
        root.array { list in
            for plan in result.plans.dropFirst() { list.object { write(plan, result, to: &$0) } }
        }
        root.member("furtherProven", result.areFurtherProven)
        guard let richest = result.richest else { return }
        root.key("richest")
        root.object { object in
            object.member("isProven", result.isRichestProven)
            write(richest, result, to: &object)
        }
        root.key("losses")
        root.array { list in
            for loss in result.losses {
                list.object { entry in
                    entry.member("criterion", set.criteria[loss.criterion].code)
                    entry.member("lost", loss.lost)
                    if case .ignored(let reason) = loss.reason {
                        entry.member("reason", "\(reason)")
                    } else {
                        entry.member("reason", "\(loss.reason)")
                    }
                }
            }
        }
    }

    private func write(_ plan: Plan, _ result: PlanResult, to object: inout JSONWriter) {
        object.member("cost", plan.cost)
        write(plan.after, plan.rankAfter, to: &object)
        object.member("margin", margin(of: plan, in: result))
        object.key("actions")
        object.array { list in
            for action in plan.actions {
                list.object { entry in
                    entry.member("code", action.code)
                    entry.member("name", action.name.isEmpty ? nil : action.name)
                    entry.member("cost", action.cost)
                    entry.member("deadline", action.deadline?.description)
                    let moved = plan.actionsByMetric.filter { $0.value.contains(action.code) }.map(\.key)
                    entry.key("metrics")
                    entry.array { codes in set.metrics.map(\.code).filter(moved.contains).forEach { codes.value($0) } }
                }
            }
        }
        object.key("criteria")
        object.array { list in
            for index in touched(by: plan) {
                let (now, then) = (before.criterion(index), plan.after.criterion(index))
                list.object { entry in
                    entry.member("code", set.criteria[index].code)
                    entry.member("before", now.points)
                    entry.member("after", then.points)
                    entry.member("gain", then.tally.points - now.tally.points)
                }
            }
        }
        object.key("scenario")
        object.object { plan.scenario.write(to: &$0) }
    }
}
