/// What must hold between the numbers of a cell, whatever people answered and whatever they weigh.
///
/// A tally travels through spreadsheets and mail. Numbers that contradict each other came from no forms, and an index or
/// an error computed from them would be made up. Everything here follows from the definitions of ``TallyColumns``,
/// ``RowMeasures`` and ``RowExtras``; sound numbers never contradict them.
struct TallyIdentities {
    let layout: TallyLayout
    /// Whether the questionnaire has no weights, so that every row weighs one.
    let weighsOne: Bool
    /// The parts of each group: a factor's questions, a block's factors, the total's blocks; as measures.
    let parts: [[Int]]
    let levels: Int
    /// Positions among ``RowExtras/pairs`` and ``RowExtras/squaredPairs``.
    let pairs, squaredPairs: [RowExtras.MeasurePair: Int]

    init(_ questionnaire: Questionnaire, _ layout: TallyLayout) {
        self.layout = layout
        weighsOne = questionnaire.columns.weight == nil
        levels = questionnaire.levels.count
        func places(_ pairs: [RowExtras.MeasurePair]) -> [RowExtras.MeasurePair: Int] {
            Dictionary(uniqueKeysWithValues: pairs.enumerated().map { ($1, $0) })
        }
        (pairs, squaredPairs) = (places(layout.extras.pairs), places(layout.extras.squaredPairs))
        let groups = questionnaire.groups
        parts = groups.map { group in
            let below: Questionnaire.Group.Kind? =
                switch group.kind {
                case .factor: nil
                case .block: .factor
                case .total: .block
                }
            guard let below else { return Array(group.questions) }
            return groups.indices.filter {
                groups[$0].kind == below && group.questions.contains(groups[$0].questions.lowerBound)
            }.map { layout.questions + $0 }
        }
    }

    /// The first column with a number that no forms can have given; nil when the numbers agree.
    func contradiction(in cell: SurveyTally.Cell) -> TallyColumns.Column? {
        guard isPossible(Crowd(cell.rows, cell.weight), mayWeighNothing: true) else { return .weight }
        for question in 0..<layout.questions {
            if let column = contradiction(ofQuestion: question, in: cell) { return column }
        }
        if layout.extras.countsPeople {
            for group in layout.extras.measures.groups.indices {
                if let column = contradiction(ofGroup: group, in: cell) { return column }
            }
        }
        return TallyProductIdentities(self, cell).contradiction
    }

    /// Whether there can be such people, each of whom weighs one where the questionnaire has no weights.
    /// - Parameter mayWeighNothing: Whether some of them may have the weight zero: none of those has an answer.
    func isPossible(_ crowd: Crowd, mayWeighNothing: Bool = false) -> Bool {
        guard mayWeighNothing ? crowd.isPossibleWithWeightless : crowd.isPossible else { return false }
        guard weighsOne else { return true }
        let one: Int128 = 1_000_000
        return crowd.weight == crowd.count * one && crowd.squares.map { $0 == crowd.count * one * one } ?? true
    }

    // MARK: - Answers

    /// Those who gave one answer.
    func crowd(_ question: Int, slot: Int, in cell: SurveyTally.Cell) -> Crowd {
        let place = layout.answer(question, slot: slot)
        return Crowd(cell.numbers.counts[place], cell.numbers.sum(at: place))
    }

    /// Those with an answer on some levels.
    func crowd(_ question: Int, levels: Range<Int>, in cell: SurveyTally.Cell) -> Crowd {
        levels.reduce(Crowd(0, 0)) { $0 + crowd(question, slot: $1, in: cell) }
    }

    private func contradiction(ofQuestion question: Int, in cell: SurveyTally.Cell) -> TallyColumns.Column? {
        for slot in 0..<layout.slots where !isPossible(crowd(question, slot: slot, in: cell)) {
            return .sum(question: question, slot: slot)
        }
        // Whoever is left gave no answer, or one that is not on the scale.
        let others = Crowd(cell.rows, cell.weight) - crowd(question, levels: 0..<layout.slots, in: cell)
        guard isPossible(others, mayWeighNothing: true) else {
            return .sum(question: question, slot: layout.slots - 1)
        }
        let unknown = cell.unknown.isEmpty ? 0 : cell.unknown[question]
        return unknown <= Int(others.count) ? nil : .unknown(question: question)
    }

