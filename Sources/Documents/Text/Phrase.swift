public import Values

/// A text of the product in both languages, written out when the reader's language is known.
///
///     Phrase("Không chấm \(count) đơn vị", "\(count, "unit", "units") not scored")
///
/// This is the one place that chooses between languages. Values in a text are evaluated only in the language asked for.
public struct Phrase: Sendable {
    private let written: @Sendable (Language) -> String

    /// A text that is worked out in the reader's language.
    public init(written: @escaping @Sendable (Language) -> String) { self.written = written }

    /// A text in Vietnamese and in English.
    public init(
        _ vi: @autoclosure @escaping @Sendable () -> Sentence, _ en: @autoclosure @escaping @Sendable () -> Sentence
    ) { written = { ($0 == .vi ? vi() : en()).text(in: $0) } }

    /// A text whose words are the same in all languages, though its numbers and names are not.
    public init(_ text: @autoclosure @escaping @Sendable () -> Sentence) { written = { text().text(in: $0) } }

    /// A text that is the same in all languages.
    public init(verbatim text: String) { written = { _ in text } }

    /// An official name.
    public init(_ name: LocalizedText) { written = { name.text($0) } }

    /// No text.
    public static let none = Phrase(verbatim: "")

    /// The text in a language.
    public func text(_ language: Language) -> String { written(language) }
    /// Whether there is nothing to say.
    public var isEmpty: Bool { text(.vi).isEmpty }

    /// The text, changed in whatever language it is written.
    public func map(_ change: @escaping @Sendable (String) -> String) -> Phrase {
        Phrase(written: { change(text($0)) })
    }

    /// The text on one line and, where a limit is given, cut there.
    public func line(cutAt limit: Int? = nil) -> Phrase {
        map { text in limit.map { CleanText.cut(CleanText.line(text), at: $0) } ?? CleanText.line(text) }
    }

    /// The same text, written out already: for what stands in every row of a table.
    public var settled: Phrase {
        let (vi, en) = (text(.vi), text(.en))
        return Phrase(written: { $0 == .vi ? vi : en })
    }

    /// The text in small letters, for the middle of a sentence.
    public var lowercased: Phrase { map { $0.lowercased() } }
    /// The text with a capital, for the beginning of a sentence.
    public var capitalized: Phrase { map { $0.prefix(1).uppercased() + $0.dropFirst() } }
    /// The text with another behind it.
    public static func + (left: Phrase, right: Phrase) -> Phrase { Phrase("\(left)\(right)") }
    /// Puts another text behind this one.
    public static func += (left: inout Phrase, right: Phrase) { left = left + right }
}

extension [Phrase] {
    /// The texts with a separator between them; none where there are no texts.
    public func joined(_ separator: String) -> Phrase {
        Phrase(written: { language in map { $0.text(language) }.joined(separator: separator) })
    }
}

extension Sequence<LocalizedText> {
    /// The names with a separator between them.
    public func joined(_ separator: String) -> Phrase { map { Phrase($0) }.joined(separator) }
}

extension LocalizedText {
    /// The text in a language; Vietnamese where no English was given.
    public func text(_ language: Language) -> String { language == .en ? en ?? vi : vi }
}

/// A text with values in it, written out only when the reader's language is known: `"\(points, digits: 2) điểm"`.
public struct Sentence: Sendable, ExpressibleByStringInterpolation {
    private let pieces: [Piece]

    /// Words as they stand, or something that each language writes in its own way.
    fileprivate enum Piece: Sendable {
        case words(String)
        case written(@Sendable (Language) -> String)
    }

    /// A text without values.
    public init(stringLiteral text: String) { pieces = [.words(text)] }

    /// A text with values.
    public init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

    /// The text as a reader of the language writes it.
    func text(in language: Language) -> String {
        if pieces.count == 1, case .words(let text) = pieces[0] { return text }
        return pieces.reduce(into: "") { text, piece in
            switch piece {
            case .words(let words): text += words
            case .written(let write): text += write(language)
            }
        }
    }

    /// Gathers the pieces of a text. There are thousands of them: none is worth being inlined.
    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        fileprivate var pieces: [Piece] = []

        /// Begins a text.
        public init(literalCapacity: Int, interpolationCount: Int) {}

        /// Words.
        @inline(never) public mutating func appendLiteral(_ text: String) {
            if !text.isEmpty { pieces.append(.words(text)) }
        }
        /// A text that is the same in all languages, such as a name out of a file.
        @inline(never) public mutating func appendInterpolation(_ text: some StringProtocol) {
            appendLiteral(String(text))
        }
        /// A whole number without separators: a year, a count, a place.
        @inline(never) public mutating func appendInterpolation(_ number: some BinaryInteger) {
            appendLiteral(String(number))
        }
        /// A count with what is counted: `1 error`, `2,000 errors`.
        @inline(never) public mutating func appendInterpolation(_ count: Int, _ one: String, _ many: String) {
            appendInterpolation(amount: count)
            appendLiteral(" " + (count == 1 ? one : many))
        }
        /// A decimal with at least as many decimals as given.
        @inline(never) public mutating func appendInterpolation(_ number: FixedDecimal, digits: Int = 0) {
            pieces.append(.written { $0.text(number, digits: digits) })
        }
        /// A count with separators between thousands.
        @inline(never) public mutating func appendInterpolation(amount: Int) {
            appendInterpolation(FixedDecimal(exactly: amount) ?? 0)
        }
        /// A fraction with up to six decimals, `≈` in front when that cuts it.
        @inline(never) public mutating func appendInterpolation(_ ratio: ExactRatio) {
            pieces.append(.written { $0.text(ratio) })
        }
        /// A day.
        @inline(never) public mutating func appendInterpolation(_ day: CalendarDay) {
            pieces.append(.written { $0.text(day) })
        }
        /// An official name.
        @inline(never) public mutating func appendInterpolation(_ name: LocalizedText) {
            pieces.append(.written { name.text($0) })
        }
        /// Other words of the product, where there is something to say.
        @inline(never) public mutating func appendInterpolation(_ phrase: Phrase?) {
            if let phrase { pieces.append(.written { phrase.text($0) }) }
        }
    }
}
