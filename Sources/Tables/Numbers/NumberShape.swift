/// The shape of a number as a person wrote it, before its separators are interpreted.
///
/// `−1.234,5 %` is a sign, the runs of digits `1`, `234` and `5` with a point and a comma between them, and a percent
/// sign. The last separator differs from the one before it, so it is the decimal separator: the cell proves a decimal
/// comma. `1.234` alone proves nothing.
struct NumberShape {
    /// What stands between two runs of digits.
    enum Separator: UInt8 {
        case none, point, comma, space, mixed

        var decimal: DecimalSeparator? {
            switch self {
            case .point: .point
            case .comma: .comma
            case .none, .space, .mixed: nil
            }
        }
    }

    /// How the separators can be interpreted.
    enum Layout: Equatable {
        /// Not a number.
        case none
        /// No decimals; the separator, if any, separates thousands.
        case integer(group: Separator)
        /// The last separator is the decimal separator; another may separate thousands before it.
        case decimal(DecimalSeparator, group: Separator)
        /// One separator before exactly three digits: decimals or thousands.
        case either(DecimalSeparator)

        /// The same before an exponent, where nothing separates thousands.
        var scientific: Layout {
            switch self {
            case .integer(group: .none), .decimal(_, group: .none): self
            case .either(let decimal): .decimal(decimal, group: .none)
            case .none, .integer, .decimal: .none
            }
        }
    }

    /// How the separators can be interpreted.
    var layout = Layout.none
    /// Whether a minus sign precedes it.
    var isNegative = false
    /// Whether a percent sign follows it.
    var isPercent = false
    /// The power of ten that follows the digits, as in `1e-06`.
    var exponent: Int?
    /// Whether there was nothing but spaces.
    var isBlank = false
    /// The bytes from the first to the last digit, with the separators between them.
    var digits: Range<Int> = 0..<0

    /// Parses a cell. Complexity: O(bytes).
    init(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
        // In bounds: `range` is one of the bytes; what is taken off at either end is there, and each index is compared
        // with the end.
        var body = Spaces.trim(range, in: bytes)
        guard !body.isEmpty else {
            isBlank = true
            return
        }
        if bytes[body.upperBound - 1] == UInt8(ascii: "%") {
            isPercent = true
            body = Spaces.trim(body.lowerBound..<(body.upperBound - 1), in: bytes)
        }
        var start = body.lowerBound
        if body.count > 1 {
            if bytes[start] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: "+") {
                isNegative = bytes[start] == UInt8(ascii: "-")
                start += 1
            } else if body.count > 3, bytes[start] == 0xE2, bytes[start + 1] == 0x88, bytes[start + 2] == 0x92 {
                isNegative = true  // U+2212, the typographic minus sign
                start += 3
            }
        }
        digits = start..<body.upperBound
        if let (end, power) = Self.exponent(in: digits, bytes) {
            (digits, exponent) = (start..<end, power)
            layout = Self.layout(of: digits, in: bytes).scientific
        } else {
            layout = Self.layout(of: digits, in: bytes)
        }
    }

    /// Where the digits before `e` or `E` end, and the whole number behind it.
    private static func exponent(
        in range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> (end: Int, power: Int)? {
        guard let sign = range.last(where: { bytes[$0] | 0x20 == UInt8(ascii: "e") }), sign > range.lowerBound else {
            return nil
        }
        var index = sign + 1
        var isNegative = false
        if index < range.upperBound, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
            isNegative = bytes[index] == UInt8(ascii: "-")
            index += 1
        }
        // Three digits are more than any number of use has.
        guard (1...3).contains(range.upperBound - index) else { return nil }
        var power = 0
        for index in index..<range.upperBound {
            let digit = Int(bytes[index] &- UInt8(ascii: "0"))
            guard digit < 10 else { return nil }
            power = power * 10 + digit
        }
        return (sign, isNegative ? -power : power)
    }

    private static func layout(of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Layout {
        var separators = 0
        var last = Separator.none
        var earlier = Separator.none  // all but the last, if they are of one kind
        var firstRun = 0
        var run = 0
        var runsBetweenAreThree = true
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            if byte &- UInt8(ascii: "0") < 10 {
                run += 1
                index += 1
                continue
            }
            guard run > 0 else { return .none }
            let separator: Separator
            var length = 1
            switch byte {
            case UInt8(ascii: "."): separator = .point
            case UInt8(ascii: ","): separator = .comma
            case UInt8(ascii: " "), 0xC2, 0xE2:
                length = Spaces.length(at: index, upTo: range.upperBound, in: bytes)
                guard length > 0 else { return .none }
                separator = .space
            default: return .none
            }
            if separators == 0 { firstRun = run } else if run != 3 { runsBetweenAreThree = false }
            if separators == 1 { earlier = last } else if separators > 1, earlier != last { earlier = .mixed }
            last = separator
            separators += 1
            run = 0
            index += length
        }
        guard run > 0 else { return .none }
        // A group never starts with a zero: `0,125` and `012.345` have decimals.
        let canBeGrouped =
            runsBetweenAreThree && firstRun <= 3 && bytes[range.lowerBound] != UInt8(ascii: "0")
        switch separators {
        case 0: return .integer(group: .none)
        case 1:
            let isGroup = canBeGrouped && run == 3
            guard let decimal = last.decimal else { return isGroup ? .integer(group: last) : .none }
            return isGroup ? .either(decimal) : .decimal(decimal, group: .none)
        default:
            guard canBeGrouped, earlier != .mixed else { return .none }
            if earlier == last { return run == 3 ? .integer(group: last) : .none }
            guard let decimal = last.decimal else { return .none }
            return .decimal(decimal, group: earlier)
        }
    }

    /// The decimal separator that this number proves; nil when it proves nothing.
    var evidence: DecimalSeparator? {
        switch layout {
        case .none, .either: nil
        case .integer(let group): group.decimal?.other
        case .decimal(let decimal, _): decimal
        }
    }
}
