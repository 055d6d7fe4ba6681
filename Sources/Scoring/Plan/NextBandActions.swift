import Values

extension UnitScore {
    /// One action per band that a figure of the unit can still reach, for assessments that list no actions.
    ///
    /// Each brings one figure to the nearest value, in the metric's smallest step, at which its measure earns more than
    /// before; a figure reported as two counts keeps its denominator. Its cost is the relative distance in percent:
    /// `100 × |target − now| ÷ max(|target|, |now|)`, to six decimals, a half away from zero; 100 where nothing is
    /// reported. Actions on the same metric exclude each other. There are none for what does not apply, is awaited or
    /// is not published. Codes are the changes that `whatif --set` accepts: `3.4.1=99.5`, `3.4.1=490/500`.
    public var nextBandActions: [PlannedAction] { nextBandActions(expecting: ExpectedVolumes()) }

    /// The same without what a cumulative share can no longer reach; the best that it can is a step, where it earns more.
    ///
    /// - Parameter volumes: the cases expected by the end of the period.
    public func nextBandActions(expecting volumes: ExpectedVolumes) -> [PlannedAction] {
        let criteria = compiled
        let unitFigures = figures
        let ceilings = unitFigures.ceilings(of: criteria.described, expecting: volumes)
        let metrics = criteria.set.metrics
        var actions: [PlannedAction] = []
        for leaf in criteria.leaves where leaf.levels[unitFigures.level] {
            let measures = criteria.set.criteria[leaf.criterion].leaf?.measures ?? []
            for (measure, described) in zip(leaf.measures, measures) where measure.levels[unitFigures.level] {
                switch measure.outcome(unitFigures).state {
                case .notApplicable, .notAssigned, .awaited, .notPublished: continue
                case .scored, .notReported, .lastYearNotReported, .noBase, .faulty: break
                }
                var seen: Set<Int> = []
                for (column, isLastYear) in measure.quantity.figures where !isLastYear && seen.insert(column).inserted {
                    // A rule's further figures, such as those of the base year, are what the main one is compared with;
                    // only the items of a checklist stand on their own.
                    if metrics[column].code != described.metrics[0].code, metrics[column].kind != .yesNo { continue }
                    let finder = BandFinder(
                        measure: measure, column: column, metric: metrics[column], figures: unitFigures,
                        ceiling: ceilings[column])
                    // Given points stand until a figure changes, so only what earns more than they are is a step.
                    let given = standing(of: leaf.criterion)?.points
                    let targets = finder.targets.filter { target in
                        given.map { finder.leafPoints(leaf, at: target) ?? 0 > $0 } ?? true
                    }
                    let codes = targets.map { "\(metrics[column].code)=\($0.text)" }
                    for (position, target) in targets.enumerated() {
                        actions.append(
                            PlannedAction(
                                code: codes[position], name: "", cost: finder.distance(to: target),
                                effects: [.init(metrics[column].code, metrics[column].edit(reaching: target))],
                                excludes: codes.filter { $0 != codes[position] }))
                    }
                }
            }
        }
        return actions
    }
}

/// Finds the figures at which a measure earns more.
private struct BandFinder {
    let measure: CompiledMeasure
    let column: Int
    let metric: Metric
    let figures: UnitFigures
    /// The best that the figure can still come to; nil where nothing is known of it.
    let ceiling: ShareCeiling?

    private var now: Figure { figures.now(column) }

    /// The nearest figures of every band ahead that earns more than all nearer ones, nearest first.
    var targets: [Figure] {
        var best = points(at: now) ?? .zero
        var targets: [Figure] = []
        for figure in candidates {
            guard let points = points(at: figure), points > best else { continue }
            best = points
            targets.append(figure)
        }
        return targets
    }

    /// The cost of a target: its distance, in percent of the greater of both numbers.
    func distance(to target: Figure) -> FixedDecimal {
        guard let now = now.exactNumber, let number = target.exactNumber, let way = number.subtracting(now) else {
            return 100
        }
        func size(_ number: ExactRatio) -> ExactRatio { number < .zero ? number.negated : number }
        let whole = max(size(now), size(number))
        let percent = size(way).multiplied(by: ExactRatio(100))?.divided(by: whole)?.rounded(.finest)
        // Anything but zero distance costs something.
        return max(percent ?? 100, FixedDecimal(mantissa: 1))
    }

    /// The points of the whole leaf with one figure.
    func leafPoints(_ leaf: CompiledLeaf, at figure: Figure) -> FixedDecimal? {
        var changed = figures
        changed.figures[figures.unit, column] = figure
        return leaf.outcome(changed).points
    }

    private func points(at figure: Figure) -> ExactRatio? {
        var changed = figures
        changed.figures[figures.unit, column] = figure
        return measure.outcome(changed).points
    }

    /// Figures in the better direction at or just beyond every limit of the rule, nearest first.
    private var candidates: [Figure] {
        var found: [Figure] = []
        switch metric.kind {
        case .yesNo: found = [.value(0), .value(1)]
        case .task: found = [.value(0), .value(1), .value(2)]
        case .percent, .count, .amount, .points:
            let line = measure.quantity.line(
                over: column, others: { figures.now($0).exactNumber }, lastYear: { figures.before($0).exactNumber })
            let isHigher = metric.direction == .higher
            for value in measure.function.pieces.compactMap({ $0.start?.value }) {
                guard let limit = line?.figure(at: value) else { continue }
                let sides: [Comparison] = isHigher ? [.atLeast, .above] : [.atMost, .below]
                found += sides.compactMap { figure(within: Limit(comparison: $0, value: limit)) }
            }
            if let end = isHigher ? metric.maximum : metric.minimum {
                let limit = Limit(comparison: isHigher ? .atLeast : .atMost, value: ExactRatio(end))
                if let figure = figure(within: limit) { found.append(figure) }
            }
        }
        if let ceiling { found.append(ceiling.figure) }
        let ahead = found.filter { figure in
            metric.isBetter(figure, than: now) && metric.fault(in: figure) == nil
                && !(ceiling?.isPassed(by: figure, metric) ?? false)
        }
        return ahead.sorted { metric.isBetter($1, than: $0) }
    }

    private func figure(within limit: Limit) -> Figure? {
        if case .ratio(_, let denominator) = now {
            let isWhole = now.hasWholeCounts
            return metric.leastNumerator(
                within: limit, of: denominator, part: isWhole ? 1 : FixedDecimal(mantissa: 1)
            ).map { .ratio(numerator: $0, denominator: denominator) }
        }
        return metric.leastFigure(within: limit).map { .value($0) }
    }
}
