internal import CAnswerRows
internal import Tables
internal import Values

/// Reads the rows of blocks into cells. Each thread has its own worker; their cells are added up.
///
/// A block goes through the kernel, which reads plain rows many at a time. Where it stops, the project's only scanner
/// takes over for a stretch (`AnswerWorker+Records.swift`), cell by cell, and determines what is wrong.
final class AnswerWorker: BlockWorker {
    let codes: QuestionCodes
    private(set) var keyColumns: KeyColumns
    let store: CellStore
    private(set) var keys: [CellKey] = []
    /// Answers that are not on the scale, by cell and question.
    var unknownAnswers: [Int: [Int]] = [:]
    private(set) var faults = FaultLog(limit: 0, file: nil)
    /// Rows of the file that are left out, by unit.
    var unusable = UnusableForms()
    /// Rows of the file that count.
    var rowsUsed = 0
    /// Whether the cells take more memory than allowed.
    var isFull: Bool { store.memory > memoryLimit }
    /// Rows read, by block.
    private(set) var rowsOfBlock: [Int: Int] = [:]

    /// The forms read of the file.
    var marks = RowMarks()
    /// The forms of earlier files.
    private(set) var register: RowRegister?
    /// Whether forms are compared by what is read in their cells; otherwise by their bytes.
    private(set) var comparesCells = false
    /// Hashes of the unit and of the whole key of each cell.
    private(set) var hashesOfKey: [(unit: UInt64, key: UInt64)] = []
    /// Rows of the file that lack cells at their end.
    var shortRows = ShortRows()
    /// Weights of the file that are rounded.
    var roundedWeights = RoundedWeights()
    /// Forms of the file that are not finished.
    var unfinished = RowCount()
    /// Answers of the file to questions that were not asked.
    var notAsked = RowCount()
    /// Forms of the file that are dropped.
    var dropped = RowCount()
    /// The number of the first row of the block, as a spreadsheet counts; known to a worker that reads the whole file.
    private(set) var firstRow = 0
    private var headingRow = 0
    /// Units of ``CellStore/unit`` in a millionth.
    var unitsInMillionth: Int64 = 1
    /// Rows of the batch that weigh nothing.
    private var weightless: [Int] = []

    private(set) var layout: RowLayout
    private var spans: [ClosedRange<Int>] = []
    private var cellOfKey: [CellKey: Int] = [:]
    private var cellOfBytes = ByteTable()
    /// The cells of forms of one key and one mean score.
    var cellOfScore: [CellOfScore: Int] = [:]
    /// The levels of texts that were read before, for each way of reading them.
    var levelsOfText: [ByteTable]
    private(set) var block = 0
    var row = 0
    private var scratchKey: [UInt8] = []
    /// The rows of a stretch that the kernel does not read.
    var stretchRecords = StretchRecords()
    let batch: Batch
    /// Whether an error of a spreadsheet instead of an answer is an error.
    let isScored: Bool
    /// The maximum size of all cells in bytes.
    let memoryLimit: Int

    /// Rows that the kernel reads at once.
    private static let batchSize = 256
    /// Bytes that the scanner takes when the kernel stops.
    private static let stretch = 1 << 14
    /// The maximum length of a name in bytes.
    private static let nameLimit = 1024

    /// - Parameters:
    ///   - isScored: Whether an error of a spreadsheet instead of an answer is an error.
    ///   - memoryLimit: The maximum size of all cells in bytes.
    init(
        codes: QuestionCodes, keyColumns: KeyColumns, layout: RowLayout, tallyLayout: TallyLayout, isScored: Bool,
        memoryLimit: Int
    ) {
        precondition(RowBlocks.slack >= Int(ANSWER_SLACK), "the kernel reads beyond a block")
        self.isScored = isScored
        self.codes = codes
        self.keyColumns = keyColumns
        self.layout = layout
        store = CellStore(tallyLayout)
        self.memoryLimit = memoryLimit
        batch = Batch(rows: Self.batchSize, rowSize: store.rowSize)
        levelsOfText = codes.all.map { _ in ByteTable() }
    }

