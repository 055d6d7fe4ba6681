import Values

extension CompiledCriteria {
    /// Scores every unit.
    ///
    /// The same figures give the same points whatever the order of the units. Points are exact decimals; a leaf's are
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
        var scoring = ScoringPass(
            criteria: self, figures: figures.metrics == metrics ? figures : figures.arranged(by: metrics), units: units,
            levels: levels, lastYear: lastYear)
        scoring.run()
        return scoring.table
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
    let leaves: [CompiledLeaf]
    let levels: [Int]
    let lastYearColumns: [Int?]
    var table: ScoreTable

    init(
        criteria: CompiledCriteria, figures: FigureTable, units: [ScoredUnit], levels: [Int], lastYear: LastYear?
    ) {
        leaves = criteria.leaves
        self.levels = levels
        lastYearColumns = criteria.metrics.map { lastYear?.figures.column(of: $0) }
        let nodes = criteria.set.criteria
        let cells = nodes.count * units.count
        var maximum: [Int64] = []
        maximum.reserveCapacity(cells)
        for node in nodes { maximum.append(contentsOf: repeatElement(node.maximum.mantissa, count: units.count)) }
        table = ScoreTable(
            criteria: criteria, units: units, issues: [], points: Array(repeating: 0, count: cells), maximum: maximum,
            scoredMaximum: maximum,
            statuses: Array(repeating: LeafStatus.scored.rawValue, count: criteria.leaves.count * units.count),
            bonus: Array(repeating: 0, count: units.count), penalty: Array(repeating: 0, count: units.count),
            figures: figures, lastYear: lastYear)
    }

    mutating func run() {
        for index in leaves.indices {
            scoreLeaf(index)
            addToParent(leaves[index].criterion)
            switch leaves[index].role {
            case .regular: break
            case .bonus: collect(leaves[index].criterion, into: \.bonus)
            case .penalty: collect(leaves[index].criterion, into: \.penalty)
            }
        }
        // Nodes stand after their parents, so from the end every node is whole before it is added to its parent.
        let nodes = table.criteria.set.criteria
        for index in nodes.indices.reversed() where !nodes[index].children.isEmpty {
            if nodes[index].parent == nil, table.criteria.set.rounding.stage == .field { round(index) }
            addToParent(index)
        }
    }

    private mutating func scoreLeaf(_ index: Int) {
        let leaf = leaves[index]
        let count = levels.count
        let first = leaf.criterion * count
        guard let direct = leaf.direct, !leaf.levels.contains(false) else {
            for unit in 0..<count { scoreCompletely(index, unit) }
            return
        }
        // Cells that hold no plain value, and they alone, go the long way.
        var others: [Int] = []
        let column = direct.column * count
        table.figures.states.withUnsafeBufferPointer { states in
            table.figures.values.withUnsafeBufferPointer { values in
                table.points.withUnsafeMutableBufferPointer { points in
                    for unit in 0..<count {
                        if states[column + unit] == FigureTable.State.value,
                            let result = direct.points(at: values[column + unit])
                        {
                            points[first + unit] = result
                        } else {
                            others.append(unit)
                        }
                    }
                }
            }
        }
        for unit in others { scoreCompletely(index, unit) }
    }

    private mutating func scoreCompletely(_ index: Int, _ unit: Int) {
        let leaf = leaves[index]
        let outcome = leaf.outcome(table.unitFigures(unit, level: levels[unit], lastYearColumns: lastYearColumns))
        let cell = leaf.criterion * levels.count + unit
        table.points[cell] = outcome.points?.mantissa ?? 0
        table.maximum[cell] = outcome.maximum.mantissa
        table.scoredMaximum[cell] = outcome.scoredMaximum.mantissa
        table.statuses[index * levels.count + unit] = outcome.status.rawValue
        // What is left out leaves every sum above it.
        let missing = leaf.maximum.mantissa - outcome.maximum.mantissa
        let unscored = leaf.maximum.mantissa - outcome.scoredMaximum.mantissa
        if missing != 0 || unscored != 0 {
            let nodes = table.criteria.set.criteria
            var parent = nodes[leaf.criterion].parent
            while let node = parent {
                table.maximum[node * levels.count + unit] -= missing
                table.scoredMaximum[node * levels.count + unit] -= unscored
                parent = nodes[node].parent
            }
        }
        let measures = nodeMeasures(leaf)
        for (measure, result) in zip(measures, outcome.measures) {
            guard case .faulty(let fault) = result.state else { continue }
            table.issues.append(
                ScoringIssue(unit: unit, measure: measure.code, metric: measure.metrics[0].code, fault: fault))
        }
    }

    private func nodeMeasures(_ leaf: CompiledLeaf) -> [Measure] {
        table.criteria.set.criteria[leaf.criterion].leaf?.measures ?? []
    }

    /// Adds a node's column of points to its parent's.
    private mutating func addToParent(_ index: Int) {
        guard let parent = table.criteria.set.criteria[index].parent else { return }
        let count = levels.count
        table.points.withUnsafeMutableBufferPointer { points in
            for unit in 0..<count { points[parent * count + unit] &+= points[index * count + unit] }
        }
    }

    private mutating func collect(_ index: Int, into sums: WritableKeyPath<ScoreTable, [Int64]>) {
        for unit in levels.indices { table[keyPath: sums][unit] += table.points[index * levels.count + unit] }
    }

    private mutating func round(_ index: Int) {
        let rounding = table.criteria.set.rounding.points
        for cell in index * levels.count..<(index + 1) * levels.count {
            // Sums of points are far from the limit of 64 bits, so rounding cannot pass it.
            table.points[cell] =
                FixedDecimal(mantissa: table.points[cell]).rounded(rounding)?.mantissa ?? table.points[cell]
        }
    }
}
