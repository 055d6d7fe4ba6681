public import Values

/// What one unit lost and why, leaf by leaf.
public struct UnitGap: Sendable {
    /// The position of the unit.
    public let unit: Int
    /// Points and maximum overall.
    public let total: PointSum
    /// The leaves that apply to the unit, in tree order.
    public let leaves: [LeafGap]
    /// What lies between the losses of the leaves and that of the total, in tree order.
    public let adjustments: [SumAdjustment]

    /// The leaves with lost points, the greatest loss first; equal losses in tree order.
    public var lost: [LeafGap] { byLoss(leaves.indices.filter { leaves[$0].lost > 0 }) }

    /// The leaves of a kind, the greatest loss first.
    public func leaves(of kind: LeafGap.Kind) -> [LeafGap] {
        byLoss(leaves.indices.filter { leaves[$0].kind == kind })
    }

    /// The losses of all leaves together.
    public var sum: GapSum { GapSum(leaves.lazy.map { $0.score }) }

    /// What the total lost beyond the sum of the leaves: caps, the rounding of sums and points given to a whole; negative
    /// where they make up for losses.
    public var adjustment: FixedDecimal { total.lost - sum.lost }

    /// The lost points by lead agency or by field, the greatest sum first; equal sums in tree order. Leaves without a
    /// named agency come last.
    ///
    /// A field has lost what its points are short of its maximum; an agency, what its leaves lost.
    public func groups(by key: GapGroup.Key) -> [GapGroup] {
        var order: [GapGroup.Name] = []
        var members: [GapGroup.Name: [Int]] = [:]
        for index in leaves.indices {
            let name: GapGroup.Name =
                switch key {
                case .agency: .agency(leaves[index].lead)
                case .field: .field(leaves[index].field)
                }
            if members[name] == nil { order.append(name) }
            members[name, default: []].append(index)
        }
        let groups = order.map { name in
            let own = adjustments.filter { adjustment in adjustment.field.map { name == .field($0) } ?? false }
            return GapGroup(name: name, leaves: byLoss(members[name] ?? []), adjustments: own)
        }
        return groups.enumerated().sorted { left, right in
            let (first, second) = (left.element, right.element)
            if first.name.isNamed != second.name.isNamed { return first.name.isNamed }
            return (second.sum.lost, left.offset) < (first.sum.lost, right.offset)
        }.map { $0.element }
    }

    private func byLoss(_ positions: [Int]) -> [LeafGap] {
        positions.sorted { (leaves[$1].lost, $0) < (leaves[$0].lost, $1) }.map { leaves[$0] }
    }
}

/// Points and losses of some leaves.
public struct GapSum: Hashable, Sendable {
    /// How many leaves lost points.
    public private(set) var count = 0
    /// Points lost.
    public private(set) var lost = FixedDecimal.zero
    /// The part of them that is due to missing figures.
    public private(set) var lostWithoutFigures = FixedDecimal.zero
    /// The sum of their maxima.
    public private(set) var maximum = FixedDecimal.zero

    /// Adds up leaves; without any, zero.
    package init(_ leaves: some Sequence<CriterionScore> = EmptyCollection()) {
        for leaf in leaves {
            if leaf.lost > 0 { count += 1 }
            lost += leaf.lost
            lostWithoutFigures += leaf.lostWithoutFigures
            maximum += leaf.sum.maximum
        }
    }

    /// With what a sum of leaves lost beyond them.
    func adding(_ adjustment: SumAdjustment) -> GapSum {
        var sum = self
        sum.lost += adjustment.lost
        sum.maximum += adjustment.maximum
        return sum
    }

    /// With other leaves.
    func adding(_ other: GapSum) -> GapSum {
        var sum = self
        sum.count += other.count
        sum.lost += other.lost
        sum.lostWithoutFigures += other.lostWithoutFigures
        sum.maximum += other.maximum
        return sum
    }
}

