/// Writes JSON piece by piece, in the order of the calls, indented by two spaces per level. Decimals are written
/// exactly.
public struct JSONWriter: Sendable {
    // Bytes rather than a string: a large report is millions of small pieces.
    private var bytes: [UInt8] = []
    private var levelHasMembers: [Bool] = []
    private var afterKey = false
    /// The level from which everything stands on one line; nil where each member has a line of its own.
    private var lineLevel: Int?

    /// Makes an empty writer.
    public init() {}

    /// The text so far. Complexity: O(length).
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Hands over the bytes written so far, and goes on behind them.
    package mutating func takeBytes() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// A writer of elements of the open list, its first or later ones, which ``append(_:)`` puts in: parts of a list
    /// may be written in parallel.
    package func part(isFirst: Bool) -> JSONWriter {
        var part = JSONWriter()
        part.levelHasMembers = levelHasMembers.dropLast() + [!isFirst]
        return part
    }

    /// Puts in the elements that a ``part(isFirst:)`` has written.
    package mutating func append(_ part: JSONWriter) {
        bytes += part.bytes
        levelHasMembers = part.levelHasMembers
    }

    /// Writes an object whose members `body` writes.
    public mutating func object(_ body: (inout JSONWriter) -> Void) {
        enclosed("{", "}", body)
    }

    /// Writes an array whose elements `body` writes.
    public mutating func array(_ body: (inout JSONWriter) -> Void) {
        enclosed("[", "]", body)
    }

    /// Writes a key; the next value belongs to it.
    public mutating func key(_ name: String) {
        separate()
        Self.append(quoted: name, to: &bytes)
        bytes.append(contentsOf: ": ".utf8)
        afterKey = true
    }

    /// Writes a string, or `null`.
    public mutating func value(_ value: String?) {
        guard let value else { return raw("null") }
        separate()
        Self.append(quoted: value, to: &bytes)
    }

    /// Writes an exact decimal, or `null`.
    public mutating func value(_ value: FixedDecimal?) {
        guard let value else { return raw("null") }
        separate()
        value.append(to: &bytes)
    }

    /// Writes a floating-point number with the fewest digits that reproduce it exactly, or `null`, which also stands
    /// for values that are not finite.
    public mutating func value(_ value: Double?) {
        raw(value.flatMap { $0.isFinite ? $0.description : nil } ?? "null")
    }

    /// Writes a whole number, or `null`.
    public mutating func value(_ value: Int?) {
        raw(value.map(String.init) ?? "null")
    }

    /// Writes `true` or `false`.
    public mutating func value(_ value: Bool) {
        raw(value ? "true" : "false")
    }

    /// Writes a key and a string, or `null`.
    public mutating func member(_ name: String, _ value: String?) {
        key(name)
        self.value(value)
    }

    /// Writes a key and an exact decimal, or `null`.
    public mutating func member(_ name: String, _ value: FixedDecimal?) {
        key(name)
        self.value(value)
    }

    /// Writes a key and a floating-point number, or `null`.
    public mutating func member(_ name: String, _ value: Double?) {
        key(name)
        self.value(value)
    }

    /// Writes a key and a whole number, or `null`.
    public mutating func member(_ name: String, _ value: Int?) {
        key(name)
        self.value(value)
    }

    /// Writes a key and `true` or `false`.
    public mutating func member(_ name: String, _ value: Bool) {
        key(name)
        self.value(value)
    }

    /// Writes a value that was read, on one line.
    package mutating func value(_ node: JSONNode) {
        switch node.content {
        case .null: raw("null")
        case .boolean(let flag): value(flag)
        case .number(let digits): raw(digits)
        case .text(let text): value(text)
        case .array(let elements):
            open("[", onOneLine: true)
            for element in elements { value(element) }
            close("]")
        case .object(let members):
            open("{", onOneLine: true)
            for member in members {
                key(member.key)
                value(member.value)
            }
            close("}")
        }
    }

    private mutating func raw(_ written: String) {
        separate()
        bytes.append(contentsOf: written.utf8)
    }

    private mutating func enclosed(_ opening: String, _ closing: String, _ body: (inout JSONWriter) -> Void) {
        open(opening)
        body(&self)
        close(closing)
    }

    /// Opens an object or array, for writers that ``object(_:)`` and ``array(_:)`` do not fit.
    ///
    /// - Parameter onOneLine: whether all of it stands on the line on which it begins.
    package mutating func open(_ bracket: String, onOneLine: Bool = false) {
        raw(bracket)
        levelHasMembers.append(false)
        if onOneLine, lineLevel == nil { lineLevel = levelHasMembers.count }
    }

    /// Closes what ``open(_:)`` opened.
    package mutating func close(_ bracket: String) {
        let isOnLine = lineLevel != nil
        if lineLevel == levelHasMembers.count { lineLevel = nil }
        if levelHasMembers.removeLast(), !isOnLine { newLine() }
        bytes.append(contentsOf: bracket.utf8)
        if levelHasMembers.isEmpty { bytes.append(UInt8(ascii: "\n")) }
    }

    private mutating func separate() {
        if afterKey {
            afterKey = false
            return
        }
        guard let last = levelHasMembers.indices.last else { return }
        let isFirst = !levelHasMembers[last]
        levelHasMembers[last] = true
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        if lineLevel == nil {
            newLine()
        } else if !isFirst {
            bytes.append(UInt8(ascii: " "))
        }
    }

    private mutating func newLine() {
        bytes.append(UInt8(ascii: "\n"))
        for _ in levelHasMembers {
            bytes.append(UInt8(ascii: " "))
            bytes.append(UInt8(ascii: " "))
        }
    }

    /// A string as a JSON literal, in quotes.
    public static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        append(quoted: text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func append(quoted text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        defer { bytes.append(UInt8(ascii: "\"")) }
        var text = text
        // In bounds: the letters are only iterated over.
        text.withUTF8 { letters in
            // Without a way out of the loop many letters are looked at together.
            var isPlain = true
            for letter in letters where isSpecial(letter) { isPlain = false }
            if isPlain { bytes.append(contentsOf: letters) } else { append(escaped: letters, to: &bytes) }
        }
    }

    /// Whether a byte is escaped, or may begin a control character of two bytes.
    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F || byte == 0xC2
    }

    /// A terminal obeys U+007F to U+009F as it does those below U+0020, which JSON itself wants escaped.
    private static func append(escaped letters: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        var isAfterC2 = false
        for byte in letters {
            if isAfterC2 {
                isAfterC2 = false
                // The scalar of C2 and another byte is that byte.
                if byte < 0xA0 {
                    append(control: byte, to: &bytes)
                } else {
                    bytes.append(0xC2)
                    bytes.append(byte)
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
            case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
            case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
            case 0..<0x20, 0x7F: append(control: byte, to: &bytes)
            case 0xC2: isAfterC2 = true
            default: bytes.append(byte)
            }
        }
    }

    private static func append(control byte: UInt8, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: ("\\u" + String(UInt32(byte), digits: 4, radix: 16)).utf8)
    }
}
