/// Where things stand in a form of explanation: what a unit is asked, and room for its answers.
package enum ExplanationLayout {
    /// A column, from 1.
    package enum Column: Int, CaseIterable, Sendable {
        case code = 1
        case name, maximum, claimed, shown, points, question, askedBy, asked, due, answer, evidence, day
        /// Hidden: the code of the unit, and that of the criterion or figure.
        case unit, subject

        package var number: Int { rawValue }
        package var isHidden: Bool { self == .unit || self == .subject }
        /// Whether the unit writes into it.
        package var isOpen: Bool { self == .answer || self == .evidence || self == .day }
    }
}
