// swift-format-ignore-file
// A text in Vietnamese, and the same in English below it.
package import Documents
package import Values

/// Sentences of explanations.
package enum ExplanationWords {
    package static let againstTarget = Phrase("So với chỉ tiêu", "Against the target")

    package static let noEvidence = Phrase("Chưa có tài liệu kiểm chứng hoặc giải trình.",
                                           "Neither evidence nor explanation is given.")

    /// What stands in place of points: nothing yet, or nothing that anybody publishes.
    package static func noPoints(of maximum: FixedDecimal, digits: Int, isPublished: Bool) -> Phrase {
        isPublished
            ? Phrase("chưa có (tạm tính 0/\(maximum, digits: digits))",
                     "none yet (0/\(maximum, digits: digits) for now)")
            : Phrase("không có (tối đa \(maximum, digits: digits))", "none (maximum \(maximum, digits: digits))")
    }

    /// Whether a target is met that only the last year of the edition must reach.
    package static func targetOfPeriod(_ state: Phrase, _ year: Int) -> Phrase {
        Phrase("\(state) (chỉ tiêu của cả giai đoạn; mức của năm \(year) ghi ở quy tắc)",
               "\(state) (the whole period's target; the goal of \(year) stands in the rule)")
    }
}
