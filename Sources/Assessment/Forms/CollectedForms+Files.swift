internal import Scoring
internal import Survey
internal import Tables
package import Values

extension CollectedForms {
    /// The tables of the folder with what the forms bring, and the journal with a row for every cell that becomes another;
    /// none that stays as it is.
    /// - Throws: ``FindingsError`` where a table cannot be read or written, or the journal is not sound.
    package func files(
        isVietnamese: Bool, by signature: Signature
    ) throws(FindingsError) -> [(path: String, bytes: [UInt8])] {
        var changes: [JournalRow] = []
        var tables = try tables(isVietnamese: isVietnamese, &changes)
        if !answers.isEmpty {
            tables.append(try answeredRequests(isVietnamese: isVietnamese, by: signature, &changes))
        }
        if changes.isEmpty { return tables }
        let sink = FindingSink()
        var journal = Journal(of: assessment.folder, isVietnamese: isVietnamese, into: sink)
        guard journal.isSound else { throw FindingsError(sink.findings) }
        journal.append(changes, by: signature)
        return tables + [journal.file]
    }

    private func tables(
        isVietnamese: Bool, _ rows: inout [JournalRow]
    ) throws(FindingsError) -> [(path: String, bytes: [UInt8])] {
        var tables: [(path: String, bytes: [UInt8])] = []
        let units = UnitList(assessment.units)
        let (positions, stages) = (assessment.positions, assessment.settings.stages)
        if !figures.isEmpty {
            let keys = [ColumnNames.unit, ColumnNames.metric]
            guard assessment.metricsFiles.count == 1, let path = assessment.metricsFiles.first else {
                throw FindingsError(
                    FormFinding.tableNotWritable, at: Location(file: assessment.folder + "/assessment.json"))
            }
            let metrics = Dictionary(firstOf: assessment.criteria.set.metrics.enumerated().map { ($1.code, $0) })
            func rank(_ key: [String]) -> [Int]? {
                guard let unit = positions.units[key[0]], let metric = metrics[key[1]] else { return nil }
                return [unit, metric]
            }
            var table = try RewrittenTable(contentsOf: path, options: assessment.tables, keys: keys, rank: rank) {
                key, text in
                key == 0 ? units.code(of: text) : text
            }
            for change in figures {
                write(change, keys, to: &table)
                rows += journalRows(table.takeChanges(), of: path, change.explanation, from: change.place)
            }
            tables.append((path, table.bytes))
        }
        if !lines.isEmpty {
            let keys = [ColumnNames.unit, ColumnNames.criterion, ColumnNames.stage]
            let path = assessment.scoresFile ?? assessment.folder + "/scores.csv"
            func rank(_ key: [String]) -> [Int]? {
                guard let unit = positions.units[key[0]], let node = positions.nodes[key[1]],
                    let stage = stages[key[2]].flatMap(stages.position(of:))
                else { return nil }
                return [unit, node, stage]
            }
            var table: RewrittenTable
            if assessment.scoresFile != nil {
                let words = StageWords(stages)
                table = try RewrittenTable(contentsOf: path, options: assessment.tables, keys: keys, rank: rank) {
                    key, text in
                    key == 0 ? units.code(of: text) : key == 2 ? words.stage(text)?.code ?? text : text
                }
            } else {
                table = RewrittenTable(
                    headings: keys + [ColumnNames.points, ColumnNames.reason], isVietnamese: isVietnamese, rank: rank)
            }
            for line in lines {
                let row = table.row([line.unit, line.criterion, line.stage.code], in: keys)
                table.set(line.after.points.map { .number($0) } ?? .blank, row: row, ColumnNames.points)
                let opinion = line.after.opinion.map { GivenOpinion.word(for: $0, isVietnamese: isVietnamese) }
                table.set(opinion.map { .text($0) } ?? .blank, row: row, ColumnNames.opinion)
                table.set(line.reason.map { .text($0) } ?? .blank, row: row, ColumnNames.reason)
                rows += journalRows(table.takeChanges(), of: path, line.reason, from: line.place)
            }
            tables.append((path, table.bytes))
        }
        return tables
    }

    /// What the journal says of changed cells of a table.
    ///
    /// - Parameter hasStage: Whether rows of the table are about a stage, which then comes third.
    func journalRows(
        _ changes: [RewrittenTable.Change], of path: String, _ reason: String?, from place: Location,
        hasStage: Bool = true
    ) -> [JournalRow] {
        if changes.isEmpty { return [] }
        let table = FilePath.relative(from: assessment.folder, to: path)
        return changes.map { change in
            var row = JournalRow(table: table, column: change.heading, new: change.new)
            (row.unit, row.code, row.old) = (change.key[0], change.key[1], change.old)
            if hasStage, change.key.count > 2 { row.stage = change.key[2] }
            (row.reason, row.source) = (reason ?? "", FilePath.name(of: place.file))
            row.fingerprint = fingerprints[place.file] ?? ""
            return row
        }
    }

    private func write(_ change: FigureChange, _ keys: [[String]], to table: inout RewrittenTable) {
        let row = table.row([change.row.unit, change.row.metric], in: keys)
        func cell(_ heading: EnteredRow.Heading) -> CSVWriter.Cell {
            switch change.row.cells[heading] {
            case .number(let number)?: .number(number)
            case .text(let text)?: .text(text)
            case nil: .blank
            }
        }
        table.set(cell(.value), row: row, ColumnNames.value)
        table.set(cell(.numerator), row: row, ColumnNames.numerator)
        table.set(cell(.denominator), row: row, ColumnNames.denominator)
        table.set(.blank, row: row, ColumnNames.status)
        if let evidence = change.evidence { table.set(.text(evidence), row: row, ColumnNames.evidence) }
        if let explanation = change.explanation { table.set(.text(explanation), row: row, ColumnNames.explanation) }
    }
}
