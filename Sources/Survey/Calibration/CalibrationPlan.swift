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

extension Questionnaire {
    /// The code under which cells of a tally are divided by weight: those of one cell then weigh the same.
    static let weightDomain = "*weight"

    /// The domains by which cells are divided: those asked for, and what calibration needs.
    func cellDomains(_ asked: [String]) -> [String] {
        guard let calibration else { return asked }
        var needed = (calibration.margins + [calibration.response ?? []]).flatMap { $0 }
            .filter { $0 != CalibrationPlan.unit }
        if columns.weight != nil { needed.append(Self.weightDomain) }
        var seen = Set(asked)
        return asked + needed.filter { seen.insert($0).inserted }
    }

    /// The headings under which a domain by which cells are divided may be found.
    func headings(ofDomain code: String) -> [String] {
        if code == Self.weightDomain, let weight = columns.weight { return weight }
        return columns.domains.first { $0.code == code }?.columns ?? [code]
    }

    /// The codes by which cells can be divided.
    var cellDomainCodes: [String] {
        columns.domains.map(\.code) + (calibration != nil && columns.weight != nil ? [Self.weightDomain] : [])
    }
}
