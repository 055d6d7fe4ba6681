public import Scoring

extension Assessment {
    /// The same assessment with the points of another stage; nil for a code that is neither `computed` nor one of its
    /// stages.
    public func at(stage code: String) -> Assessment? {
        settings.stages[code].map { stage in
            var shown = self
            shown.show(stage)
            return shown
        }
    }

    /// The points that stand at a stage: `ScoreTable.points(at:given:)` decides which.
    public func scores(at stage: Stage) -> ScoreTable {
        scores.points(at: settings.stages.position(of: stage), given: givenPoints)
    }

    /// Shows the points of a stage.
    mutating func show(_ stage: Stage) {
        scores = scores(at: stage)
        settings.stage = stage
    }

    /// The given scores as scoring sees them; those of unknown units, criteria or stages are left out.
    var givenPoints: [GivenPoints] {
        if givenScores.isEmpty { return [] }
        let positions = Dictionary(
            units.enumerated().map { ($0.element.code, $0.offset) }, uniquingKeysWith: { first, _ in first })
        return givenScores.compactMap { given in
            guard let unit = positions[given.unit], let node = criteria.set.index(of: given.criterion),
                let stage = settings.stages.position(of: given.stage)
            else { return nil }
            return GivenPoints(unit: unit, node: node, stage: stage, points: given.points)
        }
    }

    /// The score that was given and stands for a node of a unit; nil where the computed points do.
    package func standingScore(unit: Int, node: Int) -> GivenScore? {
        guard let standing = scores[unit].standing(of: node) else { return nil }
        let (code, criterion) = (units[unit].code, criteria.set.criteria[node].code)
        let stage = settings.stages.stages[standing.stage]
        return givenScores.last { $0.unit == code && $0.criterion == criterion && $0.stage == stage }
    }
}
