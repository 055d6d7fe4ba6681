// swift-format-ignore-file
// A text in Vietnamese, and the same in English below it.
internal import Documents
internal import Assessment
internal import Values

extension ActionFinding {
    /// What is wrong, and what to do.
    func words(_ d: DetailWords) -> Phrase {
        switch self {
        case .differingRows: Phrase("Hành động \(d[.action]): «\(d[.key])» ghi khác nhau giữa các hàng: «\(d[.found])», trước đó \(d[.other]) (\(d[.first])). Hãy ghi giống nhau hoặc để trống.",
                                    "The action \(d[.action]) has rows that differ in “\(d[.key])”: “\(d[.found])”, before \(d[.other]) (\(d[.first])). Write the same or leave it blank.")
        case .blankCell: Phrase("Ô bắt buộc «\(d[.key])» để trống\(d.given(.action, " (hành động \(d[.action]))")). Hãy điền.",
                                "The required cell “\(d[.key])” is blank\(d.given(.action, " (action \(d[.action]))")). Fill it in.")
        case .unknownUnit: Phrase("Hành động \(d[.action]): không có đơn vị «\(d[.found])» trong bảng đơn vị.",
                                  "The action \(d[.action]): the table of units has no “\(d[.found])”.")
        case .unknownMetric: Phrase("Hành động \(d[.action]): bộ tiêu chí không có số liệu «\(d[.found])».",
                                    "The action \(d[.action]): the criteria have no metric “\(d[.found])”.")
        case .severalMetrics: Phrase("Hành động \(d[.action]): tiêu chí \(d[.found]) có nhiều số liệu; hãy ghi mã của một số liệu: \(d[.expected]).",
                                     "The action \(d[.action]): the criterion \(d[.found]) has several metrics; write the code of one: \(d[.expected]).")
        case .unknownAction: Phrase("Hành động \(d[.action]) nhắc đến hành động «\(d[.found])» không có trong bảng.",
                                    "The action \(d[.action]) names “\(d[.found])”, which the table does not have.")
        case .itself: Phrase("Hành động \(d[.action]) ghi chính nó trong «\(d[.key])».",
                             "The action \(d[.action]) names itself in “\(d[.key])”.")
        case .circle: Phrase("Các hành động đòi hỏi nhau thành vòng: \(d[.found, joined: " → "]). Hãy bỏ một điều kiện.",
                             "Actions need each other in a circle: \(d[.found, joined: " → "]). Remove one need.")
        case .excludesNeed: Phrase("Hành động \(d[.action]) và \(d[.found]) loại trừ nhau, nhưng một trong hai lại cần hành động kia.",
                                   "The actions \(d[.action]) and \(d[.found]) exclude each other, yet one needs the other.")
        case .excludedMusts: Phrase("Hành động \(d[.action]) và \(d[.found]) loại trừ nhau, nhưng cả hai đều ghi là phải làm.",
                                    "The actions \(d[.action]) and \(d[.found]) exclude each other, yet both must be done.")
        case .repeatedEffect: Phrase("Hành động \(d[.action]) đã tác động đến số liệu \(d[.metric]) của cùng đơn vị ở \(d[.first]).",
                                     "The action \(d[.action]) moves the metric \(d[.metric]) of the same unit at \(d[.first]) already.")
        case .missingEffect: Phrase("Hành động \(d[.action]): chưa ghi số liệu \(d[.metric]) sẽ đạt bao nhiêu (giá trị, tử số, hoặc cộng thêm).",
                                    "The action \(d[.action]): what becomes of \(d[.metric]) is not stated (value, numerator, or add).")
        case .missingMetric: Phrase("Hành động \(d[.action]): hàng này có kết quả nhưng chưa ghi mã số liệu.",
                                    "The action \(d[.action]): the row states a result without a metric.")
        case .contradictoryEffect: Phrase("Hành động \(d[.action]): số liệu \(d[.metric]) được ghi theo hai cách trong một hàng. Hãy giữ lại một cách.",
                                          "The action \(d[.action]): the row states two results for \(d[.metric]). Keep one.")
        case .percentSign: Phrase("Hành động \(d[.action]): «\(d[.found])» có dấu % nhưng đây không phải tỷ lệ phần trăm.",
                                  "The action \(d[.action]): “\(d[.found])” has a percent sign where no percentage stands.")
        case .negativeCost: Phrase("Hành động \(d[.action]): chi phí «\(d[.found])» nhỏ hơn 0.",
                                   "The action \(d[.action]): the cost “\(d[.found])” is below 0.")
        case .costsTooLarge: Phrase("Tổng chi phí quá lớn để tính chính xác. Hãy ghi chi phí theo đơn vị lớn hơn, như triệu đồng.",
                                    "The costs add up to more than can be exact. Write them in a larger unit, such as millions.")
        case .badDay: Phrase("Hành động \(d[.action]): thời hạn «\(d[.found])» không phải một ngày; hãy ghi như 30/6/2024 hoặc 2024-06-30.",
                             "The action \(d[.action]): the deadline “\(d[.found])” is no day; write it like 2024-06-30.")
        case .badMark: Phrase("Hành động \(d[.action]): không hiểu «\(d[.found])»; các cách ghi: \(d[.expected]).",
                              "The action \(d[.action]): “\(d[.found])” is not understood; write one of: \(d[.expected]).")
        case .outsideDomain: Phrase("Hành động \(d[.action]): số liệu \(d[.metric]) nằm ngoài miền giá trị: \(d[.found]), cần trong khoảng \(d[.expected]).",
                                    "The action \(d[.action]): the metric \(d[.metric]) is outside its domain: \(d[.found]); needed: \(d[.expected]).")
        case .offStep: Phrase("Hành động \(d[.action]): số liệu \(d[.metric]) phải là bội của \(d[.expected]), không thể là \(d[.found]).",
                              "The action \(d[.action]): the metric \(d[.metric]) must be a multiple of \(d[.expected]); it cannot be \(d[.found]).")
        case .notARatio: Phrase("Hành động \(d[.action]): số liệu \(d[.metric]) không phải tỷ lệ nên không có tử số, mẫu số.",
                                "The action \(d[.action]): the metric \(d[.metric]) is no ratio and has no counts.")
        case .badCount: Phrase("Hành động \(d[.action]): số liệu \(d[.metric]) có tử số nhỏ hơn 0 hoặc mẫu số không lớn hơn 0: \(d[.found]).",
                               "The action \(d[.action]): the metric \(d[.metric]) has a count below 0 or a denominator not above 0: \(d[.found]).")
        case .numeratorExceedsDenominator: Phrase("Hành động \(d[.action]): tử số của \(d[.metric]) lớn hơn mẫu số: \(d[.found]).",
                                                  "The action \(d[.action]): the numerator of \(d[.metric]) exceeds its denominator: \(d[.found]).")
        case .noBetter: Phrase("Hành động \(d[.action]) không có tác dụng ở số liệu \(d[.metric]): hiện tại đã bằng hoặc tốt hơn\(d.given(.found, " \(d[.found])")).",
                               "The action \(d[.action]) does nothing for \(d[.metric]): what is there is as good as\(d.given(.found, " \(d[.found])")) or better.")
        case .notScored: Phrase("Hành động \(d[.action]) không có tác dụng ở số liệu \(d[.metric]): đơn vị không được chấm hoặc không áp dụng số liệu này.",
                                "The action \(d[.action]) does nothing for \(d[.metric]): the unit is not scored on it, or it does not apply.")
        case .nothingToAddTo: Phrase("Hành động \(d[.action]): không cộng thêm được vào \(d[.metric]) vì chưa có số liệu. Hãy ghi giá trị sẽ đạt.",
                                     "The action \(d[.action]): nothing can be added to \(d[.metric]), which has no figure. State the value reached.")
        case .contradiction: Phrase("Hành động \(d[.action]): kết quả ghi cho \(d[.metric]) không hợp với số liệu hiện có (tử số, mẫu số) nên không được tính.",
                                    "The action \(d[.action]): the result for \(d[.metric]) does not fit the figures there are and is left out.")
        case .afterYear: Phrase("Hành động \(d[.action]): thời hạn \(d[.found]) sau năm được chấm (\(d[.expected])).",
                                "The action \(d[.action]): the deadline \(d[.found]) is after the year that is scored (\(d[.expected])).")
        case .noActions: Phrase("Bảng hành động không có hành động nào. Hãy thêm ít nhất một hàng.",
                                "The table of actions has no action. Add at least one row.")
        }
    }
}
