public import Values

/// Which days are worked: weekends, the holidays that the law fixes, and what is stated for a year (Tết, Giỗ Tổ Hùng
/// Vương, the second day of Quốc khánh, substitute and swapped days), which nobody can compute.
public struct WorkingCalendar: Hashable, Sendable {
    /// What a table says of a day.
    public struct Entry: Hashable, Sendable {
        /// The day.
        public let day: CalendarDay
        /// Whether it is worked: true for a weekend that is swapped, false for a holiday.
        public let isWorked: Bool
        /// Its name.
        public let name: LocalizedText
        /// The document that says so.
        public let source: String?
        /// Whether the source was read. A day that is not verified counts as any other, and whoever counts past it says so.
        public let isVerified: Bool
    }

    /// Why a day is worked or not.
    public enum Reason: Hashable, Sendable {
        /// A day of the week that is always worked.
        case ordinary
        /// Saturday or Sunday.
        case weekend
        /// A holiday, by name.
        case holiday(LocalizedText)
        /// The day worked in place of a holiday that fell on a weekend.
        case substitute(LocalizedText)
        /// A weekend that is worked in place of another day.
        case swapped(LocalizedText)

        /// Whether the day is worked.
        public var isWorked: Bool {
            switch self {
            case .ordinary, .swapped: true
            case .weekend, .holiday, .substitute: false
            }
        }
    }

    /// What is stated, by day.
    let entries: [CalendarDay: Entry]
    /// The years for which something is stated; of any other only what the law fixes is known.
    public let years: Set<Int>

    /// Makes a calendar; of two entries for a day the first counts.
    public init(_ entries: [Entry] = []) {
        self.entries = Dictionary(entries.map { ($0.day, $0) }, uniquingKeysWith: { first, _ in first })
        years = Set(entries.map { $0.day.year })
    }

    /// The holidays that have the same day each year: article 112 of the Labour Code (45/2019/QH14). Of Quốc khánh the
    /// second day, before or after, is stated year by year.
    private static let fixed: [(month: Int, day: Int, name: LocalizedText)] = [
        (1, 1, LocalizedText(vi: "Tết Dương lịch", en: "New Year")),
        (4, 30, LocalizedText(vi: "Ngày Chiến thắng", en: "Victory Day")),
        (5, 1, LocalizedText(vi: "Ngày Quốc tế lao động", en: "Labour Day")),
        (9, 2, LocalizedText(vi: "Quốc khánh", en: "National Day")),
    ]

    /// Why a day is worked or not.
    public func reason(_ day: CalendarDay) -> Reason {
        if let entry = entries[day], entry.isVerified {
            return entry.isWorked ? .swapped(entry.name) : .holiday(entry.name)
        }
        if let name = Self.fixedHoliday(day) { return .holiday(name) }
        if day.isWeekend { return .weekend }
        return substituted(by: day).map { .substitute($0) } ?? .ordinary
    }

    /// What is stated for a day and was not verified.
    public func doubt(_ day: CalendarDay) -> Entry? { entries[day].flatMap { $0.isVerified ? nil : $0 } }

    private static func fixedHoliday(_ day: CalendarDay) -> LocalizedText? {
        fixed.first { $0.month == day.month && $0.day == day.day }?.name
    }

    /// The fixed holiday on a weekend in whose place a working day is free: the next one that is worked (article 111, 3);
    /// nil for other days. Where something is stated for the year, the statement names such days itself.
    private func substituted(by day: CalendarDay) -> LocalizedText? {
        if years.contains(day.year) { return nil }
        var taken: Set<CalendarDay> = []
        for holiday in Self.fixed {
            guard var next = CalendarDay(year: day.year, month: holiday.month, day: holiday.day), next.isWeekend else {
                continue
            }
            while next.isWeekend || Self.fixedHoliday(next) != nil || taken.contains(next) {
                guard let following = next.adding(days: 1) else { return nil }
                next = following
            }
            if next == day { return holiday.name }
            taken.insert(next)
        }
        return nil
    }
}

extension CalendarDay {
    /// Whether it is a Saturday or a Sunday.
    var isWeekend: Bool { weekday == .saturday || weekday == .sunday }
}

/// So many working days after a day, written out.
public struct CountedDays: Hashable, Sendable {
    /// A day that was passed: the days behind the first up to the last.
    public struct Passed: Hashable, Sendable {
        /// The day.
        public let day: CalendarDay
        /// Why it counts or does not.
        public let reason: WorkingCalendar.Reason
    }

    /// How many working days.
    public let count: Int
    /// The day after which they are counted; it does not count itself.
    public let start: CalendarDay
    /// The last of them.
    public let last: CalendarDay
    /// All days that were passed, in their order.
    public let passed: [Passed]
    /// The years among them for which nothing is stated: their Tết, Giỗ Tổ and swapped days are not known.
    public let yearsWithoutTable: [Int]
    /// Days among them of which something is stated that was not verified; they counted as any other.
    public let doubtful: [WorkingCalendar.Entry]
}

extension WorkingCalendar {
    /// The working days after a day; nil where they lead out of the calendar.
    ///
    /// - Parameters:
    ///   - count: at least one.
    ///   - start: the day after which they begin.
    /// - Complexity: O(days passed).
    public func count(_ count: Int, after start: CalendarDay) -> CountedDays? {
        var (left, current) = (count, start)
        var passed: [CountedDays.Passed] = []
        while left > 0 {
            guard let next = current.adding(days: 1) else { return nil }
            current = next
            let reason = reason(next)
            passed.append(CountedDays.Passed(day: next, reason: reason))
            if reason.isWorked { left -= 1 }
        }
        return CountedDays(
            count: count, start: start, last: current, passed: passed,
            yearsWithoutTable: Set(passed.map({ $0.day.year })).subtracting(years).sorted(),
            doubtful: passed.compactMap { doubt($0.day) })
    }
}
