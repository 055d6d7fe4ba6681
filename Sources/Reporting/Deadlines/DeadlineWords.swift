package import Documents
internal import Words
import Scoring
import Values

/// How tasks stand, in words.
enum DeadlineWords {
    /// A state: `Quá hạn`.
    static func text(_ state: DeadlineStanding.State, in language: Language) -> String {
        wording(state).text(language)
    }

    private static func wording(_ state: DeadlineStanding.State) -> Wording {
        switch state {
        case .overdue: Wording(vi: "Quá hạn", en: "Overdue")
        case .dueSoon: Wording(vi: "Sắp đến hạn", en: "Due soon")
        case .notDue: Wording(vi: "Chưa đến hạn", en: "Not due")
        case .continuous: Wording(vi: "Thường xuyên", en: "Continuous")
        case .conditional: Wording(vi: "Khi phát sinh", en: "When called for")
        case .withoutDeadline: Wording(vi: "Không nêu hạn", en: "No deadline")
        case .doneInTime: Wording(vi: "Xong đúng hạn", en: "Done in time")
        case .doneLate: Wording(vi: "Xong trễ hạn", en: "Done late")
        case .notTriggered: Wording(vi: "Không phát sinh", en: "Not triggered")
        }
    }

    /// What was reported: `chưa hoàn thành`.
    static func text(_ progress: TaskProgress, in language: Language) -> String {
        switch progress {
        case .doneInTime: TaskWords.text(ExactRatio(2), in: language)
        case .doneLate: TaskWords.text(.one, in: language)
        case .notDone: TaskWords.text(.zero, in: language)
        case .notDue: TaskWords.notDue(in: language)
        case .notTriggered: language == .vi ? "không phát sinh" : "not triggered"
        case .notReported: language == .vi ? "chưa báo cáo" : "not reported"
        }
    }

    /// A contradiction, with the days behind it.
    static func text(
        _ contradiction: DeadlineStanding.Contradiction, from: CalendarDay?, due: CalendarDay?, in language: Language
    ) -> String {
        let first = from.map { text($0, in: language) } ?? ""
        let last = due.map { text($0, in: language) } ?? ""
        switch (contradiction, language) {
        case (.notDueThoughPast, .vi): return "báo «chưa đến hạn» nhưng hạn \(last) đã qua"
        case (.notDueThoughPast, .en): return "reported as not due, but the last day, \(last), has passed"
        case (.doneBeforeBegin, .vi): return "báo đã hoàn thành nhưng đến \(first) mới bắt đầu"
        case (.doneBeforeBegin, .en): return "reported as done, but it begins on \(first)"
        case (.lateBeforeDue, .vi): return "báo hoàn thành trễ hạn nhưng hạn \(last) chưa qua"
        case (.lateBeforeDue, .en): return "reported as done late, but the last day, \(last), has not passed"
        }
    }

    /// An agency on one line: of a list, the points with `; ` between them.
    static func agency(_ text: String) -> String {
        let points = text.split(separator: "\n").map { $0.hasPrefix("- ") ? $0.dropFirst(2) : $0 }
        return CleanText.line(points.joined(separator: "; "))
    }

    /// A day as a reader of the language writes it: `03/07/2024`, `2024-07-03`.
    static func text(_ day: CalendarDay, in language: Language) -> String {
        let iso = day.description
        return language == .en ? iso : iso.split(separator: "-").reversed().joined(separator: "/")
    }

    /// `còn 3 ngày`, `hôm nay`, `quá 2 ngày`; empty without a last day.
    static func days(left: Int?, in language: Language) -> String {
        switch (left, language) {
        case (nil, _): ""
        case (0?, .vi): "hôm nay"
        case (0?, .en): "today"
        case (let left?, .vi): left > 0 ? "còn \(left) ngày" : "quá \(-left) ngày"
        case (let left?, .en):
            left > 0 ? "in \(left) \(left == 1 ? "day" : "days")" : "\(-left) \(left == -1 ? "day" : "days") ago"
        }
    }
}
