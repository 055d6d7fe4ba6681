/// Why a text is not a ``FixedDecimal``.
public enum DecimalTextError: Error, Hashable, Sendable {
    /// Something other than digits with at most one decimal point and an optional sign.
    case notANumber
    /// More than six digits after the decimal point, trailing zeros not counted.
    case tooManyDigits
    /// Beyond the range of 64 bits.
    case tooLarge
}

extension FixedDecimal {
    /// Reads `-12.50`: an optional sign, digits, and at most one decimal point with digits on both sides.
    ///
    /// This is the form of JSON numbers without an exponent. Tables written by people, with decimal commas and
    /// thousands separators, are read by `Tables`.
    /// - Throws: ``DecimalTextError``; nothing is rounded.
    public init(_ text: some StringProtocol) throws(DecimalTextError) {
        try self.init(digits: Array(text.utf8))
    }

    /// Reads the same form from ASCII bytes.
    /// - Throws: ``DecimalTextError``; nothing is rounded.
    public init(digits bytes: some Collection<UInt8>) throws(DecimalTextError) {
        var negative = false
        var total: UInt64 = 0
        var integerDigits = 0
        var fractionDigits = -1  // no decimal point yet
        var tooManyDigits = false
        for (position, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where position == 0: negative = true
            case UInt8(ascii: "+") where position == 0: break
            case UInt8(ascii: ".") where fractionDigits < 0 && integerDigits > 0: fractionDigits = 0
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digit = UInt64(byte &- UInt8(ascii: "0"))
                if fractionDigits >= Self.fractionDigits {
                    if digit != 0 { tooManyDigits = true }
                    continue
                }
                if fractionDigits >= 0 { fractionDigits += 1 } else { integerDigits += 1 }
                let (shifted, overflow) = total.multipliedReportingOverflow(by: 10)
                let (sum, carry) = shifted.addingReportingOverflow(digit)
                if overflow || carry { throw .tooLarge }
                total = sum
            default: throw .notANumber
            }
        }
        guard integerDigits > 0, fractionDigits != 0 else { throw .notANumber }
        if tooManyDigits { throw .tooManyDigits }
        for _ in max(fractionDigits, 0)..<Self.fractionDigits {
            let (shifted, overflow) = total.multipliedReportingOverflow(by: 10)
            if overflow { throw .tooLarge }
            total = shifted
        }
        // The smallest number has no positive counterpart in 64 bits.
        guard let signed = Int64(exactly: negative ? -Int128(total) : Int128(total)) else { throw .tooLarge }
        mantissa = signed
    }

    /// The number with as many decimals as it needs, but at least `minimumDigits`: `0.75`, `10`, `-3.000001`.
    /// - Parameters:
    ///   - minimumDigits: decimals that are written even if they are zeros.
    ///   - decimalSeparator: one ASCII character.
    public func text(minimumDigits: Int = 0, decimalSeparator: String = ".") -> String {
        var bytes: [UInt8] = []
        let separator = decimalSeparator.utf8.first ?? UInt8(ascii: ".")
        append(to: &bytes, minimumDigits: minimumDigits, decimalSeparator: separator)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the same text as bytes, and returns how many decimals were written.
    @discardableResult
    package func append(
        to bytes: inout [UInt8], minimumDigits: Int = 0, decimalSeparator: UInt8 = UInt8(ascii: ".")
    ) -> Int {
        var digits = 0
        bytes.append(addingCapacity: Self.mostBytes) { span in
            digits = append(to: &span, minimumDigits: minimumDigits, decimalSeparator: decimalSeparator)
        }
        return digits
    }

    /// A sign, the digits of 63 bits and a separator.
    package static let mostBytes = 22

    /// The same where there is room for ``mostBytes``.
    @discardableResult
    package func append(
        to bytes: inout OutputSpan<UInt8>, minimumDigits: Int = 0, decimalSeparator: UInt8 = UInt8(ascii: ".")
    ) -> Int {
        let (whole, fraction) = mantissa.magnitude.quotientAndRemainder(dividingBy: UInt64(Self.scale))
        if mantissa < 0 { bytes.append(UInt8(ascii: "-")) }
        bytes.append(digitsOf: whole)
        // Counts have no decimals, and most other numbers at most two.
        if fraction == 0, minimumDigits <= 0 { return 0 }
        var (rest, digits) = (fraction, Self.fractionDigits)
        if minimumDigits <= 2, rest % 10_000 == 0 {
            rest /= 10_000
            digits -= 4
        }
        while digits > minimumDigits, rest % 10 == 0 {
            rest /= 10
            digits -= 1
        }
        bytes.append(decimalSeparator)
        bytes.append(digitsOf: rest, count: digits)
        return digits
    }
}

extension FixedDecimal: CustomStringConvertible {
    /// The exact number with a decimal point, as in JSON.
    public var description: String { text() }
}
