// swift-format-ignore-file
package import Documents
package import Survey
internal import ScoreNumerics
internal import Values

/// What reports say of weights that are calibrated.
package enum CalibrationWords {
    package static let fact = Phrase("Hiệu chỉnh trọng số", "Calibration")
    package static let title = Phrase("Trọng số sau hiệu chỉnh, so với dân số", "Calibrated weights and populations")
    package static let variable = Phrase("Biến", "Variable")
    package static let value = Phrase("Nhóm", "Category")
    package static let population = Phrase("Dân số", "Population")
    package static let before = Phrase("Trước hiệu chỉnh", "Before")
    package static let after = Phrase("Sau hiệu chỉnh", "After")
    package static let unknown = Phrase("(không rõ)", "(not known)")

    /// How margins were met, what else was done, and how weights differ now.
    package static func summary(_ summary: CalibrationSummary) -> Phrase {
        let method: Phrase? = switch summary.method {
        case .postStratify: Phrase("hậu phân tầng", "post-stratification")
        case .rake: Phrase("lặp theo các biên (raking), \(amount: summary.rounds) vòng", "raking, \(amount: summary.rounds) rounds")
        case .linear: Phrase("tuyến tính (GREG)", "linear (GREG)")
        case nil: nil
        }
        let response = summary.classes.isEmpty ? nil
            : Phrase("bù không trả lời theo \(amount: summary.classes.count) lớp", "adjusted for non-response in \(amount: summary.classes.count) classes")
        let trimmed = summary.trimmed == 0 ? nil
            : Phrase("\(amount: summary.trimmed) phiếu bị chặn trọng số", "weights of \(amount: summary.trimmed) forms held at a bound")
        let (least, most) = (number(summary.after.least), number(summary.after.most))
        let effect = Phrase("trọng số từ \(least) đến \(most), hệ số thiết kế do trọng số \(number(summary.after.designEffect))",
                            "weights from \(least) to \(most), design effect of weights \(number(summary.after.designEffect))")
        return [response, method, trimmed, effect].compactMap { $0 }.joined("; ")
    }

    /// What the errors take into account.
    package static let errors = Phrase("Sai số chuẩn tính trên phần dư của hiệu chỉnh (svydesign + postStratify, rake hoặc calibrate của R).",
                                       "Standard errors are those of the residuals of calibration (R's svydesign with postStratify, rake or calibrate).")

    private static func number(_ value: Double) -> FixedDecimal { FixedDecimal(nearest: value, digits: 2) ?? 0 }
}
