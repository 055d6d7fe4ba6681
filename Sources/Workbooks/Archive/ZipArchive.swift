internal import Values

/// The parts of a zip archive that is held in memory.
///
/// The whole table of contents is checked before anything is unpacked, against every trick that makes readers disagree
/// or run away: names that lead elsewhere, names that occur twice, parts that share bytes, sizes that nothing real has.
/// A part is unpacked while it is read (``ZipStream``).
package struct ZipArchive: Sendable {
    /// One part.
    package struct Entry: Sendable {
        package let name: String
        /// Its size when unpacked, as stated; ``ZipStream`` holds it to that.
        package let size: Int
        let isStored: Bool
        let checksum: UInt32
        /// Where its bytes are.
        let data: Range<Int>
        /// Where its header begins.
        let start: Int
    }

    /// What is larger is refused.
    struct Limits: Sendable {
        /// Bytes of one part, and of all together, when unpacked.
        var partSize = 1 << 30
        var totalSize: Int64 = 1 << 31
        /// How many times larger a part may become; a small one may become more.
        var ratio = 250
        var freeSize = 1 << 24
        var entries = 1 << 16
    }

    let bytes: [UInt8]
    package let entries: [Entry]
    private let positions: [String: Int]

    init(_ bytes: [UInt8], limits: Limits = Limits()) throws(WorkbookFault) {
        self.bytes = bytes
        // In bounds: the directory compares every place with the end (``ZipDirectory``).
        entries = try bytes.withUnsafeBufferPointer { buffer throws(WorkbookFault) in
            try ZipDirectory(buffer, limits: limits).entries()
        }
        var positions: [String: Int] = [:]
        positions.reserveCapacity(entries.count)
        for (position, entry) in entries.enumerated() {
            if positions.updateValue(position, forKey: Self.key(entry.name)) != nil {
                throw WorkbookFault(.duplicateName, [.key: .text(entry.name)])
            }
        }
        self.positions = positions
    }

    /// The part of a name; Office compares names without regard to case.
    package func entry(_ name: String) -> Entry? { positions[Self.key(name)].map { entries[$0] } }

    private static func key(_ name: String) -> String {
        String(decoding: name.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    /// Reads a part as XML; the reader is only valid in the closure.
    func withXML<Result>(
        _ entry: Entry, _ body: (XMLReader) throws(WorkbookFault) -> Result
    ) throws(WorkbookFault) -> Result {
        // In bounds: where a part is has been checked against the archive; stream and reader do not outlive the
        // closure.
        try bytes.withUnsafeBufferPointer { buffer throws(WorkbookFault) in
            let stream = try ZipStream(entry, in: UnsafeBufferPointer(rebasing: buffer[entry.data]))
            let reader = try XMLReader(part: entry.name) { room throws(WorkbookFault) in try stream.read(into: room) }
            return try body(reader)
        }
    }

    /// The bytes of a small part.
    func bytes(of entry: Entry) throws(WorkbookFault) -> [UInt8] {
        try bytes.withUnsafeBufferPointer { buffer throws(WorkbookFault) in
            let stream = try ZipStream(entry, in: UnsafeBufferPointer(rebasing: buffer[entry.data]))
            // In bounds: `read` fills at most the room and says how much of it.
            let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 1)
            defer { room.deallocate() }
            var result: [UInt8] = []
            while true {
                let count = try stream.read(into: room)
                if count == 0 { return result }
                result += room[..<count]
            }
        }
    }
}
