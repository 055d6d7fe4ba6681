/// What the text of a finding mentions.
public typealias FindingDetails = [FindingKey: FindingValue]

/// The keys of a finding's details; the comment of each code lists the keys it has.
public enum FindingKey: Hashable, Sendable {
    case found, expected, suggestion
    /// What the finding is about: a criterion, a metric, a unit, an action, a formula, a stratum, a sampling stage.
    case code, criterion, metric, unit, action, formula, stratum, stage
    /// The key of an object, or the heading of a column.
    case key
    /// Another value, earlier or elsewhere: its place, and the value itself.
    case first, other
    /// The cells from which a number comes: that found, that expected, where there are several, and that of a condition.
    case foundFrom, expectedFrom, conditionFrom
    /// Numbers: how many were left out or counted, the byte offset of a place, the bounds allowed.
    case count, offset, range
    /// By how much numbers may differ.
    case tolerance
    /// The two readings of an ambiguous number.
    case asDecimal, asGrouped
    case child, fault, method, reason, text
    /// What happened to a text before it was read.
    case history
    /// Rows of a table that are no data, by what they are.
    case headingRows, numberingRows, sumRows, sectionRows, closingRows
}

/// A detail of a finding: typed, so that each language formats it in its own way.
public enum FindingValue: Hashable, Sendable, ExpressibleByStringLiteral {
    /// What is the same in all languages: a code, a name, an excerpt from a file.
    case text(String)
    /// A name in the languages in which it is stated.
    case name(LocalizedText)
    /// Several such texts.
    case names([String])
    /// A term of the file formats.
    case term(FindingTerm)
    /// The raw value of an enumeration in a later module, which has words for its cases.
    case code(String)
    /// A decimal.
    case number(FixedDecimal)
    /// An exact number: a decimal where six digits are enough, else a fraction.
    case ratio(ExactRatio)
    /// A whole number that is written without thousands separators: a count, a year, a stage.
    case count(Int)
    /// Two counts, `9/10`; `9/` when the second is unchanged.
    case counts(FixedDecimal, FixedDecimal?)
    /// An increment: `+5`.
    indirect case added(FindingValue)
    /// From one number to another; either end may be open.
    case range(FixedDecimal?, FixedDecimal?)
    /// A comparison operator and a number: `≥ 1`.
    case bound(String, FixedDecimal)
    /// The place of something else.
    case location(Location)
    /// The places of several things.
    case locations([Location])
    /// A day.
    case day(CalendarDay)

    /// A text.
    public init(stringLiteral text: String) { self = .text(text) }

    /// From one whole number to another.
    package static func range(_ range: ClosedRange<Int>) -> Self {
        .range(FixedDecimal(exactly: range.lowerBound), FixedDecimal(exactly: range.upperBound))
    }
}

/// Terms of the file formats that findings mention.
public enum FindingTerm: Hashable, Sendable {
    /// How numbers are written, and the two parts of a ratio.
    case comma, point, quotedDecimalComma, numerator, denominator
    /// A cell in which nothing stands.
    case blank
    /// JSON value types, and the whole file instead of a key.
    case quotedText, number, wholeNumber, trueOrFalse, list, object, wholeFile
    /// What the JSON grammar expects.
    case endOfFile, value, quotedKey, colon, commaOrBrace, commaOrBracket, lessNesting, wellFormedNumber, utf8, escape
    case closingQuote
    /// What happens to texts on their way, in a spreadsheet or when they are saved.
    case lostLetters, encodedTwice, tcvn3, vni, leadingZeros, trailingZero, becameDate, formula, textMark
}
