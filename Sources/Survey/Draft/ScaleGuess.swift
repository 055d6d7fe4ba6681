internal import Tables
internal import Values

/// The scale on which the answers of some columns seem to stand.
struct ScaleGuess: Hashable {
    /// The codes and labels of its levels, from the lowest.
    let levels: [Level]
    /// Whether the order of the levels is known, not only supposed.
    let isOrdered: Bool

    struct Level: Hashable {
        let code: String
        let vi: String
        let en: String?
    }

    /// What some columns say, as far as a scale explains it.
    struct Match {
        let scale: ScaleGuess
        var noAnswer: [String] = []
        var notAsked: [String] = []
        /// What it does not explain.
        var others: [String] = []
    }

    // MARK: - Known labels

    /// Labels that forms use, from the lowest.
    private static let known: [[(vi: String, en: String)]] = [
        [
            ("Rất không hài lòng", "Very dissatisfied"), ("Không hài lòng", "Dissatisfied"),
            ("Bình thường", "Neutral"), ("Hài lòng", "Satisfied"), ("Rất hài lòng", "Very satisfied"),
        ],
        [
            ("Rất không đồng ý", "Strongly disagree"), ("Không đồng ý", "Disagree"),
            ("Trung lập", "Neither agree nor disagree"), ("Đồng ý", "Agree"), ("Rất đồng ý", "Strongly agree"),
        ],
        [
            ("Rất kém", "Very poor"), ("Kém", "Poor"), ("Trung bình", "Average"), ("Tốt", "Good"),
            ("Rất tốt", "Very good"),
        ],
        [("Không hài lòng", "Dissatisfied"), ("Bình thường", "Neutral"), ("Hài lòng", "Satisfied")],
        [("Không", "No"), ("Có", "Yes")],
    ]
    /// Other names of the same levels.
    private static let synonyms = [
        "hoan toan khong hai long": "rat khong hai long", "hoan toan khong dong y": "rat khong dong y",
        "hoan toan dong y": "rat dong y", "binh thuong/khong y kien": "binh thuong", "phan van": "trung lap",
        "neither satisfied nor dissatisfied": "neutral", "sai": "khong", "dung": "co",
    ]
    private static let noAnswers: Set<String> = [
        "khong tra loi", "khong biet", "khong co y kien", "ktl", "kb", "tu choi", "don't know", "no answer", "refused",
        "khong nho", "khong ro",
    ]
    private static let notAsked: Set<String> = ["khong ap dung", "n/a", "na", "not applicable", "kad"]
    /// Numbers that stand for no answer beside shorter scales.
    private static let codesOfNothing: Set<Int> = [-1, 8, 9, 88, 97, 98, 99, 999]

    // MARK: - Recognising

    /// The scale of the texts of some columns; nil when they look like none.
    static func match(_ texts: [String]) -> Match? {
        guard !texts.isEmpty else { return nil }
        return known.lazy.compactMap { labelled(texts, $0) }.first ?? numbered(texts)
    }

    private static func labelled(_ texts: [String], _ labels: [(vi: String, en: String)]) -> Match? {
        var positions: [String: Int] = [:]
        for (position, label) in labels.enumerated() {
            positions[VietnameseText.word(label.vi)] = position
            positions[VietnameseText.word(label.en)] = position
        }
        func position(_ text: String) -> Int? {
            let word = VietnameseText.word(text)
            return positions[word] ?? synonyms[word].flatMap { positions[$0] }
        }
        var (codes, found): ([Int: String], Set<Int>) = ([:], [])
        var match = Match(scale: ScaleGuess(levels: [], isOrdered: true))
        for text in texts {
            let (code, label) = Self.parts(of: text)
            if let place = position(text) {
                found.insert(place)
            } else if let code, let place = position(label), codes[place] ?? code == code {
                found.insert(place)
                codes[place] = code
            } else {
                match.take(text)
            }
        }
        // One label alone, such as "Không", is no scale; nor are labels that explain less than half of what stands there.
        guard found.count > 1 || found.count == 1 && labels.count > 2 && match.others.isEmpty,
            match.others.count * 2 < texts.count
        else { return nil }
        let levels = labels.enumerated().map { position, label in
            Level(
                code: codes[position] ?? Self.code(position, of: codes, count: labels.count), vi: label.vi, en: label.en
            )
        }
        guard Set(levels.map({ $0.code })).count == levels.count else { return nil }
        return Match(
            scale: ScaleGuess(levels: levels, isOrdered: true), noAnswer: match.noAnswer, notAsked: match.notAsked,
            others: match.others)
    }

