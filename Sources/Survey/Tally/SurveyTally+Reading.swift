internal import Tables
public import Values

extension SurveyTally {
    /// Reads a tally file.
    ///
    /// Units are looked up by code or name; a cell of an unknown one is left out with a warning. The file must have
    /// every column of the questionnaire's tally, and no others.
    /// - Throws: `FindingsError` with everything that is wrong.
    public init(
        file: String, bytes: [UInt8], questionnaire: Questionnaire, units: UnitNames? = nil
    ) throws(FindingsError) {
        let options = TableOptions(delimiter: .comma, decimalSeparator: .point, findingLimit: TallyRows.findingLimit)
        var table = try Table(file: file, bytes: bytes, options: options)
        if let stranger = Self.stranger(table, questionnaire) { throw FindingsError([stranger]) }
        let (domains, columns) = Self.columns(of: &table, questionnaire)
        var findings = table.findings
        for column in table.unknownColumns {
            findings.append(
                Finding(
                    SurveyFinding.otherSurvey, at: table.headingLocation(column),
                    [.found: .text(table.headings[column]), .expected: .text(questionnaire.fingerprint)]))
        }
        if findings.containsError { throw FindingsError(findings) }

        self.init(questionnaire, domains: domains)
        let unit = Self.weightUnit(of: table, questionnaire)
        var rows = TallyRows(
            table, columns: columns, layout: layout, questionnaire, domains: domains.count, unit: unit)
        rows.read()
        if rows.collector.containsError { throw FindingsError(findings + rows.collector.findings) }
        let (known, names) = Self.inUnits(rows.cells, units)
        let cells = known.map { $0.cell }
        for (name, place) in names.sorted(by: { $0.value.row < $1.value.row }) {
            if case .several(let codes)? = units?.match(name) {
                rows.collector.report(
                    SurveyFinding.ambiguousUnit, at: table.location(place.row),
                    [.found: .text(name), .expected: .names(codes)])
            } else {
                rows.collector.report(SurveyFinding.unknownUnit, at: table.location(place.row), [.found: .text(name)])
            }
        }
        findings += rows.collector.findings
        for (name, place) in names { unusable.add(name: name, place.forms) }
        unusable.addWithoutUnit(rows.leftOut)
        let unknown = names.values.reduce(0) { $0 + $1.forms }
        guard leaveOut(rows.leftOut), leaveOut(unknown), add(cells, in: unit) else {
            throw FindingsError(SurveyFinding.tooLarge, at: Location(file: file))
        }
        try checkDesign { key in
            known.first { $0.cell.key == key }.map { table.location($0.row) } ?? Location(file: file)
        }
        self.findings = findings
    }

    /// The cells of known units, by code, with their rows, and the names that no unit has, with their first row and
    /// their forms.
    private static func inUnits(
        _ cells: [(cell: Cell, row: Int)], _ units: UnitNames?
    ) -> (cells: [(cell: Cell, row: Int)], names: [String: (row: Int, forms: Int)]) {
        guard let units else { return (cells, [:]) }
        var known: [(cell: Cell, row: Int)] = []
        var names: [String: (row: Int, forms: Int)] = [:]
        for (var cell, row) in cells {
            if let code = units.code(of: cell.key.unit) {
                cell.key.unit = code
                known.append((cell, row))
            } else {
                let found = names[cell.key.unit]
                names[cell.key.unit] = (found?.row ?? row, (found?.forms ?? 0) + cell.rows)
            }
        }
        return (known, names)
    }

    /// Checks populations against each other and against what was drawn of them.
    /// - Throws: `FindingsError` with `survey.otherPopulation` or `survey.populationTooSmall`.
    package func checkDesign(file: String) throws(FindingsError) { try checkDesign { _ in Location(file: file) } }

    /// - Parameter place: Where a cell stands.
    private func checkDesign(place: @escaping (CellKey) -> Location) throws(FindingsError) {
        guard let stages = questionnaire.design?.stages, !cells.isEmpty else { return }
        _ = try DesignNodes(cells, stages: stages, place: place).tree()
    }

    /// The finding that a table is not a tally, or is one of another questionnaire; nothing more needs to be said then.
    private static func stranger(_ table: Table, _ questionnaire: Questionnaire) -> Finding? {
        guard let column = table.headings.firstIndex(of: TallyColumns.surveyHeading) else {
            return Finding(
                SurveyFinding.noTally, at: table.headingLocation(0),
                [.expected: .text(TallyColumns.surveyHeading), .found: .text(Excerpt.of(table.headings[0]))])
        }
        guard let first = firstCell(of: table, column) else { return nil }
        let text = table.text(first, column)
        if unit(named: text, questionnaire) != nil { return nil }
        return Finding(
            SurveyFinding.otherSurvey, at: table.location(first, column),
            [.found: .text(text), .expected: .text(questionnaire.fingerprint)])
    }

    /// The first row that is a cell.
    private static func firstCell(of table: Table, _ column: Int) -> Int? {
        (0..<min(table.rowCount, 2)).first { !table.text($0, column).hasPrefix(TallyChecksum.sign) }
    }

    /// What weights count in a tally of the questionnaire whose rows begin with a text; nil where it is not one.
    private static func unit(named text: String, _ questionnaire: Questionnaire) -> WeightUnit? {
        let units: [WeightUnit] =
            questionnaire.columns.weight == nil ? [.millionths] : [.millionths, .tenBillionths]
        return units.first { $0.label(questionnaire.fingerprint) == text }
    }

    /// What weights count: its first cell says so.
    private static func weightUnit(of table: Table, _ questionnaire: Questionnaire) -> WeightUnit {
        guard let column = table.headings.firstIndex(of: TallyColumns.surveyHeading),
            let first = firstCell(of: table, column)
        else { return .millionths }
        return unit(named: table.text(first, column), questionnaire) ?? .millionths
    }

    /// The domains that the headings name, and where each column is.
    private static func columns(
        of table: inout Table, _ questionnaire: Questionnaire
    ) -> (domains: [String], columns: [(place: Int, column: TallyColumns.Column)]) {
        var domains: [String] = []
        let codes = questionnaire.cellDomainCodes
        /// The heading that a domain has behind those found.
        func heading(of domain: String) -> String? {
            TallyColumns(questionnaire, domains: domains + [domain]).all
                .first { $0.column == .domain(domains.count) }?.name
        }
        // The other headings are worked out once for all that are none of them.
        var others: [String: String]?
        for found in table.headings where found.hasPrefix(TallyColumns.heading(ofDomain: "")) {
            // Nearly every heading is the plain one of its domain.
            var domain = codes.first { TallyColumns.heading(ofDomain: $0) == found && heading(of: $0) == found }
            if domain == nil {
                let known = others ?? Dictionary(codes.map { (heading(of: $0) ?? "", $0) }) { first, _ in first }
                others = known
                domain = known[found]
            }
            guard let domain else { continue }
            domains.append(domain)
            others = nil
        }
        var columns: [(place: Int, column: TallyColumns.Column)] = []
        for column in TallyColumns(questionnaire, domains: domains).all {
            guard let place = table.requiredColumn([column.name]) else { continue }
            columns.append((place, column.column))
        }
        return (domains, columns)
    }
}
