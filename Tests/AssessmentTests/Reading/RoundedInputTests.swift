import Foundation
import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// Numbers with more decimals than are kept: refused once a column, or rounded because somebody says so.
@Suite struct RoundedInputTests {
    private static let metrics = "unit;metric;value\nh;1.1;97,1234565\nxa-1;1.1;9,12345649\nxa-2;1.1;80,5\n"

    @Test func theSettingsOrTheCallerSaySo() throws {
        let settings = SmallAssessment.settings(#""tables": {"round": 6}"#)
        let reading = try SmallAssessment(["assessment.json": settings, "metrics.csv": Self.metrics]).read()
        #expect(reading.briefs == [])
        #expect(reading.assessment?.settings.roundingDigits == 6)
        // 97,1234565 is half way: away from zero. 9,12345649 is not, although it is rounded up at seven decimals.
        #expect(reading.figure("h", "1.1") == .value(exact("97.123457")))
        #expect(reading.figure("xa-1", "1.1") == .value(exact("9.123456")))
        let own = try SmallAssessment(["assessment.json": settings, "metrics.csv": Self.metrics]).read {
            $0.roundingDigits = 0
        }
        #expect(own.assessment?.settings.roundingDigits == 0)
        #expect(own.figure("h", "1.1") == .value(97))
        #expect(own.figure("xa-1", "1.1") == .value(9))
        #expect(own.figure("xa-2", "1.1") == .value(81))
    }

    @Test func nothingIsRoundedOtherwise() throws {
        let reading = try SmallAssessment(["metrics.csv": Self.metrics]).read()
        #expect(reading.briefs == ["table.numberTooFine metrics.csv:2:3 «97,1234565»"])
        #expect(reading.findings.first?.text(.count) == "2")
        #expect(reading.assessment == nil)
        // A thousand cells are one finding, and their units are left out all the same.
        let kept = try SmallAssessment(["metrics.csv": Self.metrics]).read { $0.keepGoing = true }
        #expect(kept.assessment?.leftOut == ["h", "xa-1"])
    }

    @Test(arguments: ["-1", "7", "1.5", "\"6\""])
    func otherDigitsAreRefused(digits: String) throws {
        let settings = SmallAssessment.settings(#""tables": {"round": \#(digits)}"#)
        #expect(try SmallAssessment(["assessment.json": settings]).read().errors.count == 1)
    }

    /// A bound that is an expectation is a warning, and the figure is used; a law is an error.
    @Test(
        arguments: [
            ("0,333333", []), ("0,331742", ["assessment.outsideExpectation metrics.csv:2:3 «0.331742»"]),
            ("2", []), ("2,000001", ["assessment.outsideDomain metrics.csv:2:3 «2.000001»"]),
            ("-0,000001", ["assessment.outsideExpectation metrics.csv:2:3 «-0.000001»"]),
        ] as [(String, [String])])
    func boundsAreLawsOrExpectations(value: String, findings: [String]) throws {
        let leaf = """
            {"code": "1", "name": "Giá trị", "maximum": 2, "source": {"row": "1"}, "levels": ["district", "commune"],
            "rule": {"kind": "freeValue", "minimum": 0.333333, "maximum": 2, "step": 0.000001},
            "metrics": [{"name": "x", "kind": "points", "direction": "higher", "expectedBounds": ["minimum"]}]}
            """
        let head = try #require(SmallAssessment.criteria.components(separatedBy: "\"criteria\": [").first)
        let reading = try SmallAssessment([
            "../criteria.json": head + "\"criteria\": [\(leaf)]}", "metrics.csv": "unit;metric;value\nh;1;\(value)\n",
        ]).read()
        #expect(reading.briefs.filter { !$0.contains("unitWithoutFigures") } == findings)
        if findings.first?.contains("outsideDomain") == true {
            #expect(reading.assessment == nil)
        } else {
            let figure = exact(value.replacing(",", with: "."))
            #expect(reading.figure("h", "1") == .value(figure))
        }
    }
}
