internal import CByteScan
package import Values

/// Checks that bytes are the UTF-8 text that is expected, and otherwise says what they are.
package enum TextEncoding {
    /// The UTF-8 byte-order mark.
    package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Checks that the bytes are UTF-8 without NUL.
    /// - Returns: where the text begins: 3 after a byte-order mark, otherwise 0.
    /// - Throws: ``FindingsError`` with `file.isWorkbook`, `file.otherEncoding`, `file.nulByte` or `file.invalidUTF8`.
    ///
    /// Complexity: O(bytes); ASCII text passes at memory speed.
    package static func check(_ bytes: [UInt8], file: String) throws(FindingsError) -> Int {
        try refuseWorkbook(bytes, file: file)
        let start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
        let fault = bytes.withUnsafeBufferPointer { firstFault(in: $0, from: start) }
        // UTF-16 text can pass as valid UTF-8 only if it has NULs, so byte-order marks are checked only now.
        guard let fault else { return start }
        if let name = wideEncoding(bytes) {
            throw FindingsError(
                FileFinding.otherEncoding, at: Location(file: file), [.found: .text(name), .expected: "UTF-8"])
        }
        let location = location(of: fault.offset, in: bytes, from: start, file: file)
        guard bytes[fault.offset] != 0 else {
            throw FindingsError(FileFinding.nulByte, at: location, [.offset: .count(fault.offset)])
        }
        let found = bytes[fault.offset..<fault.offset + fault.length].map { byte in
            "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        var details: FindingDetails = [.found: .names(found), .offset: .count(fault.offset)]
        // A sample is enough to recognise an old font.
        if let (font, _) = LegacyText.decoded(LegacyText.letters(bytes[start...].prefix(1 << 12)), hits: 2) {
            details[.history] = .term(font)
        }
        throw FindingsError(FileFinding.invalidUTF8, at: location, details)
    }

    /// Refuses a workbook, or its beginning, where only text can be read.
    /// - Throws: ``FindingsError`` with `file.isWorkbook`.
    package static func refuseWorkbook(_ bytes: [UInt8], file: String) throws(FindingsError) {
        if let name = workbook(bytes) {
            throw FindingsError(FileFinding.isWorkbook, at: Location(file: file), [.found: .text(name)])
        }
    }

    /// The first NUL, or the first bytes that are not UTF-8 (the length says how many belong together).
    private static func firstFault(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> (offset: Int, length: Int)? {
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

    /// `UTF-16` or `UTF-32` when a byte-order mark, or the pattern of NULs at the beginning, says so.
    private static func wideEncoding(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
        // In Latin text every other byte of UTF-16 is NUL, and three of four of UTF-32.
        let sample = bytes.prefix(4096)
        guard sample.count >= 4 else { return nil }
        var zeros = [0, 0, 0, 0]
        for (index, byte) in sample.enumerated() where byte == 0 { zeros[index % 4] += 1 }
        let quarter = max(1, sample.count / 4)
        if zeros.filter({ $0 * 10 >= quarter * 9 }).count >= 2, zeros.filter({ $0 * 10 < quarter }).count <= 2,
            zeros.reduce(0, +) * 2 > sample.count
        {
            return "UTF-32"
        }
        let (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3])
        if min(even, odd) == 0, max(even, odd) * 10 >= sample.count * 3 { return "UTF-16" }
        return nil
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
