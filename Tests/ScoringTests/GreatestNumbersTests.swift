import ScoreNumerics
import TestSupport
import Testing

@testable import Scoring

@Suite struct GreatestNumbersTests {
    @Test(arguments: 1..<30)
    func leastOfThoseKept(capacity: Int) {
        var random = SeededRandom(seed: UInt64(capacity))
        var kept = GreatestNumbers(capacity)
        var all: [Double] = []
        for _ in 0..<100 {
            let number = Double(random.int(0...20)) / 2
            kept.insert(number)
            all.append(number)
            let greatest = all.sorted(by: >).prefix(capacity)
            #expect(kept.least == (greatest.count < capacity ? 0 : greatest.last))
        }
    }
}
