// swift-format-ignore-file
package import Documents
internal import Values

/// What reports say of the journal, and of two copies of a folder.
package enum JournalWords {
    package static let title = Phrase("Nhật ký", "Journal")
    package static let rows = Phrase("Số dòng", "Rows")
    package static let shown = Phrase("Số dòng được nêu", "Rows shown")
    package static let end = Phrase("Cuối chuỗi SHA-256", "End of the chain of SHA-256")
    package static let nothing = Phrase("Nhật ký chưa có dòng nào.", "The journal has no rows.")
    package static let noneFound = Phrase("Không có dòng nào như vậy.", "There are no such rows.")
    package static let time = Phrase("Thời điểm", "Time")
    /// A moment of the journal, `2026-10-05T14:30:12+07:00`, as people write it; any other text as it stands.
    package static func moment(_ time: String) -> Phrase {
        let parts = time.split(separator: "T")
        guard parts.count == 2, let day = CalendarDay(String(parts[0])) else { return Phrase(verbatim: time) }
        let clock = String(parts[1].prefix(5))
        return Phrase("\(clock) ngày \(day)", "\(day) \(clock)")
    }
    package static let by = Phrase("Người thực hiện", "By")
    package static let table = Phrase("Bảng", "Table")
    package static let column = Phrase("Cột", "Column")
    package static let old = Phrase("Giá trị cũ", "Old")
    package static let new = Phrase("Giá trị mới", "New")
    package static let source = Phrase("Tệp nguồn", "Source")
    package static let fingerprint = Phrase("SHA-256 của tệp nguồn", "SHA-256 of the source")

    package static let difference = Phrase("Hai bản của một thư mục", "Two copies of a folder")
    package static let first = Phrase("Bản thứ nhất", "First copy")
    package static let second = Phrase("Bản thứ hai", "Second copy")
    package static let same = Phrase("Hai bản không khác nhau về số liệu, điểm, ý kiến, yêu cầu giải trình và tài liệu kiểm chứng.", "The copies have the same figures, points, opinions, requests for explanation and evidence.")
    package static let figures = Phrase("Số liệu khác nhau", "Figures that differ")
    package static let lines = Phrase("Điểm, ý kiến khác nhau", "Points and opinions that differ")
    package static let points = Phrase("Ảnh hưởng đến điểm", "What it does to points")
    package static let requests = Phrase("Yêu cầu giải trình khác nhau", "Requests for explanation that differ")
    package static let evidence = Phrase("Tài liệu kiểm chứng khác nhau", "Evidence that differs")
    package static let question = Phrase("Nội dung yêu cầu", "Question")
    package static let document = Phrase("Tài liệu", "Document")
    package static let noRow = Phrase("không có dòng này", "no such row")
    package static let blankRow = Phrase("không ghi gì thêm", "nothing else stated")
    package static let opinionBefore = Phrase("Ý kiến, bản thứ nhất", "Opinion, first copy")
    package static let opinionAfter = Phrase("Ý kiến, bản thứ hai", "Opinion, second copy")
    package static let reasonBefore = Phrase("Lý do, bản thứ nhất", "Reason, first copy")
    package static let reasonAfter = Phrase("Lý do, bản thứ hai", "Reason, second copy")
    package static func onlyFirst(_ units: [String]) -> Phrase {
        Phrase("Chỉ có ở bản thứ nhất: \(units.joined(separator: ", ")).", "Only in the first copy: \(units.joined(separator: ", ")).")
    }
    package static func onlySecond(_ units: [String]) -> Phrase {
        Phrase("Chỉ có ở bản thứ hai: \(units.joined(separator: ", ")).", "Only in the second copy: \(units.joined(separator: ", ")).")
    }
    package static let otherStages = Phrase("Hai bản hiện điểm của hai bước khác nhau.", "The copies show the points of different stages.")
}
