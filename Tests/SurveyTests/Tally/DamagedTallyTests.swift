import Tables
import TestSupport
import Testing
import Values

@testable import Survey

/// A tally that does not fit, or is damaged, is rejected where that shows.
@Suite struct DamagedTallyTests {
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        /// The heading whose cell in row 2 changes, and its new value.
        let column: String
        let text: String
        var code = "survey.badTally"
    }

    static let cases = [
        Case(testDescription: "other questionnaire", column: "survey", text: "x", code: "survey.otherSurvey"),
        Case(testDescription: "no number", column: "rows", text: "two"),
        Case(testDescription: "below zero", column: "rows", text: "-1"),
        Case(testDescription: "no rows, but answers", column: "rows", text: "0"),
        Case(testDescription: "beyond 32 bits", column: "rows", text: "4294967296"),
        Case(testDescription: "a fraction of a row", column: "rows", text: "1.5"),
        Case(testDescription: "too fine", column: "weight", text: "3.5000001"),
        Case(testDescription: "beyond 64 bits", column: "weight", text: "9223372036854.775808"),
        Case(testDescription: "sum that went beyond its bits in a database", column: "weight", text: ""),
        Case(testDescription: "more answers than rows", column: "q1=3", text: "3"),
        Case(testDescription: "more weight than the rows", column: "q1=3 w", text: "3.500001"),
        Case(testDescription: "population below zero", column: "population 1", text: "-10"),
        Case(testDescription: "no population", column: "population 2", text: ""),
        Case(testDescription: "product missing", column: "products w", text: "1 2 3"),
        Case(testDescription: "product below zero", column: "products ww", text: "-1"),
        Case(testDescription: "blank count", column: "G n", text: ""),
        Case(testDescription: "exponent", column: "G n w", text: "1e6"),
        Case(testDescription: "left out", column: "left out", text: "many"),
    ]

    /// A tally of one cell as an earlier version wrote it, without a checksum.
    private static func table() throws -> [[String]] {
        let questionnaire = try TallySamples.questionnaire()
        let tally = try TallySamples.tally(
            ["A,nam,s1,v1,10,100,1.5,3,3,1", "A,nam,s1,v1,10,100,2,tốt,99,7"], questionnaire)
        return String(decoding: tally.file(), as: UTF8.self).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }.filter { !$0[0].hasPrefix("checksum ") }
    }

    private static func findings(_ table: [[String]], _ questionnaire: Questionnaire? = nil) throws -> [Finding] {
        let text = table.map { $0.joined(separator: ",") + "\n" }.joined()
        let questionnaire = try questionnaire ?? TallySamples.questionnaire()
        do {
            return try SurveyTally(file: "t.csv", bytes: Array(text.utf8), questionnaire: questionnaire).findings
        } catch {
            return error.findings
        }
    }

    @Test func soundOne() throws {
        let findings = try Self.findings(Self.table())
        #expect(findings.map(\.code) == ["survey.noChecksum"] && !findings.containsError)
    }

    @Test(arguments: cases) func damaged(_ given: Case) throws {
        var table = try Self.table()
        let column = try #require(table[0].firstIndex(of: given.column))
        table[1][column] = given.text
        let first = try #require(try Self.findings(table).first { $0.severity == .error })
        #expect(first.code == given.code)
        // With no rows the first answer is one too many.
        let location = given.text == "0" ? "q1=3" : given.column
        #expect(first.location.description == "t.csv:2:\(1 + (table[0].firstIndex(of: location) ?? -1))")
    }

    @Test func missingColumn() throws {
        let table = try Self.table().map { Array($0.dropLast()) }
        let findings = try Self.findings(table)
        #expect(findings.map(\.code) == ["table.missingColumn"])
        #expect(findings.first?.text(.expected) == "products ww")
    }

    @Test func otherDomain() throws {
        var table = try Self.table()
        let column = try #require(table[0].firstIndex(of: "by sex"))
        table[0][column] = "by age"
        let findings = try Self.findings(table)
        #expect(findings.map(\.code) == ["survey.otherSurvey"])
        #expect(findings.first?.location.description == "t.csv:1:\(column + 1)")
    }

    @Test func columnTwice() throws {
        let table = try Self.table().map { $0 + [$0[$0.count - 1]] }
        #expect(try Self.findings(table).contains { $0.severity == .error })
    }

    @Test func otherQuestionnaire() throws {
        let other = try TallySamples.questionnaire(code: "khac")
        let findings = try Self.findings(Self.table(), other)
        #expect(findings.map(\.code) == ["survey.otherSurvey"])
        #expect(findings.first?.location.description == "t.csv:2:1")
    }

    /// A single finding, however many rows and columns are unexpected.
    @Test func manyRowsOfAnotherQuestionnaire() throws {
        var table = try Self.table()
        table += Array(repeating: table[1], count: 30)
        table[0].removeLast(2)
        table = table.map { Array($0.prefix(table[0].count)) }
        let other = try TallySamples.questionnaire(code: "khac")
        #expect(try Self.findings(table, other).map(\.code) == ["survey.otherSurvey"])
    }

    @Test func noTallyAtAll() throws {
        let findings = try Self.findings([["mã phiếu;xã;q1"], ["1;A;5,5"], ["2;A;4"]])
        #expect(findings.map(\.code) == ["survey.noTally"])
        #expect(findings.first?.location.description == "t.csv:1:1")
        #expect(findings.first?.text(.found) == "mã phiếu;xã;q1")
    }

    /// Cells with the same key are parts of one cell, unless one is the other again.
    @Test func sameCellTwice() throws {
        var table = try Self.table()
        table.append(table[1])
        let findings = try Self.findings(table).filter { $0.severity == .error }
        #expect(findings.map(\.code) == ["survey.repeatedCell"])
        #expect(findings.first?.location.description == "t.csv:3:1")
        #expect(findings.first?.text(.first) == "t.csv:2")
        let other = try TallySamples.tally(["A,nam,s1,v1,10,100,1.5,3,3,1"], TallySamples.questionnaire())
        let row = try #require(String(decoding: other.file(), as: UTF8.self).split(separator: "\n").last)
        table[2] = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let text = table.map { $0.joined(separator: ",") + "\n" }.joined()
        let tally = try SurveyTally(
            file: "t.csv", bytes: Array(text.utf8), questionnaire: TallySamples.questionnaire())
        #expect(tally.cells.map(\.rows) == [3])
        #expect(tally.cells.map(\.weight) == [5_000_000])
    }

    /// However many unknown units there are, no later cell is lost.
    @Test func manyUnknownUnits() throws {
        let table = try Self.table()
        var lines = [table[0]]
        for unit in 0..<50 {
            var row = table[1]
            row[1] = "x\(unit)"
            lines.append(row)
        }
        lines.append(table[1])
        let text = lines.map { $0.joined(separator: ",") + "\n" }.joined()
        let tally = try SurveyTally(
            file: "t.csv", bytes: Array(text.utf8), questionnaire: TallySamples.questionnaire(),
            units: UnitNames([(code: "a", name: "A")]))
        #expect(tally.cells.map(\.key.unit) == ["a"])
        #expect(tally.rowsLeftOut == 100)
        #expect(tally.findings.filter { $0.code == "survey.unknownUnit" }.count == 20)
        #expect(tally.findings.last?.text(.count) == "30")
    }
}
