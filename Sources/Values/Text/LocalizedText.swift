/// A text in Vietnamese, with English if specified.
public struct LocalizedText: Hashable, Sendable {
    /// Vietnamese.
    public let vi: String
    /// English, if specified.
    public let en: String?

    /// Makes a text.
    public init(vi: String, en: String? = nil) {
        self.vi = vi
        self.en = en
    }
}

extension LocalizedText: ExpressibleByStringLiteral {
    /// A Vietnamese text from a string literal.
    public init(stringLiteral text: String) {
        self.init(vi: text)
    }
}

extension LocalizedText {
    /// The most letters of a short form in each language: what fits into a narrow cell or a small screen.
    package static let mostShortLetters = 28

    /// The short form of a name: what is stated, otherwise the name itself where it is short enough; nil without either.
    package func shortForm(_ stated: LocalizedText?) -> LocalizedText? {
        func own(_ text: String) -> String? { text.count <= Self.mostShortLetters ? text : nil }
        return (stated?.vi ?? own(vi)).map { LocalizedText(vi: $0, en: stated?.en ?? en.flatMap(own)) }
    }
}
