import Values

/// Why the figures of several units cannot be combined.
public enum CombinationFault: String, Error, CaseIterable, Hashable, Sendable {
    /// The metric is none of those that add up: yes or no, points, task progress; or its edition says that it does not.
    case kind
    /// A percentage without its two counts.
    case noCounts
    /// Some units have a figure; others have none, or theirs is awaited or not published.
    case incomplete
    /// Out of the range of numbers.
    case overflow
    /// People gave points to some of the units, and points of several units cannot be made one.
    case given
}

extension Metric {
    /// The figure of a unit formed from several others: counts and amounts are added, ratios by numerator and
    /// denominator, unless the metric's ``Metric/pooling`` says otherwise.
    ///
    /// What does not apply to a unit adds nothing. A single unit's figure, or a state that all share, stays as it is.
    /// - Throws: ``CombinationFault``; no figure is ever estimated.
    /// - Complexity: O(figures).
    public func combined(_ figures: [Figure]) throws(CombinationFault) -> Figure {
        guard let first = figures.first else { return .notReported }
        if figures.count == 1 { return first }
        switch first {
        case .notReported, .notApplicable, .awaited, .notPublished:
            if figures.allSatisfy({ $0 == first }) { return first }
        case .value, .ratio: break
        }
        if pooling == Pooling.none { throw .kind }
        if pooling == .mean { return try mean(of: figures) }
        let isAdded = kind == .count || kind == .amount
        guard isAdded || kind == .percent else { throw .kind }
        var (above, below) = (FixedDecimal.zero, FixedDecimal.zero)
        for figure in figures {
            switch figure {
            case .value(let value) where isAdded: above = try Self.sum(above, value)
            case .ratio(let numerator, let denominator) where kind == .percent:
                above = try Self.sum(above, numerator)
                below = try Self.sum(below, denominator)
            case .value, .ratio: throw .noCounts
            case .notApplicable: continue
            case .notReported, .awaited, .notPublished: throw .incomplete
            }
        }
        return isAdded ? .value(above) : .ratio(numerator: above, denominator: below)
    }

    /// The plain mean of those that apply. A percentage stays exact, as hundredths of a count; another number has six
    /// decimals.
    private func mean(of figures: [Figure]) throws(CombinationFault) -> Figure {
        var sum = ExactRatio.zero
        var count = 0
        for figure in figures {
            switch figure {
            case .notApplicable: continue
            case .notReported, .awaited, .notPublished: throw .incomplete
            case .value, .ratio:
                if figure.isZeroOfZero { continue }
                guard let number = figure.exactNumber, let next = sum.adding(number) else { throw .overflow }
                sum = next
                count += 1
            }
        }
        guard count > 0 else { return .notApplicable }
        guard let mean = sum.divided(by: ExactRatio(count)), let rounded = mean.rounded(.finest) else {
            throw .overflow
        }
        if ExactRatio(rounded) == mean || kind != .percent { return .value(rounded) }
        guard let above = mean.divided(by: ExactRatio(100)),
            let numerator = Int64(exactly: above.numerator), let denominator = Int64(exactly: above.denominator),
            ratio != nil
        else { return .value(rounded) }
        return .ratio(numerator: FixedDecimal(mantissa: numerator), denominator: FixedDecimal(mantissa: denominator))
    }

    private static func sum(_ left: FixedDecimal, _ right: FixedDecimal) throws(CombinationFault) -> FixedDecimal {
        guard let sum = left.addingReportingOverflow(right) else { throw .overflow }
        return sum
    }
}

/// Several units of a table as if they had been one.
public struct CombinedScore: Sendable {
    /// A metric whose figures could not be combined.
    public struct Gap: Hashable, Sendable {
        /// The metric's code.
        public let metric: String
        /// The code of the leaf that cannot be scored because of it.
        public let leaf: String
        /// Why the figures could not be combined.
        public let fault: CombinationFault
    }

    /// The score of the combined figures. Leaves with a gap count as not reported in it and carry no meaning.
    public let score: UnitScore
    /// What could not be combined, leaf by leaf in tree order.
    public let gaps: [Gap]

    /// The codes of the leaves with a gap.
    public var leavesWithGaps: Set<String> { Set(gaps.map { $0.leaf }) }
}

extension ScoreTable {
    /// Scores several units as if they had been one: by their edition, with their figures of this year and last year
    /// combined (``Metric/combined(_:)``).
    ///
    /// - Parameter positions: the units; at least one, all of the same level.
    /// - Returns: nil unless the units are of the same level.
    /// - Complexity: O(metrics × units).
    public func combined(_ positions: [Int]) -> CombinedScore? {
        let scores = positions.map { self[$0] }
        guard let first = positions.first.map({ units[$0] }),
            positions.allSatisfy({ units[$0].level == first.level })
        else { return nil }
        let sources = scores.map { $0.figures }
        let metrics = criteria.set.metrics
        var now = criteria.emptyFigures(unitCount: 1)
        var before = now
        var faults: [Int: CombinationFault] = [:]
        var faultsBefore: [Int: CombinationFault] = [:]
        for (column, metric) in metrics.enumerated() {
            do throws(CombinationFault) {
                now[0, column] = try metric.combined(sources.map { $0.now(column) })
            } catch { faults[column] = error }
            do throws(CombinationFault) {
                before[0, column] = try metric.combined(sources.map { $0.before(column) })
            } catch { faultsBefore[column] = error }
        }
        if let only = positions.first, positions.count == 1 {
            return CombinedScore(score: self[only], gaps: [])
        }
        let unit = ScoredUnit(
            code: first.code, level: first.level, group: first.group, parent: first.parent,
            isRanked: positions.contains { units[$0].isRanked })
        guard
            let table = try? criteria.score(
                now, units: [unit], lastYear: LastYear(figures: before, units: [0]),
                amid: peers(of: unit, now, insteadOf: positions))
        else { return nil }
        var gaps: [CombinedScore.Gap] = []
        for leaf in table[0].compiled.leaves {
            let code = criteria.set.criteria[leaf.criterion].code
            for measure in leaf.measures where measure.levels[table[0].figures.level] {
                for (column, isLastYear) in measure.quantity.figures {
                    guard let fault = isLastYear ? faultsBefore[column] : faults[column] else { continue }
                    let gap = CombinedScore.Gap(metric: metrics[column].code, leaf: code, fault: fault)
                    if !gaps.contains(gap) { gaps.append(gap) }
                }
            }
        }
        for (node, criterion) in criteria.set.criteria.enumerated() {
            guard scores.contains(where: { $0.standing(of: node) != nil }) else { continue }
            let metric = criterion.leaf?.measures.first?.metrics.first?.code ?? criterion.code
            gaps.append(CombinedScore.Gap(metric: metric, leaf: criterion.code, fault: .given))
        }
        return CombinedScore(score: table[0], gaps: gaps)
    }

    /// The scales that a unit meets with its figures in the place of some units; nil where the set has none.
    private func peers(
        of unit: ScoredUnit, _ figures: FigureTable, insteadOf positions: [Int]
    ) -> (scales: RelativeScales, positions: [Int])? {
        if criteria.relatives.isEmpty { return nil }
        guard let place = positions.first else { return nil }
        var (all, together) = (storage.columns.figures, units)
        together[place] = unit
        for column in Set(criteria.relatives.map { $0.column }) {
            for other in positions { all[other, column] = .notApplicable }
            all[place, column] = figures[0, column]
        }
        let levels = together.map { criteria.set.position(ofLevel: $0.level) ?? 0 }
        return RelativeScales(criteria, all, units: together, levels: levels).map { ($0, [place]) }
    }
}
