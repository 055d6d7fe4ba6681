import ScoreNumerics
import Survey
import Testing

@Suite("Order of rows")
struct OrderOfRowsTests {
    @Test("of units and of strata changes no estimate", arguments: UInt64(1)...20)
    func shuffled(seed: UInt64) throws {
        var generator = SeededRandom(seed: seed)
        let designs = try ExpectedDesigns.read().designs.filter { $0.lonely != "fail" || $0.file != "lonely" }
        let design = try #require(designs.randomElement(using: &generator))
        let plain = try SampledRows(design)
        let shuffled = try SampledRows(design) { (0..<$0).shuffled(using: &generator) }
        for expected in design.estimates {
            let settings = EstimateSettings(design)
            let (one, other) = try (
                plain.design.estimate(plain.linearised(expected.of, domain: expected.domain), settings: settings),
                shuffled.design.estimate(shuffled.linearised(expected.of, domain: expected.domain), settings: settings)
            )
            #expect(one.status == other.status)
            #expect(one.degreesOfFreedom == other.degreesOfFreedom)
            for figure in [\Estimate.value, \.standardError, \.lower, \.upper, \.designEffect] {
                #expect((one[keyPath: figure] == nil) == (other[keyPath: figure] == nil))
                guard let a = one[keyPath: figure], let b = other[keyPath: figure] else { continue }
                #expect(abs(a - b) <= 1e-12 * max(abs(a), abs(b)), "\(expected.of) \(expected.domain): \(a), \(b)")
            }
        }
    }
}
