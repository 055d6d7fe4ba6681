// swift-format-ignore-file
internal import Assessment
internal import Documents
internal import Values

extension ListFinding: WordedFinding {
    var words: FindingWords {
        switch self {
        case .wrongKind: ("Cột «\(.found)» là cột \(.expected, { ($0 as ColumnKind).words }) nên không dùng được ở «\(.key)». Hãy sửa «kind» của cột trong «columns», hoặc dùng phép so sánh khác.",
                          "The column “\(.found)” is one of \(.expected, { ($0 as ColumnKind).words }), which “\(.key)” cannot use. Correct its “kind” in “columns”, or use another test.")
        case .noTest: ("Điều kiện\(given: .found, " về cột «\(.found)»") chưa nêu phép thử nào. Hãy dùng một trong: \(.expected).",
                       "The condition\(given: .found, " about the column “\(.found)”") tests nothing. Use one of: \(.expected).")
        case .conditionCircle: ("Các điều kiện dùng lẫn nhau thành vòng: \(.found, joined: " → "). Hãy bỏ một chỗ.",
                                "Conditions rest on each other in a circle: \(.found, joined: " → "). Break it.")
        case .notObjects: ("Tệp JSON phải là một danh sách các đối tượng: [{\"Mã hồ sơ\": \"…\", …}, …]. Hãy xuất lại, hoặc xuất ra CSV hay Excel.",
                           "The JSON file must be a list of objects: [{\"number\": \"…\", …}, …]. Export it again, or as CSV or Excel.")
        case .sameFile: ("Tệp này có nội dung giống hệt «\(.other)»: các dòng sẽ bị đếm hai lần. Hãy bỏ một trong hai tệp.",
                         "The file has the content of “\(.other)”: its rows would be counted twice. Leave one of them out.")
        case .notARatio: ("Số liệu \(.metric) không phải là tỷ lệ tử số trên mẫu số nên không có «numerator». Hãy bỏ «numerator» để đếm số dòng.",
                          "The metric \(.metric) is no ratio of counts, so there is no “numerator”. Leave it out to count rows.")
        case .needsNumerator: ("Số liệu \(.metric) là tỷ lệ: hãy nêu «numerator» (những dòng nào tính vào tử số).",
                               "The metric \(.metric) is a ratio: state “numerator” (which rows are in the numerator).")
        case .notACount: ("Số liệu \(.metric) không phải là số đếm hay tỷ lệ nên không đếm được từ danh sách. Hãy báo cáo số liệu này trong bảng số liệu.",
                          "The metric \(.metric) is neither a count nor a ratio and cannot be counted from a list. Report it in the table of figures.")
        case .figureTwice: ("Số liệu \(.metric) của «\(.unit)» đã có ở đây, mà cũng được đếm từ danh sách (\(.first)). Hãy bỏ một trong hai.",
                            "The metric \(.metric) of “\(.unit)” is here and is counted from a list too (\(.first)). Leave one of them out.")
        case .unreadableCell: ("«\(.found)» không đọc được: cột này là cột \(.expected, { ($0 as ColumnKind).words }). Dòng này không được đếm; hãy sửa ô, hoặc sửa «kind» hay «days» trong tệp mô tả.",
                               "“\(.found)” cannot be read: the column is one of \(.expected, { ($0 as ColumnKind).words }). The row is not counted; correct the cell, or “kind” or “days” of the profile.")
        case .missingDay: ("Ô «\(.key)» trống nên không rõ dòng này thuộc kỳ nào hoặc đã đến hạn chưa. Dòng này không được đếm; hãy bổ sung ngày.",
                           "The cell “\(.key)” is blank, so that the row's period, or whether it is due, is not known. The row is not counted; add the day.")
        case .daysOutOfOrder: ("Ngày «\(.found)» (cột «\(.key)») không theo thứ tự với «\(.other)». Dòng này không được đếm; hãy sửa một trong hai ngày.",
                               "The day “\(.found)” (column “\(.key)”) is out of order with “\(.other)”. The row is not counted; correct one of them.")
        case .brokenRow: ("Không tách được các ô của dòng này: «\(.found)». Dòng này không được đếm; hãy kiểm tra dấu phân cách và dấu nháy kép.",
                          "The cells of this row cannot be told apart: “\(.found)”. The row is not counted; check separators and quotes.")
        case .blankUnit: ("Dòng không ghi đơn vị nên không được đếm. Hãy bổ sung đơn vị, hoặc bỏ dòng này (dòng cộng, dòng ký tên…).",
                          "The row names no unit and is not counted. Add the unit, or delete the row (a sum, a signature).")
        case .unknownUnit: ("Không có đơn vị «\(.found)» trong bảng đơn vị; số dòng ghi tên này: \(.count). Hãy ghi tên này vào «units» của tệp mô tả cùng mã đơn vị, hoặc null nếu đơn vị không thuộc đợt đánh giá.",
                            "The table of units has no “\(.found)”, which \(.count) rows name. Add it to “units” of the profile with the unit's code, or null if the unit is not assessed.")
        case .othersLeftOut: ("Số dòng của đơn vị ngoài đợt đánh giá, không được đếm: \(.count) (\(.found)).",
                              "Rows of units that are not assessed are not counted: \(.count) (\(.found)).")
        case .tooManyUnreadable: ("Đơn vị «\(.unit)», số liệu \(.metric): \(.count) trong \(.found) dòng không đọc được, mức cho phép là \(.expected) % («maximumUnreadable» của tệp mô tả). Hãy sửa các dòng bị lỗi.",
                                  "Unit “\(.unit)”, metric \(.metric): \(.count) of \(.found) rows cannot be read; \(.expected) % are allowed (“maximumUnreadable” of the profile). Correct them.")
        case .unreadableWithoutUnit: ("Không rõ \(.count) dòng không đọc được là của đơn vị nào, trong tổng số \(.found) dòng; mức cho phép là \(.expected) % («maximumUnreadable» của tệp mô tả). Hãy sửa các dòng bị lỗi.",
                                      "Rows that cannot be read and belong to no known unit: \(.count) of \(.found); \(.expected) % are allowed (“maximumUnreadable” of the profile). Correct them.")
        case .repeatedNumber: ("Mã của dòng này đã có ở \(.first): có thể một hồ sơ bị đếm hai lần. Số dòng trùng mã của «\(.unit)»: \(.count). Hãy bỏ dòng trùng.",
                               "The number of this row stands at \(.first) too: one dossier may be counted twice. Such rows of “\(.unit)”: \(.count). Delete what is repeated.")
        case .withoutNumber: ("Số dòng không có mã: \(.count); không kiểm tra được các dòng này có bị đếm hai lần hay không. Hãy bổ sung mã.",
                              "Rows without a number: \(.count); whether they are counted twice cannot be checked. Add their numbers.")
        case .valueNotFound: ("Không dòng nào có «\(.found)» ở cột «\(.key)»\(given: .other, "; các giá trị có trong danh sách: \(.other)"). Hãy kiểm tra chính tả, hoặc bỏ giá trị này.",
                              "No row has “\(.found)” in the column “\(.key)”\(given: .other, "; the list has: \(.other)"). Check the spelling, or leave it out.")
        case .nothingCounted: ("Không dòng nào được đếm cho số liệu \(.metric). Hãy kiểm tra «where», «period» và «denominator».",
                               "No row is counted for the metric \(.metric). Check “where”, “period” and “denominator”.")
        case .unitsWithoutRows: ("Số liệu \(.metric): \(.count) đơn vị không có dòng nào trong danh sách nên chưa có số liệu (\(.found)). Hãy kiểm tra danh sách có đủ các đơn vị không.",
                                 "Metric \(.metric): \(.count) units have no row in the list and so no figure (\(.found)). Check whether the list is complete.")
        }
    }
}

/// What the cells of a column are, as findings name it.
enum ColumnKind: String {
    case text, day, number

    var words: Phrase {
        switch self {
        case .text: Phrase("chữ", "texts")
        case .day: Phrase("ngày", "days")
        case .number: Phrase("số", "numbers")
        }
    }
}
