// swift-format-ignore-file
internal import Documents
internal import Values
internal import Workbooks

extension WorkbookFinding: WordedFinding {
    var words: FindingWords {
        switch self {
        case .legacyFormat: ("Đây là sổ tính Excel 97–2003 (.xls), định dạng cũ không đọc được. Hãy mở tệp và lưu thành (Save As) «Excel Workbook (.xlsx)».",
                             "This is a workbook of Excel 97–2003 (.xls), an old format that is not read. Open it and choose Save As → “Excel Workbook (.xlsx)”.")
        case .binaryFormat: ("Đây là sổ tính nhị phân (.xlsb), không đọc được. Hãy mở tệp và lưu thành (Save As) «Excel Workbook (.xlsx)».",
                             "This is a binary workbook (.xlsb), which is not read. Open it and choose Save As → “Excel Workbook (.xlsx)”.")
        case .macros: ("Sổ tính có macro nên không được đọc. Hãy mở tệp và lưu thành (Save As) «Excel Workbook (.xlsx)», là dạng không có macro.",
                       "The workbook contains macros and is not read. Open it and choose Save As → “Excel Workbook (.xlsx)”, which has none.")
        case .encrypted: ("Tệp được bảo vệ bằng mật khẩu. Hãy mở tệp, bỏ mật khẩu mở tệp (File → Info → Protect Workbook → Encrypt with Password) rồi lưu lại.",
                          "The file is protected by a password. Open it, remove the password (File → Info → Protect Workbook → Encrypt with Password) and save it again.")
        case .notAWorkbook: ("Đây không phải là sổ tính mà là \(.found, { ($0 as DocumentKind).words }). Hãy chọn tệp .xlsx, .ods hoặc .csv.",
                             "This is no workbook but \(.found, { ($0 as DocumentKind).words }). Choose a file in .xlsx, .ods or .csv.")
        case .cutOff: ("Tệp bị cắt ngang: phần cuối bị thiếu. Hãy chép hoặc tải lại tệp.",
                       "The file is cut off: its end is missing. Copy or download it again.")
        case .damaged: ("Tệp bị hỏng\(given: .key, ", ở phần «\(.key)»"): \(.reason, { ($0 as ArchiveFault).words }). Hãy chép lại tệp, hoặc mở bằng Excel hay LibreOffice rồi lưu lại.",
                        "The file is damaged\(given: .key, ", in its part “\(.key)”"): \(.reason, { ($0 as ArchiveFault).words }). Copy it again, or open it in Excel or LibreOffice and save it.")
        case .unsafeName: ("Tệp có phần tên «\(.key)», trỏ ra ngoài tệp: đây không phải là sổ tính bình thường nên không được đọc. Hãy hỏi lại nơi gửi.",
                           "The file has a part named “\(.key)”, which leads out of it: this is no ordinary workbook, and it is not read. Ask whoever sent it.")
        case .duplicateName: ("Tệp có hai phần cùng tên «\(.key)» nên không rõ phần nào đúng. Hãy mở bằng Excel hay LibreOffice rồi lưu lại.",
                              "Two parts of the file are named “\(.key)”, so that it is not clear which one counts. Open it in Excel or LibreOffice and save it again.")
        case .overlap: ("Hai phần «\(.other)» và «\(.key)» của tệp chồng lên nhau: đây không phải là sổ tính bình thường nên không được đọc. Hãy hỏi lại nơi gửi.",
                        "The parts “\(.other)” and “\(.key)” of the file share their bytes: this is no ordinary workbook, and it is not read. Ask whoever sent it.")
        case .tooLarge: ("Sau khi giải nén, \(given: .key, "phần «\(.key)» của ")tệp có \(.found) byte, tối đa \(.expected) byte. Hãy chia nhỏ tệp, hoặc xóa các hàng và cột trống có định dạng.",
                         "Unpacked, \(given: .key, "the part “\(.key)” of ")the file has \(.found) bytes, \(.expected) at most. Divide it, or delete blank rows and columns that are only formatted.")
        case .bomb: ("Phần «\(.key)» của tệp phình ra gấp \(.found) lần khi giải nén, như tệp nén độc hại: tệp không được đọc. Hãy hỏi lại nơi gửi, hoặc chép bảng sang sổ tính mới.",
                     "The part “\(.key)” of the file becomes \(.found) times as large when unpacked, as harmful archives do: it is not read. Ask whoever sent it, or copy the table to a new workbook.")
        case .missingPart: ("Tệp thiếu phần «\(.key)». Hãy chép lại tệp, hoặc mở bằng Excel hay LibreOffice rồi lưu lại.",
                            "The part “\(.key)” of the file is missing. Copy it again, or open it in Excel or LibreOffice and save it.")
        case .documentType: ("Phần «\(.key)» của tệp có khai báo kiểu tài liệu (DOCTYPE), có thể kéo theo tệp khác: tệp không được đọc. Hãy mở bằng Excel hay LibreOffice rồi lưu lại.",
                             "The part “\(.key)” of the file declares a document type (DOCTYPE), which could draw in other files: it is not read. Open it in Excel or LibreOffice and save it again.")
        case .brokenXML: ("Phần «\(.key)» của tệp bị hỏng (sau \(.offset) byte): \(.reason, { ($0 as XMLFault).words }). Hãy mở bằng Excel hay LibreOffice rồi lưu lại.",
                          "The part “\(.key)” of the file is broken (after \(.offset) bytes): \(.reason, { ($0 as XMLFault).words }). Open it in Excel or LibreOffice and save it again.")
        case .badCell: ("Nội dung «\(.found)» không đọc được: \(.reason, { ($0 as CellFault).words }). Hãy mở bằng Excel hay LibreOffice rồi lưu lại.",
                        "The content “\(.found)” cannot be read: \(.reason, { ($0 as CellFault).words }). Open the file in Excel or LibreOffice and save it again.")
        case .textTooLong: ("Nội dung dài \(.found) ký tự, ô của bảng tính chỉ chứa được \(.expected). Hãy rút ngắn, hoặc xuất dạng csv hay docx.",
                            "The text has \(.found) letters, a cell of a workbook holds \(.expected). Shorten it, or choose csv or docx.")
        case .tooManyCells: ("Trang tính có quá nhiều ô (tối đa \(.expected)). Hãy xóa các hàng và cột thừa, hoặc chia nhỏ tệp.",
                             "The sheet has too many cells (\(.expected) at most). Delete needless rows and columns, or divide the file.")
        case .unknownSheet: ("Không có trang tính «\(.found)»\(given: .expected, "; các trang tính: \(.expected, joined: "; ")").",
                             "There is no sheet “\(.found)”\(given: .expected, "; the sheets are: \(.expected, joined: "; ")").")
        case .empty: ("Sổ tính không có trang tính nào có nội dung.", "No sheet of the workbook has any content.")
        case .severalSheets: ("Sổ tính có nhiều trang tính có thể là bảng này: \(.found, joined: "; "). Hãy giữ một trang tính, hoặc đặt các bảng vào các tệp riêng.",
                              "Several sheets of the workbook could be this table: \(.found, joined: "; "). Keep one of them, or put the tables into files of their own.")
        case .otherSheets: ("Chỉ trang tính «\(.found)» được đọc; các trang tính khác có nội dung: \(.other, joined: "; ").",
                            "Only the sheet “\(.found)” is read; other sheets with content: \(.other, joined: "; ").")
        case .hiddenSheet: ("Trang tính «\(.found)» bị ẩn nhưng vẫn được đọc.", "The sheet “\(.found)” is hidden and read all the same.")
        case .hiddenRows: ("Có hàng bị ẩn nhưng vẫn được đọc; số hàng: \(.count). Hãy bỏ ẩn (hoặc bỏ lọc) để kiểm tra.",
                           "Rows are hidden and read all the same: \(.count). Unhide them (or clear the filter) to check them.")
        case .hiddenColumns: ("Có cột bị ẩn nhưng vẫn được đọc; số cột: \(.count). Hãy bỏ ẩn để kiểm tra.",
                              "Columns are hidden and read all the same: \(.count). Unhide them to check them.")
        }
    }
}

