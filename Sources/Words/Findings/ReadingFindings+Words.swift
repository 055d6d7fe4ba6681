// swift-format-ignore-file
internal import Tables
internal import Values

extension FileFinding: WordedFinding {
    var words: FindingWords {
        switch self {
        case .notFound: ("Không tìm thấy tệp hoặc thư mục. Hãy kiểm tra đường dẫn.",
                         "There is no such file or folder. Check the path.")
        case .isFolder: ("Đây là thư mục, không phải tệp. Hãy ghi tên một tệp.",
                         "This is a folder, not a file. Name a file.")
        case .notRegular: ("Đây không phải tệp thường (là đường ống, thiết bị …) nên không được đọc. Hãy đặt một tệp vào chỗ này.",
                           "This is no file (a pipe, a device …) and is not read. Put a file in its place.")
        case .folderNotEmpty: ("Đã có tệp hoặc thư mục không trống tên này. Chưa ghi gì; hãy chọn tên khác.",
                               "A file, or a folder that is not empty, has this name already. Nothing was written; choose another name.")
        case .noPermission: ("Không có quyền đọc hoặc ghi tệp này. Hãy xin cấp quyền hoặc chọn nơi khác.",
                             "The system does not allow reading or writing this file. Ask for access or choose another place.")
        case .cannotRead: ("Không đọc được tệp: \(.reason).", "The file cannot be read: \(.reason).")
        case .changed: ("Tệp đã thay đổi trong khi đang được đọc. Hãy chờ chương trình khác ghi xong rồi chạy lại.",
                        "The file changed while it was read. Wait until the other program has written it, and run this again.")
        case .cannotWrite: ("Không ghi được tệp: \(.reason). Tệp cũ, nếu có, vẫn giữ nguyên.",
                            "The file cannot be written: \(.reason). A file that was there is unchanged.")
        case .tooLarge: ("Tệp quá lớn: \(.found) byte, tối đa \(.expected) byte. Hãy chia nhỏ tệp.",
                         "The file is too large: \(.found) bytes, \(.expected) at most. Divide it.")
        case .isWorkbook: ("Đây là tệp Excel hoặc tệp nén (\(.found)), không phải CSV. Trong Excel hãy chọn Lưu thành (Save As) → «CSV UTF-8».",
                           "This is an Excel file or an archive (\(.found)), not CSV. In Excel choose Save As → “CSV UTF-8”.")
        case .otherEncoding: ("Tệp mã hóa \(.found). Hãy lưu lại theo bảng mã \(.expected).",
                              "The file is in \(.found). Save it in \(.expected).")
        case .nulByte: ("Có byte 0 trong văn bản (sau \(.offset) byte): tệp hỏng hoặc không phải văn bản. Hãy lưu lại tệp.",
                        "A zero byte stands in the text (after \(.offset) bytes): the file is damaged or no text. Save it again.")
        case .notInEncoding: ("Các byte \(.found, joined: " ") không có trong bảng mã \(.expected) (sau \(.offset) byte). Hãy chọn bảng mã khác (--encoding) hoặc lưu lại tệp dạng «CSV UTF-8».",
                               "The bytes \(.found, joined: " ") do not exist in \(.expected) (after \(.offset) bytes). State another encoding (--encoding) or save the file as “CSV UTF-8”.")
        case .ambiguousEncoding: ("Không rõ tệp dùng bảng mã nào: \(.found, joined: " hay ") đều đọc được thành tiếng Việt nhưng khác nhau\(given: .other, " (\(.other, joined: " / "))"). Hãy chọn một bảng mã (--encoding) hoặc lưu lại tệp dạng «CSV UTF-8».",
                                   "It is not clear in which encoding the file is: \(.found, joined: " and ") both make Vietnamese of it, but not the same\(given: .other, " (\(.other, joined: " / "))"). State one (--encoding) or save the file as “CSV UTF-8”.")
        case .statedEncoding: ("Tệp dùng bảng mã \(.found), không phải \(.expected) như khai báo. Hãy bỏ hoặc sửa khai báo bảng mã (--encoding, hay «tables.encoding» trong assessment.json).",
                                "The file is in \(.found), not in \(.expected) as stated. Remove or correct the encoding (--encoding, or “tables.encoding” in assessment.json).")
        case .invalidUTF8: ("Các byte \(.found, joined: " ") không đúng bảng mã UTF-8 (sau \(.offset) byte). Hãy lưu lại tệp dạng «CSV UTF-8».",
                            "The bytes \(.found, joined: " ") are not UTF-8 (after \(.offset) bytes). Save the file as “CSV UTF-8”.")
        case .brokenArchive: ("Tệp nén gzip bị hỏng hoặc bị cắt ngang (\(.reason)). Hãy chép hoặc nén lại tệp.",
                              "The gzip file is damaged or cut off (\(.reason)). Copy or compress it again.")
        case .rowTooLong: ("Một dòng dài quá \(.expected) byte: có thể dấu nháy kép chưa đóng, hoặc tệp không phải bảng. Hãy kiểm tra tệp.",
                           "A row is longer than \(.expected) bytes: a quote may not be closed, or this is no table. Check the file.")
        }
    }
}

