internal import Tables
internal import Values

extension QuestionnaireReading {
    func scale() -> AnswerScale? {
        guard object.required("scale") != nil, let scale = object.object("scale") else { return nil }
        defer { scale.finish() }
        return self.scale(of: scale)
    }

    /// The levels of a scale and what stands for none of them.
    func scale(of scale: JSONObject) -> AnswerScale? {
        _ = scale.required("levels")
        var spellings = Spellings()
        let levels = scale.objects("levels").compactMap { level -> AnswerLevel? in
            defer { level.finish() }
            let code = level.requiredText("code")
            let label = level.requiredLocalized("label")
            let others = level.unblankTexts("spellings")
            guard let code, let label else { return nil }
            let texts = [code, label.vi] + [label.en].compactMap { $0 } + others
            reader.report(spellings.take(texts, of: code), at: level.offset)
            return AnswerLevel(code: code, label: label, spellings: others)
        }
        let noAnswer = scale.unblankTexts("noAnswer")
        reader.report(spellings.take(noAnswer, of: "noAnswer"), at: scale.offset(of: "noAnswer"))
        let notAsked = scale.unblankTexts("notAsked")
        reader.report(spellings.take(notAsked, of: "notAsked"), at: scale.offset(of: "notAsked"))
        let offset = scale.offset(of: "levels")
        let range = 2...15
        guard range.contains(levels.count) else {
            if scale.has("levels") {
                reader.report(
                    QuestionnaireFinding.levelCount, at: offset,
                    [.found: .count(levels.count), .expected: .range(range)])
            }
            return nil
        }
        checkOrder(of: levels.map({ $0.code }), at: offset)
        return AnswerScale(levels: levels, noAnswer: noAnswer, notAsked: notAsked)
    }

    /// Levels are listed from the lowest: descending numbers usually mean that a scale was written upside down.
    private func checkOrder(of codes: [String], at offset: Int) {
        let numbers = codes.compactMap { try? FixedDecimal($0) }
        guard numbers.count == codes.count, zip(numbers, numbers.dropFirst()).contains(where: { $0 > $1 }) else {
            return
        }
        reader.report(QuestionnaireFinding.levelOrder, at: offset, [.found: .names(codes)])
    }
}

/// What a cell may contain, and for which level: compared as ``AnswerCodes`` compares answers.
private struct Spellings {
    private var owners: [String: (position: Int, code: String)] = [:]
    private var position = 0

    /// Records all spellings of one level; returns details of those that another level already has.
    mutating func take(_ texts: [String], of code: String) -> [FindingDetails] {
        position += 1
        var same: [FindingDetails] = []
        for text in texts where !text.allSatisfy({ $0.isWhitespace }) {
            let key = Self.key(of: text)
            guard let owner = owners[key] else {
                owners[key] = (position, code)
                continue
            }
            if owner.position != position {
                same.append([.found: .text(text), .code: .text(code), .other: .text(owner.code)])
            }
        }
        return same
    }

    /// Numbers by their value, words ignoring case and diacritics, everything else verbatim.
    private static func key(of text: String) -> String {
        if case .number(let number, isPercent: false) = NumberReader(decimalSeparator: nil, readsExponents: false).read(
            text)
        {
            return number.text()
        }
        let text = VietnameseText.composed(text)
        return text.contains(where: { $0.isNumber }) ? text : VietnameseText.word(text)
    }
}

extension JSONReader {
    fileprivate func report(_ same: [FindingDetails], at offset: Int) {
        for details in same { report(QuestionnaireFinding.sameSpelling, at: offset, details) }
    }
}
