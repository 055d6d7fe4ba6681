extension Questionnaire {
    /// All scales: the one of most questions, the others, and that of choices where there are any.
    public var scales: [AnswerScale] { [scale] + otherScales + (multiples.isEmpty ? [] : [MultipleQuestion.scale]) }

    /// The levels of all scales, one scale after the other: what answers are counted by.
    public var levels: [AnswerLevel] { scales.flatMap { $0.levels } }

    /// The levels of the questions of the index: the first of ``levels``.
    public var indexedLevels: [AnswerLevel] { ([scale] + otherScales).flatMap { $0.levels } }

    /// The choices of ``multiples``: the last of ``questions``.
    public var choices: Range<Int> { indexedQuestions.upperBound..<questions.count }

    /// The question to which something is a choice.
    /// - Parameter position: The position of the choice among ``questions``.
    public func multiple(ofChoice position: Int) -> MultipleQuestion? {
        var next = indexedQuestions.upperBound
        return multiples.first { question in
            next += question.choices.count
            return position < next
        }
    }

    /// The name of each of ``levels``: its code, after that of its scale if it is not the first.
    public var levelNames: [String] {
        scales.flatMap { scale in scale.levels.map { level in (scale.code.map { $0 + ":" } ?? "") + level.code } }
    }

    /// Where the levels of a scale stand among ``levels``.
    public func levels(ofScale position: Int) -> Range<Int> {
        let first = scales[..<position].reduce(0) { $0 + $1.levels.count }
        return first..<first + scales[position].levels.count
    }

    /// The questions of factors, which the index is made of: the first of ``questions``.
    public var indexedQuestions: Range<Int> {
        0..<blocks.reduce(0) { $0 + $1.factors.reduce(0) { $0 + $1.questions.count } }
    }

    /// Whether an answer has a level for "no answer".
    var countsNoAnswer: Bool { scales.contains { !$0.noAnswer.isEmpty } || questions.contains { !$0.noAnswer.isEmpty } }

    /// Whether all questions are read alike, from every row: by the fast readers, and by databases.
    package var isEven: Bool {
        otherScales.isEmpty && multiples.isEmpty && columns.finished.isEmpty && fieldWork?.drop.isEmpty ?? true
            && questions.allSatisfy { !$0.isReversed && $0.noAnswer.isEmpty && $0.askedIf.isEmpty }
    }

    /// What may be answered to a question, for findings.
    func expectedAnswers(to question: Int) -> [String] {
        let own = questions[question]
        let scale = scales[own.scale]
        return scale.levels.map { $0.code } + scale.noAnswer + own.noAnswer
    }
}
