public import Values

/// What can be wrong with a file before its content is examined.
public enum FileFinding: String, FindingCode {
    /// There is no such file. Details: none.
    case notFound = "file.notFound"
    /// The path leads to a folder. Details: none.
    case isFolder = "file.isFolder"
    /// A folder names or brings along what is no file: a pipe, a device, a socket. It is not opened. Details: none.
    case notRegular = "file.notRegular"
    /// What is to be made exists and is no empty folder. Details: none.
    case folderNotEmpty = "file.folderNotEmpty"
    /// The system denies permission to read or write it. Details: none.
    case noPermission = "file.noPermission"
    /// The system failed to read. Details: `reason`.
    case cannotRead = "file.cannotRead"
    /// The file changed, or another took its name, while it was read. Details: none.
    case changed = "file.changed"
    /// The system failed to write; the file is as it was before. Details: `reason`.
    case cannotWrite = "file.cannotWrite"
    /// More bytes than can be read at once. Details: `found`, `expected` (the limit), in bytes.
    case tooLarge = "file.tooLarge"
    /// A spreadsheet workbook (XLSX, ODS, XLS) or another archive where text is expected. Details: `found`.
    case isWorkbook = "file.isWorkbook"
    /// The text is UTF-32, or UTF-16 where only UTF-8 can be read. Details: `found`, `expected` (`UTF-8`).
    case otherEncoding = "file.otherEncoding"
    /// A NUL byte inside the text. Details: `offset` (bytes before it).
    case nulByte = "file.nulByte"
    /// Bytes that the encoding of the text does not have. Details: `found` (the bytes), `expected` (the encoding), `offset`
    /// (bytes before them).
    case notInEncoding = "file.notInEncoding"
    /// The bytes are Vietnamese text in two encodings, and not the same. Details: `found` (the encodings), `other` (the
    /// first word that differs, in each).
    case ambiguousEncoding = "file.ambiguousEncoding"
    /// The text is not in the encoding that was stated. Details: `found`, `expected` (the encodings).
    case statedEncoding = "file.statedEncoding"
    /// Bytes that are not UTF-8. Details: `found` (the bytes, `0xE1`, `0x20`), `offset` (bytes before them).
    case invalidUTF8 = "file.invalidUTF8"
    /// Gzip data that is damaged or truncated. Details: `reason`.
    case brokenArchive = "file.brokenArchive"
    /// A row longer than the limit. Details: `expected` (the maximum in bytes).
    case rowTooLong = "file.rowTooLong"

    /// All of them are errors.
    public var severity: Finding.Severity { .error }
}
