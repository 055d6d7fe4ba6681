/// Why a problem is refused before any search. Positions count from 0, in the order of the input.
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
    /// All costs, or all gains, together exceed `PlanLimits.greatestTotal`.
    case totalTooLarge
    /// Effects, needs, exclusions and floors together are more than a search over actions can hold.
    case tooManyConditions
    /// The frontier has more points than was allowed.
    case tooManyPoints(limit: Int)
}

/// How large a problem may be and how long a search may last.
public struct PlanLimits: Sendable {
    /// The greatest sum of all costs, and of all gains: 2⁶⁰, so that every product of two sums, and the sum of some
    /// such products, has room in 128 bits.
    public static let greatestTotal: Int64 = 1 << 60

    /// The greatest number of partial plans kept by a search over groups; each takes eight bytes.
    public var states: Int
    /// The greatest number of branches examined by a search over actions.
    public var nodes: Int
    /// Asked between branches; the search ends when it answers true. A limit of time makes the answer of an unfinished
    /// search depend on the machine, a limit of nodes or states does not.
    public var isOver: (@Sendable () -> Bool)?

    /// Limits that a search of usual size never meets.
    public init(states: Int = 20_000_000, nodes: Int = 1_000_000, isOver: (@Sendable () -> Bool)? = nil) {
        self.states = min(max(states, 0), Int(Int32.max) / 2)
        self.nodes = max(nodes, 0)
        self.isOver = isOver
    }
}
