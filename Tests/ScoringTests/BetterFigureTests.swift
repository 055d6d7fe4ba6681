import ScoreNumerics
import Scoring
import TestSupport
import Testing
import Values

@Suite("A better figure never costs points, and next steps keep their word")
struct BetterFigureTests {
    /// A single leaf in an edition, with one of its measures' figures increasing from unit to unit.
    private struct Ladder {
        let criteria: CompiledCriteria
        let table: ScoreTable
        let measure: ModelMeasure
        let values: [Int]
        let figures: FigureTable
        let lastYear: LastYear
    }

    private func ladder(_ random: inout SeededRandom) throws -> Ladder? {
        let rounding = Rounding(random.pick(Rounding.Mode.allCases), digits: random.int(1...6))
        let leaf = random.leaf("1.1", digits: rounding.digits)
        let candidates = leaf.measures.filter { measure in
            if case .formula = measure.rule { return false }
            return measure.rule.figureCount == 1
        }
        guard let measure = candidates.first else { return nil }
        let field = #"{"code": "1", "name": "x", "maximum": \#(decimal(leaf.maximum))}"#
        let edition = try JSONNode.parse(
            """
            {"rounding": {"points": {"mode": "\(rounding.mode.rawValue)", "digits": \(rounding.digits),
                                     "stage": "leaf"}, "index": {"mode": "down", "digits": 2}}}
            """)
        let set = try SampleEdition.read(SampleEdition.text(criteria: [field, leaf.json], edition: edition))
        let criteria = try CompiledCriteria(set, year: 2026)
        let marks = measure.marks + [0, 1_000_000, leaf.maximum]
        var values = Set(marks + marks.map { $0 + 1 } + marks.map { $0 - 1 })
        while values.count < 20 { values.insert(random.int(-60_000_000...210_000_000)) }
        if case .freeValue = measure.rule { values = values.filter { (0...leaf.maximum).contains($0) } }
        if case .yesNo = measure.rule { values = [0, 1_000_000] }
        if case .task = measure.rule { values = [0, 1_000_000, 2_000_000] }
        let sorted = values.sorted()
        var figures = criteria.emptyFigures(unitCount: sorted.count)
        var before = figures
        for other in leaf.measures {
            for code in other.codes {
                let column = try #require(figures.column(of: code))
                let fixed = Figure(random.figure(for: other, maximum: leaf.maximum))
                for unit in sorted.indices {
                    let isMoved = code == measure.codes[0]
                    figures[unit, column] = isMoved ? Figure(.value(sorted[unit])) : fixed
                    before[unit, column] = .value(50)
                }
            }
        }
        let lastYear = LastYear(figures: before, units: Array(sorted.indices))
        let units = sorted.map { ScoredUnit(code: "\($0)", level: "commune") }
        let table = try criteria.score(figures, units: units, lastYear: lastYear)
        return Ladder(
            criteria: criteria, table: table, measure: measure, values: sorted, figures: figures, lastYear: lastYear)
    }

    @Test("points follow the figure in its better direction", arguments: Draws.seeds(24, of: 60))
    func monotone(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(4000 + seed))
        for _ in 0..<10 {
            guard let ladder = try ladder(&random) else { continue }
            var points = try ladder.values.indices.map { try #require(ladder.table[$0].criterion(1).points) }
            if ladder.measure.rule.isLowerBetter { points.reverse() }
            #expect(points == points.sorted(), "\(ladder.measure.rule): \(points)")
        }
    }

    @Test(
        "the figure of a next step lies in the domain and earns the points that were told",
        arguments: Draws.seeds(24, of: 60))
    func nextSteps(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(5000 + seed))
        for _ in 0..<4 {
            guard let ladder = try ladder(&random) else { continue }
            let column = try #require(ladder.figures.column(of: ladder.measure.codes[0]))
            for unit in ladder.values.indices {
                let explanation = try #require(ladder.table[unit].explanation(of: "1.1"))
                let measures = explanation.measures.filter { $0.measure.metrics[0].code == ladder.measure.codes[0] }
                let steps = measures.flatMap(\.nextSteps)
                var last = explanation.outcome.points ?? 0
                for step in steps {
                    #expect(step.points > last && step.gain == step.points - (explanation.outcome.points ?? 0))
                    last = step.points
                    guard let figure = step.figure else { continue }
                    #expect(measures[0].measure.metrics[0].fault(in: .value(figure)) == nil)
                    var figures = ladder.figures
                    figures[unit, column] = .value(figure)
                    let after = try ladder.criteria.score(
                        figures, units: ladder.table.units, lastYear: ladder.lastYear)
                    #expect(
                        after[unit].criterion(1).points == step.points,
                        "\(ladder.measure.rule) at \(ladder.values[unit]): \(step)")
                }
            }
        }
    }
}
