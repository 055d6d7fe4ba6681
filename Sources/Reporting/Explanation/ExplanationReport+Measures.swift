internal import Assessment
internal import Documents
internal import Scoring
internal import Values
internal import Words

extension ExplanationReport {
    /// At least as many decimals in a leaf's points: those of the edition, where it rounds them.
    var leafDigits: Int { header.set.rounding.stage == .leaf ? header.pointDigits : 0 }

    /// How a measure came to its points, exact; nil where it came to none.
    private func calculation(of measure: MeasureExplanation) -> Phrase? {
        guard case .scored = measure.outcome.state else { return nil }
        return measure.calculation(of: node.criterion.maximum, in: year)
    }

    /// Writes one measure: its figures, its rule, how its points came about, what is next.
    func write(_ explanation: MeasureExplanation, to document: inout Document) {
        let (measure, isAlone, state) = (explanation.measure, leaf?.measures.count == 1, explanation.outcome.state)
        let calculation = calculation(of: explanation)
        let isLeftOut = if case .notApplicable = state { true } else { false }
        document.heading(isAlone ? .calculation : measure.heading)
        document.facts(
            [(.target, isAlone ? nil : measure.target.map { Phrase(verbatim: $0.text) })]
                + explanation.distinctFigures.map { fact(of: $0) } + [
                    (.rule, measure.rulePhrase(in: year)),
                    (.calculation, calculation.map { Phrase("\($0)\(isAlone ? rounded(explanation) : nil)") }),
                    (.state, calculation == nil ? state.phrase : nil),
                    (.notApplicable, isLeftOut ? measure.notApplicable?.phrase : nil),
                    (ExplanationWords.againstTarget, againstTarget(explanation)),
                ]
                + explanation.nextSteps.enumerated().map { position, step in
                    (position == 0 ? .nextStep : .topStep, explanation.phrase(of: step))
                })
    }

    private func fact(of used: UsedFigure) -> (Phrase, Phrase?) {
        var text = used.metric.phrase(of: used.figure)
        if case .ratio = used.figure, let ratio = used.metric.ratio {
            text = text.with(remark: Phrase("\(ratio.numerator) ÷ \(ratio.denominator)"))
        }
        let name = Phrase(used.metric.name).with(remark: used.isLastYear ? Phrase.lastYear : nil)
        return (name, text.with(remark: survey(of: used)?.summary))
    }

    /// The points of a single measure, rounded as the edition says; nil where that changes nothing.
    private func rounded(_ explanation: MeasureExplanation) -> Phrase? {
        guard let exact = explanation.outcome.points, let points = leaf?.outcome.points, exact != ExactRatio(points)
        else { return nil }
        return Phrase(" → \(points, digits: leafDigits)")
    }

    /// The number of the target, and whether it is met.
    private func againstTarget(_ explanation: MeasureExplanation) -> Phrase? {
        guard let isMet = explanation.isTargetMet else { return nil }
        let symbols = explanation.target?.symbols(for: explanation.measure)
        let state = Phrase("\(symbols): \(isMet ? Phrase.targetMet : .targetNotMet)")
        guard case .changeFromBaseYear = explanation.measure.rule else { return state }
        return ExplanationWords.targetOfPeriod(state, year)
    }

    /// Writes the evidence given, expected and missing, explanations and notes.
    func writeEvidence(to document: inout Document) {
        let metrics = leaf?.measures.flatMap(\.measure.metrics) ?? []
        let facts = metrics.flatMap { metric -> [(Phrase, String?)] in
            let (remark, code) = (remark(metric), metrics.count == 1 ? nil : Phrase(verbatim: metric.code))
            return [
                (Phrase.evidence.with(remark: code), remark?.evidence),
                (Phrase.explanation.with(remark: code), remark?.explanation),
                (Phrase.note.with(remark: code), remark?.note),
            ]
        }.compactMap { name, text in text.map { Document.Fact(name, .text($0)) } }
        let expected = CriterionWords(node.criterion, in: header.set).evidence
        let all = facts + (expected.map { [.init(.evidenceExpected, $0)] } ?? [])
        if !all.isEmpty {
            document.heading(.evidence)
            document.facts(all)
        }
        // Figures are reported though neither evidence nor an explanation came with any of them.
        let figures = leaf?.measures.flatMap { $0.figures } ?? []
        let isReported = figures.contains { !$0.isLastYear && !$0.figure.text.isEmpty }
        let isBare = metrics.allSatisfy { remark($0)?.evidence == nil && remark($0)?.explanation == nil }
        if expected != nil, isReported, isBare { document.notice(ExplanationWords.noEvidence) }
    }

    func write(_ explanation: MeasureExplanation, to record: inout RecordWriter) {
        let measure = explanation.measure
        record.values([
            "code": .text(measure.code), "kind": .text(measure.rule.kind.rawValue),
            "status": explanation.outcome.state.words, "rule": .phrase(measure.rulePhrase(in: year)),
            "calculation": calculation(of: explanation).map { .phrase($0) } ?? .absent,
        ])
        record.list("figures", explanation.distinctFigures) { record, used in
            record.values(["metric": .text(used.metric.code), "lastYear": .flag(used.isLastYear)])
            if case .value(let value) = used.figure { record.value("value", .number(value)) }
            if case .ratio(let numerator, let denominator) = used.figure {
                record.values(["numerator": .number(numerator), "denominator": .number(denominator)])
            }
            let remark = remark(used.metric)
            record.values(["evidence": .text(remark?.evidence), "explanation": .text(remark?.explanation)])
            if let index = survey(of: used) { record.record("survey") { index.write(to: &$0) } }
        }
        record.list("nextSteps", explanation.nextSteps) { step in
            [
                "needed": .phrase(measure.phrase(of: step.needed)), "figure": .number(step.figure),
                "numerator": .number(step.numerator), "points": .number(step.points), "gain": .number(step.gain),
            ]
        }
    }
}
