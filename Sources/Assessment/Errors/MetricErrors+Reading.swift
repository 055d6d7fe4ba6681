import ScoreNumerics
package import Scoring
import Tables
package import Values

extension MetricErrors {
    /// Reads a table of standard errors, a row a unit's figure: the unit, the metric, the standard error in the metric's
    /// unit.
    ///
    /// - Parameters:
    ///   - path: the table.
    ///   - assessment: the assessment whose figures they belong to. Units that it left out are passed over.
    ///   - options: what shall not be detected about the table.
    /// - Returns: the errors, and every finding; an error among these leaves nothing to rely on.
    package static func read(
        _ path: String, for assessment: Assessment, options: AssessmentOptions = AssessmentOptions()
    ) -> (errors: MetricErrors, findings: [Finding]) {
        var sink = FindingSink()
        var table: Table
        do throws(FindingsError) {
            table = try Table(contentsOf: path, options: options.tableOptions)
        } catch {
            return (MetricErrors(), error.findings)
        }
        let unit = table.requiredColumn(ColumnNames.unit)
        let metric = table.requiredColumn(ColumnNames.metric)
        let value = table.requiredColumn(ColumnNames.standardError)
        _ = table.optionalColumn(ColumnNames.unitName)
        _ = table.optionalColumn(ColumnNames.metricName)
        _ = table.optionalColumn(ColumnNames.note)
        _ = table.optionalColumn(ColumnNames.ordinal)
        table.reportUnknownColumns()
        table.settleNumbers(in: [value].compactMap { $0 })
        sink.add(findingsOf: table, unit: unit) { _ in true }
        var errors = MetricErrors()
        if let unit, let metric, let value {
            var reader = ErrorRows(assessment: assessment, unit: unit, metric: metric, value: value)
            for row in table.usableRows { reader.read(row, of: table, into: &errors, &sink) }
        }
        return (errors, sink.findings)
    }
}

private struct ErrorRows {
    let assessment: Assessment
    let unit: Int
    let metric: Int
    let value: Int
    private let positions: [String: Int]
    private let metrics: Set<String>
    private var first: [RemarkKey: Place] = [:]

    init(assessment: Assessment, unit: Int, metric: Int, value: Int) {
        self.assessment = assessment
        self.unit = unit
        self.metric = metric
        self.value = value
        positions = Dictionary(
            assessment.units.enumerated().map { ($0.element.code, $0.offset) }, uniquingKeysWith: { first, _ in first })
        metrics = Set(assessment.criteria.metrics)
    }

    mutating func read(_ row: Int, of table: Table, into errors: inout MetricErrors, _ sink: inout FindingSink) {
        if let blank = [unit, metric, value].first(where: { table.isBlank(row, $0) }) {
            return sink.report(.blankCell, at: table.place(row, blank), [.key: .text(table.headings[blank])])
        }
        let (code, name) = (table.text(row, unit), table.text(row, metric))
        if assessment.leftOut.contains(code) { return }
        guard let position = positions[code] else {
            var details: FindingDetails = [.found: .text(code)]
            details[.suggestion] = (Spelling.closest(to: code, among: positions.keys.sorted())).map { .text($0) }
            return sink.report(.unknownUnit, at: table.place(row, unit), details)
        }
        guard metrics.contains(name) else {
            var details: FindingDetails = [.found: .text(name)]
            details[.suggestion] = (Spelling.closest(to: name, among: assessment.criteria.metrics)).map { .text($0) }
            return sink.report(.unknownMetric, at: table.place(row, metric), unit: code, details)
        }
        let reading = table.number(row, value)
        guard case .number(let number, false) = reading else {
            if let finding = table.finding(for: reading, row, value) { return sink.add([finding], unit: code) }
            return sink.report(
                .percentSign, at: table.place(row, value), unit: code,
                [.metric: .text(name), .found: .text(table.text(row, value))])
        }
        guard number >= 0 else {
            return sink.report(
                .outsideDomain, at: table.place(row, value), unit: code,
                [.metric: .text(name), .found: .number(number), .expected: .range(0, nil)])
        }
        let key = RemarkKey(unit: position, metric: name)
        if let before = first[key] {
            return sink.report(
                .duplicateFigure, at: table.place(row, metric), unit: code,
                [.metric: .text(name), .first: .place(before)])
        }
        first[key] = table.place(row, metric)
        switch assessment.figures[position, name] {
        case .value, .ratio: errors[position, name] = number.approximation
        case .notReported, .notApplicable, .awaited, .notPublished:
            sink.report(.errorWithoutFigure, at: table.place(row, metric), unit: code, [.metric: .text(name)])
        }
    }
}

extension AssessmentOptions {
    /// The options for one table; signs that no table has are reported where the assessment is read.
    fileprivate var tableOptions: TableOptions {
        TableOptions(
            delimiter: delimiter.flatMap { TableDelimiter(rawValue: String($0)) },
            decimalSeparator: decimalSeparator.flatMap { DecimalSeparator(rawValue: String($0)) })
    }
}
