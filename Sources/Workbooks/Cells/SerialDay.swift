internal import Values

/// Days and times as spreadsheets count them: days since an origin, with the time as the fraction.
enum SerialDay {
    /// Where a workbook's days begin to count.
    enum System: Hashable, Sendable {
        /// Day 1 is 1 January 1900, and 1900 counts as a leap year, which it was not.
        case from1900
        /// Day 0 is 1 January 1904.
        case from1904
    }

    /// A number as days and seconds.
    struct Parts: Hashable {
        var days: Int
        var seconds: Int
    }

    static let secondsOfDay = 86_400

    /// The whole days, and the seconds of the last, rounded; nil for numbers below zero and those that no day has.
    static func parts(of number: CellNumber) -> Parts? {
        guard number.sign >= 0, number.exponent < 8 else { return number.sign == 0 ? Parts(days: 0, seconds: 0) : nil }
        if number.exponent >= 0 {
            var days = Int(number.coefficient)
            for _ in 0..<number.exponent { days = days < 10_000_000 ? days * 10 : days }
            return days < 10_000_000 ? Parts(days: days, seconds: 0) : nil
        }
        guard number.exponent > -19 else { return Parts(days: 0, seconds: 0) }
        var unit: UInt64 = 1
        for _ in 0..<(-number.exponent) { unit *= 10 }
        let (days, rest) = number.coefficient.quotientAndRemainder(dividingBy: unit)
        guard days < 10_000_000 else { return nil }
        let seconds = (UInt128(rest) * UInt128(secondsOfDay) + UInt128(unit / 2)) / UInt128(unit)
        return Parts(days: Int(days), seconds: Int(seconds))
    }

    /// The text of a day: `2024-06-30`; nil beyond the year 9999, and for day 0 of 1900.
    static func append(day days: Int, _ system: System, to bytes: inout [UInt8]) -> Bool {
        switch system {
        case .from1904: return append(CalendarDay(year: 1904, month: 1, day: 1), days, to: &bytes)
        case .from1900:
            if days == 0 { return false }
            if days == 60 {
                // The day that there never was; whoever reads a day refuses it by its own name.
                bytes += "1900-02-29".utf8
                return true
            }
            return append(CalendarDay(year: 1899, month: 12, day: days < 60 ? 31 : 30), days, to: &bytes)
        }
    }

    private static func append(_ origin: CalendarDay?, _ days: Int, to bytes: inout [UInt8]) -> Bool {
        guard let day = origin?.adding(days: days) else { return false }
        bytes += day.description.utf8
        return true
    }

    /// The text of a time: `08:30:00`; hours may go beyond 24.
    static func append(seconds: Int, to bytes: inout [UInt8]) {
        for (index, part) in [seconds / 3600, seconds / 60 % 60, seconds % 60].enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ":")) }
            if part < 10 { bytes.append(UInt8(ascii: "0")) }
            bytes += String(part).utf8
        }
    }
}
