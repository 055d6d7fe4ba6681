import Documents
import Foundation
import Testing

/// Long reports are handed over piece by piece, and read as if they had been written at once.
struct StreamingTests {
    /// A report of numbered parts; whole, the same without parts.
    private static func sheet(_ count: Int, isWhole: Bool) -> Sheet {
        Sheet { document in
            document.paragraph(Phrase(verbatim: "đầu"))
            let part: Document.Part = { document, position in
                document.heading(Phrase(verbatim: "Phần \(position)"), level: position == 0 ? 1 : 2)
                document.table(
                    [position, position * position], [Column<Int>(Phrase(verbatim: "n")) { .count($0) }])
            }
            if isWhole {
                for position in 0..<count { part(&document, position) }
            } else {
                document.parts(count, part)
            }
            document.paragraph(Phrase(verbatim: "cuối"))
        }
    }

    @Test(arguments: [ReportFormat.table, .md, .html], [0, 1, 7, 64, 65, 1_000])
    func partsReadAsOneDocument(format: ReportFormat, count: Int) {
        let whole = Self.sheet(count, isWhole: true).text(as: format, in: .vi)
        #expect(Self.sheet(count, isWhole: false).text(as: format, in: .vi) == whole)
        #expect(whole?.hasSuffix("\n") == true)
    }

    @Test(arguments: [0, 1, 2, 255, 256, 257, 3_000])
    func longListsReadAsLists(count: Int) throws {
        let long = RecordWriter.json(in: .vi) { record in
            record.value("first", .count(1))
            record.list("list", of: count) { record, position in record.value("n", .count(position)) }
            record.value("last", .count(2))
        }
        let short = RecordWriter.json(in: .vi) { record in
            record.value("first", .count(1))
            record.list("list", 0..<count) { ["n": .count($0)] }
            record.value("last", .count(2))
        }
        #expect(long == short)
    }

    /// Each piece is a part of the whole; the whole is never held.
    @Test func piecesAreHandedOverInOrder() {
        var pieces: [Int] = []
        var text = ""
        RecordWriter.writeJSON(in: .vi) { bytes in
            pieces.append(bytes.count)
            text += String(decoding: bytes, as: UTF8.self)
            return true
        } _: { record in
            record.list("list", of: 10_000) { record, position in record.value("n", .count(position)) }
        }
        #expect(pieces.count > 30)
        #expect((pieces.max() ?? 0) < text.utf8.count / 20)
        #expect(text.contains("\"n\": 9999\n"))
    }

    @Test(arguments: ReportFormat.allCases)
    func nothingIsWorkedOutForNobody(format: ReportFormat) {
        let made = Counter()
        var pieces = 0
        Long(count: 100_000, made: made).write(as: format, in: .vi) { _ in
            pieces += 1
            return pieces < 3
        }
        #expect(pieces == 3)
        #expect(made.count < 10_000)
    }

    @Test func recordsOnOneLine() {
        let json = RecordWriter.json(in: .en) { record in
            record.line("sum", ["points": .count(1), "of": .text("a\"b")])
            record.line("empty", [:])
            record.lines("steps", 1...2) { ["n": .count($0), "list": .list([.count(1), .count(2)])] }
            record.lines("none", 0..<0) { ["n": .count($0)] }
        }
        #expect(
            json == """
                {
                  "sum": {"points": 1, "of": "a\\"b"},
                  "empty": {},
                  "steps": [
                    {"n": 1, "list": [1, 2]},
                    {"n": 2, "list": [1, 2]}
                  ],
                  "none": []
                }

                """)
    }
}

/// How often something was worked out, on any processor.
private final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var number = 0

    func increase() { lock.withLock { number += 1 } }
    var count: Int { lock.withLock { number } }
}

/// A report that is long in every format.
private struct Long: Report {
    static let recordFormat = "long/1"
    let count: Int
    let made: Counter

    private var column: Column<Int> {
        Column("n", Phrase(verbatim: "n")) { [made] in
            made.increase()
            return .count($0)
        }
    }

    func write(to document: inout Document) {
        document.parts(count) { document, position in document.table([position], [column]) }
    }

    var data: DataTable? { DataTable(Array(0..<count), [column]) }

    func write(to record: inout RecordWriter) {
        record.list("list", of: count) { record, position in record.values(of: position, [column]) }
    }
}
