// swift-format-ignore-file
internal import Assessment
internal import Values

extension FlowFinding: WordedFinding {
    var words: FindingWords {
        switch self {
        case .limitOutOfRange: ("«\(.key)» là \(.found), phải nằm trong \(.expected).", "“\(.key)” is \(.found) and must be in \(.expected).")
        case .windowOfNobody: ("Mục «windows» của bước không nêu đơn vị («unit»), khối («group») hay lĩnh vực («field») nào. Thời hạn chung thì ghi ở chính bước.",
                               "An entry of “windows” names no unit, group or field. Days for all belong to the stage itself.")
        case .windowOfTwo: ("Mục «windows» nêu cả đơn vị «\(.unit)» lẫn khối «\(.code)». Hãy giữ một.",
                            "An entry of “windows” names the unit “\(.unit)” and the group “\(.code)”. Keep one.")
        case .emptyWindow: ("Mục «windows» không nêu ngày mở («opens») hay ngày đóng («closes»). Hãy ghi ít nhất một ngày.",
                            "An entry of “windows” has neither “opens” nor “closes”. State at least one.")
        case .repeatedWindow: ("Có hai mục «windows» cho cùng «\(.found)» nên không rõ thời hạn nào đúng. Hãy giữ một.",
                               "Two entries of “windows” are for “\(.found)”, so nobody can tell which holds. Keep one.")
        case .closesBeforeOpening: ("Bước «\(.stage)» đóng ngày \(.found), trước ngày mở \(.expected). Hãy sửa ngày.",
                                    "The stage “\(.stage)” closes on \(.found), before it opens on \(.expected). Correct the days.")
        case .closesAfterNothing: ("«afterStage» nêu «\(.found)», không phải một bước đứng trước có ngày đóng\(given: .expected, "; các bước đó: \(.expected)").",
                                   "“afterStage” names “\(.found)”, which is no earlier stage with a last day\(given: .expected, "; those are: \(.expected)").")
        case .closesAfterWhat: ("Hạn tính theo ngày làm việc phải nêu hoặc «after» (sau ngày nào), hoặc «afterStage» (sau bước nào), không nêu cả hai.",
                                "Working days are counted either “after” a day or “afterStage” a stage: state one of the two.")
        case .windowOfUnknownUnit: ("Thời hạn của bước «\(.stage)» nêu đơn vị «\(.found)» không có trong bảng đơn vị. Hãy sửa mã.",
                                    "A window of the stage “\(.stage)” is for the unit “\(.found)”, which is not in the table of units. Correct the code.")
        case .windowOfUnknownGroup: ("Thời hạn của bước «\(.stage)» nêu khối «\(.found)» mà đợt đánh giá không có. Hãy sửa mã.",
                                     "A window of the stage “\(.stage)” is for the group “\(.found)”, which the assessment does not have. Correct the code.")
        case .windowOfUnknownField: ("Thời hạn của bước «\(.stage)» nêu lĩnh vực «\(.found)» mà bộ tiêu chí không có. Hãy ghi mã của một lĩnh vực.",
                                     "A window of the stage “\(.stage)” is for the field “\(.found)”, which the criteria do not have. Write the code of a field.")
        case .yearWithoutCalendar: ("Hạn của bước «\(.stage)» tính theo ngày làm việc qua năm \(.found, joined: ", "), mà chưa có bảng ngày nghỉ của năm đó: chỉ trừ thứ Bảy, Chủ nhật và các ngày lễ cố định (1/1, 30/4, 1/5, 2/9). Hãy bổ sung Tết, Giỗ Tổ, ngày nghỉ bù và hoán đổi vào calendar.csv.",
                                    "The last day of the stage “\(.stage)” is counted in working days through \(.found, joined: ", "), for which there is no table of days: only weekends and the fixed holidays (1/1, 30/4, 1/5, 2/9) are left out. Add Tết, the Hùng Kings' day, substitute and swapped days to calendar.csv.")
        case .doubtfulDay: ("Hạn của bước «\(.stage)» tính qua ngày \(.found) (\(.text)), mà việc nghỉ ngày này chưa được xác minh; đang tính như ngày thường. Hãy ghi ngày này vào calendar.csv.",
                            "The last day of the stage “\(.stage)” is counted past \(.found) (\(.text)), and whether that day is free was not verified; it counts as any other. State it in calendar.csv.")
        case .blankCell: ActionFinding.blankCell.words
        case .percentSign: ("\(given: .criterion, "Tiêu chí \(.criterion): ")«\(.found)» có dấu % nhưng đây không phải tỷ lệ phần trăm.", "\(given: .criterion, "Criterion \(.criterion): ")“\(.found)” has a percent sign where no percentage stands.")
        case .badDay: ("«\(.found)» không phải một ngày; hãy ghi như 30/6/2026 hoặc 2026-06-30, năm đủ bốn chữ số.",
                       "“\(.found)” is no day; write it like 30/6/2026 or 2026-06-30, with four digits of the year.")
        case .unknownDayKind: ("Không rõ «\(.found)»; hãy ghi một trong: \(.expected).",
                               "“\(.found)” is not understood; write one of: \(.expected).")
        case .repeatedDay: ("Ngày \(.found) đã có ở \(.first). Mỗi ngày chỉ ghi một lần.",
                            "The day \(.found) stands at \(.first) already. A day stands once.")
        case .unknownAssignee: ("Tiêu đề «\(.found)» không phải mã hay tên của một khối hoặc một đơn vị (hoặc là tên của nhiều khối, đơn vị), nên không rõ cột này giao cho ai. Hãy ghi mã.",
                                "“\(.found)” is the code or name of no group and no unit, or the name of several, so nobody can tell to whom the column assigns. Write a code.")
        case .repeatedAssignee: ("«\(.found)» đã có cột ở \(.first). Mỗi khối, mỗi đơn vị chỉ có một cột.",
                                 "“\(.found)” has a column at \(.first) already. A group or unit has one.")
        case .unknownCriterion: ("Bộ tiêu chí không có «\(.found)». Hãy sửa mã.", "The criteria have no “\(.found)”. Correct the code.")
        case .repeatedAssignment: ("Tiêu chí \(.criterion) đã có dòng ở \(.first). Mỗi tiêu chí chỉ có một dòng.",
                                   "The criterion \(.criterion) has a row at \(.first) already. A criterion has one.")
        case .unknownAssignment: ("Không rõ «\(.found)» ở tiêu chí \(.criterion). Hãy ghi một trong: \(.expected), ghi chỉ tiêu bằng số, hoặc để trống.",
                                  "“\(.found)” at \(.criterion) is not understood. Write one of: \(.expected), a target as a number, or leave it blank.")
        case .targetOfWhole: ("Chỉ tiêu \(.found) ghi ở «\(.criterion)», là mục có tiêu chí con. Hãy ghi chỉ tiêu ở từng tiêu chí.",
                              "The target \(.found) stands at “\(.criterion)”, which has parts. State targets criterion by criterion.")
        case .targetNotUsed: ("Tiêu chí \(.criterion) không chấm theo một chỉ tiêu giao cho đơn vị, nên chỉ tiêu \(.found) của «\(.unit)» không có tác dụng. Hãy ghi x thay cho số.",
                              "The criterion \(.criterion) is not scored against a target of the unit, so the target \(.found) of “\(.unit)” would do nothing. Write x instead.")
        case .targetImpossible: ("Không chấm được tiêu chí \(.criterion) của «\(.unit)» theo chỉ tiêu \(.found): quy tắc của tiêu chí không nhận mức này. Hãy kiểm tra chỉ tiêu.",
                                 "The criterion \(.criterion) of “\(.unit)” cannot be scored against the target \(.found): its rule does not take this number. Check it.")
        case .assignedToNobody: ("Tiêu chí \(.criterion) không giao cho đơn vị nào. Hãy kiểm tra các ô để trống.",
                                 "The criterion \(.criterion) is assigned to no unit. Check the blank cells.")
        case .nothingAssigned: ("Không tiêu chí nào được giao cho «\(.unit)», nên đơn vị không có điểm. Hãy kiểm tra cột của đơn vị hoặc của khối.",
                                "Nothing is assigned to “\(.unit)”, so it has no points. Check its column, or that of its group.")
        case .figureNotAssigned: ("Tiêu chí của \(.metric) không giao cho «\(.unit)»; số liệu này không được tính.",
                                  "The criterion of \(.metric) is not assigned to “\(.unit)”; the figure is not counted.")
        case .givenNotAssigned: ("Bước «\(.stage)» ghi điểm hoặc ý kiến cho tiêu chí \(.criterion), mà tiêu chí này không giao cho «\(.unit)». Hãy xóa dòng, hoặc giao tiêu chí.",
                                 "The stage “\(.stage)” has points or an opinion on \(.criterion), which is not assigned to “\(.unit)”. Delete the row, or assign the criterion.")
        case .figuresAfterClosing: ("«\(.unit)»: \(.count) số liệu (tiêu chí \(.criterion)) ghi đến ngày \(.found), sau khi bước «\(.stage)» đóng ngày \(.expected); \(.other) điểm dựa vào các số liệu này. Số liệu vẫn được tính. Hãy xem có gia hạn không.",
                                    "“\(.unit)”: \(.count) figures (\(.criterion)) are dated up to \(.found), after the stage “\(.stage)” closed on \(.expected); \(.other) points rest on them. They count. Check whether the unit was given more time.")
        case .pointsAfterClosing: ("«\(.unit)»: \(.count) dòng điểm hoặc ý kiến (tiêu chí \(.criterion)) ghi đến ngày \(.found), sau khi bước «\(.stage)» đóng ngày \(.expected); các dòng này làm thay đổi \(.other) điểm. Điểm vẫn được tính. Hãy xem có gia hạn không.",
                                   "“\(.unit)”: \(.count) rows of points or opinions (\(.criterion)) are dated up to \(.found), after the stage “\(.stage)” closed on \(.expected); they moved \(.other) points. They count. Check whether there was more time.")
        }
    }
}
