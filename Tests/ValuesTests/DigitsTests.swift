import Testing
import Values

@Suite("Digits of integers")
struct DigitsTests {
    @Test(
        "an integer has the digits that the standard library gives it",
        arguments: [
            0, 1, 9, 10, 11, 99, 100, 101, 999, 1000, 1001, 9999, 10_000, 999_999, 1_000_000, 1_000_001, 123_456_789,
            UInt64.max - 1, .max,
        ])
    func isWritten(number: UInt64) {
        var bytes = Array("x".utf8)
        bytes.append(addingCapacity: 20) { $0.append(digitsOf: number) }
        #expect(String(decoding: bytes, as: UTF8.self) == "x\(number)")
    }

    @Test(
        "zeros stand in front of short numbers only",
        arguments: [
            (0, 1, "0"), (0, 2, "00"), (7, 2, "07"), (7, 3, "007"), (42, 2, "42"), (42, 6, "000042"), (100, 2, "100"),
            (5, 0, "5"), (5, -3, "5"), (99, 25, "0000000000000000000000099"),
        ] as [(UInt64, Int, String)])
    func isPadded(number: UInt64, count: Int, text: String) {
        let bytes = [UInt8](capacity: 25) { $0.append(digitsOf: number, count: count) }
        #expect(String(decoding: bytes, as: UTF8.self) == text)
    }
}
