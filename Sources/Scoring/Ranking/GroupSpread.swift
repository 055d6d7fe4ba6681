package import Values

/// How one unit compares at a node with the best, the median and the last of its group.
package struct NodeSpread: Sendable {
    /// The position of the node in the set.
    package let node: Int
    /// The unit's points and maximum there.
    package let own: PointSum
    /// The unit's place among those ranked there.
    package let rank: Rank
    /// How many are ranked there.
    package let count: Int
    /// How many of the units to which it applies are not wholly measured there; they are not part of what follows,
    /// unless nobody is.
    package let unmeasured: Int
    /// The best index.
    package let best: ExactRatio
    /// The median index: halfway between the middle two where their number is even.
    package let median: ExactRatio
    /// The lowest index.
    package let last: ExactRatio

    /// The unit's index.
    package var index: ExactRatio { own.exactIndex ?? ExactRatio(own.points) }

    /// How many more points the unit would have with another index; negative when it would have fewer. Nil where the
    /// maximum is zero and beyond 128 bits.
    package func points(to other: ExactRatio) -> ExactRatio? {
        guard own.maximum != 0 else { return nil }
        return other.subtracting(index)?.multiplied(by: ExactRatio(own.maximum))?.divided(by: ExactRatio(100))
    }
}

extension Ranking {
    /// How a unit compares at each of some nodes among units; nodes at which it has no place are left out.
    ///
    /// Complexity: O(nodes × n·log n).
    package static func spreads(
        of unit: Int, at nodes: some Sequence<Int>, among units: [Int], _ scores: ScoreTable,
        ties: RankingPolicy.Ties? = nil
    ) -> [NodeSpread] {
        nodes.compactMap { node in
            let ranking = Ranking(scores, units: units, by: .node(node), ties: ties)
            let whole = ranking.places.filter { $0.sum.unmeasured == 0 }
            let known = whole.isEmpty ? ranking.places : whole
            let quantiles = Quantiles(known.map { $0.index }, definition: .averagedStep)
            guard let own = ranking.place(of: unit), let best = known.first, let last = known.last,
                let median = quantiles.value(1, of: 2)
            else { return nil }
            let lacking = ranking.absences.count { ![.nothingApplies, .byDecree].contains($0.reason) }
            return NodeSpread(
                node: node, own: own.sum, rank: own.rank, count: ranking.places.count,
                unmeasured: ranking.places.count - whole.count + lacking, best: best.index, median: median,
                last: last.index)
        }
    }
}

extension CompiledCriteria {
    /// The positions in the set of the leaves under a subject, in tree order.
    package func leafNodes(of subject: Ranking.Subject) -> [Int] {
        leaves(of: subject).map { leaves[$0].criterion }
    }
}
