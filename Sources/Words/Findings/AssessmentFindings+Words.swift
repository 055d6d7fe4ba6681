// swift-format-ignore-file
internal import Assessment
internal import Documents
internal import Tables
internal import Values

extension AssessmentFinding: WordedFinding {
    var words: FindingWords {
        switch self {
        case .notAnAssessment: ("«\(.found)» không phải thư mục đợt đánh giá: không đọc được tệp assessment.json ở đó.",
                                "“\(.found)” is no assessment folder: assessment.json cannot be read there.")
        case .noCriteriaNamed: ("Không tìm thấy bộ tiêu chí «\(.found)». Đã tìm: \(.expected). Hãy chép tệp bộ tiêu chí vào một trong các chỗ đó, hoặc đặt biến môi trường SCORE_CRITERIA là thư mục chứa các bộ tiêu chí.",
                               "There is no criteria set “\(.found)”. Looked for: \(.expected). Put its file into one of these places, or name the folder of criteria sets in the environment variable SCORE_CRITERIA.")
        case .otherCriteriaNamed: ("Khóa «criteria» nêu bộ tiêu chí «\(.expected)» nhưng tệp \(.first) là của «\(.found)». Hãy đặt tệp đúng tên hoặc sửa khóa «criteria».",
                                  "The key “criteria” names “\(.expected)”, but the file \(.first) holds “\(.found)”. Give the file its right name, or correct the key “criteria”.")
        case .noCriteriaFile: ("Không tìm thấy tệp bộ tiêu chí «\(.found)» mà khóa «criteria» nêu. Đường dẫn tính từ thư mục của đợt đánh giá: nếu thư mục đã được chép hay chuyển đi, hãy chép cả tệp bộ tiêu chí hoặc sửa đường dẫn.",
                               "There is no criteria file “\(.found)”, which “criteria” names. The path starts from the assessment's folder: if that was copied or moved, copy the criteria file too or correct the path.")
        case .tableTwice: ("Bảng này không được đọc vì thư mục đã có «\(.found)». Hãy giữ một tệp, hoặc nêu tệp cần đọc ở «files» trong assessment.json.",
                          "This table is not read, because the folder has “\(.found)”. Keep one of them, or name the one to be read under “files” in assessment.json.")
        case .outsideFolder: ("Tệp này nằm ngoài thư mục của đợt đánh giá (tính cả liên kết)\(given: .expected, ", và không phải là \(.expected, { ($0 as OutsideKind).words })") nên không được đọc. Hãy chép tệp cần dùng vào thư mục, hoặc sửa assessment.json.",
                              "This file lies outside the assessment's folder, links followed\(given: .expected, ", and is no \(.expected, { ($0 as OutsideKind).words })"), so it is not read. Copy the file that is meant into the folder, or correct assessment.json.")
        case .yearOutsideEdition: ("Bộ tiêu chí không chấm năm \(.found), chỉ chấm \(.expected). Hãy sửa năm hoặc chọn bộ tiêu chí khác.",
                                   "The edition does not score \(.found), only \(.expected). Correct the year or choose another edition.")
        case .unknownColumn: TableFinding.unknownColumn.words
        case .blankCell: ActionFinding.blankCell.words
        case .duplicateUnit: ("Đơn vị «\(.unit)» đã có ở \(.first). Mỗi đơn vị chỉ ghi một lần.",
                              "The unit “\(.unit)” stands at \(.first) already. A unit stands once.")
        case .unknownUnit: ("Không có đơn vị «\(.found)» trong bảng đơn vị. Hãy sửa mã hoặc thêm đơn vị.",
                            "The table of units has no “\(.found)”. Correct the code or add the unit.")
        case .ambiguousUnit: ("Nhiều đơn vị cùng tên «\(.found)»; hãy ghi mã: \(.expected).",
                              "Several units bear the name “\(.found)”; write a code: \(.expected).")
        case .unitLeftOut: ("Không chấm được đơn vị «\(.found)» vì số liệu của đơn vị có lỗi.",
                            "The unit “\(.found)” is not scored because its rows hold errors.")
        case .unknownLevel: ("Bộ tiêu chí không có cấp «\(.found)»; các cấp: \(.expected).",
                             "The criteria have no level “\(.found)”; the levels are: \(.expected).")
        case .unknownGroup: ("Đợt đánh giá không có khối «\(.found)»; các khối: \(.expected).",
                             "The assessment has no group “\(.found)”; the groups are: \(.expected).")
        case .ruleForUnknownGroup: ("Bộ tiêu chí có quy tắc riêng cho khối «\(.found)», nhưng đợt đánh giá không có khối này\(given: .expected, "; các khối: \(.expected)"). Đơn vị của các khối khác được chấm theo quy tắc chung.",
                                    "The criteria have a rule for the group “\(.found)”, which the assessment does not have\(given: .expected, "; its groups are: \(.expected)"). Units of other groups are scored by the rule for all.")
        case .unknownRankedWord: ("«\(.found)» không cho biết đơn vị có được xếp hạng hay không; hãy ghi một trong: \(.expected).",
                                  "“\(.found)” does not say whether the unit is ranked; write one of: \(.expected).")
        case .unknownParent: ("Đơn vị cấp trên «\(.found)» không có trong bảng đơn vị.",
                              "The parent “\(.found)” is not in the table of units.")
        case .parentCircle: ("Các đơn vị trực thuộc nhau thành vòng: \(.found, joined: " → "). Hãy sửa cột trực thuộc.",
                             "Units are under each other in a circle: \(.found, joined: " → "). Correct the column of parents.")
        case .parentOfLowerLevel: ("Đơn vị cấp trên «\(.found)» thuộc cấp \(.other), thấp hơn cấp \(.expected) của đơn vị. Hãy sửa cột trực thuộc hoặc cấp.",
                                   "The parent “\(.found)” is of the level \(.other), below the unit's level \(.expected). Correct the parent or the level.")
        case .unknownPredecessor: ("Đơn vị được kế thừa «\(.found)» không có trong bảng đơn vị năm trước. Hãy sửa mã.",
                                   "The predecessor “\(.found)” is not in last year's table of units. Correct the code.")
        case .unknownPooledUnit: ("«\(.unit)» lấy số liệu gộp từ đơn vị kế thừa, nhưng «\(.found)» không có trong bảng đơn vị này nên không gộp được. Hãy sửa mã hoặc thêm đơn vị.",
                                  "“\(.unit)” has the figures of its predecessors, but this table of units has no “\(.found)”, so nothing is put together. Correct the code or add the unit.")
        case .repeatedPredecessor: ("Cột kế thừa của «\(.unit)» ghi «\(.found)» hai lần, chỉ tính một lần. Hãy kiểm tra có ghi nhầm đơn vị khác không.",
                                    "“\(.unit)” names its predecessor “\(.found)” twice; it counts once. Check whether another unit was meant.")
        case .noUnits: ("Bảng đơn vị không có đơn vị nào. Hãy thêm ít nhất một hàng.",
                        "The table of units has no unit. Add at least one row.")
        case .surveyNeedsPercent: ("Số liệu «\(.metric)» không phải tỷ lệ phần trăm nên không nhận được chỉ số từ khảo sát. Hãy sửa mục metrics của phiếu khảo sát.",
                                   "The metric “\(.metric)” is no percentage and cannot take an index of the survey. Correct the questionnaire's metrics.")
        case .figureBesideSurvey: ("Số liệu «\(.metric)» của «\(.unit)» vừa có trong bảng vừa được tính từ khảo sát. Hãy xóa số trong bảng, hoặc bỏ khảo sát khỏi assessment.json.",
                                   "The figure “\(.metric)” of “\(.unit)” stands in a table and comes from the survey too. Delete it from the table, or take the survey out of assessment.json.")
        case .tooFewAnswers: ("Số liệu «\(.metric)» của «\(.code)» chưa có: khảo sát chỉ có \(.found) người trả lời, cần ít nhất \(.expected). Tiêu chí vẫn chờ khảo sát.",
                              "The figure “\(.metric)” of “\(.code)” is not there: \(.found) people answered, at least \(.expected) are needed. The criterion still awaits the survey.")
        case .unknownMetric: ("Bộ tiêu chí không có số liệu «\(.found)». Hãy sửa mã số liệu.",
                              "The criteria have no metric “\(.found)”. Correct its code.")
        case .unknownCriterion: ("Bộ tiêu chí không có tiêu chí «\(.found)». Hãy sửa mã tiêu chí.",
                                 "The set has no criterion “\(.found)”. Correct its code.")
        case .errorWithoutFigure: ("Có sai số chuẩn cho số liệu \(.metric) của «\(.unit)» nhưng đơn vị không có số ở đó; bỏ qua sai số này.",
                                   "There is a standard error for the metric \(.metric) of “\(.unit)”, which has no figure there; the error is left out.")
        case .duplicateFigure: ("Đơn vị «\(.unit)» đã báo cáo số liệu \(.metric) ở \(.first). Mỗi số liệu chỉ ghi một lần.",
                                "The unit “\(.unit)” reports the metric \(.metric) at \(.first) already. A figure stands once.")
        case .unknownStatus: ("«\(.found)» không dùng được ở đây; các từ dùng được: \(.expected).",
                              "“\(.found)” cannot stand here; it must be one of: \(.expected).")
        case .ambiguousStatus: ("«\(.found)» có hai cách hiểu: không áp dụng (not applicable) hoặc chưa có số (not available). Hãy ghi rõ một trong hai: \(.expected).",
                                "“\(.found)” has two readings: not applicable, or not available. Write one of the two plainly: \(.expected).")
        case .contradictoryFigure: ("Số liệu \(.metric) của «\(.unit)» mâu thuẫn: vừa có giá trị vừa có tử số, mẫu số, hoặc vừa có số vừa ghi trạng thái là không có số. Hãy giữ một cách ghi.",
                                    "The metric \(.metric) of “\(.unit)” contradicts itself: both a value and counts, or a number and a status that says there is none. Keep one.")
        case .missingCount: ("Số liệu \(.metric) của «\(.unit)» thiếu «\(.key)». Tử số và mẫu số phải ghi cùng nhau.",
                             "The metric \(.metric) of “\(.unit)” lacks its “\(.key)”. Both counts are needed.")
        case .percentSign: ("«\(.found)» có dấu %, nhưng \(.metric) của «\(.unit)» không phải tỷ lệ phần trăm. Hãy ghi đúng đơn vị tính.",
                            "“\(.found)” has a percent sign, but \(.metric) of “\(.unit)” is no percentage. Write it in its own unit.")
        case .outsideDomain: ("Số liệu \(.metric) của «\(.unit)» là \(.found), nằm ngoài khoảng \(.expected). Hãy kiểm tra lại.",
                              "The metric \(.metric) of “\(.unit)” is \(.found), outside \(.expected). Check it.")
        case .outsideExpectation: ("Số liệu \(.metric) của «\(.unit)» là \(.found), ngoài khoảng thường gặp \(.expected). Số vẫn được dùng; hãy kiểm tra lại.",
                                   "The metric \(.metric) of “\(.unit)” is \(.found), outside the expected \(.expected). It is used as it is; check it.")
        case .offStep: ("Số liệu \(.metric) của «\(.unit)» là \(.found), phải chia hết cho bước \(.expected). Hãy kiểm tra lại.",
                        "The metric \(.metric) of “\(.unit)” is \(.found), but goes in steps of \(.expected). Check it.")
        case .notARatio: ("Số liệu \(.metric) của «\(.unit)» không phải tỷ lệ nên không ghi tử số, mẫu số. Hãy ghi ở cột giá trị.",
                          "The metric \(.metric) of “\(.unit)” is no ratio and has no counts. Write it in the value column.")
        case .negativeCount: ("Tử số hoặc mẫu số của \(.metric) («\(.unit)») nhỏ hơn 0\(given: .found, ": \(.found)"). Hãy kiểm tra lại.",
                              "A count of \(.metric) (“\(.unit)”) is below 0\(given: .found, ": \(.found)"). Check it.")
        case .numeratorExceedsDenominator: ("Số liệu \(.metric) của «\(.unit)» có tử số lớn hơn mẫu số\(given: .found, ": \(.found)")\(given: .expected, ", cần \(.expected)"). Hãy kiểm tra lại.",
                                            "The numerator of \(.metric) of “\(.unit)” exceeds its denominator\(given: .found, ": \(.found)")\(given: .expected, ", needed: \(.expected)"). Check it.")
        case .divisionByZero: ("Không tính được \(.metric) của «\(.unit)»: chia cho 0\(given: .found, " (\(.found))"). Hãy kiểm tra mẫu số hoặc số liệu năm so sánh.",
                               "\(.metric) of “\(.unit)” cannot be worked out: division by 0\(given: .found, " (\(.found))"). Check the denominator or the figure compared with.")
        case .previousYearDiffers: ("Thư mục kỳ trước («previous») là của kỳ \(.found), cần kỳ \(.expected, joined: " hoặc "). Hãy sửa «previous» trong assessment.json.",
                                    "The folder of the period before (“previous”) is of \(.found); \(.expected, joined: " or ") is needed. Correct “previous” in assessment.json.")
        case .needsLastYear: ("Có tiêu chí so với năm trước (\(.criterion)) nhưng «previous» là kỳ liền trước: các tiêu chí này chưa đo được. Hãy nêu thư mục cùng kỳ năm trước.",
                              "Criteria compare with last year (\(.criterion)), but “previous” is the period just before: they are not measured. Name the folder of the same period last year.")
        case .figureBeforePeriod: ("Số liệu \(.metric) của «\(.unit)» tính đến \(.found), trước khi kỳ bắt đầu (\(.expected)). Hãy kiểm tra ngày.",
                                   "The figure of \(.metric) of “\(.unit)” counts up to \(.found), before the period begins (\(.expected)). Check the day.")
        case .figuresApart: ("Số liệu của tiêu chí \(.criterion) của «\(.unit)» lấy cách nhau quá \(.expected) ngày (\(.found) và \(.other)). Hãy lấy cùng thời điểm.",
                             "The figures of \(.criterion) of “\(.unit)” were drawn more than \(.expected) days apart (\(.found) and \(.other)). Draw them at one time.")
        case .peersApart: ("Số liệu \(.metric) của các đơn vị cùng khối lấy cách nhau quá \(.expected) ngày: «\(.unit)» đến \(.found), «\(.code)» đến \(.other). Hãy lấy cùng thời điểm.",
                           "The figures of \(.metric) of units of one group were drawn more than \(.expected) days apart: “\(.unit)” up to \(.found), “\(.code)” up to \(.other). Draw them at one time.")
        case .badPeriod: ("«\(.found)» không phải một kỳ. Hãy ghi như 2026 (năm), 2026-H1 (nửa năm), 2026-Q3 (quý), 2026-08 (tháng) hoặc {\"from\": ngày đầu, \"to\": ngày cuối}.",
                          "“\(.found)” is no period. Write it like 2026, 2026-H1, 2026-Q3, 2026-08 or {\"from\": first day, \"to\": last day}.")
        case .yearOutsidePeriod: ("«year» là \(.found), còn kỳ kết thúc năm \(.expected). Hãy sửa một trong hai, hoặc bỏ «year».",
                                  "“year” is \(.found), but the period ends in \(.expected). Correct one of them, or leave “year” out.")
        case .percentLooksLikeShare: ("Số liệu \(.metric) của «\(.unit)» là \(.found), mà tỷ lệ phần trăm ghi từ 0 đến 100 và có ô của số liệu này giống tỷ lệ từ 0 đến 1.\(given: .expected, " Nếu là \(.expected) % hãy ghi \(.expected).") Nếu đúng là \(.found) % hãy ghi thêm dấu %.",
                                      "The metric \(.metric) of “\(.unit)” is \(.found), but percentages are written 0 to 100, and a cell of this metric looks like a share of 1.\(given: .expected, " For \(.expected) % write \(.expected).") If it really is \(.found) %, add the percent sign.")
        case .ratioDiffers: ("Tỷ lệ \(.found) của số liệu \(.metric), «\(.unit)», không khớp với tử số và mẫu số bên cạnh (\(.expected)). Chương trình tính theo tử số và mẫu số: hãy kiểm tra lại ba ô này.",
                             "The percentage \(.found) of the metric \(.metric) of “\(.unit)” is not that of the counts beside it (\(.expected)). The counts are taken: check these three cells.")
        case .sumDiffers: ("Hàng tổng ghi \(.found), còn các hàng đã đọc cộng lại là \(.expected). Chương trình không dùng hàng tổng: hãy kiểm tra có hàng nào sai hoặc thiếu không, rồi sửa hàng tổng.",
                           "The sum row says \(.found), while the rows that were read add up to \(.expected). The sum itself is not used: check whether a row is wrong or missing, and correct the sum.")
        case .percentOfZerosAndOnes: ("Số liệu \(.metric) là tỷ lệ phần trăm nhưng chỉ có 0 và 1 (\(.count) ô là \(.found), ô đầu của «\(.unit)»). Nếu là 100 % hãy ghi 100; nếu đúng là \(.found) % hãy ghi thêm dấu %.",
                                      "The metric \(.metric) is a percentage but has nothing other than 0 and 1 (\(.count) cells say \(.found), first that of “\(.unit)”). For 100 % write 100; if it really is \(.found) %, add the percent sign.")
        case .metricColumnInLongTable: ("Cột «\(.found)» mang mã số liệu, nhưng bảng này ghi mã số liệu ở từng dòng nên cột không được đọc. Hãy bỏ cột, hoặc ghi cả bảng theo dạng mỗi số liệu một cột.",
                                        "The column “\(.found)” bears the code of a metric, but this table names metrics row by row, so nothing reads it. Drop the column, or write the whole table with a column a metric.")
        case .figureInUnknownColumn: ("Dòng này không có số liệu \(.metric) của «\(.unit)» ở các cột được đọc, nhưng cột «\(.key)» có «\(.found)». Tiêu đề cột có thể viết sai.",
                                      "This row has no figure \(.metric) of “\(.unit)” in the columns that are read, but the column “\(.key)” says “\(.found)”. Its heading may be misspelt.")
        case .rowsInsideQuotes: ("Một ô trong ngoặc kép chứa \(.found) dòng giống các dòng của bảng. Có thể dấu ngoặc kép mở ở một dòng và đóng ở dòng khác; hãy kiểm tra.",
                                 "A quoted cell holds \(.found) lines that look like rows of the table. A quote may be opened in one row and closed in another; check it.")
        case .notApplicableWithoutReason: ("«\(.unit)» báo không áp dụng \(.metric) nhưng không nêu lý do. Hãy ghi lý do ở cột giải trình.",
                                           "“\(.unit)” says that \(.metric) does not apply, but not why. Give the reason under explanation.")
        case .unitWithoutFigures: ("Đơn vị «\(.unit)» chưa có số liệu nào nên mọi tiêu chí đều chưa chấm.",
                                   "The unit “\(.unit)” has no figure at all, so nothing of it is scored.")
        case .negativeBase: ("Số liệu \(.metric) của «\(.unit)» so với một số âm: tỷ lệ phần trăm sẽ đổi chiều tăng giảm nên không tính. Hãy kiểm tra lại số liệu dùng để so sánh.",
                             "The metric \(.metric) of “\(.unit)” is compared with a number below zero: in percent, better would look worse. Check the figure it is compared with.")
        case .zeroOverZero: ("Số liệu \(.metric) của «\(.unit)» là 0 ÷ 0, mà tiêu chí không quy định trường hợp không phát sinh. Hãy kiểm tra lại, hoặc bổ sung quy ước vào bộ tiêu chí.",
                             "The metric \(.metric) of “\(.unit)” is 0 ÷ 0, and the criterion does not say what holds when nothing arose. Check it, or add the convention to the criteria.")
        case .notApplicableNotAllowed: ("«\(.unit)» ghi \(.metric) là không áp dụng, nhưng tiêu chí không cho phép. Hãy báo cáo số liệu.",
                                        "“\(.unit)” says that \(.metric) does not apply, which the criterion does not allow. Report the figure.")
        case .partlyNotApplicable: ("«\(.unit)» ghi một phần số liệu của \(.metric) là không áp dụng, phần khác lại có số. Hãy thống nhất.",
                                    "“\(.unit)” says that some figures of \(.metric) do not apply while others are given. Make them agree.")
        case .tooLargeToScore: ("Số liệu \(.metric) của «\(.unit)» quá lớn để tính chính xác. Hãy dùng đơn vị tính lớn hơn.",
                                "The figures of \(.metric) of “\(.unit)” are too large to be scored exactly. Use a larger unit.")
        case .figureOfAnotherLevel: ("«\(.unit)» (cấp \(.found)) không chấm \(.metric); số liệu này không được tính.",
                                     "“\(.unit)” (level \(.found)) is not scored on \(.metric); the figure is not counted.")
        case .missingEvidence: ("Số liệu \(.metric) của «\(.unit)» chưa có tài liệu kiểm chứng hoặc giải trình; cần: \(.expected, joined: "; ").",
                                "The metric \(.metric) of “\(.unit)” has neither evidence nor explanation; expected: \(.expected, joined: "; ").")
        case .givenOutsideMaximum: ("Điểm \(.found) cho tiêu chí \(.criterion) của «\(.unit)» nằm ngoài mức \(.expected). Hãy kiểm tra lại.",
                                    "The points \(.found) given to \(.criterion) of “\(.unit)” are outside \(.expected). Check them.")
        case .badDay: ("\(given: .criterion, "Tiêu chí \(.criterion): ")«\(.found)» không phải một ngày dùng được\(given: .expected, ": năm phải trong khoảng \(.expected)"); hãy ghi như 30/6/2024 hoặc 2024-06-30, năm đủ bốn chữ số.",
                       "\(given: .criterion, "Criterion \(.criterion): ")“\(.found)” is no day that can be meant\(given: .expected, ": the year must be within \(.expected)"); write it like 30/6/2024 or 2024-06-30, with four digits of the year.")
        case .duplicateGiven: ("Tiêu chí \(.criterion) của «\(.unit)» đã được cho điểm ở cùng bước tại \(.first). Mỗi bước chỉ ghi một lần.",
                               "The criterion \(.criterion) of “\(.unit)” was given points at the same stage at \(.first). Each stage stands once.")
        case .givenDiffersFromComputed: ("Bước «\(.stage)» cho «\(.unit)» \(.found) điểm ở tiêu chí \(.criterion), còn số liệu cho \(.expected) điểm (chênh \(.other)). Hãy kiểm tra số liệu hoặc điểm đã cho.",
                                         "The stage “\(.stage)” gave “\(.unit)” \(.found) points on \(.criterion), where the figures give \(.expected) (\(.other) at stake). Check the figures or the points given.")
        case .changeWithoutReason: ("Bước «\(.stage)» đổi điểm tiêu chí \(.criterion) của «\(.unit)» từ \(.expected) thành \(.found) (\(.other)) mà không ghi lý do. Hãy ghi lý do.",
                                    "The stage “\(.stage)” changed the points of \(.criterion) of “\(.unit)” from \(.expected) to \(.found) (\(.other)) without a reason. State it.")
        case .selfScoreOfSurvey: ("«\(.unit)» tự chấm tiêu chí \(.criterion) (bước «\(.stage)») do khảo sát đo; tiêu chí khảo sát không tự chấm. Hãy bỏ dòng này.",
                                  "“\(.unit)” scored itself (stage “\(.stage)”) on \(.criterion), which a survey measures; such criteria are not self-scored. Remove the row.")
        case .notAssignedByUnit: ("«\(.unit)» tự ghi «\(.found)» cho \(.metric). Việc giao hay không giao chỉ ghi ở assignments.csv; không phát sinh thì ghi «không áp dụng».",
                                  "“\(.unit)” says itself “\(.found)” of \(.metric). What is assigned stands in assignments.csv only; for what did not arise write “không áp dụng”.")
        case .unknownOpinion: ("Không rõ ý kiến «\(.found)» về tiêu chí \(.criterion). Hãy ghi một trong: \(.expected); nội dung khác ghi ở cột lý do.",
                              "“\(.found)”, said of \(.criterion), is no opinion that is understood. Write one of: \(.expected); anything else belongs to the reason.")
        case .opinionWithoutPoints: ("Ý kiến «\(.found)» về tiêu chí \(.criterion) của «\(.unit)» nghĩa là cho điểm khác, nhưng ô điểm để trống. Hãy ghi điểm.",
                                     "“\(.found)” about \(.criterion) of “\(.unit)” announces other points, but none are given. Give them.")
        case .opinionAtOwnStage: ("Bước «\(.stage)» là bước đơn vị tự chấm nên không có ý kiến về điểm (tiêu chí \(.criterion) của «\(.unit)»). Hãy xóa ý kiến hoặc sửa bước.",
                                  "At the stage “\(.stage)” units score themselves, so there is no opinion on points (\(.criterion) of “\(.unit)”). Delete it, or correct the stage.")
        case .opinionOfNoStage: ("Bảng có điểm của nhiều bước nên không rõ cột «\(.found)» là ý kiến của bước nào. Hãy ghi tên bước vào tiêu đề, như «Ý kiến thẩm định»; các bước: \(.expected).",
                                 "The table has points of several stages, so nobody can tell whose opinions stand in “\(.found)”. Put the stage into the heading, as in “Ý kiến thẩm định”; the stages are: \(.expected).")
        case .acceptedOtherPoints: ("Bước «\(.stage)» ghi đồng ý với điểm tiêu chí \(.criterion) của «\(.unit)» nhưng lại cho \(.found) điểm, trước đó là \(.expected) (\(.other)). Điểm mới được tính. Hãy bỏ ý kiến hoặc sửa điểm.",
                                    "The stage “\(.stage)” agrees with the points of \(.criterion) of “\(.unit)”, yet gives \(.found), where \(.expected) stood before (\(.other)). The new points count. Remove the opinion, or correct the points.")
        case .opinionOfNoLine: ("Bước «\(.stage)» ghi ý kiến về tiêu chí \(.criterion), nhưng «\(.unit)» không được chấm tiêu chí này. Hãy xóa dòng hoặc sửa mã.",
                                "The stage “\(.stage)” has an opinion on \(.criterion), on which “\(.unit)” is not scored. Delete the row, or correct its code.")
        case .returnedWithoutReason: ("Bước «\(.stage)» trả lại tiêu chí \(.criterion) của «\(.unit)» mà không ghi cần giải trình điều gì. Hãy ghi lý do.",
                                      "The stage “\(.stage)” returned \(.criterion) of “\(.unit)” without saying what is to be explained. State it.")
        case .ambiguousStage: ("«\(.found)» vừa là mã hoặc tên của bước «\(.code)», vừa là mã hoặc tên của bước «\(.other)» (không phân biệt chữ hoa, chữ thường và dấu), nên không rõ điểm là của bước nào. Hãy đặt mã và tên khác nhau.",
                               "“\(.found)” is a code or name of the stage “\(.code)” and of “\(.other)” too (case and diacritics are ignored): nobody could tell whose the points are. Give them different codes and names.")
        case .reservedStage: ("Mã bước «\(.found)» dành cho điểm tính từ số liệu, có sẵn ở mọi đợt đánh giá. Hãy đặt mã khác.",
                              "The stage code “\(.found)” stands for the points computed from the figures, which every assessment has. Use another.")
        case .relationBroken: RelationFindingWords.broken
        case .relationDoubtful: RelationFindingWords.doubtful
        case .previousMissing: ("Không có thư mục năm trước «\(.found)» nêu ở «previous»: các tiêu chí so với năm trước chưa chấm được, các tiêu chí khác vẫn chấm. Hãy sửa đường dẫn hoặc bỏ «previous».",
                               "The folder of last year, “\(.found)” under “previous”, is not there: what is compared with last year is not measured, the rest is scored. Correct the path or remove “previous”.")
        case .noLastYearBase: ("Số liệu năm trước \(.metric) của «\(.unit)» bằng 0 hoặc nhỏ hơn 0\(given: .foundFrom, " (tính từ \(.foundFrom))") nên không tính được tỷ lệ tăng giảm: tiêu chí này chưa có điểm, điểm tối đa vẫn giữ. Hãy kiểm tra số liệu năm trước.",
                               "Last year's figure for \(.metric) of “\(.unit)” is zero or below\(given: .foundFrom, " (worked out from \(.foundFrom))"), so there is no change in percent: the criterion has no points for now and keeps its maximum. Check last year's figure.")
        case .unknownFigureSource: ("Không rõ «\(.found)»: cột này ghi số liệu của đơn vị gộp từ đâu. Hãy ghi một trong: \(.expected, joined: ", "), hoặc để trống.",
                                    "“\(.found)” does not say whose figures are the unit's. Write one of: \(.expected, joined: ", "), or leave it blank.")
        case .nothingToPool: ("«\(.unit)» lấy số liệu gộp từ đơn vị khác nhưng không có đơn vị nào như vậy trong bảng đơn vị. Hãy kiểm tra cột «trực thuộc» hoặc «kế thừa».",
                              "“\(.unit)” stands for other units, but the table has none of them. Check the parents or predecessors.")
        case .poolingCircle: ("Số liệu của «\(.unit)» được gộp vòng quanh từ chính đơn vị đó: \(.found, joined: " → "). Hãy sửa cột «kế thừa».",
                              "“\(.unit)” stands for itself by way of others: \(.found, joined: " → "). Correct its predecessors.")
        case .poolingIncomplete: ("Chưa gộp được \(.found, joined: ", ") cho «\(.unit)»: \(.count) đơn vị chưa có đủ số liệu (\(.expected, joined: ", ")). Không phần nào được ước tính.",
                                  "\(.found, joined: ", ") cannot be put together for “\(.unit)”: \(.count) units lack figures (\(.expected, joined: ", ")). Nothing is estimated.")
        case .poolingImpossible: ("Không gộp được \(.found, joined: ", ") cho «\(.unit)»: số liệu loại này không cộng được, hoặc tỷ lệ không kèm tử số, mẫu số. Hãy ghi số liệu của chính đơn vị.",
                                  "\(.found, joined: ", ") cannot be put together for “\(.unit)”: they do not add up, or are percentages without their counts. State the unit's own figures.")
        case .pooledDiffers: ("Số liệu \(.metric) của «\(.unit)» là \(.found), còn gộp từ các đơn vị là \(.expected); số riêng được dùng. Hãy kiểm tra.",
                              "The figure of \(.metric) of “\(.unit)” is \(.found), where the units together have \(.expected); its own is used. Check it.")
        case .dividedPredecessor: ("Đơn vị cũ «\(.found)» được chia cho nhiều đơn vị (\(.expected)) nên không xác định được số liệu năm trước của «\(.unit)»: các tiêu chí so với năm trước chưa có điểm, điểm tối đa vẫn giữ.",
                                   "The predecessor “\(.found)” was divided among several units (\(.expected)), so last year's figures of “\(.unit)” are unknown: what is compared with last year has no points and keeps its maximum.")
        case .lastYearNotReported: ("«\(.unit)» chưa có số liệu năm trước để so sánh ở tiêu chí \(.criterion): tiêu chí này chưa có điểm, điểm tối đa vẫn giữ. Hãy bổ sung số liệu năm trước nếu có.",
                                    "“\(.unit)” has no figures of last year to compare with on \(.criterion): no points there, and the maximum is kept. Supply last year's figures if there are any.")
        case .previousUnusable: ("Không dùng được số liệu năm trước ở «\(.found)». Hãy sửa các lỗi của thư mục đó hoặc bỏ «previous».",
                                 "Last year's figures in “\(.found)” cannot be used. Mend the errors of that folder or remove “previous”.")
        }
    }
}

