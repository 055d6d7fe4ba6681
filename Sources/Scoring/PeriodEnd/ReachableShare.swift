public import Values

/// What a share that grows over the period can still come to by its end: cases that are counted stay as they are, and of
/// those still to come all may succeed, or fail.
///
/// Everything is whole numbers: at the end `numerator` + x of `expected` count, with x from 0 to `remaining`.
public struct ReachableShare: Sendable {
    /// What the share is at the end when all remaining cases succeed, or when all fail.
    public struct End: Hashable, Sendable {
        /// The numerator then.
        public let numerator: Int64
        /// The percentage.
        public let share: ExactRatio
        /// The leaf's points, if nothing else changes; nil where other units' figures decide.
        public let points: FixedDecimal?
    }

    /// A level of the rule's scale, or the target.
    public struct Level: Hashable, Sendable {
        /// Whether it can be reached.
        public enum State: String, CaseIterable, Hashable, Sendable {
            /// It is reached even if all remaining cases fail.
            case certain
            /// It is reached unless too many fail.
            case open
            /// It is missed even if all remaining cases succeed.
            case lost
        }

        /// What the share must reach.
        public let limit: Limit
        /// Whether it is the target.
        public let isTarget: Bool
        /// The leaf's points from there on, if nothing else changes; nil for a target at which the scale has no level.
        public let points: FixedDecimal?
        /// How many of the remaining cases may fail; nil where the level is lost.
        public let mayFail: Int64?
        /// Whether it can be reached.
        public let state: State
    }

    /// The metric.
    public let metric: Metric
    /// The cases that succeeded so far (or failed, where less is better).
    public let numerator: Int64
    /// The cases counted so far.
    public let denominator: Int64
    /// What is expected in all.
    public let expected: ExpectedVolumes.Volume
    /// All remaining cases succeed.
    public let best: End
    /// All remaining cases fail.
    public let worst: End
    /// The levels of the scale and the target, from the least demanding.
    public let levels: [Level]

    /// How many cases are still to come.
    public var remaining: Int64 { expected.cases - denominator }

    /// How many of the remaining cases may fail so that the share at the end is within a limit; nil where it is not even
    /// if none does, for a limit in the other direction, and beyond 128 bits.
    static func mayFail(
        within limit: Limit, _ direction: Metric.Direction, numerator: Int64, remaining: Int64, expected: Int64
    ) -> Int64? {
        // The numerator that is exactly at the limit, a fraction.
        guard let hundredth = ExactRatio(Int128(expected), over: 100), let exact = limit.value.multiplied(by: hundredth)
        else { return nil }
        func whole(_ mode: Rounding.Mode) -> Int128 {
            Rounding(mode, digits: 0).divide(exact.numerator, by: exact.denominator)
        }
        // How many the numerator may lose of the most there can be, or gain on the least.
        let slack: Int128
        switch (direction, limit.comparison) {
        case (.higher, .atLeast): slack = Int128(numerator) + Int128(remaining) - whole(.up)
        case (.higher, .above): slack = Int128(numerator) + Int128(remaining) - whole(.down) - 1
        case (.lower, .atMost): slack = whole(.down) - Int128(numerator)
        case (.lower, .below): slack = whole(.up) - 1 - Int128(numerator)
        case (_, .equal), (.higher, .atMost), (.higher, .below), (.lower, .atLeast), (.lower, .above): return nil
        }
        return slack < 0 ? nil : Int64(min(slack, Int128(remaining)))
    }
}

