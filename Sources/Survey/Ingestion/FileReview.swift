internal import Tables
internal import Values

/// What the workers of a file found, put together: rows get their numbers when all blocks are read.
struct FileReview {
    let summary: AnswerFile
    private let file: String
    private let layout: RowLayout
    private var faults: [AnswerFault] = []
    /// The number of the first row of each block, as a spreadsheet counts.
    private var firstRows: [Int] = []

    init(opened: OpenedAnswers, file: String, layout: RowLayout, workers: [AnswerWorker]) {
        self.file = file
        self.layout = layout
        let counts = workers.reduce(into: [Int: Int]()) { $0.merge($1.rowsOfBlock) { first, _ in first } }
        var next = opened.headingRow + 1
        for block in counts.keys.sorted() {
            firstRows.append(next)
            next += counts[block] ?? 0
        }
        faults = workers.flatMap(\.faults.kept).sorted {
            ($0.block, $0.row, $0.field ?? -1) < ($1.block, $1.row, $1.field ?? -1)
        }
        summary = AnswerFile(
            file: file, rows: next - opened.headingRow - 1,
            rowsLeftOut: workers.reduce(0) { $0 + $1.faults.rowCount },
            unknownAnswers: workers.reduce(0) { $0 + $1.faults.answerCount }, unusedColumns: opened.unusedColumns)
    }

    /// The first findings of the file, in the order of its rows.
    func findings(limit: Int, expected: String) -> [Finding] {
        var findings = faults.prefix(limit).map { finding($0, expected: expected) }
        let more = summary.rowsLeftOut + summary.unknownAnswers - findings.count
        if more > 0 {
            findings.append(
                Finding(
                    SurveyFinding.moreFindings, at: Place(file: file, isTable: true), details: ["count": String(more)]))
        }
        return findings
    }

    private func finding(_ fault: AnswerFault, expected: String) -> Finding {
        let row = firstRows.indices.contains(fault.block) ? firstRows[fault.block] + fault.row : nil
        let place = Place(file: file, line: row, column: fault.field.map { $0 + 1 }, isTable: true)
        var details = ["found": fault.found]
        let code: SurveyFinding
        switch fault.kind {
        case .unknownAnswer:
            code = .unknownAnswer
            details["expected"] = expected
        case .unknownUnit: code = .unknownUnit
        case .missingUnit: (code, details) = (.missingUnit, [:])
        case .notANumber: code = .notANumber
        case .ambiguousNumber: code = .ambiguousNumber
        case .outOfRange: code = .numberOutOfRange
        case .cellCount(let found):
            code = .cellCount
            details = ["found": String(found), "expected": String(layout.fieldCount), "text": fault.found]
        case .badQuote: code = .badQuote
        case .badText: code = .badText
        }
        return Finding(code, at: place, details: details)
    }
}
