internal import Values

/// What the lines above an annex say of it.
struct AnnexTitle {
    /// The title; nil where no line looks like one.
    private(set) var name: String?
    /// The decision to which the annex belongs.
    private(set) var document: String?
    /// The years that title and decision name: 2026, 2023–2025.
    private(set) var years: ClosedRange<Int>?

    /// How far above the heading a title may begin.
    private static let depth = 8

    init(_ lines: [String]) {
        var title: [String] = []
        for line in lines.suffix(Self.depth).reversed() {
            let text = line.split { $0.isWhitespace }.joined(separator: " ")
            let folded = VietnameseText.folded(text)
            if text.hasPrefix("("), folded.contains("kem theo") {
                document = Self.document(text)
            } else if folded.hasPrefix("phu luc"), folded.count < 14 {
                break
            } else if Self.isTitle(text, folded) {
                title.insert(text, at: 0)
            } else if !title.isEmpty {
                break
            }
        }
        if !title.isEmpty { name = title.joined(separator: " ") }
        years = [name, document].compactMap { $0.flatMap(Self.years) }.first
    }

    /// A line in capitals, or one that begins as titles do.
    private static func isTitle(_ text: String, _ folded: String) -> Bool {
        if text.hasPrefix("(") || isLetterhead(folded) { return false }
        let letters = text.filter { $0.isLetter }
        if letters.count > 3, letters.allSatisfy({ !$0.isLowercase }) { return true }
        return ["bo tieu chi", "bo chi so", "bang tieu chi", "tieu chi", "chi so", "bang diem", "nam "].contains {
            folded.hasPrefix($0)
        }
    }

    /// Who issues the decision, and the motto beside it: in capitals too, but no title.
    private static func isLetterhead(_ folded: String) -> Bool {
        ["uy ban nhan dan", "ubnd", "hoi dong nhan dan", "hdnd", "cong hoa xa hoi chu nghia", "doc lap"].contains {
            folded.hasPrefix($0)
        }
    }

    /// "(Kèm theo Quyết định số 12/QĐ-UBND ngày …)" without what only says that it belongs there.
    private static func document(_ text: String) -> String {
        var text = text.drop { $0 == "(" }
        while let last = text.last, ").".contains(last) { text = text.dropLast() }
        for start in ["ban hành kèm theo ", "kèm theo "] where text.lowercased().hasPrefix(start) {
            return String(text.dropFirst(start.count))
        }
        return String(text)
    }

    /// The years that a text is about; of a decision's date only the year behind "năm".
    static func years(_ text: String) -> ClosedRange<Int>? {
        var numbers: [(year: Int, isJoined: Bool)] = []
        var digits = ""
        var isJoined = false
        for character in text + " " {
            if ("0"..."9").contains(character) {
                digits.append(character)
                continue
            }
            if digits.count == 4, let year = Int(digits), (2000...2100).contains(year) {
                numbers.append((year, isJoined))
                isJoined = false
            } else if !digits.isEmpty {
                isJoined = false
            }
            digits = ""
            if "-–".contains(character), !numbers.isEmpty {
                isJoined = true
            } else if !character.isWhitespace {
                isJoined = false
            }
        }
        guard let first = numbers.first?.year else { return nil }
        let last = numbers.dropFirst().first.flatMap { $0.isJoined ? $0.year : nil } ?? first
        return first <= last && last - first <= 50 ? first...last : first...first
    }
}
