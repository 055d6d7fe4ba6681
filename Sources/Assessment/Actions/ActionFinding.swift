package import Values

/// What can be wrong with a table of actions.
package enum ActionFinding: String, FindingCode {
    /// Rows of one action say different things of it. Details: `action`, `key` (the heading), `found`, `other` and
    /// `first` (what another row says, and where).
    case differingRows = "action.differingRows"
    /// A required cell is blank. Details: `action`, `key` (the heading).
    case blankCell = "action.blankCell"
    /// A unit that the table of units does not have. Details: `action`, `found`, `suggestion`.
    case unknownUnit = "action.unknownUnit"
    /// A metric that the criteria do not have. Details: `action`, `found`, `suggestion`.
    case unknownMetric = "action.unknownMetric"
    /// The code of a criterion that has several metrics. Details: `action`, `found`, `expected` (their codes).
    case severalMetrics = "action.severalMetrics"
    /// An action that the table does not have. Details: `action`, `found`, `suggestion`.
    case unknownAction = "action.unknownAction"
    /// An action names itself as needed or excluded. Details: `action`, `key` (the heading).
    case itself = "action.itself"
    /// Actions that need each other in a circle. Details: `found` (the circle).
    case circle = "action.circle"
    /// An action excludes one that it needs. Details: `action`, `found`.
    case excludesNeed = "action.excludesNeed"
    /// Two actions that must both be done exclude each other. Details: `action`, `found`.
    case excludedMusts = "action.excludedMusts"
    /// An action moves a metric of a unit twice. Details: `action`, `metric`, `first`.
    case repeatedEffect = "action.repeatedEffect"
    /// A row states a metric and not what becomes of it. Details: `action`, `metric`.
    case missingEffect = "action.missingEffect"
    /// A row states what becomes of a metric, and not of which. Details: `action`.
    case missingMetric = "action.missingMetric"
    /// A row states two things that become of a metric. Details: `action`, `metric`.
    case contradictoryEffect = "action.contradictoryEffect"
    /// A percent sign on what is no percentage. Details: `action`, `found`.
    case percentSign = "action.percentSign"
    /// A cost below zero. Details: `action`, `found`.
    case negativeCost = "action.negativeCost"
    /// Costs whose sum is too large to be exact. Details: none.
    case costsTooLarge = "action.costsTooLarge"
    /// A deadline that is no day. Details: `action`, `found`.
    case badDay = "action.badDay"
    /// A mark that is none. Details: `action`, `found`, `expected`.
    case badMark = "action.badMark"
    /// A figure outside its metric's domain. Details: `action`, `metric`, `found`, `expected`.
    case outsideDomain = "action.outsideDomain"
    /// A figure between two steps. Details: `action`, `metric`, `found`, `expected`.
    case offStep = "action.offStep"
    /// Counts for a metric that is no ratio. Details: `action`, `metric`.
    case notARatio = "action.notARatio"
    /// A count below zero, or a count below the line of zero. Details: `action`, `metric`, `found`.
    case badCount = "action.badCount"
    /// More above the line than below. Details: `action`, `metric`, `found`.
    case numeratorExceedsDenominator = "action.numeratorExceedsDenominator"
    /// No unit would be better off: its figure is as good or better. Details: `action`, `metric`, `found`.
    case noBetter = "action.noBetter"
    /// The unit is not scored on the metric, or it does not apply to it. Details: `action`, `metric`.
    case notScored = "action.notScored"
    /// An addition to figures that are no numbers. Details: `action`, `metric`.
    case nothingToAddTo = "action.nothingToAddTo"
    /// What becomes of the figure does not fit the figures there are. Details: `action`, `metric`.
    case contradiction = "action.contradiction"
    /// An action that can be done only after the year that is scored. Details: `action`, `found`, `expected`.
    case afterYear = "action.afterYear"
    /// The table has no action. Details: none.
    case noActions = "action.noActions"

    /// Warnings for what counts nothing and leaves the rest sound.
    package var severity: Finding.Severity {
        switch self {
        case .noBetter, .notScored, .nothingToAddTo, .contradiction, .afterYear: .warning
        default: .error
        }
    }
}
