internal import Values

/// Reads numbers as people write them, using the separators of a table.
///
/// Short numbers (up to eight characters, which is nearly all) are read from one machine word without a loop;
/// everything else goes through ``NumberShape``. Both give the same result, which the tests check. No string is
/// created.
package struct NumberReader: Sendable {
    /// The decimal separator; if nil, each cell is read by itself and `1.234` is ambiguous.
    package let decimalSeparator: DecimalSeparator?
    /// The only permitted thousands separator; nil when any is permitted.
    package let groupSeparator: GroupSeparator?
    /// To how many decimals numbers are rounded, half away from zero; nil refuses those with more than six.
    package let roundingDigits: Int?
    /// Whether `1e-06` is a number: programs write figures so, and people do not.
    package let readsExponents: Bool
    /// The decimal separator in every byte of a word. Without one, a byte that never occurs in UTF-8.
    private let pattern: UInt64

    /// Makes a reader. A specified thousands separator of point or comma implies the decimal separator.
    package init(
        decimalSeparator: DecimalSeparator?, groupSeparator: GroupSeparator? = nil, roundingDigits: Int? = nil,
        readsExponents: Bool = true
    ) {
        self.readsExponents = readsExponents
        self.roundingDigits = roundingDigits.map { min(max($0, 0), FixedDecimal.fractionDigits) }
        self.decimalSeparator = decimalSeparator ?? groupSeparator?.impliedDecimal
        self.groupSeparator = groupSeparator
        pattern = Self.everyByte &* UInt64(self.decimalSeparator?.byte ?? 0xFF)
    }

    static var everyByte: UInt64 { 0x0101_0101_0101_0101 }

    /// Reads the bytes of a cell's content.
    @inline(__always)
    package func read(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> NumberReading {
        if let mantissa = readShort(range, in: bytes) {
            return roundingDigits == nil
                ? .number(FixedDecimal(mantissa: mantissa), isPercent: false)
                : rounded(.number(FixedDecimal(mantissa: mantissa), isPercent: false))
        }
        return roundingDigits == nil ? readAny(range, in: bytes) : rounded(readAny(range, in: bytes))
    }

    /// A reading with at most as many decimals as the caller wants; what lies behind the sixth was rounded before.
    private func rounded(_ reading: NumberReading) -> NumberReading {
        guard let roundingDigits, roundingDigits < FixedDecimal.fractionDigits else { return reading }
        func rounded(_ number: FixedDecimal) -> FixedDecimal? {
            let unit = Int64(Self.millionths(behind: UInt64(roundingDigits)))
            let rest = number.mantissa % unit
            let whole = number.mantissa - rest
            guard rest.magnitude >= unit.magnitude - rest.magnitude else { return FixedDecimal(mantissa: whole) }
            let (sum, overflow) = whole.addingReportingOverflow(rest < 0 ? -unit : unit)
            return overflow ? nil : FixedDecimal(mantissa: sum)
        }
        switch reading {
        case .number(let number, let isPercent):
            return rounded(number).map { .number($0, isPercent: isPercent) } ?? .problem(.tooLarge)
        case .ambiguous(let number, let isPercent):
            // Read with decimals it has three of them, and read as thousands none.
            return .ambiguous(asDecimal: number, isPercent: isPercent)
        case .blank, .problem: return reading
        }
    }

    package func read(_ text: String) -> NumberReading {
        // In bounds: all bytes of the text.
        Array(text.utf8).withUnsafeBufferPointer { read(0..<$0.count, in: $0) }
    }

    // MARK: - One word

    /// Up to eight characters, digits and at most one decimal separator with digits on both sides, as millionths. Nil
    /// for everything else.
    @inline(__always)
    func readShort(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        var count = UInt64(truncatingIfNeeded: range.upperBound &- range.lowerBound)
        // In bounds: the word is read as a whole where eight bytes are there; those behind the number are masked.
        guard let base = bytes.baseAddress, count &- 1 < 8, range.lowerBound &+ 8 <= bytes.count else { return nil }
        var word = UInt64(
            littleEndian: UnsafeRawPointer(base + range.lowerBound).loadUnaligned(as: UInt64.self))
        word &= UInt64.max &>> (64 &- 8 &* count)

        // `97.25`: a byte that equals the separator becomes zero, the lowest zero byte is located, and the bytes after
        // it move down by one: `9725` with two decimals.
        let difference = word ^ pattern
        let zeros = (difference &- Self.everyByte) & ~difference & (Self.everyByte &* 0x80)
        var fraction: UInt64 = 0
        if zeros != 0 {
            let location = UInt64(truncatingIfNeeded: zeros.trailingZeroBitCount) &>> 3
            count &-= 1
            fraction = count &- location
            guard location != 0, fraction != 0 else { return nil }
            let below = (1 &<< (8 &* location)) &- 1
            word = (word & below) | ((word &>> 8) & ~below)
        }
        // The last digit moves to the highest byte, with zeros before the first.
        let missing = 8 &* (8 &- count)
        word = (word ^ (Self.everyByte &* 0x30)) &<< missing
        // Now a digit is 0...9; adding 0x76 sets the highest bit of every greater byte.
        guard ((word &+ Self.everyByte &* 0x76) | word) & (Self.everyByte &* 0x80) == 0 else { return nil }
        // Neighbours are combined: digits to pairs, pairs to fours, fours to eight.
        word = word &* 10 &+ (word &>> 8)
        let pairs: UInt64 = 0x0000_00FF_0000_00FF
        word = ((word & pairs) &* 0x000F_4240_0000_0064 &+ ((word &>> 16) & pairs) &* 0x0000_2710_0000_0001) &>> 32
        return Int64(truncatingIfNeeded: word &* Self.millionths(behind: fraction))
    }

    /// Millionths in one unit of the last of `fraction` decimals.
    @inline(__always)
    private static func millionths(behind fraction: UInt64) -> UInt64 {
        // A power of ten from the bits of the exponent: a switch would cost an unpredictable branch.
        let exponent = UInt64(FixedDecimal.fractionDigits) &- fraction
        return (1 &+ 9 &* (exponent & 1)) &* (1 &+ 99 &* ((exponent &>> 1) & 1)) &* (1 &+ 9999 &* (exponent &>> 2))
    }

    // MARK: - Any length

    /// Reads a number of any length and shape.
    @inline(never)
    func readAny(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> NumberReading {
        readSigned(range, in: bytes) ?? readShape(range, in: bytes)
    }

    /// A short number with a minus before it or a percent sign after it; these are common too.
    private func readSigned(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> NumberReading? {
        guard range.count > 1 else { return nil }
        let isNegative = bytes[range.lowerBound] == UInt8(ascii: "-")
        let isPercent = bytes[range.upperBound - 1] == UInt8(ascii: "%")
        let lower = isNegative ? range.lowerBound + 1 : range.lowerBound
        let upper = isPercent ? range.upperBound - 1 : range.upperBound
        guard lower < upper, let mantissa = readShort(lower..<upper, in: bytes) else { return nil }
        return .number(FixedDecimal(mantissa: isNegative ? -mantissa : mantissa), isPercent: isPercent)
    }

    /// Reads a number by its shape alone.
    func readShape(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> NumberReading {
        let shape = NumberShape(range, in: bytes)
        if shape.isBlank { return .blank }
        if shape.exponent != nil, !readsExponents { return .problem(.notANumber) }
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
            // Where spaces separate the groups, this can only be the decimal separator.
            let reading = value(of: shape, decimal: separator, in: bytes)
            guard groupSeparator == nil, case .number(let decimal, let isPercent) = reading else { return reading }
            return .ambiguous(asDecimal: decimal, isPercent: isPercent)
        }
    }

    /// Whether this table permits the thousands separator.
    private func allows(group: NumberShape.Separator) -> Bool {
        switch group {
        case .none: true
        case .space: groupSeparator ?? .space == .space
        case .point: groupSeparator ?? .point == .point && decimalSeparator ?? .comma == .comma
        case .comma: groupSeparator ?? .comma == .comma && decimalSeparator ?? .point == .point
        case .mixed: false
        }
    }

    /// The digits as a number, with decimals after the last `decimal`, if any.
    private func value(
        of shape: NumberShape, decimal: DecimalSeparator?, in bytes: UnsafeBufferPointer<UInt8>
    ) -> NumberReading {
        if let exponent = shape.exponent { return scientific(shape, exponent, decimal: decimal, in: bytes) }
        var total: UInt64 = 0
        var fraction = -1  // no decimals yet
        var isTooFine = false
        var seventh: UInt64 = 0
        for index in shape.digits {
            let digit = UInt64(bytes[index] &- UInt8(ascii: "0"))
            guard digit < 10 else {
                if bytes[index] == decimal?.byte { fraction = 0 }
                continue
            }
            if fraction >= FixedDecimal.fractionDigits {
                if fraction == FixedDecimal.fractionDigits { seventh = digit }
                fraction += 1
                if digit != 0 { isTooFine = true }
                continue
            }
            if fraction >= 0 { fraction += 1 }
            let (shifted, overflow) = total.multipliedReportingOverflow(by: 10)
            let (sum, carry) = shifted.addingReportingOverflow(digit)
            if overflow || carry { return .problem(.tooLarge) }
            total = sum
        }
        let decimals = min(max(fraction, 0), FixedDecimal.fractionDigits)
        var (mantissa, overflow) = total.multipliedReportingOverflow(by: Self.millionths(behind: UInt64(decimals)))
        if overflow { return .problem(.tooLarge) }
        if isTooFine {
            if roundingDigits == nil { return tooFine(mantissa) }
            // Fewer decimals than six are cut off later, where the seventh has no say.
            if roundingDigits == FixedDecimal.fractionDigits, seventh >= 5 { mantissa += 1 }
        }
        return number(mantissa, shape)
    }

    private func number(_ mantissa: UInt64, _ shape: NumberShape) -> NumberReading {
        guard let narrow = Int64(exactly: mantissa) else { return .problem(.tooLarge) }
        return .number(FixedDecimal(mantissa: shape.isNegative ? -narrow : narrow), isPercent: shape.isPercent)
    }

    /// A number with too many decimals, unless it is too large anyway.
    private func tooFine(_ mantissa: UInt64) -> NumberReading {
        .problem(Int64(exactly: mantissa) == nil ? .tooLarge : .tooManyDigits)
    }

    /// A number as programs write very small and very large ones: `1e-06`, `1,5E+05`.
    private func scientific(
        _ shape: NumberShape, _ exponent: Int, decimal: DecimalSeparator?, in bytes: UnsafeBufferPointer<UInt8>
    ) -> NumberReading {
        var (total, decimals, isBehind): (UInt64, Int, Bool) = (0, 0, false)
        for index in shape.digits {
            let digit = UInt64(bytes[index] &- UInt8(ascii: "0"))
            guard digit < 10 else {
                isBehind = true
                continue
            }
            let (shifted, overflow) = total.multipliedReportingOverflow(by: 10)
            let (sum, carry) = shifted.addingReportingOverflow(digit)
            // More digits than a number can have: programs write seventeen.
            if overflow || carry { return .problem(isBehind ? .tooManyDigits : .tooLarge) }
            total = sum
            if isBehind { decimals += 1 }
        }
        if total == 0 { return number(0, shape) }
        // Beyond the digits that are kept, the exact power does not matter.
        var power = max(min(exponent, 100), -100) - decimals + FixedDecimal.fractionDigits
        while power > 0 {
            let (product, overflow) = total.multipliedReportingOverflow(by: 10)
            if overflow { return .problem(.tooLarge) }
            total = product
            power -= 1
        }
        guard power < 0 else { return number(total, shape) }
        let digits = roundingDigits ?? FixedDecimal.fractionDigits
        // Rounded once, from all digits: rounding in steps would turn 0,4445 into 0,5.
        let cut = FixedDecimal.fractionDigits - digits - power
        var divisor: UInt64 = 1
        for _ in 0..<min(cut, 20) {
            let (product, overflow) = divisor.multipliedReportingOverflow(by: 10)
            if overflow { return roundingDigits == nil ? .problem(.tooManyDigits) : number(0, shape) }
            divisor = product
        }
        let (whole, rest) = total.quotientAndRemainder(dividingBy: divisor)
        if rest != 0, roundingDigits == nil { return .problem(.tooManyDigits) }
        let rounded = rest >= divisor - rest && rest != 0 ? whole + 1 : whole
        let (mantissa, overflow) = rounded.multipliedReportingOverflow(by: Self.millionths(behind: UInt64(digits)))
        return overflow ? .problem(.tooLarge) : number(mantissa, shape)
    }
}

extension NumberReader {
    /// A number with more decimals than six, in units of the last of those asked for, rounded half away from zero, and
    /// whether that changed it; nil for what is no such number, or too large.
    package func units(of text: String, decimals: Int) -> (units: Int64, isRounded: Bool)? {
        // In bounds: all bytes of the text, and the digits found among them.
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            let shape = NumberShape(0..<bytes.count, in: bytes)
            guard case .decimal(let separator, let group) = shape.layout, shape.exponent == nil, !shape.isPercent,
                decimalSeparator ?? separator == separator, allows(group: group)
            else { return nil }
            var (sum, fraction): (Int64, Int?) = (0, nil)
            var (isAbove, isRounded) = (false, false)
            for index in shape.digits {
                let digit = bytes[index] &- UInt8(ascii: "0")
                if digit < 10, fraction ?? 0 >= decimals {
                    if fraction == decimals { isAbove = digit >= 5 }
                    isRounded = isRounded || digit != 0
                    fraction = decimals + 1
                } else if digit < 10 {
                    guard let next = Self.appending(Int64(digit), to: sum) else { return nil }
                    (sum, fraction) = (next, fraction.map { $0 + 1 })
                } else if bytes[index] == separator.byte {
                    fraction = 0
                }
            }
            for _ in min(fraction ?? 0, decimals)..<decimals {
                guard let next = Self.appending(0, to: sum) else { return nil }
                sum = next
            }
            let (rounded, overflow) = sum.addingReportingOverflow(isAbove ? 1 : 0)
            return overflow ? nil : (shape.isNegative ? -rounded : rounded, isRounded)
        }
    }

    private static func appending(_ digit: Int64, to sum: Int64) -> Int64? {
        let (shifted, isTooLarge) = sum.multipliedReportingOverflow(by: 10)
        let (larger, overflow) = shifted.addingReportingOverflow(digit)
        return isTooLarge || overflow ? nil : larger
    }
}

extension GroupSeparator {
    /// The decimal separator implied by a thousands separator: the other of point and comma.
    var impliedDecimal: DecimalSeparator? {
        switch self {
        case .comma: .point
        case .point: .comma
        case .space: nil
        }
    }
}
