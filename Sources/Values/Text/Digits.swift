extension String {
    /// A non-negative number padded with leading zeros to at least `digits` digits.
    package init(_ number: some BinaryInteger, digits: Int, radix: Int = 10) {
        let text = String(number, radix: radix)
        self = String(repeating: "0", count: Swift.max(digits - text.utf8.count, 0)) + text
    }
}

extension OutputSpan<UInt8> {
    /// Appends an integer in decimal digits; there must be room for them, at most 20.
    @inline(__always)
    package mutating func append(digitsOf number: UInt64) {
        if number < 10 { return append(digit: number) }
        if number < 100 { return append(twoDigits: number) }
        appendLong(number)
    }

    /// Appends an integer in so many decimal digits, with zeros in front of it; there must be room for them.
    package mutating func append(digitsOf number: UInt64, count: Int) {
        var (unit, places): (UInt64, Int) = (1, 1)
        while places < count, unit <= number / 10 { (unit, places) = (unit * 10, places + 1) }
        for _ in places..<max(count, places) { append(digit: 0) }
        append(digitsOf: number)
    }

    private mutating func appendLong(_ number: UInt64) {
        if number >= 1000 { append(digitsOf: number / 1000) }
        append(digit: number / 100 % 10)
        append(twoDigits: number % 100)
    }

    @inline(__always)
    private mutating func append(twoDigits number: UInt64) {
        append(digit: number / 10)
        append(digit: number % 10)
    }

    @inline(__always)
    private mutating func append(digit: UInt64) { append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)) }
}
