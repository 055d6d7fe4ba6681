import Tables
import Values

/// Counts the rows of blocks of a list. Each thread has its own worker; what they counted is added up.
final class ListWorker: BlockWorker {
    let plan: ListPlan
    let file: Int
    private let units: ListUnits
    /// The unit of all rows; nil where a column names it.
    private let onlyUnit: Int?
    /// Of which units and metrics the rows that fail are kept; nil for none.
    private let request: FailedRowsRequest?

    var tally: ListTally
    private(set) var parts = PartCounts()
    private(set) var numbers = ListNumbers()
    private(set) var faults = ListFaults()
    private(set) var failedRows: [ListFailedRow] = []
    /// What conditions need of a row.
    let cells: ListCells
    /// Rows read, by block.
    private(set) var rowsOfBlock: [Int: Int] = [:]

    var isFull: Bool { false }

    private var unitNames = ListTexts()
    /// What each name of a unit means, and how many rows have it that are left out.
    private var meanings: [ListUnits.Match] = [.unknown]
    private var leftOut = [0]
    private var stretch = StretchRecords()
    private var block = 0
    private var row = 0
    private var stack: [UInt8] = []

    /// - Parameter unitCount: How many units there are.
    init(
        _ plan: ListPlan, file: Int, units: ListUnits, onlyUnit: Int?, unitCount: Int, request: FailedRowsRequest?
    ) {
        (self.plan, self.file, self.units, self.onlyUnit, self.request) = (plan, file, units, onlyUnit, request)
        precondition(
            unitCount < 1 << 24 && plan.metrics.count < 1 << 11 && plan.groups.count < 1 << 8,
            "more units, metrics or columns than the keys of parts have room for")
        tally = ListTally(units: unitCount, metrics: plan.metrics.count)
        cells = ListCells(plan)
    }

    // MARK: - Rows

    func take(_ bytes: UnsafeBufferPointer<UInt8>, upTo end: Int, number: Int, isLast: Bool) -> Int {
        (block, row) = (number, 0)
        defer { rowsOfBlock[number] = row }
        var place = 0
        while place < end {
            stretch.find(
                in: bytes, from: place, stretch: 1 << 16, upTo: end, isLast: isLast, delimiter: plan.delimiter)
            let found = stretch
            for (index, record) in found.cells.records.enumerated() {
                let isOpen = found.isOpenAtEnd && index == found.cells.records.count - 1
                take(
                    record, found.cells, bytes, isBroken: !found.broken.isEmpty && found.broken[index] != nil,
                    isOpen: isOpen
                ) { _ in false }
                row += 1
            }
            if found.next == place { break }
            place = found.next
        }
        return place
    }

    /// Counts the rows of a table that is held in memory.
    func take(_ table: Table) {
        table.withRecords { bytes, cells, records in
            for (record, number, isBroken) in records {
                row = number
                take(record, cells, bytes, isBroken: isBroken, isOpen: false) { field in
                    table.isPlainNumber(of: record, field: field)
                }
            }
        }
    }

    private var place: ListPlace { ListPlace(file: file, block: block, row: row) }

    @inline(__always)
    private func take(
        _ record: CSVRecord, _ cells: CSVCells, _ bytes: UnsafeBufferPointer<UInt8>, isBroken: Bool, isOpen: Bool,
        isPlainNumber: (Int) -> Bool
    ) {
        if isBroken || isOpen && Int(record.cellCount) < plan.fieldCount || hasMore(record, cells, bytes) {
            return leaveOut(record, cells, bytes)
        }
        if cells.isBlank(record, in: bytes, delimiter: plan.delimiter) { return }
        @inline(__always) func raw(_ column: Int) -> Range<Int> {
            guard let field = plan.fields[column], field < Int(record.cellCount) else { return 0..<0 }
            return cells.rawRange(of: record, cell: field)
        }
        var owner = -1
        var name = 0
        if let onlyUnit {
            owner = onlyUnit
        } else if let column = plan.profile.unit {
            let (number, new) = unitNames.number(of: raw(column), in: bytes)
            if let new, number > 0 {
                meanings.append(new.isEmpty || unitNames.isBroken[number] ? .unknown : units.match(new))
                leftOut.append(0)
            }
            // Beyond the limit each name is looked up again.
            let meaning = number > 0 ? meanings[number] : units.match(new ?? "")
            if case .leftOut = meaning {
                leftOut[number] += 1
                return
            }
            if case .unit(let unit) = meaning { owner = unit }
            name = number
        }
        if owner >= 0 { tally.rowsOfUnit[owner] &+= 1 }
        self.cells.read(bytes, raw, isPlainNumber)
        count(owner: owner, name: name, bytes, raw)
    }