/// The leaves of one agency or one field.
public struct GapGroup: Sendable {
    /// What leaves are grouped by.
    public enum Key: Hashable, Sendable {
        /// The lead agency.
        case agency
        /// The field.
        case field
    }

    /// What the leaves have in common.
    public enum Name: Hashable, Sendable {
        /// A lead agency; nil where none is named.
        case agency(String?)
        /// A field, by its position in the set.
        case field(Int)

        var isNamed: Bool { self != .agency(nil) }
    }

    /// What the leaves have in common.
    public let name: Name
    /// The leaves, the greatest loss first.
    public let leaves: [LeafGap]

    /// What the sums within it lost beyond these leaves.
    let adjustments: [SumAdjustment]

    /// Their sums.
    public var sum: GapSum { adjustments.reduce(GapSum(leaves.lazy.map { $0.score })) { $0.adding($1) } }
}

/// What is known of a unit beside its figures.
public struct GapKnowledge: Sendable {
    /// The standard errors of figures measured by a survey, by metric code, in the figures' own unit: distances are
    /// compared with them.
    public var standardErrors: [String: Double] = [:]
    /// By metric that a survey measures, the codes of the factors with the lowest index of those that it covers.
    public var weakestFactors: [String: [String]] = [:]
    /// The cases expected by the end of the period.
    public var volumes = ExpectedVolumes()

    /// Nothing is known.
    public init() {}
}

extension UnitScore {
    /// What the unit lost, and how far every leaf is from its target.
    ///
    /// - Parameter known: what is known of the unit beside its figures.
    /// - Complexity: O(leaves × measures), and O(units) for a measure against others.
    public func gap(_ known: GapKnowledge = GapKnowledge()) -> UnitGap {
        let unitFigures = figures.alone
        let leaves = losingLeaves.compactMap { gap(of: $0.leaf, $0.score, with: unitFigures, known) }
        return UnitGap(unit: unit, total: total, leaves: leaves, adjustments: sumAdjustments)
    }

    /// The same of one leaf; nil for a code that is not a leaf of the set on which the unit can lose points.
    public func gap(of code: String, _ known: GapKnowledge = GapKnowledge()) -> LeafGap? {
        guard let index = criteriaSet.index(of: code),
            let place = losingLeaves.first(where: { $0.leaf.criterion == index })
        else { return nil }
        return gap(of: place.leaf, place.score, with: figures.alone, known)
    }

    private func gap(
        of compiled: CompiledLeaf, _ score: CriterionScore, with unitFigures: UnitFigures, _ known: GapKnowledge
    ) -> LeafGap? {
        let set = criteriaSet
        guard let leaf = set.criteria[compiled.criterion].leaf else { return nil }
        let explanation = explanation(
            of: leaf, compiled, with: unitFigures, hasPeerSteps: true, expecting: known.volumes)
        let measures = explanation.measures.enumerated().compactMap { position, measure -> MeasureGap? in
            if measure.outcome.state == .notApplicable(.level) { return nil }
            let distance = TargetDistance(measure)
            let finder = stepFinder(
                of: measure.measure, at: position, compiled, in: explanation.outcome, with: unitFigures,
                hasPeerSteps: true)
            let error = known.standardErrors[measure.measure.metrics[0].code]
            return MeasureGap(
                explanation: measure, distance: distance,
                targetGain: distance.flatMap { distance in
                    distance.figure.flatMap { finder.gain(of: $0, distance.numerator) }
                },
                sampling: error.flatMap { error in
                    distance.flatMap { SamplingMargin(standardError: error, distance: $0) }
                }, maximum: compiled.exactMaximum)
        }
        return LeafGap(
            score: score, field: set.field(above: compiled.criterion), lead: set.lead(of: compiled.criterion),
            measures: measures, requirement: explanation.requirement,
            remedies: LeafGap.applied(leaf.remedies, to: measures, score: score, weakest: known.weakestFactors))
    }
}
