import ScoreNumerics
import Scoring
import TestSupport
import Testing
import Values

@Suite("What holds for every what-if")
struct WhatIfPropertyTests {
    /// A unit with one random leaf and random figures.
    private struct Case {
        let scores: ScoreTable
        let trial: WhatIf
        let leaf: ModelLeaf

        func explanation() throws -> LeafExplanation { try #require(scores[0].explanation(of: "1.1")) }
    }

    private func make(_ random: inout SeededRandom) throws -> Case {
        let rounding = Rounding(random.pick(Rounding.Mode.allCases), digits: random.int(1...6))
        let leaf = random.leaf("1.1", digits: rounding.digits)
        let field = #"{"code": "1", "name": "x", "maximum": \#(decimal(leaf.maximum))}"#
        let edition = try JSONNode.parse(
            """
            {"rounding": {"points": {"mode": "\(rounding.mode.rawValue)", "digits": \(rounding.digits),
                                     "stage": "leaf"}, "index": {"mode": "down", "digits": 2}}}
            """)
        let set = try SampleEdition.read(SampleEdition.text(criteria: [field, leaf.json], edition: edition))
        let criteria = try CompiledCriteria(set, year: 2026)
        var figures = criteria.emptyFigures(unitCount: 1)
        var before = figures
        for measure in leaf.measures {
            for code in measure.codes {
                let column = try #require(figures.column(of: code))
                let metric = try #require(set.metrics.first { $0.code == code })
                let drawn = Figure(random.figure(for: measure, maximum: leaf.maximum))
                // Figures that reading would reject are never scored.
                figures[0, column] = metric.fault(in: drawn) == nil ? drawn : .notReported
                before[0, column] = Figure(random.lastYear(for: measure))
            }
        }
        let scores = try criteria.score(
            figures, units: [ScoredUnit(code: "x", level: "commune")],
            lastYear: LastYear(figures: before, units: [0]))
        return Case(scores: scores, trial: WhatIf(scores, unit: 0), leaf: leaf)
    }

    @Test("the figure as it is changes nothing", arguments: Draws.seeds(24, of: 60))
    func sameFigure(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(7000 + seed))
        for _ in 0..<10 {
            let made = try make(&random)
            var changes: [Scenario.Change] = []
            for used in try made.explanation().measures.flatMap(\.figures) where !used.isLastYear {
                let edit: Scenario.Edit
                switch used.figure {
                case .value(let value): edit = .set(value)
                case .ratio(let above, 0): edit = .counts(numerator: above, denominator: 0)
                case .ratio(let above, let below):
                    let shown = try #require(used.figure.exactNumber?.rounded(.finest))
                    edit = random.pick([
                        .set(shown), .add(0), .numerator(above), .addToNumerator(0),
                        .counts(numerator: above, denominator: below),
                    ])
                case .notReported: edit = .status(.notReported)
                case .notApplicable: edit = .status(.notApplicable)
                case .awaited: edit = .status(.awaited)
                case .notPublished: edit = .status(.notPublished)
                }
                if !changes.contains(where: { $0.metric == used.metric.code }) {
                    changes.append(.init(used.metric.code, edit))
                }
            }
            if changes.isEmpty { continue }
            let replay = try made.trial.replay(Scenario(changes: changes))
            #expect(replay.changes.allSatisfy { $0.before == $0.after }, "\(changes)")
            #expect(replay.after.total == replay.before.total)
        }
    }

