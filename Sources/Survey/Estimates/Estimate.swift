/// An estimate from a sample, with how sure it is.
public struct Estimate: Hashable, Sendable {
    /// How far the estimate goes.
    public enum Status: Hashable, Sendable {
        /// Value, standard error and limits.
        case estimated
        /// All answers are alike (a share of 0 or 1): a bound on the other side, and no standard error.
        case oneSidedBound
        /// A value at most.
        case cannotBeEstimated(Reason)
    }

    /// Why there is no interval.
    public enum Reason: Hashable, Sendable {
        /// No row counts.
        case noRows
        /// A stratum has one sampled unit and the option gives no answer; the stage counts from 1.
        case lonelyUnit(stage: Int)
        /// As many units as strata in the domain, such as one cluster only.
        case noDegreesOfFreedom
        /// The sampled units do not differ although something was drawn: a standard error of zero would say too much.
        case noVariation
    }

    /// How the limits were found.
    public enum Method: Hashable, Sendable {
        /// On the scale of log odds with Student's t: R's `svyciprop(method = "logit")`.
        case logit
        /// Clopper–Pearson with the effective number of answers (Korn and Graubard 1998): `svyciprop(method = "beta")`.
        case beta
        /// Wilson's score interval (1927) with the same effective number of answers (Dean and Pagano 2015).
        case wilson
        /// A one-sided exact bound (Clopper–Pearson) with an effective number of answers.
        case exactBound
        /// The whole population was asked: the value is both limits.
        case census
    }

    /// The estimated share.
    public internal(set) var value: Double?
    /// The standard error; nil unless ``status`` is estimated.
    public internal(set) var standardError: Double?
    /// The limits of the interval; the outer one of a one-sided bound is 0 or 1.
    public internal(set) var lower, upper: Double?
    /// The variance over that of a simple random sample of as many rows, drawn without replacement from a population of
    /// Σw: R's `deff = TRUE`; nil where there is none to compare with.
    public internal(set) var designEffect: Double?
    /// Units of the first stage with rows in the domain less strata with such rows: R's `degf` of the domain.
    public internal(set) var degreesOfFreedom: Int
    /// Rows that count.
    public internal(set) var rows: Int
    /// The level of confidence of the limits, 0 to 1; that of the one side for a one-sided bound.
    public internal(set) var level: Double
    /// How the limits were found; nil without limits.
    public internal(set) var method: Method?
    /// How far the estimate goes.
    public internal(set) var status: Status
}

/// How estimates are worked out.
public struct EstimateSettings: Hashable, Sendable {
    /// What to do in strata with one sampled unit, as R's package survey does it by `survey.lonely.psu`.
    public var lonelyUnits = SamplingDesign.SingleCluster.fail
    /// How the limits are worked out where answers differ.
    public var interval = IntervalChoice.Method.logit
    /// The level of confidence, between 0 and 1.
    public var level = 0.95

    /// The usual settings.
    public init() {}
}
