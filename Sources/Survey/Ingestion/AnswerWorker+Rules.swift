internal import CAnswerRows
internal import Tables
internal import Values

/// Rows whose answers are not all read alike.
extension AnswerWorker {
    /// Whether a form is finished by the questionnaire's rule.
    func isFinished(_ fields: RecordFields, _ rules: RowRules, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        hold(rules.finished, fields, bytes)
    }

    /// Writes the level of every answer of a row; returns the fields with something unknown, each with a question.
    func takeAnswers(
        of fields: RecordFields, _ rules: RowRules, in bytes: UnsafeBufferPointer<UInt8>
    ) -> [(field: Int, question: Int)] {
        var unknown: [(field: Int, question: Int)] = []
        for question in rules.questions {
            let raw = fields.range(of: question.field)
            guard hold(question.askedIf, fields, bytes) else {
                batch.levels[question.question] = UInt8(ANSWER_NONE)
                noteAnswer(question.field, fields, bytes)
                continue
            }
            let level = level(raw, in: bytes, question.way)
            batch.levels[question.question] = level
            if level == codes.usual.unknown { unknown.append((question.field, question.question)) }
        }
        for multiple in rules.multiples { takeChoices(multiple, of: fields, in: bytes, unknown: &unknown) }
        return unknown
    }

    private func takeChoices(
        _ multiple: RowRules.Multiple, of fields: RecordFields, in bytes: UnsafeBufferPointer<UInt8>,
        unknown: inout [(field: Int, question: Int)]
    ) {
        let own = multiple.cell.map { [$0] } ?? multiple.fields
        guard hold(multiple.askedIf, fields, bytes) else {
            for question in multiple.questions { batch.levels[question] = UInt8(ANSWER_NONE) }
            for field in own { noteAnswer(field, fields, bytes) }
            return
        }
        let texts = own.map { text(of: $0, fields, bytes) }
        // Who chose nothing at all has not answered.
        let isAnswered = texts.contains { !$0.isEmpty }
        for question in multiple.questions {
            batch.levels[question] = isAnswered ? multiple.notChosen : UInt8(ANSWER_NONE)
        }
        if let cell = multiple.cell {
            for part in multiple.choices.parts(of: texts[0], separators: multiple.separators) {
                if let choice = multiple.choices.choice(part) {
                    batch.levels[multiple.questions.lowerBound + choice] = multiple.chosen
                } else {
                    unknown.append((cell, multiple.questions.lowerBound))
                }
            }
            return
        }
        for (choice, text) in texts.enumerated() {
            let question = multiple.questions.lowerBound + choice
            switch multiple.choices.isChosen(text, choice: choice) {
            case true?: batch.levels[question] = multiple.chosen
            case false?: break
            case nil:
                batch.levels[question] = UInt8(ANSWER_NONE)
                unknown.append((multiple.fields[choice], question))
            }
        }
    }

    /// Counts an answer to a question that was not asked.
    private func noteAnswer(_ field: Int, _ fields: RecordFields, _ bytes: UnsafeBufferPointer<UInt8>) {
        if text(of: field, fields, bytes).isEmpty { return }
        notAsked.add(block: block, row: row, field: field)
    }

    private func hold(
        _ conditions: [CompiledCondition], _ fields: RecordFields, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        conditions.allSatisfy { $0.holds(for: text(of: $0.field, fields, bytes)) }
    }

    /// The text of a cell; what is not text is nothing that a rule could ask for.
    private func text(of field: Int, _ fields: RecordFields, _ bytes: UnsafeBufferPointer<UInt8>) -> String {
        let raw = fields.range(of: field)
        return CellText.isText(raw, in: bytes) ? CellText.text(of: raw, in: bytes) : "\u{FFFD}"
    }
}
