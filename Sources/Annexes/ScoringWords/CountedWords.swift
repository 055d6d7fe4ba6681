/// The words of ranges for what they count, which must be the same thing throughout.
struct CountedWords {
    private var subject: Set<String>?
    private var signed: [AnnexToken]?
    private var behind: Set<String>?
    /// What is counted: "sáng kiến"; nil where no range says it.
    private(set) var unit: String?

    /// Takes the words of the next range; false when it is about something else, or has a condition of its own.
    mutating func fits(_ words: [AnnexToken], _ behind: [AnnexToken], isPercent: Bool) -> Bool {
        let own = Self.telling(words)
        // A sentence about something else is another criterion's, or a condition of its own.
        if let subject, !own.isSubset(of: subject), !subject.isEmpty || !own.isEmpty { return false }
        let isFirst = subject == nil
        subject = subject ?? own
        // What commas divide may be two conditions, unless every range says it.
        if words.contains(",") || signed?.contains(",") ?? false {
            if let signed, signed != words { return false }
            if !isFirst, signed == nil { return false }
        }
        signed = signed ?? words
        // Words behind a whole range are of what it is, if all ranges have them.
        let rest = Self.telling(behind)
        if let known = self.behind, known != rest { return false }
        if behind.contains(",") { return false }
        self.behind = rest
        if isPercent { return true }
        let ordered = (words + behind).compactMap({ $0.word })
        if ordered.contains(where: Self.measures.contains) || Self.isMoney(ordered) || Self.isMean(ordered) {
            return false
        }
        if unit == nil { unit = WrittenRule.unit(ordered.filter { !AnswerWords.neutral.contains($0) }) }
        return true
    }

    /// Whether "không có …" denies what is counted.
    func mayBeNone(_ words: Set<String>) -> Bool {
        guard let subject, !subject.isEmpty else { return true }
        return !words.isDisjoint(with: subject)
    }

    private static func telling(_ words: [AnnexToken]) -> Set<String> {
        Set(words.compactMap { $0.word }).subtracting(AnswerWords.neutral)
    }

    /// What is measured and not counted: figures between whole numbers exist.
    private static let measures: Set<String> = [
        "triệu", "nghìn", "ngàn", "đồng", "km", "ha", "kg", "tấn", "phút", "giây", "giờ", "mét", "điểm", "lít", "tuần",
        "tháng", "năm",
        // What is in an order and not counted.
        "hạng", "thứ", "mức", "cấp", "bậc", "loại",
    ]

    /// A mean has figures between whole numbers, too.
    private static func isMean(_ words: [String]) -> Bool {
        zip(words, words.dropFirst()).contains { $0 == "bình" && $1 == "quân" || $0 == "trung" && $1 == "bình" }
    }

    /// "Tỷ đồng", and not "tỷ lệ".
    private static func isMoney(_ words: [String]) -> Bool {
        words.indices.contains { index in
            ["tỷ", "tỉ"].contains(words[index])
                && (index + 1 == words.count || !["lệ", "trọng"].contains(words[index + 1]))
        }
    }
}
