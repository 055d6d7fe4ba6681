internal import Values

/// Reads the body of a document.
struct WordBodyReader {
    private let reader: XMLReader
    private var numbering: WordNumbering
    private var blocks: [WordDocument.Block] = []
    /// The bytes of the texts of all cells so far, those that are merged with the cell above included.
    private var shown = 0

    /// What a cell or a paragraph holds: the text that is shown, and the one that is not.
    private struct Content {
        var text = ""
        var hidden = ""
    }

    init(_ reader: XMLReader, numbering: WordNumbering) { (self.reader, self.numbering) = (reader, numbering) }

    mutating func read() throws(WorkbookFault) -> [WordDocument.Block] {
        try reader.enterRoot(XMLName(.word, .document))
        while try reader.nextChild() {
            if reader.element == XMLName(.word, .body) { try readBlocks() } else { try reader.skip() }
        }
        try reader.finish()
        return blocks
    }

    private mutating func readBlocks() throws(WorkbookFault) {
        while try reader.nextChild() {
            switch (reader.element.namespace, reader.element.word) {
            case (.word, .paragraph):
                let content = try paragraph()
                if !content.text.isEmpty { blocks.append(.paragraph(content.text)) }
            case (.word, .wordTable): blocks.append(.table(try table()))
            case (.word, _) where !isLeftOut: try readBlocks()
            default: try reader.skip()
            }
        }
    }

    /// Whether an element holds nothing that is read: what was deleted, pictures, and properties.
    private var isLeftOut: Bool {
        guard reader.element.namespace == .word else { return true }
        switch reader.element.word {
        case .deleted, .movedFrom, .deletedText, .instruction, .drawing, .pict, .object, .runProperties,
            .paragraphProperties:
            return true
        default: return false
        }
    }

    // MARK: - Tables

    private mutating func table() throws(WorkbookFault) -> [WordRow] {
        var rows: [WordRow] = []
        try readRows(into: &rows)
        return rows
    }

    private mutating func readRows(into rows: inout [WordRow]) throws(WorkbookFault) {
        while try reader.nextChild() {
            if reader.element == XMLName(.word, .wordRow) {
                if let row = try row(below: rows.last, number: rows.count + 1) { rows.append(row) }
            } else if isLeftOut {
                try reader.skip()
            } else {
                // Content controls around rows.
                try readRows(into: &rows)
            }
        }
    }

    /// A row; nil when it was deleted.
    private mutating func row(below above: WordRow?, number: Int) throws(WorkbookFault) -> WordRow? {
        var cells: [WordTableCell] = []
        var hidden = ""
        var isDeleted = false
        try readCells(into: &cells, &hidden, &isDeleted, below: above)
        return isDeleted ? nil : WordRow(number: number, cells: cells, hidden: hidden)
    }

    private mutating func readCells(
        into cells: inout [WordTableCell], _ hidden: inout String, _ isDeleted: inout Bool, below above: WordRow?
    ) throws(WorkbookFault) {
        while try reader.nextChild() {
            switch (reader.element.namespace, reader.element.word) {
            case (.word, .wordCell): try readCell(into: &cells, &hidden, below: above)
            case (.word, .rowProperties):
                while try reader.nextChild() {
                    if reader.element == XMLName(.word, .deleted) { isDeleted = true }
                    if reader.element == XMLName(.word, .gridBefore) {
                        let count = min(reader.number(.val, in: .word) ?? 0, Self.columnLimit)
                        cells += Array(repeating: WordTableCell(text: ""), count: count)
                    }
                    try reader.skip()
                }
            case (.word, _) where !isLeftOut: try readCells(into: &cells, &hidden, &isDeleted, below: above)
            default: try reader.skip()
            }
        }
    }

    /// More columns than a table of Word has.
    private static let columnLimit = 63

