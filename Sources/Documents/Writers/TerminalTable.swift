/// A table written out, laid out in columns for a terminal.
struct TerminalTable {
    private static let gap = "  "

    private var columns: [(title: String, layout: ColumnLayout)]
    private var rows: [(cells: [String], isStrong: Bool)]
    private let decimalSeparator: Character

    init(_ table: DataTable, in language: Language) {
        columns = table.headings.map { ($0.title.text(language), $0.layout) }
        rows = table.rows(in: language).map { ($0.cells.map(CleanText.lines), $0.isStrong) }
        decimalSeparator = NumberFormat(language).decimalSeparator
    }

    /// The table as lines, headings first, then a rule.
    ///
    /// Columns that wrap share what the others leave. Where a terminal is too narrow, columns that can be dispensed
    /// with are left out; a table that is still too wide stays so.
    ///
    /// - Parameters:
    ///   - width: the cells of the terminal's lines; nil where there is no terminal.
    ///   - plainWidth: those to fill without a terminal.
    ///   - style: how headings and sums stand out.
    func lines(width: Int?, plainWidth: Int, style: TerminalStyle) -> [String] {
        var table = self
        var (aligned, widths) = table.laidOut(within: width ?? plainWidth)
        while let width, table.whole(widths) > width, let spare = table.columns.lastIndex(where: \.layout.isDispensable)
        {
            table.remove(spare)
            (aligned, widths) = table.laidOut(within: width)
        }
        var lines: [String] = []
        table.append(table.columns.map(\.title), widths: widths, to: &lines) { style.strong($0) }
        lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap))
        for (row, cells) in zip(table.rows, aligned) {
            table.append(cells, widths: widths, to: &lines) { row.isStrong ? style.strong($0) : $0 }
        }
        return lines
    }

    private func laidOut(within width: Int) -> (aligned: [[String]], widths: [Int]) {
        let aligned = alignedRows()
        return (aligned, columnWidths(aligned, within: width))
    }

    private func whole(_ widths: [Int]) -> Int {
        widths.reduce(0, +) + Self.gap.count * max(columns.count - 1, 0)
    }

    private mutating func remove(_ column: Int) {
        columns.remove(at: column)
        for row in rows.indices { rows[row].cells.remove(at: column) }
    }

    /// The cells with the decimals of a column brought below each other.
    private func alignedRows() -> [[String]] {
        var result = rows.map(\.cells)
        for (position, column) in columns.enumerated() where column.layout.alignment == .decimal {
            let tails = result.map { tailWidth($0[position]) }
            let widest = tails.max() ?? 0
            for index in result.indices where !result[index][position].isEmpty {
                result[index][position] += String(repeating: " ", count: widest - tails[index])
            }
        }
        return result
    }

    /// The width of what stands from the decimal separator on.
    private func tailWidth(_ cell: String) -> Int {
        cell.lastIndex(of: decimalSeparator).map { TextWidth.of(cell[$0...]) } ?? 0
    }

    private func columnWidths(_ cells: [[String]], within width: Int) -> [Int] {
        var widths = columns.indices.map { column in
            let texts = [columns[column].title] + cells.map { $0[column] }
            return texts.flatMap { $0.split(separator: "\n") }.map { TextWidth.of($0) }.max() ?? 0
        }
        let fixed = columns.indices.filter { columns[$0].layout.wrapsFrom == nil }.reduce(0) { $0 + widths[$1] }
        var room = width - fixed - Self.gap.count * max(columns.count - 1, 0)
        // The columns that ask for the least come first; the others share what is left.
        let wrapping = columns.indices.filter { columns[$0].layout.wrapsFrom != nil }.sorted { widths[$0] < widths[$1] }
        for (done, column) in wrapping.enumerated() {
            let share = max(room / (wrapping.count - done), columns[column].layout.wrapsFrom ?? 1)
            widths[column] = min(widths[column], share)
            room -= widths[column]
        }
        return widths
    }

    private func append(_ cells: [String], widths: [Int], to lines: inout [String], paint: (String) -> String) {
        let wrapped = cells.enumerated().map { column, cell in
            let indent = String(cell.prefix { $0 == " " })
            let layout = columns[column].layout
            guard layout.wrapsFrom != nil, !indent.isEmpty else {
                return layout.wrapsFrom == nil && !cell.contains("\n")
                    ? [cell] : TextWidth.wrap(cell, to: widths[column])
            }
            return TextWidth.wrap(cell, to: widths[column] - indent.count).map { indent + $0 }
        }
        for line in 0..<(wrapped.map(\.count).max() ?? 0) {
            let parts = columns.indices.map { column in
                TextWidth.pad(
                    line < wrapped[column].count ? wrapped[column][line] : "", to: widths[column],
                    trailing: columns[column].layout.alignment != .leading)
            }
            var text = parts.joined(separator: Self.gap)
            while text.last == " " { text.removeLast() }
            lines.append(paint(text))
        }
    }
}
