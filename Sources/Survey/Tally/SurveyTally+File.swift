package import Tables
internal import Values

extension SurveyTally {
    /// The tally as a CSV file that ``init(file:bytes:questionnaire:units:)`` reads back: commas, decimal points.
    package func file() -> [UInt8] {
        let columns = TallyColumns(questionnaire, domains: domains).all
        var writer = CSVWriter(.plain)
        writer.writeRow(columns.map { .text($0.name) })
        let fingerprint = questionnaire.fingerprint
        for cell in cells {
            writer.writeRow(
                columns.map { cell.text(of: $0.column, fingerprint, questions: questionnaire.questions.count) })
        }
        // Rows that were left out belong to no cell.
        if rowsLeftOut > 0 {
            writer.writeRow(
                columns.map { column in
                    switch column.column {
                    case .survey: .text(fingerprint)
                    case .leftOut: .text(String(rowsLeftOut))
                    default: .blank
                    }
                })
        }
        return writer.bytes
    }

    /// Reads a tally file.
    ///
    /// Units are found by code or name. The file must have every column of the questionnaire's tally, and no other.
    /// - Throws: ``TableError`` with everything that is wrong.
    package init(
        file: String, bytes: [UInt8], questionnaire: Questionnaire, units: UnitNames? = nil
    ) throws(TableError) {
        let options = TableOptions(delimiter: .comma, decimalSeparator: .point, findingLimit: 20)
        var table = try Table(file: file, bytes: bytes, options: options)
        let names = table.headings
        let domains = names.filter { $0.hasPrefix("by ") }.map { String($0.dropFirst(3)) }
        let columns = TallyColumns(questionnaire, domains: domains).all
        var found: [(Int, TallyColumns.Column)] = []
        for column in columns {
            guard let place = names.firstIndex(of: column.name) else {
                _ = table.requiredColumn([column.name])
                continue
            }
            _ = table.optionalColumn([column.name])
            found.append((place, column.column))
        }
        var findings = table.findings
        if findings.containsError { throw TableError(findings: findings) }
        self.init(questionnaire, domains: domains)
        let fingerprint = questionnaire.fingerprint
        var cells: [Cell] = []
        var isSound = true
        for row in 0..<table.rowCount {
            var reading = CellReading(questionnaire, domains: domains.count)
            for (place, column) in found {
                let text = table.text(row, place)
                if column == .survey, text != fingerprint {
                    findings.append(
                        Finding(
                            SurveyFinding.otherSurvey, at: table.place(row, place),
                            details: ["found": text, "expected": fingerprint]))
                } else if !reading.take(text, column) {
                    findings.append(
                        Finding(SurveyFinding.badTally, at: table.place(row, place), details: ["found": text]))
                }
            }
            if findings.count > 20 { break }
            rowsLeftOut += reading.leftOut
            if reading.cell.rows == 0 { continue }
            if let units {
                guard let code = units.code(of: reading.cell.key.unit) else {
                    rowsLeftOut += reading.cell.rows
                    findings.append(
                        Finding(
                            SurveyFinding.unknownUnit, at: table.place(row),
                            details: ["found": reading.cell.key.unit]))
                    continue
                }
                reading.cell.key.unit = code
            }
            cells.append(reading.cell)
        }
        if findings.containsError { throw TableError(findings: findings) }
        isSound = add(cells)
        guard isSound else {
            throw TableError(findings: [Finding(SurveyFinding.tooLarge, at: Place(file: file))])
        }
        self.findings = findings
    }

    /// Adds the tally of another part of the same survey.
    /// - Throws: ``TableError`` with `survey.tooLarge` beyond 64 bits, `survey.otherSurvey` when questionnaire or
    ///   domains differ.
    package mutating func merge(_ other: SurveyTally, from file: String) throws(TableError) {
        guard questionnaire.fingerprint == other.questionnaire.fingerprint, domains == other.domains else {
            throw TableError(findings: [
                Finding(
                    SurveyFinding.otherSurvey, at: Place(file: file),
                    details: [
                        "found": ([other.questionnaire.fingerprint] + other.domains).joined(separator: " · "),
                        "expected": ([questionnaire.fingerprint] + domains).joined(separator: " · "),
                    ])
            ])
        }
        rowsLeftOut += other.rowsLeftOut
        findings += other.findings
        guard add(other.cells) else {
            throw TableError(findings: [Finding(SurveyFinding.tooLarge, at: Place(file: file))])
        }
    }
}

