import Values

@testable import Scoring

extension UnitScore {
    /// The unit with points given at one stage, by the positions of nodes.
    func given(_ points: [Int: FixedDecimal]) -> UnitScore {
        let given = points.map { GivenPoints(unit: unit, node: $0.key, stage: 0, points: $0.value) }
        return ScoreTable(storage).points(at: 0, given: given)[unit]
    }
}
