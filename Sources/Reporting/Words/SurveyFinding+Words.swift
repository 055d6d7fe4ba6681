package import Documents
internal import Words
import Survey

extension SurveyFinding: WordedFinding {
    var wording: Wording {
        switch self {
        case .unknownAnswer:
            Wording(
                vi:
                    "Câu trả lời «{found}» không có trong thang đo; các mức: {expected}. Câu này được tính là không trả "
                    + "lời. Hãy đối chiếu với phiếu gốc.",
                en:
                    "The scale has no answer “{found}”; the levels are: {expected}. It counts as no answer. Compare it "
                    + "with the form.")
        case .unknownUnit:
            Wording(
                vi: "Không có đơn vị «{found}» trong danh sách đơn vị; phiếu này không được tính. Hãy sửa tên đơn vị.",
                en: "The list of units has no “{found}”; the form is left out. Correct the unit's name.")
        case .missingUnit:
            Wording(
                vi: "Phiếu không ghi đơn vị nên không được tính. Hãy bổ sung mã hoặc tên đơn vị.",
                en: "The form names no unit and is left out. Add the unit's code or name.")
        case .notANumber:
            Wording(
                vi:
                    "«{found}» không phải là số, mà chỗ này cần trọng số hoặc quy mô tổng thể; phiếu này không được "
                    + "tính. Hãy ghi một số.",
                en:
                    "“{found}” is no number, but a weight or a population is needed here; the form is left out. Write "
                    + "a number.")
        case .ambiguousNumber:
            Wording(
                vi:
                    "Số «{found}» có hai cách đọc nên phiếu này không được tính. Hãy cho biết dấu thập phân "
                    + "(--decimal comma hay --decimal point).",
                en:
                    "The number “{found}” can be read in two ways, so the form is left out. State the decimal sign "
                    + "(--decimal comma or --decimal point).")
        case .numberOutOfRange:
            Wording(
                vi:
                    "«{found}» không dùng được: trọng số phải lớn hơn 0 và có tối đa sáu chữ số thập phân, quy mô tổng "
                    + "thể phải là số nguyên từ 1 trở lên, và không được quá lớn. Phiếu này không được tính; hãy sửa số.",
                en:
                    "“{found}” cannot be used: a weight is above 0 with at most six decimals, a population a whole "
                    + "number from 1, and neither too large. The form is left out; correct the number.")
        case .cellCount:
            Wording(
                vi:
                    "Hàng có {found} ô, tiêu đề có {expected} cột: «{text}». Phiếu này không được tính. Hãy kiểm tra "
                    + "dấu phân cách và ô còn thiếu.",
                en:
                    "The row has {found} cells, the heading {expected} columns: “{text}”. The form is left out. Check "
                    + "the separators and what is missing.")
        case .badQuote:
            Wording(
                vi:
                    "Dấu nháy kép đặt sai chỗ hoặc không đóng: «{found}». Phiếu này không được tính. Dấu nháy trong ô "
                    + "phải viết hai lần (\"\").",
                en:
                    "A quote stands where none may, or is never closed: “{found}”. The form is left out. A quote inside "
                    + "a cell is written twice (\"\").")
        case .badText:
            Wording(
                vi:
                    "«{found}» không đúng bảng mã UTF-8 hoặc có byte 0; phiếu này không được tính. Hãy lưu lại tệp dạng "
                    + "«CSV UTF-8».",
                en:
                    "“{found}” is not UTF-8 or holds a zero byte; the form is left out. Save the file as “CSV UTF-8”.")
        case .moreFindings:
            Wording(
                vi:
                    "Còn {count} chỗ khác trong tệp này không được liệt kê. Dùng --errors TỆP để ghi ra đầy đủ.",
                en: "{count} more places of this file are not listed. Use --errors FILE to write all of them down.")
        case .otherPopulation:
            Wording(
                vi:
                    "Tầng «{stratum}» ở bước chọn mẫu {stage} có hai quy mô tổng thể khác nhau: {found} và {other}. Mỗi "
                    + "tầng chỉ có một quy mô: hãy thống nhất.",
                en:
                    "The stratum “{stratum}” of stage {stage} has two populations: {found} and {other}. A stratum has "
                    + "one: make them agree.")
        case .populationTooSmall:
            Wording(
                vi:
                    "Tầng «{stratum}» ở bước chọn mẫu {stage} có quy mô tổng thể {found}, ít hơn số đã chọn vào mẫu "
                    + "({expected}). Hãy kiểm tra lại hai số này.",
                en:
                    "The stratum “{stratum}” of stage {stage} has a population of {found}, less than what was drawn of "
                    + "it ({expected}). Check both numbers.")
        case .unclosedQuote:
            Wording(
                vi: "Dấu nháy kép mở ở đây không được đóng: các dòng sau không đọc được. Hãy sửa tệp.",
                en: "The quote that opens here is never closed: the rows behind it cannot be read. Correct the file.")
        case .cutOff:
            Wording(
                vi: "Tệp bị cắt ngang ở dòng cuối: có {found} ô, cần {expected}. Hãy chép lại tệp.",
                en: "The file is cut off in its last row: {found} cells, expected {expected}. Copy it again.")
        case .otherSeparator:
            Wording(
                vi: "«{found}» viết dấu thập phân khác với các dòng trước. Hãy dùng một dấu trong cả tệp.",
                en: "“{found}” has another decimal sign than the rows before. Use one sign in the whole file.")
        case .noUsableRow:
            Wording(
                vi:
                    "Không có phiếu nào dùng được; số dòng dưới tiêu đề: {rows}. Hãy kiểm tra tệp đã đủ phiếu chưa, cột "
                    + "đơn vị, cột trọng số và dấu phân cách.",
                en:
                    "No form can be used; rows below the heading: {rows}. Check whether the file is complete, the columns "
                    + "of unit and weight, and the delimiter.")
        case .tooManyGroups:
            Wording(
                vi:
                    "Có quá nhiều nhóm (đơn vị × cách chia × tầng × cụm), tối đa {expected}. Hãy bớt cách chia, hoặc kiểm tra "
                    + "cột cụm có phải mã phiếu không.",
                en:
                    "There are too many groups (units × domains × strata × clusters), {expected} at most. Divide by less, or "
                    + "check whether the column of clusters is one of forms.")
        case .faultsOverInput:
            Wording(
                vi: "Tệp ghi lỗi trùng với một tệp câu trả lời. Hãy chọn tên khác.",
                en: "The file for faults is one of the files of answers. Choose another name.")
        case .badDesign:
            Wording(
                vi:
                    "Thiết kế mẫu không dùng được với các phiếu này ({found}). Hãy kiểm tra mục design của phiếu khảo sát.",
                en: "The sampling design does not fit these answers ({found}). Check the questionnaire's design.")
        case .otherSurvey:
            Wording(
                vi:
                    "Tệp tổng hợp làm từ phiếu khảo sát khác hoặc chia theo nhóm khác: «{found}», cần «{expected}». Hãy làm "
                    + "lại tệp tổng hợp.",
                en:
                    "The tally was made with another questionnaire or other domains: “{found}”, expected “{expected}”. "
                    + "Make it again.")
        case .noTally:
            Wording(
                vi:
                    "Đây không phải tệp tổng hợp: không có cột «{expected}», mà bắt đầu bằng «{found}». Hãy dùng tệp do survey "
                    + "tally, survey merge hoặc câu lệnh của survey sql ghi ra, dấu phân cách là dấu phẩy.",
                en:
                    "This is no tally: it has no column “{expected}” and begins with “{found}”. Take a file that survey tally, "
                    + "survey merge or the statement of survey sql wrote, with commas between cells.")
        case .badTally:
            Wording(
                vi: "«{found}» không phải số của tệp tổng hợp. Hãy làm lại tệp tổng hợp.",
                en: "“{found}” is no number of a tally. Make the tally again.")
        case .tooLarge:
            Wording(
                vi: "Tổng trọng số quá lớn để tính chính xác. Hãy dùng trọng số nhỏ hơn (chia tất cả cho cùng một số).",
                en: "A sum of weights is too large to be exact. Use smaller weights (divide all by one number).")
        }
    }
}
