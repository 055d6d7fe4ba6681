// swift-format-ignore-file
internal import Assessment
internal import Values

extension RequestFinding: WordedFinding {
    var words: FindingWords {
        switch self {
        case .ofNoLine: ("Yêu cầu giải trình về \(.code), nhưng đơn vị «\(.unit)» không được chấm mục này (không giao, không thuộc cấp, hoặc chỉ theo dõi). Hãy sửa mã hoặc bỏ dòng.",
                         "An explanation is asked about \(.code), on which the unit “\(.unit)” is not scored (not assigned, not of its level, or only watched). Correct the code or remove the row.")
        case .repeated: ("Cùng một yêu cầu về \(.code) của đơn vị «\(.unit)» đã có ở \(.first). Hãy giữ một dòng; hỏi thêm thì ghi nội dung khác.",
                         "The same is asked of the unit “\(.unit)” about \(.code) at \(.first). Keep one row; ask further questions in other words.")
        case .answeredBeforeAsked: ("Giải trình về \(.code) của đơn vị «\(.unit)» ghi ngày \(.found), trước ngày yêu cầu \(.expected). Hãy sửa ngày.",
                                    "The answer of the unit “\(.unit)” about \(.code) is dated \(.found), before the question of \(.expected). Correct the days.")
        case .dueBeforeAsked: ("Hạn giải trình về \(.code) của đơn vị «\(.unit)» là \(.found), trước ngày yêu cầu \(.expected). Hãy sửa ngày.",
                               "The answer of the unit “\(.unit)” about \(.code) is due on \(.found), before the question of \(.expected). Correct the days.")
        case .badDeadline: ("Không rõ hạn giải trình về \(.code): «\(.found)». Hãy ghi một ngày (25/11/2026) hoặc như «7 ngày làm việc», «7 ngày làm việc sau 20/11/2026», «7 ngày làm việc sau thẩm định».",
                            "“\(.found)” does not say by when to answer about \(.code). Write a day (25/11/2026), or such as “7 working days”, “7 working days after 20/11/2026”, “7 working days after appraisal”.")
        case .deadlineAfterNothing: ("Hạn giải trình về \(.code), «\(.found)», không có ngày bắt đầu: dòng thiếu ngày yêu cầu, hoặc bước được nêu chưa có ngày đóng. Hãy ghi ngày.",
                                     "The time to answer about \(.code), “\(.found)”, begins nowhere: the row has no day of the question, or the stage has no last day. State the day.")
        case .yearWithoutCalendar: ("Hạn giải trình tính theo ngày làm việc qua năm \(.found, joined: ", "), mà chưa có bảng ngày nghỉ của năm đó: chỉ trừ thứ Bảy, Chủ nhật và các ngày lễ cố định. Hãy bổ sung Tết, Giỗ Tổ, ngày nghỉ bù và hoán đổi vào calendar.csv.",
                                    "The time to answer is counted in working days through \(.found, joined: ", "), for which there is no table of days: only weekends and the fixed holidays are left out. Add Tết, the Hùng Kings' day, substitute and swapped days to calendar.csv.")
        case .doubtfulDay: ("Hạn giải trình tính qua ngày \(.found) (\(.text)), mà việc nghỉ ngày này chưa được xác minh; đang tính như ngày thường. Hãy ghi ngày này vào calendar.csv.",
                            "The time to answer is counted past \(.found) (\(.text)), and whether that day is free was not verified; it counts as any other. State it in calendar.csv.")
        case .detailsWithoutAnswer: ("Dòng về \(.code) của đơn vị «\(.unit)» có ngày giải trình hoặc tài liệu bổ sung nhưng không có nội dung giải trình. Hãy ghi nội dung.",
                                     "The row about \(.code) of the unit “\(.unit)” has a day or evidence of an answer, and no answer. Write the answer.")
        case .answerWithoutDay: ("Giải trình về \(.code) của đơn vị «\(.unit)» không ghi ngày nên không biết có kịp hạn hay không. Hãy ghi ngày giải trình.",
                                 "The answer of the unit “\(.unit)” about \(.code) has no day, so that nobody can tell whether it came in time. State the day.")
        case .acceptedWithoutAnswer: ("Yêu cầu về \(.code) của đơn vị «\(.unit)» ghi chấp nhận giải trình nhưng chưa có giải trình nào. Hãy ghi nội dung giải trình, hoặc bỏ kết luận.",
                                      "An explanation of the unit “\(.unit)” about \(.code) is accepted, and none was given. Write the answer, or remove the decision.")
        case .answeredLate: ("Đơn vị «\(.unit)» giải trình về \(.code) ngày \(.found), sau hạn \(.expected); điểm xem xét: \(.other).",
                             "The unit “\(.unit)” answered about \(.code) on \(.found), after the last day \(.expected); points at stake: \(.other).")
        }
    }
}
