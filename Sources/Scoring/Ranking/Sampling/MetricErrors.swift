/// Standard errors of figures that are based on samples, such as surveys.
public struct MetricErrors: Hashable, Sendable {
    private struct Key: Hashable {
        var unit: Int
        var metric: String
    }

    private var errors: [Key: Double] = [:]

    /// Whether a unit's figures come from the same respondents, as those of one survey do: their errors are then
    /// correlated in an unknown way, and are added up as if perfectly correlated, which is the widest case. Otherwise
    /// they count as independent.
    public var sharesPeople = false

    /// Makes zero errors: every figure is exact.
    public init() {}

    /// Whether every figure is exact.
    public var isEmpty: Bool { errors.isEmpty }

    /// The standard error of a unit's figure, in the metric's unit: percentage points for a percentage. Zero for an
    /// exact figure. Setting a negative, infinite or NaN error traps.
    public subscript(unit: Int, metric: String) -> Double {
        get { errors[Key(unit: unit, metric: metric)] ?? 0 }
        set {
            precondition(newValue >= 0 && newValue.isFinite, "no standard error")
            errors[Key(unit: unit, metric: metric)] = newValue == 0 ? nil : newValue
        }
    }
}
