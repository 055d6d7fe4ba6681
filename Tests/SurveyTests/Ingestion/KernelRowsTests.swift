import CAnswerRows
import ScoreNumerics
import TestSupport
import Testing

/// Both forms of the kernel read the same rows, stop at the same one, and return what the rows were made of.
@Suite struct KernelRowsTests {
    @Test(arguments: Draws.seeds(9, of: 24))
    func bothFormsReadTheSame(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        for _ in 0..<60 {
            let made = MadeRows(&random)
            made.check(limit: random.pick([1, 3, made.rows.count, 300]))
        }
    }

    @Test(arguments: [100, 60_000, 65_380, 65_470, 65_472, 65_500, 65_534, 65_535, 65_536, 70_000, 200_000])
    func longFields(length: Int) {
        var random = SeededRandom(seed: UInt64(length))
        for around in -3...3 {
            for isQuoted in [false, true] {
                for steps in [[-1], [-2], [2, -1], [-1, 3], [-1, 1, -1]] {
                    var made = MadeRows(&random, steps: steps)
                    made.append(longField: length + around, isQuoted: isQuoted, &random)
                    made.check(limit: 300)
                }
            }
        }
    }
}

/// Generated rows, with what a kernel must return for the plain ones.
private struct MadeRows {
    struct Row {
        var start: Int
        var ends: [Int]
        var levels: [UInt8]
    }

    let delimiter: UInt8
    let lineEnd: [UInt8]
    /// Fields of each step: negative for fields that are not answers.
    let steps: [Int]
    let firstLevels: [Int]
    let questions: Int
    var bytes: [UInt8] = []
    var rows: [Row] = []
    /// How many rows are plain before the first that need not be.
    var plainCount: Int?

    /// Text appended to a field so that it need not be plain.
    private static let mischief: [(answer: String, other: String)] = [
        ("6", "\""), ("11", "\"\""), ("\"5\"", "\"x"), (" ", "x\"y"), ("é", "\n"), ("\u{0}", "\r"), ("\"", "\u{0}"),
        (",", ";"), ("\n", "\"\n\""), ("\r", ","), (";", "\t"), ("|", "|"),
    ]
    private static let codes = Array("12345AZ".utf8)

