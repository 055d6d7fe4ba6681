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
