import Testing
import Values

@testable import Survey

@Suite("Several answers to one question")
struct SeveralAnswersTests {
    private static let questions = [#"{"code": "a", "text": "A"}"#]

    private static func inOneCell(_ separators: String, other: Bool = false) -> UnevenSurvey {
        UnevenSurvey(
            questions,
            more: #"""
                "multiple": [{"code": "kenh", "text": "Biết qua đâu?", "column": "kênh", "separators": [\#(separators)],
                  "choices": [{"code": "1", "label": "Trang web"}, {"code": "2", "label": "Loa, đài xã"},
                              {"code": "3", "label": "Người quen"}\#(other ? #", {"code": "khac", "label": "Khác", "other": true}"# : "")]}],
                """#)
    }

    /// Who answered at all has chosen or not: two of three chose the web, one of three the loudspeaker, two the friends.
    private func check(_ survey: UnevenSurvey, _ rows: [String]) throws {
        let reading = try #require(survey.read(rows))
        #expect(reading.findings.isEmpty)
        let analysis = try SurveyAnalysis(try #require(reading.tally), file: "")
        let chosen = [1, 2, 3].map { analysis.index(of: .question($0), units: nil, as: nil).percent?.text() }
        #expect(chosen == ["66.666667", "33.333333", "66.666667"])
        let total = analysis.index(of: .group(2), units: nil, as: nil)
        #expect(total.answers == 4 && total.percent?.text() == "75")
        #expect(survey.questionnaire?.questions.map(\.code) == ["a", "kenh.1", "kenh.2", "kenh.3"])
    }

    @Test func inOneCellBySeparators() throws {
        let rows = ["unit;kênh;a", #"x;"1;3";5"#, "x;;4", "x;Người quen;1", #"x;"trang web; 2";5"#]
        try check(Self.inOneCell(#"";""#), rows)
    }

    /// Kobo separates codes by spaces; Google's sheets separate labels by commas, which may stand in a label, too.
    @Test func inOneCellBySpacesOrCommas() throws {
        try check(Self.inOneCell(#"" ""#), ["unit;kênh;a", "x;1 3;5", "x;;4", "x;3;1", "x;1 2;5"])
        try check(
            Self.inOneCell(#"", ""#),
            ["unit;kênh;a", "x;Trang web, Người quen;5", "x;;4", "x;Người quen;1", "x;Trang web, Loa, đài xã;5"])
    }

    @Test func inAColumnEach() throws {
        let survey = UnevenSurvey(
            Self.questions,
            more: #"""
                "multiple": [{"code": "kenh", "text": "Biết qua đâu?",
                  "choices": [{"code": "1", "label": "Trang web", "column": "k1"},
                              {"code": "2", "label": "Loa, đài xã", "column": "k2"},
                              {"code": "3", "label": "Người quen", "column": "k3"}]}],
                """#)
        // Of the second form nothing is marked: the question is not answered.
        try check(survey, ["unit;k1;k2;k3;a", "x;1;0;1;5", "x;;;;4", "x;No;;Yes;1", "x;Trang web;Loa, đài xã;;5"])
        let findings = try #require(survey.read(["unit;k1;k2;k3;a", "x;1;7;0;5"])).findings
        #expect(findings.map(\.short) == ["survey.unknownAnswer 2:3"])
    }

    @Test func whatIsNoChoice() throws {
        let rows = ["unit;kênh;a", #"x;"1;Báo";5"#]
        let findings = try #require(Self.inOneCell(#"";""#).read(rows)).findings
        #expect(findings.map(\.short) == ["survey.unknownAnswer 2:2"])
        #expect(findings.first?.details[.expected] == .names(["1", "2", "3"]))
        let other = Self.inOneCell(#"";""#, other: true)
        #expect(try #require(other.read(rows)).findings.isEmpty)
        #expect(other.percent(rows, of: .question(4)) == "100")
        #expect(other.percent(rows, of: .question(2)) == "0")
    }
}
