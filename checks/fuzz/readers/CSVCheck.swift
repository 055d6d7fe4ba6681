import Tables
import TestSupport
import Values

/// Tables: the scanner and the rows against a slow one, and what is read and written against what is read of it again.
enum CSVCheck {
    static func fault(_ bytes: [UInt8]) -> String? {
        for delimiter in TableDelimiter.allCases {
            if let fault = scannerFault(bytes, delimiter.byte) { return fault }
        }
        let others = TableOptions(
            delimiter: .comma, decimalSeparator: .point, groupSeparator: .none, roundingDigits: 2, findingLimit: 3)
        return tableFault(bytes, TableOptions()) ?? tableFault(bytes, others)
    }

    // MARK: - Scanner

    private static func scannerFault(_ bytes: [UInt8], _ delimiter: UInt8) -> String? {
        let expected = SlowScanner.scan(bytes, delimiter: delimiter)
        let (whole, pieces) = bytes.withUnsafeBufferPointer { buffer in
            (CSVCells(buffer, delimiter: delimiter), scannedInPieces(buffer, delimiter))
        }
        for (name, cells) in [("whole", whole), ("in pieces", pieces)] {
            let records = cells.records.map { record in
                (0..<Int(record.cellCount)).map { content(of: bytes[cells.rawRange(of: record, cell: $0)]) }
            }
            let found = ScannedText(records: records, faults: cells.faults)
            if found != expected { return "scanned \(name): \(found), not \(expected)" }
        }
        return nil
    }

    /// Scans stretches whose lengths the bytes decide.
    private static func scannedInPieces(_ bytes: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8) -> CSVCells {
        var scanner = CSVScanner(delimiter: delimiter)
        var cells = CSVCells()
        while true {
            let isLast = scanner.position == bytes.count
            let end = isLast ? bytes.count : min(bytes.count, scanner.position + 1 + Int(bytes[scanner.position]) % 80)
            // Exactly the room that the scanner asks for, and one for the last cell.
            let room = UnsafeMutablePointer<UInt32>.allocate(capacity: end - scanner.position + 1)
            defer { room.deallocate() }
            let count =
                isLast
                ? scanner.finish(bytes, ends: room, records: &cells.records)
                : scanner.scan(bytes, upTo: end, ends: room, records: &cells.records)
            cells.ends += UnsafeBufferPointer(start: room, count: count)
            if isLast { break }
        }
        cells.faults = scanner.takeFaults()
        return cells
    }

    /// The content of a cell by its bytes: quotes removed, doubled ones made single, text behind a closing one kept.
    private static func content(of raw: ArraySlice<UInt8>) -> [UInt8] {
        guard raw.first == quote else { return Array(raw) }
        var result: [UInt8] = []
        var rest = raw.dropFirst()
        while let byte = rest.popFirst() {
            if byte == quote {
                guard rest.first == quote else { return result + rest }
                rest.removeFirst()
            }
            result.append(byte)
        }
        return result
    }

    private static let quote = UInt8(ascii: "\"")

    // MARK: - Table

    private static func tableFault(_ bytes: [UInt8], _ options: TableOptions) -> String? {
        var table: Table
        do throws(FindingsError) {
            table = try Table(file: "t.csv", bytes: bytes, options: options)
        } catch {
            return refusalFault(error)
        }
        if table.findings.contains(where: { ($0.location.line ?? 1) < 1 || ($0.location.column ?? 1) < 1 }) {
            return "a place before the beginning: \(table.findings)"
        }
        if !table.isDecoded, let fault = rowsFault(table, bytes) { return fault }
        if !table.isDecoded, let fault = rereadFault(table) { return fault }
        table.settleNumbers(in: Array(0..<min(table.columnCount, 8)), asText: false)
        for row in 0..<table.rowCount {
            for column in 0..<table.columnCount {
                let isBlank = table.isBlank(row, column)
                if isBlank != table.text(row, column).isEmpty { return "row \(row), \(column): blank or not" }
                if isBlank != (table.number(row, column) == .blank) { return "row \(row), \(column): a blank number" }
            }
        }
        return nil
    }

    /// Each record is a row as it stands, or blank: none is lost.
    private static func rowsFault(_ table: Table, _ bytes: [UInt8]) -> String? {
        let slow = SlowScanner.scan(bytes[table.dataStart...], delimiter: table.dialect.delimiter.byte).records
        var next = 0
        for row in 0..<table.rowCount {
            let record = table.rowNumber(row) - table.headingNumber - 1
            guard record >= next, record < slow.count else { return "row \(row) is record \(record)" }
            for lost in slow[next..<record] where !isBlank(lost) { return "record \(lost) is no row" }
            next = record + 1
            if table.isBroken(row) { continue }
            for column in 0..<table.columnCount {
                let expected = column < slow[record].count ? slow[record][column] : []
                let found = table.bytes(row, column)
                // Spaces behind a closing quote are no content.
                if trimmed(found) != trimmed(expected[...]) {
                    return "row \(row), column \(column): \(found), not \(expected)"
                }
            }
            for more in slow[record].dropFirst(table.columnCount) where !isBlank([more]) {
                return "row \(row): \(more) is behind the heading, and not in the findings"
            }
        }
        for lost in slow[min(next, slow.count)...] where !isBlank(lost) { return "record \(lost) is no row" }
        return nil
    }

    private static func trimmed(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        cell.dropLast(cell.reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count)
    }

    private static func isBlank(_ record: [[UInt8]]) -> Bool {
        record.allSatisfy { cell in cell.allSatisfy { $0 == 0x20 || (9...13).contains($0) } }
    }

    /// What is written of a table reads as it stands.
    private static func rereadFault(_ table: Table) -> String? {
        let rows = table.usableRows.map { row in (0..<table.columnCount).map { table.text(row, $0) } }
        for style in [CSVWriter.Style.plain, .excelVietnamese] {
            var writer = CSVWriter(style)
            writer.writeRow(table.headings.map { .text($0) })
            for row in rows { writer.writeRow(row.map { .text($0) }) }
            let again: Table
            do throws(FindingsError) {
                again = try Table(
                    file: "t.csv", bytes: writer.bytes,
                    options: TableOptions(delimiter: style.delimiter, decimalSeparator: style.decimalSeparator))
            } catch {
                return "what was written is refused: \(error)"
            }
            // Text of old fonts is read as what it was meant to be, which a few more of its letters may reveal.
            if again.isDecoded { continue }
            if again.headings != table.headings { return "headings \(again.headings), not \(table.headings)" }
            if again.rowCount != rows.count { return "\(again.rowCount) rows, not \(rows.count)" }
            for (row, texts) in rows.enumerated() {
                let found = (0..<table.columnCount).map { again.text(row, $0) }
                if found != texts { return "row \(row): \(found), not \(texts)" }
            }
        }
        return nil
    }
}
