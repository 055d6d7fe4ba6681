// swift-format-ignore-file
// A text in Vietnamese, and the same in English below it.

package import Documents
package import Scoring
internal import Values

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
