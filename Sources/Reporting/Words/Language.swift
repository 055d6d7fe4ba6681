internal import Values

/// The languages in which reports and messages are written.
package enum Language: String, CaseIterable, Hashable, Sendable {
    /// Vietnamese.
    case vi
    /// English.
    case en

    /// The language that a locale such as `en_US.UTF-8` asks for: English when it says so, else Vietnamese.
    package init(locale: String) {
        let code = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }
        self = code.lowercased() == "en" ? .en : .vi
    }
}

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

extension LocalizedText {
    /// The text in a language; Vietnamese where no English was given.
    package func text(_ language: Language) -> String {
        language == .en ? en ?? vi : vi
    }
}
