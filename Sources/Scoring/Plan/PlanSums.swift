import Optimization
import Values

/// How the points that leaves gain become a total: sums that are rounded, capped or must not fall below a minimum on
/// their own, and the rounding and limits of the total.
///
/// Everything is counted in millionths. Where leaves have fractions of these, sums are rounded so that no plan has more
/// than they promise; whether it has as much shows when it is scored.
struct PlanSums {
    /// A sum that is more than a part of the total. Its change is counted so that more is never worse: that of bonus and
    /// penalty points, of which a cap cuts the rest, with the opposite sign.
    enum Part {
        /// A field whose points are rounded: the sum of its leaves without any action, its points, and its maximum.
        case field(now: Int64, points: Int64, maximum: Int64)
        case bonus, penalty
        /// A node with a minimum; where its points are rounded, with its maximum.
        case floor(now: Int64, least: Int64, roundedUnder: Int64?)
    }

    private(set) var parts: [Part] = []
    /// By changed leaf: the parts that its points belong to.
    private(set) var members: [[Int]]
    /// By changed leaf: whether its points add to the total directly, not through a rounded field.
    private(set) var isDirect: [Bool]
    /// The total without any action, before its own rounding, in millionths.
    private let now: Int64
    /// The sums of bonus and penalty points without any action.
    private let extras: (bonus: Int64, penalty: Int64)
    /// What caps add without any action.
    private let capsNow: Int64
    private let policy: RoundingPolicy
    private let caps: (bonus: FixedDecimal?, penalty: FixedDecimal?)
    private let limits: (least: FixedDecimal?, most: FixedDecimal?)
    /// The maximum that applies to the unit, in millionths.
    private let maximum: Int64
    /// Points that no total exceeds, whatever is done.
    private var greatest = Int64.max
    /// Whether every total has the edition's digits.
    let hasFullSteps: Bool
    /// By how many millionths scoring may differ from these sums: where points given to a node with parts stand for
    /// bonus or penalty points beside others, or are finer than a field is rounded. Zero anywhere else.
    private(set) var tolerance: Int64 = 0

    init(_ effects: ActionEffects, _ score: UnitScore, floors: [PlanConditions.Floor]) {
        let set = score.criteriaSet
        policy = set.rounding
        caps = (set.bonusCap, set.penaltyCap)
        limits = (set.totalFloor, set.totalCap)
        maximum = score.total.maximum.mantissa
        hasFullSteps = Self.hasFullSteps(score)
        var untouched = PointSum.zero
        for field in score.fieldIndices { untouched.add(score.sum(of: field)) }
        let adjustment = score.exactCapAdjustment
        capsNow = adjustment.millionths(.down)
        untouched.add(adjustment)
        now = untouched.millionths(.up)
        members = Array(repeating: [], count: effects.leaves.count)
        isDirect = Array(repeating: true, count: effects.leaves.count)
        var leafSums: [(node: Int, sum: PointSum)] = []
        let layout = TreeLayout(set.criteria)
        for node in set.criteria.indices {
            if set.criteria[node].leaf != nil {
                leafSums.append((node, score.sum(of: node)))
            } else if score.standing(of: node) != nil {
                leafSums.append(
                    (node, PointSum(points: score.correction(of: node), maximum: 0, scoredMaximum: 0)))
                tolerance += Self.tolerance(of: node, layout, score)
            } else if !set.criteria[node].combination.isSum {
                // No action moves its parts: see ``Planner``.
                var own = score.ownSum(of: node)
                (own.maximum, own.scoredMaximum) = (0, 0)
                leafSums.append((node, own))
            }
        }
        func sum(_ mode: Rounding.Mode, where isIn: (Int) -> Bool) -> Int64 {
            var sum = PointSum.zero
            for leaf in leafSums where isIn(leaf.node) { sum.add(leaf.sum) }
            return sum.millionths(mode)
        }
        func sum(of role: Leaf.Role) -> Int64 { sum(.down) { layout.roles(below: $0) == [role] } }
        extras = (sum(of: .bonus), sum(of: .penalty))
        /// The sum of some leaves; nil when no action changes any of them.
        func part(_ isIn: (Int) -> Bool) -> (leaves: [Int], now: Int64)? {
            let leaves = effects.leaves.indices.filter { isIn(effects.criterion(of: effects.leaves[$0])) }
            guard !leaves.isEmpty else { return nil }
            return (leaves, sum(.up, where: isIn))
        }
        if policy.stage == .field {
            for field in score.fieldIndices where set.criteria[field].leaf == nil {
                guard let (leaves, now) = part({ set.isNode($0, orBelow: field) }) else { continue }
                for leaf in leaves {
                    isDirect[leaf] = false
                    members[leaf].append(parts.count)
                }
                let own = score.sum(of: field)
                parts.append(.field(now: now, points: own.points.mantissa, maximum: own.maximum.mantissa))
            }
        }
        for (role, cap) in [(Leaf.Role.bonus, set.bonusCap), (.penalty, set.penaltyCap)] where cap != nil {
            guard let (leaves, _) = part({ layout.roles(below: $0) == [role] }) else { continue }
            for leaf in leaves { members[leaf].append(parts.count) }
            parts.append(role == .bonus ? .bonus : .penalty)
        }
        for floor in floors {
            let shown = score.sum(of: floor.node).points.mantissa
            let least = floor.points?.mantissa ?? shown
            let isRounded =
                policy.stage == .field && set.criteria[floor.node].parent == nil
                && set.criteria[floor.node].leaf == nil
            let (leaves, now) = part { set.isNode($0, orBelow: floor.node) } ?? ([], shown)
            for leaf in leaves { members[leaf].append(parts.count) }
            let maximum = score.sum(of: floor.node).maximum.mantissa
            parts.append(.floor(now: now, least: least, roundedUnder: isRounded ? maximum : nil))
        }
        greatest = total(adding: greatestGain(effects) + tolerance)
    }

