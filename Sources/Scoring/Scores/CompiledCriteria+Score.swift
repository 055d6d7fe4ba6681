import Values

extension CompiledCriteria {
    /// Scores every unit.
    ///
    /// Figures are taken as they are: check them against their metrics' domains first (``Metric/fault(in:)``). Only a
    /// number that stands for "not published" (``Metric/notPublished``) is read as such. The same figures give the same
    /// points whatever the order of the units. Points are exact: they are rounded once, at the edition's stage,
    /// from the exact results of the rules.
    ///
    /// - Parameters:
    ///   - figures: one column per metric of ``metrics``, in that order (``emptyFigures(unitCount:)`` makes such a
    ///     table).
    ///   - units: as many as the table has rows.
    ///   - lastYear: last year's figures, for rules that compare with them.
    /// - Throws: ``ScoringError``. Figures that cannot be scored are ``ScoreTable/issues``, and their measures count as
    ///   not reported.
    /// - Complexity: O(units × leaves).
    public func score(
        _ figures: FigureTable, units: [ScoredUnit], lastYear: LastYear? = nil
    ) throws(ScoringError) -> ScoreTable {
        try score(figures, units: units, lastYear: lastYear, amid: nil)
    }

    /// Scores units that are some of those of scales, or the same ones with other figures: each is compared with all
    /// others of its cohort there.
    ///
    /// - Parameters:
    ///   - figures: the figures.
    ///   - units: the units.
    ///   - lastYear: last year's figures.
    ///   - peers: the scales, and the position of each unit among theirs; nil compiles them from the figures.
    ///   - held: what is known of other units that have places and classes with these.
    func score(
        _ figures: FigureTable, units: [ScoredUnit], lastYear: LastYear?,
        amid peers: (scales: RelativeScales, positions: [Int])?, beside held: HeldPeers? = nil
    ) throws(ScoringError) -> ScoreTable {
        guard figures.unitCount == units.count, lastYear.map({ $0.units.count == units.count }) ?? true else {
            throw .unitCountDiffers
        }
        let levels = try levels(of: units)
        let arranged = figures.metrics == metrics ? figures : figures.arranged(by: metrics)
        var scoring = ScoringPass(
            criteria: self, figures: arranged.withMarkersRead(described), units: units, levels: levels,
            lastYear: lastYear, peers: peers, held: held)
        scoring.run()
        return ScoreTable(scoring.table)
    }

    /// The position of each unit's level.
    private func levels(of units: [ScoredUnit]) throws(ScoringError) -> [Int] {
        let positions = Dictionary(firstOf: set.levels.enumerated().map { ($0.element.code, $0.offset) })
        var levels: [Int] = []
        levels.reserveCapacity(units.count)
        for unit in units {
            guard let level = positions[unit.level] else { throw .unknownLevel(unit: unit.code, level: unit.level) }
            levels.append(level)
        }
        return levels
    }

    /// The same units as in a table of computed points, after some figures of one have changed: what depends on them is
    /// scored again, everything else stays.
    ///
    /// - Parameters:
    ///   - before: the table.
    ///   - figures: all figures.
    ///   - columns: the columns that differ.
    ///   - unit: the unit whose figures they are.
    /// - Complexity: O(units × leaves) for the sums; rules run for the leaves of the unit that use the columns, and of all
    ///   units where these are measured against each other.
    func score(_ before: ScoreColumns, with figures: FigureTable, in columns: Set<Int>, of unit: Int) -> ScoreColumns {
        guard let levels = try? levels(of: before.units) else {
            preconditionFailure("units that were scored can be scored")
        }
        var scoring = ScoringPass(before, with: figures.withMarkersRead(described), in: columns, levels: levels)
        scoring.run(again: columns, of: unit)
        return scoring.table
    }
}

extension FigureTable {
    /// The same figures with the specified columns; missing ones are not reported.
    fileprivate func arranged(by metrics: [String]) -> FigureTable {
        var table = FigureTable(metrics: metrics, unitCount: unitCount)
        for (column, metric) in metrics.enumerated() {
            guard let source = self.column(of: metric) else { continue }
            for unit in 0..<unitCount { table[unit, column] = self[unit, source] }
        }
        return table
    }
}

/// One pass over the leaves, each over all units: a leaf's rule and its column of figures stay in the cache, and every
/// sum is a column too.
private struct ScoringPass {
    let nodes: [Criterion]
    let leaves: [CompiledLeaf]
    let levels: [Int]
    let lastYearColumns: [Int?]
    let count: Int
    var table: ScoreColumns

    init(
        criteria: CompiledCriteria, figures: FigureTable, units: [ScoredUnit], levels: [Int], lastYear: LastYear?,
        peers: (scales: RelativeScales, positions: [Int])?, held: HeldPeers?
    ) {
        nodes = criteria.set.criteria
        leaves = criteria.leaves
        self.levels = levels
        lastYearColumns = criteria.metrics.map { lastYear?.figures.column(of: $0) }
        count = units.count
        let cells = leaves.count * count
        // Every cell is written below: by its column's pass, or one by one where that leaves it out.
        let variants = criteria.variants.compiled.isEmpty ? [] : units.map { criteria.variants.position(of: $0) }
        let points = [Int64](unsafeUninitializedCapacity: cells) { $1 = cells }
        table = ScoreColumns(
            criteria: criteria, units: units, variants: variants, issues: [], leafPoints: points,
            statuses: Array(repeating: CellStatus.scored.rawValue, count: cells),
            sums: TreeSums(criteria.set, policy: criteria.set.rounding, units: count), figures: figures,
            lastYear: lastYear,
            // Of an initializer that fails, Embedded Swift leaves the object behind: it is not asked.
            scales: peers?.scales
                ?? (criteria.relatives.isEmpty
                    ? nil : RelativeScales(criteria, figures, units: units, levels: levels)),
            positions: peers?.positions, held: held)
    }

