import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Whatever legal values the missing figures of any units turn out to have, every unit stays within the range of places
/// that was shown before; on random editions, figures, given points and subjects.
@Suite struct ReachPropertyTests {
    private struct Sample {
        let scores: ScoreTable
        let given: [GivenPoints]
        let stage: Int?

        init(_ criteria: CompiledCriteria, _ figures: FigureTable, _ random: inout SeededRandom) throws {
            let units = (0..<figures.unitCount).map {
                ScoredUnit(code: "u\($0)", level: random.chance(80) ? "commune" : "department")
            }
            let computed = try criteria.score(figures, units: units)
            var given: [GivenPoints] = []
            let isGiven = random.chance(50)
            for node in criteria.set.criteria.indices {
                for unit in units.indices where isGiven && random.chance(8) {
                    let range = criteria.set.givenRange(of: node)
                    let width = range.upperBound.mantissa - range.lowerBound.mantissa
                    let points = range.lowerBound.mantissa + (width == 0 ? 0 : Int64(random.below(UInt64(width) + 1)))
                    given.append(
                        GivenPoints(unit: unit, node: node, stage: 0, points: FixedDecimal(mantissa: points)))
                }
            }
            self.given = given
            stage = given.isEmpty ? nil : 0
            scores = computed.points(at: stage, given: given)
        }

        func scored(_ figures: FigureTable) throws -> ScoreTable {
            try scores.criteria.score(figures, units: scores.units).points(at: stage, given: given)
        }
    }

