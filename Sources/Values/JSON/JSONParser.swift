/// Reads JSON in one pass over the bytes.
///
/// For `{"a": [1, 2]}` the cursor starts at `{` (0), reads the key at 1 and the colon, then recurses for the value at
/// 6, which recurses at 7 and 10; every call returns with the cursor after its value. Depth is bounded, so that a
/// hostile file of ten million brackets is an error and not a crash.
struct JSONParser {
    struct SyntaxError: Error {
        var offset: Int
        var expected: FindingTerm
        var found: String
    }

    struct RepeatedKey {
        var key: String
        var offset: Int
        var first: Int
    }

    static let deepest = 128

    let bytes: [UInt8]
    var cursor = 0
    var depth = 0
    var repeatedKeys: [RepeatedKey] = []

    init(bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { cursor = 3 }
    }

    mutating func parseDocument() throws(SyntaxError) -> JSONNode {
        let value = try parseValue()
        skipSpace()
        guard cursor == bytes.count else { throw failure(expected: .endOfFile) }
        return value
    }

    private mutating func parseValue() throws(SyntaxError) -> JSONNode {
        skipSpace()
        let start = cursor
        guard cursor < bytes.count else { throw failure(expected: .value) }
        switch bytes[cursor] {
        case UInt8(ascii: "{"): return try parseObject()
        case UInt8(ascii: "["): return try parseArray()
        case UInt8(ascii: "\""): return JSONNode(.text(try parseString()), offset: start)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return JSONNode(.number(try parseNumber()), offset: start)
        default:
            for (word, content) in [
                ("null", JSONNode.Content.null), ("true", .boolean(true)), ("false", .boolean(false)),
            ]
            where bytes[cursor...].starts(with: word.utf8) {
                cursor += word.utf8.count
                return JSONNode(content, offset: start)
            }
            throw failure(expected: .value)
        }
    }

    private mutating func parseObject() throws(SyntaxError) -> JSONNode {
        let start = cursor
        try enter()
        var members: [JSONNode.Member] = []
        var firstOffsets: [String: Int] = [:]
        skipSpace()
        if !take("}") {
            repeat {
                skipSpace()
                let keyOffset = cursor
                guard peek == UInt8(ascii: "\"") else { throw failure(expected: .quotedKey) }
                let key = try parseString()
                skipSpace()
                guard take(":") else { throw failure(expected: .colon) }
                let value = try parseValue()
                if let first = firstOffsets[key] {
                    repeatedKeys.append(RepeatedKey(key: key, offset: keyOffset, first: first))
                } else {
                    firstOffsets[key] = keyOffset
                    members.append(JSONNode.Member(key: key, keyOffset: keyOffset, value: value))
                }
                skipSpace()
            } while take(",")
            guard take("}") else { throw failure(expected: .commaOrBrace) }
        }
        depth -= 1
        return JSONNode(.object(members), offset: start)
    }

    private mutating func parseArray() throws(SyntaxError) -> JSONNode {
        let start = cursor
        try enter()
        var elements: [JSONNode] = []
        skipSpace()
        if !take("]") {
            repeat {
                elements.append(try parseValue())
                skipSpace()
            } while take(",")
            guard take("]") else { throw failure(expected: .commaOrBracket) }
        }
        depth -= 1
        return JSONNode(.array(elements), offset: start)
    }

    /// Moves past an opening bracket.
    private mutating func enter() throws(SyntaxError) {
        guard depth < Self.deepest else { throw failure(expected: .lessNesting) }
        depth += 1
        cursor += 1
    }

    private mutating func parseNumber() throws(SyntaxError) -> String {
        let start = cursor
        _ = take("-")
        let integerStart = cursor
        skipDigits()
        guard cursor > integerStart, cursor == integerStart + 1 || bytes[integerStart] != UInt8(ascii: "0") else {
            cursor = start
            throw failure(expected: .wellFormedNumber)
        }
        if take(".") { try requireDigits() }
        if take("e") || take("E") {
            _ = take("+") || take("-")
            try requireDigits()
        }
        return String(decoding: bytes[start..<cursor], as: UTF8.self)
    }

    private mutating func requireDigits() throws(SyntaxError) {
        let start = cursor
        skipDigits()
        guard cursor > start else { throw failure(expected: .wellFormedNumber) }
    }

    private mutating func skipDigits() {
        while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { cursor += 1 }
    }

    private mutating func parseString() throws(SyntaxError) -> String {
        cursor += 1
        var text: [UInt8] = []
        var runStart = cursor
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                text += bytes[runStart..<cursor]
                guard let decoded = String(validating: text, as: UTF8.self) else {
                    cursor = runStart
                    throw failure(expected: .utf8)
                }
                cursor += 1
                return VietnameseText.composed(decoded)
            case UInt8(ascii: "\\"):
                text += bytes[runStart..<cursor]
                text += String(try parseEscape()).utf8
                runStart = cursor
            case 0..<0x20: throw failure(expected: .escape)
            default: cursor += 1
            }
        }
        throw failure(expected: .closingQuote)
    }

    private mutating func parseEscape() throws(SyntaxError) -> Unicode.Scalar {
        let start = cursor
        cursor += 1
        guard let byte = peek else { throw failure(expected: .closingQuote) }
        cursor += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            if let unit = parseHexadecimal() {
                if let scalar = Unicode.Scalar(unit) { return scalar }
                if (0xD800..<0xDC00).contains(unit), take("\\"), take("u"), let low = parseHexadecimal(),
                    (0xDC00..<0xE000).contains(low),
                    let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
                {
                    return scalar
                }
            }
        default: break
        }
        cursor = start
        throw failure(expected: .escape)
    }

    private mutating func parseHexadecimal() -> UInt32? {
        guard cursor + 4 <= bytes.count else { return nil }
        let digits = String(decoding: bytes[cursor..<cursor + 4], as: UTF8.self)
        guard digits.utf8.count == 4, digits.allSatisfy({ $0.isHexDigit }), let unit = UInt32(digits, radix: 16) else {
            return nil
        }
        cursor += 4
        return unit
    }

    private var peek: UInt8? { cursor < bytes.count ? bytes[cursor] : nil }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: sign) else { return false }
        cursor += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { cursor += 1 }
    }

    private func failure(expected: FindingTerm) -> SyntaxError {
        let rest = bytes[min(cursor, bytes.count)...].prefix(12)
        let line = rest.prefix { $0 >= 0x20 }
        return SyntaxError(
            offset: min(cursor, bytes.count), expected: expected, found: String(decoding: line, as: UTF8.self))
    }
}
