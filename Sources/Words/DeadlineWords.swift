// swift-format-ignore-file
package import Assessment
package import Documents
package import Scoring
package import Values

/// Sentences of reports on deadlines.
package enum DeadlineWords {
    package static let none = Phrase("Bộ tiêu chí không có nhiệm vụ nào nêu hạn và đợt đánh giá không ghi mốc thời gian, thời hạn của bước nào.",
                                     "The criteria set no deadline for any task, and the assessment states no dates.")
    package static let warnings = Phrase("Cảnh báo: báo cáo trái với lịch", "Warnings: reports against the calendar")
    package static let dates = Phrase("Các mốc của đợt đánh giá", "Dates of the assessment")
    package static let noLead = Phrase("(không ghi)", "(none stated)")

    package static func day(_ day: CalendarDay, within days: Int) -> Document.Fact {
        .init(Phrase("Tính đến ngày", "On"),
              Phrase("\(day) (sắp đến hạn: còn không quá \(days) ngày)", "\(day) (due soon: \(days) days or fewer left)"))
    }
    /// `còn 3 ngày`, `hôm nay`, `quá 2 ngày`.
    package static func days(left: Int) -> Phrase {
        switch left {
        case 0: Phrase("hôm nay", "today")
        case 1...: Phrase("còn \(left) ngày", "in \(left, "day", "days")")
        default: Phrase("quá \(-left) ngày", "\(-left, "day", "days") ago")
        }
    }
}

extension DeadlineStatus.State {
    package var words: Value { .code(rawValue, phrase) }

    package var phrase: Phrase {
        switch self {
        case .overdue: Phrase("Quá hạn", "Overdue")
        case .dueSoon: Phrase("Sắp đến hạn", "Due soon")
        case .notDue: Phrase("Chưa đến hạn", "Not due")
        case .continuous: Phrase("Thường xuyên", "Continuous")
        case .conditional: Phrase("Khi phát sinh", "When called for")
        case .withoutDeadline: Phrase("Không nêu hạn", "No deadline")
        case .doneInTime: Phrase("Xong đúng hạn", "Done in time")
        case .doneLate: Phrase("Xong trễ hạn", "Done late")
        case .notTriggered: Phrase("Không phát sinh", "Not triggered")
        }
    }
}

extension TaskProgress {
    package var words: Value { .code(rawValue, phrase) }

    package var phrase: Phrase {
        switch self {
        case .doneInTime: Phrase("hoàn thành đúng hạn", "done in time")
        case .doneLate: Phrase("hoàn thành trễ hạn", "done late")
        case .notDone: Phrase("chưa hoàn thành", "not done")
        case .notDue: Phrase("chưa đến hạn", "not due yet")
        case .notTriggered: Phrase("không phát sinh", "not triggered")
        case .notReported: Phrase("chưa báo cáo", "not reported")
        }
    }
}

extension DeadlineReview.Item {
    /// What cannot be, with the days behind it; nil where nothing contradicts the calendar.
    package var warning: Phrase? {
        let (first, last) = (from.map { Phrase("\($0)") }, due.map { Phrase("\($0)") })
        return switch status.contradiction {
        case nil: nil
        case .notDueThoughPast: Phrase("báo «chưa đến hạn» nhưng hạn \(last) đã qua",
                                       "reported as not due, but the last day, \(last), has passed")
        case .doneBeforeBegin: Phrase("báo đã hoàn thành nhưng đến \(first) mới bắt đầu",
                                      "reported as done, but it begins on \(first)")
        case .lateBeforeDue: Phrase("báo hoàn thành trễ hạn nhưng hạn \(last) chưa qua",
                                    "reported as done late, but the last day, \(last), has not passed")
        }
    }
}
