internal import CZlib

/// A part of an Office file.
package struct OfficePart: Sendable {
    package var name: String
    package var bytes: [UInt8]

    package init(_ name: String, _ bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
    package init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

    package var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// The parts of an archive, by code of its own: what is checked must not be read by what wrote it.
package struct OfficeArchive {
    package private(set) var parts: [OfficePart] = []
    package private(set) var faults: [OfficeFault] = []

    package init(_ bytes: [UInt8]) { read(bytes) }

    private mutating func read(_ bytes: [UInt8]) {
        func number(_ place: Int, _ count: Int) -> Int {
            guard place >= 0, place + count <= bytes.count else { return -1 }
            return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
        }
        let end = bytes.count - 22
        guard end >= 0, number(end, 4) == 0x0605_4B50, number(end + 4, 4) == 0 else {
            return report("", "no end of an archive without a comment")
        }
        let (count, size, start) = (number(end + 10, 2), number(end + 12, 4), number(end + 16, 4))
        guard number(end + 8, 2) == count, start + size == end else {
            return report("", "the table of contents does not reach to the end")
        }
        var place = start
        var names: Set<String> = []
        for _ in 0..<count {
            guard number(place, 4) == 0x0201_4B50 else { return report("", "no entry at \(place)") }
            let lengths = (28...32).filter { $0 % 2 == 0 }.map { number(place + $0, 2) }
            let nameEnd = place + 46 + lengths[0]
            guard nameEnd + lengths[1] + lengths[2] <= end else { return report("", "an entry goes on behind the end") }
            let name = String(decoding: bytes[place + 46..<nameEnd], as: UTF8.self)
            if !names.insert(name.lowercased()).inserted { report(name, "stands there twice") }
            let isPlain = name.split(separator: "/", omittingEmptySubsequences: false)
                .allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
            if !isPlain || name.contains("\\") || name.utf8.contains(where: { $0 >= 0x80 }) {
                report(name, "is no plain name")
            }
            let local = number(place + 42, 4)
            // Both headers say the same: version, flags, method, time, checksum, sizes and length of the name.
            let inner = (0..<24).allSatisfy { number(local + 4 + $0, 1) == number(place + 6 + $0, 1) }
            let data = local + 30 + number(local + 26, 2) + number(local + 28, 2)
            if number(local, 4) != 0x0403_4B50 || !inner || number(local + 26, 2) != lengths[0] {
                report(name, "its two headers differ")
            }
            if let content = Self.unpacked(
                bytes, data, number(place + 20, 4), number(place + 24, 4), method: number(place + 10, 2)),
                Int(content.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) })
                    == number(place + 16, 4)
            {
                parts.append(OfficePart(name, content))
            } else {
                report(name, "cannot be unpacked")
            }
            place = nameEnd + lengths[1] + lengths[2]
        }
        if place != end { report("", "entries are missing") }
    }

    private mutating func report(_ name: String, _ text: String) {
        faults.append(OfficeFault(rule: .archive, part: name, place: "", text: text))
    }

    private static func unpacked(
        _ bytes: [UInt8], _ start: Int, _ packed: Int, _ size: Int, method: Int
    ) -> [UInt8]? {
        guard start >= 0, packed >= 0, start + packed <= bytes.count, size <= 1 << 30 else { return nil }
        if method == 0 { return packed == size ? Array(bytes[start..<start + packed]) : nil }
        guard method == 8 else { return nil }
        var input = Array(bytes[start..<start + packed])
        // One byte more shows where there is more than stated.
        var output = [UInt8](repeating: 0, count: size + 1)
        var stream = z_stream()
        guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        let code = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
                (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(output.count))
                return inflate(&stream, Z_FINISH)
            }
        }
        guard code == Z_STREAM_END, Int(stream.total_out) == size, stream.avail_in == 0 else { return nil }
        return Array(output.prefix(size))
    }
}
