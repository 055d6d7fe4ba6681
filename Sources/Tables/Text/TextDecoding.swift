internal import CByteScan
package import Values

/// The text of a file as UTF-8, and the encoding that it was read from.
package struct TextDecoding: Sendable {
    package let bytes: [UInt8]
    /// Where the text begins: behind a byte-order mark.
    package let start: Int
    /// Another encoding than UTF-8, and whether it was recognised and not stated; nil for UTF-8.
    package private(set) var found: (charset: Charset, isRecognised: Bool)?

    /// How many bytes are looked at to recognise an encoding.
    private static let sampleSize = 1 << 16

    /// Reads bytes as text.
    /// - Parameter charset: The encoding, if it is not to be recognised.
    /// - Throws: ``FindingsError`` with a ``FileFinding``: `isWorkbook`, `otherEncoding` (UTF-32), `nulByte`,
    ///   `invalidUTF8`, `notInEncoding`, `ambiguousEncoding`, `statedEncoding`.
    ///
    /// Complexity: O(bytes); UTF-8 is not copied.
    package init(_ bytes: [UInt8], file: String, charset: Charset? = nil) throws(FindingsError) {
        if let charset {
            self = try Self.stated(charset, bytes, TextEncoding.mark(of: bytes), file: file)
            return
        }
        do throws(FindingsError) {
            start = try TextEncoding.check(bytes, file: file)
        } catch {
            if TextEncoding.isUTF32(bytes) { throw error }
            let mark = TextEncoding.mark(of: bytes)
            if let wide = TextEncoding.wideEncoding(bytes) {
                self.bytes = try Self.text(wide, bytes, from: mark?.length ?? 0, file: file)
                (start, found) = (0, (wide, true))
                return
            }
            guard mark == nil, let charset = try Self.recognised(bytes, file: file) else { throw error }
            self.bytes = try Self.text(charset, bytes, from: 0, file: file)
            (start, found) = (0, (charset, true))
            return
        }
        // An old font stays one in a file that was saved as UTF-8, and in a workbook.
        if let charset = Self.font(bytes, from: start), let letters = Self.letters(bytes, from: start),
            case .text(let text) = charset.decoded(letters)
        {
            (self.bytes, found) = (text, (charset, true))
        } else {
            self.bytes = bytes
        }
    }

    /// Whether the first bytes of a file show that its lines cannot be told before it is decoded.
    package static func hidesLines(_ beginning: [UInt8]) -> Bool {
        TextEncoding.isUTF32(beginning) || TextEncoding.wideEncoding(beginning) != nil
    }

    /// What says how the text was read; nil for UTF-8.
    package func finding(at location: Location) -> Finding? {
        found.map { found in
            Finding(
                found.isRecognised ? TableFinding.encodingRecognised : .encodingStated, at: location,
                [.found: .text(found.charset.name)])
        }
    }

    // MARK: - Stated

    private init(_ bytes: [UInt8], start: Int, stated: Charset?) {
        (self.bytes, self.start) = (bytes, start)
        found = stated.map { ($0, false) }
    }

    private static func stated(
        _ charset: Charset, _ bytes: [UInt8], _ mark: (charset: Charset, length: Int)?, file: String
    ) throws(FindingsError) -> TextDecoding {
        func contradicts(_ found: String) -> FindingsError {
            FindingsError(
                FileFinding.statedEncoding, at: Location(file: file),
                [.found: .text(found), .expected: .text(charset.name)])
        }
        if TextEncoding.isUTF32(bytes) { throw contradicts("UTF-32") }
        if charset == .utf8 {
            if let other = mark?.charset, other != .utf8 { throw contradicts(other.name) }
            return try TextDecoding(bytes, start: TextEncoding.check(bytes, file: file), stated: nil)
        }
        // A folder may have tables in UTF-8 beside those that are not.
        if let start = try? TextEncoding.check(bytes, file: file) {
            let isFont = charset == .tcvn3 || charset == .vni
            guard isFont, bytes.contains(where: { $0 >= 0x80 }), !hasLettersOfUnicode(bytes),
                let letters = letters(bytes, from: start)
            else { return TextDecoding(bytes, start: start, stated: nil) }
            return try TextDecoding(text(charset, letters, from: 0, file: file), start: 0, stated: charset)
        }
        if let wide = mark?.charset, wide != .utf8 {
            let isOther = charset == .utf16LittleEndian || charset == .utf16BigEndian
            if isOther, wide != charset { throw contradicts(wide.name) }
            return try TextDecoding(text(wide, bytes, from: mark?.length ?? 0, file: file), start: 0, stated: wide)
        }
        let order = charset == .utf16 ? TextEncoding.wideEncoding(bytes) ?? charset : charset
        return try TextDecoding(text(order, bytes, from: 0, file: file), start: 0, stated: order)
    }

    private static func text(
        _ charset: Charset, _ bytes: [UInt8], from start: Int, file: String
    ) throws(FindingsError) -> [UInt8] {
        switch charset.decoded(bytes, from: start) {
        case .text(let text):
            if let zero = text.firstIndex(of: 0) {
                throw FindingsError(FileFinding.nulByte, at: Location(file: file), [.offset: .count(zero)])
            }
            return text
        case .fault(let offset, let length):
            let found = bytes[offset..<offset + length].map(TextEncoding.hexadecimal)
            throw FindingsError(
                FileFinding.notInEncoding, at: Location(file: file),
                [.found: .names(found), .expected: .text(charset.name), .offset: .count(offset)])
        }
    }

    // MARK: - Recognised

    /// The encoding in which bytes that are no UTF-8 make Vietnamese words; nil where they do in none.
    /// - Throws: ``FindingsError`` with `file.ambiguousEncoding` where they do in two that differ.
    private static func recognised(_ bytes: [UInt8], file: String) throws(FindingsError) -> Charset? {
        let sample = sample(of: bytes, from: 0)
        // Only a code page loses letters: fonts have all of them.
        let hasLost = TextHistory.lostLetters(String(decoding: sample.map { $0 < 0x80 ? $0 : 0x78 }, as: UTF8.self))
        let charsets: [Charset] = hasLost ? [.windows1258, .windows1252] : Charset.single
        let readings = charsets.compactMap { Reading($0, sample) }
        guard let best = Self.best(readings) else { return nil }
        let rival = readings.first { $0.text != best.text && $0.count.isVietnamese && $0.rivals(best) }
        guard let rival else { return best.charset }
        let words = zip(best.words, rival.words).first { $0 != $1 }
        throw FindingsError(
            FileFinding.ambiguousEncoding, at: Location(file: file),
            [
                .found: .names([best.charset.name, rival.charset.name]),
                .other: .names(words.map { [Excerpt.of(String($0)), Excerpt.of(String($1))] } ?? []),
            ])
    }

    /// The font for which text in UTF-8 was written; nil for plain Unicode.
    private static func font(_ bytes: [UInt8], from start: Int) -> Charset? {
        let sample = sample(of: bytes, from: start)
        if sample.isEmpty { return nil }
        if hasLettersOfUnicode(sample) { return nil }
        guard let letters = letters(sample, from: 0) else { return nil }
        let plain = VietnameseSyllable.count(String(decoding: sample, as: UTF8.self))
        if plain.isVietnamese { return nil }
        let readings = [Charset.tcvn3, .vni].compactMap { Reading($0, letters) }
        // One word may be a name in another language.
        guard let best = best(readings), best.count.syllables > 1, plain.syllables < best.count.syllables else {
            return nil
        }
        let rival = readings.first { $0.charset != best.charset && $0.count.isVietnamese && $0.rivals(best) }
        return rival == nil ? best.charset : nil
    }

    /// A way to read a sample.
    private struct Reading {
        let charset: Charset
        let text: String
        let count: VietnameseSyllable.Count

        /// Nil where the encoding does not have one of the bytes.
        init?(_ charset: Charset, _ sample: [UInt8]) {
            self.charset = charset
            let base = charset == .vni ? Charset.windows1252 : charset
            guard case .text(let bytes) = base.decoded(sample) else { return nil }
            let plain = String(decoding: bytes, as: UTF8.self)
            text = charset == .vni ? Charset.vni(plain, marksStrays: true) : plain
            count = VietnameseSyllable.count(text, mixesCase: charset == .tcvn3)
        }

        var words: [Substring] { text.split { !$0.isLetter } }

        /// Whether nothing tells this reading from a better one: both make syllables of nearly as many words.
        func rivals(_ best: Reading) -> Bool {
            let (own, its) = (count.words - count.syllables, best.count.words - best.count.syllables)
            return own == its || own - its < 2 && its > 0 || (own - its) * 20 < count.words
        }
    }

    private static func best(_ readings: [Reading]) -> Reading? {
        var best: Reading?
        for reading in readings where reading.count.isVietnamese {
            guard let known = best else {
                best = reading
                continue
            }
            // Shares of syllables, as products.
            let (left, right) = (
                reading.count.syllables * known.count.words, known.count.syllables * reading.count.words
            )
            if left > right { best = reading }
        }
        return best
    }

    // MARK: - Samples

    /// Whole lines from the first with a byte beyond ASCII on, from an offset.
    private static func sample(of bytes: [UInt8], from start: Int) -> [UInt8] {
        guard let first = firstBeyondASCII(bytes, from: start) else { return [] }
        let begin = bytes[start..<first].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? max(start, first - 200)
        guard bytes.count - begin > sampleSize else { return Array(bytes[begin...]) }
        let part = bytes[begin..<begin + sampleSize]
        let end = part.lastIndex(of: UInt8(ascii: "\n")) ?? part.endIndex
        return Array(bytes[begin..<end])
    }

    private static func firstBeyondASCII(_ bytes: [UInt8], from start: Int) -> Int? {
        // In bounds: `index` never passes the count, and the kernel reads as many bytes as it is told.
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return nil }
            var index = start
            while index < buffer.count {
                index += byte_scan_plain_prefix(base + index, buffer.count - index)
                guard index < buffer.count else { return nil }
                if buffer[index] >= 0x80 { return index }
                index += 1
            }
            return nil
        }
    }

    /// Whether UTF-8 has letters that only Unicode has: from U+1E80 to U+1EFF, or `ă đ ơ ư`.
    private static func hasLettersOfUnicode(_ bytes: [UInt8]) -> Bool {
        var last: UInt8 = 0
        for byte in bytes {
            switch (last, byte) {
            case (0xE1, 0xBA), (0xE1, 0xBB), (0xC4, 0x82), (0xC4, 0x83), (0xC4, 0x90), (0xC4, 0x91), (0xC6, 0xA0),
                (0xC6, 0xA1), (0xC6, 0xAF), (0xC6, 0xB0), (0xCC, 0x80...0xBF), (0xCD, 0x80...0xAF):
                return true
            default: last = byte
            }
        }
        return false
    }

    /// The bytes that were taken for letters of Windows-1252 before the text became UTF-8; nil where one was not.
    private static func letters(_ bytes: [UInt8], from start: Int) -> [UInt8]? {
        LegacyText.bytes(behind: String(decoding: bytes[start...], as: UTF8.self))
    }
}
