// swift-format-ignore-file
internal import Documents
internal import Scoring
internal import Values

extension CriteriaFinding: WordedFinding {
    var words: FindingWords {
        switch self {
        case .duplicateCode: ("Mã «\(.code)» đã có ở trên. Mỗi mã chỉ dùng một lần.",
                              "The code “\(.code)” stands above already. A code is used once.")
        case .orphanCode: ("Mã «\(.code)» thuộc «\(.expected)», nhưng không có «\(.expected)» ở phía trên. Hãy thêm mục cha vào trước hoặc ghi «parent».",
                           "The code “\(.code)” belongs to “\(.expected)”, which does not stand above it. Put the parent first, or name it under “parent”.")
        case .tooDeep: ("«\(.code)» nằm sâu hơn \(.expected) cấp. Cây tiêu chí có nhiều nhất chừng ấy cấp.",
                        "“\(.code)” lies deeper than \(.expected) levels. A tree of criteria has no more.")
        case .badCode: ("Mã «\(.found)» có dấu cách. Mã viết liền, như «1.1».",
                        "The code “\(.found)” has a space. Codes have none, as in “1.1”.")
        case .maximumDiffers: ("Điểm tối đa của «\(.code)» là \(.found), nhưng tổng điểm tối đa của các mục con là \(.expected). Hai số phải bằng nhau.",
                               "The maximum of “\(.code)” is \(.found), but its children's add up to \(.expected). They must agree.")
        case .parentWithRule: ("«\(.code)» có mục con («\(.child)») nên không được có «\(.key)». Hãy chuyển «\(.key)» xuống mục con.",
                               "“\(.code)” has children (“\(.child)”), so it cannot have “\(.key)”. Move “\(.key)” to the children.")
        case .missingSource: ("Tiêu chí «\(.code)» chưa ghi căn cứ. Hãy thêm «source» với văn bản, phụ lục, dòng.",
                              "The criterion “\(.code)” has no source. Add “source” with the document, annex and row.")
        case .maximumOutOfRange: ("Điểm tối đa \(.found) nằm ngoài mức cho phép: \(.expected).",
                                  "The maximum \(.found) is out of range: \(.expected).")
        case .targetAgainstDirection: ("Chỉ tiêu «\(.found)» của «\(.code)» ngược với chiều tốt của số liệu. Hãy kiểm tra «comparison» và «direction».",
                                       "The target “\(.found)” of “\(.code)” runs against the metric's better direction. Check “comparison” and “direction”.")
        case .targetOutsideDomain: ("Chỉ tiêu «\(.found)» của «\(.code)» không thể đạt được: số liệu chỉ nằm trong \(.expected).",
                                    "The target “\(.found)” of “\(.code)” cannot be reached: the metric lies within \(.expected).")
        case .ruleAgainstDirection: ("Quy tắc tính điểm của «\(.code)» ngược với chiều tốt của số liệu (\(.expected, { ($0 as Metric.Direction).words })): số liệu tốt hơn mà điểm ít hơn. Hãy kiểm tra «rule» và «direction».",
                                     "The rule of “\(.code)” runs against the metric's better direction (\(.expected, { ($0 as Metric.Direction).words })): a better figure would cost points. Check “rule” and “direction”.")
        case .assumedWithoutReason: ("Điểm ghi là giả định («assumed») nhưng không có lý do. Hãy thêm «reason».",
                                     "The points are “assumed” without a reason. Add “reason”.")
        case .levelsWithoutReason: ("«\(.code)» không chấm ở mọi cấp nhưng không nêu lý do. Hãy thêm «levelsReason».",
                                    "“\(.code)” does not apply to every level and does not say why. Add “levelsReason”.")
        case .bandGap: ("Các mức điểm để hở một khoảng\(given: .found, " tại \(.found)"). Mọi giá trị phải thuộc đúng một mức; mức thấp nhất mở về phía dưới, mức cao nhất mở về phía trên.",
                        "The bands leave a gap\(given: .found, " at \(.found)"). Every value must fall into one band; the lowest is open below and the highest open above.")
        case .bandOverlap: ("Các mức điểm chồng lên nhau\(given: .found, " tại \(.found)"). Mọi giá trị phải thuộc đúng một mức.",
                            "The bands overlap\(given: .found, " at \(.found)"). Every value must fall into one band.")
        case .badBound: ("Giới hạn\(given: .key, " «\(.key)»") thiếu hoặc sai phía. Cần đúng một trong: \(.expected).",
                         "The bound\(given: .key, " “\(.key)”") is missing or on the wrong side. One of these is needed: \(.expected).")
        case .badAmount: ("Mức điểm\(given: .key, " «\(.key)»") phải ghi đúng một trong hai: «points» (điểm) hoặc «share» (phần trăm điểm tối đa); mức cho mỗi mục phải lớn hơn 0.",
                          "The amount\(given: .key, " “\(.key)”") must state one of “points” and “share” (percent of the maximum); what stands for each item must be above 0.")
        case .amountAboveMaximum: ("Mức điểm \(.found) nằm ngoài mức cho phép: \(.expected).",
                                   "The amount \(.found) is out of range: \(.expected).")
        case .amountTooFine: ("\(.found) % của mức tối đa \(.expected) điểm có quá sáu chữ số thập phân. Hãy ghi số điểm («points»).",
                              "\(.found) % of the cap of \(.expected) points has more than six decimals. Write points instead.")
        case .partsDiffer: ("Các phần cộng lại được \(.found), điểm tối đa là \(.expected). Hai số phải bằng nhau và mỗi số liệu phải có một phần.",
                            "The parts add up to \(.found), the maximum is \(.expected). They must agree, and every metric needs a part.")
        case .ruleNeedsKind: ("Quy tắc này cần số liệu «\(.code)» thuộc loại \(.expected, joined: " | "), nhưng loại đang ghi là \(.found).",
                              "This rule needs the metric “\(.code)” to be of kind \(.expected, joined: " | "), but its kind is \(.found).")
        case .badOrder: ("Các số sai thứ tự: cần \(.expected)\(given: .other, ", maximum = \(.other)").",
                         "The numbers stand in the wrong order: \(.expected)\(given: .other, ", maximum = \(.other)") is needed.")
        case .badFormula: ("Không đọc được công thức «\(.formula)»\(given: .found, ": gặp «\(.found)»"); ở đó cần: \(.expected).",
                           "The formula “\(.formula)” cannot be read\(given: .found, ": found “\(.found)”"); needed there: \(.expected).")
        case .numberLikeCode: ("«\(.found)» có dạng mã số liệu nhưng bộ tiêu chí không có số liệu nào mang mã này. Hãy sửa mã; nếu là số, hãy viết với dấu phẩy thập phân: «\(.expected)».",
                               "“\(.found)” has the form of a metric's code, and the set has no such metric. Correct the code; a number is written with a decimal comma here: “\(.expected)”.")
        case .missingYear: ("Thiếu mức phải đạt của năm \(.expected). Mỗi năm của bộ tiêu chí cần một mức.",
                            "The goal of the year \(.expected) is missing. Every year of the edition needs one.")
        case .overlayNotLeaf: ("«\(.code)» không phải tiêu chí được chấm trực tiếp. Tệp điểm chỉ ghi điểm của tiêu chí không có mục con.",
                               "“\(.code)” is not scored itself. A points file names only criteria without children.")
        case .classOrder: ("Hạng «\(.code)» không thấp hơn hạng đứng trước. Hãy xếp các hạng từ cao xuống thấp.",
                           "The class “\(.code)” is not below the one before it. List classes from the highest down.")
        case .tooFewClasses: ("Có \(.found) hạng, cần ít nhất \(.expected). Cùng «quantiles» thì cần từ hai hạng để chia.",
                              "\(.found) classes, at least \(.expected) needed. With “quantiles” there must be two or more to cut into.")
        case .groupWithTwoSchemes: ("Hai cách xếp loại cho cùng một khối «\(.found)» (* là mọi khối). Mỗi khối chỉ có một cách xếp loại.",
                                    "Two schemes of classes for one group, “\(.found)” (* is every group). A group has one scheme.")
        case .groupRuleKind: ("Quy tắc theo khối của «\(.code)» thuộc loại «\(.found)»; ở đây cần: \(.expected, joined: " | "). Quy tắc theo khối phải cùng loại với quy tắc chung và có mức phải đạt.",
                              "The rule of some groups of “\(.code)” is of the kind “\(.found)”; needed here: \(.expected, joined: " | "). It must be of the same kind as the rule for all, and have a threshold.")
        case .groupWithTwoRules: ("Hai quy tắc theo khối của «\(.code)» cùng áp dụng cho một đơn vị (\(.found)). Mỗi đơn vị chỉ có một quy tắc.",
                                  "Two rules of “\(.code)” are for the same units (\(.found)). A unit has one rule.")
        case .groupWithTwoTargets: ("Khối «\(.found)» có hai chỉ tiêu («targets»). Mỗi khối chỉ có một.",
                                    "The group “\(.found)” has two targets (“targets”). A group has one.")
        case .requirementCircle: ("Điều kiện «requires» của các tiêu chí phụ thuộc nhau thành vòng: \(.found, joined: " → "). Hãy bỏ một điều kiện.",
                                  "Conditions under “requires” depend on each other in a circle: \(.found, joined: " → "). Take one of them out.")
        case .requirementOfExtra: ("«\(.code)» không có điểm tối đa (điểm thưởng, điểm trừ hoặc chỉ theo dõi) nên không đặt điều kiện «requires» được.",
                                   "“\(.code)” has no maximum (bonus, penalty or watched), so it cannot have a condition under “requires”.")
        case .markerInDomain: ("Số \(.found) nghĩa là «không công bố» nhưng cũng là một giá trị có thể có của «\(.code)» (\(.expected)). Hãy đặt miền giá trị không chứa số này.",
                               "\(.found) stands for “not published” but is also a possible value of “\(.code)” (\(.expected)). Set a domain without it.")
        case .maximumTooFine: ("Điểm tối đa của «\(.code)» là \(.found), có nhiều số lẻ hơn \(.expected) chữ số được giữ lại khi làm tròn. Hãy đổi điểm tối đa hoặc trọng số, hoặc làm tròn ở bước sau («stage»).",
                               "The maximum of “\(.code)” is \(.found), with more decimals than the \(.expected) that rounding keeps. Change the maximum or the weights, or round at a later stage (“stage”).")
        case .extraInMeasures: ("«\(.code)» là điểm thưởng hoặc điểm phạt nên phải là một tiêu chí riêng, không phải một ý của tiêu chí.",
                                "“\(.code)” gives bonus or penalty points: make it a criterion of its own, not one of several measures.")
        case .shareOutInMeasures: ("«\(.code)» có nhiều ý nên điểm của một ý không chia cho tiêu chí khác được: phần còn lại của tiêu chí đã thay cho ý đó. Hãy dùng «leaveOut» hoặc tách thành tiêu chí riêng.",
                                  "“\(.code)” has several measures: the others stand for one that is left out, so its points cannot go to other criteria. Use “leaveOut” or make it a criterion of its own.")
        case .noLevels: ("«\(.code)» không áp dụng cho cấp nào. Hãy ghi ít nhất một cấp.",
                         "“\(.code)” applies to no level. Name at least one.")
        case .leafWithoutPart: ("Tiêu chí «\(.code)» chưa thuộc phần điểm nào. Hãy ghi «part» ở tiêu chí này hoặc ở mục cha: \(.expected, joined: " | ").",
                               "The criterion “\(.code)” belongs to no part of the points. Add “part” here or at a parent: \(.expected, joined: " | ").")
        case .partWithoutLeaves: ("Phần điểm «\(.code)» không có tiêu chí nào. Hãy ghi «part» ở tiêu chí thuộc phần này, hoặc bỏ phần này khỏi «parts».",
                                 "No criterion belongs to the part “\(.code)”. Add “part” to its criteria, or take it out of “parts”.")
        case .weightBesideMaximum: ("«\(.code)» ghi «maximum» còn «\(.other)» ghi «weight». Các mục cùng cấp phải cùng ghi điểm tối đa hoặc cùng ghi trọng số.",
                                    "“\(.code)” states a “maximum” while “\(.other)” states a “weight”. Siblings state either all the one or all the other.")
        case .weightsWithoutSum: ("Trọng số của «\(.code)» và các mục cùng cấp đều bằng 0. Ít nhất một trọng số phải lớn hơn 0.",
                                  "The weights of “\(.code)” and its siblings are all 0. At least one must be above 0.")
        case .weightTooFine: ("Điểm tối đa của «\(.code)» tính từ trọng số là một phân số quá dài để tính chính xác. Hãy dùng trọng số ít chữ số hơn.",
                              "The weights make the maximum of “\(.code)” a fraction too long to be exact. Use weights with fewer digits.")
        case .extraInCombination: ("«\(.code)» không cộng điểm các mục con («combine») nên bên dưới không được có điểm thưởng, điểm phạt («\(.child)»). Hãy đặt «\(.child)» ở ngoài.",
                                   "“\(.code)” does not add its parts (“combine”), so it cannot have bonus or penalty points below it (“\(.child)”). Put “\(.child)” elsewhere.")
        case .unevenWeights: ("Trọng số (điểm tối đa) các mục con của «\(.code)» không theo tỷ lệ nguyên nhỏ: sau khi rút gọn, tổng không được quá \(.expected) khi tính trung bình nhân hoặc trung bình điều hòa. Hãy dùng số tròn hơn, như 1, 1, 1 hoặc 15, 25, 60.",
                              "The weights (maxima) of the parts of “\(.code)” are in no small proportion: in lowest terms they may add up to \(.expected) at most in a geometric or harmonic mean. Use rounder ones, such as 1, 1, 1 or 15, 25, 60.")
        case .toSettle: ("«\(.code)» còn phải thống nhất\(given: .text, ": «\(.text)»")\(given: .reason, " (\(.reason, { ($0 as OpenPoint.Reason).words }))"). Hãy thống nhất cách hiểu, ghi «maximum» hoặc «metrics», «rule» cho đúng rồi bỏ mục này khỏi «toSettle»; chưa xong thì chưa chấm điểm được.",
                         "“\(.code)” is to be settled\(given: .text, ": “\(.text)”")\(given: .reason, " (\(.reason, { ($0 as OpenPoint.Reason).words }))"). Settle what is meant, state “maximum”, or “metrics” and “rule”, accordingly and take the entry out of “toSettle”; nothing can be scored before.")
        case .remedyOccasion: ("Gợi ý («remedies») của «\(.code)» phải nêu đúng một nguyên nhân trong «for»: \(.expected, joined: " | "); áp dụng cho mọi trường hợp mất điểm thì bỏ «for».",
                               "A remedy of “\(.code)” must be for exactly one cause: one of \(.expected, joined: " | ") under “for”; without “for” it is for any loss.")
        case .unknownPlaceholder: ("«\(.key)» có \(.found), không phải số liệu nào của đơn vị. Dùng được: \(.expected).",
                                   "“\(.key)” has \(.found), which is no number of a unit. Known: \(.expected).")
        case .noCriteria: ("Bộ tiêu chí không có tiêu chí nào. Hãy thêm vào «criteria».",
                           "The set has no criteria. Add them under “criteria”.")
        }
    }
}

