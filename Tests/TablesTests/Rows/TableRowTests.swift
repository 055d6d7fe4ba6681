import TestSupport
import Testing
import Values

@testable import Tables

/// Rows report what is wrong with their cells.
@Suite struct TableRowTests {
    enum Code: String, RowFinding {
        case blankCell = "row.blankCell"
        case percentSign = "row.percentSign"
        case unknown = "row.unknown"
        case remark = "row.remark"

        var severity: Finding.Severity { self == .remark ? .warning : .error }
    }

    enum Answer: CellWord {
        case yes, no

        static let words = ["có", "không"]

        init?(word: String) {
            switch word {
            case "có", "yes": self = .yes
            case "không", "no": self = .no
            default: return nil
            }
        }
    }

    private static func read(
        _ rows: String, isStrict: Bool = false, _ body: (TableRow<Code>) -> Void
    ) throws -> (findings: [String], sink: FindingSink) {
        let table = try table("unit;a;b\n" + rows)
        let sink = FindingSink()
        let row = TableRow<Code>(table, into: sink, isStrict: isStrict)
        while row.next() { body(row) }
        let briefs = sink.findings.map { finding in
            "\(finding.code) \(finding.location.line ?? 0):\(finding.location.column ?? 0)"
                + (finding.text(.found).map { " «\($0)»" } ?? "") + (finding.text(.suggestion).map { " → \($0)" } ?? "")
        }
        return (briefs, sink)
    }

    @Test func soundCellsAreRead() throws {
        var seen: [String] = []
        let (findings, sink) = try Self.read("h;97,5 %;2024-06-30\nx; ; p , q ;\nk;12;30/6/2024\nm;có;\n") { row in
            seen.append(row.text(0) ?? "–")
            switch row.index {
            case 0:
                seen.append(row.decimal(1, isPercent: true)?.text() ?? "–")
                seen.append(row.day(2, orElse: .unknown)?.description ?? "–")
            case 1:
                seen.append(row.decimal(1)?.text() ?? "–")
                seen += row.texts(2)
            case 2:
                seen.append(row.requiredDecimal(1)?.text() ?? "–")
                seen.append(row.day(2, orElse: .unknown)?.description ?? "–")
            default:
                seen.append("\(row.choice(1, of: Answer.self, orElse: .unknown) == .yes)")
                seen.append("\(row.isBlank(2)) \(row.isBlank(nil)) \(row.text(nil) == nil) \(row.requires([0, 1]))")
            }
            #expect(row.isSound)
        }
        #expect(
            seen == [
                "h", "97.5", "2024-06-30", "x", "–", "p", "q", "k", "12", "2024-06-30", "m", "true",
                "true true true true",
            ])
        #expect(findings == [])
        #expect(!sink.isFatal && sink.spoiltUnits.isEmpty)
    }

    @Test func whatIsWrongIsReportedWhereItStands() throws {
        let (findings, sink) = try Self.read("h;5 %;31/6/2024\nx;cos;\n;mot;1\n") { row in
            row.subject.unit = row.text(0)
            switch row.index {
            case 0:
                #expect(row.decimal(1) == nil)
                #expect(row.day(2, orElse: .unknown) == nil)
            case 1:
                #expect(row.choice(1, of: Answer.self, orElse: .unknown) == nil)
                #expect(!row.requires([0, 2]))
            default:
                #expect(row.requiredText(0) == nil)
                #expect(row.decimal(1) == nil)
                #expect(row.code(1, among: ["một": 1], suggesting: ["hai", "một"], orElse: .unknown) == nil)
                #expect(row.code(2, among: ["1": 7], suggesting: [], orElse: .unknown) == 7)
            }
            #expect(!row.isSound)
        }
        #expect(
            findings == [
                "row.percentSign 2:2 «5 %»", "row.unknown 2:3 «31/6/2024»", "row.unknown 3:2 «cos» → có",
                "row.blankCell 3:3", "row.blankCell 4:1", "table.notANumber 4:2 «mot»", "row.unknown 4:2 «mot» → một",
            ])
        // The last row names no unit: what is wrong there concerns everything.
        #expect(sink.spoiltUnits == ["h", "x"] && sink.isFatal)
        #expect(sink.findings[3].details == [.unit: "x", .key: "b"])
        #expect(sink.findings[2].details[.expected] == .names(["có", "không"]))
    }

    @Test func brokenRowsAreLeftOut() throws {
        var rows: [Int] = []
        let (findings, _) = try Self.read("h;1;2\nx;1;2;3\nk;1;2\n") { rows.append($0.index) }
        #expect(rows == [0, 2] && findings == [])
    }

    @Test func aStrictRowSaysWhatIsWrongFirst() throws {
        var sound: [Bool] = []
        let (findings, _) = try Self.read("h;;x\n;1;2;3\nk;;y\n", isStrict: true) { row in
            _ = row.requiredText(1)
            _ = row.requiredDecimal(2)
            _ = row.requiredText(0)
            sound.append(row.isSound)
            if row.index == 2 { row.report(.remark, at: 0, [.found: "k"]) }
        }
        // A broken row was reported when the table was read; explicit reports always count.
        #expect(findings == ["row.blankCell 2:2", "row.blankCell 4:2", "row.remark 4:1 «k»"])
        #expect(sound == [false, false, false])
    }

    @Test func findingsNameTheirSubject() throws {
        let (_, sink) = try Self.read("h;1;2\nx;1;2\n") { row in
            if row.index == 0 { row.subject = RowSubject(unit: "h", metric: "m", criterion: "c", action: "A") }
            row.report(.remark, at: nil, [.metric: "own"])
        }
        #expect(
            sink.findings.map(\.details) == [
                [.unit: "h", .metric: "own", .criterion: "c", .action: "A"], [.metric: "own"],
            ])
        #expect(sink.findings.map(\.location.column) == [nil, nil])
        #expect(!sink.isFatal)
    }

    @Test func ofOneCodeAHundredAreKept() throws {
        let rows = (0..<130).map { "u\($0);;1\n" }.joined()
        let (findings, sink) = try Self.read(rows) { row in
            row.subject.unit = row.text(0)
            _ = row.requiredText(1)
        }
        #expect(findings.count == 101 && findings.last == "table.moreFindings 0:0")
        #expect(sink.findings.last?.details == [.code: "row.blankCell", .count: .count(30)])
        #expect(sink.spoiltUnits.count == 130)
    }
}
