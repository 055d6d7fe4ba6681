package import Documents
internal import Words
package import Survey
internal import Values

/// What the commands of surveys say beside their results.
package enum SurveyMessages {
    package static let noSurvey = Wording(
        vi:
            "score-cli: Đợt đánh giá không có khảo sát. Hãy ghi files.survey (questionnaire, answers) trong "
            + "assessment.json.",
        en: "score-cli: The assessment has no survey. State files.survey (questionnaire, answers) in assessment.json.")

    package static let awaited = Wording(
        vi: "score-cli: Chưa có phiếu trả lời nào dùng được: khảo sát vẫn đang chờ.",
        en: "score-cli: No usable answers are in: the survey is awaited.")

    package static let tooManyColumns = Wording(
        vi: "score-cli: Phiếu có quá nhiều câu hỏi: kết quả sẽ có hơn 1664 cột, PostgreSQL không cho.",
        en: "score-cli: Too many questions: the result would have more than 1664 columns, which PostgreSQL has not.")

    /// What was read of a file.
    package static func read(_ file: AnswerFile, in language: Language) -> String {
        let numbers = NumberWords(language)
        func count(_ value: Int) -> String { numbers.text(FixedDecimal(exactly: value) ?? .zero) }
        var text =
            language == .vi
            ? "\(file.file): \(count(file.rows)) dòng, bỏ \(count(file.rowsLeftOut)) dòng, "
                + "\(count(file.unknownAnswers)) câu trả lời không hợp lệ."
            : "\(file.file): \(count(file.rows)) rows, \(count(file.rowsLeftOut)) left out, "
                + "\(count(file.unknownAnswers)) answers not valid."
        if !file.unusedColumns.isEmpty {
            let names = CleanText.cut(CleanText.line(file.unusedColumns.joined(separator: ", ")), at: 120)
            text += language == .vi ? " Cột không dùng: \(names)." : " Columns not used: \(names)."
        }
        return text
    }
}
