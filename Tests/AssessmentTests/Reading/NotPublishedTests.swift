import Foundation
import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment

/// A number that stands for "not published": exactly that one, however it is written.
@Suite struct NotPublishedTests {
    private static func files(_ metrics: String) throws -> [String: String] {
        let leaf = """
            {"code": "1", "name": "Nội dung", "maximum": 2.5, "source": {"row": "1"}, "levels": ["district", "commune"],
            "rule": {"kind": "freeValue", "minimum": 0.25, "maximum": 2.5, "step": 0.01}, "evidence": ["Bảng số liệu"],
            "metrics": [{"name": "Giá trị công bố", "kind": "points", "direction": "higher",
              "notPublished": {"value": 0, "reason": {"vi": "bảng ghi 0", "en": "the table has 0"}}}]}
            """
        let head = try #require(SmallAssessment.criteria.components(separatedBy: "\"criteria\": [").first)
        return ["../criteria.json": head + "\"criteria\": [\(leaf)]}", "metrics.csv": metrics]
    }

    @Test(arguments: ["0", "0,0", "0,00", "-0", "không công bố", "Not published"])
    func itIsNoFigureInEitherKindOfTable(_ cell: String) throws {
        for text in [
            "unit;metric;value\nh;1;\(cell)\nxa-1;1;1,5\nxa-2;1;0,25\n", "unit;1\nh;\(cell)\nxa-1;1,5\nxa-2;0,25\n",
        ] {
            let reading = try SmallAssessment(Self.files(text)).read()
            #expect(reading.briefs == [])
            let assessment = try #require(reading.assessment)
            #expect(assessment.figures[0, "1"] == .notPublished)
            #expect(assessment.figures[2, "1"] == .value(exact("0.25")))
            let leaf = try #require(assessment.scores[0].criteria.first)
            #expect(leaf.status == .notPublished)
            #expect(leaf.points == nil)
            #expect(assessment.scores[0].coverage == 0)
        }
    }

    @Test(arguments: ["0,01", "0,24", "-1", "2,51"])
    func anyOtherNumberOutsideIsRefused(_ cell: String) throws {
        let reading = try SmallAssessment(Self.files("unit;metric;value\nh;1;\(cell)\n")).read()
        #expect(reading.errors.map { $0.prefix(24) } == ["assessment.outsideDomain"])
    }

    @Test func itNeedsNoEvidence() throws {
        let rows = "unit;metric;value;evidence\nh;1;0;\nxa-1;1;1,5;\nxa-2;1;1,5;Bảng số liệu\n"
        let reading = try SmallAssessment(Self.files(rows)).read()
        #expect(
            reading.findings.map { "\($0.code) \($0.text(.unit) ?? "")" } == ["assessment.missingEvidence xa-1"])
    }
}
