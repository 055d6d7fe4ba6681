import Scoring
import Survey
import Tables
import Values

/// The units of an assessment while its tables are being read.
struct UnitList {
    private(set) var units: [Unit] = []
    /// The column of the codes, and the row of each unit; 0 where it is not known.
    private var place = Location(file: "")
    private var rows: [Int] = []
    /// The positions of units by code.
    private(set) var positions: [String: Int] = [:]
    /// Units whose rows contain errors: they are kept, so that their figures are checked too, but their level and group
    /// are only placeholders.
    private(set) var unsound: Set<Int> = []

    /// The places where units name their predecessors.
    private var predecessorLocations: [Int: Location] = [:]
    /// The places that say whose figures are those of units that stand for others.
    private var sourceLocations: [Int: Location] = [:]

    /// The codes, in the order of the units.
    var codes: [String] { units.map { $0.code } }

    /// The units by their names as people write them, made when a text is no code.
    private let names = OnDemand<UnitNames>()

    /// The position of the unit with a code.
    func position(of code: String) -> Int? { positions[code] }

    /// The unit that a text names by its code, or by a name that is its alone.
    func match(_ text: String) -> UnitNames.Match {
        if positions[text] != nil { return .one(text) }
        return names.value { UnitNames(units.map { (code: $0.code, name: $0.name) }) }.match(text)
    }

    /// The code that a text stands for; the text itself where it names no unit, or several.
    func code(of text: String) -> String {
        if case .one(let code) = match(text) { code } else { text }
    }

    /// The positions of the units that bear a name which is not one's alone; nil for any other text.
    func positions(sharing name: String) -> Set<Int>? {
        if case .several(let codes) = match(name) { Set(codes.compactMap { positions[$0] }) } else { nil }
    }

    /// Where a unit stands.
    func location(_ unit: Int) -> Location {
        var place = place
        place.line = rows[unit] > 0 ? rows[unit] : nil
        return place
    }

    /// Where it is said whose figures are those of a unit.
    func sourceLocation(_ unit: Int) -> Location { sourceLocations[unit] ?? location(unit) }

    /// Where a unit names its predecessors.
    func predecessorLocation(_ unit: Int) -> Location { predecessorLocations[unit] ?? location(unit) }

    /// The position of the unit that a text names; nil where it names none or several.
    func position(named text: String) -> Int? {
        if case .one(let code) = match(text) { positions[code] } else { nil }
    }

    /// Some of the units only, in the specified order.
    func narrowed(to kept: [Int]) -> UnitList {
        var list = UnitList()
        list.place = place
        for position in kept {
            list.append(units[position], inRow: rows[position], isSound: !unsound.contains(position))
        }
        return list
    }

    private init() {}

    init(_ units: [Unit]) {
        for unit in units { append(unit, inRow: 0, isSound: true) }
    }

    private mutating func append(_ unit: Unit, inRow row: Int, isSound: Bool) {
        if !isSound { unsound.insert(units.count) }
        positions[unit.code] = units.count
        units.append(unit)
        rows.append(row)
    }

