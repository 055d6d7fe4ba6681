import Values

/// One node of two trees, compared.
public struct NodeComparison: Sendable {
    /// The node in the first side's edition; nil when it was added.
    public let before: Criterion?
    /// The node in the second side's edition; nil when it was removed.
    public let after: Criterion?
    /// Whether both sides have the code, but under different names.
    public let isRenamed: Bool
    /// Its status on the first side, for a leaf.
    public let statusBefore: LeafStatus?
    /// Its status on the second side, for a leaf.
    public let statusAfter: LeafStatus?
    /// The change, step by step.
    public let bridge: Bridge
    /// Whether the leaf, or every leaf below, cannot be compared and is left out of all states.
    public let isApart: Bool
    /// Whether it is left out, or some leaf below it is.
    public let hasApart: Bool

    /// The code on the second side or, failing that, on the first.
    public var code: String { after?.code ?? before?.code ?? "" }
    /// Whether it has no parent.
    public var isField: Bool { (after ?? before)?.parent == nil }
    /// Distance from the root.
    public var depth: Int { (after ?? before)?.depth ?? 0 }
    /// Whether it has no children on either side.
    public var isLeaf: Bool { (before?.leaf != nil || before == nil) && (after?.leaf != nil || after == nil) }
    /// Whether it must be shown though most criteria are not: it changed, or came, or went, or is left out.
    package var hasNews: Bool {
        hasApart || !bridge.isUnchanged || before == nil || after == nil || isRenamed || statusBefore != statusAfter
    }
}

/// How one score of a unit turned into another: two years, two editions, two units.
///
/// ```
/// state                        figures   edition   applies   rounding
/// 0 the first side             first     first     first     first
/// 1 after figures              second    first     first     first
/// 2 after criteria             second    second    first     first
/// 3 after applicability        second    second    second    first
/// 4 the second side            second    second    second    second
/// ```
/// Every state is a score: leaves are rounded, fields and total summed and caps applied as in any score. The steps are
/// the differences between states and therefore add up exactly, for every node, for the total, and for the index.
/// `docs/decisions/0012-comparison-bridge.md` defines each state for editions that differ.
public struct UnitComparison: Sendable {
    /// The nodes of both trees, each after its parent, in the order of the second.
    public let nodes: [NodeComparison]
    /// The total.
    public let total: Bridge
    /// What caps on bonus and penalty points and the rounding of field sums add to the total beyond the fields.
    public let adjustment: Bridge
    /// Codes of leaves that cannot be compared and are left out of all states.
    public let apart: Set<String>
    /// What the second side scored on the omitted leaves.
    public let apartAfter: PointSum

