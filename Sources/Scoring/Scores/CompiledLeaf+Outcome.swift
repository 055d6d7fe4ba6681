import Values

/// The figures of one unit, for this year and last year.
package struct UnitFigures {
    var figures: FigureTable
    let unit: Int
    /// Last year's table and the unit's position in it.
    let lastYear: (figures: FigureTable, unit: Int)?
    /// Last year's column for each of this year's.
    let lastYearColumns: [Int?]
    /// The position of the unit's level in the set.
    let level: Int
    /// Whether last year's figures are known, but neither the unit nor one that it succeeds is among them.
    var isNew = false
    /// The unit among those with which relative rules compare it; nil where the set has none.
    var compared: ComparedUnit?

    func now(_ column: Int) -> Figure {
        figures[unit, column]
    }

    func before(_ column: Int) -> Figure {
        guard let lastYear, let column = lastYearColumns[column] else { return .notReported }
        return lastYear.figures[lastYear.unit, column]
    }
}

extension UnitFigures {
    /// The same unit in a table of its own, which is cheap to change.
    var alone: UnitFigures {
        UnitFigures(
            figures: figures.alone(unit), unit: 0, lastYear: lastYear, lastYearColumns: lastYearColumns, level: level,
            isNew: isNew, compared: compared)
    }
}

extension CompiledLeaf {
    /// The outcome of the leaf with a unit's figures. The slow, complete form; many units go through ``DirectMeasure``
    /// where that gives the same result.
    package func outcome(_ figures: UnitFigures) -> LeafOutcome {
        combined(
            measureOutcomes(figures), rounding: rounding,
            sharedIn: sharedIn { $0.combined($0.measureOutcomes(figures)) },
            requirement: requirement?.outcome(figures))
    }

    /// The outcome of each measure with a unit's figures.
    func measureOutcomes(_ figures: UnitFigures) -> [MeasureOutcome] {
        guard levels[figures.level] else {
            return measures.map { _ in MeasureOutcome(state: isAssigned ? .notApplicable(.level) : .notAssigned) }
        }
        return measures.map { $0.outcome(figures) }
    }

    /// The leaf's outcome from its measures', rounded as the edition specifies, whatever other criteria it depends on.
    package func combined(_ outcomes: [MeasureOutcome]) -> LeafOutcome {
        combined(outcomes, rounding: rounding, sharedIn: 0, requirement: nil)
    }

    /// The leaf's outcome from its measures', rounded as specified; nil keeps fractions.
    ///
    /// - Parameters:
    ///   - sharedIn: what other leaves add to the maximum.
    ///   - requirement: whether the condition on another criterion holds; nil without one.
    func combined(
        _ outcomes: [MeasureOutcome], rounding: Rounding?, sharedIn: FixedDecimal, requirement: RequirementOutcome?
    ) -> LeafOutcome {
        var parts = LeafParts(maximum: exactMaximum)
        for (measure, outcome) in zip(measures, outcomes) {
            parts.add(outcome, of: measure, isAlone: measures.count == 1)
        }
        let sharedOut = parts.sharedOut.rounded(.finest) ?? 0
        let rest = maximumExcess
        func without(_ status: LeafStatus, _ maximum: FixedDecimal, scored: FixedDecimal) -> LeafOutcome {
            LeafOutcome(
                status: status, points: nil, maximum: maximum, scoredMaximum: scored,
                beyond: MaximumExcess(whole: maximum == 0 ? nil : rest, scored: scored == 0 ? nil : rest),
                measures: outcomes, sharedOut: sharedOut, sharedIn: sharedIn, requirement: requirement)
        }
        if !isAssigned { return without(.notAssigned, 0, scored: 0) }
        let leftOut = parts.leftOut.adding(parts.sharedOut)?.rounded(.finest) ?? 0
        let own = maximum - leftOut
        if parts.applicableWeight == 0 || (own == 0 && leftOut > 0) { return without(.notApplicable, 0, scored: 0) }
        let whole = own + sharedIn
        if parts.reportedWeight == 0 { return without(parts.statusWithoutFigures, whole, scored: 0) }
        if role == .watched { return without(.watched, 0, scored: 0) }
        if parts.keptWeight == parts.applicableWeight { return without(.notApplicable, whole, scored: whole) }
        var exact = combination == .minimum ? parts.least : parts.sum?.divided(by: ExactRatio(parts.applicableWeight))
        if sharedIn > 0 {
            exact = exact?.multiplied(by: ExactRatio(whole))?.divided(by: ExactRatio(own))
        }
        let isWhole = parts.reportedWeight - parts.provisionalWeight == parts.applicableWeight
        guard let exact, let points = exact.rounded(rounding ?? .finest) else {
            let faulty = outcomes.map { _ in MeasureOutcome(state: .faulty(.overflow)) }
            return LeafOutcome(
                status: .notReported, points: nil, maximum: whole, scoredMaximum: 0,
                beyond: MaximumExcess(whole: rest, scored: nil), measures: faulty)
        }
        let excess = rounding == nil ? exact.subtracting(ExactRatio(points)) : nil
        let outcome = LeafOutcome(
            status: parts.status, points: points, excess: excess.map { ExactSum($0) } ?? .zero, maximum: whole,
            scoredMaximum: Self.part(
                parts.reportedWeight - parts.provisionalWeight, of: parts.applicableWeight, whole),
            beyond: MaximumExcess(whole: rest, scored: isWhole ? rest : nil), measures: outcomes,
            sharedOut: sharedOut, sharedIn: sharedIn, requirement: requirement)
        return held(outcome, exact, rounding: rounding, to: requirement)
    }