    /// Whether all maxima, caps, limits and given points have the edition's digits: what is rounded then has them, and
    /// no maximum that is not to be exceeded cuts it.
    private static func hasFullSteps(_ score: UnitScore) -> Bool {
        let set = score.criteriaSet
        func isFull(_ points: FixedDecimal?) -> Bool {
            points.map { $0.mantissa % set.rounding.points.quantum == 0 } ?? true
        }
        return [score.total.points, set.bonusCap, set.penaltyCap, set.totalFloor, set.totalCap].allSatisfy(isFull)
            && set.criteria.indices.allSatisfy { node in
                isFull(set.criteria[node].maximum) && isFull(score.standing(of: node)?.points)
            }
    }

    /// What the total gains if every leaf has as much as it can have at all. What caps cut is counted only as their
    /// rounding with that of the fields can change it, for where it falls, so do the points.
    private func greatestGain(_ effects: ActionEffects) -> Int64 {
        var direct: Int64 = 0
        var values = parts.map { _ in Int64(0) }
        for (position, leaf) in effects.leaves.enumerated() {
            add(max(effects.greatestPoints(of: leaf) - leaf.points, 0), ofLeaf: position, to: &direct, &values)
        }
        for (part, value) in zip(parts, values) {
            if case .field(let now, let points, let maximum) = part {
                direct += rounded(now + value, under: maximum) - points
            }
        }
        let isCapped = parts.indices.contains(where: isCapped)
        return direct + (policy.stage == .field && isCapped ? 2 * policy.points.quantum : 0)
    }

    /// Whether a plan may have less than these sums promise.
    var hasFractions: Bool { policy.stage != .leaf || tolerance > 0 }

    /// What given points of a node with parts may do that no sum of leaves does.
    private static func tolerance(of node: Int, _ layout: TreeLayout, _ score: UnitScore) -> Int64 {
        let set = score.criteriaSet
        // A part that depends on a criterion elsewhere may change while the given points stand.
        var tolerance = set.criteria.indices.reduce(Int64(0)) { sum, index in
            guard set.criteria[index].leaf?.requirement != nil, set.isNode(index, orBelow: node) else { return sum }
            return sum + set.criteria[index].maximum.mantissa
        }
        let roles = layout.roles(below: node)
        if set.bonusCap != nil || set.penaltyCap != nil, roles.count > 1 {
            let range = set.givenRange(of: node)
            tolerance += 2 * (range.upperBound - range.lowerBound).mantissa
        }
        let points = score.sum(of: node).points
        if set.rounding.stage == .field, set.criteria[node].parent == nil,
            points.rounded(set.rounding.points) != points
        {
            tolerance += set.rounding.points.quantum
        }
        return tolerance
    }

