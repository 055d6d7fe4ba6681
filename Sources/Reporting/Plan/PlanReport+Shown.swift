internal import Assessment
package import Documents
internal import Scoring
internal import Values
internal import Words

extension PlanReport {
    private var digits: Int { header.pointDigits }

    package func write(to document: inout Document) {
        document.heading(Phrase("\(PlanWords.title): \(unit.name)"), level: 1)
        document.facts(facts)
        switch content {
        case .goal(_, let result):
            for (position, plan) in result.plans.enumerated() { write(plan, at: position, to: &document) }
            if conditions.count > 1, !result.plans.isEmpty {
                document.paragraph(PlanWords.further(result, wanted: conditions.count))
            }
            if let richest = result.richest { writeLosses(result, richest, to: &document) }
        case .frontier(let plans, let isProven): writeFrontier(plans, isProven: isProven, to: &document)
        }
        writeIgnored(to: &document)
        document.paragraph(PlanWords.order)
        header.writeNotices(to: &document, withLeftOut: false, withAssumptions: false)
    }

    private var facts: [Document.Fact] {
        var facts: [Document.Fact] = [unit.fact] + header.facts
        if case .goal(let goal, let result) = content {
            facts.append(.init(PlanWords.goal, words.goal(goal)))
            if let need = words.need(goal, result, of: before.total.maximum) {
                facts.append(.init(PlanWords.need, need))
            }
            facts.append(.init(PlanWords.status, words.status(goal, result)))
        }
        if let stated = statedConditions { facts.append(.init(PlanWords.conditions, stated)) }
        facts.append(.init(PlanWords.actions, words.source(actionCount)))
        return facts
    }

    private var statedConditions: Phrase? {
        var parts = conditions.floors.map { floor in
            PlanWords.floor(
                set.criteria[floor.node].code, words.points(floor.points ?? before.tally(of: floor.node).points))
        }
        if !musts.done.isEmpty { parts.append(PlanWords.mustDo(musts.done)) }
        if !musts.notDone.isEmpty { parts.append(PlanWords.mustNotDo(musts.notDone)) }
        return parts.isEmpty ? nil : parts.joined("; ").map { CleanText.cut($0, at: 400) }
    }

    // MARK: A plan

    private func write(_ plan: Plan, at position: Int, to document: inout Document) {
        let level = plans.count > 1 ? 3 : 2
        if plans.count > 1 { document.heading(Phrase("\(Phrase.plan) \(position + 1)")) }
        writeResults(of: plan, to: &document)
        if plan.actions.isEmpty { return document.paragraph(PlanWords.noAction) }
        document.heading(PlanWords.chosen, level: level)
        writeActions(of: plan, to: &document)
        document.heading(PlanWords.criteriaMoved, level: level)
        writeCriteria(of: plan, to: &document)
    }

    private func writeResults(of plan: Plan, to document: inout Document) {
        struct Row: Sendable {
            let title: Phrase
            var now = Phrase.none
            let then: Phrase
            var gain: FixedDecimal?
            var digits = 0
        }
        func points(_ score: UnitScore) -> Phrase {
            Phrase("\(words.points(score.total.points))/\(words.points(score.total.maximum))")
        }
        let after = plan.after
        let indexGain = before.index.flatMap { now in after.index.map { $0 - now } }
        var rows = [
            Row(title: .cost, then: words.cost(plan.cost)),
            Row(
                title: .points, now: points(before), then: points(after),
                gain: after.total.points - before.total.points, digits: digits),
            Row(
                title: .index, now: words.index(before.index), then: words.index(after.index), gain: indexGain,
                digits: header.indexDigits),
        ]
        if !set.classSchemes.isEmpty {
            rows.append(Row(title: .unitClass, now: before.classPhrase, then: after.classPhrase))
        }
        // In a group of one there is nothing to be ahead of.
        if (rankBefore?.count ?? plan.rankAfter?.count ?? 0) > 1 {
            rows.append(Row(title: .groupRank, now: rankBefore.phrase, then: plan.rankAfter.phrase))
        }
        document.table(
            rows,
            [
                Column(.none) { .phrase($0.title) }, Column(.now, .trailing) { .phrase($0.now) },
                Column(.withPlan, .trailing) { .phrase($0.then) },
                Column(.rise, .trailing) { .number($0.gain, look: .signed(digits: $0.digits)) },
            ]
        ) { $0.gain == nil && $0.now.isEmpty }
    }

    private func writeActions(of plan: Plan, to document: inout Document) {
        let rows = plan.actions.map { PlanLine(plan: plan, action: $0) } + [PlanLine(plan: plan, action: nil)]
        let columns = PlanColumns(self)
        let hasDeadlines = plan.actions.contains { $0.deadline != nil }
        document.table(
            rows,
            [
                columns.code, columns.name.titled(.action, .wrapped(24)).cut(at: document.isBrief ? 90 : nil),
                columns.cost,
            ]
                + (hasDeadlines ? [columns.deadline] : []) + [columns.metrics]
        ) { $0.action == nil }
    }

