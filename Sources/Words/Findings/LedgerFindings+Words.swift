// swift-format-ignore-file
internal import Assessment
internal import Documents
internal import Values

extension LedgerFinding: WordedFinding {
    /// Which record locked it, and what can be done.
    private var record: FindingWords {
        ("bước \(.stage), dòng \(.code) của stages.csv", "stage \(.stage), record \(.code) of stages.csv")
    }
    private var remedy: FindingWords {
        ("Hãy trả lại như cũ, hoặc mở khóa bằng «stage unlock».", "Restore it, or unlock it with “stage unlock”.")
    }

    var words: FindingWords {
        switch self {
        case .brokenChain: ("Chuỗi SHA-256 đứt ở dòng này: dòng đã bị sửa, hoặc có dòng ngay trước nó bị xóa, thêm vào hay đổi chỗ. Không sửa tay bảng này; hãy lấy lại bản sao chưa bị sửa.",
                            "The chain of SHA-256 breaks at this row: it was changed, or a row just before it was removed, added or moved. This table is never edited by hand; restore a copy that nobody edited.")
        case .unreadableRecord: ("Cột «\(.key)» có «\(.found)», không đọc được. Không sửa tay bảng này; hãy lấy lại bản sao chưa bị sửa.",
                                 "The column “\(.key)” holds “\(.found)”, which cannot be understood. This table is never edited by hand; restore a copy that nobody edited.")
        case .journalCut: ("Nhật ký chỉ còn \(.found) dòng; khi ghi dòng \(.code) của stages.csv, nhật ký có \(.expected) dòng. Các dòng cuối đã bị xóa; hãy lấy lại bản sao đầy đủ.",
                           "The journal has \(.found) rows; when record \(.code) of stages.csv was made it had \(.expected). Its last rows were removed; restore a complete copy.")
        case .journalReplaced: ("Nhật ký đến dòng này không còn như khi ghi dòng \(.code) của stages.csv: các dòng trước đó đã bị viết lại. Hãy lấy lại bản sao chưa bị sửa.",
                                "Up to this row the journal is not what it was when record \(.code) of stages.csv was made: rows were written anew. Restore a copy that nobody edited.")
        case .recordMissing: ("Nhật ký có ghi «\(.found)», nhưng stages.csv thiếu dòng \(.code). Hãy lấy lại bản sao đầy đủ của stages.csv.",
                              "The journal tells of “\(.found)”, but stages.csv lacks record \(.code). Restore a complete copy of stages.csv.")
        case .recordReplaced: ("Dòng này không phải dòng mà nhật ký ghi ở \(.first): stages.csv đã bị viết lại. Hãy lấy lại bản sao chưa bị sửa.",
                               "This is not the record of which the journal tells at \(.first): stages.csv was written anew. Restore a copy that nobody edited.")
        case .recordUnknown: ("Nhật ký không có dòng nào về dòng \(.code) của stages.csv: nhật ký đã bị cắt hoặc dòng này được thêm vào. Hãy lấy lại bản sao chưa bị sửa.",
                              "The journal has no row about record \(.code) of stages.csv: it was cut, or the record was added. Restore copies that nobody edited.")
        case .keptFileChanged: ("Tệp lưu kèm dòng \(.code) của stages.csv đã bị sửa hoặc bị mất, nên không đối chiếu được. Hãy lấy lại bản sao chưa bị sửa.",
                                "This file, kept with record \(.code) of stages.csv, was changed or is missing, so that nothing can be held against it. Restore a copy that nobody edited.")
        case .keptUnknown: ("Không dòng nào của stages.csv nói đến danh sách tệp này: stages.csv đã bị cắt bớt, bị thay, hoặc lệnh ghi nó bị ngắt giữa chừng. Hãy lấy lại stages.csv và journal.csv chưa bị sửa; nếu lệnh đã bị ngắt thì xóa thư mục chứa danh sách này.",
                            "No record of stages.csv says anything of this list of files: stages.csv was cut or replaced, or the command that wrote the list was stopped. Restore stages.csv and journal.csv as nobody edited them; where the command was stopped, remove the folder of this list.")
        case .lockedFileMissing: ("Tệp đã bị khóa (\(record.vi)) nay không còn. \(remedy.vi)",
                                  "The file is locked (\(record.en)) and is missing. \(remedy.en)")
        case .lockedFileAdded: ("Tệp này có thêm sau khi khóa (\(record.vi)). \(remedy.vi)",
                                "The file came in after the lock (\(record.en)). \(remedy.en)")
        case .lockedFileChanged: ("Nội dung tệp đã thay đổi sau khi khóa (\(record.vi)). \(remedy.vi)",
                                  "The file changed after the lock (\(record.en)). \(remedy.en)")
        case .lockedSetting: ("Khóa «\(.key)» là «\(.found)»; khi khóa (\(record.vi)) là «\(.expected)». \(remedy.vi)",
                              "The key “\(.key)” is “\(.found)”; when locked (\(record.en)) it was “\(.expected)”. \(remedy.en)")
        case .lockedCell: ("\(given: .text, "«\(.text)», ")\(given: .other, "bước \(.other), ")cột «\(.key)» là «\(.found)»; khi khóa (\(record.vi)) là «\(.expected)». \(remedy.vi)",
                           "\(given: .text, "“\(.text)”, ")\(given: .other, "stage \(.other), ")column “\(.key)” is “\(.found)”; when locked (\(record.en)) it was “\(.expected)”. \(remedy.en)")
        case .lockedReading: ("\(given: .text, "«\(.text)», ")\(given: .other, "bước \(.other), ")cột «\(.key)» vẫn ghi «\(.found)» như khi khóa (\(record.vi)), nhưng ô đã đổi từ số sang văn bản hoặc ngược lại, nên được đọc thành giá trị khác. \(remedy.vi)",
                              "\(given: .text, "“\(.text)”, ")\(given: .other, "stage \(.other), ")column “\(.key)” still says “\(.found)” as when locked (\(record.en)), but the cell turned from a number into text or the other way round, and is read as another value. \(remedy.en)")
        case .lockedRowAdded: ("\(given: .text, "«\(.text)»: ")\(given: .other, "bước \(.other): ")hàng này có thêm sau khi khóa (\(record.vi))\(given: .found, ": \(.found)"). \(remedy.vi)",
                               "\(given: .text, "“\(.text)”: ")\(given: .other, "stage \(.other): ")the row came in after the lock (\(record.en))\(given: .found, ": \(.found)"). \(remedy.en)")
        case .lockedRowMissing: ("\(given: .text, "«\(.text)»: ")\(given: .other, "bước \(.other): ")mất một hàng đã khóa (\(record.vi)): \(.expected). \(remedy.vi)",
                                 "\(given: .text, "“\(.text)”: ")\(given: .other, "stage \(.other): ")a locked row (\(record.en)) is missing: \(.expected). \(remedy.en)")
        case .lockedColumnAdded: ("Cột «\(.key)» có thêm sau khi khóa (\(record.vi)). \(remedy.vi)",
                                  "The column “\(.key)” came in after the lock (\(record.en)). \(remedy.en)")
        case .lockedColumnMissing: ("Mất cột «\(.key)» đã khóa (\(record.vi)), hoặc tên cột đã bị sửa. \(remedy.vi)",
                                    "The locked column “\(.key)” (\(record.en)) is missing, or its heading was changed. \(remedy.en)")
        case .lockedTitles: ("Phần phía trên tiêu đề là «\(.found)»; khi khóa (\(record.vi)) là «\(.expected)». \(remedy.vi)",
                             "Above the heading stands “\(.found)”; when locked (\(record.en)) it was “\(.expected)”. \(remedy.en)")
        case .lockedSeparator: ("Bảng nay được đọc với dấu thập phân «\(.found)»; khi khóa (\(record.vi)) là «\(.expected)». \(remedy.vi)",
                                "The table is read with the decimal separator “\(.found)”; when locked (\(record.en)) it was “\(.expected)”. \(remedy.en)")
        case .savedAgain: ("Tệp đã được lưu lại sau khi khóa (\(record.vi)): các ô vẫn như cũ, nhưng tệp không còn trùng từng byte.",
                           "The file was saved again after the lock (\(record.en)): its cells are the same, its bytes are not.")
        case .besideFileChanged: ("Nội dung tệp đã thay đổi sau khi khóa (\(record.vi)); điểm số không dựa vào tệp này\(given: .key, " (cột «\(.key)»)").",
                                  "The file changed after the lock (\(record.en)); no points rest on it\(given: .key, " (column “\(.key)”)").")
        case .besideFileMissing: ("Tệp đã có khi khóa (\(record.vi)) nay không còn; điểm số không dựa vào tệp này.",
                                  "The file was there at the lock (\(record.en)) and is missing; no points rest on it.")
        case .besideCellChanged: ("Cột «\(.key)» là «\(.found)»; khi khóa (\(record.vi)) là «\(.expected)». Điểm số không dựa vào tệp này.",
                                  "The column “\(.key)” is “\(.found)”; when locked (\(record.en)) it was “\(.expected)”. No points rest on this file.")
        case .besideRowAdded: ("Hàng này có thêm sau khi khóa (\(record.vi)): \(.found). Điểm số không dựa vào tệp này.",
                               "The row came in after the lock (\(record.en)): \(.found). No points rest on this file.")
        case .besideRowMissing: ("Mất một hàng so với khi khóa (\(record.vi)): \(.expected). Điểm số không dựa vào tệp này.",
                                 "A row is missing since the lock (\(record.en)): \(.expected). No points rest on this file.")
        case .lockedEntry: ("«\(.unit)», \(.code) đã khóa ở bước \(.stage) (dòng \(.count) của stages.csv), nên không nhận. Muốn nhận thì mở khóa bằng «stage unlock».",
                            "“\(.unit)”, \(.code) is locked at the stage \(.stage) (record \(.count) of stages.csv) and is not taken. Unlock it with “stage unlock” to take it.")
        case .openLines: ("Bước \(.stage) còn \(.count) dòng chưa ai xem xét (\(.other) điểm), của: \(.found). Hãy xem xét các dòng này, hoặc thêm --accept-open TÊN để nêu ai chấp nhận.",
                          "At the stage \(.stage) \(.count) lines are open (\(.other) points), of: \(.found). Look at them, or add --accept-open NAME to say who accepts them.")
        case .unanswered: ("Bước \(.stage) còn \(.count) dòng được yêu cầu giải trình mà chưa trả lời (\(.other) điểm), của: \(.found). Hãy nhập phần giải trình bằng «collect», hoặc thêm --accept-open TÊN để nêu ai chấp nhận.",
                           "At the stage \(.stage) \(.count) lines were asked and not answered (\(.other) points), of: \(.found). Collect the answers, or add --accept-open NAME to say who accepts them.")
        case .alreadyLocked: ("Bước \(.stage) đã được khóa từ trước.", "The stage \(.stage) is locked already.")
        case .notLocked: ("Bước \(.stage) chưa khóa nên không có gì để mở khóa.", "The stage \(.stage) is not locked: there is nothing to unlock.")
        case .confirmFirst: ("Bước \(.stage) phải xác nhận lại vì bước trước đã được mở khóa; các đơn vị: \(.found). Hãy dùng «stage confirm».",
                             "The stage \(.stage) has to be confirmed, because an earlier one was unlocked; units: \(.found). Use “stage confirm”.")
        case .nothingToConfirm: ("Bước \(.stage) không có gì phải xác nhận lại.", "At the stage \(.stage) there is nothing to confirm.")
        case .earlierOpen: ("Chưa xác nhận lại được bước \(.stage): bước \(.other) chưa khóa lại; các đơn vị: \(.found).",
                            "The stage \(.stage) cannot be confirmed yet: \(.other) is not locked again; units: \(.found).")
        case .notAllLocked: ("Chưa công bố được: bước \(.stage) chưa khóa hết; các đơn vị: \(.found). Hãy dùng «stage lock».",
                             "Nothing can be published: the stage \(.stage) is not wholly locked; units: \(.found). Use “stage lock”.")
        case .nothingOfficial: ("Không công bố điểm của bước \(.stage): đó là điểm đơn vị tự cho, chưa ai xem xét. Các bước công bố được: \(.expected).",
                                "The points of the stage \(.stage) are not published: they are what units gave themselves. Stages that can be published: \(.expected).")
        case .noPublication: ("Chưa có lần công bố thứ \(.found); đến nay đã công bố \(.count) lần.", "There is no publication \(.found); there are \(.count).")
        case .tooFewPublications: ("Thư mục này mới có \(.count) lần công bố, cần ít nhất \(.expected). Hãy dùng «stage publish» để công bố.",
                                   "This folder has \(.count) publications, and at least \(.expected) are needed. Use “stage publish”.")
        case .notRecomputable: ("Không tính lại được lần công bố \(.count): không lưu bản sao của \(.found), và thư mục đã thay đổi. Hãy lấy lại đúng các tệp đó.",
                                "Publication \(.count) cannot be computed again: no copy of \(.found) is kept, and the folder changed. Restore these files.")
        case .publishedDiffers: ("Lần công bố \(.count), «\(.text)», cột «\(.key)»: công bố «\(.found)», tính lại «\(.expected)».",
                                 "Publication \(.count), “\(.text)”, column “\(.key)”: “\(.found)” was published, “\(.expected)” is computed.")
        case .changedSincePublication: ("Các tệp đã khác so với lần công bố \(.count): \(.found). Bản công bố được tính lại từ các bản sao.",
                                        "These files are not those of publication \(.count) any more: \(.found). It is computed from its copies.")
        }
    }
}
