import Survey
import Testing
import Values

@Suite struct SampleAllocationTests {
    /// People to ask, populations, and what each stratum gets.
    static let cases: [(Int, [Int], [Int])] = [
        (10, [50, 30, 20], [5, 3, 2]),
        // 3.33 each: the remainder goes to the first.
        (10, [10, 10, 10], [4, 3, 3]),
        // 0.7, 1.4, 4.9: remainders 0.7, 0.4, 0.9.
        (7, [10, 20, 70], [1, 1, 5]),
        (5, [1, 1], [1, 1]), (0, [3, 4], [0, 0]), (3, [], []), (3, [0, 0], [0, 0]),
    ]

    @Test(arguments: cases)
    func largestRemainders(_ people: Int, _ populations: [Int], _ expected: [Int]) {
        #expect(SampleAllocation.proportional(people, among: populations) == expected)
    }

    @Test func theDesignEffectRaisesTheSize() throws {
        // 1000 ÷ (1 + 1000 × 0.0025) = 285.71…; times 1.5 is 428.57…
        let margin = FixedDecimal(mantissa: 50_000)
        #expect(try SampleSize(population: 1000, margin: margin).people == 286)
        let clustered = try SampleSize(
            population: 1000, margin: margin, designEffect: FixedDecimal(mantissa: 1_500_000))
        #expect(clustered.people == 429)
        // √(1.5 ÷ 429 − 1 ÷ 1000)
        #expect(abs(clustered.marginReached - 0.049_965_022_730_94) < 1e-12)
        #expect(throws: SampleSizeError.designEffectOutOfRange) {
            try SampleSize(population: 9, margin: margin, designEffect: FixedDecimal(mantissa: 999_999))
        }
    }

    @Test func whoeverAsksAllHasNoMargin() throws {
        let size = try SampleSize(population: 10, margin: FixedDecimal(mantissa: 1))
        #expect(size.people == 10)
        #expect(size.marginReached == 0)
    }
}
