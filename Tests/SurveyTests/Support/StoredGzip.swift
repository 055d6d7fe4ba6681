/// Gzip as specified in RFC 1952 and RFC 1951, without compressing anything.
enum StoredGzip {
    /// A member that contains some bytes in stored blocks.
    static func member(_ bytes: some Collection<UInt8>) -> [UInt8] {
        let bytes = Array(bytes)
        var result: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
        var place = 0
        repeat {
            let count = min(65_535, bytes.count - place)
            result.append(place + count == bytes.count ? 1 : 0)
            result += little(UInt64(count), 2) + little(UInt64(~UInt16(count)), 2) + bytes[place..<place + count]
            place += count
        } while place < bytes.count
        return result + little(UInt64(checksum(bytes)), 4) + little(UInt64(bytes.count), 4)
    }

    private static func little(_ number: UInt64, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { sum, byte in table[Int((sum ^ UInt32(byte)) & 255)] ^ sum >> 8 }
    }
}
