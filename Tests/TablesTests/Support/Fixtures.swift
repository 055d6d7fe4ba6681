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

/// The content of a scanned text, in comparable form.
struct ScannedText: Equatable {
    /// Records of cells without their quotes; an empty line has one empty cell.
    var records: [[String]]
    var faults: [CSVFault]

    init(records: [[String]], faults: [CSVFault]) {
        self.records = records
        self.faults = faults
    }

    init(_ text: String, delimiter: Character) {
        let bytes = Array(text.utf8)
        self = bytes.withUnsafeBufferPointer { buffer in
            ScannedText(CSVCells(buffer, delimiter: delimiter.asciiValue ?? 0), in: buffer)
        }
    }

    init(_ cells: CSVCells, in buffer: UnsafeBufferPointer<UInt8>) {
        faults = cells.faults
        records = cells.records.map { record in
            (0..<Int(record.cellCount)).map { cell in
                let raw = cells.rawRange(of: record, cell: cell)
                return String(decoding: CSVCellContent.copy(of: raw, in: buffer), as: UTF8.self)
            }
        }
    }
}

extension Finding {
    /// `table.code@row:column`, to compare whole lists at a glance.
    var brief: String {
        [code + "@" + (location.line.map(String.init) ?? "-"), location.column.map(String.init)]
            .compactMap { $0 }.joined(separator: ":")
    }
}
