public import Values

/// What can be wrong with a scenario.
public enum ScenarioFinding: String, FindingCode {
    /// The scenario changes nothing. Details: none.
    case empty = "scenario.empty"
    /// A metric that the criteria do not have. Details: `found`, `suggestion`.
    case unknownMetric = "scenario.unknownMetric"
    /// The code of a criterion that has several metrics. Details: `found`, `expected` (their codes).
    case severalMetrics = "scenario.severalMetrics"
    /// A metric is changed twice. Details: `metric`.
    case repeatedMetric = "scenario.repeatedMetric"
    /// A metric on which the unit is not scored. Details: `metric`.
    case notScored = "scenario.notScored"
    /// A change needs one of several keys, and only one. Details: `expected`.
    case badChange = "scenario.badChange"
    /// An addition where there is no number. Details: `metric`.
    case nothingToAddTo = "scenario.nothingToAddTo"
    /// A numerator for a figure that was not reported as two counts. Details: `metric`.
    case noCounts = "scenario.noCounts"
    /// A percentage where the denominator is zero. Details: `metric`.
    case zeroDenominator = "scenario.zeroDenominator"
    /// An answer or task progress for another kind of metric. Details: `metric`, `expected` (the kind).
    case wrongKind = "scenario.wrongKind"
    /// A figure outside its metric's domain. Details: `metric`, `found`, `expected`.
    case outsideDomain = "scenario.outsideDomain"
    /// A figure between two steps. Details: `metric`, `found`, `expected`.
    case offStep = "scenario.offStep"
    /// Counts for a metric that is not a ratio. Details: `metric`.
    case notARatio = "scenario.notARatio"
    /// A negative count. Details: `metric`, `found`.
    case negativeCount = "scenario.negativeCount"
    /// A count that is not whole. Details: `metric`, `found`.
    case fractionalCount = "scenario.fractionalCount"
    /// A numerator greater than its denominator. Details: `metric`, `found`.
    case numeratorExceedsDenominator = "scenario.numeratorExceedsDenominator"
    /// n ÷ 0. Details: `metric`, `found`.
    case divisionByZero = "scenario.divisionByZero"
    /// A number too large to be held exactly. Details: `metric`.
    case tooLarge = "scenario.tooLarge"
    /// The figures together cannot be scored. Details: `metric`, `fault` (a ``ScoringFault``).
    case cannotBeScored = "scenario.cannotBeScored"
    /// A range whose end is not after its beginning. Details: `found`.
    case badRange = "scenario.badRange"
    /// A range with too many steps. Details: `found`, `expected` (the maximum).
    case tooManySteps = "scenario.tooManySteps"

    /// An error.
    public var severity: Finding.Severity { .error }
}

/// What is wrong with one change of a scenario.
public struct ScenarioFault: Hashable, Sendable {
    /// The kind of fault.
    public let code: ScenarioFinding
    /// The position of the change; nil for the scenario as a whole.
    public let change: Int?
    /// What the text of the finding mentions.
    public let details: FindingDetails

    init(_ code: ScenarioFinding, change: Int?, _ details: FindingDetails = [:]) {
        self.code = code
        self.change = change
        self.details = details
    }
}

/// A scenario that cannot be applied.
public struct ScenarioError: Error, Hashable, Sendable {
    /// Everything that is wrong with it, in the order of the changes.
    public let faults: [ScenarioFault]

    /// The faults as findings.
    ///
    /// - Parameters:
    ///   - locations: where the changes are.
    ///   - whole: where the scenario is.
    public func findings(at locations: [Location], whole: Location) -> [Finding] {
        faults.map { fault in
            let location = fault.change.flatMap { locations.indices.contains($0) ? locations[$0] : nil }
            return Finding(fault.code, at: location ?? whole, fault.details)
        }
    }
}
