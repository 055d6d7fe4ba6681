internal import Values

/// The SQL that determines the level of an answer as ``AnswerCodes`` does.
struct AnswerSQL {
    private let sql: SQLText
    /// Exact spellings of each level and, after the levels, of "no answer".
    private var exact: [[String]] = []
    /// Regular expressions of the numbers that mean the level.
    private var numbers: [[String]] = []
    /// Words without case and diacritics.
    private var folded: [[String]] = []
    /// Codes with their labels, written likewise.
    private var paired: [[String]] = []
    /// What is read as an empty cell.
    private let notAsked: [String]
    /// Characters to replace, and their replacements; those beyond the end of the second string are dropped.
    private var foldedSigns = (from: "", to: "")

    init(_ scale: AnswerScale, sql: SQLText) {
        self.sql = sql
        let spellings =
            scale.levels.map { [$0.code, $0.label.vi] + [$0.label.en].compactMap { $0 } + $0.spellings }
            + (scale.noAnswer.isEmpty ? [] : [scale.noAnswer])
        notAsked = scale.notAsked
        for texts in spellings {
            // A table may hold an apostrophe before a character that a spreadsheet would take for a formula.
            let guarded = texts.filter { "=+-@".contains($0.prefix(1)) }.map { "'" + $0 }
            exact.append((texts + guarded).withoutRepeats { $0 })
            numbers.append(texts.compactMap { try? FixedDecimal($0) }.map(Self.pattern).withoutRepeats { $0 })
            let words = texts.filter { !$0.contains { $0.isNumber } }.map { VietnameseText.word($0) }
            folded.append(words.filter { !$0.isEmpty }.withoutRepeats { $0 })
        }
        paired = scale.levels.map { level in level.pairs.map { VietnameseText.word($0) }.withoutRepeats { $0 } }
        foldedSigns = Self.signs(of: spellings.flatMap { $0 })
    }

    /// Whether words are compared at all.
    var hasWords: Bool { (folded + paired).contains { !$0.isEmpty } }

    /// The words of an answer, for ``level(of:words:)``; NULL where they are not needed, as extracting them is slow.
    func words(of text: String) -> String {
        let words = sql.words(in: text, from: foldedSigns.from, to: foldedSigns.to)
        return "CASE WHEN \(text) <> '' AND \(text) NOT IN (\(sql.list(exact.flatMap { $0 }))) THEN \(words) END"
    }

    /// -1 for no answer, -2 for one that is not on the scale.
    func level(of text: String, words: String) -> String {
        var cases = ["WHEN \(text) IS NULL OR \(text) = '' THEN -1"]
        func add(_ lists: [[String]], _ condition: ([String]) -> String) {
            for (level, list) in lists.enumerated() where !list.isEmpty {
                cases.append("WHEN \(condition(list)) THEN \(level)")
            }
        }
        add(exact) { "\(text) IN (\(sql.list($0)))" }
        if numbers.contains(where: { !$0.isEmpty }) {
            // `5.000` could be five thousand.
            cases.append("WHEN \(sql.matches(text, "(\(Self.minus)|[+])?[1-9][0-9]{0,2}[.,][0-9]{3}")) THEN -2")
            add(numbers) { sql.matches(text, $0.joined(separator: "|")) }
        }
        add(folded) { "\(words) IN (\(sql.list($0)))" }
        add(paired) { "\(words) IN (\(sql.list($0)))" }
        return "CASE \(cases.joined(separator: " ")) ELSE -2 END"
    }

    private static let minus = "-|\u{2212}"

    /// The forms that a number may have.
    private static func pattern(of number: FixedDecimal) -> String {
        let isNegative = number.mantissa < 0
        let text = number.text()
        let parts = (isNegative ? text.dropFirst() : text[...]).split(separator: ".")
        let sign = isNegative ? "(\(minus))" : number.mantissa == 0 ? "(\(minus)|[+])?" : "[+]?"
        let fraction = parts.count > 1 ? "[.,]\(parts[1])0*" : "([.,]0+)?"
        return "\(sign)0*\(parts[0])\(fraction)"
    }

    /// Capitals become lower case, diacritics are removed, other spaces become spaces: ``VietnameseText/word(_:)``
    /// letter by letter.
    private static func signs(of spellings: [String]) -> (from: String, to: String) {
        var from = ""
        var to = ""
        func add(_ sign: Unicode.Scalar, _ result: String) {
            guard result.unicodeScalars.count == 1, !result.unicodeScalars.elementsEqual([sign]) else { return }
            from.unicodeScalars.append(sign)
            to += result
        }
        let letters: [ClosedRange<UInt32>] = [0x09...0x0D, 0x21...0x7E, 0xA0...0x1B0, 0x1EA0...0x1EF9]
        let signs: [ClosedRange<UInt32>] = [0x2010...0x2029, 0x202F...0x202F, 0x3000...0x3000]
        for sign in (letters + signs).joined().compactMap(Unicode.Scalar.init) {
            let folded = VietnameseText.word(String(sign))
            add(sign, folded.isEmpty ? " " : folded)
        }
        // Letters of other languages keep their diacritics, but not their case.
        let others = Set(spellings.joined().unicodeScalars).filter { scalar in
            scalar.value > 0x7F && !(letters + signs).contains { $0.contains(scalar.value) }
        }
        for scalar in others.sorted() {
            let lower = scalar.properties.lowercaseMapping
            for capital in Set([scalar] + scalar.properties.uppercaseMapping.unicodeScalars) { add(capital, lower) }
        }
        // Combining marks: grave, acute, hook, tilde, dot, circumflex, breve, horn.
        return (from + "\u{300}\u{301}\u{309}\u{303}\u{323}\u{302}\u{306}\u{31B}", to)
    }
}
