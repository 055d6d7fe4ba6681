import Survey
import TestSupport
import Testing
import Values

/// Tables of populations with one defect each, and what is said of them.
@Suite("Populations of margins")
struct SurveyPopulationsTests {
    /// A questionnaire that calibrates by sex and by service × sex, and its forms.
    static func questionnaire(_ calibration: String, design: Bool = true) throws -> Questionnaire {
        let text = """
            {"format": 1, "questionnaire": "r", "name": "R",
             "scale": {"levels": [{"code": "1", "label": "không"}, {"code": "2", "label": "có"}]},
             "columns": {"unit": "unit", "weight": "w", "domains": [{"code": "sex", "name": "S", "column": "sex"},
                         {"code": "service", "name": "D", "column": "service"}]},
             \(design ? #""design": {"stages": [{}]},"# : "") "calibration": \(calibration),
             "index": {"measure": "topShare", "topLevels": 1},
             "blocks": [{"code": "N", "name": "N", "factors": [{"code": "F", "name": "F", "questions": [
               {"code": "a", "text": "?"}]}]}]}
            """
        let (read, findings) = Questionnaire.read(file: "r.json", bytes: Array(text.utf8))
        return try #require(read, "\(findings)")
    }

    static let forms = "unit,sex,service,w,a\nA,nam,x,1,2\nA,nữ,x,1,1\nB,nam,y,2,2\nB,nữ,y,3,\nB,nữ,x,1,2\n"

    static func findings(_ calibration: String, _ populations: String?, forms: String = forms) throws -> [String] {
        let questionnaire = try questionnaire(calibration)
        let files = TemporaryFolder()
        let plan = try #require(questionnaire.calibration)
        let reading = AnswerReader(questionnaire).read([files.add(forms)])
        do {
            let units = UnitNames([(code: "A", name: "Xã A"), (code: "B", name: "Xã B")])
            let known = try populations.map {
                try SurveyPopulations(contentsOf: files.add($0), for: plan, units: units)
            }
            _ = try SurveyAnalysis(try #require(reading.tally), file: "a.csv", populations: known)
            return []
        } catch let error as FindingsError {
            return error.findings.map(\.code)
        }
    }

    private static let sex = #"{"method": "postStratify", "margins": ["sex"]}"#
    private static let both = #"{"method": "rake", "margins": ["sex", "service"]}"#
    private static let head = "variable;value;count"

    @Test(arguments: [
        (sex, "\(head)\nsex;nam;40\nsex;nữ;60\n", []),
        (sex, "\(head)\nsex;NAM;40\nsex;Nữ;60\n", []),
        (sex, "biến;giá trị;số người\nsex;nam;40\nsex;nữ;60\n", []),
        (sex, "\(head);unit\nsex;nam;40;Xã A\nsex;nữ;60;Xã A\nsex;nam;4;B\nsex;nữ;6;B\n", []),
        (sex, nil, ["survey.noPopulations"]),
        (sex, "\(head)\n", ["survey.noMargin"]),
        (sex, "\(head)\ntuoi;nam;40\n", ["survey.unknownVariable"]),
        (sex, "\(head)\nsex;nam;40\nsex;nam;60\n", ["survey.repeatedCategory"]),
        (sex, "\(head)\nsex;nam;0\nsex;nữ;60\n", ["survey.badPopulation"]),
        (sex, "\(head);unit\nsex;nam;40;A\nsex;nữ;60;\n", ["survey.mixedMargins"]),
        (sex, "\(head);unit\nsex;nam;40;C\n", ["survey.unknownPopulationUnit"]),
        (sex, "\(head);unit\nsex;nam;40;A\nsex;nữ;60;A\n", ["survey.unitWithoutPopulations"]),
        (sex, "\(head)\nsex;nam;40\n", ["survey.categoryWithoutPopulation"]),
        (sex, "\(head)\nsex;nam;40\nsex;nữ;60\nsex;khác;1\n", ["survey.categoryWithoutForms"]),
        (both, "\(head)\nsex;nam;40\nsex;nữ;60\n", ["survey.noMargin"]),
        (both, "\(head)\nsex;nam;40\nsex;nữ;60\nservice;x;50\nservice;y;51\n", ["survey.marginsDiffer"]),
        (both, "\(head)\nsex;nam;40\nsex;nữ;60\nservice;x;50\nservice;y;50\n", []),
        (
            #"{"method": "linear", "margins": ["sex", "service"]}"#,
            "\(head)\nsex;nam;1\nsex;nữ;99\nservice;x;99\nservice;y;1\n", ["survey.negativeWeights"]
        ),
        (
            #"{"method": "rake", "margins": ["unit", "service"]}"#,
            "\(head)\nunit;A;90\nunit;B;10\nservice;x;50\nservice;y;50\n", ["survey.marginsNotMet"]
        ),
        (
            #"{"method": "postStratify", "margins": ["service*sex"], "trim": {"least": 0.9, "most": 1.01}}"#,
            "\(head)\nservice*sex;x*nam;1\nservice*sex;x*nữ;10\nservice*sex;y*nam;10\nservice*sex;y*nữ;10\n",
            ["survey.noRoomForWeights"]
        ),
        (#"{"response": "service*sex"}"#, nil, ["survey.classWithoutAnswers"]),
    ])
    func table(calibration: String, populations: String?, expected: [String]) throws {
        #expect(try Self.findings(calibration, populations) == expected)
    }

    /// A tally that is made with another questionnaire of the same answers lacks what calibration divides by.
    @Test func aTallyMustBeDivided() throws {
        let plain = try Self.questionnaire(#"{"response": ""}"#)
        let asked = try Self.questionnaire(Self.sex)
        let files = TemporaryFolder()
        let tally = try #require(AnswerReader(plain).read([files.add(Self.forms)]).tally)
        let file = files.add(String(decoding: tally.file(), as: UTF8.self), "tally.csv")
        let read = try SurveyTally(file: file, bytes: tally.file(), questionnaire: asked)
        #expect(throws: FindingsError.self) { try SurveyAnalysis(read, file: file) }
        // One that is divided comes back as it was.
        let divided = try #require(AnswerReader(asked).read([files.add(Self.forms)]).tally)
        let again = try SurveyTally(file: "t.csv", bytes: divided.file(), questionnaire: asked)
        #expect(again.domains == ["sex", "*weight"])
        #expect(again.file() == divided.file())
    }

    /// Of five forms, one blank of weight 3: the other woman of B and that of A stand for her.
    @Test func thoseWhoAnsweredStandForTheOthers() throws {
        let questionnaire = try Self.questionnaire(#"{"response": "sex"}"#)
        let files = TemporaryFolder()
        let tally = try #require(AnswerReader(questionnaire).read([files.add(Self.forms)]).tally)
        let analysis = try SurveyAnalysis(tally, file: "a.csv")
        let classes = try #require(analysis.calibration).classes
        #expect(classes.map(\.values) == [["nam"], ["nữ"]])
        #expect(classes.map(\.forms) == [2, 3])
        #expect(classes.map(\.answered) == [2, 2])
        // Women weigh 1 + 3 + 1 = 5, and those who answered 2.
        #expect(classes.map(\.factor) == [1, 2.5])
        // Satisfied: men 1 + 2, and a woman of 2.5; of 8.
        #expect(abs((analysis.index(of: .question(0)).value ?? 0) - 5.5 / 8) < 1e-15)
    }
}
