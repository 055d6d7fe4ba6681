internal import ScoreNumerics
internal import Values

/// Builds the tree of a sampling design from the cells of a tally.
struct DesignNodes {
    private let cells: [SurveyTally.Cell]
    private let stages: [SamplingDesign.Stage]
    private let place: (CellKey) -> Location

    /// - Parameter place: Where a cell stands: its row, or only the file.
    init(
        _ cells: [SurveyTally.Cell], stages: [SamplingDesign.Stage], place: @escaping (CellKey) -> Location
    ) {
        self.cells = cells
        self.stages = stages
        self.place = place
    }

    /// The tree, and the node of each cell.
    /// - Throws: ``FindingsError`` with `survey.otherPopulation` or `survey.populationTooSmall`.
    func tree() throws(FindingsError) -> (DesignTree, [Int]) {
        // Strata are identified per stage, as a code may be reused in each unit of the previous stage.
        let paths = cells.map(path)
        let sorted = paths.indices.sorted { paths[$0].lexicographicallyPrecedes(paths[$1]) }
        var nodes: [DesignTree.Node] = []
        // The first cell of each.
        var cellOfNode: [Int] = []
        var nodeOfCell = Array(repeating: 0, count: cells.count)
        var previous: [String]?
        var codes: [[String: Int]] = Array(repeating: [:], count: paths.first?.count ?? 0)
        for cell in sorted {
            let populations = cells[cell].key.stages.map { stage in
                stage.population.map { FixedDecimal(mantissa: $0).approximation }
            }
            if paths[cell] == previous {
                let node = nodes.count - 1
                if let stage = populations.indices.first(where: { populations[$0] != nodes[node].populations[$0] }) {
                    nodes.append(DesignTree.Node(path: nodes[node].path, populations: populations, rows: 1))
                    cellOfNode.append(cell)
                    let error = DesignError.populationsDiffer(stage: stage + 1, node: node)
                    throw FindingsError([finding(error, nodes, cellOfNode, codes)])
                }
                nodes[node].rows += cells[cell].rows
            } else {
                var numbers: [Int] = []
                for (level, text) in paths[cell].enumerated() {
                    let number = codes[level][text] ?? codes[level].count
                    codes[level][text] = number
                    numbers.append(number)
                }
                nodes.append(DesignTree.Node(path: numbers, populations: populations, rows: cells[cell].rows))
                cellOfNode.append(cell)
                previous = paths[cell]
            }
            nodeOfCell[cell] = nodes.count - 1
        }
        // Codes were numbered in the order of the texts within a level, but a text may first occur under a later
        // parent.
        let order = nodes.indices.sorted { nodes[$0].path.lexicographicallyPrecedes(nodes[$1].path) }
        var place = Array(repeating: 0, count: nodes.count)
        for (new, old) in order.enumerated() { place[old] = new }
        let last: DesignTree.LastStage = stages.last?.cluster == nil ? .rows : .units
        do {
            let tree = try DesignTree(stages: stages.count, lastStage: last, nodes: order.map { nodes[$0] })
            return (tree, nodeOfCell.map { place[$0] })
        } catch {
            throw FindingsError([finding(error, order.map { nodes[$0] }, order.map { cellOfNode[$0] }, codes)])
        }
    }

    /// The strata and clusters of a cell from the first stage to the last.
    private func path(_ cell: SurveyTally.Cell) -> [String] {
        var path: [String] = []
        for (stage, key) in zip(stages, cell.key.stages) {
            path.append(key.stratum)
            if stage.cluster != nil { path.append(key.cluster) }
        }
        return path
    }

    /// What is wrong with a design, with the stratum by name.
    private func finding(
        _ error: DesignError, _ nodes: [DesignTree.Node], _ cellOfNode: [Int], _ codes: [[String: Int]]
    ) -> Finding {
        func names(of path: ArraySlice<Int>) -> [String] {
            zip(codes, path).compactMap { level, number in level.first { $0.value == number }?.key }
                .filter { !$0.isEmpty }
        }
        func key(_ node: Int) -> CellKey { cells[cellOfNode[node]].key }
        func unit(of key: CellKey) -> FindingValue? { key.unit.isEmpty ? nil : .text(key.unit) }
        switch error {
        case .populationsDiffer(let stage, let node):
            let stratum = nodes[node].path.prefix(2 * stage - 1)
            let inside = nodes.indices.filter { nodes[$0].path.starts(with: stratum) }
            func population(_ node: Int) -> Double { nodes[node].populations[stage - 1] ?? 0 }
            let most = inside.max { population($0) < population($1) } ?? node
            let least = inside.min { population($0) < population($1) } ?? node
            var details: FindingDetails = [
                .found: .count(Int(population(most))), .other: .count(Int(population(least))),
                .stratum: .names(names(of: stratum)), .stage: .count(stage),
            ]
            details[.unit] = unit(of: key(most))
            let first = place(key(least))
            if first.line != nil { details[.first] = .location(first) }
            return Finding(SurveyFinding.otherPopulation, at: place(key(most)), details)
        case .populationTooSmall(let stage, let stratum):
            var prefixes: [ArraySlice<Int>] = []
            for node in nodes where prefixes.last != node.path.prefix(2 * stage - 1) {
                prefixes.append(node.path.prefix(2 * stage - 1))
            }
            let prefix = prefixes[stratum]
            let first = nodes.firstIndex { $0.path.starts(with: prefix) } ?? 0
            let inside = nodes.filter { $0.path.starts(with: prefix) }
            let isPeople = stages[stage - 1].cluster == nil
            let drawn = isPeople ? inside.reduce(0) { $0 + $1.rows } : Set(inside.map { $0.path[2 * stage - 1] }).count
            var details: FindingDetails = [
                .found: .count(Int(nodes[first].populations[stage - 1] ?? 0)), .expected: .count(drawn),
                .stratum: .names(names(of: prefix)), .stage: .count(stage),
            ]
            details[.unit] = unit(of: key(first))
            return Finding(SurveyFinding.populationTooSmall, at: place(key(first)), details)
        case .empty, .wrongDepth, .noRows, .tooManyRows, .pathsNotAscending:
            return Finding(SurveyFinding.badDesign, at: Location(file: place(key(0)).file), [.found: .text("\(error)")])
        }
    }
}
