import Scoring
import Values

/// Words that stand for a figure: a status, or yes and no.
enum FigureWord {
    private static let statuses: [(words: [String], figure: Figure?)] = [
        (["reported", "đã báo cáo", "có số liệu"], nil),
        (["notReported", "not reported", "chưa báo cáo", "chưa chấm"], .notReported),
        (["notApplicable", "not applicable", "n/a", "không áp dụng"], .notApplicable),
        (["awaited", "chờ khảo sát", "chờ kết quả khảo sát"], .awaited),
    ]
    private static let answers: [(words: [String], value: FixedDecimal)] = [
        (["có", "yes", "true", "đạt"], 1), (["không", "no", "false", "không đạt"], 0),
    ]

    private static let statusByWord: [String: Figure?] = Dictionary(
        statuses.flatMap { entry in entry.words.map { (VietnameseText.folded($0), entry.figure) } },
        uniquingKeysWith: { first, _ in first })
    private static let answerByWord: [String: FixedDecimal] = Dictionary(
        answers.flatMap { entry in entry.words.map { (VietnameseText.folded($0), entry.value) } },
        uniquingKeysWith: { first, _ in first })

    /// The words that people may write as a status, for messages.
    static var statusWords: [String] { statuses.flatMap { $0.words.suffix(1) } }

    /// The figure that a status says; `.some(nil)` for "reported", nil for a word that is no status.
    static func status(_ word: String) -> Figure?? {
        statusByWord[VietnameseText.folded(word)]
    }

    /// 1 for yes, 0 for no, nil for another word.
    static func answer(_ word: String) -> FixedDecimal? {
        answerByWord[VietnameseText.folded(word)]
    }
}
