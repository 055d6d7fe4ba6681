package import Scoring
internal import Survey
internal import Tables
package import Values

/// The units with which a new assessment begins, read from a list as offices keep it.
///
/// A list of names is enough: codes are made from the names, a set with one level needs no column for it, and groups are
/// those that the list names.
package struct StartingUnits: Sendable {
    package let units: [Unit]
    package let groups: [Group]

    /// Takes units that are known already.
    package init(units: [Unit], groups: [Group]) { (self.units, self.groups) = (units, groups) }

    /// Reads a list, as text or as a workbook.
    /// - Parameters:
    ///   - levels: the levels of the criteria set.
    ///   - groups: the known groups; those that the list names beside them are added.
    /// - Returns: the units, unless there is an error, and all findings with their places in the list.
    package static func read(
        _ path: String, levels: [Level], groups: [Group]
    ) -> (units: StartingUnits?, findings: [Finding]) {
        let table: Table
        do throws(FindingsError) {
            var options = TableOptions()
            options.headings = KnownHeadings(
                needed: [[nameHeadings]], others: [ColumnNames.code, ColumnNames.level, ColumnNames.group])
            table = try Table(contentsOf: path, options: options)
        } catch {
            return (nil, error.findings)
        }
        var list = UnitRows(table, levels: levels, groups: groups)
        list.read()
        if list.sink.containsError { return (nil, list.sink.findings) }
        return list.checked(levels: levels)
    }

    /// What a list may call the names of its units.
    fileprivate static let nameHeadings =
        ColumnNames.name + ["xã, phường, thị trấn", "xã, phường, đặc khu", "sở, ban, ngành"]
}

/// The rows of a list of units, filled up to those of the assessment's table of units.
private struct UnitRows {
    let sink = FindingSink()
    private var table: Table
    private let levels: [Level]
    private(set) var groups: [Group]
    /// Code, name, level, parent, group, predecessors, sources of figures, whether it is ranked.
    private var rows: [[String]] = []
    /// Where each of them stands in the list.
    private var locations: [Location] = []

    init(_ table: Table, levels: [Level], groups: [Group]) {
        (self.table, self.levels, self.groups) = (table, levels, groups)
    }

    mutating func read() {
        let code = table.optionalColumn(["mã đơn vị", "mã", "unit code", "code", "unit"])
        guard let name = table.requiredColumn(StartingUnits.nameHeadings) else {
            sink.add(findingsOf: table, unit: nil) { _ in true }
            return
        }
        let level =
            levels.count == 1 ? table.optionalColumn(ColumnNames.level) : table.requiredColumn(ColumnNames.level)
        let group = table.optionalColumn(ColumnNames.group)
        let others = [
            table.optionalColumn(ColumnNames.parent), table.optionalColumn(ColumnNames.successorOf),
            table.optionalColumn(ColumnNames.figuresFrom), table.optionalColumn(ColumnNames.ranked),
        ]
        table.reportUnknownColumns(but: ColumnNames.note, ColumnNames.ordinal)
        sink.add(findingsOf: table, unit: nil) { _ in true }
        if levels.count > 1, level == nil { return }
        let row = TableRow<AssessmentFinding>(table, into: sink, isStrict: true)
        while row.next() {
            guard let unitName = row.requiredText(name) else { continue }
            let made = VietnameseText.code(from: unitName)
            let unitLevel = level.map { row.requiredText($0) ?? "" } ?? levels[0].code
            let other = others.map { row.text($0) ?? "" }
            rows.append(
                [
                    code.map { row.requiredText($0) ?? "" } ?? made, unitName, unitLevel, other[0],
                    row.text(group).map { self.group(named: $0) } ?? "",
                ] + other[1...])
            locations.append(row.location(code ?? name))
        }
    }

    /// The code of the group that a text names; a group that nobody knows yet is added.
    private mutating func group(named text: String) -> String {
        let key = VietnameseText.word(text)
        if let known = groups.first(where: { $0.code == text || VietnameseText.word($0.name.vi) == key }) {
            return known.code
        }
        let code = VietnameseText.code(from: text)
        if !groups.contains(where: { $0.code == code }) {
            groups.append(Group(code: code, name: LocalizedText(vi: text)))
        }
        return code
    }

    /// The units, checked as the assessment's own table will be.
    func checked(levels: [Level]) -> (units: StartingUnits?, findings: [Finding]) {
        var writer = CSVWriter(.plain)
        let headings = [
            ColumnNames.code, ColumnNames.name, ColumnNames.level, ColumnNames.parent, ColumnNames.group,
            ColumnNames.successorOf, ColumnNames.figuresFrom, ColumnNames.ranked,
        ]
        writer.writeRow(headings.map { .text($0[0]) })
        for row in rows { writer.writeRow(row.map { .text($0) }) }
        let checked = FindingSink()
        var list: UnitList?
        do throws(FindingsError) {
            var table = try Table(file: table.file, bytes: writer.bytes)
            let named = rows.contains { !$0[4].isEmpty } ? groups : []
            list = UnitList(reading: &table, levels: levels, groups: named, into: checked)
        } catch {
            checked.add(error.findings)
        }
        // What is wrong stands in the list, not in the table made from it.
        let findings =
            sink.findings
            + checked.findings.map { finding in
                var finding = finding
                finding.location = place(finding.location)
                for (key, value) in finding.details {
                    if case .location(let other) = value { finding.details[key] = .location(place(other)) }
                }
                return finding
            }
        guard let list, !findings.containsError else { return (nil, findings) }
        return (StartingUnits(units: list.units, groups: groups), findings)
    }

    private func place(_ location: Location) -> Location {
        guard let line = location.line, locations.indices.contains(line - 2) else { return location }
        return locations[line - 2]
    }
}

extension Unit {
    /// The unit without those that it succeeds: in the period after the merger it is its own predecessor.
    package var withoutPredecessors: Unit {
        Unit(
            code: code, name: name, level: level, parent: parent, group: group,
            successorOf: figuresFrom == .predecessors ? successorOf : [], figuresFrom: figuresFrom, isRanked: isRanked)
    }
}
