import Scoring
import Survey
internal import Tables
internal import Values

/// What the folder knows, by which the cells of a table are told apart.
struct TableKnowledge {
    let units: UnitList
    let groups: [Group]
    /// The codes of metrics and of criteria.
    let codes: Set<String>
    let metrics: [String: Int]
    /// The codes of metrics by their positions.
    let metricCodes: [String]
    let stages: StageList
    let options: TableOptions

    init(_ set: CriteriaSet, _ units: UnitList, _ settings: AssessmentSettings, _ options: TableOptions) {
        (self.units, self.options) = (units, options)
        (groups, stages) = (settings.groups, settings.stages)
        codes = Set(set.criteria.map { $0.code } + set.metrics.map { $0.code })
        metricCodes = set.metrics.map { $0.code }
        metrics = Dictionary(firstOf: metricCodes.enumerated().map { ($1, $0) })
    }
}

/// A table as its cells stand, each with what it is about: a unit or group, a metric or criterion, a stage. Nothing of it is
/// understood otherwise, so that no change goes unseen, however the table is laid out.
struct KeyedTable {
    /// What a cell is about, as far as that is known: by codes, otherwise as it stands.
    struct Subject: Hashable {
        var unit: String?
        /// The group, where it is about all units of one.
        var group: String?
        var code: String?
        var stage: String?
    }

    struct Cell {
        let subject: Subject
        let text: String
        /// What it is as a number, where a workbook says whether it is one; the same text may then be two numbers.
        let number: NumberReading?
        let place: Location
    }

    /// A row: what tells it from others, and its cells by the columns of the table.
    struct Row {
        let subject: Subject
        /// What it is about: of a row in which stages have columns, the first at which it says something.
        let about: Subject
        let cells: [Cell]
        let place: Location
        var isBlank: Bool { cells.allSatisfy { $0.text.isEmpty } }
    }

    let file: String
    let headings: [String]
    private(set) var rows: [Row] = []
    let titles: [String]
    let decimalSeparator: DecimalSeparator?
    /// Whether rows are told apart by what they are about; otherwise by where they stand.
    let hasSubjects: Bool
    /// Whether a column says something even where its cells are blank.
    let blankSpeaks: Bool
    /// What the cells of a column are about, where the column says it.
    let columnSubjects: [Int: Subject]

    /// - Throws: ``FindingsError`` where the bytes are no table.
    init(
        _ file: FolderFile.Role, path: String, sheet: String?, bytes: [UInt8], _ known: TableKnowledge
    ) throws(FindingsError) {
        var options = known.options
        options.sheet = sheet
        switch file {
        case .units: options.headings = .units
        case .assignments: options.headings = .assignments
        case .figures: options.headings = .figures
        case .points: options.headings = .points
        default: options.headings = nil
        }
        var table = try Table(file: path, bytes: bytes, options: options)
        (self.file, headings, titles) = (path, table.headings, table.titles)
        hasSubjects = [.units, .assignments, .figures, .points].contains(file)
        blankSpeaks = file == .assignments
        let columns = hasSubjects ? Columns(file, of: &table, known) : Columns()
        columnSubjects = columns.subjects
        // Another row can change how the numbers of this one are read.
        table.settleNumbers(in: columns.numbers)
        decimalSeparator = table.dialect.decimalSeparator
        for row in 0..<table.rowCount {
            var own = Subject(
                unit: columns.whole
                    ?? columns.unit.map { table.text(row, $0) }.flatMap(Self.stated).map(known.units.code),
                code: columns.code.map { table.text(row, $0) }.flatMap(Self.stated))
            own.stage = columns.stage.map { table.text(row, $0) }.map { columns.words?.stage($0)?.code ?? $0 }
            let cells = headings.indices.map { column in
                var subject = own
                if let other = columns.subjects[column] {
                    subject = Subject(
                        unit: other.unit ?? own.unit, group: other.group, code: other.code ?? own.code,
                        stage: other.stage ?? own.stage)
                } else if own.stage == nil {
                    subject.stage = columns.lastStage
                }
                return Cell(
                    subject: subject, text: table.text(row, column),
                    number: file.decidesPoints && table.sheet != nil ? table.number(row, column) : nil,
                    place: table.location(row, column))
            }
            var about = own
            if own.stage == nil { about.stage = columns.firstStage(of: cells) ?? columns.lastStage }
            rows.append(Row(subject: own, about: about, cells: cells, place: table.location(row, nil)))
        }
    }

