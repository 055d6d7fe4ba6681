public import Documents
public import Scoring
internal import Values
internal import Words

/// What two editions do not have in common.
public struct CriteriaDifference: Report {
    /// What the record is.
    public static let recordFormat = "criteria-difference/1"

    /// What a change is about, in the order of reports.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case settings, relations, objectives, added, removed, moved, renamed, points, part, rules, targets, levels,
            agencies, measures
        case notApplicable, task, evidence
    }

    package struct Change: Sendable {
        package let kind: Kind
        /// The code of the criterion, in the second edition where it is there; nil for a setting.
        package var code: String?
        /// Its code in the first edition, where that is another.
        package var oldCode: String?
        /// The criterion's name, or what the setting is.
        package let name: Phrase
        /// What the editions say; empty where nothing.
        package var before = Phrase.none
        package var after = Phrase.none
    }

    private let old: CriteriaSet
    private let new: CriteriaSet
    /// Every change by its kind and then in the order of the tree; empty when there is none.
    package let changes: [Change]

    /// Compares two editions: what reads alike in the language is no change.
    ///
    /// Complexity: linear in the number of criteria.
    public init(from old: CriteriaSet, to new: CriteriaSet, in language: Language) {
        (self.old, self.new) = (old, new)
        let all =
            (Self.settings(old, new) + Self.relations(old, new) + Self.objectives(old, new) + Self.criteria(old, new))
            .filter { change in
                change.before.text(language) != change.after.text(language)
            }
        changes = Kind.allCases.flatMap { kind in all.filter { $0.kind == kind } }
    }

    private static func settings(_ old: CriteriaSet, _ new: CriteriaSet) -> [Change] {
        let origin = Column<CriteriaSet>.phrase("", .pointsOrigin) { $0.points.phrase(isBrief: true) }
        let assumptions = Column<CriteriaSet>.phrase("", .assumptions) { $0.assumptions.joined("\n") }
        let columns: [Column<CriteriaSet>] =
            [.set, .edition, .name, .source, .years, .level, origin, .maximum, .parts] + Column<CriteriaSet>.rules
            + [assumptions]
        return columns.map { column in
            Change(kind: .settings, name: column.title, before: column.phrase(in: old), after: column.phrase(in: new))
        }
    }

    /// Relations are the same where their sides are.
    private static func relations(_ old: CriteriaSet, _ new: CriteriaSet) -> [Change] {
        func key(_ relation: FigureRelation) -> [String] {
            [relation.left.text, relation.comparison.rawValue, relation.right.text]
        }
        let before = Dictionary(grouping: old.relations, by: key)
        let after = Dictionary(grouping: new.relations, by: key)
        return (old.relations + new.relations).map(key).withoutRepeats { $0 }.map { key in
            Change(
                kind: .relations, name: Phrase(verbatim: key.joined(separator: " ")),
                before: (before[key] ?? []).map { $0.demand }.joined("\n"),
                after: (after[key] ?? []).map { $0.demand }.joined("\n"))
        }
    }

    private static func objectives(_ old: CriteriaSet, _ new: CriteriaSet) -> [Change] {
        let codes = old.objectives.map { $0.code }
        return (old.objectives + new.objectives.filter { !codes.contains($0.code) }).map { objective in
            let before = old.objectives.first { $0.code == objective.code }
            let after = new.objectives.first { $0.code == objective.code }
            return Change(
                kind: .objectives, code: objective.code, name: Phrase((after ?? objective).name),
                before: before?.phrase ?? .none, after: after?.phrase ?? .none)
        }
    }

    private static func criteria(_ old: CriteriaSet, _ new: CriteriaSet) -> [Change] {
        let pairs = old.matches(in: new)
        let (kept, known) = (Set(pairs.map { $0.old }), Set(pairs.map { $0.new }))
        let added = new.criteria.indices.filter { !known.contains($0) }.map { position in
            let node = new.criteria[position]
            return Change(kind: .added, code: node.code, name: Phrase(node.name), after: Phrase("\(node.maximum)"))
        }
        let removed = old.criteria.indices.filter { !kept.contains($0) }.map { position in
            let node = old.criteria[position]
            return Change(kind: .removed, code: node.code, name: Phrase(node.name), before: Phrase("\(node.maximum)"))
        }
        let changed = pairs.flatMap { pair in
            let (before, after) = (old.criteria[pair.old], new.criteria[pair.new])
            return zip(aspects(of: before, in: old), aspects(of: after, in: new)).map { was, becomes in
                Change(
                    kind: was.kind, code: after.code, oldCode: before.code == after.code ? nil : before.code,
                    name: Phrase(after.name), before: was.text ?? .none, after: becomes.text ?? .none)
            }
        }
        return added + removed + changed
    }

    private static func aspects(of criterion: Criterion, in set: CriteriaSet) -> [(kind: Kind, text: Phrase?)] {
        let words = CriterionWords(criterion, in: set, codesAreShort: true)
        // The parent's code stands where the criterion's does not tell it.
        let parent = criterion.parent.map { set.criteria[$0].code }.flatMap { code in
            criterion.code.hasPrefix(code + ".") ? nil : Phrase(" (\(code))")
        }
        return [
            (.moved, Phrase("\(criterion.code)\(parent)")), (.renamed, Phrase(criterion.name)),
            (.points, criterion.maximumPhrase), (.points, criterion.leaf?.points?.phrase(isBrief: true)),
            (.part, set.index(of: criterion.code).flatMap { set.part(of: $0) }.map { Phrase($0.name) }),
            (.rules, words.rule), (.targets, words.targetsWithBounds), (.levels, words.levels),
            (.agencies, criterion.agencies.phrase), (.measures, words.metrics), (.notApplicable, words.notApplicable),
            (.task, words.task), (.evidence, words.evidence),
        ]
    }

    private static let code = Column<Change>.text("code", .code) { $0.code }
    private static let name = Column<Change>.phrase("name", .name, .wrapped(24)) { $0.name }
    private static let before = Column<Change>.phrase("before", .before, .wrapped(20)) { $0.before }
    private static let after = Column<Change>.phrase("after", .after, .wrapped(20)) { $0.after }
    private static let columns = [
        Column<Change>("kind", .whatChanged) { .label($0.kind.rawValue, $0.kind.phrase) }, code,
        .text("oldCode", .oldCode) { $0.oldCode }, name, before, after,
    ]

    /// What people read.
    public func write(to document: inout Document) {
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
        let criterion = name.titled(.criterion)
        let maximum = Column<Change>(.maximum, .decimal) { .phrase($0.before + $0.after) }
        let both = [before, after].map { side in
            Column(side.title, side.layout.blank("–")) { side.phrase(in: $0).isEmpty ? .none : side.value($0) }
        }
        return switch kind {
        case .settings: [name.titled(.whatChanged)] + both
        case .relations: both
        case .added, .removed: [code, criterion, maximum]
        default: [code, criterion] + both
        }
    }

    /// The table of data.
    public var data: DataTable? { DataTable(changes, Self.columns) }

    /// What programs read.
    public func write(to record: inout RecordWriter) {
        for (key, set) in [("from", old), ("to", new)] {
            record.record(key) { $0.values(of: set, [.set, .edition]) }
        }
        record.list("changes", changes, Self.columns)
    }
}

extension CriteriaDifference.Kind {
    fileprivate var phrase: Phrase {
        switch self {
        case .settings: .settings
        case .relations: .relations
        case .objectives: .objectives
        case .added: .added
        case .removed: .removed
        case .moved: .moved
        case .renamed: .renamed
        case .points: .maximum
        case .part: .pointPart
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
