public import Values

/// A text with values in it, written out only when the reader's language is known: `"\(points, digits: 2) điểm"`.
public struct Sentence: Sendable, ExpressibleByStringInterpolation {
    private let pieces: [@Sendable (Language) -> String]

    /// A text without values.
    public init(stringLiteral text: String) { pieces = [{ _ in text }] }

    /// A text with values.
    public init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

    /// The text as a reader of the language writes it.
    func text(in language: Language) -> String { pieces.reduce(into: "") { $0 += $1(language) } }

    /// Gathers the pieces of a text.
    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        fileprivate var pieces: [@Sendable (Language) -> String] = []

        /// Begins a text.
        public init(literalCapacity: Int, interpolationCount: Int) {}

        /// Words.
        public mutating func appendLiteral(_ text: String) { if !text.isEmpty { pieces.append { _ in text } } }
        /// A text that is the same in all languages, such as a name out of a file.
        public mutating func appendInterpolation(_ text: some StringProtocol) { appendLiteral(String(text)) }
        /// A whole number without separators: a year, a count, a place.
        public mutating func appendInterpolation(_ number: some BinaryInteger) { appendLiteral(String(number)) }
        /// A count with what is counted: `1 error`, `2 errors`.
        public mutating func appendInterpolation(_ count: Int, _ one: String, _ many: String) {
            appendLiteral("\(count) \(count == 1 ? one : many)")
        }
        /// A decimal with at least as many decimals as given.
        public mutating func appendInterpolation(_ number: FixedDecimal, digits: Int = 0) {
            pieces.append { $0.text(number, digits: digits) }
        }
        /// A count with separators between thousands.
        public mutating func appendInterpolation(amount: Int) {
            appendInterpolation(FixedDecimal(exactly: amount) ?? 0)
        }
        /// A fraction with up to six decimals, `≈` in front when that cuts it.
        public mutating func appendInterpolation(_ ratio: ExactRatio) { pieces.append { $0.text(ratio) } }
        /// A day.
        public mutating func appendInterpolation(_ day: CalendarDay) { pieces.append { $0.text(day) } }
        /// An official name.
        public mutating func appendInterpolation(_ name: LocalizedText) { pieces.append { name.text($0) } }
        /// Other words of the product, where there is something to say.
        public mutating func appendInterpolation(_ phrase: Phrase?) {
            if let phrase { pieces.append { phrase.text($0) } }
        }
    }
}
