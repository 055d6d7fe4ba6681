internal import Tables
public import Values

extension SurveyTally {
    /// The tally as a CSV file that ``init(file:bytes:questionnaire:units:)`` can read: commas, decimal points.
    ///
    /// Complexity: O(cells × columns).
    public func file() -> [UInt8] {
        let columns = TallyColumns(questionnaire, domains: domains).all
        // The key is text; after it come numbers, of which there can be millions.
        let keyCount = columns.firstIndex { $0.column == .leftOut } ?? columns.count
        let (keys, numbers) = (columns[..<keyCount], columns[keyCount...].map { $0.column })
        var writer = CSVWriter(.plain)
        writer.writeRow(columns.map { .text($0.name) })
        // First, so that a file that was cut off has it too.
        let sum = TallyChecksum.sign + checksum.text
        writer.writeRow(columns.map { $0.column == .survey ? .text(sum) : .blank })
        let (unit, label) = (weightUnit, weightUnit.label(questionnaire.fingerprint))
        // A comma or space, a sign and the digits of 128 bits for each number.
        let mostBytes = (numbers.count + layout.places.count) * 41
        // A limited number of cells at a time, so that there is never a second copy of all.
        for start in stride(from: 0, to: cells.count, by: Self.cellsAtOnce) {
            let some = cells[start..<min(start + Self.cellsAtOnce, cells.count)]
            let parts = Parallel.map(some.count, minimum: 64) { part in
                var writer = CSVWriter.part(of: .plain)
                for cell in some[start + part.lowerBound..<start + part.upperBound] {
                    writer.writeRow(keys.map { cell.text(of: $0.column, label) }) { bytes in
                        bytes.append(addingCapacity: mostBytes) { span in
                            for column in numbers { cell.append(column, layout, unit, to: &span) }
                        }
                    }
                }
                return writer.bytes
            }
            if start == 0 {
                writer.reserve(parts.reduce(0) { $0 + $1.count } / some.count * cells.count / 10 * 11)
            }
            writer.append(parts)
        }
        // Rows that were left out belong to no cell.
        if rowsLeftOut > 0 {
            writer.writeRow(
                columns.map { column in
                    switch column.column {
                    case .survey: .text(label)
                    case .leftOut: .text(String(rowsLeftOut))
                    default: .blank
                    }
                })
        }
        return writer.bytes
    }

    /// Fewer forms may be alike by chance.
    private static let fewForms = 10

    /// The cells that stand in both tallies with the same numbers.
    private func sameCells(as other: SurveyTally) -> [Cell] {
        var same: [Cell] = []
        var rest = cells[...]
        for cell in other.cells {
            rest = rest.drop { $0.key < cell.key }
            if let own = rest.first, own == cell { same.append(cell) }
        }
        return same
    }

    private var checksum: TallyChecksum {
        var whole = TallyChecksum()
        for part in Parallel.map(
            cells.count, minimum: 64,
            { part in
                var checksum = TallyChecksum()
                for cell in cells[part] { checksum.add(cell, layout) }
                return checksum
            })
        {
            whole.add(part)
        }
        whole.add(leftOut: rowsLeftOut)
        whole.add(weightUnit)
        return whole
    }

    /// Cells that are written at once.
    private static let cellsAtOnce = 512

    /// Adds the tally of another part of the same survey.
    /// - Throws: `FindingsError` with `survey.tooLarge` beyond 64 bits, `survey.otherSurvey` when questionnaire or
    ///   domains differ, `survey.repeatedTally` when all its cells stand here already.
    public mutating func merge(_ other: SurveyTally, from file: String) throws(FindingsError) {
        guard questionnaire.fingerprint == other.questionnaire.fingerprint, domains == other.domains else {
            throw FindingsError(
                SurveyFinding.otherSurvey, at: Location(file: file),
                [
                    .found: .names([other.questionnaire.fingerprint] + other.domains),
                    .expected: .names([questionnaire.fingerprint] + domains),
                ])
        }
        findings += other.findings
        var other = other
        guard other.refine(to: weightUnit), refine(to: other.weightUnit) else {
            throw FindingsError(SurveyFinding.tooLarge, at: Location(file: file))
        }
        let same = sameCells(as: other)
        if !same.isEmpty {
            let forms = same.reduce(0) { $0 + $1.rows }
            let isWhole = forms >= Self.fewForms && same.count == min(cells.count, other.cells.count)
            let finding = Finding(
                isWhole ? SurveyFinding.repeatedTally : .sameCells, at: Location(file: file),
                [.count: .count(same.count), .found: .count(forms)])
            if isWhole { throw FindingsError([finding]) }
            findings.append(finding)
        }
        guard leaveOut(other.rowsLeftOut), add(other.cells, in: other.weightUnit) else {
            throw FindingsError(SurveyFinding.tooLarge, at: Location(file: file))
        }
    }
}

extension SurveyTally.Cell {
    /// A key column.
    fileprivate func text(of column: TallyColumns.Column, _ label: String) -> CSVWriter.Cell {
        switch column {
        case .survey: .text(label)
        case .unit: .text(key.unit)
        case .domain(let index): .text(key.domains[index])
        case .stratum(let stage): .text(key.stages[stage].stratum)
        case .cluster(let stage): .text(key.stages[stage].cluster)
        case .population(let stage):
            key.stages[stage].population.map { .text(FixedDecimal(mantissa: $0).text()) } ?? .blank
        case .leftOut, .rows, .weight, .count, .sum, .unknown, .people, .products: .blank
        }
    }
}

extension SurveyTally.Cell {
    /// A number column, preceded by a comma.
    fileprivate func append(
        _ column: TallyColumns.Column, _ layout: TallyLayout, _ unit: WeightUnit, to bytes: inout OutputSpan<UInt8>
    ) {
        bytes.append(UInt8(ascii: ","))
        switch column {
        case .survey, .unit, .domain, .stratum, .cluster, .population: break
        case .leftOut: bytes.append(UInt8(ascii: "0"))
        case .rows: bytes.append(digitsOf: UInt64(rows))
        case .weight: unit.append(weight, to: &bytes)
        case .count(let question, let slot):
            bytes.append(digitsOf: UInt64(numbers.counts[layout.answer(question, slot: slot)]))
        case .sum(let question, let slot):
            unit.append(numbers.sum(at: layout.answer(question, slot: slot)), to: &bytes)
        case .unknown(let question): bytes.append(digitsOf: unknown.isEmpty ? 0 : UInt64(unknown[question]))
        case .people(let group, let part): append(numbers.number(at: layout.people(group, part)), to: &bytes)
        case .products(let isSquared):
            for (index, place) in layout.places[layout.products(ofSquares: isSquared)].enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: " ")) }
                append(numbers.number(at: place), to: &bytes)
            }
        }
    }

    private func append(_ number: Int128, to bytes: inout OutputSpan<UInt8>) {
        if let small = UInt64(exactly: number) {
            bytes.append(digitsOf: small)
        } else {
            for byte in String(number).utf8 { bytes.append(byte) }
        }
    }
}
