package import Tables

/// The content of a scanned text, in comparable form.
package struct ScannedText: Equatable {
    /// Records of cells without their quotes; an empty line has one empty cell.
    package var records: [[[UInt8]]]
    package var faults: [Fault]

    package struct Fault: Equatable {
        package var kind: CSVFault.Kind
        package var record: Int
        package var cell: Int
        package var offset: Int
    }

    package init(records: [[[UInt8]]], faults: [Fault]) {
        self.records = records
        self.faults = faults
    }

    package init(records: [[[UInt8]]], faults: [CSVFault]) {
        self.init(
            records: records,
            faults: faults.map { Fault(kind: $0.kind, record: $0.record, cell: $0.cell, offset: $0.offset) })
    }
}

/// A second scanner, written for readability: character by character, with a one-word state.
package enum SlowScanner {
    private enum State { case cellStart, plain, quoted, afterQuote, afterQuoteText }

    package static func scan(_ bytes: some Sequence<UInt8>, delimiter separator: UInt8) -> ScannedText {
        let bytes = Array(bytes)
        var records: [[[UInt8]]] = []
        var record: [[UInt8]] = []
        var faults: [ScannedText.Fault] = []
        var cell: [UInt8] = []
        var cellStart = 0
        var tail: [UInt8] = []  // after a closing quote
        var tailStart = 0
        var state = State.cellStart
        var index = 0

        func report(_ kind: CSVFault.Kind, _ offset: Int) {
            faults.append(ScannedText.Fault(kind: kind, record: records.count, cell: record.count, offset: offset))
        }
        func endCell(next: Int) {
            if state == .afterQuoteText, tail.contains(where: { $0 != 32 && $0 != 9 }) {
                report(.textAfterQuote, tailStart)
            }
            record.append(cell + tail)
            (cell, tail, cellStart, state) = ([], [], next, .cellStart)
        }
        func endRecord() {
            records.append(record)
            record = []
        }

        while index < bytes.count {
            let byte = bytes[index]
            let isEnd = byte == 10 || byte == 13
            switch state {
            case .quoted:
                if byte == 34 { state = .afterQuote } else { cell.append(byte) }
            case .afterQuote where byte == 34:
                cell.append(34)
                state = .quoted
            default:
                if byte == separator {
                    endCell(next: index + 1)
                } else if isEnd {
                    if byte == 13, index + 1 < bytes.count, bytes[index + 1] == 10 { index += 1 }
                    endCell(next: index + 1)
                    endRecord()
                } else if state == .cellStart, byte == 34 {
                    state = .quoted
                } else if state == .afterQuote || state == .afterQuoteText {
                    if state == .afterQuote { tailStart = index }
                    tail.append(byte)
                    state = .afterQuoteText
                } else {
                    if byte == 34, cell.allSatisfy({ $0 == 32 || $0 == 9 }) { report(.spaceBeforeQuote, index) }
                    cell.append(byte)
                    state = .plain
                }
            }
            index += 1
        }
        if state != .cellStart || !record.isEmpty {
            if state == .quoted { report(.unclosedQuote, cellStart) }
            endCell(next: index)
            endRecord()
        }
        return ScannedText(records: records, faults: faults)
    }
}
