import ScoreNumerics
package import Scoring
import Tables
package import Values

extension MetricErrors {
    /// Reads a table of standard errors, one row per unit and figure: the unit, the metric, the standard error in the
    /// metric's unit.
    ///
    /// - Parameters:
    ///   - path: the table.
    ///   - assessment: the assessment whose figures they belong to. Units that it left out are skipped.
    ///   - options: what is not to be detected about the table.
    /// - Returns: the errors, and all findings; an error among these makes the result unusable.
    package static func read(
        _ path: String, for assessment: Assessment, options: AssessmentOptions = AssessmentOptions()
    ) -> (errors: MetricErrors, findings: [Finding]) {
        do throws(FindingsError) {
            var table = try Table(contentsOf: path, options: options.tableOptions)
            let sink = FindingSink()
            let errors = read(&table, for: assessment, into: sink)
            return (errors, sink.findings)
        } catch {
            return (MetricErrors(), error.findings)
        }
    }

    private static func read(
        _ table: inout Table, for assessment: Assessment, into sink: FindingSink
    ) -> MetricErrors {
        let units = UnitList(assessment.units)
        let unit = table.unitOfRows(among: units)?.column
        let metric = table.requiredColumn(ColumnNames.metric)
        let value = table.requiredColumn(ColumnNames.standardError)
        table.allowRemarks()
        table.reportUnknownColumns(but: ColumnNames.metricName, ColumnNames.note, ColumnNames.ordinal)
        table.settleNumbers(in: [value].compactMap { $0 })
        sink.add(findingsOf: table, unit: unit) { _ in true }
        var errors = MetricErrors()
        guard let unit, let metric, let value else { return errors }
        let metrics = assessment.criteria.metrics
        let known = Dictionary(metrics.map { ($0, $0) }, uniquingKeysWith: { first, _ in first })
        var first: [FigureKey: Location] = [:]
        var others = OfficeRows()
        defer { others.report(for: table, into: sink) }
        let row = TableRow<AssessmentFinding>(table, into: sink)
        while row.next() {
            if assessment.leftOut.contains(table.text(row.index, unit)) { continue }
            guard case .one(let position) = row.unit(unit, in: units, passingOver: &others, figures: [metric, value]),
                row.requires([metric, value]),
                let name = row.code(metric, among: known, suggesting: metrics, orElse: .unknownMetric)
            else { continue }
            row.subject.metric = name
            guard let error = row.decimal(value) else { continue }
            guard error >= 0 else {
                row.report(.outsideDomain, at: value, [.found: .number(error), .expected: .range(0, nil)])
                continue
            }
            let key = FigureKey(unit: units.units[position].code, metric: name)
            if let before = first[key] {
                row.report(.duplicateFigure, at: metric, [.first: .location(before)])
                continue
            }
            first[key] = row.location(metric)
            switch assessment.figures[position, name] {
            case .value, .ratio: errors[position, name] = error.approximation
            case .notReported, .notApplicable, .awaited, .notPublished: row.report(.errorWithoutFigure, at: metric)
            }
        }
        return errors
    }
}

extension AssessmentOptions {
    /// The options for one table; unsupported delimiters are reported where the assessment is read.
    fileprivate var tableOptions: TableOptions {
        var table = TableOptions(
            delimiter: delimiter.flatMap { TableDelimiter(rawValue: String($0)) },
            decimalSeparator: decimalSeparator.flatMap { DecimalSeparator(rawValue: String($0)) },
            roundingDigits: roundingDigits)
        table.charset = encoding.flatMap { Charset(rawValue: $0) }
        table.headings = .errors
        return table
    }
}
