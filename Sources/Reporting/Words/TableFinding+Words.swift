package import Documents
internal import Words
import Tables

extension TableFinding: WordedFinding {
    var wording: Wording {
        switch self {
        case .empty:
            Wording(
                vi: "Bảng trống: không có hàng tiêu đề. Hàng đầu phải ghi tên các cột.",
                en: "The table is empty: it has no heading. The first row must name the columns.")
        case .unknownSeparator:
            Wording(
                vi: "Dòng đầu «{found}» nêu dấu phân cách không dùng được. Dùng được: {expected}.",
                en: "The first line “{found}” names a separator that cannot be used. It may be: {expected}.")
        case .sameSeparators:
            Wording(
                vi: "Dấu thập phân và dấu phân nhóm cùng là «{found}». Hãy chọn hai dấu khác nhau.",
                en: "The decimal sign and the group sign are both “{found}”. Choose two different signs.")
        case .unclosedQuote:
            Wording(
                vi: "Dấu nháy kép mở ở «{found}» mà không đóng. Hãy thêm dấu nháy đóng hoặc bỏ dấu nháy mở.",
                en: "The quote opened at “{found}” is never closed. Close it or remove it.")
        case .textAfterQuote:
            Wording(
                vi: "Có chữ sau dấu nháy đóng: «{found}». Dấu nháy trong ô phải viết hai lần (\"\").",
                en: "Text follows the closing quote: “{found}”. A quote inside a cell is written twice (\"\").")
        case .spaceBeforeQuote:
            Wording(
                vi:
                    "Có dấu cách trước dấu nháy: «{found}», nên dấu nháy được hiểu là một phần của chữ. Hãy bỏ dấu "
                    + "cách nếu "
                    + "không muốn vậy.",
                en: "A space stands before the quote: “{found}”, so the quote is part of the text. Remove the space if "
                    + "that is not meant.")
        case .tooManyCells:
            Wording(
                vi:
                    "Hàng có {found} ô, tiêu đề có {expected} cột; ô thừa đầu tiên: «{text}». Hãy bỏ ô thừa hoặc đặt "
                    + "ô có "
                    + "dấu phân cách trong dấu nháy kép.",
                en:
                    "The row has {found} cells, the heading {expected} columns; the first cell too many: “{text}”. "
                    + "Remove "
                    + "it, or put a cell that holds the separator in double quotes.")
        case .tooFewCells:
            Wording(
                vi:
                    "Hàng có {found} ô, tiêu đề có {expected} cột: «{text}». Hãy bổ sung ô còn thiếu (ô trống cũng "
                    + "phải có "
                    + "dấu phân cách).",
                en: "The row has {found} cells, the heading {expected} columns: “{text}”. Add what is missing (a blank "
                    + "cell needs its separator too).")
        case .extraBlankCells:
            Wording(
                vi: "Hàng có {found} ô, tiêu đề có {expected} cột; các ô thừa đều trống nên được bỏ qua.",
                en:
                    "The row has {found} cells, the heading {expected} columns; the cells too many are blank and left "
                    + "out."
            )
        case .duplicateHeading:
            Wording(
                vi: "Tiêu đề «{found}» lặp lại cột {column}. Mỗi cột phải có tên riêng.",
                en: "The heading “{found}” repeats that of column {column}. Each column needs its own name.")
        case .blankHeading:
            Wording(
                vi:
                    "Cột không có tiêu đề nhưng có nội dung (hàng {row}: «{found}»); cột này không được đọc. Hãy đặt "
                    + "tên cột "
                    + "hoặc xóa nội dung.",
                en:
                    "The column has no heading but holds cells (row {row}: “{found}”); it is not read. Name the "
                    + "column or "
                    + "clear it.")
        case .missingColumn:
            Wording(
                vi:
                    "Thiếu cột bắt buộc; tên dùng được: {expected}[. Các cột hiện có: {found}]. Hãy thêm cột hoặc sửa "
                    + "tên cột.",
                en: "A required column is missing; it may be named: {expected}[. The columns are: {found}]. Add it or "
                    + "correct a heading.")
        case .sameMeaning:
            Wording(
                vi: "Cột «{found}» cùng nghĩa với cột {column} («{other}»). Hãy giữ một cột.",
                en: "The column “{found}” means the same as column {column} (“{other}”). Keep one of them.")
        case .unknownColumn:
            Wording(
                vi: "Cột «{found}» không được dùng đến. Nếu đây là số liệu, hãy sửa tên cột.",
                en: "The column “{found}” is not used. If it holds figures, correct its name.")
        case .mixedDecimalSeparators:
            Wording(
                vi:
                    "«{found}» dùng dấu thập phân khác với «{other}» (hàng {otherRow}, cột {otherColumn}), nơi dấu "
                    + "thập phân là "
                    + "{expected}. Cả bảng phải dùng một dấu.",
                en:
                    "“{found}” has another decimal sign than “{other}” (row {otherRow}, column {otherColumn}), where "
                    + "it is "
                    + "{expected}. A table uses one sign throughout.")
        case .ambiguousNumber:
            Wording(
                vi: "«{found}» có hai cách đọc: {asDecimal} hoặc {asGrouped}. Hãy viết rõ, hoặc cho biết dấu thập phân "
                    + "(--decimal comma hay --decimal point).",
                en:
                    "“{found}” can be read as {asDecimal} or as {asGrouped}. Write it plainly, or state the decimal "
                    + "sign "
                    + "(--decimal comma or --decimal point).")
        case .notANumber:
            Wording(
                vi: "«{found}» không phải là số. Hãy ghi một số, hoặc để trống và ghi trạng thái.",
                en: "“{found}” is no number. Write a number, or leave the cell blank and state a status.")
        case .otherSeparator:
            Wording(
                vi: "«{found}» viết khác với các số còn lại của bảng[, nơi dấu thập phân là {expected}]. Hãy viết lại.",
                en: "“{found}” is written unlike the table's other numbers[, whose decimal sign is the {expected}]. "
                    + "Write it again.")
        case .numberTooFine:
            Wording(
                vi: "«{found}» có quá {expected} chữ số thập phân. Số không được tự làm tròn: hãy tự rút gọn.",
                en: "“{found}” has more than {expected} decimals. Nothing is rounded silently: shorten it yourself.")
        case .numberTooLarge:
            Wording(
                vi: "«{found}» quá lớn; số lớn nhất là {expected}. Hãy dùng đơn vị tính lớn hơn.",
                en: "“{found}” is too large; the largest number is {expected}. Use a larger unit.")
        case .moreFindings:
            Wording(
                vi:
                    "Còn {count} chỗ khác cùng loại ({code}) không được liệt kê. Hãy sửa các chỗ trên rồi kiểm tra "
                    + "lại.",
                en: "{count} more of the same kind ({code}) are not listed. Mend those above and check again.")
        }
    }

    func shown(_ detail: String, named name: String, in language: Language) -> String {
        switch (self, name, detail) {
        case (_, "expected", "comma"): language == .vi ? "dấu phẩy" : "comma"
        case (_, "expected", "point"): language == .vi ? "dấu chấm" : "point"
        case (.ambiguousNumber, "asDecimal", _) where language == .vi:
            String(detail.map { $0 == "." ? "," : $0 })
        case (.tooManyCells, "suggestion", "quoteDecimalComma"):
            language == .vi
                ? "\"99,5\" (đặt số có dấu phẩy thập phân trong dấu nháy kép)" : "\"99,5\" (a decimal comma in quotes)"
        default: detail
        }
    }
}
