import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Next steps of measures against others: while the others' figures stay, the slow evaluation of every rule gives what a step
/// promises, and one step of the metric less gives no gain at all before the first, and no more than the last.
@Suite struct PeerStepTests {
    @Test("steps are what scoring anew gives, and none is missed", arguments: Draws.seeds(16, of: 40))
    func steps(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(90_000 + seed))
        let sample = try RelativeSample(&random, leaves: 6, units: random.int(2...9))
        let scores = try sample.scores()
        for unit in sample.units.indices {
            for (leaf, described) in sample.leaves.enumerated() {
                guard let now = try sample.points(of: leaf, unit: unit), let own = sample.figures[unit][leaf] else {
                    continue
                }
                let explanation = try #require(scores[unit].explanation(of: described.code))
                let steps = explanation.measures[0].nextSteps
                func points(at figure: Int) throws -> Int {
                    var changed = sample
                    changed.set(figure, unit: unit, leaf: leaf)
                    return try #require(try changed.points(of: leaf, unit: unit))
                }
                let size = Int(explanation.measures[0].measure.metrics[0].step.mantissa)
                let towards = described.isHigher ? size : -size
                for step in steps {
                    let figure = Int(try #require(step.figure).mantissa)
                    #expect((figure - own) * towards > 0)
                    #expect(try points(at: figure) == Int(step.points.mantissa), "\(described.json) \(own) → \(figure)")
                    #expect(Int(step.gain.mantissa) == Int(step.points.mantissa) - now)
                    let before = figure - towards
                    if (before - own) * towards > 0 { #expect(try points(at: before) <= Int(step.points.mantissa)) }
                }
                let isStepped = described.against == .rank || (described.isReference && described.isMetAt != nil)
                if isStepped, let first = steps.first {
                    let before = Int(try #require(first.figure).mantissa) - towards
                    if (before - own) * towards > 0 { #expect(try points(at: before) == now, "\(described.json)") }
                }
                // Without a step, not even the best of all figures earns more.
                if steps.isEmpty, described.against != .z || !described.isHigher {
                    let others = sample.figures.compactMap { $0[leaf] }
                    let best = described.isHigher ? (others.max() ?? own) + size : 0
                    if (best - own) * towards > 0 { #expect(try points(at: best) == now, "\(described.json) \(own)") }
                }
            }
        }
    }
}
