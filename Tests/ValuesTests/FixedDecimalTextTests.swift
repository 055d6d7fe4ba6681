import Testing
import Values

@Suite("Exact decimals: reading and writing text")
struct FixedDecimalTextTests {
    @Test(
        "a text gives so many millionths and is written back in its shortest form",
        arguments: [
            ("0", 0, "0"), ("-0", 0, "0"), ("1", 1_000_000, "1"), ("+7", 7_000_000, "7"), ("0.30", 300_000, "0.3"),
            ("99.01", 99_010_000, "99.01"), ("-12.50", -12_500_000, "-12.5"), ("0.000001", 1, "0.000001"),
            ("-0.000001", -1, "-0.000001"), ("007.5", 7_500_000, "7.5"), ("1.5000000000", 1_500_000, "1.5"),
            ("9223372036854.775807", Int64.max, "9223372036854.775807"),
            ("-9223372036854.775807", -Int64.max, "-9223372036854.775807"),
            ("-9223372036854.775808", Int64.min, "-9223372036854.775808"),
        ])
    func reads(text: String, mantissa: Int64, written: String) throws {
        let number = try FixedDecimal(text)
        #expect(number.mantissa == mantissa)
        #expect(number.description == written)
        #expect(try FixedDecimal(number.description) == number)
        #expect(try FixedDecimal(digits: Array(text.utf8)) == number)
    }

    @Test(
        "what is no number is refused",
        arguments: [
            "", " ", "-", "+", ".", ".5", "5.", "1.2.3", "1,5", "1.234,5", "1e3", "1E3", "--1", "+-1", "1-", " 1", "1 ",
            "0x10", "NaN", "inf", "一", "１", "1\u{0}", "−1", "1.", "-.5", "1_000",
        ])
    func refuses(text: String) {
        #expect(throws: DecimalTextError.notANumber) { try FixedDecimal(text) }
    }

    @Test("a seventh decimal is refused and never rounded", arguments: ["0.0000001", "1.2345678", "-3.00000010"])
    func refusesSevenDecimals(text: String) {
        #expect(throws: DecimalTextError.tooManyDigits) { try FixedDecimal(text) }
    }

    @Test(
        "a number beyond 64 bits is refused",
        arguments: [
            "9223372036854.775808", "-9223372036854.775809", "9223372036855", "10000000000000",
            "18446744073709551616", "99999999999999999999999999999999999999", "-99999999999999999999999999",
        ])
    func refusesTooLarge(text: String) {
        #expect(throws: DecimalTextError.tooLarge) { try FixedDecimal(text) }
    }

    @Test(
        "a least count of decimals and a comma are kept",
        arguments: [
            (1_500_000, 2, "1,50"), (0, 2, "0,00"), (-1, 2, "-0,000001"), (12_000_000, 0, "12"), (250_000, 1, "0,25"),
            (7_000_000, 6, "7,000000"), (7_000_000, 9, "7,000000"), (-500_000, -3, "-0,5"),
        ] as [(Int64, Int, String)])
    func writes(mantissa: Int64, digits: Int, text: String) {
        #expect(FixedDecimal(mantissa: mantissa).text(minimumDigits: digits, decimalSeparator: ",") == text)
    }

    @Test("whoever appends a number is told how many decimals it was given")
    func appends() {
        // Digits, with or without zeros behind them, of every length.
        let heads: [Int64] = [0, 1, 7, 9, 10, 25, 100, 104, 99_999, 1_234_567, 9_000_000, 123_456_789_012]
        for head in heads {
            for zeros in 0...6 {
                for sign: Int64 in [1, -1] {
                    let mantissa = sign * (0..<zeros).reduce(head) { value, _ in value * 10 }
                    for least in 0...6 {
                        // Written with all six decimals, from which zeros are taken.
                        let all = String(mantissa.magnitude)
                        let padded = String(repeating: "0", count: max(7 - all.count, 0)) + all
                        var decimals = String(padded.suffix(6))
                        while decimals.count > least, decimals.last == "0" { decimals.removeLast() }
                        let number = (mantissa < 0 ? "-" : "") + padded.dropLast(6)
                        var bytes = Array("x".utf8)
                        let count = FixedDecimal(mantissa: mantissa).append(to: &bytes, minimumDigits: least)
                        let expected = "x" + number + (decimals.isEmpty ? "" : "." + decimals)
                        #expect(String(decoding: bytes, as: UTF8.self) == expected)
                        #expect(count == decimals.count)
                    }
                }
            }
        }
    }

    @Test("an integer fits or gives nil, and never wraps")
    func integers() {
        #expect(FixedDecimal(exactly: 9_223_372_036_854)?.mantissa == 9_223_372_036_854_000_000)
        #expect(FixedDecimal(exactly: 9_223_372_036_855) == nil)
        #expect(FixedDecimal(exactly: Int.min) == nil)
        #expect(FixedDecimal(exactly: UInt64.max) == nil)
        #expect(FixedDecimal(exactly: Int128.max) == nil)
        #expect(FixedDecimal(exactly: -3) == -3)
    }

    @Test("the checked sum gives nil where the sum would not fit")
    func checkedSum() {
        let most = FixedDecimal(mantissa: .max)
        let least = FixedDecimal(mantissa: .min)
        #expect(most.addingReportingOverflow(FixedDecimal(mantissa: 1)) == nil)
        #expect(least.addingReportingOverflow(FixedDecimal(mantissa: -1)) == nil)
        #expect(most.addingReportingOverflow(least) == FixedDecimal(mantissa: -1))
    }
}
