package import Assessment
public import Documents
public import Scoring
internal import Values
internal import Words

/// The criteria sets of a folder.
package struct CriteriaListing: Report {
    package static let recordFormat = "criteria-list/1"

    private let folder: CriteriaFolder

    package init(_ folder: CriteriaFolder) { self.folder = folder }

    /// What people read.
    public func write(to document: inout Document) {
        if folder.sets.isEmpty {
            document.paragraph(CriteriaWords.noSets)
        } else {
            document.table(
                folder.sets.map { $0.set }, [.set, .edition, .years, .name, .leaves, .maximum, .basis])
        }
        for file in folder.broken { document.notice(CriteriaWords.broken(file.file, errors: file.errors)) }
    }

    /// What programs read.
    public func write(to record: inout RecordWriter) {
        record.list("sets", folder.sets) { record, entry in
            record.value("file", .text(entry.file))
            record.values(of: entry.set, [.set, .edition, .from, .to, .name, .leaves, .maximum, .basis])
        }
        record.list("broken", folder.broken) { ["file": .text($0.file), "errors": .count($0.errors)] }
    }
}

/// One edition of a criteria set as people read it: its tree and its settings.
public struct CriteriaReport: Report {
    /// What the record is.
    public static let recordFormat = "criteria/1"

    private let set: CriteriaSet

    /// Shows a set.
    public init(_ set: CriteriaSet) { self.set = set }

    /// What people read.
    public func write(to document: inout Document) {
        document.heading(Phrase(set.name), level: 1)
        let edition = Column<CriteriaSet>.phrase("", .criteriaSet) { Phrase("\($0.set) \($0.edition)") }
        // Assumed points are said in a notice of their own.
        let origin = Column<CriteriaSet>.phrase("", .pointsOrigin) { $0.points.decree }
        document.facts(
            of: set, [edition, .years, .source, .level, .leaves, .maximum, .parts, origin] + Column<CriteriaSet>.rules)
        writeTree(to: &document)
        if let notice = set.points.assumption(isBrief: document.isBrief) { document.notice(notice) }
        document.list(set.relations.map { $0.phrase }, under: .relations)
        document.list(set.objectives.map { $0.phrase }, under: .objectives)
        document.list(set.assumptions.map { Phrase($0) }, under: .assumptions)
        document.list(set.notes.map { Phrase($0) }, under: .notesOfSet)
    }

    private func writeTree(to document: inout Document) {
        let (set, isBrief) = (set, document.isBrief)
        let name = Column<Criterion?>.phrase("", .criterion, .wrapped(20)) { $0?.indentedName ?? .total }
        let maximum = Column<Criterion?>.decimal("", .maximum) { $0?.maximum ?? set.maximum }
        let words: [Column<Criterion>] = [
            .phrase("", .target, .wrapped(12).dispensable) { node in
                isBrief && node.leaf?.target != nil
                    ? node.shortTarget(isBrief: true) : CriterionWords(node, in: set).target
            },
            .phrase("", .rule, .wrapped(20)) { CriterionWords($0, in: set).rule },
            .phrase("", .level, .wrapped(8).dispensable) { CriterionWords($0, in: set).levels },
            .phrase("", .agencies, .wrapped(14).dispensable) { $0.agencies.phrase },
        ]
        document.table(
            set.criteria.map { Optional($0) } + [nil],
            [Column<Criterion>.code.on { $0 }, name, maximum] + words.map { $0.on { $0 } }
        ) { $0?.parent == nil }
    }

    /// What programs read.
    public func write(to record: inout RecordWriter) {
        let origin: [Column<CriteriaSet>] = [
            .phrase("pointsSource", .pointsOrigin) { $0.points.source.phrase },
            Column("pointsReason") { .name($0.points.reason) },
        ]
        record.values(
            of: set,
            [.set, .edition, .name, .from, .to, .source, .maximum, .leaves, .basis] + origin
                + Column<CriteriaSet>.rules)
        record.list("parts", Array(set.parts.enumerated())) { position, part in
            [
                "code": .text(part.code), "name": .name(part.name),
                "maximum": .number(self.set.maximum(ofPart: position)), "showPercent": .flag(part.showsPercent),
            ]
        }
        record.list("relations", set.relations) {
            [
                "left": .text($0.left.text), "is": .text($0.comparison.rawValue), "right": .text($0.right.text),
                "tolerance": .number($0.tolerance), "severity": .text("\($0.severity)"), "reason": .name($0.reason),
                "text": .phrase($0.phrase),
            ]
        }
        record.values("objectives", set.objectives.map { .phrase($0.phrase) })
        record.values("assumptions", set.assumptions.map { .name($0) })
        record.values("notes", set.notes.map { .name($0) })
        record.list("criteria", set.criteria) { record, criterion in
            CriterionSheet(criterion, in: set).write(to: &record)
        }
    }
}

