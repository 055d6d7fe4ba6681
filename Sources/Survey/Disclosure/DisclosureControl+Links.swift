internal import Values

// What two domains together tell about units. Tables of units by one domain each tell nothing about each other: whatever
// they are, there are people who fit both. The table of all people by two domains ties them together, to a table in three
// directions, which is no network. Of such a table each layer is: what may change in layers, each by itself and without any
// change of their sums, is less than what may change at all, so that ranges are at least the sums of those of layers.
extension DisclosureControl {
    /// Whether nothing follows about units from all people by two domains.
    func isSafe(_ first: Int, _ second: Int, _ counts: RespondentCounts, _ rests: Rests) -> Bool {
        if units.outline.parents.indices.allSatisfy({ units.isWhole($0) }) { return true }
        let table = counts.byTwoDomains[first][second]
        return isSafe(first, second, counts, rests) { table[$0][$1][$2] }
            && isSafe(second, first, counts, rests) { table[$0][$2][$1] }
            && isSafe(first, second, table)
    }

    private func place(_ node: Int, _ domain: Int, _ value: Int) -> Place {
        Place(node: node, first: Place.Choice(domain: domain, value: value), part: total)
    }

    private func place(_ first: (domain: Int, value: Int), _ second: (domain: Int, value: Int)) -> Place {
        let choices = [first, second].sorted { $0.domain < $1.domain }
            .map { Place.Choice(domain: $0.domain, value: $0.value) }
        return Place(node: 0, first: choices[0], second: choices[1], part: total)
    }

    /// Whether units by one domain keep their ranges, in a layer for each value of the other.
    private func isSafe(
        _ own: Int, _ other: Int, _ counts: RespondentCounts, _ rests: Rests,
        people: (_ node: Int, _ own: Int, _ other: Int) -> Int
    ) -> Bool {
        let columns = values[own].indices
        let nodes = units.outline.parents.indices
        /// What each range lacks, by node and column; after the columns that of the sum of the row.
        var lacking = nodes.map { node in
            columns.map { isSmall(counts.byDomain[own][node][$0]) ? limit : 0 } + [rests[node] == nil ? 0 : limit]
        }
        for layer in values[other].indices {
            var table = CrossTable(
                units.outline, columns: columns.count,
                count: { node, column in
                    // Whether there are any is known of the sums alone.
                    let isKnown =
                        counts.byDomain[own][node][column] == 0 || counts.byDomain[other][node][layer] == 0
                        || people(0, column, layer) == 0
                    var isShown = withheld[place(node, own, column)] == nil
                    if node == 0 { isShown = isShown || withheld[place((own, column), (other, layer))] == nil }
                    return isKnown
                        ? nil : CrossTable.Count(value: people(node, column, layer), isShown: isShown, mayBeMore: true)
                },
                sum: { node in
                    isWithheld(node) && withheld[place(node, other, layer)] != nil
                        ? counts.byDomain[other][node][layer] : nil
                })
            for node in nodes {
                for column in 0...columns.count where lacking[node][column] > 0 {
                    lacking[node][column] -= table.range(
                        node, column == columns.count ? nil : column, upTo: lacking[node][column],
                        outer: rests[node] ?? [])
                }
            }
        }
        return lacking.allSatisfy { $0.allSatisfy { $0 <= 0 } }
    }

    /// Whether all people by two domains keep their ranges, in a layer for each unit.
    private func isSafe(_ first: Int, _ second: Int, _ people: [[[Int]]]) -> Bool {
        let (rows, columns) = (values[first].indices, values[second].indices)
        var lacking = people[0].map { $0.map { isSmall($0) ? limit : 0 } }
        for node in people.indices where units.outline.children[node].isEmpty {
            let sums = columns.map { column in rows.reduce(0) { $0 + people[node][$1][column] } }
            var table = CrossTable(
                .flat(rows.count), columns: columns.count,
                count: { row, column in
                    if row == 0 { return CrossTable.Count(value: sums[column]) }
                    let isKnown =
                        people[0][row - 1][column] == 0 || sums[column] == 0 || people[node][row - 1].reduce(0, +) == 0
                    let isShown = withheld[place((first, row - 1), (second, column))] == nil
                    return isKnown
                        ? nil
                        : CrossTable.Count(value: people[node][row - 1][column], isShown: isShown, mayBeMore: true)
                })
            for row in rows {
                for column in columns where lacking[row][column] > 0 {
                    lacking[row][column] -= table.range(row + 1, column, upTo: lacking[row][column])
                }
            }
        }
        return lacking.allSatisfy { $0.allSatisfy { $0 <= 0 } }
    }

    /// Withholds all people by two domains.
    mutating func withholdAll(by first: Int, _ second: Int) {
        for row in values[first].indices {
            for column in values[second].indices {
                let place = place((first, row), (second, column))
                if withheld[place] == nil { withheld[place] = .complementary }
            }
        }
    }
}
