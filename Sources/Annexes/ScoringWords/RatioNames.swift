internal import Scoring
internal import Values

/// What the letters of a ratio stand for: "Tỷ lệ = a/b; trong đó: a là số hồ sơ đúng hạn, b là tổng số hồ sơ".
enum RatioNames {
    /// The two counts; nil unless a quotient of two letters stands there and both are explained.
    static func ratio(in sentences: [String]) -> Metric.Ratio? {
        let stated = sentences.compactMap { Self.stated(in: $0) }
        if stated.count == 1, let names = stated.first { return names }
        let quotients = Set(sentences.flatMap { Self.quotients(in: AnnexToken.read($0)) })
        guard quotients.count == 1, let letters = quotients.first else { return nil }
        var names: [String: String] = [:]
        for sentence in sentences {
            for (letter, name) in definitions(in: sentence) {
                // Explained twice it is explained not at all.
                if names[letter] != nil { return nil }
                names[letter] = name
            }
        }
        guard let above = names[letters[0]], let below = names[letters[1]], above != below else { return nil }
        return Metric.Ratio(numerator: LocalizedText(vi: above), denominator: LocalizedText(vi: below))
    }

    /// "Tỷ lệ = Số hồ sơ đúng hạn / Tổng số hồ sơ × 100%".
    private static func stated(in sentence: String) -> Metric.Ratio? {
        guard let sign = sentence.firstIndex(of: "=") else { return nil }
        var text = sentence[sentence.index(after: sign)...].filter { !"()[]".contains($0) }
        if let times = text.lastIndex(where: { "×x*".contains($0) }),
            AnnexToken.read(String(text[text.index(after: times)...])).first?.value == 100
        {
            text = String(text[..<times])
        }
        guard RatioWords.isWordQuotient(AnnexToken.read(text)) else { return nil }
        let sides = text.split(separator: "/").map { side in
            side.split { $0.isWhitespace }.joined(separator: " ")
        }
        return sides.count == 2
            ? Metric.Ratio(numerator: LocalizedText(vi: sides[0]), denominator: LocalizedText(vi: sides[1])) : nil
    }

    private static func quotients(in tokens: [AnnexToken]) -> [[String]] {
        let tokens = tokens.filter { $0 != "(" && $0 != ")" }
        return tokens.indices.dropFirst().dropLast().compactMap { index in
            guard tokens[index] == "/", let above = tokens[index - 1].word, let below = tokens[index + 1].word,
                above.count == 1, below.count == 1, above != below
            else { return nil }
            return [above, below]
        }
    }

    /// "Trong đó: a là số hồ sơ, b là tổng số hồ sơ", "a: số hồ sơ".
    private static func definitions(in sentence: String) -> [(letter: String, name: String)] {
        var text = sentence[...]
        for start in ["trong đó", "với"] where text.lowercased().hasPrefix(start) {
            text = text.dropFirst(start.count).drop { $0.isWhitespace || $0 == ":" || $0 == "," }
        }
        var parts: [Substring] = []
        for part in text.split(separator: ",") {
            let part = part.drop(while: { $0.isWhitespace })
            if definition(part) != nil || parts.isEmpty {
                parts.append(part)
            } else {
                // A comma within a name.
                let last = parts.removeLast()
                parts.append(text[last.startIndex..<part.endIndex])
            }
        }
        return parts.compactMap(definition)
    }

    private static func definition(_ text: Substring) -> (letter: String, name: String)? {
        guard let letter = text.first, letter.isLetter else { return nil }
        let rest = text.dropFirst().drop(while: { $0.isWhitespace })
        for sign in ["là ", ":", "="] where rest.hasPrefix(sign) {
            let name = rest.dropFirst(sign.count).drop(while: { $0.isWhitespace })
            guard name.count > 3, !name.contains("/") else { return nil }
            return (letter.lowercased(), String(name))
        }
        return nil
    }
}
