import Survey
import Tables
import Values

/// Whose a row of a list is: the unit that it names by its code, its name, or as the profile says that the system calls it.
struct ListUnits: Sendable {
    /// What a text names.
    enum Match: Equatable {
        case unit(Int)
        /// A unit that is not assessed.
        case leftOut
        case unknown
    }

    private let units: UnitList
    private var called: [String: Int?] = [:]
    private let leavesOutOthers: Bool

    /// Reports codes of the profile that no unit has.
    init(_ units: UnitList, _ profile: ListProfile, into sink: FindingSink) {
        self.units = units
        leavesOutOthers = profile.leavesOutOthers
        for (name, code, place) in profile.units {
            let position = code.flatMap { units.positions[$0] }
            if let code, position == nil {
                sink.report(
                    AssessmentFinding.unknownUnit, at: place, [.found: .text(code)],
                    suggestion: Spelling.closest(to: code, among: units.codes))
            }
            called[VietnameseText.folded(name)] = .some(position)
        }
    }

    func match(_ text: String) -> Match {
        if let known = called[VietnameseText.folded(text)] { return known.map { .unit($0) } ?? .leftOut }
        switch units.match(text) {
        case .one(let code): return units.positions[code].map { .unit($0) } ?? .unknown
        // A name that several units bear is no unit outside.
        case .several: return .unknown
        case .none: break
        }
        return leavesOutOthers ? .leftOut : .unknown
    }
}
