/// Why a problem is rejected before any search. Positions count from 0, in the order of the input.
public enum PlanError: Error, Equatable, Sendable {
    case emptyGroup(Int)
    case negativeOption(group: Int, option: Int)
    case negativeAction(Int)
    case negativeGoal
    case negativeBudget
    /// A negative gain or cap of the criterion at this position.
    case negativeGain(Int)
    case negativeFloor(Int)
    case unknownAction(Int)
    case unknownCriterion(Int)
    /// The total of all costs, or of all gains, exceeds `PlanLimits.greatestTotal`.
    case totalTooLarge
    /// Effects, needs, exclusions and floors together exceed what a search over actions can hold.
    case tooManyConditions
    /// Gains of actions do not add up to the gain of all.
    case notAdditive
    /// The frontier has more points than allowed.
    case tooManyPoints(limit: Int)
}

/// How large a problem may be and how long a search may take.
public struct PlanLimits: Sendable {
    /// The greatest sum of all costs, and of all gains: 2⁶⁰, so that every product of two sums, and the sum of several
    /// such products, fits in 128 bits.
    public static let greatestTotal: Int64 = 1 << 60

    /// The maximum number of partial plans kept by a search over groups; each takes eight bytes.
    public var states: Int
    /// The maximum number of nodes examined by a search over actions.
    public var nodes: Int
    /// Called between nodes; the search ends when it returns true. A time limit makes the result of an unfinished
    /// search depend on the machine; a limit of nodes or states does not.
    public var isOver: (@Sendable () -> Bool)?

    /// Limits that a search of ordinary size never reaches.
    public init(states: Int = 20_000_000, nodes: Int = 1_000_000, isOver: (@Sendable () -> Bool)? = nil) {
        self.states = min(max(states, 0), Int(Int32.max) / 2)
        self.nodes = max(nodes, 0)
        self.isOver = isOver
    }
}
