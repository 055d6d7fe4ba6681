/// What the words of a finding name.
public typealias FindingDetails = [FindingKey: FindingValue]

/// The names under which a finding keeps its details; the comment of each code says which it has.
public enum FindingKey: Hashable, Sendable {
    case found, expected, suggestion
    /// What the finding is about: a criterion, a metric, a unit, an action, a formula, a stratum, a stage of sampling.
    case code, criterion, metric, unit, action, formula, stratum, stage
    /// The key of an object, or the heading of a column.
    case key
    /// What stood before, or elsewhere: where, and what.
    case first, other
    /// Numbers: of things left out or counted, of bytes before a place, within which bounds.
    case count, offset, range
    /// The two readings of an ambiguous number.
    case asDecimal, asGrouped
    case child, fault, method, reason, text
}

/// A detail of a finding: typed, so that each language writes it in its own way.
public enum FindingValue: Hashable, Sendable, ExpressibleByStringLiteral {
    /// What is the same in all languages: a code, a name, an excerpt of a file.
    case text(String)
    /// Several of them.
    case names([String])
    /// A term of the formats.
    case term(FindingTerm)
    /// The raw value of an enumeration of a later module, whose cases have words there.
    case code(String)
    /// A decimal.
    case number(FixedDecimal)
    /// A whole number that is never grouped: a count, a year, a stage.
    case count(Int)
    /// Two counts, `9/10`; `9/` where the second is left as it is.
    case counts(FixedDecimal, FixedDecimal?)
    /// What is added: `+5`.
    indirect case added(FindingValue)
    /// From a number to another, either of which may be open.
    case range(FixedDecimal?, FixedDecimal?)
    /// A sign of comparison and a number: `≥ 1`.
    case bound(String, FixedDecimal)
    /// Where something else stands.
    case place(Place)
    /// A day.
    case day(CalendarDay)

    /// A text.
    public init(stringLiteral text: String) { self = .text(text) }

    /// From a whole number to another.
    package static func range(_ range: ClosedRange<Int>) -> Self {
        .range(FixedDecimal(exactly: range.lowerBound), FixedDecimal(exactly: range.upperBound))
    }
}

/// Terms of the formats that findings name.
public enum FindingTerm: Hashable, Sendable {
    /// How numbers are written, and the two counts of a ratio.
    case comma, point, quotedDecimalComma, numerator, denominator
    /// Types of values in JSON, and the whole of a file in place of a key.
    case quotedText, number, wholeNumber, trueOrFalse, list, object, day, wholeFile
    /// What the grammar of JSON asks for.
    case endOfFile, value, quotedKey, colon, commaOrBrace, commaOrBracket, lessNesting, wellFormedNumber, utf8, escape
    case closingQuote
}