/// What reports show of an edition.
extension Column<CriteriaSet> {
    static var set: Column { .text("set", .setCode) { $0.set } }
    static var edition: Column { .text("edition", .edition) { $0.edition } }
    static var name: Column { Column("name", .name, .wrapped(24)) { .name($0.name) } }
    static var source: Column { .phrase("source", .legalSource) { $0.source.phrase } }
    static var from: Column { Column("from") { .count($0.years.lowerBound) } }
    static var to: Column { Column("to") { .count($0.years.upperBound) } }
    static var years: Column { .text("", .years) { $0.yearsText } }
    static var level: Column { .phrase("", .level) { $0.levels.map { $0.name }.joined(", ") } }
    static var leaves: Column { Column("leaves", .leaves, .trailing) { .count($0.leafCount) } }
    static var maximum: Column { .decimal("maximum", .maximum) { $0.maximum } }
    static var parts: Column { .phrase("", .pointParts) { $0.parts.isEmpty ? nil : $0.partsPhrase } }
    static var basis: Column {
        Column("pointsBasis", .basis) { .code($0.points.basis.rawValue, $0.points.basisPhrase) }
    }

    /// How it rounds, ranks, caps and classes.
    static var rules: [Column] {
        [
            .phrase("rounding", .rounding) { $0.rounding.phrase }, .phrase("ranking", .ranking) { $0.ranking.phrase },
            .phrase("caps", .caps) { $0.capsPhrase }, .phrase("classes", .classes) { $0.classesPhrase },
        ]
    }
}

/// What reports show of a criterion.
extension Column<Criterion> {
    static var code: Column { .text("code", .code, full: .criterionCode) { $0.code } }
    static var name: Column { Column("name", .criterion, full: .criterionName, .wrapped(24)) { .name($0.name) } }
    static var maximum: Column { .decimal("maximum", .maximum) { $0.maximum } }
    static var monitoring: Column { .text("monitoring", .monitoringAgency) { $0.agencies.monitoring } }
    static var lead: Column { .text("lead", .leadAgency) { $0.agencies.lead } }
    static var coordinating: Column { .text("coordinating", .coordinatingAgencies) { $0.agencies.coordinating } }
}

/// One criterion of an edition with everything that the edition says of it.
public struct CriterionSheet: Report {
    /// What the record is.
    public static let recordFormat = "criterion/1"

    private let set: CriteriaSet
    private let criterion: Criterion

    init(_ criterion: Criterion, in set: CriteriaSet) { (self.criterion, self.set) = (criterion, set) }

    /// Finds a criterion; nil for a code that the set does not have.
    public init?(_ set: CriteriaSet, code: String) {
        guard let index = set.index(of: code) else { return nil }
        self.init(set.criteria[index], in: set)
    }

    private var origin: PointsOrigin { criterion.leaf?.points ?? self.set.points }
    /// The part of the points to which it belongs with all that is below it.
    private var part: ScorePart? { self.set.index(of: criterion.code).flatMap { self.set.part(of: $0) } }
    private var parent: Criterion? { criterion.parent.map { self.set.criteria[$0] } }

    /// What people read.
    public func write(to document: inout Document) {
        let (words, leaf) = (CriterionWords(criterion, in: set), criterion.leaf)
        document.heading(criterion.heading, level: 1)
        document.facts(
            [
                (.criteriaSet, set.fullName), (.partOf, parent?.heading), (.maximum, criterion.maximumPhrase),
                (.weight, criterion.weight.map { Phrase("\($0)") }), (CombinationWords.way, criterion.combination.rule),
                (.pointPart, part.map { Phrase($0.name) }),
                (.target, words.targetOfLeaf), (.legalSource, (criterion.source ?? set.source).phrase),
                (.sourceOfTarget, leaf?.target?.source?.phrase),
                (.levels, words.levels?.with(remark: leaf?.levelsReason)), (.agencies, criterion.agencies.phrase),
                (.requirement, words.requirement), (.scoringWords, leaf?.wording.map { Phrase($0) }.listed("\n")),
                (.product, leaf?.product.map { Phrase($0) }),
                (.deadline, leaf?.deadline?.phrase),
                (.whenNotApplicable, words.notApplicable), (.evidenceExpected, words.evidence),
                (.pointsOrigin, origin.decree),
            ] + criterion.openPoints.map { (.toSettle, $0.phrase) } + criterion.notes.map { (.note, Phrase($0)) })
        if let leaf {
            for measure in leaf.measures { write(measure, of: leaf, to: &document) }
        } else {
            document.heading(.parts)
            document.table(criterion.children.map { set.criteria[$0] }, [Column<Criterion>.code, .name, .maximum])
        }
        if let notice = origin.assumption(isBrief: document.isBrief) { document.notice(notice) }
    }

