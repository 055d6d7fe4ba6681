internal import Words
package import Documents

/// A text of the program in both languages.
package struct Wording: Hashable, Sendable {
    /// Vietnamese.
    package let vi: String
    /// English.
    package let en: String

    /// Makes a text.
    package init(vi: String, en: String) {
        self.vi = vi
        self.en = en
    }

    /// The text in a language.
    package func text(_ language: Language) -> String {
        language == .vi ? vi : en
    }
}

/// Until every report is declared.
package typealias Label = Phrase
