internal import CByteScan
package import Values

/// Checks that bytes are the UTF-8 text that is expected, and otherwise says what they are.
package enum TextEncoding {
    /// The UTF-8 byte-order mark.
    package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Checks that the bytes are UTF-8 without NUL.
    /// - Returns: where the text begins: 3 after a byte-order mark, otherwise 0.
    /// - Throws: ``FindingsError`` with `file.isWorkbook`, `file.otherEncoding`, `file.nulByte` or
    ///   `file.invalidUTF8`.
    ///
    /// Complexity: O(bytes); ASCII text passes at memory speed.
    package static func check(_ bytes: [UInt8], file: String) throws(FindingsError) -> Int {
        try refuseWorkbook(bytes, file: file)
        let start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
        // In bounds: the text begins behind a mark that is there.
        let fault = bytes.withUnsafeBufferPointer { firstFault(in: $0, from: start) }
        // UTF-16 text can pass as valid UTF-8 only if it has NULs, so byte-order marks are checked only now.
        guard let fault else { return start }
        if let name = isUTF32(bytes) ? "UTF-32" : wideEncoding(bytes)?.name {
            throw FindingsError(
                FileFinding.otherEncoding, at: Location(file: file), [.found: .text(name), .expected: "UTF-8"])
        }
        let location = location(of: fault.offset, in: bytes, from: start, file: file)
        guard bytes[fault.offset] != 0 else {
            throw FindingsError(FileFinding.nulByte, at: location, [.offset: .count(fault.offset)])
        }
        let found = bytes[fault.offset..<fault.offset + fault.length].map(hexadecimal)
        throw FindingsError(
            FileFinding.invalidUTF8, at: location, [.found: .names(found), .offset: .count(fault.offset)])
    }

    /// `0xE1`
    static func hexadecimal(_ byte: UInt8) -> String {
        "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }

    /// What a byte-order mark says, and its length.
    static func mark(of bytes: [UInt8]) -> (charset: Charset, length: Int)? {
        if bytes.starts(with: byteOrderMark) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return nil }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        return bytes.starts(with: [0xFE, 0xFF]) ? (.utf16BigEndian, 2) : nil
    }

    /// Refuses a workbook, or its beginning, where only text can be read.
    /// - Throws: ``FindingsError`` with `file.isWorkbook`.
    private static func refuseWorkbook(_ bytes: [UInt8], file: String) throws(FindingsError) {
        if let name = workbook(bytes) {
            throw FindingsError(FileFinding.isWorkbook, at: Location(file: file), [.found: .text(name)])
        }
    }

    /// The first NUL, or the first bytes that are not UTF-8 (the length says how many belong together).
    private static func firstFault(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> (offset: Int, length: Int)? {
        // In bounds: `index` never passes the count, and the kernel reads as many bytes as it is told.
        guard let base = bytes.baseAddress else { return nil }
        var index = start
        while true {
            index += byte_scan_plain_prefix(base + index, bytes.count - index)
            // Letters with diacritics come in clusters: continue byte by byte until a stretch of ASCII begins.
            while index < bytes.count {
                let byte = bytes[index]
                if byte < 0x80 {
                    if byte == 0 { return (index, 1) }
                    if index + 1 < bytes.count, bytes[index + 1] >= 0x80 {
                        index += 1
                        continue
                    }
                    break
                }
                let length = sequenceLength(bytes, at: index)
                if length <= 0 { return (index, max(1, -length)) }
                index += length
            }
            if index >= bytes.count { return nil }
        }
    }

    /// The length of the multi-byte character at `index`; if it is invalid, minus the length of what is wrong.
    @inline(__always)
    private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        guard let (length, second) = UTF8Sequence.start(bytes[index]) else { return -1 }
        var range = second
        for step in 1..<length {
            guard index + step < bytes.count else { return -step }
            guard range.contains(bytes[index + step]) else { return -(step + 1) }
            range = 0x80...0xBF
        }
        return length
    }

    /// Whether a byte-order mark, or the pattern of NULs at the beginning, says that it is UTF-32.
    static func isUTF32(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return true }
        // In Latin text three of four bytes are NUL.
        let (zeros, count) = zeros(of: bytes)
        guard count >= 4 else { return false }
        let quarter = max(1, count / 4)
        return zeros.count(where: { $0 * 10 >= quarter * 9 }) >= 2 && zeros.count(where: { $0 * 10 < quarter }) <= 2
            && zeros.reduce(0, +) * 2 > count
    }

    /// UTF-16, and in which order, when a byte-order mark, or the pattern of NULs at the beginning, says so.
    static func wideEncoding(_ bytes: [UInt8]) -> Charset? {
        if let mark = mark(of: bytes) { return mark.charset == .utf8 ? nil : mark.charset }
        // In Latin text every other byte is NUL.
        let (zeros, count) = zeros(of: bytes)
        guard count >= 4 else { return nil }
        let (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3])
        guard min(even, odd) == 0, max(even, odd) * 10 >= count * 3 else { return nil }
        return even == 0 ? .utf16LittleEndian : .utf16BigEndian
    }

    /// How many NULs the first bytes have, by their position in groups of four.
    private static func zeros(of bytes: [UInt8]) -> (zeros: [Int], count: Int) {
        let sample = bytes.prefix(4096)
        var zeros = [0, 0, 0, 0]
        for (index, byte) in sample.enumerated() where byte == 0 { zeros[index % 4] += 1 }
        return (zeros, sample.count)
    }

    private static func workbook(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "ZIP (XLSX, ODS)" }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "XLS" }
        return nil
    }

    /// The line and character of a byte, computed only when something is wrong.
    private static func location(of offset: Int, in bytes: [UInt8], from start: Int, file: String) -> Location {
        var line = 1
        var lineStart = start
        for index in start..<offset {
            let isFeed = bytes[index] == UInt8(ascii: "\n")
            guard isFeed || bytes[index] == UInt8(ascii: "\r") else { continue }
            if !(isFeed && index > start && bytes[index - 1] == UInt8(ascii: "\r")) { line += 1 }
            lineStart = index + 1
        }
        let column = String(decoding: bytes[lineStart..<offset], as: UTF8.self).count + 1
        return Location(file: file, line: line, column: column)
    }
}
