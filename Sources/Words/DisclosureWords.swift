// swift-format-ignore-file
package import Documents
package import Survey
internal import Values

/// What is said of the protection of answers.
package enum DisclosureWords {
    package static let fact = Phrase("Bảo vệ người trả lời", "Protection of answers")
    package static let complementary = Phrase("không công bố, để không suy ra kết quả khác",
                                              "not shown, as another result would follow")

    /// How many forms the smallest cell of a tally has.
    package static func smallest(_ forms: Int, of cells: Int) -> Phrase {
        Phrase("Tệp tổng hợp có \(amount: cells) nhóm; nhóm nhỏ nhất có \(amount: forms) phiếu.",
               "The tally has \(amount: cells) cells; the smallest has \(amount: forms) forms.")
    }

    /// What was done to protect a tally.
    package static func protected(_ tally: ProtectedTally) -> Phrase {
        var parts = [Phrase("Bảo vệ: gộp bớt \(amount: tally.merged) nhóm", "Protected: \(amount: tally.merged) cells merged into others")]
        if tally.hasMergedClusters {
            parts.append(Phrase("có gộp cụm, nên sai số là của cụm gộp", "clusters were merged, so errors are those of merged clusters"))
        }
        if !tally.undivided.isEmpty {
            let codes = tally.undivided.joined(separator: ", ")
            parts.append(Phrase("không còn chia theo \(codes)", "no longer divided by \(codes)"))
        }
        if !tally.unitsLeftOut.isEmpty {
            let units = tally.unitsLeftOut.joined(separator: ", ")
            parts.append(Phrase("bỏ phiếu của đơn vị \(units)", "forms of units left out: \(units)"))
        }
        let all: Phrase = parts.joined("; ")
        return Phrase("\(all).", "\(all).")
    }

    /// How answers are protected, and what is lost by it; nil where nothing is.
    package static func protection(_ control: DisclosureControl, of indices: [SurveyIndex]) -> Phrase? {
        let reasons = indices.compactMap { $0.suppression }
        let (few, others) = (reasons.count { $0 == .threshold }, reasons.count { $0 == .complementary })
        let rounding = control.roundTo.map { Phrase("số đếm làm tròn đến bội của \($0)", "counts rounded to multiples of \($0)") }
        var parts: [Phrase] = []
        if few + others > 0 {
            parts.append(Phrase("không công bố \(few) kết quả của dưới \(control.limit) người và \(others) kết quả khác mà từ đó trừ ra được (giấu ô bổ sung, đã kiểm tra khoảng suy ra được)",
                                "\(few) results of fewer than \(control.limit) people are not shown, nor \(others) others from which these would follow (complementary cell suppression, ranges checked)"))
        }
        if let rounding { parts.append(rounding) }
        if control.revealingFigures > 0 {
            parts.append(Phrase("\(control.revealingFigures) số liệu chấm điểm vẫn cho biết chỉ số đã giấu ở đây",
                                "\(control.revealingFigures) figures that points are computed from still tell indices withheld here"))
        }
        return parts.isEmpty ? nil : parts.joined("; ")
    }
}
