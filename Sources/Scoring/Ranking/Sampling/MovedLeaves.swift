import Values

/// The leaves that errors move, where totals are sums of leaves and no other leaf depends on these: nothing else is
/// scored again.
///
/// Where all such leaves of a unit are functions of their own drawn figures, in integer arithmetic, only their points
/// change; other units' leaves are scored as a whole.
struct MovedLeaves: Sendable {
    /// A leaf by the rules of some groups and levels.
    private struct Key: Hashable {
        let position: Int
        /// The form of the criteria; -1 for that of units without rules of their own.
        let form: Int
    }

    /// A leaf of the units for which it is a function of one figure.
    private struct Column: Sendable {
        let measure: DirectMeasure
        /// The units, and the drawn figure of each.
        var units: [Int] = []
        var cells: [Int] = []
    }

    /// The sums of the units before anything is drawn.
    let sums: [PlainSum]
    private let units: [MovedUnit]
    /// The units with a leaf that is scored as a whole.
    private let others: [Int]
    private let columns: [Column]
    private let means: [(unit: Int, mean: DrawnMean)]
    /// The sums of the units without the leaves in columns and means.
    private let rests: [PlainSum]

    /// Nil where drawn figures move more than the points of the leaves that they belong to.
    init?(_ scores: ScoreTable, units positions: [Int], by subject: Ranking.Subject, cells: [FigureSample.Cell]) {
        let criteria = scores.criteria
        let set = criteria.set
        guard set.rounding.stage == .leaf, set.isAdditive,
            criteria.isSum(whereDrawn: Set(cells.map { $0.column }))
        else { return nil }
        var leavesOfColumn: [Int: [Int]] = [:]
        for (position, leaf) in criteria.leaves.enumerated() where set.isPart(leaf.criterion, of: subject) {
            let figures = leaf.measures.flatMap { $0.quantity.figures }.filter { !$0.isLastYear }
            for column in Set(figures.map { $0.figure }) { leavesOfColumn[column, default: []].append(position) }
        }
        var cellsOfUnit = positions.map { _ in [(column: Int, cell: Int)]() }
        for (position, cell) in cells.enumerated() { cellsOfUnit[cell.unit].append((cell.column, position)) }
        units = zip(positions, cellsOfUnit).map { position, cells in
            let leaves = Set(cells.flatMap { leavesOfColumn[$0.column] ?? [] }).sorted()
            return MovedUnit(scores[position], by: subject, cells: cells, leaves: leaves)
        }
        if subject == .total, zip(positions, units).contains(where: { scores[$0].mayBeLimited($1) }) { return nil }
        sums = units.map { $0.sum }
        var (others, rests, columns) = ([Int](), sums, [Key: Column]())
        var means: [(unit: Int, mean: DrawnMean)] = []
        for (position, unit) in units.enumerated() {
            if unit.hasWhole {
                others.append(position)
                continue
            }
            for leaf in unit.leaves {
                switch leaf.form {
                case .direct(let measure, let cell):
                    let key = Key(position: leaf.position, form: unit.form)
                    columns[key, default: Column(measure: measure)].units.append(position)
                    columns[key]?.cells.append(cell)
                case .mean(let mean): means.append((position, mean))
                case .whole: continue
                }
                rests[position].points -= (leaf.before.points ?? 0).mantissa
                rests[position].maximum += (leaf.leaf.maximum - leaf.before.maximum).mantissa
            }
        }
        self.others = others
        self.rests = rests
        self.means = means
        self.columns = columns.sorted { ($0.key.position, $0.key.form) < ($1.key.position, $1.key.form) }
            .map { $0.value }
    }

    /// Adds up the sums of the units with the drawn figures, in millionths; a figure without a drawn number stays as it
    /// is.
    func score(_ drawn: [Int64?], into sums: inout [PlainSum]) {
        sums = rests
        var unscored = others
        for column in columns {
            let figures = column.cells.map { drawn[$0] ?? 0 }
            let states = column.cells.map { drawn[$0] == nil ? FigureTable.State.notReported : FigureTable.State.value }
            var points = [Int64](repeating: 0, count: figures.count)
            // In bounds: figures, states and points are made of one column, one cell for each.
            let left = figures.withUnsafeBufferPointer { figures in
                states.withUnsafeBufferPointer { states in
                    points.withUnsafeMutableBufferPointer { column.measure.score(figures, states: states, into: $0) }
                }
            }
            unscored += left.map { column.units[$0] }
            for (unit, points) in zip(column.units, points) { sums[unit].points += points }
        }
        for (unit, mean) in means {
            if let points = mean.points(drawn) { sums[unit].points += points } else { unscored.append(unit) }
        }
        for unit in unscored { sums[unit] = units[unit].sum(with: drawn) }
    }
}

