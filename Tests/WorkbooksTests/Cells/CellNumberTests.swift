import Foundation
import ScoreNumerics
import TestSupport
import Testing

@testable import Workbooks

/// A binary number becomes the decimal that people see.
@Suite struct CellNumberTests {
    private static func text(_ written: String) -> String? {
        guard let number = CellNumber(Array(written.utf8)) else { return nil }
        var bytes: [UInt8] = []
        number.append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    static let cases: [(written: String, text: String?)] = [
        ("0", "0"), ("-0", "0"), ("0.000", "0"), ("1", "1"), ("+1", "1"), ("007.50", "7.5"), (".5", "0.5"), ("5.", "5"),
        ("-12.250", "-12.25"), ("100", "100"), ("123456789012345", "123456789012345"), ("1E-05", "0.00001"),
        ("1.5e3", "1500"), ("2E+2", "200"), ("1e21", "1000000000000000000000"), ("12e30", "12e30"), ("1e-30", "1e-30"),
        ("1.25E-22", "125e-24"), ("0e999", "0"),
        // Doubles next to short decimals, with seventeen digits.
        ("0.99500000000000011", "0.995"), ("0.07000000000000001", "0.07"), ("56.999999999999993", "57"),
        ("0.28500000000000003", "0.285"), ("1.1499999999999999", "1.15"), ("99.450000000000003", "99.45"),
        ("0.10000000000000001", "0.1"), ("33.333333333333336", "33.3333333333333"),
        // Sums that no decimal of fifteen digits is.
        ("0.30000000000000004", "0.3"), ("0.79999999999999993", "0.8"), ("2.2999999999999998", "2.3"),
        ("0.66666666666666663", "0.666666666666667"), ("9007199254740993", "9007199254740990"),
        ("999999999999999.9", "1000000000000000"), ("123456789012345678", "123456789012346000"),
        // Exactly in the middle: 2^47 + 0.5 and 2^47 + 1.5.
        ("140737488355328.5", "140737488355329"), ("140737488355329.5", "140737488355330"),
        ("-140737488355328.5", "-140737488355329"),
        // The shortest decimal lies in the middle, the double below it, and above it.
        ("0.8124158683449785", "0.812415868344978"), ("0.1234567890123455", "0.123456789012345"),
        ("0.6083778353374065", "0.608377835337407"),
        // Long digits that are no more than a short number.
        ("0.5000000000000000000000000000000000000", "0.5"), ("1.7976931348623157E+308", "179769313486232e294"),
        ("4.9406564584124654E-324", "5e-324"),
        ("", nil), ("-", nil), (".", nil), ("e5", nil), ("1e", nil), ("1e+", nil), ("1,5", nil), ("0x10", nil),
        ("INF", nil), ("NaN", nil), ("1e999", nil), ("1 ", nil), ("1.2.3", nil), ("--1", nil),
    ]

    @Test(arguments: cases)
    func isShown(_ item: (written: String, text: String?)) { #expect(Self.text(item.written) == item.text) }

    /// A double as the C library rounds it to fifteen digits, from its exact value.
    @Test func agreesWithTheCLibrary() {
        var random = SeededRandom(seed: 14)
        for round in 0..<20_000 {
            let double: Double =
                switch round % 4 {
                case 0: Double(random.int(1...1_000_000)) / Double(random.int(1...1_000_000))
                case 1: Double(bitPattern: random.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x3000_0000_0000_0000)
                case 2: (0..<random.int(2...9)).reduce(0) { sum, _ in sum + Double(random.int(0...9)) / 10 }
                default: Double(random.int(0...100_000)) / 1000
                }
            let exact = Decimal(string: String(format: "%.14e", double))
            let written = String(format: "%.16e", double)
            #expect(Self.text(written).flatMap { Decimal(string: $0) } == exact, "\(written)")
        }
    }

    /// Every decimal of at most fifteen digits comes back from the double that it became.
    @Test func decimalsSurviveTheirDouble() {
        var random = SeededRandom(seed: 15)
        for _ in 0..<20_000 {
            let digits = random.int(1...15)
            let whole = (0..<digits).map { _ in String(random.int(0...9)) }.joined()
            let point = random.int(0...digits)
            let decimal = "\(whole.prefix(point).isEmpty ? "0" : whole.prefix(point)).\(whole.dropFirst(point))0"
            #expect(Self.text(String(format: "%.16e", Double(decimal) ?? .nan)) == Self.text(decimal), "\(decimal)")
        }
    }
}
