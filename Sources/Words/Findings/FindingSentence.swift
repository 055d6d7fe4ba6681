// swift-format-ignore-file
internal import Documents
internal import Values

/// A code of findings that has words: what is wrong, and what to do.
protocol WordedFinding: FindingCode {
    var words: FindingWords { get }
}

/// What a finding says in both languages.
typealias FindingWords = (vi: FindingSentence, en: FindingSentence)

/// A text that names the details of a finding: `"Không có đơn vị «\(.found)» trong bảng đơn vị."`.
struct FindingSentence: Sendable, ExpressibleByStringInterpolation {
    typealias Piece = @Sendable (FindingDetails) -> Phrase

    private let pieces: [Piece]
    /// The details that it names.
    let keys: Set<FindingKey>

    @inline(never) init(stringLiteral text: String) { (pieces, keys) = ([{ _ in Phrase(verbatim: text) }], []) }

    @inline(never) init(stringInterpolation text: StringInterpolation) { (pieces, keys) = (text.pieces, text.keys) }

    /// The text with details put in.
    func phrase(_ details: FindingDetails) -> Phrase { pieces.map { $0(details) }.joined("") }

    /// Gathers the pieces. There are thousands of them: none is worth being inlined.
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var pieces: [Piece] = []
        fileprivate var keys: Set<FindingKey> = []

        init(literalCapacity: Int, interpolationCount: Int) {}

        @inline(never) mutating func appendLiteral(_ text: String) { pieces.append { _ in Phrase(verbatim: text) } }

        /// A detail, on one line and not too long; a question mark where it is missing.
        @inline(never) mutating func appendInterpolation(_ key: FindingKey, joined separator: String = ", ") {
            append(key) { $0.words(joined: separator).line(cutAt: 300) }
        }

        /// A detail that is the code of an enumeration, in the words of its cases.
        @inline(never) mutating func appendInterpolation<Choice: RawRepresentable<String> & Sendable>(
            _ key: FindingKey, _ words: @escaping @Sendable (Choice) -> Phrase
        ) { append(key) { $0.code.flatMap(Choice.init).map(words) ?? $0.words(joined: ", ").line(cutAt: 300) } }

        /// The row, or the column, of the place under a key.
        @inline(never) mutating func appendInterpolation(row key: FindingKey) { append(key) { $0.number { $0.line } } }
        @inline(never) mutating func appendInterpolation(column key: FindingKey) { append(key) { $0.number { $0.column } } }

        /// A part that several texts have in common.
        @inline(never) mutating func appendInterpolation(_ part: FindingSentence) {
            keys.formUnion(part.keys)
            pieces += part.pieces
        }

        /// Words that stand only where there is something to say under a key.
        @inline(never) mutating func appendInterpolation(given key: FindingKey, _ words: FindingSentence) {
            keys.formUnion(words.keys.union([key]))
            pieces.append { $0[key]?.words(joined: "").isEmpty == false ? words.phrase($0) : .none }
        }

        @inline(never) private mutating func append(_ key: FindingKey, _ words: @escaping @Sendable (FindingValue) -> Phrase?) {
            keys.insert(key)
            pieces.append { $0[key].flatMap(words) ?? Phrase(verbatim: "?") }
        }
    }
}

extension FindingValue {
    /// The value as each language writes it.
    func words(joined separator: String) -> Phrase {
        switch self {
        case .text(let text), .code(let text): Phrase(verbatim: text)
        case .name(let name): Phrase(name)
        case .names(let names): Phrase(verbatim: names.joined(separator: separator))
        case .term(let term): term.words
        case .number(let number): Phrase("\(number)")
        case .ratio(let ratio): ratio.exactDecimal.words ?? Phrase(verbatim: ratio.description)
        case .count(let count): Phrase("\(count)")
        case .counts(let above, let below): Phrase("\(above)/\(below.words)")
        case .added(let value): Phrase("\(value.isAboveZero ? "+" : "")\(value.words(joined: separator))")
        // Years are not divided into thousands.
        case .range where self == Self.years:
            Phrase(verbatim: "\(CalendarDay.years.lowerBound) … \(CalendarDay.years.upperBound)")
        case .range(let low, let high): Phrase("\(low.words ?? Phrase(verbatim: "−∞")) … \(high.words ?? Phrase(verbatim: "∞"))")
        case .bound(let sign, let number): Phrase("\(sign) \(number)")
        case .location(let location): Phrase(verbatim: location.description)
        case .locations(let locations): locations.phrase
        case .day(let day): Phrase("\(day)")
        }
    }

