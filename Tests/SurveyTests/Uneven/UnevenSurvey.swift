import TestSupport
import Values

@testable import Survey

/// A questionnaire whose questions are not all read alike, and its answers.
struct UnevenSurvey {
    let questionnaire: Questionnaire?
    let findings: [Finding]

    /// - Parameters:
    ///   - questions: The questions of the only factor, as JSON.
    ///   - more: Further keys of the questionnaire, each followed by a comma.
    ///   - scale: Further keys of the usual scale, each after a comma.
    init(
        _ questions: [String], more: String = "", scale: String = "", columns: String = "", measure: String = "topShare"
    ) {
        let labels = ["Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng"]
        let levels = labels.enumerated().map { #"{"code": "\#($0 + 1)", "label": "\#($1)"}"# }
        let top = measure == "meanScore" ? "" : #", "topLevels": 2"#
        let text = """
            {"format": 1, "questionnaire": "uneven", "name": "Uneven", \(more)
             "scale": {"levels": [\(levels.joined(separator: ", "))]\(scale)},
             "columns": {"unit": "unit"\(columns)},
             "blocks": [{"code": "B", "name": "B", "factors": [
               {"code": "F", "name": "F", "questions": [\(questions.joined(separator: ", "))]}]}],
             "index": {"measure": "\(measure)"\(top)}}
            """
        (questionnaire, findings) = Questionnaire.read(file: "uneven.json", bytes: Array(text.utf8))
    }

    /// Reads the rows below a heading.
    func read(_ rows: [String]) -> AnswerReading? {
        guard let questionnaire else { return nil }
        let files = TemporaryFolder()
        var options = AnswerOptions()
        options.judgesWhole = false
        return AnswerReader(questionnaire, options: options).read([files.add(rows.joined(separator: "\n") + "\n")])
    }

    /// The index of a part in percent, to two decimals.
    func percent(_ rows: [String], of part: SurveyIndex.Part? = nil) -> String? {
        guard let questionnaire, let tally = read(rows)?.tally,
            let analysis = try? SurveyAnalysis(tally, file: "answers.csv")
        else { return nil }
        let index = analysis.index(of: part ?? .group(questionnaire.groups.count - 1), units: nil, as: nil)
        return index.percent?.rounded(Rounding(.halfAwayFromZero, digits: 2)).map { $0.text() }
    }
}
