package import Values

/// What a leaf, an agency or a field costs several units.
package struct GapCost: Sendable {
    /// A leaf, by its position in the set, or whose leaves they are.
    package enum Subject: Hashable, Sendable { case leaf(Int), group(GapGroup.Name) }

    /// What the units have in common.
    package let subject: Subject
    /// The sums of the units that have it.
    package let sums: [GapSum]
    /// The points that it cost them.
    package var lost: FixedDecimal { sums.reduce(0) { $0 + $1.lost } }

    /// The costs of what units have in common, the greatest first; equal ones in the order in which they came.
    package static func sorted(_ gaps: [UnitGap], by key: GapGroup.Key?) -> [GapCost] {
        let parts = gaps.flatMap { gap -> [(subject: Subject, sum: GapSum)] in
            guard let key else { return gap.leaves.map { (.leaf($0.score.index), GapSum([$0])) } }
            return gap.groups(by: key).map { (.group($0.name), $0.sum) }
        }
        let bySubject = Dictionary(grouping: parts, by: { $0.subject })
        return parts.map { $0.subject }.withoutRepeats { $0 }
            .map { GapCost(subject: $0, sums: (bySubject[$0] ?? []).map { $0.sum }) }
            .filter { $0.lost > 0 }.sorted { $0.lost > $1.lost }
    }
}