extension ScenarioFinding: WordedFinding {
    var words: FindingWords {
        switch self {
        case .empty: ("Phương án không có thay đổi nào.", "The scenario changes nothing.")
        case .unknownMetric: ("Bộ tiêu chí không có số liệu «\(.found)».", "The criteria have no metric “\(.found)”.")
        case .severalMetrics: ("Tiêu chí \(.found) có nhiều số liệu; hãy ghi mã của một số liệu: \(.expected).",
                               "The criterion \(.found) has several metrics; write the code of one: \(.expected).")
        case .repeatedMetric: ("Số liệu \(.metric) bị thay đổi hai lần trong một phương án. Hãy bỏ bớt một.",
                               "The metric \(.metric) is changed twice in one scenario. Remove one of them.")
        case .notScored: ("Đơn vị này không được chấm số liệu \(.metric) (không phải nhiệm vụ của cấp này, hoặc không giao cho đơn vị).",
                          "This unit is not scored on \(.metric) (no duty of its level, or not assigned to it).")
        case .badChange: ("Mỗi thay đổi cần đúng một trong các khóa: \(.expected) («denominator» chỉ đi cùng «numerator»).",
                          "A change needs exactly one of the keys: \(.expected) (“denominator” only beside “numerator”).")
        case .nothingToAddTo: ("Không cộng thêm được vào \(.metric) vì chưa có số liệu. Hãy ghi giá trị bằng dấu =.",
                               "Nothing can be added to \(.metric): it has no figure. State its value with =.")
        case .noCounts: ("Số liệu \(.metric) không được báo cáo bằng tử số và mẫu số; hãy ghi cả hai, như 490/500.",
                         "The metric \(.metric) was not reported as two counts; state both, such as 490/500.")
        case .zeroDenominator: ("Mẫu số của \(.metric) đang là 0 nên không đặt được tỷ lệ; hãy ghi cả tử số và mẫu số, như 490/500.",
                                "The denominator of \(.metric) is 0, so no percentage can be set; state both counts, such as 490/500.")
        case .wrongKind: ("Giá trị này không hợp với số liệu \(.metric): chỉ dùng cho số liệu loại \(.expected, { ($0 as Metric.Kind).words }).",
                          "The value does not fit the metric \(.metric): it is for metrics of the kind \(.expected, { ($0 as Metric.Kind).words }).")
        case .outsideDomain: ("Số liệu \(.metric) nằm ngoài miền giá trị: \(.found), cần trong khoảng \(.expected).",
                              "The metric \(.metric) is outside its domain: \(.found); needed: \(.expected).")
        case .offStep: ("Số liệu \(.metric) phải là bội của \(.expected), không thể là \(.found).",
                        "The metric \(.metric) must be a multiple of \(.expected); it cannot be \(.found).")
        case .notARatio: ("Số liệu \(.metric) không phải tỷ lệ nên không có tử số, mẫu số.",
                          "The metric \(.metric) is no ratio and has no counts.")
        case .negativeCount: ("Tử số hoặc mẫu số của \(.metric) nhỏ hơn 0: \(.found).",
                              "A count of \(.metric) is below 0: \(.found).")
        case .fractionalCount: ("Tử số và mẫu số của \(.metric) phải là số nguyên: \(.found).",
                                "The counts of \(.metric) must be whole: \(.found).")
        case .numeratorExceedsDenominator: ("Tử số của \(.metric) lớn hơn mẫu số: \(.found).",
                                            "The numerator of \(.metric) exceeds its denominator: \(.found).")
        case .divisionByZero: ("Không tính được \(.metric): chia cho 0 (\(.found)).",
                               "\(.metric) is a division by 0 (\(.found)).")
        case .tooLarge: ("Số liệu \(.metric) quá lớn để tính chính xác.",
                         "The metric \(.metric) is too large to be exact.")
        case .cannotBeScored: ("Với thay đổi này, \(.metric) không chấm được: \(.fault, { ($0 as ScoringFault).words }).",
                               "With this change \(.metric) cannot be scored: \(.fault, { ($0 as ScoringFault).words }).")
        case .badRange: ("Khoảng \(.found) không dùng được: giá trị đầu phải nhỏ hơn giá trị cuối và bước phải lớn hơn 0.",
                         "The range \(.found) cannot be used: it must begin below its end, with a step above 0.")
        case .tooManySteps: ("Khoảng \(.found) chia quá nhỏ: tối đa \(.expected) bước.",
                             "The range \(.found) has too many steps: \(.expected) at most.")
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

extension VolumeFinding: WordedFinding {
    var words: FindingWords {
        switch self {
        case .unknownMetric: ("Bộ tiêu chí không có số liệu «\(.found)».", "The criteria have no metric “\(.found)”.")
        case .notCumulative: ("Số liệu \(.metric) không phải tỷ lệ lũy kế trong kỳ («cumulative»)\(given: .expected, "; các tỷ lệ lũy kế: \(.expected)").",
                              "The metric \(.metric) is no share that grows over the period (“cumulative”)\(given: .expected, "; those that do: \(.expected)").")
        case .repeatedMetric: ("Số dự kiến của \(.metric) ghi hai lần. Hãy bỏ bớt một.",
                               "The volume of \(.metric) is stated twice. Remove one of them.")
        case .notWhole: ("Số dự kiến \(.found) của \(.metric) phải là số nguyên lớn hơn 0.",
                         "The volume \(.found) of \(.metric) must be a whole number above 0.")
        case .noCounts: ("Đơn vị chưa báo cáo \(.metric) bằng hai số đếm (tử số và mẫu số nguyên), nên không tính được phần còn lại.",
                         "The unit did not report \(.metric) as two whole counts, so what is still to come is not known.")
        case .belowCounted: ("Số dự kiến của \(.metric) là \(.found), ít hơn \(.expected) đã có. Hãy ghi số của cả kỳ, gồm cả phần đã có.",
                             "The volume of \(.metric) is \(.found), fewer than the \(.expected) counted already. State the number of the whole period, with those counted.")
        case .lastYearBelowCounted: ("Kỳ trước \(.metric) có \(.found), ít hơn \(.expected) đã có của kỳ này, nên không nêu phần còn đạt được. Hãy ghi số dự kiến: --expect \(.metric)=N.",
                                     "In the period before, \(.metric) had \(.found), fewer than the \(.expected) counted already, so nothing is said of what can still be reached. State a number: --expect \(.metric)=N.")
        }
    }
}
