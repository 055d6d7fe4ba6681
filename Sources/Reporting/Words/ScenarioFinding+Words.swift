package import Documents
internal import Words
import Scoring
import Values

extension ScenarioFinding: WordedFinding {
    var wording: Wording {
        switch self {
        case .empty:
            Wording(vi: "Phương án không có thay đổi nào.", en: "The scenario changes nothing.")
        case .unknownMetric:
            Wording(
                vi: "Bộ tiêu chí không có số liệu «{found}».", en: "The criteria have no metric “{found}”.")
        case .severalMetrics:
            Wording(
                vi: "Tiêu chí {found} có nhiều số liệu; hãy ghi mã của một số liệu: {expected}.",
                en: "The criterion {found} has several metrics; write the code of one: {expected}.")
        case .repeatedMetric:
            Wording(
                vi: "Số liệu {metric} bị thay đổi hai lần trong một phương án. Hãy bỏ bớt một.",
                en: "The metric {metric} is changed twice in one scenario. Remove one of them.")
        case .notScored:
            Wording(
                vi: "Đơn vị này không được chấm số liệu {metric} (không phải nhiệm vụ của cấp này).",
                en: "This unit is not scored on {metric} (no duty of its level).")
        case .badChange:
            Wording(
                vi: "Mỗi thay đổi cần đúng một trong các khóa: {expected} («denominator» chỉ đi cùng «numerator»).",
                en: "A change needs exactly one of the keys: {expected} (“denominator” only beside “numerator”).")
        case .nothingToAddTo:
            Wording(
                vi: "Không cộng thêm được vào {metric} vì chưa có số liệu. Hãy ghi giá trị bằng dấu =.",
                en: "Nothing can be added to {metric}: it has no figure. State its value with =.")
        case .noCounts:
            Wording(
                vi: "Số liệu {metric} không được báo cáo bằng tử số và mẫu số; hãy ghi cả hai, như 490/500.",
                en: "The metric {metric} was not reported as two counts; state both, such as 490/500.")
        case .zeroDenominator:
            Wording(
                vi: "Mẫu số của {metric} đang là 0 nên không đặt được tỷ lệ; hãy ghi cả tử số và mẫu số, như 490/500.",
                en: "The denominator of {metric} is 0, so no percentage can be set; state both counts, such as 490/500."
            )
        case .wrongKind:
            Wording(
                vi: "Giá trị này không hợp với số liệu {metric}: chỉ dùng cho số liệu loại {expected}.",
                en: "The value does not fit the metric {metric}: it is for metrics of the kind {expected}.")
        case .outsideDomain:
            Wording(
                vi: "Số liệu {metric} nằm ngoài miền giá trị: {found}, cần trong khoảng {expected}.",
                en: "The metric {metric} is outside its domain: {found}; needed: {expected}.")
        case .offStep:
            Wording(
                vi: "Số liệu {metric} phải là bội của {expected}, không thể là {found}.",
                en: "The metric {metric} must be a multiple of {expected}; it cannot be {found}.")
        case .notARatio:
            Wording(
                vi: "Số liệu {metric} không phải tỷ lệ nên không có tử số, mẫu số.",
                en: "The metric {metric} is no ratio and has no counts.")
        case .negativeCount:
            Wording(
                vi: "Tử số hoặc mẫu số của {metric} nhỏ hơn 0: {found}.", en: "A count of {metric} is below 0: {found}."
            )
        case .fractionalCount:
            Wording(
                vi: "Tử số và mẫu số của {metric} phải là số nguyên: {found}.",
                en: "The counts of {metric} must be whole: {found}.")
        case .numeratorExceedsDenominator:
            Wording(
                vi: "Tử số của {metric} lớn hơn mẫu số: {found}.",
                en: "The numerator of {metric} exceeds its denominator: {found}.")
        case .divisionByZero:
            Wording(vi: "Không tính được {metric}: chia cho 0 ({found}).", en: "{metric} is a division by 0 ({found}).")
        case .tooLarge:
            Wording(
                vi: "Số liệu {metric} quá lớn để tính chính xác.", en: "The metric {metric} is too large to be exact.")
        case .cannotBeScored:
            Wording(
                vi: "Với thay đổi này, {metric} không chấm được: {fault}.",
                en: "With this change {metric} cannot be scored: {fault}.")
        case .badRange:
            Wording(
                vi: "Khoảng {found} không dùng được: giá trị đầu phải nhỏ hơn giá trị cuối và bước phải lớn hơn 0.",
                en: "The range {found} cannot be used: it must begin below its end, with a step above 0.")
        case .tooManySteps:
            Wording(
                vi: "Khoảng {found} chia quá nhỏ: tối đa {expected} bước.",
                en: "The range {found} has too many steps: {expected} at most.")
        }
    }

    func shown(_ detail: String, named name: String, in language: Language) -> String {
        switch name {
        case "fault": Self.faults[detail]?.text(language) ?? detail
        case "expected" where self == .wrongKind: Self.kinds[detail]?.text(language) ?? detail
        // Numbers are held with a decimal point.
        case "found", "expected":
            switch self {
            case .outsideDomain, .offStep, .negativeCount, .fractionalCount, .numeratorExceedsDenominator, .badRange,
                .tooManySteps:
                language == .vi ? NumberWords.withComma(detail) : detail
            default: detail
            }
        default: detail
        }
    }

    private static let kinds = [
        Metric.Kind.yesNo.rawValue: Wording(vi: "có/không", en: "yes/no"),
        Metric.Kind.task.rawValue: Wording(vi: "nhiệm vụ", en: "task"),
    ]

    private static let faults = [
        "\(ScoringFault.zeroOverZero)": Wording(
            vi: "0 ÷ 0 mà tiêu chí không quy định trường hợp không phát sinh",
            en: "0 ÷ 0, and the criterion has no convention for it"),
        "\(ScoringFault.divisionByZero)": Wording(vi: "chia cho 0", en: "division by 0"),
        "\(ScoringFault.negativeBase)": Wording(
            vi: "so với một số âm", en: "it is compared with a number below zero"),
        "\(ScoringFault.notApplicableNotAllowed)": Wording(
            vi: "tiêu chí không cho phép báo không áp dụng", en: "the criterion does not allow not applicable"),
        "\(ScoringFault.partlyNotApplicable)": Wording(
            vi: "một phần số liệu ghi không áp dụng, phần khác lại có số",
            en: "some figures do not apply while others are given"),
        "\(ScoringFault.overflow)": Wording(vi: "số quá lớn", en: "too large"),
    ]
}

extension NumberWords {
    /// Numbers with decimal points in a text, as Vietnamese writes them; the two points of a range stay.
    fileprivate static func withComma(_ text: String) -> String {
        let parts = text.split(separator: "..", omittingEmptySubsequences: false)
        return parts.map { String($0.map { $0 == "." ? "," : $0 }) }.joined(separator: "..")
    }
}
enum NumberWords {}
