// swift-format-ignore-file
package import Documents
package import Survey
internal import Values

/// What is said of field work.
package enum FieldWords {
    package static let title = Phrase("Kiểm tra phiếu", "Forms checked")
    package static let any = Phrase("Có vấn đề", "Any")
    package static let withAll = Phrase("Mọi phiếu (%)", "All forms (%)")
    package static let without = Phrase("Bỏ phiếu có vấn đề (%)", "Without them (%)")
    package static let change = Phrase("Chênh lệch", "Change")
    package static let byInterviewer = Phrase("Theo điều tra viên", "By interviewer")
    package static let interviewer = Phrase("Điều tra viên", "Interviewer")
    package static let indices = Phrase("Chỉ số khi bỏ phiếu có vấn đề", "Indices without these forms")
    package static let kind = Phrase("Loại", "Kind")
    package static let name = Phrase("Tên", "Name")
    package static let dropped = Phrase("Đang bỏ theo quy tắc", "Dropped by rule")
    package static let aboutDropping = Phrase("Phiếu có vấn đề vẫn được tính vào chỉ số, trừ khi phiếu khảo sát ghi quy tắc bỏ (fieldwork.drop).",
                                              "These forms still count in the indices unless the questionnaire states a rule to drop them (fieldwork.drop).")

    package static let progressTitle = Phrase("Tiến độ thu phiếu", "Forms so far")
    package static let day = Phrase("Ngày", "Day")
    package static let elapsed = Phrase("Thời gian đã qua", "Period over")
    package static let state = Phrase("Phiếu", "Forms")
    package static let late = Phrase("Đang chậm", "Behind")
    package static let asked = Phrase("Cần có", "Asked for")
    package static let due = Phrase("Đến nay cần", "Due by now")
    package static let behind = Phrase("Còn thiếu", "Behind by")
    package static let beside = Phrase("ngoài mẫu", "beside the sample")
    package static let aboutProgress = Phrase("Đến nay cần: phần của mẫu theo số ngày đã qua của đợt khảo sát (fieldwork.from, to); không có đợt thì cả mẫu. Sai số đạt được: với tỷ lệ một nửa, nhân hệ số thiết kế, có hiệu chỉnh tổng thể hữu hạn.",
                                              "Due by now: as much of the sample as of the days of the period (fieldwork.from, to) that are over; without a period all of it. Margin reached: for a share of one half, with the design effect and the finite correction.")
    package static func state(forms: Int, asked: Int) -> Phrase {
        Phrase("\(amount: forms) trong \(amount: asked)", "\(amount: forms) of \(amount: asked)")
    }

    /// The rules by which forms are dropped.
    package static func dropped(_ rules: [FieldRule]) -> Phrase {
        rules.isEmpty ? Phrase("không bỏ phiếu nào", "none") : rules.map { $0.phrase }.joined(", ")
    }

    /// What counts as breaking a rule.
    package static func limit(of rule: FieldRule, _ work: FieldWork) -> Phrase? {
        switch rule {
        case .tooFast:
            work.leastMinutes.map { Phrase("dưới \($0) phút", "less than \($0) minutes") }
        case .sameAnswers:
            work.sameAnswers.map { Phrase("từ \($0) câu trả lời trở lên trong một nhóm, tất cả như nhau", "\($0) answers or more in a block, all the same") }
        case .burst:
            work.burst.map { Phrase("từ \($0.forms) phiếu của một thiết bị trong \($0.minutes) phút", "\($0.forms) forms or more of one device within \($0.minutes) minutes") }
        case .outsidePeriod:
            Phrase("ngoài khoảng \(work.from.map { Phrase("\($0)") } ?? Phrase(verbatim: "…")) – \(work.to.map { Phrase("\($0)") } ?? Phrase(verbatim: "…"))",
                   "outside \(work.from.map { Phrase("\($0)") } ?? Phrase(verbatim: "…")) – \(work.to.map { Phrase("\($0)") } ?? Phrase(verbatim: "…"))")
        }
    }
}

extension FieldRule {
    /// What is wrong with a form.
    package var phrase: Phrase {
        switch self {
        case .tooFast: Phrase("Trả lời quá nhanh", "Too fast")
        case .sameAnswers: Phrase("Trả lời như nhau", "Same answers")
        case .burst: Phrase("Dồn dập một thiết bị", "Burst of a device")
        case .outsidePeriod: Phrase("Ngoài đợt khảo sát", "Outside the period")
        }
    }
}