    init(_ before: ScoreColumns, with figures: FigureTable, in columns: Set<Int>, levels: [Int]) {
        let criteria = before.criteria
        (nodes, leaves, self.levels, count) = (criteria.set.criteria, criteria.leaves, levels, before.units.count)
        lastYearColumns = criteria.metrics.map { before.lastYear?.figures.column(of: $0) }
        table = before
        table.figures = figures
        // What stands alone keeps those with which it was compared.
        if before.positions == nil { table.scales = before.scales?.with(figures, in: columns, of: criteria) }
    }

    /// Scores again what depends on some figures of a unit.
    mutating func run(again columns: Set<Int>, of unit: Int) {
        var (own, cohort): (Set<Int>, Set<Int>) = ([], [])
        for form in [table.criteria] + table.criteria.variants.compiled {
            for column in columns {
                own.formUnion(form.dependents[column].own)
                // Whoever stands alone changes nobody else.
                if table.positions == nil { cohort.formUnion(form.dependents[column].cohort) }
            }
        }
        for index in own.sorted() {
            let measures = Set((nodes[leaves[index].criterion].leaf?.measures ?? []).map { $0.code })
            table.issues.removeAll { measures.contains($0.measure) && (cohort.contains(index) || $0.unit == unit) }
            for other in cohort.contains(index) ? 0..<count : unit..<unit + 1 { _ = scoreCell(index, other) }
        }
        table.addUp()
    }

    mutating func run() {
        for (index, others) in scoreColumns().enumerated() {
            for unit in others { scoreCompletely(index, unit) }
        }
        var excess: [Int: ExactSum] = [:]
        for (cell, sum) in table.irregular where !sum.excess.isEmpty { excess[cell] = sum.excess }
        table.sums.addUp(table.leafPoints, excess: excess)
    }

    /// Scores the columns of leaves that are one function of one figure, or one per cohort, and returns, leaf by leaf,
    /// the units that need the slower path: their cell holds no plain value, they have another rule, or the leaf is not
    /// of that kind.
    private mutating func scoreColumns() -> [[Int]] {
        let (leaves, figures, count) = (leaves, table.figures, count)
        let scales = table.positions == nil ? table.scales : nil
        let all = Array(0..<count)
        let special = Array(table.variants.enumerated().filter { $0.element != nil }.map { $0.offset })
        let hasRules = leaves.map { table.criteria.variants.leaves.contains($0.criterion) }
        // In bounds: a leaf has one cell for each unit among the points, as a metric has among the figures.
        return table.leafPoints.withUnsafeMutableBufferPointer { points in
            // Each leaf has a column of its own, so no two parts write the same cell.
            nonisolated(unsafe) let points = points
            let parts = Parallel.map(leaves.count, minimum: count < 2_000 ? leaves.count : 8) { part in
                part.map { index -> [Int] in
                    let leaf = leaves[index]
                    let (direct, compared) = (leaf.directMeasure, leaf.directRelative)
                    let relative = compared.flatMap { compared in
                        scales.map { DirectRelative(compared, $0, rounding: leaf.rounding) }
                    }
                    guard let column = direct?.column ?? compared?.column, direct != nil || relative != nil,
                        !leaf.levels.contains(false)
                    else { return all }
                    let figuresOfColumn = column * count..<(column + 1) * count
                    let cells = index * count..<(index + 1) * count
                    let others = figures.values.withUnsafeBufferPointer { values in
                        figures.states.withUnsafeBufferPointer { states in
                            let values = UnsafeBufferPointer(rebasing: values[figuresOfColumn])
                            let states = UnsafeBufferPointer(rebasing: states[figuresOfColumn])
                            let points = UnsafeMutableBufferPointer(rebasing: points[cells])
                            return direct?.score(values, states: states, into: points)
                                ?? relative?.score(values, states: states, into: points) ?? all
                        }
                    }
                    return special.isEmpty || !hasRules[index] ? others : Set(others).union(special).sorted()
                }
            }
            return Array(parts.joined())
        }
    }

    private mutating func scoreCompletely(_ index: Int, _ unit: Int) {
        // What is left out of a leaf is left out of every sum above it.
        table.sums.take(scoreCell(index, unit), ofLeaf: leaves[index].criterion, unit: unit)
    }

    /// Puts a leaf's outcome for a unit into its cell, and notes what cannot be scored.
    ///
    /// - Returns: the leaf's own points and maxima.
    private mutating func scoreCell(_ index: Int, _ unit: Int) -> PointSum {
        let leaf = table.criteria(of: unit).leaves[index]
        let outcome = leaf.outcome(table.unitFigures(unit, level: levels[unit], lastYearColumns: lastYearColumns))
        table.put(outcome, ofLeaf: index, unit: unit)
        for (measure, result) in zip(nodes[leaf.criterion].leaf?.measures ?? [], outcome.measures) {
            guard case .faulty(let fault) = result.state else { continue }
            table.issues.append(
                ScoringIssue(
                    unit: unit, measure: measure.code,
                    metric: result.guilty.map { table.criteria.metrics[$0.column] } ?? measure.metrics[0].code,
                    isLastYear: result.guilty?.isLastYear ?? false, fault: fault))
        }
        return outcome.sum
    }
}
