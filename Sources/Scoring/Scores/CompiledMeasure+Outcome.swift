import Values

/// The figure at which a measure could not be scored.
struct GuiltyFigure: Hashable {
    let column: Int
    let isLastYear: Bool
}

extension CompiledMeasure {
    package func outcome(_ figures: UnitFigures) -> MeasureOutcome {
        guard levels[figures.level] else {
            return MeasureOutcome(state: isAssigned ? .notApplicable(.level) : .notAssigned)
        }
        return outcomeOfAnyLevel(figures)
    }

    /// The outcome of the measure with a unit's figures, as if it applied to every level.
    func outcomeOfAnyLevel(_ figures: UnitFigures) -> MeasureOutcome {
        if let missing = missing(figures) { return missing }
        let zeros = zeroDenominators.filter { figures.now($0.column).isZeroOfZero }
        if zeros.isEmpty { return evaluated(figures) }
        let all = Set(quantity.figures.map { $0.figure })
        // A rule has one subject, which such a figure leaves without a value; a formula has as many as it has figures.
        if !isFormula || (zeros.count == all.count && zeros.allSatisfy { $0.settlement == zeros[0].settlement }) {
            return MeasureOutcome(state: .notApplicable(.zeroDenominator(zeros[0].settlement)))
        }
        return settled(zeros, figures)
    }

    /// The outcome of a formula some of whose figures are 0 ÷ 0: each stands as its convention says, and what one that
    /// is left out could have earned beside the others leaves the maximum.
    private func settled(_ zeros: [ZeroColumn], _ figures: UnitFigures) -> MeasureOutcome {
        func result(best: [Settlement]) -> MeasureOutcome {
            evaluated(
                figures,
                instead: zeros.map { zero in
                    (zero.column, best.contains(zero.settlement) ? zero.best : zero.worst)
                })
        }
        var outcome = result(best: [.fullPoints])
        let open = result(best: [.fullPoints, .leaveOut])
        let whole = result(best: [.fullPoints, .leaveOut, .shareOut])
        guard let least = outcome.points, let more = open.points, let most = whole.points else { return outcome }
        outcome.leftOut = more.subtracting(least).map { max($0, .zero) }
        outcome.sharedOut = most.subtracting(more).map { max($0, .zero) }
        return outcome
    }

    /// The points of the figures, with some numbers in place of figures.
    private func evaluated(_ figures: UnitFigures, instead: [(column: Int, number: ExactRatio)] = []) -> MeasureOutcome
    {
        var guilty: GuiltyFigure?
        do throws(QuantityError) {
            let value = try quantity.value(
                figure: { column throws(QuantityError) in
                    if let number = instead.first(where: { $0.column == column })?.number { return number }
                    guilty = GuiltyFigure(column: column, isLastYear: false)
                    return try Self.number(figures.now(column))
                },
                lastYear: { column throws(QuantityError) in
                    guilty = GuiltyFigure(column: column, isLastYear: true)
                    return try Self.number(figures.before(column))
                })
            guard let points = points(at: value, figures) else {
                return MeasureOutcome(state: .faulty(.overflow), guilty: guilty)
            }
            return MeasureOutcome(
                state: .scored, quantity: value, points: points, range: range(at: value, around: points, figures))
        } catch {
            return MeasureOutcome(state: state(after: error, guilty, figures), guilty: guilty)
        }
    }

    /// The points at a quantity, on the scale that the unit's cohort has with its figures; nil beyond 128 bits, and
    /// where nobody knows the cohort.
    func points(at quantity: ExactRatio, _ figures: UnitFigures) -> ExactRatio? {
        guard let relative else { return function.points(at: quantity) }
        return figures.compared?.points(of: relative, at: quantity, figures.now(relative.column))
    }

