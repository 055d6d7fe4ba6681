// swift-format-ignore-file
// A text in Vietnamese, and the same in English below it.

internal import Documents
internal import Scoring
internal import Values

extension CriteriaFinding {
    /// What is wrong, and what to do.
    func words(_ d: DetailWords) -> Phrase {
        switch self {
        case .duplicateCode: Phrase("Mã «\(d[.code])» đã có ở trên. Mỗi mã chỉ dùng một lần.",
                                    "The code “\(d[.code])” stands above already. A code is used once.")
        case .orphanCode: Phrase("Mã «\(d[.code])» thuộc «\(d[.expected])», nhưng không có «\(d[.expected])» ở phía trên. Hãy thêm mục cha vào trước hoặc ghi «parent».",
                                 "The code “\(d[.code])” belongs to “\(d[.expected])”, which does not stand above it. Put the parent first, or name it under “parent”.")
        case .badCode: Phrase("Mã «\(d[.found])» có dấu cách. Mã viết liền, như «1.1».",
                              "The code “\(d[.found])” has a space. Codes have none, as in “1.1”.")
        case .maximumDiffers: Phrase("Điểm tối đa của «\(d[.code])» là \(d[.found]), nhưng tổng điểm tối đa của các mục con là \(d[.expected]). Hai số phải bằng nhau.",
                                     "The maximum of “\(d[.code])” is \(d[.found]), but its children's add up to \(d[.expected]). They must agree.")
        case .parentWithRule: Phrase("«\(d[.code])» có mục con («\(d[.child])») nên không được có «\(d[.key])». Hãy chuyển «\(d[.key])» xuống mục con.",
                                     "“\(d[.code])” has children (“\(d[.child])”), so it cannot have “\(d[.key])”. Move “\(d[.key])” to the children.")
        case .missingSource: Phrase("Tiêu chí «\(d[.code])» chưa ghi căn cứ. Hãy thêm «source» với văn bản, phụ lục, dòng.",
                                    "The criterion “\(d[.code])” has no source. Add “source” with the document, annex and row.")
        case .maximumOutOfRange: Phrase("Điểm tối đa \(d[.found]) nằm ngoài mức cho phép: \(d[.expected]).",
                                        "The maximum \(d[.found]) is out of range: \(d[.expected]).")
        case .targetAgainstDirection: Phrase("Chỉ tiêu «\(d[.found])» của «\(d[.code])» ngược với chiều tốt của số liệu. Hãy kiểm tra «comparison» và «direction».",
                                             "The target “\(d[.found])” of “\(d[.code])” runs against the metric's better direction. Check “comparison” and “direction”.")
        case .targetOutsideDomain: Phrase("Chỉ tiêu «\(d[.found])» của «\(d[.code])» không thể đạt được: số liệu chỉ nằm trong \(d[.expected]).",
                                          "The target “\(d[.found])” of “\(d[.code])” cannot be reached: the metric lies within \(d[.expected]).")
        case .ruleAgainstDirection: Phrase("Quy tắc tính điểm của «\(d[.code])» ngược với chiều tốt của số liệu (\(d.choice(.expected, \Metric.Direction.words))): số liệu tốt hơn mà điểm ít hơn. Hãy kiểm tra «rule» và «direction».",
                                           "The rule of “\(d[.code])” runs against the metric's better direction (\(d.choice(.expected, \Metric.Direction.words))): a better figure would cost points. Check “rule” and “direction”.")
        case .assumedWithoutReason: Phrase("Điểm ghi là giả định («assumed») nhưng không có lý do. Hãy thêm «reason».",
                                           "The points are “assumed” without a reason. Add “reason”.")
        case .levelsWithoutReason: Phrase("«\(d[.code])» không chấm ở mọi cấp nhưng không nêu lý do. Hãy thêm «levelsReason».",
                                          "“\(d[.code])” does not apply to every level and does not say why. Add “levelsReason”.")
        case .bandGap: Phrase("Các mức điểm để hở một khoảng\(d.given(.found, " tại \(d[.found])")). Mọi giá trị phải thuộc đúng một mức; mức thấp nhất mở về phía dưới, mức cao nhất mở về phía trên.",
                              "The bands leave a gap\(d.given(.found, " at \(d[.found])")). Every value must fall into one band; the lowest is open below and the highest open above.")
        case .bandOverlap: Phrase("Các mức điểm chồng lên nhau\(d.given(.found, " tại \(d[.found])")). Mọi giá trị phải thuộc đúng một mức.",
                                  "The bands overlap\(d.given(.found, " at \(d[.found])")). Every value must fall into one band.")
        case .badBound: Phrase("Giới hạn\(d.given(.key, " «\(d[.key])»")) thiếu hoặc sai phía. Cần đúng một trong: \(d[.expected]).",
                               "The bound\(d.given(.key, " “\(d[.key])”")) is missing or on the wrong side. One of these is needed: \(d[.expected]).")
        case .badAmount: Phrase("Mức điểm\(d.given(.key, " «\(d[.key])»")) phải ghi đúng một trong hai: «points» (điểm) hoặc «share» (phần trăm điểm tối đa); mức cho mỗi mục phải lớn hơn 0.",
                                "The amount\(d.given(.key, " “\(d[.key])”")) must state one of “points” and “share” (percent of the maximum); what stands for each item must be above 0.")
        case .amountAboveMaximum: Phrase("Mức điểm \(d[.found]) nằm ngoài mức cho phép: \(d[.expected]).",
                                         "The amount \(d[.found]) is out of range: \(d[.expected]).")
        case .partsDiffer: Phrase("Các phần cộng lại được \(d[.found]), điểm tối đa là \(d[.expected]). Hai số phải bằng nhau và mỗi số liệu phải có một phần.",
                                  "The parts add up to \(d[.found]), the maximum is \(d[.expected]). They must agree, and every metric needs a part.")
        case .ruleNeedsKind: Phrase("Quy tắc này cần số liệu «\(d[.code])» thuộc loại \(d[.expected, joined: " | "]), nhưng loại đang ghi là \(d[.found]).",
                                    "This rule needs the metric “\(d[.code])” to be of kind \(d[.expected, joined: " | "]), but its kind is \(d[.found]).")
        case .badOrder: Phrase("Các số sai thứ tự: cần \(d[.expected])\(d.given(.other, ", maximum = \(d[.other])")).",
                               "The numbers stand in the wrong order: \(d[.expected])\(d.given(.other, ", maximum = \(d[.other])")) is needed.")
        case .badFormula: Phrase("Không đọc được công thức «\(d[.formula])»\(d.given(.found, ": gặp «\(d[.found])»")); ở đó cần: \(d[.expected]).",
                                 "The formula “\(d[.formula])” cannot be read\(d.given(.found, ": found “\(d[.found])”")); needed there: \(d[.expected]).")
        case .missingYear: Phrase("Thiếu mức phải đạt của năm \(d[.expected]). Mỗi năm của bộ tiêu chí cần một mức.",
                                  "The goal of the year \(d[.expected]) is missing. Every year of the edition needs one.")
        case .overlayNotLeaf: Phrase("«\(d[.code])» không phải tiêu chí được chấm trực tiếp. Tệp điểm chỉ ghi điểm của tiêu chí không có mục con.",
                                     "“\(d[.code])” is not scored itself. A points file names only criteria without children.")
        case .classOrder: Phrase("Hạng «\(d[.code])» không thấp hơn hạng đứng trước. Hãy xếp các hạng từ cao xuống thấp.",
                                 "The class “\(d[.code])” is not below the one before it. List classes from the highest down.")
        case .tooFewClasses: Phrase("Có \(d[.found]) hạng, cần ít nhất \(d[.expected]). Cùng «quantiles» thì cần từ hai hạng để chia.",
                                    "\(d[.found]) classes, at least \(d[.expected]) needed. With “quantiles” there must be two or more to cut into.")
        case .groupWithTwoSchemes: Phrase("Hai cách xếp loại cho cùng một khối «\(d[.found])» (* là mọi khối). Mỗi khối chỉ có một cách xếp loại.",
                                          "Two schemes of classes for one group, “\(d[.found])” (* is every group). A group has one scheme.")
        case .markerInDomain: Phrase("Số \(d[.found]) nghĩa là «không công bố» nhưng cũng là một giá trị có thể có của «\(d[.code])» (\(d[.expected])). Hãy đặt miền giá trị không chứa số này.",
                                     "\(d[.found]) stands for “not published” but is also a possible value of “\(d[.code])” (\(d[.expected])). Set a domain without it.")
        case .maximumTooFine: Phrase("Điểm tối đa của «\(d[.code])» là \(d[.found]), có nhiều số lẻ hơn \(d[.expected]) chữ số mà bộ tiêu chí giữ lại khi làm tròn.",
                                     "The maximum of “\(d[.code])” is \(d[.found]), with more decimals than the \(d[.expected]) that the edition keeps when it rounds.")
        case .extraInMeasures: Phrase("«\(d[.code])» là điểm thưởng hoặc điểm phạt nên phải là một tiêu chí riêng, không phải một ý của tiêu chí.",
                                      "“\(d[.code])” gives bonus or penalty points: make it a criterion of its own, not one of several measures.")
        case .noLevels: Phrase("«\(d[.code])» không áp dụng cho cấp nào. Hãy ghi ít nhất một cấp.",
                               "“\(d[.code])” applies to no level. Name at least one.")
        case .noCriteria: Phrase("Bộ tiêu chí không có tiêu chí nào. Hãy thêm vào «criteria».",
                                 "The set has no criteria. Add them under “criteria”.")
        }
    }
}

extension Metric.Direction {
    fileprivate var words: Phrase {
        switch self {
        case .higher: Phrase("càng cao càng tốt", "higher is better")
        case .lower: Phrase("càng thấp càng tốt", "lower is better")
        }
    }
}
