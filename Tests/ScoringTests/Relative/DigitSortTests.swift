import ScoreNumerics
import TestSupport
import Testing

@testable import Scoring

@Suite("Sorting by digits")
struct DigitSortTests {
    @Test("gives the order of comparing", arguments: Draws.seeds(8, of: 20))
    func order(seed: Int) {
        var random = SeededRandom(seed: UInt64(57_000 + seed))
        let span = random.pick([0, 3, 1_000, 100_000_000, Int(Int64.max / 2)])
        for count in [0, 1, 127, 128, 129, 500] {
            var numbers = (0..<count).map { _ in Int64(random.int(-span...span)) }
            if count > 127 { numbers[5...6] = [.min, .max] }
            #expect(numbers.sortedByDigits() == numbers.sorted())
        }
    }
}