    private mutating func reserveCapacity(_ count: Int) {
        units.reserveCapacity(count)
        rows.reserveCapacity(count)
        positions.reserveCapacity(count)
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
        let figuresFrom = table.optionalColumn(ColumnNames.figuresFrom)
        let ranked = table.optionalColumn(ColumnNames.ranked)
        table.allowColumns(ColumnNames.name)
        table.reportUnknownColumns(but: ColumnNames.note, ColumnNames.ordinal)
        sink.add(findingsOf: table, unit: code) { _ in true }
        guard let code, let name, let level, let someLevel = levels.first else { return }
        let levelNames = levels.map { (code: $0.code, name: $0.name.vi) }
        let groupNames = groups.map { (code: $0.code, name: $0.name.vi) }
        place = Location(file: table.file, column: code + 1, isTable: true, sheet: table.sheet)
        reserveCapacity(table.rowCount)
        let row = TableRow<AssessmentFinding>(table, into: sink, isStrict: true)
        var parents: [(unit: Int, location: Location)] = []
        var others = OfficeRows()
        defer { others.report(for: table, into: sink) }
        while row.next() {
            // What has a level is a unit, whatever its name; the number of that column is no level.
            let word = table.text(row.index, level)
            let isUnit = !word.isEmpty && (!OfficeRow.isNumber(word) || levels.contains { $0.code == word })
            if !isUnit, others.passOver(row.index, of: table, figures: [level]) { continue }
            guard let unit = row.requiredText(code) else { continue }
            row.subject.unit = unit
            if let first = positions[unit] {
                row.report(.duplicateUnit, at: code, [.first: .location(location(first))])
                continue
            }
            let unitName = row.requiredText(name)
            let unitLevel = row.requiredName(level, among: levelNames, orElse: .unknownLevel)
            let unitGroup = group.flatMap { group in
                groups.isEmpty && row.isBlank(group)
                    ? nil : row.requiredName(group, among: groupNames, orElse: .unknownGroup)
            }
            let source = figuresFrom.flatMap {
                row.choice($0, of: Unit.FigureSource.self, orElse: .unknownFigureSource)
            }
            let ranked = ranked.flatMap { row.choice($0, of: RankedWord.self, orElse: .unknownRankedWord) }
            if let parent, row.isSound { parents.append((units.count, row.location(parent))) }
            if row.isSound, !row.isBlank(successorOf) { predecessorLocations[units.count] = row.location(successorOf) }
            if let source {
                let named = source == .predecessors ? successorOf : nil
                sourceLocations[units.count] = row.location(named ?? figuresFrom)
            }
            append(
                Unit(
                    code: unit, name: unitName ?? unit, level: unitLevel ?? someLevel.code, parent: row.text(parent),
                    group: unitGroup, successorOf: row.texts(successorOf), figuresFrom: source,
                    isRanked: ranked?.isRanked ?? true),
                inRow: table.rowNumber(row.index), isSound: row.isSound)
        }
        reportParents(parents, levels: levels.map({ $0.code }), into: sink)
        settlePredecessors(into: sink)
        if units.isEmpty, !sink.isFatal {
            sink.report(AssessmentFinding.noUnits, at: Location(file: table.file, isTable: true))
        }
    }
}

extension Unit {
    /// The unit with the code of its parent.
    fileprivate func under(_ parent: String) -> Unit {
        Unit(
            code: code, name: name, level: level, parent: parent, group: group, successorOf: successorOf,
            figuresFrom: figuresFrom, isRanked: isRanked)
    }

    /// The unit with the codes of its predecessors.
    fileprivate func succeeding(_ predecessors: [String]) -> Unit {
        Unit(
            code: code, name: name, level: level, parent: parent, group: group, successorOf: predecessors,
            figuresFrom: figuresFrom, isRanked: isRanked)
    }
}

/// A word that says whether a unit is ranked.
private struct RankedWord: CellWord {
    static let words = ["có", "không"]
    let isRanked: Bool

    init?(word: String) {
        switch VietnameseText.word(word) {
        case "co", "yes": isRanked = true
        case "khong", "no": isRanked = false
        default: return nil
        }
    }
}

extension Unit.FigureSource: CellWord {
    package static let words = ["đơn vị trực thuộc", "đơn vị kế thừa"]

    /// How tables say it.
    package var word: String { self == .children ? Self.words[0] : Self.words[1] }

    package init?(word: String) {
        switch VietnameseText.word(word) {
        case "don vi truc thuoc", "children": self = .children
        case "don vi ke thua", "predecessors": self = .predecessors
        default: return nil
        }
    }
}

// MARK: - References

extension UnitList {
    /// Reports parents that are no units, that are of a lower level, and units that are above themselves.
    private mutating func reportParents(
        _ parents: [(unit: Int, location: Location)], levels: [String], into sink: FindingSink
    ) {
        if parents.isEmpty { return }
        let above = units.map { unit in unit.parent.flatMap(position(named:)) }
        let circles = Self.circles(in: above)
        let inCircle = Set(circles.joined())
        for (unit, location) in parents {
            guard let parent = units[unit].parent else { continue }
            guard let position = above[unit] else {
                if case .several(let codes) = match(parent) {
                    sink.report(
                        AssessmentFinding.ambiguousUnit, at: location, unit: units[unit].code,
                        [.found: .text(parent), .expected: .names(codes)])
                    continue
                }
                sink.report(
                    AssessmentFinding.unknownParent, at: location, unit: units[unit].code,
                    [.found: .text(parent)].with(TextHistory(ofCode: parent, among: codes)),
                    suggestion: TextHistory(ofCode: parent, among: codes)?.original
                        ?? Spelling.closest(to: parent, among: codes))
                continue
            }
            if parent != units[position].code { units[unit] = units[unit].under(units[position].code) }
            if let circle = circles.first(where: { $0[0] == unit }) {
                // What is summed over a district and its communes has no meaning for any of them.
                sink.report(
                    AssessmentFinding.parentCircle, at: location,
                    [.found: .names((circle + [unit]).map { units[$0].code })])
            }
            guard !inCircle.contains(unit), !unsound.contains(unit), !unsound.contains(position),
                let own = levels.firstIndex(of: units[unit].level),
                let upper = levels.firstIndex(of: units[position].level), upper > own
            else { continue }
            sink.report(
                AssessmentFinding.parentOfLowerLevel, at: location, unit: units[unit].code,
                [.found: .text(parent), .other: .text(units[position].level), .expected: .text(units[unit].level)])
        }
    }

