internal import Assessment
package import Documents
internal import Scoring
internal import Values
internal import Words

/// A row of a plan: an action, or the plan's sum.
struct PlanLine: Sendable {
    /// Its plan; nil where none was found.
    let plan: Plan?
    let action: PlannedAction?
    /// Which of the plans it is, from 1, and how certain.
    var number = 1
    var status = PlanStatus.optimal

    /// The codes of the metrics that the action moves, in the order of the set.
    func metrics(of set: CriteriaSet) -> [String] {
        guard let action, let plan else { return [] }
        let moved = plan.actionsByMetric.filter { $0.value.contains(action.code) }.map(\.key)
        return set.metrics.map(\.code).filter(moved.contains)
    }
}

/// What reports show of an action.
struct PlanColumns: Sendable {
    typealias Line = Column<PlanLine>
    let report: PlanReport

    init(_ report: PlanReport) { self.report = report }

    var code: Line { Line("code", .code, full: .actionCode) { .text($0.action?.code) } }
    var name: Line {
        Line("name", .actionName) { [report] line in
            line.action.map { .phrase(report.name(of: $0)) } ?? .phrase(line.plan.map { _ in .total })
        }
    }
    var cost: Line {
        Line("cost", .cost, .decimal) { [report] line in
            .number(line.action?.cost ?? line.plan?.cost, look: report.words.costLook)
        }
    }
    var deadline: Line {
        Line("deadline", .actionDeadline, .leading.blank("–")) { line in
            line.action == nil ? .text("") : .day(line.action?.deadline)
        }
    }
    var metrics: Line {
        Line("", .metricsMoved, .wrapped(14)) { [report] line in
            let codes = line.metrics(of: report.set)
            return line.action == nil ? .none : .text(codes.isEmpty ? "–" : codes.joined(separator: ", "))
        }
    }
}

extension PlanReport {
    /// A row an action, and a row with the sums of each plan; a frontier with a row a plan.
    package var data: DataTable? {
        let (unit, set, columns) = (unit, self.set, PlanColumns(self))
        let notice = isGenerated ? [header.shortNotice, PlanWords.relativeCosts] : [header.shortNotice]
        let notes = Value.phrase(notice.filter { !$0.isEmpty }.joined("; "))
        func sum(_ title: Phrase, _ value: @escaping @Sendable (Plan) -> Value) -> Column<PlanLine> {
            Column("", title) { line in line.action == nil ? line.plan.map(value) ?? .none : .none }
        }
        let isFrontier = if case .frontier = content { true } else { false }
        let actions = columns.code.mapped { line in
            isFrontier ? .text(line.plan?.actions.map(\.code).joined(separator: ", ")) : columns.code.value(line)
        }
        return DataTable(
            lines,
            [
                Column("", .unitCode) { _ in .text(unit.code) }, Column("", .unitName) { _ in .text(unit.name) },
                Column("", .plan) { .count($0.number) }, Column("", PlanWords.status) { .text($0.status.rawValue) },
                actions, columns.name.mapped { isFrontier ? .none : columns.name.value($0) },
                columns.cost.mapped { line in
                    .number(line.action?.cost ?? line.plan?.cost)
                }, columns.deadline.mapped { .day($0.action?.deadline) },
                columns.metrics.mapped { .text($0.metrics(of: set).joined(separator: ", ")) },
                sum(.totalPointsFull) { [digits = header.pointDigits] in .number($0.after.total.points, digits: digits)
                },
                sum(.index) { [digits = header.indexDigits] in .number($0.after.index, digits: digits) },
                sum(.placeInGroup) { .number($0.rankAfter?.rank.decimal) }, Column("", .notes) { _ in notes },
            ])
    }

