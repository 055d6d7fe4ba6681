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
