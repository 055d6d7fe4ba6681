internal import CAnswerRows
internal import Tables
internal import Values

/// Rows of any form, read by the project's only scanner.
extension AnswerWorker {
    /// Reads the rows that begin in a stretch, cell by cell; returns where the next row begins.
    func takeSlowly(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, stretch: Int, upTo end: Int, isLast: Bool
    ) -> Int {
        stretchRecords.find(
            in: bytes, from: start, stretch: stretch, upTo: end, isLast: isLast, delimiter: layout.delimiter)
        let found = stretchRecords
        for (index, record) in found.cells.records.enumerated() {
            takeRecord(
                record, cells: found.cells, broken: found.broken[index],
                isOpen: found.isOpenAtEnd && index == found.cells.records.count - 1, bytes: bytes)
            row += 1
        }
        return found.next
    }

    private func takeRecord(
        _ record: CSVRecord, cells: CSVCells, broken: CSVFault?, isOpen: Bool, bytes: UnsafeBufferPointer<UInt8>
    ) {
        if let broken {
            let cell = cells.rawRange(of: record, cell: broken.cell)
            let kind: AnswerFault.Kind = broken.kind == .unclosedQuote ? .unclosedQuote : .badQuote
            fault(kind, field: broken.cell, cell, in: bytes, rowInBlock: row)
            leaveOut(unit(of: record, cells), in: bytes)
            return
        }
        if cells.isBlank(record, in: bytes, delimiter: layout.delimiter) { return }
        let count = Int(record.cellCount)
        let isCutOff = isOpen && count < layout.fieldCount
        // A spreadsheet program leaves blank cells at the end out.
        let isShort = !isCutOff && count < layout.fieldCount && count >= layout.leastCells
        guard count == layout.fieldCount || isShort || onlyBlankCellsMore(record, cells, bytes) else {
            fault(
                isCutOff ? .cutOff(found: count) : .cellCount(found: count), field: nil, cells.rawRange(of: record),
                in: bytes, rowInBlock: row)
            leaveOut(unit(of: record, cells), in: bytes)
            return
        }
        let fields = RecordFields(record: record, cells: cells)
        if let rules = layout.rules {
            guard isFinished(fields, rules, in: bytes) else {
                return unfinished.add(block: block, row: row, field: nil)
            }
            if rules.dropped.contains(firstRow + row) { return dropped.add(block: block, row: row, field: nil) }
        }
        if isShort { shortRows.add(block: block, row: row, cells: count) }
        let cell = findCell(bytes, fields, at: 0, rowInBlock: row)
        guard cell >= 0 else { return }
        let weight = weight(bytes, fields, at: 0, rowInBlock: row, cell: cell)
        guard weight >= 0 else { return unusable.add(unit: keys[cell].unit) }
        var form = Form(row: cells.rawRange(of: record), cell: cell, levels: batch.levels, weight: weight)
        var unknown: [(field: Int, question: Int)] = []
        if let rules = layout.rules {
            unknown = takeAnswers(of: fields, rules, in: bytes)
        } else {
            for field in 0..<layout.fieldCount where layout.questionOfField[field] >= 0 {
                let level = level(fields.range(of: field), in: bytes, 0)
                batch.levels[layout.questionOfField[field]] = level
                if level == codes.usual.unknown { unknown.append((field, layout.questionOfField[field])) }
            }
        }
        for (field, question) in unknown {
            form.unknownAnswers &+= Self.hash(of: bytes[fields.range(of: field)], question: question)
        }
        if let register {
            let mask = mask(of: marks)
            guard isNew(bytes, fields, form, at: 0, rowInBlock: row, mask: mask, register, &marks) else { return }
        }
        if weight == 0 { batch.clearAnswers(at: 0) }
        let own = keyColumns.scores.map { self.cell(of: cell, with: batch.levels, $0) } ?? cell
        guard own >= 0 else { return }
        for (field, question) in unknown {
            let raw = fields.range(of: field)
            unknownAnswers[own, default: Array(repeating: 0, count: store.layout.questions)][question] += 1
            let isError = isScored && TextHistory.isSpreadsheetError(CellText.text(of: raw, in: bytes))
            if isError { unusable.addError(unit: keys[cell].unit) }
            fault(isError ? .spreadsheetAnswer : .unknownAnswer, field: field, raw, in: bytes, rowInBlock: row)
        }
        rowsUsed += 1
        batch.setWeight(weight, at: 0)
        store.add(batch.levels, count: 1, to: own)
    }

    /// Where the unit stands in a row with too few or too many cells.
    private func unit(of record: CSVRecord, _ cells: CSVCells) -> Range<Int>? {
        guard let field = unitField, field < Int(record.cellCount) else { return nil }
        return cells.rawRange(of: record, cell: field)
    }

    private func onlyBlankCellsMore(
        _ record: CSVRecord, _ cells: CSVCells, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard layout.allowsBlankCellsMore, Int(record.cellCount) > layout.fieldCount else { return false }
        return (layout.fieldCount..<Int(record.cellCount)).allSatisfy {
            CellText.text(of: cells.rawRange(of: record, cell: $0), in: bytes).isEmpty
        }
    }

    /// The level of an answer of any form, read in one of the ways of ``codes``.
    func level(_ raw: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, _ way: Int) -> UInt8 {
        // In bounds: a cell of a row in the block; the slack behind it is there for the table, which reads whole words.
        let run = UnsafeBufferPointer(rebasing: bytes[raw])
        if run.isEmpty { return UInt8(ANSWER_NONE) }
        if run.count == 1, run[0] < 0x80, codes.all[way].levelOfByte[Int(run[0])] != UInt8(ANSWER_FOREIGN) {
            return codes.all[way].levelOfByte[Int(run[0])]
        }
        let hash = levelsOfText[way].hash(of: run)
        if let level = levelsOfText[way].value(of: run, hash: hash) { return UInt8(level) }
        guard CellText.isText(raw, in: bytes) else { return codes.usual.unknown }
        let level = codes.all[way].level(of: CellText.text(of: raw, in: bytes))
        // Unknown answers could be anything and unlimited in number: they are not cached.
        if level != codes.usual.unknown { levelsOfText[way].insert(run, hash: hash, value: Int(level)) }
        return level
    }
}
