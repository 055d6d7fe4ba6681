internal import Values

/// Builds a ``Table``: dialect, heading, rows, and what is wrong with them.
struct TableReading {
    let file: String
    /// The name of the sheet; nil for a text file.
    private let sheet: String?
    let dialect: TableDialect
    let cells: CSVCells
    private(set) var headings: [String] = []
    private(set) var foldedHeadings: [String] = []
    /// What else each column may be called; empty where no heading has another name.
    private(set) var otherHeadings: [[String]] = []
    /// What stands over each column in a heading of several rows.
    private(set) var groups: [String?] = []
    /// The row of the heading, or the last of its rows.
    private(set) var headingRow = 1
    /// The records above it.
    private(set) var titleCount = 0
    private(set) var rows: [Table.Row] = []
    private(set) var brokenRows: [Int] = []

    /// Nil when no table can be made; the collector then has an error.
    // @before
    init?(
        _ file: String, _ bytes: UnsafeBufferPointer<UInt8>, from begin: Int, sheet: String?,
        options: TableOptions, collector: inout FindingCollector
    ) {
        let whole = Location(file: file, isTable: true, sheet: sheet)
        guard bytes.count <= FileInput.limit,
            let (found, start) = Self.dialect(
                bytes, from: begin, isSheet: sheet != nil, options: options, at: whole, collector: &collector)
        else { return nil }
        self.file = file
        self.sheet = sheet
        var (dialect, cells) = (found, CSVCells(bytes, delimiter: found.delimiter.byte, start: start))
        guard
            let heading = Self.heading(
                of: &cells, &dialect, in: bytes, from: start, options: options, at: whole, collector: &collector)
        else { return nil }
        (self.dialect, self.cells) = (dialect, cells)
        readHeading(heading, in: bytes, collector: &collector)
        let broken = reportFaults(from: heading.lowerBound, in: bytes, collector: &collector)
        readRows(after: heading.upperBound, in: bytes, broken: broken, collector: &collector)
        reportBlankHeadings(in: bytes, collector: &collector)
        reportDamage(in: bytes, collector: &collector)
    }

    private func location(_ row: Int, _ column: Int) -> Location {
        Location(file: file, line: row, column: column, isTable: true, sheet: sheet)
    }

    // MARK: - Dialect

    private static func dialect(
        _ bytes: UnsafeBufferPointer<UInt8>, from begin: Int, isSheet: Bool, options: TableOptions,
        at whole: Location, collector: inout FindingCollector
    ) -> (TableDialect, start: Int)? {
        if let separator = options.decimalSeparator, separator.rawValue == options.groupSeparator?.rawValue {
            collector.report(TableFinding.sameSeparators, at: whole, [.found: .text(separator.rawValue)])
            return nil
        }
        var start = begin
        var named: TableDelimiter?
        if !isSheet, let line = DelimiterDetection.separatorLine(bytes, from: begin) {
            if line.delimiter == nil, options.delimiter == nil {
                let found = Excerpt.of(bytes[begin..<line.nextStart].prefix { !Spaces.isWhite($0) })
                collector.report(
                    TableFinding.unknownSeparator, at: whole,
                    [.found: .text(found), .expected: .names(["sep=;", "sep=,", "sep=|", "sep=⇥"])])
                return nil
            }
            named = line.delimiter
            start = line.nextStart
        }
        let delimiter: (TableDelimiter, TableDialect.DelimiterReason) =
            isSheet
            ? (SheetText.delimiter, .sheet)
            : options.delimiter.map { ($0, .forced) } ?? named.map { ($0, .separatorLine) }
                ?? DelimiterDetection.detect(bytes, from: start)
        let implied = options.groupSeparator?.impliedDecimal
        let dialect = TableDialect(
            delimiter: delimiter.0, delimiterReason: delimiter.1,
            decimalSeparator: options.decimalSeparator ?? implied,
            decimalReason: options.decimalSeparator != nil ? .forced : implied != nil ? .groupForced : .none,
            groupSeparator: options.groupSeparator)
        return (dialect, start)
    }

    // MARK: - Heading

