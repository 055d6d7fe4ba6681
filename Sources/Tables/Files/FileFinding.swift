public import Values

/// What can be wrong with a file before anyone looks at what it says.
public enum FileFinding: String, FindingCode {
    /// There is no such file. Details: none.
    case notFound = "file.notFound"
    /// The path leads to a folder. Details: none.
    case isFolder = "file.isFolder"
    /// The system does not let us read or write it. Details: none.
    case noPermission = "file.noPermission"
    /// The system failed to read. Details: `reason`.
    case cannotRead = "file.cannotRead"
    /// The system failed to write; the file is as it was before. Details: `reason`.
    case cannotWrite = "file.cannotWrite"
    /// More bytes than can be read at once. Details: `found`, `expected` (the limit), in bytes.
    case tooLarge = "file.tooLarge"
    /// A workbook of a spreadsheet (XLSX, ODS, XLS), or another archive, where text is due. Details: `found`.
    case isWorkbook = "file.isWorkbook"
    /// The text is UTF-16 or UTF-32. Details: `found` (`UTF-16` or `UTF-32`), `expected` (`UTF-8`).
    case otherEncoding = "file.otherEncoding"
    /// A NUL byte inside the text. Details: `offset` (bytes before it).
    case nulByte = "file.nulByte"
    /// Bytes that are no UTF-8. Details: `found` (the bytes, `0xE1 0x20`), `offset` (bytes before them).
    case invalidUTF8 = "file.invalidUTF8"
    /// Bytes that gzip compressed are damaged or cut off. Details: `reason`.
    case brokenArchive = "file.brokenArchive"
    /// A row goes on and on. Details: `expected` (the most bytes of a row).
    case rowTooLong = "file.rowTooLong"

    /// Every one of them is an error.
    public var severity: Finding.Severity { .error }
}
