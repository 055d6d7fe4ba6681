/// What one row says about each question and each group of questions, as a pair of integers: how much of the measure
/// there is (`y`), out of how much (`x`).
///
/// | measure | question | group of questions |
/// |---|---|---|
/// | share on the top levels | y = 1 on a top level, x = 1 with an answer | sums over its questions |
/// | mean level | y = level from 0, x = levels − 1, or equal multiples where scales differ | sums over its questions |
/// | people satisfied with everything | as the share | y = 1 when all answers are on top levels, x = 1 with an answer |
struct RowMeasures: Sendable {
    /// The questions of each group.
    let groups: [Range<Int>]
    let questions: Int
    /// Whether a group is about people rather than answers.
    let countsPeople: Bool
    /// The pair of each level of all scales.
    let pairOfLevel: [(y: Int64, x: Int64)]

    init(_ questionnaire: Questionnaire) {
        groups = questionnaire.groups.map { $0.questions }
        questions = questionnaire.questions.count
        countsPeople = questionnaire.index.measure == .satisfiedPeople
        let scales = questionnaire.scales
        if questionnaire.index.measure == .meanScore {
            pairOfLevel = Self.meanLevels(of: scales)
        } else {
            pairOfLevel = scales.flatMap { scale in
                let firstTop = scale.levels.count - (scale.topLevels ?? questionnaire.index.topLevels)
                return scale.levels.indices.map { (y: Int64($0 >= firstTop ? 1 : 0), x: Int64(1)) }
            }
        }
    }

    /// The pair of each level of some scales for the mean level: steps of scales of different lengths are parts of one
    /// whole.
    static func meanLevels(of scales: [AnswerScale]) -> [(y: Int64, x: Int64)] {
        let whole = scales.reduce(1) { multiple($0, Int64($1.levels.count - 1)) }
        return scales.flatMap { scale in
            let last = Int64(scale.levels.count - 1)
            return (0...last).map { (y: $0 * (whole / last), x: whole) }
        }
    }

    /// The least common multiple of two positive numbers.
    static func multiple(_ first: Int64, _ second: Int64) -> Int64 {
        var (divisor, rest) = (first, second)
        while rest > 0 { (divisor, rest) = (rest, divisor % rest) }
        return first / divisor * second
    }

    /// The number of questions and groups together.
    var count: Int { questions + groups.count }
}
