/// Writes XML piece by piece, in the order of the calls.
struct XMLWriter {
    typealias Attributes = KeyValuePairs<String, String?>

    private var bytes = Array(#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#.utf8) + [0x0A]

    init() {}

    /// A whole document.
    static func document(_ body: (inout XMLWriter) -> Void) -> [UInt8] {
        var writer = XMLWriter()
        body(&writer)
        return writer.bytes
    }

    /// Hands over the bytes written so far, and goes on behind them.
    mutating func takeBytes() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// Writes an element with what `body` writes in it. Attributes that are nil are left out.
    mutating func element(_ name: String, _ attributes: Attributes = [:], _ body: (inout XMLWriter) -> Void) {
        open(name, attributes)
        body(&self)
        close(name)
    }

    /// Writes an element without content.
    mutating func element(_ name: String, _ attributes: Attributes = [:]) {
        begin(name, attributes)
        bytes += "/>".utf8
    }

    /// Writes an element that holds a text.
    mutating func element(_ name: String, _ attributes: Attributes = [:], text: String) {
        open(name, attributes)
        self.text(text)
        close(name)
    }

    /// Writes the beginning of an element, for contents that come bit by bit.
    mutating func open(_ name: String, _ attributes: Attributes = [:]) {
        begin(name, attributes)
        bytes.append(UInt8(ascii: ">"))
    }

    mutating func close(_ name: String) {
        bytes += "</".utf8
        bytes += name.utf8
        bytes.append(UInt8(ascii: ">"))
    }

    /// Writes a text; characters that no XML holds are shown as lost.
    mutating func text(_ text: String) { append(text, isAttribute: false) }

    private mutating func begin(_ name: String, _ attributes: Attributes) {
        bytes.append(UInt8(ascii: "<"))
        bytes += name.utf8
        for (key, value) in attributes {
            guard let value else { continue }
            bytes.append(UInt8(ascii: " "))
            bytes += key.utf8
            bytes += "=\"".utf8
            append(value, isAttribute: true)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private mutating func append(_ text: String, isAttribute: Bool) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": bytes += "&amp;".utf8
            case "<": bytes += "&lt;".utf8
            case ">": bytes += "&gt;".utf8
            case "\"" where isAttribute: bytes += "&quot;".utf8
            // As characters they would become spaces and line feeds.
            case "\t" where isAttribute, "\n" where isAttribute, "\r": bytes += "&#\(scalar.value);".utf8
            case "\t", "\n": bytes.append(UInt8(scalar.value))
            case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": bytes += "\u{FFFD}".utf8
            default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
    }
}
