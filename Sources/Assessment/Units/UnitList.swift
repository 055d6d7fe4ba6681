import Scoring
import Tables
import Values

/// The units of an assessment while its tables are read.
struct UnitList {
    private(set) var units: [Unit] = []
    private(set) var places: [Place] = []
    private var positions: [String: Int] = [:]
    /// Units whose rows hold an error: they stay, so that their figures are checked too, but what is said of their
    /// level and group is no more than a stand-in.
    private(set) var unsound: Set<Int> = []

    /// The position of a unit's code.
    func position(of code: String) -> Int? {
        positions[code]
    }

    /// The code that may be meant by one that no unit has.
    func suggestion(for code: String) -> String? {
        Spelling.closest(to: code, among: units.map(\.code))
    }

    /// Some of the units alone, in the given order.
    func narrowed(to kept: [Int]) -> UnitList {
        var list = self
        list.units = kept.map { units[$0] }
        list.places = kept.map { places[$0] }
        list.positions = Dictionary(
            list.units.enumerated().map { ($0.element.code, $0.offset) }, uniquingKeysWith: { first, _ in first })
        list.unsound = Set(kept.indices.filter { unsound.contains(kept[$0]) })
        return list
    }

    /// Reads the table of units.
    init(reading table: inout Table, levels: [Level], groups: [Group], into sink: inout FindingSink) {
        let code = table.requiredColumn(ColumnNames.code)
        let name = table.requiredColumn(ColumnNames.name)
        let level = table.requiredColumn(ColumnNames.level)
        let parent = table.optionalColumn(ColumnNames.parent)
        // Where there are groups, a unit without one would stand in no ranking.
        let group = groups.isEmpty ? table.optionalColumn(ColumnNames.group) : table.requiredColumn(ColumnNames.group)
        let successorOf = table.optionalColumn(ColumnNames.successorOf)
        _ = table.optionalColumn(ColumnNames.note)
        _ = table.optionalColumn(ColumnNames.ordinal)
        table.reportUnknownColumns()
        sink.add(findingsOf: table, unit: code) { _ in true }
        guard let code, let name, let level, let someLevel = levels.first else { return }
        var parents: [(unit: Int, row: Int)] = []
        for row in 0..<table.rowCount {
            var isSound = !table.isBroken(row)
            func text(_ column: Int?) -> String? {
                guard let column, !table.isBlank(row, column) else { return nil }
                return table.text(row, column)
            }
            guard let unitCode = text(code) else {
                if !isSound { continue }
                sink.report(.blankCell, at: table.place(row, code), [.key: .text(table.headings[code])])
                continue
            }
            if let first = positions[unitCode] {
                sink.report(
                    .duplicateUnit, at: table.place(row, code), unit: unitCode,
                    [.first: .text(places[first].description)])
                continue
            }
            let unitName = text(name)
            if isSound, unitName == nil {
                sink.report(.blankCell, at: table.place(row, name), unit: unitCode, [.key: .text(table.headings[name])])
                isSound = false
            }
            let levelText = text(level) ?? ""
            let unitLevel = levels.first { $0.isMeant(by: levelText) }
            if isSound, levelText.isEmpty {
                sink.report(
                    .blankCell, at: table.place(row, level), unit: unitCode, [.key: .text(table.headings[level])])
                isSound = false
            } else if isSound, unitLevel == nil {
                let details: FindingDetails = [.found: .text(levelText), .expected: .names(levels.map(\.code))]
                sink.report(
                    .unknownLevel, at: table.place(row, level), unit: unitCode, details,
                    suggestion: Spelling.closest(to: levelText, among: levels.flatMap { [$0.code, $0.name.vi] }))
                isSound = false
            }
            var unitGroup: String?
            if let group, let groupText = text(group) {
                unitGroup =
                    groups.first {
                        $0.code == groupText || VietnameseText.folded($0.name.vi) == VietnameseText.folded(groupText)
                    }?.code
                if isSound, unitGroup == nil {
                    let details: FindingDetails = [.found: .text(groupText), .expected: .names(groups.map(\.code))]
                    sink.report(
                        .unknownGroup, at: table.place(row, group), unit: unitCode, details,
                        suggestion: Spelling.closest(to: groupText, among: groups.flatMap { [$0.code, $0.name.vi] }))
                    isSound = false
                }
            } else if let group, isSound, !groups.isEmpty {
                sink.report(
                    .blankCell, at: table.place(row, group), unit: unitCode, [.key: .text(table.headings[group])])
                isSound = false
            }
            if !isSound { unsound.insert(units.count) }
            positions[unitCode] = units.count
            if parent != nil, isSound { parents.append((units.count, row)) }
            places.append(table.place(row, code))
            units.append(
                Unit(
                    code: unitCode, name: unitName ?? unitCode, level: (unitLevel ?? someLevel).code,
                    parent: text(parent), group: unitGroup, successorOf: text(successorOf).map(Self.codes) ?? []))
        }
        for (unit, row) in parents {
            guard let parentCode = units[unit].parent, positions[parentCode] == nil, let parent else { continue }
            var details: FindingDetails = [.found: .text(parentCode)]
            details[.suggestion] = (suggestion(for: parentCode)).map { .text($0) }
            sink.report(.unknownParent, at: table.place(row, parent), unit: units[unit].code, details)
        }
        if units.isEmpty, !sink.isFatal { sink.report(.noUnits, at: Place(file: table.file, isTable: true)) }
    }

    /// The codes in a cell that lists several: `xa-1, xa-2`.
    private static func codes(in list: String) -> [String] {
        list.split { $0 == "," || $0 == ";" }.map { part in
            String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }.filter { !$0.isEmpty }
    }
}

extension Level {
    /// Whether a cell means this level: its code or its name.
    fileprivate func isMeant(by text: String) -> Bool {
        text == code || (!text.isEmpty && VietnameseText.folded(text) == VietnameseText.folded(name.vi))
    }
}
