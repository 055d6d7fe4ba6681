/// The number of a cell as the decimal that people see: at most fifteen significant digits, as spreadsheets show them.
///
/// A file holds a binary double, usually with seventeen digits: `0.99500000000000011` is the double next to 0.995. What
/// is meant is the shortest decimal that is that double, if it has at most fifteen digits; a double that no such decimal
/// is (the sum of 0.1 and 0.2) is rounded to fifteen, half away from zero, from its exact value.
struct CellNumber: Hashable {
    /// The most digits that every decimal keeps on its way through a double.
    static let digits = 15
    private static let limit: UInt64 = 1_000_000_000_000_000

    /// The digits without zeros at their end.
    private(set) var coefficient: UInt64 = 0
    /// The power of ten of the last digit.
    private(set) var exponent = 0
    private(set) var isNegative = false

    /// Reads `-12.50`, `1E-05`; nil for anything that is not a finite number.
    init?(_ bytes: some Collection<UInt8>) {
        guard let read = DecimalText(bytes) else { return nil }
        self.init(read.coefficient, read.exponent, isNegative: read.isNegative)
        // Decimals of so few digits are all different doubles: nothing has to be converted.
        if !read.isCut, coefficient < Self.limit, (-290...290).contains(exponent) { return }
        guard let double = Double(String(decoding: bytes, as: UTF8.self)), double.isFinite else { return nil }
        self.init(double)
    }

    /// The decimal that a finite double stands for.
    init(_ double: Double) {
        guard let shortest = DecimalText("\(double)".utf8) else { preconditionFailure("\(double) is no number") }
        var coefficient = shortest.coefficient
        var exponent = shortest.exponent
        var dropped: UInt64 = 1
        while coefficient / dropped >= Self.limit { dropped *= 10 }
        if dropped > 1 {
            let (whole, rest) = coefficient.quotientAndRemainder(dividingBy: dropped)
            let half = dropped / 2
            // Only where the shortest decimal lies in the middle does the exact value decide; half goes up.
            let goesUp =
                rest == half
                ? BinaryValue(double.magnitude).isAtLeast(coefficient, exponent) : rest > half
            coefficient = goesUp ? whole + 1 : whole
            while dropped > 1 {
                dropped /= 10
                exponent += 1
            }
        }
        self.init(coefficient, exponent, isNegative: shortest.isNegative)
    }

    private init(_ coefficient: UInt64, _ exponent: Int, isNegative: Bool) {
        guard coefficient > 0 else { return }
        (self.coefficient, self.exponent, self.isNegative) = (coefficient, exponent, isNegative)
        while self.coefficient % 10 == 0 {
            self.coefficient /= 10
            self.exponent += 1
        }
    }

    /// The number times a power of ten: 0.995 as a percent is 99.5.
    func shifted(by power: Int) -> CellNumber {
        var number = self
        if coefficient > 0 { number.exponent += power }
        return number
    }

    /// How it compares with zero.
    var sign: Int { coefficient == 0 ? 0 : isNegative ? -1 : 1 }

    /// Adds the number with a decimal point and without exponent, `0.00001`; very large and very small ones as `1e-30`.
    func append(to bytes: inout [UInt8]) {
        if isNegative { bytes.append(UInt8(ascii: "-")) }
        let digits = Array(String(coefficient).utf8)
        let point = digits.count + exponent
        if exponent > 21 || point < -20 {
            bytes += digits
            bytes += "e\(exponent)".utf8
        } else if exponent >= 0 {
            bytes += digits
            for _ in 0..<exponent { bytes.append(UInt8(ascii: "0")) }
        } else if point > 0 {
            bytes += digits[..<point]
            bytes.append(UInt8(ascii: "."))
            bytes += digits[point...]
        } else {
            bytes += "0.".utf8
            for _ in point..<0 { bytes.append(UInt8(ascii: "0")) }
            bytes += digits
        }
    }
}

