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
        let options = TableOptions(delimiter: .comma, decimalSeparator: .point, findingLimit: Self.findingLimit)
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
        let fingerprint = questionnaire.fingerprint
        var cells: [Cell] = []
        var errors = 0
        var unknownUnits = 0
        var isSound = true
        for row in 0..<table.rowCount where errors < Self.findingLimit {
            var reading = CellReading(layout, domains: domains.count, stages: questionnaire.design?.stages.count ?? 0)
            for (place, column) in columns {
                let text = table.text(row, place)
                if column == .survey, text != fingerprint {
                    errors += 1
                    findings.append(
                        Finding(
                            SurveyFinding.otherSurvey, at: table.location(row, place),
                            [.found: .text(text), .expected: .text(fingerprint)]))
                } else if !reading.take(text, column) {
                    errors += 1
                    findings.append(
                        Finding(SurveyFinding.badTally, at: table.location(row, place), [.found: .text(text)]))
                }
            }
            if let missing = reading.missing, let place = columns.first(where: { $0.column == missing })?.place {
                errors += 1
                findings.append(Finding(SurveyFinding.badTally, at: table.location(row, place), [.found: ""]))
            }
            isSound = leaveOut(reading.leftOut) && isSound
            if reading.cell.rows == 0 { continue }
            if let units {
                guard let code = units.code(of: reading.cell.key.unit) else {
                    isSound = leaveOut(reading.cell.rows) && isSound
                    unknownUnits += 1
                    if unknownUnits > Self.findingLimit { continue }
                    findings.append(
                        Finding(
                            SurveyFinding.unknownUnit, at: table.location(row),
                            [.found: .text(reading.cell.key.unit)]))
                    continue
                }
                reading.cell.key.unit = code
            }
            cells.append(reading.cell)
        }
        if unknownUnits > Self.findingLimit {
            findings.append(
                Finding(
                    SurveyFinding.moreFindings, at: Location(file: file),
                    [.count: .count(unknownUnits - Self.findingLimit)]))
        }
        if findings.containsError { throw FindingsError(findings) }
        guard add(cells), isSound else {
            throw FindingsError(SurveyFinding.tooLarge, at: Location(file: file))
        }
        self.findings = findings
    }

    /// How many findings of a kind are listed.
    private static var findingLimit: Int { 20 }

    /// The finding that a table is not a tally, or is one of another questionnaire; nothing more needs to be said then.
    private static func stranger(_ table: Table, _ questionnaire: Questionnaire) -> Finding? {
        guard let column = table.headings.firstIndex(of: TallyColumns.surveyHeading) else {
            return Finding(
                SurveyFinding.noTally, at: table.headingLocation(0),
                [.expected: .text(TallyColumns.surveyHeading), .found: .text(Excerpt.of(table.headings[0]))])
        }
        guard table.rowCount > 0, table.text(0, column) != questionnaire.fingerprint else { return nil }
        return Finding(
            SurveyFinding.otherSurvey, at: table.location(0, column),
            [.found: .text(table.text(0, column)), .expected: .text(questionnaire.fingerprint)])
    }

    /// The domains that the headings name, and where each column is.
    private static func columns(
        of table: inout Table, _ questionnaire: Questionnaire
    ) -> (domains: [String], columns: [(place: Int, column: TallyColumns.Column)]) {
        var domains: [String] = []
        for heading in table.headings where heading.hasPrefix(TallyColumns.heading(ofDomain: "")) {
            let domain = questionnaire.columns.domains.first { domain in
                TallyColumns(questionnaire, domains: domains + [domain.code]).all.contains {
                    $0.column == .domain(domains.count) && $0.name == heading
                }
            }
            if let domain { domains.append(domain.code) }
        }
        var columns: [(place: Int, column: TallyColumns.Column)] = []
        for column in TallyColumns(questionnaire, domains: domains).all {
            guard let place = table.requiredColumn([column.name]) else { continue }
            columns.append((place, column.column))
        }
        return (domains, columns)
    }
}

