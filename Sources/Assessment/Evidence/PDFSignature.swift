public import Values

/// What a signature in a PDF says of itself. Nothing of it is verified: neither that the file is as it was signed, nor that
/// the signer is who the name says.
public struct PDFSignature: Hashable, Sendable {
    /// The name of the signer, where it is written beside the signature.
    public let name: String?
    /// The day of signing, by the calendar of Viet Nam.
    public let day: CalendarDay?
    /// Whether the signature is about the file to its end: nothing was added behind it.
    public let coversEnd: Bool
}

extension PDFSignature {
    /// The signatures of a PDF, in the order in which they stand; nil for what is no PDF.
    ///
    /// A signature is a dictionary with a `/ByteRange`, which tells where it stands and therefore is never packed into
    /// another object. Time stamps are none.
    ///
    /// Complexity: O(bytes).
    static func all(in bytes: [UInt8]) -> [PDFSignature]? {
        guard bytes.prefix(1024).firstRange(of: Array("%PDF-".utf8)) != nil else { return nil }
        let (key, begin, end) = (Array("/ByteRange".utf8), Array(" obj".utf8), Array("endobj".utf8))
        var signatures: [PDFSignature] = []
        var position = 0
        // A file with more of them is made to keep its readers busy.
        for _ in 0..<100 {
            guard let found = bytes[position...].firstRange(of: key) else { break }
            position = found.upperBound
            // The object around it; the bytes of the signature itself stand in it, too, as hexadecimal digits.
            let start = bytes[..<found.lowerBound].lastRange(of: begin)?.upperBound ?? 0
            let close = bytes[found.upperBound...].firstRange(of: end)?.lowerBound ?? bytes.count
            let object = bytes[start..<close]
            var reader = PDFDictionary(object)
            let entries = reader.entries()
            // Who only uses a signature says more than its range.
            guard let range = entries["ByteRange"].flatMap(Self.numbers), range.count == 4,
                entries["Type"] == nil || entries["Type"] == .name("Sig"), entries["Contents"] != nil
            else { continue }
            let (last, overflow) = range[2].addingReportingOverflow(range[3])
            signatures.append(
                PDFSignature(
                    name: entries["Name"].flatMap(Self.text), day: entries["M"].flatMap(Self.text).flatMap(Self.day),
                    coversEnd: !overflow && last == bytes.count))
            position = max(position, close)
        }
        return signatures
    }

    private static func numbers(_ value: PDFDictionary.Value) -> [Int]? {
        if case .numbers(let numbers) = value { numbers } else { nil }
    }

    /// A text in UTF-16 or UTF-8 with a mark; otherwise the letters of PDF, which agree with Latin 1 where names need them.
    private static func text(_ value: PDFDictionary.Value) -> String? {
        guard case .text(let bytes) = value else { return nil }
        let text: String
        if bytes.starts(with: [0xFE, 0xFF]) {
            let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
                UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
            }
            text = String(decoding: units, as: UTF16.self)
        } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
        } else if let known = String(validating: bytes, as: UTF8.self) {
            text = known
        } else {
            text = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        }
        let trimmed = VietnameseText.composed(text).trimmed
        return trimmed.isEmpty ? nil : trimmed
    }

    /// `D:20261125093000+07'00'`: the day in Viet Nam; one without a zone is taken as it stands.
    private static func day(_ text: String) -> CalendarDay? {
        var letters = Array((text.hasPrefix("D:") ? text.dropFirst(2) : text[...]).utf8)
        func number(_ start: Int, _ count: Int) -> Int? {
            guard letters.count >= start + count else { return nil }
            return Int(String(decoding: letters[start..<start + count], as: UTF8.self))
        }
        guard let year = number(0, 4), let month = number(4, 2), let day = number(6, 2),
            let stated = CalendarDay(year: year, month: month, day: day)
        else { return nil }
        let minutes = (number(8, 2) ?? 0) * 60 + (number(10, 2) ?? 0)
        letters = Array(letters.drop { $0 >= 0x30 && $0 <= 0x39 })
        guard let sign = letters.first else { return stated }
        var offset = 0
        if sign == 0x2B || sign == 0x2D {
            offset = (number(1, 2) ?? 0) * 60 + (number(4, 2) ?? 0)
            if sign == 0x2D { offset = -offset }
        } else if sign != 0x5A {
            return stated
        }
        let local = minutes - offset + 7 * 60
        return stated.adding(days: local < 0 ? -1 : local / 1440)
    }
}

/// The entries of the outermost dictionary of an object of a PDF.
struct PDFDictionary {
    enum Value: Hashable {
        case name(String)
        case text([UInt8])
        case numbers([Int])
        case other
    }

    private let bytes: ArraySlice<UInt8>
    private var position: Int

    init(_ bytes: ArraySlice<UInt8>) { (self.bytes, position) = (bytes, bytes.startIndex) }

    private var current: UInt8? { position < bytes.endIndex ? bytes[position] : nil }
    private func isAt(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { bytes[position...].starts(with: $0) }
    }

    /// The entries; of one that occurs twice the first. What is not understood ends them.
    mutating func entries() -> [String: Value] {
        var entries: [String: Value] = [:]
        skipBlanks()
        guard isAt("<<") else { return [:] }
        position += 2
        while true {
            skipBlanks()
            guard current == 0x2F, case .name(let key)? = value() else { return entries }
            guard let value = value() else { return entries }
            if entries[key] == nil { entries[key] = value }
        }
    }

