package import Documents
package import Scoring
internal import Values
internal import Words

/// What two editions do not have in common.
package struct CriteriaDifference: Report {
    /// What a change is about, in the order of reports.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case settings, objectives, added, removed, moved, renamed, points, rules, targets, levels, agencies, measures
        case notApplicable, task, evidence
    }

    /// One change.
    package struct Change: Sendable {
        /// What it is about.
        package let kind: Kind
        /// The code of the criterion, in the second edition where it is there; nil for a setting.
        package var code: String?
        /// Its code in the first edition, where that is another.
        package var oldCode: String?
        /// The criterion's name, or what the setting is.
        package let name: Phrase
        /// What the first edition says; empty when nothing.
        package let before: Phrase
        /// What the second edition says; empty when nothing.
        package let after: Phrase
    }

    /// The first edition.
    package let old: CriteriaSet
    /// The second edition.
    package let new: CriteriaSet
    /// Every change by its kind and then in the order of the tree; empty when there is none.
    package let changes: [Change]

    /// Compares two editions: what reads alike in the language is no change.
    ///
    /// Complexity: linear in the number of criteria.
    package init(from old: CriteriaSet, to new: CriteriaSet, in language: Language) {
        (self.old, self.new) = (old, new)
        let all = (Self.settings(old, new) + Self.objectives(old, new) + Self.criteria(old, new)).filter { change in
            change.before.text(language) != change.after.text(language)
        }
        changes = Kind.allCases.flatMap { kind in all.filter { $0.kind == kind } }
    }

    private static func settings(_ old: CriteriaSet, _ new: CriteriaSet) -> [Change] {
        func facts(_ set: CriteriaSet) -> [(Phrase, Phrase)] {
            [
                (.setCode, Phrase(verbatim: set.set)), (.edition, Phrase(verbatim: set.edition)),
                (.name, Phrase(set.name)), (.legalSource, set.source.phrase),
                (.years, Phrase(verbatim: set.yearsText)), (.level, set.levels.map { $0.name }.joined(", ")),
                (.pointsOrigin, set.points.phrase(isBrief: true)), (.maximum, Phrase("\(set.maximum)")),
                (.rounding, set.rounding.phrase), (.ranking, set.ranking.phrase), (.caps, set.capsPhrase),
                (.classes, set.classesPhrase), (.assumptions, set.assumptions.joined("\n")),
            ]
        }
        return zip(facts(old), facts(new)).map { before, after in
            Change(kind: .settings, name: before.0, before: before.1, after: after.1)
        }
    }

    private static func objectives(_ old: CriteriaSet, _ new: CriteriaSet) -> [Change] {
        let codes = old.objectives.map(\.code)
        return (codes + new.objectives.map(\.code).filter { !codes.contains($0) }).map { code in
            let (before, after) = (old.objectives.first { $0.code == code }, new.objectives.first { $0.code == code })
            return Change(
                kind: .objectives, code: code, name: (after ?? before).map { Phrase($0.name) } ?? .none,
                before: before?.phrase ?? .none, after: after?.phrase ?? .none)
        }
    }

    private static func criteria(_ old: CriteriaSet, _ new: CriteriaSet) -> [Change] {
        let pairs = old.matches(in: new)
        let (kept, known) = (Set(pairs.map(\.old)), Set(pairs.map(\.new)))
        let added = new.criteria.indices.filter { !known.contains($0) }.map { new.criteria[$0] }
        let removed = old.criteria.indices.filter { !kept.contains($0) }.map { old.criteria[$0] }
        return added.map {
            Change(kind: .added, code: $0.code, name: Phrase($0.name), before: .none, after: Self.maximum(of: $0))
        }
            + removed.map {
                Change(kind: .removed, code: $0.code, name: Phrase($0.name), before: Self.maximum(of: $0), after: .none)
            }
            + pairs.flatMap { pair in
                let (before, after) = (old.criteria[pair.old], new.criteria[pair.new])
                return zip(aspects(of: before, in: old), aspects(of: after, in: new)).map { was, becomes in
                    Change(
                        kind: was.kind, code: after.code, oldCode: before.code == after.code ? nil : before.code,
                        name: Phrase(after.name), before: was.text ?? .none, after: becomes.text ?? .none)
                }
            }
    }

    private static func maximum(of criterion: Criterion) -> Phrase { Phrase("\(criterion.maximum)") }

    /// What is compared of a criterion.
    private static func aspects(of criterion: Criterion, in set: CriteriaSet) -> [(kind: Kind, text: Phrase?)] {
        let words = CriterionWords(criterion, in: set, codesAreShort: true)
        // The parent's code stands where the criterion's does not tell it.
        let parent = criterion.parent.map { set.criteria[$0].code }.flatMap { code in
            criterion.code.hasPrefix(code + ".") ? nil : Phrase(" (\(code))")
        }
        return [
            (.moved, Phrase("\(criterion.code)\(parent)")), (.renamed, Phrase(criterion.name)),
            (.points, maximum(of: criterion)), (.points, criterion.leaf?.points?.phrase(isBrief: true)),
            (.rules, words.rule), (.targets, words.targetsWithBounds), (.levels, words.levels),
            (.agencies, criterion.agencies.phrase), (.measures, words.metrics), (.notApplicable, words.notApplicable),
            (.task, words.task), (.evidence, words.evidence),
        ]
    }

    // MARK: Reports

    private static let columns = (
        kind: Column<Change>("kind", .whatChanged) { .label($0.kind.rawValue, $0.kind.phrase) },
        code: Column<Change>("code", .code) { .text($0.code) },
        oldCode: Column<Change>("oldCode", .oldCode) { .text($0.oldCode) },
        name: Column<Change>("name", .name, .wrapped(24)) { .phrase($0.name) },
        before: Column<Change>("before", .before, .wrapped(20)) { .phrase($0.before) },
        after: Column<Change>("after", .after, .wrapped(20)) { .phrase($0.after) }
    )

    private static let dataColumns = [
        columns.kind, columns.code, columns.oldCode, columns.name, columns.before, columns.after,
    ]

    /// The changes as text, grouped by kind.
    package func write(to document: inout Document) {
        document.heading(Phrase("\(old.set) \(old.edition) → \(new.set) \(new.edition)"), level: 1)
        if changes.isEmpty { document.paragraph(CriteriaWords.noDifference) }
        for kind in Kind.allCases {
            let group = changes.filter { $0.kind == kind }
            if group.isEmpty { continue }
            document.heading(Phrase("\(kind.phrase) (\(group.count))"))
            document.table(group, Self.columns(of: kind))
        }
    }

    private static func columns(of kind: Kind) -> [Column<Change>] {
        let layout = ColumnLayout.wrapped(20).blank("–")
        let before = columns.before.on { (change: Change) in change.before.isEmpty ? nil : change }
        let after = columns.after.on { (change: Change) in change.after.isEmpty ? nil : change }
        let both = [before.titled(nil, layout), after.titled(nil, layout)]
        let maximum = Column<Change>("", .maximum, .decimal) { .phrase($0.before + $0.after) }
        return switch kind {
        case .settings: [columns.name.titled(.whatChanged)] + both
        case .added, .removed: [columns.code, columns.name.titled(.criterion), maximum]
        default: [columns.code, columns.name.titled(.criterion)] + both
        }
    }

    /// The changes, a row each.
    package var data: DataTable? { DataTable(changes, Self.dataColumns) }

    package func write(to record: inout RecordWriter) {
        for (key, set) in [("from", old), ("to", new)] {
            record.record(key) { record in
                record.value("set", .text(set.set))
                record.value("edition", .text(set.edition))
            }
        }
        record.list("changes", changes, Self.dataColumns)
    }
}

extension CriteriaDifference.Kind {
    /// The kind as a heading.
    fileprivate var phrase: Phrase {
        switch self {
        case .settings: .settings
        case .objectives: .objectives
        case .added: .added
        case .removed: .removed
        case .moved: .moved
        case .renamed: .renamed
        case .points: .maximum
        case .rules: .rule
        case .targets: .target
        case .levels: .levels
        case .agencies: .agencies
        case .measures: .whatIsMeasured
        case .notApplicable: .whenNotApplicable
        case .task: .productsAndDeadlines
        case .evidence: .evidence
        }
    }
}
