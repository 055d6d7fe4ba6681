package import Values

/// A table whose rows are read block by block: its beginning as a ``Table``, from which heading and dialect are known,
/// and everything after the heading as blocks.
package struct StreamedTable {
    /// The beginning of the file, up to one block. Its rows occur again in the blocks.
    package var beginning: Table
    /// Everything after the heading.
    package let blocks: RowBlocks
    /// Whether several threads are worthwhile.
    package let isLarge: Bool

    /// Below this size in bytes one thread is as fast as two.
    private static let largeSize = 1 << 23

    /// Opens a file. One whose lines cannot be read as they stand, a workbook or text that is not in UTF-8, is held in
    /// memory.
    /// - Throws: ``FindingsError`` when the file cannot be read, or is not a table.
    package init(contentsOf file: String, options: TableOptions) throws(FindingsError) {
        let path = TablePath(file)
        let input = try BlockInput(path: path.file)
        var options = options
        options.sheet = path.sheet ?? options.sheet
        let sample = try Self.beginning(of: input)
        let (table, isWhole) = try Self.table(of: sample, input, file: path.file, options: options)
        beginning = table
        blocks =
            isWhole
            ? RowBlocks(BlockInput(table.body, of: file), rest: [])
            : RowBlocks(input, rest: Array(sample[table.dataStart...]))
        // Large files may have to be read twice.
        let size = isWhole ? table.body.count : input.plainSize ?? 0
        isLarge = file != BlockInput.standardInput && size >= Self.largeSize
    }

    /// The findings about heading and dialect: those of the rows are left to who reads the blocks. Only mixed decimal
    /// separators are not detected there.
    package var headingFindings: [Finding] {
        beginning.findings.filter { finding in
            if finding.unlisted != nil { return Self.countsHeadings(finding) }
            return Self.codesOfTables.contains(finding.code) || finding.code.hasPrefix("workbook.")
                || finding.location.line.map { $0 <= beginning.headingNumber } ?? false
        }
    }

    /// What concerns the whole table, wherever it is.
    private static let codesOfTables =
        [TableFinding.mixedDecimalSeparators, .encodingRecognised, .encodingStated].map { $0.rawValue }

    /// Whether a finding counts others of a kind that only headings have.
    private static func countsHeadings(_ finding: Finding) -> Bool {
        guard case .text(let code)? = finding.details[.code] else { return false }
        return [TableFinding.duplicateHeading, .blankHeading, .sameMeaning].map { $0.rawValue }.contains(code)
    }

    /// The table at the beginning of a file, or the whole where its lines cannot be read as they stand.
    private static func table(
        of sample: [UInt8], _ input: BlockInput, file: String, options: TableOptions
    ) throws(FindingsError) -> (Table, isWhole: Bool) {
        let isForeign = options.charset.map { $0 != .utf8 } ?? false
        if !isForeign, !Table.isWorkbook(sample), !TextDecoding.hidesLines(sample) {
            let table = try Self.table(of: sample, file: file, options: options)
            if !table.isDecoded { return (table, false) }
        }
        var options = options
        options.fillsRows = true
        return (try Table(file: file, bytes: sample + input.rest(), options: options), true)
    }

    /// The table at the beginning of a file. Only the dialect is taken from its rows, so bytes that are not text are an
    /// error in the heading alone: rows with such bytes are reported when they are read, wherever they are.
    private static func table(of sample: [UInt8], file: String, options: TableOptions) throws(FindingsError) -> Table {
        var lines = sample.count
        if sample.count == RowBlocks.size {
            // The LF of the last CR may lie after the sample.
            let lineEnd = sample.dropLast().lastIndex(where: StretchRecords.isLineEnd)
            guard let lineEnd else {
                throw FindingsError(
                    FileFinding.rowTooLong, at: Location(file: file, line: 1, isTable: true),
                    [.expected: .count(RowBlocks.size)])
            }
            lines = lineEnd + 1
        }
        let bytes = Array(sample[..<lines])
        do {
            return try Table(file: file, bytes: bytes, options: options)
        } catch {
            let codes = [FileFinding.nulByte, .invalidUTF8].map { $0.rawValue }
            guard error.findings.contains(where: { codes.contains($0.code) }) else { throw error }
        }
        // Only separators matter for the dialect, and they are ASCII.
        var plain = bytes
        let start = bytes.starts(with: TextEncoding.byteOrderMark) ? TextEncoding.byteOrderMark.count : 0
        for index in start..<plain.count where plain[index] == 0 || plain[index] >= 0x80 {
            plain[index] = UInt8(ascii: "?")
        }
        let headingEnd = try Table(file: file, bytes: plain, options: options).dataStart
        plain.replaceSubrange(..<headingEnd, with: bytes[..<headingEnd])
        return try Table(file: file, bytes: plain, options: options)
    }

    /// The first bytes, up to one block.
    private static func beginning(of input: BlockInput) throws(FindingsError) -> [UInt8] {
        var failure: FindingsError?
        // In bounds: `read` fills at most the buffer and says how much of it; nothing where it throws.
        let bytes = [UInt8](unsafeUninitializedCapacity: RowBlocks.size) { buffer, count in
            do throws(FindingsError) {
                count = try input.read(into: UnsafeMutableRawBufferPointer(buffer))
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }
}