    private static let years = FindingValue.range(
        FixedDecimal(exactly: CalendarDay.years.lowerBound), FixedDecimal(exactly: CalendarDay.years.upperBound))

    /// The code of an enumeration; nil for anything else.
    var code: String? { if case .code(let code) = self { code } else { nil } }

    /// The row or column of a place; nil for anything else.
    func number(_ part: (Location) -> Int?) -> Phrase? {
        if case .location(let location) = self { part(location).map { number in Phrase("\(number)") } } else { nil }
    }

    private var isAboveZero: Bool {
        switch self {
        case .number(let number), .counts(let number, _): number > 0
        default: false
        }
    }
}

extension [Location] {
    /// The first five and, where there are more, how many there are: a province has hundreds of communes.
    fileprivate var phrase: Phrase {
        let named = prefix(5).map { Phrase(verbatim: $0.description) }.joined(", ")
        return count <= 5 ? named : Phrase("\(named), … (\(count) ô)", "\(named), … (\(count) cells)")
    }
}

extension FixedDecimal? { fileprivate var words: Phrase? { map { number in Phrase("\(number)") } } }

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
        case .lostLetters:
            Phrase(
                "Chữ có dấu đã mất khi lưu tệp: hãy mở tệp gốc và lưu lại dạng «CSV UTF-8».",
                "Letters with marks were lost when the file was saved: open the original and save it again as “CSV UTF-8”.")
        case .encodedTwice:
            Phrase(
                "Tệp UTF-8 đã bị đọc theo bảng mã khác rồi lưu lại: hãy mở tệp gốc và lưu lại dạng «CSV UTF-8».",
                "A file in UTF-8 was read in another encoding and saved again: open the original and save it again as “CSV UTF-8”.")
        case .tcvn3:
            Phrase(
                "Chữ viết theo phông TCVN3 (ABC): hãy chuyển sang Unicode rồi lưu lại.",
                "The text is written for a TCVN3 (ABC) font: convert it to Unicode and save it again.")
        case .vni:
            Phrase(
                "Chữ viết theo phông VNI: hãy chuyển sang Unicode rồi lưu lại.",
                "The text is written for a VNI font: convert it to Unicode and save it again.")
        case .leadingZeros:
            Phrase(
                "Bảng tính bỏ các số 0 ở đầu mã: hãy định dạng cột là văn bản.",
                "A spreadsheet drops the zeros before a code: format the column as text.")
        case .trailingZero:
            Phrase(
                "Bảng tính bỏ số 0 ở cuối mã: hãy định dạng cột là văn bản.",
                "A spreadsheet drops the zero behind a code: format the column as text.")
        case .becameDate:
            Phrase(
                "Bảng tính đổi mã thành ngày: hãy định dạng cột là văn bản.",
                "A spreadsheet made a day of the code: format the column as text.")
        case .formula:
            Phrase(
                "Dấu «=» là công thức của bảng tính: hãy lưu giá trị thay cho công thức.",
                "The sign “=” makes it a formula of the spreadsheet: save the value instead of the formula.")
        case .blank: Phrase("(trống)", "(blank)")
        case .textMark:
            Phrase(
                "Dấu nháy đơn ở đầu là cách bảng tính đánh dấu văn bản: hãy bỏ dấu này.",
                "The apostrophe in front is how spreadsheets mark text: remove it.")
        }
    }
}
