/// Text of files as it may be shown: names and figures come from outside, and a terminal obeys some signs.
public enum CleanText {
    /// The text on one line: line ends become spaces, control signs and signs that turn the direction of writing `�`.
    public static func line(_ text: String) -> String {
        clean(text, keepingLines: false)
    }

    /// The same, with its lines kept.
    public static func lines(_ text: String) -> String {
        clean(text, keepingLines: true)
    }

    /// A list of points on one line, with `; ` between them.
    public static func points(_ text: String) -> String {
        let points = text.split(separator: "\n").map { $0.hasPrefix("- ") ? $0.dropFirst(2) : $0 }
        return line(points.joined(separator: "; "))
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

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }

    /// The text, cut with `…` when it has more than so many characters.
    public static func cut(_ text: String, at limit: Int) -> String {
        guard text.count > limit else { return text }
        let start = text.prefix(max(limit - 1, 0))
        // A list is better cut between two names.
        if let comma = start.lastIndex(of: ","), start.distance(from: comma, to: start.endIndex) < limit / 3 {
            return start[..<comma] + ", …"
        }
        return start + "…"
    }
}
