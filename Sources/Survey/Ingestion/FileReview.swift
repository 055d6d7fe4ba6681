internal import Tables
internal import Values

/// The combined findings of a file's workers: rows get their numbers when all blocks have been read.
struct FileReview {
    let summary: AnswerFile
    /// The row after the last one read, as a spreadsheet counts.
    let nextRow: Int
    private let rowsUsed: Int
    /// Faults that are errors.
    private let errors: Int
    private let file: String
    private let sheet: String?
    private let layout: RowLayout
    private let shortRows: ShortRows
    private let roundedWeights: RoundedWeights
    private let unfinished: RowCount
    private let notAsked: RowCount
    private let dropped: RowCount
    private var faults: [AnswerFault] = []
    /// The number of the first row of each block, as a spreadsheet counts.
    private var firstRows: [Int] = []

    init(opened: OpenedAnswers, file: String, layout: RowLayout, workers: [AnswerWorker]) {
        self.file = opened.sheet == nil ? file : TablePath(file).file
        sheet = opened.sheet
        self.layout = layout
        let counts = workers.reduce(into: [Int: Int]()) { $0.merge($1.rowsOfBlock) { first, _ in first } }
        var next = opened.headingRow + 1
        for block in counts.keys.sorted() {
            firstRows.append(next)
            next += counts[block] ?? 0
        }
        faults = workers.flatMap({ $0.faults.kept }).sorted {
            ($0.block, $0.row, $0.field ?? -1) < ($1.block, $1.row, $1.field ?? -1)
        }
        nextRow = next
        shortRows = workers.reduce(into: ShortRows()) { $0.add($1.shortRows) }
        roundedWeights = workers.reduce(into: RoundedWeights()) { $0.add($1.roundedWeights) }
        unfinished = workers.reduce(into: RowCount()) { $0.add($1.unfinished) }
        notAsked = workers.reduce(into: RowCount()) { $0.add($1.notAsked) }
        dropped = workers.reduce(into: RowCount()) { $0.add($1.dropped) }
        rowsUsed = workers.reduce(0) { $0 + $1.rowsUsed }
        errors = workers.reduce(0) { $0 + $1.faults.errorCount }
        summary = AnswerFile(
            file: file, rows: next - opened.headingRow - 1,
            rowsLeftOut: workers.reduce(0) { $0 + $1.faults.rowCount },
            rowsRepeated: workers.reduce(0) { $0 + $1.marks.repeated.count },
            unknownAnswers: workers.reduce(0) { $0 + $1.faults.answerCount }, rowsUnfinished: unfinished.count,
            unusedColumns: opened.unusedColumns)
    }

    /// The first findings of the file, in row order.
    /// - Parameter limit: How many faults are listed.
    /// - Parameter expected: What may be answered to most questions.
    /// - Parameter rules: The rules by which forms are dropped.
    /// - Parameter isWhole: Whether the file was read to its end.
    func findings(limit: Int, expected: [String], rules: [FieldRule], isWhole: Bool) -> [Finding] {
        // An error is shown however many warnings precede it.
        let laterErrors = faults.dropFirst(limit).filter { $0.kind.code.severity == .error }
        let shown = faults.prefix(limit) + laterErrors.prefix(max(limit, 1))
        var findings = shown.map { finding($0, expected: expected) }
        let warnings = summary.rowsLeftOut + summary.unknownAnswers - errors
        for (severity, all) in [(Finding.Severity.error, errors), (.warning, warnings)] {
            let more = all - findings.count(of: severity)
            if more <= 0 { continue }
            findings.append(
                Finding(
                    SurveyFinding.moreFindings.rawValue, unlisted: more, severity: severity,
                    at: Location(file: file, isTable: true)))
        }
        if let first = shortRows.first {
            findings.append(
                Finding(
                    TableFinding.blankEndCells, at: location(block: first.block, row: first.row),
                    [
                        .found: .count(first.cells), .expected: .count(layout.fieldCount),
                        .count: .count(shortRows.count),
                    ]))
        }
        if let first = roundedWeights.first {
            findings.append(
                Finding(
                    SurveyFinding.roundedWeights, at: location(block: first.block, row: first.row),
                    [
                        .found: .text(Excerpt.of(first.found)), .count: .count(roundedWeights.count),
                        .expected: .count(WeightUnit.tenBillionths.rawValue),
                    ]))
        }
        for (code, rows) in [(SurveyFinding.unfinishedForms, unfinished), (.answersNotAsked, notAsked)] {
            guard let first = rows.first else { continue }
            var place = location(block: first.block, row: first.row)
            place.column = first.field.map { $0 + 1 }
            findings.append(Finding(code, at: place, [.count: .count(rows.count)]))
        }
        if let first = dropped.first {
            findings.append(
                Finding(
                    SurveyFinding.droppedForms, at: location(block: first.block, row: first.row),
                    [.count: .count(dropped.count), .found: .names(rules.map { $0.rawValue })]))
        }
        if rowsUsed == 0, isWhole, summary.rowsRepeated == 0 {
            findings.append(
                Finding(
                    SurveyFinding.noUsableRow, at: Location(file: file, isTable: true),
                    [.count: .count(summary.rows)]))
        }
        return findings
    }

    /// Where a row is, given by its block and its number in it.
    func location(block: Int, row: Int) -> Location {
        let first = firstRows.indices.contains(block) ? firstRows[block] : nil
        return Location(file: file, line: first.map { $0 + row }, isTable: true, sheet: sheet)
    }

    private func finding(_ fault: AnswerFault, expected: [String]) -> Finding {
        var place = location(block: fault.block, row: fault.row)
        place.column = fault.field.map { $0 + 1 }
        var details: FindingDetails = [.found: .text(fault.found)]
        switch fault.kind {
        case .unknownAnswer:
            details[.expected] = .names(fault.field.flatMap { layout.rules?.expected[$0] } ?? expected)
        case .missingUnit: details = [:]
        case .ambiguousUnit(let codes): details[.expected] = .names(codes)
        case .cellCount(let found), .cutOff(let found):
            details = [.found: .count(found), .expected: .count(layout.fieldCount), .text: .text(fault.found)]
        default: break
        }
        return Finding(fault.kind.code, at: place, details)
    }
}
