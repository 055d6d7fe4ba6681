package import Values

extension Table {
    /// Detects the decimal separator from all cells of the specified columns that look like numbers.
    ///
    /// Broken rows are ignored. Codes such as `3.4.1` and `1.10` are text: leave their columns out. When the options
    /// specify the separator, nothing is done. When cells contradict each other, that is reported as an error and each
    /// cell is read by itself; so is each cell when nothing shows the separator, and `1.234` is then ambiguous.
    ///
    /// Complexity: O(cells), a few nanoseconds each.
    ///
    /// - Parameter asText: Whether the caller reads the text and not this table, so that the numbers of a workbook are
    ///   ones with a decimal point.
    package mutating func settleNumbers(in columns: some Sequence<Int>, asText: Bool = false) {
        guard dialect.decimalReason != .forced, dialect.decimalReason != .groupForced else { return }
        let evidence = gatherEvidence(in: columns.filter { (0..<columnCount).contains($0) }, asText: asText)
        switch (evidence.comma, evidence.point) {
        case (let comma?, let point?): reportConflict(comma: comma, point: point)
        case (let comma?, nil): settle(.comma, .evidence(self.evidence(comma)))
        case (nil, let point?): settle(.point, .evidence(self.evidence(point)))
        case (nil, nil): settle(nil, .none)
        }
    }

    /// The finding for a cell that is not a number; nil for a number and for a blank cell.
    package func finding(for reading: NumberReading, _ row: Int, _ column: Int) -> Finding? {
        var details: FindingDetails = [.found: .text(Excerpt.of(text(row, column)))]
        let code: TableFinding
        switch reading {
        case .blank, .number: return nil
        case .ambiguous(let decimal, _):
            code = .ambiguousNumber
            details[.asDecimal] = .number(decimal)
            details[.asGrouped] = .count(Int(decimal.mantissa / 1000))
        case .problem(.notANumber) where TextHistory.isSpreadsheetError(text(row, column)):
            code = .spreadsheetError
        case .problem(.notANumber):
            code = .notANumber
            if let history = TextHistory(of: text(row, column)) {
                details[.history] = history.detail
                details[.suggestion] = history.original.map { .text(Excerpt.of($0)) }
            }
        case .problem(.otherSeparator):
            code = .otherSeparator
            details[.expected] = dialect.decimalSeparator.map { .term($0.term) }
        case .problem(.tooManyDigits):
            code = .numberTooFine
            details[.expected] = .count(FixedDecimal.fractionDigits)
            details[.key] = .text(Excerpt.of(headings[column]))
            details[.count] = .count(1)
        case .problem(.tooLarge):
            code = .numberTooLarge
            details[.expected] = .number(FixedDecimal(mantissa: .max))
        }
        return Finding(code, at: location(row, column), details)
    }

    private func gatherEvidence(in columns: [Int], asText: Bool) -> NumberEvidence {
        let hasPlainNumbers = !plainNumbers.isEmpty
        let parts = Parallel.map(rows.count, minimum: 2_000) { part in
            var evidence = NumberEvidence()
            // In bounds: ranges of cells are of these bytes.
            bytes.withUnsafeBufferPointer { buffer in
                for index in part where brokenRows.isEmpty || !isBroken(index) {
                    let record = rows[index].record
                    for column in columns where column < Int(record.cellCount) {
                        let raw = cells.rawRange(of: record, cell: column)
                        if hasPlainNumbers, isPlainNumber(record, column) {
                            if asText, buffer[raw].contains(UInt8(ascii: ".")) {
                                evidence.addPoint(row: index, column: column)
                            }
                            continue
                        }
                        guard let range = CSVCellContent.range(of: raw, in: buffer) else { continue }
                        evidence.add(range, in: buffer, row: index, column: column)
                    }
                    if evidence.isConflict { break }
                }
            }
            return evidence
        }
        return parts.dropFirst().reduce(into: parts[0]) { $0.add($1) }
    }

    private func evidence(_ cell: NumberEvidence.Cell) -> CellEvidence {
        CellEvidence(
            row: rowNumber(cell.row), column: cell.column + 1, text: Excerpt.of(text(cell.row, cell.column)))
    }

    private mutating func settle(_ separator: DecimalSeparator?, _ reason: TableDialect.DecimalReason) {
        dialect.decimalSeparator = separator
        dialect.decimalReason = reason
        numberReader = NumberReader(
            decimalSeparator: separator, groupSeparator: dialect.groupSeparator,
            roundingDigits: numberReader.roundingDigits)
    }

    /// The later cell is the surprising one: the finding is placed there and names the earlier one.
    private mutating func reportConflict(comma: NumberEvidence.Cell, point: NumberEvidence.Cell) {
        let commaIsLater = (comma.row, comma.column) > (point.row, point.column)
        let later = evidence(commaIsLater ? comma : point)
        let earlier = evidence(commaIsLater ? point : comma)
        let expected: DecimalSeparator = commaIsLater ? .point : .comma
        collector.report(
            TableFinding.mixedDecimalSeparators,
            at: Location(file: file, line: later.row, column: later.column, isTable: true),
            [
                .found: .text(later.text), .expected: .term(expected.term), .other: .text(earlier.text),
                .first: .location(Location(file: file, line: earlier.row, column: earlier.column, isTable: true)),
            ])
        settle(nil, .conflict(comma: evidence(comma), point: evidence(point)))
    }
}

extension DecimalSeparator {
    /// The term in the details of findings.
    package var term: FindingTerm { self == .comma ? .comma : .point }
}
