internal import Values

/// A day, with or without a time, or a duration, as files write them: `2024-06-30`, `2024-06-30T08:30:00`, `PT08H30M`.
struct WrittenMoment {
    /// The text in the form in which a table is read.
    private(set) var text: [UInt8] = []
    private(set) var kind = Sheet.Kind.day

    /// Reads a day, with or without a time; nil for anything else.
    init?(_ bytes: some Collection<UInt8>) {
        let word = String(decoding: bytes, as: UTF8.self)
        let parts = word.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count <= 2, let first = parts.first, first.utf8.count == 10 else { return nil }
        let numbers = first.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
        guard numbers.count == 3, let day = CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2]) else {
            return nil
        }
        text += day.description.utf8
        guard parts.count == 2 else { return }
        var clock = parts[1]
        if clock.last == "Z" { clock.removeLast() }
        let units = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard units.count == 2 || units.count == 3, let hours = Int(units[0]), let minutes = Int(units[1]),
            let seconds = units.count == 3 ? Double(units[2]) : 0, (0..<24).contains(hours),
            (0..<60).contains(minutes), seconds >= 0, seconds < 60
        else { return nil }
        if hours == 0, minutes == 0, seconds == 0 { return }
        kind = .moment
        text.append(UInt8(ascii: " "))
        SerialDay.append(seconds: hours * 3600 + minutes * 60 + Int(seconds), to: &text)
    }

    /// Reads a duration such as `PT08H30M00S`; nil for anything else.
    init?(duration bytes: some Collection<UInt8>) {
        var rest = bytes[...]
        guard rest.popFirst() == UInt8(ascii: "P") else { return nil }
        var total = 0
        var isTime = false
        while let byte = rest.first {
            if byte == UInt8(ascii: "T"), !isTime {
                isTime = true
                rest = rest.dropFirst()
                continue
            }
            let digits = rest.prefix { $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
            rest = rest.dropFirst(digits.count)
            let whole = digits.prefix { $0 &- 0x30 < 10 }
            guard !whole.isEmpty, whole.count < 8, let value = Int(String(decoding: whole, as: UTF8.self)) else {
                return nil
            }
            switch (rest.popFirst(), isTime) {
            case (UInt8(ascii: "D"), false): total += value * SerialDay.secondsOfDay
            case (UInt8(ascii: "H"), true): total += value * 3600
            case (UInt8(ascii: "M"), true): total += value * 60
            case (UInt8(ascii: "S"), true): total += value
            default: return nil
            }
        }
        kind = .time
        SerialDay.append(seconds: total, to: &text)
    }
}