    private mutating func skipBlanks() {
        while let sign = current {
            if sign == 0x25 {
                while let next = current, next != 0x0A, next != 0x0D { position += 1 }
            } else if sign <= 0x20 {
                position += 1
            } else {
                return
            }
        }
    }

    private static func isDelimiter(_ sign: UInt8) -> Bool {
        sign <= 0x20 || [0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x2F, 0x25].contains(sign)
    }

    private mutating func value() -> Value? {
        skipBlanks()
        switch current {
        case nil: return nil
        case 0x2F?:
            position += 1
            return .name(String(decoding: word(), as: UTF8.self))
        case 0x28?: return .text(literal())
        case 0x3C? where isAt("<<"):
            skipNested()
            return .other
        case 0x3C?: return .text(hexadecimal())
        case 0x5B?: return array()
        case 0x3E?, 0x5D?: return nil
        default:
            let start = position
            _ = word()
            if position == start { position += 1 }
            // `5 0 R` is one value: the numbers behind are no keys, and are passed over.
            skipReference()
            return .other
        }
    }

    private mutating func word() -> ArraySlice<UInt8> {
        let start = position
        while let sign = current, !Self.isDelimiter(sign) { position += 1 }
        return bytes[start..<position]
    }

    private mutating func skipReference() {
        while true {
            skipBlanks()
            guard let sign = current, !Self.isDelimiter(sign) else { return }
            _ = word()
        }
    }

    /// An array; those within are counted, since a file may nest them as deep as it is long.
    private mutating func array() -> Value {
        position += 1
        var (numbers, depth, isPlain): ([Int], Int, Bool) = ([], 1, true)
        while true {
            skipBlanks()
            guard let sign = current else { return .other }
            if sign == 0x5D {
                position += 1
                depth -= 1
                if depth == 0 { return isPlain ? .numbers(numbers) : .other }
                continue
            }
            if sign == 0x5B {
                position += 1
                depth += 1
                isPlain = false
                continue
            }
            if !Self.isDelimiter(sign), let number = Int(String(decoding: word(), as: UTF8.self)) {
                numbers.append(number)
                continue
            }
            isPlain = false
            if Self.isDelimiter(sign), value() == nil { position += 1 }
        }
    }

    /// A dictionary within: texts in it may hold its signs.
    private mutating func skipNested() {
        var depth = 0
        while current != nil {
            if isAt("<<") {
                depth += 1
                position += 2
            } else if isAt(">>") {
                depth -= 1
                position += 2
                if depth == 0 { return }
            } else if current == 0x28 {
                _ = literal()
            } else {
                position += 1
            }
        }
    }

    /// `(text)` with its escapes and the brackets in it.
    private mutating func literal() -> [UInt8] {
        position += 1
        var (text, depth): ([UInt8], Int) = ([], 1)
        while let sign = current {
            position += 1
            switch sign {
            case 0x28:
                depth += 1
                text.append(sign)
            case 0x29:
                depth -= 1
                if depth == 0 { return text }
                text.append(sign)
            case 0x5C: escape(into: &text)
            default: text.append(sign)
            }
        }
        return text
    }

    private mutating func escape(into text: inout [UInt8]) {
        guard let sign = current else { return }
        position += 1
        switch sign {
        case 0x6E: text.append(0x0A)
        case 0x72: text.append(0x0D)
        case 0x74: text.append(0x09)
        case 0x62: text.append(0x08)
        case 0x66: text.append(0x0C)
        case 0x0A: break
        case 0x0D: if current == 0x0A { position += 1 }
        case 0x30...0x37:
            var number = Int(sign - 0x30)
            for _ in 0..<2 {
                guard let next = current, next >= 0x30, next <= 0x37 else { break }
                number = number * 8 + Int(next - 0x30)
                position += 1
            }
            text.append(UInt8(truncatingIfNeeded: number))
        default: text.append(sign)
        }
    }

    /// `<FEFF0041>`: an odd last digit has a zero behind it.
    private mutating func hexadecimal() -> [UInt8] {
        position += 1
        var (bytes, high): ([UInt8], UInt8?) = ([], nil)
        while let sign = current, sign != 0x3E {
            position += 1
            let digit: UInt8
            switch sign {
            case 0x30...0x39: digit = sign - 0x30
            case 0x41...0x46: digit = sign - 0x37
            case 0x61...0x66: digit = sign - 0x57
            default: continue
            }
            if let first = high {
                bytes.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        position += 1
        if let high { bytes.append(high << 4) }
        return bytes
    }
}

extension ArraySlice<UInt8> {
    /// Where a text stands first.
    fileprivate func firstRange(of text: [UInt8]) -> Range<Int>? {
        guard let head = text.first, count >= text.count else { return nil }
        var start = startIndex
        while let found = self[start...(endIndex - text.count)].firstIndex(of: head) {
            if self[found..<found + text.count].elementsEqual(text) { return found..<found + text.count }
            start = found + 1
            if start > endIndex - text.count { return nil }
        }
        return nil
    }

    /// Where it stands last.
    fileprivate func lastRange(of text: [UInt8]) -> Range<Int>? {
        guard let head = text.first, count >= text.count else { return nil }
        var end = endIndex - text.count
        while end >= startIndex {
            if self[end] == head, self[end..<end + text.count].elementsEqual(text) { return end..<end + text.count }
            end -= 1
        }
        return nil
    }
}