    private var lines: [PlanLine] {
        switch content {
        case .goal(_, let result) where result.plans.isEmpty:
            return [PlanLine(plan: nil, action: nil, status: result.status)]
        case .goal(_, let result):
            return result.plans.enumerated().flatMap { position, plan in
                (plan.actions.map { Optional($0) } + [nil]).map {
                    PlanLine(plan: plan, action: $0, number: position + 1, status: result.status)
                }
            }
        case .frontier(let plans, let isProven):
            return plans.enumerated().map { position, plan in
                PlanLine(plan: plan, action: nil, number: position + 1, status: isProven ? .optimal : .feasible)
            }
        }
    }

    package func write(to record: inout RecordWriter) {
        header.write(to: &record)
        record.record("unit") { unit.writeWithGroup(to: &$0) }
        record.record("now") { before.write(to: &$0, rankBefore) }
        record.value("costs", .text(isGenerated ? "relativeDistance" : "stated"))
        record.value("actionCount", .count(actionCount))
        record.list("ignored", ignored) { record, effect in
            record.value("action", .text(effect.action))
            record.value("metric", .text(effect.metric))
            record.value("reason", .text("\(effect.reason)"))
        }
        switch content {
        case .goal(let goal, let result): write(goal, result, to: &record)
        case .frontier(let plans, let isProven):
            record.value("status", .text((isProven ? PlanStatus.optimal : .feasible).rawValue))
            record.list("frontier", plans) { record, plan in
                record.value("cost", .number(plan.cost))
                plan.after.write(to: &record, plan.rankAfter)
                record.texts("actions", plan.actions.map(\.code))
            }
        }
    }

    private func write(_ goal: PlanGoal, _ result: PlanResult, to record: inout RecordWriter) {
        record.record("goal") { record in
            switch goal {
            case .index(let index): record.value("index", .number(index))
            case .points(let points): record.value("points", .number(points))
            case .rank(let rank): record.value("rank", .count(rank))
            case .budget(let budget): record.value("budget", .number(budget))
            }
            record.value("neededPoints", .number(result.neededPoints))
            record.value("surePoints", result.surePoints.map { .number($0) } ?? .absent)
        }
        record.value("status", .text(result.status.rawValue))
        record.value("bound", .number(result.bound))
        if let best = result.plans.first {
            write(best, result, to: &record)
        } else {
            for key in ["cost", "points", "index"] { record.value(key, .none) }
            record.texts("actions", [])
        }
        record.list("further", result.plans.dropFirst()) { record, plan in write(plan, result, to: &record) }
        record.value("furtherProven", .flag(result.areFurtherProven))
        guard let richest = result.richest else { return }
        record.record("richest") { record in
            record.value("isProven", .flag(result.isRichestProven))
            write(richest, result, to: &record)
        }
        record.list("losses", result.losses) { record, loss in
            record.value("criterion", .text(set.criteria[loss.criterion].code))
            record.value("lost", .number(loss.lost))
            record.value("reason", .text(loss.reason.name))
        }
    }

    private func write(_ plan: Plan, _ result: PlanResult, to record: inout RecordWriter) {
        let columns = PlanColumns(self)
        record.value("cost", .number(plan.cost))
        plan.after.write(to: &record, plan.rankAfter)
        record.value("margin", .number(margin(of: plan, in: result)))
        record.list("actions", plan.actions) { record, action in
            let line = PlanLine(plan: plan, action: action)
            let name = columns.name.mapped { line in
                line.action.map { .text($0.name.isEmpty ? nil : $0.name) } ?? .none
            }
            record.values(of: line, [columns.code, name, columns.cost, columns.deadline])
            record.texts("metrics", line.metrics(of: set))
        }
        record.list("criteria", touched(by: plan)) { record, index in
            let (now, then) = (before.criterion(index), plan.after.criterion(index))
            record.value("code", .text(set.criteria[index].code))
            record.value("before", .number(now.points))
            record.value("after", .number(then.points))
            record.value("gain", .number(then.tally.points - now.tally.points))
        }
        record.record("scenario") { $0.members { plan.scenario.write(to: &$0) } }
    }
}
