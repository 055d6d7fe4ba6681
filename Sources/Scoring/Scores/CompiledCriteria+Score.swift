import Values

extension CompiledCriteria {
    /// Scores every unit.
    ///
    /// Figures are taken as they are: hold them against their metrics' domains first (``Metric/fault(in:)``). Only a number that
    /// stands for "not published" (``Metric/notPublished``) is read as that. The same figures give the same points
    /// whatever the order of the units. Points are exact decimals; a leaf's are
    /// rounded once, from the exact result of its rule.
    ///
    /// - Parameters:
    ///   - figures: a column for each of ``metrics``, in that order (``emptyFigures(unitCount:)`` makes such a table).
    ///   - units: as many as the table has rows.
    ///   - lastYear: figures of the year before, for rules that compare with them.
    /// - Throws: ``ScoringError``. Figures that cannot be scored are ``ScoreTable/issues``, and their measures count as
    ///   not reported.
    /// - Complexity: O(units × leaves).
    public func score(
        _ figures: FigureTable, units: [ScoredUnit], lastYear: LastYear? = nil
    ) throws(ScoringError) -> ScoreTable {
        guard figures.unitCount == units.count, lastYear.map({ $0.units.count == units.count }) ?? true else {
            throw .unitCountDiffers
        }
        let levelPositions = Dictionary(
            set.levels.enumerated().map { ($0.element.code, $0.offset) }, uniquingKeysWith: { first, _ in first })
        var levels: [Int] = []
        levels.reserveCapacity(units.count)
        for unit in units {
            guard let level = levelPositions[unit.level] else {
                throw .unknownLevel(unit: unit.code, level: unit.level)
            }
            levels.append(level)
        }
        let arranged = figures.metrics == metrics ? figures : figures.arranged(by: metrics)
        var scoring = ScoringPass(
            criteria: self, figures: arranged.withMarkersRead(set.metrics), units: units, levels: levels,
            lastYear: lastYear)
        scoring.run()
        return ScoreTable(scoring.table)
    }
}

extension FigureTable {
    /// The same figures with the given columns; those that are missing are not reported.
    fileprivate func arranged(by metrics: [String]) -> FigureTable {
        var table = FigureTable(metrics: metrics, unitCount: unitCount)
        for (column, metric) in metrics.enumerated() {
            guard let source = self.column(of: metric) else { continue }
            for unit in 0..<unitCount { table[unit, column] = self[unit, source] }
        }
        return table
    }
}

/// One pass over the leaves, each over all units: a leaf's rule and its column of figures stay at hand, and every sum
/// is a column too.
private struct ScoringPass {
    let nodes: [Criterion]
    let leaves: [CompiledLeaf]
    let levels: [Int]
    let lastYearColumns: [Int?]
    let count: Int
    var table: ScoreColumns

    init(
        criteria: CompiledCriteria, figures: FigureTable, units: [ScoredUnit], levels: [Int], lastYear: LastYear?
    ) {
        nodes = criteria.set.criteria
        leaves = criteria.leaves
        self.levels = levels
        lastYearColumns = criteria.metrics.map { lastYear?.figures.column(of: $0) }
        count = units.count
        let layout = TreeLayout(nodes)
        var maximum: [Int64] = []
        maximum.reserveCapacity(layout.parents.count * count)
        for parent in layout.parents {
            maximum.append(contentsOf: repeatElement(nodes[parent].maximum.mantissa, count: count))
        }
        let sums = ScoreColumns.Sums(
            points: Array(repeating: 0, count: maximum.count), maximum: maximum, scoredMaximum: maximum)
        let cells = leaves.count * count
        // Every cell is written below: by its column's pass, or one by one where that leaves it.
        let points = [Int64](unsafeUninitializedCapacity: cells) { $1 = cells }
        table = ScoreColumns(
            criteria: criteria, units: units, issues: [], leafPoints: points,
            statuses: Array(repeating: CellStatus.scored.rawValue, count: leaves.count * count), sums: sums,
            bonus: Array(repeating: 0, count: count), penalty: Array(repeating: 0, count: count), figures: figures,
            lastYear: lastYear, layout: layout)
    }

