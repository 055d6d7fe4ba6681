package import Scoring
internal import Values

/// Numbers between two bounds, as words state them: "từ 80% đến dưới 100%".
package struct NumberRange: Hashable, Sendable {
    /// Where it begins and ends; nil without a limit.
    package var lower: Bound?
    package var upper: Bound?
    /// Whether the numbers are percentages.
    package var isPercent: Bool

    /// The only number in it.
    var exact: FixedDecimal? {
        guard let lower, let upper, lower.comparison == .atLeast, upper.comparison == .atMost,
            lower.value == upper.value
        else { return nil }
        return lower.value
    }
}

extension NumberRange {
    /// The first range that words state, with the words for what it counts, and those behind a whole range ("từ 90% trở
    /// lên …"); nil when there is none, or one that words do not make clear ("từ 80%" and nothing more).
    static func first(
        in tokens: [AnnexToken]
    ) -> (range: NumberRange, subject: [AnnexToken], behind: [AnnexToken])? {
        for start in tokens.indices {
            let reader = RangeReader(tokens: tokens, start: start)
            guard let (range, unit, end) = reader.read() else {
                // What begins like a range and is none is nothing else either.
                if tokens[start].hasDigits || reader.isLimit { return nil }
                continue
            }
            let (before, after) = (Array(tokens[..<start]), Array(tokens[end...]))
            let isWhole = end >= 2 && tokens[end - 2].word == "trở" && ["lên", "xuống"].contains(tokens[end - 1].word)
            return isWhole ? (range, before + unit, after) : (range, before + unit + after, [])
        }
        return nil
    }
}

/// Reads a range that begins at some token.
private struct RangeReader {
    let tokens: [AnnexToken]
    let start: Int

    typealias Result = (range: NumberRange, unit: [AnnexToken], end: Int)

    /// The words for a lower limit, and for an upper one, longer ones first.
    private static let lowerWords: [(String, Comparison)] = [
        ("từ trên", .above), ("lớn hơn hoặc bằng", .atLeast), ("không thấp hơn", .atLeast), ("không ít hơn", .atLeast),
        ("không dưới", .atLeast), ("tối thiểu", .atLeast), ("ít nhất", .atLeast), ("lớn hơn", .above),
        ("nhiều hơn", .above), ("cao hơn", .above), ("vượt quá", .above), ("vượt", .above), ("quá", .above),
        ("trên", .above), ("hơn", .above), ("≥", .atLeast), (">", .above),
    ]
    private static let upperWords: [(String, Comparison)] = [
        ("nhỏ hơn hoặc bằng", .atMost), ("không vượt quá", .atMost), ("không quá", .atMost), ("nhiều nhất", .atMost),
        ("tối đa", .atMost), ("thấp hơn", .below), ("nhỏ hơn", .below), ("ít hơn", .below), ("chưa đạt", .below),
        ("chưa đến", .below), ("không đạt", .below), ("không đến", .below), ("dưới", .below), ("≤", .atMost),
        ("<", .below),
    ]

    /// Whether words of a limit and a number begin here.
    var isLimit: Bool {
        let words = Self.upperWords + Self.lowerWords + [("từ", .atLeast)]
        return word(words, at: start).map { number(at: start + $0.length) != nil } ?? false
    }

    func read() -> Result? {
        if let chain = chain() { return chain }
        if let (length, comparison) = word(Self.upperWords, at: start), let limit = number(at: start + length) {
            let (unit, end) = self.unit(from: start + length + 1, before: ["trở xuống"])
            let tail = tokens[end...].length(of: "trở xuống")
            // "Dưới 50% trở xuống" says two things.
            if tail != nil, comparison == .below { return nil }
            return (range(nil, Bound(comparison, limit.value), limit.isPercent), unit, end + (tail ?? 0))
        }
        if let (length, comparison) = word(Self.lowerWords, at: start), let limit = number(at: start + length) {
            return fromLower(Bound(comparison, limit.value), limit.isPercent, at: start + length + 1, isOpen: true)
        }
        let isFrom = tokens[start].word == "từ"
        let next = isFrom ? start + 1 : start
        guard let limit = number(at: next) else { return nil }
        let (unit, end) = self.unit(from: next + 1, before: ["trở xuống"])
        if let length = tokens[end...].length(of: "trở xuống") {
            return (range(nil, Bound(.atMost, limit.value), limit.isPercent), unit, end + length)
        }
        let lower = Bound(.atLeast, limit.value)
        if let result = fromLower(lower, limit.isPercent, at: next + 1, isOpen: false) { return result }
        // "Từ 80%" alone is half of a range; "80%" is one number.
        return isFrom ? nil : (range(lower, Bound(.atMost, limit.value), limit.isPercent), [], next + 1)
    }

