import Values

/// Why a figure cannot be changed in this way: a fault without its change.
struct FigureEditError: Error {
    let code: ScenarioFinding
    var details: FindingDetails = [:]
}

extension Metric {
    /// A figure after a change.
    ///
    /// - Throws: ``FigureEditError`` for figures that contradict each other or the metric's domain.
    func figure(after edit: Scenario.Edit, from now: Figure) throws(FigureEditError) -> Figure {
        let figure = try unchecked(edit, from: now)
        guard let fault = fault(in: figure) else { return figure }
        let found = figure.detail
        switch fault {
        case .outsideDomain(let minimum, let maximum):
            throw error(.outsideDomain, found: found, expected: .range(minimum, maximum))
        case .offStep(let step): throw error(.offStep, found: found, expected: .number(step))
        case .notARatio: throw error(.notARatio)
        case .negativeCount: throw error(.negativeCount, found: found)
        case .numeratorExceedsDenominator: throw error(.numeratorExceedsDenominator, found: found)
        case .divisionByZero: throw error(.divisionByZero, found: found)
        }
    }

    private func unchecked(_ edit: Scenario.Edit, from now: Figure) throws(FigureEditError) -> Figure {
        switch edit {
        case .set(let value):
            guard case .ratio = now else { return .value(value) }
            return try ratio(of: ExactRatio(value), from: now)
        case .add(let more):
            switch now {
            case .value(let value):
                guard let sum = value.addingReportingOverflow(more) else { throw error(.tooLarge) }
                return .value(sum)
            case .ratio:
                guard let percent = now.exactNumber else { throw error(.zeroDenominator) }
                guard let sum = percent.adding(ExactRatio(more)) else { throw error(.tooLarge) }
                return try ratio(of: sum, from: now)
            case .notReported, .notApplicable, .awaited, .notPublished: throw error(.nothingToAddTo)
            }
        case .numerator(let count):
            guard case .ratio(_, let whole) = now else { throw error(ratio == nil ? .notARatio : .noCounts) }
            return try counts(count, whole, from: now)
        case .addToNumerator(let more):
            guard case .ratio(let count, let whole) = now else { throw error(ratio == nil ? .notARatio : .noCounts) }
            guard let sum = count.addingReportingOverflow(more) else { throw error(.tooLarge) }
            return try counts(sum, whole, from: now)
        case .counts(let numerator, let denominator): return try counts(numerator, denominator, from: now)
        case .answer(let isYes):
            guard kind == .yesNo else { throw error(.wrongKind, expected: .code(Kind.yesNo.rawValue)) }
            return .value(isYes ? 1 : 0)
        case .task(let state):
            guard kind == .task else { throw error(.wrongKind, expected: .code(Kind.task.rawValue)) }
            return .value(state.value)
        case .status(let absence): return absence.figure
        }
    }

    /// Two counts; fractional only where the figure was counted in fractions before, as sums of money are.
    private func counts(
        _ numerator: FixedDecimal, _ denominator: FixedDecimal, from now: Figure
    ) throws(FigureEditError) -> Figure {
        let figure = Figure.ratio(numerator: numerator, denominator: denominator)
        if now.hasWholeCounts, !(numerator.isInteger && denominator.isInteger) {
            throw error(.fractionalCount, found: figure.detail)
        }
        return figure
    }

    /// The smallest numerator that reaches a percentage in the better direction, over the same denominator.
    ///
    /// A percentage as reports show it, with six decimals, identifies the count it came from.
    private func ratio(of percent: ExactRatio, from now: Figure) throws(FigureEditError) -> Figure {
        guard case .ratio(_, let whole) = now, whole != 0 else { throw error(.zeroDenominator) }
        let (least, greatest) = (lawfulMinimum, lawfulMaximum)
        if percent < least.map(ExactRatio.init) ?? percent || percent > greatest.map(ExactRatio.init) ?? percent {
            throw error(
                .outsideDomain, found: percent.rounded(.finest).map { .number($0) },
                expected: .range(least, greatest))
        }
        let part = now.hasWholeCounts ? 1 : FixedDecimal(mantissa: 1)
        let better: Comparison = direction == .higher ? .atLeast : .atMost
        for comparison in [Comparison.atMost, .atLeast] {
            let limit = Limit(comparison: comparison, value: percent)
            guard let count = leastNumerator(within: limit, of: whole, part: part) else { continue }
            let figure = Figure.ratio(numerator: count, denominator: whole)
            if let shown = figure.exactNumber?.rounded(.finest), shown == percent.rounded(.finest) { return figure }
        }
        let limit = Limit(comparison: better, value: percent)
        guard let count = leastNumerator(within: limit, of: whole, part: part) else { throw error(.tooLarge) }
        return .ratio(numerator: count, denominator: whole)
    }

    private func error(
        _ code: ScenarioFinding, found: FindingValue? = nil, expected: FindingValue? = nil
    ) -> FigureEditError {
        var details: FindingDetails = [.metric: .text(self.code)]
        details[.found] = found
        details[.expected] = expected
        return FigureEditError(code: code, details: details)
    }
}

extension Figure {
    /// Whether it counts whole cases; true also for a figure that does not consist of two counts yet.
    var hasWholeCounts: Bool {
        guard case .ratio(let numerator, let denominator) = self else { return true }
        return numerator.isInteger && denominator.isInteger
    }
}
