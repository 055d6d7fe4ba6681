internal import Tables
internal import Values

/// The rows of a tally file: read into cells, and checked for what must hold within a cell and within the file.
struct TallyRows {
    private let table: Table
    private let columns: [(place: Int, column: TallyColumns.Column)]
    private let layout: TallyLayout
    private let identities: TallyIdentities
    private let unit: WeightUnit
    /// What each row begins with.
    private let label: String
    private let needsUnit: Bool
    private let domains: Int
    private let stages: Int

    /// The cells, each with its row.
    private(set) var cells: [(cell: SurveyTally.Cell, row: Int)] = []
    private(set) var leftOut = 0
    /// What is wrong with the rows, and with the file.
    var collector = FindingCollector(limit: Self.findingLimit, rest: TableFinding.moreFindings)
    /// How many findings of a kind are listed.
    static let findingLimit = 20
    private var errors = 0
    private var cellOfKey: [CellKey: Int] = [:]
    private var checksum: (text: String, row: Int)?

    init(
        _ table: Table, columns: [(place: Int, column: TallyColumns.Column)], layout: TallyLayout,
        _ questionnaire: Questionnaire, domains: Int, unit: WeightUnit
    ) {
        (self.table, self.columns, self.layout, self.domains) = (table, columns, layout, domains)
        identities = TallyIdentities(questionnaire, layout)
        self.unit = unit
        label = unit.label(questionnaire.fingerprint)
        needsUnit = questionnaire.columns.unit != nil
        stages = questionnaire.design?.stages.count ?? 0
    }

    /// Reads all rows.
    mutating func read() {
        for row in 0..<table.rowCount {
            if let place = columns.first(where: { $0.column == .survey })?.place,
                table.text(row, place).hasPrefix(TallyChecksum.sign)
            {
                readChecksum(row, place)
            } else {
                readCell(row)
            }
        }
        if errors == 0 { compareChecksum() }
    }

    private mutating func report(_ code: SurveyFinding, _ row: Int, _ place: Int, _ details: FindingDetails) {
        if code.severity == .error { errors += 1 }
        collector.report(code, at: table.location(row, place), details)
    }

    // MARK: - Cells

    private mutating func readCell(_ row: Int) {
        var reading = CellReading(layout, domains: domains, stages: stages, unit: unit)
        let before = errors
        for (place, column) in columns {
            let text = table.text(row, place)
            if column == .survey, text != label {
                report(.otherSurvey, row, place, [.found: .text(text), .expected: .text(label)])
            } else if !reading.take(text, column) {
                report(.badTally, row, place, [.found: .text(text)])
            }
        }
        if let missing = reading.missing, let place = place(of: missing) {
            report(.badTally, row, place, [.found: ""])
        }
        guard errors == before else { return }
        guard leftOut <= SurveyTally.mostRows - reading.leftOut else {
            return report(.badTally, row, place(of: .leftOut) ?? 0, [.found: .text(String(reading.leftOut))])
        }
        leftOut += reading.leftOut
        if reading.rows == 0 {
            // A row that only counts rows left out has no other number.
            if let column = reading.firstNumber, let place = place(of: column) { contradicts(row, place) }
            return
        }
        let cell = reading.cell
        if needsUnit, cell.key.unit.isEmpty {
            return report(.badTally, row, place(of: .unit) ?? 0, [.found: ""])
        }
        if let column = identities.contradiction(in: cell), let place = place(of: column) {
            return contradicts(row, place)
        }
        // Other numbers under the same key are those of other forms of the cell.
        if let first = cellOfKey[cell.key], cells[first].cell == cell {
            return report(.repeatedCell, row, 0, [.first: .location(table.location(cells[first].row))])
        }
        cellOfKey[cell.key] = cells.count
        cells.append((cell, row))
    }

    private mutating func contradicts(_ row: Int, _ place: Int) {
        report(
            .contradictoryTally, row, place,
            [.found: .text(Excerpt.of(table.text(row, place))), .key: .text(table.headings[place])])
    }

    private func place(of column: TallyColumns.Column) -> Int? { columns.first { $0.column == column }?.place }

    // MARK: - Checksum

    private mutating func readChecksum(_ row: Int, _ place: Int) {
        let text = table.text(row, place)
        let others = columns.first { $0.place != place && !table.text(row, $0.place).isEmpty }
        if let others {
            report(.badTally, row, others.place, [.found: .text(Excerpt.of(table.text(row, others.place)))])
        } else if checksum != nil {
            report(.badTally, row, place, [.found: .text(text)])
        }
        checksum = (String(text.dropFirst(TallyChecksum.sign.count)), row)
    }

    private mutating func compareChecksum() {
        guard let checksum else {
            collector.report(SurveyFinding.noChecksum, at: Location(file: table.file))
            return
        }
        var found = TallyChecksum()
        for (cell, _) in cells { found.add(cell, layout) }
        found.add(leftOut: leftOut)
        found.add(unit)
        if found.text != checksum.text {
            let place = place(of: .survey) ?? 0
            report(.editedTally, checksum.row, place, [.found: .text(found.text), .expected: .text(checksum.text)])
        }
    }
}