    private mutating func readHeading(
        _ place: ClosedRange<Int>, in bytes: UnsafeBufferPointer<UInt8>, collector: inout FindingCollector
    ) {
        headingRow = place.upperBound + 1
        titleCount = place.lowerBound
        let number = headingRow
        // What stands beside the table of a sheet has no heading.
        let wide = sheet == nil ? cells.records[place] : cells.records[place.lowerBound...]
        let count = Int(wide.reduce(0) { max($0, $1.cellCount) })
        headings.reserveCapacity(count)
        foldedHeadings.reserveCapacity(count)
        var firstColumns: [String: Int] = [:]
        let names = HeadingName.columns(of: cells, rows: place, count: count, in: bytes)
        if names.contains(where: { !$0.others.isEmpty }) { otherHeadings = names.map { $0.others } }
        if place.count > 1 { groups = names.map { $0.group } }
        for column in 0..<count {
            let heading = names[column].text
            let folded = CellText.key(heading)
            headings.append(heading)
            foldedHeadings.append(folded)
            if heading.isEmpty { continue }
            if TextHistory.isSpreadsheetError(heading) {
                collector.report(
                    TableFinding.spreadsheetError, at: location(number, column + 1), [.found: .text(heading)])
            }
            if let first = firstColumns[folded] {
                collector.report(
                    TableFinding.duplicateHeading, at: location(number, column + 1),
                    [.found: .text(Excerpt.of(heading)), .first: .location(location(number, first + 1))])
            } else {
                firstColumns[folded] = column
            }
        }
    }

    private func reportBlankHeadings(in bytes: UnsafeBufferPointer<UInt8>, collector: inout FindingCollector) {
        for column in headings.indices where headings[column].isEmpty {
            for row in rows where column < Int(row.record.cellCount) {
                let range = Spaces.trim(cells.rawRange(of: row.record, cell: column), in: bytes)
                if range.isEmpty || isClosing(row.record, in: bytes) { continue }
                collector.report(
                    TableFinding.blankHeading, at: location(headingRow, column + 1),
                    [
                        .found: .text(Excerpt.of(bytes[range])),
                        .first: .location(location(Int(row.number), column + 1)),
                    ])
                break
            }
        }
    }

    // MARK: - Rows

    /// Reports the scanner's faults; returns the records that have an error.
    private func reportFaults(
        from first: Int, in bytes: UnsafeBufferPointer<UInt8>, collector: inout FindingCollector
    ) -> Set<Int> {
        var broken: Set<Int> = []
        for fault in cells.faults where fault.record >= first {
            let code: TableFinding
            switch fault.kind {
            case .unclosedQuote: code = .unclosedQuote
            case .textAfterQuote: code = .textAfterQuote
            case .spaceBeforeQuote: code = .spaceBeforeQuote
            }
            if code.severity == .error { broken.insert(fault.record) }
            let record = cells.records[fault.record]
            let cell = cells.rawRange(of: record, cell: fault.cell)
            collector.report(
                code, at: location(fault.record + 1, fault.cell + 1), [.found: .text(Excerpt.of(bytes[cell]))])
        }
        return broken
    }

    /// Rows that are not as long as the heading and usable all the same; a table has one finding for each kind.
    private struct UnevenRows {
        var first: (row: Int, cells: Int)?
        var count = 0

        mutating func add(_ row: Int, cells: Int) {
            if first == nil { first = (row, cells) }
            count += 1
        }
    }