    /// Continues with a file.
    func begin(
        _ layout: RowLayout, keyColumns: KeyColumns, faults: FaultLog, register: RowRegister?, comparesCells: Bool,
        headingRow: Int
    ) {
        self.register = register
        self.comparesCells = comparesCells
        shortRows = ShortRows()
        roundedWeights = RoundedWeights()
        unfinished = RowCount()
        notAsked = RowCount()
        dropped = RowCount()
        self.headingRow = headingRow
        marks = RowMarks(mask: register?.mask ?? 0)
        self.layout = layout
        self.keyColumns = keyColumns
        self.faults = faults
        rowsOfBlock = [:]
        rowsUsed = 0
        unusable = UnusableForms()
        spans = layout.keySpans
        // The same bytes may be in other columns of another file.
        cellOfBytes = ByteTable()
        batch.reserve(entries: layout.entryCount)
    }

    // MARK: - Blocks

    /// Reads the rows of a block.
    /// - Parameters:
    ///   - bytes: The block; ``RowBlocks/slack`` bytes beyond `end` must be readable.
    ///   - end: After the line ending that seems to end the last row.
    ///   - isLast: Whether the file ends here.
    /// - Returns: where the first incomplete row begins: `end`, unless a quote is open there.
    func take(_ bytes: UnsafeBufferPointer<UInt8>, upTo end: Int, number: Int, isLast: Bool) -> Int {
        block = number
        row = 0
        if layout.rules != nil { firstRow = rowsOfBlock.values.reduce(headingRow + 1, +) }
        defer {
            rowsOfBlock[number] = row
            faults.file?.skip(rows: row)
        }
        guard let base = bytes.baseAddress else { return 0 }
        var place = 0
        var stretch = Self.stretch
        // Only the end of a file may lack a line ending.
        // In bounds: `end` is at most what the block holds, and its slack is behind it.
        let lastLineEnd = layout.hasPlainRows ? (0..<end).last { StretchRecords.isLineEnd(base[$0]) } : nil
        let plainEnd = lastLineEnd.map { $0 + 1 }
        while place < end {
            var taken = 0
            if let plainEnd, place < plainEnd {
                place = takePlain(bytes, from: place, upTo: plainEnd, rows: &taken)
                if place == end { break }
            }
            // Where plain rows are rare the scanner takes longer stretches.
            stretch = taken > Self.batchSize ? Self.stretch : min(stretch * 2, 1 << 20)
            let next = takeSlowly(bytes, from: place, stretch: stretch, upTo: end, isLast: isLast)
            if next == place { break }
            place = next
        }
        return place
    }

    /// Reads plain rows up to the first one that is not plain; returns where that begins.
    private func takePlain(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, upTo end: Int, rows: inout Int
    ) -> Int {
        guard let base = bytes.baseAddress else { return start }
        // In bounds: what the kernel asks for (CAnswerRows.h). The byte before `end` ends a line and the slack is
        // readable behind it; the batch has room for as many rows, entries and levels; steps have at most 64 answers,
        // and questions are fewer than the bytes of a row. The table has 128 levels.
        return layout.steps.withUnsafeBufferPointer { steps in
            var plan = answer_plan()
            plan.delimiter = layout.delimiter
            withUnsafeMutableBytes(of: &plan.level_of_byte) { $0.copyBytes(from: layout.levelOfByte) }
            plan.steps = steps.baseAddress
            plan.step_count = steps.count
            plan.entry_count = layout.entryCount
            plan.level_stride = store.rowSize
            var place = start
            while place < end {
                let progress = answer_rows_read(&plan, base, place, end, Self.batchSize, batch.rows)
                if progress.count == 0 { break }
                takeBatch(bytes, rows: progress.count, upTo: progress.next)
                rows += progress.count
                row += progress.count
                place = progress.next
                if progress.count < Self.batchSize { break }
            }
            return place
        }
    }

