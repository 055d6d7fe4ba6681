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
        /// Set figures, already in the metric's form, by action.
        var stated: [(action: Int, figure: Figure)] = []
        /// Additions, by action.
        var added: [(action: Int, edit: Scenario.Edit)] = []

        var actions: [Int] { stated.map { $0.action } + added.map { $0.action } }
    }

    /// A leaf that actions change.
    struct MovedLeaf {
        /// The position among the compiled leaves.
        let leaf: Int
        /// The actions that change one of its figures, ascending.
        let actions: [Int]
        /// The columns of it that change, ascending.
        let columns: [Int]
        /// Its current points, in millionths.
        let points: Int64
    }

    /// The actions that have an effect on the unit, that others need, or that must be done, in their order.
    let actions: [PlannedAction]
    /// For each action, the positions of those it needs.
    let needs: [[Int]]
    /// Pairs of actions of which at most one can be taken.
    let exclusions: [(Int, Int)]
    private(set) var leaves: [MovedLeaf] = []
    private(set) var ignored: [IgnoredEffect] = []
    private var moves: [Int: Moves] = [:]
    private let criteria: CompiledCriteria
    private let unitFigures: UnitFigures

    /// Takes the actions for a unit.
    init(_ all: [PlannedAction], for unit: UnitScore) {
        let columns = unit.storage.columns
        criteria = columns.criteria
        unitFigures = unit.figures.alone
        let code = columns.units[unit.unit].code
        let level = columns.units[unit.unit].level
        let finder = EffectFinder(criteria: criteria, level: level, figures: unitFigures)
        // Actions with an effect, with everything they need.
        var found: [[(column: Int, edit: Scenario.Edit, figure: Figure?)]] = []
        var ignored: [IgnoredEffect] = []
        for action in all {
            var mine: [(column: Int, edit: Scenario.Edit, figure: Figure?)] = []
            for effect in action.effects where effect.units?.contains(code) ?? true {
                switch finder.find(effect) {
                case .success(let result): mine.append(result)
                case .failure(let failure):
                    // An effect meant for every level is dropped silently where the metric does not apply.
                    if effect.units == nil, failure.reason == .notScored { continue }
                    ignored.append(
                        IgnoredEffect(action: action.code, metric: effect.metric, reason: failure.reason))
                }
            }
            found.append(mine)
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
        var pairs: [(Int, Int)] = []
        for (place, action) in order.enumerated() {
            for other in all[action].excludes.compactMap({ positions[$0].flatMap { places[$0] } }) where other != place
            {
                let pair = (min(place, other), max(place, other))
                if !pairs.contains(where: { $0 == pair }) { pairs.append(pair) }
            }
        }
        exclusions = pairs
        self.ignored = ignored
        for (place, action) in order.enumerated() {
            for effect in found[action] { add(effect, of: place) }
        }
        gatherLeaves()
    }

    private mutating func add(_ effect: (column: Int, edit: Scenario.Edit, figure: Figure?), of action: Int) {
        let now = unitFigures.now(effect.column)
        var entry = moves[effect.column] ?? Moves(metric: criteria.set.metrics[effect.column], now: now)
        if let figure = effect.figure {
            entry.stated.append((action, figure))
        } else {
            entry.added.append((action, effect.edit))
        }
        moves[effect.column] = entry
    }

    private mutating func gatherLeaves() {
        for (position, leaf) in criteria.leaves.enumerated() where leaf.levels[unitFigures.level] {
            var columns: Set<Int> = []
            for measure in leaf.measures where measure.levels[unitFigures.level] {
                for (column, isLastYear) in measure.quantity.figures where !isLastYear && moves[column] != nil {
                    columns.insert(column)
                }
            }
            guard !columns.isEmpty else { continue }
            let actions = Set(columns.flatMap { moves[$0]?.actions ?? [] }).sorted()
            let moved = MovedLeaf(
                leaf: position, actions: actions, columns: columns.sorted(),
                points: leaf.outcome(unitFigures).points?.mantissa ?? 0)
            // Figures that together cannot be scored, or that make something newly applicable, are not a plan.
            let sets = actions.map { [$0] } + [actions]
            if sets.allSatisfy({ points(of: moved, taking: $0) != nil }) {
                leaves.append(moved)
                continue
            }
            for column in moved.columns {
                let metric = criteria.metrics[column]
                for action in moves[column]?.actions ?? [] {
                    ignored.append(
                        IgnoredEffect(action: self.actions[action].code, metric: metric, reason: .contradiction))
                }
                moves[column] = nil
            }
        }
    }

    /// The figure of a column when these actions (ascending) are taken; nil where nothing changes it.
    func figure(of column: Int, taking taken: [Int]) -> Figure? {
        guard let moves = moves[column] else { return nil }
        var best = moves.now
        let edits = moves.added.filter { taken.contains($0.action) }.map { $0.edit }
        if !edits.isEmpty { best = moves.metric.figure(adding: edits, to: moves.now) ?? best }
        for (action, figure) in moves.stated where taken.contains(action) {
            if moves.metric.isBetter(figure, than: best) { best = figure }
        }
        return best
    }

    /// The points of a leaf in millionths when these actions (ascending) are taken, rounded as the edition rounds
    /// leaves; nil when the figures together cannot be scored, or when applicability would change.
    func points(of moved: MovedLeaf, taking taken: [Int]) -> Int64? {
        let leaf = criteria.leaves[moved.leaf]
        var figures = unitFigures
        for column in moved.columns {
            if let figure = figure(of: column, taking: taken) { figures.figures[0, column] = figure }
        }
        let before = leaf.outcome(unitFigures)
        let outcome = leaf.outcome(figures)
        guard outcome.maximum == before.maximum else { return nil }
        for (new, old) in zip(outcome.measures, before.measures) {
            if case .faulty = new.state, new.state != old.state { return nil }
        }
        return outcome.points?.mantissa ?? 0
    }

    /// The changes of a set of actions as a scenario: when replayed, it gives the figures of ``figure(of:taking:)``.
    func scenario(taking taken: [Int], name: String?, unit: String) -> Scenario {
        let changes = moves.keys.sorted().compactMap { column -> Scenario.Change? in
            guard let moves = moves[column], let figure = figure(of: column, taking: taken), figure != moves.now else {
                return nil
            }
            return Scenario.Change(moves.metric.code, moves.metric.edit(reaching: figure))
        }
        return Scenario(name: name, unit: unit, changes: changes)
    }

    /// The codes of the metrics that an action changes.
    func metrics(movedBy action: Int) -> [String] {
        moves.keys.sorted().filter { moves[$0]?.actions.contains(action) ?? false }.map { criteria.metrics[$0] }
    }

    /// The position in the set of the criterion of a changed leaf.
    func criterion(of moved: MovedLeaf) -> Int { criteria.leaves[moved.leaf].criterion }

    /// An upper bound of the leaf's points under any set of actions, in millionths: its maximum, or a bonus's cap.
    func greatestPoints(of moved: MovedLeaf) -> Int64 {
        let leaf = criteria.leaves[moved.leaf]
        let caps = criteria.set.criteria[leaf.criterion].leaf?.measures.map { measure -> Int64 in
            if case .bonus(let rule) = measure.rule { return rule.cap.mantissa }
            return leaf.maximum.mantissa
        }
        return max(caps?.max() ?? 0, moved.points)
    }

    /// Whether some action changes the leaf of a criterion.
    func moves(criterion: Int) -> Bool { leaves.contains { self.criterion(of: $0) == criterion } }
}

extension UnitScore {
    /// For each effect, why it is ignored for the unit; nil where it counts.
    package func ignoredReasons(of effects: [PlannedAction.Effect]) -> [IgnoredReason?] {
        let columns = storage.columns
        let finder = EffectFinder(criteria: columns.criteria, level: columns.units[unit].level, figures: figures)
        return effects.map { effect in
            if case .failure(let failure) = finder.find(effect) { failure.reason } else { nil }
        }
    }
}

extension PlannedAction {
    /// Whether the action is available to a unit: one of its effects is for the unit, or it has none.
    func isFor(_ unit: String) -> Bool {
        effects.isEmpty || effects.contains { $0.units?.contains(unit) ?? true }
    }
}

extension UnitFigures {
    /// The same unit in a table of its own, which is cheap to change.
    fileprivate var alone: UnitFigures {
        var table = FigureTable(metrics: figures.metrics, unitCount: 1)
        for column in figures.metrics.indices { table[0, column] = figures[unit, column] }
        return UnitFigures(
            figures: table, unit: 0, lastYear: lastYear, lastYearColumns: lastYearColumns, level: level,
            isNew: isNew)
    }
}
