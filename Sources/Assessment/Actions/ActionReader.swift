import Scoring
import Tables
import Values

/// Reads a table of actions: a row an action and a metric, so that an action of several metrics has several rows.
///
/// What is said of an action as a whole may stand in any of its rows; where it stands in several, it is the same.
struct ActionReader {
    /// What is known of an action so far.
    struct Draft {
        var code: String
        var row: Int
        var name: Stated<String>?
        var cost: Stated<FixedDecimal>?
        var deadline: Stated<CalendarDay>?
        var needs: Stated<[String]>?
        var excludes: Stated<[String]>?
        var standing: Stated<PlannedAction.Standing>?
        var effects: [(effect: PlannedAction.Effect, place: Place)] = []
        /// The places of effects, by metric and unit; an empty unit stands for all.
        var seen: [String: Place] = [:]
    }

    /// Something that was stated, and where.
    struct Stated<Value: Equatable> {
        var value: Value
        var text: String
        var place: Place
    }

    let units: Set<String>
    /// Units that were left out of the assessment: known, but nothing is said of them.
    let leftOut: Set<String>
    let criteria: CompiledCriteria
    var sink = FindingSink()
    var drafts: [Draft] = []
    private let metrics: [String: Metric]
    private var positions: [String: Int] = [:]

    init(_ assessment: Assessment) {
        units = Set(assessment.units.map(\.code))
        leftOut = Set(assessment.leftOut)
        criteria = assessment.criteria
        metrics = Dictionary(
            criteria.set.metrics.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func read(_ table: inout Table) {
        let code = table.requiredColumn(ActionColumns.code)
        let cost = table.requiredColumn(ActionColumns.cost)
        let name = table.optionalColumn(ActionColumns.name)
        let unit = table.optionalColumn(ColumnNames.unit)
        let metric = table.optionalColumn(ColumnNames.metric)
        let value = table.optionalColumn(ColumnNames.value)
        let (numerator, denominator) = (
            table.optionalColumn(ColumnNames.numerator), table.optionalColumn(ColumnNames.denominator)
        )
        let (add, addNumerator) = (
            table.optionalColumn(ActionColumns.add), table.optionalColumn(ActionColumns.addNumerator)
        )
        let deadline = table.optionalColumn(ActionColumns.deadline)
        let (needs, excludes) = (
            table.optionalColumn(ActionColumns.needs), table.optionalColumn(ActionColumns.excludes)
        )
        let mark = table.optionalColumn(ActionColumns.mark)
        for known in [ColumnNames.note, ColumnNames.ordinal, ColumnNames.metricName] {
            _ = table.optionalColumn(known)
        }
        table.reportUnknownColumns()
        table.settleNumbers(in: [value, numerator, denominator, add, addNumerator, cost].compactMap { $0 })
        // Actions of other units do not stand on their own: what is wrong in one row concerns the table.
        sink.add(findingsOf: table, unit: nil) { _ in false }
        guard let code else { return }
        let cells = ActionCells(
            code: code, unit: unit, metric: metric, value: value, numerator: numerator, denominator: denominator,
            add: add, addNumerator: addNumerator, name: name, cost: cost, deadline: deadline, needs: needs,
            excludes: excludes, mark: mark)
        for row in table.usableRows { read(row, of: table, cells) }
    }

    private mutating func read(_ row: Int, of table: Table, _ cells: ActionCells) {
        guard let code = text(row, cells.code, table) else {
            report(
                .blankCell, at: table.place(row, cells.code), [.action: "", .key: .text(table.headings[cells.code])])
            return
        }
        let position = positions[code] ?? drafts.count
        if position == drafts.count {
            positions[code] = position
            drafts.append(Draft(code: code, row: row))
        }
        readWhole(row, of: table, cells, into: position)
        readEffect(row, of: table, cells, into: position)
    }

    // MARK: The action as a whole

    private mutating func readWhole(_ row: Int, of table: Table, _ cells: ActionCells, into position: Int) {
        let code = drafts[position].code
        if let column = cells.name, let name = text(row, column, table) {
            merge(name, \.name, position, row, column, table)
        }
        if let column = cells.cost, text(row, column, table) != nil,
            let cost = number(row, column, of: table, action: code, isPercent: false)
        {
            if cost < 0 {
                report(
                    .negativeCost, at: table.place(row, column),
                    [.action: .text(code), .found: .text(table.text(row, column))])
            } else {
                merge(cost, \.cost, position, row, column, table)
            }
        }
        if let column = cells.deadline, let word = text(row, column, table) {
            if let day = Self.day(word) {
                merge(day, \.deadline, position, row, column, table)
            } else {
                report(.badDay, at: table.place(row, column), [.action: .text(code), .found: .text(word)])
            }
        }
        if let column = cells.needs, let list = text(row, column, table) {
            merge(Self.codes(in: list), \.needs, position, row, column, table)
        }
        if let column = cells.excludes, let list = text(row, column, table) {
            merge(Self.codes(in: list), \.excludes, position, row, column, table)
        }
        if let column = cells.mark, let word = text(row, column, table) {
            if let standing = PlannedAction.Standing(word: word) {
                merge(standing, \.standing, position, row, column, table)
            } else {
                report(
                    .badMark, at: table.place(row, column),
                    [.action: .text(code), .found: .text(word), .expected: .names(PlannedAction.Standing.words)])
            }
        }
    }

    private mutating func merge<Value: Equatable>(
        _ value: Value, _ path: WritableKeyPath<Draft, Stated<Value>?>, _ position: Int, _ row: Int, _ column: Int,
        _ table: Table
    ) {
        let stated = Stated(value: value, text: table.text(row, column), place: table.place(row, column))
        guard let first = drafts[position][keyPath: path] else {
            drafts[position][keyPath: path] = stated
            return
        }
        if first.value != value {
            report(
                .differingRows, at: stated.place,
                [
                    .action: .text(drafts[position].code), .key: .text(table.headings[column]),
                    .found: .text(stated.text),
                    .other: .text(first.text), .first: .place(first.place),
                ])
        }
    }

    // MARK: What it does

    private mutating func readEffect(_ row: Int, of table: Table, _ cells: ActionCells, into position: Int) {
        let code = drafts[position].code
        let stated = [cells.value, cells.numerator, cells.denominator, cells.add, cells.addNumerator]
            .compactMap { $0 }.filter { !table.isBlank(row, $0) }
        let rowUnits = readUnits(row, of: table, cells, action: code)
        guard let column = cells.metric, let wanted = text(row, column, table) else {
            if let first = stated.first { report(.missingMetric, at: table.place(row, first), [.action: .text(code)]) }
            return
        }
        guard let metric = metrics[wanted] else {
            reportUnknownMetric(wanted, at: table.place(row, column), action: code)
            return
        }
        guard !stated.isEmpty else {
            report(.missingEffect, at: table.place(row, column), [.action: .text(code), .metric: .text(wanted)])
            return
        }
        guard let edit = readEdit(row, of: table, cells, metric: metric, stated: stated, action: code),
            let rowUnits
        else { return }
        let place = table.place(row, stated[0])
        guard isSound(edit, of: metric, at: place, action: code) else { return }
        let names = rowUnits.isEmpty ? [""] : rowUnits
        for name in names {
            // A row for all units and one for some of them would both be meant for these.
            let clash =
                drafts[position].seen["\(wanted)\u{0}\(name)"] ?? drafts[position].seen["\(wanted)\u{0}"]
                ?? (name.isEmpty ? drafts[position].seen.first { $0.key.hasPrefix("\(wanted)\u{0}") }?.value : nil)
            if let clash {
                report(
                    .repeatedEffect, at: table.place(row, column),
                    [.action: .text(code), .metric: .text(wanted), .first: .place(clash)])
                return
            }
        }
        for name in names { drafts[position].seen["\(wanted)\u{0}\(name)"] = place }
        let known = rowUnits.filter { !leftOut.contains($0) }
        if !rowUnits.isEmpty, known.isEmpty { return }
        drafts[position].effects.append(
            (PlannedAction.Effect(wanted, edit, units: rowUnits.isEmpty ? nil : known), place))
    }

    /// The units of a row, none for all; nil when one of them is wrong.
    private mutating func readUnits(_ row: Int, of table: Table, _ cells: ActionCells, action: String) -> [String]? {
        guard let column = cells.unit, let list = text(row, column, table) else { return [] }
        var found: [String] = []
        var isSound = true
        for code in Self.codes(in: list) {
            if units.contains(code) || leftOut.contains(code) {
                if !found.contains(code) { found.append(code) }
                continue
            }
            var details: FindingDetails = [.action: .text(action), .found: .text(code)]
            details[.suggestion] = (Spelling.closest(to: code, among: units.sorted())).map { .text($0) }
            report(.unknownUnit, at: table.place(row, column), details)
            isSound = false
        }
        return isSound ? found : nil
    }

    private mutating func readEdit(
        _ row: Int, of table: Table, _ cells: ActionCells, metric: Metric, stated: [Int], action: String
    ) -> Scenario.Edit? {
        let isPercent = metric.kind == .percent
        let isCounts = stated.allSatisfy { $0 == cells.numerator || $0 == cells.denominator }
        guard stated.count == 1 || isCounts else {
            report(
                .contradictoryEffect, at: table.place(row, stated[1]),
                [.action: .text(action), .metric: .text(metric.code)])
            return nil
        }
        if isCounts {
            guard let column = cells.numerator, !table.isBlank(row, column) else {
                report(
                    .missingEffect, at: table.place(row, stated[0]),
                    [.action: .text(action), .metric: .text(metric.code)])
                return nil
            }
            guard let numerator = number(row, column, of: table, action: action, isPercent: false) else { return nil }
            guard let below = cells.denominator, !table.isBlank(row, below) else { return .numerator(numerator) }
            return number(row, below, of: table, action: action, isPercent: false)
                .map { .counts(numerator: numerator, denominator: $0) }
        }
        let column = stated[0]
        if column == cells.value {
            if let answer = FigureWord.answer(table.text(row, column), for: metric.kind) { return .set(answer) }
            return number(row, column, of: table, action: action, isPercent: isPercent).map { .set($0) }
        }
        let isCases = column == cells.addNumerator
        return number(row, column, of: table, action: action, isPercent: isPercent && !isCases)
            .map { isCases ? .addToNumerator($0) : .add($0) }
    }

    /// Holds what is stated against the metric's domain.
    private mutating func isSound(_ edit: Scenario.Edit, of metric: Metric, at place: Place, action: String) -> Bool {
        let figure: Figure
        switch edit {
        case .set(let value): figure = .value(value)
        case .counts(let numerator, let denominator): figure = .ratio(numerator: numerator, denominator: denominator)
        case .numerator(let count):
            guard metric.ratio != nil, count >= 0 else {
                report(
                    metric.ratio == nil ? .notARatio : .badCount, at: place,
                    [.action: .text(action), .metric: .text(metric.code), .found: .number(count)])
                return false
            }
            return true
        case .addToNumerator:
            guard metric.ratio != nil else {
                report(.notARatio, at: place, [.action: .text(action), .metric: .text(metric.code)])
                return false
            }
            return true
        case .add, .answer, .task, .status: return true
        }
        var details: FindingDetails = [.action: .text(action), .metric: .text(metric.code)]
        details[.found] = figure.detail
        if case .ratio(_, denominator: 0) = figure {
            report(.badCount, at: place, details)
            return false
        }
        guard let fault = metric.fault(in: figure) else { return true }
        switch fault {
        case .outsideDomain(let minimum, let maximum):
            details[.expected] = .range(minimum, maximum)
            report(.outsideDomain, at: place, details)
        case .offStep(let step):
            details[.expected] = .number(step)
            report(.offStep, at: place, details)
        case .notARatio: report(.notARatio, at: place, details)
        case .negativeCount, .divisionByZero: report(.badCount, at: place, details)
        case .numeratorExceedsDenominator: report(.numeratorExceedsDenominator, at: place, details)
        }
        return false
    }

    // MARK: Cells

    private func text(_ row: Int, _ column: Int, _ table: Table) -> String? {
        table.isBlank(row, column) ? nil : table.text(row, column)
    }

    private mutating func number(
        _ row: Int, _ column: Int, of table: Table, action: String, isPercent: Bool
    ) -> FixedDecimal? {
        let reading = table.number(row, column)
        if case .number(let number, let hasSign) = reading {
            if !hasSign || isPercent { return number }
            report(
                .percentSign, at: table.place(row, column),
                [.action: .text(action), .found: .text(table.text(row, column))])
            return nil
        }
        if let finding = table.finding(for: reading, row, column) { sink.add([finding]) }
        return nil
    }

    private mutating func reportUnknownMetric(_ code: String, at place: Place, action: String) {
        let own = criteria.set.index(of: code).flatMap { criteria.set.criteria[$0].leaf }?.measures.flatMap(\.metrics)
        if let own, !own.isEmpty {
            report(
                .severalMetrics, at: place,
                [.action: .text(action), .found: .text(code), .expected: .names(own.map(\.code))])
            return
        }
        var details: FindingDetails = [.action: .text(action), .found: .text(code)]
        details[.suggestion] = (Spelling.closest(to: code, among: criteria.metrics)).map { .text($0) }
        report(.unknownMetric, at: place, details)
    }

    mutating func report(_ code: ActionFinding, at place: Place, _ details: FindingDetails = [:]) {
        sink.add([Finding(code, at: place, details)])
    }

    /// The codes in a cell that lists several: `A1, A2`.
    static func codes(in list: String) -> [String] {
        list.split { $0 == "," || $0 == ";" }.map { part in
            String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }.filter { !$0.isEmpty }
    }

    /// `2024-06-30` or `30/6/2024`.
    private static func day(_ text: String) -> CalendarDay? {
        if let day = CalendarDay(text) { return day }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy(\.isASCII) }),
            let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
        else { return nil }
        return CalendarDay(year: year, month: month, day: day)
    }
}

extension PlannedAction.Standing {
    /// The words for marks, for messages.
    static let words = ["phải làm", "không làm", "tùy chọn"]

    init?(word: String) {
        switch VietnameseText.folded(word) {
        case "must", "must do", "phai lam", "bat buoc", "co": self = .mustDo
        case "must not", "mustnot", "khong lam", "khong duoc lam": self = .mustNotDo
        case "open", "tuy chon", "khong", "lua chon": self = .open
        default: return nil
        }
    }
}
