import Scoring
import Values

/// By when a request is to be answered, as a cell says it: a day, or so many working days after the day on which it was
/// asked, after another day, or after the last day of a stage.
enum RequestDeadline: Hashable {
    /// After what working days are counted.
    enum Start: Hashable {
        case asked
        case day(CalendarDay)
        case stage(Stage)
    }

    case day(CalendarDay)
    case workingDays(Int, after: Start)

    private static let units = [["ngay", "lam", "viec"], ["working", "days"], ["working", "day"]]
    private static let after = [["sau"], ["ke", "tu"], ["after"]]
    /// What may stand before the name of a stage.
    private static let fillers: Set<String> = ["buoc", "giai", "doan", "stage", "the", "khi", "ngay"]

    /// Reads `25/11/2026`, `7 ngày làm việc`, `7 ngày làm việc sau 20/11/2026` and `7 ngày làm việc sau bước thẩm định`, in
    /// English `7 working days after appraisal`; nil for anything else.
    init?(_ text: String, stages: StageWords) {
        if let day = CalendarDay(text) {
            self = .day(day)
            return
        }
        var words = text.split(whereSeparator: { $0.isWhitespace }).map(String.init)
        guard let first = words.first, let count = Int(first), (1...366).contains(count) else { return nil }
        words.removeFirst()
        guard Self.drop(Self.units, from: &words) else { return nil }
        if words.isEmpty {
            self = .workingDays(count, after: .asked)
            return
        }
        guard Self.drop(Self.after, from: &words), !words.isEmpty else { return nil }
        while true {
            let rest = words.joined(separator: " ")
            if let day = CalendarDay(rest) {
                self = .workingDays(count, after: .day(day))
                return
            }
            if let stage = stages.stage(rest) {
                self = .workingDays(count, after: .stage(stage))
                return
            }
            guard words.count > 1, Self.fillers.contains(VietnameseText.word(words[0])) else { return nil }
            words.removeFirst()
        }
    }

    /// Takes one of some phrases from the beginning of a text; false where none stands there.
    private static func drop(_ phrases: [[String]], from words: inout [String]) -> Bool {
        let folded = words.map { VietnameseText.word($0) }
        guard let found = phrases.first(where: { folded.starts(with: $0) }) else { return false }
        words.removeFirst(found.count)
        return true
    }
}
