internal import Documents
internal import Scoring
internal import Values
internal import Words

/// A row of a plan: an action, or the plan's sum.
struct PlanLine: Sendable {
    let plan: Plan?
    var action: PlannedAction?
    var number = 1
    var status = PlanStatus.optimal
    /// Whether the plan's actions have no rows of their own.
    var isWhole = false
    var cost: FixedDecimal? { action?.cost ?? plan?.cost }

    /// The codes of the metrics that the action moves, in the order of the set.
    func metrics(of set: CriteriaSet) -> [String] {
        guard let action, let plan else { return [] }
        let moved = action.effects.map { $0.metric }.withoutRepeats { $0 }
            .filter { plan.actionsByMetric[$0]?.contains(action.code) ?? false }
        return moved.count < 2 ? moved : set.metrics.map { $0.code }.filter(moved.contains)
    }
}

/// What reports show of plans, their actions, and what is lost though everything is done.
struct PlanColumns: Sendable {
    typealias Line = Column<PlanLine>
    typealias Loss = Column<(criterion: Int, lost: FixedDecimal, reason: RemainingLoss)>
    let set: CriteriaSet
    let words: PlanWords
    private var costLook: NumberLook { words.costLook }

    var code: Line { .text("code", .code, full: .actionCode) { $0.isWhole ? $0.plan?.codes : $0.action?.code } }
    var name: Line {
        Line("name", .actionName) { [set] line in
            guard let action = line.action else { return line.plan == nil || line.isWhole ? .none : .phrase(.total) }
            return .label(action.name.isEmpty ? nil : action.name, action.title(in: set))
        }
    }
    var cost: Line { .decimal("cost", words.costTitle, look: costLook) { $0.cost } }
    var deadline: Line {
        Line("deadline", .actionDeadline, .leading.blank("–")) { line in
            line.action.map { .day($0.deadline) } ?? .text("")
        }
    }
    var metrics: Line {
        .text("", .metricsMoved, .wrapped(14).blank("–")) { [set] line in
            let codes = line.metrics(of: set)
            return line.action != nil && codes.isEmpty ? nil : codes.joined(separator: ", ")
        }
    }

    var planCost: Column<Plan> { .decimal("cost", words.costTitle, look: costLook) { $0.cost } }
    var points: Column<Plan> {
        .decimal("", .points, full: .totalPointsFull, digits: self.set.rounding.points.digits) { $0.after.total.points }
    }
    var index: Column<Plan> { .decimal("", .index, digits: self.set.rounding.index.digits) { $0.after.index } }

    /// Of a criterion that still loses points.
    func losses(limit: Int?) -> [Loss] {
        let name = Loss(.criterion, .wrapped(24)) { [set] in .name(set.criteria[$0.criterion].name) }
        return [
            .text("criterion", .code) { [set] in set.criteria[$0.criterion].code }, name.cut(at: limit),
            .decimal("lost", .lost, digits: self.set.rounding.points.digits) { $0.lost },
            Loss("reason", .why, .wrapped(16)) { .code($0.reason.name, $0.reason.phrase) },
        ]
    }
}

extension Plan {
    var codes: String { actions.map { $0.code }.joined(separator: ", ") }

    func writeSums(to record: inout RecordWriter) {
        record.value("cost", .number(cost))
        UnitState(score: after, rank: rankAfter).write(to: &record)
    }
}

extension PlannedAction {
    /// What it is called; a generated one by the metric that it moves.
    func title(in set: CriteriaSet) -> Phrase {
        if !name.isEmpty { return Phrase(verbatim: CleanText.line(name)) }
        guard let code = effects.first?.metric else { return Phrase(verbatim: self.code) }
        let metric = set.metrics.first { $0.code == code }
        return metric.map { Phrase($0.name).line() } ?? Phrase(verbatim: code)
    }
}

extension PlanStatus {
    static func frontier(_ isProven: Bool) -> PlanStatus { isProven ? .optimal : .feasible }
}
