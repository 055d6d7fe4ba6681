internal import Assessment
internal import Documents
internal import Scoring
internal import Values
internal import Words

/// A unit's scores and its place, as they are or with other figures.
struct UnitState: Sendable {
    let score: UnitScore
    let rank: GroupRank?

    func write(to record: inout RecordWriter) {
        let total = score.total
        record.values([
            "points": .number(total.points), "maximum": .number(total.maximum), "index": .number(score.index),
            "coverage": .number(score.coverage), "unmeasured": .number(total.unmeasured),
            "class": .text(score.classification?.unitClass?.code),
            "rank": .number(rank?.rank.decimal), "ranked": .count(rank?.count), "tied": .count(rank?.tied),
        ])
    }
}

extension Assessment {
    /// A unit's scores, and its place among those of a scope.
    func state(of unit: Int, among scope: RankScope) -> UnitState {
        UnitState(score: scores[unit], rank: scores.groupRank(of: unit, among: units(among: scope, as: unit)))
    }
}

extension GroupRank? {
    var hasOthers: Bool { (self?.count ?? 0) > 1 }
}

extension Column<GroupRank> {
    static func fraction(_ scope: RankScope) -> Column {
        .phrase("", scope.placeTitle, .trailing.blank("–")) { $0.fraction }
    }
    static var place: Column { .decimal("rank", .placeInGroup) { $0.rank.decimal } }
}

extension Column<Unit> {
    /// The columns that name the one unit of a table.
    static func of<Line>(_ unit: Unit) -> [Column<Line>] { [Column.code, .name].map { $0.on { _ in unit } } }
}

/// What a unit has in each of several states.
struct StateRow: Sendable {
    let title: Phrase
    var values: [Value]
    /// What the last state has more than the first.
    var change = Value.none
    var isStrong = false

    /// Points, index, class and place in a scope; in full, also coverage and how far the place moves.
    static func rows(of states: [UnitState], isFull: Bool, among scope: RankScope) -> [StateRow] {
        let (set, first, last) = (states[0].score.criteriaSet, states[0], states[states.count - 1])
        func row(_ title: Phrase, _ look: NumberLook, _ number: (UnitScore) -> FixedDecimal?) -> StateRow {
            let change = number(first.score).flatMap { before in number(last.score).map { $0 - before } }
            return StateRow(
                title: title, values: states.map { .number(number($0.score), look: look) },
                change: .number(change, look: .signed(digits: look.digits)))
        }
        let digits = set.rounding.points.digits
        var rows = [
            row(.points, NumberLook(digits: digits)) { $0.total.points },
            row(.index, NumberLook(digits: set.rounding.index.digits)) { $0.index },
        ]
        rows[0].values = states.map { $0.score.total }.map { total in
            .phrase(Phrase("\(total.points, digits: digits)/\(total.maximum, digits: digits)"))
        }
        if isFull { rows.append(row(.coverage, .percent) { $0.coverage }) }
        if !set.classSchemes.isEmpty {
            let classes = states.map { $0.score.classification?.unitClass.map { Phrase($0.name) } ?? .noClass }
            rows.append(StateRow(title: .unitClass, values: classes.map { .phrase($0) }))
        }
        if states.contains(where: { $0.rank.hasOthers }) {
            let movement = isFull ? WhatIfWords.movement(from: first.rank, to: last.rank) : nil
            let places = states.map { Value.phrase($0.rank.phrase) }
            rows.append(StateRow(title: scope.placeTitle, values: places, change: .phrase(movement)))
        }
        return rows
    }

    /// A column for each state, and one for the change where it has a title.
    static func columns(_ titles: [Phrase], change: Phrase?) -> [Column<StateRow>] {
        let states = titles.enumerated().map { position, title in
            Column<StateRow>(title, .trailing.blank("–")) { $0.values[position] }
        }
        let changes = change.map { [Column<StateRow>($0, .trailing) { $0.change }] } ?? []
        return [.phrase("", .none) { $0.title }] + states + changes
    }
}
