import Testing
import Values

@testable import Scoring

private func ratio(_ above: Int, _ below: Int) -> ExactRatio { ExactRatio(Int128(above), over: Int128(below)) ?? .zero }

/// Means that are no fractions: the digits are those of printed tables of roots.
@Suite struct RoundedMeanTests {
    /// Weights and shares, and the mean in units of the last digit.
    struct Case: Sendable {
        let parts: [(weight: Int, share: ExactRatio)]
        var digits = 12
        let mean: Int
    }

    static let geometricCases: [Case] = [
        // √(1/2), ∛(1/2), ∛(1/4), √(1/3), √(1/10)
        Case(parts: [(1, ratio(1, 2)), (1, .one)], mean: 707_106_781_187),
        Case(parts: [(1, ratio(1, 2)), (2, .one)], mean: 793_700_525_984),
        Case(parts: [(2, ratio(1, 2)), (1, .one)], mean: 629_960_524_947),
        Case(parts: [(1, ratio(1, 3)), (1, .one)], mean: 577_350_269_190),
        Case(parts: [(1, ratio(1, 10)), (1, .one)], digits: 6, mean: 316_228),
        // The 25th root of 1/2⁵ is the fifth of 1/2; a thousandth root of 2⁻¹⁰⁰⁰ is 1/2.
        Case(parts: [(5, ratio(1, 2)), (20, .one)], mean: 870_550_563_296),
        Case(parts: [(1000, ratio(1, 2))], mean: 500_000_000_000),
        Case(parts: [(3, ratio(1, 8)), (1, .one), (2, ratio(1, 8))], mean: 176_776_695_297),
        Case(parts: [(1, .zero), (9, .one)], mean: 0),
        Case(parts: [(7, .one), (9, .one)], mean: 1_000_000_000_000),
        // A share that is exactly half a unit above a digit is its own mean, and is rounded away from zero.
        Case(
            parts: [
                (1, ratio(5_000_000_000_005, 10_000_000_000_000)), (1, ratio(5_000_000_000_005, 10_000_000_000_000)),
            ], mean: 500_000_000_001),
        // The root of (half − 1)(half + 1) parts of 10¹³ is just below it.
        Case(
            parts: [
                (1, ratio(5_000_000_000_004, 10_000_000_000_000)), (1, ratio(5_000_000_000_006, 10_000_000_000_000)),
            ], mean: 500_000_000_000),
    ]

    @Test("geometric means", arguments: geometricCases.indices)
    func geometric(position: Int) throws {
        let example = Self.geometricCases[position]
        let mean = RoundedMean(geometric: example.parts, digits: example.digits).value
        #expect(mean == ExactRatio(Int128(example.mean), over: power(of: example.digits)))
    }

    static let harmonicCases: [Case] = [
        Case(parts: [(1, ratio(1, 2)), (1, .one)], mean: 666_666_666_667),
        Case(parts: [(3, ratio(1, 2)), (1, .one)], mean: 571_428_571_429),
        Case(parts: [(1, ratio(1, 4)), (1, ratio(3, 4))], mean: 375_000_000_000),
        Case(parts: [(1, ratio(1, 3)), (1, .one), (1, .one)], digits: 6, mean: 600_000),
        Case(parts: [(1, .zero), (9, .one)], mean: 0),
        Case(parts: [(1, .one)], mean: 1_000_000_000_000),
        // 2 ÷ (1/s + 1/s) = s: a quarter of a unit and half a unit above the last digit.
        Case(parts: [(1, ratio(4_000_001, 8_000_000)), (1, ratio(4_000_001, 8_000_000))], digits: 6, mean: 500_000),
        Case(parts: [(1, ratio(1_000_001, 2_000_000)), (1, ratio(1_000_001, 2_000_000))], digits: 6, mean: 500_001),
    ]

    @Test("harmonic means", arguments: harmonicCases.indices)
    func harmonic(position: Int) throws {
        let example = Self.harmonicCases[position]
        let mean = RoundedMean(harmonic: example.parts, digits: example.digits).value
        #expect(mean == ExactRatio(Int128(example.mean), over: power(of: example.digits)))
    }

    @Test("weights become whole numbers without a common factor")
    func weights() {
        #expect(CombinedParts.weights([ratio(100, 3), ratio(100, 3), ratio(100, 3)]) == [1, 1, 1])
        #expect(CombinedParts.weights([ratio(15, 1), ratio(25, 1), ratio(60, 1)]) == [3, 5, 12])
        #expect(CombinedParts.weights([ratio(1, 2), ratio(1, 3)]) == [3, 2])
        #expect(CombinedParts.weights([]) == [])
    }
}
