public import Values

/// The languages in which documents are written.
public enum Language: String, CaseIterable, Hashable, Sendable {
    /// Vietnamese.
    case vi
    /// English.
    case en

    /// The language that a locale such as `en_US.UTF-8` asks for: English when it says so, else Vietnamese.
    public init(locale: String) {
        let code = locale.prefix { !"_.@-".contains($0) }
        self = code.lowercased() == "en" ? .en : .vi
    }
}

/// Numbers and days as a reader of the language writes them: `1,25`, `12.500` and `03/07/2024` in Vietnamese, `1.25`,
/// `12,500` and `2024-07-03` in English.
extension Language {
    /// The decimal separator.
    public var decimalSeparator: Character { self == .vi ? "," : "." }

    /// A number with at least as many decimals as given, thousands divided: `1.234,5` in Vietnamese, `1,234.5` in English.
    public func text(_ number: FixedDecimal, digits: Int = 0) -> String {
        var text = number.text(minimumDigits: digits, decimalSeparator: String(decimalSeparator))
        let isNegative = text.utf8.first == UInt8(ascii: "-")
        if isNegative { text.removeFirst() }
        let places = text.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
        for place in stride(from: places - 3, to: 0, by: -3) {
            text.insert(self == .vi ? "." : ",", at: text.utf8.index(text.startIndex, offsetBy: place))
        }
        return isNegative ? "−" + text : text
    }

    /// A fraction, with up to six decimals; `≈` in front when that cuts it.
    public func text(_ ratio: ExactRatio) -> String {
        if let exact = ratio.exactDecimal { return text(exact) }
        return ratio.rounded(.finest).map { "≈ " + text($0) } ?? "?"
    }

    /// A day.
    public func text(_ day: CalendarDay) -> String {
        let iso = day.description
        return self == .en ? iso : iso.split(separator: "-").reversed().joined(separator: "/")
    }
}
