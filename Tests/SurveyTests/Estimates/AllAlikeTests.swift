import Survey
import Testing

/// Estimates where all answers are alike, or too few units were drawn.
@Suite("Answers all alike")
struct AllAlikeTests {
    /// People drawn from a list of thousands; `weights` are those of the respondents, whose answers are all alike.
    private func people(_ weights: [Double], value: Double, settings: EstimateSettings = EstimateSettings()) throws
        -> Estimate
    {
        let design = try DesignTree(
            stages: 1, lastStage: .rows, nodes: [.init(path: [0], populations: [9000], rows: max(weights.count, 2))])
        var sums = LinearisedEstimate.NodeSums(node: 0)
        for weight in weights { sums.add(weight: weight, value: 0) }
        return try design.estimate(
            LinearisedEstimate(value: value, nodes: [sums]), settings: settings)
    }

    // 30 people alike: 1 − 0.05^(1/30) = 0.0950339 (the exact form of "three over n"). One person: 0.95.
    @Test(
        "give an exact one-sided bound",
        arguments: [(30, 0.0, 0.0, 0.095_033_852_9), (30, 1, 0.904_966_147_1, 1), (1, 1, 0.05, 1)])
    func simple(count: Int, value: Double, lower: Double, upper: Double) throws {
        let found = try people(Array(repeating: 3, count: count), value: value)
        #expect(found.status == .oneSidedBound)
        #expect(found.method == .exactBound)
        #expect(found.standardError == nil)
        #expect(abs((found.lower ?? -1) - lower) < 1e-9)
        #expect(abs((found.upper ?? -1) - upper) < 1e-9)
    }

    @Test("count by Kish's effective number where weights differ")
    func unequalWeights() throws {
        // (1 + 1 + 4)² / (1 + 1 + 16) = 2: the bound is √0.05.
        let found = try people([1, 1, 4], value: 1)
        #expect(abs((found.lower ?? -1) - 0.223_606_797_75) < 1e-9)
    }

    @Test("in clusters count as one a cluster")
    func clusters() throws {
        // Four clusters of ten people with equal weights. One per cluster: 1 − 0.05^(1/4) = 0.5271292.
        let nodes = (0..<4).map { DesignTree.Node(path: [0, $0], populations: [nil], rows: 10) }
        let design = try DesignTree(stages: 1, lastStage: .units, nodes: nodes)
        let sums = (0..<4).map { LinearisedEstimate.NodeSums(node: $0, domainRows: 10, weight: 10, weightSquares: 10) }
        let input = LinearisedEstimate(value: 0, nodes: sums)
        #expect(abs((try design.estimate(input).upper ?? -1) - 0.527_129_2) < 1e-7)
    }

    // Two of four satisfied in each: z = ±1/16, which cancel within each cluster except for rounding.
    @Test("within each of two clusters, so that no two clusters differ, give no interval", arguments: [0, 1e-18])
    func clustersAlike(rounding: Double) throws {
        let nodes = (0..<2).map { DesignTree.Node(path: [0, $0], populations: [nil], rows: 4) }
        let design = try DesignTree(stages: 1, lastStage: .units, nodes: nodes)
        let sums = [rounding, -rounding].enumerated().map {
            LinearisedEstimate.NodeSums(
                node: $0, domainRows: 4, sum: $1, squares: 4.0 / 256, spread: 4.0 / 256, weight: 4, weightSquares: 4)
        }
        let found = try design.estimate(LinearisedEstimate(value: 0.5, nodes: sums))
        #expect(found.status == .cannotBeEstimated(.noVariation))
    }

    @Test("but a census says what it found")
    func census() throws {
        let design = try DesignTree(stages: 1, lastStage: .rows, nodes: [.init(path: [0], populations: [4], rows: 4)])
        var sums = LinearisedEstimate.NodeSums(node: 0)
        for sign in [1.0, 1, 1, -3] { sums.add(weight: 1, value: sign / 16) }
        let found = try design.estimate(LinearisedEstimate(value: 0.75, nodes: [sums]))
        #expect(found.status == .estimated)
        #expect(found.method == .census)
        #expect(found.standardError == 0 && found.lower == 0.75 && found.upper == 0.75)
    }
}
