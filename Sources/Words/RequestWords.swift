// swift-format-ignore-file
package import Assessment
package import Documents
internal import Values

/// What stands in forms of explanation.
package enum ExplanationFormWords {
    package static let title = Phrase("PHIẾU GIẢI TRÌNH", "FORM OF EXPLANATION")
    package static let how = Phrase("Chỉ nhập vào các ô màu vàng: nội dung giải trình, tài liệu kiểm chứng bổ sung, ngày giải trình (để trống: ngày tiếp nhận phiếu). Điểm xem xét là số điểm có thể được trả lại hoặc bị trừ tùy kết quả giải trình. Dòng để trống là dòng chưa giải trình.",
                                    "Fill in the yellow cells only: the answer, new evidence, the day of the answer (blank: the day on which the form comes in). The points at stake are those that may come back or be cut, as the answer goes. A line left blank counts as not answered.")
    /// The headings of the columns, in their order.
    package static let headings = [
        Phrase("Mã", "Code"), Phrase("Tiêu chí, số liệu", "Criterion, figure"), Phrase("Điểm tối đa", "Maximum"),
        Phrase("Điểm tự đánh giá", "Self-assessed"), Phrase("Điểm hiện tại", "Points now"), Phrase("Điểm xem xét", "Points at stake"),
        Phrase("Nội dung cần giải trình", "Question"), Phrase("Người yêu cầu", "Asked by"), Phrase("Ngày yêu cầu", "Asked on"),
        Phrase("Hạn giải trình", "Answer by"), Phrase("Nội dung giải trình", "Answer"), Phrase("Tài liệu kiểm chứng bổ sung", "New evidence"),
        Phrase("Ngày giải trình", "Answered on"),
    ]
    package static let nobodyAsked = Phrase("Không có yêu cầu giải trình nào chưa kết luận và không có dòng nào bị trả lại, nên không lập phiếu.",
                                            "No request is unsettled and no line was returned, so that there are no forms to make.")
}

/// Sentences on requests for explanation.
package enum RequestWords {
    package static let answeredLate = Phrase("Giải trình trễ hạn", "Answered late")
    package static let answers = Phrase("Giải trình mới hoặc thay đổi", "New and changed answers")
    package static let question = Phrase("Nội dung cần giải trình", "Question")
    package static let evidence = Phrase("Tài liệu kiểm chứng bổ sung", "New evidence")

    /// `Giải trình: quá hạn` as the heading of a column of counts.
    package static func heading(_ state: ExplanationRequest.State) -> Phrase {
        Phrase("Giải trình: \(state.phrase.lowercased)", "Requests \(state.phrase.lowercased)")
    }

    /// Requests as data.
    package static func values(_ counts: RequestCounts) -> KeyValuePairs<String, Value> {
        [
            "open": .count(counts[.open]), "late": .count(counts[.late]), "answered": .count(counts[.answered]),
            "settled": .count(counts[.settled]), "answeredLate": .count(counts.answeredLate),
            "points": .number(counts.points),
        ]
    }

    package static func total(_ counts: RequestCounts, digits: Int) -> Phrase {
        Phrase("Yêu cầu giải trình: \(counts.all), trong đó \(counts[.open]) chưa giải trình còn hạn, \(counts[.late]) quá hạn, \(counts[.answered]) đã giải trình chờ kết luận, \(counts[.settled]) đã kết luận; \(counts.answeredLate) giải trình trễ hạn. Điểm xem xét của các yêu cầu chưa kết luận: \(counts.points, digits: digits).",
               "Requests for explanation: \(counts.all); \(counts[.open]) open, \(counts[.late]) late, \(counts[.answered]) answered and not decided, \(counts[.settled]) settled; \(counts.answeredLate) answered late. Points at stake in those not settled: \(counts.points, digits: digits).")
    }

    /// `2 (quá hạn 1)/5`: so many are not answered; nothing without requests.
    package static func inShort(_ counts: RequestCounts?) -> Phrase? {
        guard let counts else { return nil }
        let unanswered = counts[.open] + counts[.late]
        let late = counts[.late] == 0 ? Phrase.none : Phrase(" (quá hạn \(counts[.late]))", " (\(counts[.late]) late)")
        return Phrase("\(unanswered)/\(counts.all)\(late)", "\(unanswered)/\(counts.all)\(late)")
    }

    package static let unanswered = Phrase("Chưa giải trình", "Not answered")
}

extension ExplanationRequest.State {
    package var phrase: Phrase {
        switch self {
        case .open: Phrase("Chưa giải trình", "Open")
        case .late: Phrase("Quá hạn", "Late")
        case .answered: Phrase("Chờ kết luận", "Answered")
        case .settled: Phrase("Đã kết luận", "Settled")
        }
    }
}
