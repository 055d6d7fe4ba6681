internal import Values

/// A column of a table, written out.
struct TerminalColumn {
    let title: String
    let layout: ColumnLayout
    let cells: [String]
    /// What the widest cell and the heading take when nothing is wrapped.
    let cellWidth: Int
    let titleWidth: Int

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
        cellWidth = cells.reduce(0) { max($0, Self.width(of: $1)) }
        titleWidth = Self.width(of: self.title)
    }

    /// What it takes when nothing is wrapped.
    var width: Int { max(cellWidth, titleWidth) }

    /// The width of the longest line.
    private static func width(of text: String) -> Int {
        guard text.utf8.contains(UInt8(ascii: "\n")) else { return TextWidth.of(text) }
        return text.split(separator: "\n").map { TextWidth.of($0) }.max() ?? 0
    }

    /// The width of the longest word among some texts.
    static func longestWord(in texts: some Sequence<String>) -> Int {
        texts.reduce(0) { longest, text in
            text.split { $0 == " " || $0 == "\n" }.reduce(longest) { max($0, TextWidth.of($1)) }
        }
    }

    /// The lines of a cell in a column of some width, each behind the indent of the first.
    func lines(of text: String, width: Int) -> [String] {
        let isWrapped = layout.wrapsFrom != nil || text.utf8.contains(UInt8(ascii: "\n"))
        guard isWrapped || TextWidth.of(text) > width else { return [text] }
        let indent = layout.alignment == .leading ? text.utf8.prefix { $0 == UInt8(ascii: " ") }.count : 0
        let lines = TextWidth.wrap(text, to: width - indent)
        return indent == 0 ? lines : lines.map { String(repeating: " ", count: indent) + $0 }
    }

    /// The lines of the heading: as few as fit, and of these as even as can be.
    func titleLines(width: Int) -> [String] {
        let lines = lines(of: title, width: width)
        guard lines.count > 1, !title.utf8.contains(UInt8(ascii: "\n")) else { return lines }
        return TextWidth.wrap(title, to: evenTitleWidth(lines.count, within: width))
    }

    /// The least width at which the heading takes no more than some lines.
    private func evenTitleWidth(_ lines: Int, within width: Int) -> Int {
        var least = min(Self.longestWord(in: [title]), width)
        while least < width, TextWidth.wrap(title, to: least).count > lines { least += 1 }
        return least
    }

    /// The least width of the column at which its heading takes no more than some lines.
    func width(ofTitleIn lines: Int) -> Int { max(cellWidth, evenTitleWidth(lines, within: titleWidth)) }
}

extension TerminalWriter {
    private static let gap = "  "
    /// The cells of a line where there is no terminal: a unit's name, eight fields and the totals.
    private static let plainTableWidth = 120

