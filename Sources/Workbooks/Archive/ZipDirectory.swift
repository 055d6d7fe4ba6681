internal import Values

/// Reads and checks the table of contents of a zip archive.
struct ZipDirectory {
    // In bounds: the bytes of the archive, held while the directory is read. Whoever reads a field has compared the end
    // of its record with the end of the file, or of the table of contents, before.
    private let bytes: UnsafeBufferPointer<UInt8>
    private let limits: ZipArchive.Limits

    init(_ bytes: UnsafeBufferPointer<UInt8>, limits: ZipArchive.Limits) {
        self.bytes = bytes
        self.limits = limits
    }

    private enum Signature {
        static let local = 0x0403_4B50
        static let central = 0x0201_4B50
        static let end = 0x0605_4B50
        static let end64 = 0x0606_4B50
        static let locator64 = 0x0706_4B50
    }

    /// All parts, in the order of the table of contents. Names are compared by ``ZipArchive``.
    func entries() throws(WorkbookFault) -> [ZipArchive.Entry] {
        let (range, count) = try contents()
        guard count <= limits.entries else { throw WorkbookFault(.parts) }
        var entries: [ZipArchive.Entry] = []
        entries.reserveCapacity(count)
        var position = range.lowerBound
        var total: Int64 = 0
        for _ in 0..<count {
            let entry = try entry(at: &position, contents: range)
            total += Int64(entry.size)
            entries.append(entry)
        }
        guard position == range.upperBound else { throw WorkbookFault(.contents) }
        guard total <= limits.totalSize else {
            throw WorkbookFault(
                .tooLarge, [.found: .count(Int(clamping: total)), .expected: .count(Int(clamping: limits.totalSize))])
        }
        try checkOverlaps(entries)
        return entries
    }

    // MARK: - Where the table of contents is

    private func contents() throws(WorkbookFault) -> (Range<Int>, count: Int) {
        guard let end = endRecord() else { throw WorkbookFault(.cutOff) }
        guard end + 22 + number(end + 20, 2) == bytes.count else { throw WorkbookFault(.contents) }
        var count = number(end + 10, 2)
        var size = number(end + 12, 4)
        var start = number(end + 16, 4)
        var limit = end
        let disks = (number(end + 4, 2), number(end + 6, 2), number(end + 8, 2))
        if count == 0xFFFF || size == Self.isWide || start == Self.isWide, end >= 20,
            number(end - 20, 4) == Signature.locator64
        {
            guard let place = wide(end - 12), place <= end - 20 - 56, number(place, 4) == Signature.end64,
                number(end - 16, 4) == 0, number(end - 4, 4) <= 1, number(place + 16, 4) == 0,
                number(place + 20, 4) == 0, let wideCount = wide(place + 32), let wideSize = wide(place + 40),
                let wideStart = wide(place + 48)
            else { throw WorkbookFault(.contents) }
            (count, size, start, limit) = (wideCount, wideSize, wideStart, place)
        } else {
            guard disks == (0, 0, count) else { throw WorkbookFault(.volumes) }
        }
        // Nothing may lie between the table and what says where it is: two readers could find two tables.
        guard start <= limit, size == limit - start, count <= size / 46 else { throw WorkbookFault(.contents) }
        return (start..<limit, count)
    }

    /// The last record that says where the table of contents is; a comment of up to 64 KB may follow it.
    private func endRecord() -> Int? {
        var position = bytes.count - 22
        let last = max(0, position - 0xFFFF)
        while position >= last {
            if bytes[position] == 0x50, number(position, 4) == Signature.end { return position }
            position -= 1
        }
        return nil
    }

    // MARK: - Parts

    private func entry(at position: inout Int, contents: Range<Int>) throws(WorkbookFault) -> ZipArchive.Entry {
        let start = position
        guard start + 46 <= contents.upperBound, number(start, 4) == Signature.central else {
            throw WorkbookFault(.contents)
        }
        let flags = number(start + 8, 2)
        let method = number(start + 10, 2)
        var packed = number(start + 20, 4)
        var size = number(start + 24, 4)
        let nameLength = number(start + 28, 2)
        let extra = start + 46 + nameLength..<start + 46 + nameLength + number(start + 30, 2)
        var header = number(start + 42, 4)
        position = extra.upperBound + number(start + 32, 2)
        guard position <= contents.upperBound else { throw WorkbookFault(.contents) }
        let name = try name(start + 46..<start + 46 + nameLength)
        guard number(start + 34, 2) == 0 else { throw WorkbookFault(.volumes) }
        if packed == Self.isWide || size == Self.isWide || header == Self.isWide {
            try readWide(extra, &size, &packed, &header, in: name)
        }
        // Bit 0 is the old encryption, bit 6 the strong one, bit 13 hides what the local header says.
        if flags & 0x2041 != 0 || method == 99 { throw WorkbookFault(.encrypted) }
        guard method == 0 || method == 8 else { throw WorkbookFault(.method, in: name) }
        guard size <= limits.partSize else {
            throw WorkbookFault(
                .tooLarge, [.key: .text(name), .found: .count(size), .expected: .count(limits.partSize)])
        }
        if size > limits.freeSize, packed == 0 || size / packed > limits.ratio {
            throw WorkbookFault(.bomb, [.key: .text(name), .found: .count(size / max(packed, 1))])
        }
        let data = try data(
            behind: header, before: contents.lowerBound, name: start + 46..<start + 46 + nameLength, part: name,
            method: method, packed: packed)
        guard method == 8 || packed == size else { throw WorkbookFault(.size, in: name) }
        return ZipArchive.Entry(
            name: name, size: size, isStored: method == 0,
            checksum: UInt32(truncatingIfNeeded: number(start + 16, 4)), data: data, start: header)
    }