extension DocumentKind {
    fileprivate var words: Phrase {
        switch self {
        case .textDocument: Phrase("văn bản (Word)", "a text document (Word)")
        case .presentation: Phrase("bài trình chiếu (PowerPoint)", "a presentation (PowerPoint)")
        case .drawing: Phrase("bản vẽ", "a drawing")
        case .officeFile: Phrase("tệp Office loại khác", "an Office file of another kind")
        case .archive: Phrase("tệp nén (ZIP)", "an archive (ZIP)")
        }
    }
}

extension ArchiveFault {
    fileprivate var words: Phrase {
        switch self {
        case .contents: Phrase("mục lục của tệp nén không đúng chỗ", "the archive's table of contents is not where it should be")
        case .header: Phrase("phần đầu không khớp với mục lục", "its header contradicts the table of contents")
        case .size: Phrase("độ dài khác với mục lục", "its length is not the stated one")
        case .checksum: Phrase("mã kiểm tra không khớp", "its checksum is wrong")
        case .compression: Phrase("dữ liệu nén sai", "its compressed data is wrong")
        case .method: Phrase("kiểu nén không dùng được", "its compression is not supported")
        case .volumes: Phrase("tệp chỉ là một tập của tệp nén nhiều tập", "it is one of several volumes")
        case .parts: Phrase("quá nhiều phần", "it has too many parts")
        }
    }
}

