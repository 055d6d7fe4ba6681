/// Text of files as it may be shown: names and figures come from outside, and a terminal obeys some characters.
public enum CleanText {
    /// The text on one line: line ends become spaces, control characters and those that turn the direction of writing `�`.
    public static func line(_ text: String) -> String { clean(text, keepingLines: false) }
    /// The same, with its lines kept.
    public static func lines(_ text: String) -> String { clean(text, keepingLines: true) }

    /// A list of points on one line, with `; ` between them.
    public static func points(_ text: String) -> String {
        let points = text.split(separator: "\n").map { $0.hasPrefix("- ") ? $0.dropFirst(2) : $0 }
        return line(points.joined(separator: "; "))
    }

    /// The lines with `<br>` between them, with what a format takes for markup written in another way.
    static func markup(_ text: String, _ written: (Unicode.Scalar) -> String?) -> String {
        let text = lines(text)
        var (result, start) = ("", text.startIndex)
        for index in text.unicodeScalars.indices {
            let scalar = text.unicodeScalars[index]
            guard let other = scalar == "\n" ? "<br>" : written(scalar) else { continue }
            result += text[start..<index]
            result += other
            start = text.unicodeScalars.index(after: index)
        }
        // Nearly all texts hold nothing that is written in another way.
        return start == text.startIndex ? text : result + text[start...]
    }

    /// The text, cut with `…` when it has more than so many characters; a list rather between two names.
    public static func cut(_ text: String, at limit: Int) -> String {
        guard text.count > limit else { return text }
        let start = text.prefix(max(limit - 1, 0))
        if let comma = start.lastIndex(of: ","), start.distance(from: comma, to: start.endIndex) < limit / 3 {
            return start[..<comma] + ", …"
        }
        return start + "…"
    }

    private static func clean(_ text: String, keepingLines: Bool) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where keepingLines: scalars.append(scalar)
            case "\r" where keepingLines: break
            case "\n", "\r", "\t", "\u{2028}", "\u{2029}": scalars.append(" ")
            default: scalars.append(isUnsafe(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return String(scalars)
    }

    /// Whether a scalar is a Latin letter or sign, as nearly all are: harmless and one cell wide.
    static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        0x20..<0x7F ~= scalar.value || 0xC0..<0x300 ~= scalar.value || 0x1E00..<0x1F00 ~= scalar.value
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        if isLatin(scalar) { return false }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }
}
