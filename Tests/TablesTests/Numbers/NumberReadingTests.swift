import Testing
import Values

@testable import Tables

/// Numbers as people write them, with a decimal comma, with a decimal point, and with an unknown separator.
@Suite struct NumberReadingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        /// The reading with a comma, with a point, and with an unknown separator.
        var comma: NumberReading
        var point: NumberReading
        var unknown: NumberReading
        var testDescription: String { text.debugDescription }

        init(_ text: String, comma: NumberReading, point: NumberReading, unknown: NumberReading) {
            self.text = text
            self.comma = comma
            self.point = point
            self.unknown = unknown
        }

        /// The same reading in all cases.
        init(_ text: String, _ always: NumberReading) {
            self.init(text, comma: always, point: always, unknown: always)
        }
    }

    private static func n(_ text: String, percent: Bool = false) -> NumberReading {
        (try? FixedDecimal(text)).map { .number($0, isPercent: percent) } ?? .blank
    }

    private static func either(_ text: String) -> NumberReading {
        (try? FixedDecimal(text)).map { .ambiguous(asDecimal: $0, isPercent: false) } ?? .blank
    }

    private static let other = NumberReading.problem(.otherSeparator)
    private static let no = NumberReading.problem(.notANumber)

    static let cases: [Case] = [
        Case("0", n("0")), Case("7", n("7")), Case("12345678", n("12345678")), Case("123456789", n("123456789")),
        Case("001", n("1")), Case("-5", n("-5")), Case("+5", n("5")), Case("\u{2212}5", n("-5")),
        Case(" 42 ", n("42")), Case("\u{A0}42\u{202F}", n("42")), Case("\t42\r\n", n("42")),
        Case("97%", n("97", percent: true)), Case("97 %", n("97", percent: true)),
        Case("97\u{A0}%", n("97", percent: true)), Case("-5%", n("-5", percent: true)),
        Case("99,5", comma: n("99.5"), point: other, unknown: n("99.5")),
        Case("99.5", comma: other, point: n("99.5"), unknown: n("99.5")),
        Case("-99,5 %", comma: n("-99.5", percent: true), point: other, unknown: n("-99.5", percent: true)),
        Case("0,125", comma: n("0.125"), point: other, unknown: n("0.125")),
        Case("00,125", comma: n("0.125"), point: other, unknown: n("0.125")),
        Case("012.345", comma: other, point: n("12.345"), unknown: n("12.345")),
        Case("12,3456", comma: n("12.3456"), point: other, unknown: n("12.3456")),
        Case("1234,567", comma: n("1234.567"), point: other, unknown: n("1234.567")),
        Case("1.234", comma: n("1234"), point: n("1.234"), unknown: either("1.234")),
        Case("1,234", comma: n("1.234"), point: n("1234"), unknown: either("1.234")),
        Case("999.999", comma: n("999999"), point: n("999.999"), unknown: either("999.999")),
        Case("-1,234", comma: n("-1.234"), point: n("-1234"), unknown: either("-1.234")),
        Case("1.234,5", comma: n("1234.5"), point: other, unknown: n("1234.5")),
        Case("1,234.5", comma: other, point: n("1234.5"), unknown: n("1234.5")),
        Case("1.234.567", comma: n("1234567"), point: other, unknown: n("1234567")),
        Case("1,234,567", comma: other, point: n("1234567"), unknown: n("1234567")),
        Case("1.234.567,125", comma: n("1234567.125"), point: other, unknown: n("1234567.125")),
        Case("1 234", n("1234")), Case("1\u{A0}234\u{A0}567", n("1234567")), Case("1\u{202F}234", n("1234")),
        Case("1 234,567", comma: n("1234.567"), point: other, unknown: n("1234.567")),
        Case("1 234.5", comma: other, point: n("1234.5"), unknown: n("1234.5")),
        Case("12 34", no), Case("1234 567", no), Case("0 123", no), Case("1 234 56", no), Case("1  234", no),
        Case("1.23.456", no), Case("12.34.56", no), Case("1.234.56", no), Case("0.123.456", no), Case("3.4.1", no),
        Case("1,234,567.8,9", no), Case("1.234 567", no), Case("1 234.567,8", no), Case("1.234,567,8", no),
        Case(".5", no), Case(",5", no), Case("5.", no), Case("5,", no), Case("1..2", no), Case("1,,2", no),
        Case("-", no), Case("+", no), Case("%", no), Case("--5", no), Case("- 5", no), Case("5-", no), Case("5%%", no),
        Case("1e5", no), Case("x", no), Case("1'234", no), Case("0x1F", no), Case("５", no), Case("12a", no),
        Case("1:5", no), Case("1/5", no), Case("12/11", no), Case("NaN", no), Case("\u{7F}", no), Case("1\u{7F}5", no),
        Case("", .blank), Case("  ", .blank), Case("\u{A0}", .blank),
        Case("0,1234567", comma: .problem(.tooManyDigits), point: other, unknown: .problem(.tooManyDigits)),
        Case("0.1234560000", comma: other, point: n("0.123456"), unknown: n("0.123456")),
        Case("0.1234560001", comma: other, point: .problem(.tooManyDigits), unknown: .problem(.tooManyDigits)),
        Case("9223372036854", n("9223372036854")), Case("9223372036855", .problem(.tooLarge)),
        Case("99999999999999999999999999", .problem(.tooLarge)),
        Case(
            "9223372036854,775807", comma: n("9223372036854.775807"), point: other, unknown: n("9223372036854.775807")),
        Case("9223372036854,775808", comma: .problem(.tooLarge), point: other, unknown: .problem(.tooLarge)),
    ]

    @Test(arguments: cases)
    func isRead(_ item: Case) {
        #expect(NumberReader(decimalSeparator: .comma).read(item.text) == item.comma)
        #expect(NumberReader(decimalSeparator: .point).read(item.text) == item.point)
        #expect(NumberReader(decimalSeparator: nil).read(item.text) == item.unknown)
    }

    /// The same within a longer text, where short numbers take the fast path.
    @Test(arguments: cases)
    func isReadInsideATable(_ item: Case) throws {
        for (separator, expected) in [
            (DecimalSeparator?.some(.comma), item.comma), (.point, item.point), (nil, item.unknown),
        ] {
            let text = "a;b\n\"\(item.text)\";\(String(repeating: "x", count: 20))\n"
            let table = try table(text, TableOptions(delimiter: .semicolon, decimalSeparator: separator))
            #expect(table.number(0, 0) == expected)
            #expect((expected == .blank) == table.isBlank(0, 0))
        }
    }

    @Test func aForcedGroupSeparatorSettlesTheRest() {
        let point = NumberReader(decimalSeparator: nil, groupSeparator: .point)
        #expect(point.read("1.234") == Self.n("1234"))
        #expect(point.read("1,234") == Self.n("1.234"))
        #expect(point.read("1 234") == Self.other)
        let space = NumberReader(decimalSeparator: nil, groupSeparator: .space)
        #expect(space.read("1.234") == Self.n("1.234"))
        #expect(space.read("1 234") == Self.n("1234"))
        #expect(space.read("1.234.567") == Self.other)
        let spaceAndComma = NumberReader(decimalSeparator: .comma, groupSeparator: .space)
        #expect(spaceAndComma.read("1.234") == Self.other)
        #expect(spaceAndComma.read("1.234,5") == Self.other)
        #expect(spaceAndComma.read("1 234,5") == Self.n("1234.5"))
    }
}
