internal import Values

/// Reads numbers as people write them, by the separators of a table.
///
/// Short numbers (up to eight signs, which is nearly all) are read from one machine word without a loop; everything
/// else goes through ``NumberShape``. Both give the same result, which the tests check. No text is made.
package struct NumberReader: Sendable {
    /// The sign before decimals; nil lets each cell speak for itself, and `1.234` be ambiguous.
    package let decimalSeparator: DecimalSeparator?
    /// The only sign that may stand between groups; nil when any may.
    package let groupSeparator: GroupSeparator?
    /// The decimal separator in every byte of a word. Without one, a byte that no UTF-8 has.
    private let pattern: UInt64

    /// Makes a reader. A forced group separator of point or comma settles the decimal separator too.
    package init(decimalSeparator: DecimalSeparator?, groupSeparator: GroupSeparator? = nil) {
        self.decimalSeparator = decimalSeparator ?? groupSeparator?.impliedDecimal
        self.groupSeparator = groupSeparator
        pattern = Self.everyByte &* UInt64(self.decimalSeparator?.byte ?? 0xFF)
    }

    static var everyByte: UInt64 { 0x0101_0101_0101_0101 }

    /// Reads the bytes of a cell's content.
    @inline(__always)
    package func read(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> NumberReading {
        readShort(range, in: bytes) ?? readAny(range, in: bytes)
    }

    /// Reads a text.
    package func read(_ text: String) -> NumberReading {
        Array(text.utf8).withUnsafeBufferPointer { read(0..<$0.count, in: $0) }
    }

    // MARK: - One word

    /// Up to eight signs: an optional minus, digits, at most one decimal separator with digits on both sides, an
    /// optional percent sign. Nil for everything else.
    @inline(__always)
    func readShort(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> NumberReading? {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        guard let base = bytes.baseAddress, lower < upper else { return nil }
        let isNegative = base[lower] == UInt8(ascii: "-")
        if isNegative { lower += 1 }
        guard lower < upper else { return nil }
        let isPercent = base[upper - 1] == UInt8(ascii: "%")
        if isPercent { upper -= 1 }
        var digits = upper - lower
        // The word is read as a whole, so eight bytes must be there.
        guard digits > 0, digits <= 8, lower + 8 <= bytes.count else { return nil }
        var word = UInt64(
            littleEndian: UnsafeRawPointer(base + lower).loadUnaligned(as: UInt64.self))
        word &= UInt64.max >> UInt64(64 - 8 * digits)

        // `97.25`: a byte that equals the separator becomes zero, the lowest zero byte is found, and the bytes
        // behind it move down by one: `9725` with two decimals.
        let difference = word ^ pattern
        let zeros = (difference &- Self.everyByte) & ~difference & (Self.everyByte &* 0x80)
        var fraction = 0
        if zeros != 0 {
            let place = zeros.trailingZeroBitCount >> 3
            guard place > 0, place < digits - 1 else { return nil }
            let below = (UInt64(1) << UInt64(8 * place)) - 1
            word = (word & below) | ((word >> 8) & ~below)
            digits -= 1
            fraction = digits - place
        }
        // Zeros fill up to eight digits from the left.
        let missing = UInt64(8 * (8 - digits))
        word = (word << missing) | ((Self.everyByte &* 0x30) & ((UInt64(1) << missing) &- 1))
        let high = Self.everyByte &* 0xF0
        let wrong =
            ((word & high) ^ (Self.everyByte &* 0x30))
            | (((word &+ Self.everyByte &* 0x06) & high) ^ (Self.everyByte &* 0x30))
        guard wrong == 0 else { return nil }
        // Neighbours join: digits to pairs, pairs to fours, fours to eight.
        word = word &- Self.everyByte &* 0x30
        word = word &* 10 &+ (word >> 8)
        let pairs: UInt64 = 0x0000_00FF_0000_00FF
        word = ((word & pairs) &* 0x000F_4240_0000_0064 &+ ((word >> 16) & pairs) &* 0x0000_2710_0000_0001) >> 32
        let mantissa = Int64(word) &* Self.millionths(behind: fraction)
        return .number(FixedDecimal(mantissa: isNegative ? -mantissa : mantissa), isPercent: isPercent)
    }

    /// Millionths in one unit of the last of so many decimals.
    @inline(__always)
    private static func millionths(behind fraction: Int) -> Int64 {
        switch fraction {
        case 0: 1_000_000
        case 1: 100_000
        case 2: 10_000
        case 3: 1000
        case 4: 100
        case 5: 10
        default: 1
        }
    }

    // MARK: - Any length

    /// Reads a number of any length and shape.
    @inline(never)
    func readAny(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> NumberReading {
        let shape = NumberShape(range, in: bytes)
        if shape.isBlank { return .blank }
        switch shape.layout {
        case .none: return .problem(.notANumber)
        case .integer(let group):
            guard allows(group: group) else { return .problem(.otherSeparator) }
            return value(of: shape, decimal: nil, in: bytes)
        case .decimal(let separator, let group):
            guard decimalSeparator ?? separator == separator, allows(group: group) else {
                return .problem(.otherSeparator)
            }
            return value(of: shape, decimal: separator, in: bytes)
        case .either(let separator):
            if let decimalSeparator {
                if decimalSeparator == separator { return value(of: shape, decimal: separator, in: bytes) }
                guard allows(group: separator == .comma ? .comma : .point) else { return .problem(.otherSeparator) }
                return value(of: shape, decimal: nil, in: bytes)
            }
            // Where groups are divided by spaces, the sign can only be the decimal one.
            let reading = value(of: shape, decimal: separator, in: bytes)
            guard groupSeparator == nil, case .number(let decimal, let isPercent) = reading else { return reading }
            return .ambiguous(asDecimal: decimal, isPercent: isPercent)
        }
    }

    /// Whether the separator may stand between groups in this table.
    private func allows(group: NumberShape.Separator) -> Bool {
        switch group {
        case .none: true
        case .space: groupSeparator ?? .space == .space
        case .point: groupSeparator ?? .point == .point && decimalSeparator ?? .comma == .comma
        case .comma: groupSeparator ?? .comma == .comma && decimalSeparator ?? .point == .point
        case .mixed: false
        }
    }

    /// The digits as a number, with decimals behind the last `decimal`, if any.
    private func value(
        of shape: NumberShape, decimal: DecimalSeparator?, in bytes: UnsafeBufferPointer<UInt8>
    ) -> NumberReading {
        var total: UInt64 = 0
        var fraction = -1  // no decimals yet
        var isTooFine = false
        for index in shape.digits {
            let digit = UInt64(bytes[index] &- UInt8(ascii: "0"))
            guard digit < 10 else {
                if bytes[index] == decimal?.byte { fraction = 0 }
                continue
            }
            if fraction >= FixedDecimal.fractionDigits {
                if digit != 0 { isTooFine = true }
                continue
            }
            if fraction >= 0 { fraction += 1 }
            let (shifted, overflow) = total.multipliedReportingOverflow(by: 10)
            let (sum, carry) = shifted.addingReportingOverflow(digit)
            if overflow || carry { return .problem(.tooLarge) }
            total = sum
        }
        let (mantissa, overflow) = total.multipliedReportingOverflow(
            by: UInt64(Self.millionths(behind: max(fraction, 0))))
        guard !overflow, let narrow = Int64(exactly: mantissa) else { return .problem(.tooLarge) }
        if isTooFine { return .problem(.tooManyDigits) }
        return .number(FixedDecimal(mantissa: shape.isNegative ? -narrow : narrow), isPercent: shape.isPercent)
    }
}

extension GroupSeparator {
    /// The decimal separator that follows from a group separator: the other one of point and comma.
    var impliedDecimal: DecimalSeparator? {
        switch self {
        case .comma: .point
        case .point: .comma
        case .space: nil
        }
    }
}
