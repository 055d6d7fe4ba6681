package import Documents
internal import Words
import Values

extension JSONFinding: WordedFinding {
    var wording: Wording {
        switch self {
        case .syntax:
            Wording(
                vi:
                    "Sai cú pháp JSON: chỗ này cần {expected}[, nhưng gặp «{found}»]. Hãy sửa tại đây hoặc ngay trước "
                    + "đó.",
                en: "JSON syntax: {expected} is needed here[, but found “{found}”]. Mend it here or just before.")
        case .duplicateKey:
            Wording(
                vi: "Khóa «{found}» bị lặp; lần đầu ở {first}. Mỗi khóa chỉ được ghi một lần: hãy bỏ một trong hai.",
                en: "The key “{found}” is repeated; it first stands at {first}. A key stands once: remove one of them.")
        }
    }

    func shown(_ detail: String, named name: String, in language: Language) -> String {
        guard name == "expected", let words = Self.tokens[detail] else { return detail }
        return words.text(language)
    }

    private static let tokens: [String: Wording] = [
        "end": Wording(vi: "hết tệp", en: "the end of the file"),
        "value": Wording(vi: "một giá trị", en: "a value"),
        "key": Wording(vi: "một khóa trong dấu nháy kép", en: "a key in double quotes"),
        ":": Wording(vi: "dấu hai chấm «:»", en: "a colon “:”"),
        "} ,": Wording(vi: "dấu phẩy «,» hoặc ngoặc đóng «}»", en: "a comma “,” or a closing “}”"),
        "] ,": Wording(vi: "dấu phẩy «,» hoặc ngoặc đóng «]»", en: "a comma “,” or a closing “]”"),
        "depth": Wording(vi: "ít bậc ngoặc lồng nhau hơn (tối đa 128)", en: "fewer nested brackets (128 at most)"),
        "number": Wording(vi: "một số viết đúng dạng", en: "a well-formed number"),
        "utf8": Wording(vi: "văn bản mã hóa UTF-8", en: "text in UTF-8"),
        "escape": Wording(
            vi: "ký tự thường hoặc chuỗi thoát đúng dạng như "
                + "«\\n»", en: "a plain character or an escape such as “\\n”"),
        "\"": Wording(vi: "dấu nháy kép đóng", en: "a closing double quote"),
    ]
}

extension JSONReaderFinding: WordedFinding {
    var wording: Wording {
        switch self {
        case .unknownKey:
            Wording(
                vi: "Không có khóa «{key}» ở chỗ này[; các khóa dùng được: {expected}]. Hãy sửa tên hoặc bỏ khóa.",
                en: "The key “{key}” is not known here[; known keys: {expected}]. Correct its name or remove it.")
        case .missingKey:
            Wording(
                vi: "Thiếu khóa bắt buộc «{key}». Hãy bổ sung.", en: "The required key “{key}” is missing. Add it.")
        case .wrongType:
            Wording(
                vi: "Giá trị của «{key}» sai kiểu: cần {expected}.",
                en: "The value of “{key}” has the wrong type: {expected} is needed.")
        case .unknownName:
            Wording(
                vi: "«{found}» không dùng được cho «{key}»; các giá trị dùng được: {expected}.",
                en: "“{found}” cannot stand for “{key}”; it must be one of: {expected}.")
        case .emptyText:
            Wording(
                vi: "«{key}» để trống. Hãy ghi nội dung.", en: "“{key}” is blank. Write a text.")
        case .numberTooFine:
            Wording(
                vi:
                    "Số {found} của «{key}» có số mũ hoặc quá sáu chữ số thập phân. Hãy viết không có số mũ, tối đa "
                    + "sáu "
                    + "chữ số sau dấu chấm.",
                en: "The number {found} of “{key}” has an exponent or more than six decimals. Write it without an "
                    + "exponent, with six decimals at most.")
        case .numberTooLarge:
            Wording(
                vi: "Số {found} của «{key}» quá lớn: trị tuyệt đối tối đa là 9223372036854.",
                en: "The number {found} of “{key}” is too large: it may be 9223372036854 at most, either side of zero.")
        }
    }

    func shown(_ detail: String, named name: String, in language: Language) -> String {
        if name == "key", detail == "…" { return language == .vi ? "toàn tệp" : "the whole file" }
        guard self == .wrongType, name == "expected" else { return detail }
        switch detail {
        case "text": return language == .vi ? "văn bản trong dấu nháy kép" : "a text in double quotes"
        case "number": return language == .vi ? "một số" : "a number"
        case "true | false": return language == .vi ? "true hoặc false" : "true or false"
        case "array": return language == .vi ? "một danh sách […]" : "a list […]"
        case "object": return language == .vi ? "một nhóm khóa {…}" : "a group of keys {…}"
        default:
            guard detail.hasPrefix("integer ") else { return detail }
            let range = detail.dropFirst("integer ".count)
            return language == .vi ? "số nguyên trong khoảng \(range)" : "a whole number in \(range)"
        }
    }
}