extension TableFinding: WordedFinding {
    var words: FindingWords {
        switch self {
        case .empty: ("Bảng trống: không có hàng tiêu đề. Hàng đầu phải ghi tên các cột.",
                      "The table is empty: it has no heading. The first row must name the columns.")
        case .encodingRecognised: ("Tệp không dùng UTF-8; nhận ra bảng mã \(.found) và đọc theo bảng mã này. Hãy kiểm tra các tên đơn vị, hoặc chọn bảng mã khác (--encoding).",
                                     "The file is not in UTF-8; it was recognised as \(.found) and read so. Check the names of units, or state another encoding (--encoding).")
        case .encodingStated: ("Tệp được đọc theo bảng mã \(.found) như khai báo.", "The file was read in \(.found), as stated.")
        case .headingFound: ("Hàng tiêu đề: \(.found); số hàng bỏ qua ở phía trên: \(.count).",
                             "The heading is row \(.found); rows above it that are passed over: \(.count).")
        case .rowsPassedOver: ("Số hàng không phải số liệu, được bỏ qua: \(.count)\(given: .headingRows, "; tiêu đề lặp lại: hàng \(.headingRows)")\(given: .numberingRows, "; đánh số cột: hàng \(.numberingRows)")\(given: .sumRows, "; hàng tổng: \(.sumRows)")\(given: .sectionRows, "; tên nhóm, mục: hàng \(.sectionRows)")\(given: .closingRows, "; ghi chú, ký tên, nơi nhận: hàng \(.closingRows)").",
                               "Rows that are no data and are passed over: \(.count)\(given: .headingRows, "; the heading repeated: row \(.headingRows)")\(given: .numberingRows, "; numbers of columns: row \(.numberingRows)")\(given: .sumRows, "; sums: row \(.sumRows)")\(given: .sectionRows, "; names of parts: row \(.sectionRows)")\(given: .closingRows, "; notes and signatures: row \(.closingRows)").")
        case .filledDown: ("Cột «\(.key)» để trống ở \(.count) hàng (như ô gộp): mỗi hàng đó lấy theo ô phía trên gần nhất có nội dung.",
                           "The column “\(.key)” is blank in \(.count) rows, as merged cells are: each takes the nearest content above it.")
        case .severalHeadings: ("Hàng này và hàng \(.other) đều có thể là hàng tiêu đề. Hãy để mỗi bảng vào một tệp hoặc một trang tính riêng.",
                                "This row and row \(.other) may both be the heading. Put each table into a file or sheet of its own.")
        case .unknownSeparator: ("Dòng đầu «\(.found)» nêu dấu phân cách không dùng được. Dùng được: \(.expected, joined: " ").",
                                 "The first line “\(.found)” names a separator that cannot be used. It may be: \(.expected, joined: " ").")
        case .unknownEncoding: ("Không có bảng mã «\(.found)». Dùng được: \(.expected).", "There is no encoding “\(.found)”. It may be: \(.expected).")
        case .sameSeparators: ("Dấu thập phân và dấu phân nhóm cùng là «\(.found)». Hãy chọn hai dấu khác nhau.",
                               "The decimal sign and the group sign are both “\(.found)”. Choose two different signs.")
        case .unclosedQuote: ("Dấu nháy kép mở ở «\(.found)» mà không đóng. Hãy thêm dấu nháy đóng hoặc bỏ dấu nháy mở.",
                              "The quote opened at “\(.found)” is never closed. Close it or remove it.")
        case .textAfterQuote: ("Có chữ sau dấu nháy đóng: «\(.found)». Dấu nháy trong ô phải viết hai lần (\"\").",
                               "Text follows the closing quote: “\(.found)”. A quote inside a cell is written twice (\"\").")
        case .spaceBeforeQuote: ("Có dấu cách trước dấu nháy: «\(.found)», nên dấu nháy được hiểu là một phần của chữ. Hãy bỏ dấu cách nếu không muốn vậy.",
                                 "A space stands before the quote: “\(.found)”, so the quote is part of the text. Remove the space if that is not meant.")
        case .tooManyCells: ("Hàng có \(.found) ô, tiêu đề có \(.expected) cột; ô thừa đầu tiên: «\(.text)». Hãy bỏ ô thừa hoặc đặt ô có dấu phân cách trong dấu nháy kép.",
                             "The row has \(.found) cells, the heading \(.expected) columns; the first cell too many: “\(.text)”. Remove it, or put a cell that holds the separator in double quotes.")
        case .tooFewCells: ("Hàng cuối có \(.found) ô, tiêu đề có \(.expected) cột, và tệp hết ngay ở đó: «\(.text)». Có thể tệp bị cắt ngang: hãy chép lại tệp, hoặc bổ sung ô còn thiếu.",
                           "The last row has \(.found) cells, the heading \(.expected) columns, and the file ends there: “\(.text)”. The file may be cut off: copy it again, or add what is missing.")
        case .blankEndCells: ("Hàng có \(.found) ô, tiêu đề có \(.expected) cột; ô thiếu ở cuối hàng được coi là ô trống. Số hàng như vậy: \(.count).",
                              "The row has \(.found) cells, the heading \(.expected) columns; cells missing at the end count as blank. Rows like this: \(.count).")
        case .extraBlankCells: ("Hàng có \(.found) ô, tiêu đề có \(.expected) cột; các ô thừa đều trống nên được bỏ qua. Số hàng như vậy: \(.count).",
                                "The row has \(.found) cells, the heading \(.expected) columns; the cells too many are blank and passed over. Rows like this: \(.count).")
        case .duplicateHeading: ("Tiêu đề «\(.found)» lặp lại cột \(column: .first). Mỗi cột phải có tên riêng.",
                                 "The heading “\(.found)” repeats that of column \(column: .first). Each column needs its own name.")
        case .blankHeading: ("Cột không có tiêu đề nhưng có nội dung (hàng \(row: .first): «\(.found)»); cột này không được đọc. Hãy đặt tên cột hoặc xóa nội dung.",
                             "The column has no heading but holds cells (row \(row: .first): “\(.found)”); it is not read. Name the column or clear it.")
        case .missingColumn: ("Thiếu cột bắt buộc; tên dùng được: \(.expected)\(given: .found, ". Các cột hiện có: \(.found)"). Hãy thêm cột hoặc sửa tên cột\(given: .other, " «\(.other)»").",
                              "A required column is missing; it may be named: \(.expected)\(given: .found, ". The columns are: \(.found)"). Add it or correct a heading\(given: .other, ", such as “\(.other)”").")
        case .sameMeaning: ("Cột «\(.found)» cùng nghĩa với cột \(column: .first) («\(.other)»). Hãy giữ một cột.",
                            "The column “\(.found)” means the same as column \(column: .first) (“\(.other)”). Keep one of them.")
        case .unknownColumn: ("Cột «\(.found)» không được dùng đến. Nếu đây là số liệu, hãy sửa tên cột.",
                              "The column “\(.found)” is not used. If it holds figures, correct its name.")
        case .mixedDecimalSeparators: ("«\(.found)» dùng dấu thập phân khác với «\(.other)» (hàng \(row: .first), cột \(column: .first)), nơi dấu thập phân là \(.expected). Cả bảng phải dùng một dấu.",
                                       "“\(.found)” has another decimal sign than “\(.other)” (row \(row: .first), column \(column: .first)), where it is \(.expected). A table uses one sign throughout.")
        case .ambiguousNumber: ("«\(.found)» có hai cách đọc: \(.asDecimal) hoặc \(.asGrouped). Hãy viết rõ, hoặc cho biết dấu thập phân (--decimal comma hay --decimal point).",
                                "“\(.found)” can be read as \(.asDecimal) or as \(.asGrouped). Write it plainly, or state the decimal sign (--decimal comma or --decimal point).")
        case .damagedText: ("Chữ trong tệp bị hỏng: «\(.found)».", "The letters of the file are damaged: “\(.found)”.")
        case .spreadsheetError: ("«\(.found)» là lỗi của bảng tính, không phải nội dung. Hãy sửa công thức rồi lưu lại, hoặc ghi nội dung đúng.",
                                 "“\(.found)” is an error of the spreadsheet, not a content. Mend the formula and save again, or write what belongs there.")
        case .notANumber: ("«\(.found)» không phải là số. Hãy ghi một số, hoặc để trống và ghi trạng thái.",
                           "“\(.found)” is no number. Write a number, or leave the cell blank and state a status.")
        case .otherSeparator: ("«\(.found)» viết khác với các số còn lại của bảng\(given: .expected, ", nơi dấu thập phân là \(.expected)"). Hãy viết lại.",
                               "“\(.found)” is written unlike the table's other numbers\(given: .expected, ", whose decimal sign is the \(.expected)"). Write it again.")
        case .numberTooFine: ("Cột «\(.key)» có số quá \(.expected) chữ số thập phân, đầu tiên là «\(.found)»; số ô: \(.count). Số không được tự làm tròn: hãy rút gọn, hoặc cho phép làm tròn khi đọc (--round-input, hay «tables.round» trong assessment.json).",
                             "The column “\(.key)” has numbers with more than \(.expected) decimals, first “\(.found)”; cells: \(.count). Nothing is rounded silently: shorten them, or let them be rounded on reading (--round-input, or “tables.round” in assessment.json).")
        case .numberTooLarge: ("«\(.found)» quá lớn; số lớn nhất là \(.expected). Hãy dùng đơn vị tính lớn hơn.",
                               "“\(.found)” is too large; the largest number is \(.expected). Use a larger unit.")
        case .moreFindings: ("Còn \(.count) chỗ khác cùng loại (\(.code)) không được liệt kê. Hãy sửa các chỗ trên rồi kiểm tra lại.",
                             "\(.count) more of the same kind (\(.code)) are not listed. Mend those above and check again.")
        }
    }
}