/// A decimal as digits and a power of ten.
private struct DecimalText {
    var coefficient: UInt64 = 0
    var exponent = 0
    var isNegative = false
    /// Whether there were more digits than are kept.
    var isCut = false

    init?(_ bytes: some Collection<UInt8>) {
        var rest = bytes[...]
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            rest = rest.dropFirst()
        }
        var (hasDigit, isBehind) = (false, false)
        // Zeros wait until a digit follows: those at the end say nothing.
        var zeros = 0
        while let byte = rest.first {
            if byte == UInt8(ascii: "."), !isBehind {
                isBehind = true
            } else if byte &- UInt8(ascii: "0") < 10 {
                hasDigit = true
                if isBehind { exponent -= 1 }
                if byte == UInt8(ascii: "0") {
                    if coefficient > 0 { zeros += 1 }
                } else {
                    for _ in 0..<min(zeros, 20) { append(0) }
                    append(UInt64(byte &- UInt8(ascii: "0")))
                    zeros = 0
                }
            } else {
                break
            }
            rest = rest.dropFirst()
        }
        guard hasDigit else { return nil }
        exponent += zeros
        if rest.isEmpty { return }
        guard rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") else { return nil }
        rest = rest.dropFirst()
        var isBelow = false
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isBelow = sign == UInt8(ascii: "-")
            rest = rest.dropFirst()
        }
        guard !rest.isEmpty else { return nil }
        var power = 0
        for byte in rest {
            guard byte &- UInt8(ascii: "0") < 10 else { return nil }
            power = min(power * 10 + Int(byte &- UInt8(ascii: "0")), 100_000)
        }
        exponent += isBelow ? -power : power
    }

    private mutating func append(_ digit: UInt64) {
        let (shifted, overflow) = coefficient.multipliedReportingOverflow(by: 10)
        let (sum, carry) = shifted.addingReportingOverflow(digit)
        if overflow || carry {
            isCut = true
            exponent += 1
        } else {
            coefficient = sum
        }
    }
}

/// The exact value of a double, for the comparison with a decimal that lies very close.
private struct BinaryValue {
    private let significand: UInt64
    private let exponent: Int

    init(_ double: Double) {
        let isNormal = double.exponentBitPattern > 0
        significand = double.significandBitPattern | (isNormal ? 1 << 52 : 0)
        exponent = Int(max(double.exponentBitPattern, 1)) - 1075
    }

    /// Whether the value is at least `coefficient` times a power of ten.
    func isAtLeast(_ coefficient: UInt64, _ power: Int) -> Bool {
        // Both as whole numbers: what is below one on one side multiplies the other.
        var (left, right) = ([significand.low, significand.high], [coefficient.low, coefficient.high])
        for _ in 0..<max(exponent, 0) { Self.multiply(&left, by: 2) }
        for _ in 0..<max(-exponent, 0) { Self.multiply(&right, by: 2) }
        for _ in 0..<max(power, 0) { Self.multiply(&right, by: 10) }
        for _ in 0..<max(-power, 0) { Self.multiply(&left, by: 10) }
        let length = max(left.count, right.count)
        left += Array(repeating: 0, count: length - left.count)
        right += Array(repeating: 0, count: length - right.count)
        for (first, second) in zip(left.reversed(), right.reversed()) where first != second { return first > second }
        return true
    }

    private static func multiply(_ number: inout [UInt32], by factor: UInt64) {
        var carry: UInt64 = 0
        for index in number.indices {
            let product = UInt64(number[index]) * factor + carry
            number[index] = product.low
            carry = product >> 32
        }
        if carry > 0 { number.append(carry.low) }
    }
}

extension UInt64 {
    fileprivate var low: UInt32 { UInt32(truncatingIfNeeded: self) }
    fileprivate var high: UInt32 { UInt32(truncatingIfNeeded: self >> 32) }
}
