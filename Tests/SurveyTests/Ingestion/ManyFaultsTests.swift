import TestSupport
import Testing
import Values

@testable import Survey

/// Of many faults in forms and tallies some are listed; errors and warnings are counted to the last.
@Suite struct ManyFaultsTests {
    private static let heading = "xã;trọng số;q1;q2\n"

    /// 5,000 forms whose weight is below zero are left out, and each is a warning.
    @Test(arguments: [1, 2])
    func badForms(threads: Int) throws {
        let text = Self.heading + "u1;1;5;5\n" + String(repeating: "u1;-1;5;5\n", count: 5_000)
        let reading = try #require(SmallSurvey.read(text, options: SmallSurvey.options(threads: threads)))
        #expect(reading.findings.count { $0.code == "survey.numberOutOfRange" } == 100)
        #expect(reading.findings.compactMap(\.unlisted) == [4_900])
        #expect(reading.findings.count(of: .warning) == 5_000 && reading.findings.count(of: .error) == 0)
    }

    /// Of 250 unknown answers, then 300 weights written unlike the first (errors), a hundred of each are listed. The
    /// decimal separator is taken from the first 256 kB.
    @Test func errorsAndWarnings() throws {
        let text =
            Self.heading + "u1;1,5;5;5\n" + String(repeating: "u1;2,5;7;5\n", count: 250)
            + String(repeating: "u1;2,5;5;5\n", count: 30_000)
            + String(repeating: "u1;2.55;5;5\n", count: 300)
        let reading = try #require(SmallSurvey.read(text))
        let found = reading.findings
        #expect(found.filter { $0.unlisted == nil }.count == 200)
        let rest = found.filter { $0.unlisted != nil }
        #expect(rest.map(\.severity) == [.error, .warning] && rest.map(\.unlisted) == [200, 150])
        #expect(found.count(of: .error) == 300 && found.count(of: .warning) == 250)
    }

    /// 150 columns with the heading of another one.
    @Test func headings() throws {
        let text = "xã;trọng số;q1;q2" + String(repeating: ";q1", count: 150) + "\nu1;1;5;5\n"
        let reading = try #require(SmallSurvey.read(text))
        #expect(reading.findings.count == 101 && reading.findings.count(of: .error) == 150)
    }

    // MARK: - Tallies

    private static func findings(
        _ change: (_ heading: [String], _ row: [String]) -> [[String]]
    ) throws -> [Finding] {
        let questionnaire = try TallySamples.questionnaire()
        let rows = ["A,nam,s1,v1,10,100,1.5,3,3,1", "A,nam,s1,v1,10,100,2,tốt,99,1"]
        let file = String(decoding: try TallySamples.tally(rows, questionnaire).file(), as: UTF8.self)
        let table = file.split(separator: "\n").filter { !$0.hasPrefix("checksum ") }.map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let text = ([table[0]] + change(table[0], table[1])).map { $0.joined(separator: ",") + "\n" }.joined()
        let units = UnitNames([(code: "A", name: "A")])
        do {
            return try SurveyTally(
                file: "t.csv", bytes: Array(text.utf8), questionnaire: questionnaire, units: units
            ).findings
        } catch {
            return error.findings
        }
    }

    /// A thousand rows that say “x” instead of how many forms they count: a finding each, and no other.
    @Test(arguments: [19, 20, 21, 1_000])
    func badRowsOfATally(count: Int) throws {
        let findings = try Self.findings { heading, row in
            var bad = row
            if let column = heading.firstIndex(of: "q1=1") { bad[column] = "x" }
            return Array(repeating: bad, count: count)
        }
        #expect(findings.count { $0.code == "survey.badTally" } == min(count, 20))
        #expect(findings.compactMap(\.unlisted) == (count > 20 ? [count - 20] : []))
        #expect(findings.count(of: .error) == count && findings.count(of: .warning) == 0)
    }

    /// Every cell after the first is one that stands already.
    @Test func repeatedCells() throws {
        let findings = try Self.findings { _, row in Array(repeating: row, count: 1_001) }
        #expect(findings.count == 21 && findings.count(of: .error) == 1_000)
    }

    /// 70 units that nobody knows, and no checksum.
    @Test func unknownUnitsOfATally() throws {
        let findings = try Self.findings { heading, row in
            (0..<70).map { number in
                var other = row
                if let column = heading.firstIndex(of: "unit") { other[column] = "B\(number)" }
                return other
            }
        }
        #expect(findings.count { $0.code == "survey.unknownUnit" } == 20)
        #expect(findings.compactMap(\.unlisted) == [50])
        #expect(findings.count(of: .warning) == 71 && findings.count(of: .error) == 0)
    }
}
