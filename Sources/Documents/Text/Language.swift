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

    /// A number with at least as many decimals as given. Thousands are divided from 10 000 on: `1.234` would have two
    /// readings.
    public func text(_ number: FixedDecimal, digits: Int = 0) -> String {
        var text = number.text(minimumDigits: digits, decimalSeparator: String(decimalSeparator))
        let sign = text.hasPrefix("-") ? "−" : ""
        if !sign.isEmpty { text.removeFirst() }
        let places = text.prefix { $0.isNumber }.count
        guard places > 4 else { return sign + text }
        for place in stride(from: places - 3, to: 0, by: -3) {
            text.insert(self == .vi ? "." : ",", at: text.index(text.startIndex, offsetBy: place))
        }
        return sign + text
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
