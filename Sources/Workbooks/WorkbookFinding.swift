public import Values

/// What can be wrong with a workbook (XLSX, ODS) before its cells are used as a table.
public enum WorkbookFinding: String, FindingCode {
    // What kind of file it is.

    /// A workbook of Excel 97–2003. Details: none.
    case legacyFormat = "workbook.legacyFormat"
    /// A workbook in Excel's binary format (XLSB). Details: none.
    case binaryFormat = "workbook.binaryFormat"
    /// A workbook with macros. Details: none.
    case macros = "workbook.macros"
    /// A workbook that only opens with a password. Details: none.
    case encrypted = "workbook.encrypted"
    /// An archive or an Office file that is no workbook. Details: `found` (a ``DocumentKind``).
    case notAWorkbook = "workbook.notAWorkbook"

    // The archive.

    /// The archive ends before its table of contents. Details: none.
    case cutOff = "workbook.cutOff"
    /// The archive contradicts itself. Details: `reason` (an ``ArchiveFault``), `key` (the part), if it is one.
    case damaged = "workbook.damaged"
    /// A part's name leads out of the archive. Details: `key`.
    case unsafeName = "workbook.unsafeName"
    /// Two parts have the same name. Details: `key`.
    case duplicateName = "workbook.duplicateName"
    /// Two parts lie in the same bytes. Details: `key`, `other`.
    case overlap = "workbook.overlap"
    /// A part, or all together, would be larger than anything that is read. Details: `key`, if it is one part, `found`,
    /// `expected` (bytes).
    case tooLarge = "workbook.tooLarge"
    /// A few bytes that unpack to very many ("zip bomb"). Details: `key`, `found` (how many times as large).
    case bomb = "workbook.bomb"
    /// A part that the workbook names is missing. Details: `key`.
    case missingPart = "workbook.missingPart"

    // XML.

    /// A document type declaration, which could name other files ("external entity"). Details: `key` (the part).
    case documentType = "workbook.documentType"
    /// XML that is not well-formed. Details: `key` (the part), `reason` (an ``XMLFault``), `offset` (bytes before it).
    case brokenXML = "workbook.brokenXML"

    // Sheets and cells.

    /// A cell's content contradicts its type or place. Details: `found`, `reason` (a ``CellFault``).
    case badCell = "workbook.badCell"
    /// A text that no cell of a workbook holds. Details: `found`, `expected` (letters).
    case textTooLong = "workbook.textTooLong"
    /// More cells than are read. Details: `expected` (the maximum).
    case tooManyCells = "workbook.tooManyCells"
    /// No sheet has this name. Details: `found`, `expected` (the names), `suggestion`, if there is one.
    case unknownSheet = "workbook.unknownSheet"
    /// No sheet has a cell with content. Details: none.
    case empty = "workbook.empty"
    /// Several sheets could be meant. Details: `found` (their names).
    case severalSheets = "workbook.severalSheets"
    /// Sheets that were not read. Details: `found` (the one that was read), `other` (the others).
    case otherSheets = "workbook.otherSheets"
    /// A sheet that is read is hidden. Details: `found`.
    case hiddenSheet = "workbook.hiddenSheet"
    /// Rows with content are hidden and read all the same. Details: `count`, at the first.
    case hiddenRows = "workbook.hiddenRows"
    /// Columns with content are hidden and read all the same. Details: `count`, at the first.
    case hiddenColumns = "workbook.hiddenColumns"

    /// How severe it is.
    public var severity: Finding.Severity {
        switch self {
        case .otherSheets, .hiddenSheet, .hiddenRows, .hiddenColumns: .warning
        default: .error
        }
    }
}

/// What a file that is no workbook is.
public enum DocumentKind: String, CaseIterable, Sendable {
    case textDocument, presentation, drawing, officeFile, archive
}

/// How an archive contradicts itself.
public enum ArchiveFault: String, CaseIterable, Sendable {
    /// Bytes follow the table of contents, or it is not where it should be.
    case contents
    /// The header before a part says something else than the table of contents.
    case header
    /// A part is longer or shorter than stated.
    case size
    /// The checksum is another one.
    case checksum
    /// The compressed data breaks the rules.
    case compression
    /// A method of compression other than Deflate.
    case method
    /// The archive is one of several volumes.
    case volumes
    /// More parts than a workbook has.
    case parts
}

/// What breaks the rules of XML.
public enum XMLFault: String, CaseIterable, Sendable {
    case endOfFile, encoding, character, tag, name, attribute, duplicateAttribute, reference, unknownEntity, namespace
    case endTag, root, comment, instruction, declaration, section, depth, length
}

/// What is wrong with a cell.
public enum CellFault: String, CaseIterable, Sendable {
    /// Not the address of a cell, or of a cell of another row.
    case address
    /// It stands before its predecessor, or in its place.
    case order
    /// Not a number, though the cell says so.
    case number
    /// A text that the list of shared texts does not have.
    case sharedText
    /// A type of cell that is not known.
    case type
    /// A merged area or a repetition that is none.
    case area
    /// A day, time or truth value that is none.
    case value
}
