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
    ) {
        written = { ($0 == .vi ? vi() : en()).text(in: $0) }
    }

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

    /// The text in small letters, for the middle of a sentence.
    public var lowercased: Phrase { map { $0.lowercased() } }
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
