public import Values

/// A question to which people choose any number of answers, such as the ways in which they learnt of a service.
///
/// It is no part of the index. Each choice is a question of its own: chosen or not by those who answered at all.
public struct MultipleQuestion: Hashable, Sendable {
    /// A unique code.
    public let code: String
    /// What was asked.
    public let text: LocalizedText
    /// The headings of the cell with all choices; nil where every choice has a column.
    public let columns: [String]?
    /// What separates choices in one cell.
    public let separators: [String]
    /// What can be chosen.
    public let choices: [Choice]
    /// When it is asked; it always is where there are none.
    public let askedIf: [AnswerCondition]

    /// One of the answers.
    public struct Choice: Hashable, Sendable {
        /// What the file contains, unique in the question.
        public let code: String
        /// What people read; the file may contain it too.
        public let label: LocalizedText
        /// Other spellings that the file may contain.
        public let spellings: [String]
        /// The headings of its column; nil where all choices stand in one cell.
        public let columns: [String]?
        /// Whether it stands for every text that is no other choice.
        public let isOther: Bool
    }

    /// The scale of a choice: not chosen, or chosen.
    static let scale = AnswerScale(
        levels: ["0", "1"].map { AnswerLevel(code: $0, label: LocalizedText(vi: $0), spellings: []) }, noAnswer: [],
        code: "chosen", topLevels: 1)

    /// Its choices as questions.
    /// - Parameter scale: The position of their scale.
    func questions(scale: Int) -> [Questionnaire.Question] {
        choices.map { choice in
            Questionnaire.Question(
                code: "\(code).\(choice.code)", text: choice.label, columns: choice.columns ?? columns ?? [],
                weight: FixedDecimal(mantissa: FixedDecimal.scale), scale: scale, isReversed: false, noAnswer: [],
                askedIf: askedIf)
        }
    }
}
