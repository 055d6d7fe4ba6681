public import Documents
public import Scoring
internal import Values
internal import Words

/// One criterion of an edition with everything that the edition says of it.
public struct CriterionSheet: Report {
    private let set: CriteriaSet
    private let criterion: Criterion

    init(_ criterion: Criterion, in set: CriteriaSet) { (self.criterion, self.set) = (criterion, set) }

    /// Finds a criterion; nil for a code that the set does not have.
    public init?(_ set: CriteriaSet, code: String) {
        guard let index = set.index(of: code) else { return nil }
        self.init(set.criteria[index], in: set)
    }

    /// Where its maximum comes from.
    private var origin: PointsOrigin { criterion.leaf?.points ?? self.set.points }
    private var parent: Criterion? { criterion.parent.map { self.set.criteria[$0] } }

    public func write(to document: inout Document) {
        let (words, leaf) = (CriterionWords(criterion, in: set), criterion.leaf)
        document.heading(criterion.heading, level: 1)
        document.facts(
            [
                (.criteriaSet, set.fullName), (.partOf, parent?.heading), (.maximum, Phrase("\(criterion.maximum)")),
                (.target, words.targetOfLeaf), (.legalSource, (criterion.source ?? set.source).phrase),
                (.sourceOfTarget, leaf?.target?.source?.phrase),
                (.levels, words.levels?.with(remark: leaf?.levelsReason)), (.agencies, criterion.agencies.phrase),
                (.product, leaf?.product.map { Phrase($0) }), (.deadline, leaf?.deadline?.phrase),
                (.whenNotApplicable, words.notApplicable), (.evidenceExpected, words.evidence),
                (.pointsOrigin, origin.decree),
            ] + criterion.notes.map { (.note, Phrase($0)) })
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
                (.weight, isWeighted ? Phrase("\(measure.weight)") : nil),
                (.levels, measure.levels.map { set.names(ofLevels: $0).with(remark: measure.levelsReason) }),
            ] + measure.metrics.map { (.metric, Phrase("\($0.name) (\($0.code)): \($0.details)")) })
    }

    public func write(to record: inout RecordWriter) {
        record.values([
            "code": .text(criterion.code), "parent": .text(parent?.code), "name": .name(criterion.name),
            "maximum": .number(criterion.maximum), "leaf": .flag(criterion.leaf != nil),
            "source": .phrase(criterion.source?.phrase),
        ])
        record.values(of: criterion, [.monitoring, .lead, .coordinating])
        record.values("notes", criterion.notes.map { .name($0) })
        guard let leaf = criterion.leaf else { return }
        record.texts("levels", leaf.levels)
        record.values([
            "levelsReason": .name(leaf.levelsReason), "target": .text(leaf.target?.text),
            "product": .name(leaf.product), "deadline": .text(leaf.deadline?.text),
            "pointsBasis": .text(origin.basis.rawValue),
            "combine": .text(leaf.measures.count > 1 ? leaf.combination.rawValue : nil),
        ])
        record.values("evidence", leaf.evidence.map { .name($0) })
        record.list("measures", leaf.measures) { record, measure in
            record.values([
                "code": .text(measure.code), "name": .name(measure.name), "target": .text(measure.target?.text),
                "weight": .count(measure.weight), "kind": .text(measure.rule.kind.rawValue),
                "rule": .phrase(measure.rulePhrase(in: set.years)),
                "notApplicable": .text(measure.notApplicable?.convention.rawValue),
                "notApplicableWhen": .name(measure.notApplicable?.when),
            ])
            record.list("metrics", measure.metrics) { metric in
                [
                    "code": .text(metric.code), "name": .name(metric.name), "kind": .text(metric.kind.rawValue),
                    "unit": .phrase(metric.unitPhrase), "direction": .text(metric.direction.rawValue),
                    "minimum": .number(metric.minimum), "maximum": .number(metric.maximum),
                    "step": .number(metric.step), "numerator": .name(metric.ratio?.numerator),
                    "denominator": .name(metric.ratio?.denominator),
                ]
            }
        }
    }
}
