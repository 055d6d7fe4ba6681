internal import Documents
internal import Words
import Assessment
import Scoring
import Survey
import Values

extension ExplanationReport {
    /// One measure: its figures, its rule, how its points came about, what is next.
    func blocks(
        of measure: MeasureExplanation, at position: Int, of leaf: LeafExplanation, in language: Language
    ) -> [ReportDocument.Block] {
        let words = MeasureWords(explanation: measure, language: language)
        var blocks: [ReportDocument.Block] = []
        let isAlone = leaf.measures.count == 1
        if isAlone {
            blocks.append(.heading(Label.calculation.text(language), level: 2))
        } else {
            let name = measure.measure.name?.text(language) ?? measure.measure.metrics[0].name.text(language)
            blocks.append(.heading("\(measure.measure.code). \(name)", level: 2))
        }
        var facts: [ReportDocument.Fact] = []
        if !isAlone, let target = measure.measure.target {
            facts.append(.init(Label.target.text(language), target.text))
        }
        for used in measure.distinctFigures { facts.append(figure(used, words)) }
        facts.append(.init(Label.rule.text(language), measure.measure.rulePhrase(in: year).text(language)))
        if case .scored = measure.outcome.state {
            facts.append(.init(Label.calculation.text(language), calculation(words, isAlone: isAlone)))
        } else {
            facts.append(.init(Label.state.text(language), StateWords.text(of: measure.outcome.state, in: language)))
            if case .notApplicable = measure.outcome.state, let rule = notApplicable(measure.measure, in: language) {
                facts.append(.init(Label.notApplicable.text(language), rule))
            }
        }
        if let isMet = measure.isTargetMet { facts.append(target(isMet, of: measure, words)) }
        for (position, step) in measure.nextSteps.enumerated() {
            let label: Label = position == 0 ? .nextStep : .topStep
            facts.append(.init(label.text(language), measure.phrase(of: step).text(language)))
        }
        return blocks + [.facts(facts)]
    }

    private func figure(_ used: UsedFigure, _ words: MeasureWords) -> ReportDocument.Fact {
        let language = words.language
        var name = used.metric.name.text(language)
        if used.isLastYear { name += " (\(Label.lastYear.text(language)))" }
        var text = FigureWords.text(used.figure, of: used.metric, in: language)
        if case .ratio = used.figure, let ratio = used.metric.ratio {
            text += " (\(ratio.numerator.text(language)) ÷ \(ratio.denominator.text(language)))"
        }
        if !used.isLastYear, let index = surveyed[used.metric.code] {
            text += " (\(index.summary.text(language)))"
        }
        return .init(name, text)
    }

    /// The formula with the numbers put in and, for a single measure, rounded as the edition says.
    private func calculation(_ words: MeasureWords, isAlone: Bool) -> String {
        let text = words.explanation.calculation(of: node.criterion.maximum, in: year).text(words.language)
        guard isAlone, let exact = words.explanation.outcome.points, let points = leaf?.outcome.points,
            exact != ExactRatio(points)
        else {
            return text
        }
        return "\(text) → \(NumberWords(words.language).text(points, minimumDigits: set.rounding.leafDigits))"
    }

    /// The number of the target beside what was reached.
    private func target(_ isMet: Bool, of measure: MeasureExplanation, _ words: MeasureWords) -> ReportDocument.Fact {
        let language = words.language
        let bound = (measure.measure.target ?? node.criterion.leaf?.target)?.bound
        let symbol = bound.map { TargetWords.symbol($0, of: measure.measure, in: language) } ?? ""
        let state = (isMet ? Label.targetMet : .targetNotMet).text(language)
        var text = "\(symbol): \(state)"
        if case .changeFromBaseYear = measure.measure.rule {
            text += words.say(
                " (chỉ tiêu của cả giai đoạn; mức của năm \(year) ghi ở quy tắc)",
                " (the whole period's target; the goal of \(year) stands in the rule)")
        }
        return .init(language == .vi ? "So với chỉ tiêu" : "Against the target", text)
    }

    private func notApplicable(_ measure: Measure, in language: Language) -> String? {
        guard let rule = measure.notApplicable else { return nil }
        let convention =
            switch (rule.convention, language) {
            case (.leaveOut, .vi): "không tính vào điểm và điểm tối đa"
            case (.leaveOut, .en): "out of points and maximum"
            case (.fullPoints, .vi): "được điểm tối đa"
            case (.fullPoints, .en): "full points"
            }
        return rule.when.map { "\($0.text(language)) → \(convention)" } ?? convention
    }

    /// How the measures' points become the leaf's: `(1,25 + 0,5) ÷ 2 = 0,875 → 0,88`.
    func combination(of leaf: LeafExplanation, in language: Language) -> ReportDocument.Fact {
        let text = leaf.combination(digits: set.rounding.leafDigits)?.text(language)
        return .init(Label.result.text(language), text ?? node.state(in: language))
    }

    /// Evidence given, expected and missing, explanations and notes.
    func evidence(in language: Language) -> [ReportDocument.Block] {
        var facts: [ReportDocument.Fact] = []
        for measure in leaf?.measures ?? [] {
            for metric in measure.measure.metrics {
                guard let remark = remarks[metric.code] else { continue }
                let details: [(Label, String?)] = [
                    (.evidence, remark.evidence), (.explanation, remark.explanation), (.note, remark.note),
                ]
                let isAlone = (leaf?.measures.count ?? 0) == 1 && measure.measure.metrics.count == 1
                for (label, text) in details {
                    guard let text else { continue }
                    facts.append(.init(label.text(language) + (isAlone ? "" : " (\(metric.code))"), text))
                }
            }
        }
        let expected = node.criterion.leaf?.evidence.map { $0.text(language) } ?? []
        if !expected.isEmpty {
            facts.append(.init(Label.evidenceExpected.text(language), expected.joined(separator: "; ")))
        }
        var blocks: [ReportDocument.Block] = []
        if !facts.isEmpty {
            blocks = [.heading(Label.evidence.text(language), level: 2), .facts(facts)]
        }
        if lacksEvidence { blocks.append(.notice(Label.evidenceMissing.text(language) + ".")) }
        return blocks
    }
}

extension RoundingPolicy {
    /// The digits of a leaf's points: those of the edition, or as many as needed where it rounds later.
    var leafDigits: Int { stage == .leaf ? points.digits : 0 }
}
