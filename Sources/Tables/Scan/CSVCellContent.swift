/// The content of a cell's bytes, without its quotes.
enum CSVCellContent {
    // In bounds: `raw` is a range of the bytes, as of all cells (``CSVCells/rawRange(of:cell:)``); nothing beyond it is
    // read.
    /// The content's bytes if they are contiguous; nil when a doubled quote, or text after a closing quote, requires a
    /// copy.
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
        // Spaces behind the closing quote are no content, and no fault.
        let isLast = (closing + 1..<raw.upperBound).allSatisfy { bytes[$0] == 0x20 || bytes[$0] == 0x09 }
        return isLast ? start..<closing : nil
    }

    /// A copy of the content: quotes removed, doubled quotes made single, text after a closing quote kept as it is.
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
