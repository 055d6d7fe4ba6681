import Survey
import TestSupport
import Testing
import Values

/// Replicate weights that cannot be used, in the questionnaire and in the file.
@Suite("Faults of replicate weights")
struct ReplicateFaultsTests {
    private static let heading = "unit,stratum,village,weight,a,b,r1,r2"

    private func survey(_ replicates: String, rows: [String] = [], expected: [String] = []) -> SurveyOfRows {
        var survey = SurveyOfRows(rows: ["A,x,1,1,5,4,2,0", "A,x,2,1,1,2,0,2"] + rows)
        survey.heading = Self.heading
        survey.keys = #""replicates": \#(replicates),"#
        survey.expected = expected
        return survey
    }

    /// Two villages, each left out once: shares of 1 and 0 around their mean, ½, with the scale ½.
    @Test func aJackknifeOfTwo() throws {
        let index = try survey(#"{"kind": "JK1", "columns": ["r1", "r2"]}"#).analysis().index(of: .question(0))
        #expect(index.value == 0.5)
        #expect(agree(index.estimate?.standardError, 0.5, to: 1e-12))
        #expect(index.estimate?.degreesOfFreedom == 1)
    }

    @Test(
        "what the questionnaire states must fit",
        arguments: [
            #"{"columns": ["r1", "r2"]}"#, #"{"kind": "JK3", "columns": ["r1", "r2"]}"#, #"{"kind": "JK1"}"#,
            #"{"kind": "JK1", "columns": ["r1"]}"#, #"{"kind": "JKn", "columns": ["r1", "r2"]}"#,
            #"{"kind": "JKn", "columns": ["r1", "r2"], "rscales": [0.5]}"#,
            #"{"kind": "JKn", "columns": ["r1", "r2"], "rscales": [0.5, -1]}"#,
            #"{"kind": "Fay", "columns": ["r1", "r2"]}"#, #"{"kind": "Fay", "columns": ["r1", "r2"], "rho": 1}"#,
            #"{"kind": "other", "columns": ["r1", "r2"]}"#, #"{"kind": "JK1", "columns": ["r1", "weight"]}"#,
        ])
    func refused(_ replicates: String) { #expect(survey(replicates).questionnaire.questionnaire == nil) }

    @Test(
        "a row is left out for a replicate weight that is none",
        arguments: [
            ("", "survey.notANumber"), ("x", "survey.notANumber"), ("-1", "survey.numberOutOfRange"),
            ("1,5", "survey.cellCount"),
        ])
    func badWeight(_ text: String, _ code: String) throws {
        let survey = survey(
            #"{"kind": "JK1", "columns": ["r1", "r2"]}"#,
            rows: (1...60).map { "A,x,\($0),1,4,4,1,1" } + ["A,x,3,1,4,4,1,\(text)"],
            expected: [code])
        let analysis = try survey.analysis()
        #expect(analysis.tally.rowCount == 62)
    }

    /// A tally does not keep answers of weight 0, so a replicate in which they weigh something cannot be computed.
    @Test func weightlessFormsWithReplicates() throws {
        let survey = survey(#"{"kind": "JK1", "columns": ["r1", "r2"]}"#, rows: ["A,x,3,0,5,5,1,0"])
        let error = #expect(throws: FindingsError.self) { try survey.analysis() }
        #expect(error?.findings.map(\.code) == ["survey.replicateOfWeightless"])
    }

    /// A replicate without anybody is left out, as R does, and counted.
    @Test func emptyReplicates() throws {
        var survey = survey(
            #"{"kind": "other", "columns": ["r1", "r2", "r3"], "scale": 1}"#)
        survey.heading = "unit,stratum,village,weight,a,b,r1,r2,r3"
        survey.rows = ["A,x,1,1,5,4,2,0,0", "A,x,2,1,1,2,0,2,0", "B,x,3,1,4,2,1,1,1"]
        let index = try survey.analysis().index(of: .question(0), units: ["A"])
        #expect(index.estimate?.droppedReplicates == 1)
        // (1 − ½)² + (0 − ½)²
        #expect(agree(index.estimate?.standardError, 0.5.squareRoot(), to: 1e-12))
    }

    @Test func calibrationOfReplicatesIsRefused() {
        var survey = survey(#"{"kind": "JK1", "columns": ["r1", "r2"]}"#)
        survey.keys += #""calibration": {"response": ""},"#
        #expect(survey.questionnaire.findings.map(\.code) == ["questionnaire.calibratedReplicates"])
    }
}
