// swift-format-ignore-file
package import Documents
internal import Values

/// The table of a publication.
package enum PublicationWords {
    package static let kind = Phrase("BẢNG CÔNG BỐ", "PUBLICATION")
    package static func subject(_ period: Phrase) -> Phrase {
        Phrase("Kết quả Chỉ số cải cách hành chính \(period.lowercased)", "Results of the administrative-reform index, \(period.lowercased)")
    }
    package static let documentNumber = Phrase("Số: ……", "No.: ……")
    package static let sheet = Phrase("Bảng công bố", "Publication")
    package static let corrections = Phrase("Đính chính", "Corrections")
    package static func basis(_ number: Int, decision: String, day: Phrase, stage: Phrase) -> Phrase {
        let decision = decision.isEmpty ? Phrase("số ……", "no. ……") : Phrase("số \(decision)", "no. \(decision)")
        return Phrase("Công bố lần \(number), ngày \(day), theo Quyết định \(decision), theo điểm của bước \(stage.lowercased).",
                      "Publication \(number), on \(day), by decision \(decision), by the points of the stage \(stage.lowercased).")
    }
    package static func corrects(_ number: Int, _ earlier: Int) -> Phrase {
        Phrase("Lần công bố \(number) đính chính lần công bố \(earlier).", "Publication \(number) corrects publication \(earlier).")
    }
    package static let place = Phrase("Hạng", "Place")
    package static let acceptedBy = Phrase("Dòng chưa xem xét (người chấp nhận)", "Open lines (accepted by)")
    package static func accepted(_ count: Int, by name: String) -> Phrase {
        name.isEmpty ? Phrase("\(count), chưa ai chấp nhận", "\(count), accepted by nobody") : Phrase("\(count) (\(name))")
    }
    package static let notOfficial = Phrase("Đơn vị còn dòng chưa ai xem xét hoặc chấp nhận thì không có điểm, hạng và xếp loại chính thức.", "Units with lines that nobody looked at or accepted have no official points, place or class.")
}
