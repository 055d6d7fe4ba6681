internal import Values

/// The container of Office 97–2003, in which encrypted files of today are kept too.
enum CompoundFile {
    static func isMeant(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    }

    /// Why such a file is not read.
    static func refusal(_ bytes: [UInt8]) -> WorkbookFault {
        let names = streams(of: bytes)
        if names.contains("EncryptedPackage") { return WorkbookFault(.encrypted) }
        if names.contains("WordDocument") {
            return WorkbookFault(.notAWorkbook, [.found: .code(DocumentKind.textDocument.rawValue)])
        }
        if names.contains("PowerPoint Document") {
            return WorkbookFault(.notAWorkbook, [.found: .code(DocumentKind.presentation.rawValue)])
        }
        // Of what is none of these, workbooks are what somebody takes for a table.
        return WorkbookFault(.legacyFormat)
    }

    /// The known names in the table of contents, whose entries of 128 bytes lie anywhere at a multiple of that.
    private static func streams(of bytes: [UInt8]) -> Set<String> {
        let known = ["EncryptedPackage", "WordDocument", "PowerPoint Document"]
        let patterns = known.map { name in (name, name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) }
        var found: Set<String> = []
        for start in stride(from: 512, to: bytes.count - 127, by: 128) {
            // The length of the name with its end, and the kind of a stream.
            let length = Int(bytes[start + 64])
            guard bytes[start + 65] == 0, bytes[start + 66] == 2, length > 2 else { continue }
            for (name, letters) in patterns
            where letters.count + 2 == length && bytes[start..<start + letters.count].elementsEqual(letters) {
                found.insert(name)
            }
        }
        return found
    }
}
