internal import Values

/// The number of a row: 1.2.3, IV, A, a).
struct AnnexCode: Hashable, Sendable {
    private let text: String
    private let kind: Kind

    private enum Kind { case numbers, roman, capital, letter }

    /// Reads the cell of a number, which may name what is numbered ("Tiêu chí 1"); nil when it is none.
    init?(_ cell: String) {
        var text = cell.filter { !$0.isWhitespace }
        let isBracketed = text.last == ")"
        for word in ["tiêuchíthànhphần", "tiêuchí", "chỉtiêu", "lĩnhvực", "mục", "phần", "nhóm"]
        where text.lowercased().hasPrefix(word) && text.count > word.count {
            text = String(text.dropFirst(word.count).drop { ":.".contains($0) })
            break
        }
        while let last = text.last, ".):-".contains(last) { text.removeLast() }
        if text.first == "(" { text.removeFirst() }
        guard !text.isEmpty, text.count <= 20 else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        func isNumber(_ part: Substring) -> Bool { !part.isEmpty && part.allSatisfy { ("0"..."9").contains($0) } }
        if parts.allSatisfy(isNumber)
            || parts.count > 1 && parts.dropLast().allSatisfy(isNumber) && Self.isLetter(parts[parts.count - 1])
        {
            kind = .numbers
        } else if Self.romanValue(text) != nil {
            kind = .roman
        } else if parts.count > 1, Self.isSection(parts[0]),
            parts.dropFirst().allSatisfy({ isNumber($0) || Self.isSection($0) || Self.isLetter($0) })
        {
            // "I.1", "A.II.3".
            kind = .numbers
        } else if Self.isLetter(Substring(text)) {
            let isCapital = text.allSatisfy { $0.isUppercase } && !isBracketed
            (kind, text) = (isCapital ? .capital : .letter, isCapital ? text : text.lowercased())
        } else {
            return nil
        }
        self.text = text
    }

    private static func isLetter(_ part: Substring) -> Bool {
        part.count == 1
            && part.allSatisfy { ("a"..."z").contains($0) || $0 == "đ" || ("A"..."Z").contains($0) || $0 == "Đ" }
    }

    /// Whether a part of a code is that of a field: a Roman number or a capital.
    private static func isSection(_ part: Substring) -> Bool {
        romanValue(String(part)) != nil || isLetter(part) && part.allSatisfy { $0.isUppercase }
    }

    /// The value of a Roman number written as it should be; nil for any other text.
    static func romanValue(_ text: String) -> Int? {
        let signs: [(String, Int)] = [
            ("XL", 40), ("L", 50), ("XC", 90), ("C", 100), ("X", 10), ("IX", 9), ("IV", 4), ("V", 5), ("I", 1),
        ]
        var (rest, value) = (text[...], 0)
        while let sign = signs.first(where: { rest.hasPrefix($0.0) }) {
            value += sign.1
            rest = rest.dropFirst(sign.0.count)
        }
        return rest.isEmpty && value > 0 && text == roman(value) ? value : nil
    }