    // MARK: - People

    /// The people of a group with an answer, and those satisfied with everything.
    func people(_ group: Int, in cell: SurveyTally.Cell) -> (answered: Crowd, satisfied: Crowd) {
        func number(_ part: TallyLayout.PeoplePart) -> Int128 { cell.numbers.number(at: layout.people(group, part)) }
        // An earlier version did not keep those of all.
        let isKept = !layout.extras.squaredPairs.isEmpty || number(.answeredSquares) > 0
        let squares = isKept ? number(.answeredSquares) : nil
        return (
            Crowd(number(.answered), number(.answeredWeight), squares: squares),
            Crowd(number(.satisfied), number(.satisfiedWeight))
        )
    }

    private func contradiction(ofGroup group: Int, in cell: SurveyTally.Cell) -> TallyColumns.Column? {
        func column(_ part: TallyLayout.PeoplePart) -> TallyColumns.Column { .people(group: group, part: part) }
        let (answered, satisfied) = people(group, in: cell)
        let all = Crowd(cell.rows, cell.weight)
        // Before anything is computed from them: these numbers may have 128 bits.
        guard answered.count <= all.count else { return column(.answered) }
        guard satisfied.count <= answered.count else { return column(.satisfied) }
        guard answered.weight <= all.weight else { return column(.answeredWeight) }
        guard satisfied.weight <= answered.weight else { return column(.satisfiedWeight) }
        if !layout.keepsSquares(ofGroup: group), answered.squares != nil {
            return column(.answeredSquares)
        }
        guard isPossible(Crowd(answered.count, answered.weight)),
            isPossible(all - answered.unsquared, mayWeighNothing: true)
        else {
            return column(.answeredWeight)
        }
        guard isPossible(answered) else { return column(.answeredSquares) }
        let others = answered - satisfied
        guard isPossible(satisfied), isPossible(others) else { return column(.satisfiedWeight) }

        var (sum, sumOfOthers) = (Crowd(0, 0, squares: 0), Crowd(0, 0))
        for part in parts[group] {
            let (some, someOthers) = both(part, in: cell)
            // Whoever answered a part answered the whole, and whoever was not satisfied with it was not with the whole.
            guard isPossible((answered - some).unsquared) else { return column(.answered) }
            guard isPossible(answered - some) else { return column(.answeredSquares) }
            guard isPossible(others - someOthers) else { return column(.satisfied) }
            (sum, sumOfOthers) = (sum + some, sumOfOthers + someOthers)
        }
        // Whoever answered the whole answered a part, and so on.
        guard isPossible((sum - answered).unsquared) else { return column(.answered) }
        guard isPossible(sum - answered) else { return column(.answeredSquares) }
        guard isPossible(sumOfOthers - others) else { return column(.satisfied) }
        let pleased = sum.unsquared - sumOfOthers
        return isPossible(pleased - satisfied) ? nil : column(.satisfied)
    }

    /// Those with an answer to a question or a group, and those of them who are not satisfied with everything.
    private func both(_ measure: Int, in cell: SurveyTally.Cell) -> (answered: Crowd, others: Crowd) {
        guard measure < layout.questions else {
            let (answered, satisfied) = people(measure - layout.questions, in: cell)
            return (answered, answered.unsquared - satisfied)
        }
        let answered = crowd(measure, levels: 0..<levels, in: cell)
        let satisfied = layout.extras.measures.pairOfLevel.indices
            .filter { layout.extras.measures.pairOfLevel[$0].y == layout.extras.measures.pairOfLevel[$0].x }
            .reduce(Crowd(0, 0)) { $0 + crowd(measure, slot: $1, in: cell) }
        return (answered, answered - satisfied)
    }
}

extension Crowd {
    /// The same people without their squares.
    var unsquared: Crowd { Crowd(count, weight) }
}
