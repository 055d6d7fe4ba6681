/// Writes a document of Word (DOCX) piece by piece, in the layout of decree 30/2020/NĐ-CP: A4, Times New Roman 14, its
/// margins, and page numbers centred above from the second page on.
///
///     var document = WordWriter(isLandscape: true) { output.write($0) }
///     document.paragraph(WordParagraph([WordRun("PHỤ LỤC", isBold: true)], .center))
///     document.table([2, 12], headingRows: 1, rows)
///     document.finish()
package struct WordWriter {
    private var package: PackageWriter
    private var xml = XMLWriter()
    private let isLandscape: Bool

    private static let namespaces: XMLWriter.Attributes = [
        "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ]
    private static let type = "application/vnd.openxmlformats-officedocument.wordprocessingml."

    package init(isLandscape: Bool = false, _ sink: @escaping (_ bytes: [UInt8]) -> Void) {
        package = PackageWriter(sink)
        self.isLandscape = isLandscape
        package.begin("word/document.xml", type: Self.type + "document.main+xml")
        xml.open("w:document", Self.namespaces)
        xml.open("w:body")
    }

    package mutating func paragraph(_ paragraph: WordParagraph) {
        paragraph.write(to: &xml)
        handOver()
    }

    /// Writes a table.
    /// - Parameters:
    ///   - widths: The columns' parts of the width of the page.
    ///   - headingRows: How many rows stand on every page again.
    ///   - hasBorders: Whether lines stand around the cells.
    package mutating func table(
        _ widths: [Double], headingRows: Int = 0, hasBorders: Bool = true, _ rows: some Sequence<[WrittenWordCell]>
    ) {
        let page = Double((isLandscape ? 16838 : 11906) - Self.left - Self.right)
        let sum = widths.reduce(0, +)
        let columns = widths.map { Int($0 / sum * page) }
        xml.open("w:tbl")
        xml.element("w:tblPr") { xml in
            xml.element("w:tblW", ["w:w": "\(columns.reduce(0, +))", "w:type": "dxa"])
            if hasBorders {
                xml.element("w:tblBorders") { xml in
                    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
                        xml.element("w:" + side, WordParagraph.line)
                    }
                }
            }
            xml.element("w:tblLayout", ["w:type": "fixed"])
        }
        xml.element("w:tblGrid") { xml in for column in columns { xml.element("w:gridCol", ["w:w": "\(column)"]) } }
        for (index, row) in rows.enumerated() {
            xml.element("w:tr") { xml in
                xml.element("w:trPr") { xml in
                    xml.element("w:cantSplit")
                    if index < headingRows { xml.element("w:tblHeader") }
                }
                var column = 0
                for cell in row {
                    let end = min(column + cell.span, columns.count)
                    cell.write(width: columns[min(column, end)..<end].reduce(0, +), to: &xml)
                    column = end
                }
            }
            handOver()
        }
        xml.close("w:tbl")
        // A table at the end of a document needs a paragraph behind it.
        xml.element("w:p")
        handOver()
    }

    /// Ends the document.
    package mutating func finish() {
        xml.element("w:sectPr") { [isLandscape] xml in
            xml.element("w:headerReference", ["w:type": "default", "r:id": "rId2"])
            xml.element(
                "w:pgSz",
                [
                    "w:w": isLandscape ? "16838" : "11906", "w:h": isLandscape ? "11906" : "16838",
                    "w:orient": isLandscape ? "landscape" : nil,
                ])
            xml.element(
                "w:pgMar",
                [
                    "w:top": "1134", "w:right": "\(Self.right)", "w:bottom": "1134", "w:left": "\(Self.left)",
                    "w:header": "567", "w:footer": "567", "w:gutter": "0",
                ])
            xml.element("w:titlePg")
        }
        xml.close("w:body")
        xml.close("w:document")
        handOver()
        package.add("word/styles.xml", type: Self.type + "styles+xml") { Self.writeStyles(to: &$0) }
        package.add("word/header1.xml", type: Self.type + "header+xml") { Self.writeHeader(to: &$0) }
        package.refer(
            from: "word/document.xml",
            to: [
                PackageWriter.Reference(id: "rId1", kind: "styles", target: "styles.xml"),
                PackageWriter.Reference(id: "rId2", kind: "header", target: "header1.xml"),
            ])
        package.finish(main: "word/document.xml")
    }

    /// Margins in twentieths of a point: 30 mm on the left, 15 mm on the right; 20 mm above and below.
    private static let (left, right) = (1701, 850)

    private mutating func handOver() {
        let bytes = xml.takeBytes()
        package.write(bytes)
    }

    private static func writeStyles(to xml: inout XMLWriter) {
        xml.element("w:styles", namespaces) { xml in
            xml.element("w:docDefaults") { xml in
                xml.element("w:rPrDefault") { xml in
                    xml.element("w:rPr") { xml in
                        let font = "Times New Roman"
                        xml.element(
                            "w:rFonts", ["w:ascii": font, "w:hAnsi": font, "w:eastAsia": font, "w:cs": font])
                        xml.element("w:sz", ["w:val": "28"])
                        xml.element("w:szCs", ["w:val": "28"])
                        xml.element("w:lang", ["w:val": "vi-VN"])
                    }
                }
                xml.element("w:pPrDefault")
            }
            xml.element("w:style", ["w:type": "paragraph", "w:default": "1", "w:styleId": "Normal"]) {
                $0.element("w:name", ["w:val": "Normal"])
            }
        }
    }

    /// The number of the page, in its middle.
    private static func writeHeader(to xml: inout XMLWriter) {
        xml.element("w:hdr", namespaces) { xml in
            xml.element("w:p") { xml in
                xml.element("w:pPr") { $0.element("w:jc", ["w:val": "center"]) }
                xml.element("w:fldSimple", ["w:instr": "PAGE"]) { xml in
                    xml.element("w:r") { $0.element("w:t", text: "2") }
                }
            }
        }
    }
}

