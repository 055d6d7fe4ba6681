internal import Values

// What differs from question to question: scales, conditions, several answers to one question.
extension QuestionnaireReading {
    /// The most levels of all scales together: each is a byte in a row, and a column in a tally.
    private static let mostLevels = 120
    /// The least common multiple of the steps of scales of up to eight levels.
    private static let mostSteps: Int64 = 420
    /// The most choices of all questions together.
    private static let mostChoices = 500

    // MARK: - Scales

    mutating func otherScales() -> [AnswerScale] {
        var codes: Set<String> = [MultipleQuestion.scale.code ?? ""]
        for object in object.objects("scales") {
            defer { object.finish() }
            let code = writtenCode(of: object)
            if let code, !codes.insert(code).inserted { reportRepeated(code, of: object) }
            guard var scale = self.scale(of: object) else { continue }
            scale.code = code
            scale.topLevels = object.integer("topLevels", in: 1...(scale.levels.count - 1))
            scales.append((scale, object.offset))
        }
        let count = scales.reduce(0) { $0 + $1.scale.levels.count }
        if count > Self.mostLevels {
            outOfRange(
                "scales", found: .count(count),
                expected: .bound("≤", FixedDecimal(integerLiteral: Int64(Self.mostLevels))),
                at: object.offset(of: "scales"))
        }
        return scales.map({ $0.scale })
    }

    /// The position of the scale that a question names; 0 where it names none.
    mutating func scale(namedBy object: JSONObject) -> Int {
        guard let name = object.text("scale") else { return 0 }
        let codes = scales.compactMap { $0.scale.code }
        guard let position = scales.firstIndex(where: { $0.scale.code == name }) else {
            object.unknown(name, among: codes, key: "scale", at: object.offset(of: "scale"))
            return 0
        }
        usedScales.insert(position)
        return position + 1
    }

    func reportUnusedScales() {
        for (position, entry) in scales.enumerated() where !usedScales.contains(position) {
            reader.report(
                QuestionnaireFinding.unusedScale, at: entry.offset, [.found: .text(entry.scale.code ?? "")])
        }
    }

    /// A share needs to know what is satisfied on each scale; a mean needs scales whose steps fit together.
    /// - Parameter levels: Levels of the usual scale.
    func checkTopLevels(of index: IndexMethod?, levels: Int) {
        guard let index else { return }
        let steps = ([levels] + scales.map { $0.scale.levels.count }).reduce(Int64(1)) {
            RowMeasures.multiple($0, Int64($1 - 1))
        }
        if index.measure == .meanScore, !scales.isEmpty, steps > Self.mostSteps {
            outOfRange(
                "scales", found: .count(Int(steps)),
                expected: .bound("≤", FixedDecimal(integerLiteral: Self.mostSteps)),
                at: object.offset(of: "scales"))
        }
        for entry in scales {
            if index.measure == .meanScore {
                if entry.scale.topLevels != nil {
                    reader.report(
                        QuestionnaireFinding.keyWithoutEffect, at: entry.offset,
                        [.key: .text("topLevels"), .method: .text(index.measure.rawValue)])
                }
            } else if entry.scale.topLevels == nil {
                reader.report(JSONFinding.missingKey, at: entry.offset, [.key: .text("topLevels")])
            }
        }
    }

    // MARK: - Conditions

    /// One condition or several, all of which must hold.
    mutating func conditions(_ key: String, of object: JSONObject) -> [AnswerCondition] {
        object.objects(key).compactMap { condition in
            defer { condition.finish() }
            _ = condition.required("column")
            let columns = headings.shared("column", of: condition)
            let tests: [AnswerCondition.Test?] = [
                condition.has("is") ? .says(condition.texts("is")) : nil,
                condition.has("isNot") ? .saysNot(condition.texts("isNot")) : nil,
                condition.boolean("filled").map { .isFilled($0) },
            ]
            let stated = tests.compactMap { $0 }
            guard let test = stated.first, stated.count == 1 else {
                reader.report(
                    QuestionnaireFinding.unclearCondition, at: condition.offset, [.found: .count(stated.count)])
                return nil
            }
            return columns.map { AnswerCondition(columns: $0, test: test) }
        }
    }

    // MARK: - Several answers

    mutating func multiples() -> [MultipleQuestion] {
        let multiples = object.objects("multiple").compactMap { multiple(of: $0) }
        let count = multiples.reduce(0) { $0 + $1.choices.count }
        if count > Self.mostChoices {
            outOfRange(
                "choices", found: .count(count),
                expected: .bound("≤", FixedDecimal(integerLiteral: Int64(Self.mostChoices))),
                at: object.offset(of: "multiple"))
        }
        return multiples
    }

    private mutating func multiple(of question: JSONObject) -> MultipleQuestion? {
        defer { question.finish() }
        let code = self.code(of: question)
        let text = question.requiredLocalized("text")
        let columns = headings.read("column", of: question, as: .other)
        let separators = question.texts("separators").filter { !$0.isEmpty }
        requireElements("choices", of: question)
        let choices = self.choices(of: question, inOneCell: columns != nil)
        let asked = conditions("askedIf", of: question)
        guard let code, let text else { return nil }
        return MultipleQuestion(
            code: code, text: text, columns: columns,
            separators: separators.isEmpty ? [";"] : separators, choices: choices, askedIf: asked)
    }

    private mutating func choices(of question: JSONObject, inOneCell: Bool) -> [MultipleQuestion.Choice] {
        var codes: Set<String> = []
        return question.objects("choices").compactMap { choice in
            defer { choice.finish() }
            let code = writtenCode(of: choice)
            if let code, !codes.insert(code).inserted { reportRepeated(code, of: choice) }
            let label = choice.requiredLocalized("label")
            let spellings = choice.unblankTexts("spellings")
            if inOneCell == choice.has("column") {
                reader.report(QuestionnaireFinding.choiceColumns, at: choice.offset, [.code: .text(code ?? "")])
            }
            let columns = headings.read("column", of: choice, as: .other)
            let isOther = choice.boolean("other") ?? false
            guard let code, let label else { return nil }
            return MultipleQuestion.Choice(
                code: code, label: label, spellings: spellings, columns: columns, isOther: isOther)
        }
    }
}
