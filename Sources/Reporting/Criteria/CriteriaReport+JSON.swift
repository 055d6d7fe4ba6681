package import Documents
internal import Words
import Scoring
import Values

extension CriteriaReport {
    /// The edition as JSON; rules, settings and metrics are in the words of a language.
    package func json(in language: Language) -> String {
        var writer = JSONWriter()
        writer.object { root in
            root.member("set", set.set)
            root.member("edition", set.edition)
            root.member("name", set.name.vi)
            root.member("from", set.years.lowerBound)
            root.member("to", set.years.upperBound)
            root.member("source", SourceWords.text(set.source, in: language))
            root.member("maximum", set.maximum)
            root.member("leaves", set.leafCount)
            root.member("pointsBasis", set.points.basis.rawValue)
            root.member("pointsSource", SourceWords.text(set.points.source, in: language))
            root.member("pointsReason", set.points.reason?.vi)
            root.member("rounding", CriteriaWords.rounding(set.rounding, in: language))
            root.member("ranking", CriteriaWords.ranking(set.ranking, in: language))
            root.member("caps", CriteriaWords.caps(set, in: language))
            root.member("classes", CriteriaWords.classes(set, in: language))
            root.texts("objectives", set.objectives.map { Self.text(of: $0, in: language) })
            root.texts("assumptions", set.assumptions.map(\.vi))
            root.texts("notes", set.notes.map(\.vi))
            root.key("criteria")
            root.array { list in
                for criterion in set.criteria {
                    CriterionWords(criterion: criterion, set: set, language: language).write(to: &list)
                }
            }
        }
        return writer.text
    }
}

extension CriterionSheet {
    /// The criterion as JSON; rules and metrics are in the words of a language.
    package func json(in language: Language) -> String {
        var writer = JSONWriter()
        CriterionWords(criterion: criterion, set: set, language: language).write(to: &writer)
        return writer.text
    }
}

extension CriterionWords {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { object in
            object.member("code", criterion.code)
            object.member("parent", criterion.parent.map { set.criteria[$0].code })
            object.member("name", criterion.name.vi)
            object.member("maximum", criterion.maximum)
            object.member("leaf", criterion.leaf != nil)
            object.member("source", criterion.source.map { SourceWords.text($0, in: language) })
            object.member("monitoring", criterion.agencies.monitoring)
            object.member("lead", criterion.agencies.lead)
            object.member("coordinating", criterion.agencies.coordinating)
            object.texts("notes", criterion.notes.map(\.vi))
            guard let leaf = criterion.leaf else { return }
            object.texts("levels", leaf.levels)
            object.member("levelsReason", leaf.levelsReason?.vi)
            object.member("target", leaf.target?.text)
            object.member("product", leaf.product?.vi)
            object.member("deadline", leaf.deadline?.text)
            object.member("pointsBasis", (leaf.points ?? set.points).basis.rawValue)
            object.member("combine", leaf.measures.count > 1 ? leaf.combination.rawValue : nil)
            object.texts("evidence", leaf.evidence.map(\.vi))
            object.key("measures")
            object.array { list in
                for measure in leaf.measures { write(measure, to: &list) }
            }
        }
    }

    private func write(_ measure: Measure, to list: inout JSONWriter) {
        list.object { object in
            object.member("code", measure.code)
            object.member("name", measure.name?.vi)
            object.member("target", measure.target?.text)
            object.member("weight", measure.weight)
            object.member("kind", measure.rule.kind.rawValue)
            object.member("rule", rule(of: measure))
            object.member("notApplicable", measure.notApplicable?.convention.rawValue)
            object.member("notApplicableWhen", measure.notApplicable?.when?.vi)
            object.key("metrics")
            object.array { metrics in
                for metric in measure.metrics {
                    metrics.object { entry in
                        entry.member("code", metric.code)
                        entry.member("name", metric.name.vi)
                        entry.member("kind", metric.kind.rawValue)
                        entry.member("unit", TargetWords.unit(of: metric, in: language))
                        entry.member("direction", metric.direction.rawValue)
                        entry.member("minimum", metric.minimum)
                        entry.member("maximum", metric.maximum)
                        entry.member("step", metric.step)
                        entry.member("numerator", metric.ratio?.numerator.vi)
                        entry.member("denominator", metric.ratio?.denominator.vi)
                    }
                }
            }
        }
    }
}

extension JSONWriter {
    /// A member that is a list of texts.
    fileprivate mutating func texts(_ name: String, _ texts: [String]) {
        key(name)
        array { list in
            for text in texts { list.value(text) }
        }
    }
}