/// A row of a tally file being read into a cell.
private struct CellReading {
    var cell: SurveyTally.Cell
    var leftOut = 0
    private let layout: TallyLayout
    private var firstBlank: TallyColumns.Column?
    /// The sum of the answers to each question.
    private var answers: [Int]

    init(_ layout: TallyLayout, domains: Int, stages: Int) {
        self.layout = layout
        let stage = CellKey.StageKey(stratum: "", cluster: "", population: nil)
        cell = SurveyTally.Cell(
            key: CellKey(
                unit: "", domains: Array(repeating: "", count: domains),
                stages: Array(repeating: stage, count: stages)),
            rows: 0, weight: 0, counts: Array(repeating: 0, count: layout.answerCount),
            sums: Array(repeating: 0, count: layout.answerCount), unknown: [],
            people: Array(repeating: 0, count: layout.peopleCount),
            products: Array(repeating: 0, count: layout.productCount))
        answers = Array(repeating: 0, count: layout.questions)
    }

    /// The first missing number of a cell with rows. Only a row that counts left-out rows may lack numbers: a database
    /// also writes nothing for a sum that overflowed.
    var missing: TallyColumns.Column? { cell.rows > 0 ? firstBlank : nil }

    /// Reads a cell of the table; false when it cannot be used. Rows and weight come before what is checked against
    /// them.
    mutating func take(_ text: String, _ column: TallyColumns.Column) -> Bool {
        switch column {
        case .survey: return true
        case .unit: cell.key.unit = text
        case .domain(let index): cell.key.domains[index] = text
        case .stratum(let stage): cell.key.stages[stage].stratum = text
        case .cluster(let stage): cell.key.stages[stage].cluster = text
        default:
            if !text.isEmpty { return takeNumber(text, column) }
            if cell.rows > 0 { return false }
            if firstBlank == nil { firstBlank = column }
        }
        return true
    }

    private mutating func takeNumber(_ text: String, _ column: TallyColumns.Column) -> Bool {
        func whole(_ most: Int) -> Int? { Int(text).flatMap { (0...most).contains($0) ? $0 : nil } }
        func decimal() -> Int64? { (try? FixedDecimal(text)).flatMap { $0.mantissa >= 0 ? $0.mantissa : nil } }
        func number(_ text: some StringProtocol) -> Int128? { Int128(text).flatMap { $0 >= 0 ? $0 : nil } }
        switch column {
        case .survey, .unit, .domain, .stratum, .cluster: break
        case .population(let stage):
            guard let value = decimal(), value > 0, FixedDecimal(mantissa: value).isInteger else { return false }
            cell.key.stages[stage].population = value
        case .leftOut:
            guard let value = whole(Int.max) else { return false }
            leftOut = value
        case .rows:
            guard let value = whole(Int(UInt32.max)) else { return false }
            cell.rows = value
        case .weight:
            guard let value = decimal() else { return false }
            cell.weight = value
        case .count(let question, let slot):
            guard let value = whole(cell.rows - answers[question]) else { return false }
            cell.counts[layout.answer(question, slot: slot)] = UInt32(value)
            answers[question] += value
        case .sum(let question, let slot):
            guard let value = decimal(), value <= cell.weight else { return false }
            cell.sums[layout.answer(question, slot: slot)] = value
        case .unknown(let question):
            guard let value = whole(cell.rows - answers[question]) else { return false }
            if value > 0, cell.unknown.isEmpty { cell.unknown = Array(repeating: 0, count: layout.questions) }
            if value > 0 { cell.unknown[question] = value }
        case .people(let group, let part):
            guard let value = number(text) else { return false }
            cell.people[layout.people(group, part)] = value
        case .products(let isSquared):
            let numbers = text.split(separator: " ").map { number($0) }
            let places = layout.products(ofSquares: isSquared)
            guard numbers.count == places.count else { return false }
            for (place, value) in zip(places, numbers) {
                guard let value else { return false }
                cell.products[place] = value
            }
        }
        return true
    }
}
