internal import Values

/// A word, number or sign of an annex's text, in lower case.
enum AnnexToken: Hashable, Sendable {
    /// A number; with a percent sign behind it, a percentage.
    case number(FixedDecimal, isPercent: Bool)
    /// Letters, or digits that could be more than one number, such as 1.000.
    case word(String)
    /// Any other character. Dashes are `-`, multiplication `×`, and `<=` is `≤`.
    case sign(Character)

    /// The tokens of a text; spaces only separate them.
    static func read(_ text: String) -> [AnnexToken] {
        var tokens: [AnnexToken] = []
        let characters = Array(text.lowercased())
        var index = 0
        func end(from start: Int, while isPart: (Character) -> Bool) -> Int {
            var end = start
            while end < characters.count, isPart(characters[end]) { end += 1 }
            return end
        }
        while index < characters.count {
            let character = characters[index]
            if isDigit(character) {
                var next = end(from: index, while: isDigit)
                while next + 1 < characters.count, ",.".contains(characters[next]), isDigit(characters[next + 1]) {
                    next = end(from: next + 1, while: isDigit)
                }
                tokens.append(number(characters[index..<next]))
                index = next
            } else if character.isLetter {
                let next = end(from: index) { $0.isLetter }
                tokens.append(.word(String(characters[index..<next])))
                index = next
            } else {
                if !character.isWhitespace { append(character, to: &tokens) }
                index += 1
            }
        }
        return tokens
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

    /// A number with a decimal comma or point. Three decimals behind a single point may be thousands.
    private static func number(_ digits: ArraySlice<Character>) -> AnnexToken {
        let text = String(digits)
        let parts = text.split(omittingEmptySubsequences: false) { ",.".contains($0) }
        let isClear = parts.count == 1 || parts.count == 2 && !(parts[1].count == 3 && parts[0] != "0")
        guard isClear, let value = try? FixedDecimal(String(text.map { $0 == "," ? "." : $0 })) else {
            return .word(text)
        }
        return .number(value, isPercent: false)
    }

    private static func append(_ character: Character, to tokens: inout [AnnexToken]) {
        switch (character, tokens.last) {
        case ("%", .number(let value, _)?): tokens[tokens.count - 1] = .number(value, isPercent: true)
        case ("=", .sign("<")?): tokens[tokens.count - 1] = .sign("≤")
        case ("=", .sign(">")?): tokens[tokens.count - 1] = .sign("≥")
        case ("–", _), ("—", _), ("−", _), ("‑", _): tokens.append(.sign("-"))
        case ("*", _), ("·", _): tokens.append(.sign("×"))
        default: tokens.append(.sign(character))
        }
    }

    /// What it looks like; of a number nothing.
    var text: String {
        switch self {
        case .number: ""
        case .word(let word): word
        case .sign(let sign): String(sign)
        }
    }
    /// The letters of a word.
    var word: String? { if case .word(let word) = self { word } else { nil } }
    /// The value of a number.
    var value: FixedDecimal? { if case .number(let value, _) = self { value } else { nil } }
    var isPercent: Bool { if case .number(_, isPercent: true) = self { true } else { false } }
    /// Whether it is a number, or may hide one.
    var hasDigits: Bool { value != nil || word.map { $0.contains(where: Self.isDigit) } ?? false }
}

extension RandomAccessCollection<AnnexToken> {
    /// Whether the tokens begin with some words and signs, written with spaces between them.
    func begins(with phrase: String) -> Bool { length(of: phrase) != nil }

    /// How many tokens a phrase takes at the beginning; nil when they do not begin with it.
    func length(of phrase: String) -> Int? {
        let wanted = AnnexToken.read(phrase)
        return starts(with: wanted) ? wanted.count : nil
    }

    /// Where a phrase begins first.
    func position(of phrase: String) -> Index? {
        let wanted = AnnexToken.read(phrase)
        return indices.first { self[$0...].starts(with: wanted) }
    }

    /// Where a phrase begins last.
    func lastPosition(of phrase: String) -> Index? {
        let wanted = AnnexToken.read(phrase)
        return indices.reversed().first { self[$0...].starts(with: wanted) }
    }

    func contains(phrase: String) -> Bool { position(of: phrase) != nil }
}
