import ScoreNumerics
import Scoring
import TestSupport
import Testing
import Values

@Suite("Hostile figures never crash")
struct HostileFigureTests {
    private static let extremes: [Int64] = [
        .max, .min, .max - 1, .min + 1, 0, 1, -1, 1_000_000, -1_000_000, 999_999_999_999_999_989,
    ]

    private func extreme(_ random: inout SeededRandom) -> Figure {
        let (first, second) = (random.pick(Self.extremes), random.pick(Self.extremes))
        return random.chance(50)
            ? .value(FixedDecimal(mantissa: first))
            : .ratio(numerator: FixedDecimal(mantissa: first), denominator: FixedDecimal(mantissa: second))
    }

    @Test("every rule scores and explains the limits of 64 bits", arguments: Draws.seeds(16, of: 40))
    func extremes(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(6000 + seed))
        let stage = random.pick(RoundingPolicy.Stage.allCases)
        let rounding = Rounding(random.pick(Rounding.Mode.allCases), digits: random.int(0...6))
        let tree = RandomTree(&random, fields: 4, digits: rounding.digits)
        let criteria = try tree.compiled(rounding, stage: stage, caps: nil)
        let count = 8
        var (now, before) = (criteria.emptyFigures(unitCount: count), criteria.emptyFigures(unitCount: count))
        for unit in 0..<count {
            for column in criteria.metrics.indices {
                now[unit, column] = extreme(&random)
                before[unit, column] = extreme(&random)
            }
        }
        let units = (0..<count).map { ScoredUnit(code: "\($0)", level: "commune") }
        let table = try criteria.score(
            now, units: units, lastYear: LastYear(figures: before, units: Array(0..<count)))
        for unit in 0..<count {
            let score = table[unit]
            let quantum = try #require(FixedDecimal(exactly: 1))
            for node in score.criteria where node.criterion.leaf?.role == .regular {
                #expect(node.sum.points >= 0 && node.sum.points < node.criterion.maximum + quantum)
                _ = score.explanation(of: node.criterion.code)
            }
            _ = (score.total, score.index, score.coverage, score.classification, score.capAdjustment)
        }
    }

    @Test("the check of a figure bears every figure")
    func faults() throws {
        let metrics = [
            #"{"kind": "points", "direction": "higher", "minimum": -5, "step": 0.25}"#,
            #"{"kind": "count", "direction": "higher"}"#,
            #"{"kind": "count", "direction": "higher", "minimum": -9223372036854, "maximum": 9223372036854}"#,
            #"{"kind": "amount", "direction": "higher"}"#,
            #"{"kind": "percent", "direction": "higher", "ratio": {"numerator": "a", "denominator": "b"}}"#,
        ]
        for text in metrics {
            let leaf = try JSONNode.parse(
                #"{"maximum": 1, "metrics": [\#(text)], "rule": {"kind": "linear", "zeroAt": 0, "fullAt": 10}}"#)
            let set = try SampleEdition.read(SampleEdition.text(leaf: leaf))
            let metric = try #require(set.metrics.first)
            for first in Self.extremes {
                _ = metric.fault(in: .value(FixedDecimal(mantissa: first)))
                for second in Self.extremes {
                    _ = metric.fault(
                        in: .ratio(
                            numerator: FixedDecimal(mantissa: first), denominator: FixedDecimal(mantissa: second)))
                }
            }
        }
    }

    @Test("two thousand leaves of a million points add up")
    func manyPoints() throws {
        let leaf =
            #""maximum": 1000000, "metrics": [{"kind": "percent", "direction": "higher"}], "rule": {"kind": "proportional"}"#
        let nodes = try (1...2000).map { try JSONNode.parse(#"{"code": "\#($0)", \#(leaf)}"#) }
        let criteria = try CompiledCriteria(SampleEdition.read(SampleEdition.text(nodes: nodes)), year: 2025)
        var figures = criteria.emptyFigures(unitCount: 1)
        for column in criteria.metrics.indices { figures[0, column] = .value(FixedDecimal(mantissa: .max)) }
        let score = try criteria.score(figures, units: [ScoredUnit(code: "x", level: "commune")])[0]
        #expect(score.total.points == 2_000_000_000 && score.total.maximum == 2_000_000_000)
        #expect(score.index == 100)
    }

    @Test("a unit outside the table is refused, not read from the next metric")
    func outsideTable() async {
        await #expect(processExitsWith: .failure) {
            let table = FigureTable(metrics: ["a", "b"], unitCount: 1)
            _ = table[1, 0]
        }
    }
}
