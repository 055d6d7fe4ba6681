// swift-format-ignore-file
package import Assessment
package import Documents
package import Scoring
internal import Values

/// The minutes of an appraisal, and the points of all units stage by stage.
package enum AppraisalWords {
    package static let minutes = Phrase("BIÊN BẢN", "MINUTES")
    package static let minutesNumber = Phrase("Số: ……/BB-……", "No.: ……")
    package static func subject(_ period: Phrase) -> Phrase {
        Phrase("Thẩm định kết quả tự đánh giá, chấm điểm cải cách hành chính \(period.lowercased)", "Appraisal of the self-assessments of administrative reform, \(period.lowercased)")
    }
    package static let council = Phrase("HỘI ĐỒNG THẨM ĐỊNH", "APPRAISAL COUNCIL")
    package static let officeAbove = Phrase("……………………………", "……………………………")
    package static let signatory = Phrase("TM. HỘI ĐỒNG THẨM ĐỊNH\nCHỦ TỊCH", "FOR THE COUNCIL\nCHAIR")
    package static let recipients = [Phrase("Các đơn vị được thẩm định;", "the units appraised;"), Phrase("Lưu: VT, ……", "file.")]

    package static let result = Phrase("I. KẾT QUẢ THẨM ĐỊNH", "I. RESULT OF THE APPRAISAL")
    package static let resultSheet = Phrase("Kết quả thẩm định", "Result")
    package static func basis(_ source: Phrase, _ set: Phrase, _ period: Phrase, units: Int, stage: Phrase) -> Phrase {
        Phrase("Thực hiện \(source), Hội đồng đã thẩm định kết quả tự đánh giá, chấm điểm của \(units) đơn vị theo \(set), \(period.lowercased), bước \(stage.lowercased).",
               "Under \(source), the council has appraised the self-assessments of \(units, "unit", "units") by \(set), \(period.lowercased), stage \(stage.lowercased).")
    }
    package static func lines(_ counts: LineCounts) -> Phrase {
        Phrase("Trong \(counts.all.count) dòng có \(counts[.accepted].count) dòng đồng ý, \(counts[.changed].count) dòng điều chỉnh, \(counts[.returned].count) dòng trả lại chờ giải trình, \(counts[.open].count) dòng chưa xem xét.",
               "Of \(counts.all.count, "line", "lines"), \(counts[.accepted].count) accepted, \(counts[.changed].count) changed, \(counts[.returned].count) returned for explanation, \(counts[.open].count) not looked at.")
    }
    package static func change(_ cut: Phrase, _ added: Phrase) -> Phrase {
        Phrase("So với điểm tự đánh giá, tổng số điểm giảm là \(cut), tổng số điểm tăng là \(added).", "Against the self-assessments, \(cut) points were cut and \(added) added.")
    }
    package static func openPoints(_ points: Phrase, _ count: Int) -> Phrase {
        Phrase("\(count) dòng chưa xem xét đang mang \(points) điểm do đơn vị tự chấm; số điểm này chưa phải điểm thẩm định.", "\(count, "line", "lines") not looked at hold \(points) points of the units' own, which are not points of the appraisal.")
    }
    package static let notOpened = Phrase("Đơn vị chưa có dòng nào được xem xét thì chưa có điểm thẩm định; đơn vị còn dòng chưa xem xét thì chưa có hạng và xếp loại.", "Units of which no line was looked at have no appraised points; units with open lines have neither place nor class yet.")
    package static func placesMayChange(_ units: Int) -> Phrase {
        Phrase("Còn \(units) đơn vị có dòng chưa xem xét; hạng sau thẩm định của các đơn vị cùng nhóm có thể thay đổi.", "\(units, "unit has", "units have") open lines: the places after the appraisal of the units ranked with them may change.")
    }
    package static let pointsTable = Phrase("Điểm tự đánh giá và điểm thẩm định", "Points before and after")
    package static let classTable = Phrase("Chỉ số, xếp loại và hạng trước và sau thẩm định", "Index, class and place before and after")
    package static let appraised = Phrase("Điểm thẩm định", "Appraised")
    package static let open = Phrase("Dòng chưa xem xét", "Open lines")
    package static let classBefore = Phrase("Xếp loại trước", "Class before")
    package static let classAfter = Phrase("Xếp loại sau", "Class after")
    package static let placeBefore = Phrase("Hạng trước", "Place before")
    package static let placeAfter = Phrase("Hạng sau", "Place after")

    package static let changes = Phrase("II. ĐIỂM THAY ĐỔI SO VỚI TỰ ĐÁNH GIÁ", "II. POINTS CHANGED")
    package static let changesSheet = Phrase("Điểm thay đổi", "Points changed")
    package static let noChanges = Phrase("Không dòng nào có điểm khác điểm tự đánh giá.", "No line has other points than the self-assessment.")
    package static let byField = Phrase("Theo lĩnh vực", "By field")
    package static let byCriterion = Phrase("Theo tiêu chí, kèm lý do", "By criterion, with reasons")
    package static let byUnit = Phrase("Theo đơn vị", "By unit")
    package static let byAgency = Phrase("Theo cơ quan chủ trì", "By lead agency")
    package static let noAgency = Phrase("(không ghi)", "(none stated)")
    package static let linesChanged = Phrase("Số dòng", "Lines")
    package static let cut = Phrase("Điểm giảm", "Cut")
    package static let added = Phrase("Điểm tăng", "Added")
    package static let reasons = Phrase("Lý do (số dòng)", "Reasons (lines)")
    package static func reason(_ text: String?) -> Phrase { text.map { Phrase(verbatim: $0) } ?? Phrase("không ghi lý do", "no reason stated") }
    package static func reason(_ text: String?, _ count: Int) -> Phrase { Phrase("\(reason(text)) (\(count))") }

    package static let pending = Phrase("III. DÒNG TRẢ LẠI VÀ CHƯA XEM XÉT", "III. LINES RETURNED AND OPEN")
    package static let pendingSheet = Phrase("Trả lại, chưa xem xét", "Returned, open")
    package static let nonePending = Phrase("Mọi dòng đã được xem xét, không dòng nào chờ giải trình.", "Every line was looked at, and none waits for an explanation.")
    package static let returned = Phrase("Dòng trả lại, chờ giải trình", "Lines returned for explanation")
    package static let openByUnit = Phrase("Dòng chưa xem xét, theo đơn vị", "Lines not looked at, by unit")
    package static let openPointsTitle = Phrase("Điểm đang mang", "Points on them")

    package static let annex = Phrase("PHỤ LỤC: TỪNG DÒNG CÓ ĐIỂM THAY ĐỔI", "ANNEX: EACH LINE WITH OTHER POINTS")
    package static let annexSheet = Phrase("Từng dòng", "Lines")

    // MARK: - Points of all units

    package static let matrix = Phrase("BẢNG TỔNG HỢP", "SUMMARY")
    package static func matrixSubject(_ period: Phrase) -> Phrase {
        Phrase("Điểm của các đơn vị theo tiêu chí và bước chấm, \(period.lowercased)", "Points of the units by criterion and stage, \(period.lowercased)")
    }
    package static let totals = Phrase("Tổng điểm", "Totals")
    package static let totalsTitle = Phrase("Tổng điểm theo bước", "Totals by stage")
    package static func fieldSheet(_ code: String) -> Phrase { Phrase("Lĩnh vực \(code)", "Field \(code)") }
    package static func column(_ code: Phrase, _ stage: Stage) -> Phrase { Phrase("\(code) \(stage.givenHeading.lowercased)") }
    package static let sum = Phrase("Cộng", "Sum")
    package static let blank = Phrase("Ô trống: bước đó không xem xét dòng này, hoặc tiêu chí không áp dụng cho đơn vị; điểm tự chấm không thay cho điểm còn thiếu.", "Blank: the stage did not look at the line, or the criterion does not apply to the unit; points of the unit's own never stand for points that are missing.")
}
