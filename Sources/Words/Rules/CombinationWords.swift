// swift-format-ignore-file
package import Documents
package import Scoring
internal import Values

extension NodeCombination {
    /// The way of combining: `trung bình nhân`.
    package var name: Phrase {
        switch kind {
        case .sum: Phrase("cộng điểm", "sum")
        case .geometric: Phrase("trung bình nhân", "geometric mean")
        case .harmonic: Phrase("trung bình điều hòa", "harmonic mean")
        case .maximum: Phrase("lấy tỷ lệ cao nhất", "the greatest share")
        case .minimum: Phrase("lấy tỷ lệ thấp nhất", "the smallest share")
        }
    }

    /// `điểm = điểm tối đa × trung bình nhân của tỷ lệ đạt các mục con, …`; nil where points are added.
    package var rule: Phrase? {
        if isSum { return nil }
        let mean = isRounded
            ? Phrase(", trọng số theo điểm tối đa, làm tròn \(digits) chữ số; có mục bằng 0 thì bằng 0",
                     ", weighted by the maxima, rounded to \(digits) decimals; zero where one of them is") : nil
        let shares = switch kind {
        case .maximum: Phrase("tỷ lệ đạt cao nhất của các mục con", "the greatest share of its parts")
        case .minimum: Phrase("tỷ lệ đạt thấp nhất của các mục con", "the smallest share of its parts")
        default: Phrase("\(name) của tỷ lệ đạt các mục con", "the \(name) of the shares of its parts")
        }
        return Phrase("điểm = điểm tối đa × \(shares)\(mean)", "points = maximum × \(shares)\(mean)")
    }

    /// What a node has beyond the sum of its parts: `Không cộng điểm: trung bình nhân`.
    package var adjustment: Phrase { Phrase("Không cộng điểm: \(name)", "Not added: \(name)") }
}

extension CombinationExplanation {
    /// `100 × trung bình nhân của 1 (0,64; trọng số 2), 2 (1; trọng số 1) = 100 × 0,742697…`.
    package func phrase(of maximum: Phrase) -> Phrase {
        let isWeighted = combination.isRounded && parts.contains { $0.weight != 1 }
        let shares = parts.map { part in
            let weight = isWeighted ? Phrase("; trọng số \(part.weight)", "; weight \(part.weight)") : nil
            return Phrase("\(part.criterion.code) (\(part.share.decimals)\(weight))")
        }.joined(", ")
        return Phrase("\(maximum) × \(combination.name) của \(shares) = \(maximum) × \(share.decimals)",
                      "\(maximum) × \(combination.name) of \(shares) = \(maximum) × \(share.decimals)")
    }
}

extension ExactRatio {
    /// The number with six decimals at most.
    fileprivate var decimals: Phrase { Phrase("\(rounded(.finest) ?? 0)") }
}

extension CriteriaSet {
    /// What caps, rounding and combined parts add to sums.
    package var adjustmentTitle: Phrase {
        isAdditive ? .adjustment
            : Phrase("Điều chỉnh (mức trần, làm tròn, mục không cộng điểm)",
                     "Adjustment (caps, rounding, parts that are not added)")
    }

    /// The way in which the fields become the total, as a title of what the total has beyond them.
    package var totalAdjustment: Phrase { combination.isSum ? .adjustment : combination.adjustment }
}

extension Criterion {
    /// The maximum; as a fraction too, where decimals do not hold it: `33,333333 (100/3)`.
    package var maximumPhrase: Phrase {
        exactMaximum.exactDecimal == nil
            ? Phrase("\(self.maximum)").with(remark: Phrase(verbatim: exactMaximum.description)) : Phrase("\(self.maximum)")
    }
}

/// Sentences about parts that are not added.
package enum CombinationWords {
    package static let way = Phrase("Cách gộp", "How parts are combined")

    /// That what a criterion gains is not what the total gains.
    package static func ownGain(_ node: Criterion?, _ combination: NodeCombination) -> Phrase {
        let whole = node.map { Phrase("\($0.code)") } ?? Phrase("Tổng điểm", "The total")
        return Phrase("\(whole) không cộng điểm các mục con (\(combination.name)): điểm tăng thêm nêu ở đây là của riêng tiêu chí; tổng điểm tăng bao nhiêu, xem bằng score-cli whatif.",
                      "\(whole) does not add the points of its parts (\(combination.name)): gains stated here are the criterion’s own; what the total gains, score-cli whatif shows.")
    }

    /// The same of some criteria of a set.
    package static let ownGains = Phrase(
        "Có mục không cộng điểm các mục con: điểm mất và điểm tăng thêm nêu ở từng tiêu chí là của riêng tiêu chí, cộng lại khác với tổng điểm mất; tổng điểm tăng bao nhiêu, xem bằng score-cli whatif.",
        "Some nodes do not add the points of their parts: losses and gains of criteria are their own and do not add up to those of the total; what the total gains, score-cli whatif shows.")

    package static let notVaried = Phrase(
        "Không đổi điểm tối đa, không bỏ từng phần: có mục không cộng điểm các mục con.",
        "Maximum points were not varied and nothing was left out in turn: some nodes do not add the points of their parts.")
}
