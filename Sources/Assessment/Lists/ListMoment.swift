import Values

/// A day as people and systems write it in lists, with or without a time of day.
struct ListMoment: Equatable {
    /// The number of the day.
    var day: Int
    /// The seconds since midnight; nil where no time is written.
    var second: Int?

    /// Reads `2026-07-03`, `3/7/2026`, `03.07.2026`, each with a time before or behind it (`14:30`, `14:30:05`,
    /// `T14:30:05Z`); nil for anything else.
    /// - Parameter isMonthFirst: Whether `7/3/2026` is the third of July; a year in front is followed by the month anyway.
    init?(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, isMonthFirst: Bool) {
        // In bounds: `range` is a cell of the row; each index is compared with its end, and the byte before is that of
        // the cell.
        var place = range.lowerBound
        let end = range.upperBound
        var found: Int?
        while place < end {
            let byte = bytes[place]
            if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "T"), place > range.lowerBound {
                place += 1
                continue
            }
            // A dash between time and day, as in `14:30 - 03/07/2026`.
            if byte == UInt8(ascii: "-"), place > range.lowerBound, place + 1 < end, bytes[place + 1] == 0x20,
                bytes[place - 1] == 0x20
            {
                place += 1
                continue
            }
            let (first, next) = Self.number(at: place, upTo: end, in: bytes)
            guard next > place, next < end else { return nil }
            let sign = bytes[next]
            if sign == UInt8(ascii: ":") {
                guard second == nil, next - place <= 2, let time = Self.time(first, at: next + 1, upTo: end, in: bytes)
                else { return nil }
                (second, place) = (time.second, time.next)
            } else {
                guard found == nil, sign >= 0x2D, sign <= 0x2F else { return nil }
                let (middle, afterMiddle) = Self.number(at: next + 1, upTo: end, in: bytes)
                guard afterMiddle < end, bytes[afterMiddle] == sign, (1...2).contains(afterMiddle - next - 1) else {
                    return nil
                }
                let (last, afterLast) = Self.number(at: afterMiddle + 1, upTo: end, in: bytes)
                let (firstDigits, lastDigits) = (next - place, afterLast - afterMiddle - 1)
                if firstDigits == 4, (1...2).contains(lastDigits) {
                    found = Self.day(first, middle, last)
                } else if (1...2).contains(firstDigits), lastDigits == 4 {
                    found = isMonthFirst ? Self.day(last, first, middle) : Self.day(last, middle, first)
                } else {
                    return nil
                }
                if found == nil { return nil }
                place = afterLast
            }
            // What follows is divided from it.
            guard place == end || bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: "T") else {
                return nil
            }
        }
        guard let found else { return nil }
        day = found
    }

    /// Up to four digits; what comes next stands where they begin if there are none.
    @inline(__always)
    private static func number(
        at start: Int, upTo end: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> (number: Int, next: Int) {
        var (number, place) = (0, start)
        while place < end, place - start < 5, bytes[place] &- 0x30 < 10 {
            number = number * 10 + Int(bytes[place] &- 0x30)
            place += 1
        }
        return (number, place)
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Int? {
        guard CalendarDay.years.contains(year) else { return nil }
        return CalendarDay(year: year, month: month, day: day)?.number
    }

    /// Minutes, and seconds if there are some; fractions of seconds and a `Z` are left out.
    private static func time(
        _ hours: Int, at start: Int, upTo end: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> (second: Int, next: Int)? {
        let (minutes, afterMinutes) = number(at: start, upTo: end, in: bytes)
        guard hours < 24, minutes < 60, afterMinutes == start + 2 else { return nil }
        var (second, place) = (hours * 3600 + minutes * 60, afterMinutes)
        if place < end, bytes[place] == UInt8(ascii: ":") {
            let (seconds, next) = number(at: place + 1, upTo: end, in: bytes)
            guard seconds < 60, next == place + 3 else { return nil }
            second += seconds
            place = next
            if place < end, bytes[place] == UInt8(ascii: ".") {
                let (_, next) = number(at: place + 1, upTo: end, in: bytes)
                guard next > place + 1 else { return nil }
                place = next
                while place < end, bytes[place] &- 0x30 < 10 { place += 1 }
            }
        }
        if place < end, bytes[place] == UInt8(ascii: "Z") { place += 1 }
        return (second, place)
    }

    /// Whether this is before another: by their days, or by their times where both have some; without one, what was done
    /// on a day was done when it began, and what is due on a day is due when it ends.
    func isAfter(_ due: ListMoment, comparingTimes: Bool) -> Bool {
        if day != due.day || !comparingTimes { return day > due.day }
        guard let second, let limit = due.second else { return false }
        return second > limit
    }
}
