/// Vietnamese text: one form for comparing, one for looking up, one for sorting.
public enum VietnameseText {
    /// Letters that carry a Vietnamese mark, precomposed (NFC).
    private static let marked =
        "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
        + "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"

    // Characters compare by canonical equivalence, so the decomposed form of a letter finds the precomposed one.
    private static let precomposed: [Character: Character] = Dictionary(
        firstOf: marked.map { ($0, $0) })

    /// The text with every Vietnamese letter precomposed (NFC), as files of other systems may hold it decomposed.
    ///
    /// Letters of other scripts stay as they are. Complexity: O(n); text of ASCII comes back untouched.
    public static func composed(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { (0x300...0x36F).contains($0.value) }) else { return text }
        return String(text.map { precomposed[$0] ?? $0 })
    }

    private static let foldedLetters: [Character: String] = {
        let groups: [(String, String)] = [
            ("a", "àáảãạăằắẳẵặâầấẩẫậ"), ("e", "èéẻẽẹêềếểễệ"), ("i", "ìíỉĩị"),
            ("o", "òóỏõọôồốổỗộơờớởỡợ"), ("u", "ùúủũụưừứửữự"), ("y", "ỳýỷỹỵ"), ("d", "đ"),
        ]
        var letters: [Character: String] = [:]
        for (plain, marked) in groups {
            for letter in marked { letters[letter] = plain }
        }
        return letters
    }()

    /// The text in small letters without marks, with every run of other signs as one space: the key under which
    /// headings and words of a table are looked up. `"Mã đơn-vị "` becomes `"ma don vi"`.
    public static func folded(_ text: String) -> String {
        var result = ""
        var pendingSpace = false
        for letter in text.lowercased() {
            let plain = foldedLetters[letter] ?? (letter.isLetter || letter.isNumber ? String(letter) : nil)
            guard let plain else {
                pendingSpace = !result.isEmpty
                continue
            }
            if pendingSpace { result += " " }
            pendingSpace = false
            result += plain
        }
        return result
    }
}
