@testable import Scoring
import Testing
import Values

/// Points that people gave replace computed ones.
@Suite struct StageScoreTests {
    private typealias Side = ComparedSide
    private func score() throws -> UnitScore {
        try Side(
            nodes: [
                Side.field("1", "15"), Side.share("1.1", "10"), Side.yesNo("1.2", "5", extra: Side.leaveOut),
                Side.field("2", "4"), Side.yesNo("2.1", "4"),
            ], figures: ["1.1": .value(60), "1.2": .notApplicable, "2.1": .value(1)]
        ).score()
    }

    @Test("without given points the stage is the score")
    func nothingGiven() throws {
        let score = try score()
        let stage = StageScore(score, given: [:])
        #expect(stage.total == score.total)
        #expect(score.criteriaSet.criteria.indices.allSatisfy { stage.sum(of: $0) == score.sum(of: $0) })
        #expect(stage.index == score.index)
    }

    @Test("a leaf's given points go up the tree")
    func leaf() throws {
        let stage = StageScore(try score(), given: [1: FixedDecimal(mantissa: 4_500_000)])
        #expect(stage.sum(of: 0).points == FixedDecimal(mantissa: 4_500_000))
        // 4.5 + 4 of 14
        #expect(stage.total.points == FixedDecimal(mantissa: 8_500_000))
        #expect(stage.total.maximum == 14)
        #expect(stage.index == FixedDecimal(mantissa: 60_710_000))
    }

    @Test("points given to a criterion that was left out bring its maximum back")
    func leftOut() throws {
        let stage = StageScore(try score(), given: [2: 3])
        #expect(stage.sum(of: 2) == PointSum(points: 3, maximum: 5, scoredMaximum: 5))
        #expect(stage.total.points == 13)
        #expect(stage.total.maximum == 19)
    }

    @Test("points given to a field stand for it, whatever its criteria have")
    func field() throws {
        let stage = StageScore(try score(), given: [0: 2, 1: 9])
        #expect(stage.sum(of: 0).points == 2)
        #expect(stage.sum(of: 1).points == 9)
        #expect(stage.total.points == 6)
    }
}
