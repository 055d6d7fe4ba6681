/// What one row says about each question and each group of questions, as a pair of integers: how much of the measure
/// there is (`y`), out of how much (`x`).
///
/// | measure | question | group of questions |
/// |---|---|---|
/// | share on the top levels | y = 1 on a top level, x = 1 with an answer | sums over its questions |
/// | mean level | y = level from 0, x = levels − 1 | sums over its questions |
/// | people satisfied with everything | as the share | y = 1 when all answers are on top levels, x = 1 with an answer |
struct RowMeasures: Sendable {
    /// The questions of each group.
    let groups: [Range<Int>]
    let questions: Int
    /// Whether a group is about people rather than answers.
    let countsPeople: Bool
    /// The pair of each level.
    let pairOfLevel: [(y: Int64, x: Int64)]

    init(_ questionnaire: Questionnaire) {
        groups = questionnaire.groups.map(\.questions)
        questions = questionnaire.questions.count
        countsPeople = questionnaire.index.measure == .satisfiedPeople
        let levels = Int64(questionnaire.scale.levels.count)
        let firstTop = levels - Int64(questionnaire.index.topLevels)
        let isMean = questionnaire.index.measure == .meanScore
        pairOfLevel = (0..<levels).map { isMean ? ($0, levels - 1) : ($0 >= firstTop ? 1 : 0, 1) }
    }

    /// The number of questions and groups together.
    var count: Int { questions + groups.count }
}
