internal import CAnswerRows

/// The answer codes of all questions: one for each way in which some of them are read.
struct QuestionCodes: Sendable {
    /// Each way of reading, the usual one first.
    private(set) var all: [AnswerCodes]
    /// The way of each question, by position among ``all``.
    private(set) var ofQuestion: [Int] = []

    /// What makes two questions read alike.
    private struct Way: Hashable {
        let scale: Int
        let isReversed: Bool
        let noAnswer: [String]
    }

    init(_ questionnaire: Questionnaire) {
        let noAnswer = UInt8(questionnaire.levels.count)
        let scales = questionnaire.scales
        func codes(_ way: Way) -> AnswerCodes {
            let levels = questionnaire.levels(ofScale: way.scale).map { UInt8($0) }
            return AnswerCodes(
                scales[way.scale], levels: way.isReversed ? levels.reversed() : levels, noAnswer: noAnswer,
                others: way.noAnswer)
        }
        let usual = Way(scale: 0, isReversed: false, noAnswer: [])
        all = [codes(usual)]
        var positions = [usual: 0]
        for question in questionnaire.questions {
            let way = Way(scale: question.scale, isReversed: question.isReversed, noAnswer: question.noAnswer)
            let position = positions[way] ?? all.count
            if position == all.count {
                all.append(codes(way))
                positions[way] = position
            }
            ofQuestion.append(position)
        }
    }

    /// The codes of most questions.
    var usual: AnswerCodes { all[0] }
}