extension StepFinder {
    /// What this year's cumulative figures of the measure can still come to.
    ///
    /// - Parameters:
    ///   - volumes: the cases expected by the end of the period.
    ///   - target: the measure's target.
    func reachableShares(_ volumes: ExpectedVolumes, target: Bound?) -> [ReachableShare] {
        ownColumns.compactMap { column in
            guard let metric = metric(of: column), metric.isCumulative, let expected = volumes[metric.code],
                let counts = figures.now(column).wholeCounts
            else { return nil }
            let scale = FixedDecimal.scale
            let (numerator, denominator) = (counts.numerator.mantissa / scale, counts.denominator.mantissa / scale)
            let remaining = expected.cases - denominator
            guard expected.cases > 0, remaining >= 0, numerator <= denominator else { return nil }
            func end(_ numerator: Int64) -> ReachableShare.End? {
                ExactRatio(100 * Int128(numerator), over: Int128(expected.cases)).map {
                    ReachableShare.End(
                        numerator: numerator, share: $0,
                        points: points(of: column, with: numerator, of: expected.cases))
                }
            }
            guard let most = end(numerator + remaining), let least = end(numerator) else { return nil }
            func level(_ limit: Limit, isTarget: Bool, _ points: FixedDecimal?) -> ReachableShare.Level {
                let mayFail = ReachableShare.mayFail(
                    within: limit, metric.direction, numerator: numerator, remaining: remaining,
                    expected: expected.cases)
                return ReachableShare.Level(
                    limit: limit, isTarget: isTarget, points: points, mayFail: mayFail,
                    state: mayFail.map { $0 == remaining ? ReachableShare.Level.State.certain : .open } ?? .lost)
            }
            let isHigher = metric.direction == .higher
            return ReachableShare(
                metric: metric, numerator: numerator, denominator: denominator, expected: expected,
                best: isHigher ? most : least, worst: isHigher ? least : most,
                levels: limits(of: column, metric, target: target).map {
                    level($0.limit, isTarget: $0.isTarget, $0.points)
                })
        }
    }

    /// The leaf's points when a share ends with these counts; nil where other units' figures decide.
    private func points(of column: Int, with numerator: Int64, of denominator: Int64) -> FixedDecimal? {
        if measure.relative != nil { return nil }
        let figure = Figure.ratio(
            numerator: FixedDecimal(cases: numerator), denominator: FixedDecimal(cases: denominator))
        return outcome(with: measureOutcome(with: [(column, figure)]), rounding: leaf.rounding).points
    }

    /// The limits of a scale that looks at one share alone, with the leaf's points from there on, and the target; from the
    /// least demanding.
    private func limits(
        of column: Int, _ metric: Metric, target: Bound?
    ) -> [(limit: Limit, isTarget: Bool, points: FixedDecimal?)] {
        guard column == main, case .figure = measure.quantity, measure.relative == nil else { return [] }
        var limits: [(limit: Limit, isTarget: Bool, points: FixedDecimal?)] = []
        for limit in allLimits {
            // A limit at the end of the domain that every share reaches is no level.
            guard let exact = points(at: limit), exact > .zero,
                let points = outcome(
                    with: MeasureOutcome(state: .scored, quantity: limit.value, points: exact), rounding: leaf.rounding
                ).points, points > limits.last?.points ?? 0
            else { continue }
            limits.append((limit, false, points))
        }
        guard let target = target.flatMap({ Limit($0).monotone(metric.direction) }) else { return limits }
        if let same = limits.firstIndex(where: { $0.limit == target }) {
            limits[same].isTarget = true
            return limits
        }
        let isHigher = metric.direction == .higher
        let place = limits.firstIndex { isHigher ? $0.limit.value > target.value : $0.limit.value < target.value }
        limits.insert((target, true, nil), at: place ?? limits.endIndex)
        return limits
    }
}

extension Limit {
    /// The limit as one that better shares keep: "= 100 %" is "at least 100 %" where more is better. Nil for one that they
    /// do not.
    fileprivate func monotone(_ direction: Metric.Direction) -> Limit? {
        switch (direction, comparison) {
        case (.higher, .atLeast), (.higher, .above), (.lower, .atMost), (.lower, .below): self
        case (.higher, .equal) where value == ExactRatio(100): Limit(comparison: .atLeast, value: value)
        case (.lower, .equal) where value == .zero: Limit(comparison: .atMost, value: value)
        default: nil
        }
    }
}
