internal import CAnswerRows
internal import Tables
internal import Values

/// A respondents' file whose heading has been read: where everything stands in its rows.
struct OpenedAnswers {
    /// Everything behind the heading.
    let blocks: AnswerBlocks
    /// Nil when a column that is needed is missing.
    private(set) var layout: RowLayout?
    private(set) var keyColumns: KeyColumns?
    /// What is wrong with the heading.
    private(set) var findings: [Finding] = []
    /// The number of the heading's row.
    let headingRow: Int
    /// Whether several threads are worth it.
    let isLarge: Bool

    /// Below so many bytes one thread is as fast as two.
    private static let largeSize = 1 << 23

    /// - Throws: ``TableError`` when the file cannot be read, or is no table.
    init(file: String, questionnaire: Questionnaire, codes: AnswerCodes, options: AnswerOptions) throws(TableError) {
        let input: BlockInput
        var sample: [UInt8]
        do {
            input = try BlockInput(path: file)
            sample = try Self.beginning(of: input)
        } catch {
            throw TableError(findings: [error.finding])
        }
        isLarge = (input.plainSize ?? 0) >= Self.largeSize
        let isWhole = sample.count < AnswerBlocks.size
        let lineEnd = sample.lastIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        let lines = isWhole ? sample.count : lineEnd.map { $0 + 1 } ?? sample.count
        var table = try Table(file: file, bytes: Array(sample[..<lines]), options: options.table)
        headingRow = table.headingNumber
        blocks = AnswerBlocks(input, rest: Array(sample[table.dataStart...]))
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
        var questionOfField = Array(repeating: -1, count: table.columnCount)
        for (index, question) in questionnaire.questions.enumerated() {
            if let column = table.requiredColumn(question.columns) { questionOfField[column] = index }
        }
        let populations = parts.compactMap { part in if case .population = part.0 { part.1 } else { nil } }
        table.settleNumbers(in: [weight].compactMap { $0 } + populations)
        unusedColumns = table.unknownColumns.map { table.headings[$0] }
        // The sample's rows come again in the blocks.
        findings = table.findings.filter { $0.place.line == nil || ($0.place.line ?? 0) <= table.headingNumber }
        if findings.containsError { return }
        layout = RowLayout(
            dialect: table.dialect, headings: table.headings, questionOfField: questionOfField,
            keyFields: parts.map(\.1), weightField: weight, levelOfByte: codes.levelOfByte)
        keyColumns = KeyColumns(
            parts: parts.map(\.0), domainCount: options.domains.count, stageCount: stages.count, units: options.units,
            onlyUnit: options.onlyUnit)
    }

    /// Headings that nobody asked for.
    private(set) var unusedColumns: [String] = []

    /// The first bytes, up to a block.
    private static func beginning(of input: BlockInput) throws(FileError) -> [UInt8] {
        var failure: FileError?
        let bytes = [UInt8](unsafeUninitializedCapacity: AnswerBlocks.size) { buffer, count in
            do throws(FileError) {
                count = try input.read(into: UnsafeMutableRawBufferPointer(buffer))
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }
}