    private func takeBatch(_ bytes: UnsafeBufferPointer<UInt8>, rows: Int, upTo end: Int) {
        let firstRow = row
        let fields = EntryFields(layout: layout, batch: batch)
        if let field = layout.weightField {
            batch.readWeights(bytes, fields, of: field, rows: rows, decimal: layout.numbers.decimalSeparator?.byte)
        } else {
            batch.weights.update(repeating: FixedDecimal.scale, count: rows)
        }
        batch.compareKeys(bytes, layout, spans: spans, rows: rows)
        // First all cells are looked up and prefetched, then all rows are added to them, those of one cell together.
        var cell = -1
        for index in 0..<rows {
            batch.cells[index] = -1
            if isBlank(bytes, from: Int(batch.starts[index])) {
                cell = -1
                continue
            }
            if cell < 0 || batch.hasSameKey[index] == 0 {
                cell = findCell(bytes, fields, at: index, rowInBlock: firstRow + index)
                if cell < 0 { continue }
                store.prepare(cell)
            }
            var weight = batch.weights[index] &* unitsInMillionth
            if weight == 0 {
                // Not in a short form, or nothing.
                weight = self.weight(bytes, fields, at: index, rowInBlock: firstRow + index, cell: cell)
                if weight < 0 {
                    unusable.add(unit: keys[cell].unit)
                    continue
                }
                if weight == 0 { weightless.append(index) }
            }
            batch.setWeight(weight, at: index)
            batch.cells[index] = Int32(truncatingIfNeeded: cell)
        }
        if let register { leaveOutRepeats(bytes, fields, rows: rows, upTo: end, register) }
        for index in weightless { batch.clearAnswers(at: index) }
        weightless.removeAll(keepingCapacity: true)
        if let scores = keyColumns.scores { divide(rows: rows, by: scores) }
        var first = 0
        while first < rows {
            let cell = batch.cells[first]
            var end = first &+ 1
            while end < rows, batch.cells[end] == cell { end &+= 1 }
            if cell >= 0 {
                rowsUsed &+= end &- first
                store.add(batch.levels + first &* batch.rowSize, count: end &- first, to: Int(cell))
            }
            first = end
        }
    }