extension JSONFinding: WordedFinding {
    var words: FindingWords {
        switch self {
        case .syntax: ("Sai cú pháp JSON: chỗ này cần \(.expected)\(given: .found, ", nhưng gặp «\(.found)»"). Hãy sửa tại đây hoặc ngay trước đó.",
                       "JSON syntax: \(.expected) is needed here\(given: .found, ", but found “\(.found)”"). Mend it here or just before.")
        case .duplicateKey: ("Khóa «\(.found)» bị lặp; lần đầu ở \(.first). Mỗi khóa chỉ được ghi một lần: hãy bỏ một trong hai.",
                             "The key “\(.found)” is repeated; it first stands at \(.first). A key stands once: remove one of them.")
        case .unknownKey: ("Không có khóa «\(.key)» ở chỗ này\(given: .expected, "; các khóa dùng được: \(.expected)"). Hãy sửa tên hoặc bỏ khóa.",
                           "The key “\(.key)” is not known here\(given: .expected, "; known keys: \(.expected)"). Correct its name or remove it.")
        case .missingKey: ("Thiếu khóa bắt buộc «\(.key)». Hãy bổ sung.",
                           "The required key “\(.key)” is missing. Add it.")
        case .wrongType: ("Giá trị của «\(.key)» sai kiểu: cần \(.expected)\(given: .range, " trong khoảng \(.range)").",
                          "The value of “\(.key)” has the wrong type: \(.expected)\(given: .range, " in \(.range)") is needed.")
        case .unknownName: ("«\(.found)» không dùng được cho «\(.key)»; các giá trị dùng được: \(.expected).",
                            "“\(.found)” cannot stand for “\(.key)”; it must be one of: \(.expected).")
        case .badDay: ("«\(.found)» của «\(.key)» không phải một ngày dùng được\(given: .expected, ": năm phải trong khoảng \(.expected)"); hãy ghi như 2024-06-30 hoặc 30/6/2024, năm đủ bốn chữ số.",
                       "“\(.found)” of “\(.key)” is no day that can be meant\(given: .expected, ": the year must be within \(.expected)"); write it like 2024-06-30 or 30/6/2024, with four digits of the year.")
        case .emptyText: ("«\(.key)» để trống. Hãy ghi nội dung.", "“\(.key)” is blank. Write a text.")
        case .textTooLong: ("«\(.key)» dài \(.found) chữ, tối đa \(.expected). Hãy viết gọn hơn, không cắt dở từ.",
                            "“\(.key)” has \(.found) letters, \(.expected) at most. Write it shorter, without cutting words.")
        case .numberTooFine: ("Số \(.found) của «\(.key)» có số mũ hoặc quá sáu chữ số thập phân. Hãy viết không có số mũ, tối đa sáu chữ số sau dấu chấm.",
                              "The number \(.found) of “\(.key)” has an exponent or more than six decimals. Write it without an exponent, with six decimals at most.")
        case .moreFindings: TableFinding.moreFindings.words
        case .numberTooLarge: ("Số \(.found) của «\(.key)» quá lớn: trị tuyệt đối tối đa là 9.223.372.036.854.",
                               "The number \(.found) of “\(.key)” is too large: it may be 9,223,372,036,854 at most, either side of zero.")
        }
    }
}
