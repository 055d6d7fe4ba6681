package import Scoring
internal import Tables
package import Values

/// Words that stand for a number: yes and no, task progress.
package enum FigureWord {
    private static let answerWords: [([String], FixedDecimal)] = [
        (["có", "yes", "true", "đạt"], 1), (["không", "no", "false", "không đạt"], 0),
    ]
    private static let progressWords: [([String], FixedDecimal)] = [
        (["hoàn thành đúng hạn", "done in time"], 2), (["hoàn thành trễ hạn", "done late"], 1),
        (["chưa hoàn thành", "not done"], 0),
    ]
    private static let answers = meanings(of: answerWords)
    private static let progress = meanings(of: progressWords)

    /// The words to be suggested for a metric that is answered in words; empty for one that is a number.
    static func words(for kind: Metric.Kind) -> [String] {
        switch kind {
        case .yesNo: answerWords.flatMap { words, _ in words.prefix(1) }
        case .task: progressWords.flatMap { words, _ in words.prefix(1) }
        case .percent, .count, .amount, .points: []
        }
    }

    /// The number that a word stands for: 1 for yes and 0 for no, or task progress; nil for another word or another
    /// kind of metric.
    package static func answer(_ word: String, for kind: Metric.Kind) -> FixedDecimal? {
        switch kind {
        case .yesNo: answers[VietnameseText.word(word)]
        case .task: progress[VietnameseText.word(word)]
        case .percent, .count, .amount, .points: nil
        }
    }

    /// Whether a word stands for a number for some kind of metric.
    static func isAnswer(_ word: String) -> Bool {
        answer(word, for: .yesNo) != nil || answer(word, for: .task) != nil
    }

    /// Whether a word may mean that something does not apply, or that it is not available: `n/a`, `N.A.`, `NA`.
    package static func isAmbiguous(_ word: String) -> Bool {
        ambiguous.contains(VietnameseText.word(word))
    }
    private static let ambiguous: Set = ["n/a", "n/a.", "na", "n.a", "n.a.", "n. a.", "n-a", "n a"]

    /// Whether a word says that something is not assigned, which is not for the unit to say.
    static func saysNotAssigned(_ word: String) -> Bool {
        notAssigned.contains(VietnameseText.word(word))
    }
    private static let notAssigned: Set = [
        "khong giao", "khong duoc giao", "chua giao", "chua duoc giao", "not assigned", "notassigned",
    ]

    /// The two words that say plainly what an ambiguous one may mean.
    package static let readings = ["không áp dụng", "chưa báo cáo"]

    /// Meanings by word, ignoring case and diacritics; signs count, because `#N/A` is no word.
    fileprivate static func meanings<Meaning>(of entries: [([String], Meaning)]) -> [String: Meaning] {
        Dictionary(
            entries.flatMap { words, meaning in words.map { (VietnameseText.word($0), meaning) } },
            uniquingKeysWith: { first, _ in first })
    }
}

/// A word that says that there is a figure, or why there is none.
package struct FigureStatus: CellWord {
    private static let statuses: [([String], Figure?)] = [
        (["reported", "có số liệu", "đã báo cáo"], nil),
        (["notReported", "not reported", "chưa chấm", "chưa báo cáo"], .notReported),
        (["notApplicable", "not applicable", "không phát sinh", "không áp dụng"], .notApplicable),
        (["awaited", "not due", "chờ kết quả khảo sát", "chưa đến hạn", "chờ khảo sát"], .awaited),
        (["notPublished", "not published", "không công bố"], .notPublished),
    ]
    private static let figures = FigureWord.meanings(of: statuses)
    package static let words = statuses.flatMap { words, _ in words.suffix(1) }

    /// The figure that it stands for; nil for "reported".
    package let figure: Figure?

    package init?(word: String) {
        guard let figure = Self.figures[VietnameseText.word(word)] else { return nil }
        self.figure = figure
    }
}
