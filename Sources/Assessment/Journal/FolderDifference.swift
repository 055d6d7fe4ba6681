package import Scoring
package import Values

/// The cells in which two copies of a folder differ, and what they do to points.
package struct FolderDifference: Sendable {
    /// A figure.
    package struct FigureCell: Sendable {
        package let unit: String
        package let metric: String
        /// Nil where the copy has no such unit or metric.
        package let before: Figure?
        package let after: Figure?
    }

    /// What was entered about a line at a stage.
    package struct LineCell: Sendable {
        package let unit: String
        package let criterion: String
        package let stage: Stage
        package let before: GivenLine?
        package let after: GivenLine?
    }

    /// The points of a unit: its total, or a criterion without parts.
    package struct PointsCell: Sendable {
        package let unit: String
        /// Nil for the total.
        package let criterion: String?
        package let before: FixedDecimal?
        package let after: FixedDecimal?
    }

    /// A row of the requests or of the evidence register.
    package struct RegisterRow: Sendable {
        package let unit: String
        /// The code of the criterion or of the figure.
        package let code: String
        /// The question, or the kind and the name of what is given.
        package let about: [String]
        /// What the row says of it otherwise; nil where the copy has no such row.
        package let before: [String]?
        package let after: [String]?
    }

    package private(set) var figures: [FigureCell] = []
    package private(set) var lines: [LineCell] = []
    /// The totals that differ, each before the criteria of the unit that do.
    package private(set) var points: [PointsCell] = []
    /// The rows of `requests.csv` that differ, and those of `evidence.csv`.
    package private(set) var requests: [RegisterRow] = []
    package private(set) var evidence: [RegisterRow] = []
    /// The names of the units of both copies.
    package let names: [String: String]
    /// The metrics of both.
    package let metrics: [String: Metric]
    /// Of the units, those that only one copy has.
    package let onlyBefore: [String]
    package let onlyAfter: [String]

    /// Whether the copies say the same.
    package var isEmpty: Bool {
        figures.isEmpty && lines.isEmpty && points.isEmpty && requests.isEmpty && evidence.isEmpty
            && onlyBefore.isEmpty && onlyAfter.isEmpty
    }

    /// Compares two copies, with the points of the stages that they show.
    ///
    /// Complexity: O(units × (metrics + criteria) + given points).
    package init(_ before: Assessment, _ after: Assessment) {
        let units = (before.units + after.units).map { $0.code }.withoutRepeats { $0 }
        let known = (before: Set(before.units.map { $0.code }), after: Set(after.units.map { $0.code }))
        onlyBefore = units.filter { !known.after.contains($0) }
        onlyAfter = units.filter { !known.before.contains($0) }
        names = Dictionary(firstOf: (after.units + before.units).map { ($0.code, $0.name) })
        metrics = Dictionary(
            firstOf: (after.criteria.set.metrics + before.criteria.set.metrics).map { ($0.code, $0) })
        let both = (before: Copy(before), after: Copy(after))
        let metricCodes = (both.before.metricCodes + both.after.metricCodes).withoutRepeats { $0 }
        let leafCodes = (both.before.leafCodes + both.after.leafCodes).withoutRepeats { $0 }
        for unit in units {
            for metric in metricCodes {
                let cells = (both.before.figure(unit, metric), both.after.figure(unit, metric))
                if cells.0 == cells.1 { continue }
                // What one copy does not ask for is no difference as long as nothing is said of it in the other.
                if (cells.0 ?? .notReported) == .notReported, (cells.1 ?? .notReported) == .notReported { continue }
                figures.append(FigureCell(unit: unit, metric: metric, before: cells.0, after: cells.1))
            }
            compare(unit, leafCodes, both)
        }
        compareLines(before, after, units)
        requests = Self.differences(before.requests.map({ $0.registerRow }), after.requests.map { $0.registerRow })
        evidence = Self.differences(
            before.evidence?.items.map({ $0.registerRow }) ?? [], after.evidence?.items.map { $0.registerRow } ?? [])
    }

    /// The rows that only one of two tables has, or that say something else; those of the first table before the others.
    private static func differences(_ before: [RegisterKeyed], _ after: [RegisterKeyed]) -> [RegisterRow] {
        let old = Dictionary(firstOf: before.map { ($0.key, $0) })
        let new = Dictionary(firstOf: after.map { ($0.key, $0) })
        return (before + after).withoutRepeats { $0.key }.compactMap { row in
            let (left, right) = (old[row.key], new[row.key])
            if left?.rest == right?.rest { return nil }
            return RegisterRow(
                unit: row.unit, code: row.code, about: row.about, before: left?.stated, after: right?.stated)
        }
    }

    private mutating func compare(_ unit: String, _ codes: [String], _ both: (before: Copy, after: Copy)) {
        let totals = (both.before.total(unit), both.after.total(unit))
        var leaves: [PointsCell] = []
        for criterion in codes {
            let points = (both.before.points(unit, criterion), both.after.points(unit, criterion))
            if points.0 == points.1 { continue }
            leaves.append(PointsCell(unit: unit, criterion: criterion, before: points.0, after: points.1))
        }
        if totals.0 != totals.1 || !leaves.isEmpty {
            points.append(PointsCell(unit: unit, criterion: nil, before: totals.0, after: totals.1))
        }
        points += leaves
    }

    private mutating func compareLines(_ before: Assessment, _ after: Assessment, _ units: [String]) {
        let stages = (before.settings.stages.stages + after.settings.stages.stages).map { $0.code }
            .withoutRepeats { $0 }
        let criteria = (before.criteria.set.criteria + after.criteria.set.criteria).map { $0.code }
            .withoutRepeats { $0 }
        for code in stages {
            let named = (before.settings.stages[code], after.settings.stages[code])
            guard let stage = named.1 ?? named.0 else { continue }
            let old = named.0.map(before.given(at:)) ?? [:]
            let new = named.1.map(after.given(at:)) ?? [:]
            let different = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
            if different.isEmpty { continue }
            for unit in units {
                for criterion in criteria {
                    let key = FigureKey(unit: unit, metric: criterion)
                    if !different.contains(key) { continue }
                    lines.append(
                        LineCell(
                            unit: unit, criterion: criterion, stage: stage, before: old[key], after: new[key]))
                }
            }
        }
    }
}

/// A copy, by the codes of what it holds.
private struct Copy {
    let assessment: Assessment
    let units: [String: Int]
    let nodes: [String: Int]
    let metrics: [String: Int]
    let metricCodes: [String]
    let leafCodes: [String]

    init(_ assessment: Assessment) {
        self.assessment = assessment
        (units, nodes) = assessment.positions
        metricCodes = assessment.figures.metrics
        metrics = Dictionary(firstOf: metricCodes.enumerated().map { ($1, $0) })
        leafCodes = assessment.criteria.set.criteria.filter { $0.leaf != nil }.map { $0.code }
    }

    func figure(_ unit: String, _ metric: String) -> Figure? {
        guard let unit = units[unit], let metric = metrics[metric] else { return nil }
        return assessment.figures[unit, metric]
    }

    func points(_ unit: String, _ criterion: String) -> FixedDecimal? {
        guard let unit = units[unit], let node = nodes[criterion] else { return nil }
        return assessment.scores[unit].criterion(node).points
    }

    func total(_ unit: String) -> FixedDecimal? { units[unit].map { assessment.scores[$0].total.points } }
}
