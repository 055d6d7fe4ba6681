import Scoring
import Tables
import Values

extension FormReading {
    /// Whether a form is a table of figures as text, such as a page saves it.
    package static func isTable(_ file: String) -> Bool { file.lowercased().hasSuffix(".csv") }

    /// The rows of such a table: unit and metric, and what was entered. Where the table says of which set, edition and
    /// period it is, that must be the assessment's.
    static func rows(
        ofTable file: String, _ bytes: [UInt8], for assessment: Assessment
    ) throws(FindingsError) -> (rows: [EnteredRow], findings: [Finding]) {
        var options = TableOptions()
        options.headings = .figures
        var table = try Table(file: file, bytes: bytes, options: options)
        let (units, sink) = (UnitList(assessment.units), FindingSink())
        let unit = table.unitOfRows(among: units)
        let metric = table.requiredColumn(ColumnNames.metric)
        var columns: [(EnteredRow.Heading, Int)] = []
        for heading in EnteredRow.Heading.allCases {
            if let column = table.optionalColumn(heading.names) { columns.append((heading, column)) }
        }
        let stated = [
            ("set", ColumnNames.criteriaSet, assessment.criteria.set.set),
            ("edition", ColumnNames.edition, assessment.criteria.set.edition),
            ("period", ColumnNames.period, assessment.settings.period.code),
        ].compactMap { key, names, expected in table.optionalColumn(names).map { (key, $0, expected) } }
        table.allowColumns(ColumnNames.unitName + ColumnNames.metricName)
        table.allowRemarks()
        table.reportUnknownColumns(but: ColumnNames.note, ColumnNames.ordinal)
        let numbers = columns.filter { $0.0.isNumber }.map { $0.1 }
        table.settleNumbers(in: numbers)
        sink.add(findingsOf: table, unit: unit?.column) { _ in true }
        guard let unit, let metric else { return ([], sink.findings) }
        let metrics = Dictionary(
            assessment.criteria.metrics.map { ($0, $0) }, uniquingKeysWith: { first, _ in first })
        var rows: [EnteredRow] = []
        var others = OfficeRows()
        defer { others.report(for: table, into: sink) }
        let row = TableRow<AssessmentFinding>(table, into: sink)
        while row.next() {
            guard
                case .one(let position) = row.unit(
                    unit, in: units, passingOver: &others, figures: numbers, subject: metric,
                    isKnown: { metrics[$0] != nil }),
                let code = row.code(
                    metric, among: metrics, suggesting: assessment.criteria.metrics, orElse: .unknownMetric)
            else { continue }
            for (key, column, expected) in stated {
                guard let found = row.text(column), found != expected else { continue }
                sink.add([
                    Finding(
                        FormFinding.ofAnother, at: row.location(column),
                        [.key: .text(key), .found: .text(found), .expected: .text(expected)])
                ])
            }
            var entered = EnteredRow(unit: units.units[position].code, metric: code)
            for (heading, column) in columns {
                entered.places[heading] = row.location(column)
                entered.cells[heading] = content(row, column, isNumber: heading.isNumber, of: table, into: sink)
            }
            rows.append(entered)
        }
        return (rows, sink.findings)
    }

    /// What stands in a cell; nil for nothing, and for a number that could be two.
    private static func content(
        _ row: TableRow<AssessmentFinding>, _ column: Int, isNumber: Bool, of table: Table, into sink: FindingSink
    ) -> EnteredRow.Content? {
        guard isNumber else { return row.text(column).map { .text($0) } }
        let reading = table.number(row.index, column)
        switch reading {
        case .blank: return nil
        case .number(let number, isPercent: false): return .number(number)
        case .number(let number, isPercent: true): return .text(number.text() + " %")
        // Words are read where all figures are.
        case .problem(.notANumber): return row.text(column).map { .text($0) }
        case .ambiguous, .problem:
            if let finding = table.finding(for: reading, row.index, column) { sink.add([finding]) }
            return nil
        }
    }
}
