import Foundation
import Reporting
import TestSupport
import Testing

@testable import score_cli

/// Exports of form tools go through `survey init`, `check` and `survey`.
@Suite struct SurveyInitCommandTests {
    private static let exports = Repository.path("Tests/SurveyTests/Exports/")

    /// A folder whose survey is an export, with the units that it names.
    private static func folder(_ export: String, units: [String]) throws -> (files: TemporaryFolder, draft: ExitCode) {
        let files = TemporaryFolder()
        files.addSurveyed(units: units.enumerated().map { ("u\($0 + 1)", $1) }, answers: "answers.csv")
        files.add(try Data(contentsOf: URL(fileURLWithPath: exports + export)), "answers.csv")
        let exit = CommandLineTool.run(
            ["survey", "init", files.path("answers.csv"), "--output", files.path("questionnaire.json"), "--quiet"])
        return (files, exit)
    }

    @Test(arguments: [
        ("google-forms.csv", ["Xã A", "Xã B"], " 76,47"), ("kobotoolbox.csv", ["xa_a", "xa_b"], " 63,64"),
        ("odk-central.csv", ["a", "b"], " 66,67"), ("limesurvey.csv", ["xa-a", "xa-b"], " 75"),
        ("surveymonkey.csv", ["A", "B"], " 66,67"), ("spss.csv", ["101", "102"], " 70,58"),
    ])
    func exportsGoThrough(export: String, units: [String], percent: String) throws {
        let (files, exit) = try Self.folder(export, units: units)
        #expect(exit == .done)
        #expect(CommandLineTool.run(["check", files.path, "--quiet"]) == .done)
        let report = commandOutput(["survey", files.path, "--lang", "vi"])
        #expect(report.exit == .done)
        let all = report.text.split(separator: "\n").first { $0.hasPrefix("Tất cả") }
        #expect(all?.contains(percent) == true, "\(report.text)")
        #expect(report.text.contains("\nCâu hỏi chọn nhiều\n") || report.text.contains("CÂU HỎI CHỌN NHIỀU"))
    }

    @Test func refusedInputWritesNothing() {
        let files = TemporaryFolder()
        let path = files.add("Xã,Góp ý\nA,cần thêm ghế\n")
        let output = files.path("questionnaire.json")
        #expect(CommandLineTool.run(["survey", "init", path, "--output", output, "--quiet"]) == .failed)
        #expect(files.bytes("questionnaire.json") == nil)
    }

    /// Databases cannot do what such questionnaires ask for: there is an error and no statement.
    @Test func unevenQuestionnairesAreNoSQL() throws {
        let (files, _) = try Self.folder("kobotoolbox.csv", units: ["xa_a", "xa_b"])
        let output = commandOutput(["survey", "sql", "--questionnaire", files.path("questionnaire.json")])
        #expect(output.exit == .failed && output.text.isEmpty)
    }
}
