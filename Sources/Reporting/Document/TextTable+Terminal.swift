package import Documents
internal import Words
extension TextTable {
    private static let gap = "  "

    /// The table as lines for a terminal of so many cells, headings first, then a rule.
    ///
    /// Columns that wrap share what the others leave. Where a terminal is too narrow, columns that can be dispensed
    /// with are left out; a table that is still too wide stays so.
    func lines(width: Int?, style: TerminalStyle) -> [String] {
        let aligned = alignedRows()
        let widths = columnWidths(aligned, within: width ?? ReportDocument.plainTableWidth)
        let whole = widths.reduce(0, +) + Self.gap.count * max(columns.count - 1, 0)
        if let width, whole > width, let spare = columns.lastIndex(where: \.isDispensable) {
            return without(spare).lines(width: width, style: style)
        }
        var lines: [String] = []
        append(columns.map(\.title), widths: widths, to: &lines) { style.strong($0) }
        lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap))
        for (row, cells) in zip(rows, aligned) {
            append(cells, widths: widths, to: &lines) { row.isStrong ? style.strong($0) : $0 }
        }
        return lines
    }

    private func without(_ column: Int) -> TextTable {
        var table = self
        table.columns.remove(at: column)
        for row in table.rows.indices { table.rows[row].cells.remove(at: column) }
        return table
    }

    /// The cells with the decimals of a column brought below each other.
    private func alignedRows() -> [[String]] {
        var result = rows.map { row in row.cells.map(CleanText.lines) }
        for (position, column) in columns.enumerated() where column.alignment == .decimal {
            let tails = result.map { tailWidth($0[position]) }
            let widest = tails.max() ?? 0
            for index in result.indices where !result[index][position].isEmpty {
                result[index][position] += String(repeating: " ", count: widest - tails[index])
            }
        }
        return result
    }

    /// The width of what stands from the decimal sign on.
    private func tailWidth(_ cell: String) -> Int {
        cell.lastIndex(of: decimalSeparator).map { TextWidth.of(cell[$0...]) } ?? 0
    }

    private func columnWidths(_ cells: [[String]], within width: Int) -> [Int] {
        var widths = columns.indices.map { column in
            let texts = [columns[column].title] + cells.map { $0[column] }
            return texts.flatMap { $0.split(separator: "\n") }.map { TextWidth.of($0) }.max() ?? 0
        }
        let fixed = columns.indices.filter { columns[$0].wrapsFrom == nil }.reduce(0) { $0 + widths[$1] }
        var room = width - fixed - Self.gap.count * max(columns.count - 1, 0)
        // The columns that ask for the least come first; the others share what is left.
        let wrapping = columns.indices.filter { columns[$0].wrapsFrom != nil }.sorted { widths[$0] < widths[$1] }
        for (done, column) in wrapping.enumerated() {
            let share = max(room / (wrapping.count - done), columns[column].wrapsFrom ?? 1)
            widths[column] = min(widths[column], share)
            room -= widths[column]
        }
        return widths
    }

    private func append(_ cells: [String], widths: [Int], to lines: inout [String], paint: (String) -> String) {
        let wrapped = cells.enumerated().map { column, cell in
            let indent = String(cell.prefix { $0 == " " })
            guard columns[column].wrapsFrom != nil, !indent.isEmpty else {
                return columns[column].wrapsFrom == nil && !cell.contains("\n")
                    ? [cell] : TextWidth.wrap(cell, to: widths[column])
            }
            return TextWidth.wrap(cell, to: widths[column] - indent.count).map { indent + $0 }
        }
        for line in 0..<(wrapped.map(\.count).max() ?? 0) {
            let parts = columns.indices.map { column in
                TextWidth.pad(
                    line < wrapped[column].count ? wrapped[column][line] : "", to: widths[column],
                    trailing: columns[column].alignment != .leading)
            }
            var text = parts.joined(separator: Self.gap)
            while text.last == " " { text.removeLast() }
            lines.append(paint(text))
        }
    }
}
