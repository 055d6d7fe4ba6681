internal import Scoring
internal import Values

/// The data of a page, compiled and scored.
struct OpenPage {
    /// What is known of other units.
    enum Peers: String, CaseIterable {
        case none, totals, all
    }

    /// A unit of the page.
    struct Shown {
        let code: String
        /// The scores of all units whose figures are compared with its own, or of the unit alone.
        let table: ScoreTable
        /// Its position in the table.
        let position: Int
        /// The positions of the units with which it has places; nil where only their totals are known.
        let among: [Int]?
        /// Made when it is first asked about.
        var trial: WhatIf?
        /// How its leaves came about without any edit, by their positions; empty until somebody asks.
        var explanations: [Int: LeafExplanation] = [:]
    }

    let year: Int
    let stage: String
    let stages: [String]
    let among: String
    let peers: Peers
    let criteria: CompiledCriteria
    /// The shown units, in their order.
    private(set) var shown: [Shown]
    private let positions: [String: Int]
    /// Whether points of some leaf may go to others.
    private let sharesPoints: Bool
    let unitCount: Int
    let heldCount: Int
    let actions: [PlannedAction]

    var set: CriteriaSet { criteria.set }
    /// Whether scales stay as they are because not all figures are at hand.
    var holdsScales: Bool { peers != .all && criteria.hasRelativeMeasures }
    /// Whether classes depend on units of which nothing is known.
    var lacksClasses: Bool { peers == .none && set.hasSharedClasses }

    init(_ input: PageInput) throws(Refusal) {
        (year, stage, stages) = (input.criteria.year, input.stage, input.stages)
        (among, peers, actions) = (input.among, input.peers, input.actions)
        (unitCount, heldCount) = (input.units.count, input.others.count)
        criteria = input.criteria
        sharesPoints = input.criteria.set.metrics.contains { !($0.zeroDenominator?.siblings.isEmpty ?? true) }
        shown = input.peers == .all ? try Self.together(input) : try Self.apart(input)
        positions = Dictionary(firstOf: shown.enumerated().map { ($0.element.code, $0.offset) })
    }

    /// Every unit in one table.
    private static func together(_ input: PageInput) throws(Refusal) -> [Shown] {
        let units = input.units
        let lastYear = LastYear.of(units, in: input)
        guard
            let scores = try? input.criteria.score(
                input.figures(of: units), units: units.map { $0.scored }, lastYear: lastYear)
        else { throw .request([]) }
        let given = units.enumerated().flatMap { unit, entry in entry.given.map { $0.points(of: unit) } }
        let table = scores.points(at: input.stagePosition, given: given)
        var pools: [Int: [Int]] = [:]
        for (position, unit) in units.enumerated() { pools[unit.pool, default: []].append(position) }
        return units.enumerated().filter { $0.element.isShown }.map { position, unit in
            Shown(code: unit.scored.code, table: table, position: position, among: pools[unit.pool])
        }
    }

    /// Every unit in a table of its own, beside what is held of the others.
    private static func apart(_ input: PageInput) throws(Refusal) -> [Shown] {
        var shown: [Shown] = []
        for unit in input.units {
            let others = input.others.filter { $0.code != unit.scored.code }
            let held = HeldPeers(
                ranked: others.filter { $0.pool == unit.pool }.map { $0.unit },
                classed: input.peers == .none ? nil : others.map { $0.unit }, scales: unit.scales)
            guard
                let scores = try? input.criteria.score(
                    input.figures(of: [unit]), unit: unit.scored, lastYear: LastYear.of([unit], in: input), beside: held
                )
            else { throw .request([]) }
            let table = scores.points(at: input.stagePosition, given: unit.given.map { $0.points(of: 0) })
            shown.append(Shown(code: unit.scored.code, table: table, position: 0, among: nil))
        }
        return shown
    }

    /// The position of a shown unit.
    func position(of code: String) throws(Refusal) -> Int {
        guard let position = positions[code] else { throw .unknownUnit(code) }
        return position
    }

    /// A unit on which changes are tried.
    mutating func trial(_ position: Int) -> WhatIf {
        if let trial = shown[position].trial { return trial }
        let unit = shown[position]
        let trial = WhatIf(unit.table, unit: unit.position, among: unit.among)
        shown[position].trial = trial
        return trial
    }

    /// How the leaves of a unit came about, by their positions, once some figures are changed. What no change can have
    /// moved is explained once.
    mutating func explanations(
        of score: UnitScore, at position: Int, after changes: [FigureChange]
    ) -> [Int: LeafExplanation] {
        let unit = shown[position]
        let before = unit.table[unit.position]
        if unit.explanations.isEmpty {
            shown[position].explanations = Dictionary(
                firstOf: before.explanations.map { ($0.criterion, $0.explanation) })
        }
        var found = shown[position].explanations
        if changes.isEmpty { return found }
        let changed = Set(changes.compactMap { change in criteria.metrics.firstIndex(of: change.metric.code) })
        for leaf in criteria.criteria(for: unit.table.units[unit.position]).leaves where found[leaf.criterion] != nil {
            let node = leaf.criterion
            let isMoved = leaf.measures.contains { measure in
                measure.quantity.figures.contains { changed.contains($0.figure) }
            }
            let dependsOnOthers = sharesPoints || set.criteria[node].leaf?.requirement != nil
            let isWhole =
                !before.nodesGivenAsWhole(above: node).isEmpty || !score.nodesGivenAsWhole(above: node).isEmpty
            guard isMoved || dependsOnOthers || isWhole || before.standing(of: node) != score.standing(of: node) else {
                continue
            }
            found[node] = score.explanation(of: set.criteria[node].code)
        }
        return found
    }

    /// A unit's place, where others are known.
    func rank(_ rank: GroupRank?) -> GroupRank? { peers == .none ? nil : rank }

    /// What is held, and the totals of the shown units.
    mutating func write(to json: inout JSONWriter) {
        json.member("opened", true)
        json.member("engine", PageEngine.format)
        json.member("year", year)
        json.member("stage", stage)
        json.member("among", among)
        json.member("peers", peers.rawValue)
        json.member("scalesFixed", holdsScales)
        json.member("classesKnown", !lacksClasses)
        json.member("units", unitCount)
        json.member("others", heldCount)
        json.member("leaves", set.criteria.count { $0.leaf != nil })
        json.member("nodes", set.criteria.count)
        let states = shown.map { unit in
            (unit.code, unit.table[unit.position], rank(unit.table.groupRank(of: unit.position, among: unit.among)))
        }
        json.list("totals", states) { state, json in
            json.member("unit", state.0)
            json.state(state.1, state.2)
        }
    }
}

extension LastYear {
    /// Last year's figures of some units; nil where nothing is known of that year.
    fileprivate static func of(_ units: [PageInput.Unit], in input: PageInput) -> LastYear? {
        if !input.hasLastYear { return nil }
        var figures = FigureTable(metrics: input.metrics, unitCount: units.count)
        for (position, unit) in units.enumerated() {
            for (column, figure) in (unit.lastYear ?? []).enumerated() { figures[position, column] = figure }
        }
        return LastYear(
            figures: figures, units: units.enumerated().map { $0.element.lastYear == nil ? nil : $0.offset })
    }
}
