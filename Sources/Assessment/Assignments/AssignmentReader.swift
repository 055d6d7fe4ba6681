import Scoring
import Tables
import Values

/// What a cell of the table of assignments says.
private enum AssignmentCell {
    case assigned
    case notAssigned
    /// Assigned, with a target of its own.
    case target(FixedDecimal)

    private static let meanings: [([String], AssignmentCell)] = [
        (["x", "giao", "có", "được giao", "assigned", "yes", "✓", "✔"], .assigned),
        (["không giao", "không", "-", "–", "not assigned", "no"], .notAssigned),
    ]
    private static let known = Dictionary(
        meanings.flatMap { words, cell in words.map { (VietnameseText.word($0), cell) } },
        uniquingKeysWith: { first, _ in first })
    static let words = meanings.map { $0.0[0] }

    init?(word: String) {
        guard let cell = Self.known[VietnameseText.word(word)] else { return nil }
        self = cell
    }
}

/// Reads `assignments.csv`, the matrix of a plan: a row for each criterion, or for a field with all of its own, and a column
/// for each group or unit. `x` is assigned, a number is assigned with that target, and blank is not assigned.
///
/// A blank cell in the column of a unit leaves it to that of its group. A criterion that no row is about, nor any node above
/// it, is assigned to all, and to a unit without a column, and without one of its group, everything is.
struct AssignmentReader {
    let criteria: CompiledCriteria
    let units: UnitList
    let groups: [Group]
    let sink: FindingSink

    private var set: CriteriaSet { criteria.set }

    /// What the rows say, by node and column, with the places of cells.
    private struct Matrix {
        var columns: [(assignee: Assignee, column: Int)] = []
        var rows: [Int: [Int: (cell: AssignmentCell, place: Location)]] = [:]
        var rowPlaces: [Int: Location] = [:]
    }

    /// What is assigned to each unit that has not everything. What is wrong with the table concerns all units, and what is
    /// wrong with a target the unit that has it.
    func read(_ path: String, options: TableOptions) -> [Int: UnitAssignment] {
        let loaded = LoadedTable(path, headings: .assignments, options: options)
        sink.add(loaded.findings)
        guard var table = loaded.table else { return [:] }
        let codes = set.criteria.map { $0.code }
        let nodes = Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        guard let criterion = table.codeColumn(named: ColumnNames.criterion, isKnown: { nodes[$0] != nil }) else {
            _ = table.requiredColumn(ColumnNames.criterion)
            sink.add(table.findings)
            return [:]
        }
        table.allowColumns([table.headings[criterion]])
        var matrix = Matrix()
        matrix.columns = columns(of: &table, but: criterion)
        table.settleNumbers(in: matrix.columns.map({ $0.column }))
        sink.add(table.findings)
        let row = TableRow<FlowFinding>(table, into: sink)
        while row.next() {
            if row.isBlank(criterion), matrix.columns.allSatisfy({ row.isBlank($0.column) }) { continue }
            guard let node = row.code(criterion, among: nodes, suggesting: codes, orElse: .unknownCriterion) else {
                continue
            }
            row.subject.criterion = codes[node]
            if let first = matrix.rowPlaces[node] {
                row.report(.repeatedAssignment, at: criterion, [.first: .location(first)])
                continue
            }
            matrix.rowPlaces[node] = row.location(criterion)
            matrix.rows[node] = [:]
            for (_, column) in matrix.columns {
                guard let cell = cell(row, column, of: node) else { continue }
                matrix.rows[node]?[column] = (cell, row.location(column))
            }
        }
        return assignments(matrix)
    }

    /// The columns of units and groups; any other heading that means nothing is an error.
    private func columns(of table: inout Table, but criterion: Int) -> [(assignee: Assignee, column: Int)] {
        table.allowColumns(ColumnNames.criterion + ColumnNames.criterionName)
        table.allowRemarks()
        table.allowColumns(ColumnNames.note)
        table.allowColumns(ColumnNames.ordinal)
        var found: [(assignee: Assignee, column: Int)] = []
        for column in table.unknownColumns where column != criterion {
            let heading = table.headings[column]
            table.allowColumns([heading])
            guard let assignee = Assignee(heading, units, groups) else {
                let names = groups.flatMap { [$0.code, $0.name.vi] } + units.units.flatMap { [$0.code, $0.name] }
                sink.report(
                    FlowFinding.unknownAssignee, at: table.headingLocation(column), [.found: .text(heading)],
                    suggestion: Spelling.closest(to: heading, among: names))
                continue
            }
            if let other = found.first(where: { $0.assignee == assignee }) {
                sink.report(
                    FlowFinding.repeatedAssignee, at: table.headingLocation(column),
                    [.found: .text(heading), .first: .location(table.headingLocation(other.column))])
                continue
            }
            found.append((assignee, column))
        }
        return found
    }

