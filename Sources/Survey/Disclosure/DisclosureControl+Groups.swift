internal import Values

// What is decided of groups of people, over all questions: first of the units, then of these by each domain.
extension DisclosureControl {
    /// Rows whose sums may change together so that one of them has a range: those that the proof of its range rests on.
    typealias Rests = [Int: Set<Int>]

    mutating func protect(_ counts: RespondentCounts) {
        let moves = protectUnits(counts)
        let rests = moves.mapValues { $0.changed }
        restsOfUnits = rests
        let restsOfValues = domains.indices.map { protectUnits(by: $0, counts, rests) }
        if crossing > 1 {
            for first in domains.indices {
                for second in domains.indices.dropFirst(first + 1) {
                    protectAll(by: first, second, counts, restsOfValues[first], restsOfValues[second])
                    if !isSafe(first, second, counts, rests) { withholdAll(by: first, second) }
                }
            }
        }
        protectParts(counts, moves)
    }

    /// What a table withholds, and why.
    static func withheld(
        in table: CrossTable, _ nodes: Range<Int>, _ columns: Range<Int>, isSmall: (Int, Int) -> Bool,
        place: (Int, Int) -> Place
    ) -> [Place: SurveyIndex.Suppression] {
        var withheld: [Place: SurveyIndex.Suppression] = [:]
        for node in nodes {
            for column in columns where !table.isShown(node, column) {
                withheld[place(node, column)] = isSmall(node, column) ? .threshold : .complementary
            }
        }
        return withheld
    }

    mutating func note(_ places: [Place: SurveyIndex.Suppression]) { withheld.merge(places) { first, _ in first } }

    func isSmall(_ people: Int) -> Bool { 0 < people && people < limit }

    /// What is lost with a result: most with those of most people. A figure of the assessment is withheld last.
    func cost(_ people: Int, at place: Place? = nil) -> Int {
        people + limit + (place.map(figures.contains) == true ? Self.figureCost : 0)
    }

    /// More than all others together. Where `Int` has 32 bits, so many people do not fit into the memory.
    private static let figureCost = Int.bitWidth > 32 ? 1 << 40 : 1 << 24

    // MARK: - Units

    /// - Returns: how units change together where one of too few people has its range, by its node.
    private mutating func protectUnits(_ counts: RespondentCounts) -> [Int: Moves] {
        let people = counts.people
        let nodes = people.indices
        guard nodes.contains(where: { isSmall(people[$0]) }) else { return [:] }
        var table = CrossTable(units.outline, columns: 1, addsUp: false) { node, _ in
            CrossTable.Count(
                value: people[node], cost: cost(people[node], at: Place(node: node, part: total)),
                isShown: !isSmall(people[node]))
        }
        var moves: [Int: Moves] = [:]
        for node in nodes where isSmall(people[node]) {
            // Withholding all sums above it is a way that is always open.
            moves[node] = table.protect(node, 0, needed: limit)?.map { table.rows($0, column: 0) } ?? Moves()
        }
        let places = Self.withheld(
            in: table, nodes, 0..<1, isSmall: { node, _ in isSmall(people[node]) }
        ) { node, _ in
            Place(node: node, part: total)
        }
        note(places)
        return moves
    }

    /// Whether all people of a node are withheld.
    func isWithheld(_ node: Int) -> Bool { withheld[Place(node: node, part: total)] != nil }

    // MARK: - Domains

    /// - Returns: what ranges of the whole's values rest on.
    private mutating func protectUnits(by domain: Int, _ counts: RespondentCounts, _ rests: Rests) -> Rests {
        let people = counts.byDomain[domain]
        let columns = values[domain].indices
        let outline = crossing > 1 ? units.outline : Outline()
        let nodes = outline.parents.indices
        guard nodes.contains(where: { people[$0].contains(where: isSmall) || isWithheld($0) }) else { return [:] }
        var table = CrossTable(
            outline, columns: columns.count,
            count: { node, value in
                let count = people[node][value]
                return CrossTable.Count(value: count, cost: cost(count), isShown: !isSmall(count))
            },
            sum: { isWithheld($0) ? counts.people[$0] : nil })
        var restsOfValues: Rests = [:]
        var isWhole = true
        for node in nodes {
            let outer = rests[node] ?? []
            if !outer.isEmpty { isWhole = table.protect(node, nil, needed: limit, outer: outer) != nil && isWhole }
            for value in columns where isSmall(people[node][value]) {
                let moves = table.protect(node, value, needed: limit, outer: outer)
                isWhole = moves != nil && isWhole
                if node == 0, let moves { restsOfValues[value] = table.columns(in: moves.changed, row: 0) }
            }
        }
        if !isWhole { table.hideAll(withWhole: columns.contains { isSmall(people[0][$0]) }) }
        let places = Self.withheld(
            in: table, nodes, columns, isSmall: { isSmall(people[$0][$1]) }
        ) { node, value in
            Place(node: node, first: Place.Choice(domain: domain, value: value), part: total)
        }
        note(places)
        return restsOfValues
    }

    private mutating func protectAll(
        by first: Int, _ second: Int, _ counts: RespondentCounts, _ restsOfRows: Rests, _ restsOfColumns: Rests
    ) {
        let people = counts.byTwoDomains[first][second][0]
        guard people.contains(where: { $0.contains(where: isSmall) }) else { return }
        let (rows, columns) = (values[first].indices, values[second].indices)
        func isWithheld(_ domain: Int, _ value: Int) -> Bool {
            withheld[Place(node: 0, first: Place.Choice(domain: domain, value: value), part: total)] != nil
        }
        // The sums are known, or withheld, already: those of rows have the numbers of their nodes, those of columns the next.
        let firstColumn = rows.count + 1
        var table = CrossTable(
            .flat(rows.count), columns: columns.count,
            count: { node, value in
                if node == 0 {
                    return CrossTable.Count(
                        value: counts.byDomain[second][0][value], isShown: !isWithheld(second, value),
                        outer: firstColumn + value)
                }
                let count = people[node - 1][value]
                return CrossTable.Count(value: count, cost: cost(count), isShown: !isSmall(count))
            },
            sum: { $0 > 0 && isWithheld(first, $0 - 1) ? counts.byDomain[first][0][$0 - 1] : nil })
        func outer(_ row: Int?, _ column: Int?) -> Set<Int> {
            let rows = row.flatMap { restsOfRows[$0] } ?? []
            let columns = column.flatMap { restsOfColumns[$0] } ?? []
            return Set(rows.map { $0 + 1 }).union(columns.map { firstColumn + $0 })
        }
        var isWhole = true
        func hold(_ node: Int, _ column: Int?, _ outer: Set<Int>) {
            isWhole = table.protect(node, column, needed: limit, outer: outer) != nil && isWhole
        }
        for row in rows {
            if restsOfRows[row] != nil { hold(row + 1, nil, outer(row, nil)) }
            for column in columns where isSmall(people[row][column]) { hold(row + 1, column, outer(row, column)) }
        }
        for column in columns where restsOfColumns[column] != nil { hold(0, column, outer(nil, column)) }
        if !isWhole { table.hideAll(withWhole: false) }
        let places = Self.withheld(
            in: table, 1..<rows.count + 1, columns, isSmall: { isSmall(people[$0 - 1][$1]) }
        ) { node, value in
            Place(
                node: 0, first: Place.Choice(domain: first, value: node - 1),
                second: Place.Choice(domain: second, value: value), part: total)
        }
        note(places)
    }
}
