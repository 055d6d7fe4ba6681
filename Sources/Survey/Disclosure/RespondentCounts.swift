internal import Values

/// How many people answered, of which disclosure control decides what may be published.
struct RespondentCounts {
    /// The values of each domain, in order.
    let values: [[String]]
    /// Those who answered anything, by node of the units.
    let people: [Int]
    /// These by domain, node and value.
    let byDomain: [[[Int]]]
    /// These by two domains: by the position of the second under that of the first, by node, and by their values.
    let byTwoDomains: [[[[[Int]]]]]
    /// Those who answered a part, and their answers, by the position of the part among ``parts`` and by node.
    let peopleOfPart: [[Int]]
    let answersOfPart: [[Int]]
    /// Groups of questions in their order, then questions.
    let parts: [SurveyIndex.Part]

    /// - Parameter counted: Whether the forms of each cell count; nil where all do.
    init(_ tally: SurveyTally, counted: [Bool]?, _ units: UnitOutline) {
        let questionnaire = tally.questionnaire
        let outline = units.outline
        let (layout, groups) = (tally.layout, questionnaire.groups.map { $0.questions })
        let levels = layout.extras.measures.pairOfLevel.indices
        parts = groups.indices.map { .group($0) } + questionnaire.questions.indices.map { .question($0) }
        let values = tally.domains.indices.map { domain in
            Set(tally.cells.map { $0.key.domains[domain] }).sorted()
        }
        self.values = values
        let positions = values.map { Dictionary(uniqueKeysWithValues: $0.enumerated().map { ($1, $0) }) }
        let plans = groups.indices.map { MeasurePlan(.group($0), of: questionnaire, layout: layout) }
        var ofQuestions = questionnaire.questions.map { _ in 0 }
        var nodes = Array(repeating: 0, count: outline.parents.count)
        let none = nodes
        var byDomain = values.map { values in none.map { _ in Array(repeating: 0, count: values.count) } }
        var two = values.indices.map { first in
            values.indices.map { second in
                first < second
                    ? none.map { _ in values[first].map { _ in Array(repeating: 0, count: values[second].count) } } : []
            }
        }
        var (people, answers) = (parts.map { _ in none }, parts.map { _ in none })
        var (lastUnit, node) = ("", 0)
        for (position, cell) in tally.cells.enumerated() {
            if counted?[position] == false { continue }
            if cell.key.unit != lastUnit || position == 0 {
                (lastUnit, node) = (cell.key.unit, units.node(of: .unit(cell.key.unit)) ?? 0)
            }
            for question in ofQuestions.indices {
                ofQuestions[question] = levels.reduce(0) {
                    $0 + Int(cell.numbers.counts[layout.answer(question, slot: $1)])
                }
                people[groups.count + question][node] += ofQuestions[question]
                answers[groups.count + question][node] += ofQuestions[question]
            }
            var count = 0
            for (group, questions) in groups.enumerated() {
                count = plans[group].people(in: cell.numbers).count
                people[group][node] += count
                answers[group][node] += ofQuestions[questions].reduce(0, +)
            }
            nodes[node] += count
            let chosen = positions.enumerated().map { $1[cell.key.domains[$0]] ?? 0 }
            for (domain, value) in chosen.enumerated() {
                byDomain[domain][node][value] += count
                for second in domain + 1..<max(chosen.count, domain + 1) {
                    two[domain][second][node][value][chosen[second]] += count
                }
            }
        }
        self.people = outline.totals(nodes)
        self.byDomain = byDomain.map { table in
            var table = table
            for node in outline.parents.indices.reversed() {
                guard let parent = outline.parents[node] else { continue }
                for value in table[node].indices { table[parent][value] += table[node][value] }
            }
            return table
        }
        for node in outline.parents.indices.reversed() {
            guard let parent = outline.parents[node] else { continue }
            for first in two.indices {
                for second in two.indices.dropFirst(first + 1) {
                    for value in values[first].indices {
                        for other in values[second].indices {
                            two[first][second][parent][value][other] += two[first][second][node][value][other]
                        }
                    }
                }
            }
        }
        byTwoDomains = two
        peopleOfPart = people.map { outline.totals($0) }
        answersOfPart = answers.map { outline.totals($0) }
    }
}
