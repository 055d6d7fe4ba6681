/// What the bytes of a cell say, once the quotes are off.
enum CSVCellContent {
    /// The content's bytes when they stand in one piece; nil when a doubled quote, or text behind a closing quote,
    /// makes a copy necessary.
    @inline(__always)
    static func range(of raw: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        guard !raw.isEmpty, bytes[raw.lowerBound] == quote else { return raw }
        return rangeOfQuoted(raw, in: bytes)
    }

    private static func rangeOfQuoted(_ raw: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        let start = raw.lowerBound + 1
        guard let closing = (start..<raw.upperBound).first(where: { bytes[$0] == quote }) else {
            return start..<raw.upperBound
        }
        return closing == raw.upperBound - 1 ? start..<closing : nil
    }

    /// A copy of the content: quotes off, doubled quotes single, text behind a closing quote kept as it is.
    static func copy(of raw: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        guard !raw.isEmpty, bytes[raw.lowerBound] == quote else { return Array(bytes[raw]) }
        var result: [UInt8] = []
        result.reserveCapacity(raw.count)
        var index = raw.lowerBound + 1
        while index < raw.upperBound {
            if bytes[index] == quote {
                guard index + 1 < raw.upperBound, bytes[index + 1] == quote else {
                    result.append(contentsOf: bytes[(index + 1)..<raw.upperBound])
                    return result
                }
                index += 1
            }
            result.append(bytes[index])
            index += 1
        }
        return result
    }

    private static var quote: UInt8 { UInt8(ascii: "\"") }
}

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

    /// The bytes of the space at `index`, or 0 when there is none.
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
