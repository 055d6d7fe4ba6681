import Survey

/// Rows of a sample under a design, and the estimates computed from them row by row.
struct SampledRows {
    struct Row {
        let cells: [String: String]
        let weight: Double
        /// Levels of the five questions; nil where there is no answer.
        let answers: [Int?]
        let node: Int
    }

    let design: DesignTree
    let rows: [Row]

    /// Reads a table under one of R's designs: columns of unit codes, of strata and of populations; a unit `row` stands
    /// for the rows themselves. `shuffle` renames the codes and reorders the rows.
    init(_ given: ExpectedDesigns.Design, shuffle: ((Int) -> [Int])? = nil) throws {
        var cells = try given.rows()
        if let shuffle { cells = shuffle(cells.count).map { cells[$0] } }
        let rowsLast = given.ids.last == "row"
        var codes: [String: [String: Int]] = [:]
        func code(_ column: String, _ row: [String: String]) -> Int {
            let text = row[column] ?? ""
            let known = codes[column]?[text] ?? codes[column]?.count ?? 0
            codes[column, default: [:]][text] = known
            return known
        }
        var paths: [[Int]] = []
        var nodes: [[Int]: DesignTree.Node] = [:]
        for row in cells {
            var path: [Int] = []
            for (stage, id) in given.ids.enumerated() {
                path.append(stage < given.strata.count ? code(given.strata[stage], row) : 0)
                if id != "row" { path.append(code(id, row)) }
            }
            let populations = given.ids.indices.map { stage -> Double? in
                let population = stage < given.fpc.count ? row[given.fpc[stage]].flatMap(Double.init) : nil
                return population?.isFinite == true ? population : nil
            }
            paths.append(path)
            nodes[path, default: .init(path: path, populations: populations, rows: 0)].rows += 1
        }
        let inOrder = nodes.values.sorted { $0.path.lexicographicallyPrecedes($1.path) }
        let places = Dictionary(uniqueKeysWithValues: inOrder.enumerated().map { ($1.path, $0) })
        design = try DesignTree(stages: given.ids.count, lastStage: rowsLast ? .rows : .units, nodes: inOrder)
        rows = zip(cells, paths).map { row, path in
            Row(
                cells: row, weight: row["w"].flatMap(Double.init) ?? 0,
                answers: (1...5).map { row["q\($0)"].flatMap(Int.init) }, node: places[path] ?? -1)
        }
    }

    /// The estimate named in checks/r-survey/estimates.R, for the rows in a domain (column and value).
    func linearised(_ name: String, domain: [String]) -> LinearisedEstimate {
        let members = rows.filter { domain[0] == "all" || $0.cells[domain[0]] == domain[1] }
        func satisfied(_ answer: Int?) -> Double { (answer ?? 0) >= 4 ? 1 : 0 }
        func valid(_ answer: Int?) -> Double { answer == nil ? 0 : 1 }
        switch name {
        case "shareOfQuestion1":
            return mean(of: [(members.filter { $0.answers[0] != nil }, { satisfied($0.answers[0]) }, { _ in 1 })])
        case "meanOfQuestion2":
            // From 0 to 1, where R's is on the levels 1 to 5.
            return mean(
                of: [(members.filter { $0.answers[1] != nil }, { Double(($0.answers[1] ?? 0) - 1) / 4 }, { _ in 1 })])
        default: break
        }
        let answered = members.filter { $0.answers.contains { $0 != nil } }
        func satisfactions(_ row: Row) -> Double { row.answers.reduce(0) { $0 + satisfied($1) } }
        func answers(_ row: Row) -> Double { row.answers.reduce(0) { $0 + valid($1) } }
        return switch name {
        case "pooledShare": mean(of: [(answered, satisfactions, answers)])
        case "personMean": mean(of: [(answered, { satisfactions($0) / answers($0) }, { _ in 1 })])
        default:
            mean(
                of: (0..<5).map { question in
                    (answered, { satisfied($0.answers[question]) }, { valid($0.answers[question]) })
                })
        }
    }

    private typealias Ratio = (rows: [Row], above: (Row) -> Double, below: (Row) -> Double)

    /// The mean of ratios over the same rows.
    private func mean(of ratios: [Ratio]) -> LinearisedEstimate {
        let parts = ratios.map { ratio in
            let below = ratio.rows.reduce(0) { $0 + $1.weight * ratio.below($1) }
            return (below: below, value: ratio.rows.reduce(0) { $0 + $1.weight * ratio.above($1) } / below)
        }
        var nodes = (0..<design.nodeCount).map { LinearisedEstimate.NodeSums(node: $0) }
        for row in ratios.first?.rows ?? [] {
            let score = zip(ratios, parts).reduce(0) { sum, pair in
                let (ratio, part) = pair
                return sum + row.weight * (ratio.above(row) - part.value * ratio.below(row)) / part.below
            }
            nodes[row.node].add(weight: row.weight, value: score / Double(ratios.count))
        }
        let value = parts.reduce(0) { $0 + $1.value } / Double(parts.count)
        return LinearisedEstimate(value: value, nodes: nodes)
    }
}

extension EstimateSettings {
    init(_ design: ExpectedDesigns.Design) {
        self.init()
        lonelyUnits =
            switch design.lonely {
            case "certainty": .certainty
            case "adjust": .adjust
            case "average": .average
            default: .fail
            }
    }
}
