internal import CByteScan
package import Values

/// Looks whether bytes are the UTF-8 text that we read, and says what else they are.
package enum TextEncoding {
    /// The bytes of a byte-order mark of UTF-8.
    package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Checks that the bytes are UTF-8 without NUL.
    /// - Returns: where the text begins: 3 behind a byte-order mark, otherwise 0.
    /// - Throws: ``FindingsError`` with `file.isWorkbook`, `file.otherEncoding`, `file.nulByte` or `file.invalidUTF8`.
    ///
    /// Complexity: O(bytes); text of ASCII passes at the speed of memory.
    package static func check(_ bytes: [UInt8], file: String) throws(FindingsError) -> Int {
        if let name = workbook(bytes) {
            throw FindingsError(FileFinding.isWorkbook, at: Place(file: file), [.found: .text(name)])
        }
        let start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
        let fault = bytes.withUnsafeBufferPointer { firstFault(in: $0, from: start) }
        // Text of UTF-16 can be made of valid UTF-8 bytes only when it has NULs, so the marks are asked for only now.
        guard let fault else { return start }
        if let name = wideEncoding(bytes) {
            throw FindingsError(
                FileFinding.otherEncoding, at: Place(file: file), [.found: .text(name), .expected: "UTF-8"])
        }
        let place = place(of: fault.offset, in: bytes, from: start, file: file)
        guard bytes[fault.offset] != 0 else {
            throw FindingsError(FileFinding.nulByte, at: place, [.offset: .count(fault.offset)])
        }
        let found = bytes[fault.offset..<fault.offset + fault.length].map { byte in
            "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        throw FindingsError(FileFinding.invalidUTF8, at: place, [.found: .names(found), .offset: .count(fault.offset)])
    }

    /// The first NUL or the first bytes that are no UTF-8 (of which the length tells how many belong together).
    private static func firstFault(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> (offset: Int, length: Int)? {
        guard let base = bytes.baseAddress else { return nil }
        var index = start
        while true {
            index += byte_scan_plain_prefix(base + index, bytes.count - index)
            // Letters with marks come in clusters: go on byte by byte until a stretch of ASCII begins.
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

    /// The length of the character of several bytes at `index`; when it is none, minus the length of what is wrong.
    @inline(__always)
    private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let first = bytes[index]
        let length: Int
        // The second byte is bound more narrowly behind some first bytes: no overlong forms, no surrogates, no more
        // than U+10FFFF.
        var low: UInt8 = 0x80
        var high: UInt8 = 0xBF
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if first == 0xE0 { low = 0xA0 }
            if first == 0xED { high = 0x9F }
        case 0xF0...0xF4:
            length = 4
            if first == 0xF0 { low = 0x90 }
            if first == 0xF4 { high = 0x8F }
        default: return -1
        }
        for step in 1..<length {
            guard index + step < bytes.count else { return -step }
            let byte = bytes[index + step]
            guard byte >= low, byte <= high else { return -(step + 1) }
            (low, high) = (0x80, 0xBF)
        }
        return length
    }

    /// `UTF-16` or `UTF-32` when the marks, or the pattern of NULs at the beginning, say so.
    private static func wideEncoding(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
        // In Latin letters every other byte of UTF-16 is NUL, and three of four of UTF-32.
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

    /// The line and the character of a byte, worked out only when something is wrong.
    private static func place(of offset: Int, in bytes: [UInt8], from start: Int, file: String) -> Place {
        var line = 1
        var lineStart = start
        for index in start..<offset {
            let isFeed = bytes[index] == UInt8(ascii: "\n")
            guard isFeed || bytes[index] == UInt8(ascii: "\r") else { continue }
            if !(isFeed && index > start && bytes[index - 1] == UInt8(ascii: "\r")) { line += 1 }
            lineStart = index + 1
        }
        let column = String(decoding: bytes[lineStart..<offset], as: UTF8.self).count + 1
        return Place(file: file, line: line, column: column)
    }
}
