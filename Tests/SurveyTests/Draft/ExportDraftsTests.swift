import TestSupport
import Testing
import Values

@testable import Survey

/// Exports of form tools (Exports/README.md) become questionnaires that read them, with the listed doubts and no other.
@Suite struct ExportDraftsTests {
    /// What an export must become.
    struct Expected: Sendable, CustomTestStringConvertible {
        let file: String
        let tool: ExportTool
        /// Forms that count, questions on scales, questions with several answers.
        let forms, questions, multiples: Int
        let doubts: [DraftFinding]
        /// The index of all in percent, and the shares of choices, worked out by hand.
        let percent: String
        let chosen: [String]
        let domains: [String]

        var testDescription: String { file }
    }

    private static let whole: [DraftFinding] = [.noDesign, .topLevels, .factorsSupposed]

    static let exports = [
        Expected(
            file: "google-forms.csv", tool: .googleForms, forms: 6, questions: 3, multiples: 1,
            doubts: whole + [.fieldWorkSupposed, .severalAnswers, .unusedColumns], percent: "76.470588",
            chosen: ["60", "40", "60"], domains: ["Giới tính"]),
        Expected(
            file: "kobotoolbox.csv", tool: .kobo, forms: 4, questions: 3, multiples: 1,
            doubts: whole + [.fieldWorkSupposed, .numbersOnly, .noAnswerSupposed, .severalAnswers, .unusedColumns],
            percent: "63.636364",
            chosen: ["50", "50", "25"], domains: ["gioi"]),
        Expected(
            file: "odk-central.csv", tool: .odk, forms: 3, questions: 3, multiples: 1,
            doubts: whole + [.fieldWorkSupposed, .severalAnswers],
            percent: "66.666667", chosen: ["100", "33.333333", "33.333333"], domains: ["gioi_tinh"]),
        Expected(
            file: "limesurvey.csv", tool: .limeSurvey, forms: 4, questions: 4, multiples: 1,
            doubts: whole + [.topLevels, .fieldWorkSupposed, .severalAnswers, .unusedColumns], percent: "75",
            chosen: ["50", "50", "25"], domains: ["GIOI"]),
        Expected(
            file: "surveymonkey.csv", tool: .surveyMonkey, forms: 4, questions: 3, multiples: 1,
            doubts: whole + [.fieldWorkSupposed, .severalAnswers, .unusedColumns], percent: "66.666667",
            chosen: ["50", "50", "25"],
            domains: []),
        Expected(
            file: "spss.csv", tool: .spss, forms: 6, questions: 4, multiples: 1,
            doubts: whole + [.topLevels, .numbersOnly, .numbersOnly, .noAnswerSupposed, .severalAnswers],
            percent: "70.575989", chosen: ["61.80758", "38.19242", "38.19242"], domains: ["gioi_tinh"]),
    ]

    @Test(arguments: exports)
    func exportsBecomeQuestionnaires(expected: Expected) throws {
        let path = Repository.path("Tests/SurveyTests/Exports/" + expected.file)
        let draft = try QuestionnaireDraft(contentsOf: path)
        #expect(draft.tool == expected.tool)
        #expect(draft.counts.questions == expected.questions && draft.counts.multiples == expected.multiples)
        let doubts = draft.doubts.map(\.code).filter { $0.hasPrefix("draft.") }
        #expect(doubts.sorted() == expected.doubts.map(\.rawValue).sorted())

        // The draft is a questionnaire without a finding, and reads the export without one of its answers.
        let (questionnaire, findings) = Questionnaire.read(file: "draft.json", bytes: Array(draft.text.utf8))
        #expect(findings.isEmpty, "\(findings) \(draft.text)")
        let survey = try #require(questionnaire)
        #expect(survey.columns.domains.map(\.name.vi) == expected.domains)
        #expect(survey.columns.unit != nil)
        let reading = AnswerReader(survey).read([path])
        let allowed = ["survey.unfinishedForms", "table.headingFound"]
        #expect(reading.findings.filter { !allowed.contains($0.code) }.isEmpty, "\(reading.findings)")
        let tally = try #require(reading.tally)
        #expect(tally.rowCount == expected.forms && tally.units.count == 2)
        let analysis = try SurveyAnalysis(tally, file: path)
        let total = analysis.index(of: .group(survey.groups.count - 1), units: nil, as: nil)
        #expect(total.percent?.text() == expected.percent)
        let chosen = survey.choices.map { analysis.index(of: .question($0), units: nil, as: nil).percent?.text() }
        #expect(chosen == expected.chosen)
    }

    /// With a limit added, forms are judged by the columns that the draft took: all of them come before that day.
    @Test(arguments: exports.filter { $0.doubts.contains(.fieldWorkSupposed) })
    func momentsOfFormsAreRead(expected: Expected) throws {
        let path = Repository.path("Tests/SurveyTests/Exports/" + expected.file)
        let draft = try QuestionnaireDraft(contentsOf: path)
        let text = draft.text.replacing(#""fieldwork": {"#, with: #""fieldwork": {"from": "2031-01-01", "#)
        let survey = try #require(Questionnaire.read(file: "draft.json", bytes: Array(text.utf8)).questionnaire)
        let check = try FieldCheck([path], survey, options: AnswerOptions(), questionnaireFile: "draft.json")
        #expect(check.total.forms == expected.forms && check.total.broken[.outsidePeriod] == expected.forms)
        #expect(!check.findings.map(\.code).contains("survey.badMoment"))
    }

    /// A workbook as offices keep it: a title, names of groups over the questions.
    @Test func workbooksWithGroupsOverTheQuestions() throws {
        func row(_ texts: String...) -> [TestBook.Cell] { texts.map { $0.isEmpty ? .blank : .text($0) } }
        let book = TestBook(
            (
                "Phiếu",
                [
                    1: row("KẾT QUẢ KHẢO SÁT"), 3: row("", "", "A. Tiếp cận", "", "B. Công chức", ""),
                    4: row("Xã", "Giới tính", "Biển chỉ dẫn", "Ghế ngồi", "Thái độ", "Hướng dẫn"),
                    5: row("Xã A", "Nam", "Hài lòng", "Rất hài lòng", "Bình thường", "Hài lòng"),
                    6: row("Xã A", "Nữ", "Không hài lòng", "Hài lòng", "Hài lòng", "Rất hài lòng"),
                    7: row("Xã B", "Nam", "Rất không hài lòng", "Bình thường", "Hài lòng", "Hài lòng"),
                    8: row("Xã B", "Nữ", "Hài lòng", "Hài lòng", "Rất hài lòng", "Hài lòng"),
                ]
            ))
        let files = TemporaryFolder()
        let path = files.add(book.bytes, "phieu.xlsx")
        let draft = try QuestionnaireDraft(contentsOf: path)
        #expect(draft.counts.questions == 4)
        let survey = try #require(Questionnaire.read(file: "draft.json", bytes: Array(draft.text.utf8)).questionnaire)
        #expect(survey.blocks.first?.factors.map(\.name.vi) == ["A. Tiếp cận", "B. Công chức"])
        let tally = try #require(AnswerReader(survey).read([path]).tally)
        let total = try SurveyAnalysis(tally, file: "").index(of: .group(survey.groups.count - 1), units: nil, as: nil)
        // 12 of 16 answers.
        #expect(total.percent?.text() == "75")
    }
}
