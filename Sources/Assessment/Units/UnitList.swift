import Scoring
import Tables
import Values

/// The units of an assessment while its tables are being read.
struct UnitList {
    private(set) var units: [Unit] = []
    private(set) var locations: [Location] = []
    /// The positions of units by code.
    private(set) var positions: [String: Int] = [:]
    /// Units whose rows contain errors: they are kept, so that their figures are checked too, but their level and group
    /// are only placeholders.
    private(set) var unsound: Set<Int> = []

    /// The codes, in the order of the units.
    var codes: [String] { units.map(\.code) }

    /// The position of the unit with a code.
    func position(of code: String) -> Int? { positions[code] }

    /// Some of the units only, in the specified order.
    func narrowed(to kept: [Int]) -> UnitList {
        var list = UnitList()
        for position in kept {
            list.append(units[position], at: locations[position], isSound: !unsound.contains(position))
        }
        return list
    }

    private init() {}

    init(_ units: [Unit]) {
        for unit in units { append(unit, at: Location(file: ""), isSound: true) }
    }

    private mutating func append(_ unit: Unit, at location: Location, isSound: Bool) {
        if !isSound { unsound.insert(units.count) }
        positions[unit.code] = units.count
        units.append(unit)
        locations.append(location)
    }

    /// Reads the table of units.
    init(reading table: inout Table, levels: [Level], groups: [Group], into sink: FindingSink) {
        let code = table.requiredColumn(ColumnNames.code)
        let name = table.requiredColumn(ColumnNames.name)
        let level = table.requiredColumn(ColumnNames.level)
        let parent = table.optionalColumn(ColumnNames.parent)
        // Where there are groups, a unit without one would be in no ranking.
        let group = groups.isEmpty ? table.optionalColumn(ColumnNames.group) : table.requiredColumn(ColumnNames.group)
        let successorOf = table.optionalColumn(ColumnNames.successorOf)
        table.reportUnknownColumns(but: ColumnNames.note, ColumnNames.ordinal)
        sink.add(findingsOf: table, unit: code) { _ in true }
        guard let code, let name, let level, let someLevel = levels.first else { return }
        let levelNames = levels.map { ($0.code, $0.name.vi) }
        let groupNames = groups.map { ($0.code, $0.name.vi) }
        let row = TableRow<AssessmentFinding>(table, into: sink, isStrict: true)
        var parents: [(unit: Int, location: Location)] = []
        while row.next() {
            guard let unit = row.requiredText(code) else { continue }
            row.subject.unit = unit
            if let first = positions[unit] {
                row.report(.duplicateUnit, at: code, [.first: .location(locations[first])])
                continue
            }
            let unitName = row.requiredText(name)
            let unitLevel = row.requiredName(level, among: levelNames, orElse: .unknownLevel)
            let unitGroup = group.flatMap { group in
                groups.isEmpty && row.isBlank(group)
                    ? nil : row.requiredName(group, among: groupNames, orElse: .unknownGroup)
            }
            if let parent, row.isSound { parents.append((units.count, row.location(parent))) }
            append(
                Unit(
                    code: unit, name: unitName ?? unit, level: unitLevel ?? someLevel.code, parent: row.text(parent),
                    group: unitGroup, successorOf: row.texts(successorOf)), at: row.location(code), isSound: row.isSound
            )
        }
        for (unit, location) in parents {
            guard let parent = units[unit].parent, positions[parent] == nil else { continue }
            sink.report(
                AssessmentFinding.unknownParent, at: location, unit: units[unit].code, [.found: .text(parent)],
                suggestion: Spelling.closest(to: parent, among: codes))
        }
        if units.isEmpty, !sink.isFatal {
            sink.report(AssessmentFinding.noUnits, at: Location(file: table.file, isTable: true))
        }
    }
}

extension TableRow<AssessmentFinding> {
    /// The code of what a required cell names by code or name; reports a finding with a suggestion when it names
    /// nothing known.
    fileprivate func requiredName(
        _ column: Int, among known: [(code: String, name: String)], orElse code: AssessmentFinding
    ) -> String? {
        guard let word = requiredText(column) else { return nil }
        // Most tables have codes: names are folded only where the word is none.
        if known.contains(where: { $0.code == word }) { return word }
        let key = VietnameseText.folded(word)
        if let found = known.first(where: { VietnameseText.folded($0.name) == key }) { return found.code }
        fail(
            code, at: column, [.found: .text(word), .expected: .names(known.map(\.code))],
            suggestion: Spelling.closest(to: word, among: known.flatMap { [$0.code, $0.name] }))
        return nil
    }
}
