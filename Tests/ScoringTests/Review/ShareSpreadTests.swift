import TestSupport
import Testing
import Values

@testable import Scoring

@Suite("Mean and standard deviation of shares")
struct ShareSpreadTests {
    private static func ratio(_ text: String) throws -> ExactRatio {
        let parts = text.split(separator: "/").compactMap { Int128($0) }
        return try #require(ExactRatio(parts[0], over: parts.count > 1 ? parts[1] : 1))
    }

    @Test(
        "rounded once from the exact numbers",
        arguments: [
            // √(15 000 ÷ 9 … ) = √(5000 ÷ 3) = 40.8248
            ("0 50 100", "50", "40.82"),
            // 95 and √225 = 15
            ("100 100 100 100 100 100 100 100 100 50", "95", "15"),
            // 33⅓ and 66⅔: 50, 16⅔
            ("100/3 200/3", "50", "16.67"),
            // 100 ÷ 3 + 100 ÷ 7 = 1000 ÷ 21, halved 23.8095; half the difference, 400 ÷ 42 = 9.5238
            ("100/3 100/7", "23.81", "9.52"),
            ("80", "80", "0"), ("12.5 12.5 12.5", "12.5", "0"),
            // A half goes away from zero: 0.005
            ("0 1/100", "0.01", "0.01"), ("0 9999/1000000", "0", "0"),
            // More than all, less than nothing: caps of bonus points are no limits of a field.
            ("-50 150", "50", "100"),
        ])
    func byHand(_ shares: String, _ mean: String, _ deviation: String) throws {
        let spread = ShareSpread(
            try shares.split(separator: " ").map { text in
                text.contains(".") ? ExactRatio(exact(String(text))) : try Self.ratio(String(text))
            })
        #expect(spread.mean == exact(mean))
        #expect(spread.deviation == exact(deviation))
    }

    @Test("no shares have neither")
    func empty() {
        #expect(ShareSpread([]).mean == nil)
        #expect(ShareSpread([]).deviation == nil)
    }

    /// 100 · k ÷ p for primes p of four digits: their common denominator is far beyond ten digits.
    @Test("shares without a small common denominator are taken to ten decimals")
    func manyDenominators() throws {
        let primes: [Int128] = [9_901, 9_907, 9_923, 9_929, 9_931, 9_941, 9_949, 9_967, 9_973]
        let spread = ShareSpread(try primes.map { try #require(ExactRatio(100 * ($0 - 5_000), over: $0)) })
        let numbers = primes.map { 100 * Double($0 - 5_000) / Double($0) }
        let mean = numbers.reduce(0, +) / 9
        let deviation = (numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 9).squareRoot()
        #expect(abs(Double(try #require(spread.mean).mantissa) / 1e6 - mean) < 0.00501)
        #expect(abs(Double(try #require(spread.deviation).mantissa) / 1e6 - deviation) < 0.00501)
    }

    @Test(
        "roots are rounded to the nearest",
        arguments: [
            (2, 1, 1000, 1414), (3, 1, 1000, 1732), (0, 7, 1000, 0), (1, 4, 1, 1), (1, 4, 10, 5), (6, 1, 1, 2),
            (7, 1, 1, 3),
            (25, 4, 1, 3),
        ] as [(UInt128, UInt128, UInt128, UInt128)])
    func roots(_ above: UInt128, _ below: UInt128, _ parts: UInt128, _ expected: UInt128) {
        #expect(roundedRoot(of: above, over: below, parts: parts) == expected)
    }

    @Test("what has no root, or one beyond 128 bits, is nil")
    func noRoots() {
        #expect(roundedRoot(of: 1, over: 0, parts: 10) == nil)
        #expect(roundedRoot(of: .max, over: 1, parts: 1_000_000) == nil)
    }
}
