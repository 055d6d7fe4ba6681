package import Scoring
internal import Tables
package import Values

/// What a publication says: the points, index, class and place of each unit, and the points of its criteria.
package struct PublishedResults: Sendable {
    /// A unit.
    package struct UnitResult: Hashable, Sendable {
        package var unit: String
        package var name: String
        package var level: String
        package var group: String
        package var points: FixedDecimal
        package var maximum: FixedDecimal
        package var index: FixedDecimal?
        package var unitClass: String
        /// The place among the units of its group; nil for a unit that has none.
        package var place: FixedDecimal?
        /// How many units of its group have a place.
        package var placed: Int
        /// How many lines nobody looked at, and who accepted them.
        package var openLines: Int
        package var acceptedBy: String
    }

    /// A criterion without parts of a unit, or one with parts that was given points as a whole.
    package struct CriterionResult: Hashable, Sendable {
        package var unit: String
        package var criterion: String
        package var points: FixedDecimal?
        package var maximum: FixedDecimal
        /// The code of the stage whose points they are.
        package var stage: String
        package var reason: String
    }

    package private(set) var units: [UnitResult] = []
    package private(set) var criteria: [CriterionResult] = []

    static let unitFile = "results.csv"
    static let criterionFile = "points.csv"

    /// The results of a stage.
    ///
    /// - Parameter records: What was done to stages before; who accepted lines stands there.
    /// - Complexity: O(units × criteria + given points).
    package init(_ assessment: Assessment, at stage: Stage, _ records: [StageRecord]) {
        let shown = assessment.at(stage: stage.code) ?? assessment
        let (set, scores) = (shown.criteria.set, shown.scores)
        let places = shown.placesInGroups
        let standing = shown.standingScores
        let opinions = shown.opinions(at: stage)
        let locks = StageLocks(records, set, shown.units, shown.settings.stages)
        let stages = shown.officialStages(of: stage)
        let entries = shown.entries(at: stages)
        for (position, unit) in shown.units.enumerated() {
            let score = scores[position]
            let open = shown.openLines(of: position, entries[position] ?? [:]).count
            units.append(
                UnitResult(
                    unit: unit.code, name: unit.name, level: unit.level, group: unit.group ?? "",
                    points: score.total.points, maximum: score.total.maximum, index: score.index,
                    unitClass: score.classification?.unitClass?.code ?? "", place: places[position]?.rank.decimal,
                    placed: places[position]?.count ?? 0, openLines: open,
                    acceptedBy: open > 0 ? Self.acceptedBy(records, locks, stages, unit.code) : ""))
            for (node, criterion) in set.criteria.enumerated() {
                let given = standing[position]?[node]
                let own = score.criterion(node)
                // What does not apply to the unit's level is nothing of it.
                let isOwn = criterion.leaf != nil && (own.status != nil || own.sum.maximum > 0)
                guard isOwn || given != nil else { continue }
                criteria.append(
                    CriterionResult(
                        unit: unit.code, criterion: criterion.code, points: own.points, maximum: own.sum.maximum,
                        stage: given?.stage.code ?? Stage.computed.code,
                        reason: given?.reason ?? opinions[position]?[node]?.reason ?? ""))
            }
        }
    }

    /// Who accepted open lines of a unit at some stages.
    private static func acceptedBy(
        _ records: [StageRecord], _ locks: StageLocks, _ stages: ClosedRange<Int>, _ unit: String
    ) -> String {
        stages.flatMap { stage in
            locks.leaves.compactMap { leaf -> String? in
                guard case .locked(let record) = locks.state(of: stage, unit: unit, leaf: leaf) else { return nil }
                return records[record - 1].openAcceptedBy
            }
        }.filter { !$0.isEmpty }.withoutRepeats { $0 }.joined(separator: ", ")
    }
}

extension StageLedger {
    /// The publications, the first first.
    package var publications: [StageRecord] { records.filter { $0.action == .publish } }

