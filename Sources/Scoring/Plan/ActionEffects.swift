import Optimization
import Values

/// One unit and the actions available to it: the figures and points that any set of them leads to.
///
/// **Several actions on one metric.** Additions are added to the current figure and clamped to the metric's domain; of
/// that and all set figures the best in the metric's direction counts. A set figure never makes a figure worse; an
/// addition may.
struct ActionEffects {
    /// What actions do to one metric.
    struct Moves {
        let metric: Metric
        /// The current figure.
        let now: Figure
        /// The best figure that can still be reached by the end of the period; nil where nothing is known of it.
        var ceiling: Figure?
        /// Set figures, already in the metric's form, by action.
        var stated: [(action: Int, figure: Figure)] = []
        /// Additions, by action.
        var added: [(action: Int, edit: Scenario.Edit)] = []
        /// The place of every set figure in `levels`.
        private(set) var ranks: [Int] = []
        /// The distinct set figures, from the worst to the best.
        private(set) var levels: [Figure] = []

        var actions: [Int] { stated.map { $0.action } + added.map { $0.action } }

        mutating func rankLevels() {
            levels = []
            for (_, figure) in stated {
                // The first of equal figures stands for all.
                let place = levels.partitionPoint { !metric.isBetter(figure, than: $0) }
                if place < levels.count, !metric.isBetter(levels[place], than: figure) { continue }
                levels.insert(figure, at: place)
            }
            ranks = stated.map { stated in levels.partitionPoint { !metric.isBetter(stated.figure, than: $0) } }
        }

        /// The figure when the best set figure is that of a rank (nil for none) and additions amount to these sums.
        func figure(best rank: Int?, adding more: FixedDecimal, cases: FixedDecimal) -> Figure {
            var figure = now
            if more != 0 || cases != 0 { figure = metric.figure(adding: more, cases: cases, to: now) ?? now }
            if let ceiling, metric.isBetter(figure, than: ceiling) { figure = ceiling }
            if let rank, metric.isBetter(levels[rank], than: figure) { figure = levels[rank] }
            return figure
        }
    }

    /// A leaf that actions change.
    struct MovedLeaf {
        /// The position among the compiled leaves; where ``lifted`` is set, that of a moved leaf below it.
        let leaf: Int
        /// A node with parts whose given points stand until an action changes one of the parts: what it has beyond
        /// them then goes. Nil for a leaf.
        var lifted: Int?
        /// The actions that change one of its figures, ascending.
        let actions: [Int]
        /// The columns of it, and of the leaves that its condition depends on, that change, ascending.
        let columns: [Int]
        /// Those of the leaf itself: a change of one frees it from given points.
        let ownColumns: Set<Int>
        /// Its current outcome.
        let before: LeafOutcome
        /// Its current points, in millionths; fractions are rounded down.
        let points: Int64
        /// Whether people gave them, and not the figures.
        let isGiven: Bool
    }

    /// The actions that have an effect on the unit, that others need, or that must be done, in their order.
    let actions: [PlannedAction]
    /// For each action, the positions of those it needs.
    let needs: [[Int]]
    /// Pairs of actions of which at most one can be taken.
    let exclusions: [(Int, Int)]
    /// For each action, those it excludes and those that exclude it.
    let excludedBy: [Set<Int>]
    /// For each action, the positions of those that need it.
    let neededBy: [[Int]]
    private(set) var leaves: [MovedLeaf] = []
    /// For each action, the leaves and the columns that it changes, ascending.
    private(set) var leavesOf: [[Int]] = []
    private(set) var columnsOf: [[Int]] = []
    private(set) var ignored: [IgnoredEffect] = []
    private(set) var moves: [Int: Moves] = [:]
    let criteria: CompiledCriteria
    let unitFigures: UnitFigures
    private let score: UnitScore
    /// By column, the best that cumulative shares can still come to.
    private let ceilings: [Int: ShareCeiling]

