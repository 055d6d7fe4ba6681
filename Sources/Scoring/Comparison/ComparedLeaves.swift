import Values

/// The outcomes of both sides' measures in the states between them; decision 0012 defines the states.
///
/// Measures of two editions are the same when their leaves have the same code and they themselves do too, or are the
/// only measures of their leaves. A figure is the same when its metric has the same code and kind.
struct ComparedLeaves {
    /// Outcomes of the measures per leaf, under the first side's edition: with its own figures, and with the other's.
    let first: [[MeasureOutcome]]
    private(set) var withOtherFigures: [[MeasureOutcome]]
    /// The same under the second side's edition: as applicable to the first side, and as applicable to the second.
    private(set) var withOtherCriteria: [[MeasureOutcome]]
    let last: [[MeasureOutcome]]

    init(_ before: UnitScore, _ after: UnitScore, _ editions: EditionPair) {
        let (old, new) = (before.compiled, after.compiled)
        let (oldFigures, newFigures) = (before.figures, after.figures)
        first = old.leaves.map { $0.measureOutcomes(oldFigures) }
        last = new.leaves.map { $0.measureOutcomes(newFigures) }
        withOtherFigures = first
        withOtherCriteria = last
        let partners = editions.partners
        let carriedBack = CarriedFigures(from: after, to: before, columns: editions.newColumns)
        for (leaf, measures) in old.leaves.enumerated() {
            for (position, measure) in measures.measures.enumerated() where carriedBack.has(measure) {
                let own = first[leaf][position]
                let other = measure.outcome(carriedBack.figures)
                let partner = partners.new[leaf][position].map { last[$0.leaf][$0.measure] }
                // What applies to only one side is a step of its own, and what cannot be scored is no step.
                if own.isNotApplicable || other.isNotApplicable || partner?.isNotApplicable == true { continue }
                if case .faulty = other.state { continue }
                withOtherFigures[leaf][position] = other
            }
        }
        let carriedOn = CarriedFigures(from: before, to: after, columns: editions.oldColumns)
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

/// One side's figures in the columns of the other side's edition.
private struct CarriedFigures {
    let figures: UnitFigures
    private let columns: [Int?]

    /// Complexity: O(metrics).
    ///
    /// - Parameters:
    ///   - source: the side the figures belong to.
    ///   - target: the side whose edition and level judge them.
    ///   - columns: the source's column for each column of the target.
    init(from source: UnitScore, to target: UnitScore, columns: [Int?]) {
        let given = source.figures
        var now = target.compiled.emptyFigures(unitCount: 1)
        var before = now
        for (column, match) in columns.enumerated() {
            guard let match else { continue }
            now[0, column] = given.now(match)
            before[0, column] = given.before(match)
        }
        self.columns = columns
        figures = UnitFigures(
            figures: now, unit: 0, lastYear: (before, 0), lastYearColumns: columns.indices.map { Optional($0) },
            level: target.figures.level)
    }

    /// Whether the other side has every figure that the measure uses.
    func has(_ measure: CompiledMeasure) -> Bool {
        measure.quantity.figures.allSatisfy { columns[$0.figure] != nil }
    }
}
