package import Values

/// Hands out a file block by block, each ending at a line ending, to one thread or several.
///
/// A line ending may be inside quotes, in which case the block ends in the middle of a row. That is not known until the
/// rows are read; the reader then finds the row open at the block's end. A single thread gives the rest back
/// (``giveBack(_:from:)``). Several threads cannot, as the next block is already being read: the file is read again by
/// one.
package final class RowBlocks {
    /// Bytes that are read at once: they stay in the processor's cache.
    package static let size = 1 << 18
    /// Bytes behind a block that may be read too, for those who read several at once.
    package static let slack = 192
    /// The maximum size of a row in bytes.
    static let rowLimit = 1 << 22

    /// A block's buffer and its extent.
    package final class Block {
        fileprivate(set) var room: UnsafeMutableRawBufferPointer
        /// Bytes of complete lines.
        package fileprivate(set) var end = 0
        /// Bytes in total.
        fileprivate var count = 0
        /// The number of the block, from 0.
        package fileprivate(set) var number = 0
        /// Whether the file ends with this block.
        package fileprivate(set) var isLast = false

        package init() {
            // In bounds: who fills a block reserves room first, and the slack behind it.
            room = .allocate(byteCount: RowBlocks.size + RowBlocks.slack, alignment: 64)
        }

        deinit { room.deallocate() }

        /// The bytes, with slack after them.
        package var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(room.bindMemory(to: UInt8.self)) }

        fileprivate func reserve(_ size: Int) {
            // In bounds: the new room is at least `size` and the slack, and `count` bytes were in the old one.
            guard room.count < size + RowBlocks.slack else { return }
            let larger = UnsafeMutableRawBufferPointer.allocate(
                byteCount: max(size, room.count * 2) + RowBlocks.slack, alignment: 64)
            larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: room[..<count]))
            room.deallocate()
            room = larger
        }
    }

    private let input: BlockInput
    /// What was read but belongs to the next block.
    private var rest: [UInt8]
    /// How many of these bytes are known to contain no row end.
    private var searchedRest = 0
    private var number = 0
    private var isAtEnd = false

    /// - Parameter rest: The beginning of the file after its heading, which was read already.
    package init(_ input: BlockInput, rest: [UInt8]) {
        self.input = input
        self.rest = rest
    }

    /// Fills a block; false when nothing is left.
    /// - Throws: ``FindingsError``; `file.tooLarge` for a row beyond ``rowLimit``.
    package func fill(_ block: Block) throws(FindingsError) -> Bool {
        if isAtEnd, rest.isEmpty { return false }
        // In bounds: room is reserved for `wanted` bytes and the slack before anything is copied or read; `wanted` is
        // more than the rest. `count` and `end` never pass `wanted`.
        block.count = 0
        // What was given back needs more data after it.
        var wanted = rest.count < Self.size ? Self.size : rest.count + Self.size
        block.reserve(wanted)
        rest.withUnsafeBytes { block.room.copyMemory(from: $0) }
        block.count = rest.count
        rest.removeAll(keepingCapacity: true)
        while true {
            let room = UnsafeMutableRawBufferPointer(
                rebasing: block.room[block.count..<wanted])
            let searched = searchedRest
            if !isAtEnd {
                let got = try input.read(into: room)
                if got < room.count { isAtEnd = true }
                block.count += got
            }
            if isAtEnd {
                block.end = block.count
                break
            }
            if let lineEnd = Self.lastLineEnd(block.bytes, from: searched, upTo: block.count) {
                block.end = lineEnd
                break
            }
            searchedRest = block.count
            guard block.count < Self.rowLimit else { throw rowTooLong }
            wanted = block.count * 2
            block.reserve(wanted)
        }
        rest.append(contentsOf: block.bytes[block.end..<block.count])
        searchedRest = rest.count
        block.isLast = isAtEnd
        block.number = number
        number += 1
        return block.count > 0
    }

    /// Puts the bytes from an offset on before what is read next.
    /// - Throws: ``FindingsError`` with `file.tooLarge` when they exceed the maximum size of a row.
    package func giveBack(_ block: Block, from place: Int) throws(FindingsError) {
        guard block.end - place < Self.rowLimit else { throw rowTooLong }
        rest.insert(contentsOf: block.bytes[place..<block.end], at: 0)
        searchedRest = rest.count
    }

    private var rowTooLong: FindingsError {
        FindingsError(FileFinding.rowTooLong, at: Location(file: input.file), [.expected: .count(Self.rowLimit)])
    }

    /// The offset after the last line ending in a range. A CR at the very end waits for its LF.
    private static func lastLineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, upTo end: Int) -> Int? {
        var place = end
        while place > start {
            let byte = bytes[place - 1]
            if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && place < end) { return place }
            place -= 1
        }
        return nil
    }
}
