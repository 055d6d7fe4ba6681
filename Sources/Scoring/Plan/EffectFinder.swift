import Values

/// Determines the effect of an action on a unit, or why there is none.
struct EffectFinder {
    struct EffectError: Error { let reason: IgnoredReason }

    let criteria: CompiledCriteria
    let level: String
    let figures: UnitFigures
    private let places: MetricPositions
    private let columns: [String: Int]
    /// By the position of a criterion in the set.
    private let leaves: [Int: CompiledLeaf]

    init(criteria: CompiledCriteria, level: String, figures: UnitFigures) {
        self.criteria = criteria
        self.level = level
        self.figures = figures
        places = MetricPositions(criteria.set)
        columns = Dictionary(
            firstOf: criteria.metrics.enumerated().map { ($0.element, $0.offset) })
        leaves = Dictionary(firstOf: criteria.leaves.map { ($0.criterion, $0) })
    }

    /// The column and, unless the effect is an addition, the resulting figure.
    func find(
        _ effect: PlannedAction.Effect
    ) -> Result<(column: Int, edit: Scenario.Edit, figure: Figure?), EffectError> {
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
            else {
                return .failure(EffectError(reason: .contradiction))
            }
            return figure == now ? .failure(EffectError(reason: .noBetter)) : .success((column, effect.edit, nil))
        }
        guard let figure = try? place.metric.figure(after: effect.edit, from: now), let number = figure.exactNumber,
            !(figure.isOfNothing)
        else { return .failure(EffectError(reason: .contradiction)) }
        if let present = now.exactNumber, !place.metric.isBetter(number, than: present) {
            return .failure(EffectError(reason: .noBetter))
        }
        return .success((column, effect.edit, figure))
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
    var isAddition: Bool {
        switch self {
        case .add, .addToNumerator: true
        case .set, .numerator, .counts, .answer, .task, .status: false
        }
    }

    /// Whether cases are added to a numerator.
    fileprivate var isOfCases: Bool { if case .addToNumerator = self { true } else { false } }

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
        var figure = now
        if cases != 0 {
            guard case .ratio(let numerator, let denominator) = figure,
                let sum = numerator.addingReportingOverflow(cases)
            else { return nil }
            let most = maximum == 100 ? denominator : sum
            guard let moved = try? self.figure(after: .numerator(min(max(sum, 0), most)), from: figure) else {
                return nil
            }
            figure = moved
        }
        guard more != 0 else { return figure }
        guard let number = figure.exactNumber, let sum = number.adding(ExactRatio(more)) else { return nil }
        if let maximum, sum > ExactRatio(maximum) { return try? self.figure(after: .set(maximum), from: figure) }
        if let minimum, sum < ExactRatio(minimum) { return try? self.figure(after: .set(minimum), from: figure) }
        return try? self.figure(after: .add(more), from: figure)
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