extension CompiledCriteria {
    /// Whether other figures in some columns move only the leaves that look at them, by which the totals then change.
    fileprivate func isSum(whereDrawn drawn: Set<Int>) -> Bool {
        if relatives.contains(where: { drawn.contains($0.column) }) { return false }
        let hasCaps = [set.bonusCap, set.penaltyCap, set.totalCap, set.totalFloor].contains { $0 != nil }
        return leaves.allSatisfy { leaf in
            let isTouched = !leaf.columns.isDisjoint(with: drawn)
            if isTouched, hasCaps, set.criteria[leaf.criterion].leaf?.role != .regular { return false }
            let others = leaf.sources.reduce(leaf.requirement?.columns ?? []) { $0.union($1.leaf.columns) }
            let isAlone = leaf.sources.isEmpty && leaf.requirement == nil
            return isAlone || (!isTouched && others.isDisjoint(with: drawn))
        }
    }
}

extension CompiledLeaf {
    /// The columns of this year's figures that its measures look at.
    fileprivate var columns: Set<Int> {
        Set(measures.flatMap { $0.quantity.figures }.filter { !$0.isLastYear }.map { $0.figure })
    }
}

extension UnitScore {
    /// Whether the limits of the total may change the points of a unit whose leaves move.
    fileprivate func mayBeLimited(_ unit: MovedUnit) -> Bool {
        let set = storage.columns.criteria.set
        if set.totalCap == nil, set.totalFloor == nil { return false }
        let points = sumOfFields.points + capAdjustment
        let rise = unit.leaves.reduce(FixedDecimal.zero) { $0 + $1.leaf.maximum - ($1.before.points ?? 0) }
        let fall = unit.leaves.reduce(FixedDecimal.zero) { $0 + ($1.before.points ?? 0) }
        return set.totalCap.map { points + rise > $0 } ?? false || set.totalFloor.map { points - fall < $0 } ?? false
    }
}

/// A leaf of a unit that errors move.
private struct MovedLeaf: Sendable {
    enum Form {
        /// A function of one drawn figure.
        case direct(DirectMeasure, cell: Int)
        case mean(DrawnMean)
        case whole
    }

    let position: Int
    let leaf: CompiledLeaf
    let before: LeafOutcome
    let form: Form

    init(_ position: Int, _ leaf: CompiledLeaf, _ figures: UnitFigures, cells: [(column: Int, cell: Int)]) {
        (self.position, self.leaf) = (position, leaf)
        before = leaf.outcome(figures)
        if let direct = leaf.directMeasure, let drawn = cells.first(where: { $0.column == direct.column }) {
            form = .direct(direct, cell: drawn.cell)
        } else {
            form = DrawnMean(leaf, figures, cells: cells).map { .mean($0) } ?? .whole
        }
    }
}

/// A unit of which only some leaves are scored again.
private struct MovedUnit: Sendable {
    let sum: PlainSum
    let leaves: [MovedLeaf]
    /// Its drawn figures.
    private let cells: [(column: Int, cell: Int)]
    private let score: UnitScore
    /// By whose rules it is scored, where its group or level has rules of its own; otherwise -1.
    let form: Int
    /// The figures in a table of their own, where some leaf needs all of them in every draw.
    private let alone: UnitFigures?

    /// Whether a leaf has to be scored as a whole.
    var hasWhole: Bool { alone != nil }

    /// - Parameter leaves: the positions of the leaves that the drawn figures move.
    init(_ score: UnitScore, by subject: Ranking.Subject, cells: [(column: Int, cell: Int)], leaves moved: [Int]) {
        (self.score, self.cells) = (score, cells)
        let columns = score.storage.columns
        form = columns.criteria.variants.position(of: columns.units[score.unit]) ?? -1
        let whole = score.sum(of: subject)
        sum = PlainSum(points: whole.points.mantissa, maximum: whole.maximum.mantissa)
        if moved.isEmpty {
            (leaves, alone) = ([], nil)
            return
        }
        let (all, figures) = (score.compiled.leaves, score.figures)
        leaves = moved.compactMap { position in
            let leaf = all[position]
            // Given points stand whatever is drawn.
            guard leaf.levels[figures.level], !score.isSettled(leaf.criterion, in: subject) else { return nil }
            return MovedLeaf(position, leaf, figures, cells: cells)
        }
        let hasWhole = leaves.contains { if case .whole = $0.form { true } else { false } }
        alone = hasWhole ? figures.alone : nil
    }

    /// Points and maximum with drawn figures.
    func sum(with drawn: [Int64?]) -> PlainSum {
        var figures = alone ?? score.figures.alone
        for (column, cell) in cells {
            guard let millionths = drawn[cell] else { continue }
            figures.figures[0, column] = .value(FixedDecimal(mantissa: millionths))
        }
        var sum = sum
        for leaf in leaves {
            let after = leaf.leaf.outcome(figures)
            sum.points += (after.points ?? 0).mantissa - (leaf.before.points ?? 0).mantissa
            sum.maximum += (after.maximum - leaf.before.maximum).mantissa
        }
        return sum
    }
}
