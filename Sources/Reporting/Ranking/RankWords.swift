package import Documents
internal import Words
import Assessment
import Scoring
import Values

/// Ranking in words.
enum RankWords {
    /// `2`, `2,5`.
    static func text(_ rank: Rank, in language: Language) -> String {
        NumberWords(language).text(rank.decimal)
    }

    /// `3`, `2–4`.
    static func text(_ interval: RankInterval, in language: Language) -> String {
        let (lower, upper) = (text(interval.lower, in: language), text(interval.upper, in: language))
        return lower == upper ? lower : "\(lower)–\(upper)"
    }

    /// `3 (lên 2 bậc)`: last year's place and how far the unit moved since.
    static func movement(from previous: Rank?, to rank: Rank, in language: Language) -> String {
        guard let previous else { return "–" }
        let before = text(previous, in: language)
        if previous == rank { return before + (language == .vi ? " (giữ)" : " (same)") }
        let steps = text(Rank(halves: abs(previous.halves - rank.halves)), in: language)
        let isUp = rank < previous
        return language == .vi
            ? "\(before) (\(isUp ? "lên" : "xuống") \(steps) bậc)" : "\(before) (\(isUp ? "up" : "down") \(steps))"
    }

    /// What units are ranked by.
    static func subject(_ subject: Ranking.Subject, of set: CriteriaSet, in language: Language) -> String {
        switch subject {
        case .total: return language == .vi ? "chỉ số chung" : "the total index"
        case .node(let node):
            let criterion = set.criteria[node]
            let kind = (criterion.parent == nil ? Label.field : .criterion).text(language).lowercased()
            return "\(kind) \(criterion.code) – \(criterion.name.text(language))"
        }
    }

    /// `1-2-2-4`.
    static func ties(_ ties: RankingPolicy.Ties, in language: Language) -> String {
        let (words, sample) =
            switch ties {
            case .standard: (Wording(vi: "cùng nhận hạng tốt nhất", en: "all get the best place"), "1-2-2-4")
            case .dense: (Wording(vi: "hạng kế tiếp không bỏ số", en: "no place is left out"), "1-2-2-3")
            case .modified: (Wording(vi: "cùng nhận hạng thấp nhất", en: "all get the last place"), "1-3-3-4")
            case .average: (Wording(vi: "cùng nhận hạng trung bình", en: "all get the mean place"), "1-2,5-2,5-4")
            }
        let example = language == .vi ? sample : String(sample.map { $0 == "," ? "." : $0 })
        return "\(words.text(language)) (\(example))"
    }

    /// Among which units.
    static func among(_ among: RankOptions.Among, in language: Language) -> String {
        switch (among, language) {
        case (.group, .vi): "các đơn vị cùng khối"
        case (.group, .en): "units of the same group"
        case (.parent, .vi): "các đơn vị cùng trực thuộc"
        case (.parent, .en): "units of the same parent"
        case (.level, .vi): "các đơn vị cùng cấp"
        case (.level, .en): "units of the same level"
        }
    }

    /// Why a unit has no place.
    static func reason(_ reason: Ranking.Reason, minimum: FixedDecimal, in language: Language) -> String {
        let numbers = NumberWords(language)
        switch reason {
        case .nothingApplies: return language == .vi ? "Không có tiêu chí nào áp dụng" : "Nothing applies"
        case .nothingScored(let status):
            guard let status else {
                return language == .vi ? "Chưa có tiêu chí nào được chấm" : "Nothing is scored yet"
            }
            return CriterionReport.label(of: status).text(language)
        case .coverage(let share):
            // Cut, so that what falls short is never shown as enough.
            let cut = share.rounded(Rounding(.towardsZero, digits: 2)) ?? 0
            let (found, needed) = (numbers.text(cut, minimumDigits: 2), numbers.text(minimum))
            return language == .vi
                ? "Độ phủ \(found) %, cần ít nhất \(needed) %" : "Coverage \(found) %, at least \(needed) % needed"
        }
    }

    /// The stable name of a reason.
    static func name(of reason: Ranking.Reason) -> String {
        switch reason {
        case .nothingApplies: "nothingApplies"
        case .nothingScored: "nothingScored"
        case .coverage: "coverage"
        }
    }

    /// `87 %`; a share that is neither none nor all never shows as such.
    static func percent(_ share: Double, in language: Language) -> String {
        if share <= 0 || share >= 1 { return share <= 0 ? "0 %" : "100 %" }
        let whole = Int((share * 100).rounded())
        let sign = whole == 0 ? "< 1" : whole == 100 ? "> 99" : String(whole)
        return sign + " %"
    }

    /// `95 %`: the stated confidence.
    static func confidence(_ confidence: FixedDecimal, in language: Language) -> String {
        let percent = ExactRatio(confidence).multiplied(by: ExactRatio(100))?.rounded(.finest) ?? 0
        return NumberWords(language).text(percent) + " %"
    }

    /// A number of binary floating point as a decimal of so many digits.
    static func decimal(_ number: Double, digits: Int) -> FixedDecimal? {
        Int64(exactly: (number * Double(FixedDecimal.scale)).rounded()).flatMap {
            FixedDecimal(mantissa: $0).rounded(Rounding(.halfAwayFromZero, digits: digits))
        }
    }
}
