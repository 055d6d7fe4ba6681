// swift-format-ignore-file
// A text in Vietnamese, and the same in English below it.

internal import Documents
internal import Tables
internal import Values

extension FileFinding {
    /// What is wrong, and what to do.
    func words(_ d: DetailWords) -> Phrase {
        switch self {
        case .notFound: Phrase("Không tìm thấy tệp hoặc thư mục. Hãy kiểm tra đường dẫn.",
                               "There is no such file or folder. Check the path.")
        case .isFolder: Phrase("Đây là thư mục, không phải tệp. Hãy ghi tên một tệp.",
                               "This is a folder, not a file. Name a file.")
        case .noPermission: Phrase("Không có quyền đọc hoặc ghi tệp này. Hãy xin cấp quyền hoặc chọn nơi khác.",
                                   "The system does not allow reading or writing this file. Ask for access or choose another place.")
        case .cannotRead: Phrase("Không đọc được tệp: \(d[.reason]).", "The file cannot be read: \(d[.reason]).")
        case .cannotWrite: Phrase("Không ghi được tệp: \(d[.reason]). Tệp cũ, nếu có, vẫn giữ nguyên.",
                                  "The file cannot be written: \(d[.reason]). A file that was there is unchanged.")
        case .tooLarge: Phrase("Tệp quá lớn: \(d[.found]) byte, tối đa \(d[.expected]) byte. Hãy chia nhỏ tệp.",
                               "The file is too large: \(d[.found]) bytes, \(d[.expected]) at most. Divide it.")
        case .isWorkbook: Phrase("Đây là tệp Excel hoặc tệp nén (\(d[.found])), không phải CSV. Trong Excel hãy chọn Lưu thành (Save As) → «CSV UTF-8».",
                                 "This is an Excel file or an archive (\(d[.found])), not CSV. In Excel choose Save As → “CSV UTF-8”.")
        case .otherEncoding: Phrase("Tệp mã hóa \(d[.found]). Hãy lưu lại theo bảng mã \(d[.expected]).",
                                    "The file is in \(d[.found]). Save it in \(d[.expected]).")
        case .nulByte: Phrase("Có byte 0 trong văn bản (sau \(d[.offset]) byte): tệp hỏng hoặc không phải văn bản. Hãy lưu lại tệp.",
                              "A zero byte stands in the text (after \(d[.offset]) bytes): the file is damaged or no text. Save it again.")
        case .invalidUTF8: Phrase("Các byte \(d[.found, joined: " "]) không đúng bảng mã UTF-8 (sau \(d[.offset]) byte). Hãy lưu lại tệp dạng «CSV UTF-8».",
                                  "The bytes \(d[.found, joined: " "]) are not UTF-8 (after \(d[.offset]) bytes). Save the file as “CSV UTF-8”.")
        case .brokenArchive: Phrase("Tệp nén gzip bị hỏng hoặc bị cắt ngang (\(d[.reason])). Hãy chép hoặc nén lại tệp.",
                                    "The gzip file is damaged or cut off (\(d[.reason])). Copy or compress it again.")
        case .rowTooLong: Phrase("Một dòng dài quá \(d[.expected]) byte: có thể dấu nháy kép chưa đóng, hoặc tệp không phải bảng. Hãy kiểm tra tệp.",
                                 "A row is longer than \(d[.expected]) bytes: a quote may not be closed, or this is no table. Check the file.")
        }
    }
}
