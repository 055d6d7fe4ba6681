// swift-format-ignore-file
// A text in Vietnamese, and the same in English below it.

package import Documents
package import Scoring
package import Values

/// Sentences of reports on scores.
package enum ScoreWords {
    /// The mean index of a group, and how many of its units are too incomplete to be part of it.
    package static func mean(_ index: FixedDecimal, of count: Int, leftOut: Int, digits: Int) -> Phrase {
        let apart =
            leftOut == 0
            ? nil : Phrase(" (không tính \(leftOut) đơn vị chưa đủ số liệu)", " (\(leftOut) too incomplete to count)")
        return Phrase("Trung bình chỉ số của \(count) đơn vị: \(index, digits: digits)\(apart)",
                      "Mean index of \(count) units: \(index, digits: digits)\(apart)")
    }

    /// What coverage means.
    package static let coverage = Phrase("Độ phủ dưới 100 %: còn tiêu chí chưa có số liệu, chờ khảo sát hoặc không công bố. Các tiêu chí này chưa có điểm và vẫn nằm trong điểm tối đa, nên chỉ số có thể còn tăng.",
                                         "Coverage below 100 %: some criteria have no figures yet, await a survey or are not published. They have no points for now and stay in the maximum, so the index may still rise.")

    /// How many leaves have a status other than scored, over all units shown.
    package static func count(_ count: Int, _ status: LeafStatus) -> Phrase {
        Phrase("\(status.phrase): \(count) lượt tiêu chí; \(status.effect).",
               "\(status.phrase): \(count, "criterion", "criteria"), over all units shown; \(status.effect).")
    }

    /// What a field's points are of, over the units of a group.
    package static func maximum(least: FixedDecimal, most: FixedDecimal) -> Phrase {
        if least != most {
            return Phrase("tối đa \(least)–\(most) điểm, tùy đơn vị", "maximum \(least)–\(most) points, by unit")
        }
        return most == 0
            ? Phrase("không áp dụng cho khối này", "not applicable to this group")
            : Phrase("tối đa \(most) điểm", "maximum \(most) points")
    }

    /// A class that conditions held down.
    package static func heldDown(_ unit: String, from byIndex: UnitClass, by reasons: Phrase) -> Phrase {
        Phrase("\(unit): theo chỉ số đạt loại \(byIndex.name) nhưng bị khống chế: \(reasons)",
               "\(unit): the index alone gives \(byIndex.name), held down by: \(reasons)")
    }

    /// How classes that are parts of the ranked units of a group came about, or why there are none.
    package static func quantiles(_ cut: QuantileCut, into classes: Int, of count: Int) -> Phrase {
        if count < cut.minimumUnits {
            return Phrase("chưa xếp loại: có \(count) đơn vị được xếp hạng, cần ít nhất \(cut.minimumUnits).",
                          "no classes: \(count) ranked, at least \(cut.minimumUnits) needed.")
        }
        return Phrase("xếp loại trong \(count) đơn vị được xếp hạng: \(cut.phrase(parts: classes)).",
                      "classes among \(count) ranked units: \(cut.phrase(parts: classes)).")
    }
}
