package import Annexes
package import Documents
internal import Scoring
internal import Values

extension AnnexTexts {
    /// The texts of a criteria file that is read from an annex.
    package static let usual = AnnexTexts(
        level: LocalizedText(vi: "Đơn vị", en: "Unit"),
        assumptions: [
            LocalizedText(
                vi: "Phụ lục không nêu cấp đơn vị được chấm: mọi tiêu chí áp dụng cho mọi đơn vị",
                en: "The annex names no levels of units: every criterion applies to every unit"),
            LocalizedText(
                vi:
                    "Phụ lục không nêu cách làm tròn: điểm của từng tiêu chí làm tròn đến hai chữ số thập phân, nếu điểm tối đa không có nhiều hơn",
                en:
                    "The annex does not say how points are rounded: at every criterion to two decimals, unless a maximum has more"
            ),
            LocalizedText(
                vi:
                    "Phụ lục không nêu cách xếp hạng: các đơn vị bằng điểm cùng hạng, đơn vị có số liệu dưới một nửa điểm tối đa không xếp hạng",
                en:
                    "The annex does not say how units are ranked: equal points share a place, and units with figures for less than half of the maximum have none"
            ),
        ],
        withoutPoints: LocalizedText(vi: "Phụ lục không nêu điểm tối đa", en: "The annex states no maximum points"),
        moreIsAsGood: { number in
            LocalizedText(
                vi: "Phụ lục không nêu mức trên \(number.text(decimalSeparator: ",")): tính như mức này",
                en: "The annex says nothing above \(number.text()), which counts as much")
        })
}

/// What is said of an annex that was read.
package enum AnnexWords {
    /// How much of it was read: "22 tiêu chí chấm điểm; đọc được 20 quy tắc; 2 chỗ còn phải thống nhất."
    package static func summary(_ read: AnnexImport) -> Phrase {
        let (leaves, rules, open) = (read.leafCount, read.ruleCount, read.openCount)
        let rest =
            open == 0
            ? Phrase("không còn gì phải thống nhất", "nothing is to be settled")
            : Phrase(
                "\(open) mục còn phải thống nhất, chưa chấm điểm được",
                "\(open, "entry is", "entries are") to be settled before anything is scored")
        return Phrase(
            "\(read.criteria.criteria.count) mục, \(leaves) tiêu chí chấm điểm; đọc được \(rules) quy tắc; \(rest).",
            "\(read.criteria.criteria.count, "entry", "entries"), \(leaves, "criterion", "criteria") scored; \(rules, "rule", "rules") read; \(rest)."
        )
    }
}
