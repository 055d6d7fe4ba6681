import Testing
import Values

@testable import Survey

@Suite("Questions on scales of their own")
struct ScalesOfQuestionsTests {
    private static func yesNo(top: String = #""topLevels": 1, "#) -> String {
        #"""
        "scales": [{"code": "hai", \#(top)"noAnswer": ["9"],
                    "levels": [{"code": "0", "label": "Không"}, {"code": "1", "label": "Có"}]}],
        """#
    }
    private static let questions = [
        #"{"code": "a", "text": "A"}"#, #"{"code": "b", "text": "B", "scale": "hai"}"#,
    ]

    /// Of eight answers, 5, 4 and two times Có are satisfied, nine says nothing: 4 of 7.
    @Test func yesAndNoStandBesideFiveLevels() throws {
        let survey = UnevenSurvey(Self.questions, more: Self.yesNo())
        let rows = ["unit,a,b", "x,5,1", "x,4,Có", "x,3,0", "x,1,9"]
        #expect(survey.percent(rows) == "57.14")
        #expect(survey.percent(rows, of: .question(0)) == "50")
        #expect(survey.percent(rows, of: .question(1)) == "66.67")
        let tally = try #require(survey.read(rows)?.tally)
        let analysis = try SurveyAnalysis(tally, file: "")
        let index = analysis.index(of: .question(1), units: nil, as: nil)
        #expect(index.counts == [0, 0, 0, 0, 0, 1, 2])
        #expect(index.noAnswer == 1)
        #expect(survey.questionnaire?.levelNames == ["1", "2", "3", "4", "5", "hai:0", "hai:1"])
    }

    /// (5 − 1) / 4 = 1, Không = 0, 2 → 1/4, Có = 1: the mean is 2.25 / 4.
    @Test func meansCountEveryScaleFromNothingToOne() {
        let survey = UnevenSurvey(Self.questions, more: Self.yesNo(top: ""), measure: "meanScore")
        #expect(survey.percent(["unit,a,b", "x,5,0", "x,2,1"]) == "56.25")
    }

    /// An answer of another scale is unknown, and what may stand there is that of its own.
    @Test func anAnswerOfTheOtherScaleIsUnknown() throws {
        let reading = try #require(UnevenSurvey(Self.questions, more: Self.yesNo()).read(["unit,a,b", "x,5,4"]))
        #expect(reading.findings.map(\.short) == ["survey.unknownAnswer 2:3"])
        #expect(reading.findings.first?.details[.expected] == .names(["0", "1", "9"]))
    }

    /// A reversed question turns its answers round: 1 is the best.
    @Test func reversedQuestionsTurnRound() throws {
        let survey = UnevenSurvey([#"{"code": "a", "text": "A", "reversed": true}"#])
        let rows = ["unit,a", "x,1", "x,2", "x,Rất hài lòng", "x,5"]
        #expect(survey.percent(rows) == "50")
        let tally = try #require(survey.read(rows)?.tally)
        let index = try SurveyAnalysis(tally, file: "").index(of: .question(0), units: nil, as: nil)
        #expect(index.counts == [2, 0, 0, 1, 1])
    }

    /// The tally of such a questionnaire is read back as it was, and is none of the questionnaire without the reversal.
    @Test func talliesTravel() throws {
        let survey = UnevenSurvey(Self.questions, more: Self.yesNo())
        let questionnaire = try #require(survey.questionnaire)
        let tally = try #require(survey.read(["unit,a,b", "x,5,1", "y,4,0"])?.tally)
        let bytes = tally.file()
        let copy = try SurveyTally(file: "tally.csv", bytes: bytes, questionnaire: questionnaire)
        #expect(copy.findings.isEmpty)
        #expect(copy.file() == bytes)
        let other = UnevenSurvey(
            [Self.questions[0], #"{"code": "b", "text": "B", "scale": "hai", "reversed": true}"#], more: Self.yesNo())
        #expect(throws: FindingsError.self) {
            try SurveyTally(file: "tally.csv", bytes: bytes, questionnaire: #require(other.questionnaire))
        }
    }
}
