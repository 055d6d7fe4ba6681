// swift-format-ignore-file
// A text in Vietnamese, and the same in English below it.

internal import Documents
internal import Values

extension JSONFinding {
    /// What is wrong, and what to do.
    func words(_ d: DetailWords) -> Phrase {
        switch self {
        case .syntax: Phrase("Sai cú pháp JSON: chỗ này cần \(d[.expected])\(d.given(.found, ", nhưng gặp «\(d[.found])»")). Hãy sửa tại đây hoặc ngay trước đó.",
                             "JSON syntax: \(d[.expected]) is needed here\(d.given(.found, ", but found “\(d[.found])”")). Mend it here or just before.")
        case .duplicateKey: Phrase("Khóa «\(d[.found])» bị lặp; lần đầu ở \(d[.first]). Mỗi khóa chỉ được ghi một lần: hãy bỏ một trong hai.",
                                   "The key “\(d[.found])” is repeated; it first stands at \(d[.first]). A key stands once: remove one of them.")
        case .unknownKey: Phrase("Không có khóa «\(d[.key])» ở chỗ này\(d.given(.expected, "; các khóa dùng được: \(d[.expected])")). Hãy sửa tên hoặc bỏ khóa.",
                                 "The key “\(d[.key])” is not known here\(d.given(.expected, "; known keys: \(d[.expected])")). Correct its name or remove it.")
        case .missingKey: Phrase("Thiếu khóa bắt buộc «\(d[.key])». Hãy bổ sung.",
                                 "The required key “\(d[.key])” is missing. Add it.")
        case .wrongType: Phrase("Giá trị của «\(d[.key])» sai kiểu: cần \(d[.expected])\(d.given(.range, " trong khoảng \(d[.range])")).",
                                "The value of “\(d[.key])” has the wrong type: \(d[.expected])\(d.given(.range, " in \(d[.range])")) is needed.")
        case .unknownName: Phrase("«\(d[.found])» không dùng được cho «\(d[.key])»; các giá trị dùng được: \(d[.expected]).",
                                  "“\(d[.found])” cannot stand for “\(d[.key])”; it must be one of: \(d[.expected]).")
        case .emptyText: Phrase("«\(d[.key])» để trống. Hãy ghi nội dung.", "“\(d[.key])” is blank. Write a text.")
        case .numberTooFine: Phrase("Số \(d[.found]) của «\(d[.key])» có số mũ hoặc quá sáu chữ số thập phân. Hãy viết không có số mũ, tối đa sáu chữ số sau dấu chấm.",
                                    "The number \(d[.found]) of “\(d[.key])” has an exponent or more than six decimals. Write it without an exponent, with six decimals at most.")
        case .numberTooLarge: Phrase("Số \(d[.found]) của «\(d[.key])» quá lớn: trị tuyệt đối tối đa là 9.223.372.036.854.",
                                     "The number \(d[.found]) of “\(d[.key])” is too large: it may be 9,223,372,036,854 at most, either side of zero.")
        }
    }
}
