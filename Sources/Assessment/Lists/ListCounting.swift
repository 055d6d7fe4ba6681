import Survey
import Tables
import Values

/// The counting of one entry of `lists`: all its files, row by row.
struct ListCounting {
    let use: ListUse
    let metrics: [Counted]
    let units: UnitList
    let onlyUnit: Int?
    let table: TableOptions
    let sink: FindingSink
    let request: FailedRowsRequest?
    /// The levels at which each metric is asked for.
    private let levels: [[String]]

    private(set) var tally: ListTally
    /// By unit, metric, column of the profile's groups and text.
    private(set) var parts: [ListPartKey: [String: (all: Int, failed: Int)]] = [:]
    private(set) var numbers = ListNumbers()
    private(set) var failed: [ListFailedRow] = []
    /// By the text of a condition, whether a row has it, and the texts that there are instead.
    private(set) var wanted: [ListTest: (found: [Bool], others: Set<String>)] = [:]
    private(set) var files: [ReadList] = []

    /// What is needed to tell where rows of a file are.
    struct ReadList {
        let file: String
        let sheet: String?
        let headings: [String]
        /// The number of the first row of each block.
        let firstRows: [Int]
        /// The line of each object of a JSON file.
        let lines: [Int]?
    }

    /// A figure that is counted, with its column in the table of figures.
    struct Counted {
        let metric: ListMetric
        let column: Int
        /// Whether rows in the numerator are those that fail: where fewer are better.
        let failsInNumerator: Bool
    }

    struct ListPartKey: Hashable {
        var unit: Int
        var metric: Int
        var group: Int
    }

    /// Texts of a column that are kept beside one that no row has.
    private static let mostTexts = 1_000

    init(
        use: ListUse, metrics: [Counted], units: UnitList, levels: [[String]], onlyUnit: Int?,
        table: TableOptions, sink: FindingSink, request: FailedRowsRequest?
    ) {
        self.levels = levels
        (self.use, self.metrics, self.units, self.onlyUnit) = (use, metrics, units, onlyUnit)
        (self.table, self.sink, self.request) = (table, sink, request)
        tally = ListTally(units: units.units.count, metrics: metrics.count)
    }

    /// Where a row is.
    func location(_ place: ListPlace, field: Int? = nil) -> Location {
        let list = files[place.file]
        if let lines = list.lines {
            return Location(file: list.file, line: lines.indices.contains(place.row) ? lines[place.row] : nil)
        }
        let first = list.firstRows.indices.contains(place.block) ? list.firstRows[place.block] : 0
        return Location(
            file: list.file, line: first + place.row, column: field.map { $0 + 1 }, isTable: true, sheet: list.sheet)
    }

    /// Reads all files and reports what is wrong with their rows.
    mutating func read() {
        let names = ListUnits(units, use.profile, into: sink)
        var faults = ListFaults()
        for path in use.files {
            do throws(FindingsError) {
                faults.add(try read(path, names))
            } catch {
                lose(error.findings)
            }
        }
        report(faults)
    }

    /// Adds the findings about a file that could not be read: what is counted is missing some rows, of any unit.
    private func lose(_ findings: [Finding]) {
        let concerned = units.units.indices.filter { unit in
            onlyUnit.map { $0 == unit } ?? metrics.contains { levels[$0.column].contains(units.units[unit].level) }
        }
        let codes = Set(concerned.map { units.units[$0].code })
        for finding in findings { sink.add(finding, spoiling: codes) }
    }

    private mutating func read(_ path: String, _ names: ListUnits) throws(FindingsError) -> ListFaults {
        if path.lowercased().hasSuffix(".json") {
            let list = try ListObjects(contentsOf: path)
            return read(whole: list.table, path, names, lines: list.lines)
        }
        var options = table
        options.headings = KnownHeadings(
            needed: [[use.profile.unit ?? use.profile.id].compactMap { $0 }.map { use.profile.columns[$0].names }],
            others: use.profile.columns.map({ $0.names }))
        var stream = try StreamedTable(contentsOf: path, options: options)
        if stream.beginning.sheet != nil {
            return read(whole: try Table(contentsOf: path, options: options), path, names, lines: nil)
        }
        let plan = ListPlan(&stream.beginning, use.profile, metrics, hasUnit: onlyUnit == nil)
        if stream.headingFindings.containsError {
            lose(stream.headingFindings)
            return ListFaults()
        }
        sink.add(stream.headingFindings)
        let workerCount = stream.isLarge ? Parallel.processors : 1
        var workers = (0..<workerCount).map { _ in worker(plan, names) }
        var outcome = BlockTeam(stream.blocks, workers).work()
        if outcome == .lostRows {
            // A block ended inside quotes: only one thread can follow the rows.
            workers = [worker(plan, names)]
            outcome = BlockTeam(try StreamedTable(contentsOf: path, options: options).blocks, workers).work()
        }
        if case .failed(let error) = outcome { throw error }
        return add(workers, plan, path, sheet: nil, lines: nil)
    }

