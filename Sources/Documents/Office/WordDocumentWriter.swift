internal import Values
internal import Workbooks

extension OfficialReport {
    /// Writes the report as a document of Word (DOCX) in the layout of decree 30/2020/NĐ-CP.
    ///
    /// - Parameters:
    ///   - language: the reader's language.
    ///   - sink: takes the bytes, piece by piece.
    public func writeWord(in language: Language, to sink: @escaping (_ bytes: [UInt8]) -> Void) {
        let (frame, sections) = (frame, sections)
        var writer = WordDocumentWriter(
            language: language, isLandscape: frame.isLandscape,
            word: WordWriter(isLandscape: frame.isLandscape, sink))
        writer.writeHead(frame)
        for section in sections where !section.isAnnex { writer.write(section.content) }
        writer.writeSignatures(frame)
        for section in sections where section.isAnnex { writer.write(section.content, beginsPage: true) }
        writer.finish()
    }
}

/// Writes the blocks of documents into a document of Word.
private struct WordDocumentWriter {
    private let language: Language
    private var word: WordWriter
    /// Whether the next block begins a page.
    private var beginsPage = false

    /// So many letters of what stands in tables stand on a line of the page, bold ones too.
    private let room: Int

    init(language: Language, isLandscape: Bool, word: WordWriter) {
        (self.language, self.word, room) = (language, word, isLandscape ? 146 : 96)
    }

    mutating func finish() { word.finish() }

    mutating func write(_ document: Document, beginsPage: Bool = false) {
        if beginsPage { self.beginsPage = true }
        for block in document.blocks { write(block) }
    }

    private func text(_ phrase: Phrase) -> String { CleanText.lines(phrase.text(language)) }

    private mutating func write(_ block: Document.Block) {
        switch block {
        case .heading(let title, let level):
            let run = WordRun(text(title), isBold: true, isItalic: level > 2)
            paragraph(
                WordParagraph([run], level == 1 ? .center : .both).with {
                    ($0.staysWithNext, $0.spaceBelow, $0.firstLine) = (true, 6, level == 1 ? 0 : Self.firstLine)
                })
        case .paragraph(let text): paragraph([WordRun(self.text(text))])
        case .notice(let text): paragraph([WordRun(self.text(text), isItalic: true)])
        case .list(let points): for point in points { paragraph([WordRun("- " + text(point))]) }
        case .facts(let facts):
            for fact in facts {
                paragraph([WordRun("- " + text(fact.name) + ": "), WordRun(text(fact.text))])
            }
        case .table(let table): write(table)
        case .parts(let count, let part): for position in 0..<count { write(Document().part(position, part)) }
        }
    }

    /// A centimetre, as the decree has it.
    private static let firstLine = 10

    private mutating func paragraph(_ runs: [WordRun]) {
        paragraph(WordParagraph(runs, .both).with { ($0.spaceBelow, $0.firstLine) = (6, Self.firstLine) })
    }

    private mutating func paragraph(_ paragraph: WordParagraph) {
        word.paragraph(paragraph.with { $0.beginsPage = beginsPage })
        beginsPage = false
    }

    /// Of what stands in tables, in points.
    private static let tableSize = 11

    private mutating func write(_ table: DataTable) {
        let titles = table.columns.map { text($0.title) }
        let rows = table.rows(in: language)
        let widths = TableWidths(titles, rows.map { $0.cells }, room: room, edges: 4).widths
        let heading = titles.map { title in
            WrittenWordCell([WordParagraph([WordRun(title, isBold: true, size: Self.tableSize)], .center)])
        }
        let lines = rows.map { row in
            zip(row.cells, table.columns).map { cell, column in
                let run = WordRun(CleanText.lines(cell), isBold: row.isStrong, size: Self.tableSize)
                return WrittenWordCell([WordParagraph([run], column.layout.alignment == .leading ? .left : .right)])
            }
        }
        word.table(widths, headingRows: 1, [heading] + lines)
    }

    // MARK: - Around the text

    mutating func writeHead(_ frame: OfficialFrame) {
        func centred(_ text: Phrase, isBold: Bool = false, isItalic: Bool = false, size: Int = 12) -> WordParagraph {
            WordParagraph([WordRun(self.text(text), isBold: isBold, isItalic: isItalic, size: size)], .center)
        }
        let left =
            (frame.superior.map { [centred($0)] } ?? []) + [
                centred(frame.organisation, isBold: true), Self.rule(indent: 22), centred(frame.number),
            ]
        let right = [
            centred(frame.country, isBold: true), centred(frame.motto, isBold: true, size: 13), Self.rule(indent: 26),
            centred(frame.placeAndDay, isItalic: true, size: 13),
        ]
        word.table([63, 102], hasBorders: false, [[WrittenWordCell(left), WrittenWordCell(right)]])
        paragraph(centred(frame.kind, isBold: true, size: 14))
        paragraph(centred(frame.subject, isBold: true, size: 14))
        paragraph(Self.rule(indent: 60).with { $0.spaceBelow = 12 })
        if let addressee = frame.addressee {
            paragraph(centred(addressee, size: 14).with { $0.spaceBelow = 12 })
        }
    }

    /// A line of which the ends are so many millimetres from the edges.
    private static func rule(indent: Int) -> WordParagraph {
        WordParagraph([WordRun("", size: 2)], .center).with {
            ($0.isRuled, $0.indent, $0.spaceBelow) = (true, indent, 4)
        }
    }

    mutating func writeSignatures(_ frame: OfficialFrame) {
        let recipients =
            [WordParagraph([WordRun(text(frame.recipientsTitle), isBold: true, isItalic: true, size: 12)])]
            + frame.recipients.map { WordParagraph([WordRun("- " + text($0), size: 11)]) }
        let signatures = [
            WordParagraph([WordRun(text(frame.signatory), isBold: true)], .center),
            WordParagraph([WordRun(text(frame.signature), isItalic: true)], .center),
        ]
        word.table([6, 6], hasBorders: false, [[WrittenWordCell(recipients), WrittenWordCell(signatures)]])
    }
}
