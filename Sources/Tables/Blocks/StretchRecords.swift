internal import Values

/// The rows that begin in a stretch of a block, found by the project's only scanner.
package struct StretchRecords {
    /// The rows and their cells.
    package private(set) var cells = CSVCells()
    /// What is wrong with rows, by their position among ``cells``; spaces before a quote are no fault.
    package private(set) var broken: [Int: CSVFault] = [:]
    /// Whether the last row ends with the file, without a line ending: it was cut off, or its line ending was.
    package private(set) var isOpenAtEnd = false
    /// Where the next row begins: the start of the stretch where no row is complete in the block.
    package private(set) var next = 0

    /// Makes room for rows, which is used again with every stretch.
    package init() {}

    /// Finds the rows of a stretch.
    /// - Parameters:
    ///   - bytes: The block.
    ///   - start: Where the first row begins.
    ///   - stretch: How many bytes are scanned; more where not even one row is complete in them.
    ///   - end: After the line ending that seems to end the block's last row.
    ///   - isLast: Whether the file ends here.
    package mutating func find(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int, stretch: Int, upTo end: Int, isLast: Bool,
        delimiter: UInt8
    ) {
        var scanner = CSVScanner(delimiter: delimiter, start: start)
        cells.ends.removeAll(keepingCapacity: true)
        cells.records.removeAll(keepingCapacity: true)
        var stop = min(start + stretch, end)
        while true {
            let room = stop - scanner.position + 1
            // In bounds: the scanner needs as many places as bytes and one more; what it wrote is copied before
            // `finish` writes one.
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: room) { scratch in
                guard let output = scratch.baseAddress else { return }
                var count = scanner.scan(bytes, upTo: stop, ends: output, records: &cells.records)
                cells.ends.append(contentsOf: UnsafeBufferPointer(start: output, count: count))
                if stop == end, isLast {
                    count = scanner.finish(bytes, ends: output, records: &cells.records)
                    cells.ends.append(contentsOf: UnsafeBufferPointer(start: output, count: count))
                }
            }
            if !cells.records.isEmpty || stop == end { break }
            stop = min(stop + (stop - start), end)
        }
        let faults = scanner.takeFaults().filter { $0.kind != .spaceBeforeQuote }
        broken =
            faults.isEmpty
            ? [:] : Dictionary(faults.map { ($0.record, $0) }, uniquingKeysWith: { first, _ in first })
        isOpenAtEnd = isLast && stop == end && end > 0 && !Self.isLineEnd(bytes[end - 1])
        if isLast, stop == end {
            next = end
            return
        }
        // The stretch may end between CR and LF, which belong together.
        next = scanner.recordStart
        let isDivided =
            next > start && next < end && bytes[next - 1] == UInt8(ascii: "\r") && bytes[next] == UInt8(ascii: "\n")
        if isDivided { next += 1 }
    }

    /// Whether a byte ends a line.
    @inlinable package static func isLineEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
}
