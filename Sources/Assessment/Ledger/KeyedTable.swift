import Scoring
import Survey
internal import Tables
internal import Values

/// What the folder knows, by which the cells of a table are told apart.
struct TableKnowledge {
    let units: UnitList
    /// The codes of metrics and of criteria.
    let codes: Set<String>
    let metrics: [String: Int]
    let stages: StageList
    let options: TableOptions

    init(_ set: CriteriaSet, _ units: UnitList, _ stages: StageList, _ options: TableOptions) {
        (self.units, self.stages, self.options) = (units, stages, options)
        codes = Set(set.criteria.map(\.code) + set.metrics.map(\.code))
        metrics = Dictionary(set.metrics.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

/// A table as its cells stand, each with what it is about: a unit, a metric or criterion, a stage. Nothing of it is
/// understood otherwise, so that no change goes unseen, however the table is laid out.
struct KeyedTable {
    /// What a cell is about, as far as that is known: by codes, otherwise as it stands.
    struct Subject: Hashable {
        var unit: String?
        var code: String?
        var stage: String?
    }

    struct Cell {
        let subject: Subject
        let text: String
        let place: Location
    }

    /// A row: what it is about, and its cells by the columns of the table.
    struct Row {
        let subject: Subject
        let cells: [Cell]
        let place: Location
        var isBlank: Bool { cells.allSatisfy(\.text.isEmpty) }
    }

    let file: String
    let headings: [String]
    private(set) var rows: [Row] = []
    let titles: [String]
    let decimalSeparator: DecimalSeparator?
    /// Whether rows are told apart by what they are about; otherwise by where they stand.
    private(set) var hasSubjects: Bool

    /// - Throws: ``FindingsError`` where the bytes are no table.
    init(
        _ file: FolderFile.Role, path: String, sheet: String?, bytes: [UInt8], _ known: TableKnowledge
    ) throws(FindingsError) {
        var options = known.options
        options.sheet = sheet
        switch file {
        case .units: options.headings = .units
        case .figures: options.headings = .figures
        case .points: options.headings = .points
        default: options.headings = nil
        }
        var table = try Table(file: path, bytes: bytes, options: options)
        (self.file, headings, titles) = (path, table.headings, table.titles)
        hasSubjects = [.units, .figures, .points].contains(file)
        let columns = hasSubjects ? Columns(file, of: &table, known) : Columns()
        // Another row can change how the numbers of this one are read.
        table.settleNumbers(in: columns.numbers)
        decimalSeparator = table.dialect.decimalSeparator
        for row in 0..<table.rowCount {
            var own = Subject(
                unit: columns.whole ?? columns.unit.flatMap { Self.unit(table.text(row, $0), known) },
                code: columns.code.map { table.text(row, $0) }.flatMap { $0.isEmpty ? nil : $0 })
            own.stage = columns.stage.map { table.text(row, $0) }.map { columns.words?.stage($0)?.code ?? $0 }
            let cells = headings.indices.map { column in
                var subject = own
                if let other = columns.subjects[column] {
                    subject = Subject(
                        unit: other.unit ?? own.unit, code: other.code ?? own.code, stage: other.stage ?? own.stage)
                } else if own.stage == nil {
                    subject.stage = columns.lastStage
                }
                return Cell(subject: subject, text: table.text(row, column), place: table.location(row, column))
            }
            rows.append(Row(subject: own, cells: cells, place: table.location(row, nil)))
        }
    }

    private static func unit(_ text: String, _ known: TableKnowledge) -> String? {
        if text.isEmpty { return nil }
        guard case .one(let code) = known.units.match(text) else { return text }
        return code
    }

    /// The columns that say what cells are about.
    private struct Columns {
        var unit: Int?
        /// The unit of all rows.
        var whole: String?
        var code: Int?
        var stage: Int?
        var words: StageWords?
        /// The last stage that has a column of its own.
        var lastStage: String?
        /// What the cells of a column are about, whatever their row is.
        var subjects: [Int: Subject] = [:]
        /// The columns in which numbers may stand.
        var numbers: [Int] = []

        init() {}

        init(_ file: FolderFile.Role, of table: inout Table, _ known: TableKnowledge) {
            if file == .units {
                unit = table.column(named: ColumnNames.code)
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
                    let metric = WideColumn(of: table, at: column, columns: known.metrics).map(\.metric)
                    let named = metric.flatMap { metric in known.metrics.first { $0.value == metric }?.key }
                    if let named { subjects[column] = Subject(code: named) }
                }
            }
            let stated = [
                ColumnNames.value, ColumnNames.numerator, ColumnNames.denominator, ColumnNames.ratio,
                ColumnNames.points,
            ].compactMap { table.column(named: $0) }
            numbers = stated + subjects.keys.sorted()
            if let unit, let code {
                let figures = numbers + [table.column(named: ColumnNames.opinion)].compactMap(\.self)
                table.fillDown(unit: unit, subject: code, figures: figures, among: known.units) {
                    known.codes.contains($0)
                }
            }
        }

        /// Finds columns headed by units; false where there are none.
        private mutating func takeUnits(of table: Table, _ known: TableKnowledge) -> Bool {
            for column in table.headings.indices where !table.headings[column].isEmpty {
                let titles = table.names(ofColumn: column) + [table.group(ofColumn: column)].compactMap(\.self)
                guard let position = titles.lazy.compactMap({ known.units.position(named: $0) }).first else { continue }
                subjects[column] = Subject(unit: known.units.units[position].code)
            }
            return !subjects.isEmpty
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
            lastStage = words.later(than: nil).last { found.contains($0) }?.code
        }
    }
}

/// In what a table differs from what it was.
struct TableDifference {
    /// A cell, a row or a column.
    struct Item {
        enum Kind { case cell, rowAdded, rowRemoved, columnRemoved, titles, separator }
        let kind: Kind
        let subject: KeyedTable.Subject
        /// The heading of the column.
        var heading = ""
        var old = ""
        var new = ""
        let place: Location
    }

    private(set) var items: [Item] = []

    /// Compares a table with what it was; rows in another order are no difference where they say what they are about.
    ///
    /// Complexity: O(cells).
    init(from old: KeyedTable, to new: KeyedTable) {
        let whole = Location(file: new.file, isTable: true)
        if old.titles != new.titles, old.hasSubjects {
            items.append(
                Item(
                    kind: .titles, subject: KeyedTable.Subject(), old: old.titles.joined(separator: " | "),
                    new: new.titles.joined(separator: " | "), place: whole))
        }
        if let before = old.decimalSeparator, let after = new.decimalSeparator, before != after {
            items.append(
                Item(
                    kind: .separator, subject: KeyedTable.Subject(), old: before.rawValue, new: after.rawValue,
                    place: whole))
        }
        let columns = Self.columns(old.headings, in: new.headings)
        for (position, column) in columns.enumerated() where column == nil {
            items.append(
                Item(
                    kind: .columnRemoved, subject: KeyedTable.Subject(), heading: old.headings[position], place: whole))
        }
        // Without its columns, a table says something else in every row.
        if items.contains(where: { $0.kind == .columnRemoved }) { return }
        if old.hasSubjects { compareByKey(old, new, columns) } else { compareByPlace(old, new, columns) }
    }

    /// For each old heading its column in the new table: the same heading, of several the same one among them.
    private static func columns(_ old: [String], in new: [String]) -> [Int?] {
        var used: Set<Int> = []
        return old.map { heading in
            let column = new.indices.first { new[$0] == heading && !used.contains($0) }
            if let column { used.insert(column) }
            return column
        }
    }

    private struct Key: Hashable {
        let subject: KeyedTable.Subject
        let repetition: Int
    }

    private static func keyed(_ rows: [KeyedTable.Row]) -> [(key: Key, row: KeyedTable.Row)] {
        var counts: [KeyedTable.Subject: Int] = [:]
        return rows.filter { !$0.isBlank }.map { row in
            let count = counts[row.subject, default: 0]
            counts[row.subject] = count + 1
            return (Key(subject: row.subject, repetition: count), row)
        }
    }

    private mutating func compareByKey(_ old: KeyedTable, _ new: KeyedTable, _ columns: [Int?]) {
        let before = Self.keyed(old.rows)
        let known = Dictionary(before.map { ($0.key, $0.row) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<Key> = []
        for (key, row) in Self.keyed(new.rows) {
            if let other = known[key] {
                seen.insert(key)
                compare(other, row, old.headings, new.headings, columns)
            } else {
                items.append(
                    Item(kind: .rowAdded, subject: row.subject, new: Self.text(of: row), place: row.place))
            }
        }
        for (key, row) in before where !seen.contains(key) {
            items.append(
                Item(
                    kind: .rowRemoved, subject: row.subject, old: Self.text(of: row),
                    place: Location(file: new.file, isTable: true)))
        }
    }

    private mutating func compareByPlace(_ old: KeyedTable, _ new: KeyedTable, _ columns: [Int?]) {
        for (before, after) in zip(old.rows, new.rows) {
            compare(before, after, old.headings, new.headings, columns)
        }
        for row in new.rows.dropFirst(old.rows.count) {
            items.append(Item(kind: .rowAdded, subject: row.subject, new: Self.text(of: row), place: row.place))
        }
        for row in old.rows.dropFirst(new.rows.count) {
            items.append(
                Item(
                    kind: .rowRemoved, subject: row.subject, old: Self.text(of: row),
                    place: Location(file: new.file, isTable: true)))
        }
    }

    private mutating func compare(
        _ old: KeyedTable.Row, _ new: KeyedTable.Row, _ oldHeadings: [String], _ newHeadings: [String],
        _ columns: [Int?]
    ) {
        for (position, cell) in old.cells.enumerated() {
            guard let column = columns[position] else { continue }
            let other = new.cells[column]
            if cell.text == other.text { continue }
            items.append(
                Item(
                    kind: .cell, subject: other.subject, heading: oldHeadings[position], old: cell.text,
                    new: other.text, place: other.place))
        }
        let known = Set(columns.compactMap(\.self))
        for (column, cell) in new.cells.enumerated() where !known.contains(column) && !cell.text.isEmpty {
            items.append(
                Item(
                    kind: .cell, subject: cell.subject, heading: newHeadings[column], old: "", new: cell.text,
                    place: cell.place))
        }
    }

    private static func text(of row: KeyedTable.Row) -> String {
        row.cells.map(\.text).filter { !$0.isEmpty }.joined(separator: " | ")
    }
}
