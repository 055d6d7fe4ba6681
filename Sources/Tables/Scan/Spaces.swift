/// Spaces as people and spreadsheets write them.
enum Spaces {
    /// The range without spaces at its ends: ASCII white space, NBSP (U+00A0) and narrow NBSP (U+202F).
    @inline(__always)
    static func trim(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while lower < upper {
            let count = length(at: lower, upTo: upper, in: bytes)
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

    @inline(__always)
    private static func lengthBefore(_ end: Int, from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let byte = bytes[end - 1]
        if isWhite(byte) { return 1 }
        if byte == 0xA0, end - 2 >= start, bytes[end - 2] == 0xC2 { return 2 }
        if byte == 0xAF, end - 3 >= start, bytes[end - 2] == 0x80, bytes[end - 3] == 0xE2 { return 3 }
        return 0
    }

    @inline(__always)
    static func isWhite(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (byte >= 9 && byte <= 13)
    }
}
