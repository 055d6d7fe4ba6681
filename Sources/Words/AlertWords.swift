// swift-format-ignore-file
package import Assessment
package import Documents
package import Scoring
package import Values

extension Alert.Kind {
    package var phrase: Phrase {
        switch self {
        case .overdue: Phrase("Quá hạn", "Overdue")
        case .dueSoon: Phrase("Sắp đến hạn", "Due soon")
        case .closing: Phrase("Bước sắp đóng, còn dòng chưa xong", "Stage closes soon with open lines")
        case .noEvidence: Phrase("Thiếu tài liệu kiểm chứng", "Evidence missing")
        case .lowIndex: Phrase("Chỉ số dưới ngưỡng", "Index below the limit")
        case .lowPlace: Phrase("Hạng dưới ngưỡng", "Place below the limit")
        case .fallenIndex: Phrase("Chỉ số giảm hai kỳ liền", "Index fell twice running")
        case .fallenPlace: Phrase("Hạng tụt hai kỳ liền", "Place fell twice running")
        }
    }
}

/// The list of alerts, messages and the calendar.
package enum AlertWords {
    package static let title = Phrase("Cảnh báo", "Alerts")
    package static let none = Phrase("Không có cảnh báo nào.", "There are no alerts.")
    package static let kind = Phrase("Cảnh báo", "Alert")
    package static let subject = Phrase("Về việc", "About")
    package static let count = Phrase("Số cảnh báo", "Alerts")
    package static let units = Phrase("Số đơn vị", "Units")
    package static let atStake = Phrase("Điểm liên quan", "At stake")
    package static let detail = Phrase("Cụ thể", "Details")
    package static let byKind = Phrase("Theo loại", "By kind")
    package static let list = Phrase("Từng cảnh báo, nhiều điểm trước", "Each alert, most points first")
    package static let result = Phrase("Kết quả của đơn vị", "The unit's result")
    package static let noCourse = Phrase("Không xét được «giảm hai kỳ liền»: cần hai kỳ trước liền nhau («previous» của đợt này và của đợt trước).",
                                         "Falls twice running are not looked for: that needs the two periods before (“previous” of this assessment and of that before).")

    package static func stage(_ stage: Stage, field: LocalizedText?) -> Phrase {
        let part = field.map { Phrase(", \($0)") }
        return Phrase("Bước \(stage.phrase)\(part)", "Stage \(stage.phrase)\(part)")
    }

    package static func answer(_ code: String, _ question: String?) -> Phrase {
        let question = question.map { ": " + $0 } ?? ""
        return Phrase("Giải trình \(code)\(question)", "Explanation of \(code)\(question)")
    }

    package static func detail(_ ground: Alert.Ground, indexDigits: Int) -> Phrase? {
        switch ground {
        case .day: nil
        case .lines(let count, 1): Phrase("\(count) dòng chưa xong", "\(count, "open line", "open lines")")
        case .lines(let count, let units): Phrase("\(count) dòng chưa xong ở \(units) đơn vị", "\(count, "open line", "open lines") of \(units, "unit", "units")")
        case .evidence(let kind): kind.phrase
        case .index(let index, let least): Phrase("chỉ số \(index, digits: indexDigits), ngưỡng \(least)", "index \(index, digits: indexDigits), limit \(least)")
        case .place(let place, let worst): Phrase("hạng \(place.fraction), ngưỡng \(worst)", "place \(place.fraction), limit \(worst)")
        case .indices(let indices): indices.map { Phrase("\($0, digits: indexDigits)") }.joined(" → ")
        case .places(let places): places.map({ $0.fraction }).joined(" → ")
        }
    }

    // MARK: - Messages

    package static func messageHead(_ unit: String, _ count: Int, overdue: Int, _ assessment: Phrase, on day: CalendarDay) -> Phrase {
        let late = overdue == 0 ? Phrase.none : Phrase(", \(overdue) việc quá hạn", ", \(overdue) overdue")
        return Phrase("\(unit): \(count) việc cần xử lý\(late) (tính đến \(day), \(assessment)).",
                      "\(unit): \(count, "matter", "matters") to see to\(late) (on \(day), \(assessment)).")
    }
    package static func messageLine(_ kind: Phrase, _ subject: Phrase, _ detail: Phrase?, due: CalendarDay?, points: Phrase?) -> Phrase {
        let detail = detail.map { Phrase(" (\($0))") }
        let due = due.map { Phrase(", hạn \($0)", ", due \($0)") }
        let points = points.map { Phrase(", \($0) điểm", ", \($0) points") }
        return Phrase("- \(kind): \(subject)\(detail)\(due)\(points)")
    }
    package static func messageRest(_ count: Int) -> Phrase { Phrase("- và \(count) việc khác.", "- and \(count, "other", "others").") }
    package static func messagesWritten(_ count: Int, _ folder: String) -> Phrase {
        Phrase("Đã ghi \(count) tin nhắn vào thư mục «\(folder)».", "Wrote \(count, "message", "messages") into the folder “\(folder)”.")
    }
    package static let noMessages = Phrase("Không đơn vị nào có cảnh báo, không ghi tin nhắn nào.", "No unit has an alert, and no message is written.")

    // MARK: - The calendar

    package static func event(_ subject: Phrase, unit: String?) -> Phrase {
        let unit = unit.map { " – " + $0 } ?? ""
        return Phrase("Hạn: \(subject)\(unit)", "Due: \(subject)\(unit)")
    }
    package static func eventUnits(_ names: [String], more: Int) -> Phrase {
        let rest = more == 0 ? Phrase.none : Phrase(" và \(more) đơn vị khác", " and \(more) more")
        return Phrase("Chưa xong: \(names.joined(separator: ", "))\(rest)", "Not done: \(names.joined(separator: ", "))\(rest)")
    }
    package static func eventPoints(_ points: Phrase) -> Phrase { Phrase("Điểm liên quan: \(points)", "At stake: \(points)") }
}
