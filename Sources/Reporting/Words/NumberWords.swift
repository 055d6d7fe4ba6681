package import Documents
internal import Words
package import Scoring
package import Values

/// Numbers as a reader of the language writes them: `1,25` and `12.500` in Vietnamese, `1.25` and `12,500` in English.
package struct NumberWords: Hashable, Sendable {
    /// The language.
    package let language: Language

    /// Makes the writer of a language.
    package init(_ language: Language) {
        self.language = language
    }

    /// The decimal sign.
    package var decimalSeparator: String { language == .vi ? "," : "." }
    private var groupSeparator: Character { language == .vi ? "." : "," }

    /// A number with at least so many decimals. Thousands are divided from 10 000 on: `1.234` would have two readings.
    package func text(_ number: FixedDecimal, minimumDigits: Int = 0) -> String {
        let plain = number.text(minimumDigits: minimumDigits, decimalSeparator: decimalSeparator)
        let digits = plain.prefix { $0 == "-" || $0.isNumber }
        let sign = digits.hasPrefix("-") ? "−" : ""
        let whole = digits.drop { $0 == "-" }
        guard whole.count > 4 else { return sign + whole + plain.dropFirst(digits.count) }
        var grouped = ""
        for (position, digit) in whole.enumerated() {
            if position > 0, (whole.count - position).isMultiple(of: 3) { grouped.append(groupSeparator) }
            grouped.append(digit)
        }
        return sign + grouped + plain.dropFirst(digits.count)
    }

    /// A fraction, with up to six decimals; `≈` in front when that cuts it.
    package func text(_ ratio: ExactRatio) -> String {
        if let exact = ratio.exactDecimal { return text(exact) }
        guard let rounded = ratio.rounded(.finest) else { return "?" }
        return "≈ " + text(rounded)
    }

    /// The same as a term of a sum or product: `≈0,333333`.
    package func term(_ ratio: ExactRatio) -> String {
        String(text(ratio).filter { $0 != " " })
    }

    /// `1,205` exact, or `≈ 0,333333`, behind an equals sign that is left out when it is not exact.
    package func equals(_ ratio: ExactRatio) -> String {
        ratio.exactDecimal == nil ? text(ratio) : "= " + text(ratio)
    }

    /// `99 %`, `30 thủ tục`: a number with its unit.
    package func text(_ number: FixedDecimal, unit: String?) -> String {
        text(number) + (unit.map { " " + $0 } ?? "")
    }

    /// `giảm từ 7,5 % trở lên`, `tăng`, `không tăng`: a bound on a change in words.
    package func change(_ comparison: Comparison, _ value: ExactRatio, unit: String?) -> String {
        let size = text(value < .zero ? value.negated : value) + (unit.map { " " + $0 } ?? "")
        if value == .zero {
            switch (comparison, language) {
            case (.above, .vi): return "tăng"
            case (.above, .en): return "a rise"
            case (.atLeast, .vi): return "không giảm"
            case (.atLeast, .en): return "no fall"
            case (.below, .vi): return "giảm"
            case (.below, .en): return "a fall"
            case (.atMost, .vi): return "không tăng"
            case (.atMost, .en): return "no rise"
            case (.equal, .vi): return "không đổi"
            case (.equal, .en): return "no change"
            }
        }
        let isFall = value < .zero
        // Less than −5 is a fall of more than 5.
        let turned: Comparison =
            switch comparison {
            case .above: isFall ? .below : .above
            case .atLeast: isFall ? .atMost : .atLeast
            case .below: isFall ? .above : .below
            case .atMost: isFall ? .atLeast : .atMost
            case .equal: .equal
            }
        if language == .vi { return "\(isFall ? "giảm" : "tăng") \(bound(turned, size))" }
        let english: [Comparison: String] = [
            .above: "more than", .atLeast: "at least", .below: "less than", .atMost: "at most", .equal: "exactly",
        ]
        return "a \(isFall ? "fall" : "rise") of \(english[turned] ?? "") \(size)"
    }

    /// `trên 99 %`, `từ 30 % trở lên`: a bound in words.
    package func bound(_ comparison: Comparison, _ value: String) -> String {
        switch (comparison, language) {
        case (.above, .vi): "trên \(value)"
        case (.above, .en): "above \(value)"
        case (.atLeast, .vi): "từ \(value) trở lên"
        case (.atLeast, .en): "at least \(value)"
        case (.below, .vi): "dưới \(value)"
        case (.below, .en): "below \(value)"
        case (.atMost, .vi): "không quá \(value)"
        case (.atMost, .en): "at most \(value)"
        case (.equal, .vi): "bằng \(value)"
        case (.equal, .en): "equal to \(value)"
        }
    }
}
