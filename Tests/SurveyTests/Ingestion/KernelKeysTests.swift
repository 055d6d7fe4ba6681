import CAnswerRows
import ScoreNumerics
import TestSupport
import Testing

/// Both forms of comparing keys identify the rows whose key equals that of the previous row.
@Suite struct KernelKeysTests {
    @Test(arguments: Draws.seeds(16, of: 40))
    func bothFormsSeeTheSame(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let entries = random.int(1...5)
        let first = random.int(0...entries - 1)
        let last = random.int(first...entries - 1)
        var fields: [[[UInt8]]] = []
        for _ in 0..<random.int(1...100) {
            var row = (0..<entries).map { _ in
                (0..<random.pick([0, 1, 5, 63, 64, 65, 200])).map { _ in UInt8(random.int(0...255)) }
            }
            if let before = fields.last, random.once(in: 2) {
                row.replaceSubrange(first...last, with: before[first...last])
                // Occasionally only a single byte differs.
                if random.once(in: 3), let changed = (first...last).first(where: { !row[$0].isEmpty }) {
                    row[changed][random.int(0...row[changed].count - 1)] ^= 1
                }
            }
            fields.append(row)
        }
        check(fields, span: first...last)
    }

    @Test func lengthsCount() {
        check([[Array("ab".utf8)], [Array("a".utf8)], [Array("a".utf8)], [[]], [[]]], span: 0...0)
    }

    private func check(_ fields: [[[UInt8]]], span: ClosedRange<Int>) {
        let entries = fields[0].count
        var bytes: [UInt8] = []
        var starts: [UInt32] = []
        var ends: [UInt16] = []
        for row in fields {
            starts.append(UInt32(bytes.count))
            let start = bytes.count
            for field in row {
                bytes += field
                ends.append(UInt16(bytes.count - start))
                bytes.append(UInt8(ascii: ","))
            }
        }
        bytes += Array(repeating: 0, count: Int(ANSWER_SLACK))
        let keys = fields.map { row in row[span].map { $0 + [UInt8(ascii: ",")] }.flatMap { $0 } }
        let expected = keys.indices.map { $0 > 0 && keys[$0] == keys[$0 - 1] }
        // What another span told apart stays so.
        let before = keys.indices.map { $0 % 5 != 4 }
        for kernel in [answer_keys_compare, answer_keys_compare_portable] {
            var same = before.map { UInt8($0 ? 1 : 0) }
            starts.withUnsafeMutableBufferPointer { starts in
                ends.withUnsafeMutableBufferPointer { ends in
                    kernel(
                        bytes, answer_rows(starts: starts.baseAddress, ends: ends.baseAddress, levels: nil),
                        fields.count, entries, span.lowerBound, span.upperBound, &same)
                }
            }
            #expect(same == zip(before, expected).map { UInt8($0 && $1 ? 1 : 0) })
        }
    }
}