    /// Which points the quantity can still get once all others have reported; nil where these can change nothing.
    private func range(
        at quantity: ExactRatio, around points: ExactRatio, _ figures: UnitFigures
    ) -> ClosedRange<ExactRatio>? {
        relative.flatMap { relative in
            figures.compared?.range(of: relative, at: quantity, around: points, figures.now(relative.column))
        }
    }

    private func state(
        after error: QuantityError, _ guilty: GuiltyFigure?, _ figures: UnitFigures
    ) -> MeasureOutcome.State {
        let isLastYear = guilty?.isLastYear ?? false
        switch error {
        // The convention for all of a measure does not decide it where other parts of it say something.
        case .zeroOverZero where convention != nil && (!isFormula || isOfNothing(figures)):
            return .notApplicable(.zeroOverZero)
        // What last year's figure was is a fact, and no fault of this year's.
        case .zeroOverZero where isLastYear, .divisionByZero where isLastYear: return .noBase(.zero)
        case .negativeBase where isLastYear: return .noBase(.negative)
        case .zeroOverZero: return .faulty(.zeroOverZero)
        case .divisionByZero: return .faulty(.divisionByZero)
        case .negativeBase: return .faulty(.negativeBase)
        case .overflow: return .faulty(.overflow)
        }
    }

    /// Whether all figures say that there was nothing.
    private func isOfNothing(_ figures: UnitFigures) -> Bool {
        let columns = quantity.figures
        // Of a single figure, the whole is the part.
        if columns.allSatisfy({ $0 == columns[0] }) { return true }
        return columns.allSatisfy { column, isLastYear in
            let figure = isLastYear ? figures.before(column) : figures.now(column)
            return figure == .value(0) || figure.isZeroOfZero
        }
    }

    /// The outcome when a figure that the rule needs is not a number.
    private func missing(_ figures: UnitFigures) -> MeasureOutcome? {
        var isAwaited = false
        var isNotPublished = false
        var notApplicable: [Int] = []
        var lacksLastYear = false
        let needed = quantity.figures
        for (column, isLastYear) in needed {
            switch isLastYear ? figures.before(column) : figures.now(column) {
            case .ratio(0, 0) where isLastYear:
                // There was nothing last year, hence nothing to compare with, but there may well be something now.
                lacksLastYear = true
            case .value, .ratio: break
            case .notReported:
                if !isLastYear { return MeasureOutcome(state: .notReported) }
                lacksLastYear = true
            case .awaited: isAwaited = true
            case .notPublished: if isLastYear { lacksLastYear = true } else { isNotPublished = true }
            case .notApplicable: if isLastYear { lacksLastYear = true } else { notApplicable.append(column) }
            }
        }
        if let first = notApplicable.first {
            let guilty = GuiltyFigure(column: first, isLastYear: false)
            guard notApplicable.count == needed.count(where: { !$0.isLastYear }) else {
                return MeasureOutcome(state: .faulty(.partlyNotApplicable), guilty: guilty)
            }
            if convention == nil { return MeasureOutcome(state: .faulty(.notApplicableNotAllowed), guilty: guilty) }
            return MeasureOutcome(state: .notApplicable(.claimed))
        }
        // What may still arrive takes precedence over what never will.
        if isAwaited { return MeasureOutcome(state: .awaited) }
        if isNotPublished { return MeasureOutcome(state: .notPublished) }
        guard lacksLastYear else { return nil }
        if figures.isNew, let withoutLastYear {
            return MeasureOutcome(state: .notApplicable(.withoutLastYear(withoutLastYear)))
        }
        return MeasureOutcome(state: .lastYearNotReported)
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

extension Figure {
    /// Whether it is 0 ÷ 0: there was nothing to count.
    var isZeroOfZero: Bool { self == .ratio(numerator: 0, denominator: 0) }
}

extension MeasureOutcome {
    init(state: State, guilty: GuiltyFigure? = nil) {
        self.init(state: state, quantity: nil, points: nil, guilty: guilty)
    }
}
