/// A day, as plans state deadlines.
public struct CalendarDay: Hashable, Comparable, Sendable {
    /// The year.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month.
    public let day: Int

    /// The years that a written day may be in: a year outside is a slip of the hand.
    package static let years = 1900...2200

    /// Reads a day as people write it, in tables, JSON and options alike: `2022-03-31`, `2022-3-31`, `31/3/2022`,
    /// `31.03.2022`, `31-3-2022`; between day, month and year stands the same sign. The year has four digits.
    ///
    /// Nil for anything else: the 30th of February, `12/7/25`, `03/31/2022`, a year before 1900 or after 2200.
    public init?(_ text: String) {
        let letters = Array(text.utf8)
        var numbers: [Int] = []
        var lengths: [Int] = []
        var separator: UInt8?
        var isAfterDigit = false
        guard letters.count <= 10 else { return nil }
        for letter in letters {
            if letter >= 0x30, letter <= 0x39 {
                let digit = Int(letter - 0x30)
                if isAfterDigit {
                    numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + digit
                    lengths[lengths.count - 1] += 1
                } else {
                    numbers.append(digit)
                    lengths.append(1)
                }
                isAfterDigit = true
                continue
            }
            // `-`, `.`, `/`
            guard isAfterDigit, letter >= 0x2D, letter <= 0x2F, separator ?? letter == letter else { return nil }
            separator = letter
            isAfterDigit = false
        }
        guard isAfterDigit, numbers.count == 3, lengths[1] <= 2 else { return nil }
        if lengths[0] == 4, lengths[2] <= 2 {
            self.init(year: numbers[0], month: numbers[1], day: numbers[2])
        } else if lengths[2] == 4, lengths[0] <= 2 {
            self.init(year: numbers[2], month: numbers[1], day: numbers[0])
        } else {
            return nil
        }
        if !Self.years.contains(year) { return nil }
    }

    /// Makes a day from its parts; nil when there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), (1...12).contains(month) else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...lengths[month - 1]).contains(day) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The earlier day first.
    public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// The days from this day to another; negative when the other is earlier.
    public func days(to other: CalendarDay) -> Int {
        other.number - number
    }

    /// The day that is so many days later; nil before the year 0 and after 9999.
    package func adding(days: Int) -> CalendarDay? {
        let (sum, overflow) = number.addingReportingOverflow(days)
        // A bound for the numbers below: there are 3,652,364 days up to the end of the year 9999.
        guard !overflow, (0..<4_000_000).contains(sum) else { return nil }
        // Centuries and years are counted from March; the last of four centuries, and of four years, has a day more.
        let ofEra = sum % 146_097
        let year = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * year + year / 4 - year / 100)
        let month = (5 * ofYear + 2) / 153
        return CalendarDay(
            year: sum / 146_097 * 400 + year + (month > 9 ? 1 : 0), month: month > 9 ? month - 9 : month + 3,
            day: ofYear - (153 * month + 2) / 5 + 1)
    }

    /// Days since 1 March of year 0: with years running from March to February, the leap day comes last.
    package var number: Int {
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
