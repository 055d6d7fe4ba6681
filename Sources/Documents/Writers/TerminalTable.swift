/// A column of a table, written out.
private struct TerminalColumn {
    let title: String
    let layout: ColumnLayout
    let cells: [String]
    /// What it takes when nothing is wrapped.
    let width: Int

    /// Decimals are brought below each other.
    init(_ title: Phrase, _ layout: ColumnLayout, cells: [String], in language: Language) {
        (self.title, self.layout) = (CleanText.lines(title.text(language)), layout)
        var cells = cells.map(CleanText.lines)
        if layout.alignment == .decimal {
            let tails = cells.map { cell in
                cell.lastIndex(of: language.decimalSeparator).map { TextWidth.of(cell[$0...]) } ?? 0
            }
            let widest = tails.max() ?? 0
            for (row, tail) in tails.enumerated() where !cells[row].isEmpty {
                cells[row] += String(repeating: " ", count: widest - tail)
            }
        }
        self.cells = cells
        width = cells.reduce(Self.width(of: self.title)) { max($0, Self.width(of: $1)) }
    }

    /// The width of the longest line.
    private static func width(of text: String) -> Int {
        guard text.utf8.contains(UInt8(ascii: "\n")) else { return TextWidth.of(text) }
        return text.split(separator: "\n").map { TextWidth.of($0) }.max() ?? 0
    }

    /// A text in lines of a width; where a column wraps, each behind the indent of the first.
    func lines(of text: String, width: Int) -> [String] {
        guard layout.wrapsFrom != nil || text.utf8.contains(UInt8(ascii: "\n")) else { return [text] }
        let indent = layout.wrapsFrom == nil ? 0 : text.utf8.prefix { $0 == UInt8(ascii: " ") }.count
        let lines = TextWidth.wrap(text, to: width - indent)
        return indent == 0 ? lines : lines.map { String(repeating: " ", count: indent) + $0 }
    }
}

extension TerminalWriter {
    private static let gap = "  "
    /// The cells of a line where there is no terminal: a unit's name, eight fields and the totals.
    private static let plainTableWidth = 120

    /// The table as lines, headings first, then a rule.
    ///
    /// Columns that wrap share what the others leave. Where a terminal is too narrow, columns that can be dispensed
    /// with are left out; a table that is still too wide stays so.
    func lines(of table: DataTable) -> [String] {
        let rows = table.rows(in: language)
        var columns = table.columns.enumerated().map { position, column in
            TerminalColumn(column.title, column.layout, cells: rows.map { $0.cells[position] }, in: language)
        }
        var widths = Self.widths(of: columns, within: width ?? Self.plainTableWidth)
        while let width, Self.gaps(columns) + widths.reduce(0, +) > width,
            let spare = columns.lastIndex(where: \.layout.isDispensable)
        {
            columns.remove(at: spare)
            widths = Self.widths(of: columns, within: width)
        }
        return Self.lines(columns.map(\.title), columns, widths).map(style.strong)
            + [widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap)]
            + rows.enumerated().flatMap { position, row in
                let lines = Self.lines(columns.map { $0.cells[position] }, columns, widths)
                return row.isStrong ? lines.map(style.strong) : lines
            }
    }

    private static func gaps(_ columns: [TerminalColumn]) -> Int { gap.count * max(columns.count - 1, 0) }

    private static func widths(of columns: [TerminalColumn], within width: Int) -> [Int] {
        var widths = columns.map(\.width)
        let wrapping = columns.indices.filter { columns[$0].layout.wrapsFrom != nil }
        var room = width - gaps(columns) - widths.reduce(0, +) + wrapping.reduce(0) { $0 + widths[$1] }
        // The columns that ask for the least come first; the others share what is left.
        for (done, column) in wrapping.sorted(by: { widths[$0] < widths[$1] }).enumerated() {
            let share = max(room / (wrapping.count - done), columns[column].layout.wrapsFrom ?? 1)
            widths[column] = min(widths[column], share)
            room -= widths[column]
        }
        return widths
    }

    /// The cells of a row beside each other, in as many lines as the highest takes.
    private static func lines(_ cells: [String], _ columns: [TerminalColumn], _ widths: [Int]) -> [String] {
        let wrapped = columns.indices.map { columns[$0].lines(of: cells[$0], width: widths[$0]) }
        return (0..<(wrapped.map(\.count).max() ?? 0)).map { line in
            var (text, spaces) = ("", 0)
            for column in columns.indices {
                let cell = line < wrapped[column].count ? wrapped[column][line] : ""
                let room = max(widths[column] - TextWidth.of(cell), 0)
                let isLeading = columns[column].layout.alignment == .leading
                spaces += (column == 0 ? 0 : gap.count) + (isLeading ? 0 : room)
                // Spaces stand only where something follows.
                if !cell.isEmpty {
                    text += String(repeating: " ", count: spaces)
                    text += cell
                    spaces = 0
                }
                spaces += isLeading ? room : 0
            }
            while text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
            return text
        }
    }
}
