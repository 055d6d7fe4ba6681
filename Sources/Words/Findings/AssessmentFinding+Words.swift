// swift-format-ignore-file
// A text in Vietnamese, and the same in English below it.

internal import Documents
internal import Assessment
internal import Values

extension AssessmentFinding {
    /// What is wrong, and what to do.
    func words(_ d: DetailWords) -> Phrase {
        switch self {
        case .notAnAssessment: Phrase("«\(d[.found])» không phải thư mục đợt đánh giá: không đọc được tệp assessment.json ở đó.",
                                      "“\(d[.found])” is no assessment folder: assessment.json cannot be read there.")
        case .yearOutsideEdition: Phrase("Bộ tiêu chí không chấm năm \(d[.found]), chỉ chấm \(d[.expected]). Hãy sửa năm hoặc chọn bộ tiêu chí khác.",
                                         "The edition does not score \(d[.found]), only \(d[.expected]). Correct the year or choose another edition.")
        case .unknownColumn: Phrase("Cột «\(d[.found])» không được dùng đến. Nếu đây là số liệu, hãy sửa tên cột.",
                                    "The column “\(d[.found])” is not used. If it holds figures, correct its name.")
        case .blankCell: Phrase("Ô bắt buộc «\(d[.key])» để trống. Hãy điền.",
                                "The required cell “\(d[.key])” is blank. Fill it in.")
        case .duplicateUnit: Phrase("Đơn vị «\(d[.unit])» đã có ở \(d[.first]). Mỗi đơn vị chỉ ghi một lần.",
                                    "The unit “\(d[.unit])” stands at \(d[.first]) already. A unit stands once.")
        case .unknownUnit: Phrase("Không có đơn vị «\(d[.found])» trong bảng đơn vị. Hãy sửa mã hoặc thêm đơn vị.",
                                  "The table of units has no “\(d[.found])”. Correct the code or add the unit.")
        case .unknownLevel: Phrase("Bộ tiêu chí không có cấp «\(d[.found])»; các cấp: \(d[.expected]).",
                                   "The criteria have no level “\(d[.found])”; the levels are: \(d[.expected]).")
        case .unknownGroup: Phrase("Đợt đánh giá không có khối «\(d[.found])»; các khối: \(d[.expected]).",
                                   "The assessment has no group “\(d[.found])”; the groups are: \(d[.expected]).")
        case .unknownParent: Phrase("Đơn vị cấp trên «\(d[.found])» không có trong bảng đơn vị.",
                                    "The parent “\(d[.found])” is not in the table of units.")
        case .noUnits: Phrase("Bảng đơn vị không có đơn vị nào. Hãy thêm ít nhất một hàng.",
                              "The table of units has no unit. Add at least one row.")
        case .surveyNeedsPercent: Phrase("Số liệu «\(d[.metric])» không phải tỷ lệ phần trăm nên không nhận được chỉ số từ khảo sát. Hãy sửa mục metrics của phiếu khảo sát.",
                                         "The metric “\(d[.metric])” is no percentage and cannot take an index of the survey. Correct the questionnaire's metrics.")
        case .figureBesideSurvey: Phrase("Số liệu «\(d[.metric])» của «\(d[.unit])» vừa có trong bảng vừa được tính từ khảo sát. Hãy xóa số trong bảng, hoặc bỏ khảo sát khỏi assessment.json.",
                                         "The figure “\(d[.metric])” of “\(d[.unit])” stands in a table and comes from the survey too. Delete it from the table, or take the survey out of assessment.json.")
        case .tooFewAnswers: Phrase("Số liệu «\(d[.metric])» của «\(d[.code])» chưa có: khảo sát chỉ có \(d[.found]) người trả lời, cần ít nhất \(d[.expected]). Tiêu chí vẫn chờ khảo sát.",
                                    "The figure “\(d[.metric])” of “\(d[.code])” is not there: \(d[.found]) people answered, at least \(d[.expected]) are needed. The criterion still awaits the survey.")
        case .unknownMetric: Phrase("Bộ tiêu chí không có số liệu «\(d[.found])». Hãy sửa mã số liệu.",
                                    "The criteria have no metric “\(d[.found])”. Correct its code.")
        case .unknownCriterion: Phrase("Bộ tiêu chí không có tiêu chí «\(d[.found])». Hãy sửa mã tiêu chí.",
                                       "The set has no criterion “\(d[.found])”. Correct its code.")
        case .errorWithoutFigure: Phrase("Có sai số chuẩn cho số liệu \(d[.metric]) của «\(d[.unit])» nhưng đơn vị không có số ở đó; bỏ qua sai số này.",
                                         "There is a standard error for the metric \(d[.metric]) of “\(d[.unit])”, which has no figure there; the error is left out.")
        case .duplicateFigure: Phrase("Đơn vị «\(d[.unit])» đã báo cáo số liệu \(d[.metric]) ở \(d[.first]). Mỗi số liệu chỉ ghi một lần.",
                                      "The unit “\(d[.unit])” reports the metric \(d[.metric]) at \(d[.first]) already. A figure stands once.")
        case .unknownStatus: Phrase("«\(d[.found])» không dùng được ở đây; các từ dùng được: \(d[.expected]).",
                                    "“\(d[.found])” cannot stand here; it must be one of: \(d[.expected]).")
        case .contradictoryFigure: Phrase("Số liệu \(d[.metric]) của «\(d[.unit])» mâu thuẫn: vừa có giá trị vừa có tử số, mẫu số, hoặc vừa có số vừa ghi trạng thái là không có số. Hãy giữ một cách ghi.",
                                          "The metric \(d[.metric]) of “\(d[.unit])” contradicts itself: both a value and counts, or a number and a status that says there is none. Keep one.")
        case .missingCount: Phrase("Số liệu \(d[.metric]) của «\(d[.unit])» thiếu «\(d[.key])». Tử số và mẫu số phải ghi cùng nhau.",
                                   "The metric \(d[.metric]) of “\(d[.unit])” lacks its “\(d[.key])”. Both counts are needed.")
        case .percentSign: Phrase("«\(d[.found])» có dấu %, nhưng \(d[.metric]) của «\(d[.unit])» không phải tỷ lệ phần trăm. Hãy ghi đúng đơn vị tính.",
                                  "“\(d[.found])” has a percent sign, but \(d[.metric]) of “\(d[.unit])” is no percentage. Write it in its own unit.")
        case .outsideDomain: Phrase("Số liệu \(d[.metric]) của «\(d[.unit])» là \(d[.found]), nằm ngoài khoảng \(d[.expected]). Hãy kiểm tra lại.",
                                    "The metric \(d[.metric]) of “\(d[.unit])” is \(d[.found]), outside \(d[.expected]). Check it.")
        case .offStep: Phrase("Số liệu \(d[.metric]) của «\(d[.unit])» là \(d[.found]), phải chia hết cho bước \(d[.expected]). Hãy kiểm tra lại.",
                              "The metric \(d[.metric]) of “\(d[.unit])” is \(d[.found]), but goes in steps of \(d[.expected]). Check it.")
        case .notARatio: Phrase("Số liệu \(d[.metric]) của «\(d[.unit])» không phải tỷ lệ nên không ghi tử số, mẫu số. Hãy ghi ở cột giá trị.",
                                "The metric \(d[.metric]) of “\(d[.unit])” is no ratio and has no counts. Write it in the value column.")
        case .negativeCount: Phrase("Tử số hoặc mẫu số của \(d[.metric]) («\(d[.unit])») nhỏ hơn 0\(d.given(.found, ": \(d[.found])")). Hãy kiểm tra lại.",
                                    "A count of \(d[.metric]) (“\(d[.unit])”) is below 0\(d.given(.found, ": \(d[.found])")). Check it.")
        case .numeratorExceedsDenominator: Phrase("Số liệu \(d[.metric]) của «\(d[.unit])» có tử số lớn hơn mẫu số\(d.given(.found, ": \(d[.found])"))\(d.given(.expected, ", cần \(d[.expected])")). Hãy kiểm tra lại.",
                                                  "The numerator of \(d[.metric]) of “\(d[.unit])” exceeds its denominator\(d.given(.found, ": \(d[.found])"))\(d.given(.expected, ", needed: \(d[.expected])")). Check it.")
        case .divisionByZero: Phrase("Không tính được \(d[.metric]) của «\(d[.unit])»: chia cho 0\(d.given(.found, " (\(d[.found]))")). Hãy kiểm tra mẫu số hoặc số liệu năm so sánh.",
                                     "\(d[.metric]) of “\(d[.unit])” cannot be worked out: division by 0\(d.given(.found, " (\(d[.found]))")). Check the denominator or the figure compared with.")
        case .previousYearDiffers: Phrase("Thư mục năm trước là của năm \(d[.found]), cần năm \(d[.expected]). Hãy sửa «previous» trong assessment.json.",
                                          "The folder of last year is of \(d[.found]); \(d[.expected]) is needed. Correct “previous” in assessment.json.")
        case .percentLooksLikeShare: Phrase("Số liệu \(d[.metric]) của «\(d[.unit])» là \(d[.found]): tỷ lệ phần trăm ghi từ 0 đến 100. Nếu là 97 % hãy ghi 97; nếu đúng là chưa đến 1 % hãy ghi thêm dấu %.",
                                            "The metric \(d[.metric]) of “\(d[.unit])” is \(d[.found]): percentages are written 0 to 100. For 97 % write 97; if it really is less than 1 %, add the percent sign.")
        case .metricColumnInLongTable: Phrase("Cột «\(d[.found])» mang mã số liệu, nhưng bảng này ghi mã số liệu ở từng dòng nên cột không được đọc. Hãy bỏ cột, hoặc ghi cả bảng theo dạng mỗi số liệu một cột.",
                                              "The column “\(d[.found])” bears the code of a metric, but this table names metrics row by row, so nothing reads it. Drop the column, or write the whole table with a column a metric.")
        case .figureInUnknownColumn: Phrase("Dòng này không có số liệu \(d[.metric]) của «\(d[.unit])» ở các cột được đọc, nhưng cột «\(d[.key])» có «\(d[.found])». Tiêu đề cột có thể viết sai.",
                                            "This row has no figure \(d[.metric]) of “\(d[.unit])” in the columns that are read, but the column “\(d[.key])” says “\(d[.found])”. Its heading may be misspelt.")
        case .rowsInsideQuotes: Phrase("Một ô trong ngoặc kép chứa \(d[.found]) dòng giống các dòng của bảng. Có thể dấu ngoặc kép mở ở một dòng và đóng ở dòng khác; hãy kiểm tra.",
                                       "A quoted cell holds \(d[.found]) lines that look like rows of the table. A quote may be opened in one row and closed in another; check it.")
        case .notApplicableWithoutReason: Phrase("«\(d[.unit])» báo không áp dụng \(d[.metric]) nhưng không nêu lý do. Hãy ghi lý do ở cột giải trình.",
                                                 "“\(d[.unit])” says that \(d[.metric]) does not apply, but not why. Give the reason under explanation.")
        case .unitWithoutFigures: Phrase("Đơn vị «\(d[.unit])» chưa có số liệu nào nên mọi tiêu chí đều chưa chấm.",
                                         "The unit “\(d[.unit])” has no figure at all, so nothing of it is scored.")
        case .negativeBase: Phrase("Số liệu \(d[.metric]) của «\(d[.unit])» so với một số âm: tỷ lệ phần trăm sẽ đổi chiều tăng giảm nên không tính. Hãy kiểm tra lại số liệu dùng để so sánh.",
                                   "The metric \(d[.metric]) of “\(d[.unit])” is compared with a number below zero: in percent, better would look worse. Check the figure it is compared with.")
        case .zeroOverZero: Phrase("Số liệu \(d[.metric]) của «\(d[.unit])» là 0 ÷ 0, mà tiêu chí không quy định trường hợp không phát sinh. Hãy kiểm tra lại, hoặc bổ sung quy ước vào bộ tiêu chí.",
                                   "The metric \(d[.metric]) of “\(d[.unit])” is 0 ÷ 0, and the criterion does not say what holds when nothing arose. Check it, or add the convention to the criteria.")
        case .notApplicableNotAllowed: Phrase("«\(d[.unit])» ghi \(d[.metric]) là không áp dụng, nhưng tiêu chí không cho phép. Hãy báo cáo số liệu.",
                                              "“\(d[.unit])” says that \(d[.metric]) does not apply, which the criterion does not allow. Report the figure.")
        case .partlyNotApplicable: Phrase("«\(d[.unit])» ghi một phần số liệu của \(d[.metric]) là không áp dụng, phần khác lại có số. Hãy thống nhất.",
                                          "“\(d[.unit])” says that some figures of \(d[.metric]) do not apply while others are given. Make them agree.")
        case .tooLargeToScore: Phrase("Số liệu \(d[.metric]) của «\(d[.unit])» quá lớn để tính chính xác. Hãy dùng đơn vị tính lớn hơn.",
                                      "The figures of \(d[.metric]) of “\(d[.unit])” are too large to be scored exactly. Use a larger unit.")
        case .figureOfAnotherLevel: Phrase("«\(d[.unit])» (cấp \(d[.found])) không chấm \(d[.metric]); số liệu này không được tính.",
                                           "“\(d[.unit])” (level \(d[.found])) is not scored on \(d[.metric]); the figure is not counted.")
        case .missingEvidence: Phrase("Số liệu \(d[.metric]) của «\(d[.unit])» chưa có tài liệu kiểm chứng hoặc giải trình; cần: \(d[.expected, joined: "; "]).",
                                      "The metric \(d[.metric]) of “\(d[.unit])” has neither evidence nor explanation; expected: \(d[.expected, joined: "; "]).")
        case .givenOutsideMaximum: Phrase("Điểm \(d[.found]) cho tiêu chí \(d[.criterion]) của «\(d[.unit])» nằm ngoài mức \(d[.expected]). Hãy kiểm tra lại.",
                                          "The points \(d[.found]) given to \(d[.criterion]) of “\(d[.unit])” are outside \(d[.expected]). Check them.")
        case .duplicateGiven: Phrase("Tiêu chí \(d[.criterion]) của «\(d[.unit])» đã được cho điểm ở cùng bước tại \(d[.first]). Mỗi bước chỉ ghi một lần.",
                                     "The criterion \(d[.criterion]) of “\(d[.unit])” was given points at the same stage at \(d[.first]). Each stage stands once.")
        case .previousUnusable: Phrase("Không dùng được số liệu năm trước ở «\(d[.found])». Hãy sửa các lỗi của thư mục đó hoặc bỏ «previous».",
                                       "Last year's figures in “\(d[.found])” cannot be used. Mend the errors of that folder or remove “previous”.")
        }
    }
}
