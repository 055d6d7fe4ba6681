import Foundation
import Documents
import Survey
import Values
import Words

// Reads a questionnaire and its answers, computes an index with its error, and prints it in Vietnamese.

let data = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Data").standardized.path
let (questionnaire, findings) = Questionnaire.read(contentsOf: data + "/questionnaire.json")
for finding in findings { print(finding.line.text(.vi)) }
guard let questionnaire else { exit(1) }

// Only sums over the rows are kept. What cannot be used is left out and reported with its row and column.
let reading = AnswerReader(questionnaire).read([data + "/answers.csv"])
for finding in reading.findings { print(finding.line.text(.vi)) }
guard let tally = reading.tally else { exit(1) }

let analysis = try SurveyAnalysis(tally, file: "answers.csv")
let language = Language.vi
func text(_ number: Double) -> String {
    FixedDecimal(nearest: number * 100, digits: 2).map { language.text($0, digits: 2) } ?? "–"
}
for (position, question) in questionnaire.questions.enumerated() {
    let index = analysis.index(of: .question(position))
    guard let value = index.value, let error = index.estimate?.standardError,
        let lower = index.estimate?.lower, let upper = index.estimate?.upper
    else { continue }
    print(
        """
        \(question.text.vi)
          Hài lòng: \(text(value)) % của \(index.people) người
          Sai số chuẩn: \(text(error)) điểm phần trăm
          Khoảng tin cậy 95 %: \(text(lower)) % … \(text(upper)) %
        """)
}
