internal import Scoring
internal import Values

/// The request `score`.
struct ScoreRequest {
    let unit: String
    let edits: [Scenario.Change]
    let hasSteps: Bool

    init(reading root: JSONObject) throws(Refusal) {
        let unit = root.requiredText("unit")
        edits = root.edits()
        hasSteps = root.boolean("steps") ?? true
        try root.end()
        self.unit = unit ?? ""
    }
}

extension JSONObject {
    /// The changes under `edits`.
    func edits() -> [Scenario.Change] {
        objects("edits").compactMap { entry in
            let metric = entry.requiredText("metric")
            // What a page calls a value is what a scenario sets.
            let edit = entry.has("value") ? entry.decimal("value").map { .set($0) } : Scenario.Edit(reading: entry)
            entry.finish()
            return metric.flatMap { metric in edit.map { Scenario.Change(metric, $0) } }
        }
    }
}

extension OpenPage {
    /// A unit with other figures.
    mutating func score(_ request: ScoreRequest, in json: inout JSONWriter) throws(Refusal) {
        let position = try position(of: request.unit)
        let trial = trial(position)
        json.member("unit", request.unit)
        if request.edits.isEmpty {
            let score = trial.table[trial.unit]
            json.state(score, rank(trial.rank))
            json.changes([], in: set)
            json.nodes(
                of: score, stages: stages,
                request.hasSteps ? explanations(of: score, at: position, after: []) : [:])
            return
        }
        let replay: ScenarioReplay
        do throws(ScenarioError) { replay = try trial.replay(Scenario(changes: request.edits)) } catch {
            throw .scenario(error)
        }
        json.state(replay.after, rank(replay.rankAfter))
        json.freed(replay.freed, in: set, stages: stages)
        json.changes(replay.changes, in: set)
        json.nodes(
            of: replay.after, stages: stages,
            request.hasSteps ? explanations(of: replay.after, at: position, after: replay.changes) : [:])
    }
}

extension JSONWriter {
    /// Writes every node of a set.
    fileprivate mutating func nodes(
        of score: UnitScore, stages: [String], _ explanations: [Int: LeafExplanation]
    ) {
        list("nodes", score.criteria) { node, json in
            json.member("code", node.criterion.code)
            json.member("points", node.points)
            json.member("maximum", node.sum.maximum)
            if let status = node.status { json.member("status", status.name) }
            if let standing = score.standing(of: node.index), stages.indices.contains(standing.stage) {
                json.member("given", stages[standing.stage])
            }
            guard let explanation = explanations[node.index] else { return }
            json.list("measures", explanation.measures) { measure, json in json.members(of: measure) }
        }
    }

    private mutating func members(of measure: MeasureExplanation) {
        member("code", measure.measure.code)
        member("state", measure.outcome.state.name)
        list("figures", measure.distinctFigures) { used, json in
            json.member("metric", used.metric.code)
            json.members(of: used.figure)
            if used.isLastYear { json.member("isLastYear", true) }
        }
        let steps = measure.steps
        if steps.isEmpty { return }
        list("steps", steps) { step, json in
            if let figure = step.figure { json.member("figure", figure) }
            if let numerator = step.numerator { json.member("numerator", numerator) }
            json.key("needed")
            json.object { needed in
                needed.member("comparison", step.needed.comparison.rawValue)
                needed.member("value", step.needed.value.rounded(.finest))
            }
            json.member("points", step.points)
            json.member("gain", step.gain)
        }
    }
}