    /// An outcome held to what the leaf gets while the condition on another criterion does not hold. Where that is open,
    /// what is held back is not measured.
    private func held(
        _ outcome: LeafOutcome, _ exact: ExactRatio, rounding: Rounding?, to requirement: RequirementOutcome?
    ) -> LeafOutcome {
        guard let own = self.requirement, let requirement, requirement.state != .met, let free = outcome.points else {
            return outcome
        }
        let limit = own.limit(of: outcome.exactMaximum)
        guard exact > limit, let points = limit.rounded(rounding ?? .finest) else { return outcome }
        let rest = rounding == nil ? limit.subtracting(ExactRatio(points)) : nil
        let isOpen = requirement.state == .open
        return LeafOutcome(
            status: isOpen ? .partlyReported : outcome.status, points: points,
            excess: rest.map { ExactSum($0) } ?? .zero, maximum: outcome.maximum,
            scoredMaximum: isOpen ? max(outcome.scoredMaximum - (free - points), 0) : outcome.scoredMaximum,
            beyond: outcome.beyond,
            measures: outcome.measures, sharedOut: outcome.sharedOut, sharedIn: outcome.sharedIn,
            requirement: requirement)
    }

    /// What the maximum is beyond millionths; nil where these hold it.
    var maximumExcess: ExactRatio? {
        let rest = exactMaximum.subtracting(ExactRatio(maximum))
        return rest == .zero ? nil : rest
    }

    /// The part of a maximum that corresponds to a weight, truncated to six decimals.
    private static func part(_ weight: Int, of whole: Int, _ maximum: FixedDecimal) -> FixedDecimal {
        if weight == whole { return maximum }
        let product = Int128(maximum.mantissa) * Int128(weight)
        return FixedDecimal(mantissa: Int64(product / Int128(whole)))
    }
}

/// What the measures of a leaf add up to.
private struct LeafParts {
    let maximum: ExactRatio
    private(set) var applicableWeight = 0
    private(set) var reportedWeight = 0
    /// The weight of measures without points whose maximum stays by a convention.
    private(set) var keptWeight = 0
    /// The weight of measures with points that may still change.
    private(set) var provisionalWeight = 0
    private(set) var sum: ExactRatio? = .zero
    private(set) var least: ExactRatio?
    /// What leaves the leaf's maximum for good, and what goes to others.
    private(set) var leftOut = ExactRatio.zero
    private(set) var sharedOut = ExactRatio.zero
    private var isAwaited = false
    private var notPublishedWeight = 0
    private var hasScored = false