    private func write(_ measure: Measure, of leaf: Leaf, to document: inout Document) {
        document.heading(leaf.measures.count == 1 ? .rule : measure.heading)
        let isWeighted = leaf.combination == .mean && leaf.measures.contains { $0.weight != 1 }
        document.facts(
            [
                (.target, measure.target?.phrase(for: measure)), (.rule, measure.rulePhrase(in: set.years)),
            ]
                + measure.groupRules.map { own in
                    (Phrase.rule.with(remark: own.units(in: set)), own.ruleAndTarget(of: measure, in: set.years))
                } + [
                    (.weight, isWeighted ? Phrase("\(measure.weight)") : nil),
                    (.levels, measure.levels.map { set.names(ofLevels: $0).with(remark: measure.levelsReason) }),
                ]
                + (measure.isOpen ? [] : measure.metrics).map {
                    (.metric, Phrase("\($0.name) (\($0.code)): \($0.details)"))
                })
    }

    /// What programs read.
    public func write(to record: inout RecordWriter) {
        record.values([
            "code": .text(criterion.code), "parent": .text(parent?.code), "name": .name(criterion.name),
            "shortName": .name(criterion.shortForm), "maximum": .number(criterion.maximum),
            "leaf": .flag(criterion.leaf != nil),
            "source": .phrase(criterion.source?.phrase), "part": part.map { .text($0.code) } ?? .absent,
        ])
        if let weight = criterion.weight { record.value("weight", .number(weight)) }
        if !criterion.combination.isSum {
            record.value("combine", .text(criterion.combination.kind.rawValue))
            record.value("combineText", .phrase(criterion.combination.rule))
        }
        record.values(of: criterion, [.monitoring, .lead, .coordinating])
        record.values("notes", criterion.notes.map { .name($0) })
        if !criterion.openPoints.isEmpty {
            record.list("toSettle", criterion.openPoints) {
                ["text": .text($0.text), "reason": .text($0.reason?.rawValue), "phrase": .phrase($0.phrase)]
            }
        }
        guard let leaf = criterion.leaf else { return }
        record.texts("levels", leaf.levels)
        record.values([
            "levelsReason": .name(leaf.levelsReason), "target": .text(leaf.target?.text),
            "product": .name(leaf.product), "deadline": .text(leaf.deadline?.text),
            "pointsBasis": .text(origin.basis.rawValue),
            "combine": .text(leaf.measures.count > 1 ? leaf.combination.rawValue : nil),
        ])
        if !leaf.wording.isEmpty { record.values("wording", leaf.wording.map { .name($0) }) }
        record.values("evidence", leaf.evidence.map { .name($0) })
        if let requirement = leaf.requirement {
            record.record("requires") { record in
                record.values([
                    "criterion": .text(requirement.criterion),
                    "comparison": .text(requirement.bound.comparison.rawValue),
                    "percent": .number(requirement.bound.value), "phrase": .phrase(requirement.phrase),
                ])
            }
        }
        record.list("measures", leaf.measures) { record, measure in
            record.values([
                "code": .text(measure.code), "name": .name(measure.name), "target": .text(measure.target?.text),
                "weight": .count(measure.weight), "kind": .text(measure.rule.kind.rawValue),
                "rule": .phrase(measure.rulePhrase(in: set.years)),
                "notApplicable": .text(measure.notApplicable?.convention.rawValue),
                "notApplicableWhen": .name(measure.notApplicable?.when),
            ])
            record.list("byGroup", measure.groupRules) { record, own in
                record.texts("groups", own.groups)
                record.texts("levels", own.levels)
                record.values([
                    "rule": .phrase(measure.with(own).rulePhrase(in: set.years)), "target": .text(own.target?.text),
                ])
            }
            record.list("metrics", measure.metrics) { metric in
                [
                    "code": .text(metric.code), "name": .name(metric.name), "kind": .text(metric.kind.rawValue),
                    "unit": .phrase(metric.unitPhrase), "direction": .text(metric.direction.rawValue),
                    "minimum": .number(metric.minimum), "maximum": .number(metric.maximum),
                    "expectedBounds": .text(
                        metric.expectedBounds.isEmpty
                            ? nil : metric.expectedBounds.map { $0.rawValue }.sorted(by: >).joined(separator: ", ")),
                    "step": .number(metric.step), "numerator": .name(metric.ratio?.numerator),
                    "denominator": .name(metric.ratio?.denominator),
                    "zeroDenominator": metric.zeroDenominator.map { .text($0.convention.rawValue) } ?? .absent,
                    "pooling": metric.pooling.map { .text($0.rawValue) } ?? .absent,
                    "cumulative": metric.isCumulative ? .flag(true) : .absent,
                ]
            }
        }
    }
}