    private static func roman(_ value: Int) -> String {
        let signs = [
            (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var (rest, text) = (value, "")
        for (number, sign) in signs {
            while rest >= number {
                text += sign
                rest -= number
            }
        }
        return text
    }

    /// Whether it is a letter.
    var isLetter: Bool { kind == .letter }

    // MARK: - Numbers before names

    /// "a) Tri thức công dân": the letter and the name.
    static func item(_ text: String) -> (letter: String, name: String)? {
        guard let bracket = text.firstIndex(of: ")"), text.distance(from: text.startIndex, to: bracket) <= 2,
            let code = AnnexCode(String(text[...bracket])), code.kind == .letter || code.kind == .numbers
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

    /// "1.1. Kế hoạch", "II. CẢI CÁCH THỂ CHẾ", "Tiêu chí 1: …": the number before a name, where a sign ends it.
    static func leading(_ text: String) -> (code: AnnexCode, name: String)? {
        var words = text.split(separator: " ", maxSplits: 1)
        guard words.count == 2 else { return nil }
        if ["tiêu", "chỉ", "lĩnh", "mục", "phần", "nhóm"].contains(words[0].lowercased()) {
            // "Tiêu chí 1: Tên".
            guard let end = text.firstIndex(where: { ":.".contains($0) }), text[..<end].contains(where: { $0.isNumber })
            else {
                return nil
            }
            words = [text[..<end], text[text.index(after: end)...]]
        } else {
            let isDotted = words[0].contains { $0.isNumber } && words[0].dropLast().contains(".")
            guard isDotted || ".):".contains(words[0].last ?? " ") else { return nil }
        }
        guard let code = AnnexCode(String(words[0])) else { return nil }
        let name = words[1].drop { $0.isWhitespace || "-–:".contains($0) }
        return name.isEmpty ? nil : (code, String(name))
    }

    // MARK: - Places in the tree

    /// A place in the tree.
    struct Placed {
        var code: String
        var parent: String?
        /// Whether the node above that the number names is not there.
        var isOrphan = false
    }

    /// The code of a node with this number behind another, and its parent's, among the codes so far.
    ///
    /// Numbers below Roman ones belong to the field before them, letters to the criterion before them.
    func placed(after previous: String?, among known: (String) -> Bool) -> Placed {
        let steps = previous.map { $0.split(separator: ".").map(String.init) } ?? []
        let sections = Array(steps.prefix { Self.isSection(Substring($0)) })
        func below(_ above: ArraySlice<String>) -> Placed {
            let parent = above.isEmpty ? nil : above.joined(separator: ".")
            return Placed(code: (above + [text]).joined(separator: "."), parent: parent)
        }
        // After A comes B, whatever else C or I could be.
        let isNextCapital = sections.first.map { Self.follows(text, $0) } ?? (text == "A")
        switch kind {
        case .capital where isNextCapital: return below([])
        case .roman where isNextCapital && text != "I": return below([])
        case .roman:
            // Below the capital that the Roman numbers before it belong to.
            return below(sections.prefix(1).filter(Self.isCapital)[...])
        case .numbers: return numbered(below: sections, among: known)
        case .capital, .letter:
            guard let last = steps.last else { return Placed(code: text, parent: nil) }
            // Behind another letter the criterion above it.
            let isBeside = Self.isLetter(Substring(last)) && last.allSatisfy({ $0.isLowercase }) && steps.count > 1
            let above = isBeside ? steps.dropLast() : steps[...]
            return Placed(
                code: (above + [text.lowercased()]).joined(separator: "."), parent: above.joined(separator: "."))
        }
    }

    private func numbered(below sections: [String], among known: (String) -> Bool) -> Placed {
        let parts = text.split(separator: ".").map(String.init)
        // "I.1" names its field itself.
        let isWhole = Self.isSection(Substring(parts[0]))
        let steps = isWhole ? parts : sections + parts
        let code = steps.joined(separator: ".")
        var above = steps.dropLast()
        if above.isEmpty || known(above.joined(separator: ".")) {
            return Placed(code: code, parent: above.isEmpty ? nil : above.joined(separator: "."))
        }
        // Below II the criterion 2.1 stands beside 2.2, and there is no 2.
        let isOfField =
            parts.count == 2 && !isWhole && sections.last.flatMap(Self.romanValue).map { "\($0)" == parts[0] } ?? false
        while !above.isEmpty, !known(above.joined(separator: ".")) { above.removeLast() }
        return Placed(code: code, parent: above.isEmpty ? nil : above.joined(separator: "."), isOrphan: !isOfField)
    }

    /// Whether the part of a code is a capital and no Roman number: nobody has a field 50 or 100.
    private static func isCapital(_ part: String) -> Bool {
        part.count == 1 && isSection(Substring(part)) && (romanValue(part) ?? 100) >= 50
    }

    /// Whether a capital comes behind another.
    private static func follows(_ text: String, _ other: String) -> Bool {
        let letters = Array("ABCDĐEGHIKLMN").map(String.init)
        guard isCapital(other), let place = letters.firstIndex(of: other) else { return false }
        return place + 1 < letters.count && letters[place + 1] == text
    }
}
