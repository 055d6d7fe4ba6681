internal import Values

// What is decided of blocks, factors and questions by domain: people are decided already, and all parts are withheld with
// them. Where fewer people answered some part than the limit, its whole level is withheld in the whole table, as the table
// has three directions. Nothing about others depends on that.
extension DisclosureControl {
    /// Parts that a table by one domain or two does not show.
    /// - Parameters:
    ///   - codes: The domains.
    ///   - ofUnits: Whether units are rows of the table; otherwise all people alone are.
    ///   - analysis: The answers.
    ///
    /// Complexity: O(cells × parts), and a search for each group and part that is withheld.
    public func thinParts(
        by codes: [String], ofUnits: Bool, _ analysis: SurveyAnalysis
    ) -> Set<SurveyIndex.Part> {
        let positions = codes.compactMap { domains.firstIndex(of: $0) }.sorted()
        guard limit > 1, let first = positions.first, positions.count + (ofUnits ? 1 : 0) <= crossing else { return [] }
        let groups = questionnaire.groups
        var thin: Set<SurveyIndex.Part> = []
        for block in groups.indices where groups[block].kind != .total {
            thin.formUnion(lineIsThin(of: block, positions, first, analysis) ? parts(below: block) : [])
        }
        let blocks = groups.indices.filter { groups[$0].kind == .block }
        if blocks.contains(where: { isThin(.group($0), positions, first, analysis) }) {
            for block in blocks { thin.formUnion(parts(below: block).union([.group(block)])) }
        }
        return thin
    }

    /// The parts of a block or factor, and theirs.
    private func parts(below group: Int) -> Set<SurveyIndex.Part> {
        let groups = questionnaire.groups
        var parts = Set(groups[group].questions.map { SurveyIndex.Part.question($0) })
        if groups[group].kind == .block {
            for factor in groups.indices where groups[factor].kind == .factor {
                if groups[group].questions.contains(groups[factor].questions.lowerBound) {
                    parts.insert(.group(factor))
                }
            }
        }
        return parts
    }

    /// Whether too few people answered a part of a block or factor.
    private func lineIsThin(
        of group: Int, _ positions: [Int], _ first: Int, _ analysis: SurveyAnalysis
    ) -> Bool {
        let groups = questionnaire.groups
        let parts: [SurveyIndex.Part] =
            groups[group].kind == .factor
            ? groups[group].questions.map { .question($0) }
            : groups.indices.filter {
                groups[$0].kind == .factor && groups[group].questions.contains(groups[$0].questions.lowerBound)
            }.map { .group($0) }
        return parts.contains { isThin($0, positions, first, analysis) }
    }

    /// Whether the answers to a part of too few people are published, or follow.
    private func isThin(
        _ part: SurveyIndex.Part, _ positions: [Int], _ first: Int, _ analysis: SurveyAnalysis
    ) -> Bool {
        let second = positions.dropFirst().first
        let outline = second.map { _ in Outline.flat(values[first].count) } ?? units.outline
        let columns = values[second ?? first].indices
        let plan = MeasurePlan(part, of: questionnaire, layout: analysis.tally.layout)
        var own = outline.parents.map { _ in Array(repeating: 0, count: columns.count) }
        let numbers = values.map { Dictionary(uniqueKeysWithValues: $0.enumerated().map { ($1, $0) }) }
        for (position, cell) in analysis.tally.cells.enumerated() {
            if let calibrated = analysis.calibrated, calibrated.cells[position].factor <= 0 { continue }
            func value(_ domain: Int) -> Int { numbers[domain][cell.key.domains[domain]] ?? 0 }
            let node = second == nil ? units.node(of: .unit(cell.key.unit)) ?? 0 : value(first) + 1
            own[node][value(second ?? first)] += plan.people(in: cell.numbers).count
        }
        for node in outline.parents.indices.reversed() {
            guard let parent = outline.parents[node] else { continue }
            for column in columns { own[parent][column] += own[node][column] }
        }
        func reason(_ node: Int, _ column: Int) -> SurveyIndex.Suppression? {
            var place = Place(node: second == nil ? node : 0, part: total)
            if let second {
                let choice = Place.Choice(domain: second, value: column)
                (place.first, place.second) =
                    node == 0 ? (choice, nil) : (Place.Choice(domain: first, value: node - 1), choice)
            } else {
                place.first = Place.Choice(domain: first, value: column)
            }
            return withheld[place]
        }
        let nodes = outline.parents.indices
        if nodes.contains(where: { node in columns.contains { reason(node, $0) == nil && isSmall(own[node][$0]) } }) {
            return true
        }
        // What is withheld of a unit whose people are not would be the sum of its answers by domain.
        let ofUnits = second == nil ? nodes : 0..<1
        if ofUnits.contains(where: { withheld[Place(node: $0, part: part)] != nil && !isWithheld($0) }) { return true }
        // Whether those that are withheld keep their ranges where fewer answered, and the sums of units theirs.
        let sums = own.map { $0.reduce(0, +) }
        var table = CrossTable(
            outline, columns: columns.count,
            count: { CrossTable.Count(value: own[$0][$1], isShown: reason($0, $1) == nil) },
            sum: { second == nil && isWithheld($0) ? sums[$0] : nil })
        func isHidden(_ reason: SurveyIndex.Suppression?, _ people: Int) -> Bool {
            people > 0 && (reason == .threshold || reason != nil && isSmall(people))
        }
        return nodes.contains { node in
            let outer = second == nil ? restsOfUnits[node] ?? [] : []
            let ofAll = second == nil ? withheld[Place(node: node, part: total)] : nil
            return isHidden(ofAll, sums[node]) && table.range(node, nil, upTo: limit, outer: outer) < limit
                || columns.contains { column in
                    isHidden(reason(node, column), own[node][column])
                        && table.range(node, column, upTo: limit, outer: outer) < limit
                }
        }
    }
}
