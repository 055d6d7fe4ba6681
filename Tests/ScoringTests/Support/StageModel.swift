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

    func sum(_ node: Int, _ unit: Int) -> PointSum {
        let criterion = set.criteria[node]
        let own = standing(node, unit)
        if criterion.leaf != nil {
            guard let own else { return computed[unit].sum(of: node) }
            return PointSum(points: own.points, maximum: criterion.maximum, scoredMaximum: criterion.maximum)
        }
        var sum = PointSum(points: 0, maximum: 0, scoredMaximum: 0)
        for child in criterion.children {
            let part = self.sum(child, unit)
            sum.points += part.points
            sum.maximum += part.maximum
            sum.scoredMaximum += part.scoredMaximum
        }
        guard let own else {
            if criterion.parent == nil, set.rounding.stage == .field { sum.points = rounded(sum.points) }
            return sum
        }
        let maximum = sum.maximum == 0 ? criterion.maximum : sum.maximum
        return PointSum(points: own.points, maximum: maximum, scoredMaximum: maximum)
    }

    func total(_ unit: Int) -> PointSum {
        var total = PointSum(points: 0, maximum: 0, scoredMaximum: 0)
        for node in set.criteria.indices where set.criteria[node].parent == nil {
            let field = sum(node, unit)
            total.points += field.points
            total.maximum += field.maximum
            total.scoredMaximum += field.scoredMaximum
        }
        var (bonus, penalty) = (FixedDecimal.zero, FixedDecimal.zero)
        func collect(_ node: Int) {
            let criterion = set.criteria[node]
            if let leaf = criterion.leaf {
                let points = sum(node, unit).points
                if leaf.role == .bonus { bonus += points }
                if leaf.role == .penalty { penalty += points }
            } else if let own = standing(node, unit) {
                guard isExtra(node) else { return }
                if own.points >= 0 { bonus += own.points } else { penalty += own.points }
            } else {
                criterion.children.forEach(collect)
            }
        }
        for node in set.criteria.indices where set.criteria[node].parent == nil { collect(node) }
        let over = set.bonusCap.map { max(bonus - $0, 0) } ?? 0
        let under = set.penaltyCap.map { max(-penalty - $0, 0) } ?? 0
        let adjustment = under - over
        total.points += set.rounding.stage == .field ? rounded(adjustment) : adjustment
        if set.rounding.stage == .total { total.points = rounded(total.points) }
        return total
    }

    private func isExtra(_ node: Int) -> Bool {
        if let leaf = set.criteria[node].leaf { return leaf.role != .regular }
        return set.criteria[node].children.allSatisfy(isExtra)
    }

    private func rounded(_ points: FixedDecimal) -> FixedDecimal { points.rounded(set.rounding.points) ?? points }

    /// The place: one more than the units with a larger share; nil where nothing applies or is scored.
    func place(_ unit: Int) -> Int? {
        func key(_ unit: Int) -> (Int128, Int128)? {
            let sum = total(unit)
            if sum.maximum == 0 || sum.scoredMaximum == 0 { return nil }
            return (Int128(sum.points.mantissa), Int128(sum.maximum.mantissa))
        }
        guard let own = key(unit) else { return nil }
        return 1
            + computed.units.indices.count { other in
                guard let their = key(other) else { return false }
                return their.0 * own.1 > own.0 * their.1
            }
    }
}
