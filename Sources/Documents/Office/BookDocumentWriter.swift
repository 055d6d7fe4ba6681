public import Values
internal import Workbooks

extension OfficialReport {
    /// Writes the report as a workbook (XLSX): a sheet a section, numbers as numbers.
    ///
    /// - Parameters:
    ///   - language: the reader's language.
    ///   - file: the file's name, for what cannot be written.
    ///   - sink: takes the bytes, piece by piece.
    /// - Throws: `FindingsError` where a text is longer than a cell holds.
    public func writeBook(
        in language: Language, file: String, to sink: @escaping (_ bytes: [UInt8]) -> Void
    ) throws(FindingsError) {
        var book = BookWriter(file: file, sink)
        for section in sections {
            let writer = SectionWriter(language: language, section: section)
            try book.sheet(writer.layout) { sheet throws(FindingsError) in
                try writer.write(frame, to: &sheet)
            }
        }
        book.finish()
    }
}

/// Writes a section into a sheet.
private struct SectionWriter {
    let language: Language
    let section: OfficialSection
    /// The columns of its widest table.
    private let widths: [Double]

    init(language: Language, section: OfficialSection) {
        (self.language, self.section) = (language, section)
        let tables = section.content.blocks.compactMap { block -> [Double]? in
            guard case .table(let table) = block else { return nil }
            let titles = table.columns.map { $0.title.text(language) }
            return TableWidths(titles, table.rows(in: language).map { $0.cells }, room: 130).widths
        }
        widths = tables.max { $0.count < $1.count } ?? [100]
    }

    var layout: SheetLayout {
        var layout = SheetLayout(name: section.name.text(language))
        layout.columns = widths.map { SheetLayout.Column(width: $0) }
        layout.isLandscape = widths.reduce(0, +) > 90
        return layout
    }

    private static let plain = CellLook().with { $0.hasBorder = false }
    private static let bold = plain.with { $0.isBold = true }
    private static let title = bold.with { $0.alignment = .center }

    private func text(_ phrase: Phrase) -> String { CleanText.lines(phrase.text(language)) }

    func write(_ frame: OfficialFrame, to sheet: inout SheetWriter) throws(FindingsError) {
        for line in [frame.organisation, frame.kind, frame.subject] { try sheet.wideRow(text(line), Self.title) }
        try sheet.row([])
        for block in section.content.blocks { try write(block, to: &sheet) }
    }

    private func write(_ block: Document.Block, to sheet: inout SheetWriter) throws(FindingsError) {
        switch block {
        case .heading(let title, _): try sheet.wideRow(text(title), Self.bold)
        case .paragraph(let text): try sheet.wideRow(self.text(text), Self.plain)
        case .notice(let text):
            try sheet.wideRow(self.text(text), Self.plain.with { $0.isItalic = true })
        case .list(let points): for point in points { try sheet.wideRow("- " + text(point), Self.plain) }
        case .facts(let facts):
            for fact in facts { try sheet.wideRow(text(fact.name) + ": " + text(fact.text), Self.plain) }
        case .table(let table): try write(table, to: &sheet)
        case .parts(let count, let part):
            for position in 0..<count {
                for block in Document().part(position, part).blocks { try write(block, to: &sheet) }
            }
        }
    }

    private func write(_ table: DataTable, to sheet: inout SheetWriter) throws(FindingsError) {
        let heading = CellLook().with {
            ($0.isBold, $0.alignment, $0.isVerticallyCentred, $0.fill) = (true, .center, true, "E7EEF7")
        }
        try sheet.row(table.columns.map { WrittenCell(text($0.title), heading) })
        var rows: [[WrittenCell]] = []
        for part in table.parts {
            part.rows(0..<part.sourceCount) { values, isStrong in
                rows.append(
                    zip(values, table.columns).map { value, column in
                        value.cell(in: language, column.layout, CellLook().with { $0.isBold = isStrong })
                    })
            }
        }
        for row in rows { try sheet.row(row) }
        try sheet.row([])
    }
}

extension Value {
    /// A cell that holds the value: numbers as numbers, everything else as people read it.
    fileprivate func cell(in language: Language, _ layout: ColumnLayout, _ look: CellLook) -> WrittenCell {
        switch self {
        case .number(let number, let numberLook) where numberLook.unit == nil:
            return .number(number, numberLook, look)
        case .ratio(let ratio, let numberLook) where numberLook.unit == nil:
            if let number = ratio.rounded(.finest) { return .number(number, numberLook, look) }
        case .count(let count):
            if let number = FixedDecimal(exactly: count) { return .number(number, NumberLook(), look) }
        default: break
        }
        let text = isNothing ? layout.blank : CleanText.lines(self.text(language))
        return WrittenCell(
            text, look.with { ($0.format, $0.alignment) = (.text, layout.alignment == .leading ? .left : .right) })
    }
}

extension WrittenCell {
    /// A number as people see it, with all its decimals where it is not rounded for them.
    fileprivate static func number(_ number: FixedDecimal, _ numberLook: NumberLook, _ look: CellLook) -> WrittenCell {
        let shown = numberLook.rounding.flatMap { number.rounded($0) } ?? number
        let text = shown.text()
        let decimals = text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
        return WrittenCell(
            .number(number),
            look.with { ($0.format, $0.alignment) = (.decimals(max(decimals, numberLook.digits)), .right) })
    }
}