    mutating func run() {
        for (index, others) in scoreColumns().enumerated() {
            for unit in others { scoreCompletely(index, unit) }
            switch leaves[index].role {
            case .regular: break
            case .bonus: collect(index, into: \.bonus)
            case .penalty: collect(index, into: \.penalty)
            }
            guard let parent = nodes[leaves[index].criterion].parent.flatMap({ table.layout.parent[$0] }) else {
                continue
            }
            Self.add(table.leafPoints, from: index, to: &table.sums.points, at: parent, count: count)
        }
        // Nodes stand after their parents, so from the end every parent is whole before it is added to its own.
        for (position, node) in table.layout.parents.enumerated().reversed() {
            guard let parent = nodes[node].parent.flatMap({ table.layout.parent[$0] }) else {
                if table.criteria.set.rounding.stage == .field { round(position) }
                continue
            }
            table.sums.points.withUnsafeMutableBufferPointer { points in
                for unit in 0..<count { points[parent * count + unit] += points[position * count + unit] }
            }
        }
    }

    /// Scores the columns of leaves that are one function of one figure, and returns, leaf by leaf, the units that must
    /// go the long way: their cell holds no plain value, or the leaf is not of that kind.
    private mutating func scoreColumns() -> [[Int]] {
        let (leaves, figures, count) = (leaves, table.figures, count)
        let all = Array(0..<count)
        return table.leafPoints.withUnsafeMutableBufferPointer { points in
            // Each leaf has a column of its own, so no two parts write the same cell.
            nonisolated(unsafe) let points = points
            let parts = Parallel.map(leaves.count, minimum: count < 2_000 ? leaves.count : 8) { part in
                part.map { index -> [Int] in
                    guard let direct = leaves[index].direct, !leaves[index].levels.contains(false) else { return all }
                    let column = direct.column * count..<(direct.column + 1) * count
                    let cells = index * count..<(index + 1) * count
                    return figures.values.withUnsafeBufferPointer { values in
                        figures.states.withUnsafeBufferPointer { states in
                            direct.score(
                                UnsafeBufferPointer(rebasing: values[column]),
                                states: UnsafeBufferPointer(rebasing: states[column]),
                                into: UnsafeMutableBufferPointer(rebasing: points[cells]))
                        }
                    }
                }
            }
            return Array(parts.joined())
        }
    }

    private mutating func scoreCompletely(_ index: Int, _ unit: Int) {
        let leaf = leaves[index]
        let outcome = leaf.outcome(table.unitFigures(unit, level: levels[unit], lastYearColumns: lastYearColumns))
        let cell = index * count + unit
        table.leafPoints[cell] = outcome.points?.mantissa ?? 0
        let status = CellStatus(outcome)
        table.statuses[cell] = status.rawValue
        if status == .partlyReported { table.partlyScored[cell] = outcome.scoredMaximum.mantissa }
        // What is left out leaves every sum above it.
        let missing = leaf.maximum.mantissa - outcome.maximum.mantissa
        let unscored = leaf.maximum.mantissa - outcome.scoredMaximum.mantissa
        if missing != 0 || unscored != 0 {
            var ancestor = nodes[leaf.criterion].parent
            while let node = ancestor {
                if let parent = table.layout.parent[node] {
                    table.sums.maximum[parent * count + unit] -= missing
                    table.sums.scoredMaximum[parent * count + unit] -= unscored
                }
                ancestor = nodes[node].parent
            }
        }
        for (measure, result) in zip(nodes[leaf.criterion].leaf?.measures ?? [], outcome.measures) {
            guard case .faulty(let fault) = result.state else { continue }
            table.issues.append(
                ScoringIssue(unit: unit, measure: measure.code, metric: measure.metrics[0].code, fault: fault))
        }
    }

    private static func add(_ source: [Int64], from: Int, to sums: inout [Int64], at position: Int, count: Int) {
        source.withUnsafeBufferPointer { source in
            sums.withUnsafeMutableBufferPointer { sums in
                for unit in 0..<count { sums[position * count + unit] += source[from * count + unit] }
            }
        }
    }

    private mutating func collect(_ index: Int, into extras: WritableKeyPath<ScoreColumns, [Int64]>) {
        for unit in 0..<count { table[keyPath: extras][unit] += table.leafPoints[index * count + unit] }
    }

    private mutating func round(_ position: Int) {
        let rounding = table.criteria.set.rounding.points
        for cell in position * count..<(position + 1) * count {
            let points = FixedDecimal(mantissa: table.sums.points[cell])
            // Sums of points are far from the limit of 64 bits, so rounding cannot pass it.
            table.sums.points[cell] = points.rounded(rounding)?.mantissa ?? points.mantissa
        }
    }
}
