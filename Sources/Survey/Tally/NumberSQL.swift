internal import Tables

/// The SQL that reads a weight or a population as ``NumberReader`` does, when it is told the decimal separator.
struct NumberSQL {
    let sql: SQLText
    /// That of numbers in columns of text; numbers in other columns have a point.
    let decimalSeparator: DecimalSeparator

    /// What may stand between thousands, other than a point or comma.
    private static let spaces = " \t\n\u{B}\u{C}\r\u{A0}\u{202F}"
    private static let space = "[\(spaces)]"
    /// Digits before the decimal separator, without those that mean nothing.
    private static let mostDigits = 13

    /// A number as digits with a decimal point, NULL for anything else; fails for text with the other decimal separator.
    func normal(_ text: String, type: String) -> String {
        let isText = "\(type) IN (\(sql.list(sql.textTypes)))"
        let other = sql.refusal(text, SurveyFinding.otherSeparator.rawValue)
        return "CASE WHEN \(isText) THEN CASE WHEN \(sql.matches(text, pattern(decimalSeparator))) THEN "
            + "\(digits(of: text, decimalSeparator)) WHEN \(sql.matches(text, otherPattern)) THEN \(other) END "
            + "WHEN \(sql.matches(text, pattern(.point))) THEN \(digits(of: text, .point)) END"
    }

    /// The number with at most ten decimals; NULL where there is none, or rounding leaves nothing of it.
    /// - Parameters:
    ///   - normal: What ``normal(_:type:)`` says.
    ///   - text: The text itself.
    ///   - type: The type of the column.
    func number(_ normal: String, text: String, type: String) -> String {
        let digits = WeightUnit.tenBillionths.rawValue
        let cut = sql.replaced(normal, "^([0-9]*[.][0-9]{\(digits)})[0-9]*$")
        let isAbove = sql.matches(normal, "[0-9]*[.][0-9]{\(digits)}[5-9][0-9]*")
        let unit = sql.cast("'0.0000000001'", sql.decimal)
        let none = sql.cast("0", sql.decimal)
        let rounded = sql.cast(
            "\(sql.cast(cut, sql.decimal)) + CASE WHEN \(isAbove) THEN \(unit) ELSE \(none) END", sql.decimal)
        // Only databases write this form, and only for binary floating-point numbers.
        let scientific = sql.matches(text, "[0-9]([.][0-9]+)?[eE](-[0-9]{1,2}|[+]?(0?[0-9]|1[0-2]))")
        let decimal = sql.tryCast(text, sql.decimal)
        return "CASE WHEN \(normal) IS NOT NULL THEN "
            + "CASE WHEN \(rounded) > 0 OR NOT \(sql.matches(normal, ".*[1-9].*")) THEN \(rounded) END "
            + "WHEN \(type) IN (\(sql.list(sql.binaryTypes))) AND \(scientific) THEN "
            + "CASE WHEN \(decimal) > 0 THEN \(decimal) END END"
    }

    private func pattern(_ decimal: DecimalSeparator) -> String {
        let fraction = "([\(sign(decimal))][0-9]+)?"
        let grouped = groups(["[\(sign(decimal.other))]", Self.space], atLeast: 1)
        return "[+]?(0*[0-9]{1,\(Self.mostDigits)}|\(grouped))\(fraction)"
    }

    /// Numbers that prove the other decimal separator.
    private var otherPattern: String {
        let (own, other) = ("[\(sign(decimalSeparator))]", "[\(sign(decimalSeparator.other))]")
        let forms = [
            "[0-9]+\(other)[0-9]+", "\(groups([own, Self.space], atLeast: 1))\(other)[0-9]+",
            groups([own], atLeast: 2),
        ]
        return "[-+\u{2212}]?(\(forms.joined(separator: "|")))\(Self.space)?%?"
    }

    /// Groups of three digits with one of some signs between them.
    private func groups(_ signs: [String], atLeast least: Int) -> String {
        let rest = signs.map { "(\($0)[0-9]{3}){\(least),3}" }.joined(separator: "|")
        return "[1-9][0-9]{0,2}(\(rest))"
    }

    private func sign(_ separator: DecimalSeparator) -> String { separator == .point ? "." : "," }

    private func digits(of text: String, _ decimal: DecimalSeparator) -> String {
        let dropped = "+" + sign(decimal.other) + Self.spaces
        return "TRANSLATE(\(text), \(sql.literal(sign(decimal) + dropped)), '.')"
    }
}
