internal import CAnswerRows
internal import Tables
internal import Values

/// A respondents' file whose heading has been read: where everything is in its rows.
struct OpenedAnswers {
    /// Everything after the heading.
    let blocks: AnswerBlocks
    /// Nil when a required column is missing.
    private(set) var layout: RowLayout?
    private(set) var keyColumns: KeyColumns?
    /// What is wrong with the heading.
    private(set) var findings: [Finding] = []
    /// The sheet of a workbook; nil for a text file.
    let sheet: String?
    /// The row number of the heading.
    let headingRow: Int
    /// Whether several threads are worthwhile.
    let isLarge: Bool

    /// Below this size in bytes one thread is as fast as two.
    private static let largeSize = 1 << 23

    /// - Throws: ``FindingsError`` when the file cannot be read, or is not a table.
    init(file: String, questionnaire: Questionnaire, codes: AnswerCodes, options: AnswerOptions) throws(FindingsError) {
        let path = TablePath(file)
        let input = try BlockInput(path: path.file)
        var options = options
        options.table.sheet = path.sheet ?? options.table.sheet
        options.table.headings = Self.headings(of: questionnaire, options)
        var sample = try Self.beginning(of: input)
        var (table, isWhole) = try Self.table(of: sample, input, file: path.file, options: options)
        if isWhole {
            blocks = AnswerBlocks(BlockInput(table.body, of: file), rest: [])
        } else {
            blocks = AnswerBlocks(input, rest: Array(sample[table.dataStart...]))
        }
        // Large files may have to be read twice.
        let size = isWhole ? table.body.count : input.plainSize ?? 0
        isLarge = file != BlockInput.standardInput && size >= Self.largeSize
        sheet = table.sheet
        headingRow = table.headingNumber
        sample = []

        var parts: [(KeyColumns.Part, Int)] = []
        func look(_ names: [String]?, _ part: KeyColumns.Part) {
            guard let names, let column = table.requiredColumn(names) else { return }
            parts.append((part, column))
        }
        look(questionnaire.columns.unit, .unit)
        for (index, code) in options.domains.enumerated() {
            look(questionnaire.columns.domains.first { $0.code == code }?.columns ?? [code], .domain(index))
        }
        let stages = questionnaire.design?.stages ?? []
        for (index, stage) in stages.enumerated() {
            look(stage.stratum, .stratum(stage: index))
            look(stage.cluster, .cluster(stage: index))
            look(stage.population, .population(stage: index))
        }
        let weight = questionnaire.columns.weight.flatMap { table.requiredColumn($0) }
        let id = questionnaire.columns.id.flatMap { table.requiredColumn($0) }
        var questionOfField = Array(repeating: -1, count: table.columnCount)
        for (index, question) in questionnaire.questions.enumerated() {
            guard let column = table.requiredColumn(question.columns) else { continue }
            if questionOfField[column] >= 0 {
                findings.append(
                    Finding(
                        QuestionnaireFinding.sameColumn, at: table.headingLocation(column),
                        [.found: .text(Excerpt.of(table.headings[column]))]))
            }
            questionOfField[column] = index
        }
        let populations = parts.compactMap { part in if case .population = part.0 { part.1 } else { nil } }
        table.settleNumbers(in: [weight].compactMap { $0 } + populations, asText: true)
        unusedColumns = table.unknownColumns.map { table.headings[$0] }
        // The sample's rows occur again in the blocks; only mixed decimal separators are not detected there.
        findings += table.findings.filter { finding in
            if finding.unlisted != nil { return Self.countsHeadings(finding) }
            return Self.codesOfTables.contains(finding.code) || finding.code.hasPrefix("workbook.")
                || finding.location.line.map { $0 <= table.headingNumber } ?? false
        }
        if findings.containsError { return }
        layout = RowLayout(
            dialect: table.dialect, headings: table.headings, questionOfField: questionOfField,
            keyFields: parts.map(\.1), weightField: weight, idField: id,
            hasNumbers: weight != nil || !populations.isEmpty, levelOfByte: codes.levelOfByte)
        keyColumns = KeyColumns(
            parts: parts.map(\.0), domainCount: options.domains.count, stageCount: stages.count, units: options.units,
            onlyUnit: options.onlyUnit)
    }

