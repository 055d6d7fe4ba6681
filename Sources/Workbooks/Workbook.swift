package import Values

/// A workbook of Excel (XLSX) or OpenDocument (ODS), read from the bytes of its file.
///
/// What is no such workbook, or one that cannot be read safely and completely, is refused with what to do about it.
package struct Workbook: Sendable {
    /// A sheet that can be read.
    package struct SheetName: Hashable, Sendable {
        package let name: String
        package let isHidden: Bool
    }

    private enum Content: Sendable {
        case excel(ExcelBook)
        case open([Sheet])
    }

    package let file: String
    /// The sheets with cells, in their order.
    package let sheets: [SheetName]
    private let content: Content

    /// Whether a file is meant as a workbook, or is another Office file or archive: text is never one.
    package static func isMeant(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
            || CompoundFile.isMeant(bytes)
    }

    /// Opens a workbook.
    /// - Throws: ``FindingsError`` with one finding of ``WorkbookFinding``.
    ///
    /// Complexity: that of the shared texts; of an OpenDocument workbook, that of all cells.
    package init(file: String, bytes: [UInt8]) throws(FindingsError) {
        self.file = file
        do throws(WorkbookFault) {
            content = try Self.content(of: bytes)
        } catch {
            throw error.error(in: file)
        }
        sheets =
            switch content {
            case .excel(let book): book.sheets.map { SheetName(name: $0.name, isHidden: $0.isHidden) }
            case .open(let sheets): sheets.map { SheetName(name: $0.name, isHidden: $0.isHidden) }
            }
    }

    /// Reads a sheet by its position.
    /// - Throws: ``FindingsError`` with one finding of ``WorkbookFinding``, at the cell where there is one.
    package func sheet(_ position: Int) throws(FindingsError) -> Sheet {
        switch content {
        case .open(let sheets): return sheets[position]
        case .excel(let book):
            do throws(WorkbookFault) {
                return try book.sheet(position)
            } catch {
                throw error.error(in: file)
            }
        }
    }

    private static func content(of bytes: [UInt8]) throws(WorkbookFault) -> Content {
        if CompoundFile.isMeant(bytes) { throw CompoundFile.refusal(bytes) }
        let archive = try ZipArchive(bytes)
        if let entry = archive.entry("mimetype"), entry.size < 200 {
            let type = String(decoding: try archive.bytes(of: entry), as: UTF8.self)
            if type.hasPrefix("application/vnd.oasis.opendocument.") {
                return .open(try openSheets(archive, type: type))
            }
        }
        let parts = try PackageParts(archive)
        guard let main = try parts.references(of: "").first(where: { $0.kind == "officeDocument" })?.target else {
            throw notAWorkbook(archive.entry("[Content_Types].xml") == nil ? .archive : .officeFile)
        }
        let type = parts.type(of: main) ?? ""
        if type.contains("sheet.binary") || main.lowercased().hasSuffix(".bin") { throw WorkbookFault(.binaryFormat) }
        if type.contains("wordprocessingml") || type.contains("ms-word") { throw notAWorkbook(.textDocument) }
        if type.contains("presentationml") || type.contains("powerpoint") { throw notAWorkbook(.presentation) }
        if type.contains("macroenabled") || parts.hasType({ $0.contains("vbaproject") }) {
            throw WorkbookFault(.macros)
        }
        if !type.isEmpty, !type.contains("spreadsheetml") { throw notAWorkbook(.officeFile) }
        return .excel(try ExcelBook(parts, workbook: main))
    }

    private static func openSheets(_ archive: ZipArchive, type: String) throws(WorkbookFault) -> [Sheet] {
        if try OpenBook.isEncrypted(archive) { throw WorkbookFault(.encrypted) }
        guard type.hasPrefix(OpenBook.mimetype) else {
            let kinds: [(String, DocumentKind)] = [
                (".text", .textDocument), (".presentation", .presentation), (".graphics", .drawing),
            ]
            throw notAWorkbook(kinds.first { type.contains($0.0) }?.1 ?? .officeFile)
        }
        return try OpenBook.sheets(archive)
    }

    private static func notAWorkbook(_ kind: DocumentKind) -> WorkbookFault {
        WorkbookFault(.notAWorkbook, [.found: .code(kind.rawValue)])
    }
}
