import Scoring
import Survey
import Tables
import Values

/// Finds given points that contradict the computed ones, that change points without a reason, that score what a survey
/// measures, and that exceed what applies to a unit.
struct GivenReview {
    /// The assessment, whatever stage it shows.
    let assessment: Assessment
    /// The places of its given scores, and of its given opinions.
    let places: [Location]
    var opinionPlaces: [Location] = []
    let sink: FindingSink

    private var set: CriteriaSet { assessment.criteria.set }

    func report() {
        reportOpinions()
        if assessment.givenScores.isEmpty { return }
        let (computed, points, stages) = (
            assessment.scores.computed, assessment.givenPositions, assessment.settings.stages
        )
        // What stood before each stage.
        let earlier = stages.stages.indices.map {
            computed.points(at: $0 == 0 ? nil : $0 - 1, given: points.compactMap { $0 })
        }
        let surveyed = assessment.surveyedNodes
        for (position, given) in assessment.givenScores.enumerated() {
            guard let (unit, node, stage) = points[position].map({ ($0.unit, $0.node, $0.stage) }) else { continue }
            let place = places[position]
            func report(_ code: AssessmentFinding, _ details: FindingDetails = [:]) {
                var details = details
                details[.criterion] = .text(given.criterion)
                details[.stage] = .name(given.stage.name)
                sink.report(code, at: place, unit: given.unit, details)
            }
            if computed[unit].isWithdrawn(node) {
                sink.report(
                    FlowFinding.givenNotAssigned, at: place, unit: given.unit,
                    [.criterion: .text(given.criterion), .stage: .name(given.stage.name)])
                continue
            }
            let own = computed[unit].criterion(node)
            if own.status == nil, own.sum.maximum != 0, own.sum.maximum < own.criterion.maximum {
                let range = set.givenRange(of: node)
                let most = range.upperBound - (own.criterion.maximum - own.sum.maximum)
                if given.points > most {
                    report(
                        .givenOutsideMaximum,
                        [.found: .number(given.points), .expected: .range(range.lowerBound, most)])
                    continue
                }
            }
            if let points = own.points, own.sum.scoredMaximum > 0 || own.criterion.maximum == 0, points != given.points
            {
                report(
                    .givenDiffersFromComputed,
                    [
                        .found: .number(given.points), .expected: .number(points),
                        .other: .added(.number(given.points - points)),
                    ])
            }
            if stage != stages.ownStage {
                let before = earlier[stage][unit].sum(of: node).points
                // The first points of what nobody measures change none.
                let isFirst = isFree(node) && earlier[stage][unit].criterion(node).points == nil
                if before != given.points, given.reason == nil, !isFirst {
                    report(
                        .changeWithoutReason,
                        [
                            .found: .number(given.points), .expected: .number(before),
                            .other: .added(.number(given.points - before)),
                        ])
                }
            } else if surveyed.contains(node) {
                report(.selfScoreOfSurvey)
            }
        }
    }

    /// Reports opinions about what is no line of a unit, those that contradict the points beside them, and lines that are
    /// returned without a word.
    private func reportOpinions() {
        if assessment.givenOpinions.isEmpty { return }
        let (stages, positions) = (assessment.settings.stages, assessment.positions)
        let entries = stages.stages.indices.map { assessment.entries(at: $0) }
        let earlier = stages.stages.indices.map { assessment.scores(before: $0) }
        for (position, given) in assessment.givenOpinions.enumerated() {
            guard let unit = positions.units[given.unit], let node = positions.nodes[given.criterion],
                let stage = stages.position(of: given.stage)
            else { continue }
            func report(_ code: AssessmentFinding, _ details: FindingDetails = [:]) {
                let subject: FindingDetails = [.criterion: .text(given.criterion), .stage: .name(given.stage.name)]
                sink.report(code, at: opinionPlaces[position], unit: given.unit, subject.merging(details) { $1 })
            }
            let points = entries[stage][unit]?[node]?.points
            if assessment.scores[unit].isWithdrawn(node) {
                // Where there are points beside it, these are told.
                if points == nil {
                    sink.report(
                        FlowFinding.givenNotAssigned, at: opinionPlaces[position], unit: given.unit,
                        [.criterion: .text(given.criterion), .stage: .name(given.stage.name)])
                }
                continue
            }
            if points == nil, !assessment.isLine(node, of: unit) {
                report(.opinionOfNoLine)
                continue
            }
            switch given.opinion {
            case .returned: if given.reason == nil { report(.returnedWithoutReason) }
            case .accepted:
                let before = earlier[stage][unit].sum(of: node).points
                guard let points, points != before else { continue }
                report(
                    .acceptedOtherPoints,
                    [.found: .number(points), .expected: .number(before), .other: .added(.number(points - before))])
            }
        }
    }

    /// Whether a leaf has no other points than people give.
    private func isFree(_ node: Int) -> Bool {
        set.criteria[node].leaf?.measures.allSatisfy { measure in
            if case .freeValue = measure.rule { true } else { false }
        } ?? false
    }
}
