package import Documents
internal import Words
import Assessment

extension ActionFinding: WordedFinding {
    var wording: Wording {
        switch self {
        case .differingRows:
            Wording(
                vi:
                    "Hành động {action}: «{key}» ghi khác nhau giữa các hàng: «{found}», trước đó {first}. Hãy ghi giống nhau "
                    + "hoặc để trống.",
                en: "The action {action} has rows that differ in “{key}”: “{found}”, before {first}. Write the same or "
                    + "leave it blank.")
        case .blankCell:
            Wording(
                vi: "Ô bắt buộc «{key}» để trống[ (hành động {action})]. Hãy điền.",
                en: "The required cell “{key}” is blank[ (action {action})]. Fill it in.")
        case .unknownUnit:
            Wording(
                vi: "Hành động {action}: không có đơn vị «{found}» trong bảng đơn vị.",
                en: "The action {action}: the table of units has no “{found}”.")
        case .unknownMetric:
            Wording(
                vi: "Hành động {action}: bộ tiêu chí không có số liệu «{found}».",
                en: "The action {action}: the criteria have no metric “{found}”.")
        case .severalMetrics:
            Wording(
                vi: "Hành động {action}: tiêu chí {found} có nhiều số liệu; hãy ghi mã của một số liệu: {expected}.",
                en: "The action {action}: the criterion {found} has several metrics; write the code of one: {expected}."
            )
        case .unknownAction:
            Wording(
                vi: "Hành động {action} nhắc đến hành động «{found}» không có trong bảng.",
                en: "The action {action} names “{found}”, which the table does not have.")
        case .itself:
            Wording(
                vi: "Hành động {action} ghi chính nó trong «{key}».",
                en: "The action {action} names itself in “{key}”.")
        case .circle:
            Wording(
                vi: "Các hành động đòi hỏi nhau thành vòng: {found}. Hãy bỏ một điều kiện.",
                en: "Actions need each other in a circle: {found}. Remove one need.")
        case .excludesNeed:
            Wording(
                vi: "Hành động {action} và {found} loại trừ nhau, nhưng một trong hai lại cần hành động kia.",
                en: "The actions {action} and {found} exclude each other, yet one needs the other.")
        case .excludedMusts:
            Wording(
                vi: "Hành động {action} và {found} loại trừ nhau, nhưng cả hai đều ghi là phải làm.",
                en: "The actions {action} and {found} exclude each other, yet both must be done.")
        case .repeatedEffect:
            Wording(
                vi: "Hành động {action} đã tác động đến số liệu {metric} của cùng đơn vị ở {first}.",
                en: "The action {action} moves the metric {metric} of the same unit at {first} already.")
        case .missingEffect:
            Wording(
                vi: "Hành động {action}: chưa ghi số liệu {metric} sẽ đạt bao nhiêu (giá trị, tử số, hoặc cộng thêm).",
                en: "The action {action}: what becomes of {metric} is not stated (value, numerator, or add).")
        case .missingMetric:
            Wording(
                vi: "Hành động {action}: hàng này có kết quả nhưng chưa ghi mã số liệu.",
                en: "The action {action}: the row states a result without a metric.")
        case .contradictoryEffect:
            Wording(
                vi: "Hành động {action}: số liệu {metric} được ghi theo hai cách trong một hàng. Hãy giữ lại một cách.",
                en: "The action {action}: the row states two results for {metric}. Keep one.")
        case .percentSign:
            Wording(
                vi: "Hành động {action}: «{found}» có dấu % nhưng đây không phải tỷ lệ phần trăm.",
                en: "The action {action}: “{found}” has a percent sign where no percentage stands.")
        case .negativeCost:
            Wording(
                vi: "Hành động {action}: chi phí «{found}» nhỏ hơn 0.",
                en: "The action {action}: the cost “{found}” is below 0."
            )
        case .costsTooLarge:
            Wording(
                vi: "Tổng chi phí quá lớn để tính chính xác. Hãy ghi chi phí theo đơn vị lớn hơn, như triệu đồng.",
                en: "The costs add up to more than can be exact. Write them in a larger unit, such as millions.")
        case .badDay:
            Wording(
                vi:
                    "Hành động {action}: thời hạn «{found}» không phải một ngày; hãy ghi như 30/6/2024 hoặc 2024-06-30.",
                en: "The action {action}: the deadline “{found}” is no day; write it like 2024-06-30.")
        case .badMark:
            Wording(
                vi: "Hành động {action}: không hiểu «{found}»; các cách ghi: {expected}.",
                en: "The action {action}: “{found}” is not understood; write one of: {expected}.")
        case .outsideDomain:
            Wording(
                vi:
                    "Hành động {action}: số liệu {metric} nằm ngoài miền giá trị: {found}, cần trong khoảng {expected}.",
                en: "The action {action}: the metric {metric} is outside its domain: {found}; needed: {expected}.")
        case .offStep:
            Wording(
                vi: "Hành động {action}: số liệu {metric} phải là bội của {expected}, không thể là {found}.",
                en: "The action {action}: the metric {metric} must be a multiple of {expected}; it cannot be {found}.")
        case .notARatio:
            Wording(
                vi: "Hành động {action}: số liệu {metric} không phải tỷ lệ nên không có tử số, mẫu số.",
                en: "The action {action}: the metric {metric} is no ratio and has no counts.")
        case .badCount:
            Wording(
                vi: "Hành động {action}: số liệu {metric} có tử số nhỏ hơn 0 hoặc mẫu số không lớn hơn 0: {found}.",
                en:
                    "The action {action}: the metric {metric} has a count below 0 or a denominator not above 0: {found}."
            )
        case .numeratorExceedsDenominator:
            Wording(
                vi: "Hành động {action}: tử số của {metric} lớn hơn mẫu số: {found}.",
                en: "The action {action}: the numerator of {metric} exceeds its denominator: {found}.")
        case .noBetter:
            Wording(
                vi: "Hành động {action} không có tác dụng ở số liệu {metric}: hiện tại đã bằng hoặc tốt hơn[ {found}].",
                en: "The action {action} does nothing for {metric}: what is there is as good as[ {found}] or better.")
        case .notScored:
            Wording(
                vi:
                    "Hành động {action} không có tác dụng ở số liệu {metric}: đơn vị không được chấm hoặc không áp dụng số "
                    + "liệu này.",
                en: "The action {action} does nothing for {metric}: the unit is not scored on it, or it does not apply."
            )
        case .nothingToAddTo:
            Wording(
                vi: "Hành động {action}: không cộng thêm được vào {metric} vì chưa có số liệu. Hãy ghi giá trị sẽ đạt.",
                en:
                    "The action {action}: nothing can be added to {metric}, which has no figure. State the value reached."
            )
        case .contradiction:
            Wording(
                vi:
                    "Hành động {action}: kết quả ghi cho {metric} không hợp với số liệu hiện có (tử số, mẫu số) nên không "
                    + "được tính.",
                en: "The action {action}: the result for {metric} does not fit the figures there are and is left out.")
        case .afterYear:
            Wording(
                vi: "Hành động {action}: thời hạn {found} sau năm được chấm ({expected}).",
                en: "The action {action}: the deadline {found} is after the year that is scored ({expected}).")
        case .noActions:
            Wording(
                vi: "Bảng hành động không có hành động nào. Hãy thêm ít nhất một hàng.",
                en: "The table of actions has no action. Add at least one row.")
        }
    }

    func shown(_ detail: String, named name: String, in language: Language) -> String {
        switch self {
        // Numbers are held with a decimal point.
        case .outsideDomain, .offStep, .badCount, .numeratorExceedsDenominator, .noBetter:
            language == .vi && (name == "found" || name == "expected")
                ? String(detail.map { $0 == "." ? "," : $0 }) : detail
        default: detail
        }
    }
}
