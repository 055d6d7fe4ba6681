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

    /// The points of a node as a fraction, added up from the rules' own results, in arithmetic without limits.
    private func exact(_ node: Int, _ score: UnitScore) -> NaiveFraction {
        let children = score.criteriaSet.criteria[node].children
        guard children.isEmpty else { return children.reduce(NaiveFraction(0)) { $0 + exact($1, score) } }
        let isRounded =
            score.criteriaSet.rounding.stage == .leaf
            || (score.criteriaSet.rounding.stage == .field && score.criteriaSet.criteria[node].parent == nil)
        let rounded = NaiveFraction(millionths: Int(score.criterion(node).sum.points.mantissa))
        guard !isRounded, let outcome = score.outcome(ofLeaf: node), outcome.points != nil,
            let leaf = score.criteriaSet.criteria[node].leaf, outcome.measures.count == 1,
            let points = outcome.measures[0].points, leaf.combination == .mean
        else { return isRounded ? rounded : severalMeasures(node, score) ?? rounded }
        return NaiveFraction(points)
    }

    /// The weighted mean or the minimum of several measures; nil where nothing is scored.
    private func severalMeasures(_ node: Int, _ score: UnitScore) -> NaiveFraction? {
        guard let outcome = score.outcome(ofLeaf: node), outcome.points != nil,
            let leaf = score.criteriaSet.criteria[node].leaf
        else { return nil }
        let maximum = NaiveFraction(millionths: Int(score.criteriaSet.criteria[node].maximum.mantissa))
        var (sum, weights, least) = (NaiveFraction(0), 0, nil as NaiveFraction?)
        for (measure, result) in zip(leaf.measures, outcome.measures) {
            var points = NaiveFraction(0)
            if case .notApplicable(let reason) = result.state {
                if reason == .level || measure.notApplicable?.convention != .fullPoints { continue }
                points = maximum
            } else if let own = result.points {
                points = NaiveFraction(own)
            }
            sum = sum + points * NaiveFraction(measure.weight)
            weights += measure.weight
            least = least.map { NaiveFraction.lesser($0, points) } ?? points
        }
        return leaf.combination == .minimum ? least : sum / NaiveFraction(weights)
    }

    private func checkNodes(
        _ score: UnitScore, _ set: CriteriaSet, _ stage: RoundingPolicy.Stage, _ rounding: Rounding
    ) {
        for node in score.criteria {
            let children = node.criterion.children.map { score.criterion($0).sum }
            #expect(node.sum.points == (node.points ?? 0))
            guard !children.isEmpty else { continue }
            let isRounded = stage == .field && node.criterion.parent == nil
            let expected = exact(node.index, score).millionths(
                isRounded ? rounding.mode : .halfAwayFromZero, digits: isRounded ? rounding.digits : 6)
            #expect(Int(node.sum.points.mantissa) == expected)
            #expect(node.sum.maximum.mantissa == children.reduce(0) { $0 + $1.maximum.mantissa })
            #expect(node.sum.scoredMaximum.mantissa == children.reduce(0) { $0 + $1.scoredMaximum.mantissa })
        }
    }

    private func checkTotal(
        _ score: UnitScore, _ set: CriteriaSet, _ stage: RoundingPolicy.Stage, _ rounding: Rounding, _ caps: (Int, Int)?
    ) {
        func sum(of role: Leaf.Role) -> NaiveFraction {
            score.criteria.filter { $0.criterion.leaf?.role == role }.reduce(NaiveFraction(0)) {
                $0 + exact($1.index, score)
            }
        }
        let (bonus, penalty) = (sum(of: .bonus), NaiveFraction(0) - sum(of: .penalty))
        let none = NaiveFraction(0)
        var added = none
        if let caps {
            added =
                NaiveFraction.greater(penalty - NaiveFraction(millionths: caps.1), none)
                - NaiveFraction.greater(bonus - NaiveFraction(millionths: caps.0), none)
        }
        if stage == .field {
            added = NaiveFraction(millionths: added.millionths(rounding.mode, digits: rounding.digits) ?? 0)
        }
        let fields = score.criteria.filter { $0.criterion.parent == nil }
        let points = fields.reduce(added) { sum, field in
            sum
                + (stage == .field
                    ? NaiveFraction(millionths: Int(field.sum.points.mantissa)) : exact(field.index, score))
        }
        #expect(Int(score.capAdjustment.mantissa) == added.millionths(.halfAwayFromZero, digits: 6))
        let isRounded = stage == .total
        let expected = points.millionths(
            isRounded ? rounding.mode : .halfAwayFromZero, digits: isRounded ? rounding.digits : 6)
        #expect(Int(score.total.points.mantissa) == expected)
        #expect(score.adjustment == score.total.points - fields.reduce(0) { $0 + $1.sum.points })
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

    @Test(
        "without bonus, penalty and coarse rounding the index lies within 0 and 100", arguments: Draws.seeds(16, of: 40)
    )
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
