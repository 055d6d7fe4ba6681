internal import Values

/// Reads the cells of one OpenDocument sheet.
///
/// Rows and cells are repeated by counts, mostly the blank ones up to the end of the sheet: blank ones are only counted.
struct OpenSheetReader {
    private let reader: XMLReader
    private var builder: SheetBuilder
    private var row = 1
    private var column = 1
    private var hiddenColumn = 1
    /// The content of the cell that is being read: its value, and its paragraphs.
    private var value: [UInt8] = []
    private var text: [UInt8] = []

    init(_ reader: XMLReader, into builder: SheetBuilder) {
        self.reader = reader
        self.builder = builder
    }

    /// Reads the element `table:table` that is open.
    mutating func read() throws(WorkbookFault) -> Sheet {
        // Rows and columns may be in groups, and these in others.
        var groups = 0
        while true {
            guard try reader.nextChild() else {
                if groups == 0 { break }
                groups -= 1
                continue
            }
            guard reader.element.namespace == .table else {
                try reader.skip()
                continue
            }
            switch reader.element.word {
            case .tableColumns, .tableHeaderColumns, .tableColumnGroup, .tableRows, .tableHeaderRows, .tableRowGroup:
                groups += 1
            case .tableColumn: try readColumn()
            case .tableRow: try readRow()
            default: try reader.skip()
            }
        }
        return try builder.finished()
    }

    /// Whether the element that was opened is hidden, by hand or by a filter.
    private var isHidden: Bool {
        reader.text(.visibility, in: .table).map { $0 != "visible" } ?? false
    }

    private func count(_ word: XMLWord) throws(WorkbookFault) -> Int {
        guard let stated = reader.text(word, in: .table) else { return 1 }
        guard let count = reader.number(word, in: .table), count >= 1 else {
            throw WorkbookFault(.area, stated, row: row, column: column)
        }
        return count
    }

    /// The row or column behind so many, however many are stated.
    private static func place(_ place: Int, behind count: Int) -> Int {
        let farthest = Int(clamping: 1 << 40 as Int64)
        return count > farthest - place ? farthest : place + count
    }

    private mutating func readColumn() throws(WorkbookFault) {
        let count = try count(.columnsRepeated)
        let last = min(Self.place(hiddenColumn, behind: count) - 1, CellAddress.columnLimit)
        if isHidden, hiddenColumn <= last { builder.hiddenColumns.append(hiddenColumn...last) }
        hiddenColumn = min(Self.place(hiddenColumn, behind: count), CellAddress.columnLimit + 1)
        try reader.skip()
    }

    private mutating func readRow() throws(WorkbookFault) {
        let count = try count(.rowsRepeated)
        let before = builder.cells.count
        column = 1
        // Blank rows may go beyond what is a sheet elsewhere; no content may.
        builder.beginRow(min(row, CellAddress.rowLimit + 1), isHidden: isHidden)
        while try reader.nextChild() {
            guard reader.element.namespace == .table,
                reader.element.word == .tableCell || reader.element.word == .coveredTableCell
            else {
                try reader.skip()
                continue
            }
            try readCell()
        }
        if builder.cells.count > before {
            guard Self.place(row, behind: count) - 1 <= CellAddress.rowLimit else {
                throw WorkbookFault(.area, String(count), row: row)
            }
            try builder.repeatRow(count)
        } else {
            builder.endRow()
        }
        row = Self.place(row, behind: count)
    }

    // MARK: - Cells

    private mutating func readCell() throws(WorkbookFault) {
        let count = try count(.columnsRepeated)
        let (rows, columns) = try (self.count(.rowsSpanned), self.count(.columnsSpanned))
        if rows > 1 || columns > 1 {
            guard let area = CellArea(row: row, column: column, rows: rows, columns: columns) else {
                throw fault(.area, "\(rows) × \(columns)".utf8)
            }
            builder.merge(area)
        }
        let type = reader.text(.valueType, in: .office)
        let isError = reader.text(.valueType, in: .calc) == "error"
        let formula = reader.text(.formulaText, in: .table)
        value.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
        let word: XMLWord? =
            switch type {
            case "float", "currency", "percentage": .valueText
            case "date": .dateValue
            case "time": .timeValue
            case "boolean": .booleanValue
            case "string": .stringValue
            default: nil
            }
        if let stated = word.flatMap({ reader.attribute($0, in: .office) }) { value += stated }
        try OpenTexts.readCell(reader, into: &text)
        let before = builder.cells.count
        if isError {
            try add(text, .error, isComputed: formula != nil, repeated: count)
        } else if let formula, type == nil, text.isEmpty {
            let shown = "=\(formula.drop { $0 != "=" }.dropFirst())"
            try add(Array(shown.utf8), .formula, isComputed: true, repeated: count)
        } else {
            try add(type, isComputed: formula != nil, repeated: count)
        }
        let end = Self.place(column, behind: count)
        if builder.cells.count > before, end - 1 > CellAddress.columnLimit || row > CellAddress.rowLimit {
            throw fault(.address, text)
        }
        column = end
    }

