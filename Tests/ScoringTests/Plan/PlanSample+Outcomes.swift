import ScoreNumerics
import Values

@testable import Scoring

/// The outcomes of all sets of actions by brute force: figures from the documentation alone, points by scoring every set
/// as a unit of its own, or where people gave points by replaying it.
extension PlanSample {
    /// A set of actions that is allowed and can be scored.
    struct Outcome {
        /// The positions of the actions.
        let taken: Set<Int>
        let cost: FixedDecimal
        let points: FixedDecimal
    }

    /// The positions of a plan's actions.
    func taken(by plan: Plan) -> Set<Int> {
        Set(plan.actions.compactMap { action in actions.firstIndex { $0.code == action.code } })
    }

    /// Whatever does nothing alone is counted here; only what cannot be is left out.
    func outcomes(without ignored: [IgnoredEffect]) throws -> [Outcome] {
        let impossible = ignored.filter { $0.reason == .contradiction || $0.reason == .notApplicable }
        let left = Set(impossible.map { "\($0.action) \($0.metric)" })
        let sets = (0..<1 << actions.count).compactMap { mask -> (taken: Set<Int>, changes: [Scenario.Change])? in
            let taken = actions.indices.filter { mask >> $0 & 1 == 1 }
            return changes(taken.map { actions[$0] }, without: left).map { (Set(taken), $0) }
        }
        return scores.storage.columns.standing.isEmpty ? try scored(sets) : replayed(sets)
    }

    private func cost(_ taken: Set<Int>) -> FixedDecimal { taken.reduce(.zero) { $0 + actions[$1].cost } }

    private func replayed(_ sets: [(taken: Set<Int>, changes: [Scenario.Change])]) -> [Outcome] {
        let trial = WhatIf(scores, unit: 0)
        return sets.compactMap { taken, changes in
            if changes.isEmpty { return Outcome(taken: taken, cost: cost(taken), points: scores[0].total.points) }
            guard let after = try? trial.replay(Scenario(changes: changes)).after,
                after.total.maximum == scores[0].total.maximum
            else { return nil }
            return Outcome(taken: taken, cost: cost(taken), points: after.total.points)
        }
    }

    private func scored(_ sets: [(taken: Set<Int>, changes: [Scenario.Change])]) throws -> [Outcome] {
        let criteria = scores.criteria
        let own = scores.storage.columns.figures
        let rows = sets.compactMap { taken, changes -> (taken: Set<Int>, figures: FigureTable)? in
            if changes.isEmpty { return (taken, own) }
            let applied = try? Scenario(changes: changes).applied(to: own, unit: 0, level: "commune", of: criteria)
            return applied.map { (taken, $0.figures) }
        }
        var figures = criteria.emptyFigures(unitCount: rows.count)
        for column in figures.metrics.indices {
            for (row, entry) in rows.enumerated() { figures[row, column] = entry.figures[0, column] }
        }
        let before = scores.storage.columns.lastYear.map {
            LastYear(figures: $0.figures, units: Array(repeating: 0, count: rows.count))
        }
        let all = try criteria.score(
            figures, units: rows.map { _ in ScoredUnit(code: "x", level: "commune") }, lastYear: before)
        // Figures that newly contradict each other are no plan, nor is what changes the maximum.
        let known = Set(scores.issues.map { "\($0.measure) \($0.fault)" })
        let faulty = Set(all.issues.filter { !known.contains("\($0.measure) \($0.fault)") }.map { $0.unit })
        return rows.indices.filter { !faulty.contains($0) && all[$0].total.maximum == scores[0].total.maximum }
            .map { Outcome(taken: rows[$0].taken, cost: cost(rows[$0].taken), points: all[$0].total.points) }
    }

    /// The changes of a set of actions, from the documentation alone; nil when the set is not allowed.
    private func changes(_ taken: [PlannedAction], without ignored: Set<String>) -> [Scenario.Change]? {
        let codes = Set(taken.map(\.code))
        guard taken.allSatisfy({ codes.isSuperset(of: $0.needs) && codes.isDisjoint(with: $0.excludes) }) else {
            return nil
        }
        return scores.criteria.set.metrics.enumerated().compactMap { column, metric in
            let edits = taken.flatMap { action in
                action.effects.filter {
                    $0.metric == metric.code && !ignored.contains("\(action.code) \(metric.code)")
                }.map(\.edit)
            }
            return edit(edits, of: metric, from: scores[0].figures.now(column)).map { .init(metric.code, $0) }
        }
    }

    /// What changes of one figure come to: the sum of additions, clamped; of that and all set figures the best.
    private func edit(_ edits: [Scenario.Edit], of metric: Metric, from now: Figure) -> Scenario.Edit? {
        var (more, cases) = (FixedDecimal.zero, FixedDecimal.zero)
        var stated: [FixedDecimal] = []
        for edit in edits {
            switch edit {
            case .add(let amount): more += amount
            case .addToNumerator(let amount): cases += amount
            case .set(let value): stated.append(value)
            default: break
            }
        }
        var best: (number: ExactRatio, edit: Scenario.Edit?)?
        if let present = now.exactNumber {
            best = (present, nil)
            if more != 0, let sum = present.adding(ExactRatio(more)) { best = clamped(sum, .add(more), metric) }
            if cases != 0, case .ratio(let numerator, let denominator) = now,
                let sum = ExactRatio(100 * Int128((numerator + cases).mantissa), over: Int128(denominator.mantissa))
            {
                best = clamped(sum, .numerator(numerator + cases), metric)
            }
        }
        for value in stated {
            let number = ExactRatio(value)
            let isBetter = best.map { metric.direction == .higher ? number > $0.number : number < $0.number } ?? true
            if isBetter { best = (number, .set(value)) }
        }
        return best?.edit
    }

    private func clamped(
        _ number: ExactRatio, _ edit: Scenario.Edit, _ metric: Metric
    ) -> (number: ExactRatio, edit: Scenario.Edit?) {
        if let most = metric.maximum, number > ExactRatio(most) { return (ExactRatio(most), .set(most)) }
        if let least = metric.minimum, number < ExactRatio(least) { return (ExactRatio(least), .set(least)) }
        return (number, edit)
    }
}
