import TestSupport
import Testing

@testable import Survey

/// A questionnaire with everything that a tally depends on, rows that fit it, and tallies of them.
enum TallySamples {
    static let heading = "commune,sex,stratum,village,villages,people,weight,q1,q2,q3"

    /// - Parameter code: The survey's code; a different one makes a different survey.
    static func questionnaire(
        code: String = "khao-sat", spelling: String = "tốt", columns: String = #""weight": "weight""#,
        questions: [String] = ["q1", "q2", "q3"]
    ) throws -> Questionnaire {
        let list = questions.enumerated().map { index, code in
            let column = questions.count == 3 ? code : "column \(index)"
            return #"{"code": "\#(code)", "text": "Câu hỏi", "column": "\#(column)"}"#
        }
        let text = #"""
            {"format": 1, "questionnaire": "\#(code)", "name": "Khảo sát",
             "scale": {"levels": [{"code": "1", "label": "Không hài lòng"}, {"code": "2", "label": "Bình thường"},
               {"code": "3", "label": "Hài lòng", "spellings": ["\#(spelling)"]}], "noAnswer": ["99"]},
             "columns": {"unit": "commune", "domains": [{"code": "sex", "name": "Giới", "column": "sex"}], \#(columns)},
             "design": {"stages": [{"stratum": "stratum", "cluster": "village", "population": "villages"},
               {"population": "people"}]},
             "blocks": [{"code": "B", "name": "B", "factors": [
               {"code": "F", "name": "F", "questions": [\#(list.dropLast().joined(separator: ", "))]},
               {"code": "G", "name": "G", "questions": [\#(list.suffix(1).joined())]}]}],
             "index": {"measure": "topShare", "topLevels": 1, "combination": "questions"}}
            """#
        let reading = Questionnaire.read(file: "questionnaire.json", bytes: Array(text.utf8))
        return try #require(reading.questionnaire, "\(reading.findings)")
    }

    /// Rows with weights of six decimals, answers that are not on the scale and unusable rows.
    static func rows(_ count: Int, _ dice: inout some RandomNumberGenerator) -> [String] {
        (0..<count).map { _ in
            let stratum = Int.random(in: 1...2, using: &dice)
            let village = Int.random(in: 1...4, using: &dice)
            let weight =
                Int.random(in: 0..<40, using: &dice) == 0
                ? "0" : "\(Int.random(in: 1...9, using: &dice)).\(Int.random(in: 100_000...999_999, using: &dice))"
            let answers = (0..<3).map { _ in
                ["1", "2", "3", "3", "tốt", "99", "", "7"].randomElement(using: &dice) ?? ""
            }
            let commune = ["Xã Phước Hòa", "\"Xã An, cũ\"", ""].randomElement(using: &dice) ?? ""
            let sex = Bool.random(using: &dice) ? "nam" : "nữ"
            return "\(commune),\(sex),s\(stratum),v\(village),\(10 + stratum),\(100 + village),\(weight),"
                + answers.joined(separator: ",")
        }
    }

    /// The tally of rows, by way of a file.
    static func tally(
        _ rows: [String], _ questionnaire: Questionnaire, domains: [String] = ["sex"]
    ) throws -> SurveyTally {
        let files = TemporaryFolder()
        let path = files.add(([heading] + rows).joined(separator: "\n") + "\n")
        var options = AnswerOptions()
        options.domains = domains
        return try #require(AnswerReader(questionnaire, options: options).read([path]).tally)
    }
}
