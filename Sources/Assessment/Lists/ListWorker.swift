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
    /// The texts of each column whose texts are told apart.
    private(set) var texts: [ListTexts]
    /// By test and text, whether the text is one of those that the test asks for.
    private var matches: [[Bool]]
    /// By test, which of the texts asked for were found.
    private(set) var found: [[Bool]]
    /// Rows read, by block.
    private(set) var rowsOfBlock: [Int: Int] = [:]
    /// Whether parts are no longer told apart.
    private(set) var lacksParts = false

    var isFull: Bool { false }

    private let wanted: [[String]]
    private var unitNames = ListTexts()
    /// What each name of a unit means, and how many rows have it that are left out.
    private var meanings: [ListUnits.Match] = [.unknown]
    private var leftOut = [0]
    private var stretch = StretchRecords()
    private var block = 0
    private var row = 0
    private var stack: [UInt8] = []
    // What is known of the row: of each column its state, day, time and number, and the answer of each test.
    private let states: UnsafeMutablePointer<State>
    private let moments: UnsafeMutablePointer<ListMoment?>
    private let amounts: UnsafeMutablePointer<FixedDecimal>
    private let answers: UnsafeMutablePointer<UInt8>
    private var textNumbers: [Int]

    private enum State: UInt8 { case read, blank, broken, outOfOrder }

    /// - Parameter unitCount: How many units there are.
    init(
        _ plan: ListPlan, file: Int, units: ListUnits, onlyUnit: Int?, unitCount: Int, request: FailedRowsRequest?
    ) {
        (self.plan, self.file, self.units, self.onlyUnit, self.request) = (plan, file, units, onlyUnit, request)
        tally = ListTally(units: unitCount, metrics: plan.metrics.count)
        texts = plan.texts.map { _ in ListTexts() }
        textNumbers = plan.texts.map { _ in 0 }
        wanted = plan.tests.map { test in
            if case .texts(_, let wanted) = test { wanted.map { VietnameseText.word($0.text) } } else { [] }
        }
        found = wanted.map { $0.map { _ in false } }
        matches = plan.tests.map { _ in [false] }
        let columns = plan.columns.count
        states = .allocate(capacity: columns)
        states.initialize(repeating: .blank, count: columns)
        moments = .allocate(capacity: columns)
        moments.initialize(repeating: nil, count: columns)
        amounts = .allocate(capacity: columns)
        amounts.initialize(repeating: 0, count: columns)
        answers = .allocate(capacity: plan.tests.count)
        answers.initialize(repeating: 0, count: plan.tests.count)
    }

    deinit {
        states.deallocate()
        moments.deallocate()
        amounts.deallocate()
        answers.deallocate()
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
        readDays(bytes, raw)
        readNumbers(bytes, raw, isPlainNumber)
        readTexts(bytes, raw)
        for test in plan.tests.indices { answers[test] = answer(plan.tests[test], test, bytes, raw) }
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

    // MARK: - Cells

    @inline(__always)
    private func readDays(_ bytes: UnsafeBufferPointer<UInt8>, _ raw: (Int) -> Range<Int>) {
        for column in plan.days {
            let cell = raw(column)
            guard let content = CellText.content(of: cell, in: bytes) else {
                states[column] = .broken
                continue
            }
            if content.isEmpty {
                states[column] = .blank
            } else {
                moments[column] = ListMoment(content, in: bytes, isMonthFirst: plan.profile.isMonthFirst)
                states[column] = moments[column] == nil ? .broken : .read
            }
        }
        for chain in plan.profile.inOrder {
            var before = -1
            for column in chain where states[column] != .blank && states[column] != .broken {
                if before >= 0, let earlier = moments[before], let later = moments[column],
                    earlier.isAfter(later, comparingTimes: plan.profile.comparesTimes)
                {
                    states[column] = .outOfOrder
                    states[before] = .outOfOrder
                }
                before = column
            }
        }
    }

    @inline(__always)
    private func readNumbers(
        _ bytes: UnsafeBufferPointer<UInt8>, _ raw: (Int) -> Range<Int>, _ isPlainNumber: (Int) -> Bool
    ) {
        for column in plan.numbers {
            guard let content = CellText.content(of: raw(column), in: bytes) else {
                states[column] = .broken
                continue
            }
            let reader =
                plan.fields[column].map(isPlainNumber) == true ? Self.plainReader : plan.numberReader
            switch reader.read(content, in: bytes) {
            case .blank: states[column] = .blank
            case .number(let number, isPercent: false): (states[column], amounts[column]) = (.read, number)
            case .number, .ambiguous, .problem: states[column] = .broken
            }
        }
    }

    private static let plainReader = NumberReader(decimalSeparator: .point)

    @inline(__always)
    private func readTexts(_ bytes: UnsafeBufferPointer<UInt8>, _ raw: (Int) -> Range<Int>) {
        for (index, text) in plan.texts.enumerated() {
            let (number, new) = texts[index].number(of: raw(text.column), in: bytes)
            textNumbers[index] = number
            guard let new, !text.tests.isEmpty else { continue }
            let word = VietnameseText.word(new)
            for test in text.tests {
                for (position, wanted) in wanted[test].enumerated() where wanted == word {
                    found[test][position] = true
                }
                let isWanted = wanted[test].contains(word)
                if number > 0 { matches[test].append(isWanted) } else { matches[test][0] = isWanted }
            }
        }
    }

    // MARK: - Tests

    @inline(__always)
    private func answer(
        _ test: ListTest, _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ raw: (Int) -> Range<Int>
    ) -> UInt8 {
        switch test {
        case .blank(let column):
            if plan.columns[column].kind != .text { return states[column] == .blank ? 1 : 0 }
            return CellText.content(of: raw(column), in: bytes)?.isEmpty == true ? 1 : 0
        case .isDay(let column): return states[column] == .read ? 1 : 2
        case .texts(let column, _):
            guard let text = plan.textOfColumn[column] else { return 0 }
            let number = textNumbers[text]
            if texts[text].isBroken[number] { return 2 }
            return matches[index][number] ? 1 : 0
        case .number(let column, let bounds):
            switch states[column] {
            case .read: return bounds.contains(amounts[column]) ? 1 : 0
            case .blank: return 0
            case .broken, .outOfOrder: return 2
            }
        case .day(let column, let from, let to):
            return day(column, from: from, to: to)
        case .deadline(let done, let due, let asOf, let states, let withoutDue):
            return deadline(done: done, due: due, asOf: asOf, states, withoutDue)
        }
    }

    @inline(__always)
    private func day(_ column: Int, from: ListTest.DayBound?, to: ListTest.DayBound?) -> UInt8 {
        if states[column] == .blank { return 0 }
        guard states[column] == .read, let moment = moments[column] else { return 2 }
        for (bound, isFrom) in [(from, true), (to, false)] {
            switch bound {
            case nil: continue
            case .day(let day): if isFrom ? moment.day < day : moment.day > day { return 0 }
            case .column(let other, let isOutside):
                if states[other] == .blank { return 0 }
                guard states[other] == .read, let limit = moments[other] else { return 2 }
                let comparesTimes = plan.profile.comparesTimes
                let (isAfter, isBefore) = (
                    moment.isAfter(limit, comparingTimes: comparesTimes),
                    limit.isAfter(moment, comparingTimes: comparesTimes)
                )
                if isFrom ? isBefore : isAfter { return 0 }
                if isOutside, isFrom ? !isAfter : !isBefore { return 0 }
            }
        }
        return 1
    }

    @inline(__always)
    private func deadline(
        done: Int, due: Int, asOf: Int, _ wanted: Set<ListTest.Outcome>, _ withoutDue: ListTest.WithoutDue
    ) -> UInt8 {
        guard states[done] == .read || states[done] == .blank else { return 2 }
        let end = states[done] == .read ? moments[done].flatMap { $0.day <= asOf ? $0 : nil } : nil
        guard states[due] == .read, let limit = moments[due] else {
            guard states[due] == .blank else { return 2 }
            switch withoutDue {
            case .unreadable: return 2
            case .leftOut: return 0
            case .onTime: return wanted.contains(end == nil ? .pending : .onTime) ? 1 : 0
            }
        }
        let outcome: ListTest.Outcome
        if let end {
            outcome = end.isAfter(limit, comparingTimes: plan.profile.comparesTimes) ? .late : .onTime
        } else {
            outcome = limit.day <= asOf ? .late : .pending
        }
        return wanted.contains(outcome) ? 1 : 0
    }

    // MARK: - Counting

    @inline(__always)
    private func count(
        owner: Int, name: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ raw: (Int) -> Range<Int>
    ) {
        var (isCounted, isUnreadable) = (false, false)
        for (index, metric) in plan.metrics.enumerated() {
            let scope = metric.scope.holds(answers, stack: &stack)
            if scope == false { continue }
            var passes: Bool? = true
            if scope == true, let numerator = metric.numerator {
                passes = numerator.holds(answers, stack: &stack)
            }
            let isRead = scope == true && passes != nil
            if isRead { isCounted = true } else { isUnreadable = true }
            if owner < 0 { continue }
            tally.add(unit: owner, metric: index, passes: passes, isCounted: isRead)
            if !isRead || metric.numerator == nil { continue }
            addParts(unit: owner, metric: index, failed: passes == false ? 1 : 0)
            if passes == false { keepFailed(unit: owner, metric: index, bytes, raw) }
        }
        guard isCounted || isUnreadable else { return }
        tally.counted &+= 1
        if isUnreadable { reportUnreadable(bytes, raw) }
        if owner < 0 { return addUnknownUnit(name) }
        guard isCounted, let id = plan.profile.id else { return }
        guard let content = CellText.content(of: raw(id), in: bytes) else {
            let text = Array(CellText.text(of: raw(id), in: bytes).utf8)
            return text.withUnsafeBytes { numbers.add($0, unit: owner, place) }
        }
        if content.isEmpty {
            tally.withoutNumber &+= 1
        } else {
            numbers.add(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[content]), unit: owner, place)
        }
    }

    @inline(__always)
    private func addParts(unit: Int, metric: Int, failed: Int32) {
        for (group, text) in plan.groups.enumerated() {
            // Beyond the limit all are one part, so that the parts still add up.
            let isKept = parts.count < PartCounts.limit
            if !isKept { lacksParts = true }
            parts.add(
                PartCounts.key(unit: unit, metric: metric, group: group, text: isKept ? textNumbers[text] : 0),
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
                groups: plan.groups.map { texts[$0].texts[textNumbers[$0]] }))
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

    /// Reports the first cell for which an answer is unknown.
    private func reportUnreadable(_ bytes: UnsafeBufferPointer<UInt8>, _ raw: (Int) -> Range<Int>) {
        for (index, test) in plan.tests.enumerated() where answers[index] == 2 {
            for column in test.columns {
                var kind: ListFault.Kind = .cell
                switch states[column] {
                case .broken: break
                case .outOfOrder: kind = .order
                case .blank where plan.columns[column].kind == .day:
                    if case .deadline(let done, _, _, _, _) = test, done == column { continue }
                    kind = .missingDay
                case .read, .blank:
                    guard let text = plan.textOfColumn[column], texts[text].isBroken[textNumbers[text]] else {
                        continue
                    }
                }
                faults.add(kind) {
                    let other = kind == .order ? self.other(than: column) : nil
                    return ListFault(
                        kind: kind, place: place, field: plan.fields[column], column: column,
                        found: Excerpt.of(bytes[raw(column)]), other: other.map { Excerpt.of(bytes[raw($0)]) } ?? "")
                }
                return
            }
        }
    }

    /// The other column of two days that are not in order.
    private func other(than column: Int) -> Int? {
        for chain in plan.profile.inOrder where chain.contains(column) {
            if let other = chain.first(where: { $0 != column && states[$0] == .outOfOrder }) { return other }
        }
        return nil
    }

    /// Hands over the names whose rows are left out.
    func finish() {
        for number in leftOut.indices where leftOut[number] > 0 {
            tally.leftOut[unitNames.texts[number], default: 0] += leftOut[number]
        }
    }
}