extension XMLFault {
    fileprivate var words: Phrase {
        switch self {
        case .endOfFile: Phrase("XML bị cắt ngang", "the XML is cut off")
        case .encoding: Phrase("XML không phải UTF-8 hay UTF-16", "the XML is neither UTF-8 nor UTF-16")
        case .character: Phrase("có ký tự XML không cho phép", "a character that XML does not allow")
        case .tag: Phrase("thẻ XML sai", "a wrong tag")
        case .name: Phrase("tên XML sai", "a wrong name")
        case .attribute: Phrase("thuộc tính XML sai", "a wrong attribute")
        case .duplicateAttribute: Phrase("thuộc tính XML bị lặp", "an attribute that is repeated")
        case .reference: Phrase("tham chiếu ký tự sai", "a wrong reference")
        case .unknownEntity: Phrase("thực thể XML không rõ", "an unknown entity")
        case .namespace: Phrase("không gian tên XML sai", "a wrong namespace")
        case .endTag: Phrase("thẻ đóng không khớp thẻ mở", "an end tag without its start tag")
        case .root: Phrase("phần tử gốc không đúng", "a wrong root element")
        case .comment: Phrase("chú thích XML sai", "a wrong comment")
        case .instruction: Phrase("chỉ thị XML sai", "a wrong processing instruction")
        case .declaration: Phrase("khai báo XML sai", "a wrong XML declaration")
        case .section: Phrase("«]]>» đứng trong văn bản", "“]]>” in a text")
        case .depth: Phrase("lồng nhau quá sâu", "nested too deeply")
        case .length: Phrase("thẻ hoặc văn bản quá dài", "a tag or text that is too long")
        }
    }
}

extension CellFault {
    fileprivate var words: Phrase {
        switch self {
        case .address: Phrase("không đúng địa chỉ ô", "not the address of a cell here")
        case .order: Phrase("hàng hoặc ô sai thứ tự", "rows or cells are out of order")
        case .number: Phrase("ô ghi là số nhưng không phải số", "the cell is said to be a number and is none")
        case .sharedText: Phrase("không có văn bản dùng chung này", "there is no shared text of this number")
        case .type: Phrase("kiểu ô không rõ", "an unknown type of cell")
        case .area: Phrase("vùng ô sai", "a wrong area of cells")
        case .value: Phrase("ngày, giờ hoặc giá trị đúng/sai không hợp lệ", "not a day, a time or a truth value")
        }
    }
}
