// swift-format-ignore-file
// A text in Vietnamese, and the same in English below it.

internal import Documents
internal import Scoring
internal import Values

extension ScenarioFinding {
    /// What is wrong, and what to do.
    func words(_ d: DetailWords) -> Phrase {
        switch self {
        case .empty: Phrase("Phương án không có thay đổi nào.", "The scenario changes nothing.")
        case .unknownMetric: Phrase("Bộ tiêu chí không có số liệu «\(d[.found])».",
                                    "The criteria have no metric “\(d[.found])”.")
        case .severalMetrics: Phrase("Tiêu chí \(d[.found]) có nhiều số liệu; hãy ghi mã của một số liệu: \(d[.expected]).",
                                     "The criterion \(d[.found]) has several metrics; write the code of one: \(d[.expected]).")
        case .repeatedMetric: Phrase("Số liệu \(d[.metric]) bị thay đổi hai lần trong một phương án. Hãy bỏ bớt một.",
                                     "The metric \(d[.metric]) is changed twice in one scenario. Remove one of them.")
        case .notScored: Phrase("Đơn vị này không được chấm số liệu \(d[.metric]) (không phải nhiệm vụ của cấp này).",
                                "This unit is not scored on \(d[.metric]) (no duty of its level).")
        case .badChange: Phrase("Mỗi thay đổi cần đúng một trong các khóa: \(d[.expected]) («denominator» chỉ đi cùng «numerator»).",
                                "A change needs exactly one of the keys: \(d[.expected]) (“denominator” only beside “numerator”).")
        case .nothingToAddTo: Phrase("Không cộng thêm được vào \(d[.metric]) vì chưa có số liệu. Hãy ghi giá trị bằng dấu =.",
                                     "Nothing can be added to \(d[.metric]): it has no figure. State its value with =.")
        case .noCounts: Phrase("Số liệu \(d[.metric]) không được báo cáo bằng tử số và mẫu số; hãy ghi cả hai, như 490/500.",
                               "The metric \(d[.metric]) was not reported as two counts; state both, such as 490/500.")
        case .zeroDenominator: Phrase("Mẫu số của \(d[.metric]) đang là 0 nên không đặt được tỷ lệ; hãy ghi cả tử số và mẫu số, như 490/500.",
                                      "The denominator of \(d[.metric]) is 0, so no percentage can be set; state both counts, such as 490/500.")
        case .wrongKind: Phrase("Giá trị này không hợp với số liệu \(d[.metric]): chỉ dùng cho số liệu loại \(d.choice(.expected, \Metric.Kind.words)).",
                                "The value does not fit the metric \(d[.metric]): it is for metrics of the kind \(d.choice(.expected, \Metric.Kind.words)).")
        case .outsideDomain: Phrase("Số liệu \(d[.metric]) nằm ngoài miền giá trị: \(d[.found]), cần trong khoảng \(d[.expected]).",
                                    "The metric \(d[.metric]) is outside its domain: \(d[.found]); needed: \(d[.expected]).")
        case .offStep: Phrase("Số liệu \(d[.metric]) phải là bội của \(d[.expected]), không thể là \(d[.found]).",
                              "The metric \(d[.metric]) must be a multiple of \(d[.expected]); it cannot be \(d[.found]).")
        case .notARatio: Phrase("Số liệu \(d[.metric]) không phải tỷ lệ nên không có tử số, mẫu số.",
                                "The metric \(d[.metric]) is no ratio and has no counts.")
        case .negativeCount: Phrase("Tử số hoặc mẫu số của \(d[.metric]) nhỏ hơn 0: \(d[.found]).",
                                    "A count of \(d[.metric]) is below 0: \(d[.found]).")
        case .fractionalCount: Phrase("Tử số và mẫu số của \(d[.metric]) phải là số nguyên: \(d[.found]).",
                                      "The counts of \(d[.metric]) must be whole: \(d[.found]).")
        case .numeratorExceedsDenominator: Phrase("Tử số của \(d[.metric]) lớn hơn mẫu số: \(d[.found]).",
                                                  "The numerator of \(d[.metric]) exceeds its denominator: \(d[.found]).")
        case .divisionByZero: Phrase("Không tính được \(d[.metric]): chia cho 0 (\(d[.found])).",
                                     "\(d[.metric]) is a division by 0 (\(d[.found])).")
        case .tooLarge: Phrase("Số liệu \(d[.metric]) quá lớn để tính chính xác.",
                               "The metric \(d[.metric]) is too large to be exact.")
        case .cannotBeScored: Phrase("Với thay đổi này, \(d[.metric]) không chấm được: \(d.choice(.fault, \ScoringFault.words)).",
                                     "With this change \(d[.metric]) cannot be scored: \(d.choice(.fault, \ScoringFault.words)).")
        case .badRange: Phrase("Khoảng \(d[.found]) không dùng được: giá trị đầu phải nhỏ hơn giá trị cuối và bước phải lớn hơn 0.",
                               "The range \(d[.found]) cannot be used: it must begin below its end, with a step above 0.")
        case .tooManySteps: Phrase("Khoảng \(d[.found]) chia quá nhỏ: tối đa \(d[.expected]) bước.",
                                   "The range \(d[.found]) has too many steps: \(d[.expected]) at most.")
        }
    }
}

extension Metric.Kind {
    /// The kinds that a change can ask for.
    fileprivate var words: Phrase {
        switch self {
        case .yesNo: Phrase("có/không", "yes/no")
        case .task: Phrase("nhiệm vụ", "task")
        case .percent, .count, .amount, .points: Phrase(verbatim: rawValue)
        }
    }
}

extension ScoringFault {
    fileprivate var words: Phrase {
        switch self {
        case .zeroOverZero: Phrase("0 ÷ 0 mà tiêu chí không quy định trường hợp không phát sinh",
                                   "0 ÷ 0, and the criterion has no convention for it")
        case .divisionByZero: Phrase("chia cho 0", "division by 0")
        case .negativeBase: Phrase("so với một số âm", "it is compared with a number below zero")
        case .notApplicableNotAllowed: Phrase("tiêu chí không cho phép báo không áp dụng",
                                              "the criterion does not allow not applicable")
        case .partlyNotApplicable: Phrase("một phần số liệu ghi không áp dụng, phần khác lại có số",
                                          "some figures do not apply while others are given")
        case .overflow: Phrase("số quá lớn", "too large")
        }
    }
}
