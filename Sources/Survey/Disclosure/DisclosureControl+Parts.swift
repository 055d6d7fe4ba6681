internal import Values

// What is decided of blocks, factors and questions, of all people and of each unit: level by level, and of each sum by
// itself, whose own results are known by then.
extension DisclosureControl {
    /// What is known of parts that were decided.
    private struct PartState {
        /// How nodes change together in each part where a result has its range. What proves the range has to be possible in
        /// the parts of the part, too: as it is, since other changes of the same nodes may not fit elsewhere.
        private(set) var changes: [Int: [[Int: Int]]] = [:]
        private var known: [Int: Set<[Int: Int]>] = [:]
        /// Of these, how each node of too few people becomes greater and smaller.
        var moves: [Int: [Int: Moves]] = [:]
        /// Parts of which nothing is published, so that nothing is of their own parts.
        var lost: Set<Int> = []

        mutating func add(_ changes: [Int: Int], to part: Int) {
            guard !changes.isEmpty, known[part, default: []].insert(changes).inserted else { return }
            self.changes[part, default: []].append(changes)
        }

        /// One part under another name.
        mutating func copy(_ part: Int, as other: Int) {
            (changes[other], moves[other]) = (changes[part], moves[part])
            if lost.contains(part) { lost.insert(other) }
        }
    }

    mutating func protectParts(_ counts: RespondentCounts, _ movesOfUnits: [Int: Moves]) {
        let groups = questionnaire.groups
        let total = groups.count - 1
        var state = PartState()
        state.moves[total] = movesOfUnits
        for (_, moves) in movesOfUnits.sorted(by: { $0.key < $1.key }) {
            state.add(moves.greater, to: total)
            state.add(moves.smaller, to: total)
        }
        // A block stands before its factors, and the total last.
        let blocks = groups.indices.filter { groups[$0].kind == .block }
        let factors = groups.indices.filter { groups[$0].kind == .factor }
        protectParts(of: total, blocks, counts, &state)
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
            state.copy(sum, as: parts[0])
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
        for change in state.changes[sum] ?? [] where isWhole {
            guard let own = table.hold(change) else {
                isWhole = false
                break
            }
            for column in parts.indices { state.add(table.rows(own, column: column), to: parts[column]) }
        }
        for node in nodes where isWhole {
            let thin = parts.indices.filter { isThin(node, parts[$0]) }
            // The same people may have answered several parts, so what those of too few people could be has to come from
            // parts of more. Where the whole row is of too few, it comes from other units.
            let own = isThin(node, sum) ? 0 : thin.reduce(0) { $0 + counts.answersOfPart[parts[$1]][node] }
            for column in thin {
                let part = counts.parts[parts[column]]
                let needed = isThin(node, sum) ? limit : limit * questions(of: part).count + own
                guard
                    let moves = table.protect(node, column, needed: needed, beside: state.moves[sum]?[node] ?? Moves())
                else {
                    isWhole = false
                    break
                }
                for other in parts.indices {
                    let ofPart = moves.map { table.rows($0, column: other) }
                    state.add(ofPart.greater, to: parts[other])
                    state.add(ofPart.smaller, to: parts[other])
                    if other == column { state.moves[parts[column], default: [:]][node] = ofPart }
                }
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
