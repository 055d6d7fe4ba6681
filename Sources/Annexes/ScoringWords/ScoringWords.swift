public import Scoring
public import Values

/// The rule that the words of a scoring column say.
///
/// Annexes of decisions state rules as sentences: "Hoàn thành 100% kế hoạch: 1; từ 80% đến dưới 100%: tính theo tỷ lệ;
/// dưới 80%: 0". A small grammar reads the usual ones. What it does not understand wholly it does not read at all: a
/// rule is returned only if every sentence has a meaning, the sentences together cover every figure once, and the
/// greatest of their points is the maximum.
///
///     ScoringWords.read("Đạt: 1; không đạt: 0", maximum: 1)  // yesNo
public enum ScoringWords: Sendable {
    /// A rule that was read.
    case rule(WrittenRule)
    /// The words do not say one clearly.
    case unclear(Doubt, sentence: String)

    /// Why words are no rule.
    public typealias Doubt = OpenPoint.Reason

    /// Reads scoring words.
    ///
    /// - Parameter maximum: the maximum points of the criterion; 0 for bonus and penalty points.
    /// - Complexity: O(length of the text × phrases known).
    public static func read(_ text: String, maximum: FixedDecimal) -> ScoringWords {
        let sentences = AnnexSentences.split(text)
        var clauses: [(clause: ScoringClause, text: String)] = []
        for sentence in sentences {
            guard let clause = ScoringClause(AnnexToken.read(sentence), maximum: maximum) else {
                return .unclear(.unknownWords, sentence: sentence)
            }
            if case .note = clause { continue }
            clauses.append((clause, sentence))
        }
        guard let first = clauses.first else { return .unclear(.noWords, sentence: text) }
        switch RuleMaker(clauses: clauses.map(\.clause), maximum: maximum).make() {
        case .success(var rule):
            if rule.kind == .percent { rule.ratio = RatioNames.ratio(in: sentences) }
            return .rule(rule)
        case .failure(let error):
            return .unclear(error.doubt, sentence: error.sentence.map { clauses[$0].text } ?? first.text)
        }
    }
}

/// A rule read from words, with what these say of the figure.
public struct WrittenRule: Sendable {
    /// The rule.
    public let rule: ScoringRule
    /// What is measured.
    public let kind: Metric.Kind
    /// Which figures are better.
    public let direction: Metric.Direction
    /// What the words do not say and every reader takes for granted.
    public internal(set) var assumption: Assumption?
    /// What is counted: "sáng kiến", "hồ sơ trễ hạn".
    public internal(set) var unit: String?
    /// What the two counts of a percentage are, where the words say both.
    public internal(set) var ratio: Metric.Ratio?

    /// The words for what is counted; nil where there are none, or too many for a unit.
    static func unit(_ words: [String]) -> String? {
        words.isEmpty || words.count > 8 ? nil : words.joined(separator: " ")
    }

    /// What is taken for granted.
    public enum Assumption: Hashable, Sendable {
        /// A number above the highest one stated earns as much as this.
        case moreIsAsGood(FixedDecimal)
    }
}

/// The sentences of a cell: lines, parts between semicolons, list items.
enum AnnexSentences {
    static func split(_ text: String) -> [String] {
        var sentences: [String] = []
        for line in AnnexText.lines(text) {
            for part in line.split(separator: ";") { sentences += atFullStops(String(part)).flatMap(atCommas) }
        }
        return sentences.map(trimmed).filter { !$0.isEmpty }
    }

    /// A full stop before a space and a capital letter ends a sentence.
    private static func atFullStops(_ line: String) -> [String] {
        let characters = Array(line)
        var parts: [String] = []
        var start = 0
        for index in characters.indices where characters[index] == "." && index + 2 < characters.count {
            guard characters[index + 1] == " ", characters[index + 2].isUppercase else { continue }
            parts.append(String(characters[start..<index]))
            start = index + 1
        }
        return parts + [String(characters[start...])]
    }

    /// "Đạt: 1 điểm, không đạt: 0 điểm": commas separate sentences where each has its colon.
    private static func atCommas(_ sentence: String) -> [String] {
        guard sentence.filter({ $0 == ":" }).count > 1 else { return [sentence] }
        var parts: [String] = []
        var start = sentence.startIndex
        for index in sentence.indices where sentence[index] == "," {
            let next = sentence.index(after: index)
            guard next < sentence.endIndex, sentence[next] == " ", sentence[start..<index].contains(":") else {
                continue
            }
            parts.append(String(sentence[start..<index]))
            start = next
        }
        return parts + [String(sentence[start...])]
    }

    private static func trimmed(_ sentence: String) -> String {
        let marks: Set<Character> = ["-", "–", "—", "+", "•", "●", "▪", "*", "·"]
        let start = sentence.drop { $0.isWhitespace || marks.contains($0) }
        guard let last = start.lastIndex(where: { !$0.isWhitespace && $0 != "." && $0 != "," }) else { return "" }
        return String(start[...last])
    }
}
