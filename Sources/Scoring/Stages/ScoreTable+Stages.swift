public import Values

extension ScoreTable {
    /// The points that stand at a stage: those that people gave at it; where it gave none, those of the nearest earlier
    /// stage; where none did, the computed ones.
    ///
    /// Sums, indices, coverage, classes and places follow from them as from any points. A leaf with given points is
    /// scored, with its whole maximum, whatever its figures say. Points given to a node with parts replace the sum of
    /// the parts (``UnitScore/correction(of:)`` is the difference) until a later stage gives points to one of them; all
    /// of the node that applies then counts as scored.
    ///
    /// - Parameters:
    ///   - stage: the position of the stage in its list; nil for the computed points.
    ///   - given: the points that people gave, at any stage, in any order. Traps for a unit outside the table.
    /// - Complexity: O(units × leaves + given points).
    public func points(at stage: Int?, given: [GivenPoints]) -> ScoreTable {
        guard let stage else { return computed }
        precondition(given.allSatisfy { units.indices.contains($0.unit) }, "no such unit")
        return with(StandingPoints(given, at: stage, in: criteria.set))
    }

    /// The points that the figures alone give.
    public var computed: ScoreTable { storage.computed.map { ScoreTable($0) } ?? self }

    /// The computed points with others in the place of some.
    func with(_ standing: StandingPoints) -> ScoreTable {
        let base = computed
        if standing.isEmpty { return base }
        var columns = base.storage.columns
        columns.put(standing)
        return ScoreTable(columns, computed: base.storage)
    }

    /// The same units, and the same given points, with different figures.
    package func rescored(with figures: FigureTable) -> ScoreTable {
        rescored(with: figures, standing: storage.columns.standing)
    }

    private func rescored(with figures: FigureTable, standing: StandingPoints) -> ScoreTable {
        let columns = storage.columns
        // What stands alone keeps those with which it was compared; all together are compared anew.
        let peers = columns.positions.flatMap { positions in columns.scales.map { ($0, positions) } }
        guard
            let scores = try? criteria.score(
                figures, units: units, lastYear: columns.lastYear, amid: peers, beside: columns.held)
        else {
            preconditionFailure("units that were scored can be scored")
        }
        return scores.with(standing)
    }

    /// The same units after some figures of one have changed; everything equals what scoring all figures gives.
    ///
    /// - Parameters:
    ///   - figures: all figures.
    ///   - columns: the columns that differ.
    ///   - unit: the position of the unit.
    ///   - standing: the points that stand then.
    func rescored(
        with figures: FigureTable, in columns: Set<Int>, of unit: Int, standing: StandingPoints
    ) -> ScoreTable {
        // Of one unit, all leaves are scored sooner than those found that depend on the figures.
        if units.count == 1 { return rescored(with: figures, standing: standing) }
        let before = (storage.computed ?? storage).columns
        return ScoreTable(criteria.score(before, with: figures, in: columns, of: unit)).with(standing)
    }
}

extension ScoreColumns {
    /// Puts given points in the place of computed ones, and adds everything up again.
    fileprivate mutating func put(_ standing: StandingPoints) {
        self.standing = standing
        for (cell, given) in standing.cells {
            guard let leaf = sums.layout.leaf[cell.node] else { continue }
            let index = leaf * units.count + cell.unit
            leafPoints[index] = given.points.mantissa
            statuses[index] = CellStatus.scored.rawValue
            let sum = sums.whole[cell.node].given(given.points)
            irregular[index] = sum.excess.isEmpty ? nil : sum
        }
        addUp()
    }

    /// Adds everything up again, from the leaves and the points given to nodes with parts.
    mutating func addUp() {
        let (layout, count) = (sums.layout, units.count)
        let parents = standing.cells.filter { layout.leaf[$0.key.node] == nil }.map {
            GivenSum(node: $0.key.node, unit: $0.key.unit, points: $0.value.points)
        }
        sums = TreeSums(criteria.set, policy: criteria.set.rounding, units: count)
        var excess: [Int: ExactSum] = [:]
        for (leaf, node) in layout.leaves.enumerated() {
            let whole = sums.whole[node]
            for unit in 0..<count {
                let cell = leaf * count + unit
                let own = irregular[cell] ?? (CellStatus(rawValue: statuses[cell]) ?? .scored).sum(0, of: whole)
                if !own.excess.isEmpty { excess[cell] = own.excess }
                sums.take(own, ofLeaf: node, unit: unit)
            }
        }
        sums.addUp(leafPoints, excess: excess, given: parents)
    }
}

extension UnitScore {
    /// The same unit with the points that its figures alone give.
    public var computed: UnitScore { storage.computed.map { UnitScore(storage: $0, unit: unit) } ?? self }

    /// The points that people gave to the node at a position of the set and that stand for it; nil where those of its
    /// figures, or of its parts, do.
    public func standing(of node: Int) -> Standing? { storage.columns.standing[node, unit] }

    /// The sum of a subject with other points of some leaves, by the positions of nodes; given points stand.
    func sum(of subject: Ranking.Subject, with points: [Int: FixedDecimal]) -> PointSum {
        let set = criteriaSet
        let parents = set.criteria.indices.filter { set.criteria[$0].leaf == nil }
        let given = Dictionary(firstOf: parents.compactMap { node in standing(of: node).map { (node, $0.points) } })
        let sums = UnitSums(set, policy: set.rounding, given: given) { node in
            var own = sum(of: node)
            if let points = points[node] { (own.points, own.excess) = (points, .zero) }
            return own
        }
        return switch subject {
        case .total: sums.total
        case .node(let node): sums.nodes[node]
        }
    }

    /// The nodes above another to which points were given as a whole that stand, the nearest first.
    package func nodesGivenAsWhole(above node: Int) -> [Int] {
        if storage.columns.standing.isEmpty { return [] }
        return criteriaSet.ancestors(of: node).filter { standing(of: $0) != nil }
    }

    /// What points given to a node with parts add to the sum of its parts; zero where none stand for it.
    public func correction(of node: Int) -> FixedDecimal {
        guard criteriaSet.criteria[node].leaf == nil, let standing = standing(of: node) else { return 0 }
        return criteriaSet.criteria[node].children.reduce(standing.points) { $0 - sum(of: $1).points }
    }

    /// Whether given points decide what a leaf adds to a subject: its own, or those of a node above it that belongs to
    /// the subject.
    func isSettled(_ leaf: Int, in subject: Ranking.Subject) -> Bool {
        if storage.columns.standing.isEmpty { return false }
        for node in criteriaSet.path(up: leaf) {
            if standing(of: node) != nil { return true }
            if subject == .node(node) { return false }
        }
        return false
    }

    /// A leaf's outcome with the points that stand for it; its measures are those of the figures.
    func standing(_ outcome: LeafOutcome, of leaf: Int) -> LeafOutcome {
        guard let standing = standing(of: leaf) else { return outcome }
        let whole = storage.columns.sums.whole[leaf].given(standing.points)
        return LeafOutcome(
            status: .scored, points: standing.points, excess: whole.excess, maximum: whole.maximum,
            scoredMaximum: whole.scoredMaximum, beyond: whole.beyond, measures: outcome.measures,
            sharedIn: outcome.sharedIn, requirement: outcome.requirement)
    }
}
