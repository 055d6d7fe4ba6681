import Scoring
import Survey
import Tables
import Values

extension AssessmentFinding: RowFinding {}

/// What names the unit of each row of a table.
enum UnitOfRows {
    /// A column, by code or name.
    case column(Int)
    /// All rows are about the unit at a position.
    case whole(Int)

    var column: Int? { if case .column(let column) = self { column } else { nil } }
}

extension Table {
    /// The column that names the units of rows: by code or, where there is no such column, by name. A table without one is
    /// about the unit that its title names, or the only one that there is; nil, and a finding, where it is about none.
    mutating func unitOfRows(among units: UnitList) -> UnitOfRows? {
        guard column(named: ColumnNames.unit) == nil else {
            defer { allowColumns(ColumnNames.unitName) }
            return requiredColumn(ColumnNames.unit).map { .column($0) }
        }
        // `Tên` may be that of the criteria.
        let named = column(named: ColumnNames.unitName)
        let isCriterion = named.map { column in
            column == self.column(named: ColumnNames.metricName)
                && !(0..<min(rowCount, 100)).contains { units.position(named: text($0, column)) != nil }
        }
        if named != nil, isCriterion != true { return optionalColumn(ColumnNames.unitName).map { .column($0) } }
        // Forms of one unit have the names of criteria; in other tables the heading of the units may be misspelt.
        let isForm = column(named: ColumnNames.metricName) != nil
        if isForm, units.units.count == 1 { return .whole(0) }
        // `Đơn vị: Xã Một` in one cell or two, or the name alone.
        let found =
            !isForm
            ? []
            : titles.compactMap { title in
                units.position(named: title)
                    ?? title.firstIndex(of: ":").flatMap { colon in
                        var name = title[title.index(after: colon)...]
                        while name.first?.isWhitespace == true { name.removeFirst() }
                        return units.position(named: String(name))
                    }
            }
        if let unit = found.first, found.allSatisfy({ $0 == unit }) { return .whole(unit) }
        return requiredColumn(["unit", "mã đơn vị", "đơn vị", "tên đơn vị"]).map { .column($0) }
    }

    /// Lets the unit count for the rows below where it is merged, otherwise what the rows are about.
    /// - Parameters:
    ///   - figures: The columns with what is stated of it.
    ///   - isKnown: Whether a text is the code of something that rows are about.
    mutating func fillDown(
        unit: Int, subject: Int, figures: [Int], among units: UnitList, isKnown: (String) -> Bool
    ) {
        let isUnit = { (table: Table, row: Int) in units.position(named: table.text(row, unit)) != nil }
        let isStated = { (table: Table, row: Int) in figures.contains { !table.isBlank(row, $0) } }
        fillDown(unit, where: { !$0.isBlank($1, subject) }, isSource: isUnit)
        if isFilledDown(unit) { return }
        fillDown(
            subject, where: { isUnit($0, $1) && isStated($0, $1) },
            isSource: { isKnown($0.text($1, subject)) && (isUnit($0, $1) || !isStated($0, $1)) })
    }

    /// The column with the codes of what rows are about: the one headed so or, in official forms, the serial number
    /// beside the names of criteria, or the column with these names, where the codes stand in it.
    func codeColumn(named names: [String], isKnown: (String) -> Bool) -> Int? {
        func hasCodes(_ column: Int) -> Bool {
            (0..<min(rowCount, 100)).contains { isKnown(text($0, column)) }
        }
        let named = column(named: names)
        let texts = columns(named: ColumnNames.metricName)
        let number = named == nil && texts.isEmpty ? nil : column(named: ColumnNames.ordinal)
        return ([named, number].compactMap { $0 } + texts).first(where: hasCodes) ?? named
    }

    /// Records that columns of official forms are allowed that no figure or point stands in.
    mutating func allowRemarks() {
        for names in ColumnNames.remarks { allowColumns(names) }
    }
}

extension TableRow<AssessmentFinding> {
    /// Whose row it is, where all rows may be those of one unit.
    /// - Parameters:
    ///   - subject: The column that says what a row is about.
    ///   - isKnown: Whether a text of that column says something known.
    func unit(
        _ unit: UnitOfRows, in units: UnitList, passingOver others: inout OfficeRows,
        figures: @autoclosure () -> [Int], subject column: Int, isKnown: (String) -> Bool
    ) -> RowUnit {
        switch unit {
        case .column(let name):
            return self.unit(name, in: units, passingOver: &others, figures: figures() + [column])
        case .whole(let position):
            if !isKnown(table.text(index, column)),
                others.passOver(index, of: table, figures: figures() + [column])
            {
                return .passedOver
            }
            subject.unit = units.units[position].code
            return .one(position)
        }
    }

    /// Whose row it is, by code or name; reports a finding when it names none or several, unless it is no data.
    /// - Parameter figures: The columns of the table that hold what it is about.
    func unit(
        _ column: Int, in units: UnitList, passingOver others: inout OfficeRows, figures: @autoclosure () -> [Int]
    ) -> RowUnit {
        guard let word = text(column) else {
            if isBlank(column), others.passOver(index, of: table, figures: figures()) { return .passedOver }
            _ = requiredText(column)
            return .unknown
        }
        if let position = units.position(of: word) {
            subject.unit = word
            return .one(position)
        }
        switch units.match(word) {
        case .one(let code):
            subject.unit = code
            return units.position(of: code).map { .one($0) } ?? .unknown
        case .several(let codes):
            fail(.ambiguousUnit, at: column, [.found: .text(word), .expected: .names(codes)])
        case .none:
            if others.passOver(index, of: table, figures: figures()) { return .passedOver }
            failUnknown(word, at: column, among: units.codes, orElse: .unknownUnit)
        }
        return .unknown
    }
}

/// Whose row of a table it is.
enum RowUnit {
    /// The unit at a position.
    case one(Int)
    /// Nobody's: the row is no data.
    case passedOver
    /// A finding says that it cannot be told.
    case unknown
}

extension FindingSink {
    /// Adds the table's own findings. An error in a row that names its unit invalidates only that unit, unless a quote
    /// may have swallowed rows of other units.
    func add(findingsOf table: Table, unit: Int?, isKnown: (String) -> Bool) {
        var unitsOfRows: [Int: String] = [:]
        for row in table.brokenRows {
            let code = unit.map { table.text(row, $0) } ?? ""
            let owner = !code.isEmpty && isKnown(code) && !table.spansLines(row) ? code : nil
            unitsOfRows[table.rowNumber(row)] = owner
            // A table keeps a limited number of findings, but every broken row counts.
            spoil(owner)
        }
        for finding in table.findings {
            add([finding], unit: finding.location.line.flatMap { unitsOfRows[$0] })
        }
        for cell in table.cellsHoldingRows() {
            report(
                AssessmentFinding.rowsInsideQuotes, at: table.location(cell.row, cell.column),
                [.found: .count(cell.lines)])
        }
    }
}
