import CAnswerRows
import ScoreNumerics
import TestSupport
import Testing

/// Both forms of summing products give what processing one row after the other gives.
@Suite struct KernelProductsTests {
    @Test(arguments: Draws.seeds(12, of: 30))
    func bothFormsAddTheSame(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let questions = random.pick([1, 2, 9, 22, 40, 64, 70])
        let groups = (0..<random.int(0...6)).map { _ in
            let first = random.int(0...questions - 1)
            return first..<random.int(first + 1...questions)
        }
        let count = questions + groups.count
        let parts = (0..<count).filter { _ in random.once(in: 3) }
        // y and x of each level; anything else in a row is not an answer.
        let levels = (0..<random.int(2...15)).map { _ in
            let x = UInt32(random.int(1...14))
            return (y: UInt32(random.int(0...Int(x))), x: x)
        }
        let countsPeople = random.once(in: 2)
        let rowSize = (questions + 8 + 63) / 64 * 64
        let rows = (0..<random.int(0...40)).map { _ in
            (0..<rowSize).map { _ in
                random.once(in: 5) ? UInt8(random.int(15...255)) : UInt8(random.int(0...levels.count - 1))
            }
        }

        var start = (0..<groups.count * 2 + count * 3 + parts.count * parts.count * 3).map { _ in
            UInt64(random.int(0...9))
        }
        let before = start
        for row in rows {
            addSlowly(row, questions, groups, parts, levels, countsPeople, to: &start)
        }
        for kernel in [answer_products_add, answer_products_add_portable] {
            var sums = before
            var values = Array(repeating: UInt32(7), count: (count + parts.count) * 2)
            var measures = answer_measures()
            measures.questions = questions
            measures.group_count = groups.count
            measures.part_count = parts.count
            measures.counts_people = countsPeople ? 1 : 0
            withUnsafeMutableBytes(of: &measures.y_of_level) { table in
                for (level, pair) in levels.enumerated() {
                    table.storeBytes(of: pair.y, toByteOffset: level * 4, as: UInt32.self)
                }
            }
            withUnsafeMutableBytes(of: &measures.x_of_level) { table in
                for (level, pair) in levels.enumerated() {
                    table.storeBytes(of: pair.x, toByteOffset: level * 4, as: UInt32.self)
                }
            }
            let bounds = (groups.map(\.lowerBound) + groups.map(\.upperBound) + parts).map { UInt32($0) }
            bounds.withUnsafeBufferPointer { bounds in
                measures.group_starts = bounds.baseAddress
                measures.group_ends = bounds.baseAddress.map { $0 + groups.count }
                measures.parts = bounds.baseAddress.map { $0 + groups.count * 2 }
                kernel(&measures, rows.flatMap { $0 }, rowSize, rows.count, &values, &sums)
            }
            #expect(sums == start)
        }
    }

    /// One row, written as the header describes it.
    private func addSlowly(
        _ row: [UInt8], _ questions: Int, _ groups: [Range<Int>], _ parts: [Int], _ levels: [(y: UInt32, x: UInt32)],
        _ countsPeople: Bool, to sums: inout [UInt64]
    ) {
        var pairs: [(y: UInt64, x: UInt64)] = row[..<questions].map { level in
            Int(level) < levels.count ? (UInt64(levels[Int(level)].y), UInt64(levels[Int(level)].x)) : (0, 0)
        }
        var place = 0
        func add(_ value: UInt64) {
            sums[place] += value
            place += 1
        }
        let answers = groups.map { group in pairs[group].filter { $0.x > 0 } }
        for group in answers { add(group.isEmpty ? 0 : 1) }
        for group in answers { add(!group.isEmpty && group.allSatisfy { $0.y == $0.x } ? 1 : 0) }
        for group in answers {
            let isFull = !group.isEmpty && group.allSatisfy { $0.y == $0.x }
            pairs.append(
                countsPeople
                    ? (isFull ? 1 : 0, group.isEmpty ? 0 : 1)
                    : (group.reduce(0) { $0 + $1.y }, group.reduce(0) { $0 + $1.x }))
        }
        for pair in pairs { add(pair.y * pair.y) }
        for pair in pairs { add(pair.y * pair.x) }
        for pair in pairs { add(pair.x * pair.x) }
        for first in parts { for second in parts { add(pairs[first].y * pairs[second].y) } }
        for first in parts { for second in parts { add(pairs[first].y * pairs[second].x) } }
        for first in parts { for second in parts { add(pairs[first].x * pairs[second].x) } }
    }
}
