import Annexes
import CZlib
import Tables
import Values
import Workbooks

/// Workbooks, documents and annexes.
///
/// Bytes that begin as a zip archive are read as they are. A text is made into an archive whose parts it has, each behind
/// a line `== NAME`: its checksums are right, so that what is read gets further than the archive.
enum PackageCheck {
    // MARK: - Workbooks

    static func workbookFault(_ bytes: [UInt8]) -> String? {
        let bytes = archive(bytes)
        do throws(FindingsError) {
            let book = try Workbook(file: "t.xlsx", bytes: bytes)
            for position in book.sheets.indices {
                if let fault = fault(of: book, position) { return fault }
            }
        } catch {
            if let fault = refusalFault(error) { return fault }
        }
        do throws(FindingsError) {
            let table = try Table(file: "t.xlsx", bytes: bytes)
            for row in 0..<min(table.rowCount, mostCells / max(table.columnCount, 1)) {
                for column in 0..<table.columnCount { _ = (table.text(row, column), table.number(row, column)) }
            }
            return nil
        } catch {
            return refusalFault(error)
        }
    }

    /// What is wrong with a sheet: its cells are in order, each is found where it is, and they fill what the sheet says.
    private static func fault(of book: Workbook, _ position: Int) -> String? {
        let sheet: Sheet
        do throws(FindingsError) {
            sheet = try book.sheet(position)
        } catch {
            return refusalFault(error)
        }
        if sheet.name != book.sheets[position].name { return "\(sheet.name) is not \(book.sheets[position].name)" }
        // A few bytes may stand for millions of cells.
        if sheet.cellCount > mostCells { return nil }
        var (row, count, widest) = (0, 0, 0)
        for index in 0..<sheet.filledRowCount {
            guard sheet.rowNumber(index) > row else { return "row \(row) before \(sheet.rowNumber(index))" }
            row = sheet.rowNumber(index)
            var column = 0
            for cell in sheet.cells(ofRow: index) {
                guard cell.row == row, cell.column > column else { return "column \(column) before \(cell.column)" }
                (column, count) = (cell.column, count + 1)
                guard let found = sheet.cell(row: row, column: column), found.text == cell.text else {
                    return "no cell \(row), \(column)"
                }
            }
            widest = max(widest, column)
        }
        guard count == sheet.cellCount, row == sheet.rowCount, widest == sheet.columnCount else {
            let stated = (sheet.cellCount, sheet.rowCount, sheet.columnCount)
            return "\(count) cells, \(row) rows and \(widest) columns, not \(stated)"
        }
        _ = (sheet.hiddenRows, sheet.hiddenFilledColumns)
        return nil
    }

    private static let mostCells = 20_000

    // MARK: - Documents

    static func documentFault(_ bytes: [UInt8]) -> String? {
        let bytes = archive(bytes)
        do throws(FindingsError) {
            let document = try WordDocument(file: "phu-luc-2026.docx", bytes: bytes)
            for case .table(let rows) in document.blocks {
                for (before, row) in zip(rows, rows.dropFirst()) where before.number >= row.number {
                    return "row \(before.number) before \(row.number)"
                }
            }
        } catch {
            if let fault = refusalFault(error) { return fault }
        }
        return annexFault(ofFile: bytes, "phu-luc-2026.docx")
    }

    // MARK: - Annexes

    static func annexFault(_ bytes: [UInt8]) -> String? { annexFault(ofFile: bytes, "phu-luc-2026.txt") }

    /// What is wrong with how an annex is read: the file that is made of it can be shown.
    private static func annexFault(ofFile bytes: [UInt8], _ file: String) -> String? {
        do throws(FindingsError) {
            let read = try AnnexImport(AnnexTable(file: file, bytes: bytes), AnnexSettings(texts: texts))
            if let fault = findingsFault(read.findings, isRefused: false) { return fault }
            return CriteriaCheck.fault(Array(read.json.utf8), allowsOpenPoints: true, mustBeRead: true)
        } catch {
            return refusalFault(error)
        }
    }

    private static let texts = AnnexTexts(
        level: LocalizedText(vi: "Đơn vị"), assumptions: [LocalizedText(vi: "Giả định")],
        withoutPoints: LocalizedText(vi: "Không có điểm"), moreIsAsGood: { LocalizedText(vi: "Trên \($0)") })

    // MARK: - Archives

    /// The archive that bytes stand for.
    static func archive(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.starts(with: mark) else { return bytes }
        var (result, contents): ([UInt8], [UInt8]) = ([], [])
        var count = 0
        for (name, data) in parts(of: bytes) {
            let sum = data.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
            let sizes = number(Int(sum), 4) + number(data.count, 4) + number(data.count, 4) + number(name.count, 2)
            contents +=
                number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + number(0, 8) + sizes + number(0, 12)
                + number(result.count, 4) + name
            result += number(0x0403_4B50, 4) + number(20, 2) + number(0, 8) + sizes + number(0, 2) + name + data
            count += 1
        }
        return result + contents + number(0x0605_4B50, 4) + number(0, 4) + number(count, 2) + number(count, 2)
            + number(contents.count, 4) + number(result.count, 4) + number(0, 2)
    }

    private static let mark = Array("== ".utf8)

    private static func parts(of bytes: [UInt8]) -> [(name: ArraySlice<UInt8>, data: [UInt8])] {
        var parts: [(name: ArraySlice<UInt8>, data: [UInt8])] = []
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if line.starts(with: mark) {
                parts.append((line.dropFirst(mark.count), []))
            } else {
                let last = parts.count - 1
                if !parts[last].data.isEmpty { parts[last].data.append(UInt8(ascii: "\n")) }
                parts[last].data += line
            }
        }
        return parts
    }

    private static func number(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}
