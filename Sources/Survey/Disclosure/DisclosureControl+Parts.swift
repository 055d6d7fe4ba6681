internal import Values

// What is decided of blocks, factors and questions, of all people and of each unit: level by level, and of each sum by
// itself, whose own results are known by then.
extension DisclosureControl {
    /// What is known of parts that were decided.
    private struct PartState {
        /// What the ranges of each part rest on.
        var rests: [Int: Rests] = [:]
        /// Parts of which nothing is published, so that nothing is of their own parts.
        var lost: Set<Int> = []
    }

    mutating func protectParts(_ counts: RespondentCounts, _ restsOfUnits: Rests) {
        let groups = questionnaire.groups
        var state = PartState(rests: [groups.count - 1: restsOfUnits])
        // A block stands before its factors, and the total last.
        let blocks = groups.indices.filter { groups[$0].kind == .block }
        let factors = groups.indices.filter { groups[$0].kind == .factor }
        protectParts(of: groups.count - 1, blocks, counts, &state)
        for block in blocks {
            let own = factors.filter { groups[block].questions.contains(groups[$0].questions.lowerBound) }
            protectParts(of: block, own, counts, &state)
            for factor in own {
                protectParts(of: factor, groups[factor].questions.map { groups.count + $0 }, counts, &state)
            }
        }
        for question in questionnaire.choices { protectAlone(groups.count + question, counts) }
    }

    /// - Parameters:
    ///   - sum: The position of the sum among the parts that are counted.
    ///   - parts: Those of its parts.
    private mutating func protectParts(
        of sum: Int, _ parts: [Int], _ counts: RespondentCounts, _ state: inout PartState
    ) {
        let outline = units.outline
        let nodes = outline.parents.indices
        func isWithheld(_ node: Int, _ part: Int) -> Bool {
            withheld[Place(node: node, part: counts.parts[part])] != nil
        }
        func isThin(_ node: Int, _ part: Int) -> Bool { isSmall(counts.peopleOfPart[part][node]) }
        if parts.count == 1 {
            // The same results under another name.
            for node in nodes {
                withheld[Place(node: node, part: counts.parts[parts[0]])] =
                    withheld[
                        Place(node: node, part: counts.parts[sum])]
            }
            state.rests[parts[0]] = state.rests[sum]
            if state.lost.contains(sum) { state.lost.insert(parts[0]) }
            return
        }
        let isLost = state.lost.contains(sum)
        guard isLost || nodes.contains(where: { node in isWithheld(node, sum) || parts.contains { isThin(node, $0) } })
        else {
            return
        }
        var table = CrossTable(
            outline, columns: parts.count,
            count: { node, column in
                let answers = counts.answersOfPart[parts[column]][node]
                return CrossTable.Count(
                    value: answers, cost: cost(answers, at: Place(node: node, part: counts.parts[parts[column]])),
                    isShown: !isThin(node, parts[column]))
            },
            sum: { isWithheld($0, sum) ? counts.answersOfPart[sum][$0] : nil })
        var isWhole = !isLost
        for node in nodes where isWhole {
            let outer = state.rests[sum]?[node] ?? []
            let thin = parts.indices.filter { isThin(node, parts[$0]) }
            if !outer.isEmpty { isWhole = table.protect(node, nil, needed: limit, outer: outer) != nil && isWhole }
            // The same people may have answered several parts, so what those of too few people could be has to come from
            // parts of more. Where the whole row is of too few, it comes from other units.
            let own = isThin(node, sum) ? 0 : thin.reduce(0) { $0 + counts.answersOfPart[parts[$1]][node] }
            for column in thin {
                let part = counts.parts[parts[column]]
                let needed = isThin(node, sum) ? limit : limit * questions(of: part).count + own
                let support = table.protect(node, column, needed: needed, outer: outer)
                isWhole = support != nil && isWhole
                state.rests[parts[column], default: [:]][node] = table.rows(in: support ?? [], column: column)
            }
        }
        if !isWhole {
            table.hideAll(withWhole: true)
            state.lost.formUnion(parts)
        }
        let places = Self.withheld(
            in: table, nodes, parts.indices, isSmall: { isThin($0, parts[$1]) }
        ) { node, column in
            Place(node: node, part: counts.parts[parts[column]])
        }
        note(places)
    }

    /// Decides about a question that is a part of no sum.
    private mutating func protectAlone(_ question: Int, _ counts: RespondentCounts) {
        let people = counts.peopleOfPart[question]
        guard people.contains(where: isSmall) else { return }
        var table = CrossTable(units.outline, columns: 1, addsUp: false) { node, _ in
            CrossTable.Count(value: people[node], cost: cost(people[node]), isShown: !isSmall(people[node]))
        }
        for node in people.indices where isSmall(people[node]) { _ = table.protect(node, 0, needed: limit) }
        let places = Self.withheld(
            in: table, people.indices, 0..<1, isSmall: { node, _ in isSmall(people[node]) }
        ) { node, _ in
            Place(node: node, part: counts.parts[question])
        }
        note(places)
    }

    func questions(of part: SurveyIndex.Part) -> Range<Int> {
        switch part {
        case .question(let question): question..<question + 1
        case .group(let group): questionnaire.groups[group].questions
        }
    }
}
