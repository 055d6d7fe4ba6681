internal import Values

/// The number of a row: 1.2.3, IV, a).
struct AnnexCode: Hashable, Sendable {
    private let text: String
    private let kind: Kind

    private enum Kind { case numbers, roman, letter }

    /// Reads the cell of a number; nil when it is none.
    init?(_ cell: String) {
        var text = cell.filter { !$0.isWhitespace }
        while let last = text.last, ".)".contains(last) { text.removeLast() }
        if text.first == "(" { text.removeFirst() }
        guard !text.isEmpty, text.count <= 20 else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        func isNumber(_ part: Substring) -> Bool { !part.isEmpty && part.allSatisfy { ("0"..."9").contains($0) } }
        if parts.allSatisfy(isNumber)
            || parts.count > 1 && parts.dropLast().allSatisfy(isNumber) && Self.isLetter(parts[parts.count - 1])
        {
            kind = .numbers
        } else if text.allSatisfy({ "IVXLC".contains($0) }) {
            kind = .roman
        } else if Self.isLetter(Substring(text)) {
            (kind, text) = (.letter, text.lowercased())
        } else {
            return nil
        }
        self.text = text
    }

    private static func isLetter(_ part: Substring) -> Bool {
        part.count == 1 && part.allSatisfy { ("a"..."z").contains($0) || $0 == "đ" || ("A"..."Z").contains($0) }
    }

    /// "a) Tri thức công dân": the letter and the name.
    static func item(_ text: String) -> (letter: String, name: String)? {
        guard let bracket = text.firstIndex(of: ")"), text.distance(from: text.startIndex, to: bracket) <= 2,
            let code = AnnexCode(String(text[..<bracket])), code.kind == .letter || code.kind == .numbers
        else { return nil }
        let name = text[text.index(after: bracket)...].drop { $0.isWhitespace }
        return name.isEmpty ? nil : (code.text, String(name))
    }

    /// "a) Dịch vụ chứng thực b) Dịch vụ cấp giấy": the items of one cell, each with the letter behind that before it; nil
    /// when it begins with none.
    static func items(_ text: String) -> [(letter: String, name: String)]? {
        guard var last = item(text) else { return nil }
        var items: [(letter: String, name: String)] = []
        let letters = Array("abcdđeghiklmnopqrstuvxy")
        while let place = letters.firstIndex(of: Character(last.letter.suffix(1).description)),
            place + 1 < letters.count
        {
            let mark = " \(letters[place + 1])) "
            guard let start = last.name.ranges(of: mark).first,
                let next = item(String(last.name[start.lowerBound...].dropFirst()))
            else { break }
            items.append((last.letter, String(last.name[..<start.lowerBound])))
            last = next
        }
        return items + [last]
    }

    /// The code of a node with this number behind another, and its parent's.
    ///
    /// Numbers below Roman ones belong to the field before them, letters to the criterion before them.
    func placed(after previous: String?) -> (code: String, parent: String?) {
        let field = previous.map { String($0.prefix { $0 != "." }) }
        let isBelowRoman = field.map { AnnexCode($0)?.kind == .roman } ?? false
        switch kind {
        case .roman: return (text, nil)
        case .numbers:
            let code = isBelowRoman ? (field ?? "") + "." + text : text
            return (code, code.lastIndex(of: ".").map { String(code[..<$0]) })
        case .letter:
            guard let previous else { return (text, nil) }
            // Behind another letter the criterion above it.
            let last = previous.split(separator: ".").last.map(String.init) ?? ""
            let above = last.count == 1 && Self.isLetter(Substring(last)) ? String(previous.dropLast(2)) : previous
            return (above + "." + text, above)
        }
    }
}
