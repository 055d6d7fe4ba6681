import Survey
import Testing

/// A sample counts as the whole population only if almost nobody was left out.
struct CensusTests {
    /// Two of five satisfied, all with equal weights, out of a population.
    private func estimate(_ rows: Int, of population: Double) throws -> Estimate {
        let design = try DesignTree(
            stages: 1, lastStage: .rows, nodes: [.init(path: [0], populations: [population], rows: rows)])
        let (count, weight) = (Double(rows), population / Double(rows))
        // z = (y − 0.4) ÷ n, and Σ (y − 0.4)² = 0.24 n.
        let sums = LinearisedEstimate.NodeSums(
            node: 0, domainRows: rows, sum: 0, squares: 0.24 / count, spread: 0.24 / count / weight,
            weight: population, weightSquares: population * weight)
        return try design.estimate(LinearisedEstimate(value: 0.4, nodes: [sums]))
    }

    /// √(0.005 × 995/994 × 0.24/995) for 995 of 1,000; √(0.000001 × 999999/999998 × 0.24/999999) for all but one of a
    /// million.
    @Test(arguments: [(995, 1000.0, 0.001_098_746_313_197), (999_999, 1e6, 4.898_984_384_553e-7)])
    func aSampleOfNearlyAllHasAnError(rows: Int, population: Double, error: Double) throws {
        let estimate = try estimate(rows, of: population)
        #expect(estimate.status == .estimated)
        #expect(estimate.method == .logit)
        #expect(abs(try #require(estimate.standardError) / error - 1) < 1e-9)
        #expect(try #require(estimate.lower) < 0.4 && #require(estimate.upper) > 0.4)
    }

    /// As R treats them: all but one of ten million and one, and all.
    @Test(arguments: [(10_000_000, 10_000_001.0), (5, 5)])
    func allButOneOfTenMillionAreAll(rows: Int, population: Double) throws {
        let estimate = try estimate(rows, of: population)
        #expect(estimate.method == .census)
        #expect(estimate.standardError == 0)
        #expect(estimate.lower == 0.4 && estimate.upper == 0.4)
    }
}
