import Values

/// Determines the effect of an action on a unit, or why there is none.
struct EffectFinder {
    struct EffectError: Error { let reason: IgnoredReason }

    let criteria: CompiledCriteria
    let level: String
    let figures: UnitFigures
    /// By column, the best that cumulative shares can still come to.
    let ceilings: [Int: ShareCeiling]
    private let places: MetricPositions
    private let columns: [String: Int]
    /// By the position of a criterion in the set.
    private let leaves: [Int: CompiledLeaf]

    init(
        criteria: CompiledCriteria, level: String, figures: UnitFigures,
        expecting volumes: ExpectedVolumes = ExpectedVolumes()
    ) {
        self.criteria = criteria
        self.level = level
        self.figures = figures
        ceilings = figures.ceilings(of: criteria.described, expecting: volumes)
        places = MetricPositions(criteria.set)
        columns = Dictionary(
            firstOf: criteria.metrics.enumerated().map { ($0.element, $0.offset) })
        leaves = Dictionary(firstOf: criteria.leaves.map { ($0.criterion, $0) })
    }

    /// An effect that counts: the column and, unless it is an addition, the resulting figure.
    struct Found {
        let column: Int
        let edit: Scenario.Edit
        let figure: Figure?
    }

    /// What additions to one figure come to, from the worst that any of them taken together do to the best.
    private struct Reach {
        var worst = (more: FixedDecimal.zero, cases: FixedDecimal.zero)
        var best = (more: FixedDecimal.zero, cases: FixedDecimal.zero)
        /// Whether the sums exceed any number.
        var isEndless = false

        mutating func add(_ edit: Scenario.Edit, isHigherBetter: Bool) {
            func add(_ sum: inout (more: FixedDecimal, cases: FixedDecimal)) {
                let (old, amount) = (edit.isOfCases ? sum.cases : sum.more, edit.amount)
                guard let new = old.addingReportingOverflow(amount) else { return isEndless = true }
                if edit.isOfCases { sum.cases = new } else { sum.more = new }
            }
            if (edit.amount > 0) == isHigherBetter { add(&best) } else { add(&worst) }
        }
    }

    /// Which of a unit's effects count. What does nothing alone counts all the same where it matters beside others: a
    /// set figure no better than the present one keeps additions from making it worse, an addition beyond the domain makes
    /// up for others.
    ///
    /// - Parameter effects: all that concern the unit.
    func find(_ effects: [PlannedAction.Effect]) -> [Result<Found, EffectError>] {
        let found = effects.map(examine)
        var reach: [Int: Reach] = [:]
        for case .success(let effect) in found where effect.figure == nil {
            let isHigherBetter = criteria.described[effect.column].direction == .higher
            reach[effect.column, default: Reach()].add(effect.edit, isHigherBetter: isHigherBetter)
        }
        return found.map { result in
            guard case .success(let effect) = result, !isUseful(effect, beside: reach[effect.column]) else {
                return result
            }
            return .failure(EffectError(reason: .noBetter))
        }
    }

    private func isUseful(_ effect: Found, beside reach: Reach?) -> Bool {
        let (metric, now) = (criteria.described[effect.column], figures.now(effect.column))
        guard let reach else { return effect.figure.map { metric.isBetter($0, than: now) } ?? true }
        guard !reach.isEndless,
            let worst = metric.figure(adding: reach.worst.more, cases: reach.worst.cases, to: now),
            let best = metric.figure(adding: reach.best.more, cases: reach.best.cases, to: now)
        else { return true }
        if let figure = effect.figure { return metric.isBetter(figure, than: worst) }
        return effect.edit.amount != 0 && (worst != now || best != now)
    }

