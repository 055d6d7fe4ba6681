import Survey
import Testing

@Suite("Estimates that are refused")
struct EstimateRefusalTests {
    private func design() throws -> DesignTree {
        try DesignTree(
            stages: 1, lastStage: .units,
            nodes: (0..<3).map { DesignTree.Node(path: [0, $0], populations: [20], rows: 5) })
    }

    static func sums(_ node: Int, rows: Int = 5, sum: Double = 0.1, weight: Double = 5) -> LinearisedEstimate.NodeSums {
        .init(node: node, domainRows: rows, sum: sum, squares: 0.2, spread: 0.2, weight: weight, weightSquares: 5)
    }

    @Test(
        "for sums that cannot come from the design",
        arguments: [
            ([sums(3)], EstimateError.wrongNode(3)), ([sums(-1)], .wrongNode(-1)),
            ([sums(1), sums(0)], .wrongNode(0)), ([sums(1), sums(1)], .wrongNode(1)),
            ([sums(0, rows: 6)], .wrongRows(node: 0)), ([sums(0, rows: -1)], .wrongRows(node: 0)),
            ([sums(2, rows: 0)], .wrongRows(node: 2)), ([sums(2, sum: .nan)], .wrongSums(node: 2)),
            ([sums(2, sum: .infinity)], .wrongSums(node: 2)), ([sums(2, sum: -1e200)], .wrongSums(node: 2)),
            ([sums(2, weight: 1e200)], .wrongSums(node: 2)), ([sums(2, weight: 0)], .wrongSums(node: 2)),
            ([sums(2, weight: -1)], .wrongSums(node: 2)),
        ])
    func impossible(nodes: [LinearisedEstimate.NodeSums], error: EstimateError) throws {
        let input = LinearisedEstimate(value: 0.5, nodes: nodes)
        let design = try design()
        #expect(throws: error) { try design.estimate(input) }
    }

    @Test("for values out of range", arguments: [Double.nan, 1.5, -0.1, .infinity])
    func values(value: Double) throws {
        let input = LinearisedEstimate(value: value, nodes: [Self.sums(0)])
        let design = try design()
        #expect(throws: EstimateError.valueOutOfRange) { try design.estimate(input) }
    }

    @Test("for levels out of range", arguments: [0, 1, -0.5, 95, Double.nan])
    func levels(level: Double) throws {
        var settings = EstimateSettings()
        settings.level = level
        let input = LinearisedEstimate(value: 0.5, nodes: [Self.sums(0)])
        let design = try design()
        #expect(throws: EstimateError.levelOutOfRange) { try design.estimate(input, settings: settings) }
    }

    @Test("are told by their status when there are no rows or one cluster only")
    func statuses() throws {
        let design = try design()
        let none = try design.estimate(LinearisedEstimate(value: .nan, nodes: []))
        #expect(none.status == .cannotBeEstimated(.noRows))
        #expect(none.value == nil && none.lower == nil && none.upper == nil)

        let oneCluster = LinearisedEstimate(value: 0.4, nodes: [Self.sums(1)])
        let alone = try design.estimate(oneCluster)
        #expect(alone.status == .cannotBeEstimated(.noDegreesOfFreedom))
        #expect(alone.degreesOfFreedom == 0)
        #expect(alone.value == 0.4 && alone.lower == nil && alone.upper == nil)
    }
}
