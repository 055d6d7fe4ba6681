package import Documents
internal import Words
import Assessment

extension AssessmentFinding: WordedFinding {
    var wording: Wording {
        switch self {
        case .notAnAssessment:
            Wording(
                vi: "«{found}» không phải thư mục đợt đánh giá: không đọc được tệp assessment.json ở đó.",
                en: "“{found}” is no assessment folder: assessment.json cannot be read there.")
        case .yearOutsideEdition:
            Wording(
                vi: "Bộ tiêu chí không chấm năm {found}, chỉ chấm {expected}. Hãy sửa năm hoặc chọn bộ tiêu chí khác.",
                en: "The edition does not score {found}, only {expected}. Correct the year or choose another edition.")
        case .unknownColumn:
            Wording(
                vi: "Cột «{found}» không được dùng đến. Nếu đây là số liệu, hãy sửa tên cột.",
                en: "The column “{found}” is not used. If it holds figures, correct its name.")
        case .blankCell:
            Wording(
                vi: "Ô bắt buộc «{key}» để trống. Hãy điền.", en: "The required cell “{key}” is blank. Fill it in.")
        case .duplicateUnit:
            Wording(
                vi: "Đơn vị «{unit}» đã có ở {first}. Mỗi đơn vị chỉ ghi một lần.",
                en: "The unit “{unit}” stands at {first} already. A unit stands once.")
        case .unknownUnit:
            Wording(
                vi: "Không có đơn vị «{found}» trong bảng đơn vị. Hãy sửa mã hoặc thêm đơn vị.",
                en: "The table of units has no “{found}”. Correct the code or add the unit.")
        case .unknownLevel:
            Wording(
                vi: "Bộ tiêu chí không có cấp «{found}»; các cấp: {expected}.",
                en: "The criteria have no level “{found}”; the levels are: {expected}.")
        case .unknownGroup:
            Wording(
                vi: "Đợt đánh giá không có khối «{found}»; các khối: {expected}.",
                en: "The assessment has no group “{found}”; the groups are: {expected}.")
        case .unknownParent:
            Wording(
                vi: "Đơn vị cấp trên «{found}» không có trong bảng đơn vị.",
                en: "The parent “{found}” is not in the table of units.")
        case .noUnits:
            Wording(
                vi: "Bảng đơn vị không có đơn vị nào. Hãy thêm ít nhất một hàng.",
                en: "The table of units has no unit. Add at least one row.")
        case .surveyNeedsPercent:
            Wording(
                vi: "Số liệu «{metric}» không phải tỷ lệ phần trăm nên không nhận được chỉ số từ khảo sát. Hãy sửa mục "
                    + "metrics của phiếu khảo sát.",
                en: "The metric “{metric}” is no percentage and cannot take an index of the survey. Correct the "
                    + "questionnaire's metrics.")
        case .figureBesideSurvey:
            Wording(
                vi:
                    "Số liệu «{metric}» của «{unit}» vừa có trong bảng vừa được tính từ khảo sát. Hãy xóa số trong bảng, "
                    + "hoặc bỏ khảo sát khỏi assessment.json.",
                en:
                    "The figure “{metric}” of “{unit}” stands in a table and comes from the survey too. Delete it from the "
                    + "table, or take the survey out of assessment.json.")
        case .tooFewAnswers:
            Wording(
                vi: "Số liệu «{metric}» của «{code}» chưa có: khảo sát chỉ có {found} người trả lời, cần ít nhất "
                    + "{expected}. Tiêu chí vẫn chờ khảo sát.",
                en: "The figure “{metric}” of “{code}” is not there: {found} people answered, at least {expected} are "
                    + "needed. The criterion still awaits the survey.")
        case .unknownMetric:
            Wording(
                vi: "Bộ tiêu chí không có số liệu «{found}». Hãy sửa mã số liệu.",
                en: "The criteria have no metric “{found}”. Correct its code.")
        case .unknownCriterion:
            Wording(
                vi: "Bộ tiêu chí không có tiêu chí «{found}». Hãy sửa mã tiêu chí.",
                en: "The set has no criterion “{found}”. Correct its code.")
        case .errorWithoutFigure:
            Wording(
                vi:
                    "Có sai số chuẩn cho số liệu {metric} của «{unit}» nhưng đơn vị không có số ở đó; bỏ qua sai số này.",
                en:
                    "There is a standard error for the metric {metric} of “{unit}”, which has no figure there; the error is "
                    + "left out.")
        case .duplicateFigure:
            Wording(
                vi: "Đơn vị «{unit}» đã báo cáo số liệu {metric} ở {first}. Mỗi số liệu chỉ ghi một lần.",
                en: "The unit “{unit}” reports the metric {metric} at {first} already. A figure stands once.")
        case .unknownStatus:
            Wording(
                vi: "«{found}» không dùng được ở đây; các từ dùng được: {expected}.",
                en: "“{found}” cannot stand here; it must be one of: {expected}.")
        case .contradictoryFigure:
            Wording(
                vi:
                    "Số liệu {metric} của «{unit}» mâu thuẫn: vừa có giá trị vừa có tử số, mẫu số, hoặc vừa có số vừa "
                    + "ghi trạng "
                    + "thái là không có số. Hãy giữ một cách ghi.",
                en:
                    "The metric {metric} of “{unit}” contradicts itself: both a value and counts, or a number and a "
                    + "status "
                    + "that says there is none. Keep one.")
        case .missingCount:
            Wording(
                vi: "Số liệu {metric} của «{unit}» thiếu «{key}». Tử số và mẫu số phải ghi cùng nhau.",
                en: "The metric {metric} of “{unit}” lacks its “{key}”. Both counts are needed.")
        case .percentSign:
            Wording(
                vi:
                    "«{found}» có dấu %, nhưng {metric} của «{unit}» không phải tỷ lệ phần trăm. Hãy ghi đúng đơn vị "
                    + "tính.",
                en: "“{found}” has a percent sign, but {metric} of “{unit}” is no percentage. Write it in its own unit."
            )
        case .outsideDomain:
            Wording(
                vi: "Số liệu {metric} của «{unit}» là {found}, nằm ngoài khoảng {expected}. Hãy kiểm tra lại.",
                en: "The metric {metric} of “{unit}” is {found}, outside {expected}. Check it.")
        case .offStep:
            Wording(
                vi: "Số liệu {metric} của «{unit}» là {found}, phải chia hết cho bước {expected}. Hãy kiểm tra lại.",
                en: "The metric {metric} of “{unit}” is {found}, but goes in steps of {expected}. Check it.")
        case .notARatio:
            Wording(
                vi:
                    "Số liệu {metric} của «{unit}» không phải tỷ lệ nên không ghi tử số, mẫu số. Hãy ghi ở cột giá "
                    + "trị.",
                en: "The metric {metric} of “{unit}” is no ratio and has no counts. Write it in the value column.")
        case .negativeCount:
            Wording(
                vi: "Tử số hoặc mẫu số của {metric} («{unit}») nhỏ hơn 0[: {found}]. Hãy kiểm tra lại.",
                en: "A count of {metric} (“{unit}”) is below 0[: {found}]. Check it.")
        case .numeratorExceedsDenominator:
            Wording(
                vi:
                    "Số liệu {metric} của «{unit}» có tử số lớn hơn mẫu số[: {found}][, cần {expected}]. Hãy kiểm tra "
                    + "lại.",
                en:
                    "The numerator of {metric} of “{unit}” exceeds its denominator[: {found}][, needed: {expected}]. "
                    + "Check it."
            )
        case .divisionByZero:
            Wording(
                vi:
                    "Không tính được {metric} của «{unit}»: chia cho 0[ ({found})]. Hãy kiểm tra mẫu số hoặc số liệu "
                    + "năm so sánh.",
                en:
                    "{metric} of “{unit}” cannot be worked out: division by 0[ ({found})]. Check the denominator or "
                    + "the "
                    + "figure compared with.")
        case .previousYearDiffers:
            Wording(
                vi:
                    "Thư mục năm trước là của năm {found}, cần năm {expected}. Hãy sửa «previous» trong assessment.json.",
                en:
                    "The folder of last year is of {found}; {expected} is needed. Correct “previous” in assessment.json."
            )
        case .percentLooksLikeShare:
            Wording(
                vi:
                    "Số liệu {metric} của «{unit}» là {found}: tỷ lệ phần trăm ghi từ 0 đến 100. Nếu là 97 % hãy ghi 97; nếu "
                    + "đúng là chưa đến 1 % hãy ghi thêm dấu %.",
                en:
                    "The metric {metric} of “{unit}” is {found}: percentages are written 0 to 100. For 97 % write 97; if it "
                    + "really is less than 1 %, add the percent sign.")
        case .metricColumnInLongTable:
            Wording(
                vi:
                    "Cột «{found}» mang mã số liệu, nhưng bảng này ghi mã số liệu ở từng dòng nên cột không được đọc. Hãy "
                    + "bỏ cột, hoặc ghi cả bảng theo dạng mỗi số liệu một cột.",
                en:
                    "The column “{found}” bears the code of a metric, but this table names metrics row by row, so nothing "
                    + "reads it. Drop the column, or write the whole table with a column a metric.")
        case .figureInUnknownColumn:
            Wording(
                vi:
                    "Dòng này không có số liệu {metric} của «{unit}» ở các cột được đọc, nhưng cột «{key}» có «{found}». Tiêu "
                    + "đề cột có thể viết sai.",
                en:
                    "This row has no figure {metric} of “{unit}” in the columns that are read, but the column “{key}” says "
                    + "“{found}”. Its heading may be misspelt.")
        case .rowsInsideQuotes:
            Wording(
                vi:
                    "Một ô trong ngoặc kép chứa {found} dòng giống các dòng của bảng. Có thể dấu ngoặc kép mở ở một dòng và đóng "
                    + "ở dòng khác; hãy kiểm tra.",
                en:
                    "A quoted cell holds {found} lines that look like rows of the table. A quote may be opened in one row and "
                    + "closed in another; check it.")
        case .notApplicableWithoutReason:
            Wording(
                vi: "«{unit}» báo không áp dụng {metric} nhưng không nêu lý do. Hãy ghi lý do ở cột giải trình.",
                en: "“{unit}” says that {metric} does not apply, but not why. Give the reason under explanation.")
        case .unitWithoutFigures:
            Wording(
                vi: "Đơn vị «{unit}» chưa có số liệu nào nên mọi tiêu chí đều chưa chấm.",
                en: "The unit “{unit}” has no figure at all, so nothing of it is scored.")
        case .negativeBase:
            Wording(
                vi:
                    "Số liệu {metric} của «{unit}» so với một số âm: tỷ lệ phần trăm sẽ đổi chiều tăng giảm nên không tính. "
                    + "Hãy kiểm tra lại số liệu dùng để so sánh.",
                en:
                    "The metric {metric} of “{unit}” is compared with a number below zero: in percent, better would look "
                    + "worse. Check the figure it is compared with.")
        case .zeroOverZero:
            Wording(
                vi:
                    "Số liệu {metric} của «{unit}» là 0 ÷ 0, mà tiêu chí không quy định trường hợp không phát sinh. "
                    + "Hãy kiểm tra "
                    + "lại, hoặc bổ sung quy ước vào bộ tiêu chí.",
                en: "The metric {metric} of “{unit}” is 0 ÷ 0, and the criterion does not say what holds when nothing "
                    + "arose. Check it, or add the convention to the criteria.")
        case .notApplicableNotAllowed:
            Wording(
                vi: "«{unit}» ghi {metric} là không áp dụng, nhưng tiêu chí không cho phép. Hãy báo cáo số liệu.",
                en: "“{unit}” says that {metric} does not apply, which the criterion does not allow. Report the figure."
            )
        case .partlyNotApplicable:
            Wording(
                vi: "«{unit}» ghi một phần số liệu của {metric} là không áp dụng, phần khác lại có số. Hãy thống nhất.",
                en: "“{unit}” says that some figures of {metric} do not apply while others are given. Make them agree.")
        case .tooLargeToScore:
            Wording(
                vi: "Số liệu {metric} của «{unit}» quá lớn để tính chính xác. Hãy dùng đơn vị tính lớn hơn.",
                en: "The figures of {metric} of “{unit}” are too large to be scored exactly. Use a larger unit.")
        case .figureOfAnotherLevel:
            Wording(
                vi:
                    "«{unit}» (cấp {found}) không chấm {metric}[ (chỉ chấm cấp {expected})]; số liệu này không được "
                    + "tính.",
                en: "“{unit}” (level {found}) is not scored on {metric}[ (only {expected})]; the figure is not counted."
            )
        case .missingEvidence:
            Wording(
                vi: "Số liệu {metric} của «{unit}» chưa có tài liệu kiểm chứng hoặc giải trình; cần: {expected}.",
                en: "The metric {metric} of “{unit}” has neither evidence nor explanation; expected: {expected}.")
        case .givenOutsideMaximum:
            Wording(
                vi: "Điểm {found} cho tiêu chí {criterion} của «{unit}» nằm ngoài mức {expected}. Hãy kiểm tra lại.",
                en: "The points {found} given to {criterion} of “{unit}” are outside {expected}. Check them.")
        case .duplicateGiven:
            Wording(
                vi:
                    "Tiêu chí {criterion} của «{unit}» đã được cho điểm ở cùng bước tại {first}. Mỗi bước chỉ ghi một "
                    + "lần.",
                en: "The criterion {criterion} of “{unit}” was given points at the same stage at {first}. Each stage "
                    + "stands once.")
        case .previousUnusable:
            Wording(
                vi: "Không dùng được số liệu năm trước ở «{found}». Hãy sửa các lỗi của thư mục đó hoặc bỏ «previous».",
                en:
                    "Last year's figures in “{found}” cannot be used. Mend the errors of that folder or remove "
                    + "“previous”."
            )
        }
    }

    func shown(_ detail: String, named name: String, in language: Language) -> String {
        switch (self, name, detail) {
        case (.missingCount, "key", "numerator"): language == .vi ? "tử số" : "numerator"
        case (.missingCount, "key", "denominator"): language == .vi ? "mẫu số" : "denominator"
        // Numbers are held with a decimal point.
        case (.outsideDomain, _, _) where language == .vi, (.offStep, _, _) where language == .vi,
            (.givenOutsideMaximum, "found", _) where language == .vi,
            (.givenOutsideMaximum, "expected", _) where language == .vi:
            name == "metric" || name == "unit" ? detail : String(detail.map { $0 == "." ? "," : $0 })
        default: detail
        }
    }
}
