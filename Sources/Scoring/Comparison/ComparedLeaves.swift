import Values

/// What becomes of the measures of two sides in the states between them; decision 0012 defines the states.
///
/// A measure of one edition and one of the other are the same when their leaves have the same code and they themselves
/// have, or are the only ones of their leaves. A figure is the same when code and kind of its metric are.
struct ComparedLeaves {
    /// Outcomes of the measures by leaf, under the first side's edition: with its own figures, and with the other's.
    let first: [[MeasureOutcome]]
    private(set) var withOtherFigures: [[MeasureOutcome]]
    /// The same under the second side's edition: what applies to the first side, and what applies to the second.
    private(set) var withOtherCriteria: [[MeasureOutcome]]
    let last: [[MeasureOutcome]]

    init(_ before: UnitScore, _ after: UnitScore) {
        let (old, new) = (before.compiled, after.compiled)
        let (oldFigures, newFigures) = (before.figures, after.figures)
        first = old.leaves.map { $0.measureOutcomes(oldFigures) }
        last = new.leaves.map { $0.measureOutcomes(newFigures) }
        withOtherFigures = first
        withOtherCriteria = last
        let partners = MeasurePartners(old, new)
        let carriedBack = CarriedFigures(from: after, to: before)
        for (leaf, measures) in old.leaves.enumerated() {
            for (position, measure) in measures.measures.enumerated() where carriedBack.has(measure) {
                let own = first[leaf][position]
                let other = measure.outcome(carriedBack.figures)
                let partner = partners.new[leaf][position].map { last[$0.leaf][$0.measure] }
                // What applies to one side only is a step of its own, and what cannot be scored is none.
                if own.isNotApplicable || other.isNotApplicable || partner?.isNotApplicable == true { continue }
                if case .faulty = other.state { continue }
                withOtherFigures[leaf][position] = other
            }
        }
        let carriedOn = CarriedFigures(from: before, to: after)
        for (leaf, measures) in new.leaves.enumerated() {
            for (position, measure) in measures.measures.enumerated() {
                guard let partner = partners.old[leaf][position] else { continue }
                let own = last[leaf][position]
                let earlier = first[partner.leaf][partner.measure]
                switch (earlier.isNotApplicable, own.isNotApplicable) {
                case (true, false): withOtherCriteria[leaf][position] = earlier
                case (false, true):
                    guard carriedOn.has(measure) else { continue }
                    let held = measure.outcomeOfAnyLevel(carriedOn.figures)
                    if case .faulty = held.state { continue }
                    withOtherCriteria[leaf][position] = held
                case (true, true), (false, false): continue
                }
            }
        }
    }
}

extension MeasureOutcome {
    fileprivate var isNotApplicable: Bool {
        if case .notApplicable = state { true } else { false }
    }
}

/// One side's figures in the columns of the other's edition.
private struct CarriedFigures {
    let figures: UnitFigures
    private let isCarried: [Bool]

    /// Complexity: O(metrics).
    init(from source: UnitScore, to target: UnitScore) {
        let given = source.figures
        let sourceColumns = Dictionary(
            source.compiled.set.metrics.enumerated().map {
                ($0.element.code, (column: $0.offset, kind: $0.element.kind))
            },
            uniquingKeysWith: { first, _ in first })
        let metrics = target.compiled.set.metrics
        var now = FigureTable(metrics: target.compiled.metrics, unitCount: 1)
        var before = now
        isCarried = metrics.enumerated().map { column, metric in
            guard let match = sourceColumns[metric.code], match.kind == metric.kind else { return false }
            now[0, column] = given.now(match.column)
            before[0, column] = given.before(match.column)
            return true
        }
        figures = UnitFigures(
            figures: now, unit: 0, lastYear: (before, 0), lastYearColumns: metrics.indices.map { $0 },
            level: target.figures.level)
    }

    /// Whether the other side has every figure that the measure looks at.
    func has(_ measure: CompiledMeasure) -> Bool {
        measure.quantity.figures.allSatisfy { isCarried[$0.figure] }
    }
}

/// Which measures of two editions are the same.
private struct MeasurePartners {
    /// A measure by the position of its leaf among the leaves and its own in the leaf.
    typealias Position = (leaf: Int, measure: Int)

    /// For every measure of the first edition its partner in the second.
    private(set) var new: [[Position?]]
    /// For every measure of the second edition its partner in the first.
    private(set) var old: [[Position?]]

    init(_ before: CompiledCriteria, _ after: CompiledCriteria) {
        new = before.leaves.map { $0.measures.map { _ in nil } }
        old = after.leaves.map { $0.measures.map { _ in nil } }
        let leaves = Dictionary(
            before.leaves.enumerated().map { (before.set.criteria[$0.element.criterion].code, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        for (leaf, compiled) in after.leaves.enumerated() {
            let node = after.set.criteria[compiled.criterion]
            guard let other = leaves[node.code], let measures = node.leaf?.measures,
                let others = before.set.criteria[before.leaves[other].criterion].leaf?.measures
            else { continue }
            for (position, measure) in measures.enumerated() {
                let isOnly = measures.count == 1 && others.count == 1
                guard let match = isOnly ? 0 : others.firstIndex(where: { $0.code == measure.code }) else { continue }
                old[leaf][position] = (other, match)
                new[other][match] = (leaf, position)
            }
        }
    }
}
