public import Values

/// Something that can be done: the figures it changes, and its cost.
public struct PlannedAction: Hashable, Sendable {
    /// Whether it can be chosen.
    public enum Requirement: String, CaseIterable, Hashable, Sendable {
        /// The plan decides.
        case open
        /// It is always done.
        case mustDo
        /// It is never done.
        case mustNotDo
    }

    /// Its effect on one metric.
    public struct Effect: Hashable, Sendable {
        /// The code of the metric.
        public let metric: String
        /// The change of the figure. Of several set figures the best counts; additions are added
        /// up.
        public let edit: Scenario.Edit
        /// The codes of the units whose figure it changes; nil for every unit scored on the metric.
        public let units: [String]?

        /// Makes an effect.
        public init(_ metric: String, _ edit: Scenario.Edit, units: [String]? = nil) {
            self.metric = metric
            self.edit = edit
            self.units = units
        }
    }

    /// The code: text, never a number.
    public let code: String
    /// The display name.
    public let name: String
    /// Its cost, in whatever unit all costs have; not negative.
    public let cost: FixedDecimal
    /// The last day for doing it.
    public let deadline: CalendarDay?
    /// Its effects, metric by metric; empty for an action that only others need.
    public let effects: [Effect]
    /// Codes of actions without which it cannot be done.
    public let needs: [String]
    /// Codes of actions that rule it out.
    public let excludes: [String]
    /// Whether it can be chosen.
    public var requirement: Requirement

    /// Makes an action.
    public init(
        code: String, name: String, cost: FixedDecimal, deadline: CalendarDay? = nil, effects: [Effect],
        needs: [String] = [], excludes: [String] = [], requirement: Requirement = .open
    ) {
        self.code = code
        self.name = name
        self.cost = cost
        self.deadline = deadline
        self.effects = effects
        self.needs = needs
        self.excludes = excludes
        self.requirement = requirement
    }
}

/// Why an action's effect on a unit is ignored.
public enum IgnoredReason: Hashable, Sendable {
    /// The criteria have no such metric.
    case unknownMetric
    /// The unit is not scored on the metric.
    case notScored
    /// The measure does not apply to the unit.
    case notApplicable
    /// The unit's figure is as good or better already.
    case noBetter
    /// An addition where there is no number.
    case nothingToAddTo
    /// The figure would contradict the metric's domain or other figures.
    case contradiction
    /// The share can no longer be reached by the end of the period.
    case outOfReach
}

/// An effect that is ignored.
public struct IgnoredEffect: Hashable, Sendable {
    /// The action's code.
    public let action: String
    /// The metric's code.
    public let metric: String
    /// Why it is ignored.
    public let reason: IgnoredReason
}
