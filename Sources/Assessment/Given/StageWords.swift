import Scoring
import Values

/// The words that name the stages of an assessment in a table.
struct StageWords {
    private let stages: [Stage]
    /// The stage at which units score themselves.
    let own: Stage?
    private let positions: [String: Int]

    init(_ list: StageList) {
        (stages, own) = (list.stages, list.own)
        var positions: [String: Int] = [:]
        // A code comes before a name, and a name before a usual word, when two stages could be meant.
        let kinds: [(Stage) -> [String]] = [
            { [$0.code] }, { [$0.name.vi, $0.name.en].compactMap { $0 } }, { Self.usualWords[$0.code] ?? [] },
        ]
        for words in kinds {
            for (position, stage) in list.stages.enumerated() {
                for word in words(stage) {
                    for key in Self.keys(of: word) where positions[key] == nil { positions[key] = position }
                }
            }
        }
        self.positions = positions
    }

    /// The stage that a word names: its code or its name, whatever its case and diacritics; nil for any other word.
    func stage(_ word: String) -> Stage? {
        Self.keys(of: word).lazy.compactMap { positions[$0] }.first.map { stages[$0] }
    }

    /// The stage whose points a heading names: `Tự đánh giá`, `Điểm thẩm định`; nil for any other.
    func stage(ofPoints heading: String) -> Stage? {
        let words = heading.split { $0.isWhitespace }
        guard let first = words.first else { return nil }
        let isPoints = ["diem", "points"].contains(VietnameseText.word(String(first)))
        if isPoints { return stage(words.dropFirst().joined(separator: " ")) }
        // Alone these are columns of texts or figures.
        let others = [ColumnNames.explanation, ColumnNames.value].joined().map { VietnameseText.word($0) }
        return others.contains(VietnameseText.word(heading)) ? nil : stage(heading)
    }

    /// The stage whose opinion a heading announces: `Ý kiến thẩm định`, `Opinion`; its stage is nil where it names none.
    /// Nil for any other heading.
    func stage(ofOpinion heading: String) -> (stage: Stage?, Void)? {
        let words = heading.split { $0.isWhitespace }
        for name in ColumnNames.opinion {
            let length = name.split(separator: " ").count
            guard words.count >= length,
                VietnameseText.word(words.prefix(length).joined(separator: " ")) == VietnameseText.word(name)
            else { continue }
            if words.count == length { return (nil, ()) }
            if let stage = stage(words.dropFirst(length).joined(separator: " ")) { return (stage, ()) }
        }
        return nil
    }

    /// The stages after one, or all where there is none.
    func later(than stage: Stage?) -> [Stage] {
        guard let position = stages.firstIndex(where: { $0 == stage }) else { return stages }
        return Array(stages[(position + 1)...])
    }

    /// What a stage is called that another one is called too, by code or name, and that other one; nil if nothing is.
    static func shared(by stage: Stage, with others: [Stage]) -> (word: String, other: Stage)? {
        for word in titles(of: stage) {
            let keys = Set(keys(of: word))
            let other = others.first { titles(of: $0).contains { !keys.isDisjoint(with: self.keys(of: $0)) } }
            if let other { return (word, other) }
        }
        return nil
    }

    private static func titles(of stage: Stage) -> [String] {
        [stage.code, stage.name.vi] + [stage.name.en].compactMap { $0 }
    }

    /// The names, to be suggested.
    var names: [String] { stages.map { $0.name.vi } }

    private static let usualWords = [
        "self": ["self assessment", "tự chấm", "tự chấm điểm", "tự đánh giá, chấm điểm"], "explanation": ["giải trình"],
        "secondAppraisal": ["thẩm định lần 2", "second appraisal"], "final": ["kết quả", "final"],
    ]

    /// The word itself and, where it has no other signs than hyphens between letters and digits, its folded form: signs
    /// such as a question mark change what a word says.
    private static func keys(of word: String) -> [String] {
        let word = word.split { $0.isWhitespace }.joined(separator: " ")
        let own = VietnameseText.composed(word).lowercased()
        let parts = word.split(omittingEmptySubsequences: false) { $0 == " " || $0 == "-" || $0 == "_" }
        let isPlain = parts.allSatisfy { part in
            !part.isEmpty
                && part.allSatisfy {
                    $0.isLetter || $0.isNumber || $0.unicodeScalars.allSatisfy { $0.properties.isDiacritic }
                }
        }
        return isPlain ? [own, VietnameseText.folded(word)] : [own]
    }
}
