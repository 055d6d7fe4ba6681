import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// A hopeless table shows a hundred findings of each kind and counts the rest.
@Suite struct ManyFindingsTests {
    @Test func theRestIsCounted() throws {
        let rows = (0..<250).map { "h;9.\($0);1\nfremd-\($0);1.1;1\n" }.joined()
        let reading = try SmallAssessment(["metrics.csv": "unit;metric;value\n" + rows]).read()
        for code in ["assessment.unknownMetric", "assessment.unknownUnit"] {
            #expect(reading.findings.count { $0.code == code } == 100)
        }
        let rest = reading.findings.filter { $0.code == "table.moreFindings" }
        #expect(rest.map { $0.text(.code) } == ["assessment.unknownMetric", "assessment.unknownUnit"])
        #expect(rest.map { $0.text(.count) } == ["150", "150"])
        #expect(rest.allSatisfy { $0.location.file == "metrics.csv" && $0.severity == .warning })
        #expect(reading.assessment == nil)
    }
}
