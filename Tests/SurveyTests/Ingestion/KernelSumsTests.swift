import CAnswerRows
import ScoreNumerics
import TestSupport
import Testing

/// Both forms of summing give what counting one answer after the other gives.
@Suite struct KernelSumsTests {
    @Test(arguments: Draws.seeds(16, of: 40))
    func bothFormsAddTheSame(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        for _ in 0..<8 {
            let questions = random.pick([1, 7, 8, 39, 40, 41, 56, 57, 63, 64, 65, 128, 200, random.int(1...200)])
            let levels = random.int(2...16)
            let rows = random.pick([1, 16, 255, random.int(1...255)])
            check(questions: questions, levels: levels, rows: rows, &random)
        }
    }

    private func check(questions: Int, levels: Int, rows: Int, _ random: inout SeededRandom) {
        let stride = (questions + 63) / 64 * 64
        let rowSize = questions + 8 <= stride ? stride : stride + 64
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: rows * rowSize, alignment: 64)
        defer { bytes.deallocate() }
        let present = [UInt8](0..<UInt8(levels)) + [UInt8(ANSWER_NONE), 0xFD]
        // Sums wrap around; the caller checks the sum of all weights.
        let weights = (0..<rows).map { _ in
            random.once(in: 9) ? Int64.max - Int64(random.int(0...99)) : Int64(random.int(1...9_000_000_000))
        }
        let start = (0..<questions * levels).map { _ in random.int(0...1_000) }
        var counts = start.map { UInt32($0) }
        var sums = start.map { Int64($0) }
        for row in 0..<rows {
            for place in 0..<rowSize { bytes[row * rowSize + place] = UInt8(random.int(0...15)) }
            for question in 0..<questions {
                let level = random.pick(present)
                bytes[row * rowSize + question] = level
                if level >= levels { continue }
                counts[Int(level) * questions + question] += 1
                sums[Int(level) * questions + question] &+= weights[row]
            }
            bytes.storeBytes(of: weights[row], toByteOffset: row * rowSize + rowSize - 8, as: Int64.self)
        }
        for kernel in [answer_rows_add, answer_rows_add_portable] {
            var foundCounts = start.map { UInt32($0) }
            var foundSums = start.map { Int64($0) }
            kernel(
                bytes.bindMemory(to: UInt8.self).baseAddress, rowSize, rowSize - 8, rows, questions, levels,
                &foundCounts,
                &foundSums)
            #expect(foundCounts == counts)
            #expect(foundSums == sums)
        }
    }
}
