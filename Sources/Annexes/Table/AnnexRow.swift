internal import Values

/// A row of an annex, whatever file it comes from.
struct AnnexRow: Sendable {
    /// A cell with what its file says of it.
    struct Cell: Sendable {
        var text: String
        /// Whether the text is that of a merged cell which begins above.
        var isRepeated = false
        /// Whether the file holds it as a number: its point is a decimal point.
        var isNumber = false
    }

    /// The line of a text, or the row of a table, from 1.
    var line: Int
    /// The table of a document, from 1.
    var table: Int?
    var cells: [Cell]
    /// The text of the row that is not shown.
    var hidden = ""
    /// Whether it stands outside tables.
    var isProse = false

    init(line: Int, cells: [String], table: Int? = nil) {
        self.init(line: line, cells.map { Cell(text: $0) }, table: table)
    }

    init(line: Int, _ cells: [Cell], table: Int? = nil, hidden: String = "") {
        (self.line, self.table, self.hidden) = (line, table, VietnameseText.composed(hidden))
        self.cells = cells.map { cell in
            var cell = cell
            cell.text = VietnameseText.composed(cell.text)
            return cell
        }
    }

    /// A paragraph.
    init(line: Int, prose: String) {
        self.init(line: line, cells: [prose])
        isProse = true
    }
}

/// Where a text of an annex stands.
struct AnnexPlace: Hashable, Sendable {
    var line: Int
    var table: Int?
    /// The cell, from 1.
    var column: Int?
}
