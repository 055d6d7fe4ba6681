public import Values

/// A period that is scored: a month, a quarter, a half-year, a year, or any days.
///
///     let august = Period("2026-08")
///     august?.before  // July
public struct Period: Hashable, Sendable {
    /// How long it is.
    public enum Kind: String, CaseIterable, Hashable, Sendable { case month, quarter, halfYear, year, days }

    /// How long it is.
    public let kind: Kind
    /// The year in which it ends.
    public let year: Int
    /// Which of its kind within the year, from 1; 1 for a year and for any days.
    public let number: Int
    /// Its first day.
    public let first: CalendarDay
    /// Its last day.
    public let last: CalendarDay

    /// Makes a month, quarter, half-year or year; nil where there is none.
    public init?(_ kind: Kind, _ number: Int = 1, of year: Int) {
        guard let length = kind.months, (1...12 / length).contains(number),
            let first = CalendarDay(year: year, month: (number - 1) * length + 1, day: 1),
            let last = CalendarDay(endOfMonth: number * length, year: year)
        else { return nil }
        (self.kind, self.year, self.number, self.first, self.last) = (kind, year, number, first, last)
    }

    /// Makes a year; one that no calendar writes with four digits becomes the nearest that one does.
    public init(year: Int) {
        guard let whole = Period(.year, of: min(max(year, 0), 9999)) else {
            preconditionFailure("every year from 0 to 9999 is a period")
        }
        self = whole
    }

    /// Makes a period of any days; nil where the last comes before the first.
    public init?(from first: CalendarDay, to last: CalendarDay) {
        guard first <= last else { return nil }
        (kind, year, number, self.first, self.last) = (.days, last.year, 1, first, last)
    }

    /// Reads a period as files write it: `2026`, `2026-08`, `2026-Q3`, `2026-H1`; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let year = parts.first.flatMap({ Self.number($0, digits: 4) }), parts.count <= 2,
            CalendarDay.years.contains(year)
        else { return nil }
        guard parts.count == 2 else {
            self.init(.year, of: year)
            return
        }
        switch parts[1].first {
        case "Q": self.init(.quarter, Self.number(parts[1].dropFirst(), digits: 1) ?? 0, of: year)
        case "H": self.init(.halfYear, Self.number(parts[1].dropFirst(), digits: 1) ?? 0, of: year)
        default: self.init(.month, Self.number(parts[1], digits: 2) ?? 0, of: year)
        }
    }

    private static func number(_ text: Substring, digits: Int) -> Int? {
        guard text.utf8.count == digits, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }

    /// `2026-08`, `2026-Q3`, `2026-H1`, `2026`; of any days `2026-08-01/2026-08-15`.
    public var code: String {
        switch kind {
        case .month: "\(year)-" + String(number, digits: 2)
        case .quarter: "\(year)-Q\(number)"
        case .halfYear: "\(year)-H\(number)"
        case .year: "\(year)"
        case .days: "\(first)/\(last)"
        }
    }

    /// How many periods of its kind a year has; 1 for any days.
    public var countInYear: Int { 12 / (kind.months ?? 12) }

    /// The period of the same kind just before; nil for any days.
    public var before: Period? { moved(by: -1) }

    /// The period of the same kind that comes some periods later; nil for any days.
    public func moved(by count: Int) -> Period? {
        guard let length = kind.months else { return nil }
        let position = year * (12 / length) + number - 1 + count
        return Period(kind, position % (12 / length) + 1, of: position / (12 / length))
    }

    /// What an earlier period is to this one; nil for a period of another kind, and for any other.
    public func relation(to earlier: Period) -> Relation? {
        guard kind == earlier.kind else { return nil }
        if kind == .days { return earlier.last.days(to: first) == 1 ? .justBefore : nil }
        if before == earlier { return kind == .year ? .lastYear : .justBefore }
        return earlier.number == number && earlier.year == year - 1 ? .samePeriodOfLastYear : nil
    }

    /// What an earlier period is to a later one of the same kind.
    public enum Relation: String, CaseIterable, Hashable, Sendable {
        /// The year before a year.
        case lastYear
        /// The month before a month, and so on.
        case justBefore
        /// The same month, quarter or half-year of the year before.
        case samePeriodOfLastYear
    }
}

extension Period: Comparable {
    /// The one that ends earlier first.
    public static func < (left: Period, right: Period) -> Bool { (left.last, right.first) < (right.last, left.first) }
}

extension Period.Kind {
    /// The months that it has; nil for any days.
    fileprivate var months: Int? {
        switch self {
        case .month: 1
        case .quarter: 3
        case .halfYear: 6
        case .year: 12
        case .days: nil
        }
    }
}

extension CalendarDay {
    /// The last day of a month.
    fileprivate init?(endOfMonth month: Int, year: Int) {
        for day in [31, 30, 29, 28] {
            if let last = CalendarDay(year: year, month: month, day: day) {
                self = last
                return
            }
        }
        return nil
    }
}