    /// The circles among units that each have at most one parent, each from its first unit upwards.
    ///
    /// Complexity: O(units).
    private static func circles(in above: [Int?]) -> [[Int]] {
        // The walk in which a unit was first seen, from 1.
        var walks = Array(repeating: 0, count: above.count)
        var circles: [[Int]] = []
        for start in above.indices where walks[start] == 0 {
            var path: [Int] = []
            var next: Int? = start
            while let unit = next, walks[unit] == 0 {
                walks[unit] = start + 1
                path.append(unit)
                next = above[unit]
            }
            guard let unit = next, walks[unit] == start + 1, let begin = path.firstIndex(of: unit) else { continue }
            let circle = path[begin...]
            let first = circle.indices.min { circle[$0] < circle[$1] } ?? begin
            circles.append(Array(path[first...] + path[begin..<first]))
        }
        return circles
    }

    /// Makes each predecessor stand once, and gives those whose figures are taken their codes: of these, every one must be
    /// in this table, or the figures of some would be taken for the figures of all.
    private mutating func settlePredecessors(into sink: FindingSink) {
        for (unit, location) in predecessorLocations.sorted(by: { $0.key < $1.key }) {
            var predecessors: [String] = []
            for text in units[unit].successorOf {
                var predecessor = text
                if units[unit].figuresFrom == .predecessors {
                    if let known = predecessorCode(text, of: unit, at: location, orElse: .unknownPooledUnit, into: sink)
                    {
                        predecessor = known
                    }
                }
                if !predecessors.contains(predecessor) {
                    predecessors.append(predecessor)
                } else {
                    sink.report(
                        AssessmentFinding.repeatedPredecessor, at: location, unit: units[unit].code,
                        [.found: .text(text)])
                }
            }
            units[unit] = units[unit].succeeding(predecessors)
        }
    }

    /// The code of the unit that a text names as a predecessor of a unit of this table or another; reports a text that
    /// names none or several.
    private func predecessorCode(
        _ text: String, of unit: Int, at location: Location, orElse code: AssessmentFinding, into sink: FindingSink,
        in other: UnitList? = nil
    ) -> String? {
        let table = other ?? self
        switch table.match(text) {
        case .one(let code): return code
        case .several(let codes):
            sink.report(
                AssessmentFinding.ambiguousUnit, at: location, unit: units[unit].code,
                [.found: .text(text), .expected: .names(codes)])
        case .none:
            let history = TextHistory(ofCode: text, among: table.codes)
            sink.report(
                code, at: location, unit: units[unit].code, [.found: .text(text)].with(history),
                suggestion: history?.original ?? Spelling.closest(to: text, among: table.codes))
        }
        return nil
    }

    /// Reports predecessors that last year's table has neither as units nor as predecessors of units.
    func reportPredecessors(before last: UnitList, into sink: FindingSink) {
        let earlier = Set(last.units.flatMap { $0.successorOf })
        for (unit, location) in predecessorLocations.sorted(by: { $0.key < $1.key }) {
            for text in units[unit].successorOf where !earlier.contains(text) {
                _ = predecessorCode(text, of: unit, at: location, orElse: .unknownPredecessor, into: sink, in: last)
            }
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
        let key = VietnameseText.word(word)
        if let found = known.first(where: { VietnameseText.word($0.name) == key }) { return found.code }
        fail(
            code, at: column, [.found: .text(word), .expected: .names(known.map { $0.code })],
            suggestion: Spelling.closest(to: word, among: known.flatMap { [$0.code, $0.name] }))
        return nil
    }
}
