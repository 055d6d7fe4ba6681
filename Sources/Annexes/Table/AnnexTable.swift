public import Values
internal import Tables
internal import Workbooks

/// The rows of an annex from a workbook, a document of Word, CSV, Markdown or text that was copied from a document.
public struct AnnexTable: Sendable {
    /// The file, as the user specified it.
    public let file: String
    /// What was noticed on the way, such as hidden rows that are read.
    public private(set) var warnings: [Finding] = []
    let rows: [AnnexRow]
    /// The sheet of a workbook.
    private let sheet: String?
    /// Whether lines and columns are those of a table.
    private let isTable: Bool

    /// Reads the bytes of a file.
    ///
    /// - Parameter sheet: The sheet of a workbook; by default the one with the headings of an annex.
    /// - Throws: ``FindingsError`` where the file cannot be read.
    ///
    /// Complexity: O(bytes unpacked).
    public init(file: String, bytes: [UInt8], sheet: String? = nil) throws(FindingsError) {
        self.file = file
        if WordDocument.isMeant(bytes) {
            rows = Self.rows(of: try WordDocument(file: file, bytes: bytes))
            (self.sheet, isTable) = (nil, true)
        } else if Workbook.isMeant(bytes) {
            var collector = FindingCollector(limit: 20, rest: TableFinding.moreFindings)
            let choice = SheetChoice(try Workbook(file: file, bytes: bytes), named: sheet) { sheet in
                AnnexReader.read(Self.rows(of: sheet)).headingLine != nil
            }
            let found = try choice.sheet(into: &collector)
            (rows, self.sheet, isTable) = (Self.rows(of: found), found.name, true)
            warnings = collector.findings
        } else {
            let text = try Self.text(of: bytes, file: file)
            self.sheet = nil
            (rows, isTable) = try Self.rows(of: text, file: file, bytes: bytes)
        }
    }

    /// A place in the file.
    func location(_ place: AnnexPlace) -> Location {
        Location(
            file: file, line: place.line, column: place.column, isTable: isTable, sheet: sheet, table: place.table)
    }

    // MARK: - Documents and workbooks

    private static func rows(of document: WordDocument) -> [AnnexRow] {
        var (rows, tables): ([AnnexRow], Int) = ([], 0)
        for block in document.blocks {
            switch block {
            case .paragraph(let text):
                for line in text.split(whereSeparator: { $0.isNewline }) {
                    rows.append(AnnexRow(line: rows.count + 1, prose: String(line)))
                }
            case .table(let table):
                tables += 1
                for row in table {
                    let cells = row.cells.map { AnnexRow.Cell(text: $0.text, isRepeated: $0.continuesAbove) }
                    rows.append(AnnexRow(line: row.number, cells, table: tables, hidden: row.hidden))
                }
            }
        }
        return rows
    }

    private static func rows(of sheet: Sheet) -> [AnnexRow] {
        var rows: [AnnexRow] = []
        var above: [Int: String] = [:]
        for index in 0..<sheet.filledRowCount {
            var cells: [AnnexRow.Cell] = []
            var texts: [Int: String] = [:]
            for cell in sheet.cells(ofRow: index) {
                while cells.count < cell.column - 1 { cells.append(AnnexRow.Cell(text: "")) }
                // What a merged cell shows counts for the rows below it, and not for the columns beside it.
                let continuesAbove = cell.isRepeated && above[cell.column] == cell.text
                let isShown = continuesAbove || !cell.isRepeated
                if isShown { texts[cell.column] = cell.text }
                var isNumber = false
                if case .number = cell.value { isNumber = true }
                cells.append(
                    AnnexRow.Cell(text: isShown ? cell.text : "", isRepeated: continuesAbove, isNumber: isNumber))
            }
            above = texts
            rows.append(AnnexRow(line: sheet.rowNumber(index), cells))
        }
        return rows
    }

    // MARK: - Text

