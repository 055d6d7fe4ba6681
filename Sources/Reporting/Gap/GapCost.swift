internal import Scoring
internal import Values

/// What a criterion, an agency or a field costs several units.
struct GapCost: Sendable {
    /// What costs them.
    enum Subject: Hashable, Sendable {
        /// A leaf, by its position in the set.
        case leaf(Int)
        /// The leaves of an agency or field.
        case group(GapGroup.Name)
    }

    let subject: Subject
    var units = 0
    var losing = 0
    var lost = FixedDecimal.zero
    var lostWithoutFigures = FixedDecimal.zero

    /// The costs of what units have in common, the greatest first; equal ones in the order in which they came.
    static func sorted(_ gaps: [UnitGap], _ parts: (UnitGap) -> [(subject: Subject, leaves: [LeafGap])]) -> [GapCost] {
        var costs: [GapCost] = []
        var positions: [Subject: Int] = [:]
        for gap in gaps {
            for (subject, leaves) in parts(gap) {
                let position = positions[subject] ?? costs.count
                if position == costs.count {
                    positions[subject] = position
                    costs.append(GapCost(subject: subject))
                }
                let sum = GapSum(leaves)
                costs[position].units += 1
                costs[position].losing += sum.lost > 0 ? 1 : 0
                costs[position].lost += sum.lost
                costs[position].lostWithoutFigures += sum.lostWithoutFigures
            }
        }
        return costs.filter { $0.lost > 0 }.enumerated().sorted { left, right in
            (right.element.lost, left.offset) < (left.element.lost, right.offset)
        }.map(\.element)
    }
}
