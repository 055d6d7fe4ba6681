/// What one row says about each question and each group of questions, as a pair of whole numbers: how much of the
/// measure there is (`y`), out of how much (`x`).
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
    let measure: IndexMethod.Measure
    /// The lowest of the top levels.
    let firstTop: UInt8
    /// Levels of the scale.
    let levels: UInt8

    init(_ questionnaire: Questionnaire) {
        groups = questionnaire.groups.map(\.questions)
        questions = questionnaire.questions.count
        measure = questionnaire.index.measure
        levels = UInt8(questionnaire.scale.levels.count)
        firstTop = levels - UInt8(questionnaire.index.topLevels)
    }

    /// Questions and groups together.
    var count: Int { questions + groups.count }

    /// The pair of a question.
    @inline(__always)
    func question(_ level: UInt8) -> (y: Int64, x: Int64) {
        guard level < levels else { return (0, 0) }
        if measure == .meanScore { return (Int64(level), Int64(levels - 1)) }
        return (level >= firstTop ? 1 : 0, 1)
    }

    /// The pair of a group, in a row of levels.
    func group(_ group: Int, in row: UnsafePointer<UInt8>) -> (y: Int64, x: Int64) {
        var sum: (y: Int64, x: Int64) = (0, 0)
        for question in groups[group] {
            let pair = self.question(row[question])
            sum.y += pair.y
            sum.x += pair.x
        }
        guard measure == .satisfiedPeople else { return sum }
        return (sum.x > 0 && sum.y == sum.x ? 1 : 0, sum.x > 0 ? 1 : 0)
    }

    /// The pair of a question or, behind the questions, of a group.
    func pair(_ index: Int, in row: UnsafePointer<UInt8>) -> (y: Int64, x: Int64) {
        index < questions ? question(row[index]) : group(index - questions, in: row)
    }
}
