import Survey
import Testing
import Values

@Suite("Sample size")
struct SampleSizeTests {
    // Published examples of the formula with e = 5 %.
    @Test(
        "agrees with published examples",
        arguments: [(1_000, "285.7", 286), (10_000, "384.6", 385), (100_000, "398.4", 399)])
    func published(population: Int, shown: String, people: Int) throws {
        let size = try SampleSize(population: population, margin: FixedDecimal("0.05"))
        #expect(size.exact.rounded(Rounding(.halfAwayFromZero, digits: 1)) == (try FixedDecimal(shown)))
        #expect(size.people == people)
    }

    @Test("asks everybody in a tiny population, and copes with a huge one")
    func bounds() throws {
        #expect(try SampleSize(population: 1, margin: FixedDecimal("0.05")).people == 1)
        #expect(try SampleSize(population: .max, margin: FixedDecimal("0.05")).people == 400)
        #expect(try SampleSize(population: .max, margin: FixedDecimal("0.999999")).people == 2)
    }

    @Test("refuses what it cannot mean")
    func refusals() {
        #expect(throws: SampleSizeError.emptyPopulation) { try SampleSize(population: 0, margin: FixedDecimal("0.05")) }
        #expect(throws: SampleSizeError.marginOutOfRange) { try SampleSize(population: 10, margin: 0) }
        #expect(throws: SampleSizeError.marginOutOfRange) { try SampleSize(population: 10, margin: 1) }
    }
}
