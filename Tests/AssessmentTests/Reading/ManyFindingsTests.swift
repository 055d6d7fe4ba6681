import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// A hopeless table shows a hundred findings of each kind and counts the rest: how many there are is always true.
@Suite struct ManyFindingsTests {
    private static let heading = "unit;metric;value\n"

    @Test func theRestIsCounted() throws {
        let rows = (0..<250).map { "h;9.\($0);1\nfremd-\($0);1.1;1\n" }.joined()
        let reading = try SmallAssessment(["metrics.csv": Self.heading + rows]).read()
        for code in ["assessment.unknownMetric", "assessment.unknownUnit"] {
            #expect(reading.findings.count { $0.code == code } == 100)
        }
        let rest = reading.findings.filter { $0.code == "table.moreFindings" }
        #expect(rest.map { $0.text(.code) } == ["assessment.unknownMetric", "assessment.unknownUnit"])
        #expect(rest.map { $0.text(.count) } == ["150", "150"] && rest.map(\.unlisted) == [150, 150])
        #expect(rest.allSatisfy { $0.location.file == "metrics.csv" && $0.severity == .error })
        #expect(reading.findings.count(of: .error) == 500)
        #expect(reading.assessment == nil)
    }

    /// One finding more than are listed is one more in the count.
    @Test(arguments: [99, 100, 101, 100_000])
    func badCells(count: Int) throws {
        let rows = String(repeating: "h;1.1;viel\n", count: count)
        let reading = try SmallAssessment(["metrics.csv": Self.heading + rows]).read()
        #expect(reading.findings.count(of: .error) == count)
        let listed = reading.findings.filter { $0.code == "table.notANumber" }
        #expect(listed.map(\.location.line) == (2...(min(count, 100) + 1)).map { $0 })
        #expect(reading.findings.compactMap(\.unlisted) == (count > 100 ? [count - 100] : []))
    }

    /// 120 notes that a metric does not belong to the unit's level, on as many communes: warnings.
    @Test func warnings() throws {
        let units = "code;name;level\nh;H;district\n" + (0..<120).map { "x\($0);Xã số \($0);commune\n" }.joined()
        let reading = try SmallAssessment(["units.csv": units, "metrics.csv": Self.heading + "h;1.1;5\n"]).read()
        #expect(reading.findings.count { $0.code == "assessment.unitWithoutFigures" } == 100)
        #expect(reading.findings.last?.unlisted == 20 && reading.findings.last?.severity == .warning)
        #expect(reading.findings.count(of: .warning) == 120 && reading.findings.count(of: .error) == 0)
        #expect(reading.assessment != nil)
    }

    /// Rows beyond the limit concern only the unit that they name, as those before it do.
    @Test func brokenRowsOfOneUnit() throws {
        let rows = "h;1.1;90\nxa-1;1.1;80\n" + String(repeating: "xa-2;1.1;5;x\n", count: 150)
        let reading = try SmallAssessment(["metrics.csv": Self.heading + rows]).read { $0.keepGoing = true }
        #expect(reading.findings.map(\.code).filter { $0 == "table.tooManyCells" }.count == 100)
        #expect(reading.findings.count(of: .error) == 150)
        #expect(reading.assessment?.units.map(\.code) == ["h", "xa-1"])
    }

    /// Too fine numbers are one finding a column, however many columns there are.
    @Test func columnsWithTooFineNumbers() throws {
        let heading = "unit;metric;value;numerator;denominator\n"
        let rows = String(repeating: "h;1.1;;0,1234567;1\nh;1.1;0,1234567;;\n", count: 60)
        let reading = try SmallAssessment(["metrics.csv": heading + rows]).read()
        let errors = reading.findings.filter { $0.severity == .error }
        #expect(errors.map(\.code) == ["table.numberTooFine", "table.numberTooFine"])
        #expect(errors.map { $0.text(.count) } == ["60", "60"] && reading.findings.count(of: .error) == 2)
    }

    /// 130 points given twice and 130 rows too long, of 300 rows: each kind has a count of its own.
    @Test func severalKindsInOneTable() throws {
        let rows = String(repeating: "h;1;self;1\n", count: 131) + String(repeating: "h;1;self;1;x\n", count: 130)
        let scores = "unit;criterion;stage;points\n" + rows
        let reading = try SmallAssessment(["scores.csv": scores]).read()
        #expect(reading.findings.compactMap(\.unlisted) == [30, 30])
        #expect(reading.findings.count(of: .error) == 260)
    }

    @Test(arguments: [100, 101, 20_000])
    func keysOfCriteria(count: Int) throws {
        let keys = (0..<count).map { "\"x\($0)\": 1, " }.joined()
        let criteria = "{" + keys + SmallAssessment.criteria.dropFirst()
        let reading = try SmallAssessment(["../criteria.json": criteria]).read()
        #expect(reading.findings.count { $0.code == "json.unknownKey" } == 100)
        let rest = reading.findings.filter { $0.unlisted != nil }
        #expect(rest.map(\.code) == (count > 100 ? ["json.moreFindings"] : []))
        #expect(rest.allSatisfy { !$0.location.isTable && $0.location.file.hasSuffix("criteria.json") })
        #expect(reading.findings.count(of: .error) == count)
    }

    @Test func repeatedKeys() throws {
        let keys = String(repeating: "\"format\": 1, ", count: 301)
        let reading = try SmallAssessment(["assessment.json": "{" + keys + "\"stage\": \"x\"}"]).read()
        #expect(reading.findings.count == 101 && reading.findings.count(of: .error) == 300)
    }

    /// 150 actions that cost less than nothing.
    @Test func actions() throws {
        let assessment = try #require(try SmallAssessment().read().assessment)
        let rows = (0..<150).map { "A\($0);1.1;95;-1\n" }.joined()
        let folder = TemporaryFolder()
        folder.add("action;metric;value;cost\n" + rows, "actions.csv")
        let findings = assessment.readActions(folder.path("actions.csv")).findings
        #expect(findings.filter { $0.severity == .error }.compactMap(\.unlisted) == [50])
        #expect(findings.count(of: .error) == 150)
    }
}
