import Survey
import Testing

/// The number of independent answers behind an interval is bounded.
struct EffectiveRowsTests {
    /// Identical answers of equal weight count as that many answers, whatever the weight; sums of weights such as 2.7
    /// are rounded, and thirty of them would be 30.000000000000036.
    @Test(arguments: [(30, 2.7), (30, 1.1), (7, 0.7), (7, 5.1), (12, 1.3), (3, 0.1)])
    func answersAlikeAreWorthNoMoreThanTheyAre(count: Int, weight: Double) throws {
        func bound(_ weight: Double) throws -> Double {
            let design = try DesignTree(
                stages: 1, lastStage: .rows, nodes: [.init(path: [0], populations: [9000], rows: count)])
            var sums = LinearisedEstimate.NodeSums(node: 0)
            for _ in 0..<count { sums.add(weight: weight, value: 0) }
            return try #require(try design.estimate(LinearisedEstimate(value: 0, nodes: [sums])).upper)
        }
        #expect(try bound(weight) == bound(1))
    }

    /// Three villages that hardly differ: a standard error of 1.7e-9 would be that of 10¹⁶ answers. The interval is
    /// that of 10¹² answers, half of them satisfied: 0.5 ∓ 1.959964 × 0.5 ÷ 10⁶.
    @Test func anIntervalCountsOnNoMoreThanAMillionMillionAnswers() throws {
        let nodes = (0..<3).map { DesignTree.Node(path: [0, $0], populations: [nil], rows: 5) }
        let design = try DesignTree(stages: 1, lastStage: .units, nodes: nodes)
        let sums = [1e-9, -1e-9, 0].enumerated().map {
            LinearisedEstimate.NodeSums(
                node: $0, domainRows: 5, sum: $1, squares: 0.06, spread: 0.06, weight: 5, weightSquares: 5)
        }
        var settings = EstimateSettings()
        settings.interval = .beta
        let estimate = try design.estimate(LinearisedEstimate(value: 0.5, nodes: sums), settings: settings)
        #expect(estimate.method == .beta)
        #expect(abs(try #require(estimate.lower) - 0.499_999_020_018) < 1e-11)
        #expect(abs(try #require(estimate.upper) - 0.500_000_979_982) < 1e-11)
    }
}