    /// A publication by its number, the last without one.
    /// - Throws: ``FindingsError`` with `ledger.noPublication`, or `ledger.tooFewPublications` where there is none.
    func publication(_ number: Int?, of folder: String) throws(FindingsError) -> StageRecord {
        let publications = publications
        if publications.isEmpty {
            throw FindingsError(
                LedgerFinding.tooFewPublications, at: Location(file: folder), [.count: .count(0), .expected: .count(1)])
        }
        let wanted = number ?? publications.count
        if let record = publications.first(where: { $0.publication == wanted }) { return record }
        throw FindingsError(
            LedgerFinding.noPublication, at: Location(file: folder),
            [.found: .count(wanted), .count: .count(publications.count)])
    }

    /// A publication by its number, the last without one, with what it published.
    /// - Throws: ``FindingsError`` with `ledger.noPublication` or `ledger.tooFewPublications`, or with what is wrong with its
    ///   tables.
    package func results(
        _ number: Int?, of folder: String
    ) throws(FindingsError) -> (record: StageRecord, results: PublishedResults) {
        let record = try publication(number, of: folder)
        return (record, try PublishedResults(of: record, in: folder))
    }
}

// MARK: - Tables

extension PublishedResults {
    static let unitColumns = [
        ColumnNames.unit, ["unit name", "tên đơn vị"], ColumnNames.level, ColumnNames.group, ColumnNames.points,
        ["maximum", "điểm tối đa"], ["index", "chỉ số"], ["class", "xếp loại"], ["place", "hạng"],
        ["units placed", "số đơn vị xếp hạng"], ["open lines", "số dòng chưa xem xét"],
        ["open lines accepted by", "người chấp nhận dòng chưa xem xét"],
    ]
    static let criterionColumns = [
        ColumnNames.unit, ColumnNames.criterion, ColumnNames.points, ["maximum", "điểm tối đa"],
        ColumnNames.stage, ColumnNames.reason,
    ]

    private static func text(_ text: String) -> CSVWriter.Cell { text.isEmpty ? .blank : .text(text) }
    private static func number(_ number: FixedDecimal?) -> CSVWriter.Cell { number.map { .number($0) } ?? .blank }
    private static func count(_ count: Int) -> CSVWriter.Cell { number(FixedDecimal(exactly: count)) }

    /// The two tables, by their file names.
    func tables(isVietnamese: Bool) -> [(name: String, bytes: [UInt8])] {
        let style: CSVWriter.Style = isVietnamese ? .excelVietnamese : .plain
        func table(_ columns: [[String]], _ rows: [[CSVWriter.Cell]]) -> [UInt8] {
            var writer = CSVWriter(style)
            writer.writeRow(columns.map { .text($0[isVietnamese ? 1 : 0]) })
            for row in rows { writer.writeRow(row) }
            return writer.bytes
        }
        let units = units.map { row in
            [
                .text(row.unit), .text(row.name), Self.text(row.level), Self.text(row.group), Self.number(row.points),
                Self.number(row.maximum), Self.number(row.index), Self.text(row.unitClass), Self.number(row.place),
                Self.count(row.placed), Self.count(row.openLines), Self.text(row.acceptedBy),
            ]
        }
        let criteria = criteria.map { row in
            [
                .text(row.unit), .text(row.criterion), Self.number(row.points), Self.number(row.maximum),
                .text(row.stage), Self.text(row.reason),
            ]
        }
        return [
            (Self.unitFile, table(Self.unitColumns, units)),
            (Self.criterionFile, table(Self.criterionColumns, criteria)),
        ]
    }

    /// Reads the tables of a publication, which nobody may have changed.
    /// - Throws: ``FindingsError`` with `ledger.keptFileChanged`, and where one is not such a table.
    package init(of record: StageRecord, in folder: String) throws(FindingsError) {
        let (place, list) = (record.keptPlace, record.keptFiles(in: folder))
        for path in [record.files] + [Self.unitFile, Self.criterionFile].map({ place + "/" + $0 }) {
            let isKept =
                path == record.files
                ? list != nil : list?.files.contains { $0.copy == path && FileSum.of(folder + "/" + path) == $0.sum }
            if isKept == true { continue }
            throw FindingsError(
                LedgerFinding.keptFileChanged, at: Location(file: folder + "/" + path),
                [.code: .text(String(record.number))])
        }
        try self.init(in: folder + "/" + place)
    }

