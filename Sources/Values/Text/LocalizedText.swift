/// A text in Vietnamese, with English where it was given.
public struct LocalizedText: Hashable, Sendable {
    /// Vietnamese.
    public let vi: String
    /// English, if given.
    public let en: String?

    /// Makes a text.
    public init(vi: String, en: String? = nil) {
        self.vi = vi
        self.en = en
    }
}

extension LocalizedText: ExpressibleByStringLiteral {
    /// A Vietnamese text written in source code.
    public init(stringLiteral text: String) {
        self.init(vi: text)
    }
}
