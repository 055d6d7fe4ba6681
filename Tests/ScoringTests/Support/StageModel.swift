import Values

@testable import Scoring

/// What stands at a stage, from the documentation alone: unit by unit and node by node, with no table.
///
/// The computed points of leaves come from scoring, which other tests hold against a model.
struct StageModel {
    let computed: ScoreTable
    let given: [GivenPoints]
    let stage: Int?
    var set: CriteriaSet { computed.criteria.set }

    /// The points given to a node that stand: those of the latest stage so far, unless a later one touched a part.
    func standing(_ node: Int, _ unit: Int) -> GivenPoints? {
        guard let stage else { return nil }
        for candidate in stride(from: stage, through: 0, by: -1) {
            let own = given.last { $0.unit == unit && $0.node == node && $0.stage == candidate }
            guard let own else { continue }
            let isTouched = given.contains { other in
                other.unit == unit && other.stage > candidate && other.stage <= stage && isBelow(other.node, node)
            }
            return isTouched ? nil : own
        }
        return nil
    }

    func isBelow(_ node: Int, _ ancestor: Int) -> Bool {
        var next = set.criteria[node].parent
        while let parent = next {
            if parent == ancestor { return true }
            next = set.criteria[parent].parent
        }
        return false
    }

    /// Points as a fraction, with maximum and scored maximum: what fields and totals are rounded from.
    struct Sum: Equatable {
        var points = NaiveFraction(0)
        var maximum: FixedDecimal = 0
        var scoredMaximum: FixedDecimal = 0

        init() {}

        init(_ points: FixedDecimal, of maximum: FixedDecimal, scored: FixedDecimal) {
            (self.points, self.maximum, scoredMaximum) = (StageModel.fraction(points), maximum, scored)
        }

        init(_ sum: PointSum) {
            self.init(sum.points, of: sum.maximum, scored: sum.scoredMaximum)
            for term in sum.excess.terms(times: 1) { points = points + NaiveFraction(term.ratio) }
        }

        mutating func add(_ other: Sum) {
            points = points + other.points
            maximum += other.maximum
            scoredMaximum += other.scoredMaximum
        }

        static func == (left: Sum, right: Sum) -> Bool {
            (left.points - right.points).isZero && left.maximum == right.maximum
                && left.scoredMaximum == right.scoredMaximum
        }
    }

    static func fraction(_ points: FixedDecimal) -> NaiveFraction { NaiveFraction(millionths: Int(points.mantissa)) }

    func sum(_ node: Int, _ unit: Int) -> Sum {
        let criterion = set.criteria[node]
        let own = standing(node, unit)
        if criterion.leaf != nil {
            guard let own else { return Sum(computed[unit].sum(of: node)) }
            return Sum(own.points, of: criterion.maximum, scored: criterion.maximum)
        }
        var sum = Sum()
        for child in criterion.children { sum.add(self.sum(child, unit)) }
        guard let own else {
            if criterion.parent == nil, set.rounding.stage == .field { sum.points = rounded(sum.points) }
            return sum
        }
        let maximum = sum.maximum == 0 ? criterion.maximum : sum.maximum
        return Sum(own.points, of: maximum, scored: maximum)
    }

    func total(_ unit: Int) -> Sum {
        var total = Sum()
        for node in set.criteria.indices where set.criteria[node].parent == nil { total.add(sum(node, unit)) }
        var (bonus, penalty) = (NaiveFraction(0), NaiveFraction(0))
        func collect(_ node: Int) {
            let criterion = set.criteria[node]
            if let leaf = criterion.leaf {
                let points = sum(node, unit).points
                if leaf.role == .bonus { bonus = bonus + points }
                if leaf.role == .penalty { penalty = penalty + points }
            } else if let own = standing(node, unit) {
                guard isExtra(node) else { return }
                if own.points >= 0 {
                    bonus = bonus + Self.fraction(own.points)
                } else {
                    penalty = penalty + Self.fraction(own.points)
                }
            } else {
                criterion.children.forEach(collect)
            }
        }
        for node in set.criteria.indices where set.criteria[node].parent == nil { collect(node) }
        func beyond(_ points: NaiveFraction, _ cap: FixedDecimal?) -> NaiveFraction {
            cap.map { NaiveFraction.greater(points - Self.fraction($0), NaiveFraction(0)) } ?? NaiveFraction(0)
        }
        let adjustment = beyond(NaiveFraction(0) - penalty, set.penaltyCap) - beyond(bonus, set.bonusCap)
        total.points = total.points + (set.rounding.stage == .field ? rounded(adjustment) : adjustment)
        if set.rounding.stage == .total { total.points = rounded(total.points) }
        return total
    }

    private func isExtra(_ node: Int) -> Bool {
        if let leaf = set.criteria[node].leaf { return leaf.role != .regular }
        return set.criteria[node].children.allSatisfy(isExtra)
    }

    private func rounded(_ points: NaiveFraction) -> NaiveFraction {
        points.millionths(set.rounding.points.mode, digits: set.rounding.points.digits)
            .map { NaiveFraction(millionths: $0) } ?? points
    }

    /// The place: one more than the units with a larger share; nil where nothing applies or is scored.
    func place(_ unit: Int) -> Int? {
        func key(_ unit: Int) -> NaiveFraction? {
            let sum = total(unit)
            if sum.maximum == 0 || sum.scoredMaximum == 0 { return nil }
            return sum.points / Self.fraction(sum.maximum)
        }
        guard let own = key(unit) else { return nil }
        return 1
            + computed.units.indices.count { other in key(other).map { own < $0 } ?? false }
    }
}
