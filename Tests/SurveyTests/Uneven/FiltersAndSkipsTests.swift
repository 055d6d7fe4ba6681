import Testing
import Values

@testable import Survey

@Suite("Questions that are asked only if, and forms that are finished")
struct FiltersAndSkipsTests {
    private static func survey(_ condition: String) -> UnevenSurvey {
        UnevenSurvey([
            #"{"code": "a", "text": "A"}"#,
            #"{"code": "b", "text": "B", "askedIf": [{"column": "đã dùng", \#(condition)}]}"#,
        ])
    }

    /// Only the answers of those who were asked count: 5 and 1 of b, all of a.
    @Test(arguments: [
        #""is": ["1", "Có"]"#, #""isNot": ["0", "khong", ""]"#,
    ])
    func answersOfThoseWhoWereAsked(condition: String) throws {
        let survey = Self.survey(condition)
        let rows = ["unit,đã dùng,a,b", "x,Có,5,5", "x,không,5,", "x,1.0,5,1", "x,,4,"]
        #expect(survey.percent(rows, of: .question(1)) == "50")
        #expect(survey.percent(rows, of: .question(0)) == "100")
        #expect(try #require(survey.read(rows)).findings.isEmpty)
    }

    @Test func conditionsOfBlanks() {
        let rows = ["unit,đã dùng,a,b", "x,gì đó,5,5", "x,,5,", "x,2,5,1"]
        #expect(Self.survey(#""filled": true"#).percent(rows, of: .question(1)) == "50")
    }

    /// An answer where none was asked for does not count, and is told once with the first place.
    @Test func answersThatNobodyAskedFor() throws {
        let survey = Self.survey(#""is": ["1"]"#)
        let rows = ["unit,đã dùng,a,b", "x,1,5,5", "x,0,5,1", "x,0,5,2", "x,0,5,"]
        #expect(survey.percent(rows, of: .question(1)) == "100")
        let findings = try #require(survey.read(rows)).findings
        #expect(findings.map(\.short) == ["survey.answersNotAsked 3:4"])
        #expect(findings.first?.details == [.count: .count(2)])
    }

    @Test func aFilterThatTheFileHasNot() throws {
        let findings = try #require(Self.survey(#""is": ["1"]"#).read(["unit,a,b", "x,5,5"])).findings
        #expect(findings.map(\.code) == ["table.missingColumn"])
    }

    /// Forms that are not finished do not count, whatever else is wrong with them; they are no forms that are left out.
    @Test func unfinishedForms() throws {
        let survey = UnevenSurvey(
            [#"{"code": "a", "text": "A"}"#],
            columns:
                #", "finished": [{"column": "status", "is": ["complete"]}, {"column": "ngày gửi", "filled": true}]"#)
        let rows = [
            "unit,status,ngày gửi,a", "x,Complete,2026-01-02,5", ",started,,7", "x,complete,,1",
            "x,complete,2026-01-03,1",
        ]
        #expect(survey.percent(rows) == "50")
        let reading = try #require(survey.read(rows))
        #expect(reading.findings.map(\.short) == ["survey.unfinishedForms 3"])
        #expect(reading.findings.first?.details == [.count: .count(2)])
        #expect(reading.files.map(\.rowsLeftOut) == [0])
        #expect(reading.files.map(\.rowsUnfinished) == [2])
        #expect(reading.tally?.rowCount == 2)
    }
}
