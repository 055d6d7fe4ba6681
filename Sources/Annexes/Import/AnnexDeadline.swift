internal import Scoring
internal import Values

/// The time that an annex states for a task.
enum AnnexDeadline {
    /// Reads what is clear: "Quý I/2026", "Tháng 6/2026", "Năm 2026", "30/6/2026", "Thường xuyên", "Khi có yêu cầu"; nil
    /// for everything else, such as "Trước ngày 30/6", of which nobody knows whether the day itself is late.
    static func read(_ text: String) -> Deadline? {
        let folded = VietnameseText.word(text)
        if folded == "thuong xuyen" { return Deadline(kind: .continuous, text: text) }
        if folded.hasPrefix("khi ") { return Deadline(kind: .conditional, text: text) }
        let words = folded.split(separator: " ").map(String.init)
        guard let last = words.last, words.count <= 2 else { return nil }
        let parts = last.split(separator: "/").map(String.init)
        func range(_ year: String, _ months: ClosedRange<Int>) -> Deadline? {
            guard let year = Int(year), (2000...2100).contains(year),
                let from = CalendarDay(year: year, month: months.lowerBound, day: 1),
                let due = (28...31).reversed().lazy.compactMap({
                    CalendarDay(year: year, month: months.upperBound, day: $0)
                }).first
            else { return nil }
            return Deadline(kind: .range, text: text, from: from, due: due)
        }
        switch (words.count, words[0], parts.count) {
        case (2, "quy", 2):
            guard let quarter = AnnexCode.romanValue(parts[0].uppercased()) ?? Int(parts[0]), (1...4).contains(quarter)
            else { return nil }
            return range(parts[1], quarter * 3 - 2...quarter * 3)
        case (2, "thang", 2):
            guard let month = Int(parts[0]), (1...12).contains(month) else { return nil }
            return range(parts[1], month...month)
        case (2, "nam", 1): return range(parts[0], 1...12)
        case (1, _, 3), (2, "ngay", 3):
            guard let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2]),
                let due = CalendarDay(year: year, month: month, day: day)
            else { return nil }
            return Deadline(kind: .date, text: text, due: due)
        default: return nil
        }
    }
}