    init(_ random: inout SeededRandom, steps: [Int]? = nil) {
        delimiter = random.pick([UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")])
        lineEnd = Array(random.pick(["\n", "\r\n", "\r"]).utf8)
        let made =
            steps
            ?? (0..<random.int(1...5)).map { _ in
                let count = random.once(in: 3) ? random.int(1...64) : random.int(1...6)
                return random.once(in: 2) ? count : -count
            }
        let runs = made.indices.filter { made[$0] > 0 }.shuffled(using: &random)
        var firstLevels = Array(repeating: 0, count: made.count)
        var next = 0
        for run in runs {
            firstLevels[run] = next
            next += made[run]
        }
        self.steps = made
        self.firstLevels = firstLevels
        questions = next
        if steps == nil { for _ in 0..<random.int(0...40) { append(&random) } }
    }

    /// Adds a row, occasionally one that is not plain.
    mutating func append(_ random: inout SeededRandom) {
        let mischief = random.once(in: 25) ? random.int(0...Self.mischief.count - 1) : -1
        append(&random, mischief: mischief, long: nil)
    }

    mutating func append(longField length: Int, isQuoted: Bool, _ random: inout SeededRandom) {
        append(&random, mischief: -1, long: nil)
        append(&random, mischief: Self.mischief.count, long: (length, isQuoted))
        append(&random, mischief: -1, long: nil)
    }

    private mutating func append(_ random: inout SeededRandom, mischief: Int, long: (Int, Bool)?) {
        if mischief >= 0, plainCount == nil { plainCount = rows.count }
        var row = Row(start: bytes.count, ends: [], levels: Array(repeating: 0, count: questions))
        var long = long
        let victim = random.int(0...steps.reduce(0) { $0 + abs($1) } - 1)
        var field = 0
        for (step, signed) in steps.enumerated() {
            for index in 0..<abs(signed) {
                if field > 0 { bytes.append(delimiter) }
                let isVictim = field == victim
                if signed > 0 {
                    let code = random.once(in: 5) ? nil : random.int(0...Self.codes.count - 1)
                    if let code { bytes.append(Self.codes[code]) }
                    row.levels[firstLevels[step] + index] = code.map { UInt8($0) } ?? UInt8(ANSWER_NONE)
                    if isVictim, Self.mischief.indices.contains(mischief) {
                        bytes += Array(Self.mischief[mischief].answer.utf8)
                    }
                } else {
                    if let (length, isQuoted) = long {
                        if isQuoted { bytes.append(UInt8(ascii: "\"")) }
                        bytes += Array(repeating: UInt8(ascii: "x"), count: length)
                        if isQuoted { bytes.append(UInt8(ascii: "\"")) }
                        long = nil
                    } else {
                        bytes += other(&random)
                    }
                    if isVictim, Self.mischief.indices.contains(mischief) {
                        bytes += Array(Self.mischief[mischief].other.utf8)
                    }
                    row.ends.append(bytes.count - row.start)
                }
                field += 1
            }
            if signed > 0 { row.ends.append(bytes.count - row.start) }
        }
        bytes += lineEnd
        rows.append(row)
    }

    /// The bytes of any other field.
    private func other(_ random: inout SeededRandom) -> [UInt8] {
        let sign = Character(Unicode.Scalar(delimiter))
        switch random.int(0...7) {
        case 0: return []
        case 1: return Array("Xã Phước Hòa".utf8)
        case 2: return Array("\"\"".utf8)
        case 3: return Array("\"Xã \(sign) \"\"Tân\"\"\(sign)\"\"\"".utf8)
        case 4: return Array("\"dòng\r\nhai\n\rba\"".utf8)
        case 5: return Array(String(repeating: "số ", count: random.int(10...50)).utf8)
        case 6:
            let body = (0..<random.int(50...150)).map { _ in random.pick(["a", "\"\"", String(sign), "\n", "ờ"]) }
            return Array("\"\(body.joined())\"".utf8)
        default: return Array(String(random.int(0...99_999)).utf8)
        }
    }

    func check(limit: Int) {
        var signs = SeededRandom(seed: UInt64(bytes.count))
        let end = bytes.count
        // Anything may follow the end; exactly the slack is readable.
        let text = UnsafeMutablePointer<UInt8>.allocate(capacity: end + Int(ANSWER_SLACK))
        defer { text.deallocate() }
        text.update(from: bytes, count: end)
        let behind = signs.pick([
            ["\"", "\"", ",", ";", "1", "\n"], ["1", "\t", "|", ",", ";"], ["\n", "\r"], ["\"", ",", ";", "\t", "|"],
        ])
        for index in 0..<Int(ANSWER_SLACK) { text[end + index] = Array(signs.pick(behind).utf8)[0] }

        let fast = read(text, end: end, limit: limit, answer_rows_read)
        let portable = read(text, end: end, limit: limit, answer_rows_read_portable)
        #expect(fast.next == portable.next && fast.rows.count == portable.rows.count)
        for (left, right) in zip(fast.rows, portable.rows) where left != right {
            Issue.record("\(left) is not \(right)")
        }
        let plain = min(plainCount ?? rows.count, limit)
        #expect(portable.rows.count >= plain)
        for (found, row) in zip(portable.rows, rows).prefix(plain) where found != Found(row) {
            Issue.record("\(found) is not what was made: \(row)")
        }
    }

    struct Found: Equatable {
        var start: Int
        var ends: [Int]
        var levels: [UInt8]

        init(start: Int, ends: [Int], levels: [UInt8]) {
            (self.start, self.ends, self.levels) = (start, ends, levels)
        }

        init(_ row: Row) {
            self.init(start: row.start, ends: row.ends, levels: row.levels)
        }
    }

    typealias Kernel = (
        UnsafePointer<answer_plan>?, UnsafePointer<UInt8>?, Int, Int, Int, answer_rows
    ) -> answer_progress

    private func read(
        _ text: UnsafePointer<UInt8>, end: Int, limit: Int, _ kernel: Kernel
    ) -> (rows: [Found], next: Int) {
        let entries = steps.reduce(0) { $0 + ($1 > 0 ? 1 : -$1) }
        let stride = (questions + 63) / 64 * 64
        let starts = UnsafeMutablePointer<UInt32>.allocate(capacity: limit)
        let ends = UnsafeMutablePointer<UInt16>.allocate(capacity: limit * entries + 64)
        let levels = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, limit * stride))
        levels.initialize(repeating: 0, count: max(1, limit * stride))
        defer {
            starts.deallocate()
            ends.deallocate()
            levels.deallocate()
        }
        let plan = zip(steps, firstLevels).map { fields, first in
            answer_step(fields: UInt32(abs(fields)), is_answers: fields > 0 ? 1 : 0, first_level: UInt32(first))
        }
        return plan.withUnsafeBufferPointer { steps in
            var plan = answer_plan()
            plan.delimiter = delimiter
            withUnsafeMutableBytes(of: &plan.level_of_byte) { table in
                for index in table.indices { table[index] = UInt8(ANSWER_FOREIGN) }
                for (level, code) in Self.codes.enumerated() { table[Int(code)] = UInt8(level) }
            }
            plan.steps = steps.baseAddress
            plan.step_count = steps.count
            plan.entry_count = entries
            plan.level_stride = stride
            let progress = kernel(&plan, text, 0, end, limit, answer_rows(starts: starts, ends: ends, levels: levels))
            let rows = (0..<progress.count).map { row in
                Found(
                    start: Int(starts[row]), ends: (0..<entries).map { Int(ends[row * entries + $0]) },
                    levels: (0..<questions).map { levels[row * stride + $0] })
            }
            return (rows, progress.next)
        }
    }
}
