import Testing
import Values

@testable import Survey

@Suite("Nine and ninety-nine, and codes with labels")
struct CodesOfNothingTests {
    /// Nine is "no answer" to one question only; ninety-nine means that it was not asked, of any.
    @Test func codesOfOneQuestionAndOfAll() throws {
        let survey = UnevenSurvey(
            [#"{"code": "a", "text": "A", "noAnswer": ["9"]}"#, #"{"code": "b", "text": "B"}"#],
            scale: #", "notAsked": ["99", "KAD"]"#)
        let reading = try #require(survey.read(["unit,a,b", "x,9,99", "x,5,kad", "x,4,9", "x,99.0,3"]))
        #expect(reading.findings.map(\.short) == ["survey.unknownAnswer 4:3"])
        let analysis = try SurveyAnalysis(try #require(reading.tally), file: "")
        let first = analysis.index(of: .question(0), units: nil, as: nil)
        #expect(first.answers == 2 && first.noAnswer == 1 && first.unknown == 0)
        let second = analysis.index(of: .question(1), units: nil, as: nil)
        #expect(second.answers == 1 && second.noAnswer == 0 && second.unknown == 1)
    }

    /// The same by the fast reader, which knows single characters: "not asked" is read as a blank cell.
    @Test func notAskedIsBlankForTheFastReader() throws {
        let survey = UnevenSurvey([#"{"code": "a", "text": "A"}"#], scale: #", "notAsked": ["8"], "noAnswer": ["9"]"#)
        #expect(survey.questionnaire?.isEven == true)
        let reading = try #require(survey.read(["unit,a", "x,8", "x,9", "x,5", "x,"]))
        let index = try SurveyAnalysis(try #require(reading.tally), file: "").index(
            of: .question(0), units: nil, as: nil)
        #expect(reading.findings.isEmpty)
        #expect(index.answers == 1 && index.noAnswer == 1)
    }

    private static let codes = AnswerCodes(
        AnswerScale(
            levels: [
                AnswerLevel(code: "1", label: LocalizedText(vi: "Không hài lòng"), spellings: []),
                AnswerLevel(code: "5", label: LocalizedText(vi: "Rất hài lòng", en: "Very satisfied"), spellings: []),
            ], noAnswer: ["9"]))

    @Test(
        "a code with its label is the level",
        arguments: [
            "5 - Rất hài lòng", "5-rat hai long", "5. Rất hài lòng", "5 – Very satisfied", "Rất hài lòng (5)",
            "(5) RẤT HÀI LÒNG", "5: Rất  hài lòng", "5 Rất hài lòng", "5 = Rất hài lòng",
        ])
    func pairs(text: String) {
        #expect(Self.codes.level(of: text) == 1)
    }

    @Test(
        "a code with the label of another level is unknown",
        arguments: ["1 - Rất hài lòng", "5 - Không hài lòng", "5 -"])
    func otherPairs(text: String) {
        #expect(Self.codes.level(of: text) == Self.codes.unknown)
    }
}
