import Survey
import Testing

@Suite("Moment sums")
struct MomentSumsTests {
    /// Sums of a sample's rows, of "satisfied" and "valid" of the five questions and of both over all questions.
    private func sums(of sample: SampledRows, domain: [String]) -> [(node: Int, sums: MomentSums)] {
        var nodes = (0..<sample.design.nodeCount).map { (node: $0, sums: MomentSums(figures: 12)) }
        for row in sample.rows where domain[0] == "all" || row.cells[domain[0]] == domain[1] {
            guard row.answers.contains(where: { $0 != nil }) else { continue }
            let satisfied = row.answers.map { ($0 ?? 0) >= 4 ? 1.0 : 0 }
            let valid = row.answers.map { $0 == nil ? 0.0 : 1 }
            // In two parts, as sums of two places would be merged.
            var one = MomentSums(figures: 12)
            one.add(
                weight: row.weight,
                figures: satisfied + valid + [satisfied.reduce(0, +), valid.reduce(0, +)])
            nodes[row.node].sums.add(one)
        }
        return nodes
    }

    @Test(
        "give R's standard errors of pooled shares and means of shares", arguments: try ExpectedDesigns.read().designs)
    func ratios(design: ExpectedDesigns.Design) throws {
        let sample = try SampledRows(design)
        for expected in design.estimates where ["pooledShare", "meanOfShares"].contains(expected.of) {
            guard let error = expected.standardError, let effect = expected.designEffect,
                let value = expected.estimate, expected.degreesOfFreedom ?? 0 > 0
            else { continue }
            let ratios = expected.of == "pooledShare" ? [(10, 11)] : (0..<5).map { ($0, $0 + 5) }
            let input = try #require(
                LinearisedEstimate(
                    meanOf: ratios.map { .init($0.0, over: $0.1) }, nodes: sums(of: sample, domain: expected.domain),
                    quantity: .share))
            let found = try sample.design.estimate(input, settings: EstimateSettings(design))
            let pairs = [(found.value, value), (found.standardError, error), (found.designEffect, effect)]
            for (figure, wanted) in pairs {
                #expect(abs((figure ?? 0) - wanted) <= 1e-9 * wanted, "\(expected.of) \(expected.domain)")
            }
        }
    }

    @Test("do not take rounding for differences of answers that are all alike", arguments: [3, 1000, 100_000])
    func alike(rows: Int) throws {
        let design = try DesignTree(
            stages: 1, lastStage: .rows, nodes: [.init(path: [0], populations: [nil], rows: rows)])
        var sums = MomentSums(figures: 2)
        for row in 0..<rows { sums.add(weight: 0.1 + Double(row % 7) / 3, figures: [4.7, 1]) }
        let input = try #require(
            LinearisedEstimate(meanOf: [.init(0, over: 1)], nodes: [(0, sums)], quantity: .mean))
        #expect(try design.estimate(input).status == .cannotBeEstimated(.noVariation))
    }

    @Test("tell nothing of a question that nobody answered")
    func nobody() {
        var sums = MomentSums(figures: 2)
        sums.add(weight: 2, figures: [0, 0])
        #expect(LinearisedEstimate(meanOf: [.init(0, over: 1)], nodes: [(0, sums)], quantity: .share) == nil)
        #expect(LinearisedEstimate(meanOf: [], nodes: [(0, sums)], quantity: .share) == nil)
        #expect(LinearisedEstimate(meanOf: [.init(0, over: 1)], nodes: [], quantity: .share) == nil)
    }
}
