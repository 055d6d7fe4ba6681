// swift-format-ignore-file
package import Documents
package import Scoring
package import Values

/// The notice that a unit gets of its result.
package enum ResultLetterWords {
    package static let kind = Phrase("THÔNG BÁO", "NOTICE")
    package static let number = Phrase("Số: ……/TB-……", "No.: ……")
    package static func subject(_ period: Phrase) -> Phrase {
        Phrase("Kết quả thẩm định, chấm điểm cải cách hành chính \(period.lowercased)", "Result of the appraisal of administrative reform, \(period.lowercased)")
    }
    package static func addressee(_ unit: String) -> Phrase { Phrase("Kính gửi: \(unit)", "To: \(unit)") }
    package static let recipients = [Phrase("Như trên;", "as above;"), Phrase("Lưu: VT, ……", "file.")]


    package static let result = Phrase("1. Kết quả", "1. Result")
    package static let resultSheet = Phrase("Kết quả", "Result")
    package static func points(_ points: Phrase, _ maximum: Phrase, _ index: Phrase?, isSettled: Bool) -> Phrase {
        let name = isSettled ? AppraisalWords.appraised : Phrase("Điểm tạm tính", "Provisional points")
        let index = index.map { Phrase(", chỉ số \($0) %", ", index \($0) %") }
        return Phrase("\(name): \(points)/\(maximum) điểm\(index).", "\(name): \(points) of \(maximum)\(index).")
    }
    package static let notOpened = Phrase("Chưa dòng nào của đơn vị được xem xét, nên đơn vị chưa có điểm thẩm định, hạng và xếp loại.", "No line of the unit was looked at: it has neither appraised points nor place nor class.")
    package static func open(_ count: Int) -> Phrase {
        Phrase("Còn \(count) dòng chưa xem xét, nên chưa có hạng và xếp loại; điểm nêu trên là điểm tạm tính.", "\(count, "line is", "lines are") still open: there is neither place nor class yet, and the points above are provisional.")
    }
    package static func place(_ place: Phrase, _ group: Phrase, unsettled: Int) -> Phrase {
        guard unsettled > 0 else { return Phrase("Hạng: \(place) (\(group)).", "Place: \(place) (\(group)).") }
        return Phrase("Hạng: \(place) (\(group); còn \(unsettled) đơn vị có dòng chưa xem xét, hạng có thể thay đổi).",
                      "Place: \(place) (\(group); \(unsettled, "other unit has", "other units have") open lines, and the place may change).")
    }
    package static func unitClass(_ name: Phrase) -> Phrase { Phrase("Xếp loại: \(name).", "Class: \(name).") }
    package static let byStage = Phrase("Điểm theo bước chấm", "Points by stage")
    package static let cuts = Phrase("2. Các dòng có điểm thay đổi hoặc chờ giải trình", "2. Lines with other points or returned")
    package static let cutsSheet = Phrase("Điểm thay đổi", "Points changed")
    package static let noCuts = Phrase("Không dòng nào có điểm khác điểm tự đánh giá, không dòng nào chờ giải trình.", "No line has other points than the self-assessment, and none was returned.")
    package static let remark = Phrase("3. Nhận xét của Hội đồng", "3. Remark of the council")
    package static let remarkSheet = Phrase("Nhận xét", "Remark")
    package static let objection = Phrase("4. Giải trình, kiến nghị", "4. Explanations and objections")
    package static let objectionSheet = Phrase("Kiến nghị", "Objections")
    package static let until = Phrase("Giải trình đến", "Until")
    package static func mayObject(_ count: Int, _ points: Phrase, _ stage: Stage, _ days: [CalendarDay]) -> Phrase {
        let until = days.count == 1 ? Phrase("đến hết ngày \(days[0])", "until the end of \(days[0])") : Phrase("đến hết ngày ghi ở từng dòng", "until the day stated for each line")
        return Phrase("Đơn vị có thể giải trình, kiến nghị về \(count) dòng nêu ở mục 2 (liên quan \(points) điểm) ở bước \(stage.phrase.lowercased), \(until).",
                      "The unit may explain or object to the \(count, "line", "lines") of part 2 (\(points) points) at the stage \(stage.phrase.lowercased), \(until).")
    }
    package static func mayObject(_ count: Int, _ points: Phrase) -> Phrase {
        Phrase("Đơn vị có thể giải trình, kiến nghị về \(count) dòng nêu ở mục 2 (liên quan \(points) điểm) đến hết ngày ……………….", "The unit may explain or object to the \(count, "line", "lines") of part 2 (\(points) points) until ……………….")
    }
    package static let nobody = Phrase("Không đơn vị nào được chọn có dòng để thẩm định, nên không có thông báo nào; đơn vị có số liệu gộp từ đơn vị khác không được thẩm định riêng. Hãy chọn đơn vị khác.",
                                       "None of the units chosen has lines to appraise, so there is no notice; a unit whose figures are those of others is not appraised by itself. Choose other units.")
    package static let nothingToObject = Phrase("Không có dòng nào phải giải trình.", "There is no line to explain.")
}
