package import Tables
internal import Values

extension SurveyTally {
    /// The tally as a CSV file that ``init(file:bytes:questionnaire:units:)`` reads back: commas, decimal points.
    ///
    /// Complexity: O(cells × columns).
    package func file() -> [UInt8] {
        let columns = TallyColumns(questionnaire, domains: domains).all
        var writer = CSVWriter(.plain)
        writer.writeRow(columns.map { .text($0.name) })
        let fingerprint = questionnaire.fingerprint
        let squaredProducts = RowExtras(questionnaire).squaredPairs.count * RowExtras.productParts
        for cell in cells {
            writer.writeRow(
                columns.map {
                    cell.text(
                        of: $0.column, fingerprint, questions: questionnaire.questions.count,
                        squaredProducts: squaredProducts)
                })
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
        findings += other.findings
        guard leaveOut(other.rowsLeftOut), add(other.cells) else {
            throw TableError(findings: [Finding(SurveyFinding.tooLarge, at: Place(file: file))])
        }
    }
}

extension SurveyTally.Cell {
    fileprivate func text(
        of column: TallyColumns.Column, _ fingerprint: String, questions: Int, squaredProducts: Int
    ) -> CSVWriter.Cell {
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
        case .products(let isSquared):
            let numbers = isSquared ? products.suffix(squaredProducts) : products.dropLast(squaredProducts)
            return .text(numbers.map { String($0) }.joined(separator: " "))
        }
    }
}