    /// What concerns the whole table, wherever it is.
    private static let codesOfTables =
        [TableFinding.mixedDecimalSeparators, .encodingRecognised, .encodingStated].map(\.rawValue)

    /// Whether a finding counts others of a kind that only headings have.
    private static func countsHeadings(_ finding: Finding) -> Bool {
        guard case .text(let code)? = finding.details[.code] else { return false }
        return [TableFinding.duplicateHeading, .blankHeading, .sameMeaning].map(\.rawValue).contains(code)
    }

    /// Headings that nobody asked for.
    private(set) var unusedColumns: [String] = []

    /// What is known of the headings: the columns that the questionnaire needs.
    private static func headings(of questionnaire: Questionnaire, _ options: AnswerOptions) -> KnownHeadings {
        var columns = questionnaire.questions.map(\.columns)
        let (unit, weight) = (questionnaire.columns.unit, questionnaire.columns.weight)
        columns += [unit, weight, questionnaire.columns.id].compactMap { $0 }
        return KnownHeadings(needed: [columns], others: questionnaire.columns.domains.map(\.columns))
    }

    /// The table at the beginning of a file, or the whole where its lines cannot be read as they stand: of a workbook, and
    /// of text that is not in UTF-8. Such files are held in memory.
    private static func table(
        of sample: [UInt8], _ input: BlockInput, file: String, options: AnswerOptions
    ) throws(FindingsError) -> (Table, isWhole: Bool) {
        let isForeign = options.table.charset.map { $0 != .utf8 } ?? false
        if !isForeign, !Table.isWorkbook(sample), !TextDecoding.hidesLines(sample) {
            let table = try Self.table(of: sample, file: file, options: options)
            if !table.isDecoded { return (table, false) }
        }
        var options = options.table
        options.fillsRows = true
        return (try Table(file: file, bytes: sample + input.rest(), options: options), true)
    }

    /// The table at the beginning of a file. Only the dialect is taken from its rows, so bytes that are not text are an
    /// error in the heading alone: rows with such bytes are reported when they are read, wherever they are.
    private static func table(of sample: [UInt8], file: String, options: AnswerOptions) throws(FindingsError) -> Table {
        var lines = sample.count
        if sample.count == AnswerBlocks.size {
            // The LF of the last CR may lie after the sample.
            let lineEnd = sample.dropLast().lastIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
            guard let lineEnd else {
                throw FindingsError(
                    FileFinding.rowTooLong, at: Location(file: file, line: 1, isTable: true),
                    [.expected: .count(AnswerBlocks.size)])
            }
            lines = lineEnd + 1
        }
        let bytes = Array(sample[..<lines])
        do {
            return try Table(file: file, bytes: bytes, options: options.table)
        } catch {
            let codes = [FileFinding.nulByte, .invalidUTF8].map(\.rawValue)
            guard error.findings.contains(where: { codes.contains($0.code) }) else { throw error }
        }
        // Only separators matter for the dialect, and they are ASCII.
        var plain = bytes
        let start = bytes.starts(with: TextEncoding.byteOrderMark) ? TextEncoding.byteOrderMark.count : 0
        for index in start..<plain.count where plain[index] == 0 || plain[index] >= 0x80 {
            plain[index] = UInt8(ascii: "?")
        }
        let headingEnd = try Table(file: file, bytes: plain, options: options.table).dataStart
        plain.replaceSubrange(..<headingEnd, with: bytes[..<headingEnd])
        return try Table(file: file, bytes: plain, options: options.table)
    }

    /// The first bytes, up to one block.
    private static func beginning(of input: BlockInput) throws(FindingsError) -> [UInt8] {
        var failure: FindingsError?
        let bytes = [UInt8](unsafeUninitializedCapacity: AnswerBlocks.size) { buffer, count in
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
