// swift-format-ignore-file
// A text in Vietnamese, and the same in English below it.
package import Documents
package import Scoring
internal import Values

/// Sentences of reports on changed figures.
package enum WhatIfWords {
    package static let title = Phrase("Thử thay đổi số liệu", "What if")
    package static let changes = Phrase("Số liệu thay đổi", "Changes")
    package static let criteria = Phrase("Từng tiêu chí", "Criterion by criterion")
    package static let ofCommandLine = Phrase("Các thay đổi nêu trên dòng lệnh", "The changes of the command line")
    package static let chart = Phrase("Biểu đồ điểm tiêu chí", "Chart of the criterion's points")
    package static let now = Phrase("hiện tại", "now")
    package static let edge = Phrase("ranh giới mức điểm", "edge of a band")
    package static let othersStay = Phrase("Thứ hạng tính khi số liệu của mọi đơn vị khác giữ nguyên. Không số liệu nào trong thư mục bị sửa.",
                                           "Ranks hold when the figures of all other units stay. No figure in the folder is changed.")

    package static func scenario(_ number: Int) -> Phrase { Phrase("Phương án \(number)", "Scenario \(number)") }

    package static func sweep(_ metric: Metric) -> Phrase {
        let name = Phrase(metric.name).line()
        return Phrase("Điểm theo số liệu \(metric.code): \(name)", "Points along the figure \(metric.code): \(name)")
    }

    /// What the bars of a sweep draw, and whether the table has every value at which points change.
    package static func bars(of criterion: Criterion, digits: Int, hasExactBreaks: Bool) -> Phrase {
        let (code, maximum) = (criterion.code, criterion.maximum)
        let missing = Phrase(" Quy tắc còn phụ thuộc số liệu khác nên bảng có thể không có đủ mọi chỗ điểm đổi.",
                             " The rule depends on other figures too, so the table may not hold every value at which points change.")
        let rest = hasExactBreaks ? nil : missing
        return Phrase("Thanh vẽ từ 0 đến điểm tối đa \(maximum, digits: digits) của tiêu chí \(code).\(rest)",
                      "The bars run from 0 to the maximum \(maximum, digits: digits) of the criterion \(code).\(rest)")
    }

    /// How far a unit moves.
    package static func movement(from before: GroupRank?, to after: GroupRank?) -> Phrase? {
        guard let before, let after, before.rank != after.rank else { return nil }
        let places = Rank(halves: abs(before.rank.halves - after.rank.halves)).decimal
        return after.rank < before.rank
            ? Phrase("lên \(places) bậc", "\(places) up") : Phrase("xuống \(places) bậc", "\(places) down")
    }
}

extension FigureChange {
    /// What a reader must know: that the counts reach a percentage without being exactly it.
    package var remark: Phrase? {
        guard isNearest, case .set(let stated) = change.edit else { return nil }
        return Phrase("mẫu số giữ nguyên; tử số vừa đủ đạt \(stated) %",
                      "the same denominator; the count just reaches \(stated) %")
    }
}

extension GroupRank {
    /// `5/13`, `2,5/13`.
    package var fraction: Phrase { Phrase("\(rank.decimal)/\(count)") }
}

extension GroupRank? {
    /// `5/13`, `5/13 (đồng hạng với 1 đơn vị)`; a reason where there is none.
    package var phrase: Phrase {
        guard let rank = self else { return .notRanked }
        let place = rank.fraction
        if rank.tied == 0 { return place }
        return Phrase("\(place) (đồng hạng với \(rank.tied) đơn vị)", "\(place) (tied with \(rank.tied))")
    }
}