    /// The code of a level that nobody chose: what continues the codes of others, or its place.
    private static func code(_ position: Int, of codes: [Int: String], count: Int) -> String {
        let steps = codes.compactMap { place, code in Int(code).map { $0 - place } }
        if let first = steps.first, steps.allSatisfy({ $0 == first }) { return String(position + first) }
        let turned = codes.compactMap { place, code in Int(code).map { $0 + place } }
        if let first = turned.first, turned.allSatisfy({ $0 == first }) { return String(first - position) }
        return String(count == 2 ? position : position + 1)
    }

    /// `5 - Rất hài lòng` as its code and its label.
    private static func parts(of text: String) -> (code: String?, label: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.count < 3 else { return (nil, text) }
        let rest = text.dropFirst(digits.count).drop { $0.isWhitespace || "-–.:)=".contains($0) }
        return rest.isEmpty ? (nil, text) : (String(digits), String(rest))
    }

    private static func numbered(_ texts: [String]) -> Match? {
        var numbers: Set<Int> = []
        var match = Match(scale: ScaleGuess(levels: [], isOrdered: false))
        for text in texts {
            if let number = Int(text) {
                numbers.insert(number)
            } else if let value = try? FixedDecimal(text), value.isInteger {
                numbers.insert(Int(value.mantissa / FixedDecimal.scale))
            } else {
                match.take(text)
            }
        }
        guard match.others.isEmpty, !numbers.isEmpty else { return nil }
        var scale = numbers.subtracting(codesOfNothing)
        // Eight and nine are levels where there is a ten.
        if numbers.contains(10) { scale = numbers.subtracting([-1, 88, 97, 98, 99, 999]) }
        guard let least = scale.min(), let most = scale.max() else { return nil }
        let range: ClosedRange<Int>
        if scale == [0, 1] {
            range = 0...1
        } else if let last = [3, 4, 5, 7].first(where: { most <= $0 && (most == $0 || $0 == 5) }), least > 0 {
            range = 1...last
        } else if least >= 0, most <= 10, most > 1 {
            range = 0...10
        } else {
            return nil
        }
        let codes = numbers.subtracting(scale).sorted().map { String($0) }
        let levels = range.map { number in
            range == 0...1
                ? Level(code: String(number), vi: number == 0 ? "Không" : "Có", en: number == 0 ? "No" : "Yes")
                : Level(code: String(number), vi: String(number), en: nil)
        }
        return Match(
            scale: ScaleGuess(levels: levels, isOrdered: false), noAnswer: match.noAnswer + codes,
            notAsked: match.notAsked)
    }

    /// How many of the highest levels probably count as satisfied.
    var topLevels: Int { levels.count > 4 ? 2 : 1 }
}

extension ScaleGuess.Match {
    fileprivate mutating func take(_ text: String) {
        let word = VietnameseText.word(text)
        if ScaleGuess.isNoAnswer(word) {
            noAnswer.append(text)
        } else if ScaleGuess.isNotAsked(word) {
            notAsked.append(text)
        } else if let number = Int(text), ScaleGuess.isCodeOfNothing(number) {
            noAnswer.append(text)
        } else {
            others.append(text)
        }
    }
}

extension ScaleGuess {
    fileprivate static func isNoAnswer(_ word: String) -> Bool { noAnswers.contains(word) }
    fileprivate static func isNotAsked(_ word: String) -> Bool { notAsked.contains(word) }
    fileprivate static func isCodeOfNothing(_ number: Int) -> Bool { codesOfNothing.contains(number) }
}
