// swift-format-ignore-file
// A text in Vietnamese, and the same in English below it.
internal import Documents
internal import Values

/// The details of a finding as the catalogues name them: `«\(d[.found])»`.
///
/// Catalogues are laid out by hand, a sentence on a line, the Vietnamese above the English.
struct DetailWords: Sendable {
    let details: FindingDetails

    /// A detail, on one line and not too long; `?` where it is missing.
    subscript(_ key: FindingKey, joined separator: String = ", ") -> Phrase {
        (details[key]?.words(joined: separator) ?? Phrase(verbatim: "?")).line(cutAt: 300)
    }

    /// Words that stand only where there is something to say under a key.
    func given(_ key: FindingKey, _ words: @autoclosure @escaping @Sendable () -> Sentence) -> Phrase? {
        details[key].map { $0.words(joined: "").isEmpty } ?? true ? nil : Phrase(words())
    }

    /// The row of the place under a key.
    func row(_ key: FindingKey) -> Phrase { number(of: key, \.line) }

    /// The column of the place under a key.
    func column(_ key: FindingKey) -> Phrase { number(of: key, \.column) }

    /// A detail that is the code of an enumeration, in the words of its cases.
    func choice<Choice: RawRepresentable<String>>(_ key: FindingKey, _ words: (Choice) -> Phrase) -> Phrase {
        guard case .code(let code)? = details[key], let choice = Choice(rawValue: code) else { return self[key] }
        return words(choice)
    }

    private func number(of key: FindingKey, _ part: (Place) -> Int?) -> Phrase {
        guard case .place(let place)? = details[key], let number = part(place) else { return Phrase(verbatim: "?") }
        return Phrase("\(number)")
    }
}

extension FindingValue {
    /// The value as each language writes it.
    fileprivate func words(joined separator: String) -> Phrase {
        switch self {
        case .text(let text), .code(let text): Phrase(verbatim: text)
        case .names(let names): Phrase(verbatim: names.joined(separator: separator))
        case .term(let term): term.words
        case .number(let number): Phrase("\(number)")
        case .count(let count): Phrase("\(count)")
        case .counts(let above, let below): Phrase("\(above)/\(Self.number(below, orElse: ""))")
        case .added(let value): Phrase("\(value.isAboveZero ? "+" : "")\(value.words(joined: separator))")
        case .range(let low, let high): Phrase("\(Self.number(low, orElse: "−∞")) … \(Self.number(high, orElse: "∞"))")
        case .bound(let sign, let number): Phrase("\(sign) \(number)")
        case .place(let place): Phrase(verbatim: place.description)
        case .day(let day): Phrase("\(day)")
        }
    }

    private static func number(_ number: FixedDecimal?, orElse text: String) -> Phrase {
        number.map { number in Phrase("\(number)") } ?? Phrase(verbatim: text)
    }

    private var isAboveZero: Bool {
        switch self {
        case .number(let number), .counts(let number, _): number > 0
        default: false
        }
    }
}

extension FindingTerm {
    fileprivate var words: Phrase {
        switch self {
        case .comma: Phrase("dấu phẩy", "comma")
        case .point: Phrase("dấu chấm", "point")
        case .quotedDecimalComma:
            Phrase("\"99,5\" (đặt số có dấu phẩy thập phân trong dấu nháy kép)", "\"99,5\" (a decimal comma in quotes)")
        case .numerator: Phrase("tử số", "numerator")
        case .denominator: Phrase("mẫu số", "denominator")
        case .quotedText: Phrase("văn bản trong dấu nháy kép", "a text in double quotes")
        case .number: Phrase("một số", "a number")
        case .wholeNumber: Phrase("số nguyên", "a whole number")
        case .trueOrFalse: Phrase("true hoặc false", "true or false")
        case .list: Phrase("một danh sách […]", "a list […]")
        case .object: Phrase("một nhóm khóa {…}", "a group of keys {…}")
        case .day: Phrase(verbatim: "2022-03-31")
        case .wholeFile: Phrase("toàn tệp", "the whole file")
        case .endOfFile: Phrase("hết tệp", "the end of the file")
        case .value: Phrase("một giá trị", "a value")
        case .quotedKey: Phrase("một khóa trong dấu nháy kép", "a key in double quotes")
        case .colon: Phrase("dấu hai chấm «:»", "a colon “:”")
        case .commaOrBrace: Phrase("dấu phẩy «,» hoặc ngoặc đóng «}»", "a comma “,” or a closing “}”")
        case .commaOrBracket: Phrase("dấu phẩy «,» hoặc ngoặc đóng «]»", "a comma “,” or a closing “]”")
        case .lessNesting: Phrase("ít bậc ngoặc lồng nhau hơn (tối đa 128)", "fewer nested brackets (128 at most)")
        case .wellFormedNumber: Phrase("một số viết đúng dạng", "a well-formed number")
        case .utf8: Phrase("văn bản mã hóa UTF-8", "text in UTF-8")
        case .escape:
            Phrase("ký tự thường hoặc chuỗi thoát đúng dạng như «\\n»", "a plain character or an escape such as “\\n”")
        case .closingQuote: Phrase("dấu nháy kép đóng", "a closing double quote")
        }
    }
}
