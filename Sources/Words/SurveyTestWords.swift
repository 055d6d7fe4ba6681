// swift-format-ignore-file
package import Documents
internal import Values

/// What reports say of tests of survey indices.
package enum SurveyTestWords {
    package static let changes = Phrase("Chỉ số khảo sát thay đổi có vượt sai số chọn mẫu không", "Do changes of survey indices exceed the sampling error")
    package static let metric = Phrase("Số liệu", "Metric")
    package static let standardError = Phrase("Sai số chuẩn", "Standard error")
    package static let interval = Phrase("Khoảng tin cậy", "Interval")
    package static let adjusted = Phrase("p (Holm)", "p (Holm)")
    package static let conclusion = Phrase("Kết luận", "Conclusion")

    /// Whether a change exceeds the sampling error; nil where there is no error.
    package static func conclusion(_ exceeds: Bool?) -> Phrase {
        switch exceeds {
        case true?: Phrase("vượt sai số", "exceeds it")
        case false?: Phrase("chưa vượt sai số", "does not exceed it")
        case nil: Phrase("không có sai số để so", "no error to compare with")
        }
    }

    package static func method(confidence: Double) -> Phrase {
        let level = FixedDecimal(nearest: 100 * (1 - confidence), digits: 2) ?? 5
        return Phrase("Hai kỳ là hai mẫu độc lập: phương sai cộng lại; t của Student với số bậc tự do của hai mẫu trừ 1; p điều chỉnh theo Holm cho mọi dòng của bảng, mức \(level) %. Điểm phần trăm.",
                      "The two periods are independent samples: variances add up; Student's t with the degrees of freedom of both less one; p adjusted by Holm for all rows of the table, at \(level) %. Percentage points.")
    }
}
