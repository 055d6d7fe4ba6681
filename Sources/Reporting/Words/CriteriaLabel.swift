package import Documents
internal import Words
/// The short texts of reports on criteria sets: headings of columns and names of facts that ``Label`` does not have.
package enum CriteriaLabel: CaseIterable, Hashable, Sendable {
    case set, edition, years, leaves, basis, decreed, assumed
    case ranking, objectives, notes, notApplicable, metric, deadline, product
    case annexNumber, annexName, annexTarget, annexMonitoring, annexLead, annexCoordinating, annexProduct
    case annexDeadline, annexTotal
    case change, before, after, oldCode, caps, classes, settings, added, removed, moved, renamed, measures, task
    case evidence, sourceOfTarget

    /// The text in a language.
    package func text(_ language: Language) -> String { wording.text(language) }

    private var wording: Wording {
        switch self {
        case .set: Wording(vi: "Bộ", en: "Set")
        case .edition: Wording(vi: "Phiên bản", en: "Edition")
        case .years: Wording(vi: "Năm áp dụng", en: "Years")
        case .leaves: Wording(vi: "Tiêu chí chấm điểm", en: "Leaves")
        case .basis: Wording(vi: "Điểm do đâu", en: "Points")
        case .decreed: Wording(vi: "quy định", en: "decreed")
        case .assumed: Wording(vi: "giả định", en: "assumed")
        case .ranking: Wording(vi: "Xếp hạng", en: "Ranking")
        case .objectives: Wording(vi: "Mục tiêu theo dõi, không chấm điểm", en: "Objectives, tracked without points")
        case .notes: Wording(vi: "Ghi chú của bộ tiêu chí", en: "Notes of the criteria set")
        case .notApplicable: Wording(vi: "Khi không áp dụng", en: "When not applicable")
        case .metric: Wording(vi: "Số liệu", en: "Metric")
        case .deadline: Wording(vi: "Thời gian thực hiện", en: "Deadline")
        case .product: Wording(vi: "Sản phẩm", en: "Product")
        case .annexNumber: Wording(vi: "STT", en: "No.")
        case .annexName:
            Wording(vi: "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", en: "Field/Criterion/Sub-criterion")
        case .annexTarget: Wording(vi: "Chỉ tiêu đạt được", en: "Target")
        case .annexMonitoring: Wording(vi: "Cơ quan theo dõi", en: "Monitoring agency")
        case .annexLead: Wording(vi: "Cơ quan chủ trì", en: "Lead agency")
        case .annexCoordinating: Wording(vi: "Cơ quan phối hợp", en: "Coordinating agencies")
        case .annexProduct: Wording(vi: "Sản phẩm", en: "Product")
        case .annexDeadline: Wording(vi: "Thời gian thực hiện", en: "Deadline")
        case .annexTotal: Wording(vi: "Tổng cộng", en: "Total")
        case .change: Wording(vi: "Thay đổi", en: "Change")
        case .before: Wording(vi: "Trước", en: "Before")
        case .after: Wording(vi: "Sau", en: "After")
        case .oldCode: Wording(vi: "Mã cũ", en: "Old code")
        case .caps: Wording(vi: "Mức trần điểm thưởng, điểm trừ", en: "Caps on bonus and penalty")
        case .classes: Wording(vi: "Xếp loại và khống chế", en: "Classes and conditions")
        case .settings: Wording(vi: "Quy định chung", en: "Settings of the edition")
        case .added: Wording(vi: "Thêm mới", en: "Added")
        case .removed: Wording(vi: "Bỏ đi", en: "Removed")
        case .moved: Wording(vi: "Chuyển chỗ (đổi mã)", en: "Moved to another code")
        case .renamed: Wording(vi: "Đổi tên", en: "Renamed")
        case .measures: Wording(vi: "Số liệu đo", en: "What is measured")
        case .task: Wording(vi: "Sản phẩm, thời gian thực hiện", en: "Products and deadlines")
        case .evidence: Wording(vi: "Tài liệu kiểm chứng", en: "Evidence")
        case .sourceOfTarget: Wording(vi: "Căn cứ của chỉ tiêu", en: "Source of the target")
        }
    }
}
