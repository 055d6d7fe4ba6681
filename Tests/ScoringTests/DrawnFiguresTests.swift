import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Where drawn figures move nothing but their own leaves, only these are scored again. Scored as a whole, everything must
/// agree to the last digit.
@Suite struct DrawnFiguresTests {
    private func table(
        _ tree: RandomTree, _ rounding: Rounding, more: String, _ random: inout SeededRandom
    ) throws -> ScoreTable {
        let criteria = try tree.compiled(rounding, stage: .leaf, caps: nil, more: more)
        let units = (0..<5).map { ScoredUnit(code: "\($0)", level: $0 < 4 ? "commune" : "department") }
        let scores = try criteria.score(tree.figures(criteria, units: 5, &random), units: units)
        var given: [GivenPoints] = []
        for node in criteria.set.criteria.indices where random.chance(10) {
            let points = criteria.set.givenRange(of: node).upperBound
            given.append(GivenPoints(unit: random.int(0...4), node: node, stage: 0, points: points))
        }
        return scores.points(at: random.chance(50) ? 0 : nil, given: given)
    }

    @Test(arguments: Draws.seeds(20, of: 60))
    func partsAndWholesAgree(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(52_000 + seed))
        let rounding = Rounding(random.pick(Rounding.Mode.allCases), digits: random.int(0...6))
        let tree = RandomTree(&random, fields: random.int(1...3), digits: rounding.digits)
        // Limits that no total reaches, and those that some may.
        let limits = ["", #", "totalCap": 1000000"#, #", "totalFloor": 1, "totalCap": 4"#]
        let scores = try table(tree, rounding, more: random.pick(limits), &random)
        let set = scores.criteria.set
        let subject: Ranking.Subject = random.chance(60) ? .total : .node(random.int(0...set.criteria.count - 1))
        var errors = MetricErrors()
        errors.sharesPeople = random.chance(50)
        for metric in set.metrics where metric.kind == .percent && random.chance(60) {
            for unit in 0..<5 where random.chance(70) { errors[unit, metric.code] = Double(random.int(0...20)) / 2 }
        }
        agree(scores, by: subject, errors, seed: UInt64(random.int(1...1_000)))
    }

    private func agree(_ scores: ScoreTable, by subject: Ranking.Subject, _ errors: MetricErrors, seed: UInt64) {
        func simulation(isWhole: Bool) -> RankSimulation {
            RankSimulation(
                Ranking(scores, by: subject), scores, errors: errors, draws: 40, seed: seed, isWhole: isWhole)
        }
        let (one, other) = (simulation(isWhole: false), simulation(isWhole: true))
        #expect(one.units == other.units && one.means == other.means && one.deviations == other.deviations)
        #expect(one.sharesAheadOfNext == other.sharesAheadOfNext)
        for unit in one.units.indices {
            #expect(one.shares(of: unit) == other.shares(of: unit))
            #expect(one.shares(among: unit + 1) == other.shares(among: unit + 1))
        }
        for unit in one.units.indices.dropLast() {
            #expect(one.share(of: unit, aheadOf: unit + 1) == one.shares(of: unit)[unit + 1])
        }
    }

    /// A survey beside a rule against peers, a condition and capped bonus points: with errors
    /// of the survey alone, and of one of the others too.
    @Test(arguments: [[], ["2"], ["3"], ["4"], ["5"], ["6"]], [nil, "2"])
    func whatOtherLeavesDependOnIsScoredAgain(drawn: [String], field: String?) throws {
        func leaf(_ code: String, _ maximum: Int, _ kind: String, _ rule: String, _ more: String = "") -> String {
            let ratio = kind == "percent" ? #", "ratio": {"numerator": "x", "denominator": "y"}"# : ""
            return #"""
                {"code": "\#(code)", "name": "x", "maximum": \#(maximum), "source": {"row": "1"}, "levels": ["xa"],
                 "metrics": [{"name": "x", "kind": "\#(kind)", "direction": "higher"\#(ratio)\#(more)}], "rule": \#(rule)
                """#
        }
        let proportional = #"{"kind": "proportional"}"#
        let nodes = [
            leaf("1", 10, "percent", #"{"kind": "surveyShare"}"#) + "}",
            leaf("2", 5, "percent", #"{"kind": "relative", "against": "mean", "among": "all"}"#) + "}",
            leaf("3", 5, "percent", proportional) + "}",
            leaf("4", 5, "percent", proportional)
                + #", "requires": {"criterion": "3", "atLeast": 60, "otherwise": {"share": 20}}}"#,
            leaf("5", 0, "count", #"{"kind": "bonus", "each": {"points": 1}, "cap": {"points": 3}}"#) + "}",
            leaf("6", 5, "percent", proportional) + "}",
        ]
        let text = """
            {"format": 1, "set": "x", "edition": "1", "name": "x", "source": {"document": "x"},
             "years": {"from": 2026, "to": 2026}, "levels": [{"code": "xa", "name": "Xã"}],
             "points": {"basis": "decreed", "source": {"document": "x"}},
             "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "leaf"},
                          "index": {"mode": "halfAwayFromZero", "digits": 2}},
             "ranking": {"ties": "standard", "minimumCoverage": 0, "tieBreakers": []},
             "bonusCap": 2, "totalCap": 100, "totalFloor": 0, "criteria": [\(nodes.joined(separator: ", "))]}
            """
        let set = try CriteriaSet(reading: JSONDocument(file: "x.json", bytes: Array(text.utf8)))
        let compiled = try CompiledCriteria(set, year: 2026)
        let subject = field.flatMap { set.index(of: $0) }.map { Ranking.Subject.node($0) } ?? .total
        var random = SeededRandom(seed: 77)
        let rows = (0..<6).map { _ in
            set.metrics.map {
                FixedDecimal(mantissa: Int64($0.kind == .count ? random.int(0...3) : random.int(30...90)) * 1_000_000)
            }
        }
        func scores(_ order: [Int]) throws -> ScoreTable {
            var figures = compiled.emptyFigures(unitCount: 6)
            for (unit, row) in order.enumerated() {
                for column in rows[row].indices { figures[unit, column] = .value(rows[row][column]) }
            }
            return try compiled.score(figures, units: (0..<6).map { ScoredUnit(code: "\($0)", level: "xa") })
        }
        // Where all units are drawn together they are drawn in their own order: here that of their places.
        let order = Ranking(try scores(Array(0..<6)), by: subject).places.map(\.unit)
        var errors = MetricErrors()
        for unit in 0..<6 {
            for metric in set.metrics where metric.code == "1" || drawn.contains(metric.code) {
                errors[unit, metric.code] = 6
            }
        }
        let ranked = try scores(order)
        agree(ranked, by: subject, errors, seed: 5)
    }
}
