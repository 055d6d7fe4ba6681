// swift-format-ignore-file
// A text in Vietnamese, and the same in English below it.

internal import Documents
internal import Tables
internal import Values

extension TableFinding {
    /// What is wrong, and what to do.
    func words(_ d: DetailWords) -> Phrase {
        switch self {
        case .empty: Phrase("Bảng trống: không có hàng tiêu đề. Hàng đầu phải ghi tên các cột.",
                            "The table is empty: it has no heading. The first row must name the columns.")
        case .unknownSeparator: Phrase("Dòng đầu «\(d[.found])» nêu dấu phân cách không dùng được. Dùng được: \(d[.expected, joined: " "]).",
                                       "The first line “\(d[.found])” names a separator that cannot be used. It may be: \(d[.expected, joined: " "]).")
        case .sameSeparators: Phrase("Dấu thập phân và dấu phân nhóm cùng là «\(d[.found])». Hãy chọn hai dấu khác nhau.",
                                     "The decimal sign and the group sign are both “\(d[.found])”. Choose two different signs.")
        case .unclosedQuote: Phrase("Dấu nháy kép mở ở «\(d[.found])» mà không đóng. Hãy thêm dấu nháy đóng hoặc bỏ dấu nháy mở.",
                                    "The quote opened at “\(d[.found])” is never closed. Close it or remove it.")
        case .textAfterQuote: Phrase("Có chữ sau dấu nháy đóng: «\(d[.found])». Dấu nháy trong ô phải viết hai lần (\"\").",
                                     "Text follows the closing quote: “\(d[.found])”. A quote inside a cell is written twice (\"\").")
        case .spaceBeforeQuote: Phrase("Có dấu cách trước dấu nháy: «\(d[.found])», nên dấu nháy được hiểu là một phần của chữ. Hãy bỏ dấu cách nếu không muốn vậy.",
                                       "A space stands before the quote: “\(d[.found])”, so the quote is part of the text. Remove the space if that is not meant.")
        case .tooManyCells: Phrase("Hàng có \(d[.found]) ô, tiêu đề có \(d[.expected]) cột; ô thừa đầu tiên: «\(d[.text])». Hãy bỏ ô thừa hoặc đặt ô có dấu phân cách trong dấu nháy kép.",
                                   "The row has \(d[.found]) cells, the heading \(d[.expected]) columns; the first cell too many: “\(d[.text])”. Remove it, or put a cell that holds the separator in double quotes.")
        case .tooFewCells: Phrase("Hàng có \(d[.found]) ô, tiêu đề có \(d[.expected]) cột: «\(d[.text])». Hãy bổ sung ô còn thiếu (ô trống cũng phải có dấu phân cách).",
                                  "The row has \(d[.found]) cells, the heading \(d[.expected]) columns: “\(d[.text])”. Add what is missing (a blank cell needs its separator too).")
        case .extraBlankCells: Phrase("Hàng có \(d[.found]) ô, tiêu đề có \(d[.expected]) cột; các ô thừa đều trống nên được bỏ qua.",
                                      "The row has \(d[.found]) cells, the heading \(d[.expected]) columns; the cells too many are blank and left out.")
        case .duplicateHeading: Phrase("Tiêu đề «\(d[.found])» lặp lại cột \(d.column(.first)). Mỗi cột phải có tên riêng.",
                                       "The heading “\(d[.found])” repeats that of column \(d.column(.first)). Each column needs its own name.")
        case .blankHeading: Phrase("Cột không có tiêu đề nhưng có nội dung (hàng \(d.row(.first)): «\(d[.found])»); cột này không được đọc. Hãy đặt tên cột hoặc xóa nội dung.",
                                   "The column has no heading but holds cells (row \(d.row(.first)): “\(d[.found])”); it is not read. Name the column or clear it.")
        case .missingColumn: Phrase("Thiếu cột bắt buộc; tên dùng được: \(d[.expected])\(d.given(.found, ". Các cột hiện có: \(d[.found])")). Hãy thêm cột hoặc sửa tên cột.",
                                    "A required column is missing; it may be named: \(d[.expected])\(d.given(.found, ". The columns are: \(d[.found])")). Add it or correct a heading.")
        case .sameMeaning: Phrase("Cột «\(d[.found])» cùng nghĩa với cột \(d.column(.first)) («\(d[.other])»). Hãy giữ một cột.",
                                  "The column “\(d[.found])” means the same as column \(d.column(.first)) (“\(d[.other])”). Keep one of them.")
        case .unknownColumn: Phrase("Cột «\(d[.found])» không được dùng đến. Nếu đây là số liệu, hãy sửa tên cột.",
                                    "The column “\(d[.found])” is not used. If it holds figures, correct its name.")
        case .mixedDecimalSeparators: Phrase("«\(d[.found])» dùng dấu thập phân khác với «\(d[.other])» (hàng \(d.row(.first)), cột \(d.column(.first))), nơi dấu thập phân là \(d[.expected]). Cả bảng phải dùng một dấu.",
                                             "“\(d[.found])” has another decimal sign than “\(d[.other])” (row \(d.row(.first)), column \(d.column(.first))), where it is \(d[.expected]). A table uses one sign throughout.")
        case .ambiguousNumber: Phrase("«\(d[.found])» có hai cách đọc: \(d[.asDecimal]) hoặc \(d[.asGrouped]). Hãy viết rõ, hoặc cho biết dấu thập phân (--decimal comma hay --decimal point).",
                                      "“\(d[.found])” can be read as \(d[.asDecimal]) or as \(d[.asGrouped]). Write it plainly, or state the decimal sign (--decimal comma or --decimal point).")
        case .notANumber: Phrase("«\(d[.found])» không phải là số. Hãy ghi một số, hoặc để trống và ghi trạng thái.",
                                 "“\(d[.found])” is no number. Write a number, or leave the cell blank and state a status.")
        case .otherSeparator: Phrase("«\(d[.found])» viết khác với các số còn lại của bảng\(d.given(.expected, ", nơi dấu thập phân là \(d[.expected])")). Hãy viết lại.",
                                     "“\(d[.found])” is written unlike the table's other numbers\(d.given(.expected, ", whose decimal sign is the \(d[.expected])")). Write it again.")
        case .numberTooFine: Phrase("«\(d[.found])» có quá \(d[.expected]) chữ số thập phân. Số không được tự làm tròn: hãy tự rút gọn.",
                                    "“\(d[.found])” has more than \(d[.expected]) decimals. Nothing is rounded silently: shorten it yourself.")
        case .numberTooLarge: Phrase("«\(d[.found])» quá lớn; số lớn nhất là \(d[.expected]). Hãy dùng đơn vị tính lớn hơn.",
                                     "“\(d[.found])” is too large; the largest number is \(d[.expected]). Use a larger unit.")
        case .moreFindings: Phrase("Còn \(d[.count]) chỗ khác cùng loại (\(d[.code])) không được liệt kê. Hãy sửa các chỗ trên rồi kiểm tra lại.",
                                   "\(d[.count]) more of the same kind (\(d[.code])) are not listed. Mend those above and check again.")
        }
    }
}
