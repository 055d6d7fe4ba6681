public import Values

/// The status of a leaf for one unit.
public enum LeafStatus: UInt8, CaseIterable, Hashable, Sendable {
    /// Every applicable measure is reported.
    case scored
    /// Some measures are reported; the others earn nothing and stay in the maximum.
    case partlyReported
    /// Nothing is reported: no points, and the maximum is kept.
    case notReported
    /// Its survey is still awaited: no points for now, and the maximum is kept.
    case awaited
    /// It does not apply: left out, or full points by the criterion's convention.
    case notApplicable
    /// Whoever measures it does not publish it: no points, and the maximum is kept.
    case notPublished
    /// It is watched and never scored: no points, no maximum.
    case watched
    /// It is scored against units some of which are still to report, and may get other points then.
    case provisional
    /// It is not assigned to the unit: out of points and maximum, whatever its figures say.
    case notAssigned
}

/// The outcome of one measure for one unit.
public struct MeasureOutcome: Hashable, Sendable {
    /// The state of a measure.
    public enum State: Hashable, Sendable {
        /// Points were computed.
        case scored
        /// A figure is missing.
        case notReported
        /// Last year's figure is missing.
        case lastYearNotReported
        /// Last year's figure is there, but no change in percent can be taken of it.
        case noBase(BaseFault)
        /// Its survey is still awaited.
        case awaited
        /// A figure is not published.
        case notPublished
        /// It does not apply.
        case notApplicable(NotApplicableReason)
        /// It is not assigned to the unit.
        case notAssigned
        /// The figures cannot be scored; see ``ScoringIssue``.
        case faulty(ScoringFault)

        /// The name by which data knows it.
        package var name: String {
            switch self {
            case .scored: "scored"
            case .notReported: "notReported"
            case .lastYearNotReported: "lastYearNotReported"
            case .noBase: "noBase"
            case .awaited: "awaited"
            case .notPublished: "notPublished"
            case .notApplicable: "notApplicable"
            case .notAssigned: "notAssigned"
            case .faulty: "faulty"
            }
        }
    }

    /// The state.
    public let state: State
    /// What the rule evaluated: the figure itself, a change, a difference.
    public let quantity: ExactRatio?
    /// Points on the scale of the leaf's whole maximum, before measures are combined; exact.
    public let points: ExactRatio?
    /// Which points it can still get, where it is measured against units that are still to report; nil where these can
    /// change nothing.
    public var range: ClosedRange<ExactRatio>?
    /// What figures of 0 ÷ 0 could have earned that are left out, and that share their points out, on the same scale; nil
    /// where there are none.
    package var leftOut: ExactRatio?
    package var sharedOut: ExactRatio?
    /// The figure at which the measure could not be scored.
    var guilty: GuiltyFigure?
}

/// Why there is no change in percent of last year's figure.
public enum BaseFault: String, Hashable, Sendable {
    /// It was zero.
    case zero
    /// It was negative, so that better would become worse.
    case negative
}

/// Why a measure or a leaf does not apply.
public enum NotApplicableReason: Hashable, Sendable {
    /// It does not apply to the unit's level.
    case level
    /// The unit states so.
    case claimed
    /// 0 ÷ 0: there was nothing to measure.
    case zeroOverZero
    /// A percentage has a denominator of zero, for which its metric has a convention.
    case zeroDenominator(Settlement)
    /// The unit is new: neither it nor a predecessor was there last year.
    case withoutLastYear(Settlement)

    /// What is settled; nil where the measure's own convention says so.
    public var settlement: Settlement? {
        switch self {
        case .level, .claimed, .zeroOverZero: nil
        case .zeroDenominator(let settlement), .withoutLastYear(let settlement): settlement
        }
    }
}

/// Why reported figures cannot be scored.
public enum ScoringFault: String, Hashable, Sendable {
    /// 0 ÷ 0 where the criterion has no convention for it.
    case zeroOverZero
    /// A non-zero number divided by zero.
    case divisionByZero
    /// A change in percent of a negative figure, which would turn better into worse.
    case negativeBase
    /// The unit states that it does not apply, but the criterion does not allow that.
    case notApplicableNotAllowed
    /// Some figures of the rule are stated not to apply, others are reported.
    case partlyNotApplicable
    /// Beyond 128 bits.
    case overflow
}

/// A measure whose figures cannot be scored: an error in the figures, shown with unit and code.
public struct ScoringIssue: Hashable, Sendable {
    /// The position of the unit.
    public let unit: Int
    /// The code of the measure.
    public let measure: String
    /// The code of the guilty metric: the one with the denominator of zero, or the main one.
    public let metric: String
    /// Whether it is last year's figure that is guilty.
    public var isLastYear = false
    /// What is wrong.
    public let fault: ScoringFault
}

/// The outcome of a leaf for one unit, with its measures.
public struct LeafOutcome: Hashable, Sendable {
    /// The status.
    public let status: LeafStatus
    /// The points, rounded as the edition specifies, or to six decimals where it rounds later; nil unless points count.
    public let points: FixedDecimal?
    /// What the points are beyond those six decimals: zero where the edition rounds leaves.
    var excess = ExactSum.zero
    /// The applicable maximum: zero when the leaf is left out.
    public let maximum: FixedDecimal
    /// The part of the maximum whose measures are reported and settled.
    public let scoredMaximum: FixedDecimal
    /// What these maxima are beyond six decimals.
    var beyond = MaximumExcess.zero
    /// The measures, in the order of the leaf.
    public let measures: [MeasureOutcome]
    /// What of the maximum goes to other leaves, and what comes from others.
    var sharedOut = FixedDecimal.zero
    package var sharedIn = FixedDecimal.zero
    /// Whether the condition on another criterion holds; nil without one.
    public internal(set) var requirement: RequirementOutcome?

    /// Points and maxima as one sum.
    var sum: PointSum {
        PointSum(
            points: points ?? 0, maximum: maximum, scoredMaximum: scoredMaximum, excess: excess, beyond: beyond)
    }

    /// The applicable maximum as a fraction.
    var exactMaximum: ExactRatio { sum.exactMaximum ?? ExactRatio(maximum) }
}
