import Assessment
import Documents
import Scoring
import Survey
import Tables
import Values
import Words
import Workbooks

/// The tables of a new assessment folder.
struct StartTables {
    private let start: AssessmentStart
    private let language: Language

    init(_ start: AssessmentStart, _ language: Language) { (self.start, self.language) = (start, language) }

    private var style: CSVWriter.Style { language == .vi ? .excelVietnamese : .plain }

    private func heading(_ names: [String]) -> CSVWriter.Cell { .text(names[language == .vi ? 1 : 0]) }

    // MARK: - Units

    /// The rows of the table of units, without columns in which nothing stands; the first has the headings.
    var units: [[CSVWriter.Cell]] {
        let set = start.set
        let all: [(heading: [String], cell: (Unit) -> String)] = [
            (ColumnNames.code, { $0.code }), (ColumnNames.name, { $0.name }),
            (
                ColumnNames.level,
                { unit in
                    let level = set.levels.first { $0.code == unit.level }
                    return language == .vi ? level?.name.vi ?? unit.level : unit.level
                }
            ),
            (ColumnNames.parent, { $0.parent ?? "" }),
            (
                ColumnNames.group,
                { unit in start.units.groups.first { $0.code == unit.group }?.name.vi ?? unit.group ?? "" }
            ),
            (ColumnNames.successorOf, { $0.successorOf.joined(separator: ", ") }),
            (ColumnNames.figuresFrom, { $0.figuresFrom?.word ?? "" }),
            (ColumnNames.ranked, { $0.isRanked ? "" : "không" }),
        ]
        let columns = all.enumerated().filter { position, column in
            position < 3 || start.units.units.contains { !column.cell($0).isEmpty }
        }
        return [columns.map { heading($0.element.heading) }]
            + start.units.units.map { unit in
                columns.map { column in
                    let text = column.element.cell(unit)
                    return text.isEmpty ? .blank : .text(text)
                }
            }
    }

    // MARK: - Figures

    /// A figure that is asked for.
    struct Row {
        let unit: Unit
        let criterion: Criterion
        let metric: Metric
    }

    /// The figures asked for, unit by unit in the order of the set: not those that a survey gives, and none of units whose
    /// figures are those of others.
    var rows: [Row] {
        let ofSurvey = Set(start.earlier?.assessment.survey?.questionnaire.metrics.map { $0.metric } ?? [])
        return start.units.units.filter { $0.figuresFrom == nil }.flatMap { unit in
            var seen = ofSurvey
            return start.set.criteria.flatMap { criterion -> [Row] in
                guard let leaf = criterion.leaf, leaf.levels.contains(unit.level) else { return [] }
                return leaf.measures.flatMap { $0.metrics }.filter { seen.insert($0.code).inserted }
                    .map { Row(unit: unit, criterion: criterion, metric: $0) }
            }
        }
    }

    /// The rows of the table of figures, with nothing in it but what is asked for and the figures of the period before.
    var figures: [[CSVWriter.Cell]] {
        let before = start.earlier.map { EarlierFigures($0.assessment, of: start.units.units) }
        let headings =
            [
                ColumnNames.unit, ColumnNames.unitName, ColumnNames.metric, ColumnNames.metricName, ColumnNames.entry,
                ColumnNames.value, ColumnNames.numerator, ColumnNames.denominator, ColumnNames.status,
                ColumnNames.evidence, ColumnNames.explanation,
            ].map(heading)
            + (before == nil ? [] : EarlierFigures.headings.map(heading))
        return [headings]
            + rows.map { row in
                [
                    .text(row.unit.code), .text(row.unit.name), .text(row.metric.code), .text(name(of: row)),
                    .text(row.metric.entryPhrase.text(language)), .blank, .blank, .blank, .blank, .blank, .blank,
                ] + (before?.cells(unit: row.unit.code, row.metric, language) ?? [])
            }
    }

    // MARK: - Files

    /// A table as text, as programs for spreadsheets open it.
    func text(_ rows: [[CSVWriter.Cell]]) -> [UInt8] {
        var writer = CSVWriter(style)
        for row in rows { writer.writeRow(row) }
        return writer.bytes
    }

    /// A table as a workbook, in which codes stay texts whatever they look like.
    /// - Throws: ``FindingsError`` for a text that no cell holds.
    func workbook(_ rows: [[CSVWriter.Cell]], sheet: Phrase, file: String) throws(FindingsError) -> [UInt8] {
        var layout = SheetLayout(name: sheet.text(language))
        layout.columns = (rows.first ?? []).indices.map { column in
            let longest = rows.map { row in if case .text(let text) = row[column] { text.count } else { 0 } }.max() ?? 0
            return SheetLayout.Column(width: Double(min(max(longest + 2, 10), 50)))
        }
        layout.isLandscape = true
        (layout.frozenRows, layout.titleRows) = (1, 1...1)
        var bytes: [UInt8] = []
        var book = BookWriter(file: file) { bytes += $0 }
        try book.sheet(layout) { sheet throws(FindingsError) in
            for (position, row) in rows.enumerated() {
                try sheet.row(
                    row.map { cell in
                        switch cell {
                        case .blank: WrittenCell(.blank, FormLook.plain)
                        case .text(let text): WrittenCell(text, position == 0 ? FormLook.heading : FormLook.text)
                        case .number(let number, _): WrittenCell(.number(number), FormLook.plain)
                        }
                    })
            }
        }
        book.finish()
        return bytes
    }

    /// The criterion, and what of it is measured where it has several figures.
    private func name(of row: Row) -> String {
        let metrics = row.criterion.leaf?.measures.flatMap { $0.metrics } ?? []
        let (criterion, metric) = (Phrase(row.criterion.name).text(language), Phrase(row.metric.name).text(language))
        return metrics.count == 1 || criterion == metric ? criterion : "\(criterion): \(metric)"
    }
}

/// The figures of the period before, by the units of the new one.
private struct EarlierFigures {
    static let headings = [ColumnNames.valueBefore, ColumnNames.numeratorBefore, ColumnNames.denominatorBefore]

    private let assessment: Assessment
    private let columns: [String: Int]
    private let positions: [String: Int]

    init(_ assessment: Assessment, of units: [Unit]) {
        self.assessment = assessment
        let metrics = assessment.figures.metrics
        columns = Dictionary(metrics.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        // Of a unit that succeeds one other these are its figures; those of several are not added up here.
        let pairs = UnitPairing(from: assessment.units, to: units).pairs.filter { $0.before.count == 1 }
        positions = Dictionary(
            pairs.map { (units[$0.after].code, $0.before[0]) }, uniquingKeysWith: { first, _ in first })
    }

    func cells(unit: String, _ metric: Metric, _ language: Language) -> [CSVWriter.Cell] {
        guard let unit = positions[unit], let column = columns[metric.code] else { return [.blank, .blank, .blank] }
        switch assessment.figures[unit, column] {
        case .ratio(let numerator, let denominator): return [.blank, .number(numerator), .number(denominator)]
        case .value(let value) where metric.kind != .yesNo && metric.kind != .task:
            return [.number(value), .blank, .blank]
        case let figure: return [.text(metric.phrase(of: figure).text(language)), .blank, .blank]
        }
    }
}
