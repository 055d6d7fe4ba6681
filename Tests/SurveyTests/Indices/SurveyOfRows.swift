import Survey
import TestSupport
import Testing
import Values

/// A survey of a few rows, written as text.
struct SurveyOfRows {
    /// Keys of the questionnaire other than its scale and its questions `a` (factor F), `b` (factor G), `c` (factor H).
    var design: String?
    var index = #""measure": "topShare", "topLevels": 2"#
    var minimumCount = 0
    var heading = "unit,stratum,village,weight,a,b"
    var rows: [String]
    /// The weight of each factor, of which there are two or three.
    var weights = ["1", "1"]
    var blockWeight = "1"
    /// Whether the column of weights is one.
    var hasWeights = true
    /// Further keys of the questionnaire, each followed by a comma.
    var keys = ""
    /// The findings that reading may have, by code.
    var expected: [String] = []

    /// The questionnaire, nil where it is refused, and what is found.
    var questionnaire: (questionnaire: Questionnaire?, findings: [Finding]) {
        let levels = ["một", "hai", "ba", "bốn", "năm"].enumerated()
            .map { #"{"code": "\#($0.offset + 1)", "label": "\#($0.element)"}"# }
        let factors = zip([("F", "a"), ("G", "b"), ("H", "c")], weights).map { names, weight in
            #"{"code": "\#(names.0)", "name": "\#(names.0)", "questions": [{"code": "\#(names.1)", "text": "?"}]"#
                + #", "weight": \#(weight)}"#
        }
        let text = """
            {"format": 1, "questionnaire": "small", "name": "Small",
             "scale": {"levels": [\(levels.joined(separator: ", "))]},
             "columns": {"unit": "unit"\(hasWeights ? #", "weight": "weight""# : "")},
             \(design.map { "\"design\": \($0)," } ?? "") \(keys)
             "blocks": [{"code": "B", "name": "B", "weight": \(blockWeight), "factors": [\(factors.joined(separator: ", "))]}],
             "index": {\(index)}, "minimumCount": \(minimumCount)}
            """
        return Questionnaire.read(file: "small.json", bytes: Array(text.utf8))
    }

    func analysis() throws -> SurveyAnalysis {
        let (read, findings) = questionnaire
        let questionnaire = try #require(read, "\(findings)")
        let files = TemporaryFolder()
        let file = files.add(([heading] + rows).joined(separator: "\n") + "\n")
        let reading = AnswerReader(questionnaire).read([file])
        #expect(reading.findings.map(\.code) == expected, "\(reading.findings)")
        return try SurveyAnalysis(try #require(reading.tally), file: file)
    }

    /// Villages drawn within strata.
    static let villages = #"{"stages": [{"stratum": "stratum", "cluster": "village"}]}"#
}
