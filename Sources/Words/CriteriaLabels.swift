// swift-format-ignore-file
// A text in Vietnamese, and the same in English below it.

package import Documents

// The short texts of reports on criteria sets.
extension Phrase {
    package static let setCode = Phrase("Bộ", "Set")
    package static let edition = Phrase("Phiên bản", "Edition")
    package static let years = Phrase("Năm áp dụng", "Years")
    package static let leaves = Phrase("Tiêu chí chấm điểm", "Leaves")
    package static let basis = Phrase("Điểm do đâu", "Points")
    package static let ranking = Phrase("Xếp hạng", "Ranking")
    package static let caps = Phrase("Mức trần điểm thưởng, điểm trừ", "Caps on bonus and penalty")
    package static let classes = Phrase("Xếp loại và khống chế", "Classes and conditions")
    package static let objectives = Phrase("Mục tiêu theo dõi, không chấm điểm", "Objectives, tracked without points")
    package static let notesOfSet = Phrase("Ghi chú của bộ tiêu chí", "Notes of the criteria set")
    package static let partOf = Phrase("Thuộc", "Part of")
    package static let sourceOfTarget = Phrase("Căn cứ của chỉ tiêu", "Source of the target")
    package static let product = Phrase("Sản phẩm", "Product")
    package static let deadline = Phrase("Thời gian thực hiện", "Deadline")
    package static let whenNotApplicable = Phrase("Khi không áp dụng", "When not applicable")
    package static let metric = Phrase("Số liệu", "Metric")

    // Columns of the annex of a plan.
    package static let annexNumber = Phrase("STT", "No.")
    package static let annexName = Phrase("Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Field/Criterion/Sub-criterion")
    package static let annexTarget = Phrase("Chỉ tiêu đạt được", "Target")
    package static let monitoringAgency = Phrase("Cơ quan theo dõi", "Monitoring agency")
    package static let coordinatingAgencies = Phrase("Cơ quan phối hợp", "Coordinating agencies")
    package static let annexTotal = Phrase("Tổng cộng", "Total")

    // What two editions do not have in common.
    package static let whatChanged = Phrase("Thay đổi", "Change")
    package static let oldCode = Phrase("Mã cũ", "Old code")
    package static let settings = Phrase("Quy định chung", "Settings of the edition")
    package static let added = Phrase("Thêm mới", "Added")
    package static let removed = Phrase("Bỏ đi", "Removed")
    package static let moved = Phrase("Chuyển chỗ (đổi mã)", "Moved to another code")
    package static let renamed = Phrase("Đổi tên", "Renamed")
    package static let whatIsMeasured = Phrase("Số liệu đo", "What is measured")
    package static let productsAndDeadlines = Phrase("Sản phẩm, thời gian thực hiện", "Products and deadlines")
}

/// Sentences of reports on criteria sets.
package enum CriteriaWords {
    package static let noSets = Phrase("Không có bộ tiêu chí nào.", "There are no criteria sets.")
    package static let noDifference = Phrase("Không có khác biệt.", "No difference.")

    /// That a file is no sound criteria set.
    package static func broken(_ file: String, errors: Int) -> Phrase {
        Phrase("\(file): \(errors) lỗi; xem bằng: score-cli check \(file)",
               "\(file): \(errors, "error", "errors"); see: score-cli check \(file)")
    }
}
