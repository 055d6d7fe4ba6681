// swift-format-ignore-file
internal import Assessment
internal import Values

extension FormFinding: WordedFinding {
    var words: FindingWords {
        switch self {
        case .notAForm: ("Đây không phải phiếu do lệnh forms lập: thiếu trang ẩn «score». Hãy dùng đúng tệp phiếu, hoặc nhập số liệu vào metrics.csv.",
                         "This is no form made by the command forms: its hidden sheet “score” is missing. Use the form itself, or enter the figures in metrics.csv.")
        case .ofAnother: ("Phiếu này là của đợt khác: «\(.key)» là «\(.found)», đợt này là «\(.expected)». Hãy lập lại phiếu cho đợt này.",
                          "The form is of another assessment: “\(.key)” is “\(.found)”, here it is “\(.expected)”. Make the forms of this assessment.")
        case .unknownUnit: ("Đợt đánh giá không có đơn vị «\(.found)»: mã ở cột ẩn đã bị sửa. Hãy lấy lại mã đúng hoặc dùng phiếu mới.",
                            "The assessment has no unit “\(.found)”: the code in the hidden column was changed. Restore it, or use a new form.")
        case .unknownCode: ("Không có tiêu chí hoặc số liệu «\(.found)»: mã ở cột ẩn đã bị sửa. Hãy dùng phiếu mới.",
                            "There is no criterion or metric “\(.found)”: the code in the hidden column was changed. Use a new form.")
        case .changedCode: ("Cột STT ghi «\(.found)» nhưng hàng này là của «\(.expected)»: mã đã bị sửa hoặc hàng bị chép sang chỗ khác. Hàng này chưa được lấy.",
                            "The row shows “\(.found)”, but is that of “\(.expected)”: a code was changed, or the row was copied. It is not taken.")
        case .repeatedRow: ("\(.metric) có hai hàng trong phiếu; hàng đầu ở \(.first). Hãy xóa một hàng.",
                            "\(.metric) stands in two rows of the form, the first at \(.first). Delete one.")
        case .movedRow: ("Hàng của \(.criterion) đã bị dời chỗ; số liệu vẫn được lấy theo mã.",
                         "The row of \(.criterion) was moved; its figure is taken by its code.")
        case .missingRows: ("Phiếu của «\(.unit)» thiếu các hàng: \(.expected). Các số liệu đó giữ như trong thư mục.",
                            "The form of “\(.unit)” lacks the rows \(.expected). Their figures stay as the folder has them.")
        case .typedOver: ("Điểm tự đánh giá của \(.criterion) bị gõ đè lên công thức: \(.found); tính từ số liệu là \(.expected). Hãy sửa số liệu, hoặc giải trình và đề nghị cho điểm khác ở bước thẩm định.",
                          "The self-assessed points of \(.criterion) were typed over their formula: \(.found); the figures give \(.expected). Correct the figures, or explain and ask for other points at the appraisal.")
        case .otherPoints: ("Phiếu hiện \(.found) điểm ở \(.criterion), còn số liệu trong phiếu cho \(.expected) điểm: công thức chưa được tính lại. Điểm được lấy theo số liệu.",
                            "The form shows \(.found) points for \(.criterion), while its figures give \(.expected): its formulas were not computed anew. The figures count.")
        case .conflict: ("Hai phiếu ghi khác nhau cho «\(.unit)», \(.code): \(.found) ở đây, \(.other) ở \(.first). Hãy bỏ một phiếu.",
                         "Two forms differ about “\(.unit)”, \(.code): \(.found) here, \(.other) at \(.first). Leave one of them out.")
        case .wouldReplace: ("Thư mục đã có \(.expected) cho «\(.unit)», \(.code); phiếu ghi \(.found). Muốn thay thì thêm --replace.",
                             "The folder has \(.expected) for “\(.unit)”, \(.code); the form says \(.found). Add --replace to replace it.")
        case .unknownOpinion: ("Không rõ ý kiến «\(.found)». Hãy chọn một trong: \(.expected); nội dung khác ghi ở cột lý do.",
                              "“\(.found)” is no opinion that is understood. Choose one of: \(.expected); anything else belongs to the reason.")
        case .opinionWithoutPoints: ("Ý kiến «\(.found)» nghĩa là cho điểm khác, nhưng ô điểm để trống. Hãy ghi điểm.",
                                     "“\(.found)” announces other points, but none are given. Give them.")
        case .notAppraised: ("Phiếu thẩm định này ghi bước «\(.found)», không phải bước thẩm định; các bước thẩm định: \(.expected). Hãy lập lại phiếu.",
                             "This form of appraisal is of the stage “\(.found)”, at which nobody appraises; the stages for that are: \(.expected). Make the form again.")
        case .tableNotWritable: ("Không ghi được số liệu của phiếu vào bảng này: cần đúng một bảng CSV dạng dài (mỗi số liệu một hàng). Hãy chuyển bảng sang dạng đó.",
                                 "Figures of forms cannot be written into this table: one long table in CSV (a row for each figure) is needed. Change the table into that form.")
        case .noAnswer: ("Dòng \(.code) có tài liệu hoặc ngày nhưng ô giải trình để trống. Hãy ghi nội dung giải trình.",
                         "The row of \(.code) has evidence or a day, and its answer is blank. Write the answer.")
        case .badDay: FlowFinding.badDay.words
        case .unknownRequest: ("Không có yêu cầu giải trình nào như vậy về \(.code) của «\(.unit)»: nội dung yêu cầu đã bị sửa trong phiếu hoặc trong requests.csv. Hãy lập lại phiếu.",
                               "Nobody asks this of “\(.unit)” about \(.code): the question was changed, in the form or in requests.csv. Make the form again.")
        case .settledRequest: ("Yêu cầu về \(.code) của «\(.unit)» đã có kết luận nên không nhận giải trình khác. Muốn nhận thì bỏ kết luận trong requests.csv.",
                               "The request to “\(.unit)” about \(.code) is settled, and takes no other answer. Remove the decision in requests.csv to take it.")
        case .noAppraisal: ("Sau bước tự đánh giá không còn bước nào để thẩm định, nên không lập được phiếu thẩm định. Hãy thêm bước thẩm định vào «stages» trong assessment.json.",
                            "No stage follows the self-assessment, so that there is nothing to appraise and no form for it. Add a stage to “stages” in assessment.json.")
        }
    }
}
