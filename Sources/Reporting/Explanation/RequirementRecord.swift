internal import Documents
internal import Scoring
internal import Values

extension RequirementExplanation {
    /// What programs read, under `requires`.
    func write(to record: inout RecordWriter) {
        record.record("requires") { record in
            record.values([
                "criterion": .text(requirement.criterion), "comparison": .text(requirement.bound.comparison.rawValue),
                "percent": .number(requirement.bound.value), "reached": .ratio(outcome.reached),
                "state": .text(outcome.state.rawValue), "limit": .number(limit), "pointsIfMet": .number(pointsIfMet),
                "gain": .number(gain),
            ])
        }
    }
}
