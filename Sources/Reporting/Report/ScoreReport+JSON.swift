package import Documents
internal import Words
import Assessment
import Scoring
import Values

extension ScoreReport {
    /// The report as JSON; keys are the same in both languages, decimals exact, and official texts stand as they are.
    package var json: String {
        var writer = JSONWriter()
        writer.object { root in
            header.write(to: &root)
            root.key("groups")
            root.array { list in
                for group in groups {
                    list.object { entry in
                        entry.member("code", group.group?.code)
                        entry.member("units", group.units.count)
                        entry.member("meanIndex", group.mean?.index)
                        if let count = group.classedUnitCount { entry.member("classedUnits", count) }
                    }
                }
            }
            root.key("units")
            root.array { list in
                for unit in units { unit.write(to: &list) }
            }
            root.key("leftOut")
            root.array { list in
                for code in leftOut { list.value(code) }
            }
        }
        return writer.text
    }
}

extension ReportHeader {
    func write(to root: inout JSONWriter) {
        root.key("assessment")
        root.object { object in
            object.member("name", settings.name.vi)
            object.member("year", settings.year)
            object.member("stage", settings.stage.rawValue)
            object.member("synthetic", settings.isSynthetic)
            object.member("notice", settings.notice?.vi)
            object.key("groups")
            object.array { groups in
                for group in settings.groups {
                    groups.object { entry in
                        entry.member("code", group.code)
                        entry.member("name", group.name.vi)
                    }
                }
            }
        }
        root.key("criteria")
        root.object { object in
            object.member("set", set.set)
            object.member("edition", set.edition)
            object.member("name", set.name.vi)
            object.member("source", SourceWords.text(set.source))
            object.member("maximum", set.maximum)
            object.member("pointsBasis", set.points.basis.rawValue)
            object.member("pointsSource", SourceWords.text(set.points.source))
            object.member("pointsReason", set.points.reason?.vi)
            object.key("otherPoints")
            object.array { list in
                for criterion in set.criteria {
                    guard let origin = criterion.leaf?.points else { continue }
                    list.object { entry in
                        entry.member("code", criterion.code)
                        entry.member("pointsBasis", origin.basis.rawValue)
                        entry.member("pointsSource", SourceWords.text(origin.source))
                    }
                }
            }
            if !set.classSchemes.isEmpty { object.member("classes", CriteriaWords.classes(set, in: .vi)) }
            object.key("assumptions")
            object.array { list in
                for assumption in set.assumptions { list.value(assumption.vi) }
            }
        }
    }
}

extension UnitReport {
    func write(to list: inout JSONWriter) {
        list.object { object in
            object.member("code", unit.code)
            object.member("name", unit.name)
            object.member("group", unit.group)
            object.member("level", unit.level)
            object.member("points", total.points)
            object.member("maximum", total.maximum)
            object.member("index", index)
            object.member("coverage", coverage)
            object.member("class", classification?.unitClass?.code)
            object.member("capAdjustment", score.capAdjustment)
            object.key("fields")
            object.array { array in
                for field in score.fieldIndices {
                    let tally = score.tally(of: field)
                    array.object { entry in
                        entry.member("code", set.criteria[field].code)
                        entry.member("points", tally.points)
                        entry.member("maximum", tally.maximum)
                    }
                }
            }
            object.key("criteria")
            object.array { array in
                for node in criteria { node.write(to: &array) }
            }
        }
    }
}

extension CriterionReport {
    func write(to list: inout JSONWriter) {
        list.object { object in
            object.member("code", criterion.code)
            object.member("name", criterion.name.vi)
            object.member("leaf", isLeaf)
            object.member("points", points)
            object.member("maximum", maximum)
            object.member("lost", lost)
            if let status = score.status { object.member("status", StateWords.name(of: status)) }
            if let reason = notApplicableReason {
                object.member("reason", StateWords.name(of: reason))
                if reason == .level { object.member("reasonText", criterion.leaf?.levelsReason?.vi) }
            }
            if let reason = notPublishedReason(in: .vi) { object.member("reasonText", reason) }
            if let leaf = criterion.leaf, leaf.measures.count > 1, let outcome {
                object.key("measures")
                object.array { array in
                    for (measure, result) in zip(leaf.measures, outcome.measures) {
                        array.object { entry in
                            entry.member("code", measure.code)
                            entry.member("status", StateWords.name(of: result.state))
                            entry.member("share", share(result))
                        }
                    }
                }
            }
            if !given.isEmpty { write(given, to: &object) }
        }
    }

    /// A measure's share of the leaf's maximum in percent, to six decimals.
    private func share(_ outcome: MeasureOutcome) -> FixedDecimal? {
        outcome.points?.divided(by: ExactRatio(criterion.maximum))?.multiplied(by: ExactRatio(100))?.rounded(.finest)
    }

    private func write(_ given: [GivenScore], to object: inout JSONWriter) {
        object.key("given")
        object.array { array in
            for score in given {
                array.object { entry in
                    entry.member("stage", score.stage.rawValue)
                    entry.member("points", score.points)
                    entry.member("reason", score.reason)
                    entry.member("evidence", score.evidence)
                    entry.member("date", score.date)
                }
            }
        }
    }
}
