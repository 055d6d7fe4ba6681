public import Scoring
public import Values

/// The content of `assessment.json`.
public struct AssessmentSettings: Sendable {
    /// The display name.
    public let name: LocalizedText
    /// The period being scored.
    public let period: Period
    /// The year being scored: that in which the period ends.
    public var year: Int { period.year }
    /// The stage whose points are shown; `Stage.computed` for those that the figures alone give.
    public internal(set) var stage: Stage
    /// The stages at which people give points, in their order; their points are always kept apart.
    public var stages = StageList()
    /// When the stages are open, and for whom.
    public var windows = StageWindows()
    /// Whether the figures are synthetic; every report then says so.
    public let isSynthetic: Bool
    /// A notice that every report shows, such as where the figures come from.
    public let notice: LocalizedText?
    /// The groups (khối) of units, in the order of reports.
    public let groups: [Group]
    /// The assessment's own dates, such as those of reports.
    public internal(set) var dates: [PlannedDate] = []
    /// To how many decimals the numbers of tables were rounded on reading; nil when none was.
    public internal(set) var roundingDigits: Int?
    /// The folder of last year's assessment, as a path that can be opened.
    public internal(set) var previous: String?
    /// The unit of the costs of actions, such as million đồng.
    public internal(set) var costUnit: LocalizedText?
    /// What says how large a unit is; nil where nothing does.
    public internal(set) var size: UnitSize?
    /// So many days apart, figures may be put beside each other.
    public internal(set) var maximumSpread = 3
    /// From where on somebody is warned.
    public internal(set) var alerts = AlertLimits()
    /// How many bytes a file of the evidence register may have.
    public internal(set) var evidenceLimit = 20 << 20
}

/// A date of an assessment: a report, the self-assessment, the appraisal.
public struct PlannedDate: Hashable, Sendable {
    /// What is due.
    public let name: LocalizedText
    /// The last day for it.
    public let due: CalendarDay
    /// The lead agency (cơ quan chủ trì).
    public let lead: String?
    /// The day on which it was done.
    public let done: CalendarDay?
    /// The source that sets it.
    public let source: String?

    /// Makes a date.
    public init(
        name: LocalizedText, due: CalendarDay, lead: String? = nil, done: CalendarDay? = nil, source: String? = nil
    ) {
        (self.name, self.due, self.lead, self.done, self.source) = (name, due, lead, done, source)
    }
}
