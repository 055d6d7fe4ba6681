import Scoring
import Survey
import Tables
import Values

extension ActionFinding: RowFinding {}

/// Reads a table of actions: one row per action and metric, so an action with several metrics has several rows.
///
/// What concerns an action as a whole may be in any of its rows; if it is in several, they must agree.
struct ActionReader {
    /// What is known about an action so far.
    struct Draft {
        var code: String
        /// The place of its first row.
        var location: Location
        var name: Stated<String>?
        var cost: Stated<FixedDecimal>?
        /// Whether a cost is stated anywhere, be it a usable one or not.
        var hasCost = false
        var deadline: Stated<CalendarDay>?
        var needs: Stated<[String]>?
        var excludes: Stated<[String]>?
        var requirement: Stated<PlannedAction.Requirement>?
        var effects: [(effect: PlannedAction.Effect, location: Location)] = []
        /// The places of effects, by metric and unit; nil stands for all units.
        var seen: [String: [String?: Location]] = [:]
    }

    /// Something that was stated, and where.
    struct Stated<Value: Equatable> {
        var value: Value
        var text: String
        var location: Location
    }

    let sink = FindingSink()
    private(set) var drafts: [Draft] = []
    /// The unit of all costs.
    private(set) var costUnit: Stated<String>?
    private let units: Set<String>
    private let names: UnitNames
    /// Units that were left out of the assessment: known, but without data.
    private let leftOut: Set<String>
    private let set: CriteriaSet
    private let metrics: [String: Metric]
    /// The years in which a deadline can be.
    private let years: ClosedRange<Int>
    /// The unit of costs that `assessment.json` states.
    private let statedCostUnit: LocalizedText?
    private(set) var positions: [String: Int] = [:]

