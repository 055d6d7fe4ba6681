/// The languages in which documents are written.
public enum Language: String, CaseIterable, Hashable, Sendable {
    /// Vietnamese.
    case vi
    /// English.
    case en

    /// The language that a locale such as `en_US.UTF-8` asks for: English when it says so, else Vietnamese.
    public init(locale: String) {
        let code = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }
        self = code.lowercased() == "en" ? .en : .vi
    }
}
