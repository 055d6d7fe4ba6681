import Scoring
import TestSupport
import Testing

@testable import Assessment

@Suite("What is given as evidence for a criterion")
struct LeafEvidenceTests {
    /// A criterion of two measures, of which the first has a further figure.
    private func evidence(_ rows: String) throws -> LeafEvidence {
        let files = TemporaryFolder()
        let count = { (code: String, direction: String) in
            #"{"code": "\#(code)", "name": "\#(code)", "kind": "count", "unit": "việc", "direction": "\#(direction)"}"#
        }
        files.add(
            """
            {"format": 1, "set": "thu", "edition": "1", "name": "Bộ thử", "source": {"document": "Quyết định thử"},
             "years": {"from": 2026, "to": 2026}, "levels": [{"code": "xa", "name": "Cấp xã"}],
             "points": {"basis": "decreed", "source": {"document": "Quyết định thử"}},
             "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "leaf"},
                          "index": {"mode": "halfAwayFromZero", "digits": 2}},
             "ranking": {"ties": "standard", "minimumCoverage": 0},
             "criteria": [{"code": "1", "name": "Lĩnh vực", "maximum": 2},
              {"code": "1.1", "name": "Tiêu chí", "maximum": 2, "source": {"row": "1"}, "levels": ["xa"],
               "measures": [
                {"code": "1.1.a", "name": "A", "metrics": [\(count("a", "lower")), \(count("a.2", "lower"))],
                 "rule": {"kind": "limit", "limit": {"metric": "a.2"}, "overEach": {"points": 0.5}}},
                {"code": "1.1.b", "name": "B", "metrics": [\(count("b", "higher"))], "rule": {"kind": "linear", "zeroAt": 0, "fullAt": 2}}]}]}
            """, "criteria.json")
        files.add(
            #"{"format": 1, "name": "Đợt", "criteria": "criteria.json", "year": 2026, "stage": "self"}"#,
            "assessment.json")
        files.add("code;name;level\nu1;Xã Một;xa\n", "units.csv")
        files.add("unit;metric;value;evidence;explanation\n" + rows, "metrics.csv")
        let reading = Assessment.read(files.path)
        let assessment = try #require(reading.assessment, "\(reading.findings)")
        let criterion = try #require(assessment.criteria.set["1.1"])
        return LeafEvidence(assessment, unit: 0, criterion: criterion, given: assessment.givenScores)
    }

    @Test("a further figure of a rule needs none of its own, another measure does")
    func measures() throws {
        #expect(try evidence("u1;a;1;BC 1;\nu1;a.2;2;;\nu1;b;1;BC 2;\n").state == .complete)
        #expect(try evidence("u1;a;1;BC 1;\nu1;a.2;2;;\nu1;b;1;;chờ\n").state == .incomplete(["b"]))
        #expect(try evidence("u1;a;1;;\nu1;a.2;2;;\nu1;b;1;;\n").state == .none)
    }
}
