/// A day, as plans state deadlines.
public struct CalendarDay: Hashable, Comparable, Sendable {
    /// The year.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month.
    public let day: Int

    /// Reads `2022-03-31`; nil for anything else, such as the 30th of February.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map({ $0.count }) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month)
        else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...lengths[month - 1]).contains(day) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Makes a day from its parts; nil when there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        self.init(Self.text(year, month, day))
    }

    /// The earlier day first.
    public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// The days from this day to another; negative when the other is earlier.
    public func days(to other: CalendarDay) -> Int {
        other.number - number
    }

    /// Days since 1 March of year 0: with years running from March to February, the leap day comes last.
    private var number: Int {
        let years = month > 2 ? year : year - 1
        let months = (month + 9) % 12
        return 365 * years + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day - 1
    }
}

extension CalendarDay: CustomStringConvertible {
    /// `2022-03-31`.
    public var description: String { Self.text(year, month, day) }

    private static func text(_ year: Int, _ month: Int, _ day: Int) -> String {
        String(year, digits: 4) + "-" + String(month, digits: 2) + "-" + String(day, digits: 2)
    }
}
