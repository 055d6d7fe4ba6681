internal import Annexes
package import Documents
internal import Scoring
package import Values
internal import Words
internal import Workbooks

extension CriteriaAnnex {
    /// Writes the annex as a workbook; the column for programs is hidden.
    ///
    /// - Parameter file: The file's name, for what no workbook can hold.
    /// - Throws: ``FindingsError`` where a text is longer than a cell holds.
    package func writeWorkbook(
        in language: Language, file: String, to sink: @escaping (_ bytes: [UInt8]) -> Void
    ) throws(FindingsError) {
        let shown = columns
        var layout = SheetLayout(name: Phrase.annexSheet.text(language))
        layout.columns = shown.map { SheetLayout.Column(width: Self.width(of: $0)) }
        layout.columns.append(SheetLayout.Column(width: 12, isHidden: true))
        layout.isLandscape = true
        (layout.frozenRows, layout.titleRows) = (4, 4...4)
        let title = CellLook().with {
            ($0.isBold, $0.alignment, $0.hasBorder) = (true, .center, false)
        }
        let subtitle = title.with { ($0.isBold, $0.isItalic) = (false, true) }
        let heading = CellLook().with {
            ($0.isBold, $0.alignment, $0.isVerticallyCentred, $0.fill) = (true, .center, true, "E7EEF7")
        }
        var book = BookWriter(file: file, sink)
        let rows = rows
        let (columns, titles) = (
            shown + [record], [(set.name.text(language), title), (source.text(language), subtitle)]
        )
        try book.sheet(layout) { sheet throws(FindingsError) in
            for (text, look) in titles {
                sheet.merge(column: 1, columns: shown.count)
                try sheet.row([WrittenCell(text, look)], height: 32)
            }
            try sheet.row([])
            try sheet.row(columns.map { WrittenCell($0.fullTitle.text(language), heading) })
            for row in rows {
                try sheet.row(columns.map { Self.cell($0.value(row), isBold: Self.isBold(row), language) })
            }
            if let notice {
                try sheet.row([])
                try sheet.row([
                    WrittenCell(notice.text(language), CellLook().with { ($0.wraps, $0.hasBorder) = (false, false) })
                ])
            }
        }
        book.finish()
    }

    /// Writes the annex as a document; what a row says for programs stands in it as hidden text.
    package func writeDocument(in language: Language, to sink: @escaping (_ bytes: [UInt8]) -> Void) {
        let (columns, record) = (columns, record)
        var document = WordWriter(isLandscape: true, sink)
        document.paragraph(WordParagraph([WordRun(set.name.text(language), isBold: true)], .center))
        document.paragraph(WordParagraph([WordRun(source.text(language), isItalic: true)], .center))
        let heading = columns.map { column in
            WrittenWordCell([
                WordParagraph([WordRun(column.fullTitle.text(language), isBold: true, size: 11)], .center)
            ])
        }
        let lines = rows.map { row in
            columns.enumerated().map { index, column in
                var runs = [WordRun(column.value(row).text(language), isBold: Self.isBold(row), size: 11)]
                if index == 0 {
                    runs.append(WordRun(record.value(row).text(language), isHidden: true, size: 11))
                }
                return WrittenWordCell([WordParagraph(runs)])
            }
        }
        document.table(columns.map(Self.width), headingRows: 1, [heading] + lines)
        if let notice { document.paragraph(WordParagraph([WordRun(notice.text(language), isItalic: true)])) }
        document.finish()
    }

    /// The document to which the annex belongs.
    private var source: Phrase { Phrase.annexOf(set.source.phrase) }

    /// Fields and the sum.
    private static func isBold(_ row: Row) -> Bool { row.criterion?.parent == nil }

    private static func cell(_ value: Value, isBold: Bool, _ language: Language) -> WrittenCell {
        let look = CellLook().with { $0.isBold = isBold }
        if case .number(let number, _) = value {
            return WrittenCell(.number(number), look.with { $0.alignment = .center })
        }
        return WrittenCell(value.text(language), look.with { $0.format = .text })
    }

    /// How wide a column is, in letters.
    private static func width(of column: Column<Row>) -> Double {
        if column.layout == .decimal { return 9 }
        return column.title.text(.vi) == Phrase.annexNumber.text(.vi) ? 8 : 24
    }
}
