internal import Scoring

/// Answers in words.
enum AnswerWords {
    /// Words that say what is done with a number, and not with which.
    static let neutral: Set<String> = [
        "đạt", "tỷ", "tỉ", "lệ", "số", "lượng", "hoàn", "thành", "thực", "hiện", "kế", "hoạch", "được", "có", "kết",
        "quả", "mức",
        "độ", "nhiệm", "vụ", "đã", "điểm",
    ]

    /// Whether words deny others: "không đạt" beside "đạt", "chưa ban hành kế hoạch" beside "ban hành kế hoạch".
    static func isDenial(_ denial: [AnnexToken], of words: [AnnexToken]) -> Bool {
        // Who has not both lacks one.
        if [["đủ cả hai", "thiếu một trong hai"], ["có cả hai", "thiếu một trong hai"]].contains(where: {
            words == AnnexToken.read($0[0]) && denial == AnnexToken.read($0[1])
        }) {
            return true
        }
        // "Thực hiện không đúng quy định" beside "thực hiện đúng quy định".
        let negations = denial.indices.filter { ["không", "chưa"].contains(denial[$0].word) }
        if negations.count == 1, negations[0] > 0, !isNegative(words), !isCompound(words),
            denial[..<negations[0]] + denial[(negations[0] + 1)...] == words[...]
        {
            return true
        }
        guard let first = denial.first?.word, ["không", "chưa"].contains(first), !isNegative(words),
            !denial.dropFirst().contains(where: { ["không", "chưa"].contains($0.word) }), !isCompound(words)
        else { return false }
        func core(_ tokens: some Collection<AnnexToken>) -> [AnnexToken] {
            tokens.filter { !["có", "đã", "được"].contains($0.word) }
        }
        let (denied, stated) = (core(denial.dropFirst()), core(words))
        if denied == stated { return true }
        // "Không có" beside "có đầy đủ" leaves open what is there in part.
        return denied.isEmpty && (denial.count == 1 || !isQualified(words))
    }

    /// Whether words state several things, of which one may be there without the other.
    private static func isCompound(_ words: [AnnexToken]) -> Bool {
        words.contains(",") || words.contains { ["và", "hoặc", "cả", "hay", "đồng"].contains($0.word) }
    }

    /// Whether words say how something is done.
    private static func isQualified(_ words: [AnnexToken]) -> Bool {
        words.contains {
            ["đủ", "đầy", "kịp", "đúng", "tốt", "toàn", "tất", "hoàn", "rõ", "sớm", "trước"].contains($0.word)
        }
    }

    /// Whether words say that nothing of what is counted is there.
    static func isNone(_ words: [AnnexToken]) -> Bool {
        ["không", "không có", "chưa có", "không thực hiện", "chưa thực hiện", "không tổ chức", "chưa tổ chức"].contains
        {
            AnnexToken.read($0) == words
        }
    }

    /// Whether words say that what another sentence asks for is not reached.
    static func isFailure(_ words: [AnnexToken]) -> Bool {
        ["không đạt", "chưa đạt", "không đạt yêu cầu"].contains { AnnexToken.read($0) == words }
    }

    static func isNegative(_ words: [AnnexToken]) -> Bool {
        words.contains { ["không", "chưa", "chậm", "trễ", "muộn", "thiếu", "quá"].contains($0.word) }
    }

    /// Whether three conditions are those of one task: done in time, late, not at all.
    static func areTimes(inTime: [AnnexToken], late: [AnnexToken], notDone: [AnnexToken]) -> Bool {
        guard !isNegative(inTime), times.contains(where: { inTime.contains(phrase: $0) }),
            isLate(late), isNotDone(notDone),
            // "Kịp thời, đầy đủ": in time and not whole is neither of the three.
            ![inTime, late].contains(where: isCompound),
            !inTime.contains(where: { ["đủ", "đầy", "tốt", "toàn", "tất", "rõ", "chất"].contains($0.word) })
        else { return false }
        func subject(_ words: [AnnexToken]) -> Set<String> {
            Set(words.compactMap { $0.word }).subtracting(timeWords).subtracting(neutral)
        }
        let task = subject(inTime)
        return task.isEmpty || subject(late).isSubset(of: task) && subject(notDone).isSubset(of: task)
    }

    private static let times = ["kịp thời", "đúng hạn", "đúng thời hạn", "đúng thời gian", "đúng tiến độ"]
    private static let timeWords: Set<String> = [
        "kịp", "thời", "đúng", "hạn", "gian", "tiến", "độ", "không", "chưa", "chậm", "trễ", "quá", "muộn",
    ]

    static func isLate(_ words: [AnnexToken]) -> Bool {
        let late = times.flatMap { ["không " + $0, "chưa " + $0] } + ["chậm", "trễ hạn", "quá hạn", "muộn"]
        return late.contains { words.contains(phrase: $0) }
    }

    private static let notDone = [
        "không ban hành", "chưa ban hành", "không thực hiện", "chưa thực hiện", "không hoàn thành", "chưa hoàn thành",
        "không xây dựng", "chưa xây dựng", "không tổ chức", "chưa tổ chức", "không báo cáo", "chưa báo cáo", "không có",
        "không",
    ]

    static func isNotDone(_ words: [AnnexToken]) -> Bool {
        !isLate(words)
            && notDone.contains {
                $0 == "không" ? AnnexToken.read($0) == words : words.begins(with: $0)
            }
    }
}
