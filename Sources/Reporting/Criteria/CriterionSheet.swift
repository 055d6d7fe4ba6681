package import Documents
internal import Words
package import Scoring
import Values

/// One criterion of an edition with everything that the edition says of it.
package struct CriterionSheet: Sendable {
    /// The edition.
    package let set: CriteriaSet
    /// The criterion.
    package let criterion: Criterion

    /// Finds a criterion; nil for a code that the set does not have.
    package init?(_ set: CriteriaSet, code: String) {
        guard let index = set.index(of: code) else { return nil }
        self.set = set
        criterion = set.criteria[index]
    }

    /// The criterion as text.
    package func document(in language: Language, isBrief: Bool) -> ReportDocument {
        var document = ReportDocument()
        document.blocks.append(.heading("\(criterion.code). \(criterion.name.text(language))", level: 1))
        let facts = facts(in: language, isBrief: isBrief)
        document.blocks.append(.facts(facts.filter { !$0.1.isEmpty }.map { .init($0.0, $0.1) }))
        if let leaf = criterion.leaf {
            for measure in leaf.measures { document.blocks += blocks(of: measure, in: leaf, language) }
        } else {
            let numbers = NumberWords(language)
            document.blocks.append(.heading(Label.parts.text(language), level: 2))
            let columns: [TextTable.Column] = [
                .init(Label.code.text(language)), .init(Label.criterion.text(language), wrapsFrom: 24),
                .init(Label.maximum.text(language), .decimal),
            ]
            let rows = criterion.children.map { child in
                let part = set.criteria[child]
                return TextTable.Row([part.code, part.name.text(language), numbers.text(part.maximum)])
            }
            let separator = numbers.decimalSeparator.first ?? "."
            document.blocks.append(.table(TextTable(columns: columns, rows: rows, decimalSeparator: separator)))
        }
        if origin.basis == .assumed {
            document.blocks.append(.notice(ReportHeader.assumed(origin, in: language, isBrief: isBrief)))
        }
        return document
    }

    /// Where its maximum comes from.
    private var origin: PointsOrigin { criterion.leaf?.points ?? set.points }

    private func facts(in language: Language, isBrief: Bool) -> [(String, String)] {
        let words = CriterionWords(criterion: criterion, set: set, language: language)
        let leaf = criterion.leaf
        let parent = criterion.parent.map { set.criteria[$0] }
        var levels = words.levels
        if let reason = leaf?.levelsReason { levels += " (\(reason.text(language)))" }
        let source = criterion.source ?? set.source
        let evidence = (leaf?.evidence ?? []).map { $0.text(language) }.joined(separator: "; ")
        let sourceOfTarget = leaf?.target?.source.map { SourceWords.text($0, in: language) }
        var facts: [(String, String)] = []
        facts.append((Label.criteriaSet.text(language), "\(set.name.text(language)) (\(set.set) \(set.edition))"))
        if let parent {
            facts.append((language == .vi ? "Thuộc" : "Part of", "\(parent.code). \(parent.name.text(language))"))
        }
        facts.append((Label.maximum.text(language), NumberWords(language).text(criterion.maximum)))
        if leaf?.target != nil { facts.append((Label.target.text(language), words.targetOfLeaf)) }
        facts.append((Label.legalSource.text(language), SourceWords.text(source, in: language)))
        facts.append((CriteriaLabel.sourceOfTarget.text(language), sourceOfTarget ?? ""))
        facts.append((Label.levels.text(language), levels))
        facts.append((Label.agencies.text(language), words.agencies))
        facts.append((CriteriaLabel.product.text(language), leaf?.product?.text(language) ?? ""))
        facts.append((CriteriaLabel.deadline.text(language), words.deadline))
        facts.append((CriteriaLabel.notApplicable.text(language), words.notApplicable))
        facts.append((Label.evidenceExpected.text(language), evidence))
        if origin.basis == .decreed {
            let text = CriteriaWords.origin(origin, in: language, isBrief: isBrief)
            facts.append((Label.pointsOrigin.text(language), text))
        }
        return facts + criterion.notes.map { (Label.note.text(language), $0.text(language)) }
    }

    private func blocks(of measure: Measure, in leaf: Leaf, _ language: Language) -> [ReportDocument.Block] {
        let words = CriterionWords(criterion: criterion, set: set, language: language)
        let isAlone = leaf.measures.count == 1
        let name = measure.name?.text(language) ?? measure.metrics[0].name.text(language)
        var facts: [ReportDocument.Fact] = []
        if let target = measure.target {
            facts.append(.init(Label.target.text(language), words.text(of: target, for: measure)))
        }
        facts.append(.init(Label.rule.text(language), words.rule(of: measure)))
        if leaf.combination == .mean, leaf.measures.contains(where: { $0.weight != 1 }) {
            facts.append(.init(Label.weight.text(language), String(measure.weight)))
        }
        if let levels = measure.levels {
            let reason = measure.levelsReason.map { " (\($0.text(language)))" } ?? ""
            let text = StateWords.levels(levels, of: set, in: language) + reason
            facts.append(.init(Label.levels.text(language), text))
        }
        facts += measure.metrics.map { .init(CriteriaLabel.metric.text(language), words.text(of: $0)) }
        let heading = isAlone ? Label.rule.text(language) : "\(measure.code). \(name)"
        return [.heading(heading, level: 2), .facts(facts)]
    }
}
