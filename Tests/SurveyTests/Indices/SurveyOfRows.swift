import Foundation
import Survey
import Testing

/// A survey of a few rows, written as text.
struct SurveyOfRows {
    /// Keys of the questionnaire beside its scale and two questions `a` (factor F) and `b` (factor G).
    var design: String?
    var index = #""measure": "topShare", "topLevels": 2"#
    var minimumCount = 0
    var heading = "unit,stratum,village,weight,a,b"
    var rows: [String]

    func analysis() throws -> SurveyAnalysis {
        let levels = ["một", "hai", "ba", "bốn", "năm"].enumerated()
            .map { #"{"code": "\#($0.offset + 1)", "label": "\#($0.element)"}"# }
        let text = """
            {"format": 1, "questionnaire": "small", "name": "Small",
             "scale": {"levels": [\(levels.joined(separator: ", "))]},
             "columns": {"unit": "unit", "weight": "weight"},
             \(design.map { "\"design\": \($0)," } ?? "")
             "blocks": [{"code": "B", "name": "B", "factors": [
               {"code": "F", "name": "F", "questions": [{"code": "a", "text": "A"}]},
               {"code": "G", "name": "G", "questions": [{"code": "b", "text": "B"}]}]}],
             "index": {\(index)}, "minimumCount": \(minimumCount)}
            """
        let (read, findings) = Questionnaire.read(file: "small.json", bytes: Array(text.utf8))
        let questionnaire = try #require(read, "\(findings)")
        let file = FileManager.default.temporaryDirectory.appending(path: "small-\(UUID().uuidString).csv")
        try ([heading] + rows).joined(separator: "\n").appending("\n")
            .write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let reading = AnswerReader(questionnaire).read([file.path])
        #expect(reading.findings.isEmpty, "\(reading.findings)")
        return try SurveyAnalysis(try #require(reading.tally), file: file.path)
    }

    /// Villages drawn within strata.
    static let villages = #"{"stages": [{"stratum": "stratum", "cluster": "village"}]}"#
}