    /// Takes the actions for a unit.
    init(_ all: [PlannedAction], for unit: UnitScore, expecting volumes: ExpectedVolumes = ExpectedVolumes()) {
        let columns = unit.storage.columns
        score = unit
        criteria = unit.compiled
        unitFigures = unit.figures.alone
        let code = columns.units[unit.unit].code
        let level = columns.units[unit.unit].level
        let finder = EffectFinder(criteria: criteria, level: level, figures: unitFigures, expecting: volumes)
        ceilings = finder.ceilings
        // Actions with an effect, with everything they need.
        let own = all.enumerated().flatMap { position, action in
            action.effects.filter { $0.units?.contains(code) ?? true }.map { (action: position, effect: $0) }
        }
        var found: [[EffectFinder.Found]] = Array(repeating: [], count: all.count)
        var ignored: [IgnoredEffect] = []
        for ((action, effect), result) in zip(own, finder.find(own.map { $0.effect })) {
            switch result {
            case .success(let result): found[action].append(result)
            case .failure(let failure):
                // An effect meant for every level is dropped silently where the metric does not apply.
                if effect.units == nil, failure.reason == .notScored { continue }
                ignored.append(
                    IgnoredEffect(action: all[action].code, metric: effect.metric, reason: failure.reason))
            }
        }
        let positions = Dictionary(
            firstOf: all.enumerated().map { ($0.element.code, $0.offset) })
        var kept = Set(
            all.indices.filter { !found[$0].isEmpty || (all[$0].requirement == .mustDo && all[$0].isFor(code)) })
        var open = kept.sorted()
        while let action = open.popLast() {
            for need in all[action].needs.compactMap({ positions[$0] }) where kept.insert(need).inserted {
                open.append(need)
            }
        }
        let order = kept.sorted()
        let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })
        actions = order.map { all[$0] }
        needs = order.map { Set(all[$0].needs.compactMap { positions[$0].flatMap { places[$0] } }).sorted() }
        var excluded: [Set<Int>] = Array(repeating: [], count: order.count)
        var pairs: [(Int, Int)] = []
        for (place, action) in order.enumerated() {
            for other in all[action].excludes.compactMap({ positions[$0].flatMap { places[$0] } }) where other != place
            {
                let pair = (min(place, other), max(place, other))
                if excluded[pair.0].insert(pair.1).inserted { pairs.append(pair) }
            }
        }
        exclusions = pairs
        for (first, second) in pairs { excluded[second].insert(first) }
        excludedBy = excluded
        var dependents: [[Int]] = Array(repeating: [], count: order.count)
        for (action, needed) in needs.enumerated() { for need in needed { dependents[need].append(action) } }
        neededBy = dependents
        self.ignored = ignored
        for (place, action) in order.enumerated() {
            for effect in found[action] { add(effect, of: place) }
        }
        gatherLeaves()
    }

    private mutating func add(_ effect: EffectFinder.Found, of action: Int) {
        let now = unitFigures.now(effect.column)
        var entry =
            moves[effect.column]
            ?? Moves(
                metric: criteria.described[effect.column], now: now, ceiling: ceilings[effect.column]?.figure)
        if let figure = effect.figure {
            entry.stated.append((action, figure))
        } else {
            entry.added.append((action, effect.edit))
        }
        moves[effect.column] = entry
    }

    private mutating func gatherLeaves() {
        dropEndlessAdditions()
        for column in moves.keys { moves[column]?.rankLevels() }
        for (position, leaf) in criteria.leaves.enumerated() where leaf.levels[unitFigures.level] {
            var columns: Set<Int> = []
            for measure in leaf.measures where measure.levels[unitFigures.level] {
                for (column, isLastYear) in measure.quantity.figures where !isLastYear && moves[column] != nil {
                    columns.insert(column)
                }
            }
            let required = (leaf.requirement?.columns ?? []).filter { moves[$0] != nil }
            guard !columns.isEmpty || !required.isEmpty else { continue }
            var moved = movedLeaf(position, columns, required)
            // What an action makes impossible to score, or newly applicable, is not counted; together with others such a
            // set is not a plan.
            while case let failing = failing(in: moved), !failing.isEmpty {
                for column in moved.ownColumns.sorted() { drop(failing, from: column) }
                moved = movedLeaf(position, columns.filter { moves[$0] != nil }, required)
            }
            if !moved.actions.isEmpty { leaves.append(moved) }
        }
        liftGivenPoints()
        leavesOf = Array(repeating: [], count: actions.count)
        columnsOf = leavesOf
        for (position, leaf) in leaves.enumerated() { for action in leaf.actions { leavesOf[action].append(position) } }
        for column in moves.keys.sorted() {
            for action in Set(moves[column]?.actions ?? []) { columnsOf[action].append(column) }
        }
    }

    /// The actions that change a leaf's own figures into what cannot be scored, alone and with all that they need; where
    /// one needs another such, the needed one first.
    private func failing(in moved: MovedLeaf) -> [Int] {
        let own = Set(moved.ownColumns.flatMap { moves[$0]?.actions ?? [] })
        let failing = moved.actions.filter { action in
            own.contains(action) && points(of: moved, taking: [action]) == nil
                && points(of: moved, taking: withNeeds(action)) == nil
        }
        return failing.filter { action in !withNeeds(action).contains { $0 != action && failing.contains($0) } }
    }

    /// An action and all that it needs, ascending.
    private func withNeeds(_ action: Int) -> [Int] {
        var (taken, open): (Set<Int>, [Int]) = ([action], [action])
        while let next = open.popLast() {
            for need in needs[next] where taken.insert(need).inserted { open.append(need) }
        }
        return taken.sorted()
    }

    private func movedLeaf(_ position: Int, _ ownColumns: Set<Int>, _ required: Set<Int>) -> MovedLeaf {
        let columns = ownColumns.union(required)
        let leaf = criteria.leaves[position]
        let before = score.standing(leaf.outcome(unitFigures), of: leaf.criterion)
        return MovedLeaf(
            leaf: position, actions: Set(columns.flatMap { moves[$0]?.actions ?? [] }).sorted(),
            columns: columns.sorted(), ownColumns: ownColumns, before: before, points: before.sum.millionths(.down),
            isGiven: score.standing(of: leaf.criterion) != nil)
    }

    /// Adds the nodes whose given points no longer stand once a part of them is changed.
    private mutating func liftGivenPoints() {
        for node in criteria.set.criteria.indices where score.correction(of: node) != 0 {
            let below = leaves.filter {
                $0.lifted == nil && criteria.set.ancestors(of: criterion(of: $0)).contains(node)
            }
            let columns = Set(below.flatMap { $0.ownColumns })
            guard let first = below.first, !columns.isEmpty else { continue }
            leaves.append(
                MovedLeaf(
                    leaf: first.leaf, lifted: node,
                    actions: Set(columns.flatMap { moves[$0]?.actions ?? [] }).sorted(), columns: columns.sorted(),
                    ownColumns: columns, before: first.before,
                    points: score.correction(of: node).mantissa, isGiven: true))
        }
    }

    /// Leaves out the additions to figures that, taken together, exceed any number.
    private mutating func dropEndlessAdditions() {
        for column in moves.keys.sorted() {
            guard let entry = moves[column] else { continue }
            var sum: Int64 = 0
            let isEndless = entry.added.contains { added in
                let (next, overflow) = sum.addingReportingOverflow(
                    Int64(clamping: added.edit.amount.mantissa.magnitude))
                sum = next
                return overflow
            }
            if isEndless { drop(entry.added.map { $0.action }, from: column) }
        }
    }

    private mutating func drop(_ actions: [Int], from column: Int) {
        guard var entry = moves[column] else { return }
        for action in actions where entry.actions.contains(action) {
            ignored.append(
                IgnoredEffect(
                    action: self.actions[action].code, metric: criteria.metrics[column], reason: .contradiction))
        }
        entry.stated.removeAll { actions.contains($0.action) }
        entry.added.removeAll { actions.contains($0.action) }
        entry.rankLevels()
        moves[column] = entry.actions.isEmpty ? nil : entry
    }

    /// The figure of a column when these actions (ascending) are taken; nil where nothing changes it.
    func figure(of column: Int, taking taken: [Int]) -> Figure? {
        guard let moves = moves[column] else { return nil }
        var (more, cases): (FixedDecimal, FixedDecimal) = (0, 0)
        for (action, edit) in moves.added where taken.contains(action) {
            if edit.isOfCases { cases += edit.amount } else { more += edit.amount }
        }
        let ranks = zip(moves.stated, moves.ranks).filter { taken.contains($0.0.action) }.map { $0.1 }
        return moves.figure(best: ranks.max(), adding: more, cases: cases)
    }

    /// The points of a leaf in millionths when these actions (ascending) are taken, rounded as the edition rounds
    /// leaves; nil when the figures together cannot be scored, or when applicability would change. Where the edition
    /// rounds later, fractions are rounded up: no plan has more than what these points promise.
    func points(of moved: MovedLeaf, taking taken: [Int]) -> Int64? {
        var scratch = unitFigures
        return points(of: moved, with: moved.columns.map { figure(of: $0, taking: taken) }, in: &scratch)
    }

    /// The points of a leaf when its columns have these figures; nil for a figure keeps the current one. Given points
    /// stand until a figure changes.
    ///
    /// - Parameter scratch: the unit's figures, changed and restored; a copy of one's own makes this cheap.
    func points(of moved: MovedLeaf, with changed: [Figure?], in scratch: inout UnitFigures) -> Int64? {
        if moved.isGiven {
            let isChanged = zip(moved.columns, changed).contains { column, figure in
                moved.ownColumns.contains(column) && (figure.map { $0 != moves[column]?.now } ?? false)
            }
            if !isChanged { return moved.points }
            if moved.lifted != nil { return 0 }
        }
        for (column, figure) in zip(moved.columns, changed) {
            if let figure { scratch.figures[0, column] = figure }
        }
        let outcome = criteria.leaves[moved.leaf].outcome(scratch)
        for (column, figure) in zip(moved.columns, changed) where figure != nil {
            scratch.figures[0, column] = unitFigures.now(column)
        }
        guard outcome.maximum == moved.before.maximum else { return nil }
        for (new, old) in zip(outcome.measures, moved.before.measures) {
            if case .faulty = new.state, new.state != old.state { return nil }
        }
        let isUnchanged = outcome.points == moved.before.points && outcome.excess == moved.before.excess
        return isUnchanged ? moved.points : outcome.sum.millionths(.up)
    }

    /// The changes of a set of actions as a scenario: when replayed, it gives the figures of ``figure(of:taking:)``.
    func scenario(taking taken: [Int], name: String?, unit: String) -> Scenario {
        var movers: [Int: [Int]] = [:]
        for action in taken { for column in columnsOf[action] { movers[column, default: []].append(action) } }
        let changes = movers.keys.sorted().compactMap { column -> Scenario.Change? in
            guard let moves = moves[column], let figure = figure(of: column, taking: movers[column] ?? []),
                figure != moves.now
            else {
                return nil
            }
            return Scenario.Change(moves.metric.code, moves.metric.edit(reaching: figure))
        }
        return Scenario(name: name, unit: unit, changes: changes)
    }

    /// The codes of the metrics that an action changes.
    func metrics(movedBy action: Int) -> [String] {
        columnsOf[action].map { criteria.metrics[$0] }
    }

    /// The position in the set of the criterion of a changed leaf.
    func criterion(of moved: MovedLeaf) -> Int { moved.lifted ?? criteria.leaves[moved.leaf].criterion }

    /// An upper bound of the leaf's points under any set of actions, in millionths: its maximum, or a bonus's cap.
    func greatestPoints(of moved: MovedLeaf) -> Int64 {
        if moved.lifted != nil { return max(moved.points, 0) }
        let leaf = criteria.leaves[moved.leaf]
        let caps = criteria.set.criteria[leaf.criterion].leaf?.measures.map { measure -> Int64 in
            if case .bonus(let rule) = measure.rule { return rule.cap.mantissa }
            return leaf.maximum.mantissa
        }
        return max(caps?.max() ?? 0, moved.points)
    }

    /// Whether some action changes the leaf of a criterion.
    func moves(criterion: Int) -> Bool { leaves.contains { self.criterion(of: $0) == criterion } }

    /// Whether some action changes a figure that other units are measured against.
    var movesOthers: Bool { criteria.relatives.contains { moves[$0.column] != nil } }

    /// What a set of actions costs, in millionths.
    func cost(of taken: [Int]) -> Int64 { taken.reduce(0) { $0 + actions[$1].cost.mantissa } }
}

extension UnitScore {
    /// For each effect, why it is ignored for the unit; nil where it counts.
    ///
    /// - Parameter effects: those that concern the unit; all additions among them, for beside these others count.
    package func ignoredReasons(of effects: [PlannedAction.Effect]) -> [IgnoredReason?] {
        let columns = storage.columns
        let finder = EffectFinder(
            criteria: columns.criteria(of: unit), level: columns.units[unit].level, figures: figures)
        return finder.find(effects).map { if case .failure(let failure) = $0 { failure.reason } else { nil } }
    }
}

extension PlannedAction {
    /// Whether the action is available to a unit: one of its effects is for the unit, or it has none.
    func isFor(_ unit: String) -> Bool {
        effects.isEmpty || effects.contains { $0.units?.contains(unit) ?? true }
    }
}
