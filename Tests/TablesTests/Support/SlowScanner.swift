@testable import Tables

/// A second scanner, written for readability: character by character, with a one-word state.
enum SlowScanner {
    private enum State { case cellStart, plain, quoted, afterQuote, afterQuoteText }

    static func scan(_ text: String, delimiter: Character) -> ScannedText {
        let bytes = Array(text.utf8)
        let separator = delimiter.asciiValue ?? 0
        var records: [[String]] = []
        var record: [String] = []
        var faults: [CSVFault] = []
        var cell: [UInt8] = []
        var cellStart = 0
        var tail: [UInt8] = []  // after a closing quote
        var tailStart = 0
        var state = State.cellStart
        var index = 0

        func report(_ kind: CSVFault.Kind, _ offset: Int) {
            faults.append(CSVFault(kind: kind, record: records.count, cell: record.count, offset: offset))
        }
        func endCell(next: Int) {
            if state == .afterQuoteText, tail.contains(where: { $0 != 32 && $0 != 9 }) {
                report(.textAfterQuote, tailStart)
            }
            record.append(String(decoding: cell + tail, as: UTF8.self))
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
