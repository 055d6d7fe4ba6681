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
    /// The table of figures has a different number of units than the list.
    case unitCountDiffers
    /// A unit's level is not one of the set's.
    case unknownLevel(unit: String, level: String)
}

/// The points of many units; `table[unit]` or `table["code"]` gives one unit's scores.
public struct ScoreTable: Sendable {
    // One object shared by all units' scores: ten thousand of them then cost ten thousand references.
    let storage: ScoreStorage

    init(_ storage: ScoreStorage) { self.storage = storage }

    /// - Parameter computed: what the figures alone give, where the columns hold given points.
    init(_ columns: ScoreColumns, computed: ScoreStorage? = nil) {
        let points = ScoreStorage(columns, computed: computed)
        // Such classes depend on the points of other units, so all must be scored first.
        let groups = points.cutIntoQuantiles()
        storage = groups.isEmpty ? points : ScoreStorage(columns, computed: computed, quantileGroups: groups)
    }

    /// The compiled set that the scores are based on.
    public var criteria: CompiledCriteria { storage.columns.criteria }
    /// The units, in the order of the figures.
    public var units: [ScoredUnit] { storage.columns.units }
    /// Measures whose figures cannot be scored, by leaf and unit.
    public var issues: [ScoringIssue] { storage.columns.issues }

    /// The scores of the unit at a position. Traps out of bounds.
    public subscript(unit: Int) -> UnitScore {
        precondition(storage.columns.units.indices.contains(unit), "no such unit")
        return UnitScore(storage: storage, unit: unit)
    }

    /// The scores of the unit with a code, or nil. Complexity: O(n).
    public subscript(code: String) -> UnitScore? { position(of: code).map { self[$0] } }

    /// The position of the unit with a code, or nil. Complexity: O(n).
    public func position(of code: String) -> Int? { units.firstIndex { $0.code == code } }

    /// How many leaves over all units have a status.
    public func count(of status: LeafStatus) -> Int {
        storage.columns.statuses.count { CellStatus(rawValue: $0)?.status == status }
    }
}

final class ScoreStorage: Sendable {
    let columns: ScoreColumns
    /// What the figures alone give; nil where that is what the columns hold.
    let computed: ScoreStorage?
    /// The ranked units by group, where classes are parts of them.
    let quantileGroups: [String?: QuantileGroups]

    init(
        _ columns: ScoreColumns, computed: ScoreStorage? = nil, quantileGroups: [String?: QuantileGroups] = [:]
    ) {
        self.columns = columns
        self.computed = computed
        self.quantileGroups = quantileGroups
    }
}

/// The results of scoring, in columns by leaf and by parent.
struct ScoreColumns: Sendable {
    let criteria: CompiledCriteria
    let units: [ScoredUnit]
    var issues: [ScoringIssue]
    /// Points in millionths by leaf and unit: leaf × unitCount + unit.
    var leafPoints: [Int64]
    /// By leaf and unit.
    var statuses: [UInt8]
    /// The scored part of the maximum of partly reported leaves, in millionths, by leaf and unit.
    var partlyScored: [Int: Int64] = [:]
    var sums: TreeSums
    /// The given points among these.
    var standing = StandingPoints()
    let figures: FigureTable
    let lastYear: LastYear?

    func unitFigures(_ unit: Int, level: Int, lastYearColumns: [Int?]) -> UnitFigures {
        let before = lastYear.flatMap { lastYear in lastYear.units[unit].map { (lastYear.figures, $0) } }
        return UnitFigures(
            figures: figures, unit: unit, lastYear: before.map { (figures: $0.0, unit: $0.1) },
            lastYearColumns: lastYearColumns, level: level)
    }
}

/// The state of a leaf in the table: its status, with the convention where it does not apply.
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

/// Last year's figures, and the position of each of this year's units in them.
public struct LastYear: Sendable {
    /// The figures, as last year's edition reads them; metrics are matched by code.
    public let figures: FigureTable
    /// For each of this year's units, its position in last year's table.
    public let units: [Int?]

    /// Makes last year's figures available for comparison.
    public init(figures: FigureTable, units: [Int?]) {
        self.figures = figures
        self.units = units
    }
}
