import Scoring
import Values

/// Changes of figures in words.
enum ChangeWords {
    /// What a reader must know about a change: that the counts reach a percentage without being exactly it.
    static func remark(_ change: FigureChange, in language: Language) -> String {
        guard change.isNearest, case .set(let stated) = change.change.edit else { return "" }
        let percent = NumberWords(language).text(stated, unit: "%")
        return language == .vi
            ? "mẫu số giữ nguyên; tử số vừa đủ đạt \(percent)"
            : "the same denominator; the count just reaches \(percent)"
    }

    /// `+0,25`, `−1`, `0`.
    static func signed(_ number: FixedDecimal, minimumDigits: Int = 0, in language: Language) -> String {
        let text = NumberWords(language).text(number, minimumDigits: minimumDigits)
        return number > 0 ? "+" + text : text
    }

    /// `5/13`, `2,5/13`.
    static func fraction(_ rank: GroupRank, in language: Language) -> String {
        "\(NumberWords(language).text(rank.rank.decimal))/\(rank.count)"
    }

    /// `5/13`, `5/13 (đồng hạng với 1 đơn vị)`; a reason where there is none.
    static func rank(_ rank: GroupRank?, in language: Language) -> String {
        guard let rank else { return Label.notRanked.text(language) }
        let text = fraction(rank, in: language)
        if rank.tied == 0 { return text }
        return language == .vi
            ? "\(text) (đồng hạng với \(rank.tied) đơn vị)"
            : "\(text) (tied with \(rank.tied))"
    }
}