    /// The table as lines, headings first, then a rule.
    ///
    /// Columns that wrap share what the others leave. Where lines are too short for that, columns that can be dispensed with
    /// are left out; then headings are broken, then texts that otherwise stand in one line. What still is too wide becomes a
    /// block a row, with all columns.
    func lines(of table: DataTable) -> [String] {
        let rows = table.rows(in: language)
        let all = table.columns.enumerated().map { position, column in
            TerminalColumn(column.title, column.layout, cells: rows.map { $0.cells[position] }, in: language)
        }
        let room = width ?? Self.plainTableWidth
        var columns = all
        var widths = TerminalWidths.usual(columns, within: room - Self.gaps(columns))
        while widths == nil, let spare = columns.lastIndex(where: { $0.layout.isDispensable }) {
            columns.remove(at: spare)
            widths = TerminalWidths.usual(columns, within: room - Self.gaps(columns))
        }
        guard let widths = widths ?? TerminalWidths.squeezed(columns, within: room - Self.gaps(columns)) else {
            return blocks(of: all, rows.map { $0.isStrong }, width: room)
        }
        let titles = columns.indices.map { columns[$0].titleLines(width: widths[$0]) }
        return Self.lines(titles, columns, widths).map(style.strong)
            + [widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap)]
            + rows.indices.flatMap { row in
                let cells = columns.indices.map { columns[$0].lines(of: columns[$0].cells[row], width: widths[$0]) }
                let lines = Self.lines(cells, columns, widths)
                return rows[row].isStrong ? lines.map(style.strong) : lines
            }
    }

    private static func gaps(_ columns: [TerminalColumn]) -> Int { gap.count * max(columns.count - 1, 0) }

    /// The cells of a row beside each other, in as many lines as the highest takes.
    private static func lines(_ cells: [[String]], _ columns: [TerminalColumn], _ widths: [Int]) -> [String] {
        (0..<(cells.map { $0.count }.max() ?? 0)).map { line in
            var (text, spaces) = ("", 0)
            for column in columns.indices {
                let cell = line < cells[column].count ? cells[column][line] : ""
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

    // MARK: - Blocks

    /// A block a row: what the row is about, and below it each heading with what stands there.
    private func blocks(of columns: [TerminalColumn], _ isStrong: [Bool], width: Int) -> [String] {
        // A number or code alone does not say what a row is about.
        let isShort = columns.first.map { $0.cellWidth <= 8 || $0.layout.isDispensable } ?? false
        let heads = isShort && columns.count > 2 && columns[1].layout.alignment == .leading ? 2 : 1
        return isStrong.indices.flatMap { row in
            let head = columns.prefix(heads).map { CleanText.line($0.cells[row]).trimmed }.filter { !$0.isEmpty }
            let lines = head.isEmpty ? [] : TextWidth.wrap(head.joined(separator: " "), to: width, hanging: 2)
            let said = columns.dropFirst(heads).compactMap { column -> String? in
                let cell = column.cells[row].split(separator: "\n").map { $0.trimmed }.joined(separator: "; ")
                if cell.isEmpty || cell == column.layout.blank || cell == "–" { return nil }
                let title = CleanText.line(column.title)
                return title.isEmpty ? cell : "\(title): \(cell)"
            }
            return (isStrong[row] ? lines.map(style.strong) : lines) + Self.filled(said, width: width)
        }
    }

    /// Parts with a point between them, none of them broken that fits in a line.
    private static func filled(_ parts: [String], width: Int) -> [String] {
        let (indent, point) = ("  ", " · ")
        var lines: [String] = []
        var line = ""
        func end() {
            if line.isEmpty { return }
            let wrapped = TextWidth.wrap(line, to: width - indent.count, hanging: 2)
            lines += wrapped.map { indent + $0 }
            line = ""
        }
        for part in parts {
            if !line.isEmpty, TextWidth.of(line) + point.count + TextWidth.of(part) > width - indent.count { end() }
            line += (line.isEmpty ? "" : point) + part
        }
        end()
        return lines
    }
}

/// The widths of a table's columns within the room that is left between the gaps.
enum TerminalWidths {
    /// Widths at which only columns wrap that may; nil where there is no room for them.
    static func usual(_ columns: [TerminalColumn], within room: Int) -> [Int]? {
        let wrapping = columns.indices.filter { columns[$0].layout.wrapsFrom != nil }
        var least = columns.map { column in column.layout.wrapsFrom.map { min($0, column.width) } ?? column.width }
        // A heading is not broken where its column can be as wide as it is.
        let whole = columns.indices.map { max(least[$0], columns[$0].titleWidth) }
        if whole.reduce(0, +) <= room { least = whole }
        return least.reduce(0, +) <= room ? shared(columns.map { $0.width }, least, among: wrapping, within: room) : nil
    }

    /// Widths at which headings are broken too and, where that is not enough, every text; nil where there is no room.
    static func squeezed(_ columns: [TerminalColumn], within room: Int) -> [Int]? {
        let wrapping = columns.indices.filter { columns[$0].layout.wrapsFrom != nil }
        var widths = columns.map { column in column.layout.wrapsFrom.map { min($0, column.width) } ?? column.width }
        // Headings of two lines come before such of three, and the one that gains most before others.
        for lines in 2...4 {
            let gains = columns.indices.filter { columns[$0].layout.wrapsFrom == nil }.map { column in
                (column, widths[column] - columns[column].width(ofTitleIn: lines))
            }
            for (column, gain) in gains.sorted(by: { $0.1 > $1.1 }) where gain > 0 {
                widths[column] -= gain
                if widths.reduce(0, +) <= room {
                    let most = columns.indices.map { wrapping.contains($0) ? columns[$0].width : widths[$0] }
                    return shared(most, widths, among: wrapping, within: room)
                }
            }
        }
        let texts = columns.indices.filter { columns[$0].layout.alignment == .leading }
        var least = widths
        for column in texts {
            let words = TerminalColumn.longestWord(in: columns[column].cells + [columns[column].title])
            // Words are cut only where they are as long as no word of a language is.
            least[column] = min(
                widths[column], max(min(words, 20), columns[column].layout.wrapsFrom.map { $0 * 2 / 3 } ?? 6))
        }
        guard least.reduce(0, +) <= room else { return nil }
        let most = columns.indices.map { texts.contains($0) ? columns[$0].width : widths[$0] }
        let found = shared(most, least, among: texts, within: room)
        // A column of single words is read worse than a block.
        return columns.indices.contains { columns[$0].cellWidth > found[$0] * mostLines } ? nil : found
    }

    /// The most lines of a cell, about, where every text is broken.
    private static let mostLines = 6

    /// Gives some columns what the others leave: those that ask for the least come first, and none gets less than its least,
    /// for which there is room.
    private static func shared(_ most: [Int], _ least: [Int], among sharing: [Int], within room: Int) -> [Int] {
        var widths = most
        var left = room - most.indices.filter { !sharing.contains($0) }.reduce(0) { $0 + most[$1] }
        var needed = sharing.reduce(0) { $0 + least[$1] }
        for (done, column) in sharing.sorted(by: { most[$0] < most[$1] }).enumerated() {
            needed -= least[column]
            let share = max(left / (sharing.count - done), least[column])
            widths[column] = min(most[column], share, left - needed)
            left -= widths[column]
        }
        return widths
    }
}