    /// Compares two scores; the caller ensures that they belong to the same unit.
    ///
    /// - Parameters:
    ///   - before: the first side.
    ///   - after: the second side.
    ///   - editions: the editions of both, in this order.
    ///   - apart: codes of leaves to omit on both sides, with every leaf below a node that has such a code.
    /// - Complexity: O(nodes + metrics).
    public init(from before: UnitScore, to after: UnitScore, editions: EditionPair, apart: Set<String> = []) {
        let (old, new) = (before.criteriaSet, after.criteriaSet)
        let outcomes = ComparedLeaves(before, after, editions)
        let given = outcomes.given
        // Mostly nothing but figures changed: a state that is the next one is not worked out again.
        let last = Self.sums(after, outcomes.last, given.last, policy: new.rounding, apart)
        let applicable =
            old.rounding == new.rounding
            ? last : Self.sums(after, outcomes.last, given.last, policy: old.rounding, apart)
        let isApplicableAlike =
            given.added.isEmpty && given.withOtherCriteria == given.last
            && outcomes.withOtherCriteria == outcomes.last
        let sums = [
            Self.sums(before, outcomes.first, given.first, policy: old.rounding, apart),
            Self.sums(before, outcomes.withOtherFigures, given.withOtherFigures, policy: old.rounding, apart),
            isApplicableAlike
                ? applicable
                : Self.sums(
                    after, outcomes.withOtherCriteria, given.withOtherCriteria, leftOut: given.added,
                    policy: old.rounding, apart),
            applicable, last,
        ]
        let rounding = (first: old.rounding.index, last: new.rounding.index)
        nodes = editions.nodes.map { pair in
            let states = sums.enumerated().map { position, sums in
                (position < 2 ? pair.old : pair.new).map { sums.nodes[$0] } ?? .zero
            }
            return NodeComparison(
                before: pair.old.map { old.criteria[$0] }, after: pair.new.map { new.criteria[$0] },
                isRenamed: pair.isRenamed,
                statusBefore: pair.old.flatMap { before.criterion($0).status },
                statusAfter: pair.new.flatMap { after.criterion($0).status },
                bridge: Bridge(states, rounding: rounding),
                isApart: (pair.new.map { Self.isApart($0, in: new, apart) } ?? true)
                    && (pair.old.map { Self.isApart($0, in: old, apart) } ?? true),
                hasApart: (pair.new.map { Self.hasApart($0, in: new, apart) } ?? false)
                    || (pair.old.map { Self.hasApart($0, in: old, apart) } ?? false))
        }
        total = Bridge(sums.map { $0.total }, rounding: rounding)
        adjustment = Bridge(
            sums.map { PointSum(points: $0.adjustment, maximum: 0, scoredMaximum: 0) }, rounding: rounding)
        self.apart = apart
        apartAfter = new.criteria.indices.reduce(into: .zero) { sum, index in
            guard new.criteria[index].leaf != nil, Self.isApart(index, in: new, apart) else { return }
            sum.add(after.sum(of: index))
        }
    }

    /// The sums of one state. Its leaves are those of the side's edition.
    private static func sums(
        _ side: UnitScore, _ outcomes: [[MeasureOutcome]], _ given: [Int: FixedDecimal], leftOut: Set<Int> = [],
        policy: RoundingPolicy, _ apart: Set<String>
    ) -> UnitSums {
        let compiled = side.compiled
        var sums = Array(repeating: PointSum.zero, count: compiled.set.criteria.count)
        let shared = compiled.sharedIn(outcomes)
        let required = compiled.requirements(outcomes, sharedIn: shared) {
            policy.rounding(ofLeaf: compiled.set.criteria[$0.criterion])
        }
        for (position, (leaf, measures)) in zip(compiled.leaves, outcomes).enumerated() {
            guard !isApart(leaf.criterion, in: compiled.set, apart), !leftOut.contains(leaf.criterion) else { continue }
            if let points = given[leaf.criterion] {
                sums[leaf.criterion] = WholePoints(leaf.exactMaximum).given(points)
                continue
            }
            let rounding = policy.rounding(ofLeaf: compiled.set.criteria[leaf.criterion])
            let outcome = leaf.combined(
                measures, rounding: rounding, sharedIn: shared[position], requirement: required[position])
            sums[leaf.criterion] = outcome.sum
        }
        // A part that cannot be compared is no part of what was given.
        let parents = given.filter {
            compiled.set.criteria[$0.key].leaf == nil && !hasApart($0.key, in: compiled.set, apart)
        }
        return UnitSums(compiled.set, policy: policy, given: parents) {
            sums[$0]
        }
    }

    /// Whether the node, an ancestor, or every leaf below it is omitted.
    private static func isApart(_ node: Int, in set: CriteriaSet, _ apart: Set<String>) -> Bool {
        if apart.isEmpty { return false }
        if set.path(up: node).contains(where: { apart.contains(set.criteria[$0].code) }) { return true }
        let children = set.criteria[node].children
        return !children.isEmpty && children.allSatisfy { isApart($0, in: set, apart) }
    }

    /// Whether the node or a leaf below it is omitted.
    private static func hasApart(_ node: Int, in set: CriteriaSet, _ apart: Set<String>) -> Bool {
        if apart.isEmpty { return false }
        return isApart(node, in: set, apart) || set.criteria[node].children.contains { hasApart($0, in: set, apart) }
    }
}

extension UnitScore {
    var compiled: CompiledCriteria { storage.columns.criteria(of: unit) }
}
