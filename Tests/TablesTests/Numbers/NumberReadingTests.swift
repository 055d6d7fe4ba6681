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
        Case("1e-06", n("0.000001")), Case("1E5", n("100000")), Case("-2e+3 %", n("-2000", percent: true)),
        Case("1,5e3", comma: n("1500"), point: other, unknown: n("1500")),
        Case("1.234E3", comma: other, point: n("1234"), unknown: n("1234")),
        Case("0e999", n("0")), Case("1e-7", .problem(.tooManyDigits)), Case("15e-7", .problem(.tooManyDigits)),
        Case("10e-7", n("0.000001")), Case("1e-999", .problem(.tooManyDigits)), Case("1e999", .problem(.tooLarge)),
        Case("9e12", n("9000000000000")), Case("1e13", .problem(.tooLarge)),
        Case(
            "9.223372036854775807e12", comma: other, point: n("9223372036854.775807"),
            unknown: n("9223372036854.775807")),
        Case("9.223372036854775808e12", comma: other, point: .problem(.tooLarge), unknown: .problem(.tooLarge)),
        Case("1e", no), Case("e5", no), Case("1e+", no), Case("1e1000", no), Case("1 000e3", no), Case("1e5e5", no),
        Case("1.234.567e3", no), Case("1e5,5", no), Case("0x1e5", no),
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
        Case("x", no), Case("1'234", no), Case("0x1F", no), Case("５", no), Case("12a", no),
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

    /// Rounded once, half away from zero, by hand.
    @Test(
        arguments: [
            ("0.1234565", 6, "0.123457"), ("0.1234564999", 6, "0.123456"), ("-0.1234565", 6, "-0.123457"),
            ("0.9999995", 6, "1"), ("0.4445", 3, "0.445"), ("0.4445", 2, "0.44"), ("0.44449999999", 3, "0.444"),
            ("0.5", 0, "1"), ("-0.5", 0, "-1"), ("0.499999", 0, "0"), ("0.4999999999", 0, "0"), ("1.005", 2, "1.01"),
            ("99.995", 2, "100"), ("12345678", 0, "12345678"), ("97.12345678901234567890123", 6, "97.123457"),
            ("1e-7", 6, "0"), ("5e-7", 6, "0.000001"), ("4.9e-7", 6, "0"), ("1.23456789e2", 2, "123.46"),
            ("1e-99", 3, "0"), ("0.0000005", 6, "0.000001"), ("0.0000004", 6, "0"),
        ] as [(String, Int, String)])
    func rounds(text: String, digits: Int, expected: String) {
        let reader = NumberReader(decimalSeparator: .point, roundingDigits: digits)
        #expect(reader.read(text) == Self.n(expected))
        #expect(reader.read(text + "%") == Self.n(expected, percent: true))
    }

    @Test func roundingUpMayLeaveTheRange() {
        let reader = NumberReader(decimalSeparator: .point, roundingDigits: 0)
        #expect(reader.read("9223372036854.499999") == Self.n("9223372036854"))
        #expect(reader.read("9223372036854.775807") == .problem(.tooLarge))
        #expect(reader.read("-9223372036854.5") == .problem(.tooLarge))
        #expect(NumberReader(decimalSeparator: .point).read("0.1234565") == .problem(.tooManyDigits))
    }
}
