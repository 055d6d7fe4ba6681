internal import Assessment
internal import Documents
internal import Scoring
internal import Survey
internal import Values
internal import Words

extension ExplanationReport {
    /// At least as many decimals in a leaf's points: those of the edition, where it rounds them.
    var leafDigits: Int { header.set.rounding.stage == .leaf ? header.pointDigits : 0 }

    /// How a measure came to its points, exact.
    private func calculation(of measure: MeasureExplanation) -> Phrase? {
        guard case .scored = measure.outcome.state else { return nil }
        return measure.calculation(of: node.criterion.maximum, in: year)
    }

    // MARK: For people

    /// Writes one measure: its figures, its rule, how its points came about, what is next.
    func write(_ explanation: MeasureExplanation, to document: inout Document) {
        let measure = explanation.measure
        let isAlone = leaf?.measures.count == 1
        document.heading(
            isAlone ? .calculation : Phrase("\(measure.code). \(measure.name ?? measure.metrics[0].name)"))
        var facts: [Document.Fact] = []
        if !isAlone, let target = measure.target { facts.append(.init(.target, .text(target.text))) }
        facts += explanation.distinctFigures.map { fact(of: $0) }
        facts.append(.init(.rule, measure.rulePhrase(in: year)))
        if let calculation = calculation(of: explanation) {
            let rounded = isAlone ? rounded(explanation) : nil
            facts.append(.init(.calculation, Phrase("\(calculation)\(rounded)")))
        } else {
            facts.append(.init(.state, explanation.outcome.state.phrase))
            if case .notApplicable = explanation.outcome.state, let convention = measure.notApplicable {
                facts.append(.init(.notApplicable, convention.phrase))
            }
        }
        if let isMet = explanation.isTargetMet { facts.append(target(of: explanation, isMet: isMet)) }
        for (position, step) in explanation.nextSteps.enumerated() {
            facts.append(.init(position == 0 ? .nextStep : .topStep, explanation.phrase(of: step)))
        }
        document.facts(facts)
    }

    private func fact(of used: UsedFigure) -> Document.Fact {
        let lastYear = used.isLastYear ? Phrase(" (\(Phrase.lastYear))") : nil
        var counts: Phrase?
        if case .ratio = used.figure, let ratio = used.metric.ratio {
            counts = Phrase(" (\(ratio.numerator) ÷ \(ratio.denominator))")
        }
        let survey = survey(of: used).map { Phrase(" (\($0.summary))") }
        let text = used.metric.phrase(of: used.figure) + (counts ?? .none) + (survey ?? .none)
        return .init(Phrase("\(used.metric.name)\(lastYear)"), text)
    }

    /// What the survey says of a figure that rests on it.
    private func survey(of used: UsedFigure) -> SurveyIndex? { used.isLastYear ? nil : surveyed[used.metric.code] }

    /// The points of a single measure, rounded as the edition says; nil where that changes nothing.
    private func rounded(_ explanation: MeasureExplanation) -> Phrase? {
        guard let exact = explanation.outcome.points, let points = leaf?.outcome.points, exact != ExactRatio(points)
        else { return nil }
        return Phrase(" → \(points, digits: leafDigits)")
    }

    /// The number of the target beside what was reached.
    private func target(of explanation: MeasureExplanation, isMet: Bool) -> Document.Fact {
        let symbols = explanation.target?.symbols(for: explanation.measure)
        let state = Phrase("\(symbols): \(isMet ? Phrase.targetMet : .targetNotMet)")
        guard case .changeFromBaseYear = explanation.measure.rule else {
            return .init(ExplanationWords.againstTarget, state)
        }
        return .init(ExplanationWords.againstTarget, ExplanationWords.targetOfPeriod(state, year))
    }

    /// Writes the evidence given, expected and missing, explanations and notes.
    func writeEvidence(to document: inout Document) {
        let metrics = leaf?.measures.flatMap(\.measure.metrics) ?? []
        var facts = metrics.flatMap { metric -> [Document.Fact] in
            let remark = remarks[metric.code]
            let details = [
                (Phrase.evidence, remark?.evidence), (.explanation, remark?.explanation), (.note, remark?.note),
            ]
            let code = metrics.count == 1 ? nil : Phrase(" (\(metric.code))")
            return details.compactMap { label, text in text.map { .init(Phrase("\(label)\(code)"), .text($0)) } }
        }
        if let expected = CriterionWords(node.criterion, in: header.set).evidence {
            facts.append(.init(.evidenceExpected, expected))
        }
        if !facts.isEmpty {
            document.heading(.evidence)
            document.facts(facts)
        }
        if lacksEvidence { document.notice(Phrase("\(Phrase.evidenceMissing).")) }
    }

    /// Whether figures are reported though neither evidence nor an explanation came with any of them.
    private var lacksEvidence: Bool {
        guard let leaf, leaf.criterion.leaf?.evidence.isEmpty == false else { return false }
        let isReported = leaf.measures.flatMap(\.figures).contains { used in
            switch used.figure {
            case .value, .ratio: !used.isLastYear
            case .notReported, .notApplicable, .awaited, .notPublished: false
            }
        }
        return isReported && remarks.values.allSatisfy { $0.evidence == nil && $0.explanation == nil }
    }

    // MARK: Record

    func write(_ explanation: MeasureExplanation, to record: inout RecordWriter) {
        let measure = explanation.measure
        record.value("code", .text(measure.code))
        record.value("kind", .text(measure.rule.kind.rawValue))
        record.value("status", explanation.outcome.state.words)
        record.value("rule", .phrase(measure.rulePhrase(in: year)))
        record.value("calculation", calculation(of: explanation).map { .phrase($0) } ?? .absent)
        record.list("figures", explanation.distinctFigures) { record, used in
            record.value("metric", .text(used.metric.code))
            record.value("lastYear", .flag(used.isLastYear))
            if case .value(let value) = used.figure { record.value("value", .number(value)) }
            if case .ratio(let numerator, let denominator) = used.figure {
                record.value("numerator", .number(numerator))
                record.value("denominator", .number(denominator))
            }
            record.value("evidence", .text(remarks[used.metric.code]?.evidence))
            record.value("explanation", .text(remarks[used.metric.code]?.explanation))
            if let index = survey(of: used) { record.record("survey") { index.write(to: &$0) } }
        }
        record.list("nextSteps", explanation.nextSteps) { record, step in
            record.value("needed", .phrase(measure.phrase(of: step.needed)))
            record.value("figure", .number(step.figure))
            record.value("numerator", .number(step.numerator))
            record.value("points", .number(step.points))
            record.value("gain", .number(step.gain))
        }
    }
}
