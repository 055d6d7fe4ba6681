/// Keeps text from becoming a formula when a spreadsheet opens a CSV file.
///
/// Spreadsheets run a cell that begins with `=`, `+`, `-` or `@` (also full-width, also after spaces), which someone's
/// answer to a survey could exploit ("CSV injection"). Such text is prefixed with an apostrophe, the character by which
/// spreadsheets themselves mark text. Text that begins with apostrophes followed by one of these characters gets one
/// more, so that reading removes exactly one and everything comes back unchanged. Text that is a number (`-5`) and a
/// single such character (`-`) are not formulas and stay as they are.
enum FormulaGuard {
    /// The apostrophe.
    static let mark = UInt8(ascii: "'")

    /// Whether the text needs the apostrophe.
    static func isNeeded(for text: String, numbers: NumberReader) -> Bool {
        // Most text begins with an ASCII letter or digit and needs no closer look.
        if let first = text.utf8.first, first < 0x80, isLetterOrDigit(first) { return false }
        guard hasSignInFront(text.unicodeScalars[...]), text.unicodeScalars.count > 1 else { return false }
        if case .number = numbers.read(text) { return false }
        return true
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }

    /// Removes the apostrophe if it was added.
    static func remove(from text: inout String) {
        guard isMarked(text) else { return }
        text = String(Substring(text.unicodeScalars.dropFirst().drop(while: isSpace)))
    }

    /// Whether the text begins with an apostrophe that was added.
    static func isMarked(_ text: String) -> Bool {
        text.unicodeScalars.first == "'" && hasSignInFront(text.unicodeScalars.dropFirst())
    }

    /// Whether only apostrophes and spaces precede one of the characters.
    private static func hasSignInFront(_ scalars: Substring.UnicodeScalarView) -> Bool {
        switch scalars.first(where: { $0 != "'" && !isSpace($0) }) {
        case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
        default: false
        }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace
    }
}
