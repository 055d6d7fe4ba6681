internal import Values

/// Finds the rows of the heading in a table that offices keep: below title lines, and of two or three rows where several
/// columns belong together.
struct HeadingSearch {
    private let cells: CSVCells
    // In bounds: the cells are those of these bytes; the search ends before whoever holds them lets go.
    private let bytes: UnsafeBufferPointer<UInt8>
    private let known: KnownHeadings
    private let delimiter: UInt8

    /// How many rows with content are looked at.
    static let rowLimit = 40
    private static let fillers: Set<String> = ["Response", "Open-Ended Response"]
    /// Rows of one heading.
    private static let levels = 3

    init(_ cells: CSVCells, _ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, known: KnownHeadings) {
        (self.cells, self.bytes, self.delimiter, self.known) = (cells, bytes, delimiter, known)
    }

    /// The texts of a record.
    func texts(_ record: Int) -> [String] {
        let record = cells.records[record]
        return (0..<Int(record.cellCount)).map { CellText.text(of: cells.rawRange(of: record, cell: $0), in: bytes) }
    }

    func isBlank(_ record: Int) -> Bool { cells.isBlank(cells.records[record], in: bytes, delimiter: delimiter) }

    // MARK: - The row

    struct Found {
        var record: Int
        var fit: KnownHeadings.Fit
        /// Another row that is the heading just as well.
        var other: Int?
    }

    /// The row that has most of the known headings; nil where none has two of them, or all that are needed.
    func row() -> Found? {
        var best: Found?
        var seen = 0
        for record in cells.records.indices where !isBlank(record) {
            seen += 1
            if seen > Self.rowLimit { break }
            let texts = texts(record)
            let fit = known.fit(texts)
            guard fit.isComplete && texts.count(where: { !$0.isEmpty }) > 1 || fit.known > 1 else { continue }
            if let found = best {
                if fit < found.fit { continue }
                if !(found.fit < fit) {
                    // The heading repeats on every page, and the names of merged cells in its second row.
                    let isOther = found.other == nil && fit.isComplete && record > found.record + 1
                    if isOther, texts != self.texts(found.record) { best?.other = record }
                    continue
                }
            }
            best = Found(record: record, fit: fit)
        }
        return best
    }

    // MARK: - Its levels

    /// The rows of the heading to which a record belongs.
    func rows(around record: Int) -> ClosedRange<Int> {
        var (first, last) = (record, record)
        var top = texts(record)
        // Names of groups stand above the row with the names of columns where these are not merged.
        while first > 0, last - first < Self.levels - 1, !isBlank(first - 1) {
            let above = texts(first - 1)
            guard isGroup(above, over: top) else { break }
            first -= 1
            top = above
        }
        // What stands over each column, in whichever row.
        var keys = top
        for row in first + 1..<max(first + 1, last + 1) { keys = Self.filled(keys, from: texts(row)) }
        while last + 1 < min(first + Self.levels, cells.records.count), !isBlank(last + 1) {
            // What some form tools write below a question that has one column says nothing.
            let row = texts(last + 1).map { Self.fillers.contains($0) ? "" : $0 }
            guard isLevel(row, below: texts(last), keys) else { break }
            keys = Self.filled(keys, from: row)
            last += 1
        }
        return first...last
    }

    /// Texts with those of a lower row where they are blank.
    private static func filled(_ upper: [String], from lower: [String]) -> [String] {
        (0..<max(upper.count, lower.count)).map { column in
            let own = column < upper.count ? upper[column] : ""
            return own.isEmpty && column < lower.count ? lower[column] : own
        }
    }

    /// Whether a row is part of the heading above it.
    ///
    /// Below the names of the columns that say whose row it is there is nothing, or the same text, as merged cells have
    /// it. A first row of data always names its unit.
    /// - Parameter keys: What stands over each column.
    private func isLevel(_ row: [String], below top: [String], _ keys: [String]) -> Bool {
        if areKeysApart(keys, row, keysIn: keys) { return false }
        var found = 0
        for (column, text) in row.enumerated() where !text.isEmpty {
            let above = column < top.count ? top[column] : ""
            if above == text { continue }
            if let own = known.column(text) {
                // The same column under another name would be a heading of its own.
                if own == known.column(above) { return false }
                found += 1
            } else if above.isEmpty || isInGroup(column, of: top, row),
                HeadingText.looksLikeCode(text) || text.contains(where: { $0.isLetter })
            {
                found += 1
            } else {
                return false
            }
        }
        return found > 0
    }