    private func writeCriteria(of plan: Plan, to document: inout Document) {
        struct Row: Sendable {
            let index: Int?
            let gain: FixedDecimal
        }
        let rows =
            touched(by: plan).map { index in
                Row(index: index, gain: plan.after.criterion(index).tally.points - before.criterion(index).tally.points)
            } + [Row(index: nil, gain: plan.after.total.points - before.total.points)]
        let name = Column<Row>(.criterion, .wrapped(20)) { row in
            row.index.map { .name(set.criteria[$0].name) } ?? .phrase(.total)
        }
        let by = Column<Row>(.by, .wrapped(10)) { row in
            guard let index = row.index else { return .none }
            var seen: Set<String> = []
            let codes = plan.changes.filter { $0.criterion == index }
                .flatMap { plan.actionsByMetric[$0.metric.code] ?? [] }
            return .text(codes.filter { seen.insert($0).inserted }.joined(separator: ", "))
        }
        document.table(
            rows,
            [
                Column(.code) { .text($0.index.map { set.criteria[$0].code }) },
                name.cut(at: document.isBrief ? 90 : nil),
                Column(.figure, .wrapped(20)) { .phrase($0.index.map { figures(of: $0, in: plan) }) },
                Column(.points) { row in
                    .phrase(
                        row.index.map { index in
                            let points = [before, plan.after].map { score in
                                score.criterion(index).points.map(words.points) ?? Phrase(verbatim: "–")
                            }
                            return points.joined(" → ")
                        })
                },
                Column(.rise, .decimal) { [digits] in .number($0.gain, look: .signed(digits: digits)) },
            ] + (isGenerated ? [] : [by])
        ) { $0.index == nil }
    }

    /// `38 → 40`, each figure of a criterion.
    private func figures(of index: Int, in plan: Plan) -> Phrase {
        let changes = plan.changes.filter { $0.criterion == index }
        return changes.map { change in
            let text = Phrase("\(change.metric.phrase(of: change.before)) → \(change.metric.phrase(of: change.after))")
            let code = change.metric.code
            return changes.count > 1 || code != set.criteria[index].code ? Phrase("\(code): \(text)") : text
        }.joined("; ")
    }

    // MARK: What cannot be

    private func writeLosses(_ result: PlanResult, _ richest: Plan, to document: inout Document) {
        if result.losses.isEmpty { return }
        let codes = richest.actions.map(\.code).joined(separator: ", ")
        document.paragraph(words.richest(richest, document.isBrief ? CleanText.cut(codes, at: 400) : codes))
        document.heading(PlanWords.losses)
        typealias Loss = Column<(criterion: Int, lost: FixedDecimal, reason: RemainingLoss)>
        document.table(
            result.losses,
            [
                Loss("", .code) { .text(set.criteria[$0.criterion].code) },
                Loss("", .criterion, .wrapped(24)) { .name(set.criteria[$0.criterion].name) }
                    .cut(at: document.isBrief ? 90 : nil),
                Loss("", .lost, .decimal) { [digits] in .number($0.lost, digits: digits) },
                Loss("", .why, .wrapped(16)) { .phrase($0.reason.phrase) },
            ])
    }

    private func writeIgnored(to document: inout Document) {
        let shown = document.isBrief ? ignored.prefix(10) : ignored[...]
        let rest = ignored.count - shown.count
        document.list(
            shown.map { effect in Phrase("\(effect.action), \(effect.metric): \(effect.reason.phrase)") }
                + (rest > 0 ? [PlanWords.more(rest)] : []), under: PlanWords.ignored)
    }

    // MARK: The frontier

    private static let mostRows = 40

    private func writeFrontier(_ plans: [Plan], isProven: Bool, to document: inout Document) {
        // A terminal shows some of it, evenly chosen with both ends; csv and json have all.
        let shown =
            document.isBrief && plans.count > Self.mostRows
            ? (0..<Self.mostRows).map { plans[$0 * (plans.count - 1) / (Self.mostRows - 1)] } : plans
        let (low, high) = (plans.first?.after.total.points ?? 0, plans.last?.after.total.points ?? 0)
        let hasRanks = plans.contains { ($0.rankAfter?.count ?? 0) > 1 }
        let rank = Column<Plan>(.groupRank, .trailing.blank("–")) { .phrase($0.rankAfter?.fraction) }
        let actions = Column<Plan>(PlanWords.actions, .wrapped(20)) {
            .text($0.actions.map(\.code).joined(separator: ", "))
        }
        document.heading(PlanWords.frontier)
        document.table(
            shown,
            [
                Column(.cost, .decimal) { .number($0.cost, words.costLook) },
                Column(.points, .decimal) { [digits] in .number($0.after.total.points, digits: digits) },
                Column(.index, .decimal) { [digits = header.indexDigits] in .number($0.after.index, digits: digits)
                },
            ] + (hasRanks ? [rank] : []) + [
                Column(PlanWords.chart) { .bar(.point($0.after.total.points - low, of: high - low, cells: 40)) }
            ] + (isGenerated ? [] : [document.isBrief ? actions.cut(at: 60) : actions]))
        document.paragraph(
            words.frontier(plans.count, shown: shown.count, from: low, to: high, isProven: isProven))
    }
}
