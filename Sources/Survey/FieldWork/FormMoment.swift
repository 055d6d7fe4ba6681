internal import Tables
internal import Values

/// A day and a time of day as form tools write them, by the clock of Viet Nam.
struct FormMoment: Comparable {
    let day: CalendarDay
    /// Seconds since the beginning of the calendar.
    let seconds: Int

    /// Reads `2026-03-01T09:15:00.000+07:00`, `2026-03-01 09:15`, `1/3/2026 9:15 CH`, `03/01/2026 09:15:00 AM`, or the
    /// number that a spreadsheet has for it. Moments in Greenwich (`Z`) are moved to Viet Nam.
    /// - Parameter monthFirst: Whether the month stands before the day.
    init?(_ text: String, monthFirst: Bool) {
        if let moment = Self.serial(text) {
            self = moment
            return
        }
        let parts = text.split { $0 == " " || $0 == "T" || $0 == "," }.map { String($0) }
        guard let first = parts.first, let day = Self.day(first, monthFirst: monthFirst) else { return nil }
        guard parts.count > 1 else {
            self.init(day: day, second: 0)
            return
        }
        var clock = parts[1]
        var shift = 0
        if clock.hasSuffix("Z") {
            clock.removeLast()
            shift = 7 * 3600
        } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            let zone = clock[sign...].dropFirst().prefix { $0.isNumber }
            if zone == "00" || zone == "0000" { shift = 7 * 3600 }
            clock = String(clock[..<sign])
        }
        let numbers = clock.split(separator: ":").map { $0.split(separator: ".").first.flatMap { Int($0) } }
        guard (2...3).contains(numbers.count), var hour = numbers[0], let minute = numbers[1],
            let second = numbers.count > 2 ? numbers[2] : 0, (0...23).contains(hour), (0...59).contains(minute),
            (0...60).contains(second)
        else { return nil }
        let half = parts.dropFirst(2).first?.uppercased()
        if half == "PM" || half == "CH", hour < 12 { hour += 12 }
        if half == "AM" || half == "SA", hour == 12 { hour = 0 }
        self.init(day: day, second: hour * 3600 + minute * 60 + second + shift)
    }

    private init?(day: CalendarDay, second: Int) {
        let whole = second / 86_400
        guard let own = whole == 0 ? day : day.adding(days: whole) else { return nil }
        self.day = own
        seconds = day.number * 86_400 + second
    }

    /// Days since the end of 1899, as spreadsheets count them.
    private static func serial(_ text: String) -> FormMoment? {
        // Six decimals of a day are a twelfth of a second.
        let short = text.lastIndex(of: ".").map { text.prefix(upTo: $0) + text[$0...].prefix(7) } ?? text[...]
        guard case .number(let number, isPercent: false) = NumberReader(decimalSeparator: .point).read(String(short)),
            number.mantissa >= 30_000 * FixedDecimal.scale, number.mantissa < 80_000 * FixedDecimal.scale,
            let base = CalendarDay(year: 1899, month: 12, day: 30)
        else { return nil }
        let (days, rest) = Int(number.mantissa).quotientAndRemainder(dividingBy: Int(FixedDecimal.scale))
        return base.adding(days: days).flatMap {
            FormMoment(day: $0, second: (rest * 86_400 + 500_000) / Int(FixedDecimal.scale))
        }
    }

    private static func day(_ text: String, monthFirst: Bool) -> CalendarDay? {
        let parts = text.split(separator: "/")
        guard parts.count == 3, parts[0].count < 3 || parts[0].count == 4 else { return CalendarDay(text) }
        if parts[0].count == 4 { return CalendarDay(text) }
        return CalendarDay(monthFirst ? "\(parts[1])/\(parts[0])/\(parts[2])" : text)
    }

    /// Whether some texts are only days when the month stands first.
    static func haveMonthFirst(_ texts: some Sequence<String>) -> Bool {
        texts.contains { text in
            FormMoment(text, monthFirst: false) == nil && FormMoment(text, monthFirst: true) != nil
        }
    }

    static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }
}
