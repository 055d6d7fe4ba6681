import Values

/// A unit as scoring sees it.
public struct ScoredUnit: Hashable, Sendable {
    /// The code, for messages.
    public let code: String
    /// The code of its level, one of the set's.
    public let level: String
    /// The group (khối) in which it is ranked.
    public let group: String?
    /// The code of the unit above it.
    public let parent: String?
    /// Whether it has a place; some are only scored, by decree.
    public let isRanked: Bool

    /// Makes a unit.
    public init(
        code: String, level: String, group: String? = nil, parent: String? = nil, isRanked: Bool = true
    ) {
        self.code = code
        self.level = level
        self.group = group
        self.parent = parent
        self.isRanked = isRanked
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
        storage = ScoreStorage(columns, computed: computed)
    }

    /// The compiled set that the scores are based on.
    public var criteria: CompiledCriteria { storage.columns.criteria }
    /// The units, in the order of the figures.
    public var units: [ScoredUnit] { storage.columns.units }
    /// Last year's figures; nil where nothing is known of them.
    package var lastYear: LastYear? { storage.columns.lastYear }
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

    /// Last year's figures of which no change in percent can be taken, by leaf and unit, with the metrics compared.
    package var withoutBase: [(unit: Int, metric: String, fault: BaseFault)] {
        var found: [(unit: Int, metric: String, fault: BaseFault)] = []
        for (position, leaf) in criteria.leaves.enumerated() where leaf.isAgainstLastYear {
            for unit in units.indices {
                let score = self[unit]
                let outcomes = score.compiled.leaves[position].measureOutcomes(score.figures)
                for outcome in outcomes {
                    guard case .noBase(let fault) = outcome.state, let guilty = outcome.guilty else { continue }
                    found.append((unit, criteria.metrics[guilty.column], fault))
                }
            }
        }
        return found
    }

    /// The leaves that lack a figure of last year although this year's are reported, by unit.
    package var withoutLastYear: [(unit: Int, leaves: [Int])] {
        let compared = criteria.leaves.filter { $0.isAgainstLastYear }.map { $0.criterion }
        return units.indices.compactMap { unit in
            let leaves = compared.filter { self[unit].lackOfLastYear(at: $0) == .lastYearNotReported }
            return leaves.isEmpty ? nil : (unit, leaves)
        }
    }

    /// How many leaves over all units have a status.
    public func count(of status: LeafStatus) -> Int {
        storage.columns.statuses.count { CellStatus(rawValue: $0)?.status == status }
    }
}

final class ScoreStorage: Sendable {
    let columns: ScoreColumns
    /// What the figures alone give; nil where that is what the columns hold.
    let computed: ScoreStorage?
    // A plan scores thousands of tables of which nobody asks for classes.
    private let keptGroups = OnDemand<[String?: QuantileGroups]>()
    private let keptHeld = OnDemand<Set<Int>>()

    init(_ columns: ScoreColumns, computed: ScoreStorage? = nil) {
        self.columns = columns
        self.computed = computed
    }

    /// The ranked units by group, where classes are parts of them.
    var quantileGroups: [String?: QuantileGroups] { keptGroups.value(cutIntoQuantiles) }
    /// The units that lose a class that only a share of the units may have.
    var heldByShare: Set<Int> { keptHeld.value(heldByShares) }
}

/// The results of scoring, in columns by leaf and by parent.
struct ScoreColumns: Sendable {
    let criteria: CompiledCriteria
    let units: [ScoredUnit]
    /// The position of each unit's form among ``CompiledCriteria/variants``, nil for the form for all; empty where there
    /// is no other.
    let variants: [Int?]
    var issues: [ScoringIssue]
    /// Points in millionths by leaf and unit: leaf × unitCount + unit.
    var leafPoints: [Int64]
    /// By leaf and unit.
    var statuses: [UInt8]
    /// The points and maxima of leaves of which points and status do not say all: partly reported ones, fractions that
    /// six decimals do not hold, maxima that a convention changes; by leaf and unit.
    var irregular: [Int: PointSum] = [:]
    var sums: TreeSums
    /// The given points among these.
    var standing = StandingPoints()
    var figures: FigureTable
    let lastYear: LastYear?
    /// The scales of relative measures; nil where the set has none.
    var scales: RelativeScales?
    /// The position of each unit among those of the scales; nil where they are the same.
    let positions: [Int]?
    /// What is known of units whose figures are not in the table; nil where all are.
    let held: HeldPeers?

    /// Puts an outcome into a leaf's cell; the sums above it stay as they are.
    mutating func put(_ outcome: LeafOutcome, ofLeaf leaf: Int, unit: Int) {
        let (cell, status) = (leaf * units.count + unit, CellStatus(outcome))
        let whole = sums.whole[criteria.leaves[leaf].criterion]
        let isRegular = outcome.sum == status.sum(outcome.points ?? 0, of: whole)
        leafPoints[cell] = outcome.points?.mantissa ?? 0
        statuses[cell] = status.rawValue
        irregular[cell] = isRegular ? nil : outcome.sum
    }