extension ActionFinding: WordedFinding {
    var words: FindingWords {
        switch self {
        case .differingRows: ("Hành động \(.action): «\(.key)» ghi khác nhau giữa các hàng: «\(.found)», trước đó \(.other) (\(.first)). Hãy ghi giống nhau hoặc để trống.",
                              "The action \(.action) has rows that differ in “\(.key)”: “\(.found)”, before \(.other) (\(.first)). Write the same or leave it blank.")
        case .blankCell: ("Ô bắt buộc «\(.key)» để trống\(given: .action, " (hành động \(.action))"). Hãy điền.",
                          "The required cell “\(.key)” is blank\(given: .action, " (action \(.action))"). Fill it in.")
        case .unknownUnit: ("Hành động \(.action): không có đơn vị «\(.found)» trong bảng đơn vị.",
                            "The action \(.action): the table of units has no “\(.found)”.")
        case .ambiguousUnit: ("Hành động \(.action): nhiều đơn vị cùng tên «\(.found)»; hãy ghi mã: \(.expected).",
                              "The action \(.action): several units bear the name “\(.found)”; write a code: \(.expected).")
        case .unknownMetric: ("Hành động \(.action): bộ tiêu chí không có số liệu «\(.found)».",
                              "The action \(.action): the criteria have no metric “\(.found)”.")
        case .severalMetrics: ("Hành động \(.action): tiêu chí \(.found) có nhiều số liệu; hãy ghi mã của một số liệu: \(.expected).",
                               "The action \(.action): the criterion \(.found) has several metrics; write the code of one: \(.expected).")
        case .unknownAction: ("Hành động \(.action) nhắc đến hành động «\(.found)» không có trong bảng.",
                              "The action \(.action) names “\(.found)”, which the table does not have.")
        case .itself: ("Hành động \(.action) ghi chính nó trong «\(.key)».",
                       "The action \(.action) names itself in “\(.key)”.")
        case .circle: ("Các hành động đòi hỏi nhau thành vòng: \(.found, joined: " → "). Hãy bỏ một điều kiện.",
                       "Actions need each other in a circle: \(.found, joined: " → "). Remove one need.")
        case .excludesNeed: ("Hành động \(.action) và \(.found) loại trừ nhau, nhưng một trong hai lại cần hành động kia.",
                             "The actions \(.action) and \(.found) exclude each other, yet one needs the other.")
        case .excludedMusts: ("Hành động \(.action) và \(.found) loại trừ nhau, nhưng cả hai đều ghi là phải làm.",
                              "The actions \(.action) and \(.found) exclude each other, yet both must be done.")
        case .repeatedEffect: ("Hành động \(.action) đã tác động đến số liệu \(.metric) của cùng đơn vị ở \(.first).",
                               "The action \(.action) moves the metric \(.metric) of the same unit at \(.first) already.")
        case .missingEffect: ("Hành động \(.action): chưa ghi số liệu \(.metric) sẽ đạt bao nhiêu (giá trị, tử số, hoặc cộng thêm).",
                              "The action \(.action): what becomes of \(.metric) is not stated (value, numerator, or add).")
        case .missingMetric: ("Hành động \(.action): hàng này có kết quả nhưng chưa ghi mã số liệu.",
                              "The action \(.action): the row states a result without a metric.")
        case .contradictoryEffect: ("Hành động \(.action): số liệu \(.metric) được ghi theo hai cách trong một hàng. Hãy giữ lại một cách.",
                                    "The action \(.action): the row states two results for \(.metric). Keep one.")
        case .percentSign: ("Hành động \(.action): «\(.found)» có dấu % nhưng đây không phải tỷ lệ phần trăm.",
                            "The action \(.action): “\(.found)” has a percent sign where no percentage stands.")
        case .negativeCost: ("Hành động \(.action): chi phí «\(.found)» nhỏ hơn 0.",
                             "The action \(.action): the cost “\(.found)” is below 0.")
        case .differingCostUnits: ("Đơn vị chi phí «\(.found)» khác với «\(.other)» đã ghi ở \(.first). Mọi chi phí phải cùng một đơn vị.",
                                    "The cost unit “\(.found)” differs from “\(.other)” at \(.first). All costs must be in one unit.")
        case .costsTooLarge: ("Tổng chi phí quá lớn để tính chính xác. Hãy ghi chi phí theo đơn vị lớn hơn, như triệu đồng.",
                              "The costs add up to more than can be exact. Write them in a larger unit, such as millions.")
        case .badDay: ("Hành động \(.action): thời hạn «\(.found)» không phải một ngày dùng được\(given: .expected, ": năm phải trong khoảng \(.expected)"); hãy ghi như 30/6/2024 hoặc 2024-06-30, năm đủ bốn chữ số.",
                       "The action \(.action): the deadline “\(.found)” is no day that can be meant\(given: .expected, ": the year must be within \(.expected)"); write it like 30/6/2024 or 2024-06-30, with four digits of the year.")
        case .badMark: ("Hành động \(.action): không hiểu «\(.found)»; các cách ghi: \(.expected).",
                        "The action \(.action): “\(.found)” is not understood; write one of: \(.expected).")
        case .outsideDomain: ("Hành động \(.action): số liệu \(.metric) nằm ngoài miền giá trị: \(.found), cần trong khoảng \(.expected).",
                              "The action \(.action): the metric \(.metric) is outside its domain: \(.found); needed: \(.expected).")
        case .offStep: ("Hành động \(.action): số liệu \(.metric) phải là bội của \(.expected), không thể là \(.found).",
                        "The action \(.action): the metric \(.metric) must be a multiple of \(.expected); it cannot be \(.found).")
        case .notARatio: ("Hành động \(.action): số liệu \(.metric) không phải tỷ lệ nên không có tử số, mẫu số.",
                          "The action \(.action): the metric \(.metric) is no ratio and has no counts.")
        case .badCount: ("Hành động \(.action): số liệu \(.metric) có tử số nhỏ hơn 0 hoặc mẫu số không lớn hơn 0: \(.found).",
                         "The action \(.action): the metric \(.metric) has a count below 0 or a denominator not above 0: \(.found).")
        case .numeratorExceedsDenominator: ("Hành động \(.action): tử số của \(.metric) lớn hơn mẫu số: \(.found).",
                                            "The action \(.action): the numerator of \(.metric) exceeds its denominator: \(.found).")
        case .looksLikeShare: ("Hành động \(.action): số liệu \(.metric) là \(.found), mà tỷ lệ phần trăm ghi từ 0 đến 100. Nếu là \(.expected) % hãy ghi \(.expected); nếu đúng là \(.found) % hãy ghi thêm dấu %.",
                               "The action \(.action): the metric \(.metric) is \(.found), but percentages are written 0 to 100. For \(.expected) % write \(.expected); if it really is \(.found) %, add the percent sign.")
        case .noBetter: ("Hành động \(.action) không có tác dụng ở số liệu \(.metric): hiện tại đã bằng hoặc tốt hơn\(given: .found, " \(.found)").",
                         "The action \(.action) does nothing for \(.metric): what is there is as good as\(given: .found, " \(.found)") or better.")
        case .notScored: ("Hành động \(.action) không có tác dụng ở số liệu \(.metric): đơn vị không được chấm hoặc không áp dụng số liệu này.",
                          "The action \(.action) does nothing for \(.metric): the unit is not scored on it, or it does not apply.")
        case .nothingToAddTo: ("Hành động \(.action): không cộng thêm được vào \(.metric) vì chưa có số liệu. Hãy ghi giá trị sẽ đạt.",
                               "The action \(.action): nothing can be added to \(.metric), which has no figure. State the value reached.")
        case .contradiction: ("Hành động \(.action): kết quả ghi cho \(.metric) không hợp với số liệu hiện có (tử số, mẫu số) nên không được tính.",
                              "The action \(.action): the result for \(.metric) does not fit the figures there are and is left out.")
        case .afterYear: ("Hành động \(.action): thời hạn \(.found) sau năm được chấm (\(.expected)).",
                          "The action \(.action): the deadline \(.found) is after the year that is scored (\(.expected)).")
        case .noActions: ("Bảng hành động không có hành động nào. Hãy thêm ít nhất một hàng.",
                          "The table of actions has no action. Add at least one row.")
        }
    }
}

extension OutsideKind {
    fileprivate var words: Phrase {
        switch self {
        case .criteria: Phrase("bộ tiêu chí đọc được", "readable criteria set")
        case .questionnaire: Phrase("phiếu khảo sát đọc được", "readable questionnaire")
        case .profile: Phrase("mô tả danh sách đọc được", "readable profile of lists")
        case .assessment: Phrase("đợt đánh giá đọc được", "readable assessment")
        }
    }
}
