import Scoring
import Testing
import Values

/// One case of a worked example, and how its results are described.
struct ExampleCase {
    let node: JSONNode

    /// Every expectation that the engine does not meet: expected and actual.
    func differences(_ compiled: [Int: CompiledCriteria]) throws -> [String] {
        let criteria = try #require(compiled[node["year"]?.integer ?? 2026])
        let all = [node] + (node["peers"]?.elements ?? [])
        let units = all.enumerated().map { position, node in
            ScoredUnit(
                code: position == 0 ? "x" : "p\(position)", level: node["level"]?.text ?? "commune",
                group: node["group"]?.text, parent: node["parent"]?.text)
        }
        // A new unit is one whose last year is known not to be.
        let isNew = node["isNew"] != nil
        let before = isNew ? try JSONNode.parse("{}") : node["lastYear"]
        let lastYear = try before.map {
            LastYear(figures: try table([$0], criteria), units: units.indices.map { !isNew && $0 == 0 ? 0 : nil })
        }
        let scores = try criteria.score(
            try table(all.map { $0["figures"] }, criteria), units: units, lastYear: lastYear)
        let score = scores[0]
        var differences: [String] = []
        func check(_ key: String, _ expected: String, _ got: String) {
            if expected != got { differences.append("\(key): expected \(expected), got \(got)") }
        }
        for member in node.members {
            let expected = member.value
            switch member.key {
            case "name", "figures", "lastYear", "year", "level", "group", "parent", "peers", "why", "isNew": break
            case "index": check("index", expected.rendered, words(score.index))
            case "coverage": check("coverage", expected.rendered, words(score.coverage))
            case "total":
                for part in expected.members {
                    check("total.\(part.key)", part.value.rendered, try words(score.total, part.key))
                }
            case "nodes":
                for part in expected.members {
                    let index = try #require(criteria.set.index(of: part.key), "no node \(part.key)")
                    check(part.key, part.value.rendered, words(score.criterion(index).points))
                }
            case "class": check("class", expected.rendered, words(score.classification?.unitClass?.code))
            case "byIndex": check("byIndex", expected.rendered, words(score.classification?.byIndex?.code))
            case "fault":
                check("fault", expected.text ?? "null", scores.issues.first.map { "\($0.fault)" } ?? "null")
            default:
                let got = try leafWords(member.key, expected, score)
                check(member.key, expected.text ?? expected.rendered, got)
            }
        }
        // A leaf is described in one way, whichever of the two ways of scoring computed it.
        let leaf = try #require(criteria.set.criteria.firstIndex { $0.leaf != nil })
        let outcome = try #require(score.outcome(ofLeaf: leaf))
        check("outcome.points", words(score.criterion(leaf).points), words(outcome.points))
        check("outcome.status", words(score.criterion(leaf).status.map { "\($0)" }), words("\(outcome.status)"))
        return differences
    }

    private func table(_ figures: [JSONNode?], _ criteria: CompiledCriteria) throws -> FigureTable {
        var table = criteria.emptyFigures(unitCount: figures.count)
        for (unit, figures) in figures.enumerated() {
            for member in figures?.members ?? [] {
                let column = try #require(table.column(of: member.key), "no metric \(member.key)")
                table[unit, column] = try Figure(example: member.value)
            }
        }
        return table
    }

    /// The actual result for a key that concerns the first leaf.
    private func leafWords(_ key: String, _ expected: JSONNode, _ score: UnitScore) throws -> String {
        let leaf = try #require(score.criteria.first { $0.status != nil })
        let explanation = try #require(score.explanation(of: leaf.criterion.code))
        let measure = try #require(explanation.measures.first)
        switch key {
        case "points": return words(leaf.points)
        case "maximum": return words(leaf.sum.maximum)
        case "scoredMaximum": return words(leaf.sum.scoredMaximum)
        case "status": return leaf.status.map { "\($0)" } ?? "null"
        case "states": return Self.list(explanation.outcome.measures.map { words("\($0.state)") })
        case "quantity": return measure.outcome.quantity.map(words) ?? "null"
        case "reached": return measure.reached.map(words) ?? "null"
        case "targetMet": return measure.isTargetMet.map { "\($0)" } ?? "null"
        case "peersWithLeast": return Self.list((measure.comparison?.unitsWithLeast ?? []).map(JSONWriter.quoted))
        case "peersWithGreatest": return Self.list((measure.comparison?.unitsWithGreatest ?? []).map(JSONWriter.quoted))
        case "missingPeers": return words((measure.comparison?.missing).flatMap { FixedDecimal(exactly: $0) })
        case "next": return steps(measure.nextSteps, expected)
        case "nextSteps":
            return Self.list(zip(explanation.measures, expected.elements).map { steps($0.nextSteps, $1) })
        default: throw ExampleError(text: "unknown key \(key)")
        }
    }

    /// The next steps with the keys that the expectation names: one, a list of several, or null.
    private func steps(_ steps: [NextStep], _ expected: JSONNode?) -> String {
        let keys = (expected?.members ?? expected?.elements.first?.members ?? []).map(\.key)
        let firstKeys = keys.isEmpty ? (expected?.elements.first?.members ?? []).map(\.key) : keys
        let told = steps.map { step in
            let members = firstKeys.map { key in
                let value =
                    switch key {
                    case "needed": words(words(step.needed))
                    case "figure": words(step.figure)
                    case "numerator": words(step.numerator)
                    case "points": words(step.points)
                    case "gain": words(step.gain)
                    default: "unknown key"
                    }
                return "\"\(key)\": \(value)"
            }
            return "{" + members.joined(separator: ", ") + "}"
        }
        return told.isEmpty ? "null" : told.count == 1 ? told[0] : Self.list(told)
    }

    private static func list(_ parts: [String]) -> String { "[" + parts.joined(separator: ", ") + "]" }

    private func words(_ tally: PointSum, _ key: String) throws -> String {
        switch key {
        case "points": return words(tally.points)
        case "maximum": return words(tally.maximum)
        case "scoredMaximum": return words(tally.scoredMaximum)
        default: throw ExampleError(text: "unknown key \(key)")
        }
    }

    private func words(_ number: FixedDecimal?) -> String { number?.description ?? "null" }
    private func words(_ text: String?) -> String { text.map(JSONWriter.quoted) ?? "null" }
    private func words(_ ratio: ExactRatio) -> String {
        ratio.exactDecimal?.description ?? "\(ratio.numerator)/\(ratio.denominator)"
    }
    private func words(_ limit: Limit) -> String { "\(limit.comparison.rawValue) \(words(limit.value))" }
    private func words(_ reach: Reach) -> String {
        let parts = [reach.lower.map(words) ?? "", "…", reach.upper.map(words) ?? ""]
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