    private func fault(_ fault: CellFault, _ found: some Collection<UInt8>) -> WorkbookFault {
        WorkbookFault(fault, String(decoding: found.prefix(80), as: UTF8.self), row: row, column: column)
    }

    private mutating func add(_ type: String?, isComputed: Bool, repeated count: Int) throws(WorkbookFault) {
        var kind = Sheet.Kind.text
        switch type {
        case "float", "currency", "percentage":
            guard let number = CellNumber(value) else { throw fault(.number, value) }
            value.removeAll(keepingCapacity: true)
            kind = number.append(as: type == "percentage" ? Self.percent : .general, .from1900, to: &value)
        case "date":
            guard let moment = WrittenMoment(value) else { throw fault(.value, value) }
            (value, kind) = (moment.text, moment.kind)
        case "time":
            guard let time = WrittenMoment(duration: value) else { throw fault(.value, value) }
            (value, kind) = (time.text, time.kind)
        case "boolean":
            let word = String(decoding: value, as: UTF8.self)
            guard word == "true" || word == "false" else { throw fault(.value, value) }
            (value, kind) = (Array(word.uppercased().utf8), .boolean)
        default: if value.isEmpty { swap(&value, &text) }
        }
        try add(value, kind, isComputed: isComputed, repeated: count)
    }

    /// Adds a cell; one without text is left out wherever it is, and with text it must be within a sheet.
    private mutating func add(
        _ shown: [UInt8], _ kind: Sheet.Kind, isComputed: Bool, repeated count: Int
    ) throws(WorkbookFault) {
        if shown.isEmpty { return }
        guard column <= CellAddress.columnLimit, count <= CellAddress.columnLimit else { throw fault(.address, shown) }
        try builder.add(shown, kind: kind, column: column, isComputed: isComputed, repeated: count)
    }

    private static let percent = NumberFormat("0%")
}

/// The texts of OpenDocument cells.
enum OpenTexts {
    /// Adds the paragraphs of the cell that is open, a line each; without comments and pictures. Goes to its end.
    static func readCell(_ reader: XMLReader, into bytes: inout [UInt8]) throws(WorkbookFault) {
        var isFirst = true
        while try reader.nextChild() {
            guard reader.element == XMLName(.text, .paragraph) else {
                try reader.skip()
                continue
            }
            if !isFirst { bytes.append(UInt8(ascii: "\n")) }
            isFirst = false
            try readParagraph(reader, into: &bytes)
        }
    }

    /// Runs of spaces count as one, and those at the ends as none; spaces that matter are elements.
    private static func readParagraph(_ reader: XMLReader, into bytes: inout [UInt8]) throws(WorkbookFault) {
        let depth = reader.depth
        var isAfterSpace = true
        while true {
            switch try reader.next() {
            case .text:
                for byte in reader.textBytes {
                    if XMLCharacters.isSpace(byte) {
                        if !isAfterSpace { bytes.append(UInt8(ascii: " ")) }
                        isAfterSpace = true
                    } else {
                        bytes.append(byte)
                        isAfterSpace = false
                    }
                }
                guard bytes.count <= XMLReader.textLimit else { throw reader.fault(.length) }
            case .end:
                if reader.depth < depth {
                    if isAfterSpace, bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
                    return
                }
            case .finish: return
            case .start:
                switch (reader.element.namespace, reader.element.word) {
                case (.text, .styleIndex):
                    // `<text:s text:c="3"/>`
                    let count = reader.number(.cell, in: .text) ?? 1
                    bytes += Array(repeating: UInt8(ascii: " "), count: min(count, 1000))
                    guard bytes.count <= XMLReader.textLimit else { throw reader.fault(.length) }
                    isAfterSpace = false
                    try reader.skip()
                case (.text, .tab):
                    bytes.append(UInt8(ascii: "\t"))
                    try reader.skip()
                case (.text, .lineBreak):
                    bytes.append(UInt8(ascii: "\n"))
                    try reader.skip()
                case (.text, .span), (.text, .link), (.text, .ruby), (.text, .rubyBase): continue
                default: try reader.skip()
                }
            }
        }
    }
}
