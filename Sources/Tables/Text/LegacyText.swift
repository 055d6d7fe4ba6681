import Values

/// Vietnamese text that is not Unicode, read as if it were: bytes of UTF-8 taken for letters, and the fonts of the time
/// before (TCVN3, VNI).
enum LegacyText {
    // MARK: - Encoded twice

    /// The signs that Windows-1252 has for the bytes from 0x80 to 0x9F; five of them are free.
    private static let signs: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D,
        0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D,
        0x17E, 0x178,
    ]

    /// The bytes that a program took for letters of Windows-1252; nil when a letter is none of it.
    private static func bytes(behind text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            if let position = signs.firstIndex(of: scalar.value) {
                bytes.append(UInt8(0x80 + position))
            } else if scalar.value < 0x100 {
                bytes.append(UInt8(scalar.value))
            } else {
                return nil
            }
        }
        return bytes
    }

    /// The letters of Windows-1252 that bytes stand for.
    static func letters(_ bytes: some Sequence<UInt8>) -> String {
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            let value = byte >= 0x80 && byte < 0xA0 ? signs[Int(byte) - 0x80] : UInt32(byte)
            if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
        }
        return String(scalars)
    }

    /// `Mã đơn vị` for `MÃ£ Ä‘Æ¡n vá»‹`: UTF-8 that was taken for Windows-1252 and encoded again. Nil for other text.
    static func decodedTwice(_ text: String) -> String? {
        guard text.utf8.contains(where: { $0 >= 0x80 }), var bytes = bytes(behind: text) else { return nil }
        // A cell is trimmed, and the second byte of `à` is a space. Alone, the first one may be the end of `MÃ`.
        if bytes.last == 0xC3, bytes.dropLast().contains(where: { $0 >= 0x80 }) { bytes.append(0xA0) }
        guard let decoded = String(validating: bytes, as: UTF8.self),
            decoded.unicodeScalars.contains(where: { $0.value >= 0xC0 })
        else { return nil }
        return VietnameseText.composed(decoded)
    }

    // MARK: - Old fonts

    /// The text in Unicode and the font it was written for, when at least `hits` places show the font; nil otherwise.
    static func decoded(_ text: String, hits: Int) -> (FindingTerm, String)? {
        guard text.utf8.contains(where: { $0 >= 0x80 }), !isUnicode(text) else { return nil }
        let letters = Array(text)
        let old = oldNational(letters)
        if old.hits >= hits, let text = old.text { return (.tcvn3, text) }
        let vni = vni(letters)
        if vni.hits >= hits, let text = vni.text { return (.vni, text) }
        return nil
    }

    /// Whether a text has letters that no old font has.
    static func isUnicode(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            (0x1EA0...0x1EF9).contains(scalar.value) || "ăđơưĂĐƠƯ".unicodeScalars.contains(scalar)
        }
    }

    private static let oldNationalLetters: [Character: Character] = pairs(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u{AD}õøö÷ùúýûüþ¡¢§£¤¥¦",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ")

    private static func pairs(_ from: String, _ to: String) -> [Character: Character] {
        Dictionary(zip(from, to), uniquingKeysWith: { first, _ in first })
    }

    /// Text in TCVN3 (`M· ®¬n vÞ`). What shows it: signs and capitals behind small letters.
    private static func oldNational(_ letters: [Character]) -> (hits: Int, text: String?) {
        let signs: Set<Character> = Set("µ¸¶·¹¨»¾¼½©®ª«¬×÷\u{AD}¡¢§£¤¥¦")
        var (hits, text) = (0, "")
        for (index, letter) in letters.enumerated() {
            guard let plain = oldNationalLetters[letter] else {
                if !letter.isASCII { return (0, nil) }
                text.append(letter)
                continue
            }
            let before = index > 0 ? letters[index - 1] : " "
            let isBehindLetter = before.isASCII && before.isLetter || oldNationalLetters[before] != nil
            if signs.contains(letter) ? isBehindLetter : letter.isUppercase && before.isLowercase { hits += 1 }
            text.append(plain)
        }
        return (hits, text)
    }

    /// Letters of the VNI fonts that stand for themselves, and those that follow a vowel.
    private static let vniSingles = pairs("ñÑíìæóòîôöÔÖÆÎ", "đĐíìỉĩịỵơưƠƯỈỴ")
    private static let vniTones = Array("ùøûõï")
    private static let vniVowels: [Character: [Character: Character]] = {
        var vowels: [Character: [Character: Character]] = [:]
        func add(_ base: Character, _ marks: [Character], _ letters: String) {
            for (mark, letter) in zip(marks, letters) { vowels[base, default: [:]][mark] = letter }
        }
        for (base, letters) in [("a", "áàảãạ"), ("e", "éèẻẽẹ"), ("o", "óòỏõọ"), ("u", "úùủũụ"), ("y", "ýỳỷỹỵ")] {
            add(Character(base), vniTones, letters)
        }
        add("ô", vniTones, "ớờởỡợ")
        add("ö", vniTones, "ứừửữự")
        let hats = Array("âáàåãä")
        add("a", hats + Array("êéèúüë"), "âấầẩẫậăắằẳẵặ")
        add("e", hats, "êếềểễệ")
        add("o", hats, "ôốồổỗộ")
        return vowels
    }()

    /// Text in a VNI font (`Maõ ñôn vò`). What shows it: marks behind vowels that Vietnamese never has there.
    private static func vni(_ letters: [Character]) -> (hits: Int, text: String?) {
        let natural: Set<String> = ["oá", "oà", "oã", "oè", "oé"]
        var (hits, index, text) = (0, 0, "")
        while index < letters.count {
            let letter = letters[index]
            let base = Character(letter.lowercased())
            let mark = index + 1 < letters.count ? Character(letters[index + 1].lowercased()) : " "
            if let marked = vniVowels[base]?[mark] {
                if !natural.contains(String([base, mark])) { hits += 1 }
                text += letter.isUppercase ? marked.uppercased() : String(marked)
                index += 2
                continue
            }
            if let plain = vniSingles[letter] {
                text.append(plain)
                // Before a vowel only `đ` is written like this.
                if base == "ñ", mark.isLetter { hits += 1 }
            } else if letter.isASCII {
                text.append(letter)
            } else {
                return (0, nil)
            }
            index += 1
        }
        return (hits, text)
    }
}
