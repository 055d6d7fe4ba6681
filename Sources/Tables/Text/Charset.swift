internal import Values

/// The encodings of Vietnamese text that tables are read in.
public enum Charset: String, CaseIterable, Hashable, Sendable {
    case utf8 = "utf-8"
    case utf16 = "utf-16"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case windows1258 = "windows-1258"
    case windows1252 = "windows-1252"
    /// TCVN 5712, as the fonts of the ABC family have it (`.VnTime`).
    case tcvn3
    /// The VNI fonts: letters and behind them the marks.
    case vni
    case viscii

    /// Its name as people write it.
    package var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16: "UTF-16"
        case .utf16LittleEndian: "UTF-16 LE"
        case .utf16BigEndian: "UTF-16 BE"
        case .windows1258: "Windows-1258"
        case .windows1252: "Windows-1252"
        case .tcvn3: "TCVN3 (ABC)"
        case .vni: "VNI"
        case .viscii: "VISCII"
        }
    }

    /// Those with one byte a sign, the likeliest first.
    static let single: [Charset] = [.windows1258, .tcvn3, .vni, .windows1252, .viscii]

    // MARK: - Tables

    /// The letter of each byte; 0 where there is none. Checked against what iconv and Python make of each byte.
    private var scalars: [UInt32] {
        switch self {
        case .windows1252, .vni: Self.latin
        case .windows1258: Self.vietnameseWindows
        case .tcvn3: Self.nationalLetters
        case .viscii: Self.visciiLetters
        case .utf8, .utf16, .utf16LittleEndian, .utf16BigEndian: []
        }
    }

    /// The signs that Windows-1252 has for the bytes from 0x80 to 0x9F; five of them are free.
    private static let signs: [UInt32] = [
        0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D, 0, 0,
        0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0, 0x17E, 0x178,
    ]

    /// The bytes of Windows-1252 for its signs, and the five free ones for the control characters in their place.
    static let windowsByte: [UInt32: UInt8] = Dictionary(
        uniqueKeysWithValues: signs.enumerated().map { ($1 == 0 ? UInt32(0x80 + $0) : $1, UInt8(0x80 + $0)) })

    private static let latin: [UInt32] = Array(0..<0x80) + signs + Array(0xA0...0xFF)

    /// Where Windows-1258 differs: `Ă Đ Ơ Ư`, the five marks behind a letter, the sign of the đồng, and four free bytes.
    private static let vietnameseWindows: [UInt32] = {
        var letters = latin
        let others: [Int: UInt32] = [
            0x8A: 0, 0x8E: 0, 0x9A: 0, 0x9E: 0, 0xC3: 0x102, 0xCC: 0x300, 0xD0: 0x110, 0xD2: 0x309, 0xD5: 0x1A0,
            0xDD: 0x1AF, 0xDE: 0x303, 0xE3: 0x103, 0xEC: 0x301, 0xF0: 0x111, 0xF2: 0x323, 0xF5: 0x1A1, 0xFD: 0x1B0,
            0xFE: 0x20AB,
        ]
        for (byte, letter) in others { letters[byte] = letter }
        return letters
    }()

    private static let nationalLetters = table(
        "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨ"
            + "ÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"
            + "\u{A0}ĂÂÊÔƠƯĐăâêôơưđẰ"
            + "\u{300}\u{309}\u{303}\u{301}\u{323}àảãáạẲằẳẵắẴ"
            + "ẮẦẨẪẤỀặầẩẫấậèỂẻẽ"
            + "éẹềểễếệìỉỄẾỒĩíịò"
            + "Ổỏõóọồổỗốộờởỡớợù"
            + "ỖủũúụừửữứựỳỷỹýỵỐ",
        [
            0x01: 0xDA, 0x02: 0x1EE4, 0x04: 0x1EEA, 0x05: 0x1EEC, 0x06: 0x1EEE, 0x11: 0x1EE8, 0x12: 0x1EF0,
            0x13: 0x1EF2,
            0x14: 0x1EF6, 0x15: 0x1EF8, 0x16: 0xDD, 0x17: 0x1EF4,
        ])

    private static let visciiLetters = table(
        "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ"
            + "ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
            + "Õắằặấầẩậẽẹếềểễệố"
            + "ồổỗỠƠộờởịỰỨỪỬơớƯ"
            + "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ"
            + "ĐứÒÓÔạỷừửÙÚỹỵÝỡư"
            + "àáâãảăữẫèéêẻìíĩỉ"
            + "đựòóôõỏọụùúũủýợỮ",
        [0x02: 0x1EB2, 0x05: 0x1EB4, 0x06: 0x1EAA, 0x14: 0x1EF6, 0x19: 0x1EF8, 0x1E: 0x1EF4])

    private static func table(_ upper: String, _ controls: [Int: UInt32]) -> [UInt32] {
        var letters = Array<UInt32>(0..<0x80) + upper.unicodeScalars.map { $0.value }
        for (byte, letter) in controls { letters[byte] = letter }
        return letters
    }

    /// The letters of the VNI fonts that stand for themselves, and the marks behind vowels: tones, and hats with tones.
    static let vniSingles: [Character: Character] = [
        "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ô": "ơ", "ö": "ư",
    ]
    static let vniVowels: [Character: [Character: Character]] = {
        var vowels: [Character: [Character: Character]] = [:]
        func add(_ base: Character, _ marks: String, _ letters: String) {
            for (mark, letter) in zip(marks, letters) { vowels[base, default: [:]][mark] = letter }
        }
        let (tones, hats) = ("ùøûõï", "âáàåãä")
        for (base, letters) in [("a", "áàảãạ"), ("e", "éèẻẽẹ"), ("o", "óòỏõọ"), ("u", "úùủũụ"), ("y", "ýỳỷỹỵ")] {
            add(Character(base), tones, letters)
        }
        add("ô", tones, "ớờởỡợ")
        add("ö", tones, "ứừửữự")
        add("a", hats + "êéèúüë", "âấầẩẫậăắằẳẵặ")
        add("e", hats, "êếềểễệ")
        add("o", hats, "ôốồổỗộ")
        return vowels
    }()

    // MARK: - Decoding

    /// A text as UTF-8, or where a byte stands that the encoding does not have.
    enum Decoded {
        case text([UInt8])
        case fault(offset: Int, length: Int)
    }

    /// The UTF-8 of text in this encoding, from an offset on, with every Vietnamese letter precomposed.
    ///
    /// Complexity: O(bytes).
    func decoded(_ bytes: [UInt8], from start: Int = 0) -> Decoded {
        switch self {
        case .utf8: return .text(Array(bytes[start...]))
        case .utf16, .utf16LittleEndian: return Self.wide(bytes, from: start, low: 0)
        case .utf16BigEndian: return Self.wide(bytes, from: start, low: 1)
        case .windows1252, .windows1258, .tcvn3, .viscii, .vni: break
        }
        // Many files are ASCII but for names: its bytes are copied, the others looked up.
        let sequences = scalars.map { $0 == 0 ? [] : Array(String(Unicode.Scalar($0).map(Character.init) ?? " ").utf8) }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count - start + bytes.count / 8)
        for index in start..<bytes.count {
            let byte = bytes[index]
            if byte < 0x80, byte > 0x1F || byte == 9 || byte == 10 || byte == 13 {
                text.append(byte)
            } else if sequences[Int(byte)].isEmpty {
                return .fault(offset: index, length: 1)
            } else {
                text += sequences[Int(byte)]
            }
        }
        if self == .vni { return .text(Array(Self.vni(String(decoding: text, as: UTF8.self)).utf8)) }
        // Both have marks that follow their letter.
        if self == .windows1258 || self == .tcvn3 {
            return .text(Array(VietnameseText.composed(String(decoding: text, as: UTF8.self)).utf8))
        }
        return .text(text)
    }

    /// Text in UTF-16; `low` is the position of the lower byte of a unit.
    private static func wide(_ bytes: [UInt8], from start: Int, low: Int) -> Decoded {
        var units: [UInt16] = []
        units.reserveCapacity((bytes.count - start) / 2)
        var index = start
        while index + 1 < bytes.count {
            units.append(UInt16(bytes[index + low]) | UInt16(bytes[index + 1 - low]) << 8)
            index += 2
        }
        if index < bytes.count { return .fault(offset: index, length: 1) }
        var isHigh = false
        for (position, unit) in units.enumerated() {
            let isLow = (0xDC00...0xDFFF).contains(unit)
            if isLow != isHigh { return .fault(offset: start + 2 * position, length: 2) }
            isHigh = (0xD800...0xDBFF).contains(unit)
        }
        if isHigh { return .fault(offset: bytes.count - 2, length: 2) }
        return .text(Array(VietnameseText.composed(String(decoding: units, as: UTF16.self)).utf8))
    }

    /// Text for a VNI font, whose bytes were taken for letters of Windows-1252.
    /// - Parameter marksStrays: Whether U+FFFD stands for a mark that follows no vowel, as in no such text.
    static func vni(_ text: String, marksStrays: Bool = false) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var letters = text.makeIterator()
        var next = letters.next()
        while let letter = next {
            next = letters.next()
            if letter == "\r\n" || letter.isASCII && next?.isASCII ?? true {
                result.append(letter)
                continue
            }
            let base = Character(letter.lowercased())
            func cased(_ plain: Character) -> String { letter.isUppercase ? plain.uppercased() : String(plain) }
            if let mark = next, let marked = vniVowels[base]?[Character(mark.lowercased())] {
                result += cased(marked)
                next = letters.next()
            } else if let plain = vniSingles[base] {
                result += cased(plain)
            } else {
                result.append(marksStrays && !letter.isASCII && letter.isLetter ? "\u{FFFD}" : letter)
            }
        }
        return result
    }
}