    /// The name of a part: it must stay in the archive wherever it is unpacked.
    private func name(_ range: Range<Int>) throws(WorkbookFault) -> String {
        let letters = bytes[range]
        let name = String(decoding: letters, as: UTF8.self)
        let steps = letters.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isUnsafe =
            letters.isEmpty || letters.contains { $0 < 0x20 || $0 == UInt8(ascii: "\\") }
            || letters.dropFirst().first == UInt8(ascii: ":")  // the letter of a drive
            || steps.enumerated().contains { index, step in
                step.isEmpty
                    ? index < steps.count - 1 || index == 0
                    : step.elementsEqual(".".utf8) || step.elementsEqual("..".utf8)
            }
        if isUnsafe { throw WorkbookFault(.unsafeName, [.key: .text(name)]) }
        return name
    }

    /// Sizes and places beyond 32 bits, in the order in which they are missing before.
    private func readWide(
        _ extra: Range<Int>, _ size: inout Int, _ packed: inout Int, _ header: inout Int, in part: String
    ) throws(WorkbookFault) {
        var field = extra.lowerBound
        while field + 4 <= extra.upperBound {
            let (kind, length) = (number(field, 2), number(field + 2, 2))
            var position = field + 4
            field = position + length
            guard kind == 1, field <= extra.upperBound else { continue }
            func next(_ value: inout Int) throws(WorkbookFault) {
                guard value == Self.isWide else { return }
                guard position + 8 <= field, let wide = wide(position) else { throw WorkbookFault(.header, in: part) }
                value = wide
                position += 8
            }
            try next(&size)
            try next(&packed)
            try next(&header)
            return
        }
        throw WorkbookFault(.header, in: part)
    }

    /// Where a part's bytes are, behind a header that must agree with the table of contents.
    private func data(
        behind header: Int, before end: Int, name: Range<Int>, part: String, method: Int, packed: Int
    ) throws(WorkbookFault) -> Range<Int> {
        guard header <= end - 30, number(header, 4) == Signature.local else { throw WorkbookFault(.header, in: part) }
        let nameEnd = header + 30 + number(header + 26, 2)
        let start = nameEnd + number(header + 28, 2)
        guard start <= end, packed <= end - start, number(header + 8, 2) == method,
            bytes[header + 30..<nameEnd].elementsEqual(bytes[name])
        else { throw WorkbookFault(.header, in: part) }
        if number(header + 6, 2) & 0x2041 != 0 { throw WorkbookFault(.encrypted) }
        return start..<start + packed
    }

    private func checkOverlaps(_ entries: [ZipArchive.Entry]) throws(WorkbookFault) {
        let order = entries.indices.sorted { entries[$0].start < entries[$1].start }
        for (first, second) in zip(order, order.dropFirst())
        where entries[first].data.upperBound > entries[second].start || entries[first].start == entries[second].start {
            throw WorkbookFault(
                .overlap, [.key: .text(entries[second].name), .other: .text(entries[first].name)])
        }
    }

    // MARK: - Numbers

    /// What stands in place of a number of more than 32 bits.
    private static let isWide = Int(clamping: UInt32.max)

    /// A number of up to four bytes, the lowest first; the caller has checked that they exist.
    ///
    /// Where `Int` has 32 bits, what it does not hold is taken for ``isWide``: no archive there has such a place.
    private func number(_ position: Int, _ count: Int) -> Int { Int(clamping: bits(position, count)) }

    private func bits(_ position: Int, _ count: Int) -> UInt64 {
        var value: UInt64 = 0
        for step in 0..<count { value |= UInt64(bytes[position + step]) << (8 * step) }
        return value
    }

    /// A number of eight bytes; nil where none can be that large.
    private func wide(_ position: Int) -> Int? {
        let value = bits(position, 8)
        return value < 1 << 48 ? Int(exactly: value) : nil
    }
}