    /// Counts the rows of a table that is held in memory.
    private mutating func read(whole table: Table, _ path: String, _ names: ListUnits, lines: [Int]?) -> ListFaults {
        var table = table
        let plan = ListPlan(&table, use.profile, metrics, hasUnit: onlyUnit == nil)
        // What is wrong with rows is told of them as of those of a stream.
        let broken = Set(table.brokenRows.map { table.rowNumber($0) })
        let findings = table.findings.filter { finding in
            finding.location.line.map { !broken.contains($0) || $0 <= table.headingNumber } ?? true
                && finding.unlisted == nil
        }
        if findings.containsError {
            lose(findings)
            return ListFaults()
        }
        sink.add(findings)
        let worker = worker(plan, names)
        worker.take(table)
        return add([worker], plan, table.file, sheet: table.sheet, lines: lines)
    }

    private func worker(_ plan: ListPlan, _ names: ListUnits) -> ListWorker {
        ListWorker(
            plan, file: files.count, units: names, onlyUnit: onlyUnit, unitCount: units.units.count, request: request)
    }

    // MARK: - Adding up

    private mutating func add(
        _ workers: [ListWorker], _ plan: ListPlan, _ path: String, sheet: String?, lines: [Int]?
    ) -> ListFaults {
        var firstRows: [Int] = []
        var next = plan.headingRow + 1
        let counts = workers.reduce(into: [Int: Int]()) { $0.merge($1.rowsOfBlock) { first, _ in first } }
        for block in counts.keys.sorted() {
            firstRows.append(next)
            next += counts[block] ?? 0
        }
        // The rows of a table in memory have their numbers already.
        if counts.isEmpty { firstRows = [0] }
        files.append(
            ReadList(file: path, sheet: sheet, headings: plan.headings, firstRows: firstRows, lines: lines))
        var faults = ListFaults()
        var failed: [ListFailedRow] = []
        for worker in workers {
            worker.finish()
            tally.add(worker.tally)
            numbers.add(worker.numbers)
            faults.add(worker.faults)
            failed += worker.failedRows
            worker.parts.forEach { unit, metric, group, text, all, failed in
                let name = worker.cells.texts[plan.groups[group]].texts[text]
                let key = ListPartKey(unit: unit, metric: metric, group: group)
                parts[key, default: [:]][name, default: (0, 0)].all += all
                parts[key, default: [:]][name, default: (0, 0)].failed += failed
            }
        }
        addTexts(of: workers, plan)
        self.failed += failed.sorted { ($0.place, $0.metric) < ($1.place, $1.metric) }
        return faults
    }

    /// Takes note of the texts that conditions ask for, and, where no row has one, of those that there are: the first in
    /// their order, so that it does not matter which worker read what.
    private mutating func addTexts(of workers: [ListWorker], _ plan: ListPlan) {
        for (index, test) in plan.tests.enumerated() {
            guard case .texts(let column, let texts) = test, let place = plan.textOfColumn[column] else { continue }
            var entry = wanted[test] ?? (texts.map { _ in false }, [])
            for worker in workers {
                for (position, isFound) in worker.cells.found[index].enumerated() where isFound {
                    entry.found[position] = true
                }
            }
            if entry.found.contains(false) {
                for worker in workers {
                    entry.others.formUnion(
                        worker.cells.texts[place].texts.dropFirst().filter { !$0.isEmpty }.sorted().prefix(
                            Self.mostTexts))
                }
                entry.others = Set(entry.others.sorted().prefix(Self.mostTexts))
            }
            wanted[test] = entry
        }
    }

    // MARK: - Findings

    private func report(_ faults: ListFaults) {
        for kind in ListFault.Kind.allCases {
            let kept = faults.kept[kind] ?? []
            for fault in kept { sink.add(finding(fault)) }
            let more = (faults.counts[kind] ?? 0) - kept.count
            guard more > 0, let file = kept.first.map({ files[$0.place.file].file }) else { continue }
            sink.add([
                Finding(
                    TableFinding.moreFindings.rawValue, unlisted: more, severity: .warning,
                    at: Location(file: file, isTable: true), [.code: .text(kind.code.rawValue)])
            ])
        }
    }

    private func finding(_ fault: ListFault) -> Finding {
        var details: FindingDetails = [:]
        switch fault.kind {
        case .cell:
            let kind = fault.column.map { use.profile.columns[$0].kind } ?? .text
            details = [.found: .text(fault.found), .expected: .code(kind.rawValue)]
        case .missingDay: details[.key] = .text(heading(of: fault))
        case .order:
            details = [.found: .text(fault.found), .other: .text(fault.other), .key: .text(heading(of: fault))]
        case .row: details[.found] = .text(fault.found)
        case .blankUnit: break
        }
        return Finding(fault.kind.code, at: location(fault.place, field: fault.field), details)
    }

    private func heading(of fault: ListFault) -> String {
        fault.field.map { files[fault.place.file].headings[$0] } ?? ""
    }
}
