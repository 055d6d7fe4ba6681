package import Documents
internal import Words
import Assessment
import Scoring
import Values

extension ExplanationReport {
    /// The explanation as JSON: the node as in the report of scores, and for a leaf its measures in words.
    package func json(in language: Language) -> String {
        var writer = JSONWriter()
        writer.object { root in
            header.write(to: &root)
            root.key("unit")
            root.object { object in
                object.member("code", unit.unit.code)
                object.member("name", unit.unit.name)
            }
            root.key("criterion")
            node.write(to: &root)
            root.key("parts")
            root.array { list in
                for part in parts { part.write(to: &list) }
            }
            root.key("measures")
            root.array { list in
                for measure in leaf?.measures ?? [] { write(measure, to: &list, in: language) }
            }
        }
        return writer.text
    }

    private func write(_ measure: MeasureExplanation, to list: inout JSONWriter, in language: Language) {
        list.object { object in
            object.member("code", measure.measure.code)
            object.member("kind", measure.measure.rule.kind.rawValue)
            object.member("status", StateWords.name(of: measure.outcome.state))
            object.member("rule", measure.measure.rulePhrase(in: year).text(language))
            if case .scored = measure.outcome.state {
                object.member("calculation", measure.calculation(of: node.criterion.maximum, in: year).text(language))
            }
            object.key("figures")
            object.array { figures in
                for used in measure.distinctFigures {
                    figures.object { entry in
                        entry.member("metric", used.metric.code)
                        entry.member("lastYear", used.isLastYear)
                        if case .value(let value) = used.figure { entry.member("value", value) }
                        if case .ratio(let numerator, let denominator) = used.figure {
                            entry.member("numerator", numerator)
                            entry.member("denominator", denominator)
                        }
                        entry.member("evidence", remarks[used.metric.code]?.evidence)
                        entry.member("explanation", remarks[used.metric.code]?.explanation)
                        if !used.isLastYear, let index = surveyed[used.metric.code] {
                            entry.key("survey")
                            entry.object { index.writeEstimate(to: &$0) }
                        }
                    }
                }
            }
            object.key("nextSteps")
            object.array { steps in
                for step in measure.nextSteps {
                    steps.object { entry in
                        entry.member("needed", measure.measure.phrase(of: step.needed).text(language))
                        entry.member("figure", step.figure)
                        entry.member("numerator", step.numerator)
                        entry.member("points", step.points)
                        entry.member("gain", step.gain)
                    }
                }
            }
        }
    }
}