    /// Adds what a leaf gains to sums.
    func add(_ gain: Int64, ofLeaf leaf: Int, to total: inout Int64, _ values: inout [Int64]) {
        if isDirect[leaf] { total += gain }
        for part in members[leaf] {
            switch parts[part] {
            case .field, .floor: values[part] += gain
            case .bonus, .penalty: values[part] -= gain
            }
        }
    }

    /// What the total gains, before its own rounding; nil when a sum falls below its minimum.
    ///
    /// - Parameters:
    ///   - direct: what leaves gain that are in no rounded field.
    ///   - values: the changes of the parts.
    ///   - chosen: the parts to be counted.
    func gain(_ direct: Int64, _ values: [Int64], of chosen: [Int]) -> Int64? {
        var gain = direct
        var after = extras
        for part in chosen {
            switch parts[part] {
            case .field(let now, let points, let maximum):
                gain += rounded(now + values[part], under: maximum) - points
            case .bonus: after.bonus -= values[part]
            case .penalty: after.penalty -= values[part]
            case .floor(let now, let least, let maximum):
                let sum = now + values[part]
                guard maximum.map({ rounded(sum, under: $0) }) ?? sum >= least else { return nil }
            }
        }
        return gain + adjustment(after) - capsNow
    }

    /// As much as the total can gain at most by changes of parts, whatever is rounded and capped.
    func greatestGain(_ direct: Int64, _ values: [Int64]) -> Int64 {
        var gain = direct
        for (part, value) in zip(parts, values) {
            switch part {
            case .field: gain += value
            case .bonus, .penalty: gain += max(value, 0)
            case .floor: break
            }
        }
        return gain
    }

    /// By how much the rounding of parts can raise that further.
    func slack(of chosen: [Int]) -> Int64 {
        chosen.reduce(0) { if case .field = parts[$1] { $0 + policy.points.quantum } else { $0 } }
    }

    /// Whether a cap cuts the part.
    func isCapped(_ part: Int) -> Bool {
        switch parts[part] {
        case .bonus, .penalty: true
        case .field, .floor: false
        }
    }

    /// Points rounded as sums are: not above a maximum that they do not exceed themselves.
    private func rounded(_ points: Int64, under maximum: Int64) -> Int64 {
        let rounded = FixedDecimal(mantissa: points).rounded(policy.points)?.mantissa ?? points
        return maximum > 0 && points <= maximum ? min(rounded, maximum) : rounded
    }

    /// What caps take from the sum of the fields.
    private func adjustment(_ extras: (bonus: Int64, penalty: Int64)) -> Int64 {
        TreeSums.capAdjustment(
            bonus: (extras.bonus, .zero), penalty: (extras.penalty, .zero), caps: caps, policy: policy
        ).points.mantissa
    }

    // MARK: The total

    /// The total points with a gain, in millionths.
    func total(adding gain: Int64) -> Int64 {
        var total = unlimitedTotal(adding: gain)
        if let most = limits.most { total = min(total, most.mantissa) }
        if let least = limits.least { total = max(total, least.mantissa) }
        return total
    }

    private func unlimitedTotal(adding gain: Int64) -> Int64 {
        policy.stage == .total ? rounded(now + gain, under: maximum) : now + gain
    }

    /// The most points that the total can have with a gain.
    func greatestTotal(adding gain: Int64) -> Int64 { min(total(adding: gain + tolerance), greatest) }

    /// The least gain with which the total may have at least these points.
    func leastGain(for points: Int64) -> Int64 { exactLeastGain(for: points) - tolerance }

    private func exactLeastGain(for points: Int64) -> Int64 {
        if let most = limits.most, points > most.mantissa { return PlanLimits.greatestTotal }
        if let least = limits.least, points <= least.mantissa { return -PlanLimits.greatestTotal }
        guard policy.stage == .total else { return points - now }
        // Rounding changes a total by less than one quantum, and never lowers the greater of two.
        let quantum = policy.points.quantum
        var (low, high) = (points - now - quantum, points - now + quantum)
        while low < high {
            let middle = low + (high - low) / 2
            if unlimitedTotal(adding: middle) >= points { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