    /// Whether a row has more cells than the heading, and something in them.
    @inline(__always)
    private func hasMore(_ record: CSVRecord, _ cells: CSVCells, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard Int(record.cellCount) > plan.fieldCount else { return false }
        return (plan.fieldCount..<Int(record.cellCount)).contains { cell in
            CellText.content(of: cells.rawRange(of: record, cell: cell), in: bytes).map { !$0.isEmpty } ?? true
        }
    }

    /// Nobody knows what a row says whose cells cannot be told apart, nor whose it is.
    private func leaveOut(_ record: CSVRecord, _ cells: CSVCells, _ bytes: UnsafeBufferPointer<UInt8>) {
        tally.withoutUnit += 1
        tally.counted += 1
        faults.add(.row) {
            ListFault(
                kind: .row, place: place, field: nil, column: nil,
                found: Excerpt.of(bytes[cells.rawRange(of: record)]))
        }
    }

    // MARK: - Counting

    @inline(__always)
    private func count(
        owner: Int, name: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ raw: (Int) -> Range<Int>
    ) {
        var (isCounted, isUnreadable) = (false, false)
        for (index, metric) in plan.metrics.enumerated() {
            let scope = metric.scope.holds(cells.answers, stack: &stack)
            if scope == false { continue }
            var passes: Bool? = true
            if scope == true, let numerator = metric.numerator {
                passes = numerator.holds(cells.answers, stack: &stack)
            }
            let isRead = scope == true && passes != nil
            if isRead { isCounted = true } else { isUnreadable = true }
            if owner < 0 { continue }
            tally.add(unit: owner, metric: index, passes: passes, isCounted: isRead)
            if !isRead || metric.numerator == nil { continue }
            let isFailed = passes == metric.failsInNumerator
            addParts(unit: owner, metric: index, failed: isFailed ? 1 : 0)
            if isFailed { keepFailed(unit: owner, metric: index, bytes, raw) }
        }
        guard isCounted || isUnreadable else { return }
        tally.counted &+= 1
        if isUnreadable, let unreadable = cells.unreadable {
            faults.add(unreadable.kind) { cells.fault(unreadable, at: place, bytes, raw) }
        }
        if owner < 0 { return addUnknownUnit(name) }
        guard isCounted, let id = plan.profile.id else { return }
        guard let content = CellText.content(of: raw(id), in: bytes) else {
            let text = Array(CellText.text(of: raw(id), in: bytes).utf8)
            return text.withUnsafeBytes { numbers.add($0, unit: owner, place) }
        }
        if content.isEmpty {
            tally.withoutNumber &+= 1
        } else {
            // In bounds: the content of a cell of the row.
            numbers.add(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[content]), unit: owner, place)
        }
    }

    @inline(__always)
    private func addParts(unit: Int, metric: Int, failed: Int32) {
        for (group, text) in plan.groups.enumerated() {
            // Beyond the limit all are one part, so that the parts still add up.
            let isKept = parts.count < PartCounts.limit
            parts.add(
                PartCounts.key(unit: unit, metric: metric, group: group, text: isKept ? cells.textNumbers[text] : 0),
                failed: failed)
        }
    }

    private func keepFailed(
        unit: Int, metric: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ raw: (Int) -> Range<Int>
    ) {
        guard let request, request.asksFor(unit: unit, metric: plan.metrics[metric].column) else { return }
        failedRows.append(
            ListFailedRow(
                place: place, unit: unit, metric: plan.metrics[metric].column,
                number: plan.profile.id.map { CellText.text(of: raw($0), in: bytes) },
                groups: plan.groups.map { cells.texts[$0].texts[cells.textNumbers[$0]] }))
    }

    private func addUnknownUnit(_ name: Int) {
        if name > 0, !unitNames.texts[name].isEmpty, !unitNames.isBroken[name] {
            tally.addUnknown(unitNames.texts[name], at: place)
        } else {
            tally.withoutUnit += 1
            faults.add(.blankUnit) {
                ListFault(
                    kind: .blankUnit, place: place, field: plan.profile.unit.flatMap { plan.fields[$0] }, column: nil)
            }
        }
    }

    /// Hands over the names whose rows are left out.
    func finish() {
        for number in leftOut.indices where leftOut[number] > 0 {
            tally.leftOut[unitNames.texts[number], default: 0] += leftOut[number]
        }
    }
}
