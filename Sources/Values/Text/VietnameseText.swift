/// Vietnamese text in one form each for comparing, looking up and sorting.
public enum VietnameseText {
    /// Letters with Vietnamese diacritics, precomposed (NFC).
    private static let marked =
        "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
        + "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"

    // Characters compare by canonical equivalence, so the decomposed form of a letter finds the precomposed one.
    private static let precomposed: [Character: Character] = Dictionary(
        firstOf: marked.map { ($0, $0) })

    /// The text with every Vietnamese letter precomposed (NFC); files from other systems may hold letters decomposed.
    ///
    /// Letters of other scripts are left as they are. Complexity: O(n); ASCII text is returned unchanged.
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

    /// The text in lower case without diacritics, with every run of other characters as one space: the key under which
    /// headings and words of a table are looked up. `"Mã đơn-vị "` becomes `"ma don vi"`.
    public static func folded(_ text: String) -> String {
        plain(text) { $0.isLetter || $0.isNumber }
    }

    /// A code made from a name: `"Phường Hòa Bình"` becomes `"phuong-hoa-binh"`.
    package static func code(from name: String) -> String {
        folded(name).split(separator: " ").joined(separator: "-")
    }

    /// The text in lower case without diacritics, with every run of spaces as one and every other sign as it stands:
    /// the key under which words with a meaning are looked up, such as answers and statuses. `" Không  áp dụng"` becomes
    /// `"khong ap dung"`, while `"#N/A"` and `"(có)"` keep their signs and mean nothing.
    public static func word(_ text: String) -> String {
        plain(text) { !$0.isWhitespace }
    }

    /// Letters without diacritics, and other characters that are kept; a run of all others becomes one space.
    private static func plain(_ text: String, keeping isKept: (Character) -> Bool) -> String {
        var result = ""
        var pendingSpace = false
        for letter in text.lowercased() {
            let plain = foldedLetters[letter] ?? (isKept(letter) ? String(letter) : nil)
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
