/// Spaces as people and spreadsheets write them.
enum Spaces {
    // In bounds: `range` is one of the bytes, as of all cells. Each sequence is compared with the end, or the
    // beginning, before its later bytes are read.
    /// The range without spaces and signs that nobody sees at its ends: ASCII white space, all spaces of Unicode, and
    /// marks such as U+200B, U+202A and U+FEFF that are copied along with a text.
    @inline(__always)
    static func trim(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while lower < upper {
            let count = blankLength(at: lower, upTo: upper, in: bytes)
            if count == 0 { break }
            lower += count
        }
        while lower < upper {
            let count = lengthBefore(upper, from: lower, in: bytes)
            if count == 0 { break }
            upper -= count
        }
        return lower..<upper
    }

    /// The number of bytes of the space at `index`, or 0 when there is none.
    @inline(__always)
    static func length(at index: Int, upTo end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let byte = bytes[index]
        if isWhite(byte) { return 1 }
        if byte < 0x80 { return 0 }
        if byte == 0xC2, index + 1 < end, bytes[index + 1] == 0xA0 { return 2 }
        if byte == 0xE2, index + 2 < end, bytes[index + 1] == 0x80, bytes[index + 2] == 0xAF { return 3 }
        return 0
    }

    /// The number of bytes of the space or unseen sign at `index`, or 0 when there is none.
    @inline(__always)
    private static func blankLength(at index: Int, upTo end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let byte = bytes[index]
        if isWhite(byte) { return 1 }
        if byte < 0xC2 { return 0 }
        if index + 1 < end, isBlank(byte, bytes[index + 1]) { return 2 }
        return index + 2 < end && isBlank(byte, bytes[index + 1], bytes[index + 2]) ? 3 : 0
    }

    @inline(__always)
    private static func lengthBefore(_ end: Int, from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let byte = bytes[end - 1]
        if isWhite(byte) { return 1 }
        if byte < 0x80 || byte > 0xBF { return 0 }
        if end - 2 >= start, isBlank(bytes[end - 2], byte) { return 2 }
        return end - 3 >= start && isBlank(bytes[end - 3], bytes[end - 2], byte) ? 3 : 0
    }

    /// NBSP and the soft hyphen.
    @inline(__always)
    private static func isBlank(_ first: UInt8, _ second: UInt8) -> Bool {
        first == 0xC2 && (second == 0xA0 || second == 0xAD)
    }

    /// U+2000…200F, 2028…202F, 205F…206F, 3000 and FEFF: spaces, and marks of width, joining and direction.
    @inline(__always)
    private static func isBlank(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second) {
        case (0xE2, 0x80): third <= 0x8F || (0xA8...0xAF).contains(third)
        case (0xE2, 0x81): third >= 0x9F && third <= 0xAF
        case (0xE3, 0x80): third == 0x80
        case (0xEF, 0xBB): third == 0xBF
        default: false
        }
    }

    @inline(__always)
    static func isWhite(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (byte >= 9 && byte <= 13)
    }
}
