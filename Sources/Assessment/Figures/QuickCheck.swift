import Scoring
import Values

/// A metric's domain in integer arithmetic, for the many cells that are correct.
struct QuickCheck {
    let least: Int64
    let greatest: Int64
    /// Zero when any number of decimals is allowed.
    let step: Int64
    let isPercent: Bool

    init(_ metric: Metric) {
        least = metric.minimum?.mantissa ?? .min
        greatest = metric.maximum?.mantissa ?? .max
        isPercent = metric.kind == .percent
        // Steps that do not count from zero are left to the complete check.
        let isStepped =
            metric.kind == .count || metric.kind == .yesNo || metric.kind == .points
            || metric.kind == .task
        step = isStepped ? (least == 0 ? metric.step.mantissa : -1) : 0
    }

    @inline(__always)
    func passes(_ value: FixedDecimal, isPercent sign: Bool) -> Bool {
        value.mantissa >= least && value.mantissa <= greatest && (isPercent || !sign)
            && (step == 0 || (step > 0 && value.mantissa % step == 0))
    }
}