    init(_ assessment: Assessment) {
        units = Set(assessment.units.map { $0.code })
        names = UnitNames(assessment.units.map { (code: $0.code, name: $0.name) })
        leftOut = Set(assessment.leftOut)
        set = assessment.criteria.set
        years = assessment.settings.years
        statedCostUnit = assessment.settings.costUnit
        metrics = Dictionary(set.metrics.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func read(_ table: inout Table) {
        let columns = ActionColumns(of: &table)
        // Actions of different units depend on each other: what is wrong in one row concerns the table.
        sink.add(findingsOf: table, unit: nil) { _ in false }
        guard let code = columns.code else { return }
        let row = TableRow<ActionFinding>(table, into: sink)
        var others = OfficeRows()
        defer { others.report(for: table, into: sink) }
        let stated = columns.results + [columns.cost, columns.metric, columns.unit].compactMap { $0 }
        while row.next() {
            // A row that states nothing is a part's name or a signature; numbers of columns state only these.
            if stated.allSatisfy({ row.isBlank($0) || OfficeRow.isNumber(table.text(row.index, $0)) }),
                others.passOver(row.index, of: table, figures: stated)
            {
                continue
            }
            guard let action = row.requiredText(code) else { continue }
            row.subject.action = action
            let position = positions[action] ?? drafts.count
            if position == drafts.count {
                positions[action] = position
                drafts.append(Draft(code: action, location: row.location(nil)))
            }
            readWhole(row, columns, into: position)
            readEffect(row, columns, into: position)
        }
    }

    // MARK: The action as a whole

    private mutating func readWhole(_ row: TableRow<ActionFinding>, _ columns: ActionColumns, into position: Int) {
        func state<Value>(_ value: Value?, _ column: Int?, _ stated: inout Stated<Value>?) {
            guard let value, let column, let text = row.text(column) else { return }
            guard let first = stated else {
                stated = Stated(value: value, text: text, location: row.location(column))
                return
            }
            if first.value == value { return }
            row.report(
                .differingRows, at: column,
                [
                    .key: .text(row.table.headings[column]), .found: .text(text), .other: .text(first.text),
                    .first: .location(first.location),
                ])
        }
        var draft = drafts[position]
        state(row.text(columns.name), columns.name, &draft.name)
        if !row.isBlank(columns.cost) { draft.hasCost = true }
        readCostUnit(row, columns)
        var cost = row.decimal(columns.cost)
        if let column = columns.cost, let stated = cost, stated < 0 {
            row.report(.negativeCost, at: column, [.found: .text(row.table.text(row.index, column))])
            cost = nil
        }
        state(cost, columns.cost, &draft.cost)
        state(row.day(columns.deadline, in: years, orElse: .badDay), columns.deadline, &draft.deadline)
        state(row.texts(columns.needs), columns.needs, &draft.needs)
        state(row.texts(columns.excludes), columns.excludes, &draft.excludes)
        let requirement = row.choice(columns.mark, of: PlannedAction.Requirement.self, orElse: .badMark)
        state(requirement, columns.mark, &draft.requirement)
        drafts[position] = draft
    }

    private mutating func readCostUnit(_ row: TableRow<ActionFinding>, _ columns: ActionColumns) {
        guard let column = columns.costUnit, let unit = row.text(column) else { return }
        if let first = costUnit {
            if first.value == unit { return }
            row.report(
                .differingCostUnits, at: column,
                [.found: .text(unit), .other: .text(first.value), .first: .location(first.location)])
        } else if let other = statedCostUnit, other.vi != unit, other.en != unit {
            row.report(
                .differingCostUnits, at: column,
                [
                    .found: .text(unit), .other: .text(other.vi),
                    .first: .location(Location(file: "assessment.json")),
                ])
        }
        costUnit = costUnit ?? Stated(value: unit, text: unit, location: row.location(column))
    }

    // MARK: What it does

    private mutating func readEffect(_ row: TableRow<ActionFinding>, _ columns: ActionColumns, into position: Int) {
        let stated = columns.results.filter { !row.isBlank($0) }
        let units = readUnits(row, columns.unit)
        guard let column = columns.metric, let code = row.text(column) else {
            if let first = stated.first { row.report(.missingMetric, at: first) }
            return
        }
        guard let metric = readMetric(code, row, column) else { return }
        row.subject.metric = code
        guard let first = stated.first else { return row.report(.missingEffect, at: column) }
        guard let edit = readEdit(row, columns, of: metric, stated: stated), let units,
            row.isSound(edit, of: metric, at: first)
        else { return }
        let owners = units.isEmpty ? [nil] : units.map { Optional($0) }
        let seen = drafts[position].seen[code] ?? [:]
        for owner in owners {
            // A row for all units and one for some of them would both apply to these.
            let others = owner == nil ? seen.values.min { ($0.line ?? 0) < ($1.line ?? 0) } : seen[nil]
            guard let clash = seen[owner] ?? others else { continue }
            return row.report(.repeatedEffect, at: column, [.first: .location(clash)])
        }
        if case .set(let value) = edit, metric.looksLikeShare(value),
            case .number(_, isPercent: false) = row.table.number(row.index, first)
        {
            row.report(
                .looksLikeShare, at: first,
                [
                    .found: .text(row.table.text(row.index, first)),
                    .expected: .number(FixedDecimal(mantissa: value.mantissa * 100)),
                ])
        }
        for owner in owners { drafts[position].seen[code, default: [:]][owner] = row.location(first) }
        let known = units.filter { !leftOut.contains($0) }
        if !units.isEmpty, known.isEmpty { return }
        let effect = PlannedAction.Effect(code, edit, units: units.isEmpty ? nil : known)
        drafts[position].effects.append((effect, row.location(first)))
    }

    private func readMetric(_ code: String, _ row: TableRow<ActionFinding>, _ column: Int) -> Metric? {
        if let metric = metrics[code] { return metric }
        let own =
            set.index(of: code).flatMap { set.criteria[$0].leaf }?.measures.flatMap { $0.metrics }.map { $0.code } ?? []
        if own.isEmpty {
            row.failUnknown(code, at: column, among: set.metrics.map { $0.code }, orElse: .unknownMetric)
        } else {
            row.report(.severalMetrics, at: column, [.found: .text(code), .expected: .names(own)])
        }
        return nil
    }

    /// The units of a row, empty for all; nil when one of them is wrong.
    private func readUnits(_ row: TableRow<ActionFinding>, _ column: Int?) -> [String]? {
        var found: [String] = []
        var isSound = true
        for code in row.texts(column) {
            if leftOut.contains(code) {
                if !found.contains(code) { found.append(code) }
                continue
            }
            switch names.match(code) {
            case .one(let unit):
                if !found.contains(unit) { found.append(unit) }
                continue
            case .several(let codes):
                row.report(.ambiguousUnit, at: column, [.found: .text(code), .expected: .names(codes)])
            case .none:
                if let column { row.failUnknown(code, at: column, among: units.sorted(), orElse: .unknownUnit) }
            }
            isSound = false
        }
        return isSound ? found : nil
    }

    private func readEdit(
        _ row: TableRow<ActionFinding>, _ columns: ActionColumns, of metric: Metric, stated: [Int]
    ) -> Scenario.Edit? {
        let isPercent = metric.kind == .percent
        let isCounts = stated.allSatisfy { $0 == columns.numerator || $0 == columns.denominator }
        guard stated.count == 1 || isCounts else {
            row.report(.contradictoryEffect, at: stated[1])
            return nil
        }
        let column = stated[0]
        switch column {
        case columns.numerator:
            guard let numerator = row.decimal(column) else { return nil }
            if row.isBlank(columns.denominator) { return .numerator(numerator) }
            return row.decimal(columns.denominator).map { .counts(numerator: numerator, denominator: $0) }
        case columns.denominator:
            row.report(.missingEffect, at: column)
            return nil
        case columns.value:
            if let answer = FigureWord.answer(row.table.text(row.index, column), for: metric.kind) {
                return .set(answer)
            }
            return row.decimal(column, isPercent: isPercent).map { .set($0) }
        case columns.add: return row.decimal(column, isPercent: isPercent).map { .add($0) }
        default: return row.decimal(column).map { .addToNumerator($0) }
        }
    }
}

extension TableRow<ActionFinding> {
    /// Checks the stated change against the metric's domain.
    fileprivate func isSound(_ edit: Scenario.Edit, of metric: Metric, at column: Int) -> Bool {
        var details: FindingDetails = [:]
        var figure: Figure?
        var code: ActionFinding?
        switch edit {
        case .set(let value): figure = .value(value)
        case .counts(let numerator, let denominator):
            figure = .ratio(numerator: numerator, denominator: denominator)
            if denominator == 0 { code = .badCount }
        case .numerator(let count):
            code = metric.ratio == nil ? .notARatio : count < 0 ? .badCount : nil
            details[.found] = .number(count)
        case .addToNumerator: code = metric.ratio == nil ? .notARatio : nil
        case .add, .answer, .task, .status: break
        }
        if let figure {
            details[.found] = figure.detail
            if code == nil, let fault = metric.fault(in: figure) {
                code = ActionFinding(fault)
                details[.expected] = fault.expected(of: figure)
            }
        }
        guard let code else { return true }
        report(code, at: column, details)
        return false
    }
}

extension ActionFinding {
    fileprivate init(_ fault: FigureFault) {
        switch fault {
        case .outsideDomain: self = .outsideDomain
        case .offStep: self = .offStep
        case .notARatio: self = .notARatio
        case .negativeCount, .divisionByZero: self = .badCount
        case .numeratorExceedsDenominator: self = .numeratorExceedsDenominator
        }
    }
}

extension Scenario.Edit {
    /// The change as a detail of a finding; nil for an answer, task progress and a status.
    var detail: FindingValue? {
        switch self {
        case .set(let value): .number(value)
        case .add(let more): .added(.number(more))
        case .numerator(let count): .counts(count, nil)
        case .addToNumerator(let more): .added(.counts(more, nil))
        case .counts(let numerator, let denominator): .counts(numerator, denominator)
        case .answer, .task, .status: nil
        }
    }
}