    @Test("a figure that moves in its better direction never lowers points", arguments: Draws.seeds(24, of: 60))
    func better(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(8000 + seed))
        for _ in 0..<10 {
            let made = try make(&random)
            for measure in try made.explanation().measures {
                guard measure.figures.count == 1, case .scored = measure.outcome.state else { continue }
                let metric = measure.measure.metrics[0]
                let more = FixedDecimal(mantissa: Int64(random.number(0...20)))
                let edit = Scenario.Edit.add(
                    metric.direction == .higher ? more : FixedDecimal(mantissa: -more.mantissa))
                guard let replay = try? made.trial.replay(Scenario(changes: [.init(metric.code, edit)])) else {
                    continue
                }
                #expect(
                    replay.after.total.points >= replay.before.total.points, "\(made.leaf.json): \(replay.changes)")
            }
        }
    }

    @Test("what the next step and the target need earns exactly what was promised", arguments: Draws.seeds(24, of: 60))
    func promises(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(9000 + seed))
        for _ in 0..<10 {
            let made = try make(&random)
            for gap in made.scores[0].gap().leaves.flatMap(\.measures) {
                let metric = gap.explanation.measure.metrics[0]
                for step in gap.explanation.nextSteps {
                    guard let change = step.change(of: metric) else { continue }
                    let replay = try made.trial.replay(Scenario(changes: [change]))
                    #expect(replay.after.criterion(1).points == step.points, "\(made.leaf.json): \(change)")
                }
                guard let gain = gap.targetGain, let distance = gap.distance, let figure = distance.figure else {
                    continue
                }
                let edit = distance.numerator.map { Scenario.Edit.numerator($0) } ?? .set(figure)
                let replay = try made.trial.replay(Scenario(changes: [.init(metric.code, edit)]))
                #expect(replay.after.total.points - replay.before.total.points == gain, "\(made.leaf.json): \(edit)")
                let after = try #require(replay.after.gap().leaves[0].measures.first { $0.measure == metric.code })
                #expect(after.distance?.isMet == true)
            }
        }
    }

    @Test("a scenario that was saved replays to the same number", arguments: Draws.seeds(8, of: 20))
    func savedScenario(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(10_000 + seed))
        for _ in 0..<10 {
            let made = try make(&random)
            let changes = made.scores[0].gap().leaves.flatMap(\.measures).compactMap { gap in
                gap.nextStep?.change(of: gap.explanation.measure.metrics[0])
            }
            guard !changes.isEmpty else { continue }
            let scenario = Scenario(name: "x", changes: changes)
            let document = try JSONDocument(file: "s.json", bytes: Array(scenario.json.utf8))
            let read = try Scenario.read(document).scenario
            #expect(read == scenario)
            #expect(try made.trial.replay(read).after.total == made.trial.replay(scenario).after.total)
        }
    }

    @Test("every value of a sweep is what a replay of it gives", arguments: Draws.seeds(16, of: 40))
    func sweptValues(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(11_000 + seed))
        for _ in 0..<4 {
            let made = try make(&random)
            let measure = random.pick(made.leaf.measures)
            let metric = try #require(made.scores.criteria.set.metrics.first { $0.code == measure.codes[0] })
            let from = metric.minimum ?? -50
            let range = SweepRange(metric: metric.code, from: from, through: metric.maximum ?? (from + 200))
            let explanation = try made.explanation().measures.first { $0.measure.metrics[0].code == metric.code }
            if case .ratio(_, 0)? = explanation?.figures.first?.figure { continue }
            let sweep = try made.trial.sweep(range)
            for _ in 0..<6 {
                let point = random.pick(sweep.points)
                let edit: Scenario.Edit
                switch point.figure {
                case .value(let value): edit = .set(value)
                case .ratio(let above, let below): edit = .counts(numerator: above, denominator: below)
                default: continue
                }
                guard let replay = try? made.trial.replay(Scenario(changes: [.init(metric.code, edit)])) else {
                    // What cannot be scored has no points of its own; other measures of the leaf may.
                    continue
                }
                #expect(replay.after.criterion(1).points == point.points, "\(made.leaf.json): \(point.figure)")
                #expect(replay.after.total.exactIndex == point.index)
            }
        }
    }

    @Test(
        "between two neighbours of a sweep the points of a flat rule do not change", arguments: Draws.seeds(16, of: 40))
    func edgesAreExact(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(12_000 + seed))
        for _ in 0..<10 {
            let made = try make(&random)
            guard made.leaf.measures.count == 1, let explanation = try made.explanation().measures.first,
                case .bands = explanation.measure.rule, case .value = explanation.figures[0].figure
            else { continue }
            let metric = explanation.measure.metrics[0]
            let sweep = try made.trial.sweep(
                SweepRange(metric: metric.code, from: metric.minimum ?? 0, through: metric.maximum ?? 100))
            #expect(sweep.hasExactBreaks)
            for (left, right) in zip(sweep.points, sweep.points.dropFirst()) where left.points != right.points {
                #expect(left.isBreak && right.isBreak, "\(made.leaf.json): \(left.figure), \(right.figure)")
            }
        }
    }
}

extension MeasureGap {
    fileprivate var measure: String { explanation.measure.metrics[0].code }
}
