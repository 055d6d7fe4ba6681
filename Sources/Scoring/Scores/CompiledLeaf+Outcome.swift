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

    func now(_ column: Int) -> Figure {
        figures[unit, column]
    }

    func before(_ column: Int) -> Figure {
        guard let lastYear, let column = lastYearColumns[column] else { return .notReported }
        return lastYear.figures[lastYear.unit, column]
    }
}

extension CompiledMeasure {
    package func outcome(_ figures: UnitFigures) -> MeasureOutcome {
        guard levels[figures.level] else { return MeasureOutcome(state: .notApplicable(.level)) }
        return outcomeOfAnyLevel(figures)
    }

    /// The outcome of the measure with a unit's figures, as if it applied to every level.
    func outcomeOfAnyLevel(_ figures: UnitFigures) -> MeasureOutcome {
        if let state = missing(figures) { return MeasureOutcome(state: state) }
        do throws(QuantityError) {
            let value = try quantity.value(
                figure: { column throws(QuantityError) in try Self.number(figures.now(column)) },
                lastYear: { column throws(QuantityError) in try Self.number(figures.before(column)) })
            guard let points = function.points(at: value) else { return MeasureOutcome(state: .faulty(.overflow)) }
            return MeasureOutcome(state: .scored, quantity: value, points: points)
        } catch {
            switch error {
            case .zeroOverZero where convention != nil:
                return MeasureOutcome(state: .notApplicable(.zeroOverZero))
            case .zeroOverZero: return MeasureOutcome(state: .faulty(.zeroOverZero))
            case .divisionByZero: return MeasureOutcome(state: .faulty(.divisionByZero))
            case .negativeBase: return MeasureOutcome(state: .faulty(.negativeBase))
            case .overflow: return MeasureOutcome(state: .faulty(.overflow))
            }
        }
    }

    /// The state when a figure that the rule needs is not a number.
    private func missing(_ figures: UnitFigures) -> MeasureOutcome.State? {
        var isAwaited = false
        var isNotPublished = false
        var notApplicable = 0
        var lacksLastYear = false
        let needed = quantity.figures
        for (column, isLastYear) in needed {
            switch isLastYear ? figures.before(column) : figures.now(column) {
            case .ratio(0, 0) where isLastYear:
                // There was nothing last year, hence nothing to compare with, but there may well be something now.
                lacksLastYear = true
            case .value, .ratio: break
            case .notReported:
                if !isLastYear { return .notReported }
                lacksLastYear = true
            case .awaited: isAwaited = true
            case .notPublished: if isLastYear { lacksLastYear = true } else { isNotPublished = true }
            case .notApplicable: if isLastYear { lacksLastYear = true } else { notApplicable += 1 }
            }
        }
        if notApplicable > 0 {
            guard notApplicable == needed.count(where: { !$0.isLastYear }) else { return .faulty(.partlyNotApplicable) }
            return convention == nil ? .faulty(.notApplicableNotAllowed) : .notApplicable(.claimed)
        }
        // What may still arrive takes precedence over what never will.
        if isAwaited { return .awaited }
        if isNotPublished { return .notPublished }
        return lacksLastYear ? .lastYearNotReported : nil
    }

    private static func number(_ figure: Figure) throws(QuantityError) -> ExactRatio {
        switch figure {
        case .value(let value): return ExactRatio(value)
        case .ratio(let numerator, let denominator):
            if denominator == 0 { throw numerator == 0 ? .zeroOverZero : .divisionByZero }
            guard let percent = ExactRatio(100 * Int128(numerator.mantissa), over: Int128(denominator.mantissa)) else {
                throw .overflow
            }
            return percent
        case .notReported, .notApplicable, .awaited, .notPublished: return .zero  // ruled out by `missing`
        }
    }
}

extension MeasureOutcome {
    init(state: State) {
        self.init(state: state, quantity: nil, points: nil)
    }
}

extension CompiledLeaf {
    /// The outcome of the leaf with a unit's figures. The slow, complete form; many units go through ``DirectMeasure``
    /// where that gives the same result.
    package func outcome(_ figures: UnitFigures) -> LeafOutcome {
        combined(measureOutcomes(figures))
    }

    /// The outcome of each measure with a unit's figures.
    func measureOutcomes(_ figures: UnitFigures) -> [MeasureOutcome] {
        guard levels[figures.level] else { return measures.map { _ in MeasureOutcome(state: .notApplicable(.level)) } }
        return measures.map { $0.outcome(figures) }
    }

    /// The leaf's outcome from its measures', rounded as the edition specifies.
    package func combined(_ outcomes: [MeasureOutcome]) -> LeafOutcome {
        combined(outcomes, rounding: rounding)
    }

    /// The leaf's outcome from its measures', rounded as specified.
    func combined(_ outcomes: [MeasureOutcome], rounding: Rounding) -> LeafOutcome {
        var applicableWeight = 0
        var reportedWeight = 0
        var sum: ExactRatio? = .zero
        var least: ExactRatio?
        var isAwaited = false
        var notPublishedWeight = 0
        var hasScored = false
        for (measure, outcome) in zip(measures, outcomes) {
            var points = ExactRatio.zero
            switch outcome.state {
            case .notApplicable(let reason):
                // Conventions do not concern levels: what does not apply to a unit's level is left out.
                if reason == .level || measure.convention != .fullPoints { continue }
                points = ExactRatio(maximum)
                reportedWeight += measure.weight
            case .scored:
                points = outcome.points ?? .zero
                reportedWeight += measure.weight
                hasScored = true
            case .awaited: isAwaited = true
            case .notPublished: notPublishedWeight += measure.weight
            case .notReported, .lastYearNotReported, .faulty: break
            }
            applicableWeight += measure.weight
            sum = ExactRatio(measure.weight).multiplied(by: points).flatMap { sum?.adding($0) }
            least = least.map { min($0, points) } ?? points
        }
        if applicableWeight == 0 {
            return LeafOutcome(status: .notApplicable, points: nil, maximum: 0, scoredMaximum: 0, measures: outcomes)
        }
        if reportedWeight == 0 {
            let status: LeafStatus =
                isAwaited ? .awaited : notPublishedWeight == applicableWeight ? .notPublished : .notReported
            return LeafOutcome(status: status, points: nil, maximum: maximum, scoredMaximum: 0, measures: outcomes)
        }
        let exact = combination == .minimum ? least : sum?.divided(by: ExactRatio(applicableWeight))
        guard let points = exact?.rounded(rounding) else {
            let faulty = outcomes.map { _ in MeasureOutcome(state: .faulty(.overflow)) }
            return LeafOutcome(status: .notReported, points: nil, maximum: maximum, scoredMaximum: 0, measures: faulty)
        }
        let status: LeafStatus =
            reportedWeight < applicableWeight ? .partlyReported : hasScored ? .scored : .notApplicable
        return LeafOutcome(
            status: status, points: points, maximum: maximum,
            scoredMaximum: part(reportedWeight, of: applicableWeight), measures: outcomes)
    }

    /// The part of the maximum that corresponds to a weight, truncated to six decimals.
    private func part(_ weight: Int, of whole: Int) -> FixedDecimal {
        if weight == whole { return maximum }
        let product = Int128(maximum.mantissa) * Int128(weight)
        return FixedDecimal(mantissa: Int64(product / Int128(whole)))
    }
}
