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

/// The points of many units; ``subscript(_:)`` gives one unit's scores.
public struct ScoreTable: Sendable {
    // One object that all units' scores share: ten thousand of them then cost ten thousand references.
    let storage: ScoreStorage

    init(_ columns: ScoreColumns) {
        let points = ScoreStorage(columns)
        // Such classes depend on the points of other units, so all must be there first.
        let groups = points.cutIntoQuantiles()
        storage = groups.isEmpty ? points : ScoreStorage(columns, quantileGroups: groups)
    }

    /// The compiled set that scored.
    public var criteria: CompiledCriteria { storage.columns.criteria }
    /// The units, in the order of the figures.
    public var units: [ScoredUnit] { storage.columns.units }
    /// Measures whose figures cannot be scored, by leaf and unit.
    public var issues: [ScoringIssue] { storage.columns.issues }

    /// The scores of the unit at a position. Traps outside the units.
    public subscript(unit: Int) -> UnitScore {
        precondition(storage.columns.units.indices.contains(unit), "no such unit")
        return UnitScore(storage: storage, unit: unit)
    }

    /// How many leaves of all units have each status.
    public func count(of status: LeafStatus) -> Int {
        storage.columns.statuses.count { CellStatus(rawValue: $0)?.status == status }
    }
}

final class ScoreStorage: Sendable {
    let columns: ScoreColumns
    /// The ranked units by groups, where classes are parts of them.
    let quantileGroups: [String?: QuantileGroups]

    init(_ columns: ScoreColumns, quantileGroups: [String?: QuantileGroups] = [:]) {
        self.columns = columns
        self.quantileGroups = quantileGroups
    }
}

/// What scoring worked out, in columns by leaf and by parent.
struct ScoreColumns: Sendable {
    let criteria: CompiledCriteria
    let units: [ScoredUnit]
    var issues: [ScoringIssue]
    /// Points in millionths by leaf and unit: leaf × unitCount + unit.
    var leafPoints: [Int64]
    /// By leaf and unit.
    var statuses: [UInt8]
    /// The scored part of the maximum of leaves that are partly reported, in millionths, by leaf and unit.
    var partlyScored: [Int: Int64] = [:]
    var sums: TreeSums
    let figures: FigureTable
    let lastYear: LastYear?

    func unitFigures(_ unit: Int, level: Int, lastYearColumns: [Int?]) -> UnitFigures {
        let before = lastYear.flatMap { lastYear in lastYear.units[unit].map { (lastYear.figures, $0) } }
        return UnitFigures(
            figures: figures, unit: unit, lastYear: before.map { (figures: $0.0, unit: $0.1) },
            lastYearColumns: lastYearColumns, level: level)
    }
}

/// How a leaf stands in the table: its status, with the convention where it does not apply.
enum CellStatus: UInt8 {
    case scored, partlyReported, notReported, awaited, leftOut, fullPoints, notPublished

    init(_ outcome: LeafOutcome) {
        self =
            switch outcome.status {
            case .scored: .scored
            case .partlyReported: .partlyReported
            case .notReported: .notReported
            case .awaited: .awaited
            case .notPublished: .notPublished
            case .notApplicable: outcome.maximum == 0 && outcome.points == nil ? .leftOut : .fullPoints
            }
    }

    var status: LeafStatus {
        switch self {
        case .scored: .scored
        case .partlyReported: .partlyReported
        case .notReported: .notReported
        case .awaited: .awaited
        case .notPublished: .notPublished
        case .leftOut, .fullPoints: .notApplicable
        }
    }
}

/// The figures of the year before, and where each of this year's units stands in them.
public struct LastYear: Sendable {
    /// The figures, as last year's edition reads them; metrics are found by their codes.
    public let figures: FigureTable
    /// For each of this year's units, its position in last year's table.
    public let units: [Int?]

    /// Takes last year's figures along.
    public init(figures: FigureTable, units: [Int?]) {
        self.figures = figures
        self.units = units
    }
}
