/// An estimate from a sample, with its precision.
public struct Estimate: Hashable, Sendable {
    /// How much the estimate contains.
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
        /// A stratum has one sampled unit and the option gives no result; the stage counts from 1.
        case lonelyUnit(stage: Int)
        /// As many units as strata in the domain, such as a single cluster.
        case noDegreesOfFreedom
        /// The sampled units do not differ although something was drawn: a standard error of zero would claim too much.
        case noVariation
    }

    /// How the limits were computed.
    public enum Method: Hashable, Sendable {
        /// On the log-odds scale with Student's t: R's `svyciprop(method = "logit")`.
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
    /// The variance relative to that of a simple random sample of the same number of rows, drawn as ``comparison`` says;
    /// nil when there is no such variance to compare with.
    public internal(set) var designEffect: Double?
    /// How the simple random sample is drawn with which the design effect compares.
    public internal(set) var comparison = SimpleSample.withoutReplacement
    /// First-stage units with rows in the domain minus strata with such rows: R's `degf` of the domain.
    public internal(set) var degreesOfFreedom: Int
    /// Rows that count.
    public internal(set) var rows: Int
    /// The confidence level of the limits, 0 to 1; for a one-sided bound, that of the one side.
    public internal(set) var level: Double
    /// How the limits were computed; nil without limits.
    public internal(set) var method: Method?
    /// How much the estimate contains.
    public internal(set) var status: Status
    /// Replicates that have nobody to estimate from; the error is that of the others, as R's.
    public internal(set) var droppedReplicates = 0

    init(degreesOfFreedom: Int, rows: Int, level: Double, status: Status) {
        (self.degreesOfFreedom, self.rows, self.level, self.status) = (degreesOfFreedom, rows, level, status)
    }
}

extension Estimate {
    /// The rows of a simple random sample with the same variance: their number divided by the design effect.
    public var effectiveSize: Double? { designEffect.flatMap { $0 > 0 ? Double(rows) / $0 : nil } }
}

extension Estimate {
    /// Keeps only the value.
    mutating func losePrecision(for reason: Reason) {
        status = .cannotBeEstimated(reason)
        (standardError, designEffect, lower, upper, method) = (nil, nil, nil, nil, nil)
    }
}

/// How a simple random sample is drawn with which a design effect compares.
public enum SimpleSample: String, Hashable, Sendable {
    /// From a population of Σw, without replacement: R's `deff = TRUE`.
    case withoutReplacement
    /// With replacement (Kish 1965, chapter 8.2), where the weights do not add up to a population: R's
    /// `deff = "replace"`.
    case withReplacement
}

/// How estimates are computed.
public struct EstimateSettings: Hashable, Sendable {
    /// What to do in strata with one sampled unit, as `survey.lonely.psu` in R's package survey.
    public var lonelyUnits = SamplingDesign.SingleCluster.fail
    /// How the limits are computed where answers differ.
    public var interval = IntervalChoice.Method.logit
    /// The confidence level, between 0 and 1.
    public var level = 0.95
    /// What design effects compare with.
    public var comparison = SimpleSample.withoutReplacement

    /// The default settings.
    public init() {}
}
