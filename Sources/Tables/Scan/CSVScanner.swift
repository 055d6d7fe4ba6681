internal import CByteScan

/// One record of a CSV text, as the scanner delivers it.
package struct CSVRecord: Hashable, Sendable {
    /// Where its first byte is.
    package var start: UInt32
    /// The index of its first cell among all cell ends.
    package var firstCell: UInt32
    /// How many cells it has; an empty line has one empty cell.
    package var cellCount: UInt32
}

/// A violation of RFC 4180.
package struct CSVFault: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// A cell begins with a quote that is never closed.
        case unclosedQuote
        /// Something other than spaces stands between the closing quote and the end of the cell.
        case textAfterQuote
        /// Spaces precede a quote, so that it opens nothing.
        case spaceBeforeQuote
    }

    /// What kind of violation it is.
    package var kind: Kind
    /// The record, from 0, including empty lines.
    package var record: Int
    /// The cell in the record, from 0.
    package var cell: Int
    /// Where it is: the byte of the quote, or the first byte after the closing quote.
    package var offset: Int
}

/// Locates the ends of cells and records of a CSV text: a function from bytes and state to boundaries.
///
/// The text
///
/// ```
/// a;"b;c"\r\n
/// 1;2\n
/// ```
///
/// has the cell ends 1, 7, 10, 12 and the records (start 0, cells 0..<2) and (start 9, cells 2..<4): a cell begins
/// where its record begins or one byte after the end of the previous cell, and its first byte tells whether it is
/// quoted. So a cell costs four bytes, and its text is created only on demand.
///
/// A quote opens a quoted cell only as the first byte of the cell; anywhere else it is text. Inside, two quotes stand
/// for one. A record ends at CR, LF or CRLF outside quotes.
///
/// The state is small and carries over between calls, so that a text can be scanned stretch by stretch as it arrives.
/// No byte is scanned twice.
package struct CSVScanner: Sendable {
    /// The delimiter between cells.
    package let delimiter: UInt8
    /// The first byte not yet scanned.
    package private(set) var position: Int
    /// Where the incomplete record begins.
    package private(set) var recordStart: Int
    /// Records completed.
    package private(set) var recordCount = 0
    /// Cells completed.
    package private(set) var cellCount = 0
    /// Violations of the format, in text order.
    package private(set) var faults: [CSVFault] = []

    private var firstCellOfRecord = 0
    private var cellStart: Int
    /// Whether ``position`` is inside quotes.
    private var isInsideQuotes = false
    /// Whether the current cell began with a quote.
    private var isQuotedCell = false
    /// The position of the last quote that closes a cell, or is the first of a doubled quote.
    private var quoteEnd = -2
    /// The position of a LF that belongs to the CR before it.
    private var lineFeedToSkip = -1

    /// A scanner at the beginning of a text, or at `start` after a byte-order mark.
    package init(delimiter: UInt8, start: Int = 0) {
        self.delimiter = delimiter
        position = start
        recordStart = start
        cellStart = start
    }

    /// Whether a quote has been closed in a text held in memory.
    package var hasClosedQuote: Bool { quoteEnd >= 0 }

    /// Returns the faults seen so far and clears them, so that they do not accumulate in a stream.
    package mutating func takeFaults() -> [CSVFault] {
        defer { faults = [] }
        return faults
    }

    /// Scans the bytes from ``position`` up to `end`.
    /// - Parameters:
    ///   - bytes: The text; nothing from `end` on is read.
    ///   - ends: Receives the positions of the cells' ends; needs room for `end - position + 1`.
    ///   - records: Receives the complete records.
    /// - Returns: how many cell ends were written.
    package mutating func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, upTo end: Int, ends: UnsafeMutablePointer<UInt32>,
        records: inout [CSVRecord]
    ) -> Int {
        // In bounds: each sign among `end - position` bytes writes one cell end at most, and `ends` has room for one
        // more than that. A block of 64 is read where so many bytes are left before `end`; places of signs lie in the
        // block.
        guard let base = bytes.baseAddress else { return 0 }
        precondition(end <= bytes.count)
        let cellsBefore = cellCount
        var output = ends
        while position + 64 <= end {
            scanBlock(base, byte_scan_block(base + position, delimiter), &output, &records)
            position += 64
            cellCount = cellsBefore + (output - ends)
        }
        if position < end {
            // The last bytes go through a block of their own; NUL has no meaning in a table.
            let rest = end - position
            // In bounds: fewer than 64 bytes are left, which are copied into 64.
            let masks = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { block in
                block.initialize(repeating: 0)
                for index in 0..<rest { block[index] = base[position + index] }
                return block.baseAddress.map { byte_scan_block($0, delimiter) } ?? byte_scan_masks()
            }
            scanBlock(base, masks, &output, &records)
            position = end
            cellCount = cellsBefore + (output - ends)
        }
        return output - ends
    }

    /// Completes the last record when no line ending follows it.
    /// - Returns: how many cell ends were written, 0 or 1.
    package mutating func finish(
        _ bytes: UnsafeBufferPointer<UInt8>, ends: UnsafeMutablePointer<UInt32>, records: inout [CSVRecord]
    ) -> Int {
        // In bounds: one cell end is written; the bytes looked at lie between the last quote and `position`.
        guard position > recordStart, let base = bytes.baseAddress else { return 0 }
        let cell = cellCount - firstCellOfRecord
        if isInsideQuotes {
            report(.unclosedQuote, at: cellStart, cell: cell)
        } else {
            checkQuotedCell(base, at: position, cell: cell)
        }
        isInsideQuotes = false
        var output = ends
        endCell(base, at: position, &output)
        endRecord(at: position, nextStart: position, cells: cellCount + 1, &records)
        cellCount += 1
        return 1
    }

    // MARK: - One block

    @inline(__always)
    private mutating func scanBlock(
        _ base: UnsafePointer<UInt8>, _ masks: byte_scan_masks, _ output: inout UnsafeMutablePointer<UInt32>,
        _ records: inout [CSVRecord]
    ) {
        let lineEnds = masks.carriage_return | masks.line_feed
        if masks.quote == 0, !isQuotedCell {
            var signs = masks.delimiter | lineEnds
            if lineEnds == 0 {
                if signs == 0 { return }
                cellStart = position + 64 - signs.leadingZeroBitCount
                while signs != 0 {
                    output.pointee = UInt32(truncatingIfNeeded: position &+ signs.trailingZeroBitCount)
                    output += 1
                    signs &= signs &- 1
                }
            } else {
                let outputBefore = output
                while signs != 0 {
                    let bit = signs.trailingZeroBitCount
                    let place = position &+ bit
                    signs &= signs &- 1
                    if (lineEnds >> UInt64(bit)) & 1 == 0 {
                        output.pointee = UInt32(truncatingIfNeeded: place)
                        output += 1
                        cellStart = place + 1
                    } else if place == lineFeedToSkip, base[place] == UInt8(ascii: "\n") {
                        cellStart = place + 1
                        recordStart = place + 1
                    } else {
                        output.pointee = UInt32(truncatingIfNeeded: place)
                        output += 1
                        if base[place] == UInt8(ascii: "\r") { lineFeedToSkip = place + 1 }
                        endRecord(
                            at: place, nextStart: place + 1, cells: cellCount + (output - outputBefore), &records)
                    }
                }
            }
        } else if !isInsideQuotes || masks.quote != 0 {
            scanQuotedBlock(base, masks, &output, &records)
        }
    }

    /// A block with quotes, byte by byte.
    private mutating func scanQuotedBlock(
        _ base: UnsafePointer<UInt8>, _ masks: byte_scan_masks, _ output: inout UnsafeMutablePointer<UInt32>,
        _ records: inout [CSVRecord]
    ) {
        let outputBefore = output
        let lineEnds = masks.carriage_return | masks.line_feed
        var signs = masks.delimiter | masks.quote | lineEnds
        while signs != 0 {
            let bit = signs.trailingZeroBitCount
            let place = position &+ bit
            signs &= signs &- 1
            if (masks.quote >> UInt64(bit)) & 1 == 1 {
                if isInsideQuotes {
                    isInsideQuotes = false
                    quoteEnd = place
                } else if place == cellStart {
                    isInsideQuotes = true
                    isQuotedCell = true
                } else if quoteEnd == place - 1 {
                    isInsideQuotes = true
                } else if !isQuotedCell, onlySpaces(base, cellStart..<place) {
                    report(.spaceBeforeQuote, at: place, cell: cellCount + (output - outputBefore) - firstCellOfRecord)
                }
                continue
            }
            if isInsideQuotes { continue }
            if (lineEnds >> UInt64(bit)) & 1 == 0 {
                let cell = cellCount + (output - outputBefore) - firstCellOfRecord
                checkQuotedCell(base, at: place, cell: cell)
                endCell(base, at: place, &output)
            } else if place == lineFeedToSkip, base[place] == UInt8(ascii: "\n") {
                cellStart = place + 1
                recordStart = place + 1
            } else {
                let cell = cellCount + (output - outputBefore) - firstCellOfRecord
                checkQuotedCell(base, at: place, cell: cell)
                endCell(base, at: place, &output)
                if base[place] == UInt8(ascii: "\r") { lineFeedToSkip = place + 1 }
                endRecord(at: place, nextStart: place + 1, cells: cellCount + (output - outputBefore), &records)
            }
        }
    }

    // MARK: - Ends

    @inline(__always)
    private mutating func endCell(
        _ base: UnsafePointer<UInt8>, at place: Int, _ output: inout UnsafeMutablePointer<UInt32>
    ) {
        output.pointee = UInt32(truncatingIfNeeded: place)
        output += 1
        cellStart = place + 1
        isQuotedCell = false
    }

    @inline(__always)
    private mutating func endRecord(at place: Int, nextStart: Int, cells: Int, _ records: inout [CSVRecord]) {
        records.append(
            CSVRecord(
                start: UInt32(truncatingIfNeeded: recordStart),
                firstCell: UInt32(truncatingIfNeeded: firstCellOfRecord),
                cellCount: UInt32(truncatingIfNeeded: cells - firstCellOfRecord)))
        recordCount += 1
        firstCellOfRecord = cells
        recordStart = nextStart
        cellStart = nextStart
    }

    private mutating func checkQuotedCell(_ base: UnsafePointer<UInt8>, at place: Int, cell: Int) {
        guard isQuotedCell, quoteEnd != place - 1, !onlySpaces(base, quoteEnd + 1..<place) else { return }
        report(.textAfterQuote, at: quoteEnd + 1, cell: cell)
    }

    private func onlySpaces(_ base: UnsafePointer<UInt8>, _ range: Range<Int>) -> Bool {
        range.allSatisfy { base[$0] == UInt8(ascii: " ") || base[$0] == UInt8(ascii: "\t") }
    }

    private mutating func report(_ kind: CSVFault.Kind, at offset: Int, cell: Int) {
        faults.append(CSVFault(kind: kind, record: recordCount, cell: cell, offset: offset))
    }
}
