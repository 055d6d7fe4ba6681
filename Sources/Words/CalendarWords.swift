// swift-format-ignore-file
package import Assessment
package import Documents
internal import Values

/// Sentences on the days that are worked.
package enum CalendarWords {
    /// How working days were counted, with a name before: `Thẩm định: 7 ngày làm việc sau 20/11/2026 …`.
    package static func counted(_ days: CountedDays, name: Phrase) -> Phrase { Phrase("\(name): \(counted(days))") }

    /// How working days were counted: `7 ngày làm việc sau 20/11/2026: 23–27/11, 30/11–01/12; không tính 21–22/11 (cuối
    /// tuần), 28–29/11 (cuối tuần)`.
    package static func counted(_ days: CountedDays) -> Phrase {
        let runs = Run.all(of: days)
        let worked = runs.filter { $0.isWorked }.map { $0.phrase }.joined(", ")
        let free = runs.filter { !$0.isWorked }.map { $0.phrase }
        let skipped = free.isEmpty ? Phrase.none : Phrase("; không tính \(free.joined(", "))", "; not counted: \(free.joined(", "))")
        let years = days.yearsWithoutTable.map(String.init).joined(separator: ", ")
        let unknown = years.isEmpty ? Phrase.none : Phrase("; chưa có bảng ngày nghỉ năm \(years)", "; no table of days for \(years)")
        let doubtful = days.doubtful.map { Phrase("; \($0.day) (\(Phrase($0.name))) chưa xác minh có nghỉ hay không", "; whether \($0.day) (\(Phrase($0.name))) is free was not verified") }
        return Phrase("\(days.count) ngày làm việc sau \(days.start): \(worked)\(skipped)\(unknown)\(doubtful.joined(""))",
                      "\(days.count, "working day", "working days") after \(days.start): \(worked)\(skipped)\(unknown)\(doubtful.joined(""))")
    }

    /// Days that follow each other for the same reason.
    private struct Run {
        let reason: WorkingCalendar.Reason
        var first: CalendarDay
        var last: CalendarDay

        var isWorked: Bool { reason.isWorked }

        static func all(of days: CountedDays) -> [Run] {
            var runs: [Run] = []
            for passed in days.passed {
                if let last = runs.last, last.reason == passed.reason {
                    runs[runs.count - 1].last = passed.day
                } else {
                    runs.append(Run(reason: passed.reason, first: passed.day, last: passed.day))
                }
            }
            return runs
        }

        /// `23–27/11`, `30/11–01/12`, with why it does not count.
        var phrase: Phrase {
            let days = first == last ? Self.short(last)
                : first.month == last.month && first.year == last.year
                ? Phrase("\(String(first.day))–\(Self.short(last))") : Phrase("\(Self.short(first))–\(Self.short(last))")
            return days.with(remark: reason.phrase)
        }

        private static func short(_ day: CalendarDay) -> Phrase { Phrase(verbatim: "\(day.day)/\(day.month)") }
    }
}

extension WorkingCalendar.Reason {
    /// Why a day is no plain working day; nil for one that is.
    fileprivate var phrase: Phrase? {
        switch self {
        case .ordinary: nil
        case .weekend: Phrase("cuối tuần", "weekend")
        case .holiday(let name): Phrase(name)
        case .substitute(let name): Phrase("nghỉ bù \(Phrase(name))", "in place of \(Phrase(name))")
        case .swapped(let name): Phrase(name)
        }
    }
}
