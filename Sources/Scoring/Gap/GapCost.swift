package import Values

/// What a leaf, an agency or a field costs several units.
package struct GapCost: Sendable {
    /// A leaf, by its position in the set, or whose leaves they are.
    package enum Subject: Hashable, Sendable { case leaf(Int), group(GapGroup.Name) }

    /// What the units have in common.
    package let subject: Subject
    /// The sums of the units that have it.
    package let sums: [GapSum]
    /// The field and the lead agency of a leaf.
    package let field: Int?
    package let lead: String?
    /// The points that it cost them; negative for bonus points.
    package var lost: FixedDecimal { sums.reduce(0) { $0 + $1.lost } }
    /// The part of the loss that is due to missing figures.
    package var lostWithoutFigures: FixedDecimal { sums.reduce(0) { $0 + $1.lostWithoutFigures } }
    /// The sum of the maxima.
    package var maximum: FixedDecimal { sums.reduce(0) { $0 + $1.maximum } }
    /// How many of the units lost points.
    package var losingUnits: Int { sums.count { $0.lost > 0 } }

    /// The costs of what units have in common, the greatest first; equal ones in the order in which they came. Without
    /// `isComplete` only what costs something.
    package static func sorted(_ gaps: [UnitGap], by key: GapGroup.Key?, isComplete: Bool = false) -> [GapCost] {
        let parts = gaps.flatMap { gap -> [(subject: Subject, sum: GapSum)] in
            guard let key else { return gap.leaves.map { (.leaf($0.score.index), GapSum([$0])) } }
            return gap.groups(by: key).map { (.group($0.name), $0.sum) }
        }
        let bySubject = Dictionary(grouping: parts, by: { $0.subject })
        let leaves = Dictionary(firstOf: key == nil ? gaps.flatMap { $0.leaves.map { ($0.score.index, $0) } } : [])
        return parts.map { $0.subject }.withoutRepeats { $0 }.map { subject in
            let leaf: LeafGap? = if case .leaf(let index) = subject { leaves[index] } else { nil }
            return GapCost(
                subject: subject, sums: (bySubject[subject] ?? []).map { $0.sum }, field: leaf?.field, lead: leaf?.lead)
        }.filter { isComplete || $0.lost > 0 }.sorted { $0.lost > $1.lost }
    }
}
