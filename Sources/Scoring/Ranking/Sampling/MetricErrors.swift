/// Standard errors of figures that are based on samples, such as surveys.
public struct MetricErrors: Hashable, Sendable {
    private struct Key: Hashable {
        var unit: Int
        var metric: String
    }

    private var errors: [Key: Double] = [:]
    private var ranges: [Key: ClosedRange<Double>] = [:]
    /// The codes of the metrics of which some figure was ever stated not to be exact.
    private(set) var metrics: Set<String> = []

    /// Between which numbers a figure lies of which no standard error is known; nil for one with a standard error, and
    /// for an exact one. A figure of which nothing is known has bounds that leave out no number.
    public func bounds(unit: Int, metric: String) -> ClosedRange<Double>? { ranges[Key(unit: unit, metric: metric)] }

    /// States between which numbers a figure lies of which no standard error is known; it has none then.
    public mutating func bound(unit: Int, metric: String, to range: ClosedRange<Double>) {
        let key = Key(unit: unit, metric: metric)
        errors[key] = nil
        ranges[key] = range
        metrics.insert(metric)
    }

    /// Whether a figure is not exact.
    func isUncertain(unit: Int, metric: String) -> Bool {
        let key = Key(unit: unit, metric: metric)
        return errors[key] != nil || ranges[key] != nil
    }

    /// Whether a unit's figures come from the same respondents, as those of one survey do: their errors are then
    /// correlated in an unknown way, and are added up as if perfectly correlated, which is the widest case. Otherwise
    /// they count as independent.
    public var sharesPeople = false

    /// Makes zero errors: every figure is exact.
    public init() {}

    /// Whether every figure is exact.
    public var isEmpty: Bool { errors.isEmpty && ranges.isEmpty }

    /// The standard error of a unit's figure, in the metric's unit: percentage points for a percentage. Zero for an
    /// exact figure. Setting a negative, infinite or NaN error traps.
    public subscript(unit: Int, metric: String) -> Double {
        get { errors[Key(unit: unit, metric: metric)] ?? 0 }
        set {
            precondition(newValue >= 0 && newValue.isFinite, "no standard error")
            let key = Key(unit: unit, metric: metric)
            ranges[key] = nil
            errors[key] = newValue == 0 ? nil : newValue
            if newValue != 0 { metrics.insert(metric) }
        }
    }
}
