import Testing
import Values

@testable import Scoring

/// Quantiles as Hyndman and Fan (1996) define them, computed by hand.
@Suite("Quantiles and the groups between them")
struct QuantileTests {
    struct Cuts: Sendable {
        let definition: QuantileDefinition
        let values: ClosedRange<Int>
        /// The lower quartile, the median and the upper quartile.
        let quartiles: [String]
    }

    /// For the values 1, 2, …, n times ten.
    static let cuts = [
        // n·p = 0.25, 0.5, 0.75: always the one value.
        Cuts(definition: .averagedStep, values: 1...1, quartiles: ["10", "10", "10"]),
        // n·p = 0.5, 1, 1.5: the median is exactly half of them.
        Cuts(definition: .averagedStep, values: 1...2, quartiles: ["10", "15", "20"]),
        Cuts(definition: .averagedStep, values: 1...3, quartiles: ["10", "20", "30"]),
        Cuts(definition: .averagedStep, values: 1...4, quartiles: ["15", "25", "35"]),
        Cuts(definition: .averagedStep, values: 1...5, quartiles: ["20", "30", "40"]),
        Cuts(definition: .averagedStep, values: 1...8, quartiles: ["25", "45", "65"]),
        Cuts(definition: .linear, values: 1...1, quartiles: ["10", "10", "10"]),
        // (n − 1)·p + 1 = 1.25, 1.5, 1.75
        Cuts(definition: .linear, values: 1...2, quartiles: ["12.5", "15", "17.5"]),
        Cuts(definition: .linear, values: 1...3, quartiles: ["15", "20", "25"]),
        Cuts(definition: .linear, values: 1...5, quartiles: ["20", "30", "40"]),
        Cuts(definition: .linear, values: 1...8, quartiles: ["27.5", "45", "62.5"]),
        // (n + 1)·p = 0.5, 1, 1.5, clamped to 1…1
        Cuts(definition: .exclusive, values: 1...1, quartiles: ["10", "10", "10"]),
        // 0.75, 1.5, 2.25, clamped to 1…2
        Cuts(definition: .exclusive, values: 1...2, quartiles: ["10", "15", "20"]),
        Cuts(definition: .exclusive, values: 1...4, quartiles: ["12.5", "25", "37.5"]),
        Cuts(definition: .exclusive, values: 1...5, quartiles: ["15", "30", "45"]),
        Cuts(definition: .exclusive, values: 1...8, quartiles: ["22.5", "45", "67.5"]),
    ]

    @Test("quartiles by every definition, in whatever order the values come", arguments: cuts)
    func quartiles(_ cuts: Cuts) throws {
        let quantiles = Quantiles(cuts.values.reversed().map { ExactRatio(10 * $0) }, definition: cuts.definition)
        let expected = try cuts.quartiles.map { ExactRatio(try FixedDecimal($0)) }
        #expect((1...3).map { quantiles.value($0, of: 4) } == expected)
    }

    @Test("thirds stay exact")
    func thirds() {
        let quantiles = Quantiles([0, 1].map { ExactRatio($0) }, definition: .linear)
        #expect(quantiles.value(1, of: 3) == ExactRatio(1, over: 3))
        #expect(quantiles.value(2, of: 3) == ExactRatio(2, over: 3))
    }

    @Test("no values, no quantile and one group")
    func none() {
        for definition in QuantileDefinition.allCases {
            let quantiles = Quantiles([ExactRatio](), definition: definition)
            #expect(quantiles.value(1, of: 2) == nil)
            let groups = QuantileGroups(quantiles, parts: 4, atCut: .higher)
            #expect(groups.count == 0)
            #expect(groups.group(of: .one) == 0)
        }
    }

    @Test("beyond 128 bits there is no quantile, but there are groups")
    func tooLarge() {
        // Two denominators without a common factor, whose product is beyond 2¹²⁷.
        let values = [ExactRatio(1, over: Int128(1) << 100), ExactRatio(2, over: Int128(3) << 60 | 1)].compactMap { $0 }
        let quantiles = Quantiles(values, definition: .linear)
        #expect(quantiles.values.count == 2)
        #expect(quantiles.value(1, of: 2) == nil)
        for side in QuantileCut.AtCut.allCases {
            let groups = QuantileGroups(quantiles, parts: 2, atCut: side)
            #expect(quantiles.values.map(groups.group) == [1, 0])
        }
    }
}