extension SurveyTally.Cell {
    fileprivate func text(of column: TallyColumns.Column, _ fingerprint: String, questions: Int) -> CSVWriter.Cell {
        func decimal(_ value: Int64) -> CSVWriter.Cell { .text(FixedDecimal(mantissa: value).text()) }
        switch column {
        case .survey: return .text(fingerprint)
        case .unit: return .text(key.unit)
        case .domain(let index): return .text(key.domains[index])
        case .stratum(let stage): return .text(key.stages[stage].stratum)
        case .cluster(let stage): return .text(key.stages[stage].cluster)
        case .population(let stage): return key.stages[stage].population.map(decimal) ?? .blank
        case .leftOut: return .text("0")
        case .rows: return .text(String(rows))
        case .weight: return decimal(weight)
        case .count(let question, let slot): return .text(String(counts[slot * questions + question]))
        case .sum(let question, let slot): return decimal(sums[slot * questions + question])
        case .unknown(let question): return .text(unknown.isEmpty ? "0" : String(unknown[question]))
        case .people(let group, let part):
            return .text(String(people[group * RowExtras.PeoplePart.allCases.count + part.rawValue]))
        case .product(let index, _, _, _): return .text(String(products[index]))
        }
    }
}

/// A row of a tally file on its way to a cell.
private struct CellReading {
    var cell: SurveyTally.Cell
    var leftOut = 0
    private let questions: Int

    init(_ questionnaire: Questionnaire, domains: Int) {
        questions = questionnaire.questions.count
        let slots = questionnaire.scale.levels.count + (questionnaire.scale.noAnswer.isEmpty ? 0 : 1)
        let extras = RowExtras(questionnaire)
        let stage = CellKey.StageKey(stratum: "", cluster: "", population: nil)
        cell = SurveyTally.Cell(
            key: CellKey(
                unit: "", domains: Array(repeating: "", count: domains),
                stages: Array(repeating: stage, count: questionnaire.design?.stages.count ?? 0)),
            rows: 0, weight: 0, counts: Array(repeating: 0, count: slots * questions),
            sums: Array(repeating: 0, count: slots * questions), unknown: [],
            people: Array(repeating: 0, count: extras.peopleCount),
            products: Array(repeating: 0, count: extras.productCount))
    }

    /// Takes a cell of the table; false when it cannot be used. A blank number is none.
    mutating func take(_ text: String, _ column: TallyColumns.Column) -> Bool {
        func whole(_ most: Int = Int(UInt32.max)) -> Int? {
            text.isEmpty ? 0 : Int(text).flatMap { (0...most).contains($0) ? $0 : nil }
        }
        func decimal() -> Int64? {
            text.isEmpty ? 0 : (try? FixedDecimal(text)).flatMap { $0.mantissa >= 0 ? $0.mantissa : nil }
        }
        func number() -> Int128? {
            // Some databases write whole numbers of decimals with a point.
            let digits = text.hasSuffix(".000000") ? text.dropLast(7) : text[...]
            return digits.isEmpty ? 0 : Int128(digits).flatMap { $0 >= 0 ? $0 : nil }
        }
        switch column {
        case .survey: return true
        case .unit: cell.key.unit = text
        case .domain(let index): cell.key.domains[index] = text
        case .stratum(let stage): cell.key.stages[stage].stratum = text
        case .cluster(let stage): cell.key.stages[stage].cluster = text
        case .population(let stage):
            guard let value = decimal() else { return false }
            cell.key.stages[stage].population = value > 0 ? value : nil
        case .leftOut:
            guard let value = whole() else { return false }
            leftOut = value
        case .rows:
            guard let value = whole() else { return false }
            cell.rows = value
        case .weight:
            guard let value = decimal() else { return false }
            cell.weight = value
        case .count(let question, let slot):
            guard let value = whole() else { return false }
            cell.counts[slot * questions + question] = UInt32(value)
        case .sum(let question, let slot):
            guard let value = decimal() else { return false }
            cell.sums[slot * questions + question] = value
        case .unknown(let question):
            guard let value = whole() else { return false }
            if value > 0, cell.unknown.isEmpty { cell.unknown = Array(repeating: 0, count: questions) }
            if value > 0 { cell.unknown[question] = value }
        case .people(let group, let part):
            guard let value = number() else { return false }
            cell.people[group * RowExtras.PeoplePart.allCases.count + part.rawValue] = value
        case .product(let index, _, _, _):
            guard let value = number() else { return false }
            cell.products[index] = value
        }
        return true
    }
}