    private mutating func readCell(
        into cells: inout [WordTableCell], _ hidden: inout String, below above: WordRow?
    ) throws(WorkbookFault) {
        var (span, continuesAbove) = (1, false)
        var content = Content()
        while try reader.nextChild() {
            if reader.element == XMLName(.word, .cellProperties) {
                while try reader.nextChild() {
                    if reader.element == XMLName(.word, .gridSpan) {
                        span = min(max(reader.number(.val, in: .word) ?? 1, 1), Self.columnLimit)
                    }
                    if reader.element == XMLName(.word, .vMerge) {
                        continuesAbove = reader.text(.val, in: .word) != "restart"
                    }
                    try reader.skip()
                }
            } else {
                try readContent(into: &content)
            }
        }
        hidden += content.hidden
        let column = cells.count
        if continuesAbove, let above, column < above.cells.count {
            cells.append(WordTableCell(text: above.cells[column].text, continuesAbove: true))
        } else {
            cells.append(WordTableCell(text: content.text))
        }
        // A long text that stands in thousands of rows takes its size for each of them once these are read.
        shown += cells[column].text.utf8.count
        guard shown <= SheetBuilder.shownLimit else {
            throw WorkbookFault(.tooLarge, [.found: .count(shown), .expected: .count(SheetBuilder.shownLimit)])
        }
        cells += Array(repeating: WordTableCell(text: ""), count: span - 1)
    }

    /// Adds a paragraph, a table within the cell, or what a control holds of both, line by line.
    private mutating func readContent(into content: inout Content) throws(WorkbookFault) {
        func add(_ text: String) {
            if !text.isEmpty { content.text += (content.text.isEmpty ? "" : "\n") + text }
        }
        switch (reader.element.namespace, reader.element.word) {
        case (.word, .paragraph):
            let own = try paragraph()
            add(own.text)
            content.hidden += own.hidden
        case (.word, .wordTable):
            // What is merged with the row above stands there: thousands of rows could otherwise repeat one long text.
            for row in try table() {
                add(row.cells.map { $0.continuesAbove ? "" : $0.text }.filter { !$0.isEmpty }.joined(separator: " "))
            }
        case (.word, _) where !isLeftOut: while try reader.nextChild() { try readContent(into: &content) }
        default: try reader.skip()
        }
    }

    // MARK: - Paragraphs

    private mutating func paragraph() throws(WorkbookFault) -> Content {
        var content = Content()
        var number = ""
        while try reader.nextChild() {
            if reader.element == XMLName(.word, .paragraphProperties) {
                number = numbering.number(try WordNumbering.Place(reading: reader))
            } else {
                try readInline(into: &content)
            }
        }
        if !number.isEmpty { content.text = content.text.isEmpty ? number : number + " " + content.text }
        return content
    }

    /// Adds a run, or the runs in a link, an insertion or a control.
    private func readInline(into content: inout Content) throws(WorkbookFault) {
        guard !isLeftOut else { return try reader.skip() }
        guard reader.element.word == .run else {
            while try reader.nextChild() { try readInline(into: &content) }
            return
        }
        var (text, isHidden) = ("", false)
        while try reader.nextChild() {
            guard reader.element.namespace == .word else {
                try reader.skip()
                continue
            }
            switch reader.element.word {
            case .runProperties:
                while try reader.nextChild() {
                    if reader.element == XMLName(.word, .vanish) {
                        isHidden = !["0", "false", "off"].contains(reader.text(.val, in: .word) ?? "1")
                    }
                    try reader.skip()
                }
            case .text:
                var bytes: [UInt8] = []
                try reader.readText(into: &bytes)
                text += String(decoding: bytes, as: UTF8.self)
            case .tab:
                text += "\t"
                try reader.skip()
            case .wordBreak, .carriageReturn:
                text += "\n"
                try reader.skip()
            case .noBreakHyphen:
                text += "-"
                try reader.skip()
            default: try reader.skip()
            }
        }
        if isHidden { content.hidden += text } else { content.text += text }
    }
}
