internal import Values

/// The part of an XML file that is being read, as checked UTF-8: the rest is unpacked as it is needed.
///
/// UTF-16 is recognised by its byte-order mark and converted. Only characters that XML allows get in, so that the reader
/// behind needs no further checks. Positions in the window stay valid until ``more(from:)`` is called.
final class XMLWindow {
    typealias Source = (UnsafeMutableRawBufferPointer) throws(WorkbookFault) -> Int

    /// The longest tag, reference or instruction: it must fit into the window.
    static let limit = 1 << 21
    private static let unitRoom = 1 << 15

    private enum Encoding {
        case utf8, utf16LittleEndian, utf16BigEndian
    }

    let part: String
    // In bounds: the room is `capacity` bytes, of which the first `filled` are initialized and the first `count`
    // checked: `count` ≤ `filled` ≤ `capacity`. Readers take positions below `count`, and bytes are replaced by no more
    // of them.
    @exclusivity(unchecked) private(set) var bytes: UnsafeMutablePointer<UInt8>
    /// How many bytes are checked and can be read.
    @exclusivity(unchecked) private(set) var count = 0
    /// The bytes that were read before the window's first.
    @exclusivity(unchecked) private var base = 0
    /// How many bytes the window has, with the beginning of a letter at its end.
    @exclusivity(unchecked) private var filled = 0
    @exclusivity(unchecked) private var capacity = 1 << 17
    private let source: Source
    @exclusivity(unchecked) private var encoding = Encoding.utf8
    /// UTF-16 that has not been converted yet.
    private var units: [UInt8] = []
    @exclusivity(unchecked) private var isAtEnd = false

    init(part: String, source: @escaping Source) throws(WorkbookFault) {
        self.part = part
        self.source = source
        bytes = .allocate(capacity: capacity)
        while filled < 3, try fill() > 0 {}
        if filled >= 2, bytes[0] ^ bytes[1] == 1, bytes[0] >= 0xFE {
            encoding = bytes[0] == 0xFF ? .utf16LittleEndian : .utf16BigEndian
            units = Array(UnsafeBufferPointer(start: bytes + 2, count: filled - 2))
            filled = 0
            try convert()
        } else {
            if filled >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { drop(3) }
            try check()
        }
    }

    deinit { bytes.deallocate() }

    /// Whether the encoding is known from a byte-order mark, whatever is declared.
    var isWide: Bool { encoding != .utf8 }

    /// Drops what stands before a position, which becomes 0, and reads more behind; false at the end.
    func more(from position: Int) throws(WorkbookFault) -> Bool {
        drop(position)
        if isAtEnd { return false }
        if filled > capacity / 2 {
            guard capacity < Self.limit else { throw fault(.length, at: count) }
            // In bounds: twice the capacity holds what the old room did.
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
            larger.update(from: bytes, count: filled)
            bytes.deallocate()
            bytes = larger
            capacity *= 2
        }
        let before = count
        while count == before {
            if encoding == .utf8 {
                if try fill() == 0 { break }
                try check()
            } else {
                if try readUnits() == 0 { break }
                try convert()
            }
        }
        if count > before { return true }
        isAtEnd = true
        guard filled == count, units.isEmpty else { throw fault(.encoding, at: count) }
        return false
    }

    func fault(_ fault: XMLFault, at position: Int) -> WorkbookFault {
        WorkbookFault(
            .brokenXML,
            [.key: .text(part), .reason: .code(fault.rawValue), .offset: .count(base + position)])
    }

    private func drop(_ number: Int) {
        guard number > 0 else { return }
        filled -= number
        count = max(0, count - number)
        // In bounds: the position is at most `count`; `filled` is what was behind it. The ranges may overlap.
        bytes.update(from: bytes + number, count: filled)
        base += number
    }

    private func fill() throws(WorkbookFault) -> Int {
        // In bounds: the source gets what is free behind the bytes, and returns no more than that.
        let got = try source(UnsafeMutableRawBufferPointer(start: bytes + filled, count: capacity - filled))
        filled += got
        return got
    }

    // MARK: - UTF-8

    /// Checks what was read: UTF-8, and only characters that XML allows.
    private func check() throws(WorkbookFault) {
        let ones: UInt64 = 0x0101_0101_0101_0101
        var index = count
        while index < filled {
            if index + 8 <= filled {
                // In bounds: eight bytes are filled from here on.
                let word = UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self)
                // No byte of the word has its highest bit set, and none is below a space.
                if (word | (word &- ones &* 0x20)) & (ones &* 0x80) == 0 {
                    index += 8
                    continue
                }
            }
            let byte = bytes[index]
            if byte < 0x80 {
                guard byte >= 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else {
                    count = index
                    throw fault(.character, at: index)
                }
                index += 1
                continue
            }
            guard let length = Self.length(bytes + index, filled - index) else {
                count = index
                throw fault(.encoding, at: index)
            }
            if length == 0 { break }  // the rest of the letter has not been read yet
            if length == 3, byte == 0xEF, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE {
                count = index
                throw fault(.character, at: index)
            }
            index += length
        }
        count = index
    }

    /// The length of a letter of several bytes; 0 when its end is missing, nil when it is none.
    private static func length(_ bytes: UnsafePointer<UInt8>, _ available: Int) -> Int? {
        guard let (length, second) = UTF8Sequence.start(bytes[0]) else { return nil }
        var range = second
        for step in 1..<length {
            if step >= available { return 0 }
            guard range.contains(bytes[step]) else { return nil }
            range = 0x80...0xBF
        }
        return length
    }

    // MARK: - UTF-16

    private func readUnits() throws(WorkbookFault) -> Int {
        var room = [UInt8](repeating: 0, count: Self.unitRoom)
        // The closure may throw, which the buffer's own method would hide.
        let result: Result<Int, WorkbookFault> = room.withUnsafeMutableBytes { buffer in
            do throws(WorkbookFault) {
                return .success(try source(buffer))
            } catch {
                return .failure(error)
            }
        }
        let got = try result.get()
        units += room[..<got]
        return got
    }

    /// Converts the units that are complete.
    private func convert() throws(WorkbookFault) {
        let isBig = encoding == .utf16BigEndian
        var position = 0
        func unit(_ index: Int) -> UInt32 {
            let (first, second) = (UInt32(units[index]), UInt32(units[index + 1]))
            return isBig ? first << 8 | second : second << 8 | first
        }
        // In bounds: two bytes of UTF-16 become three at most, and four become four.
        reserve(units.count / 2 * 3)
        while position + 2 <= units.count {
            var value = unit(position)
            var length = 2
            if value & 0xFC00 == 0xD800 {
                if position + 4 > units.count { break }
                let low = unit(position + 2)
                guard low & 0xFC00 == 0xDC00 else { throw fault(.encoding, at: filled) }
                value = 0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF)
                length = 4
            }
            guard let scalar = Unicode.Scalar(value) else { throw fault(.encoding, at: filled) }
            for byte in UTF8.encode(scalar).map(Array.init) ?? [] {
                bytes[filled] = byte
                filled += 1
            }
            position += length
        }
        units.removeFirst(position)
        try check()
    }

    private func reserve(_ room: Int) {
        while filled + room > capacity {
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
            larger.update(from: bytes, count: filled)
            bytes.deallocate()
            bytes = larger
            capacity *= 2
        }
    }
}
