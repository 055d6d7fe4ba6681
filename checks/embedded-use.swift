// What a web page does with the modules, for checks/embedded: compiled, never run.
import Optimization
public import Scoring
import Values

public enum Failure: Error { case file, scenario, plan }

public typealias GivenFigure = (metric: String, figure: Figure)

/// Scores two units, explains, ranks, changes, plans and compares.
public func lines(_ bytes: [UInt8], year: Int, given: [GivenFigure]) throws(Failure) -> [String] {
    guard let scores = table(bytes, year, given) else { throw .file }
    let score = scores[0]
    var lines = [score.total.points.description, score.index?.description ?? "", "\(Ranking(scores).places.count)"]
    for node in score.criteria {
        guard let explanation = score.explanation(of: node.criterion.code) else { continue }
        lines += explanation.measures.flatMap { $0.nextSteps }.map { $0.gain.description }
    }
    lines += score.gap().groups(by: .agency).map { $0.sum.lost.description }
    lines.append(score.classification?.unitClass?.code ?? "")
    let trial = WhatIf(scores, unit: 0)
    do throws(ScenarioError) {
        let replay = try trial.replay(Scenario(changes: given.map { .init($0.metric, .set(1)) }))
        lines.append(replay.rankAfter.map { $0.rank.decimal.description } ?? "")
        lines.append(replay.scenario.json)
        let sweep = try trial.sweep(SweepRange(metric: given.first?.metric ?? "", from: 0, through: 100))
        lines += sweep.points.map { $0.total.description }
    } catch { throw .scenario }
    do throws(PlanError) {
        let planner = try Planner(scores, unit: 0, actions: score.nextBandActions)
        lines += try planner.plan(.rank(1)).plans.map { $0.cost.description }
        lines += try planner.plan(.budget(100)).plans.map { $0.cost.description }
        lines += try planner.frontier().plans.map { $0.after.total.points.description }
    } catch { throw .plan }
    let editions = EditionPair(scores.criteria, scores.criteria)
    lines += UnitComparison(from: score, to: scores[1], editions: editions).nodes.map { $0.bridge.change.description }
    let points = GivenPoints(unit: 0, node: 0, stage: 0, points: 1)
    lines.append(scores.points(at: 0, given: [points])[0].total.points.description)
    return lines
}

private func table(_ bytes: [UInt8], _ year: Int, _ given: [GivenFigure]) -> ScoreTable? {
    guard let document = try? JSONDocument(file: "criteria.json", bytes: bytes),
        let set = try? CriteriaSet(reading: document), let criteria = try? CompiledCriteria(set, year: year)
    else { return nil }
    var figures = criteria.emptyFigures(unitCount: 2)
    for (metric, figure) in given {
        if let column = figures.column(of: metric) { figures[0, column] = figure }
    }
    let level = set.levels.first?.code ?? ""
    return try? criteria.score(figures, units: ["a", "b"].map { ScoredUnit(code: $0, level: level) })
}
