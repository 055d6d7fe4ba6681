import TestSupport
import Testing
import Values

@testable import Survey

/// What answers weigh by the design; figures from R's package survey, which also weighs rows without weights so.
@Suite struct DesignWeightsTests {
    private let total = SurveyIndex.Part.group(3)
    private static let people = #"{"stages": [{"stratum": "stratum", "population": "people"}]}"#
    private static let stages = #"""
        {"stages": [{"stratum": "stratum", "cluster": "village", "population": "villages"}, {"population": "people"}]}
        """#

    /// `svydesign(ids = ~1, strata = ~stratum, fpc = ~people)`.
    @Test func populationsWeighTheForms() throws {
        let analysis = try SurveyOfRows(
            design: Self.people, heading: "unit,stratum,village,people,a,b",
            rows: [
                "A,A,v,1000,5,4", "A,A,v,1000,2,4", "A,A,w,1000,5,1", "B,B,x,50,1,4", "B,B,x,50,2,2", "B,B,y,50,5,1",
                "B,B,y,50,1,1",
            ], hasWeights: false
        ).analysis()
        let index = analysis.index(of: total)
        let estimate = try #require(index.estimate)
        #expect(abs(try #require(index.value) - 0.646_825_396_825_396_7) < 1e-10)
        #expect(abs(try #require(estimate.standardError) - 0.158_628_935_978_925_4) < 1e-10)
        #expect(abs(try #require(estimate.designEffect) - 2.383_824_989_516_013) < 1e-9)
        #expect(estimate.degreesOfFreedom == 5)
        let unit = analysis.index(of: total, units: ["A"], as: "A")
        #expect(unit.percent?.text() == "66.666667")
        #expect(abs(try #require(unit.estimate?.standardError) - 0.166_416_478_884_888_2) < 1e-10)
        // 1000 ÷ 3 and 50 ÷ 4.
        #expect(analysis.weights == .design(least: 12.5, most: 333.33))
        #expect(abs(try #require(index.weightVariation) - 1.058_475_493_514_314) < 1e-9)
        #expect(analysis.findings.isEmpty)
    }

    /// `svydesign(ids = ~village + id, strata = ~stratum + village, fpc = ~villages + people, nest = TRUE)`.
    @Test func stagesMultiply() throws {
        let analysis = try SurveyOfRows(
            design: Self.stages, heading: "unit,stratum,village,villages,people,a,b",
            rows: [
                "A,s,v,10,40,5,4", "A,s,v,10,40,2,4", "A,s,w,10,90,5,1", "A,s,w,10,90,5,5", "A,s,w,10,90,1,2",
                "B,t,x,7,30,1,4", "B,t,x,7,30,2,2", "B,t,y,7,20,5,1", "B,t,y,7,20,1,1",
            ], hasWeights: false
        ).analysis()
        let index = analysis.index(of: total)
        #expect(abs(try #require(index.value) - 0.507_575_757_575_757_6) < 1e-10)
        #expect(abs(try #require(index.estimate?.standardError) - 0.095_538_198_024_754_74) < 1e-10)
        #expect(abs(try #require(index.estimate?.designEffect) - 0.499_937_764_975_143_9) < 1e-9)
        // 7/2 · 20/2 and 10/2 · 90/3.
        #expect(analysis.weights == .design(least: 35, most: 150))
    }

    /// R refuses a design with the populations of some stages only; here every form then counts the same.
    @Test func populationsOfAllStagesAreNeeded() throws {
        let design = #"{"stages": [{"cluster": "village", "population": "villages"}, {}]}"#
        let analysis = try SurveyOfRows(
            design: design, heading: "unit,village,villages,a,b",
            rows: ["A,v,10,5,5", "A,v,10,4,5", "A,w,10,1,1", "A,x,10,1,5"], hasWeights: false
        ).analysis()
        #expect(analysis.weights == .equal)
        #expect(analysis.index(of: total).percent?.text() == "62.5")
        #expect(analysis.comparison == .withReplacement)
    }

    /// Weights of the strata A and B, with 1000 and 50 people in it and four forms each: what is said of them.
    private static let cases: [(a: String, b: String, said: [String])] = [
        ("250", "12.5", []),
        // Within a quarter of the population.
        ("200", "15.62", []), ("312.5", "10", []),
        // A little beyond it.
        ("199.9", "12.5", ["survey.otherWeights A 799.6 1000"]),
        ("312.6", "12.5", ["survey.otherWeights A 1250.4 1000"]),
        ("250", "9.99", ["survey.otherWeights B 39.96 50"]),
        ("250", "0", ["survey.weightless", "survey.otherWeights B 0 50"]),
        ("1", "3", ["survey.otherWeights A 4 1000", "survey.otherWeights B 12 50"]),
        // All by one factor, as weights with the mean one.
        ("1.904762", "0.095238", ["survey.scaledWeights 8 1050"]), ("2500", "125", ["survey.scaledWeights 10500 1050"]),
    ]

    @Test(arguments: cases) func contradictionsAreSaid(_ a: String, _ b: String, _ said: [String]) throws {
        let answers = ["5,4", "2,4", "5,1", "1,1"]
        let rows = answers.map { "A,A,v,1000,\(a),\($0)" } + answers.map { "B,B,v,50,\(b),\($0)" }
        let analysis = try SurveyOfRows(
            design: Self.people, heading: "unit,stratum,village,people,weight,a,b", rows: rows
        ).analysis()
        let texts = analysis.findings.map { finding in
            let parts = [finding.code, finding.text(.stratum), finding.text(.found), finding.text(.expected)]
            return finding.code == "survey.weightless" ? finding.code : parts.compactMap { $0 }.joined(separator: " ")
        }
        #expect(texts == said)
        #expect(analysis.findings.allSatisfy { $0.severity == .warning })
        // Eight forms; only the weights with the mean one add up to less than sixteen.
        #expect(analysis.comparison == (a == "1.904762" ? .withReplacement : .withoutReplacement))
        #expect(analysis.weights == .column("weight"))
    }

    /// Populations of villages say nothing about people.
    @Test func clustersAreNotCompared() throws {
        let design = #"{"stages": [{"cluster": "village", "population": "villages"}]}"#
        let analysis = try SurveyOfRows(
            design: design, heading: "unit,village,villages,weight,a,b", rows: ["A,v,10,900,5,5", "A,w,10,700,1,1"]
        ).analysis()
        #expect(analysis.findings.isEmpty)
    }

    @Test func weightsBeyondTheirBitsAreAnError() throws {
        let heading = "unit,stratum,village,people,a,b"
        let survey = SurveyOfRows(
            design: Self.people, heading: heading, rows: ["A,A,v,1000000000,5,4"], hasWeights: false)
        let error = try #require(throws: FindingsError.self) { try survey.analysis() }
        #expect(error.findings.map(\.code) == ["survey.tooLarge"])
    }
}
