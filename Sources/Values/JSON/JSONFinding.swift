/// What can be wrong with JSON: its grammar and the members of its objects.
public enum JSONFinding: String, FindingCode {
    /// The text violates the JSON grammar. Details: `expected`, `found`.
    case syntax = "json.syntax"
    /// A key occurs twice in one object. Details: `found`, `first` (its place).
    case duplicateKey = "json.duplicateKey"
    /// A key that is not part of the format. Details: `key`, `expected` and `suggestion` if there are any.
    case unknownKey = "json.unknownKey"
    /// A required key is missing. Details: `key`.
    case missingKey = "json.missingKey"
    /// A value of an unexpected type. Details: `key`, `expected` (a type), `range` of a whole number.
    case wrongType = "json.wrongType"
    /// A name that the format does not define. Details: `key`, `found`, `expected`, `suggestion`.
    case unknownName = "json.unknownName"
    /// A text that is not a day, or a day in a year that cannot be meant. Details: `key`, `found`,
    /// `expected` (the years), if it is a day.
    case badDay = "json.badDay"
    /// A text that must not be blank. Details: `key`.
    case emptyText = "json.emptyText"
    /// A text longer than the format allows. Details: `key`, `found` and `expected` (letters).
    case textTooLong = "json.textTooLong"
    /// A list with more elements than the format allows. Details: `key`, `found` and `expected` (numbers of elements).
    case tooMany = "json.tooMany"
    /// A number with an exponent or more than six decimals. Details: `key`, `found`.
    case numberTooFine = "json.numberTooFine"
    /// A number beyond the range of exact decimals. Details: `key`, `found`.
    case numberTooLarge = "json.numberTooLarge"
    /// More findings of one code than are kept; as severe as they are. Details: `code`, `count` (those left out).
    case moreFindings = "json.moreFindings"

    /// How severe it is.
    public var severity: Finding.Severity { self == .moreFindings ? .warning : .error }
}
