package import Documents
internal import Words
import Survey

extension QuestionnaireFinding: WordedFinding {
    var wording: Wording {
        switch self {
        case .levelCount:
            Wording(
                vi: "Thang đo có {found} mức; cần {expected} mức. Hãy thêm hoặc bớt mức.",
                en: "The scale has {found} levels; {expected} are needed. Add or remove levels.")
        case .levelOrder:
            Wording(
                vi:
                    "Mã các mức không tăng dần: {found}. Các mức phải xếp từ thấp nhất (ít hài lòng nhất) đến cao nhất; "
                    + "nếu mã nhỏ đúng là mức cao thì giữ nguyên.",
                en:
                    "The codes of the levels do not go up: {found}. Levels stand from the lowest (least satisfied) to "
                    + "the highest; if a small code does mean a high level, leave them.")
        case .sameSpelling:
            Wording(
                vi:
                    "«{found}» được dùng cho cả «{code}» và «{other}», nên không biết câu trả lời thuộc mức nào. Mỗi "
                    + "cách ghi chỉ dùng cho một mức.",
                en:
                    "“{found}” stands for both “{code}” and “{other}”, so nobody can tell which level an answer is. "
                    + "Each spelling belongs to one level.")
        case .sameColumn:
            Wording(
                vi: "Tiêu đề cột «{found}» được dùng cho hai việc hoặc ghi hai lần. Hãy sửa một trong hai.",
                en: "The heading “{found}” stands for two things, or twice. Correct one of them.")
        case .badCode:
            Wording(
                vi: "Mã «{found}» có dấu cách hoặc dấu phẩy. Hãy viết mã liền, không có các dấu này.",
                en: "The code “{found}” has a space or a comma. Write it without.")
        case .duplicateCode:
            Wording(
                vi: "Mã «{code}» bị trùng. Mỗi nhóm, yếu tố, câu hỏi và tiêu chí phân tổ phải có mã riêng.",
                en: "The code “{code}” stands twice. Each block, factor, question and domain has its own.")
        case .outOfRange:
            Wording(
                vi: "Giá trị {found} của «{key}» nằm ngoài phạm vi cho phép: {expected}. Hãy sửa lại.",
                en: "The value {found} of “{key}” is outside its range: {expected}. Correct it.")
        case .stageWithoutCluster:
            Wording(
                vi:
                    "Giai đoạn chọn mẫu {stage} chọn trực tiếp người trả lời (không có «cluster») nên phải là giai đoạn cuối. Hãy "
                    + "bổ sung cột cụm hoặc bỏ các giai đoạn sau.",
                en:
                    "Stage {stage} draws the people themselves (it has no “cluster”), so it must be the last. Name the "
                    + "column of its clusters or remove the stages behind it.")
        case .stageWithoutEffect:
            Wording(
                vi:
                    "Giai đoạn chọn mẫu {stage} không ảnh hưởng đến sai số, vì giai đoạn {other} không có cột quy mô tổng thể "
                    + "(«population») và được coi là chọn có hoàn lại. Hãy bổ sung cột đó hoặc bỏ giai đoạn {stage}.",
                en:
                    "Stage {stage} changes no error, because stage {other} has no column of populations "
                    + "(“population”) and counts as drawn with replacement. Add that column or remove stage {stage}.")
        case .keyWithoutEffect:
            Wording(
                vi: "«{key}» không có tác dụng với cách tính «{method}». Hãy bỏ khóa này hoặc chọn cách tính khác.",
                en: "“{key}” changes nothing with the method “{method}”. Remove it or choose another method.")
        case .sameMetric:
            Wording(
                vi: "Số liệu «{found}» được lấy từ hai phần của phiếu. Mỗi số liệu chỉ lấy từ một phần: hãy bỏ bớt.",
                en: "The metric “{found}” is taken from two parts. A metric comes from one: remove the other.")
        }
    }
}
