// swift-format-ignore-file
// A text in Vietnamese, and the same in English below it.

internal import Documents
internal import Survey
internal import Values

extension QuestionnaireFinding {
    /// What is wrong, and what to do.
    func words(_ d: DetailWords) -> Phrase {
        switch self {
        case .levelCount: Phrase("Thang đo có \(d[.found]) mức; cần \(d[.expected]) mức. Hãy thêm hoặc bớt mức.",
                                 "The scale has \(d[.found]) levels; \(d[.expected]) are needed. Add or remove levels.")
        case .levelOrder: Phrase("Mã các mức không tăng dần: \(d[.found]). Các mức phải xếp từ thấp nhất (ít hài lòng nhất) đến cao nhất; nếu mã nhỏ đúng là mức cao thì giữ nguyên.",
                                 "The codes of the levels do not go up: \(d[.found]). Levels stand from the lowest (least satisfied) to the highest; if a small code does mean a high level, leave them.")
        case .sameSpelling: Phrase("«\(d[.found])» được dùng cho cả «\(d[.code])» và «\(d[.other])», nên không biết câu trả lời thuộc mức nào. Mỗi cách ghi chỉ dùng cho một mức.",
                                   "“\(d[.found])” stands for both “\(d[.code])” and “\(d[.other])”, so nobody can tell which level an answer is. Each spelling belongs to one level.")
        case .sameColumn: Phrase("Tiêu đề cột «\(d[.found])» được dùng cho hai việc hoặc ghi hai lần. Hãy sửa một trong hai.",
                                 "The heading “\(d[.found])” stands for two things, or twice. Correct one of them.")
        case .badCode: Phrase("Mã «\(d[.found])» có dấu cách hoặc dấu phẩy. Hãy viết mã liền, không có các dấu này.",
                              "The code “\(d[.found])” has a space or a comma. Write it without.")
        case .duplicateCode: Phrase("Mã «\(d[.code])» bị trùng. Mỗi nhóm, yếu tố, câu hỏi và tiêu chí phân tổ phải có mã riêng.",
                                    "The code “\(d[.code])” stands twice. Each block, factor, question and domain has its own.")
        case .outOfRange: Phrase("Giá trị \(d[.found]) của «\(d[.key])» nằm ngoài phạm vi cho phép: \(d[.expected]). Hãy sửa lại.",
                                 "The value \(d[.found]) of “\(d[.key])” is outside its range: \(d[.expected]). Correct it.")
        case .stageWithoutCluster: Phrase("Giai đoạn chọn mẫu \(d[.stage]) chọn trực tiếp người trả lời (không có «cluster») nên phải là giai đoạn cuối. Hãy bổ sung cột cụm hoặc bỏ các giai đoạn sau.",
                                          "Stage \(d[.stage]) draws the people themselves (it has no “cluster”), so it must be the last. Name the column of its clusters or remove the stages behind it.")
        case .stageWithoutEffect: Phrase("Giai đoạn chọn mẫu \(d[.stage]) không ảnh hưởng đến sai số, vì giai đoạn \(d[.other]) không có cột quy mô tổng thể («population») và được coi là chọn có hoàn lại. Hãy bổ sung cột đó hoặc bỏ giai đoạn \(d[.stage]).",
                                         "Stage \(d[.stage]) changes no error, because stage \(d[.other]) has no column of populations (“population”) and counts as drawn with replacement. Add that column or remove stage \(d[.stage]).")
        case .keyWithoutEffect: Phrase("«\(d[.key])» không có tác dụng với cách tính «\(d[.method])». Hãy bỏ khóa này hoặc chọn cách tính khác.",
                                       "“\(d[.key])” changes nothing with the method “\(d[.method])”. Remove it or choose another method.")
        case .sameMetric: Phrase("Số liệu «\(d[.found])» được lấy từ hai phần của phiếu. Mỗi số liệu chỉ lấy từ một phần: hãy bỏ bớt.",
                                 "The metric “\(d[.found])” is taken from two parts. A metric comes from one: remove the other.")
        }
    }
}