    /// The criteria with the rules of a unit's group and level.
    func criteria(of unit: Int) -> CompiledCriteria {
        guard !variants.isEmpty, let position = variants[unit] else { return criteria }
        return criteria.variants.compiled[position]
    }

    func unitFigures(_ unit: Int, level: Int, lastYearColumns: [Int?]) -> UnitFigures {
        let before = lastYear.flatMap { lastYear in lastYear.units[unit].map { (lastYear.figures, $0) } }
        return UnitFigures(
            figures: figures, unit: unit, lastYear: before.map { (figures: $0.0, unit: $0.1) },
            lastYearColumns: lastYearColumns, level: level, isNew: lastYear != nil && before == nil,
            compared: scales.map { ComparedUnit(scales: $0, position: positions?[unit] ?? unit) })
    }
}

/// The state of a leaf in the table: its status, with the convention where it does not apply.
enum CellStatus: UInt8 {
    case scored, partlyReported, notReported, awaited, leftOut, fullPoints, notPublished, watched
    /// No points by a convention, though the maximum stays.
    case keptMaximum
    case provisional, notAssigned

    init(_ outcome: LeafOutcome) {
        self =
            switch outcome.status {
            case .scored: .scored
            case .partlyReported: .partlyReported
            case .provisional: .provisional
            case .notAssigned: .notAssigned
            case .notReported: .notReported
            case .awaited: .awaited
            case .notPublished: .notPublished
            case .watched: .watched
            case .notApplicable: outcome.points != nil ? .fullPoints : outcome.maximum == 0 ? .leftOut : .keptMaximum
            }
    }

    var status: LeafStatus {
        switch self {
        case .scored: .scored
        case .partlyReported: .partlyReported
        case .notReported: .notReported
        case .awaited: .awaited
        case .notPublished: .notPublished
        case .leftOut, .fullPoints, .keptMaximum: .notApplicable
        case .watched: .watched
        case .provisional: .provisional
        case .notAssigned: .notAssigned
        }
    }

    /// Whether figures are missing that would change its points.
    var isUnmeasured: Bool {
        switch self {
        case .partlyReported, .notReported, .awaited, .notPublished, .provisional: true
        case .scored, .leftOut, .fullPoints, .keptMaximum, .watched, .notAssigned: false
        }
    }

    /// Points and maxima of a leaf in this state, if nothing else is known of it.
    func sum(_ points: FixedDecimal, of whole: WholePoints) -> PointSum {
        switch self {
        case .scored, .fullPoints, .keptMaximum:
            whole.sum(points, scored: true)
        case .partlyReported, .notReported, .awaited, .notPublished, .provisional:
            whole.sum(points, scored: false)
        case .leftOut, .watched, .notAssigned: PointSum(points: points, maximum: 0, scoredMaximum: 0)
        }
    }
}

/// Last year's figures, and the position of each of this year's units in them.
public struct LastYear: Sendable {
    /// The figures, as last year's edition reads them; metrics are matched by code.
    public let figures: FigureTable
    /// For each of this year's units, its position in last year's table.
    public let units: [Int?]

    /// Last year's figures of units that succeed others: what their predecessors add up to (``Metric/combined(_:)``). What
    /// cannot be added up is not reported.
    ///
    /// - Parameters:
    ///   - figures: last year's figures.
    ///   - metrics: their metrics.
    ///   - predecessors: for each of this year's units, its positions in last year's table: its own or its predecessors';
    ///     none for a unit that was not there, nil for one whose predecessors cannot be followed.
    /// - Complexity: O(metrics × units).
    public init(pooling figures: FigureTable, metrics: [Metric], predecessors: [[Int]?]) {
        guard predecessors.contains(where: { $0.map { $0.count > 1 } ?? true }) else {
            self.init(figures: figures, units: predecessors.map { $0?.first })
            return
        }
        var table = FigureTable(metrics: figures.metrics, unitCount: predecessors.count)
        for metric in metrics {
            guard let column = figures.column(of: metric.code) else { continue }
            for (unit, positions) in predecessors.enumerated() {
                guard let positions, !positions.isEmpty else { continue }
                table[unit, column] = (try? metric.combined(positions.map { figures[$0, column] })) ?? .notReported
            }
        }
        self.init(
            figures: table, units: predecessors.enumerated().map { ($1.map { $0.isEmpty } ?? false) ? nil : $0 })
    }

    /// Makes last year's figures available for comparison.
    public init(figures: FigureTable, units: [Int?]) {
        self.figures = figures
        self.units = units
    }
}
