public import Values

/// How forms are filled in, and which of them nobody should trust: rules that `survey check` counts by.
public struct FieldWork: Hashable, Sendable {
    /// The headings of when a form was begun and ended, of the minutes that it took, of who asked, and of the device or
    /// the phone; each nil where the file does not say.
    public let start, end, minutes, interviewer, device: [String]?
    /// With fewer minutes a form was answered too fast.
    public let leastMinutes: FixedDecimal?
    /// A block with at least so many answers, all of them the same, was not read.
    public let sameAnswers: Int?
    /// So many forms of one device within so many minutes are a burst.
    public let burst: Burst?
    /// The days in which people were asked.
    public let from, to: CalendarDay?
    /// Forms that break one of these rules do not count.
    public let drop: [FieldRule]

    /// Forms of one device that come too close upon each other.
    public struct Burst: Hashable, Sendable {
        /// From how many forms on.
        public let forms: Int
        /// Within how many minutes.
        public let minutes: Int
    }

    /// The rules that are stated, and for which the file has columns.
    public var rules: [FieldRule] {
        FieldRule.allCases.filter { rule in
            switch rule {
            case .tooFast: leastMinutes != nil && (minutes != nil || start != nil && end != nil)
            case .sameAnswers: sameAnswers != nil
            case .burst: burst != nil && device != nil && (start ?? end) != nil
            case .outsidePeriod: (from ?? to) != nil && (start ?? end) != nil
            }
        }
    }
}

/// What can be wrong with how a form was filled in.
public enum FieldRule: String, CaseIterable, Hashable, Sendable {
    /// It took less time than anyone needs.
    case tooFast
    /// All answers to a block are the same.
    case sameAnswers
    /// It came with others from one device or phone at once.
    case burst
    /// It was filled in before or after the survey.
    case outsidePeriod
}
