import ScoreNumerics
import Scoring
import TestSupport
import Testing
import Values

@Suite("Sums add up at every level of random trees")
struct SumTests {
    @Test("points, maxima, caps and rounding", arguments: RoundingPolicy.Stage.allCases, 0..<40)
    func sums(stage: RoundingPolicy.Stage, seed: Int) throws {
        var random = SeededRandom(seed: UInt64(1000 + seed))
        let rounding = Rounding(random.pick(Rounding.Mode.allCases), digits: random.int(0...6))
        let tree = RandomTree(&random, fields: random.int(1...6), digits: rounding.digits)
        let caps = random.chance(70) ? (random.int(0...3_000_000), random.int(0...3_000_000)) : nil
        let criteria = try tree.compiled(rounding, stage: stage, caps: caps)
        let units = (0..<5).map { ScoredUnit(code: "\($0)", level: $0 < 3 ? "commune" : "department") }
        let figures = tree.figures(criteria, units: 5, &random)
        let table = try criteria.score(figures, units: units)
        for unit in 0..<5 {
            checkNodes(table[unit], criteria.set, stage, rounding)
            checkTotal(table[unit], criteria.set, stage, rounding, caps)
            checkRanges(table[unit])
        }
    }

    private func rounded(_ millionths: Int, _ rounding: Rounding) -> Int? {
        NaiveFraction(millionths: millionths).millionths(rounding.mode, digits: rounding.digits)
    }

    private func checkNodes(
        _ score: UnitScore, _ set: CriteriaSet, _ stage: RoundingPolicy.Stage, _ rounding: Rounding
    ) {
        for node in score.criteria {
            let children = node.criterion.children.map { score.criterion($0).sum }
            #expect(node.sum.points == (node.points ?? 0))
            guard !children.isEmpty else { continue }
            let points = children.reduce(0) { $0 + Int($1.points.mantissa) }
            let isRounded = stage == .field && node.criterion.parent == nil
            #expect(Int(node.sum.points.mantissa) == (isRounded ? rounded(points, rounding) : points))
            #expect(node.sum.maximum.mantissa == children.reduce(0) { $0 + $1.maximum.mantissa })
            #expect(node.sum.scoredMaximum.mantissa == children.reduce(0) { $0 + $1.scoredMaximum.mantissa })
        }
    }

    private func checkTotal(
        _ score: UnitScore, _ set: CriteriaSet, _ stage: RoundingPolicy.Stage, _ rounding: Rounding, _ caps: (Int, Int)?
    ) {
        func sum(of role: Leaf.Role) -> Int {
            score.criteria.filter { $0.criterion.leaf?.role == role }.reduce(0) { $0 + Int($1.sum.points.mantissa) }
        }
        let (bonus, penalty) = (sum(of: .bonus), -sum(of: .penalty))
        var cut = caps.map { max(bonus - $0.0, 0) - max(penalty - $0.1, 0) } ?? 0
        if stage == .field { cut = -(rounded(-cut, rounding) ?? 0) }
        let fields = score.criteria.filter { $0.criterion.parent == nil }
        let points = fields.reduce(0) { $0 + Int($1.sum.points.mantissa) } - cut
        #expect(Int(score.capAdjustment.mantissa) == -cut)
        #expect(Int(score.total.points.mantissa) == (stage == .total ? rounded(points, rounding) : points))
        #expect(score.total.maximum.mantissa == fields.reduce(0) { $0 + $1.sum.maximum.mantissa })
        #expect(score.total.scoredMaximum.mantissa == fields.reduce(0) { $0 + $1.sum.scoredMaximum.mantissa })
    }

    private func checkRanges(_ score: UnitScore) {
        let total = score.total
        #expect(0 <= total.scoredMaximum && total.scoredMaximum <= total.maximum)
        if let coverage = score.coverage { #expect((0...100).contains(coverage)) }
        #expect((score.index == nil) == (total.maximum == 0))
        guard let index = total.exactIndex else { return }
        // The index is the points in percent of the maximum, neither more nor less.
        let back = index.multiplied(by: ExactRatio(total.maximum))?.divided(by: ExactRatio(100))
        #expect(back == ExactRatio(total.points))
    }

    @Test("without bonus, penalty and coarse rounding the index lies within 0 and 100", arguments: 0..<40)
    func range(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(2000 + seed))
        let tree = RandomTree(&random, fields: 4, digits: 2)
        let criteria = try tree.compiled(.finest, stage: .leaf, caps: (0, 0))
        let figures = tree.figures(criteria, units: 4, &random)
        let units = (0..<4).map { ScoredUnit(code: "\($0)", level: "commune") }
        let table = try criteria.score(figures, units: units)
        for unit in 0..<4 {
            for node in table[unit].criteria where node.criterion.leaf?.role == .regular {
                #expect(0 <= node.sum.points && node.sum.points <= node.criterion.maximum)
            }
            if let index = table[unit].index { #expect((0...100).contains(index)) }
        }
    }
}
