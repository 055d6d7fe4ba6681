package import Values

/// The paragraphs and tables of a document of Word (DOCX), as texts in their order.
///
/// What was deleted with tracked changes is left out, and what was inserted is read. Numbers of lists, which the file does
/// not hold as text, are worked out.
package struct WordDocument: Sendable {
    /// A piece of the body.
    package enum Block: Sendable {
        case paragraph(String)
        case table([WordRow])
    }

    package let file: String
    package let blocks: [Block]

    /// Whether a file is meant as a document of Word.
    package static func isMeant(_ bytes: [UInt8]) -> Bool {
        guard !CompoundFile.isMeant(bytes), let archive = try? ZipArchive(bytes),
            let parts = try? PackageParts(archive)
        else { return false }
        return (try? mainPart(of: parts)) ?? nil != nil
    }

    /// Reads a document.
    /// - Throws: ``FindingsError`` with one finding of ``WorkbookFinding``.
    ///
    /// Complexity: O(bytes unpacked).
    package init(file: String, bytes: [UInt8]) throws(FindingsError) {
        self.file = file
        do throws(WorkbookFault) {
            let parts = try PackageParts(ZipArchive(bytes))
            guard let main = try Self.mainPart(of: parts) else {
                throw WorkbookFault(.missingPart, [.key: "word/document.xml"])
            }
            let references = try parts.references(of: main)
            func read(_ kind: String, _ body: (XMLReader) throws(WorkbookFault) -> Void) throws(WorkbookFault) {
                guard let part = references.first(where: { $0.kind == kind }) else { return }
                try parts.archive.withXML(parts.entry(part.target), body)
            }
            var numbering = WordNumbering()
            try read("numbering") { reader throws(WorkbookFault) in try numbering.readDefinitions(reader) }
            try read("styles") { reader throws(WorkbookFault) in try numbering.readStyles(reader) }
            blocks = try parts.archive.withXML(parts.entry(main)) { reader throws(WorkbookFault) in
                var body = WordBodyReader(reader, numbering: numbering)
                return try body.read()
            }
        } catch {
            throw error.error(in: file)
        }
    }

    private static func mainPart(of parts: PackageParts) throws(WorkbookFault) -> String? {
        let main = try parts.references(of: "").first { $0.kind == "officeDocument" }?.target
        let type = main.flatMap { parts.type(of: $0) } ?? ""
        return type.contains("wordprocessingml") || type.contains("ms-word") ? main : nil
    }
}

/// A row of a table, with its cells laid on the columns of the table.
package struct WordRow: Sendable {
    /// The row in its table, from 1.
    package let number: Int
    package let cells: [WordTableCell]
    /// The text of the row that is not shown.
    package let hidden: String
}

/// A cell at a column; one of several columns has its text in the first.
package struct WordTableCell: Hashable, Sendable {
    package var text: String
    /// Whether it belongs to a cell of the row above.
    package var continuesAbove = false
}
