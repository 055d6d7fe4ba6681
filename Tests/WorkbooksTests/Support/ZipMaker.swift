import CZlib

/// Writes zip archives, sound ones and such that contradict themselves.
struct ZipMaker {
    struct Part {
        var name: String
        var data: [UInt8]
        var isStored = false
        /// What the headers say instead of the truth.
        var statedSize: Int?
        var statedChecksum: UInt32?
        var statedMethod: Int?
        var localName: String?
        var flags = 0
        /// Where the table of contents says that it begins, instead of where it does.
        var statedStart: Int?
        var isWide = false

        init(_ name: String, _ data: [UInt8], isStored: Bool = false) {
            self.name = name
            self.data = data
            self.isStored = isStored
        }

        init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }
    }

    var parts: [Part]
    var comment: [UInt8] = []
    /// Whether the end of the archive is written with 64 bits.
    var isWide = false

    init(_ parts: [Part]) { self.parts = parts }

    var bytes: [UInt8] {
        var result: [UInt8] = []
        var contents: [UInt8] = []
        for part in parts {
            let start = result.count
            let packed = part.isStored ? part.data : Self.deflated(part.data)
            let method = part.statedMethod ?? (part.isStored ? 0 : 8)
            let checksum = part.statedChecksum ?? Self.checksum(part.data)
            let size = part.statedSize ?? part.data.count
            let local = Array((part.localName ?? part.name).utf8)
            result += number(0x0403_4B50, 4) + number(20, 2) + number(part.flags, 2) + number(method, 2)
            result += number(0, 4) + number(Int(checksum), 4) + number(packed.count, 4) + number(size, 4)
            result += number(local.count, 2) + number(0, 2) + local + packed
            let name = Array(part.name.utf8)
            var extra: [UInt8] = []
            if part.isWide {
                extra = number(1, 2) + number(24, 2) + number(size, 8) + number(packed.count, 8) + number(start, 8)
            }
            let hidden = 0xFFFF_FFFF
            contents += number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + number(part.flags, 2)
            contents += number(method, 2) + number(0, 4) + number(Int(checksum), 4)
            contents += number(part.isWide ? hidden : packed.count, 4) + number(part.isWide ? hidden : size, 4)
            contents += number(name.count, 2) + number(extra.count, 2) + number(0, 2) + number(0, 2) + number(0, 2)
            contents += number(0, 4) + number(part.isWide ? hidden : part.statedStart ?? start, 4) + name + extra
        }
        let start = result.count
        result += contents
        if isWide {
            let record = result.count
            result += number(0x0606_4B50, 4) + number(44, 8) + number(45, 2) + number(45, 2) + number(0, 8)
            result += number(parts.count, 8) + number(parts.count, 8) + number(contents.count, 8) + number(start, 8)
            result += number(0x0706_4B50, 4) + number(0, 4) + number(record, 8) + number(1, 4)
        }
        result += number(0x0605_4B50, 4) + number(0, 4)
        let count = number(isWide ? 0xFFFF : parts.count, 2)
        result += count + count + number(isWide ? 0xFFFF_FFFF : contents.count, 4)
        return result + number(isWide ? 0xFFFF_FFFF : start, 4) + number(comment.count, 2) + comment
    }

    private func number(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    static func checksum(_ data: [UInt8]) -> UInt32 {
        UInt32(truncatingIfNeeded: data.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) })
    }

    /// Deflate without a header.
    static func deflated(_ data: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        deflateInit2_(
            &stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&stream) }
        var input = data
        let bound = Int(deflateBound(&stream, UInt(data.count)))
        return input.withUnsafeMutableBufferPointer { buffer in
            stream.next_in = buffer.baseAddress
            stream.avail_in = UInt32(buffer.count)
            return [UInt8](unsafeUninitializedCapacity: bound) { output, count in
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                deflate(&stream, Z_FINISH)
                count = output.count - Int(stream.avail_out)
            }
        }
    }
}
