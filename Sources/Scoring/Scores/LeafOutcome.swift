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
        /// Its survey is still awaited.
        case awaited
        /// A figure is not published.
        case notPublished
        /// It does not apply.
        case notApplicable(NotApplicableReason)
        /// The figures cannot be scored; see ``ScoringIssue``.
        case faulty(ScoringFault)

        /// The name by which data knows it.
        package var name: String {
            switch self {
            case .scored: "scored"
            case .notReported: "notReported"
            case .lastYearNotReported: "lastYearNotReported"
            case .awaited: "awaited"
            case .notPublished: "notPublished"
            case .notApplicable: "notApplicable"
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
}

/// Why a measure or a leaf does not apply.
public enum NotApplicableReason: Hashable, Sendable {
    /// It does not apply to the unit's level.
    case level
    /// The unit states so.
    case claimed
    /// 0 ÷ 0: there was nothing to measure.
    case zeroOverZero
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
    /// The code of its main metric.
    public let metric: String
    /// What is wrong.
    public let fault: ScoringFault
}

/// The outcome of a leaf for one unit, with its measures.
public struct LeafOutcome: Hashable, Sendable {
    /// The status.
    public let status: LeafStatus
    /// The points, rounded as the edition specifies; nil unless points count.
    public let points: FixedDecimal?
    /// The applicable maximum: zero when the leaf is left out.
    public let maximum: FixedDecimal
    /// The part of the maximum whose measures are reported.
    public let scoredMaximum: FixedDecimal
    /// The measures, in the order of the leaf.
    public let measures: [MeasureOutcome]
}
