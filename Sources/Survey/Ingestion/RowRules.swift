internal import CAnswerRows
internal import Tables
internal import Values

/// How the answers of one file are read where not all are read alike: decided once, when its heading is known.
struct RowRules: Sendable {
    /// What must hold for a form to be finished.
    let finished: [CompiledCondition]
    /// The numbers of rows that are dropped.
    let dropped: Set<Int>
    /// The questions of the index that the file has.
    let questions: [Question]
    /// Questions to which people choose several answers.
    let multiples: [Multiple]
    /// What may be answered, by field.
    private(set) var expected: [Int: [String]] = [:]

    /// Where and how one question is answered.
    struct Question: Sendable {
        let question: Int
        let field: Int
        /// The position of its way of reading among ``QuestionCodes/all``.
        let way: Int
        let askedIf: [CompiledCondition]
    }

    /// Where and how the choices of one question are answered.
    struct Multiple: Sendable {
        /// Its choices among all questions.
        let questions: Range<Int>
        /// The field of all choices; nil where each has one.
        let cell: Int?
        /// The field of each choice, where it has one.
        let fields: [Int]
        let separators: [String]
        let choices: ChoiceTexts
        let askedIf: [CompiledCondition]
        /// The levels of choices.
        let notChosen, chosen: UInt8
    }

    /// - Parameter column: The field under one of some headings; records a finding when there is none.
    init(
        _ questionnaire: Questionnaire, _ codes: QuestionCodes, _ questionOfField: [Int], dropped: Set<Int>,
        column: ([String]) -> Int?
    ) {
        self.dropped = dropped
        func compiled(_ conditions: [AnswerCondition]) -> [CompiledCondition] {
            conditions.compactMap { condition in
                column(condition.columns).map { CompiledCondition(condition, field: $0) }
            }
        }
        finished = compiled(questionnaire.columns.finished)
        var questions: [Question] = []
        for (field, question) in questionOfField.enumerated() where question >= 0 {
            questions.append(
                Question(
                    question: question, field: field, way: codes.ofQuestion[question],
                    askedIf: compiled(questionnaire.questions[question].askedIf)))
            expected[field] = questionnaire.expectedAnswers(to: question)
        }
        self.questions = questions
        var multiples: [Multiple] = []
        var next = questionnaire.indexedQuestions.upperBound
        for multiple in questionnaire.multiples {
            let own = next..<next + multiple.choices.count
            next = own.upperBound
            let levels = questionnaire.levels(ofScale: questionnaire.scales.count - 1)
            let cell = multiple.columns.flatMap(column)
            let fields = multiple.choices.compactMap { $0.columns.flatMap(column) }
            // A column that is missing is an error of its own.
            guard cell != nil || fields.count == own.count else { continue }
            if let cell { expected[cell] = multiple.choices.map { $0.code } }
            for field in fields { expected[field] = ChoiceTexts.marks }
            multiples.append(
                Multiple(
                    questions: own, cell: cell, fields: fields, separators: multiple.separators,
                    choices: ChoiceTexts(multiple.choices), askedIf: compiled(multiple.askedIf),
                    notChosen: UInt8(levels.lowerBound), chosen: UInt8(levels.lowerBound + 1)))
        }
        self.multiples = multiples
    }
}

/// Which choice a text names, and whether a mark in a choice's column says that it was chosen.
struct ChoiceTexts: Sendable {
    private var exact: [String: Int] = [:]
    private var words: [String: Int] = [:]
    /// The choice that stands for every other text.
    private let other: Int?

    /// What a choice's column may say, for findings.
    static let marks = ["1", "0"]
    private static let yes: Set<String> = [
        "1", "true", "yes", "y", "x", "co", "chon", "da chon", "checked", "selected", "v", "quoted",
    ]
    private static let no: Set<String> = [
        "0", "false", "no", "n", "khong", "khong chon", "unchecked", "not selected", "not quoted", "-",
    ]

    init(_ choices: [MultipleQuestion.Choice]) {
        other = choices.firstIndex(where: { $0.isOther })
        for (position, choice) in choices.enumerated() {
            for text in [choice.code, choice.label.vi] + [choice.label.en].compactMap({ $0 }) + choice.spellings {
                if exact[text] == nil { exact[text] = position }
                let word = VietnameseText.word(text)
                if words[word] == nil { words[word] = position }
            }
        }
    }

    /// The choice that a text names; nil when none does.
    func choice(_ text: String) -> Int? { exact[text] ?? words[VietnameseText.word(text)] ?? other }

    /// Whether a choice was chosen, by what stands in its column; nil when nobody can tell.
    func isChosen(_ text: String, choice position: Int) -> Bool? {
        let word = VietnameseText.word(text)
        if Self.yes.contains(word) { return true }
        if word.isEmpty || Self.no.contains(word) { return false }
        // Some programs write the label of what was chosen; beside another answer people write what it is.
        return choice(text) == position || other == position ? true : nil
    }

    /// The texts between separators, where some of them belong to the name of a choice: the longest names come first.
    func parts(of cell: String, separators: [String]) -> [String] {
        var parts = [cell]
        if exact[cell] != nil || words[VietnameseText.word(cell)] != nil { return parts }
        for separator in separators {
            parts = parts.flatMap { part -> [String] in
                // Names of choices may have the separator in them.
                exact[part] != nil
                    ? [part] : joined(part.split(separator: separator).map { Self.trimmed($0) }, separator)
            }
        }
        return parts.filter { !$0.isEmpty }
    }

    /// Puts together again what names a choice only as a whole.
    private func joined(_ pieces: [String], _ separator: String) -> [String] {
        var (result, first): ([String], Int) = ([], 0)
        while first < pieces.count {
            var end = first + 1
            for last in stride(from: min(pieces.count, first + 6), to: first + 1, by: -1) {
                let whole = pieces[first..<last].joined(separator: separator)
                let spaced = pieces[first..<last].joined(separator: Self.trimmed(separator[...]) + " ")
                if isNamed(whole) || isNamed(spaced) {
                    result.append(isNamed(whole) ? whole : spaced)
                    end = last
                    break
                }
            }
            if end == first + 1 { result.append(pieces[first]) }
            first = end
        }
        return result
    }

    private func isNamed(_ text: String) -> Bool { exact[text] != nil || words[VietnameseText.word(text)] != nil }

    private static func trimmed(_ text: Substring) -> String {
        var rest = text
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
