import TestSupport
import Values

@testable import Survey

/// A questionnaire of a few questions on the usual five levels, with a unit, a weight and a domain column.
enum SmallSurvey {
    static func questionnaire(
        questions: Int, hasUnit: Bool = true, hasWeight: Bool = true, noAnswer: [String] = ["9", "KTL"],
        measure: String = "topShare"
    ) -> Questionnaire? {
        let list = (1...questions).map { #"{"code": "q\#($0)", "text": "Câu \#($0)"}"# }.joined(separator: ", ")
        let labels = ["Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng"]
        let levels = labels.enumerated().map { #"{"code": "\#($0 + 1)", "label": "\#($1)"}"# }
        let text = """
            {"format": 1, "questionnaire": "small", "name": "Small",
             "scale": {"levels": [\(levels.joined(separator: ", "))],
                       "noAnswer": [\(noAnswer.map { "\"\($0)\"" }.joined(separator: ", "))]},
             "columns": {\(hasUnit ? #""unit": "xã", "# : "")\(hasWeight ? #""weight": "trọng số", "# : "")
                         "domains": [{"code": "service", "name": "Dịch vụ", "column": "thủ tục"}]},
             "blocks": [{"code": "B", "name": "B", "factors": [{"code": "F", "name": "F", "questions": [\(list)]}]}],
             "index": {"measure": "\(measure)", "topLevels": 2}}
            """
        return Questionnaire.read(file: "small.json", bytes: Array(text.utf8)).questionnaire
    }

    static let units = UnitNames([
        (code: "u1", name: "Phước Hòa"), (code: "u2", name: "Tân Lập"), (code: "u3", name: "Xã \"Mới\", vùng cao"),
    ])

    static func options(threads: Int = 1, domains: [String] = []) -> AnswerOptions {
        var options = AnswerOptions()
        options.threads = threads
        options.judgesWhole = false
        options.units = units
        options.domains = domains
        return options
    }

    /// Reads one text as a file.
    static func read(
        _ bytes: [UInt8], questions: Int = 2, hasUnit: Bool = true, hasWeight: Bool = true,
        options: AnswerOptions = SmallSurvey.options()
    ) -> AnswerReading? {
        guard let questionnaire = questionnaire(questions: questions, hasUnit: hasUnit, hasWeight: hasWeight) else {
            return nil
        }
        let files = TemporaryFolder()
        return AnswerReader(questionnaire, options: options).read([files.add(bytes)])
    }

    static func read(
        _ text: String, questions: Int = 2, hasUnit: Bool = true, hasWeight: Bool = true,
        options: AnswerOptions = SmallSurvey.options()
    ) -> AnswerReading? {
        read(Array(text.utf8), questions: questions, hasUnit: hasUnit, hasWeight: hasWeight, options: options)
    }
}

/// Some bytes repeated many times.
func repeated(_ bytes: [UInt8], _ count: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * count)
    for _ in 0..<count { result += bytes }
    return result
}

/// A finding as `code row:column`, omitting what is missing.
extension Finding {
    var short: String {
        var text = code
        if let line = location.line { text += " \(line)" }
        if let column = location.column { text += ":\(column)" }
        return text
    }
}
