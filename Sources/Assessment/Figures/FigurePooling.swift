import Scoring
import Tables
import Values

/// Gives units that stand for others the figures of these, put together as each metric's ``Metric/pooling`` says.
///
/// What a unit reports itself stays, with a warning where it is another number. Nothing is ever estimated: where one of
/// the others has not reported a figure, or figures of the kind do not add up, the unit has none, and a warning says so.
struct FigurePooling {
    private let metrics: [Metric]
    /// By metric, the levels at which it is asked for.
    private let levels: [[String]]
    private let sink: FindingSink

    init(_ criteria: CriteriaSet, into sink: FindingSink) {
        self.sink = sink
        metrics = criteria.metrics
        levels = criteria.levelsOfMetrics
    }

    /// Fills in the figures of all units that stand for others, those of the lowest first.
    ///
    /// Complexity: O(metrics × units).
    func apply(to figures: inout FigureReader) {
        let units = figures.units
        guard units.units.contains(where: { $0.figuresFrom != nil }) else { return }
        let sources = units.sources
        var done: Set<Int> = []
        /// The units under way, each of which has figures of the next.
        var path: [Int] = []
        func fill(_ unit: Int) {
            guard let others = sources[unit], !done.contains(unit) else { return }
            // A unit under way stands for itself by way of others.
            if let first = path.firstIndex(of: unit) {
                let circle = path[first...].map { units.units[$0].code }
                circle.forEach(sink.spoil)
                report(.poolingCircle, unit, in: units, [.found: .names(circle + [units.units[unit].code])])
                return
            }
            if others.isEmpty { report(.nothingToPool, unit, in: units) }
            path.append(unit)
            others.forEach(fill)
            path.removeLast()
            pool(others, into: unit, of: &figures)
            done.insert(unit)
        }
        units.units.indices.forEach(fill)
    }

    private func pool(_ sources: [Int], into unit: Int, of figures: inout FigureReader) {
        let units = figures.units.units
        var faults: [CombinationFault: [String]] = [:]
        var missing: Set<Int> = []
        for (column, metric) in metrics.enumerated() where levels[column].contains(units[unit].level) {
            let concerned = sources.filter { levels[column].contains(units[$0].level) }
            if concerned.isEmpty { continue }
            let own = figures.figures[unit, column]
            do throws(CombinationFault) {
                let pooled = try metric.combined(concerned.map { figures.figures[$0, column] })
                switch pooled {
                case .value, .ratio, .notApplicable: break
                case .notReported, .awaited, .notPublished: throw .incomplete
                }
                if own == .notReported {
                    figures.figures[unit, column] = pooled
                    figures.remember(pooledFrom: concerned.map { units[$0].code }, unit: unit, column: column)
                    // What is together counts up to the earliest day.
                    if let day = concerned.compactMap({ figures.days?[$0, column] }).min() {
                        figures.days?[unit, column] = day
                    }
                } else if own.exactNumber != pooled.exactNumber {
                    reportDifference(own, pooled, unit, column, in: figures)
                }
            } catch {
                if own != .notReported { continue }
                faults[error, default: []].append(metric.code)
                if error == .incomplete {
                    missing.formUnion(concerned.filter { !figures.figures.isReported(unit: $0, column: column) })
                }
            }
        }
        for fault in CombinationFault.allCases {
            guard let codes = faults[fault] else { continue }
            guard fault == .incomplete else {
                report(.poolingImpossible, unit, in: figures.units, [.found: .names(codes)])
                continue
            }
            let lacking = missing.sorted().map { units[$0].code }
            report(
                .poolingIncomplete, unit, in: figures.units,
                [.found: .names(codes), .count: .count(lacking.count), .expected: .names(lacking)])
        }
    }

    private func reportDifference(
        _ own: Figure, _ pooled: Figure, _ unit: Int, _ column: Int, in figures: FigureReader
    ) {
        guard let mine = own.detail, let theirs = pooled.detail,
            let place = figures.location(unit: unit, metric: column)
        else { return }
        sink.report(
            AssessmentFinding.pooledDiffers, at: place, unit: figures.units.units[unit].code,
            [
                .metric: .text(metrics[column].code), .found: mine, .expected: theirs,
            ])
    }

    private func report(
        _ finding: AssessmentFinding, _ unit: Int, in units: UnitList, _ details: FindingDetails = [:]
    ) {
        sink.report(finding, at: units.sourceLocation(unit), unit: units.units[unit].code, details)
    }
}

extension CriteriaSet {
    /// The levels at which each metric is asked for, in the order of ``metrics``.
    var levelsOfMetrics: [[String]] {
        criteria.compactMap { $0.leaf }.flatMap { leaf in
            leaf.measures.flatMap { measure in measure.metrics.map { _ in measure.levels ?? leaf.levels } }
        }
    }
}

extension UnitList {
    /// Tells that whoever stands for a unit with errors, or for one who does, has them too: without it their figures are
    /// not all there, with it they may be wrong.
    func spoilWhoStandsForOthers(into sink: FindingSink) {
        if sink.spoiltUnits.isEmpty { return }
        let sources = sources
        var waiting = Array(sink.spoiltUnits)
        let standing = sources.reduce(into: [String: [Int]]()) { standing, entry in
            for other in entry.value { standing[units[other].code, default: []].append(entry.key) }
        }
        while let code = waiting.popLast() {
            for unit in standing[code] ?? [] where !sink.spoiltUnits.contains(units[unit].code) {
                sink.spoil(units[unit].code)
                waiting.append(units[unit].code)
            }
        }
    }

    /// For each unit that stands for others, the positions of these: its children, or the units of the table that it
    /// succeeds. A unit of which some predecessors are unknown has none: the others are not all of it.
    fileprivate var sources: [Int: [Int]] {
        var children: [String: [Int]] = [:]
        for (position, unit) in units.enumerated() {
            if let parent = unit.parent { children[parent, default: []].append(position) }
        }
        return units.enumerated().reduce(into: [:]) { sources, entry in
            let (position, unit) = entry
            switch unit.figuresFrom {
            case .children: sources[position] = children[unit.code] ?? []
            case .predecessors:
                let known = unit.successorOf.compactMap { positions[$0] }
                if known.count == unit.successorOf.count { sources[position] = known }
            case nil: break
            }
        }
    }
}