    /// Whether a row that the kernel read is blank, as defined by ``CSVCells/isBlank(_:in:delimiter:)``.
    @inline(__always)
    private func isBlank(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        // In bounds: the kernel read a line end behind each row that it returns.
        var place = start
        while true {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return true }
            if byte != layout.delimiter, byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") { return false }
            place &+= 1
        }
    }

    // MARK: - Parts of a row

    /// The number of a row's cell; -1, and a fault, when its key cannot be used.
    @inline(__always)
    func findCell(
        _ bytes: UnsafeBufferPointer<UInt8>, _ fields: some RowFields, at index: Int, rowInBlock: Int
    ) -> Int {
        if spans.count == 1 {
            let range =
                fields.start(of: spans[0].lowerBound, at: index)..<fields.end(of: spans[0].upperBound, at: index)
            // In bounds: fields of a row in the block; the slack behind it is there for the table, which reads whole
            // words.
            let run = UnsafeBufferPointer(rebasing: bytes[range])
            let hash = cellOfBytes.hash(of: run)
            if let cell = cellOfBytes.value(of: run, hash: hash) { return cell }
            return newCell(run, hash: hash, bytes, fields, at: index, rowInBlock: rowInBlock)
        }
        return findCellOfSeveralSpans(bytes, fields, at: index, rowInBlock: rowInBlock)
    }

    private func findCellOfSeveralSpans(
        _ bytes: UnsafeBufferPointer<UInt8>, _ fields: some RowFields, at index: Int, rowInBlock: Int
    ) -> Int {
        scratchKey.removeAll(keepingCapacity: true)
        for span in spans {
            let range = fields.start(of: span.lowerBound, at: index)..<fields.end(of: span.upperBound, at: index)
            scratchKey.append(contentsOf: bytes[range])
            // No cell of a table contains this character outside quotes.
            scratchKey.append(UInt8(ascii: "\n"))
        }
        let count = scratchKey.count
        // The table reads whole words.
        for _ in 0..<8 { scratchKey.append(0) }
        return scratchKey.withUnsafeBufferPointer { bytesOfKey in
            let run = UnsafeBufferPointer(rebasing: bytesOfKey[..<count])
            let hash = cellOfBytes.hash(of: run)
            if let cell = cellOfBytes.value(of: run, hash: hash) { return cell }
            return newCell(run, hash: hash, bytes, fields, at: index, rowInBlock: rowInBlock)
        }
    }

    @inline(never)
    private func newCell(
        _ run: UnsafeBufferPointer<UInt8>, hash: UInt64, _ bytes: UnsafeBufferPointer<UInt8>, _ fields: some RowFields,
        at index: Int, rowInBlock: Int
    ) -> Int {
        var texts: [String] = []
        for field in layout.keyFields {
            let raw = fields.start(of: field, at: index)..<fields.end(of: field, at: index)
            guard raw.count <= Self.nameLimit, CellText.isText(raw, in: bytes) else {
                leaveOut(texts)
                fault(.badText, field: field, raw, in: bytes, rowInBlock: rowInBlock)
                return -1
            }
            texts.append(CellText.text(of: raw, in: bytes))
            if TextHistory.isSpreadsheetError(texts[texts.count - 1]) {
                texts.removeLast()
                leaveOut(texts, isError: true)
                fault(.spreadsheetError, field: field, raw, in: bytes, rowInBlock: rowInBlock)
                return -1
            }
        }
        switch keyColumns.key(texts, numbers: layout.numbers) {
        case .success(let key):
            let cell = cell(of: key)
            if cell >= 0 { cellOfBytes.insert(run, hash: hash, value: cell) }
            return cell
        case .failure(let problem):
            leaveOut(texts)
            let field = layout.keyFields[problem.part]
            let raw = fields.start(of: field, at: index)..<fields.end(of: field, at: index)
            fault(problem.kind, field: field, raw, in: bytes, rowInBlock: rowInBlock)
            return -1
        }
    }

    /// The number of the cell with a key; -1 where there is none and memory allows no other.
    func cell(of key: CellKey) -> Int {
        if let known = cellOfKey[key] { return known }
        if isFull { return -1 }
        let cell = store.makeCell()
        keys.append(key)
        hashesOfKey.append((Self.hash([key.unit]), Self.hash(of: key)))
        cellOfKey[key] = cell
        return cell
    }

    /// Counts a row that is left out for its unit, which is known from the texts of the first key fields.
    /// - Parameter isError: Whether the reason is an error of that unit, whatever share of its forms is left.
    private func leaveOut(_ texts: [String], isError: Bool = false) {
        let name = keyColumns.parts.firstIndex(of: .unit).map { $0 < texts.count ? texts[$0] : "" }
        guard let name else { return leaveOut(unit: keyColumns.onlyUnit, isError: isError) }
        if name.isEmpty {
            unusable.addWithoutUnit()
            if isError { unusable.addError(unit: nil) }
            return
        }
        guard let units = keyColumns.units else { return leaveOut(unit: name, isError: isError) }
        if let code = units.code(of: name) { return leaveOut(unit: code, isError: isError) }
        unusable.add(name: name)
        if isError { unusable.addError(unit: nil) }
    }

    private func leaveOut(unit: String, isError: Bool) {
        unusable.add(unit: unit)
        if isError { unusable.addError(unit: unit) }
    }

    /// Counts a row whose cells cannot all be told apart, for its unit if that can.
    func leaveOut(_ raw: Range<Int>?, in bytes: UnsafeBufferPointer<UInt8>) {
        guard keyColumns.parts.contains(.unit) else { return unusable.add(unit: keyColumns.onlyUnit) }
        guard let raw, raw.count <= Self.nameLimit, CellText.isText(raw, in: bytes) else {
            return unusable.addWithoutUnit()
        }
        let name = CellText.text(of: raw, in: bytes)
        if name.isEmpty { return unusable.addWithoutUnit() }
        if let code = keyColumns.units?.code(of: name) { unusable.add(unit: code) } else { unusable.add(name: name) }
    }

    /// The field of the unit.
    var unitField: Int? { keyColumns.parts.firstIndex(of: .unit).map { layout.keyFields[$0] } }

    func fault(
        _ kind: AnswerFault.Kind, field: Int?, _ raw: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, rowInBlock: Int
    ) {
        faults.add(
            AnswerFault(
                kind: kind, block: block, row: rowInBlock, field: field, found: Excerpt.of(bytes[raw])))
    }
}
