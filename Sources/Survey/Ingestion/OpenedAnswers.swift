internal import Tables
internal import Values

/// A respondents' file whose heading has been read: where everything is in its rows.
struct OpenedAnswers {
    /// Everything after the heading.
    let blocks: RowBlocks
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

    /// - Parameters:
    ///   - file: Its path.
    ///   - questionnaire: What was asked.
    ///   - codes: How answers are read.
    ///   - options: How the table is read.
    ///   - dropped: The numbers of rows that are dropped.
    /// - Throws: ``FindingsError`` when the file cannot be read, or is not a table.
    init(
        file: String, questionnaire: Questionnaire, codes: QuestionCodes, options: AnswerOptions, dropped: Set<Int>
    ) throws(FindingsError) {
        var table = options.table
        table.headings = Self.headings(of: questionnaire)
        var stream = try StreamedTable(contentsOf: file, options: table)
        sheet = stream.beginning.sheet
        (headingRow, blocks, isLarge) = (stream.beginning.headingNumber, stream.blocks, stream.isLarge)

        var parts: [(KeyColumns.Part, Int)] = []
        func look(_ names: [String]?, _ part: KeyColumns.Part) {
            guard let names, let column = stream.beginning.requiredColumn(names) else { return }
            parts.append((part, column))
        }
        look(questionnaire.columns.unit, .unit)
        for (index, code) in options.domains.enumerated() {
            let isReplicate = questionnaire.replicate(ofDomain: code) != nil
            look(questionnaire.headings(ofDomain: code), isReplicate ? .replicate(domain: index) : .domain(index))
        }
        let stages = questionnaire.design?.stages ?? []
        for (index, stage) in stages.enumerated() {
            look(stage.stratum, .stratum(stage: index))
            look(stage.cluster, .cluster(stage: index))
            look(stage.population, .population(stage: index))
        }
        let weight = questionnaire.columns.weight.flatMap { stream.beginning.requiredColumn($0) }
        let id = questionnaire.columns.id.flatMap { stream.beginning.requiredColumn($0) }
        var questionOfField = Array(repeating: -1, count: stream.beginning.columnCount)
        for (index, question) in questionnaire.questions[questionnaire.indexedQuestions].enumerated() {
            guard let column = stream.beginning.requiredColumn(question.columns) else { continue }
            if questionOfField[column] >= 0 {
                findings.append(
                    Finding(
                        QuestionnaireFinding.sameColumn, at: stream.beginning.headingLocation(column),
                        [.found: .text(Excerpt.of(stream.beginning.headings[column]))]))
            }
            questionOfField[column] = index
        }
        let rules =
            questionnaire.isEven && dropped.isEmpty
            ? nil
            : RowRules(questionnaire, codes, questionOfField, dropped: dropped) {
                stream.beginning.requiredColumn($0)
            }
        let numbers = parts.filter({ $0.0.isNumber }).map({ $0.1 })
        stream.beginning.settleNumbers(in: [weight].compactMap { $0 } + numbers, asText: true)
        unusedColumns = stream.beginning.unknownColumns.map { stream.beginning.headings[$0] }
        findings += stream.headingFindings
        if findings.containsError { return }
        layout = RowLayout(
            dialect: stream.beginning.dialect, headings: stream.beginning.headings, questionOfField: questionOfField,
            keyFields: parts.map({ $0.1 }), weightField: weight, idField: id,
            hasNumbers: weight != nil || !numbers.isEmpty, levelOfByte: codes.usual.levelOfByte, rules: rules)
        keyColumns = KeyColumns(
            parts: parts.map({ $0.0 }), domainCount: options.domains.count, stageCount: stages.count,
            units: options.units,
            onlyUnit: options.onlyUnit, scores: FormScores(questionnaire, domains: options.domains))
    }

    /// Headings that nobody asked for.
    private(set) var unusedColumns: [String] = []

    /// What is known of the headings: the columns that the questionnaire needs.
    static func headings(of questionnaire: Questionnaire) -> KnownHeadings {
        var columns = questionnaire.questions.map { $0.columns }
        columns += questionnaire.columns.finished.map { $0.columns }
        let (unit, weight) = (questionnaire.columns.unit, questionnaire.columns.weight)
        columns += [unit, weight, questionnaire.columns.id].compactMap { $0 }
        columns += questionnaire.replicates?.columns.map { [$0] } ?? []
        return KnownHeadings(needed: [columns], others: questionnaire.columns.domains.map { $0.columns })
    }
}
