/// The characters of names and spaces.
enum XMLCharacters {
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
    }

    /// What a byte may be in a name: bit 0 anywhere, bit 1 at its beginning.
    private static let table: [UInt8] = (0..<128).map { byte in
        switch UInt8(byte) {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
            UInt8(ascii: ":"):
            3
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): 1
        default: 0
        }
    }

    /// Where the name that begins at a position ends; nil when none begins there.
    static func endOfName(from start: Int, in window: XMLWindow) -> Int? {
        var index = start
        while index < window.count {
            let byte = window.bytes[index]
            if byte < 0x80 {
                if table[Int(byte)] & (index == start ? 2 : 1) == 0 { break }
                index += 1
            } else {
                let (scalar, length) = scalar(at: index, in: window)
                if !isNameLetter(scalar, first: index == start) { break }
                index += length
            }
        }
        return index > start ? index : nil
    }

    private static func scalar(at index: Int, in window: XMLWindow) -> (UInt32, length: Int) {
        // The window holds whole letters only.
        let first = UInt32(window.bytes[index])
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        var value = first & (0xFF >> UInt32(length + 1))
        for step in 1..<length { value = value << 6 | UInt32(window.bytes[index + step] & 0x3F) }
        return (value, length)
    }

    private static func isNameLetter(_ value: UInt32, first: Bool) -> Bool {
        switch value {
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F,
            0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
            true
        case 0xB7, 0x300...0x36F, 0x203F...0x2040: !first
        default: false
        }
    }
}

/// References such as `&amp;` and `&#x1EC7;`.
enum XMLReferences {
    private static let entities: [([UInt8], Unicode.Scalar)] = [
        (Array("amp".utf8), "&"), (Array("lt".utf8), "<"), (Array("gt".utf8), ">"), (Array("quot".utf8), "\""),
        (Array("apos".utf8), "'"),
    ]

    /// The letter of the reference between `&` and `;`; nil for an entity that XML itself does not have.
    static func scalar(of range: Range<Int>, in window: XMLWindow) throws(WorkbookFault) -> Unicode.Scalar? {
        // In bounds: the reference ends before a `;` that was found in the window.
        let letters = UnsafeBufferPointer(start: window.bytes + range.lowerBound, count: range.count)
        guard letters.first == UInt8(ascii: "#") else {
            guard XMLCharacters.endOfName(from: range.lowerBound, in: window) == range.upperBound else {
                throw window.fault(.reference, at: range.lowerBound)
            }
            return entities.first { $0.0.elementsEqual(letters) }?.1
        }
        let isHexadecimal = letters.count > 1 && letters[1] == UInt8(ascii: "x")
        let digits = letters.dropFirst(isHexadecimal ? 2 : 1)
        guard digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10),
            let scalar = Unicode.Scalar(value), isAllowed(value)
        else { throw window.fault(.reference, at: range.lowerBound) }
        return scalar
    }

    private static func isAllowed(_ value: UInt32) -> Bool {
        value >= 0x20 ? value != 0xFFFE && value != 0xFFFF : value == 0x09 || value == 0x0A || value == 0x0D
    }

    /// Writes a letter as UTF-8; returns its length.
    static func write(_ scalar: Unicode.Scalar, to bytes: UnsafeMutablePointer<UInt8>) -> Int {
        // In bounds: callers write over a reference, which is longer: `&lt;`, `&#9;`, `&#x800;`, `&#65536;`.
        var length = 0
        for byte in UTF8.CodeUnit.bytes(of: scalar) {
            bytes[length] = byte
            length += 1
        }
        return length
    }
}

extension UTF8.CodeUnit {
    fileprivate static func bytes(of scalar: Unicode.Scalar) -> Unicode.UTF8.EncodedScalar {
        UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    }
}

/// What `<?xml …?>` says.
struct XMLDeclaration {
    private var encoding: String?

    /// Whether text without a byte-order mark may be of this encoding.
    var isUTF8: Bool { encoding.map { ["utf-8", "us-ascii", "ascii"].contains($0) } ?? true }
    /// Whether UTF-16 may be.
    var isUTF16: Bool { encoding.map { ["utf-16", "utf-16le", "utf-16be"].contains($0) } ?? true }

    /// Reads what stands between `<?xml` and `?>`; nil when it is not as it should be.
    init?(_ text: String) {
        var rest = Substring(text)
        var expected: [String] = ["version", "encoding", "standalone"]
        var isFirst = true
        while true {
            let before = rest.utf8.count
            while let letter = rest.utf8.first, XMLCharacters.isSpace(letter) { rest = rest.dropFirst() }
            if rest.isEmpty { break }
            // A space stands before each.
            guard rest.utf8.count < before, let equals = rest.firstIndex(of: "=") else { return nil }
            let name = rest[..<equals].filter { !$0.isWhitespace }
            rest = rest[rest.index(after: equals)...].drop { $0.isWhitespace }
            guard let place = expected.firstIndex(of: name), isFirst == (name == "version"), let quote = rest.first,
                quote == "\"" || quote == "'", let end = rest.dropFirst().firstIndex(of: quote)
            else { return nil }
            expected.removeFirst(place + 1)
            isFirst = false
            let value = rest[rest.index(after: rest.startIndex)..<end]
            rest = rest[rest.index(after: end)...]
            switch name {
            case "version": if !value.hasPrefix("1.") || value.utf8.count < 3 || !Self.isVersion(value) { return nil }
            case "encoding":
                guard let first = value.first, first.isASCII, first.isLetter else { return nil }
                encoding = value.lowercased()
            default: if value != "yes" && value != "no" { return nil }
            }
        }
        if isFirst { return nil }
    }

    private static func isVersion(_ text: Substring) -> Bool {
        text.utf8.dropFirst(2).allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
    }
}
