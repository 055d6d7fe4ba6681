// swift-format-ignore-file
internal import Annexes
internal import Documents
internal import Scoring
internal import Values

extension AnnexFinding: WordedFinding {
    var words: FindingWords {
        switch self {
        case .noHeading: ("Không tìm thấy bảng phụ lục: cần một hàng tiêu đề có cột nội dung (Lĩnh vực/Tiêu chí, Nội dung, Chỉ số…) và ít nhất một cột khác (STT, Điểm tối đa, Chỉ tiêu…).",
                          "No table of an annex is found: a row of headings is needed with a column of criteria (Lĩnh vực/Tiêu chí, Nội dung, Chỉ số…) and at least one more (STT, Điểm tối đa, Chỉ tiêu…).")
        case .noYear: ("Phụ lục không nêu năm áp dụng. Hãy thêm --edition, như --edition 2026 hoặc --edition 2023-2025.",
                       "The annex names no year. Add --edition, such as --edition 2026 or --edition 2023-2025.")
        case .open: ("«\(.code)» còn phải thống nhất\(given: .text, ": «\(.text)»")\(given: .reason, " (\(.reason, { ($0 as OpenPoint.Reason).words }))").",
                     "“\(.code)” is to be settled\(given: .text, ": “\(.text)”")\(given: .reason, " (\(.reason, { ($0 as OpenPoint.Reason).words }))").")
        case .strangeRow: ("Hàng này không đọc được là tiêu chí nào nên bị bỏ qua: «\(.found)».",
                           "The row is no criterion and is passed over: “\(.found)”.")
        case .unreadColumn: ("Cột «\(.found)» không được đọc.", "The column “\(.found)” is not read.")
        case .withoutCode: ("Hàng không có số thứ tự được ghi là tiêu chí «\(.code)» theo vị trí của hàng.",
                            "The row has no number; by its place it is the criterion “\(.code)”.")
        case .otherTotal: ("Tổng điểm ghi trong phụ lục là \(.found), tổng điểm tối đa các lĩnh vực là \(.expected).",
                           "The annex states a total of \(.found), its fields add up to \(.expected).")
        case .changedCell: ("Ô ở cột «\(.key)» khác với lúc xuất, nên không khớp với phần dành cho phần mềm của hàng này. Hãy ghi lại như cũ, hoặc xóa phần dành cho phần mềm của hàng để đọc lại từ các cột.",
                            "The cell under “\(.key)” is not what was exported, and does not fit what the row says for the program. Restore it, or delete what the row says for the program, so that it is read from its columns.")
        case .brokenRecord: ("Phần dành cho phần mềm của hàng này đã bị sửa nên không đọc được: «\(.found)». Hãy xuất lại, hoặc xóa phần này để đọc lại từ các cột.",
                             "What the row says for the program was changed and cannot be read: “\(.found)”. Export again, or delete it, so that the row is read from its columns.")
        }
    }
}
