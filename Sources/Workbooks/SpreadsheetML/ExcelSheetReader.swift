internal import Values

/// Reads the cells of one of Excel's sheets.
struct ExcelSheetReader {
    private let reader: XMLReader
    private let styles: CellStyles
    private let system: SerialDay.System
    private var builder: SheetBuilder
    private var row = 0
    private var column = 0
    /// The content and the formula of the cell that is being read.
    private var content: [UInt8] = []
    private var formula: [UInt8] = []
    private var text: [UInt8] = []

    init(_ reader: XMLReader, styles: CellStyles, system: SerialDay.System, into builder: SheetBuilder) {
        self.reader = reader
        self.styles = styles
        self.system = system
        self.builder = builder
    }

    mutating func read() throws(WorkbookFault) -> Sheet {
        try reader.enterRoot(XMLName(.sheet, .worksheet))
        while try reader.nextChild() {
            switch (reader.element.namespace, reader.element.word) {
            case (.sheet, .cols): try readColumns()
            case (.sheet, .sheetData):
                while try reader.nextChild() {
                    if reader.element == XMLName(.sheet, .row) { try readRow() } else { try reader.skip() }
                }
            case (.sheet, .mergeCells): try readMerges()
            default: try reader.skip()
            }
        }
        try reader.finish()
        return try builder.finished()
    }

    private mutating func readColumns() throws(WorkbookFault) {
        while try reader.nextChild() {
            if reader.element == XMLName(.sheet, .col), reader.flag(.hidden), let first = reader.number(.min),
                let last = reader.number(.max), first >= 1, first <= last
            {
                builder.hiddenColumns.append(first...min(last, CellAddress.columnLimit))
            }
            try reader.skip()
        }
    }

    private mutating func readMerges() throws(WorkbookFault) {
        while try reader.nextChild() {
            if reader.element == XMLName(.sheet, .mergeCell) {
                guard let area = reader.attribute(.ref).flatMap({ CellArea($0) }) else {
                    throw WorkbookFault(.area, reader.text(.ref) ?? "", row: nil)
                }
                builder.merge(area)
            }
            try reader.skip()
        }
    }

    // MARK: - Rows

    private mutating func readRow() throws(WorkbookFault) {
        var number = row + 1
        if let text = reader.text(.run) {
            guard let stated = reader.number(.run), stated >= 1, stated <= CellAddress.rowLimit else {
                throw WorkbookFault(.address, text, row: number)
            }
            guard stated > row else { throw WorkbookFault(.order, text, row: number) }
            number = stated
        }
        guard number <= CellAddress.rowLimit else { throw WorkbookFault(.address, String(number), row: row) }
        row = number
        column = 0
        builder.beginRow(row, isHidden: reader.flag(.hidden))
        while try reader.nextChild() {
            if reader.element == XMLName(.sheet, .cell) { try readCell() } else { try reader.skip() }
        }
        builder.endRow()
    }

    private func fault(_ fault: CellFault, _ found: some Collection<UInt8>) -> WorkbookFault {
        WorkbookFault(fault, String(decoding: found.prefix(80), as: UTF8.self), row: row, column: column)
    }

    // MARK: - Cells

    /// What the `t` of a cell says.
    private enum CellType {
        case number, shared, text, inline, boolean, error, day

        init?(_ letters: UnsafeBufferPointer<UInt8>?) {
            switch letters.map({ String(decoding: $0, as: UTF8.self) }) {
            case nil, "n": self = .number
            case "s": self = .shared
            case "str": self = .text
            case "inlineStr": self = .inline
            case "b": self = .boolean
            case "e": self = .error
            case "d": self = .day
            default: return nil
            }
        }
    }

