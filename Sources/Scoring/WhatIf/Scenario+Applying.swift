import Values

/// The effect of a change on a figure.
public struct FigureChange: Sendable {
    /// The change as stated.
    public let change: Scenario.Change
    /// The metric.
    public let metric: Metric
    /// The position of its leaf in the set.
    public let criterion: Int
    /// The code of the measure that uses it.
    public let measure: String
    /// The figure before.
    public let before: Figure
    /// The figure after.
    public let after: Figure

    /// Whether the counts reach a stated percentage without matching it exactly.
    public var isNearest: Bool {
        guard case .set(let stated) = change.edit, case .ratio = after, let reached = after.exactNumber else {
            return false
        }
        return reached.rounded(.finest) != stated
    }
}

extension Scenario {
    /// The figures with the changes made in the row of one unit.
    ///
    /// - Parameters:
    ///   - table: the figures of many units.
    ///   - unit: the position of the unit.
    ///   - level: the code of its level.
    ///   - criteria: the criteria that score them.
    /// - Throws: ``ScenarioError`` with everything that is wrong.
    /// - Complexity: O(metrics + changes), plus a copy of the table.
    public func applied(
        to table: FigureTable, unit: Int, level: String, of criteria: CompiledCriteria
    ) throws(ScenarioError) -> (figures: FigureTable, changes: [FigureChange]) {
        try applied(to: table, unit: unit, level: level, MetricPositions(criteria.set))
    }

    func applied(
        to table: FigureTable, unit: Int, level: String, _ places: MetricPositions
    ) throws(ScenarioError) -> (figures: FigureTable, changes: [FigureChange]) {
        var figures = table
        var made: [FigureChange] = []
        var faults: [ScenarioFault] = []
        var seen: Set<String> = []
        if changes.isEmpty { faults.append(ScenarioFault(.empty, change: nil)) }
        for (position, change) in changes.enumerated() {
            do throws(FigureEditError) {
                let place = try places.place(of: change.metric, level: level)
                guard let column = table.column(of: change.metric) else {
                    throw FigureEditError(code: .unknownMetric, details: [.found: .text(change.metric)])
                }
                guard seen.insert(change.metric).inserted else {
                    throw FigureEditError(code: .repeatedMetric, details: [.metric: .text(change.metric)])
                }
                let before = place.metric.meaning(of: table[unit, column])
                let after = try place.metric.figure(after: change.edit, from: before)
                figures[unit, column] = after
                made.append(
                    FigureChange(
                        change: change, metric: place.metric, criterion: place.criterion, measure: place.measure.code,
                        before: before, after: after))
            } catch {
                faults.append(ScenarioFault(error.code, change: position, error.details))
            }
        }
        if !faults.isEmpty { throw ScenarioError(faults: faults) }
        return (figures, made)
    }
}

/// Where every metric of a set is used.
struct MetricPositions {
    struct Position {
        let criterion: Int
        let measure: Measure
        let metric: Metric
        let levels: [String]
    }

    private let set: CriteriaSet
    private let places: [String: Position]

    init(_ set: CriteriaSet) {
        var places: [String: Position] = [:]
        for (index, criterion) in set.criteria.enumerated() {
            guard let leaf = criterion.leaf else { continue }
            for measure in leaf.measures {
                for metric in measure.metrics {
                    places[metric.code] = Position(
                        criterion: index, measure: measure, metric: metric, levels: measure.levels ?? leaf.levels)
                }
            }
        }
        self.set = set
        self.places = places
    }

    /// The place of a metric that counts for units of a level.
    func place(of code: String, level: String) throws(FigureEditError) -> Position {
        guard let place = places[code] else {
            let metrics = set.index(of: code).flatMap { set.criteria[$0].leaf }?.measures.flatMap { $0.metrics } ?? []
            if !metrics.isEmpty {
                throw FigureEditError(
                    code: .severalMetrics,
                    details: [.found: .text(code), .expected: .names(metrics.map { $0.code })])
            }
            var details: FindingDetails = [.found: .text(code)]
            // In the order of the criteria, as where tables are read.
            details[.suggestion] = Spelling.closest(to: code, among: set.metrics.map { $0.code }).map { .text($0) }
            throw FigureEditError(code: .unknownMetric, details: details)
        }
        guard place.levels.contains(level) else {
            throw FigureEditError(code: .notScored, details: [.metric: .text(code)])
        }
        return place
    }
}

extension UnitScore {
    /// The leaves whose points other figures change, and those of the figures, in the order of the tree.
    package func leaves(movedBy changes: [FigureChange], to after: UnitScore) -> [Int] {
        let moved = Set(changes.map { $0.criterion })
        let criteria = criteriaSet.criteria
        return criteria.indices.filter { node in
            criteria[node].leaf != nil && (moved.contains(node) || after.sum(of: node) != sum(of: node))
        }
    }
}
