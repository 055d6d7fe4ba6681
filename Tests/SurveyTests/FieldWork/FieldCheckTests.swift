import TestSupport
import Testing
import Values

@testable import Survey

/// Forms that break the rules of field work (Field/answers.csv), counted by hand.
@Suite struct FieldCheckTests {
    private static let folder = Repository.path("Tests/SurveyTests/Field/")
    private static let answers = folder + "answers.csv"

    private func questionnaire(drop: String = "") throws -> Questionnaire {
        var text = String(decoding: try Repository.data("Tests/SurveyTests/Field/questionnaire.json"), as: UTF8.self)
        if !drop.isEmpty { text = text.replacing(#""from":"#, with: #""drop": [\#(drop)], "from":"#) }
        let (questionnaire, findings) = Questionnaire.read(file: "q.json", bytes: Array(text.utf8))
        #expect(findings.isEmpty)
        return try #require(questionnaire)
    }

    private func check(_ files: [String] = [answers]) throws -> FieldCheck {
        try FieldCheck(files, questionnaire(), options: AnswerOptions(), questionnaireFile: "q.json")
    }

    private func text(_ counts: [FieldCheck.Count]) -> [String] {
        counts.map { count in
            let broken = FieldRule.allCases.map { String(count.broken[$0] ?? 0) }.joined(separator: " ")
            return "\(count.name ?? "*") \(count.forms): \(broken), \(count.any)"
        }
    }

    /// Too fast, the same answers, a burst, outside the period; then any of them.
    @Test func countsByUnitAndInterviewer() throws {
        let check = try check()
        #expect(text([check.total]) == ["* 10: 2 2 3 1, 6"])
        #expect(text(check.units) == ["A 5: 1 1 3 0, 4", "B 5: 1 1 0 1, 2"])
        #expect(text(check.interviewers) == ["d1 4: 1 0 0 1, 2", "d2 3: 0 1 3 0, 3", "d3 3: 1 1 0 0, 1"])
        #expect(check.findings.map(\.short) == ["survey.badMoment 11:4"])
    }

    @Test func indicesWithoutThem() throws {
        let effects = try check().effects
        #expect(effects.map(\.unit) == [nil, "A", "B"])
        #expect(effects.map { $0.all.percent?.text() } == ["69.387755", "80", "58.333333"])
        #expect(effects.map { $0.without?.percent?.text() } == ["68.421053", "80", "64.285714"])
        #expect(effects.map { $0.change?.text() } == ["-0.966702", "0", "5.952381"])
    }

    /// Nothing is dropped unless the questionnaire says so, and then it is said.
    @Test func formsAreDroppedByAStatedRuleOnly() throws {
        let all = AnswerReader(try questionnaire()).read([Self.answers])
        #expect(all.tally?.rowCount == 10 && all.findings.isEmpty)
        let some = AnswerReader(try questionnaire(drop: #""tooFast""#)).read([Self.answers])
        #expect(some.tally?.rowCount == 8)
        #expect(some.findings.map(\.code).sorted() == ["survey.badMoment", "survey.droppedForms"])
        let dropped = try #require(some.findings.first { $0.code == "survey.droppedForms" })
        #expect(dropped.short == "survey.droppedForms 3")
        #expect(dropped.details == [.count: .count(2), .found: .names(["tooFast"])])
    }

    /// Two files are one survey: a burst may begin in one and end in the other.
    @Test func burstsOverFiles() throws {
        let rows = String(decoding: try Repository.data("Tests/SurveyTests/Field/answers.csv"), as: UTF8.self)
            .split(separator: "\n").map { String($0) }
        let files = TemporaryFolder()
        let parts = [Array(rows[..<4]), [rows[0]] + rows[4...]].enumerated().map {
            files.add($1.joined(separator: "\n") + "\n", "\($0).csv")
        }
        #expect(text([try check(parts).total]) == ["* 10: 2 2 3 1, 6"])
    }

    @Test func aQuestionnaireWithoutRules() throws {
        let survey = UnevenSurvey([#"{"code": "a", "text": "A"}"#])
        #expect(throws: FindingsError.self) {
            try FieldCheck(
                [Self.answers], #require(survey.questionnaire), options: AnswerOptions(), questionnaireFile: "")
        }
    }
}
