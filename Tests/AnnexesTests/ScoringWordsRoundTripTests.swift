import Scoring
import TestSupport
import ScoreNumerics
import Testing
import Values

@testable import Annexes

/// Rules that are drawn, written in words and read again.
@Suite struct ScoringWordsRoundTripTests {
    /// Bands of percentages with limits on either side, in any order, from best to worst or the other way round.
    @Test(arguments: Draws.seeds(60, of: 200))
    func bands(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(70_000 + seed))
        let limits = Set((0..<random.int(1...4)).map { _ in random.int(1...99) }).sorted()
        let isIncluded = limits.map { _ in random.chance(50) }
        let isRising = random.chance(70)
        let points = (0...limits.count).map { isRising ? $0 : limits.count - $0 }
        var expected: [String] = []
        var sentences: [String] = []
        for band in 0...limits.count {
            let lower = band > 0 ? (limits[band - 1], isIncluded[band - 1]) : nil
            let upper = band < limits.count ? (limits[band], isIncluded[band]) : nil
            sentences.append(words(lower, upper, &random) + ": \(points[band])" + random.pick(["", "đ", " điểm"]))
            expected.append(
                [
                    lower.map { ($0.1 ? "≥" : ">") + "\($0.0)" }, upper.map { ($0.1 ? "<" : "≤") + "\($0.0)" },
                    "\(points[band])",
                ].compactMap { $0 }.joined(separator: " "))
        }
        var shuffled: [String] = []
        while !sentences.isEmpty { shuffled.append(sentences.remove(at: random.int(0...sentences.count - 1))) }
        let text = shuffled.joined(separator: random.pick(["; ", "\n", ";\n- "]))
        let found = RuleText.of(ScoringWords.read(text, maximum: FixedDecimal(integerLiteral: Int64(limits.count))))
        #expect(
            found == "percent bands \(isRising ? "higher" : "lower"): " + expected.joined(separator: " | "), "\(text)")
    }

    /// A lower limit is inclusive where the band begins there, an upper one where the next band begins behind it.
    private func words(_ lower: (Int, Bool)?, _ upper: (Int, Bool)?, _ random: inout SeededRandom) -> String {
        switch (lower, upper) {
        case (let lower?, let upper?):
            let end = (upper.1 ? random.pick(["đến dưới", "- dưới"]) : random.pick(["đến", "-"])) + " \(upper.0)%"
            return (lower.1 ? "Từ \(lower.0)% " : random.pick(["Trên", "Từ trên"]) + " \(lower.0)% ") + end
        case (let lower?, nil):
            return lower.1
                ? random.pick([
                    "Từ \(lower.0)% trở lên", "Đạt \(lower.0)% trở lên", "≥ \(lower.0) %", "Tối thiểu \(lower.0)%",
                ])
                : random.pick(["Trên \(lower.0)%", "> \(lower.0)%", "Đạt trên \(lower.0)%"])
        case (nil, let upper?):
            return upper.1
                ? random.pick(["Dưới \(upper.0)%", "< \(upper.0)%", "Đạt dưới \(upper.0)%"])
                : random.pick(["Từ \(upper.0)% trở xuống", "≤ \(upper.0)%", "Không quá \(upper.0)%"])
        case (nil, nil): return ""
        }
    }

    /// Whatever stands there, reading ends with a rule or a doubt.
    @Test(arguments: Draws.seeds(15, of: 50))
    func anyText(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(71_000 + seed))
        let pieces = [
            "từ", "đến", "dưới", "trên", "trở lên", "trở xuống", "80%", "100 %", "0,5", "1.000", ":", ";", "\n", "mỗi",
            "trừ",
            "tối đa", "tỷ lệ", "×", "/", "(", "=", "a", "b", "không", "có", "còn lại", "<", ">", "≤", "<ul>", ".", ",",
            "%", "-",
            "điểm", "99999999999999999999", "🙂", "1/2",
        ]
        for _ in 0..<200 {
            let text = (0..<random.int(0...12)).map { _ in random.pick(pieces) }.joined(
                separator: random.pick(["", " "]))
            switch ScoringWords.read(text, maximum: random.pick([0, 1, 2])) {
            case .rule: break
            case .unclear(_, let sentence):
                // Tags leave no trace.
                #expect(text.contains(">") || words(text).contains(words(sentence)))
            }
        }
    }

    private func words(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