    /// Reads the tables of a publication.
    /// - Throws: ``FindingsError`` where one is missing or is not such a table.
    init(in folder: String) throws(FindingsError) {
        for row in try Self.rows(of: folder + "/" + Self.unitFile, Self.unitColumns) {
            units.append(
                UnitResult(
                    unit: row.text(0), name: row.text(1), level: row.text(2), group: row.text(3),
                    points: row.number(4) ?? 0, maximum: row.number(5) ?? 0, index: row.number(6),
                    unitClass: row.text(7), place: row.number(8), placed: row.count(9), openLines: row.count(10),
                    acceptedBy: row.text(11)))
        }
        for row in try Self.rows(of: folder + "/" + Self.criterionFile, Self.criterionColumns) {
            criteria.append(
                CriterionResult(
                    unit: row.text(0), criterion: row.text(1), points: row.number(2), maximum: row.number(3) ?? 0,
                    stage: row.text(4), reason: row.text(5)))
        }
    }

    /// A row of a table.
    private struct Row {
        let table: Table
        let row: Int
        let columns: [Int]

        func text(_ position: Int) -> String { table.text(row, columns[position]) }
        func number(_ position: Int) -> FixedDecimal? {
            guard case .number(let number, _) = table.number(row, columns[position]) else { return nil }
            return number
        }
        func count(_ position: Int) -> Int { number(position).flatMap { Int($0.description) } ?? 0 }
    }

    private static func rows(of path: String, _ columns: [[String]]) throws(FindingsError) -> [Row] {
        let bytes = try FileInput.bytes(of: path, .regular)
        var options = TableOptions()
        options.setDialect(of: bytes)
        var table = try Table(file: path, bytes: bytes, options: options)
        let found = columns.compactMap { table.requiredColumn($0) }
        if table.findings.containsError || found.count != columns.count { throw FindingsError(table.findings) }
        return (0..<table.rowCount).map { Row(table: table, row: $0, columns: found) }
    }

    // MARK: - Differences

    /// A cell in which results differ.
    struct Difference: Hashable {
        let subject: [String]
        let column: String
        let own: String
        let other: String
    }

    /// In what other results differ from these.
    func differences(from other: PublishedResults) -> [Difference] {
        func cells(_ results: PublishedResults) -> [[String]: [(String, String)]] {
            let own = results.tables(isVietnamese: true)
            var cells: [[String]: [(String, String)]] = [:]
            for (table, columns) in zip(own, [Self.unitColumns, Self.criterionColumns]) {
                guard let read = try? Table(file: table.name, bytes: table.bytes, options: Self.options) else {
                    continue
                }
                let keyCount = table.name == Self.unitFile ? 1 : 2
                for row in 0..<read.rowCount {
                    let texts = columns.indices.map { read.text(row, $0) }
                    cells[Array(texts.prefix(keyCount))] = zip(columns.map { $0[1] }, texts).dropFirst(keyCount)
                        .map { ($0, $1) }
                }
            }
            return cells
        }
        let (own, others) = (cells(self), cells(other))
        var found: [Difference] = []
        for key in Set(own.keys).union(others.keys).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let (left, right) = (own[key] ?? [], others[key] ?? [])
            for position in 0..<max(left.count, right.count) {
                let texts = (
                    position < left.count ? left[position].1 : "", position < right.count ? right[position].1 : ""
                )
                if texts.0 == texts.1, !left.isEmpty, !right.isEmpty { continue }
                let column = position < left.count ? left[position].0 : right[position].0
                found.append(Difference(subject: key, column: column, own: texts.0, other: texts.1))
            }
        }
        return found
    }

    private static let options: TableOptions = {
        var options = TableOptions()
        (options.delimiter, options.decimalSeparator) = (.semicolon, .comma)
        return options
    }()
}

extension FileSnapshot {
    /// Adds files that are written beside the copies.
    mutating func add(_ files: [(name: String, bytes: [UInt8])], in place: String, of folder: String) {
        for file in files {
            let path = place + "/" + file.name
            add(
                KeptFile(
                    path: path, role: .result, size: file.bytes.count, sum: SHA256.hex(of: file.bytes), copy: path),
                file.bytes, at: folder + "/" + path)
        }
    }
}
