public import Values

/// How the weights of a survey are adjusted to known populations, as a questionnaire states it.
public struct CalibrationPlan: Hashable, Sendable {
    /// How margins are met.
    public let method: CalibrationMethod
    /// The margins, each by the codes of the domains that it crosses; ``unit`` stands for the units.
    public let margins: [[String]]
    /// The classes in which those who answered stand for those who did not; nil where nobody does, empty where all forms
    /// are one class.
    public let response: [String]?
    /// The least and the most that a form may weigh after calibration, as multiples of the mean weight; nil for no
    /// bounds.
    public let trim: ClosedRange<FixedDecimal>?

    /// What stands for the units among the codes of domains.
    public static let unit = "unit"

    /// The variable of a margin, as a table of populations names it: `service*age`.
    static func variable(of margin: [String]) -> String { margin.joined(separator: "*") }
}