    init(maximum: ExactRatio) { self.maximum = maximum }

    var status: LeafStatus {
        if reportedWeight < applicableWeight { return .partlyReported }
        return provisionalWeight > 0 ? .provisional : hasScored ? .scored : .notApplicable
    }

    var statusWithoutFigures: LeafStatus {
        isAwaited ? .awaited : notPublishedWeight == applicableWeight ? .notPublished : .notReported
    }

    mutating func add(_ outcome: MeasureOutcome, of measure: CompiledMeasure, isAlone: Bool) {
        var points = ExactRatio.zero
        switch outcome.state {
        case .notApplicable(let reason):
            // Conventions do not concern levels: what does not apply to a unit's level is left out.
            switch reason == .level ? .leaveOut : reason.settlement ?? measure.settlement {
            case .leaveOut: return
            case .shareOut:
                if isAlone { sharedOut = maximum }
                return
            case .fullPoints: points = maximum
            case .zeroPoints: break
            case .keepMaximum: keptWeight += measure.weight
            }
            reportedWeight += measure.weight
        case .scored:
            points = outcome.points ?? .zero
            if let open = outcome.leftOut, let shared = outcome.sharedOut, open > .zero || shared > .zero {
                if isAlone {
                    (leftOut, sharedOut) = (open, shared)
                } else {
                    // The measure keeps its weight, on the rest of its own scale.
                    guard let rest = maximum.subtracting(open)?.subtracting(shared), rest > .zero,
                        let scaled = points.multiplied(by: maximum)?.divided(by: rest)
                    else { return }
                    points = scaled
                }
            }
            reportedWeight += measure.weight
            if outcome.range != nil { provisionalWeight += measure.weight }
            hasScored = true
        case .awaited: isAwaited = true
        case .notPublished: notPublishedWeight += measure.weight
        case .notAssigned: return
        case .notReported, .lastYearNotReported, .noBase, .faulty: break
        }
        applicableWeight += measure.weight
        sum = ExactRatio(measure.weight).multiplied(by: points).flatMap { sum?.adding($0) }
        least = least.map { min($0, points) } ?? points
    }
}

// MARK: - Shared points

/// A leaf whose points may go to others, and these others.
struct ShareSource: Sendable {
    let leaf: CompiledLeaf
    let siblings: [CompiledLeaf]
}

extension CompiledLeaf {
    /// What other leaves add to this one's maximum: their points, in proportion to the maxima of those that apply.
    ///
    /// - Parameter outcome: the outcome of another leaf on its own.
    func sharedIn(_ outcome: (CompiledLeaf) -> LeafOutcome) -> FixedDecimal {
        var extra = FixedDecimal.zero
        for source in sources {
            let shared = outcome(source.leaf).sharedOut
            if shared == 0 { continue }
            let applicable = source.siblings.filter { outcome($0).maximum > 0 }
            guard let own = applicable.firstIndex(where: { $0.criterion == criterion }) else { continue }
            let whole = applicable.reduce(Int128(0)) { $0 + Int128($1.maximum.mantissa) }
            // Parts of a sum cut at millionths add up to it.
            func upTo(_ count: Int) -> Int128 {
                let part = applicable[..<count].reduce(Int128(0)) { $0 + Int128($1.maximum.mantissa) }
                return Int128(shared.mantissa) * part / whole
            }
            extra += FixedDecimal(mantissa: Int64(upTo(own + 1) - upTo(own)))
        }
        return extra
    }
}

extension CompiledCriteria {
    /// What other leaves add to the maximum of each, from the outcomes of all leaves' measures.
    func sharedIn(_ outcomes: [[MeasureOutcome]]) -> [FixedDecimal] {
        leaves.map { leaf in
            leaf.sharedIn { other in
                leaves.firstIndex { $0.criterion == other.criterion }.map { other.combined(outcomes[$0]) }
                    ?? other.combined([])
            }
        }
    }
}
