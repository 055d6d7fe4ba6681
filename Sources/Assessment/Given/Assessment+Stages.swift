public import Scoring
import Survey
internal import Values

extension Assessment {
    /// The same at the stage at which units score themselves; as it is where there is none.
    package var atOwnStage: Assessment {
        guard let own = settings.stages.own, own.code != settings.stage.code else { return self }
        return at(stage: own.code) ?? self
    }

    /// The points that stand at a stage: `ScoreTable.points(at:given:)` decides which.
    public func scores(at stage: Stage) -> ScoreTable {
        scores.points(at: settings.stages.position(of: stage), given: givenPositions.compactMap { $0 })
    }

    /// The given scores as scoring sees them, each at its position; nil for those of unknown units, criteria or stages.
    var givenPositions: [GivenPoints?] {
        if givenScores.isEmpty { return [] }
        let positions = positions
        return givenScores.map { given in
            guard let unit = positions.units[given.unit], let node = positions.nodes[given.criterion],
                let stage = settings.stages.position(of: given.stage)
            else { return nil }
            return GivenPoints(unit: unit, node: node, stage: stage, points: given.points)
        }
    }

    /// The scores that were given, by the codes of units. Complexity: O(given scores).
    package var givenByUnit: [String: [GivenScore]] { Dictionary(grouping: givenScores, by: { $0.unit }) }

    /// The positions of units and of nodes by their codes.
    var positions: (units: [String: Int], nodes: [String: Int]) {
        (
            Dictionary(
                units.enumerated().map { ($0.element.code, $0.offset) }, uniquingKeysWith: { first, _ in first }),
            Dictionary(
                criteria.set.criteria.enumerated().map { ($0.element.code, $0.offset) },
                uniquingKeysWith: { first, _ in first })
        )
    }

    /// The scores that were given and stand, by the positions of units and of nodes. Complexity: O(given scores).
    package var standingScores: [Int: [Int: GivenScore]] {
        var found: [Int: [Int: GivenScore]] = [:]
        for (score, given) in zip(givenScores, givenPositions) {
            guard let given, scores[given.unit].standing(of: given.node)?.stage == given.stage else { continue }
            found[given.unit, default: [:]][given.node] = score
        }
        return found
    }

    /// The positions of the leaves that a survey measures, and of the nodes above them.
    package var surveyedNodes: Set<Int> {
        let linked = Set(survey?.questionnaire.metrics.map { $0.metric } ?? [])
        let criteria = criteria.set.criteria
        var found: Set<Int> = []
        for index in criteria.indices.reversed() {
            guard let leaf = criteria[index].leaf else {
                if criteria[index].children.contains(where: found.contains) { found.insert(index) }
                continue
            }
            let isSurveyed = leaf.measures.contains { measure in
                if case .surveyShare = measure.rule { return true }
                return measure.metrics.contains { linked.contains($0.code) }
            }
            if isSurveyed { found.insert(index) }
        }
        return found
    }
}
