// swift-format-ignore-file
package import Documents
package import Scoring
internal import Values

/// What a share that grows over the period can still come to.
package enum PeriodEndWords {
    package static let title = Phrase("Còn đạt được đến hết kỳ", "Still reachable by the end of the period")
    package static let countedStays = Phrase("Tính khi trường hợp đã đếm giữ nguyên kết quả; trường hợp còn sửa được về sau, như hồ sơ số hóa bổ sung, thì còn đạt được nhiều hơn.",
                                             "Cases that are counted stay as they are; where some can be mended later, as dossiers scanned afterwards, more can be reached.")
}

extension ReachableShare {
    /// The shares that are left and, on a line each, what every level of the scale still allows.
    package func lines(digits: Int) -> Phrase { ([summary(digits: digits)] + levels.map { phrase(of: $0, digits: digits) }).joined("\n") }

    /// `Khoảng 910 hồ sơ cả kỳ (đã có 500, còn 410): từ 52,97 % đến 98,02 %, nhiều nhất 1,96 điểm`.
    private func summary(digits: Int) -> Phrase {
        let (low, high) = (min(best.share, worst.share), max(best.share, worst.share))
        let points = best.points.map { Phrase(", nhiều nhất \($0, digits: digits) điểm", ", \($0, digits: digits) points at most") }
        let basis = expected.origin == .lastYear ? Phrase(", như kỳ trước", ", as in the period before") : nil
        return Phrase("Khoảng \(FixedDecimal(cases: expected.cases)) \(noun) cả kỳ (đã có \(FixedDecimal(cases: denominator)), còn \(FixedDecimal(cases: remaining))\(basis)): từ \(percent(low)) đến \(percent(high))\(points)",
                      "About \(FixedDecimal(cases: expected.cases)) cases in all (\(FixedDecimal(cases: denominator)) counted, \(FixedDecimal(cases: remaining)) to come\(basis)): from \(percent(low)) to \(percent(high))\(points)")
    }

    private func percent(_ share: ExactRatio) -> Phrase { Phrase(written: { Value.ratio(share, look: .roundedPercent).text($0) }) }

    /// What a level still allows: `≥ 98 % (1,96 điểm): còn được trễ 3 trong khoảng 410 hồ sơ`.
    package func phrase(of level: Level, digits: Int) -> Phrase {
        let points = level.points.map { points in Phrase(" (\(points, digits: digits) điểm)", " (\(points, digits: digits) points)") }
        let target = level.isTarget ? Phrase("chỉ tiêu ", "target ") : nil
        let name = Phrase("\(target)\(level.limit.comparison.rawValue) \(level.limit.value) %\(points)")
        switch (level.state, level.mayFail) {
        case (.certain, _):
            return remaining == 0 ? Phrase("\(name): đã đạt", "\(name): reached")
                : Phrase("\(name): chắc chắn đạt, dù cả \(FixedDecimal(cases: remaining)) \(noun) còn lại đều \(failing)",
                         "\(name): certain, even if all \(FixedDecimal(cases: remaining)) cases to come fail")
        case (.open, 0?), (.open, nil):
            let left = Phrase("trong khoảng \(FixedDecimal(cases: remaining)) \(noun)",
                              "none of the about \(FixedDecimal(cases: remaining)) cases to come may fail")
            return isOfTime ? Phrase("\(name): không được trễ \(noun) nào nữa \(left)", "\(name): \(left)")
                : Phrase("\(name): không được có thêm \(noun) không đạt \(left)", "\(name): \(left)")
        case (.open, let most?):
            let left = Phrase("trong khoảng \(FixedDecimal(cases: remaining)) \(noun)",
                              "\(FixedDecimal(cases: most)) of the about \(FixedDecimal(cases: remaining)) cases to come may fail")
            return isOfTime ? Phrase("\(name): còn được trễ \(FixedDecimal(cases: most)) \(left)", "\(name): \(left)")
                : Phrase("\(name): còn được \(FixedDecimal(cases: most)) \(noun) không đạt \(left)", "\(name): \(left)")
        case (.lost, _):
            return remaining == 0 ? Phrase("\(name): không đạt", "\(name): missed")
                : Phrase("\(name): không còn đạt được, dù \(noun) nào còn lại cũng đạt",
                         "\(name): out of reach, even if all \(FixedDecimal(cases: remaining)) cases to come succeed")
        }
    }

    /// The word for one of what is counted.
    private var noun: Phrase {
        let one = metric.ratio.flatMap { GapWords.noun(of: $0.denominator.vi) }.map(GapWords.head)
        return Phrase("\(one ?? "trường hợp")", "cases")
    }

    /// Whether a case fails by being late.
    private var isOfTime: Bool { metric.direction == .higher && (metric.ratio?.numerator.vi.contains("hạn") ?? false) }
    private var failing: Phrase { isOfTime ? Phrase("trễ", "late") : Phrase("không đạt", "failed") }
}
