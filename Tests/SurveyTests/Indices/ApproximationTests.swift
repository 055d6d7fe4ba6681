import ScoreNumerics
import Testing

@testable import Survey

/// Integers of 128 bits become the same floating-point numbers as by the standard library.
@Suite struct ApproximationTests {
    @Test func likeTheStandardLibrary() {
        var random = SeededRandom(seed: 5)
        var numbers: [Int128] = [0, 1, -1, .max, .min, Int128(Int64.max), Int128(Int64.min), Int128(UInt64.max)]
        for bits in 0..<127 {
            // Just below, at and just above powers of two and ties between neighbouring numbers.
            let power = Int128(1) << Int128(bits)
            let half = bits > 53 ? power | (power >> 53) : power
            for near in [-1, 0, 1] as [Int128] { numbers += [power + near, half + near] }
            for _ in 0..<20 {
                let words = (
                    Int128(UInt64.random(in: 0...UInt64.max, using: &random)),
                    UInt64.random(in: 0...UInt64.max, using: &random)
                )
                numbers.append((words.0 << 63 | Int128(words.1 >> 1)) >> Int128(bits))
            }
        }
        for number in numbers {
            #expect(number.approximation == Double(number), "\(number)")
            if number > .min { #expect((-number).approximation == Double(-number), "\(number)") }
        }
    }
}