/// A row of a tally file being read into a cell.
struct CellReading {
    private(set) var rows = 0
    private(set) var leftOut = 0
    private var key: CellKey
    private var weight: Int64 = 0
    private var counts: [UInt32]
    private var sums: [Int64]
    private var unknown: [Int] = []
    private var extras: [Int128]
    private let layout: TallyLayout
    private let unit: WeightUnit
    private var firstBlank: TallyColumns.Column?
    /// The first number other than zero of what belongs to a cell.
    private(set) var firstNumber: TallyColumns.Column?
    /// The sum of the answers to each question.
    private var answers: [Int]

    init(_ layout: TallyLayout, domains: Int, stages: Int, unit: WeightUnit) {
        (self.layout, self.unit) = (layout, unit)
        let stage = CellKey.StageKey(stratum: "", cluster: "", population: nil)
        key = CellKey(
            unit: "", domains: Array(repeating: "", count: domains), stages: Array(repeating: stage, count: stages))
        counts = Array(repeating: 0, count: layout.answerCount)
        sums = Array(repeating: 0, count: layout.answerCount)
        extras = Array(repeating: 0, count: layout.places.count)
        answers = Array(repeating: 0, count: layout.questions)
    }

    /// The cell.
    var cell: SurveyTally.Cell {
        SurveyTally.Cell(
            key: key, rows: rows, weight: weight, unknown: unknown,
            numbers: CellNumbers(rows: rows, weight: weight, counts: counts, sums: sums, extras: extras, layout))
    }

    /// The first missing number of a cell with rows. Only a row that counts left-out rows may lack numbers: a database
    /// also writes nothing for a sum that overflowed.
    var missing: TallyColumns.Column? { rows > 0 ? firstBlank : nil }

    /// Reads a cell of the table; false when it cannot be used. Rows and weight come before what is checked against
    /// them.
    mutating func take(_ text: String, _ column: TallyColumns.Column) -> Bool {
        switch column {
        case .survey: return true
        case .unit: key.unit = text
        case .domain(let index): key.domains[index] = text
        case .stratum(let stage): key.stages[stage].stratum = text
        case .cluster(let stage): key.stages[stage].cluster = text
        default:
            if !text.isEmpty {
                if firstNumber == nil, column.isSum, !Self.isZero(text) { firstNumber = column }
                return takeNumber(text, column)
            }
            if rows > 0 { return false }
            if firstBlank == nil { firstBlank = column }
        }
        return true
    }

    /// Whether all digits of one number or several are zero, whatever power of ten stands behind them.
    private static func isZero(_ text: String) -> Bool {
        text.utf8.prefix { $0 | 0x20 != UInt8(ascii: "e") }.allSatisfy { "0. ".utf8.contains($0) }
    }

    private mutating func takeNumber(_ text: String, _ column: TallyColumns.Column) -> Bool {
        func whole(_ most: Int) -> Int? { Int(text).flatMap { (0...most).contains($0) ? $0 : nil } }
        func decimal(_ unit: WeightUnit) -> Int64? { unit.read(text).flatMap { $0 >= 0 ? $0 : nil } }
        func number(_ text: some StringProtocol) -> Int128? { Int128(text).flatMap { $0 >= 0 ? $0 : nil } }
        switch column {
        case .survey, .unit, .domain, .stratum, .cluster: break
        case .population(let stage):
            guard let value = decimal(.millionths), value > 0, FixedDecimal(mantissa: value).isInteger else {
                return false
            }
            key.stages[stage].population = value
        case .leftOut:
            guard let value = whole(SurveyTally.mostRows) else { return false }
            leftOut = value
        case .rows:
            guard let value = whole(Int(clamping: UInt32.max)) else { return false }
            rows = value
        case .weight:
            guard let value = decimal(unit) else { return false }
            weight = value
        case .count(let question, let slot):
            guard let value = whole(rows - answers[question]) else { return false }
            counts[layout.answer(question, slot: slot)] = UInt32(value)
            answers[question] += value
        case .sum(let question, let slot):
            guard let value = decimal(unit), value <= weight else { return false }
            sums[layout.answer(question, slot: slot)] = value
        case .unknown(let question):
            guard let value = whole(rows - answers[question]) else { return false }
            if value > 0, unknown.isEmpty { unknown = Array(repeating: 0, count: layout.questions) }
            if value > 0 { unknown[question] = value }
        case .people(let group, let part):
            guard let value = number(text) else { return false }
            extras[layout.people(group, part).index] = value
        case .products(let isSquared):
            let numbers = text.split(separator: " ").map { number($0) }
            let places = layout.products(ofSquares: isSquared)
            guard numbers.count == places.count else { return false }
            for (place, value) in zip(places, numbers) {
                guard let value else { return false }
                extras[place] = value
            }
        }
        return true
    }
}