/// A piece of text that looks the same throughout.
package struct WordRun: Sendable {
    package var text: String
    package var isBold: Bool
    package var isItalic: Bool
    /// Whether it is neither shown nor printed.
    package var isHidden: Bool
    /// In points; nil for the document's.
    package var size: Int?

    package init(
        _ text: String, isBold: Bool = false, isItalic: Bool = false, isHidden: Bool = false, size: Int? = nil
    ) {
        (self.text, self.isBold, self.isItalic, self.isHidden, self.size) = (text, isBold, isItalic, isHidden, size)
    }

    fileprivate func write(to xml: inout XMLWriter) {
        xml.element("w:r") { xml in
            xml.element("w:rPr") { xml in
                if isBold { xml.element("w:b") }
                if isItalic { xml.element("w:i") }
                if isHidden { xml.element("w:vanish") }
                if let size {
                    xml.element("w:sz", ["w:val": "\(2 * size)"])
                    xml.element("w:szCs", ["w:val": "\(2 * size)"])
                }
            }
            var part = ""
            func end(_ xml: inout XMLWriter) {
                if !part.isEmpty { xml.element("w:t", ["xml:space": "preserve"], text: part) }
                part = ""
            }
            for character in text {
                guard character.isNewline || character == "\t" else {
                    part.append(character)
                    continue
                }
                end(&xml)
                xml.element(character == "\t" ? "w:tab" : "w:br")
            }
            end(&xml)
        }
    }
}

/// A paragraph.
package struct WordParagraph: Sendable {
    package enum Alignment: String, Sendable { case left, center, right, both }

    package var runs: [WordRun]
    package var alignment: Alignment
    /// Whether it stays on the page of the next one.
    package var staysWithNext = false
    /// Whether it begins a page.
    package var beginsPage = false
    /// The space below it, in points.
    package var spaceBelow = 0
    /// How far its first line begins from the edge, in millimetres.
    package var firstLine = 0
    /// How far it begins and ends from the edges, in millimetres.
    package var indent = 0
    /// Whether a line is drawn below it.
    package var isRuled = false

    package init(_ runs: [WordRun], _ alignment: Alignment = .left) { (self.runs, self.alignment) = (runs, alignment) }

    /// The same with some changes.
    package func with(_ change: (inout WordParagraph) -> Void) -> WordParagraph {
        var paragraph = self
        change(&paragraph)
        return paragraph
    }

    fileprivate static let line: XMLWriter.Attributes = [
        "w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "auto",
    ]

    fileprivate func write(to xml: inout XMLWriter) {
        xml.element("w:p") { xml in
            xml.element("w:pPr") { xml in
                if staysWithNext { xml.element("w:keepNext") }
                if beginsPage { xml.element("w:pageBreakBefore") }
                if isRuled { xml.element("w:pBdr") { $0.element("w:bottom", Self.line) } }
                if spaceBelow > 0 { xml.element("w:spacing", ["w:after": "\(20 * spaceBelow)"]) }
                if firstLine > 0 || indent > 0 {
                    // 1,440 twentieths of a point are an inch.
                    let (edge, first) = (1440 * indent * 10 / 254, 1440 * firstLine * 10 / 254)
                    xml.element(
                        "w:ind",
                        [
                            "w:left": indent > 0 ? "\(edge)" : nil, "w:right": indent > 0 ? "\(edge)" : nil,
                            "w:firstLine": firstLine > 0 ? "\(first)" : nil,
                        ])
                }
                xml.element("w:jc", ["w:val": alignment.rawValue])
            }
            for run in runs { run.write(to: &xml) }
        }
    }
}

/// A cell of a written table.
package struct WrittenWordCell: Sendable {
    /// How it joins the cells above and below.
    package enum Joint: String, Sendable { case begins = "restart", continues = "continue" }

    /// At least one.
    package var paragraphs: [WordParagraph]
    /// How many columns it takes.
    package var span: Int
    package var joint: Joint?

    package init(_ paragraphs: [WordParagraph], span: Int = 1, joint: Joint? = nil) {
        (self.paragraphs, self.span, self.joint) = (paragraphs, span, joint)
    }

    fileprivate func write(width: Int, to xml: inout XMLWriter) {
        xml.element("w:tc") { xml in
            xml.element("w:tcPr") { xml in
                xml.element("w:tcW", ["w:w": "\(width)", "w:type": "dxa"])
                if span > 1 { xml.element("w:gridSpan", ["w:val": "\(span)"]) }
                if let joint { xml.element("w:vMerge", ["w:val": joint.rawValue]) }
            }
            for paragraph in paragraphs { paragraph.write(to: &xml) }
            // A cell without a paragraph is no cell to Word.
            if paragraphs.isEmpty { xml.element("w:p") }
        }
    }
}
