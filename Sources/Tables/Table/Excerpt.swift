/// Text from a file as a finding may show it.
package enum Excerpt {
    /// How many characters are shown.
    static let limit = 80

    /// The text without control characters (they could control a terminal), cut at 80 characters.
    package static func of(_ bytes: some Sequence<UInt8>) -> String {
        // Bytes are limited first: one character can consist of any number of bytes.
        of(String(decoding: Array(bytes.prefix(limit * 8)), as: UTF8.self))
    }

    /// The same for a string.
    package static func of(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(limit * 8) {
            switch scalar.properties.generalCategory {
            case .control: scalars.append(Spaces.isWhite(UInt8(truncatingIfNeeded: scalar.value)) ? " " : "\u{FFFD}")
            // Bidirectional formatting characters could make a finding read as something else.
            case .format, .lineSeparator, .paragraphSeparator: scalars.append("\u{FFFD}")
            default: scalars.append(scalar)
            }
        }
        let clean = String(scalars)
        return clean.count > limit ? clean.prefix(limit - 1) + "…" : clean
    }
}
