import Values

/// One unit of a scored table, on which changes are tried.
///
/// The figures of all other units stay; ranks and classes are those among them. Where rules measure units against each
/// other, a change moves the points of others too, and all are scored again. Where people gave points, a changed
/// figure frees its criterion, and the nodes above it, from them; unchanged criteria keep theirs.
public struct WhatIf: Sendable {
    /// The current scores.
    public let table: ScoreTable
    /// The position of the unit.
    public let unit: Int
    /// The other ranked units among which it has its places.
    let others: RankedOthers
    /// The units among which it has its places; nil for those of its group.
    private let units: [Int]?
    /// The unit's scores in a table of its own, which is cheap to score again; the whole table where classes depend on
    /// all units.
    private let own: (table: ScoreTable, unit: Int)
    let places: MetricPositions

    /// Takes a unit, which has its places in its group, or among the units at some positions. Traps out of bounds.
    ///
    /// Complexity: O(n·log n) for a group of n.
    public init(_ table: ScoreTable, unit: Int, among units: [Int]? = nil) {
        precondition(table.units.indices.contains(unit), "no such unit")
        self.table = table
        self.unit = unit
        self.units = units
        others = RankedOthers(table, than: unit, among: units)
        own = table.storage.hasSharedClasses ? (table, unit) : (table.alone(unit), 0)
        places = MetricPositions(table[unit].criteriaSet)
    }

    /// The unit's place without any change; nil when it is not ranked.
    package var rank: GroupRank? { others.rank(of: table[unit]) }

    /// The effect of a scenario on the unit's points.
    ///
    /// - Throws: ``ScenarioError`` with everything that is wrong with the scenario.
    /// - Complexity: that of scoring the unit once; of all units where classes are parts of them, or it changes a figure
    ///   that others are measured against.
    public func replay(_ scenario: Scenario) throws(ScenarioError) -> ScenarioReplay {
        let (after, changes, freed) = try rescored(own.table, unit: own.unit, after: scenario)
        let faults = { (score: ScoreTable) in Set(score.issues.filter { $0.unit == own.unit }) }
        let new = faults(after).subtracting(faults(own.table))
        let contradictions = changes.enumerated().compactMap { position, change in
            new.first { $0.measure == change.measure }.map { issue in
                ScenarioFault(
                    .cannotBeScored, change: position,
                    [.metric: .text(change.metric.code), .fault: .code(issue.fault.rawValue)])
            }
        }
        if !contradictions.isEmpty { throw ScenarioError(faults: contradictions) }
        var others = others
        if movesOthers(changes) {
            let isWhole = own.table.storage === table.storage
            others = self.others(in: isWhole ? after : try rescored(table, unit: unit, after: scenario).table)
        }
        return ScenarioReplay(
            scenario: scenario, changes: changes, freed: freed, before: table[unit], after: after[own.unit],
            rankBefore: rank, rankAfter: others.rank(of: after[own.unit]))
    }

    /// All units, with the unit's figures changed by a scenario: what comes next can start from there.
    ///
    /// - Throws: ``ScenarioError``, as ``replay(_:)``.
    /// - Complexity: that of scoring all units.
    package func table(after scenario: Scenario) throws(ScenarioError) -> ScoreTable {
        _ = try replay(scenario)
        return try rescored(table, unit: unit, after: scenario).table
    }

    /// A table with the figures that a scenario gives a unit of it, what changed, and the given points that no longer
    /// stand.
    private func rescored(
        _ table: ScoreTable, unit: Int, after scenario: Scenario
    ) throws(ScenarioError) -> (table: ScoreTable, changes: [FigureChange], freed: [FreedPoints]) {
        let columns = table.storage.columns
        let (figures, changes) = try scenario.applied(
            to: columns.figures, unit: unit, level: table.units[unit].level, places)
        var standing = columns.standing
        let changed = changes.filter { $0.before != $0.after }.map { $0.criterion }
        let freed = standing.free(changed, unit: unit, in: table.criteria.set)
        let moved = Set(changes.compactMap { figures.column(of: $0.metric.code) })
        return (table.rescored(with: figures, in: moved, of: unit, standing: standing), changes, freed)
    }

    /// The other units with the scores that they have once the unit has others.
    func others(in after: ScoreTable) -> RankedOthers { RankedOthers(after, than: unit, among: units) }

    /// Whether a changed figure is one that other units are measured against.
    private func movesOthers(_ changes: [FigureChange]) -> Bool {
        table.criteria.relatives.contains { relative in
            let metric = table.criteria.metrics[relative.column]
            return changes.contains { $0.metric.code == metric && $0.before != $0.after }
        }
    }
}

extension ScoreTable {
    /// The scores of one unit in a table of its own, compared with the same units as before.
    fileprivate func alone(_ unit: Int) -> ScoreTable {
        let columns = storage.columns
        var figures = criteria.emptyFigures(unitCount: 1)
        for column in figures.metrics.indices { figures[0, column] = columns.figures[unit, column] }
        let before = columns.lastYear.map { LastYear(figures: $0.figures, units: [$0.units[unit]]) }
        let peers = columns.scales.map { ($0, [columns.positions?[unit] ?? unit]) }
        guard let scores = try? criteria.score(figures, units: [units[unit]], lastYear: before, amid: peers) else {
            preconditionFailure("a unit that was scored can be scored")
        }
        return scores.with(columns.standing.narrowed(to: [unit]))
    }
}

/// The effect of a scenario on a unit's points.
public struct ScenarioReplay: Sendable {
    /// The scenario.
    public let scenario: Scenario
    /// What it changed.
    public let changes: [FigureChange]
    /// The given points that no longer stand, because the figures of their criteria changed; in tree order.
    public let freed: [FreedPoints]
    /// The unit's scores without it.
    public let before: UnitScore
    /// The unit's scores with it.
    public let after: UnitScore
    /// The unit's place in its group without it; nil when it is not ranked.
    public let rankBefore: GroupRank?
    /// The unit's place in its group with it.
    public let rankAfter: GroupRank?
}
