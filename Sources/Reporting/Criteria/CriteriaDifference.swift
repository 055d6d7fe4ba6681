package import Documents
internal import Words
package import Scoring
import Values

/// What two editions do not have in common.
package struct CriteriaDifference: Sendable {
    /// What a change is about, in the order of reports.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case settings, objectives, added, removed, moved, renamed, points, rules, targets, levels, agencies, measures
        case notApplicable, task, evidence
    }

    /// One change, in the words of a language.
    package struct Change: Hashable, Sendable {
        /// What it is about.
        package let kind: Kind
        /// The code of the criterion, in the second edition where it is there; nil for a setting.
        package let code: String?
        /// Its code in the first edition, where that is another.
        package let oldCode: String?
        /// The criterion's name, or what the setting is.
        package let name: String
        /// What the first edition says; empty when nothing.
        package let before: String
        /// What the second edition says; empty when nothing.
        package let after: String
    }

    /// The first edition.
    package let old: CriteriaSet
    /// The second edition.
    package let new: CriteriaSet
    /// The positions of criteria that are the same in both.
    private let pairs: [(old: Int, new: Int)]

    /// Compares two editions. Complexity: linear in the number of criteria.
    package init(from old: CriteriaSet, to new: CriteriaSet) {
        self.old = old
        self.new = new
        pairs = CriteriaMatching.pairs(old, new)
    }

    /// Every change by its kind and then in the order of the tree; empty when there is none.
    package func changes(in language: Language) -> [Change] {
        var changes = settings(in: language) + objectives(in: language)
        let matchedOld = Set(pairs.map(\.old))
        let matchedNew = Set(pairs.map(\.new))
        let numbers = NumberWords(language)
        for (index, criterion) in new.criteria.enumerated() where !matchedNew.contains(index) {
            changes.append(
                Change(
                    kind: .added, code: criterion.code, oldCode: nil, name: criterion.name.text(language), before: "",
                    after: numbers.text(criterion.maximum)))
        }
        for (index, criterion) in old.criteria.enumerated() where !matchedOld.contains(index) {
            changes.append(
                Change(
                    kind: .removed, code: criterion.code, oldCode: nil, name: criterion.name.text(language),
                    before: numbers.text(criterion.maximum), after: ""))
        }
        for pair in pairs { changes += self.changes(of: pair, in: language) }
        let order = Dictionary(uniqueKeysWithValues: Kind.allCases.enumerated().map { ($0.element, $0.offset) })
        // Sorting keeps the order of the tree within a kind.
        return changes.enumerated().sorted {
            (order[$0.element.kind] ?? 0, $0.offset) < (order[$1.element.kind] ?? 0, $1.offset)
        }.map(\.element)
    }

    private func changes(of pair: (old: Int, new: Int), in language: Language) -> [Change] {
        let (before, after) = (old.criteria[pair.old], new.criteria[pair.new])
        let (oldWords, newWords) = (
            CriterionWords(criterion: before, set: old, language: language, codesAreShort: true),
            CriterionWords(criterion: after, set: new, language: language, codesAreShort: true)
        )
        let numbers = NumberWords(language)
        let aspects: [(Kind, String, String)] = [
            (.moved, place(of: before, in: old), place(of: after, in: new)),
            (.renamed, before.name.text(language), after.name.text(language)),
            (.points, numbers.text(before.maximum), numbers.text(after.maximum)),
            (.points, origin(of: before, language), origin(of: after, language)),
            (.rules, oldWords.rule, newWords.rule),
            (.targets, oldWords.targetWithBound, newWords.targetWithBound),
            (.levels, oldWords.levels, newWords.levels), (.agencies, oldWords.agencies, newWords.agencies),
            (.measures, oldWords.metrics, newWords.metrics),
            (.notApplicable, oldWords.notApplicable, newWords.notApplicable), (.task, oldWords.task, newWords.task),
            (.evidence, oldWords.evidence, newWords.evidence),
        ]
        return aspects.filter { $0.1 != $0.2 }.map { kind, old, new in
            Change(
                kind: kind, code: after.code, oldCode: before.code == after.code ? nil : before.code,
                name: after.name.text(language), before: old, after: new)
        }
    }

    /// The code, with the parent's where the code does not tell it.
    private func place(of criterion: Criterion, in set: CriteriaSet) -> String {
        guard let parent = criterion.parent.map({ set.criteria[$0].code }), !criterion.code.hasPrefix(parent + ".")
        else { return criterion.code }
        return "\(criterion.code) (\(parent))"
    }

    /// Where a leaf's maximum comes from, when not from where the edition's do.
    private func origin(of criterion: Criterion, _ language: Language) -> String {
        criterion.leaf?.points.map { CriteriaWords.origin($0, in: language, isBrief: true) } ?? ""
    }

    private func settings(in language: Language) -> [Change] {
        func facts(_ set: CriteriaSet) -> [(String, String)] {
            let levels = set.levels.map { $0.name.text(language) }.joined(separator: ", ")
            let assumptions = set.assumptions.map { $0.text(language) }.joined(separator: "\n")
            return [
                (CriteriaLabel.set.text(language), set.set), (CriteriaLabel.edition.text(language), set.edition),
                (Label.name.text(language), set.name.text(language)),
                (Label.legalSource.text(language), SourceWords.text(set.source, in: language)),
                (CriteriaLabel.years.text(language), CriteriaWords.years(set.years)),
                (Label.level.text(language), levels),
                (Label.pointsOrigin.text(language), CriteriaWords.origin(set.points, in: language, isBrief: true)),
                (Label.maximum.text(language), NumberWords(language).text(set.maximum)),
                (Label.rounding.text(language), CriteriaWords.rounding(set.rounding, in: language)),
                (CriteriaLabel.ranking.text(language), CriteriaWords.ranking(set.ranking, in: language)),
                (CriteriaLabel.caps.text(language), CriteriaWords.caps(set, in: language)),
                (CriteriaLabel.classes.text(language), CriteriaWords.classes(set, in: language)),
                (Label.assumptions.text(language), assumptions),
            ]
        }
        return zip(facts(old), facts(new)).filter { $0.1 != $1.1 }.map { before, after in
            Change(kind: .settings, code: nil, oldCode: nil, name: before.0, before: before.1, after: after.1)
        }
    }

    private func objectives(in language: Language) -> [Change] {
        let before = Dictionary(old.objectives.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(new.objectives.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let codes = old.objectives.map(\.code) + new.objectives.map(\.code).filter { before[$0] == nil }
        return codes.compactMap { code in
            let texts = [before[code], after[code]].map { objective in
                objective.map { CriteriaReport.text(of: $0, in: language) } ?? ""
            }
            guard texts[0] != texts[1] else { return nil }
            return Change(
                kind: .objectives, code: code, oldCode: nil,
                name: (after[code] ?? before[code])?.name.text(language) ?? "",
                before: texts[0], after: texts[1])
        }
    }
}
