/// A whole number of any length, not negative.
struct Magnitude: Sendable {
    /// The lowest first.
    private var limbs: [UInt64] = []

    init(_ value: UInt128) {
        limbs = [UInt64(truncatingIfNeeded: value), UInt64(truncatingIfNeeded: value >> 64)]
        trim()
    }

    private mutating func trim() {
        while limbs.last == 0 { limbs.removeLast() }
    }

    mutating func multiply(by factor: UInt128) { multiply(by: Magnitude(factor)) }

    mutating func multiply(by other: Magnitude) {
        var product = [UInt64](repeating: 0, count: limbs.count + other.limbs.count)
        for (left, first) in limbs.enumerated() {
            var carry: UInt64 = 0
            for (right, second) in other.limbs.enumerated() {
                // 2⁶⁴−1 squared with two more of 2⁶⁴−1 is just below 2¹²⁸.
                let sum = UInt128(first) * UInt128(second) + UInt128(product[left + right]) + UInt128(carry)
                product[left + right] = UInt64(truncatingIfNeeded: sum)
                carry = UInt64(truncatingIfNeeded: sum >> 64)
            }
            product[left + other.limbs.count] = carry
        }
        limbs = product
        trim()
    }

    /// The number to a power, at least the first.
    func power(_ exponent: Int) -> Magnitude {
        var (result, square, left) = (Magnitude(1), self, exponent)
        while true {
            if left & 1 == 1 { result.multiply(by: square) }
            left >>= 1
            if left == 0 { return result }
            square.multiply(by: square)
        }
    }

    mutating func add(_ other: Magnitude) {
        var carry: UInt64 = 0
        for position in 0..<max(limbs.count, other.limbs.count) {
            let mine = position < limbs.count ? limbs[position] : 0
            let theirs = position < other.limbs.count ? other.limbs[position] : 0
            let sum = UInt128(mine) + UInt128(theirs) + UInt128(carry)
            if position == limbs.count { limbs.append(0) }
            limbs[position] = UInt64(truncatingIfNeeded: sum)
            carry = UInt64(truncatingIfNeeded: sum >> 64)
        }
        if carry > 0 { limbs.append(carry) }
    }

    func compared(to other: Magnitude) -> Int {
        if limbs.count != other.limbs.count { return limbs.count > other.limbs.count ? 1 : -1 }
        for (mine, theirs) in zip(limbs.reversed(), other.limbs.reversed()) where mine != theirs {
            return mine > theirs ? 1 : -1
        }
        return 0
    }
}

/// The first 64 binary digits of a positive whole number, its size, and how much more it may be: a product of hundreds of
/// numbers costs next to nothing, and is nearly always enough to compare two.
struct RoughMagnitude: Sendable {
    private var digits: UInt64
    private var size: Int
    /// It is at most 1 + error ÷ 2⁶³ times what the digits say.
    private var error: UInt64

    init(_ value: UInt128) {
        let shift = value.leadingZeroBitCount
        digits = UInt64(truncatingIfNeeded: (value << UInt128(shift)) >> 64)
        size = UInt128.bitWidth - shift
        error = size > 64 ? 1 : 0
    }

    mutating func multiply(by other: RoughMagnitude) {
        let product = digits.multipliedFullWidth(by: other.digits)
        let shift = product.high.leadingZeroBitCount
        digits = shift == 0 ? product.high : product.high << 1 | product.low >> 63
        size += other.size - shift
        // Relative errors add up; their product and what is cut off here are below one each.
        error += other.error + 2
    }

    func power(_ exponent: Int) -> RoughMagnitude {
        var (result, square, left) = (RoughMagnitude(1), self, exponent)
        while true {
            if left & 1 == 1 { result.multiply(by: square) }
            left >>= 1
            if left == 0 { return result }
            square.multiply(by: square)
        }
    }

    /// Whether it is greater (positive) or smaller (negative); nil where its first digits do not say.
    func compared(to other: RoughMagnitude) -> Int? {
        if isSurelyLess(than: other) { return -1 }
        return other.isSurelyLess(than: self) ? 1 : nil
    }

    private func isSurelyLess(than other: RoughMagnitude) -> Bool {
        let (most, overflow) = digits.addingReportingOverflow(2 * error)
        // Beyond its last size the number may be one binary digit longer.
        if overflow { return size + 1 < other.size }
        return size == other.size ? most < other.digits : size < other.size
    }
}
