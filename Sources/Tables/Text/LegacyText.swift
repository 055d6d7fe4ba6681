import Values

/// Vietnamese text that is not Unicode, read as if it were: bytes of UTF-8 taken for letters, and the fonts of the time
/// before (TCVN3, VNI).
enum LegacyText {
    // MARK: - Encoded twice

    /// The bytes that a program took for letters of Windows-1252; nil when a letter is none of it.
    static func bytes(behind text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            } else if let byte = Charset.windowsByte[scalar.value] {
                bytes.append(byte)
            } else {
                return nil
            }
        }
        return bytes
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

    /// The letters of TCVN3 by those of Windows-1252 in their place. Its capitals with tones were fonts of their own.
    private static let oldNationalLetters: [Character: Character] = {
        var letters: [Character: Character] = [:]
        for byte in UInt8(0xA1)...0xFE {
            guard case .text(let font) = Charset.tcvn3.decoded([byte]),
                case .text(let plain) = Charset.windows1252.decoded([byte]),
                let letter = String(decoding: font, as: UTF8.self).first,
                letter.isLowercase || "ĂÂĐÊÔƠƯ".contains(letter)
            else { continue }
            letters[Character(String(decoding: plain, as: UTF8.self))] = letter
        }
        return letters
    }()

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

    /// Text in a VNI font (`Maõ ñôn vò`). What shows it: marks behind vowels that Vietnamese never has there.
    private static func vni(_ letters: [Character]) -> (hits: Int, text: String?) {
        let natural: Set<String> = ["oá", "oà", "oã", "oè", "oé"]
        var (hits, index, text) = (0, 0, "")
        while index < letters.count {
            let letter = letters[index]
            let base = Character(letter.lowercased())
            let mark = index + 1 < letters.count ? Character(letters[index + 1].lowercased()) : " "
            if let marked = Charset.vniVowels[base]?[mark] {
                if !natural.contains(String([base, mark])) { hits += 1 }
                text += letter.isUppercase ? marked.uppercased() : String(marked)
                index += 2
                continue
            }
            if let plain = Charset.vniSingles[base] {
                text += letter.isUppercase ? plain.uppercased() : String(plain)
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