    private mutating func readCell() throws(WorkbookFault) {
        column += 1
        if let letters = reader.attribute(.run) {
            guard let address = CellAddress(letters), address.row == row else { throw fault(.address, letters) }
            guard address.column >= column else { throw fault(.order, letters) }
            column = address.column
        }
        guard column <= CellAddress.columnLimit else { throw fault(.address, "\(column)".utf8) }
        guard let type = CellType(reader.attribute(.text)) else {
            throw fault(.type, (reader.text(.text) ?? "").utf8)
        }
        let style = reader.number(.styleIndex) ?? 0
        content.removeAll(keepingCapacity: true)
        formula.removeAll(keepingCapacity: true)
        var (hasFormula, hasValue) = (false, false)
        while try reader.nextChild() {
            switch (reader.element.namespace, reader.element.word) {
            case (.sheet, .value):
                hasValue = true
                content.removeAll(keepingCapacity: true)
                try reader.readText(into: &content)
            case (.sheet, .formula):
                hasFormula = true
                try reader.readText(into: &formula)
            case (.sheet, .inlineText):
                // Beside a value, it is the older form of the same text.
                if hasValue { try reader.skip() } else { try ExcelTexts.readRich(reader, into: &content) }
            default: try reader.skip()
            }
        }
        if hasFormula, !hasValue, content.isEmpty {
            let shown = [UInt8(ascii: "=")] + (formula.isEmpty ? Array("…".utf8) : formula)
            try builder.add(shown, kind: .formula, column: column, isComputed: true)
        } else if !content.isEmpty {
            try add(type, style: style, isComputed: hasFormula)
        }
    }

    private mutating func add(_ type: CellType, style: Int, isComputed: Bool) throws(WorkbookFault) {
        switch type {
        case .number: try addNumber(style: style, isComputed: isComputed)
        case .shared:
            guard let index = Int(String(decoding: content, as: UTF8.self)), index >= 0,
                try builder.add(shared: index, column: column, isComputed: isComputed)
            else { throw fault(.sharedText, content) }
        case .text:
            ExcelTexts.replaceEscapes(in: &content, from: 0)
            try builder.add(content, kind: .text, column: column, isComputed: isComputed)
        case .inline: try builder.add(content, kind: .text, column: column, isComputed: isComputed)
        case .boolean:
            guard content.count == 1 && (content[0] == 0x30 || content[0] == 0x31) || ["true", "false"].contains(word)
            else { throw fault(.value, content) }
            let isTrue = content[0] == 0x31 || word == "true"
            try builder.add(
                Array((isTrue ? "TRUE" : "FALSE").utf8), kind: .boolean, column: column, isComputed: isComputed)
        case .error: try builder.add(content, kind: .error, column: column, isComputed: isComputed)
        case .day:
            guard let moment = WrittenMoment(content) else { throw fault(.value, content) }
            try builder.add(moment.text, kind: moment.kind, column: column, isComputed: isComputed)
        }
    }

    private var word: String { String(decoding: content, as: UTF8.self) }

    private mutating func addNumber(style: Int, isComputed: Bool) throws(WorkbookFault) {
        guard let number = CellNumber(content) else { throw fault(.number, content) }
        text.removeAll(keepingCapacity: true)
        let kind = number.append(as: styles.format(style), system, to: &text)
        try builder.add(text, kind: kind, column: column, isComputed: isComputed)
    }
}

extension CellNumber {
    /// Adds the text of a number in a format; returns what it is then.
    func append(as format: NumberFormat, _ system: SerialDay.System, to bytes: inout [UInt8]) -> Sheet.Kind {
        let kind = format.kind(of: self)
        switch kind {
        case .plain:
            append(to: &bytes)
            return .number
        case .percent(let signs):
            shifted(by: 2 * signs).append(to: &bytes)
            bytes.append(UInt8(ascii: "%"))
            return .percent
        case .day, .time, .moment: break
        }
        guard var parts = SerialDay.parts(of: self) else { return Self.noDay(&bytes) }
        if kind == .time {
            SerialDay.append(seconds: parts.days * SerialDay.secondsOfDay + parts.seconds, to: &bytes)
            return .time
        }
        if kind == .day {
            return SerialDay.append(day: parts.days, system, to: &bytes) ? .day : Self.noDay(&bytes)
        }
        // The last half second of a day belongs to the next.
        if parts.seconds == SerialDay.secondsOfDay { parts = SerialDay.Parts(days: parts.days + 1, seconds: 0) }
        guard SerialDay.append(day: parts.days, system, to: &bytes) else { return Self.noDay(&bytes) }
        bytes.append(UInt8(ascii: " "))
        SerialDay.append(seconds: parts.seconds, to: &bytes)
        return .moment
    }

    /// What programs show where a number is formatted as a day and is none.
    private static func noDay(_ bytes: inout [UInt8]) -> Sheet.Kind {
        bytes += "########".utf8
        return .error
    }
}
