public import Values

/// What stands in a cell, a fact or a member: typed, so that each format writes it in its own way.
public enum Value: Sendable {
    /// Nothing: `null` in JSON, a blank cell in CSV, the column's mark for nothing in tables.
    case none
    /// Nothing that a record should even name.
    case absent
    /// A text that is the same in all languages: a code, a name out of a file.
    case text(String)
    /// An official name; JSON has the Vietnamese one in all languages.
    case name(LocalizedText)
    /// A text that may be a list of points: records have it as it stands, tables on one line.
    case points(String)
    /// Words of the product.
    case phrase(Phrase)
    /// A state or kind: records have the stable name, tables and people the words.
    case code(String, Phrase)
    /// A class or other thing with a code of its own: records have the code, tables the words.
    case label(String?, Phrase)
    /// A decimal: exact in data.
    case number(FixedDecimal, NumberLook)
    /// A fraction: rounded to six decimals in data.
    case ratio(ExactRatio, NumberLook)
    /// A whole number.
    case count(Int)
    /// A day.
    case day(CalendarDay)
    /// Yes or no.
    case flag(Bool)
    /// A floating-point number, with as few digits as give it back exactly.
    case real(Double)
    /// A bar, drawn for people only.
    case bar(Bar)
    /// Several values: a list in records, with commas in between for people.
    case list([Value])

    /// A text, or nothing.
    @inlinable public static func text(_ text: String?) -> Value { text.map { .text($0) } ?? .none }
    /// An official name, or nothing.
    @inlinable public static func name(_ name: LocalizedText?) -> Value { name.map { .name($0) } ?? .none }
    /// A text that may be a list of points, or nothing.
    @inlinable public static func points(_ text: String?) -> Value { text.map { .points($0) } ?? .none }
    /// Words of the product, or nothing.
    @inlinable public static func phrase(_ phrase: Phrase?) -> Value { phrase.map { .phrase($0) } ?? .none }
    /// A decimal with at least as many decimals, or with a look; or nothing.
    @inlinable public static func number(_ number: FixedDecimal?, digits: Int = 0, look: NumberLook? = nil) -> Value {
        number.map { .number($0, look ?? NumberLook(digits: digits)) } ?? .none
    }
    /// A fraction, or nothing.
    @inlinable public static func ratio(_ ratio: ExactRatio?, look: NumberLook = NumberLook()) -> Value {
        ratio.map { .ratio($0, look) } ?? .none
    }
    /// A whole number, or nothing.
    @inlinable public static func count(_ count: Int?) -> Value { count.map { .count($0) } ?? .none }
    /// A count that people read with separators between thousands, or nothing.
    public static func amount(_ count: Int?) -> Value { .number(count.flatMap { FixedDecimal(exactly: $0) }) }
    /// A day, or nothing.
    @inlinable public static func day(_ day: CalendarDay?) -> Value { day.map { .day($0) } ?? .none }
    /// A floating-point number, or nothing.
    @inlinable public static func real(_ number: Double?) -> Value { number.map { .real($0) } ?? .none }

    /// What people read; empty for nothing.
    public func text(_ language: Language) -> String {
        switch self {
        case .none, .absent: ""
        case .text(let text): text
        case .points(let text): CleanText.points(text)
        case .name(let name): name.text(language)
        case .phrase(let phrase), .code(_, let phrase), .label(_, let phrase): phrase.text(language)
        case .number(let number, let look): look.text(number, language)
        case .ratio(let ratio, let look):
            ratio.rounded(look.rounding ?? .finest).map { look.text($0, language) } ?? language.text(ratio)
        case .count(let count): String(count)
        case .day(let day): language.text(day)
        case .flag(let flag): (flag ? Phrase("có", "yes") : Phrase("không", "no")).text(language)
        case .real(let number): number.description
        case .bar(let bar): bar.text
        case .list(let values): values.map { $0.text(language) }.joined(separator: ", ")
        }
    }

    var isNothing: Bool {
        switch self {
        case .none, .absent: true
        default: false
        }
    }
}

/// How people see a number.
public struct NumberLook: Sendable {
    /// At least as many decimals.
    public var digits: Int
    /// What people see is rounded so; data is not.
    public var rounding: Rounding?
    /// What stands behind the number for people: ` %`.
    public var unit: Phrase?
    /// Whether a number above zero has a plus sign.
    public var isSigned: Bool
    /// Whether zero has no decimals: nothing changed.
    public var isZeroPlain: Bool

    /// Makes a look; without arguments the number as it is.
    @inlinable public init(
        digits: Int = 0, rounding: Rounding? = nil, unit: Phrase? = nil, isSigned: Bool = false,
        isZeroPlain: Bool = false
    ) {
        (self.digits, self.rounding, self.unit) = (digits, rounding, unit)
        (self.isSigned, self.isZeroPlain) = (isSigned, isZeroPlain)
    }

    /// Rounded for people, with all the decimals of the rounding.
    public static func rounded(_ rounding: Rounding, unit: Phrase? = nil) -> NumberLook {
        NumberLook(digits: rounding.digits, rounding: rounding, unit: unit)
    }
    /// Rounded to two decimals for people.
    public static let hundredths = NumberLook.rounded(Rounding(.halfAwayFromZero, digits: 2))
    /// A percentage with at least two decimals.
    public static let percent = NumberLook(digits: 2, unit: Phrase(verbatim: " %"))
    /// A percentage rounded to two decimals for people.
    public static let roundedPercent = NumberLook.rounded(
        Rounding(.halfAwayFromZero, digits: 2), unit: Phrase(verbatim: " %"))
    /// With a plus sign above zero, and at least as many decimals.
    public static func signed(digits: Int) -> NumberLook { NumberLook(digits: digits, isSigned: true) }
    /// A change: with a plus sign above zero, and a plain zero where nothing changed.
    public static func change(digits: Int, rounding: Rounding? = nil) -> NumberLook {
        NumberLook(digits: digits, rounding: rounding, isSigned: true, isZeroPlain: true)
    }

    func text(_ number: FixedDecimal, _ language: Language) -> String {
        if isZeroPlain, number == 0 { return "0" }
        let shown = rounding.flatMap { number.rounded($0) } ?? number
        let text = language.text(shown, digits: digits) + (unit?.text(language) ?? "")
        return isSigned && shown > 0 ? "+" + text : text
    }
}
