internal import Values

extension QuestionnaireReading {
    /// The maximum number of questions.
    private static let mostQuestions: Int64 = 1000
    /// Weights of a question, its factor and its block are multiplied, and products have six decimals: within these
    /// bounds no product is zero and none is too large.
    private static let weightBounds = FixedDecimal(mantissa: 10_000)...FixedDecimal(mantissa: 100_000_000)

    mutating func blocks() -> [Questionnaire.Block] {
        requireElements("blocks", of: object)
        let blocks = object.objects("blocks").compactMap { block(of: $0) }
        reportUnusedScales()
        let count = blocks.reduce(0) { $0 + $1.factors.reduce(0) { $0 + $1.questions.count } }
        if count > Self.mostQuestions {
            outOfRange(
                "questions", found: .count(count),
                expected: .bound("≤", FixedDecimal(integerLiteral: Self.mostQuestions)),
                at: object.offset(of: "blocks"))
        }
        return blocks
    }

    private mutating func block(of object: JSONObject) -> Questionnaire.Block? {
        defer { object.finish() }
        let code = self.code(of: object)
        if let code { parts.append(code) }
        let name = object.requiredLocalized("name")
        let short = object.shortName()
        let weight = self.weight(of: object, .block)
        requireElements("factors", of: object)
        let asked = conditions("askedIf", of: object)
        let factors = object.objects("factors").compactMap { factor(of: $0, askedIf: asked) }
        guard let code, let name else { return nil }
        return Questionnaire.Block(code: code, name: name, shortName: short, weight: weight, factors: factors)
    }

    private mutating func factor(of object: JSONObject, askedIf: [AnswerCondition]) -> Questionnaire.Factor? {
        defer { object.finish() }
        let code = self.code(of: object)
        if let code { parts.append(code) }
        let name = object.requiredLocalized("name")
        let short = object.shortName()
        let weight = self.weight(of: object, .factor)
        requireElements("questions", of: object)
        let asked = askedIf + conditions("askedIf", of: object)
        let questions = object.objects("questions").compactMap { question(of: $0, askedIf: asked) }
        guard let code, let name else { return nil }
        return Questionnaire.Factor(code: code, name: name, shortName: short, weight: weight, questions: questions)
    }

    private mutating func question(of object: JSONObject, askedIf: [AnswerCondition]) -> Questionnaire.Question? {
        defer { object.finish() }
        let code = self.code(of: object)
        let text = object.requiredLocalized("text")
        let weight = self.weight(of: object, .question)
        let columns = headings.read("column", of: object, as: .other)
        if let code, !object.has("column") {
            headings.take(code, of: object, at: object.offset(of: "code"), as: .other)
        }
        let scale = scale(namedBy: object)
        let isReversed = object.boolean("reversed") ?? false
        let noAnswer = object.unblankTexts("noAnswer")
        let asked = askedIf + conditions("askedIf", of: object)
        guard let code, let text else { return nil }
        return Questionnaire.Question(
            code: code, text: text, columns: columns ?? [code], weight: weight, scale: scale, isReversed: isReversed,
            noAnswer: noAnswer, askedIf: asked)
    }

    private mutating func weight(of object: JSONObject, _ owner: UnevenWeight.Owner) -> FixedDecimal {
        let one = FixedDecimal(mantissa: FixedDecimal.scale)
        guard let weight = object.decimal("weight") else { return one }
        let offset = object.offset(of: "weight")
        if !Self.weightBounds.contains(weight) {
            outOfRange(
                "weight", found: .number(weight),
                expected: .range(Self.weightBounds.lowerBound, Self.weightBounds.upperBound), at: offset)
        } else if weight != one {
            weights.append(UnevenWeight(owner: owner, offset: offset))
        }
        return weight
    }
}
