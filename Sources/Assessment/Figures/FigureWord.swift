package import Scoring
package import Values

/// Words that stand for a figure: a status, or yes and no.
package enum FigureWord {
    private static let statuses: [(words: [String], figure: Figure?)] = [
        (["reported", "có số liệu", "đã báo cáo"], nil),
        (["notReported", "not reported", "chưa chấm", "chưa báo cáo"], .notReported),
        (["notApplicable", "not applicable", "n/a", "không phát sinh", "không áp dụng"], .notApplicable),
        (["awaited", "not due", "chờ kết quả khảo sát", "chưa đến hạn", "chờ khảo sát"], .awaited),
        (["notPublished", "not published", "không công bố"], .notPublished),
    ]
    private static let answers: [(words: [String], value: FixedDecimal)] = [
        (["có", "yes", "true", "đạt"], 1), (["không", "no", "false", "không đạt"], 0),
    ]

    private static let progress: [(words: [String], value: FixedDecimal)] = [
        (["hoàn thành đúng hạn", "done in time"], 2), (["hoàn thành trễ hạn", "done late"], 1),
        (["chưa hoàn thành", "not done"], 0),
    ]

    private static let statusByWord: [String: Figure?] = Dictionary(
        statuses.flatMap { entry in entry.words.map { (VietnameseText.folded($0), entry.figure) } },
        uniquingKeysWith: { first, _ in first })
    private static let answerByWord: [String: FixedDecimal] = Dictionary(
        answers.flatMap { entry in entry.words.map { (VietnameseText.folded($0), entry.value) } },
        uniquingKeysWith: { first, _ in first })

    private static let progressByWord: [String: FixedDecimal] = Dictionary(
        progress.flatMap { entry in entry.words.map { (VietnameseText.folded($0), entry.value) } },
        uniquingKeysWith: { first, _ in first })

    /// The words that people may write as a status, for messages.
    static var statusWords: [String] { statuses.flatMap { $0.words.suffix(1) } }

    /// The figure that a status says; `.some(nil)` for "reported", nil for a word that is no status.
    package static func status(_ word: String) -> Figure?? {
        statusByWord[VietnameseText.folded(word)]
    }

    /// The number that a word stands for: 1 for yes and 0 for no, what was done about a task; nil for another word or
    /// another kind of metric.
    package static func answer(_ word: String, for kind: Metric.Kind) -> FixedDecimal? {
        switch kind {
        case .yesNo: answerByWord[VietnameseText.folded(word)]
        case .task: progressByWord[VietnameseText.folded(word)]
        case .percent, .count, .amount, .points: nil
        }
    }

    /// Whether a word stands for a number of some kind of metric.
    static func isAnswer(_ word: String) -> Bool {
        let key = VietnameseText.folded(word)
        return answerByWord[key] != nil || progressByWord[key] != nil
    }
}
