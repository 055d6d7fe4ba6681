internal import Values

/// Finds the rows of the heading in a table that offices keep: below title lines, and of two or three rows where several
/// columns belong together.
struct HeadingSearch {
    private let cells: CSVCells
    private let bytes: UnsafeBufferPointer<UInt8>
    private let known: KnownHeadings
    private let delimiter: UInt8

    /// How many rows with content are looked at.
    static let rowLimit = 40
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
        for next in last + 1..<max(last + 1, min(first + Self.levels, cells.records.count)) {
            guard !isBlank(next), let kind = level(texts(next), below: texts(last)) else { break }
            // Rows of codes alone may be the middle of three.
            if kind == .names || next > last { last = next }
        }
        return first...last
    }

    private enum LevelKind { case names, codes }

    /// What a row below a heading names; nil where it is no part of the heading.
    ///
    /// Below the names of the columns that say whose row it is there is nothing, or the same text, as merged cells have
    /// it. A first row of data always names its unit.
    private func level(_ row: [String], below top: [String]) -> LevelKind? {
        if areKeysApart(top, row, keysIn: top) { return nil }
        var (names, others) = (0, 0)
        for (column, text) in row.enumerated() where !text.isEmpty {
            let above = column < top.count ? top[column] : ""
            if above == text { continue }
            if let own = known.column(text) {
                // The same column under another name would be a heading of its own.
                if own == known.column(above) { return nil }
                names += 1
            } else if above.isEmpty || isInGroup(column, of: top, row),
                HeadingText.looksLikeCode(text) || text.contains(where: \.isLetter)
            {
                others += 1
            } else {
                return nil
            }
        }
        return names > 0 ? .names : others > 0 ? .codes : nil
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

    /// Whether a column belongs to a heading that stands over several.
    private func isInGroup(_ column: Int, of top: [String], _ row: [String]) -> Bool {
        let next = column + 1
        let isFirst = next < row.count && !row[next].isEmpty && (next >= top.count || top[next].isEmpty)
        let isMerged =
            next < top.count && top[next] == top[column] || column > 0 && top[column - 1] == top[column]
        return isFirst || isMerged
    }

    /// Whether a row names groups of the columns below it.
    private func isGroup(_ row: [String], over top: [String]) -> Bool {
        if areKeysApart(row, top, keysIn: top) { return false }
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
    /// What else it may be called, in the order in which it is tried: what the lower rows say, what the first says, and
    /// each without the number or unit in brackets.
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
        return (0..<count).map { column in
            var parts: [String] = []
            for (index, level) in levels.enumerated() {
                var text = level[column]
                // Of a merged cell, a text file has the text in the first column only.
                if text.isEmpty, levels[(index + 1)...].contains(where: { !$0[column].isEmpty }) {
                    text = level[..<column].last { !$0.isEmpty } ?? ""
                }
                if !text.isEmpty, parts.last != text { parts.append(text) }
            }
            return HeadingName(parts)
        }
    }

    private init(_ parts: [String]) {
        text = parts.joined(separator: " ")
        let whole = text
        var others: [String] = []
        func add(_ name: String?) {
            if let name, !name.isEmpty, name != whole, !others.contains(name) { others.append(name) }
        }
        // From the lowest row upwards, then the highest alone.
        let ends = parts.indices.dropFirst().reversed().map { parts[$0...].joined(separator: " ") }
        let names = ends + [whole] + parts.prefix(1)
        for name in names { add(name) }
        for name in names { add(HeadingText.withoutUnit(name)) }
        self.others = others
    }
}