    /// "80% ≤ tỷ lệ < 100%".
    private func chain() -> Result? {
        guard let first = number(at: start), let (length, left) = sign(at: start + 1) else { return nil }
        var next = start + 1 + length
        while next < tokens.count, tokens[next].word != nil, !tokens[next].hasDigits { next += 1 }
        let subject = Array(tokens[(start + 2)..<next])
        guard let (width, right) = sign(at: next), let second = number(at: next + width) else { return nil }
        let isPercent = first.isPercent || second.isPercent
        switch (left, right) {
        case (.below, .below), (.below, .atMost), (.atMost, .below), (.atMost, .atMost):
            let lower = Bound(left == .below ? .above : .atLeast, first.value)
            return (range(lower, Bound(right, second.value), isPercent), subject, next + width + 1)
        default: return nil
        }
    }

    private func sign(at index: Int) -> (length: Int, comparison: Comparison)? {
        guard index < tokens.count else { return nil }
        switch tokens[index] {
        case .sign("<"): return (1, .below)
        case .sign("≤"): return (1, .atMost)
        case .sign(">"): return (1, .above)
        case .sign("≥"): return (1, .atLeast)
        default: return nil
        }
    }

    /// What follows a lower limit: an upper one, "trở lên", or nothing, which only an open one allows.
    private func fromLower(_ lower: Bound, _ isPercent: Bool, at index: Int, isOpen: Bool) -> Result? {
        let (unit, end) = unit(from: index, before: ["đến", "tới", "-", "trở lên"])
        if let length = tokens[end...].length(of: "trở lên") {
            // "Trên 90% trở lên" says two things.
            return lower.comparison == .above ? nil : (range(lower, nil, isPercent), unit, end + length)
        }
        var next = end
        for joint in ["- đến", "đến", "tới", "-"] {
            if let length = tokens[next...].length(of: joint) {
                next += length
                break
            }
        }
        if next > end {
            var comparison = Comparison.atMost
            for word in ["dưới", "<"] {
                if let length = tokens[next...].length(of: word) {
                    (comparison, next) = (.below, next + length)
                    break
                }
            }
            guard let limit = number(at: next), lower.value <= limit.value else { return nil }
            return (range(lower, Bound(comparison, limit.value), isPercent || limit.isPercent), unit, next + 1)
        }
        guard isOpen else { return nil }
        // "Trên 70% và dưới 90%".
        for joint in [", ", "và "] {
            guard let length = tokens[index...].length(of: joint),
                let (width, comparison) = word(Self.upperWords, at: index + length),
                let limit = number(at: index + length + width), lower.value <= limit.value
            else { continue }
            return (
                range(lower, Bound(comparison, limit.value), isPercent || limit.isPercent), [],
                index + length + width + 1
            )
        }
        return (range(lower, nil, isPercent), [], index)
    }

    /// Up to three words of a unit ("sáng kiến") that stand before one of some phrases.
    private func unit(from index: Int, before phrases: [String]) -> (words: [AnnexToken], end: Int) {
        for length in 0...3 {
            let end = index + length
            guard end <= tokens.count else { break }
            if end < tokens.count, phrases.contains(where: { tokens[end...].begins(with: $0) }) {
                return (Array(tokens[index..<end]), end)
            }
            guard end < tokens.count, let word = tokens[end].word, !tokens[end].hasDigits, word != "từ" else { break }
        }
        return ([], index)
    }

    private func number(at index: Int) -> (value: FixedDecimal, isPercent: Bool)? {
        guard index < tokens.count, let value = tokens[index].value else { return nil }
        return (value, tokens[index].isPercent)
    }

    private func word(
        _ words: [(String, Comparison)], at index: Int
    ) -> (length: Int, comparison: Comparison)? {
        guard index < tokens.count else { return nil }
        for (phrase, comparison) in words {
            if let length = tokens[index...].length(of: phrase) { return (length, comparison) }
        }
        return nil
    }

    private func range(_ lower: Bound?, _ upper: Bound?, _ isPercent: Bool) -> NumberRange {
        NumberRange(lower: lower, upper: upper, isPercent: isPercent)
    }
}
