import TestSupport
import Values

@testable import Tables

func table(_ text: String, _ options: TableOptions = TableOptions()) throws(FindingsError) -> Table {
    try Table(file: "t.csv", bytes: Array(text.utf8), options: options)
}

/// The findings when no table can be made.
func refusal(_ bytes: [UInt8], _ options: TableOptions = TableOptions()) -> [Finding] {
    do {
        _ = try Table(file: "t.csv", bytes: bytes, options: options)
        return []
    } catch {
        return error.findings
    }
}

extension ScannedText {
    init(_ text: String, delimiter: Character) {
        let bytes = Array(text.utf8)
        self = bytes.withUnsafeBufferPointer { buffer in
            ScannedText(CSVCells(buffer, delimiter: delimiter.asciiValue ?? 0), in: buffer)
        }
    }

    init(_ cells: CSVCells, in buffer: UnsafeBufferPointer<UInt8>) {
        self.init(
            records: cells.records.map { record in
                (0..<Int(record.cellCount)).map { cell in
                    CSVCellContent.copy(of: cells.rawRange(of: record, cell: cell), in: buffer)
                }
            }, faults: cells.faults)
    }

    /// The records as texts.
    var texts: [[String]] { records.map { $0.map { String(decoding: $0, as: UTF8.self) } } }
}

extension Finding {
    /// `table.code@row:column`, to compare whole lists at a glance.
    var brief: String {
        [code + "@" + (location.line.map(String.init) ?? "-"), location.column.map(String.init)]
            .compactMap { $0 }.joined(separator: ":")
    }
}
