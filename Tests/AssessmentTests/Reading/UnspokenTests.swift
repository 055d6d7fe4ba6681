import Foundation
import TestSupport
import Testing
import Values

@testable import Assessment

/// What a unit leaves out is pointed out by the findings.
struct UnspokenTests {
    @Test func aUnitWithoutASingleFigureIsNamed() throws {
        let reading = try SmallAssessment(["metrics.csv": "unit;metric;value\nh;1.1;90\nxa-2;1.1;\n"]).read()
        let found = reading.findings.filter { $0.code == AssessmentFinding.unitWithoutFigures.rawValue }
        #expect(found.map { $0.text(.unit) } == ["xa-1", "xa-2"])
        #expect(found.map(\.location.line) == [3, 4])
        #expect(found.allSatisfy { $0.severity == .warning && $0.location.file == "units.csv" })
        #expect(reading.assessment != nil)
    }

    @Test func sayingThatSomethingDoesNotApplyCountsAsAFigure() throws {
        let reading = try SmallAssessment([
            "metrics.csv": "unit;metric;value;status\nh;1.1;90;\nxa-1;1.1;80;\nxa-2;1.1;;chờ khảo sát\n"
        ]).read()
        #expect(reading.findings.isEmpty, "\(reading.findings)")
    }

    @Test func notApplicableNeedsAReasonWhereReasonsCanBeGiven() throws {
        let leaf = """
            {"code": "1", "name": "Tiêu chí", "maximum": 1, "source": {"row": "1"}, "levels": ["district", "commune"],
            "notApplicable": {"convention": "fullPoints"}, "rule": {"kind": "yesNo"},
            "metrics": [{"name": "Có làm", "kind": "yesNo", "direction": "higher"}]}
            """
        let head = try #require(SmallAssessment.criteria.components(separatedBy: "\"criteria\": [").first)
        let reading = try SmallAssessment([
            "../criteria.json": head + "\"criteria\": [\(leaf)]}",
            "metrics.csv": """
            unit;metric;value;status;evidence;explanation
            h;1;;không áp dụng;;
            xa-1;1;;không áp dụng;;Trong năm không phát sinh
            xa-2;1;1;;;

            """,
        ]).read()
        #expect(reading.briefs == ["assessment.notApplicableWithoutReason metrics.csv:2:4"])
        #expect(reading.assessment != nil)
    }
}
