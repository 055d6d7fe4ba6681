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
    /// The given points in the states, by the positions of nodes.
    let given: GivenStates

    init(_ before: UnitScore, _ after: UnitScore, _ editions: EditionPair) {
        let (old, new) = (before.compiled, after.compiled)
        let (oldFigures, newFigures) = (before.figures, after.figures)
        let given = GivenStates(before, after, editions)
        self.given = given
        first = old.leaves.map { $0.measureOutcomes(oldFigures) }
        last = new.leaves.map { $0.measureOutcomes(newFigures) }
        withOtherFigures = first
        withOtherCriteria = last
        let partners = editions.partners
        let carriedBack = CarriedFigures(from: after, to: before, columns: editions.newColumns)
        for (leaf, measures) in old.leaves.enumerated() {
            for (position, measure) in measures.measures.enumerated() where carriedBack.has(measure) {
                let own = first[leaf][position]
                let place = partners.new[leaf][position]
                let partner = place.map { last[$0.leaf][$0.measure] }
                // The figures of those that it is compared with are figures too.
                let compiled = place.map { new.leaves[$0.leaf].measures[$0.measure] }
                let isSameScale = compiled?.isMeasured(as: measure) ?? false
                let other = (isSameScale ? partner : nil) ?? measure.outcome(carriedBack.figures)
                // What applies to only one side is a step of its own, and what cannot be scored is no step.
                if own.state.isNotApplicable || other.state.isNotApplicable || partner?.state.isNotApplicable == true {
                    continue
                }
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
                // What people gave points to applies.
                let applied = given.first[old.leaves[partner.leaf].criterion] != nil
                let applies = given.last[measures.criterion] != nil
                switch (earlier.state.isNotApplicable && !applied, own.state.isNotApplicable && !applies) {
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
            level: target.figures.level, compared: target.figures.compared)
    }

    /// Whether the other side has every figure that the measure uses.
    func has(_ measure: CompiledMeasure) -> Bool {
        measure.quantity.figures.allSatisfy { columns[$0.figure] != nil }
    }
}

/// The given points in the states between two sides, by the positions of nodes in the state's edition.
///
/// Given points count as figures do: they change in the step of the figures, or, where the other edition has another
/// maximum or lacks the node, in that of the criteria. What people gave points to on one side only, because it does not
/// apply to the other, is a step of applicability.
struct GivenStates {
    /// Under the first side's edition: the first side's, and after the step of the figures.
    let first: [Int: FixedDecimal]
    private(set) var withOtherFigures: [Int: FixedDecimal]
    /// Under the second side's: as applicable to the first side, and as applicable to the second.
    private(set) var withOtherCriteria: [Int: FixedDecimal]
    let last: [Int: FixedDecimal]
    /// Leaves of the second edition that the first side left out and the second was given points for.
    private(set) var added: Set<Int> = []

    init(_ before: UnitScore, _ after: UnitScore, _ editions: EditionPair) {
        (first, last) = (before.givenPoints, after.givenPoints)
        (withOtherFigures, withOtherCriteria) = (first, last)
        if first.isEmpty, last.isEmpty { return }
        let (olds, news) = (before.criteriaSet.criteria, after.criteriaSet.criteria)
        for pair in editions.nodes {
            guard let old = pair.old, let new = pair.new else { continue }
            let isSame =
                olds[old].exactMaximum == news[new].exactMaximum && (olds[old].leaf == nil) == (news[new].leaf == nil)
            let isLeftOut = olds[old].leaf != nil && before.sum(of: old).maximum == 0 && olds[old].maximum != 0
            let leaves = news[new].leaf != nil && after.sum(of: new).maximum == 0 && news[new].maximum != 0
            if last[new] != nil, isLeftOut {
                withOtherCriteria[new] = nil
                added.insert(new)
            } else if isSame, !leaves {
                withOtherFigures[old] = last[new]
            }
        }
    }
}

extension UnitScore {
    /// The given points that stand, by the positions of nodes.
    fileprivate var givenPoints: [Int: FixedDecimal] {
        if storage.columns.standing.isEmpty { return [:] }
        return Dictionary(
            firstOf: criteriaSet.criteria.indices.compactMap { node in standing(of: node).map { (node, $0.points) } })
    }
}
