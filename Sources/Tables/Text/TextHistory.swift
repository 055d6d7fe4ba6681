package import Values

/// What happened to a text before it reached the table: in the spreadsheet it was kept in, and when it was saved or
/// copied. A text that means nothing is asked here what became of it.
package struct TextHistory: Hashable, Sendable {
    /// What happened, as a detail of a finding: a term, or the names of signs that nobody sees.
    package let detail: FindingValue
    /// What the text was before, if that can be told.
    package let original: String?

    private init(detail: FindingValue, original: String?) {
        (self.detail, self.original) = (detail, original)
    }

    init(_ term: FindingTerm, original: String? = nil) {
        self.init(detail: .term(term), original: original)
    }

    /// What happened to a text that is not understood; nil when nothing shows it.
    package init?(of text: String) {
        let invisible = Self.invisibleSigns(in: text)
        if !invisible.isEmpty {
            let rest = String.UnicodeScalarView(text.unicodeScalars.filter { !Self.isInvisible($0) })
            self.init(detail: .names(invisible), original: String(rest))
        } else if text.hasPrefix("=") {
            self.init(.formula, original: Self.quoted(text.dropFirst()))
        } else if text.hasPrefix("'"), text.utf8.count > 1 {
            self.init(.textMark, original: String(text.dropFirst()))
        } else if let decoded = LegacyText.decodedTwice(text) {
            self.init(.encodedTwice, original: decoded)
        } else if Self.lostLetters(text) || Self.lostLastLetter(text) {
            self.init(.lostLetters)
        } else if let (font, decoded) = LegacyText.decoded(text, hits: 1) {
            self.init(font, original: decoded)
        } else {
            return nil
        }
    }

    /// What happened to a code that is not known, judged by those that are; nil when nothing shows it.
    package init?(ofCode text: String, among known: some Sequence<String>) {
        let known = Array(known)
        if let code = known.first(where: { Self.isWithoutLeadingZeros(text, of: $0) }) {
            self.init(.leadingZeros, original: code)
        } else if let lost = TextHistory(lostZeroOf: text, among: known) {
            self = lost
        } else if let code = CodeAsDate.code(behind: text, among: known) {
            self.init(.becameDate, original: code)
        } else {
            self.init(of: text)
        }
    }

    /// Whether a code may be another one that lost the zeros at its end, as `1.1` is what a spreadsheet makes of `1.10`.
    package init?(lostZeroOf code: String, among known: some Sequence<String>) {
        guard !code.isEmpty,
            let longer = known.first(where: { other in
                guard other.utf8.count > code.utf8.count, other.hasPrefix(code) else { return false }
                let rest = other.utf8.dropFirst(code.utf8.count)
                let zeros = rest.drop { $0 == UInt8(ascii: ".") }
                // `1.10` for `1.1`, and `2.0` for `2`, but not `20` for `2`.
                let isFraction = rest.count == zeros.count ? code.contains(".") : rest.count == zeros.count + 1
                return isFraction && !zeros.isEmpty && zeros.allSatisfy { $0 == UInt8(ascii: "0") }
            })
        else { return nil }
        self.init(.trailingZero, original: longer)
    }

    /// Whether a cell is the error of a spreadsheet: `#N/A`, `#REF!`, `#NAME?`, `Err:502`, or a number too wide for its
    /// column (`####`).
    package static func isSpreadsheetError(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return false }
        if first == UInt8(ascii: "#") {
            let body = text.dropFirst()
            if body.utf8.count > 1, body.allSatisfy({ $0 == "#" }) { return true }
            // Excel ends its errors with a sign, except that something is not available, in the program's language.
            if let last = body.last, last == "!" || last == "?" {
                return body.contains { $0.isLetter }
                    && body.dropLast().allSatisfy { $0.isLetter || $0.isNumber || "/_-¡ ".contains($0) }
            }
            let names = ["n/a", "nv", "n/d", "nd", "getting_data", "error", "err", "ref", "value", "div/0"]
            return names.contains(body.lowercased())
        }
        guard first | 0x20 == UInt8(ascii: "e") else { return false }
        let word = text.lowercased()
        guard word.hasPrefix("err:") else { return false }
        let number = word.dropFirst(4)
        return !number.isEmpty && number.allSatisfy { $0.isASCII && $0.isNumber }
    }

    // MARK: - What shows it

    /// Letters that a code page does not have are saved as question marks: `M? ??n v?`.
    static func lostLetters(_ text: String) -> Bool {
        if text.unicodeScalars.contains("\u{FFFD}") { return true }
        // In an address a question mark stands before letters too, and where one letter is left, so are the others.
        if text.contains("://") || LegacyText.isUnicode(text) { return false }
        var isAfterMark = false
        for letter in text {
            if isAfterMark, letter.isLetter { return true }
            isAfterMark = letter == "?"
        }
        return false
    }

    /// Whether a question mark stands for the vowels of a word: `T? l?`, `c?`. Abbreviations have none either,
    /// but in capitals. A sentence may well end so: it says something of a heading, or of a word that means nothing.
    static func lostLastLetter(_ text: String) -> Bool {
        text.split { $0.isWhitespace }.contains { word in
            guard word.last == "?", !word.contains("://") else { return false }
            let letters = word.dropLast()
            return !letters.isEmpty && letters.allSatisfy { $0.isLetter && $0.isASCII }
                && (letters.count == 1 || letters.contains { $0.isLowercase })
                && !letters.contains { "aeiouyAEIOUY".contains($0) }
        }
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .format || scalar == "\u{34F}" || scalar == "\u{115F}"
    }

    /// The names of signs that nobody sees, each once: `U+200B`.
    private static func invisibleSigns(in text: String) -> [String] {
        var names: [String] = []
        for scalar in text.unicodeScalars where scalar.value > 0x7F && isInvisible(scalar) {
            let name = "U+" + String(scalar.value, digits: 4, radix: 16).uppercased()
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// The content of `"70"`; nil for a formula that only the spreadsheet can compute.
    private static func quoted(_ text: Substring) -> String? {
        guard text.utf8.count > 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return nil }
        let content = text.dropFirst().dropLast()
        return content.contains("\"") ? nil : String(content)
    }

    private static func isWithoutLeadingZeros(_ text: String, of code: String) -> Bool {
        guard code.utf8.first == UInt8(ascii: "0"), code.utf8.count > text.utf8.count,
            text.utf8.first.map({ $0 &- UInt8(ascii: "0") < 10 }) ?? false
        else { return false }
        return code.hasSuffix(text)
            && code.utf8.prefix(code.utf8.count - text.utf8.count).allSatisfy { $0 == UInt8(ascii: "0") }
    }
}

