package import Documents
package import Scoring
internal import Values
internal import Words

/// One criterion of an edition with everything that the edition says of it.
package struct CriterionSheet: Report {
    /// The edition.
    package let set: CriteriaSet
    /// The criterion.
    package let criterion: Criterion

    init(_ criterion: Criterion, in set: CriteriaSet) {
        (self.criterion, self.set) = (criterion, set)
    }

    /// Finds a criterion; nil for a code that the set does not have.
    package init?(_ set: CriteriaSet, code: String) {
        guard let index = set.index(of: code) else { return nil }
        self.init(set.criteria[index], in: set)
    }

    /// Where its maximum comes from.
    private var origin: PointsOrigin { criterion.leaf?.points ?? self.set.points }

    // MARK: For people

    package func write(to document: inout Document) {
        document.heading(Phrase("\(criterion.code). \(criterion.name)"), level: 1)
        document.facts(facts(isBrief: document.isBrief))
        if let leaf = criterion.leaf {
            for measure in leaf.measures { write(measure, of: leaf, to: &document) }
        } else {
            document.heading(.parts)
            document.table(
                criterion.children.map { set.criteria[$0] },
                [
                    Column("", .code) { .text($0.code) }, Column("", .criterion, .wrapped(24)) { .name($0.name) },
                    Column("", .maximum, .decimal) { .number($0.maximum) },
                ])
        }
        if origin.basis == .assumed { document.notice(origin.phrase(isBrief: document.isBrief)) }
    }

    private func facts(isBrief: Bool) -> [Document.Fact] {
        let words = CriterionWords(criterion, in: set)
        let leaf = criterion.leaf
        let parent = criterion.parent.map { set.criteria[$0] }
        let facts: [(Phrase, Phrase?)] = [
            (.criteriaSet, Phrase("\(set.name) (\(set.set) \(set.edition))")),
            (.partOf, parent.map { Phrase("\($0.code). \($0.name)") }), (.maximum, Phrase("\(criterion.maximum)")),
            (.target, words.targetOfLeaf), (.legalSource, (criterion.source ?? set.source).phrase),
            (.sourceOfTarget, leaf?.target?.source?.phrase),
            (.levels, words.levels.map { Self.text($0, leaf?.levelsReason) }), (.agencies, criterion.agencies.phrase),
            (.product, leaf?.product.map { Phrase($0) }), (.deadline, leaf?.deadline?.phrase),
            (.whenNotApplicable, words.notApplicable), (.evidenceExpected, words.evidence),
            (.pointsOrigin, origin.basis == .decreed ? origin.phrase(isBrief: isBrief) : nil),
        ]
        return facts.compactMap { name, text in text.map { .init(name, $0) } }
            + criterion.notes.map { .init(.note, Phrase($0)) }
    }

    private static func text(_ levels: Phrase, _ reason: LocalizedText?) -> Phrase {
        reason.map { Phrase("\(levels) (\($0))") } ?? levels
    }

    private func write(_ measure: Measure, of leaf: Leaf, to document: inout Document) {
        document.heading(
            leaf.measures.count == 1 ? .rule : Phrase("\(measure.code). \(measure.name ?? measure.metrics[0].name)"))
        let isWeighted = leaf.combination == .mean && leaf.measures.contains { $0.weight != 1 }
        let facts: [(Phrase, Phrase?)] = [
            (.target, measure.target?.phrase(for: measure)), (.rule, measure.rulePhrase(in: set.years)),
            (.weight, isWeighted ? Phrase("\(measure.weight)") : nil),
            (.levels, measure.levels.map { Self.text(set.names(ofLevels: $0), measure.levelsReason) }),
        ]
        document.facts(
            facts.compactMap { name, text in text.map { .init(name, $0) } }
                + measure.metrics.map { .init(.metric, Phrase("\($0.name) (\($0.code)): \($0.details)")) })
    }

    // MARK: Record

    package func write(to record: inout RecordWriter) {
        record.value("code", .text(criterion.code))
        record.value("parent", .text(criterion.parent.map { set.criteria[$0].code }))
        record.value("name", .name(criterion.name))
        record.value("maximum", .number(criterion.maximum))
        record.value("leaf", .flag(criterion.leaf != nil))
        record.value("source", .phrase(criterion.source?.phrase))
        record.value("monitoring", .text(criterion.agencies.monitoring))
        record.value("lead", .text(criterion.agencies.lead))
        record.value("coordinating", .text(criterion.agencies.coordinating))
        record.values("notes", criterion.notes.map { .name($0) })
        guard let leaf = criterion.leaf else { return }
        record.texts("levels", leaf.levels)
        record.value("levelsReason", .name(leaf.levelsReason))
        record.value("target", .text(leaf.target?.text))
        record.value("product", .name(leaf.product))
        record.value("deadline", .text(leaf.deadline?.text))
        record.value("pointsBasis", .text(origin.basis.rawValue))
        record.value("combine", .text(leaf.measures.count > 1 ? leaf.combination.rawValue : nil))
        record.values("evidence", leaf.evidence.map { .name($0) })
        record.list("measures", leaf.measures) { record, measure in write(measure, to: &record) }
    }

    private func write(_ measure: Measure, to record: inout RecordWriter) {
        record.value("code", .text(measure.code))
        record.value("name", .name(measure.name))
        record.value("target", .text(measure.target?.text))
        record.value("weight", .count(measure.weight))
        record.value("kind", .text(measure.rule.kind.rawValue))
        record.value("rule", .phrase(measure.rulePhrase(in: set.years)))
        record.value("notApplicable", .text(measure.notApplicable?.convention.rawValue))
        record.value("notApplicableWhen", .name(measure.notApplicable?.when))
        record.list("metrics", measure.metrics) { record, metric in
            record.value("code", .text(metric.code))
            record.value("name", .name(metric.name))
            record.value("kind", .text(metric.kind.rawValue))
            record.value("unit", .phrase(metric.unitPhrase))
            record.value("direction", .text(metric.direction.rawValue))
            record.value("minimum", .number(metric.minimum))
            record.value("maximum", .number(metric.maximum))
            record.value("step", .number(metric.step))
            record.value("numerator", .name(metric.ratio?.numerator))
            record.value("denominator", .name(metric.ratio?.denominator))
        }
    }
}
