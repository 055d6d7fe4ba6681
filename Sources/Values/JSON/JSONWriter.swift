/// Writes JSON piece by piece, in the order of the calls, indented by two spaces per level. Decimals are written
/// exactly.
public struct JSONWriter {
    /// The text so far.
    public private(set) var text = ""
    private var levelHasMembers: [Bool] = []
    private var afterKey = false

    /// Makes an empty writer.
    public init() {}

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
        text += Self.quoted(name) + ": "
        afterKey = true
    }

    /// Writes a string, or `null`.
    public mutating func value(_ value: String?) {
        raw(value.map(Self.quoted) ?? "null")
    }

    /// Writes an exact decimal, or `null`.
    public mutating func value(_ value: FixedDecimal?) {
        raw(value?.text() ?? "null")
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

    private mutating func raw(_ written: String) {
        separate()
        text += written
    }

    private mutating func enclosed(_ opening: String, _ closing: String, _ body: (inout JSONWriter) -> Void) {
        open(opening)
        body(&self)
        close(closing)
    }

    /// Opens an object or array, for writers that ``object(_:)`` and ``array(_:)`` do not fit.
    package mutating func open(_ bracket: String) {
        raw(bracket)
        levelHasMembers.append(false)
    }

    /// Closes what ``open(_:)`` opened.
    package mutating func close(_ bracket: String) {
        if levelHasMembers.removeLast() { newLine() }
        text += bracket
        if levelHasMembers.isEmpty { text += "\n" }
    }

    private mutating func separate() {
        if afterKey {
            afterKey = false
            return
        }
        guard let last = levelHasMembers.indices.last else { return }
        if levelHasMembers[last] { text += "," }
        levelHasMembers[last] = true
        newLine()
    }

    private mutating func newLine() {
        text += "\n" + String(repeating: "  ", count: levelHasMembers.count)
    }

    /// A string as a JSON literal, in quotes.
    public static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{0}"..<"\u{20}":
                result += "\\u" + String(scalar.value, digits: 4, radix: 16)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