    /// Whether two rows differ where one of them has the name of a column that the table must have.
    private func areKeysApart(_ upper: [String], _ lower: [String], keysIn keys: [String]) -> Bool {
        func text(_ row: [String], _ column: Int) -> String { column < row.count ? row[column] : "" }
        return keys.indices.contains { column in
            let (above, below) = (text(upper, column), text(lower, column))
            // The name over a group of columns may be that of a column, too: `Tiêu chí` over `1.1`, `1.2`.
            return !above.isEmpty && !below.isEmpty && above != below && known.isNeeded(keys[column])
                && !isInGroup(column, of: upper, lower)
        }
    }

    /// Whether a column belongs to a heading that stands over several: a merged cell has its text in the first of its
    /// columns, or in all.
    private func isInGroup(_ column: Int, of top: [String], _ row: [String]) -> Bool {
        let next = column + 1
        if next < top.count, !top[column].isEmpty, top[next] == top[column] { return true }
        if column > 0, column < top.count, !top[column].isEmpty, top[column - 1] == top[column] { return true }
        return row.indices.dropFirst(next).prefix { $0 >= top.count || top[$0].isEmpty }.contains { !row[$0].isEmpty }
    }

    /// Whether a row names groups of the columns below it.
    private func isGroup(_ row: [String], over top: [String]) -> Bool {
        if areKeysApart(row, top, keysIn: top) { return false }
        // Merged cells have their text in both rows.
        if zip(row, top).contains(where: { !$0.isEmpty && $0 == $1 && known.isNeeded($1) }) { return true }
        var groups = 0
        for (column, text) in row.enumerated() where !text.isEmpty {
            let below = column < top.count ? top[column] : ""
            if below == text { continue }
            if below.isEmpty { return false }
            groups += HeadingText.looksLikeCode(text) || known.column(text) != nil ? 1 : 0
        }
        return groups > 0
    }
}

/// The heading of a column, which may stand in several rows.
struct HeadingName: Sendable {
    /// All its parts, as it is shown: `3.4.1 Tử số`.
    let text: String
    /// What stands in its first row; nil for a heading of one row.
    let group: String?
    /// What else it may be called, in the order in which it is tried: what the lower rows say, what the first says if it
    /// says so of no other column, and each without the number or unit in brackets.
    let others: [String]

    /// The headings of a table's columns.
    static func columns(
        of cells: CSVCells, rows: ClosedRange<Int>, count: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> [HeadingName] {
        let levels = rows.map { row in
            let record = cells.records[row]
            return (0..<count).map { column in
                column < Int(record.cellCount)
                    ? CellText.text(of: cells.rawRange(of: record, cell: column), in: bytes) : ""
            }
        }
        // Of a merged cell, a text file has the text in the first column only.
        let merged = levels.map { level in
            var last = ""
            return level.map { text in
                if !text.isEmpty { last = text }
                return last
            }
        }
        let parts = (0..<count).map { column in
            var parts: [String] = []
            for (index, level) in levels.enumerated() {
                var text = level[column]
                if text.isEmpty, levels[(index + 1)...].contains(where: { !$0[column].isEmpty }) {
                    text = merged[index][column]
                }
                if !text.isEmpty, parts.last != text { parts.append(text) }
            }
            return parts
        }
        let columns = Dictionary(parts.compactMap { $0.first }.map { ($0, 1) }, uniquingKeysWith: +)
        return parts.map { own in HeadingName(own, isAlone: own.count > 1 && columns[own[0]] == 1) }
    }

    private init(_ parts: [String], isAlone: Bool) {
        group = parts.count > 1 ? parts.first : nil
        text = parts.joined(separator: " ")
        let whole = text
        var others: [String] = []
        func add(_ name: String?) {
            if let name, !name.isEmpty, name != whole, !others.contains(name) { others.append(name) }
        }
        // From the lowest row upwards, then the highest alone.
        let ends = parts.indices.dropFirst().reversed().map { parts[$0...].joined(separator: " ") }
        let names = ends + [whole] + (isAlone ? parts.prefix(1) : [])
        for name in names { add(name) }
        for name in names { add(HeadingText.withoutUnit(name)) }
        self.others = others
    }
}
