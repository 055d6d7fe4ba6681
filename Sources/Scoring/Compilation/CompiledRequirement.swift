import Values

/// A leaf's condition on another leaf, in compiled form; an object, since a leaf may be at the end of a chain of them.
package final class CompiledRequirement: Sendable {
    /// The other leaf, with its own condition.
    let leaf: CompiledLeaf
    private let bound: Bound
    private let otherwise: Amount

    init(_ requirement: LeafRequirement, on leaf: CompiledLeaf) {
        (self.leaf, bound, otherwise) = (leaf, requirement.bound, requirement.otherwise)
    }

    /// Whether the condition holds with a unit's figures.
    func outcome(_ figures: UnitFigures) -> RequirementOutcome { outcome(of: leaf.outcome(figures)) }

    /// Whether it holds with an outcome of the other leaf.
    func outcome(of other: LeafOutcome) -> RequirementOutcome {
        let reached = other.sum.exactIndex
        switch other.status {
        case .notReported, .awaited, .notPublished: return RequirementOutcome(state: .open, reached: nil)
        // What peers still report may turn it either way.
        case .provisional: return RequirementOutcome(state: .open, reached: reached)
        // What nobody has to do keeps nothing back.
        case .watched, .notAssigned: return RequirementOutcome(state: .met, reached: nil)
        case .scored, .partlyReported, .notApplicable:
            guard let reached, !bound.admits(reached) else { return RequirementOutcome(state: .met, reached: reached) }
            // What is measured later only adds to the points.
            return RequirementOutcome(state: other.status == .partlyReported ? .open : .missed, reached: reached)
        }
    }

    /// The most that the leaf gets where the condition does not hold, in points of its applicable maximum.
    func limit(of maximum: ExactRatio) -> ExactRatio {
        switch otherwise {
        case .points(let points): min(ExactRatio(points), maximum)
        case .share(let percent): ExactRatio(percent).multiplied(by: maximum)?.divided(by: ExactRatio(100)) ?? .zero
        }
    }

    /// The columns of this year's figures that it depends on, through the whole chain.
    var columns: Set<Int> {
        let own = leaf.measures.flatMap { $0.quantity.figures }.filter { !$0.isLastYear }.map { $0.figure }
        return Set(own).union(leaf.requirement?.columns ?? [])
    }
}

extension CompiledCriteria {
    /// Gives leaves their conditions, each other leaf before those that depend on it. Reading has checked that there is
    /// no circle.
    static func link(_ leaves: inout [CompiledLeaf], in set: CriteriaSet) {
        let positions = Dictionary(
            firstOf: leaves.enumerated().map { (set.criteria[$0.element.criterion].code, $0.offset) })
        var linked: Set<Int> = []
        func link(_ position: Int) {
            guard linked.insert(position).inserted,
                let requirement = set.criteria[leaves[position].criterion].leaf?.requirement,
                let other = positions[requirement.criterion]
            else { return }
            link(other)
            leaves[position] = leaves[position].with(CompiledRequirement(requirement, on: leaves[other]))
        }
        for position in leaves.indices { link(position) }
    }

    /// Whether the condition of each leaf holds, from the outcomes of all leaves' measures; nil for those without one.
    ///
    /// - Parameters:
    ///   - sharedIn: what other leaves add to the maximum of each.
    ///   - rounding: how the points of each leaf are rounded.
    func requirements(
        _ outcomes: [[MeasureOutcome]], sharedIn: [FixedDecimal], rounding: (CompiledLeaf) -> Rounding?
    ) -> [RequirementOutcome?] {
        let positions = Dictionary(firstOf: leaves.enumerated().map { ($0.element.criterion, $0.offset) })
        var known: [Int: RequirementOutcome] = [:]
        func outcome(_ position: Int) -> RequirementOutcome? {
            guard let requirement = leaves[position].requirement else { return nil }
            if let found = known[position] { return found }
            guard let other = positions[requirement.leaf.criterion] else { return nil }
            let found = requirement.outcome(
                of: leaves[other].combined(
                    outcomes[other], rounding: rounding(leaves[other]), sharedIn: sharedIn[other],
                    requirement: outcome(other)))
            known[position] = found
            return found
        }
        return leaves.indices.map(outcome)
    }
}
