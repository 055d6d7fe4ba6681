package import Documents
internal import Words
package import Scoring
import Values

/// One edition of a criteria set as people read it: its tree and its settings.
package struct CriteriaReport: Sendable {
    /// The edition.
    package let set: CriteriaSet

    /// Takes an edition.
    package init(_ set: CriteriaSet) {
        self.set = set
    }

    /// The edition as text.
    ///
    /// - Parameters:
    ///   - language: the language.
    ///   - isBrief: cuts targets and leaves reasons out, for a screen.
    package func document(in language: Language, isBrief: Bool) -> ReportDocument {
        var document = ReportDocument()
        document.blocks.append(.heading(set.name.text(language), level: 1))
        document.blocks.append(.facts(facts(in: language, isBrief: isBrief)))
        document.blocks.append(.table(tree(in: language, isBrief: isBrief)))
        if set.points.basis == .assumed {
            document.blocks.append(.notice(ReportHeader.assumed(set.points, in: language, isBrief: isBrief)))
        }
        if !set.objectives.isEmpty {
            document.blocks.append(.heading(CriteriaLabel.objectives.text(language), level: 2))
            document.blocks.append(.list(set.objectives.map { Self.text(of: $0, in: language) }))
        }
        let texts: [(String, [LocalizedText])] = [
            (Label.assumptions.text(language), set.assumptions), (CriteriaLabel.notes.text(language), set.notes),
        ]
        for (heading, list) in texts where !list.isEmpty {
            document.blocks += [.heading(heading, level: 2), .list(list.map { $0.text(language) })]
        }
        return document
    }

    /// `Chỉ số CCHC: Trong nhóm 20 tỉnh (≤ 20); nguồn`.
    static func text(of objective: Objective, in language: Language) -> String {
        let source = SourceWords.text(objective.source, in: language)
        return "\(objective.code). \(objective.name.text(language)): \(objective.target.text) (\(source))"
    }

    private func facts(in language: Language, isBrief: Bool) -> [ReportDocument.Fact] {
        let numbers = NumberWords(language)
        var facts: [ReportDocument.Fact] = [
            .init(Label.criteriaSet.text(language), "\(set.set) \(set.edition)"),
            .init(CriteriaLabel.years.text(language), CriteriaWords.years(set.years)),
            .init(Label.legalSource.text(language), SourceWords.text(set.source, in: language)),
            .init(Label.level.text(language), set.levels.map { $0.name.text(language) }.joined(separator: ", ")),
            .init(CriteriaLabel.leaves.text(language), String(set.leafCount)),
            .init(Label.maximum.text(language), numbers.text(set.maximum)),
        ]
        // Assumed points are said in a notice of their own.
        if set.points.basis == .decreed {
            facts.append(
                .init(
                    Label.pointsOrigin.text(language),
                    CriteriaWords.origin(set.points, in: language, isBrief: isBrief)))
        }
        facts.append(.init(Label.rounding.text(language), CriteriaWords.rounding(set.rounding, in: language)))
        facts.append(.init(CriteriaLabel.ranking.text(language), CriteriaWords.ranking(set.ranking, in: language)))
        let others = [
            (CriteriaLabel.caps, CriteriaWords.caps(set, in: language)),
            (.classes, CriteriaWords.classes(set, in: language)),
        ]
        return facts + others.filter { !$0.1.isEmpty }.map { .init($0.0.text(language), $0.1) }
    }

    private func tree(in language: Language, isBrief: Bool) -> TextTable {
        let numbers = NumberWords(language)
        let columns: [TextTable.Column] = [
            .init(Label.code.text(language)), .init(Label.criterion.text(language), wrapsFrom: 20),
            .init(Label.maximum.text(language), .decimal),
            .init(Label.target.text(language), wrapsFrom: 12, isDispensable: true),
            .init(Label.rule.text(language), wrapsFrom: 20),
            .init(Label.level.text(language), wrapsFrom: 8, isDispensable: true),
            .init(Label.agencies.text(language), wrapsFrom: 14, isDispensable: true),
        ]
        var rows = set.criteria.map { criterion in
            let words = CriterionWords(criterion: criterion, set: set, language: language)
            let indent = String(repeating: " ", count: criterion.depth)
            let isOneTarget = criterion.leaf?.target != nil || !isBrief
            let target =
                isOneTarget && isBrief
                ? TargetWords.short(criterion, in: language, isBrief: true) : words.target
            return TextTable.Row(
                [
                    criterion.code, indent + criterion.name.text(language), numbers.text(criterion.maximum), target,
                    words.rule, words.levels, words.agencies,
                ], isStrong: criterion.parent == nil)
        }
        rows.append(
            .init(["", Label.total.text(language), numbers.text(set.maximum), "", "", "", ""], isStrong: true))
        return TextTable(columns: columns, rows: rows, decimalSeparator: numbers.decimalSeparator.first ?? ".")
    }
}
