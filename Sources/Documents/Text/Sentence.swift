public import Values

/// A text with values in it, written out only when the reader's language is known: `"\(points, digits: 2) điểm"`.
public struct Sentence: Sendable, ExpressibleByStringInterpolation {
    enum Piece: Sendable {
        case text(String)
        case number(FixedDecimal, digits: Int)
        case ratio(ExactRatio)
        case day(CalendarDay)
        case name(LocalizedText)
        case phrase(Phrase)
    }

    let pieces: [Piece]

    /// A text without values.
    public init(stringLiteral text: String) { pieces = [.text(text)] }

    /// A text with values.
    public init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

    /// The text as a reader of the language writes it.
    func text(in language: Language) -> String {
        var text = ""
        for piece in pieces {
            switch piece {
            case .text(let words): text += words
            case .number(let number, let digits): text += NumberFormat(language).text(number, digits: digits)
            case .ratio(let ratio): text += NumberFormat(language).text(ratio)
            case .day(let day): text += NumberFormat(language).text(day)
            case .name(let name): text += name.text(language)
            case .phrase(let phrase): text += phrase.text(language)
            }
        }
        return text
    }

    /// Gathers the pieces of a text.
    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        var pieces: [Piece] = []

        /// Makes room for the pieces.
        public init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(2 * interpolationCount + 1)
        }

        /// Words.
        public mutating func appendLiteral(_ text: String) { if !text.isEmpty { pieces.append(.text(text)) } }
        /// A text that is the same in all languages, such as a name out of a file.
        public mutating func appendInterpolation(_ text: some StringProtocol) { pieces.append(.text(String(text))) }
        /// A whole number without separators: a year, a count, a place.
        public mutating func appendInterpolation(_ number: some BinaryInteger) { pieces.append(.text(String(number))) }
        /// A count with what is counted: `1 error`, `2 errors`.
        public mutating func appendInterpolation(_ count: Int, _ one: String, _ many: String) {
            pieces.append(.text("\(count) \(count == 1 ? one : many)"))
        }
        /// A decimal with at least as many decimals as given.
        public mutating func appendInterpolation(_ number: FixedDecimal, digits: Int = 0) {
            pieces.append(.number(number, digits: digits))
        }
        /// A count with separators between thousands.
        public mutating func appendInterpolation(amount: Int) {
            pieces.append(.number(FixedDecimal(exactly: amount) ?? 0, digits: 0))
        }
        /// A fraction with up to six decimals, `≈` in front when that cuts it.
        public mutating func appendInterpolation(_ ratio: ExactRatio) { pieces.append(.ratio(ratio)) }
        /// A day.
        public mutating func appendInterpolation(_ day: CalendarDay) { pieces.append(.day(day)) }
        /// An official name.
        public mutating func appendInterpolation(_ name: LocalizedText) { pieces.append(.name(name)) }
        /// Other words of the product.
        public mutating func appendInterpolation(_ phrase: Phrase) { pieces.append(.phrase(phrase)) }
        /// Words that stand only where there is something to say.
        public mutating func appendInterpolation(_ phrase: Phrase?) {
            if let phrase { pieces.append(.phrase(phrase)) }
        }
    }
}
