package import Values

/// What can be wrong with a table of actions.
package enum ActionFinding: String, FindingCode {
    /// Rows of one action contradict each other. Details: `action`, `key` (the heading), `found`, `other` and `first`
    /// (what another row states, and where).
    case differingRows = "action.differingRows"
    /// A required cell is blank. Details: `action`, `key` (the heading).
    case blankCell = "action.blankCell"
    /// A unit that is not in the table of units. Details: `action`, `found`, `suggestion`.
    case unknownUnit = "action.unknownUnit"
    /// A name that several units bear. Details: `action`, `found`, `expected` (their codes).
    case ambiguousUnit = "action.ambiguousUnit"
    /// A metric that the criteria do not have. Details: `action`, `found`, `suggestion`.
    case unknownMetric = "action.unknownMetric"
    /// The code of a criterion that has several metrics. Details: `action`, `found`, `expected` (their codes).
    case severalMetrics = "action.severalMetrics"
    /// An action that is not in the table. Details: `action`, `found`, `suggestion`.
    case unknownAction = "action.unknownAction"
    /// An action names itself as needed or excluded. Details: `action`, `key` (the heading).
    case itself = "action.itself"
    /// Actions that need each other in a cycle. Details: `found` (the cycle).
    case circle = "action.circle"
    /// An action excludes one that it needs. Details: `action`, `found`.
    case excludesNeed = "action.excludesNeed"
    /// Two actions that must both be done exclude each other. Details: `action`, `found`.
    case excludedMusts = "action.excludedMusts"
    /// An action changes a metric of a unit twice. Details: `action`, `metric`, `first`.
    case repeatedEffect = "action.repeatedEffect"
    /// A row states a metric but not its change. Details: `action`, `metric`.
    case missingEffect = "action.missingEffect"
    /// A row states a change but not its metric. Details: `action`.
    case missingMetric = "action.missingMetric"
    /// A row states two changes of a metric. Details: `action`, `metric`.
    case contradictoryEffect = "action.contradictoryEffect"
    /// A percent sign on something other than a percentage. Details: `action`, `found`.
    case percentSign = "action.percentSign"
    /// A negative cost. Details: `action`, `found`.
    case negativeCost = "action.negativeCost"
    /// Costs whose sum is too large to be exact. Details: none.
    case costsTooLarge = "action.costsTooLarge"
    /// A unit of costs other than that of another row, or of `assessment.json`. Details: `action`, `found`, `other`, and
    /// `first` (where the other stands).
    case differingCostUnits = "action.differingCostUnits"
    /// A deadline that is not a day, or one far from the assessment's year. Details: `action`, `found`, `expected` (the
    /// years), if it is a day.
    case badDay = "action.badDay"
    /// An unknown mark. Details: `action`, `found`, `expected`.
    case badMark = "action.badMark"
    /// A figure outside its metric's domain. Details: `action`, `metric`, `found`, `expected`.
    case outsideDomain = "action.outsideDomain"
    /// A figure between two steps. Details: `action`, `metric`, `found`, `expected`.
    case offStep = "action.offStep"
    /// Counts for a metric that is not a ratio. Details: `action`, `metric`.
    case notARatio = "action.notARatio"
    /// A negative count, or a denominator of zero. Details: `action`, `metric`, `found`.
    case badCount = "action.badCount"
    /// A numerator greater than its denominator. Details: `action`, `metric`, `found`.
    case numeratorExceedsDenominator = "action.numeratorExceedsDenominator"
    /// A percentage above 0 and not above 1 without a percent sign, 0,97 where 97 may be meant. Details: `action`,
    /// `metric`, `found`, `expected` (the percentage that may be meant).
    case looksLikeShare = "action.looksLikeShare"
    /// No unit would be better off: its figure is as good or better already. Details: `action`, `metric`, `found`.
    case noBetter = "action.noBetter"
    /// The unit is not scored on the metric, or it does not apply to it. Details: `action`, `metric`.
    case notScored = "action.notScored"
    /// An addition where there is no number. Details: `action`, `metric`.
    case nothingToAddTo = "action.nothingToAddTo"
    /// The change does not fit the current figures. Details: `action`, `metric`.
    case contradiction = "action.contradiction"
    /// An action that can only be done after the year being scored. Details: `action`, `found`, `expected`.
    case afterYear = "action.afterYear"
    /// The table has no actions. Details: none.
    case noActions = "action.noActions"

    /// Warnings for what has no effect and leaves the rest sound.
    package var severity: Finding.Severity {
        switch self {
        case .noBetter, .notScored, .nothingToAddTo, .contradiction, .afterYear, .looksLikeShare: .warning
        default: .error
        }
    }
}
