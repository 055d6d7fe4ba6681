package import Documents
internal import Words
import Tables

extension FileFinding: WordedFinding {
    var wording: Wording {
        switch self {
        case .notFound:
            Wording(
                vi: "Không tìm thấy tệp hoặc thư mục. Hãy kiểm tra đường dẫn.",
                en: "There is no such file or folder. Check the path.")
        case .isFolder:
            Wording(
                vi: "Đây là thư mục, không phải tệp. Hãy ghi tên một tệp.",
                en: "This is a folder, not a file. Name a file.")
        case .noPermission:
            Wording(
                vi: "Không có quyền đọc hoặc ghi tệp này. Hãy xin cấp quyền hoặc chọn nơi khác.",
                en: "The system does not allow reading or writing this file. Ask for access or choose another place.")
        case .cannotRead:
            Wording(vi: "Không đọc được tệp: {reason}.", en: "The file cannot be read: {reason}.")
        case .cannotWrite:
            Wording(
                vi: "Không ghi được tệp: {reason}. Tệp cũ, nếu có, vẫn giữ nguyên.",
                en: "The file cannot be written: {reason}. A file that was there is unchanged.")
        case .tooLarge:
            Wording(
                vi: "Tệp quá lớn: {found} byte, tối đa {expected} byte. Hãy chia nhỏ tệp.",
                en: "The file is too large: {found} bytes, {expected} at most. Divide it.")
        case .isWorkbook:
            Wording(
                vi:
                    "Đây là tệp Excel hoặc tệp nén ({found}), không phải CSV. Trong Excel hãy chọn Lưu thành (Save As) → "
                    + "«CSV UTF-8».",
                en: "This is an Excel file or an archive ({found}), not CSV. In Excel choose Save As → “CSV UTF-8”.")
        case .otherEncoding:
            Wording(
                vi: "Tệp mã hóa {found}. Hãy lưu lại theo bảng mã {expected}.",
                en: "The file is in {found}. Save it in {expected}.")
        case .nulByte:
            Wording(
                vi: "Có byte 0 trong văn bản (sau {offset} byte): tệp hỏng hoặc không phải văn bản. Hãy lưu lại tệp.",
                en:
                    "A zero byte stands in the text (after {offset} bytes): the file is damaged or no text. Save it "
                    + "again."
            )
        case .invalidUTF8:
            Wording(
                vi: "Các byte {found} không đúng bảng mã UTF-8 (sau {offset} byte). Hãy lưu lại tệp dạng «CSV UTF-8».",
                en: "The bytes {found} are not UTF-8 (after {offset} bytes). Save the file as “CSV UTF-8”.")
        case .brokenArchive:
            Wording(
                vi: "Tệp nén gzip bị hỏng hoặc bị cắt ngang ({reason}). Hãy chép hoặc nén lại tệp.",
                en: "The gzip file is damaged or cut off ({reason}). Copy or compress it again.")
        case .rowTooLong:
            Wording(
                vi:
                    "Một dòng dài quá {expected} byte: có thể dấu nháy kép chưa đóng, hoặc tệp không phải bảng. Hãy kiểm "
                    + "tra tệp.",
                en:
                    "A row is longer than {expected} bytes: a quote may not be closed, or this is no table. Check the "
                    + "file."
            )
        }
    }
}
