import ScoreNumerics
import Scoring
import TestSupport
import Testing
import Values

/// The compiled form compared with a slow evaluator written from `docs/rules.md` alone, with arithmetic of its own.
@Suite("The compiled form equals a naive reading of the rules")
struct CompiledAgainstModelTests {
    private static let leavesPerEdition = 100

    @Test("ten thousand random rules, three units each", arguments: Draws.seeds(40, of: 100))
    func randomRules(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let mode = random.pick(Rounding.Mode.allCases)
        let stage = random.pick(["leaf", "leaf", "field", "total"])
        let digits = random.int(0...6)
        let leaves = (1...Self.leavesPerEdition).map { random.leaf("1.\($0)", digits: digits, byGroup: true) }
        let edition = try JSONNode.parse(
            """
            {"rounding": {"points": {"mode": "\(mode.rawValue)", "digits": \(digits), "stage": "\(stage)"},
                          "index": {"mode": "down", "digits": 2}}}
            """)
        let field = #"{"code": "1", "name": "x", "maximum": \#(decimal(leaves.reduce(0) { $0 + $1.maximum }))}"#
        let text = try SampleEdition.text(criteria: [field] + leaves.map(\.json), edition: edition)
        let set: CriteriaSet
        do {
            set = try SampleEdition.read(text)
        } catch let error as FindingsError {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let finding = try #require(error.findings.first)
            Issue.record(
                "seed \(seed): \(finding.code) \(finding.details) in \(lines[(finding.location.line ?? 1) - 1])")
            return
        }
        let criteria = try CompiledCriteria(set, year: 2026)
        try compare(leaves, criteria, &random) { leaf, figures, before, ofGroup in
            leaf.outcome(
                figures: figures, before: before, ofGroup: ofGroup, mode: stage == "leaf" ? mode : .halfAwayFromZero,
                digits: stage == "leaf" ? digits : 6)
        }
    }

    private func compare(
        _ leaves: [ModelLeaf], _ criteria: CompiledCriteria, _ random: inout SeededRandom,
        expected: (ModelLeaf, [String: ModelFigure], [String: ModelFigure], _ ofGroup: Bool) -> ModelOutcome
    ) throws {
        let units = (0..<3).map {
            ScoredUnit(
                code: "\($0)", level: $0 == 1 ? "department" : "commune", group: $0 == 2 ? "mien-nui" : "dong-bang")
        }
        var (now, last) = (criteria.emptyFigures(unitCount: 3), criteria.emptyFigures(unitCount: 3))
        var figures = Array(repeating: [String: ModelFigure](), count: 3)
        var before = figures
        for unit in 0..<3 {
            for leaf in leaves {
                for measure in leaf.measures {
                    for code in measure.codes {
                        let column = try #require(now.column(of: code))
                        let figure = random.figure(for: measure, maximum: leaf.maximum)
                        let earlier = random.lastYear(for: measure)
                        (figures[unit][code], before[unit][code]) = (figure, earlier)
                        now[unit, column] = Figure(figure)
                        last[unit, column] = Figure(earlier)
                    }
                }
            }
        }
        let table = try criteria.score(now, units: units, lastYear: LastYear(figures: last, units: [0, 1, 2]))
        for unit in 0..<3 {
            for (score, leaf) in zip(table[unit].criteria.dropFirst(), leaves) {
                let model = expected(leaf, figures[unit], before[unit], unit == 2)
                let got = ModelOutcome(
                    status: score.status.map { "\($0)" } ?? "?", points: score.points.map { Int($0.mantissa) },
                    maximum: Int(score.sum.maximum.mantissa), scoredMaximum: Int(score.sum.scoredMaximum.mantissa))
                guard !matches(got, model) else { continue }
                let read = leaf.measures.flatMap(\.codes).map {
                    "\($0) = \(figures[unit][$0].map { "\($0)" } ?? "-") (\(before[unit][$0].map { "\($0)" } ?? "-"))"
                }
                Issue.record("expected \(model), got \(got) with \(read.joined(separator: ", ")) in \(leaf.json)")
            }
        }
    }

    /// A leaf worth no points that does not apply shows none, whichever convention it has.
    private func matches(_ got: ModelOutcome, _ model: ModelOutcome) -> Bool {
        var model = model
        if model.status == "notApplicable", model.maximum == 0 { model.points = nil }
        return got == model
    }
}
