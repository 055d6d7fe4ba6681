// swift-format-ignore-file
package import Assessment
package import Documents
internal import Scoring
internal import Values

extension SubmissionAudit.Kind {
    package var phrase: Phrase {
        switch self {
        case .claimAboveComputed: Phrase("Tự chấm cao hơn số liệu", "Claimed above the figures")
        case .surveySelfScored: Phrase("Tự chấm tiêu chí điều tra xã hội học", "Self score where a survey scores")
        case .contradiction: Phrase("Số liệu mâu thuẫn", "Figures contradict each other")
        case .unexplained: Phrase("Không có tài liệu kiểm chứng, không giải trình", "Neither evidence nor explanation")
        case .noEvidence: Phrase("Không có tài liệu kiểm chứng", "No evidence")
        case .incompleteEvidence: Phrase("Chưa đủ tài liệu kiểm chứng", "Incomplete evidence")
        case .deadEvidence: Phrase("Tệp kiểm chứng không dùng được", "Evidence that cannot be used")
        case .evidenceOutsidePeriod: Phrase("Tài liệu ngoài kỳ đánh giá", "Evidence outside the period")
        case .unmeasured: Phrase("Chưa có số liệu", "No figures")
        }
    }

    /// What to do about it.
    package var advice: Phrase {
        switch self {
        case .claimAboveComputed: Phrase("Sửa số liệu, hoặc ghi lý do và tài liệu cho điểm đề nghị.", "Correct the figures, or give reason and evidence for the points.")
        case .surveySelfScored: Phrase("Bỏ điểm tự chấm: tiêu chí này do điều tra xã hội học chấm.", "Take the points back: the survey scores this criterion.")
        case .contradiction: Phrase("Đối chiếu hai số liệu với nguồn và sửa số sai.", "Hold both figures against their sources and correct the wrong one.")
        case .unexplained: Phrase("Bổ sung tài liệu, hoặc giải trình vì sao chưa có.", "Add the evidence, or explain why there is none.")
        case .noEvidence: Phrase("Bổ sung tài liệu trước khi nộp.", "Add the evidence before submission.")
        case .incompleteEvidence: Phrase("Bổ sung tài liệu cho các số liệu còn thiếu.", "Add the evidence of the figures named.")
        case .deadEvidence: Phrase("Bổ sung tệp, hoặc sửa tên tệp trong evidence.csv.", "Add the file, or correct its name in evidence.csv.")
        case .evidenceOutsidePeriod: Phrase("Thay bằng tài liệu trong kỳ, hoặc giải trình.", "Replace it by evidence of the period, or explain.")
        case .unmeasured: Phrase("Báo cáo số liệu; không phát sinh thì ghi «không áp dụng».", "Report the figures; where nothing arose, say “not applicable”.")
        }
    }
}

extension SubmissionAudit.Line {
    /// What it rests on: both points, both numbers, the metrics or the days.
    package func detail(digits: Int) -> Phrase? {
        if let broken {
            let relation = broken.relation
            let sides = Phrase("\(relation.left.text) = \(broken.left), \(relation.right.text) = \(broken.right)")
            return Phrase("phải có \(relation.left.text) \(relation.comparison.rawValue) \(relation.right.text); \(sides)", "\(relation.left.text) \(relation.comparison.rawValue) \(relation.right.text) must hold; \(sides)")
        }
        if let claimed, let computed {
            return Phrase("tự chấm \(claimed, digits: digits), số liệu cho \(computed, digits: digits)", "claimed \(claimed, digits: digits), computed \(computed, digits: digits)")
        }
        if let claimed { return Phrase("tự chấm \(claimed, digits: digits)", "claimed \(claimed, digits: digits)") }
        if !kinds.isEmpty { return kinds.map { Phrase($0) }.joined("; ") }
        if !files.isEmpty { return Phrase(verbatim: files.joined(separator: ", ")) }
        if !days.isEmpty { return days.map { Phrase("\($0)") }.joined(", ") }
        return metrics.isEmpty ? nil : Phrase(verbatim: metrics.joined(separator: ", "))
    }
}

/// The audit before submission.
package enum AuditWords {
    package static let title = Phrase("Rà soát trước khi nộp", "Audit before submission")
    package static let nothing = Phrase("Không có dòng nào người thẩm định có thể cắt điểm.", "There is no line that an appraiser would cut.")
    package static let kind = Phrase("Vấn đề", "Problem")
    package static let atStake = Phrase("Điểm có thể mất", "At stake")
    package static let detail = Phrase("Cụ thể", "Details")
    package static let lines = Phrase("Số dòng", "Lines")
    package static let toDo = Phrase("Việc cần làm", "What to do")
    package static let byUnit = Phrase("Theo đơn vị", "By unit")
    package static let byKind = Phrase("Theo loại vấn đề", "By kind")
    package static let list = Phrase("Từng dòng, nhiều điểm trước", "Each line, most points first")
    package static let once = Phrase("Một tiêu chí có thể có nhiều dòng; điểm theo đơn vị và theo loại chỉ tính mỗi tiêu chí một lần, theo dòng nhiều điểm nhất. Điểm chưa có số liệu là điểm còn có thể được thêm.",
                                     "A criterion may have several lines; the sums by unit and by kind count it once, by its line with most points. Points without figures may still be gained.")
}
