// swift-format-ignore-file
package import Documents
package import Survey
package import Values

/// What reports say of quantiles of mean scores.
package enum QuantileWords {
    package static let title = Phrase("Phân vị của điểm trung bình mỗi người", "Quantiles of people's mean scores")
    package static let who = Phrase("Người trả lời", "People")
    package static let quantile = Phrase("Phân vị", "Quantile")
    package static let score = Phrase("Điểm (0–100)", "Score (0–100)")

    /// What the numbers are, and how the interval comes about.
    package static let about = Phrase("Điểm của một người: trung bình các câu đã trả lời, quy về thang 0–100. Phân vị là điểm thấp nhất mà ít nhất chừng ấy phần trăm số người không vượt quá (svyquantile của R, qrule = \"math\"); khoảng tin cậy theo Woodruff (1952). «–»: cận nằm ngoài mọi điểm, hoặc gần mép đến mức lộ điểm của quá ít người.",
                                      "A person's score: the mean of the questions answered, from 0 to 100. A quantile is the least score which at least that share of people do not exceed (R's svyquantile, qrule = \"math\"); intervals by Woodruff (1952). “–”: the limit is beyond all scores, or so close to the end that it would show those of too few people.")

    /// `trung vị`, `25 %`.
    package static func name(of probability: FixedDecimal) -> Phrase {
        let half = FixedDecimal(mantissa: FixedDecimal.scale / 2)
        if probability == half { return Phrase("trung vị", "median") }
        return Phrase("\(FixedDecimal(mantissa: probability.mantissa * 100)) %")
    }
}

extension ScoreQuantile {
    /// Both limits on the scale from 0 to 100, `62,5 – 70,8`; nil where there is none.
    package var limits: Phrase? {
        guard lower != nil || upper != nil else { return nil }
        let (low, high) = (Self.tenths(lower), Self.tenths(upper))
        return Phrase("\(low) – \(high)")
    }

    private static func tenths(_ score: Double?) -> Phrase {
        score.flatMap { FixedDecimal(nearest: $0 * 100, digits: 1) }.map { Phrase("\($0, digits: 1)") }
            ?? Phrase(verbatim: "–")
    }

    /// Why there is no interval; nil where there is one.
    package var note: Phrase? { status.phrase }
}