    private mutating func readRows(
        after heading: Int, in bytes: UnsafeBufferPointer<UInt8>, broken: Set<Int>,
        collector: inout FindingCollector
    ) {
        let delimiter = dialect.delimiter.byte
        let expected = headings.count
        var (short, long) = (UnevenRows(), UnevenRows())
        rows.reserveCapacity(cells.records.count - heading - 1)
        for index in (heading + 1)..<cells.records.count {
            let record = cells.records[index]
            if cells.isBlank(record, in: bytes, delimiter: delimiter) { continue }
            var isBroken = !broken.isEmpty && broken.contains(index)
            let found = Int(record.cellCount)
            if found > expected {
                if hasTooMany(record, row: index + 1, in: bytes, collector: &collector) {
                    isBroken = true
                } else {
                    long.add(index + 1, cells: found)
                }
            } else if found < expected, sheet == nil {
                // A program that leaves out blank cells still ends the row; a file that was cut off does not.
                let text = cells.rawRange(of: record)
                let isDoubtful = text.upperBound == bytes.count || isOfAnotherDialect(bytes[text], cells: found)
                if isDoubtful, !isClosing(record, in: bytes) {
                    isBroken = true
                    reportCutOff(record, row: index + 1, in: bytes, collector: &collector)
                } else if !isBroken {
                    short.add(index + 1, cells: found)
                }
            }
            if isBroken { brokenRows.append(rows.count) }
            rows.append(Table.Row(record: record, number: UInt32(truncatingIfNeeded: index + 1)))
        }
        for (rows, code, shift) in [(short, TableFinding.blankEndCells, 0), (long, .extraBlankCells, 1)] {
            guard let first = rows.first else { continue }
            collector.report(
                code, at: location(first.row, shift == 0 ? first.cells : expected + shift),
                [.found: .count(first.cells), .expected: .count(expected), .count: .count(rows.count)])
        }
    }

    /// Whether a row that is one cell here is as long as the heading with another delimiter: rows of two files in one.
    private func isOfAnotherDialect(_ row: Slice<UnsafeBufferPointer<UInt8>>, cells: Int) -> Bool {
        cells == 1
            && TableDelimiter.allCases.contains { other in
                other != dialect.delimiter && row.count { $0 == other.byte } == headings.count - 1
            }
    }

    /// Whether a row is what stands below a table. Only a text can be: rows of figures are not looked at.
    private func isClosing(_ record: CSVRecord, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var found = false
        for column in 0..<Int(record.cellCount) {
            let text = CellText.text(of: cells.rawRange(of: record, cell: column), in: bytes)
            if text.isEmpty { continue }
            if text.utf8.contains(where: { $0 &- 0x30 < 10 }), text.utf8.count < 16 { return false }
            found = found || OfficeRow.isClosing(text)
        }
        return found
    }

    private func reportCutOff(
        _ record: CSVRecord, row: Int, in bytes: UnsafeBufferPointer<UInt8>, collector: inout FindingCollector
    ) {
        let found = Int(record.cellCount)
        collector.report(
            TableFinding.tooFewCells, at: location(row, found),
            [
                .found: .count(found), .expected: .count(headings.count),
                .text: .text(Excerpt.of(bytes[cells.rawRange(of: record)])),
            ])
    }

    /// Whether a row with more cells than the heading has content in those, which is then reported.
    private func hasTooMany(
        _ record: CSVRecord, row: Int, in bytes: UnsafeBufferPointer<UInt8>, collector: inout FindingCollector
    ) -> Bool {
        let (found, expected) = (Int(record.cellCount), headings.count)
        var details: FindingDetails = [.found: .count(found), .expected: .count(expected)]
        let extra = (expected..<found).first { column in
            !Spaces.trim(cells.rawRange(of: record, cell: column), in: bytes).isEmpty
        }
        // An unquoted decimal comma shifts the cells after it, even if the last of them are blank.
        let isShifted = dialect.delimiter == .comma && hasDividedNumber(record, in: bytes)
        if isShifted { details[.suggestion] = .term(.quotedDecimalComma) }
        guard let extra = extra ?? (isShifted ? expected : nil), !isClosing(record, in: bytes) else { return false }
        details[.text] = .text(Excerpt.of(bytes[cells.rawRange(of: record, cell: extra)]))
        collector.report(TableFinding.tooManyCells, at: location(row, expected + 1), details)
        return true
    }

    /// Whether two neighbouring cells hold only digits, as `99,5` does when its comma counts as a delimiter.
    private func hasDividedNumber(_ record: CSVRecord, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var previous = false
        for column in 0..<Int(record.cellCount) {
            let range = cells.rawRange(of: record, cell: column)
            let digits = !range.isEmpty && range.allSatisfy { bytes[$0] &- UInt8(ascii: "0") < 10 }
            if digits, previous { return true }
            previous = digits
        }
        return false
    }
}
