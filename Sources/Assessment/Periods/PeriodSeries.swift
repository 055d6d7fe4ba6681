/// Assessments of one kind of period, in order, with the periods of which there is none.
public struct PeriodSeries: Sendable {
    /// Why assessments make no series.
    public enum Fault: Error, Hashable, Sendable {
        /// Their periods are of different kinds: the folders of two.
        case kindsDiffer(String, String)
        /// Two are of the same period, or of days that overlap: their folders.
        case samePeriod(String, String)
        /// The periods between the first and the last are more than can be shown.
        case tooLong
    }

    /// A period, with its assessment; nil where there is none.
    public struct Entry: Sendable {
        /// The period.
        public let period: Period
        /// Its assessment.
        public let assessment: Assessment?
    }

    /// The most periods from the first to the last.
    static let mostPeriods = 1_000

    /// From the first period to the last: none is skipped over.
    public let entries: [Entry]

    /// Puts assessments in order.
    /// - Throws: ``Fault``.
    public init(_ assessments: [Assessment]) throws(Fault) {
        let sorted = assessments.sorted { $0.settings.period < $1.settings.period }
        for (earlier, later) in zip(sorted, sorted.dropFirst()) {
            let (first, second) = (earlier.settings.period, later.settings.period)
            guard first.kind == second.kind else { throw .kindsDiffer(earlier.folder, later.folder) }
            guard first.last < second.first else { throw .samePeriod(earlier.folder, later.folder) }
        }
        var entries: [Entry] = []
        for assessment in sorted {
            while let next = entries.last?.period.moved(by: 1), next < assessment.settings.period {
                guard entries.count < Self.mostPeriods else { throw .tooLong }
                entries.append(Entry(period: next, assessment: nil))
            }
            entries.append(Entry(period: assessment.settings.period, assessment: assessment))
        }
        self.entries = entries
    }
}
