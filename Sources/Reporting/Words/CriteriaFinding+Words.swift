package import Documents
internal import Words
import Scoring

extension CriteriaFinding: WordedFinding {
    var wording: Wording {
        switch self {
        case .duplicateCode:
            Wording(
                vi: "Mã «{code}» đã có ở trên. Mỗi mã chỉ dùng một lần.",
                en: "The code “{code}” stands above already. A code is used once.")
        case .orphanCode:
            Wording(
                vi:
                    "Mã «{code}» thuộc «{expected}», nhưng không có «{expected}» ở phía trên. Hãy thêm mục cha vào "
                    + "trước hoặc "
                    + "ghi «parent».",
                en:
                    "The code “{code}” belongs to “{expected}”, which does not stand above it. Put the parent first, "
                    + "or "
                    + "name it under “parent”.")
        case .badCode:
            Wording(
                vi: "Mã «{found}» có dấu cách. Mã viết liền, như «1.1».",
                en: "The code “{found}” has a space. Codes have none, as in “1.1”.")
        case .maximumDiffers:
            Wording(
                vi:
                    "Điểm tối đa của «{code}» là {found}, nhưng tổng điểm tối đa của các mục con là {expected}. Hai "
                    + "số phải "
                    + "bằng nhau.",
                en: "The maximum of “{code}” is {found}, but its children's add up to {expected}. They must agree.")
        case .parentWithRule:
            Wording(
                vi: "«{code}» có mục con («{child}») nên không được có «{key}». Hãy chuyển «{key}» xuống mục con.",
                en: "“{code}” has children (“{child}”), so it cannot have “{key}”. Move “{key}” to the children.")
        case .missingSource:
            Wording(
                vi: "Tiêu chí «{code}» chưa ghi căn cứ. Hãy thêm «source» với văn bản, phụ lục, dòng.",
                en: "The criterion “{code}” has no source. Add “source” with the document, annex and row.")
        case .maximumOutOfRange:
            Wording(
                vi: "Điểm tối đa {found} nằm ngoài mức cho phép: {expected}.",
                en: "The maximum {found} is out of range: {expected}.")
        case .targetAgainstDirection:
            Wording(
                vi:
                    "Chỉ tiêu «{found}» của «{code}» ngược với chiều tốt của số liệu. Hãy kiểm tra «comparison» và "
                    + "«direction».",
                en:
                    "The target “{found}” of “{code}” runs against the metric's better direction. Check “comparison” "
                    + "and "
                    + "“direction”.")
        case .targetOutsideDomain:
            Wording(
                vi: "Chỉ tiêu «{found}» của «{code}» không thể đạt được: số liệu chỉ nằm trong {expected}.",
                en: "The target “{found}” of “{code}” cannot be reached: the metric lies within {expected}.")
        case .ruleAgainstDirection:
            Wording(
                vi:
                    "Quy tắc tính điểm của «{code}» ngược với chiều tốt của số liệu ({expected}): số liệu tốt hơn mà "
                    + "điểm ít "
                    + "hơn. Hãy kiểm tra «rule» và «direction».",
                en:
                    "The rule of “{code}” runs against the metric's better direction ({expected}): a better figure "
                    + "would "
                    + "cost points. Check “rule” and “direction”.")
        case .assumedWithoutReason:
            Wording(
                vi: "Điểm ghi là giả định («assumed») nhưng không có lý do. Hãy thêm «reason».",
                en: "The points are “assumed” without a reason. Add “reason”.")
        case .levelsWithoutReason:
            Wording(
                vi: "«{code}» không chấm ở mọi cấp nhưng không nêu lý do. Hãy thêm «levelsReason».",
                en: "“{code}” does not apply to every level and does not say why. Add “levelsReason”.")
        case .bandGap:
            Wording(
                vi:
                    "Các mức điểm để hở một khoảng[ tại {found}]. Mọi giá trị phải thuộc đúng một mức; mức thấp nhất "
                    + "mở về phía "
                    + "dưới, mức cao nhất mở về phía trên.",
                en:
                    "The bands leave a gap[ at {found}]. Every value must fall into one band; the lowest is open "
                    + "below and "
                    + "the highest open above.")
        case .bandOverlap:
            Wording(
                vi: "Các mức điểm chồng lên nhau[ tại {found}]. Mọi giá trị phải thuộc đúng một mức.",
                en: "The bands overlap[ at {found}]. Every value must fall into one band.")
        case .badBound:
            Wording(
                vi: "Giới hạn[ «{key}»] thiếu hoặc sai phía. Cần đúng một trong: {expected}.",
                en: "The bound[ “{key}”] is missing or on the wrong side. One of these is needed: {expected}.")
        case .badAmount:
            Wording(
                vi:
                    "Mức điểm[ «{key}»] phải ghi đúng một trong hai: «points» (điểm) hoặc «share» (phần trăm điểm tối "
                    + "đa); mức "
                    + "cho mỗi mục phải lớn hơn 0.",
                en:
                    "The amount[ “{key}”] must state one of “points” and “share” (percent of the maximum); what "
                    + "stands for "
                    + "each item must be above 0.")
        case .amountAboveMaximum:
            Wording(
                vi: "Mức điểm {found} nằm ngoài mức cho phép: {expected}.",
                en: "The amount {found} is out of range: {expected}.")
        case .partsDiffer:
            Wording(
                vi:
                    "Các phần cộng lại được {found}, điểm tối đa là {expected}. Hai số phải bằng nhau và mỗi số liệu "
                    + "phải có "
                    + "một phần.",
                en:
                    "The parts add up to {found}, the maximum is {expected}. They must agree, and every metric needs "
                    + "a part."
            )
        case .ruleNeedsKind:
            Wording(
                vi: "Quy tắc này cần số liệu «{code}» thuộc loại {expected}, nhưng loại đang ghi là {found}.",
                en: "This rule needs the metric “{code}” to be of kind {expected}, but its kind is {found}.")
        case .badOrder:
            Wording(
                vi: "Các số sai thứ tự: cần {expected}.",
                en: "The numbers stand in the wrong order: {expected} is needed.")
        case .badFormula:
            Wording(
                vi: "Không đọc được công thức «{formula}»[: gặp «{found}»]; ở đó cần: {expected}.",
                en: "The formula “{formula}” cannot be read[: found “{found}”]; needed there: {expected}.")
        case .missingYear:
            Wording(
                vi: "Thiếu mức phải đạt của năm {expected}. Mỗi năm của bộ tiêu chí cần một mức.",
                en: "The goal of the year {expected} is missing. Every year of the edition needs one.")
        case .overlayNotLeaf:
            Wording(
                vi:
                    "«{code}» không phải tiêu chí được chấm trực tiếp. Tệp điểm chỉ ghi điểm của tiêu chí không có "
                    + "mục con.",
                en: "“{code}” is not scored itself. A points file names only criteria without children.")
        case .classOrder:
            Wording(
                vi: "Hạng «{code}» không thấp hơn hạng đứng trước. Hãy xếp các hạng từ cao xuống thấp.",
                en: "The class “{code}” is not below the one before it. List classes from the highest down.")
        case .tooFewClasses:
            Wording(
                vi: "Có {found} hạng, cần ít nhất {expected}. Cùng «quantiles» thì cần từ hai hạng để chia.",
                en:
                    "{found} classes, at least {expected} needed. With “quantiles” there must be two or more to cut into."
            )
        case .groupWithTwoSchemes:
            Wording(
                vi:
                    "Hai cách xếp loại cho cùng một khối «{found}» (* là mọi khối). Mỗi khối chỉ có một cách xếp loại.",
                en: "Two schemes of classes for one group, “{found}” (* is every group). A group has one scheme.")
        case .markerInDomain:
            Wording(
                vi:
                    "Số {found} nghĩa là «không công bố» nhưng cũng là một giá trị có thể có của «{code}» ({expected}). Hãy "
                    + "đặt miền giá trị không chứa số này.",
                en:
                    "{found} stands for “not published” but is also a possible value of “{code}” ({expected}). Set a domain "
                    + "without it.")
        case .maximumTooFine:
            Wording(
                vi:
                    "Điểm tối đa của «{code}» là {found}, có nhiều số lẻ hơn {expected} chữ số mà bộ tiêu chí giữ lại khi "
                    + "làm tròn.",
                en:
                    "The maximum of “{code}” is {found}, with more decimals than the {expected} that the edition keeps "
                    + "when it rounds.")
        case .extraInMeasures:
            Wording(
                vi:
                    "«{code}» là điểm thưởng hoặc điểm phạt nên phải là một tiêu chí riêng, không phải một ý của tiêu chí.",
                en:
                    "“{code}” gives bonus or penalty points: make it a criterion of its own, not one of several measures."
            )
        case .noLevels:
            Wording(
                vi: "«{code}» không áp dụng cho cấp nào. Hãy ghi ít nhất một cấp.",
                en: "“{code}” applies to no level. Name at least one.")
        case .noCriteria:
            Wording(
                vi: "Bộ tiêu chí không có tiêu chí nào. Hãy thêm vào «criteria».",
                en: "The set has no criteria. Add them under “criteria”.")
        }
    }

    func shown(_ detail: String, named name: String, in language: Language) -> String {
        switch (self, name, detail) {
        case (.ruleAgainstDirection, "expected", "higher"): language == .vi ? "càng cao càng tốt" : "higher is better"
        case (.ruleAgainstDirection, "expected", "lower"): language == .vi ? "càng thấp càng tốt" : "lower is better"
        default: detail
        }
    }
}
