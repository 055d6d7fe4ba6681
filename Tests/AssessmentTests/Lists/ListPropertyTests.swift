import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Assessment

/// Random lists, counted a second time by a slow reader that knows only the documentation.
@Suite struct ListPropertyTests {
    /// A row as it was drawn.
    private struct Row {
        var unit: Int
        var procedure: String
        var village: String
        var isOnline: Bool
        /// Days of 2025, from 1; nil where the cell is blank.
        var received: Int
        var due: Int
        var done: Int?
    }

    private static let units = ["a", "b"]
    private static let days = 365
    private static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

    /// A day of 2025 by its number, or of 2026 beyond the last.
    private static func date(_ number: Int) -> (day: Int, month: Int, year: Int) {
        var (rest, year) = (number, 2025)
        if rest > days { (rest, year) = (rest - days, 2026) }
        var month = 1
        while rest > lengths[month - 1] {
            rest -= lengths[month - 1]
            month += 1
        }
        return (rest, month, year)
    }

    private static func written(_ number: Int, _ random: inout SeededRandom) -> String {
        let (day, month, year) = date(number)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let text =
            switch random.int(0...3) {
            case 0: "\(day)/\(month)/\(year)"
            case 1: "\(two(day)).\(two(month)).\(year)"
            case 2: "\(year)-\(two(month))-\(two(day))"
            default: "\(two(day))/\(two(month))/\(year) \(random.int(0...23)):\(two(random.int(0...59)))"
            }
        return random.once(in: 4) ? "\"\(text)\"" : text
    }

    private static func drawn(_ count: Int, _ random: inout SeededRandom) -> [Row] {
        (0..<count).map { _ in
            let received = random.int(1...days)
            let done = random.chance(90) ? min(received + random.int(0...30), 2 * days) : nil
            return Row(
                unit: random.int(0...1), procedure: "Thủ tục \(random.int(1...7))",
                village: "Thôn \(random.int(1...3))",
                isOnline: random.chance(60), received: received, due: received + random.int(0...25), done: done)
        }
    }

    /// - Parameter note: What stands in a further column of each row.
    private static func folder(_ rows: [Row], note: String, _ random: inout SeededRandom) -> ListFolder {
        let lines = rows.enumerated().map { index, row in
            let unit = random.pick(row.unit == 0 ? ["a", "Xã A", "\"Xã A\""] : ["b", "xã  b"])
            let procedure = random.once(in: 3) ? "\"\(row.procedure)\"" : row.procedure
            return [
                "H\(index)", unit, procedure, row.village, row.isOnline ? "Trực tuyến" : "Trực tiếp", "",
                written(row.received, &random), written(row.due, &random),
                row.done.map { written($0, &random) } ?? "", note,
            ].joined(separator: ";")
        }
        let text = ([ListFolder.heading + ";Ghi chú"] + lines).joined(separator: "\n") + "\n"
        return ListFolder(
            ["list.csv": text], metrics: ListFolder.metrics + #", "2": {"where": "online"}"#,
            entry: #""file": "list.csv", "period": "received""#)
    }

    private static func check(_ rows: [Row], _ folder: ListFolder) {
        let reading = folder.reading(failedRows: true)
        guard let assessment = reading.assessment else {
            Issue.record("\(reading.findings.prefix(3))")
            return
        }
        var failed: [String] = []
        for unit in 0...1 {
            let own = rows.enumerated().filter { $0.element.unit == unit }
            if own.isEmpty { continue }
            let judged = own.filter { row in
                let isDone = row.element.done.map { $0 <= days } ?? false
                return isDone || row.element.due <= days
            }
            func isOnTime(_ row: Row) -> Bool { row.done.map { $0 <= days && $0 <= row.due } ?? false }
            let figure = assessment.listFigure(unit: unit + 1, metric: "1")
            #expect(figure?.all == judged.count)
            #expect(figure?.numerator == judged.count { isOnTime($0.element) })
            #expect(assessment.listFigure(unit: unit + 1, metric: "2")?.all == own.count { $0.element.isOnline })
            let names: [(Row) -> String] = [{ $0.procedure }, { $0.village }]
            for (grouping, name) in zip(figure?.groupings ?? [], names) {
                let groups = Dictionary(grouping: judged.map(\.element), by: name)
                #expect(grouping.parts.count == groups.count)
                #expect(grouping.parts.reduce(0) { $0 + $1.failed } == figure?.failed)
                for part in grouping.parts {
                    #expect(part.all == groups[part.name]?.count)
                    #expect(part.failed == groups[part.name]?.count { !isOnTime($0) })
                }
            }
            failed += judged.filter { !isOnTime($0.element) }.map { "\(units[unit]) H\($0.offset) \($0.offset + 2)" }
        }
        let named = assessment.failedRows.map { "\($0.unit) \($0.number ?? "") \($0.place.line ?? 0)" }
        #expect(Set(named) == Set(failed))
        #expect(named.count == failed.count)
        #expect(
            zip(assessment.failedRows, assessment.failedRows.dropFirst()).allSatisfy {
                ($0.place.line ?? 0) < ($1.place.line ?? 0)
            })
    }

    @Test(arguments: 1...40)
    func small(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let rows = Self.drawn(random.int(1...60), &random)
        Self.check(rows, Self.folder(rows, note: "", &random))
    }

    /// Beyond eight megabytes several threads read, a block each. A line end inside quotes may end a block in the middle
    /// of a row, which only one thread can follow.
    @Test(arguments: [String(repeating: "x", count: 6_000), "\"" + String(repeating: "dòng\n", count: 1_200) + "\""])
    func large(note: String) {
        var random = SeededRandom(seed: 5)
        let rows = Self.drawn(1_500, &random)
        Self.check(rows, Self.folder(rows, note: note, &random))
    }
}