    private static func stated(_ text: String) -> String? { text.isEmpty ? nil : text }

    /// The columns that say what cells are about.
    private struct Columns {
        var unit: Int?
        /// The unit of all rows.
        var whole: String?
        var code: Int?
        var stage: Int?
        var words: StageWords?
        /// The stages that have columns of their own, in the order in which they follow each other.
        var stages: [String] = []
        var lastStage: String? { stages.last }
        /// What the cells of a column are about, whatever their row is.
        var subjects: [Int: Subject] = [:]
        /// The columns in which numbers may stand.
        var numbers: [Int] = []

        init() {}

        /// The first stage about which a row says something.
        func firstStage(of cells: [Cell]) -> String? {
            let said = Set(subjects.compactMap { cells[$0.key].text.isEmpty ? nil : $0.value.stage })
            return stages.first(where: said.contains)
        }

        init(_ file: FolderFile.Role, of table: inout Table, _ known: TableKnowledge) {
            if file == .units {
                unit = table.column(named: ColumnNames.code)
                return
            }
            if file == .assignments {
                code = table.codeColumn(named: ColumnNames.criterion) { known.codes.contains($0) }
                takeAssignees(of: table, known)
                numbers = subjects.keys.sorted()
                return
            }
            let names = file == .points ? ColumnNames.criterion : ColumnNames.metric
            code = table.codeColumn(named: names) { known.codes.contains($0) }
            let hasUnit = [ColumnNames.unit, ColumnNames.unitName].contains { table.column(named: $0) != nil }
            if code == nil || hasUnit || !takeUnits(of: table, known) {
                switch table.unitOfRows(among: known.units) {
                case .column(let column)?: unit = column
                case .whole(let position)?: whole = known.units.units[position].code
                case nil: break
                }
            }
            if file == .points {
                stage = table.column(named: ColumnNames.stage)
                words = StageWords(known.stages)
                if stage == nil, let words { takeStages(of: table, words) }
            } else if code == nil {
                for column in table.headings.indices {
                    guard let metric = WideColumn(of: table, at: column, columns: known.metrics)?.metric else {
                        continue
                    }
                    subjects[column] = Subject(code: known.metricCodes[metric])
                }
            }
            let stated = [
                ColumnNames.value, ColumnNames.numerator, ColumnNames.denominator, ColumnNames.ratio,
                ColumnNames.points,
            ].compactMap { table.column(named: $0) }
            numbers = stated + subjects.keys.sorted()
            if let unit, let code {
                let figures = numbers + [table.column(named: ColumnNames.opinion)].compactMap { $0 }
                table.fillDown(unit: unit, subject: code, figures: figures, among: known.units) {
                    known.codes.contains($0)
                }
            }
        }

        /// Finds columns headed by units; false where there are none.
        private mutating func takeUnits(of table: Table, _ known: TableKnowledge) -> Bool {
            for column in table.headings.indices where !table.headings[column].isEmpty {
                let titles = table.names(ofColumn: column) + [table.group(ofColumn: column)].compactMap { $0 }
                guard let position = titles.lazy.compactMap({ known.units.position(named: $0) }).first else { continue }
                subjects[column] = Subject(unit: known.units.units[position].code)
            }
            return !subjects.isEmpty
        }

        /// Finds columns of those to whom criteria are assigned.
        private mutating func takeAssignees(of table: Table, _ known: TableKnowledge) {
            for column in table.headings.indices where column != code {
                switch Assignee(table.headings[column], known.units, known.groups) {
                case .unit(let position)?: subjects[column] = Subject(unit: known.units.units[position].code)
                case .group(let group)?: subjects[column] = Subject(group: group)
                case nil: break
                }
            }
        }

        /// Finds columns of stages.
        private mutating func takeStages(of table: Table, _ words: StageWords) {
            var found: [Stage] = []
            for column in table.headings.indices {
                let names = table.names(ofColumn: column)
                let points = names.lazy.compactMap { words.stage(ofPoints: $0) }.first
                let opinion = names.lazy.compactMap { words.stage(ofOpinion: $0)?.stage }.first
                guard let stage = points ?? opinion else { continue }
                subjects[column] = Subject(stage: stage.code)
                found.append(stage)
            }
            stages = words.later(than: nil).filter(found.contains).map({ $0.code })
        }
    }
}