/// Codes such as `1.1` of which a spreadsheet made days: `01/01/2025`, `1-thg 1`, `01-Jan`, 45658.
private enum CodeAsDate {
    static func code(behind text: String, among known: [String]) -> String? {
        let readings = readings(of: text)
        if readings.isEmpty { return nil }
        let numbers = known.map { code in code.split { $0 == "." || $0 == "-" }.map { Int($0) ?? -1 } }
        for reading in readings {
            if let position = numbers.firstIndex(of: reading) { return known[position] }
        }
        return nil
    }

    /// The numbers of which the code may have consisted, the likeliest first.
    private static func readings(of text: String) -> [[Int]] {
        if let day = CalendarDay(text) ?? serialDay(text) {
            let (year, short) = (day.year, day.year % 100)
            return [
                [day.day, day.month], [day.month, day.day], [day.day, day.month, short], [day.month, day.day, short],
                [short, day.month, day.day], [day.day, day.month, year], [day.month, short], [day.month, year],
            ]
        }
        let words = VietnameseText.folded(text).split(separator: " ").map(String.init)
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        var month: Int?
        var others: [Int] = []
        for (index, word) in words.enumerated() {
            if index > 0, ["thg", "thang"].contains(words[index - 1]), month == nil {
                month = Int(word)
            } else if let position = months.firstIndex(of: String(word.prefix(3))), month == nil {
                month = position + 1
            } else if word != "thg", word != "thang" {
                guard let number = Int(word) else { return [] }
                others.append(number)
            }
        }
        guard let month, let first = others.first else { return [] }
        if others.count == 1 { return [[first, month], [month, first]] }
        return others.count == 2 ? [[first, month, others[1] % 100], [first, month]] : []
    }

    /// A day as spreadsheets count it, from the end of 1899.
    private static func serialDay(_ text: String) -> CalendarDay? {
        guard text.utf8.count == 5, text.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }), let serial = Int(text),
            let origin = CalendarDay(year: 1899, month: 12, day: 30)
        else { return nil }
        // A year is a little longer than 365 days.
        for year in (1899 + serial / 366)...(1900 + serial / 365) {
            for month in 1...12 {
                guard let first = CalendarDay(year: year, month: month, day: 1) else { continue }
                let day = serial - origin.days(to: first) + 1
                if day >= 1, let found = CalendarDay(year: year, month: month, day: day) { return found }
            }
        }
        return nil
    }
}
