import Testing

@testable import Survey

/// How weights are written into tallies and read again.
@Suite struct WeightUnitTests {
    @Test(
        arguments: [
            (0, "0"), (1, "0.0000000001"), (10, "0.000000001"), (9_999_999_999, "0.9999999999"), (10_000_000_000, "1"),
            (10_000_000_001, "1.0000000001"), (123_529_411_800, "12.35294118"), (Int64.max, "922337203.6854775807"),
        ] as [(Int64, String)])
    func tenBillionths(_ weight: Int64, _ text: String) {
        #expect(WeightUnit.tenBillionths.text(weight) == text)
        #expect(WeightUnit.tenBillionths.read(text) == weight)
    }

    @Test(arguments: [
        "", ".", "1.", ".5", "1.00000000000", "-1", "+1", "1,5", "1.2.3", " 1", "922337203.6854775808", "²",
        "1e", "e3", "1.e3", "1e3.0", "1e2e1", "1xe3", "1e21", "1e-21", "1E-11", "-1e3", "1e9223372036854775808",
    ])
    func isNoWeight(_ text: String) { #expect(WeightUnit.tenBillionths.read(text) == nil) }

    /// Java, and so Spark, writes a decimal number below a millionth with a power of ten, also zero.
    @Test(
        arguments: [
            ("0E-10", 0), ("5E-10", 5), ("1.25E-7", 1_250), ("1.2500E-7", 1_250), ("1e3", 10_000_000_000_000),
            ("12.5E+1", 1_250_000_000_000), ("100e-12", 1), ("0e-11", 0), ("9.223372036854775807e8", Int64.max),
            ("9.223372036854775808e8", nil),
        ] as [(String, Int64?)])
    func powersOfTen(_ text: String, _ weight: Int64?) { #expect(WeightUnit.tenBillionths.read(text) == weight) }

    /// A database writes ten decimals, whatever the weights.
    @Test(
        arguments: [
            ("12.3500000000", 12_350_000), ("0.0000010000", 1), ("12.35", 12_350_000), ("10000", 10_000_000_000),
            ("0.0000010001", nil), ("0.0000000001", nil), ("0", 0), ("0E-10", 0), ("1.0E-6", 1), ("1E-10", nil),
        ] as [(String, Int64?)])
    func millionths(_ text: String, _ weight: Int64?) { #expect(WeightUnit.millionths.read(text) == weight) }

    @Test func numbersBeyondTheirBitsAreNone() {
        #expect(WeightUnit.finer(Int64.max / 10_000) == Int64.max / 10_000 * 10_000)
        #expect(WeightUnit.finer(Int64.max / 10_000 + 1) == nil)
        #expect(WeightUnit.finer(Int128(3), power: 2) == 300_000_000)
        #expect(WeightUnit.finer(Int64(7), power: 0) == 7)
    }
}
