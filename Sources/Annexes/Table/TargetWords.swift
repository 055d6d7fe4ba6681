public import Scoring
internal import Values

/// The number that a sentence about a target contains.
public enum TargetWords {
    /// The bounds that the lines of a cell state. A line that begins like a list may hold several items, as texts copied
    /// from a document do: "- … đạt tối thiểu 20% - … đạt tối thiểu 15%".
    public static func bounds(in lines: [String]) -> [Bound] { items(in: lines).compactMap { $0.bound } }

    /// The same as items, each with its own words.
    static func items(in lines: [String]) -> [(text: String, bound: Bound?)] {
        lines.flatMap { line -> [(text: String, bound: Bound?)] in
            guard line.hasPrefix("- ") else { return [(line, bound(in: line))] }
            var items: [[Substring]] = []
            for word in line.split(separator: " ") {
                if word == "-" { items.append([]) } else { items[items.count - 1].append(word) }
            }
            return items.filter { !$0.isEmpty }.map { words in
                let text = words.joined(separator: " ")
                return (text, bound(in: text))
            }
        }
    }

    /// The bound that a sentence states, as "Trên 99% hồ sơ …" is > 99; nil when it states none clearly.
    ///
    /// The first percentage counts, otherwise the first number behind "đạt", "ít nhất" and the like. A plain percentage
    /// is the least ("Hoàn thành 100% nhiệm vụ"). A decrease of 10 % is a change of at most −10, and "năm sau tăng hơn so
    /// với năm trước" one above 0. A range ("từ 70% đến dưới 100%") describes what is counted and is no target, and
    /// neither is what each of many must have ("mỗi cơ quan có ít nhất 01 sáng kiến").
    public static func bound(in sentence: String) -> Bound? {
        let tokens = AnnexToken.read(sentence).drop { $0 == .sign("-") || $0 == .sign("+") || $0 == .sign("•") }
        if tokens.first?.word == "mỗi" { return nil }
        if let place = tokens.firstIndex(where: { $0.isPercent }) { return bound(of: place, in: tokens) }
        for word in ["đạt", "ít nhất", "tối thiểu", "từ"] {
            guard let start = tokens.position(of: word), let length = tokens[start...].length(of: word),
                start + length < tokens.endIndex, let value = tokens[start + length].value,
                !tokens[(start + length + 1)...].begins(with: "/")
            else { continue }
            let isOpen = word != "từ" || tokens[start...].contains(phrase: "trở lên")
            return isOpen && !isRange(tokens[(start + length + 1)...]) ? Bound(.atLeast, value) : nil
        }
        let isRise = ["tăng", "cao hơn"].contains { tokens.contains(phrase: $0) }
        return isRise && tokens.contains(phrase: "năm sau") && tokens.contains(phrase: "năm trước")
            ? Bound(.above, 0) : nil
    }

    private static func bound(of place: Int, in tokens: ArraySlice<AnnexToken>) -> Bound? {
        guard let value = tokens[place].value else { return nil }
        let (before, behind) = (tokens[..<place], tokens[(place + 1)...])
        if isRange(behind) { return nil }
        func follows(_ words: [String]) -> Bool {
            words.contains { before.suffix(AnnexToken.read($0).count) == ArraySlice(AnnexToken.read($0)) }
        }
        if follows(["không dưới", "không thấp hơn", "tối thiểu", "ít nhất", "≥"]) { return Bound(.atLeast, value) }
        if follows(["không quá", "không vượt quá", "tối đa", "≤"]) { return Bound(.atMost, value) }
        if follows(["trên", "hơn", "vượt", ">"]) { return Bound(.above, value) }
        if follows(["dưới", "<"]) { return Bound(.below, value) }
        let isChange = behind.contains(phrase: "so với")
        if follows(["giảm"]) { return isChange ? Bound(.atMost, 0 - value) : nil }
        if follows(["tăng", "tăng thêm"]) { return isChange ? Bound(.atLeast, value) : nil }
        if behind.contains(phrase: "trở xuống") { return Bound(.atMost, value) }
        if follows(["từ"]) { return behind.contains(phrase: "trở lên") ? Bound(.atLeast, value) : nil }
        return Bound(.atLeast, value)
    }

    /// Whether a second number of a range follows: "đến dưới 100%", "- 90%".
    private static func isRange(_ tokens: ArraySlice<AnnexToken>) -> Bool {
        for word in ["đến dưới", "đến", "- dưới", "-"] {
            if let length = tokens.length(of: word) { return tokens.dropFirst(length).first?.value != nil }
        }
        return false
    }
}
