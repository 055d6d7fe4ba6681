package import Scoring
internal import Tables
package import Values

/// A row that somebody entered outside the folder's tables: a figure of a unit, with its remarks.
package struct EnteredRow: Sendable {
    /// The codes.
    package var unit: String
    package var metric: String
    /// What was entered, by heading: a number, or a text as it stands.
    package var cells: [Heading: Content]
    /// Where each cell stands.
    package var places: [Heading: Location]

    /// A cell.
    package enum Content: Hashable, Sendable {
        case number(FixedDecimal)
        case text(String)
    }

    /// What a cell is.
    package enum Heading: String, CaseIterable, Hashable, Sendable {
        case value, numerator, denominator, evidence, explanation

        /// The headings under which tables have it.
        var names: [String] {
            switch self {
            case .value: ColumnNames.value
            case .numerator: ColumnNames.numerator
            case .denominator: ColumnNames.denominator
            case .evidence: ColumnNames.evidence
            case .explanation: ColumnNames.explanation
            }
        }

        var isNumber: Bool {
            switch self {
            case .value, .numerator, .denominator: true
            case .evidence, .explanation: false
            }
        }
    }

    package init(
        unit: String, metric: String, cells: [Heading: Content] = [:], places: [Heading: Location] = [:]
    ) {
        (self.unit, self.metric, self.cells, self.places) = (unit, metric, cells, places)
    }
}

/// Figures read from such rows, exactly as the folder's own tables are read.
package struct EnteredFigures: Sendable {
    /// A figure, by the positions of unit and metric, and the row that it stands in.
    package struct Entry: Sendable {
        package let unit: Int
        package let metric: Int
        package let figure: Figure
        package let row: Int
    }

    package private(set) var entries: [Entry] = []
    package private(set) var findings: [Finding] = []

    /// - Parameter file: Where the rows stand, for what concerns all of them.
    package init(_ rows: [EnteredRow], for assessment: Assessment, file: String) {
        var writer = CSVWriter(.plain)
        let headings = EnteredRow.Heading.allCases
        writer.writeRow(
            ([ColumnNames.unit[0], ColumnNames.metric[0]] + headings.map { $0.names[0] }).map { .text($0) })
        for row in rows {
            writer.writeRow(
                [.text(row.unit), .text(row.metric)]
                    + headings.map { heading in
                        switch row.cells[heading] {
                        case nil: .blank
                        case .number(let number)?: .number(number)
                        case .text(let text)?: .text(text)
                        }
                    })
        }
        let sink = FindingSink()
        do throws(FindingsError) {
            var options = TableOptions()
            options.decimalSeparator = .point
            options.delimiter = .comma
            var table = try Table(file: file, bytes: writer.bytes, options: options)
            var reader = FigureReader(
                metrics: assessment.criteria.set.metrics, units: UnitList(assessment.units),
                years: assessment.settings.years)
            reader.read(&table, into: sink)
            for (position, row) in rows.enumerated() {
                guard let unit = reader.units.position(of: row.unit), let metric = reader.columns[row.metric] else {
                    continue
                }
                entries.append(
                    Entry(unit: unit, metric: metric, figure: reader.figures[unit, metric], row: position))
            }
        } catch {
            sink.add(error.findings)
        }
        findings = sink.findings.map { finding in
            var finding = finding
            finding.location = Self.place(finding.location, rows, file: file)
            for (key, value) in finding.details {
                if case .location(let other) = value {
                    finding.details[key] = .location(Self.place(other, rows, file: file))
                }
            }
            return finding
        }
    }

    /// Where a cell of the table made from the rows really stands.
    private static func place(_ location: Location, _ rows: [EnteredRow], file: String) -> Location {
        guard let line = location.line, rows.indices.contains(line - 2) else { return Location(file: file) }
        let places = rows[line - 2].places
        let heading = location.column.flatMap { column in
            EnteredRow.Heading.allCases.indices.contains(column - 3) ? EnteredRow.Heading.allCases[column - 3] : nil
        }
        return heading.flatMap { places[$0] } ?? places[.value] ?? places[.numerator] ?? Location(file: file)
    }
}
