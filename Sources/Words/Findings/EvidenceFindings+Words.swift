// swift-format-ignore-file
internal import Assessment
internal import Values

extension EvidenceFinding: WordedFinding {
    var words: FindingWords {
        switch self {
        case .ofNoLine: ("Tài liệu kiểm chứng cho \(.criterion), nhưng đơn vị «\(.unit)» không được chấm mục này (là mục có mục con, không giao, không thuộc cấp, hoặc chỉ theo dõi). Hãy ghi mã tiêu chí được chấm.",
                         "Evidence for \(.criterion), on which the unit “\(.unit)” is not scored (it has parts, is not assigned to it, is not of its level, or is only watched). Name the criterion that is scored.")
        case .twoSources: ("Dòng của «\(.unit)», \(.criterion) có cả tệp lẫn số văn bản. Mỗi dòng ghi một tài liệu; hãy tách thành hai dòng.",
                           "The row of “\(.unit)”, \(.criterion) has a file and a number. A row is one document: make two of it.")
        case .nothingGiven: ("Dòng của «\(.unit)», \(.criterion) không có tệp, không có số văn bản và không nêu lý do thiếu. Hãy điền một trong ba.",
                             "The row of “\(.unit)”, \(.criterion) has no file, no number and no reason why it is missing. Fill in one of them.")
        case .givenAndExplained: ("Dòng của «\(.unit)», \(.criterion) vừa có tài liệu vừa nêu lý do thiếu. Hãy bỏ lý do, hoặc bỏ tài liệu.",
                                  "The row of “\(.unit)”, \(.criterion) gives evidence and says why it is missing. Remove one of the two.")
        case .unknownKind: ("Tiêu chí \(.criterion) không yêu cầu loại tài liệu «\(.found)» nên dòng này là tài liệu bổ sung; các loại yêu cầu: \(.expected, joined: "; ").",
                            "Criterion \(.criterion) does not require evidence of the kind “\(.found)”; the row counts as further evidence. Required are: \(.expected, joined: "; ").")
        case .repeated: ("Tài liệu này của «\(.unit)», \(.criterion) đã có ở \(.first). Hãy giữ một dòng.",
                         "The same evidence of “\(.unit)”, \(.criterion) stands at \(.first). Keep one row.")
        case .outsideFolder: ("Đường dẫn «\(.found)» (\(.criterion)) dẫn ra ngoài thư mục evidence hoặc không phải đường dẫn tương đối. Hãy để tệp trong thư mục evidence và ghi đường dẫn từ đó.",
                              "The path “\(.found)” (\(.criterion)) leads out of the folder evidence, or is no relative path. Put the file into evidence and write its path from there.")
        case .link: ("«\(.found)» (\(.criterion)) là liên kết hoặc nằm sau một liên kết, không phải tệp trong thư mục evidence. Hãy chép chính tệp vào đó.",
                     "“\(.found)” (\(.criterion)) is a link, or behind one, and no file of the folder evidence. Copy the file itself into it.")
        case .missingFile: ("Không có tệp «\(.found)» trong thư mục evidence (đơn vị «\(.unit)», \(.criterion); \(.other) điểm dựa vào đó). Hãy bổ sung tệp hoặc sửa tên.",
                            "There is no file “\(.found)” in the folder evidence (unit “\(.unit)”, \(.criterion); \(.other) points rest on it). Add the file or correct its name.")
        case .noFile: ("«\(.found)» là thư mục, không phải tệp (đơn vị «\(.unit)», \(.criterion); \(.other) điểm dựa vào đó). Hãy ghi từng tệp một dòng.",
                       "“\(.found)” is a folder and no file (unit “\(.unit)”, \(.criterion); \(.other) points rest on it). Give each file a row.")
        case .emptyFile: ("Tệp «\(.found)» không có nội dung (đơn vị «\(.unit)», \(.criterion); \(.other) điểm dựa vào đó). Hãy thay bằng tệp đầy đủ.",
                          "The file “\(.found)” is empty (unit “\(.unit)”, \(.criterion); \(.other) points rest on it). Replace it.")
        case .unreadableFile: ("Không được phép đọc tệp «\(.found)» (đơn vị «\(.unit)», \(.criterion); \(.other) điểm dựa vào đó). Hãy sửa quyền của tệp.",
                               "The file “\(.found)” may not be read (unit “\(.unit)”, \(.criterion); \(.other) points rest on it). Change its permissions.")
        case .fileTooLarge: ("Tệp «\(.found)» có \(.count) byte, quá giới hạn \(.expected) MB (đơn vị «\(.unit)», \(.criterion); \(.other) điểm dựa vào đó). Hãy giảm dung lượng, tách tệp, hoặc đổi «evidence.largestFile» trong assessment.json.",
                             "The file “\(.found)” has \(.count) bytes, more than the limit of \(.expected) MB (unit “\(.unit)”, \(.criterion); \(.other) points rest on it). Make it smaller, divide it, or change “evidence.largestFile” in assessment.json.")
        case .unreadableFolder: ("Không đọc được thư mục «\(.found)» nên không biết trong đó có những tệp nào. Hãy sửa quyền của thư mục.",
                                 "The folder “\(.found)” may not be read: nobody knows what files it holds. Change its permissions.")
        case .unregistered: ("Thư mục evidence có \(.count) tệp không có dòng nào trong bảng: \(.found). Hãy ghi vào bảng hoặc bỏ tệp.",
                             "\(.count) files of the folder evidence stand in no row: \(.found). Register or remove them.")
        case .sameForUnits: ("Tệp «\(.found)» của đơn vị «\(.unit)» (\(.criterion)) có nội dung giống hệt «\(.expected)» của đơn vị khác ở \(.first); \(.other) điểm dựa vào đó. Hãy kiểm tra tài liệu của ai.",
                             "The file “\(.found)” of the unit “\(.unit)” (\(.criterion)) has the content of “\(.expected)”, given by another unit at \(.first); \(.other) points rest on it. Find out whose it is.")
        case .sameForCriteria: ("Tệp «\(.found)» của «\(.unit)» cho \(.criterion) có nội dung giống hệt «\(.expected)» cho tiêu chí khác ở \(.first); \(.other) điểm dựa vào đó. Hãy kiểm tra có đúng tài liệu không.",
                                "The file “\(.found)” of “\(.unit)” for \(.criterion) has the content of “\(.expected)”, given for another criterion at \(.first); \(.other) points rest on it. Make sure that it is the right one.")
        case .sameContent: ("Tệp «\(.found)» của «\(.unit)» cho \(.criterion) có nội dung giống hệt «\(.expected)» ở \(.first), chỉ khác tên; \(.other) điểm dựa vào đó. Hãy bỏ một tệp hoặc thay bằng tài liệu đúng.",
                            "The file “\(.found)” of “\(.unit)” for \(.criterion) has the content of “\(.expected)” at \(.first) under another name; \(.other) points rest on it. Remove one, or replace it by the right one.")
        case .packTooLarge: ("\(.count) tệp, \(.found) MB, vượt quá một gói .zip (65.000 tệp, 4 GB). Hãy đóng gói từng đơn vị bằng --unit.",
                             "\(.count) files of \(.found) MB are more than an archive holds (65,000 files, 4 GB). Pack unit by unit with --unit.")
        case .outsidePeriod: ("«\(.text)» của «\(.unit)» cho \(.criterion) ghi hoặc ký ngày \(.found), ngoài kỳ đánh giá; \(.other) điểm dựa vào đó.",
                              "“\(.text)” of “\(.unit)” for \(.criterion) is dated or signed \(.found), outside the period; \(.other) points rest on it.")
        case .afterDeadline: ("«\(.text)» của «\(.unit)» cho \(.criterion) ghi hoặc ký ngày \(.found), sau hạn \(.expected) của nhiệm vụ; \(.other) điểm dựa vào đó.",
                              "“\(.text)” of “\(.unit)” for \(.criterion) is dated or signed \(.found), after the last day \(.expected) of the task; \(.other) points rest on it.")
        }
    }
}
