internal import Values

/// The sentences of a cell: lines, parts between semicolons, list items.
enum AnnexSentences {
    static func split(_ text: String) -> [String] {
        var sentences: [String] = []
        for line in joined(AnnexText.lines(text)) {
            // "Tỷ lệ = a/b, trong đó: a là …".
            let marked = line.split(separator: ", trong đó").joined(separator: ";trong đó")
            for part in marked.split(separator: ";") {
                sentences += atFullStops(withoutMark(part)).flatMap(atDashes).flatMap(atCommas)
            }
        }
        return sentences.map(trimmed).filter { !$0.isEmpty }
    }

    /// Lines that a narrow cell broke within a sentence.
    private static func joined(_ lines: [String]) -> [String] {
        var result: [String] = []
        for line in lines {
            let goesOn =
                line.first.map { $0.isLowercase || $0.isNumber || $0 == "%" || $0 == "<" || $0 == ">" } ?? false
            if goesOn, withoutMark(line[...]) == line, let last = result.last, isOpen(last) {
                result[result.count - 1] += " " + line
            } else {
                result.append(line)
            }
        }
        return result
    }

    /// Whether a line does not end a sentence: it says when, and not yet what is earned.
    private static func isOpen(_ line: String) -> Bool {
        if line.hasSuffix(":") { return !line.dropLast().contains(":") && line.contains { $0.isNumber } }
        return !line.contains(":") && !".;".contains(line.last ?? ".")
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

    /// "Đạt: 1 - Không đạt: 0", "+ Đạt: 1 + Không đạt: 0": the items of a list that was copied into one line.
    private static func atDashes(_ sentence: String) -> [String] {
        split(sentence) { before, after in
            guard let mark = after.first, "-–+•".contains(mark), before.last == " ", after.dropFirst().first == " "
            else {
                return false
            }
            return after.dropFirst(2).first.map { $0.isUppercase || "<>≥≤".contains($0) } ?? false
        }
    }

    /// "Đạt: 1 điểm, không đạt: 0 điểm": commas separate sentences where each has its colon, or its points: "từ 90% trở lên
    /// được 1 điểm, dưới 90% được 0 điểm".
    private static func atCommas(_ sentence: String) -> [String] {
        let parts = split(sentence) { _, after in after.hasPrefix(", ") }
        if parts.count > 1 || sentence.contains(":") { return parts }
        var result: [String] = []
        for part in sentence.split(separator: ", ", omittingEmptySubsequences: false).map(String.init) {
            let words = part.lowercased()
            let begins = [
                "từ", "trên", "dưới", "đạt", "không đạt", "còn lại", "trường hợp", "hoàn thành", "<", ">", "≥", "≤",
            ].contains { words.hasPrefix($0) }
            if begins, let last = result.last?.lowercased(), last.hasSuffix(" điểm") {
                result.append(part)
            } else if result.isEmpty {
                result.append(part)
            } else {
                result[result.count - 1] += ", " + part
            }
        }
        return result
    }

    /// Splits where a mark stands, if each part has a colon.
    private static func split(_ sentence: String, at isMark: (Substring, Substring) -> Bool) -> [String] {
        guard sentence.filter({ $0 == ":" }).count > 1 else { return [sentence] }
        var parts: [String] = []
        var start = sentence.startIndex
        for index in sentence.indices where index > start && isMark(sentence[start..<index], sentence[index...]) {
            guard sentence[start..<index].contains(":") else { continue }
            parts.append(String(sentence[start..<index]))
            start = sentence.index(after: index)
        }
        return parts + [String(sentence[start...])]
    }

    /// A sentence without the number of a list before it: "a) Đạt: 1", "1. Đạt: 1".
    private static func withoutMark(_ line: Substring) -> String {
        let text = line.drop(while: { $0.isWhitespace })
        let mark = text.prefix { $0.isLetter || $0.isNumber || $0 == "(" }
        let rest = text[mark.endIndex...]
        guard let sign = rest.first, ").".contains(sign), (1...3).contains(mark.count), rest.dropFirst().first == " ",
            mark.drop(while: { $0 == "(" }).count == 1 || mark.allSatisfy({ $0.isNumber })
        else { return String(line) }
        return String(rest.dropFirst(2))
    }

    private static func trimmed(_ sentence: String) -> String {
        let marks: Set<Character> = ["-", "–", "—", "+", "•", "●", "▪", "*", "·"]
        let start = sentence.drop { $0.isWhitespace || marks.contains($0) }
        guard let last = start.lastIndex(where: { !$0.isWhitespace && $0 != "." && $0 != "," }) else { return "" }
        return String(start[...last])
    }
}
