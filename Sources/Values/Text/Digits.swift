extension String {
    /// A non-negative number padded with leading zeros to at least `digits` digits.
    package init(_ number: some BinaryInteger, digits: Int, radix: Int = 10) {
        let text = String(number, radix: radix)
        self = String(repeating: "0", count: Swift.max(digits - text.utf8.count, 0)) + text
    }
}

extension [UInt8] {
    /// Appends an integer in decimal digits, with zeros in front of it up to `count` digits.
    package mutating func append(digitsOf number: UInt64, atLeast count: Int = 1) {
        let zero = UInt8(ascii: "0")
        // Most numbers of tables are that short.
        if number < 10, count <= 1 { return append(zero + UInt8(number)) }
        if number < 100, count <= 2 {
            append(zero + UInt8(number / 10))
            return append(zero + UInt8(number % 10))
        }
        // The digits come from the last. In bounds: a UInt64 has at most 20.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var (first, rest) = (digits.count, number)
            repeat {
                first -= 1
                digits[first] = zero + UInt8(rest % 10)
                rest /= 10
            } while rest > 0
            for _ in 0..<Swift.max(count - (digits.count - first), 0) { append(zero) }
            append(contentsOf: UnsafeMutableBufferPointer(rebasing: digits[first...]))
        }
    }
}