    private func cell(_ row: TableRow<FlowFinding>, _ column: Int, of node: Int) -> AssignmentCell? {
        guard let word = row.text(column) else { return nil }
        if let cell = AssignmentCell(word: word) { return cell }
        guard word.contains(where: { $0.isNumber }) else {
            row.fail(
                .unknownAssignment, at: column, [.found: .text(word), .expected: .names(AssignmentCell.words)])
            return nil
        }
        guard let leaf = set.criteria[node].leaf else {
            row.fail(.targetOfWhole, at: column, [.found: .text(word)])
            return nil
        }
        return row.decimal(column, isPercent: leaf.measures.first?.metrics.first?.kind == .percent).map { .target($0) }
    }

    // MARK: - What follows for units

    private func assignments(_ matrix: Matrix) -> [Int: UnitAssignment] {
        let ofUnits = Dictionary(
            matrix.columns.compactMap { entry -> (Int, Int)? in
                if case .unit(let unit) = entry.assignee { (unit, entry.column) } else { nil }
            }, uniquingKeysWith: { first, _ in first })
        let ofGroups = Dictionary(
            matrix.columns.compactMap { entry -> (String, Int)? in
                if case .group(let group) = entry.assignee { (group, entry.column) } else { nil }
            }, uniquingKeysWith: { first, _ in first })
        var assignments: [Int: UnitAssignment] = [:]
        var assigned: Set<Int> = []
        var told: Set<Location> = []
        for (position, unit) in units.units.enumerated() {
            let columns = [ofUnits[position], unit.group.flatMap { ofGroups[$0] }].compactMap { $0 }
            let own = criteria.criteria(for: unit.scored).set.criteria
            var assignment = UnitAssignment()
            var hasAny = false
            for (node, criterion) in own.enumerated() {
                // What is not of its level nobody could assign to it.
                guard let leaf = criterion.leaf, leaf.levels.contains(unit.level) else { continue }
                guard !columns.isEmpty, let row = nearestRow(above: node, matrix) else {
                    hasAny = true
                    assigned.insert(node)
                    continue
                }
                let found = columns.lazy.compactMap { matrix.rows[row]?[$0] }.first
                switch found?.cell {
                case nil, .notAssigned?: assignment.notAssigned.insert(node)
                case .assigned?: break
                case .target(let target)?:
                    guard let fault = leaf.fault(ofOwnTarget: target) else {
                        assignment.targets[node] = target
                        break
                    }
                    guard let place = found?.place else { break }
                    // One cell is told once, and concerns all whose it is.
                    sink.spoil(unit.code)
                    guard told.insert(place).inserted else { break }
                    sink.report(
                        fault == .impossible ? FlowFinding.targetImpossible : .targetNotUsed, at: place,
                        unit: unit.code, [.criterion: .text(set.criteria[row].code), .found: .number(target)])
                }
                if !assignment.notAssigned.contains(node) {
                    hasAny = true
                    assigned.insert(node)
                }
            }
            if !hasAny {
                sink.report(FlowFinding.nothingAssigned, at: units.location(position), unit: unit.code)
            }
            if !assignment.isPlain { assignments[position] = assignment }
        }
        reportUnassigned(matrix, assigned)
        return assignments
    }

    /// The node itself or the nearest above it that a row is about.
    private func nearestRow(above node: Int, _ matrix: Matrix) -> Int? {
        ([node] + set.ancestors(of: node)).first { matrix.rows[$0] != nil }
    }

    /// Reports rows by which a criterion is assigned to nobody.
    private func reportUnassigned(_ matrix: Matrix, _ assigned: Set<Int>) {
        let everyone = units.units.indices.allSatisfy { unit in
            matrix.columns.contains {
                switch $0.assignee {
                case .unit(let own): own == unit
                case .group(let group): units.units[unit].group == group
                }
            }
        }
        guard everyone else { return }
        for (node, place) in matrix.rowPlaces.sorted(by: { $0.key < $1.key })
        where set.criteria[node].leaf != nil && !assigned.contains(node) {
            sink.report(FlowFinding.assignedToNobody, at: place, [.criterion: .text(set.criteria[node].code)])
        }
    }
}