    /// Fills missing figures and compares places with the ranges shown before.
    private func check(
        _ sample: Sample, _ figures: FigureTable, _ random: inout SeededRandom, fills: Int,
        _ figure: (Int, inout SeededRandom) -> Figure
    ) throws {
        let (scores, set) = (sample.scores, sample.scores.criteria.set)
        let reach = ReachableScores(scores)
        let nodes = (0..<3).map { _ in Ranking.Subject.node(random.int(0...set.criteria.count - 1)) }
        let ties = random.pick(RankingPolicy.Ties.allCases)
        let shown = ([.total] + nodes).map { subject -> (Ranking, ReachablePlaces) in
            let ranking = Ranking(scores, by: subject, ties: ties)
            return (ranking, ReachablePlaces(ranking, scores, reach: reach))
        }
        for (ranking, places) in shown {
            for place in ranking.places {
                let range = try #require(places.interval(of: place.unit))
                #expect(range.lower <= place.rank && place.rank <= range.upper)
            }
        }
        for _ in 0..<fills {
            var filled = figures
            let share = random.pick([30, 70, 100])
            for unit in scores.units.indices where random.chance(70) {
                for (column, metric) in set.metrics.enumerated() {
                    switch figures[unit, column] {
                    case .value, .ratio, .notApplicable: continue
                    case .notReported, .awaited, .notPublished: break
                    }
                    guard random.chance(share) else { continue }
                    let drawn = figure(column, &random)
                    if metric.fault(in: drawn) == nil { filled[unit, column] = drawn }
                }
            }
            let after = try sample.scored(filled)
            for (ranking, places) in shown {
                for place in Ranking(after, by: ranking.subject, ties: ties).places {
                    guard let range = places.interval(of: place.unit) else {
                        Issue.record("\(ranking.subject): a place for a unit that was said to get none")
                        continue
                    }
                    #expect(
                        range.lower <= place.rank && place.rank <= range.upper,
                        "\(ranking.subject), unit \(place.unit): \(place.rank.decimal)")
                }
            }
        }
    }

    private func tree(_ seed: Int, _ stage: RoundingPolicy.Stage) throws {
        var random = SeededRandom(seed: UInt64(50_000 + seed))
        let rounding = Rounding(random.pick(Rounding.Mode.allCases), digits: random.int(0...4))
        let tree = RandomTree(&random, fields: random.int(1...4), digits: rounding.digits)
        let caps = random.chance(50) ? (random.int(0...3_000_000), random.int(0...3_000_000)) : nil
        let breakers = random.chance(40) ? #""1""# : ""
        let limits =
            random.chance(30)
            ? #", "totalCap": \#(random.int(5...20)), "totalFloor": \#(random.int(-2...1))"# : ""
        let more = """
            , "ranking": {"ties": "standard", "minimumCoverage": \(random.pick([0, 50, 80])), \
            "tieBreakers": [\(breakers)]}\(limits)
            """
        let criteria = try tree.compiled(rounding, stage: stage, caps: caps, more: more)
        let measures = tree.leaves.flatMap { leaf in
            leaf.measures.flatMap { measure in measure.codes.map { _ in (measure, leaf.maximum) } }
        }
        var figures = tree.figures(criteria, units: random.int(2...7), &random)
        let missing = random.pick([5, 20, 50])
        for (column, metric) in criteria.set.metrics.enumerated() {
            for unit in 0..<figures.unitCount
            where random.chance(missing) || metric.fault(in: figures[unit, column]) != nil {
                figures[unit, column] = random.pick([.notReported, .awaited, .notPublished])
            }
        }
        let sample = try Sample(criteria, figures, &random)
        let columns = criteria.metrics.map { code in
            measures[tree.leaves.flatMap { $0.measures.flatMap(\.codes) }.firstIndex(of: code) ?? 0]
        }
        try check(sample, figures, &random, fills: 12) { column, random in
            Figure(random.figure(for: columns[column].0, maximum: columns[column].1))
        }
    }

    @Test("all rules, caps and limits", arguments: Draws.seeds(40, of: 120), RoundingPolicy.Stage.allCases)
    func rules(seed: Int, stage: RoundingPolicy.Stage) throws { try tree(seed, stage) }

    /// Fields of percentages that may be left out, shared out, or get all or none at 0 ÷ 0, with bonus points beside.
    private func conventions(_ seed: Int, _ stage: RoundingPolicy.Stage, areLinked: Bool = false) throws {
        var random = SeededRandom(seed: UInt64((areLinked ? 66_000 : 60_000) + seed))
        var earlier: [String] = []
        let codes = (1...random.int(1...3)).map { field in (1...random.int(1...4)).map { "\(field).\($0)" } }
        var criteria: [String] = []
        for (field, codes) in codes.enumerated() {
            let maxima = codes.map { _ in random.pick([1, 2, 5, 10]) }
            let whole = maxima.reduce(0, +)
            criteria.append(#"{"code": "\#(field + 1)", "name": "x", "maximum": \#(whole)}"#)
            for (code, maximum) in zip(codes, maxima) {
                let others = codes.filter { $0 != code && random.chance(50) }
                let convention = random.pick(Settlement.allCases.filter { $0 != .shareOut || !others.isEmpty })
                let siblings = others.map { "\"\($0)\"" }.joined(separator: ", ")
                let zero = """
                    , "zeroDenominator": {"convention": "\(convention.rawValue)"\
                    \(convention == .shareOut ? #", "siblings": [\#(siblings)]"# : "")}
                    """
                let claimed = random.pick(["", #", "notApplicable": {"convention": "leaveOut"}"#])
                let metric =
                    #"{"name": "x", "kind": "percent", "direction": "higher", "#
                    + #""ratio": {"numerator": "a", "denominator": "b"}"#
                var (metrics, rule) = (metric + zero + "}", #"{"kind": "proportional"}"#)
                if random.chance(25) {
                    metrics +=
                        #", {"code": "\#(code).b", "# + metric.dropFirst()
                        + #", "zeroDenominator": {"convention": "leaveOut"}}"#
                    rule =
                        #"{"kind": "formula", "figures": {"a": "\#(code)", "b": "\#(code).b"}, "#
                        + #""points": "maximum * (a + b) / 200"}"#
                }
                var condition = ""
                if areLinked, !earlier.isEmpty, random.chance(50) {
                    condition =
                        #", "requires": {"criterion": "\#(random.pick(earlier))", "atLeast": \#(random.pick([50, 100])), "#
                        + #""otherwise": {"share": \#(random.pick([0, 0, 50]))}}"#
                }
                earlier.append(code)
                criteria.append(
                    #"{"code": "\#(code)", "name": "x", "maximum": \#(maximum), "source": {"row": "1"}, "#
                        + #""levels": ["commune", "department"], "metrics": [\#(metrics)], "rule": \#(rule)\#(claimed)"#
                        + condition + "}")
            }
        }
        let kind = random.pick(["bonus", "penalty"])
        criteria += [
            #"{"code": "9", "name": "x", "maximum": 0}"#,
            #"{"code": "9.1", "name": "x", "maximum": 0, "source": {"row": "1"}, "levels": ["commune", "department"], "#
                + #""metrics": [{"name": "x", "kind": "count", "direction": "\#(kind == "bonus" ? "higher" : "lower")"}], "#
                + #""rule": {"kind": "\#(kind)", "each": 1, "cap": 3}, "notApplicable": {"convention": "leaveOut"}}"#,
        ]
        let rounding = Rounding(random.pick(Rounding.Mode.allCases), digits: random.int(0...3))
        let limits = random.chance(30) ? #", "totalCap": \#(random.int(1...20)), "totalFloor": 0"# : ""
        let edition = try JSONNode.parse(
            """
            {"rounding": {"points": {"mode": "\(rounding.mode.rawValue)", "digits": \(rounding.digits),
             "stage": "\(stage.rawValue)"}, "index": {"mode": "down", "digits": 2}},
             "ranking": {"ties": "standard", "minimumCoverage": \(random.pick([0, 50])),
             "tieBreakers": [\(random.pick(["", "\"1\""]))]}\(limits)}
            """)
        let set = try SampleEdition.read(SampleEdition.text(criteria: criteria, edition: edition))
        let compiled = try CompiledCriteria(set, year: 2026)
        func figure(_ column: Int, _ random: inout SeededRandom) -> Figure {
            if set.metrics[column].kind == .count {
                return random.chance(10) ? .notApplicable : .value(random.pick([0, 1, 5]))
            }
            switch random.int(1...10) {
            case 1...4: return .ratio(numerator: 0, denominator: 0)
            case 5: return .notApplicable
            case 6: return .ratio(numerator: 0, denominator: 7)
            case 7: return .ratio(numerator: 7, denominator: 7)
            default: return .ratio(numerator: random.pick([1, 2, 3, 5]), denominator: 7)
            }
        }
        var figures = compiled.emptyFigures(unitCount: random.int(2...5))
        let missing = random.pick([10, 30, 60])
        for column in set.metrics.indices {
            for unit in 0..<figures.unitCount {
                figures[unit, column] = random.chance(missing) ? .notReported : figure(column, &random)
            }
        }
        let sample = try Sample(compiled, figures, &random)
        try check(sample, figures, &random, fills: 20, figure)
    }

    @Test("what may be left out or shared out", arguments: Draws.seeds(80, of: 250), RoundingPolicy.Stage.allCases)
    func leftOut(seed: Int, stage: RoundingPolicy.Stage) throws { try conventions(seed, stage) }

    @Test(
        "what may be left out, and holds others back or is held back", arguments: Draws.seeds(35, of: 100),
        RoundingPolicy.Stage.allCases
    )
    func heldBack(seed: Int, stage: RoundingPolicy.Stage) throws { try conventions(seed, stage, areLinked: true) }

    @Test("without rounding, limits and parts left out, ranges are the places of none and all", arguments: 0..<60)
    func exact(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(70_000 + seed))
        for _ in 0..<3 {
            var sample = PlaceSample(&random)
            while sample.groups.count > 5 { sample = PlaceSample(&random) }
            let scores = try sample.scores()
            let reach = ReachableScores(scores)
            let group = scores.units.indices.filter { scores.units[$0].group == scores.units[0].group }
            let ranking = Ranking(scores, units: group)
            let places = ReachablePlaces(ranking, scores, reach: reach)
            // Every unit stays as it is, gets none, or gets all of what is missing.
            var seen: [Int: (least: Int, most: Int)] = [:]
            for code in 0..<(0..<group.count).reduce(1, { product, _ in product * 3 }) {
                var (other, rest) = (sample, code)
                for unit in group {
                    let choice = [nil, 0, 100][rest % 3]
                    rest /= 3
                    for leaf in 0..<3 where sample.applies(leaf, to: unit) {
                        other.figures[unit][leaf] = sample.figures[unit][leaf] ?? choice
                    }
                }
                for unit in group {
                    guard let place = other.model.place(of: unit)?.halves else { continue }
                    let before = seen[unit] ?? (place, place)
                    seen[unit] = (min(before.least, place), max(before.most, place))
                }
            }
            for unit in group {
                let (range, found) = (places.interval(of: unit), seen[unit])
                #expect((range == nil) == (found == nil))
                guard let range, let found else { continue }
                #expect(range.lower.halves <= found.least && found.most <= range.upper.halves)
                // How many equal ones share a place, and what a unit that comes in has at least, is not worked out.
                if sample.ties == .dense || ranking.place(of: unit) == nil { continue }
                #expect(range == RankInterval(Rank(halves: found.least), Rank(halves: found.most)))
            }
        }
    }
}