    /// The effect, whether or not it is of use.
    private func examine(_ effect: PlannedAction.Effect) -> Result<Found, EffectError> {
        guard let column = columns[effect.metric] else { return .failure(EffectError(reason: .unknownMetric)) }
        guard let place = try? places.place(of: effect.metric, level: level) else {
            return .failure(EffectError(reason: .notScored))
        }
        let now = figures.now(column)
        if isNotApplicable(place) { return .failure(EffectError(reason: .notApplicable)) }
        if effect.edit.isAddition {
            guard now.exactNumber != nil else { return .failure(EffectError(reason: .nothingToAddTo)) }
            let (amount, isCases) = (effect.edit.amount, effect.edit.isOfCases)
            guard
                let figure = place.metric.figure(adding: isCases ? 0 : amount, cases: isCases ? amount : 0, to: now)
            else { return .failure(EffectError(reason: .contradiction)) }
            if isOutOfReach(figure, column) { return .failure(EffectError(reason: .outOfReach)) }
            return .success(Found(column: column, edit: effect.edit, figure: nil))
        }
        guard let figure = try? place.metric.figure(after: effect.edit, from: now), figure.exactNumber != nil,
            !figure.isOfNothing
        else { return .failure(EffectError(reason: .contradiction)) }
        if isOutOfReach(figure, column) { return .failure(EffectError(reason: .outOfReach)) }
        return .success(Found(column: column, edit: effect.edit, figure: figure))
    }

    private func isOutOfReach(_ figure: Figure, _ column: Int) -> Bool {
        ceilings[column]?.isPassed(by: figure, criteria.described[column]) ?? false
    }

    private func isNotApplicable(_ place: MetricPositions.Position) -> Bool {
        guard let leaf = leaves[place.criterion],
            let position = criteria.set.criteria[place.criterion].leaf?.measures.firstIndex(where: {
                $0.code == place.measure.code
            })
        else { return false }
        if case .notApplicable = leaf.measures[position].outcome(figures).state { return true }
        return false
    }
}

extension Scenario.Edit {
    package var isAddition: Bool {
        switch self {
        case .add, .addToNumerator: true
        case .set, .numerator, .counts, .answer, .task, .status: false
        }
    }

    /// Whether cases are added to a numerator.
    var isOfCases: Bool { if case .addToNumerator = self { true } else { false } }

    /// What an addition adds.
    var amount: FixedDecimal {
        switch self {
        case .add(let amount), .addToNumerator(let amount): amount
        case .set, .numerator, .counts, .answer, .task, .status: .zero
        }
    }
}

extension Figure {
    /// Whether both counts are zero.
    fileprivate var isOfNothing: Bool {
        if case .ratio(_, let denominator) = self { return denominator == 0 }
        return false
    }
}

extension Metric {
    func isBetter(_ number: ExactRatio, than other: ExactRatio) -> Bool {
        direction == .higher ? number > other : number < other
    }

    /// Whether a figure is better in the metric's direction; any number is better than none.
    func isBetter(_ figure: Figure, than other: Figure) -> Bool {
        guard let number = figure.exactNumber else { return false }
        guard let present = other.exactNumber else { return true }
        return isBetter(number, than: present)
    }

    /// The figure with an addition and with cases added to its numerator, clamped to the domain; nil when they cannot be
    /// added.
    func figure(adding more: FixedDecimal, cases: FixedDecimal, to now: Figure) -> Figure? {
        guard more != 0 || cases != 0 else { return now }
        var start = now
        if cases != 0 {
            guard case .ratio(let numerator, let denominator) = now, let sum = numerator.addingReportingOverflow(cases),
                cases.isInteger || !now.hasWholeCounts
            else { return nil }
            start = .ratio(numerator: sum, denominator: denominator)
        }
        guard let number = start.exactNumber, let sum = number.adding(ExactRatio(more)) else { return nil }
        if let maximum, sum > ExactRatio(maximum) { return try? self.figure(after: .set(maximum), from: now) }
        if let minimum, sum < ExactRatio(minimum) { return try? self.figure(after: .set(minimum), from: now) }
        if more == 0, case .ratio(let numerator, _) = start {
            return try? self.figure(after: .numerator(numerator), from: now)
        }
        return try? self.figure(after: .add(more), from: start)
    }

    /// The change that leads to exactly this figure.
    func edit(reaching figure: Figure) -> Scenario.Edit {
        switch figure {
        case .ratio(let numerator, let denominator):
            return .counts(numerator: numerator, denominator: denominator)
        case .value(let value):
            if kind == .yesNo, value == 0 || value == 1 { return .answer(value == 1) }
            if kind == .task, let state = Scenario.TaskState.allCases.first(where: { $0.value == value }) {
                return .task(state)
            }
            return .set(value)
        case .notReported: return .status(.notReported)
        case .notApplicable: return .status(.notApplicable)
        case .awaited: return .status(.awaited)
        case .notPublished: return .status(.notPublished)
        }
    }
}
