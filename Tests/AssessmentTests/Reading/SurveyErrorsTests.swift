import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// Answers that cannot be used are an error of their unit, never an awaited figure; the other units are scored.
@Suite struct SurveyErrorsTests {
    private static let questionnaire = """
        {"format": 1, "questionnaire": "k", "name": "K", "scale": {"levels": [{"code": "1", "label": "a"},
          {"code": "2", "label": "b"}]}, "columns": {"unit": "xã"}, "index": {"measure": "topShare", "topLevels": 1},
         "metrics": [{"metric": "1.10"}], "blocks": [{"code": "B", "name": "B", "factors": [
          {"code": "F", "name": "F", "questions": [{"code": "q1", "text": "?"}, {"code": "q2", "text": "?"}]}]}]}
        """

    private static func reading(
        _ answers: String, keepGoing: Bool, isScored: Bool = true
    ) throws -> AssessmentReading {
        try SmallAssessment([
            "assessment.json": SmallAssessment.settings(
                #""files": {"survey": {"questionnaire": "q.json", "answers": ["s.csv"]}}"#),
            "q.json": isScored
                ? questionnaire : questionnaire.replacing(#""metrics": [{"metric": "1.10"}], "#, with: ""),
            "s.csv": "xã;q1;q2\nh;2;1\nh;2;2\nxa-2;1;2\nxa-2;1;1\n" + answers,
        ]).read { $0.keepGoing = keepGoing }
    }

    @Test(arguments: [
        ("xa-1;#N/A;#N/A\nxa-1;#N/A;#N/A\n", ["survey.tooManyUnknown", "survey.spreadsheetError"], ["xa-1"]),
        ("xa-1;2;1\nxa-1;2;#DIV/0!\n", ["survey.tooManyUnknown", "survey.spreadsheetError"], ["xa-1"]),
        ("xa-1;NA;6\nxa-1;2;1\n", ["survey.tooManyUnknown"], ["xa-1"]),
        // Forms of a unit that is not in the list are those of a unit without forms, if there is one.
        ("Nơi khác;2;1\nNơi khác;2;2\n", ["survey.unitLost"], ["xa-1"]),
        ("xa-1;2;1\nNơi khác;2;1\nNơi khác;2;2\n", ["survey.unitLost"], []),
    ])
    func theOthersAreScored(answers: String, errors: [String], leftOut: [String]) throws {
        #expect(try Self.reading(answers, keepGoing: false).assessment == nil)
        let reading = try Self.reading(answers, keepGoing: true)
        #expect(Set(reading.findings.filter { $0.severity == .error }.map(\.code)) == Set(errors))
        #expect(reading.assessment?.leftOut == leftOut)
        // Lost answers are no answers to wait for.
        #expect(!reading.findings.contains { $0.code == "assessment.tooFewAnswers" })
        // Of four answers each, three and one are on the top level.
        #expect(reading.figure("h", "1.10") == .value(75))
        #expect(reading.figure("xa-2", "1.10") == .value(25))
    }

    /// Who is in a file that is not there is unknown: all that the survey measures are left out, and only these. Here
    /// it measures communes.
    @Test(arguments: [
        #""answers": ["s.csv", "none.csv"]"#, #""answers": ["none.csv"]"#,
        #""answers": ["s.csv"], "tallies": ["none.csv"]"#, #""tallies": ["none.csv"]"#,
        #""answers": ["s.csv"], "tallies": ["s.csv"]"#,
    ])
    func aFileThatIsMissing(files: String) throws {
        func reading(isScored: Bool, keepGoing: Bool) throws -> AssessmentReading {
            let both = #""source": {"row": "1.10"}, "levels": ["district", "commune"]"#
            let communes = #""source": {"row": "1.10"}, "levels": ["commune"], "levelsReason": "thử""#
            return try SmallAssessment([
                "assessment.json": SmallAssessment.settings(
                    #""files": {"survey": {"questionnaire": "q.json", \#(files)}}"#),
                "q.json": isScored
                    ? Self.questionnaire
                    : Self.questionnaire.replacing(#""metrics": [{"metric": "1.10"}], "#, with: ""),
                "s.csv": "xã;q1;q2\nh;2;1\nh;2;2\nxa-1;2;1\nxa-2;1;2\n",
                "../criteria.json": SmallAssessment.criteria.replacing(both, with: communes),
            ]).read { $0.keepGoing = keepGoing }
        }
        for isScored in [true, false] {
            let stopped = try reading(isScored: isScored, keepGoing: false)
            #expect(stopped.assessment == nil)
            #expect(Set(stopped.findings.filter { $0.severity == .error }.map(\.location.file)).count == 1)
            let kept = try reading(isScored: isScored, keepGoing: true)
            #expect(kept.findings.containsError && kept.briefs == stopped.briefs)
            #expect(kept.assessment?.leftOut == (isScored ? ["xa-1", "xa-2"] : []))
            // The two counts of the district are reported, and it is not waited for.
            #expect(kept.figure("h", "1.1") == .value(exact("90.5")))
            #expect(!kept.findings.contains { $0.code == "assessment.tooFewAnswers" })
        }
    }

    /// Nobody's points depend on a survey that measures no criterion.
    @Test(arguments: [
        ("xa-1;#N/A;#N/A\nxa-1;#N/A;6\n", ["survey.tooManyUnknown": 1, "survey.unknownAnswer": 4]),
        ("xa-1;2;1\nxa-1;2;#DIV/0!\n", ["survey.tooManyUnknown": 1, "survey.unknownAnswer": 1]),
    ])
    func withoutACriterionTheyAreWarnings(answers: String, warnings: [String: Int]) throws {
        let reading = try Self.reading(answers, keepGoing: false, isScored: false)
        #expect(reading.assessment?.leftOut == [])
        #expect(reading.findings.allSatisfy { $0.severity == .warning })
        let ours = reading.findings.map(\.code).filter { warnings.keys.contains($0) }
        #expect(Dictionary(grouping: ours) { $0 }.mapValues(\.count) == warnings)
    }

    /// Blank answers are none: nobody has answered yet, of at least one.
    @Test func blankAnswersAreAwaited() throws {
        let reading = try Self.reading("xa-1;;\n", keepGoing: false)
        #expect(reading.figure("xa-1", "1.10") == .awaited)
        let finding = try #require(reading.findings.first { $0.code == "assessment.tooFewAnswers" })
        #expect(finding.text(.found) == "0" && finding.text(.expected) == "1")
    }
}
