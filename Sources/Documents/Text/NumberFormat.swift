public import Values

/// Numbers and days as a reader of the language writes them: `1,25`, `12.500` and `03/07/2024` in Vietnamese, `1.25`,
/// `12,500` and `2024-07-03` in English.
public struct NumberFormat: Hashable, Sendable {
    /// The language.
    public let language: Language

    /// Takes a language.
    public init(_ language: Language) {
        self.language = language
    }

    /// The decimal separator.
    public var decimalSeparator: Character { language == .vi ? "," : "." }
    private var groupSeparator: Character { language == .vi ? "." : "," }

    /// A number with at least as many decimals as given. Thousands are divided from 10 000 on: `1.234` would have two
    /// readings.
    public func text(_ number: FixedDecimal, digits: Int = 0) -> String {
        let plain = number.text(minimumDigits: digits, decimalSeparator: String(decimalSeparator))
        let whole = plain.prefix { $0 == "-" || $0.isNumber }
        let sign = whole.hasPrefix("-") ? "−" : ""
        let places = whole.drop { $0 == "-" }
        guard places.count > 4 else { return sign + places + plain.dropFirst(whole.count) }
        var grouped = ""
        for (position, digit) in places.enumerated() {
            if position > 0, (places.count - position).isMultiple(of: 3) { grouped.append(groupSeparator) }
            grouped.append(digit)
        }
        return sign + grouped + plain.dropFirst(whole.count)
    }

    /// A fraction, with up to six decimals; `≈` in front when that cuts it.
    public func text(_ ratio: ExactRatio) -> String {
        if let exact = ratio.exactDecimal { return text(exact) }
        guard let rounded = ratio.rounded(.finest) else { return "?" }
        return "≈ " + text(rounded)
    }

    /// A day.
    public func text(_ day: CalendarDay) -> String {
        let iso = day.description
        return language == .en ? iso : iso.split(separator: "-").reversed().joined(separator: "/")
    }
}
