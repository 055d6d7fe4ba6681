internal import Assessment
internal import Documents
internal import Scoring
internal import Values
internal import Words

/// Which units a report of many shows. What is said of all of them, such as means and places, stays that of all.
public struct UnitSelection: Sendable {
    /// The code of the only group, parent or level; nil for all.
    public var only: String?
    /// So many first units of each group, by what the report is about; nil for all.
    public var top: Int?

    /// All units.
    public init() {}

    /// That only some units are shown, for a cell of every row; nil where all are.
    var notice: Phrase? { top.map(UnitWords.firstInShort) }

    func write(to record: inout RecordWriter) {
        if only == nil, top == nil { return }
        record.record("selection") { $0.values(["only": .text(only), "top": .count(top)]) }
    }
}

/// Units that have their places among each other, and those of them that a report shows.
struct UnitPart: Sendable {
    /// The code of their group, level or parent; nil where they have none.
    let key: String?
    /// The positions of all of them.
    let members: [Int]
    /// The positions of those shown, in the order in which they are shown.
    let shown: [Int]
    /// Of how many they are the first.
    var choice: Int?

    /// That only the first are shown; nil where all are.
    func remark(_ order: UnitOrder) -> Phrase? {
        choice.flatMap { $0 == shown.count ? nil : UnitWords.first(shown.count, of: $0, order) }
    }
}

extension Assessment {
    /// The parts that a selection shows, of all units or of some.
    ///
    /// - Parameter first: puts the units of a part in order, where only the first of them are shown.
    func parts(
        by scope: RankScope, _ selection: UnitSelection, of chosen: [Int]? = nil, first: ([Int]) -> [Int]
    ) -> [UnitPart] {
        let kept = chosen.map(Set.init)
        return parts(by: scope).compactMap { key, units in
            if let only = selection.only, scope != .all, key != only { return nil }
            let members = kept.map { kept in units.filter(kept.contains) } ?? units
            if members.isEmpty { return nil }
            // Among all units, those of one group may be asked for.
            let isOfGroup = scope == .all && selection.only != nil
            let chosen = isOfGroup ? members.filter { self.units[$0].group == selection.only } : members
            let shown = selection.top.map { Array(first(chosen).prefix($0)) } ?? chosen
            return UnitPart(key: key, members: members, shown: shown, choice: chosen.count)
        }
    }

    /// Units by a number, the greatest first; equal ones in their order.
    static func byGreatest(_ units: [Int], _ number: (Int) -> FixedDecimal) -> [Int] {
        let numbers = units.map(number)
        return units.indices.sorted { (numbers[$1], $0) < (numbers[$0], $1) }.map { units[$0] }
    }

    /// Units by their place, the best first; those without a place last.
    func byPlace(_ units: [Int]) -> [Int] {
        let ranking = Ranking(scores, units: units)
        return ranking.places.map { $0.unit } + ranking.absences.map { $0.unit }
    }
}
