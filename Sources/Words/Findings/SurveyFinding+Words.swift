// swift-format-ignore-file
// A text in Vietnamese, and the same in English below it.

internal import Documents
internal import Survey
internal import Values

extension SurveyFinding {
    /// What is wrong, and what to do.
    func words(_ d: DetailWords) -> Phrase {
        switch self {
        case .unknownAnswer: Phrase("Câu trả lời «\(d[.found])» không có trong thang đo; các mức: \(d[.expected]). Câu này được tính là không trả lời. Hãy đối chiếu với phiếu gốc.",
                                    "The scale has no answer “\(d[.found])”; the levels are: \(d[.expected]). It counts as no answer. Compare it with the form.")
        case .unknownUnit: Phrase("Không có đơn vị «\(d[.found])» trong danh sách đơn vị; phiếu này không được tính. Hãy sửa tên đơn vị.",
                                  "The list of units has no “\(d[.found])”; the form is left out. Correct the unit's name.")
        case .missingUnit: Phrase("Phiếu không ghi đơn vị nên không được tính. Hãy bổ sung mã hoặc tên đơn vị.",
                                  "The form names no unit and is left out. Add the unit's code or name.")
        case .notANumber: Phrase("«\(d[.found])» không phải là số, mà chỗ này cần trọng số hoặc quy mô tổng thể; phiếu này không được tính. Hãy ghi một số.",
                                 "“\(d[.found])” is no number, but a weight or a population is needed here; the form is left out. Write a number.")
        case .ambiguousNumber: Phrase("Số «\(d[.found])» có hai cách đọc nên phiếu này không được tính. Hãy cho biết dấu thập phân (--decimal comma hay --decimal point).",
                                      "The number “\(d[.found])” can be read in two ways, so the form is left out. State the decimal sign (--decimal comma or --decimal point).")
        case .numberOutOfRange: Phrase("«\(d[.found])» không dùng được: trọng số phải lớn hơn 0 và có tối đa sáu chữ số thập phân, quy mô tổng thể phải là số nguyên từ 1 trở lên, và không được quá lớn. Phiếu này không được tính; hãy sửa số.",
                                       "“\(d[.found])” cannot be used: a weight is above 0 with at most six decimals, a population a whole number from 1, and neither too large. The form is left out; correct the number.")
        case .cellCount: Phrase("Hàng có \(d[.found]) ô, tiêu đề có \(d[.expected]) cột: «\(d[.text])». Phiếu này không được tính. Hãy kiểm tra dấu phân cách và ô còn thiếu.",
                                "The row has \(d[.found]) cells, the heading \(d[.expected]) columns: “\(d[.text])”. The form is left out. Check the separators and what is missing.")
        case .badQuote: Phrase("Dấu nháy kép đặt sai chỗ hoặc không đóng: «\(d[.found])». Phiếu này không được tính. Dấu nháy trong ô phải viết hai lần (\"\").",
                               "A quote stands where none may, or is never closed: “\(d[.found])”. The form is left out. A quote inside a cell is written twice (\"\").")
        case .badText: Phrase("«\(d[.found])» không đúng bảng mã UTF-8 hoặc có byte 0; phiếu này không được tính. Hãy lưu lại tệp dạng «CSV UTF-8».",
                              "“\(d[.found])” is not UTF-8 or holds a zero byte; the form is left out. Save the file as “CSV UTF-8”.")
        case .moreFindings: Phrase("Còn \(d[.count]) chỗ khác trong tệp này không được liệt kê. Dùng --errors TỆP để ghi ra đầy đủ.",
                                   "\(d[.count]) more places of this file are not listed. Use --errors FILE to write all of them down.")
        case .otherPopulation: Phrase("Tầng «\(d[.stratum, joined: " › "])» ở bước chọn mẫu \(d[.stage]) có hai quy mô tổng thể khác nhau: \(d[.found]) và \(d[.other]). Mỗi tầng chỉ có một quy mô: hãy thống nhất.",
                                      "The stratum “\(d[.stratum, joined: " › "])” of stage \(d[.stage]) has two populations: \(d[.found]) and \(d[.other]). A stratum has one: make them agree.")
        case .populationTooSmall: Phrase("Tầng «\(d[.stratum, joined: " › "])» ở bước chọn mẫu \(d[.stage]) có quy mô tổng thể \(d[.found]), ít hơn số đã chọn vào mẫu (\(d[.expected])). Hãy kiểm tra lại hai số này.",
                                         "The stratum “\(d[.stratum, joined: " › "])” of stage \(d[.stage]) has a population of \(d[.found]), less than what was drawn of it (\(d[.expected])). Check both numbers.")
        case .unclosedQuote: Phrase("Dấu nháy kép mở ở đây không được đóng: các dòng sau không đọc được. Hãy sửa tệp.",
                                    "The quote that opens here is never closed: the rows behind it cannot be read. Correct the file.")
        case .cutOff: Phrase("Tệp bị cắt ngang ở dòng cuối: có \(d[.found]) ô, cần \(d[.expected]). Hãy chép lại tệp.",
                             "The file is cut off in its last row: \(d[.found]) cells, expected \(d[.expected]). Copy it again.")
        case .otherSeparator: Phrase("«\(d[.found])» viết dấu thập phân khác với các dòng trước. Hãy dùng một dấu trong cả tệp.",
                                     "“\(d[.found])” has another decimal sign than the rows before. Use one sign in the whole file.")
        case .noUsableRow: Phrase("Không có phiếu nào dùng được; số dòng dưới tiêu đề: \(d[.count]). Hãy kiểm tra tệp đã đủ phiếu chưa, cột đơn vị, cột trọng số và dấu phân cách.",
                                  "No form can be used; rows below the heading: \(d[.count]). Check whether the file is complete, the columns of unit and weight, and the delimiter.")
        case .tooManyGroups: Phrase("Có quá nhiều nhóm (đơn vị × cách chia × tầng × cụm), tối đa \(d[.expected]). Hãy bớt cách chia, hoặc kiểm tra cột cụm có phải mã phiếu không.",
                                    "There are too many groups (units × domains × strata × clusters), \(d[.expected]) at most. Divide by less, or check whether the column of clusters is one of forms.")
        case .faultsOverInput: Phrase("Tệp ghi lỗi trùng với một tệp câu trả lời. Hãy chọn tên khác.",
                                      "The file for faults is one of the files of answers. Choose another name.")
        case .badDesign: Phrase("Thiết kế mẫu không dùng được với các phiếu này (\(d[.found])). Hãy kiểm tra mục design của phiếu khảo sát.",
                                "The sampling design does not fit these answers (\(d[.found])). Check the questionnaire's design.")
        case .otherSurvey: Phrase("Tệp tổng hợp làm từ phiếu khảo sát khác hoặc chia theo nhóm khác: «\(d[.found, joined: " · "])», cần «\(d[.expected, joined: " · "])». Hãy làm lại tệp tổng hợp.",
                                  "The tally was made with another questionnaire or other domains: “\(d[.found, joined: " · "])”, expected “\(d[.expected, joined: " · "])”. Make it again.")
        case .noTally: Phrase("Đây không phải tệp tổng hợp: không có cột «\(d[.expected])», mà bắt đầu bằng «\(d[.found])». Hãy dùng tệp do survey tally, survey merge hoặc câu lệnh của survey sql ghi ra, dấu phân cách là dấu phẩy.",
                              "This is no tally: it has no column “\(d[.expected])” and begins with “\(d[.found])”. Take a file that survey tally, survey merge or the statement of survey sql wrote, with commas between cells.")
        case .badTally: Phrase("«\(d[.found])» không phải số của tệp tổng hợp. Hãy làm lại tệp tổng hợp.",
                               "“\(d[.found])” is no number of a tally. Make the tally again.")
        case .tooLarge: Phrase("Tổng trọng số quá lớn để tính chính xác. Hãy dùng trọng số nhỏ hơn (chia tất cả cho cùng một số).",
                               "A sum of weights is too large to be exact. Use smaller weights (divide all by one number).")
        }
    }
}
