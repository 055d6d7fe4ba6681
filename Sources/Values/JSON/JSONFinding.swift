/// What can be wrong with JSON: with its grammar, and with the members of its objects.
public enum JSONFinding: String, FindingCode {
    /// The text breaks the grammar of JSON. Details: `expected`, `found`.
    case syntax = "json.syntax"
    /// A key stands twice in one object. Details: `found`, `first` (its place).
    case duplicateKey = "json.duplicateKey"
    /// A key that the format does not know. Details: `key`, `expected` and `suggestion` where there are any.
    case unknownKey = "json.unknownKey"
    /// A key that must be there is not. Details: `key`.
    case missingKey = "json.missingKey"
    /// A value of another type than expected. Details: `key`, `expected` (a type), `range` of a whole number.
    case wrongType = "json.wrongType"
    /// A name that is not among those that the format knows. Details: `key`, `found`, `expected`, `suggestion`.
    case unknownName = "json.unknownName"
    /// A text that must not be blank. Details: `key`.
    case emptyText = "json.emptyText"
    /// A number with an exponent or more than six decimals. Details: `key`, `found`.
    case numberTooFine = "json.numberTooFine"
    /// A number beyond the range of exact decimals. Details: `key`, `found`.
    case numberTooLarge = "json.numberTooLarge"

    /// An error.
    public var severity: Finding.Severity { .error }
}
