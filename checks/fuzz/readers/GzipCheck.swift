import CZlib
import Tables
import Values

/// Gzip data, as a file and read part by part: sound where a second reader, over raw deflate data and with a checksum of
/// its own, says so, and the same bytes.
enum GzipCheck {
    static func fault(_ bytes: [UInt8]) -> String? {
        if let fault = fault(bytes, expected: bytes.starts(with: [0x1F, 0x8B]) ? unpacked(bytes) : bytes) {
            return fault
        }
        // The same bytes as the data of a member whose frame is sound, twice, and padded.
        var rest = bytes[...]
        guard let content = inflated(&rest), content.count < mostBytes else { return nil }
        let member =
            [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255] + bytes[..<rest.startIndex] + little(checksum(content))
            + little(UInt32(truncatingIfNeeded: content.count))
        return fault(member, expected: content)
            ?? fault(member + member + [0, 0, 0], expected: content + content)
            ?? fault(member + [0, 1], expected: nil)
    }

    /// What is longer is not compared.
    private static let mostBytes = 1 << 24

    private static func fault(_ bytes: [UInt8], expected: [UInt8]?) -> String? {
        do throws(FindingsError) {
            let found = try BlockInput(path: OneFile.path(of: bytes, "t.gz")).rest()
            guard let expected else { return "accepted" }
            if expected.count < mostBytes, found != expected { return "\(found.count) bytes, not \(expected.count)" }
            return nil
        } catch {
            if let expected { return "\(expected.count) bytes are refused: \(error)" }
            return refusalFault(error)
        }
    }

    // MARK: - RFC 1952

    /// What members hold; nil where something is wrong.
    private static func unpacked(_ bytes: [UInt8]) -> [UInt8]? {
        var (rest, result): (ArraySlice<UInt8>, [UInt8]) = (bytes[...], [])
        repeat {
            guard let content = member(of: bytes, &rest) else { return nil }
            result += content
        } while rest.first.map { $0 != 0 } ?? false
        return rest.allSatisfy { $0 == 0 } ? result : nil
    }

    private static func member(of bytes: [UInt8], _ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
        let header = rest.prefix(10)
        guard header.count == 10, header.starts(with: [0x1F, 0x8B, 8]) else { return nil }
        let (start, flags) = (rest.startIndex, rest[rest.startIndex + 3])
        guard flags & 0xE0 == 0 else { return nil }
        rest = rest.dropFirst(10)
        if flags & 4 != 0 {
            guard let length = number(&rest, 2), rest.count >= Int(length) else { return nil }
            rest = rest.dropFirst(Int(length))
        }
        // A name and a comment, each up to a zero.
        for flag: UInt8 in [8, 16] where flags & flag != 0 {
            guard let end = rest.firstIndex(of: 0) else { return nil }
            rest = rest[(end + 1)...]
        }
        if flags & 2 != 0 {
            let sum = checksum(bytes[start..<rest.startIndex]) & 0xFFFF
            guard number(&rest, 2) == sum else { return nil }
        }
        guard let content = inflated(&rest) else { return nil }
        guard number(&rest, 4) == checksum(content) else { return nil }
        return number(&rest, 4) == UInt32(truncatingIfNeeded: content.count) ? content : nil
    }

    private static func number(_ rest: inout ArraySlice<UInt8>, _ count: Int) -> UInt32? {
        let bytes = rest.prefix(count)
        rest = rest.dropFirst(count)
        return bytes.count == count ? bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) } : nil
    }

    private static func little(_ number: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }

    private static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
        ~bytes.reduce(UInt32.max) { sum, byte in table[Int((sum ^ UInt32(byte)) & 255)] ^ sum >> 8 }
    }

    /// Deflate data from the beginning of some bytes, of which it takes what it consists of; nil where it is not sound.
    private static func inflated(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
        var stream = z_stream()
        guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        var (input, result): ([UInt8], [UInt8]) = (Array(rest), [])
        var room = [UInt8](repeating: 0, count: 1 << 16)
        let (code, left) = input.withUnsafeMutableBufferPointer { input in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(input.count)
            var code = Z_OK
            while code == Z_OK {
                room.withUnsafeMutableBufferPointer { room in
                    stream.next_out = room.baseAddress
                    stream.avail_out = UInt32(room.count)
                    code = inflate(&stream, Z_NO_FLUSH)
                    result += room[..<(room.count - Int(stream.avail_out))]
                }
            }
            return (code, Int(stream.avail_in))
        }
        rest = rest.dropFirst(rest.count - left)
        return code == Z_STREAM_END ? result : nil
    }
}
