import Scoring
internal import Values

/// Whom a column of the table of assignments is about.
enum Assignee: Hashable {
    /// A unit, by its position.
    case unit(Int)
    /// A group, by its code.
    case group(String)

    /// Whom a heading names, by code or else by name; nil where it names nobody, or more than one.
    init?(_ heading: String, _ units: UnitList, _ groups: [Group]) {
        if let group = groups.first(where: { $0.code == heading }) {
            self = .group(group.code)
            return
        }
        if let position = units.position(of: heading) {
            self = .unit(position)
            return
        }
        let word = VietnameseText.word(heading)
        let named = groups.filter {
            [$0.name.vi, $0.name.en].compactMap { $0 }.contains { VietnameseText.word($0) == word }
        }
        switch (named.count, units.position(named: heading)) {
        case (1, nil): self = .group(named[0].code)
        case (0, let position?): self = .unit(position)
        default: return nil
        }
    }
}
