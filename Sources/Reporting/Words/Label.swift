/// The short texts of reports: headings of columns, names of facts, states.
package enum Label: CaseIterable, Hashable, Sendable {
    case code, unit, name, criterion, field, points, maximum, maximumShort, lost, lostShort, index, coverage, unitClass,
        target, state
    case level, group, year, stage, criteriaSet, folder, selfGiven, appraisalGiven, total
    case scored, partlyReported, notReported, awaited, notPublished, notApplicable, noClass, notRanked
    case legalSource, agencies, monitoring, lead, coordinating, levels, levelsReason, evidence, evidenceExpected
    case evidenceMissing, explanation, note, figures, rule, calculation, reached, nextStep, topStep, given,
        pointsOrigin, measure
    case rounding, parts, assumptions, notes, lastYear, reason, adjustment, weight, targetMet, targetNotMet, ungrouped
    case result

    /// The text in a language.
    package func text(_ language: Language) -> String {
        wording.text(language)
    }

    private var wording: Wording {
        switch self {
        case .code: Wording(vi: "Mã", en: "Code")
        case .unit: Wording(vi: "Đơn vị", en: "Unit")
        case .name: Wording(vi: "Tên", en: "Name")
        case .criterion: Wording(vi: "Tiêu chí", en: "Criterion")
        case .field: Wording(vi: "Lĩnh vực", en: "Field")
        case .points: Wording(vi: "Điểm", en: "Points")
        case .maximum: Wording(vi: "Điểm tối đa", en: "Maximum")
        case .maximumShort: Wording(vi: "Tối đa", en: "Max.")
        case .lostShort: Wording(vi: "Mất", en: "Lost")
        case .lost: Wording(vi: "Mất điểm", en: "Lost")
        case .index: Wording(vi: "Chỉ số", en: "Index")
        case .coverage: Wording(vi: "Độ phủ", en: "Coverage")
        case .unitClass: Wording(vi: "Xếp loại", en: "Class")
        case .target: Wording(vi: "Chỉ tiêu", en: "Target")
        case .state: Wording(vi: "Trạng thái", en: "State")
        case .level: Wording(vi: "Cấp", en: "Level")
        case .group: Wording(vi: "Khối", en: "Group")
        case .year: Wording(vi: "Năm", en: "Year")
        case .stage: Wording(vi: "Bước", en: "Stage")
        case .criteriaSet: Wording(vi: "Bộ tiêu chí", en: "Criteria set")
        case .folder: Wording(vi: "Thư mục", en: "Folder")
        case .selfGiven: Wording(vi: "Tự chấm", en: "Self-given")
        case .appraisalGiven: Wording(vi: "Thẩm định", en: "Appraised")
        case .total: Wording(vi: "Tổng", en: "Total")
        case .scored: Wording(vi: "Đã chấm", en: "Scored")
        case .partlyReported: Wording(vi: "Báo cáo một phần", en: "Partly reported")
        case .notReported: Wording(vi: "Chưa báo cáo", en: "Not reported")
        case .awaited: Wording(vi: "Chờ kết quả", en: "Result awaited")
        case .notPublished: Wording(vi: "Không công bố", en: "Not published")
        case .notApplicable: Wording(vi: "Không áp dụng", en: "Not applicable")
        case .noClass: Wording(vi: "Chưa xếp loại", en: "Not classed")
        case .notRanked: Wording(vi: "Chưa đủ độ phủ", en: "Coverage too low")
        case .legalSource: Wording(vi: "Căn cứ", en: "Source")
        case .agencies: Wording(vi: "Cơ quan", en: "Agencies")
        case .monitoring: Wording(vi: "Theo dõi", en: "Monitoring")
        case .lead: Wording(vi: "Chủ trì", en: "Lead")
        case .coordinating: Wording(vi: "Phối hợp", en: "Coordinating")
        case .levels: Wording(vi: "Cấp được chấm", en: "Levels scored")
        case .levelsReason: Wording(vi: "Lý do", en: "Reason")
        case .evidence: Wording(vi: "Tài liệu kiểm chứng", en: "Evidence")
        case .evidenceExpected: Wording(vi: "Tài liệu kiểm chứng cần có", en: "Evidence expected")
        case .evidenceMissing:
            Wording(vi: "Chưa có tài liệu kiểm chứng hoặc giải trình", en: "Neither evidence nor explanation is given")
        case .explanation: Wording(vi: "Giải trình", en: "Explanation")
        case .note: Wording(vi: "Ghi chú", en: "Note")
        case .figures: Wording(vi: "Số liệu", en: "Figures")
        case .rule: Wording(vi: "Quy tắc", en: "Rule")
        case .calculation: Wording(vi: "Cách tính", en: "Calculation")
        case .reached: Wording(vi: "Mức đạt", en: "Reached")
        case .nextStep: Wording(vi: "Mức kế tiếp", en: "Next")
        case .topStep: Wording(vi: "Mức cao nhất", en: "Top")
        case .given: Wording(vi: "Điểm do người chấm cho", en: "Points given by people")
        case .pointsOrigin: Wording(vi: "Nguồn điểm tối đa", en: "Origin of the maximum")
        case .measure: Wording(vi: "Ý", en: "Measure")
        case .rounding: Wording(vi: "Làm tròn", en: "Rounding")
        case .parts: Wording(vi: "Các mục con", en: "Parts")
        case .assumptions: Wording(vi: "Giả định của bộ tiêu chí", en: "Assumptions of the criteria set")
        case .notes: Wording(vi: "Lưu ý", en: "Notes")
        case .lastYear: Wording(vi: "năm trước", en: "last year")
        case .reason: Wording(vi: "Lý do", en: "Reason")
        case .adjustment: Wording(vi: "Điều chỉnh do mức trần điểm thưởng, điểm trừ", en: "Caps on bonus and penalty")
        case .weight: Wording(vi: "Trọng số", en: "Weight")
        case .targetMet: Wording(vi: "đạt", en: "met")
        case .targetNotMet: Wording(vi: "chưa đạt", en: "not met")
        case .ungrouped: Wording(vi: "Không thuộc khối nào", en: "In no group")
        case .result: Wording(vi: "Kết quả", en: "Result")
        }
    }
}
