import Values

/// A unit as scoring sees it.
public struct ScoredUnit: Hashable, Sendable {
    /// The code, for messages.
    public let code: String
    /// The code of its level, one of the set's.
    public let level: String
    /// The group (khối) in which it is ranked.
    public let group: String?

    /// Makes a unit.
    public init(code: String, level: String, group: String? = nil) {
        self.code = code
        self.level = level
        self.group = group
    }
}

/// Why figures cannot be scored at all.
public enum ScoringError: Error, Hashable, Sendable {
    /// The table of figures has another number of units than the list of units.
    case unitCountDiffers
    /// A unit's level is not one of the set's.
    case unknownLevel(unit: String, level: String)
}

/// The points of many units. Columns are kept by node of the tree; ``subscript(_:)`` gives one unit's scores.
public struct ScoreTable: Sendable {
    /// The compiled set that scored.
    public let criteria: CompiledCriteria
    /// The units, in the order of the figures.
    public let units: [ScoredUnit]
    /// Measures whose figures cannot be scored, by leaf and unit.
    public internal(set) var issues: [ScoringIssue]

    // By node and unit: node × unitCount + unit.
    var points: [Int64]
    var maximum: [Int64]
    var scoredMaximum: [Int64]
    /// By leaf and unit.
    var statuses: [UInt8]
    // By unit.
    var bonus: [Int64]
    var penalty: [Int64]
    let figures: FigureTable
    let lastYear: LastYear?

    /// The scores of the unit at a position. Traps outside the units.
    public subscript(unit: Int) -> UnitScore {
        precondition(units.indices.contains(unit), "no such unit")
        return UnitScore(table: self, unit: unit)
    }

    /// How many leaves of all units have each status.
    public func count(of status: LeafStatus) -> Int {
        statuses.count { $0 == status.rawValue }
    }
}

/// The figures of the year before, and where each of this year's units stands in them.
public struct LastYear: Sendable {
    /// The figures; metrics are found by their codes.
    public let figures: FigureTable
    /// For each of this year's units, its position in last year's table.
    public let units: [Int?]

    /// Takes last year's figures along.
    public init(figures: FigureTable, units: [Int?]) {
        self.figures = figures
        self.units = units
    }
}
