public import Values

/// Something that can be done: which figures it brings to what, and what it costs.
public struct PlannedAction: Hashable, Sendable {
    /// Whether it is open to choice.
    public enum Standing: String, CaseIterable, Hashable, Sendable {
        /// The plan decides.
        case open
        /// It is done in any case.
        case mustDo
        /// It is not done in any case.
        case mustNotDo
    }

    /// What it does to one metric.
    public struct Effect: Hashable, Sendable {
        /// The code of the metric.
        public let metric: String
        /// What becomes of the figure. Of several stated figures the best counts, additions are added up
        /// (``ActionEffects``).
        public let edit: Scenario.Edit
        /// The codes of the units whose figure it is; nil for every unit that is scored on the metric.
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
    /// What people call it.
    public let name: String
    /// What it costs, in whatever all costs are measured in; not below zero.
    public let cost: FixedDecimal
    /// The last day for it.
    public let deadline: CalendarDay?
    /// What it does, metric by metric; empty for what only others need.
    public let effects: [Effect]
    /// Codes of actions without which it cannot be done.
    public let needs: [String]
    /// Codes of actions beside which it cannot be done.
    public let excludes: [String]
    /// Whether it is open to choice.
    public var standing: Standing

    /// Makes an action.
    public init(
        code: String, name: String, cost: FixedDecimal, deadline: CalendarDay? = nil, effects: [Effect],
        needs: [String] = [], excludes: [String] = [], standing: Standing = .open
    ) {
        self.code = code
        self.name = name
        self.cost = cost
        self.deadline = deadline
        self.effects = effects
        self.needs = needs
        self.excludes = excludes
        self.standing = standing
    }
}

/// Why an action's effect on a unit is left out of account.
public enum IgnoredReason: Hashable, Sendable {
    /// The criteria have no such metric.
    case unknownMetric
    /// The unit is not scored on the metric.
    case notScored
    /// The measure does not apply to the unit.
    case notApplicable
    /// The unit's figure is as good or better.
    case noBetter
    /// An addition to a figure that is no number.
    case nothingToAddTo
    /// The figure would contradict the metric's domain or other figures.
    case contradiction
}

/// An effect that is left out of account.
public struct IgnoredEffect: Hashable, Sendable {
    /// The action's code.
    public let action: String
    /// The metric's code.
    public let metric: String
    /// Why.
    public let reason: IgnoredReason
}
