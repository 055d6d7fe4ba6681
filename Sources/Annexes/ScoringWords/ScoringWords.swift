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
    /// - Parameters:
    ///   - maximum: the maximum points of the criterion; 0 for bonus and penalty points.
    ///   - name: the name of the criterion, which may say what is counted.
    /// - Complexity: O(length of the text × phrases known).
    public static func read(_ text: String, maximum: FixedDecimal, name: String = "") -> ScoringWords {
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
        let isCount = namesCount(name)
        switch RuleMaker(clauses: clauses.map({ $0.clause }), maximum: maximum, namesCount: isCount).make() {
        case .success(var rule):
            if rule.kind == .percent { rule.ratio = RatioNames.ratio(in: sentences) }
            return .rule(rule)
        case .failure(let error):
            return .unclear(error.doubt, sentence: error.sentence.map { clauses[$0].text } ?? first.text)
        }
    }
}

extension ScoringWords {
    /// Whether a name says that something is counted: "Số sáng kiến", "Số lượng cuộc họp".
    private static func namesCount(_ name: String) -> Bool {
        let words = AnnexToken.read(name)
        return words.first?.word == "số" && !words.contains(phrase: "số điểm") && !words.contains(phrase: "chỉ số")
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
