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
        guard text.utf8.contains(where: beginsMark) else { return text }
        return String(text.map { precomposed[$0] ?? $0 })
    }

    /// Whether a byte of UTF-8 begins one of the marks that stand behind their letter (U+0300…036F), or one of the few
    /// signs after these.
    @inlinable
    package static func beginsMark(_ byte: UInt8) -> Bool { byte & 0xFE == 0xCC }

    private static let groups: [(plain: Unicode.Scalar, marked: String)] = [
        ("a", "àáảãạăằắẳẵặâầấẩẫậ"), ("e", "èéẻẽẹêềếểễệ"), ("i", "ìíỉĩị"), ("o", "òóỏõọôồốổỗộơờớởỡợ"),
        ("u", "ùúủũụưừứửữự"), ("y", "ỳýỷỹỵ"), ("d", "đ"),
    ]

    private static let foldedLetters: [Character: String] = {
        var letters: [Character: String] = [:]
        for (plain, marked) in groups {
            for letter in marked { letters[letter] = String(plain) }
        }
        return letters
    }()

    /// By scalar, the plain letter in lower case of a Vietnamese one in either case, and ASCII in lower case; 0 for all
    /// others.
    private static let plainScalars: [UInt8] = {
        var plain = Array<UInt8>(repeating: 0, count: 0x1F00)
        for byte in 1..<UInt8(0x80) { plain[Int(byte)] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
        for (letter, marked) in groups {
            for scalar in (marked + marked.uppercased()).unicodeScalars {
                plain[Int(scalar.value)] = UInt8(ascii: letter)
            }
        }
        return plain
    }()

    /// The text in lower case without diacritics, with every run of other characters as one space: the key under which
    /// headings and words of a table are looked up. `"Mã đơn-vị "` becomes `"ma don vi"`.
    public static func folded(_ text: String) -> String {
        plain(text) { byte in
            byte &- 0x30 < 10 || byte &- 0x61 < 26
        } keeping: {
            $0.isLetter || $0.isNumber
        }
    }

    /// A code made from a name: `"Phường Hòa Bình"` becomes `"phuong-hoa-binh"`.
    package static func code(from name: String) -> String {
        folded(name).split(separator: " ").joined(separator: "-")
    }

    /// The text in lower case without diacritics, with every run of spaces as one and every other sign as it stands:
    /// the key under which words with a meaning are looked up, such as answers and statuses. `" Không  áp dụng"` becomes
    /// `"khong ap dung"`, while `"#N/A"` and `"(có)"` keep their signs and mean nothing.
    public static func word(_ text: String) -> String {
        plain(text) { byte in
            byte != 0x20 && byte &- 9 > 4
        } keeping: {
            !$0.isWhitespace
        }
    }

    /// Letters without diacritics, and other characters that are kept; a run of all others becomes one space.
    ///
    /// - Parameter isKeptByte: the same for ASCII in lower case.
    private static func plain(
        _ text: String, ascii isKeptByte: (UInt8) -> Bool, keeping isKept: (Character) -> Bool
    ) -> String {
        let table = plainScalars
        var isKnown = true
        // In bounds: each scalar takes a byte or more and writes at most one; the space before a byte stands for a
        // scalar that was left out.
        let result = String(unsafeUninitializedCapacity: text.utf8.count) { bytes in
            var count = 0
            var pendingSpace = false
            for scalar in text.unicodeScalars {
                let byte = scalar.value < 0x1F00 ? table[Int(scalar.value)] : 0
                // Anything else may belong to the letter before it.
                guard byte != 0 else {
                    isKnown = false
                    return 0
                }
                guard isKeptByte(byte) else {
                    pendingSpace = count > 0
                    continue
                }
                if pendingSpace {
                    bytes[count] = 0x20
                    count += 1
                }
                pendingSpace = false
                bytes[count] = byte
                count += 1
            }
            return count
        }
        return isKnown ? result : plainByCharacter(text, keeping: isKept)
    }

    /// The same, character by character.
    private static func plainByCharacter(_ text: String, keeping isKept: (Character) -> Bool) -> String {
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
