@testable import Scoring
import ScoreNumerics
import TestSupport
import Testing
import Values

/// Random pairs of editions and figures: the steps add up to the last digit, at every node and in the total.
@Suite struct ComparisonSumTests {
    private struct Drawn {
        let tree: RandomTree
        let score: UnitScore
    }

    private func draw(_ random: inout SeededRandom, like tree: RandomTree? = nil) throws -> Drawn {
        let digits = random.int(0...6)
        let rounding = Rounding(random.pick(Rounding.Mode.allCases), digits: tree == nil ? digits : 6)
        let tree = tree ?? RandomTree(&random, fields: random.int(1...4), digits: digits)
        let caps = random.chance(60) ? (random.int(0...3_000_000), random.int(0...3_000_000)) : nil
        let criteria = try tree.compiled(
            rounding, stage: random.pick(RoundingPolicy.Stage.allCases), caps: caps)
        let units = [ScoredUnit(code: "x", level: random.pick(["commune", "department"]))]
        let now = tree.figures(criteria, units: 1, &random)
        let before = LastYear(figures: tree.figures(criteria, units: 1, &random), units: [0])
        return Drawn(tree: tree, score: try criteria.score(now, units: units, lastYear: before)[0])
    }

    @Test(arguments: Draws.seeds(60, of: 150))
    func editions(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(7_000 + seed))
        let before = try draw(&random)
        // Some pairs have the same criteria and differ only in figures, rounding and caps.
        let after = try draw(&random, like: seed % 3 == 0 ? before.tree : nil)
        try check(before.score, after.score)
        try checkIdentity(after.score)
    }

    private func check(_ before: UnitScore, _ after: UnitScore) throws {
        let comparison = UnitComparison(from: before, to: after)
        let back = UnitComparison(from: after, to: before)
        #expect(comparison.total.change == after.total.points - before.total.points)
        #expect(comparison.total.change == -back.total.change)
        #expect(comparison.total.first == before.total)
        #expect(comparison.total.last == after.total)
        #expect(comparison.total.indices?.first == (after.index == nil ? nil : before.index))
        #expect(comparison.total.indices?.last == (before.index == nil ? nil : after.index))
        for bridge in [comparison.total, comparison.adjustment] + comparison.nodes.map(\.bridge) {
            let steps = ComparisonStep.allCases.reduce(FixedDecimal.zero) { $0 + bridge.points($1) }
            #expect(bridge.first.points + steps == bridge.last.points)
            let maxima = ComparisonStep.allCases.reduce(FixedDecimal.zero) { $0 + bridge.maximum($1) }
            #expect(bridge.first.maximum + maxima == bridge.last.maximum)
            guard let indices = bridge.indices, let indexSteps = bridge.indexSteps else { continue }
            #expect(indexSteps.reduce(indices[0]) { $0 + $1 } == indices[4])
        }
        // The sides equal what scoring gives, criterion by criterion.
        for node in comparison.nodes {
            let old = node.before.flatMap { before.criteriaSet.index(of: $0.code) }
            let new = node.after.flatMap { after.criteriaSet.index(of: $0.code) }
            let none = PointSum(points: 0, maximum: 0, scoredMaximum: 0)
            #expect(node.bridge.first == old.map(before.sum) ?? none)
            #expect(node.bridge.last == new.map(after.sum) ?? none)
        }
        // In every state the fields plus the effect of caps and rounding equal the total.
        for state in 0...4 {
            let fields = comparison.nodes.filter(\.isField).reduce(FixedDecimal.zero) {
                $0 + $1.bridge.states[state].points
            }
            #expect(
                fields + comparison.adjustment.states[state].points == comparison.total.states[state].points)
        }
        #expect(Set(comparison.nodes.map(\.code)).count == comparison.nodes.count)
    }

    private func checkIdentity(_ score: UnitScore) throws {
        let comparison = UnitComparison(from: score, to: score)
        for bridge in [comparison.total, comparison.adjustment] + comparison.nodes.map(\.bridge) {
            #expect(bridge.isUnchanged)
            #expect(Set(bridge.states).count == 1)
        }
    }
}