    private static func text(of bytes: [UInt8], file: String) throws(FindingsError) -> String {
        let start = try TextEncoding.check(bytes, file: file)
        return String(decoding: bytes[start...], as: UTF8.self)
    }

    /// The rows in the form in which an annex is found, and whether they are those of a table: tabs, Markdown, CSV, or
    /// columns kept apart by spaces.
    private static func rows(
        of text: String, file: String, bytes: [UInt8]
    ) throws(FindingsError) -> ([AnnexRow], isTable: Bool) {
        // A semicolon in a name may divide the cells of a row that commas divide: the form with most criteria is meant.
        var best = (rows: AnnexText.rows(text), isTable: false, count: 0)
        best.count = AnnexReader.read(best.rows).nodes.count
        func consider(_ rows: [AnnexRow], isTable: Bool) {
            // Without a second column there is no heading, and so no criteria.
            guard rows.contains(where: { $0.cells.count > 1 }) else { return }
            let count = AnnexReader.read(rows).nodes.count
            if count > best.count { best = (rows, isTable, count) }
        }
        consider(AnnexText.markdownRows(text), isTable: false)
        var failure: FindingsError?
        for delimiter in TableDelimiter.allCases {
            do throws(FindingsError) {
                let rows = try TextRows.read(file: file, bytes: bytes, delimiter: delimiter).map {
                    AnnexRow(line: $0.row, cells: $0.cells)
                }
                consider(rows, isTable: true)
            } catch {
                failure = error
            }
        }
        if best.count == 0 { consider(AnnexText.spacedRows(text), isTable: false) }
        if best.count == 0, let failure { throw failure }
        return (best.rows, best.isTable)
    }
}

extension AnnexText {
    /// The rows of a text copied from a document: lines with tabs, and prose.
    static func rows(_ text: String) -> [AnnexRow] {
        lines(of: text) { line in
            line.contains("\t") ? line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) : nil
        }
    }

    /// The rows of tables in Markdown.
    static func markdownRows(_ text: String) -> [AnnexRow] {
        lines(of: text) { line in
            var cells: [String] = [""]
            var isEscaped = false
            for character in line.drop(while: { $0.isWhitespace }) {
                if character == "|", !isEscaped {
                    cells.append("")
                } else if character != "\\" || isEscaped {
                    cells[cells.count - 1].append(character)
                }
                isEscaped = character == "\\" && !isEscaped
            }
            guard cells.count > 2, cells[0].isEmpty else { return nil }
            cells.removeFirst()
            if cells.last?.allSatisfy({ $0.isWhitespace }) ?? false { cells.removeLast() }
            // The line that divides the heading from the rows.
            let isRule = cells.allSatisfy { cell in
                cell.contains("-") && cell.allSatisfy { "-: ".contains($0) }
            }
            return isRule ? [] : cells
        }
    }

    /// The rows of a text whose columns are kept apart by two spaces or more.
    static func spacedRows(_ text: String) -> [AnnexRow] {
        lines(of: text) { line in
            var cells: [String] = [""]
            var spaces = 0
            for character in line {
                if character == " " {
                    spaces += 1
                    continue
                }
                if spaces > 1 { cells.append("") } else if spaces == 1 { cells[cells.count - 1] += " " }
                cells[cells.count - 1].append(character)
                spaces = 0
            }
            return cells.count > 1 ? cells : nil
        }
    }

    private static func lines(of text: String, _ cells: (Substring) -> [String]?) -> [AnnexRow] {
        text.split(omittingEmptySubsequences: false, whereSeparator: { $0.isNewline }).enumerated().compactMap {
            index, line in
            if let cells = cells(line) { return cells.isEmpty ? nil : AnnexRow(line: index + 1, cells: cells) }
            return line.allSatisfy { $0.isWhitespace } ? nil : AnnexRow(line: index + 1, prose: String(line))
        }
    }
}
