import ScoreNumerics
import Testing
import Values

@testable import Tables

/// Numbers that are written can be read back, and the fast path of reading gives the result of the slow one.
@Suite struct NumberRoundTripTests {
    @Test(arguments: DecimalSeparator.allCases)
    func comesBack(_ separator: DecimalSeparator) {
        var generator = SeededRandom(seed: 99)
        let reader = NumberReader(decimalSeparator: separator)
        for round in 0..<20_000 {
            // Every magnitude, from millionths to the largest.
            let mantissa = Int64.random(in: -Int64.max...Int64.max, using: &generator) >> Int64(round % 63)
            let number = FixedDecimal(mantissa: mantissa)
            let plain = number.text(minimumDigits: round % 7, decimalSeparator: separator.rawValue)
            #expect(reader.read(plain) == .number(number, isPercent: false))
            for group in [separator.other.rawValue, " ", "\u{A0}", "\u{202F}"] {
                let grouped = Self.grouped(plain, by: group, before: separator.rawValue)
                #expect(reader.read(grouped + " %") == .number(number, isPercent: true), "\(grouped)")
            }
        }
    }

    @Test func theFastWayEqualsTheSlowOne() {
        var generator = SeededRandom(seed: 5)
        let alphabet = Array("0123456789012345678901234567890123456789.,.,-% x\u{2212}\u{A0};".utf8)
        for separator in [DecimalSeparator.comma, .point, nil] {
            let reader = NumberReader(decimalSeparator: separator)
            for _ in 0..<20_000 {
                let bytes = (0..<24).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
                let range = 2..<(2 + Int.random(in: 0...10, using: &generator))
                bytes.withUnsafeBufferPointer { buffer in
                    #expect(reader.read(range, in: buffer) == reader.readShape(range, in: buffer))
                }
            }
        }
    }

    @Test func shortNumbersGoTheFastWay() {
        let bytes = Array("97,25 100 0,5 12345678        ".utf8)
        let reader = NumberReader(decimalSeparator: .comma)
        bytes.withUnsafeBufferPointer { buffer in
            #expect(reader.readShort(0..<5, in: buffer) == 97_250_000)
            #expect(reader.readShort(6..<9, in: buffer) == 100_000_000)
            #expect(reader.readShort(10..<13, in: buffer) == 500_000)
            #expect(reader.readShort(14..<22, in: buffer) == 12_345_678_000_000)
            #expect(reader.readShort(0..<6, in: buffer) == nil)
        }
    }

    private static func grouped(_ text: String, by group: String, before separator: String) -> String {
        let parts = text.split(separator: separator.first ?? ",", maxSplits: 1)
        var digits = Array(parts.first ?? "")
        let first = digits.first == "-" ? 1 : 0
        var location = digits.count - 3
        while location > first {
            digits.insert(contentsOf: group, at: location)
            location -= 3
        }
        return String(digits) + (parts.count > 1 ? separator + parts[1] : "")
    }
}
