package import Values
package import Workbooks

/// Finds the sheet of a workbook that is meant: by its name, otherwise by what it holds, otherwise the only one with
/// content. What is not read is said.
package struct SheetChoice {
    private let book: Workbook
    private let name: String?
    /// Those of several sheets that may be meant.
    private let fitting: ([Sheet]) -> [Sheet]

    /// Chooses by a name or, of several sheets, by whether they hold what is wanted.
    package init(_ book: Workbook, named name: String?, where fits: @escaping (Sheet) -> Bool) {
        (self.book, self.name) = (book, name)
        fitting = { $0.filter(fits) }
    }

    /// Chooses by a name or, of several sheets, by their headings.
    init(_ book: Workbook, options: TableOptions) {
        (self.book, name) = (book, options.sheet)
        fitting = { Self.fitting($0, options.headings) }
    }

    /// - Throws: ``FindingsError`` with `workbook.unknownSheet`, `workbook.empty`, `workbook.severalSheets`, or why a
    ///   sheet cannot be read.
    package func sheet(into collector: inout FindingCollector) throws(FindingsError) -> Sheet {
        let sheet = if let name { try self.sheet(named: name) } else { try found(&collector) }
        report(sheet, into: &collector)
        return sheet
    }

    private var whole: Location { Location(file: book.file, isTable: true) }

    private func sheet(named name: String) throws(FindingsError) -> Sheet {
        let names = book.sheets.map { $0.name }
        let position = names.firstIndex(of: name) ?? names.firstIndex { CellText.key($0) == CellText.key(name) }
        if let position { return try book.sheet(position) }
        var details: FindingDetails = [.found: .text(name), .expected: .names(names)]
        details[.suggestion] = Spelling.closest(to: name, among: names).map { .text($0) }
        throw FindingsError(WorkbookFinding.unknownSheet, at: whole, details)
    }

    private func found(_ collector: inout FindingCollector) throws(FindingsError) -> Sheet {
        var filled: [Sheet] = []
        for position in book.sheets.indices {
            let sheet = try book.sheet(position)
            if !sheet.isEmpty { filled.append(sheet) }
        }
        let visible = filled.filter { !$0.isHidden }
        let candidates = visible.isEmpty ? filled : visible
        let fitting = candidates.count > 1 ? fitting(candidates) : candidates
        if fitting.count > 1 {
            throw FindingsError(WorkbookFinding.severalSheets, at: whole, [.found: .names(fitting.map { $0.name })])
        }
        guard let sheet = fitting.first ?? candidates.first else {
            throw FindingsError(WorkbookFinding.empty, at: whole)
        }
        let others = filled.map({ $0.name }).filter { $0 != sheet.name }
        if !others.isEmpty {
            collector.report(
                WorkbookFinding.otherSheets, at: whole, [.found: .text(sheet.name), .other: .names(others)])
        }
        return sheet
    }

    /// The sheets of which one of the first rows has a heading for each column that is needed, and most of those known.
    private static func fitting(_ sheets: [Sheet], _ known: KnownHeadings?) -> [Sheet] {
        guard let known else { return sheets }
        let fits = sheets.map { sheet in
            (0..<min(sheet.filledRowCount, HeadingSearch.rowLimit)).map {
                known.fit(sheet.cells(ofRow: $0).map { $0.text })
            }
            .max() ?? KnownHeadings.Fit()
        }
        guard let best = fits.max(), best.isComplete else { return [] }
        return zip(sheets, fits).filter { !($0.1 < best) }.map { $0.0 }
    }

    private func report(_ sheet: Sheet, into collector: inout FindingCollector) {
        func place(row: Int? = nil, column: Int? = nil) -> Location {
            Location(file: book.file, line: row, column: column, isTable: true, sheet: sheet.name)
        }
        if sheet.isHidden {
            collector.report(WorkbookFinding.hiddenSheet, at: place(), [.found: .text(sheet.name)])
        }
        let (rows, columns) = (sheet.hiddenRows, sheet.hiddenFilledColumns)
        if let first = rows.first {
            collector.report(WorkbookFinding.hiddenRows, at: place(row: first), [.count: .count(rows.count)])
        }
        if let first = columns.first {
            collector.report(
                WorkbookFinding.hiddenColumns, at: place(row: 1, column: first), [.count: .count(columns.count)])
        }
    }
}

/// The file of a table, with the sheet of a workbook where one is named: `figures.xlsx#Quý 1`.
package struct TablePath: Hashable, Sendable {
    package let file: String
    package let sheet: String?

    /// The endings of workbooks.
    package static let workbooks = [".xlsx", ".ods"]

    /// The files of a folder that may hold the table of a name, text first: `units.csv`, `units.xlsx`, `units.ods`.
    package static func candidates(_ name: String, in folder: String) -> [String] {
        ([".csv"] + workbooks).map { folder + "/" + name + $0 }
    }

    package init(_ path: String) {
        let lowered = path.lowercased()
        for ending in Self.workbooks {
            guard lowered.utf8.count == path.utf8.count, let place = Self.end(of: ending + "#", in: lowered) else {
                continue
            }
            let end = path.utf8.index(path.startIndex, offsetBy: place - 1)
            if FileInput.exists(path) { break }
            (file, sheet) = (String(path[..<end]), String(path[path.utf8.index(after: end)...]))
            return
        }
        (file, sheet) = (path, nil)
    }

    /// How many bytes of a text end with the first occurrence of a word.
    private static func end(of word: String, in text: String) -> Int? {
        let (letters, wanted) = (Array(text.utf8), Array(word.utf8))
        guard letters.count >= wanted.count else { return nil }
        return (0...letters.count - wanted.count).first { letters[$0...].starts(with: wanted) }.map {
            $0 + wanted.count
        }
    }
}
