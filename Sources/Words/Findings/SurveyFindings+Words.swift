// swift-format-ignore-file
internal import Assessment
internal import Survey
internal import Tables
internal import Values

extension SurveyFinding: WordedFinding {
    var words: FindingWords {
        switch self {
        case .unknownAnswer: ("Câu trả lời «\(.found)» không có trong thang đo; các mức: \(.expected). Câu này được tính là không trả lời. Hãy đối chiếu với phiếu gốc.",
                              "The scale has no answer “\(.found)”; the levels are: \(.expected). It counts as no answer. Compare it with the form.")
        case .unknownUnit: ("Không có đơn vị «\(.found)» trong danh sách đơn vị; phiếu này không được tính. Hãy sửa tên đơn vị.",
                            "The list of units has no “\(.found)”; the form is left out. Correct the unit's name.")
        case .ambiguousUnit: ("Nhiều đơn vị có tên «\(.found)»: \(.expected); phiếu này không được tính. Hãy ghi mã của đơn vị.",
                              "Several units are named “\(.found)”: \(.expected); the form is left out. Write the unit's code.")
        case .roundedWeights: ("Trọng số «\(.found)» có nhiều hơn \(.expected) chữ số thập phân nên được làm tròn đến \(.expected) chữ số (một nửa thì làm tròn lên). Số trọng số như vậy: \(.count). Nếu trọng số rất nhỏ, hãy nhân tất cả với cùng một số.",
                               "The weight “\(.found)” has more than \(.expected) decimals and is rounded to \(.expected) (half away from zero). Weights like this: \(.count). If weights are very small, multiply all by one number.")
        case .weightless: ("Mọi phiếu đều có trọng số 0 ở: \(.found) (tất cả \(.count) nơi). Các phiếu này vẫn tính là đã chọn vào mẫu, nhưng câu trả lời không được tính. Nếu không đúng, hãy sửa trọng số.",
                           "Every form weighs 0 in: \(.found) (\(.count) in all). They still count as drawn into the sample, but none of their answers count. If that is wrong, correct the weights.")
        case .otherWeights: ("Tổng trọng số\(given: .stratum, " của tầng «\(.stratum, joined: " › ")»")\(given: .unit, " (đơn vị «\(.unit)»)") là \(.found), nhưng theo quy mô tổng thể thì tầng có \(.expected) người. Hai số phải gần bằng nhau: hãy kiểm tra cột trọng số và cột quy mô tổng thể. Số tầng như vậy: \(.count).",
                             "The weights\(given: .stratum, " of the stratum “\(.stratum, joined: " › ")”")\(given: .unit, " (unit “\(.unit)”)") add up to \(.found), but by its populations it has \(.expected) people. The two should be nearly equal: check the columns of weights and populations. Strata like this: \(.count).")
        case .scaledWeights: ("Tổng trọng số là \(.found), nhưng theo quy mô tổng thể thì có \(.expected) người; mọi tầng lệch cùng một tỷ lệ. Chỉ số không đổi; hệ số thiết kế được so với mẫu có hoàn lại.",
                              "The weights add up to \(.found), but by the populations there are \(.expected) people; all strata differ by the same factor. Indices do not change; design effects compare with a sample with replacement.")
        case .missingUnit: ("Phiếu không ghi đơn vị nên không được tính. Hãy bổ sung mã hoặc tên đơn vị.",
                            "The form names no unit and is left out. Add the unit's code or name.")
        case .notANumber: ("«\(.found)» không phải là số, mà chỗ này cần trọng số hoặc quy mô tổng thể; phiếu này không được tính. Hãy ghi một số.",
                           "“\(.found)” is no number, but a weight or a population is needed here; the form is left out. Write a number.")
        case .ambiguousNumber: ("Số «\(.found)» có hai cách đọc nên phiếu này không được tính. Hãy cho biết dấu thập phân (--decimal comma hay --decimal point).",
                                "The number “\(.found)” can be read in two ways, so the form is left out. State the decimal sign (--decimal comma or --decimal point).")
        case .numberOutOfRange: ("«\(.found)» không dùng được: trọng số không được âm hoặc nhỏ dưới một phần mười tỷ, quy mô tổng thể phải là số nguyên từ 1 trở lên, và không được quá lớn. Phiếu này không được tính; hãy sửa số.",
                                 "“\(.found)” cannot be used: a weight is not below 0 and not too small for ten decimals, a population a whole number from 1, and neither too large. The form is left out; correct the number.")
        case .cellCount: ("Hàng có \(.found) ô, tiêu đề có \(.expected) cột: «\(.text)». Phiếu này không được tính. Hãy kiểm tra dấu phân cách và ô còn thiếu.",
                          "The row has \(.found) cells, the heading \(.expected) columns: “\(.text)”. The form is left out. Check the separators and what is missing.")
        case .badQuote: ("Dấu nháy kép đặt sai chỗ hoặc không đóng: «\(.found)». Phiếu này không được tính. Dấu nháy trong ô phải viết hai lần (\"\").",
                         "A quote stands where none may, or is never closed: “\(.found)”. The form is left out. A quote inside a cell is written twice (\"\").")
        case .badText: ("«\(.found)» không đúng bảng mã UTF-8 hoặc có byte 0; phiếu này không được tính. Hãy lưu lại tệp dạng «CSV UTF-8».",
                        "“\(.found)” is not UTF-8 or holds a zero byte; the form is left out. Save the file as “CSV UTF-8”.")
        case .moreFindings: ("Còn \(.count) chỗ khác trong tệp này không được liệt kê. Dùng --errors TỆP để ghi ra đầy đủ.",
                             "\(.count) more places of this file are not listed. Use --errors FILE to write all of them down.")
        case .otherPopulation: ("Tầng «\(.stratum, joined: " › ")» ở giai đoạn chọn mẫu \(.stage) có hai quy mô tổng thể khác nhau: \(.found)\(given: .unit, " (đơn vị «\(.unit)»)") và \(.other)\(given: .first, " (\(.first))"). Mỗi tầng chỉ có một quy mô: hãy thống nhất.",
                                "The stratum “\(.stratum, joined: " › ")” of stage \(.stage) has two populations: \(.found)\(given: .unit, " (unit “\(.unit)”)") and \(.other)\(given: .first, " (\(.first))"). A stratum has one: make them agree.")
        case .populationTooSmall: ("Tầng «\(.stratum, joined: " › ")» ở giai đoạn chọn mẫu \(.stage)\(given: .unit, " (đơn vị «\(.unit)»)") có quy mô tổng thể \(.found), ít hơn số đã chọn vào mẫu (\(.expected)). Hãy kiểm tra lại hai số này.",
                                   "The stratum “\(.stratum, joined: " › ")” of stage \(.stage)\(given: .unit, " (unit “\(.unit)”)") has a population of \(.found), less than what was drawn of it (\(.expected)). Check both numbers.")
        case .unclosedQuote: ("Dấu nháy kép mở ở đây không được đóng: các dòng sau không đọc được. Hãy sửa tệp.",
                              "The quote that opens here is never closed: the rows behind it cannot be read. Correct the file.")
        case .cutOff: ("Tệp bị cắt ngang ở dòng cuối: có \(.found) ô, cần \(.expected). Hãy chép lại tệp.",
                       "The file is cut off in its last row: \(.found) cells, expected \(.expected). Copy it again.")
        case .otherSeparator: ("«\(.found)» viết dấu thập phân khác với các dòng trước. Hãy dùng một dấu trong cả tệp.",
                               "“\(.found)” has another decimal sign than the rows before. Use one sign in the whole file.")
        case .noUsableRow: ("Không có phiếu nào dùng được; số dòng dưới tiêu đề: \(.count). Hãy kiểm tra tệp đã đủ phiếu chưa, cột đơn vị, cột trọng số và dấu phân cách.",
                            "No form can be used; rows below the heading: \(.count). Check whether the file is complete, the columns of unit and weight, and the delimiter.")
        case .tooManyGroups: ("Có quá nhiều nhóm (đơn vị × cách chia × tầng × cụm): \(.count) nhóm đã cần hơn \(.expected) MB bộ nhớ. Hãy bớt cách chia, hoặc kiểm tra cột cụm có phải mã phiếu không.",
                              "There are too many groups (units × domains × strata × clusters): \(.count) of them need more than \(.expected) MB of memory. Divide by less, or check whether the column of clusters is one of forms.")
        case .faultsOverInput: ("Tệp ghi lỗi trùng với một tệp câu trả lời. Hãy chọn tên khác.",
                                "The file for faults is one of the files of answers. Choose another name.")
        case .badDesign: ("Thiết kế mẫu không dùng được với các phiếu này (\(.found)). Hãy kiểm tra mục design của phiếu khảo sát.",
                          "The sampling design does not fit these answers (\(.found)). Check the questionnaire's design.")
        case .otherSurvey: ("Tệp tổng hợp làm từ phiếu khảo sát khác hoặc chia theo nhóm khác: «\(.found, joined: " · ")», cần «\(.expected, joined: " · ")». Hãy làm lại tệp tổng hợp.",
                            "The tally was made with another questionnaire or other domains: “\(.found, joined: " · ")”, expected “\(.expected, joined: " · ")”. Make it again.")
        case .noTally: ("Đây không phải tệp tổng hợp: không có cột «\(.expected)», mà bắt đầu bằng «\(.found)». Hãy dùng tệp do survey tally, survey merge hoặc câu lệnh của survey sql ghi ra, dấu phân cách là dấu phẩy.",
                        "This is no tally: it has no column “\(.expected)” and begins with “\(.found)”. Take a file that survey tally, survey merge or the statement of survey sql wrote, with commas between cells.")
        case .badTally: ("«\(.found)» không phải số của tệp tổng hợp. Hãy làm lại tệp tổng hợp.",
                         "“\(.found)” is no number of a tally. Make the tally again.")
        case .unitLost: ("«\(.found)» mất hết \(.count) phiếu: không phiếu nào được tính, nên không phải là «chưa có phiếu». Hãy sửa tên đơn vị trong phiếu hoặc trong danh sách đơn vị, hay sửa các phiếu bị lỗi.",
                         "“\(.found)” loses all of its \(.count) forms: none counts, which is not the same as having none yet. Correct the unit's name in the forms or in the list of units, or what is wrong in the forms.")
        case .tooManyUnusable: ("Đơn vị «\(.code)» mất \(.count) trong \(.found) phiếu vì không dùng được; mức cho phép là \(.expected) % («maximumUnusable» của phiếu khảo sát). Hãy sửa các phiếu bị lỗi.",
                                "The unit “\(.code)” loses \(.count) of its \(.found) forms, as they cannot be used; \(.expected) % are allowed (“maximumUnusable” of the questionnaire). Correct what is wrong in them.")
        case .tooManyUnknown: ("Đơn vị «\(.code)» có \(.count) câu trả lời không có trong thang đo, trong tổng số \(.found) câu; mức cho phép là \(.expected) % («maximumUnusable» của phiếu khảo sát). Phần còn lại không phản ánh ý kiến người trả lời. Hãy sửa các câu này hoặc bổ sung cách ghi vào thang đo.",
                               "Of \(.found) answers about the unit “\(.code)”, \(.count) are not on the scale; \(.expected) % are allowed (“maximumUnusable” of the questionnaire). What is left is not what people said. Correct them, or add their spelling to the scale.")
        case .answersLost: ("Cả \(.count) câu trả lời của «\(.code)» cho câu hỏi «\(.found)» đều không có trong thang đo, nên không phải là «chưa có câu trả lời». Hãy sửa các câu này hoặc bổ sung cách ghi vào thang đo.",
                            "All \(.count) answers about “\(.code)” to the question “\(.found)” are not on the scale, which is not the same as having none yet. Correct them, or add their spelling to the scale.")
        case .spreadsheetError: TableFinding.spreadsheetError.words
        case .unusableWithoutUnit: ("Không rõ \(.count) phiếu không dùng được là của đơn vị nào, trong tổng số \(.found) phiếu; mức cho phép là \(.expected) % («maximumUnusable» của phiếu khảo sát). Hãy sửa các phiếu bị lỗi.",
                                    "Forms that cannot be used and belong to no known unit: \(.count) of \(.found); \(.expected) % are allowed (“maximumUnusable” of the questionnaire). Correct what is wrong in them.")
        case .sameFile: ("Tệp này có nội dung giống hệt «\(.other)»: các phiếu sẽ bị tính hai lần. Hãy bỏ một trong hai tệp.",
                         "This file has the same content as “\(.other)”: its forms would count twice. Remove one of the two.")
        case .repeatedForms: ("\(.count) phiếu của tệp này đã có trong «\(.other)» (phiếu đầu tiên: \(.first)) nên chỉ được tính một lần; tổng cộng dùng \(.found) phiếu. Nếu là phiếu của những người khác nhau, hãy đánh số phiếu và khai báo cột «id».",
                              "Forms of this file that stand in “\(.other)” too (the first at \(.first)): \(.count). They are counted once; forms used in all: \(.found). If they are of other people, number the forms and name the column “id”.")
        case .repeatedNumber: ("\(.count) phiếu có số phiếu trùng với phiếu khác của cùng đơn vị (phiếu đầu tiên trùng với \(.first)). Mỗi số phiếu chỉ dùng một lần trong một đơn vị: hãy bỏ phiếu lặp hoặc đánh lại số.",
                               "Forms with the number of another form of their unit: \(.count) (the first has that of \(.first)). A number stands once in a unit: remove what is repeated or number the forms anew.")
        case .sameRows: ("Có ít nhất \(.count) dòng giống hệt dòng khác (dòng đầu tiên giống \(.first)); tất cả đều được tính, vì không rõ là một phiếu hay nhiều người trả lời giống nhau. Hãy đánh số phiếu và khai báo cột «id» trong phiếu khảo sát.",
                         "At least \(.count) rows are the same as others (the first as \(.first)); all are counted, as nothing tells one form from several people with the same answers. Number the forms and name the column “id” in the questionnaire.")
        case .noNumber: ("\(.count) phiếu không có số phiếu nên không biết có bị lặp hay không. Hãy bổ sung số phiếu.",
                         "Forms without a number: \(.count). Nobody can tell whether they stand twice. Add the numbers.")
        case .repeatedTally: ("Các nhóm của tệp tổng hợp này (số nhóm: \(.count), số phiếu: \(.found)) trùng hết với các nhóm đã cộng trước đó: phiếu sẽ bị tính hai lần. Hãy bỏ tệp lặp.",
                              "The cells of this tally (\(.count), with \(.found) forms) are all among those added before: their forms would count twice. Remove the file that repeats them.")
        case .sameCells: ("Có \(.count) nhóm (\(.found) phiếu) giống hệt nhóm của tệp tổng hợp đã cộng trước đó, và đều được tính. Hãy kiểm tra xem các tệp có phiếu chung không.",
                          "Cells that are the same in a tally added before: \(.count), with \(.found) forms; all are counted. Check whether the files share forms.")
        case .contradictoryTally: ("Số «\(.found)» ở cột «\(.key)» mâu thuẫn với các số khác cùng hàng (số phiếu, số câu trả lời, trọng số): không phiếu nào cho ra các số này. Tệp đã bị sửa hoặc hỏng; hãy làm lại tệp tổng hợp từ phiếu.",
                                   "“\(.found)” in the column “\(.key)” contradicts the other numbers of its row (forms, answers, weights): no forms give these numbers. The file was changed or damaged; make the tally again from the forms.")
        case .repeatedCell: ("Nhóm này đã có ở \(.first): mỗi nhóm chỉ đứng một lần trong tệp tổng hợp. Hãy bỏ hàng lặp, hoặc làm lại tệp tổng hợp.",
                             "This cell stands already at \(.first): each stands once in a tally. Remove the row that repeats it, or make the tally again.")
        case .editedTally: ("Tệp tổng hợp đã bị sửa hoặc cắt sau khi ghi ra: mã kiểm tra trong tệp là \(.expected), tính lại được \(.found). Hãy lấy lại tệp gốc.",
                            "The tally was changed or cut after it had been written: it states the checksum \(.expected), its rows have \(.found). Take the original file.")
        case .smallCells: ("Có \(.count) nhóm trong tệp tổng hợp dưới \(.expected) phiếu (minimumCount), nhóm nhỏ nhất có \(.found) phiếu: có thể thấy câu trả lời của từng người. Trước khi gửi đi, hãy ghi lại bằng --protect hoặc chia ít hơn.",
                           "Cells of the tally with fewer than \(.expected) forms (minimumCount): \(.count); the smallest has \(.found), so answers of single people may be seen. Before it travels, write it with --protect, or divide by less.")
        case .unprotectable: ("Không gộp được các nhóm ít phiếu: \(.found) của phiếu khảo sát cần từng nhóm như hiện có. Hãy tổng hợp bằng phiếu khảo sát không có các mục này rồi bảo vệ, hoặc chỉ gửi kết quả, không gửi tệp tổng hợp.",
                              "Cells of few forms cannot be merged: \(.found) of the questionnaire needs them as they are. Tally with a questionnaire without these and protect that, or give away results, not the tally.")
        case .noChecksum: ("Tệp tổng hợp không có mã kiểm tra (do phiên bản cũ hoặc cơ sở dữ liệu ghi ra), nên không biết có bị sửa hay không. Dùng survey merge để ghi lại tệp có mã kiểm tra.",
                           "The tally has no checksum (an earlier version or a database wrote it), so nobody can tell whether it was changed. Write it again with survey merge to add one.")
        case .unknownVariable: ("Phiếu khảo sát không hiệu chỉnh theo «\(.found)»; các biến cần có: \(.expected). Hãy sửa tên biến, hoặc thêm vào «margins» của mục calibration.",
                                "The questionnaire does not calibrate by “\(.found)”; the variables are: \(.expected). Correct the name, or add it to “margins” of calibration.")
        case .unknownPopulationUnit: ("Không có đơn vị «\(.found)» trong danh sách đơn vị, hoặc nhiều đơn vị cùng tên. Hãy ghi mã của đơn vị.",
                                      "The list of units has no “\(.found)”, or several of this name. Write the unit's code.")
        case .repeatedCategory: ("Nhóm «\(.found)» đã có ở \(.first). Mỗi nhóm của một biến chỉ ghi một lần: hãy bỏ hàng lặp.",
                                 "The category “\(.found)” stands at \(.first) already. A category of a variable stands once: remove the row.")
        case .mixedMargins: ("Hàng này không ghi đơn vị, còn hàng khác thì có. Hãy ghi đơn vị ở mọi hàng, hoặc không hàng nào.",
                             "This row names no unit while others do. Name the unit in every row, or in none.")
        case .noMargin: ("Bảng dân số\(given: .unit, " của đơn vị «\(.unit)»") không có biến «\(.key)», mà phiếu khảo sát hiệu chỉnh theo biến này. Hãy thêm dân số của từng nhóm.",
                         "The populations\(given: .unit, " of the unit “\(.unit)”") lack the variable “\(.key)”, by which the questionnaire calibrates. Add the people of each category.")
        case .marginsDiffer: ("Tổng dân số theo «\(.key)» là \(.found), nhưng theo «\(.other)» là \(.expected)\(given: .unit, " (đơn vị «\(.unit)»)"). Hai biến phải đếm cùng những người: hãy sửa cho hai tổng bằng nhau.",
                              "By “\(.key)” there are \(.found) people, by “\(.other)” \(.expected)\(given: .unit, " (unit “\(.unit)”)"). Both must count the same people: make the sums equal.")
        case .noPopulations: ("Phiếu khảo sát hiệu chỉnh trọng số theo \(.expected), nhưng không có bảng dân số. Hãy ghi files.survey.populations trong assessment.json (cột variable, value, count).",
                              "The questionnaire calibrates weights by \(.expected), but there are no populations. State files.survey.populations in assessment.json (columns variable, value, count).")
        case .notCalibrated: ("Có bảng dân số, nhưng phiếu khảo sát không nêu cách hiệu chỉnh nên bảng không được dùng. Hãy thêm mục calibration (method, margins) vào phiếu khảo sát.",
                              "There are populations, but the questionnaire does not say how to calibrate, so they are not used. Add calibration (method, margins) to the questionnaire.")
        case .categoryWithoutPopulation: ("Có \(.count) phiếu thuộc nhóm «\(.found)» của «\(.key)»\(given: .unit, " ở đơn vị «\(.unit)»"), mà bảng dân số không có nhóm này. Hãy thêm nhóm vào bảng (để trống giá trị nếu là phiếu không ghi), hoặc sửa phiếu.",
                                          "Forms of the category “\(.found)” of “\(.key)”\(given: .unit, " in the unit “\(.unit)”"): \(.count), but it has no population. Add it to the table (with a blank value for forms that do not say), or correct the forms.")
        case .categoryWithoutForms: ("Không phiếu nào thuộc nhóm «\(.found)» của «\(.key)»\(given: .unit, " ở đơn vị «\(.unit)»"), dù nhóm này có \(.count) người. Hãy gộp nhóm này với một nhóm khác.",
                                     "No form is of the category “\(.found)” of “\(.key)”\(given: .unit, " in the unit “\(.unit)”"), which has \(.count) people. Merge it with another category.")
        case .unitWithoutPopulations: ("Có phiếu của đơn vị chưa có dân số: \(.found) (tất cả \(.count) đơn vị). Hãy thêm dân số của các đơn vị này.",
                                       "There are forms of units without populations: \(.found) (\(.count) in all). Add their populations.")
        case .marginsNotMet: ("Không tìm được trọng số khớp mọi biên cùng lúc\(given: .unit, " (đơn vị «\(.unit)»)"): «\(.key)» không khớp. Các nhóm được hỏi quá ít hoặc các biên mâu thuẫn nhau: hãy gộp bớt nhóm hoặc bỏ bớt biên.",
                              "No weights meet all margins together\(given: .unit, " (unit “\(.unit)”)"): “\(.key)” is missed. Too few forms share their categories, or the margins contradict each other: merge categories or leave out a margin.")
        case .negativeWeights: ("Hiệu chỉnh tuyến tính cho \(.count) phiếu trọng số âm\(given: .unit, " (đơn vị «\(.unit)»)"). Hãy dùng method «rake», hoặc gộp bớt nhóm.",
                                "Linear calibration gives negative weights to \(.count) forms\(given: .unit, " (unit “\(.unit)”)"). Use the method “rake”, or merge categories.")
        case .classWithoutAnswers: ("Lớp «\(.found, joined: " × ")» có \(.count) phiếu nhưng không ai trả lời, nên không ai đại diện được cho lớp này. Hãy gộp lớp.",
                                    "Of the class “\(.found, joined: " × ")” with \(.count) forms nobody answered, so nobody stands for it. Merge it with another.")
        case .noRoomForWeights: ("Không thể giữ mọi trọng số trong khoảng của «trim»\(given: .unit, " (đơn vị «\(.unit)»)"). Hãy nới khoảng này.",
                                 "Weights cannot all be held between the bounds of “trim”\(given: .unit, " (unit “\(.unit)”)"). Widen them.")
        case .undividedTally: ("Tệp tổng hợp chưa chia theo «\(.expected, joined: ", ")», mà phiếu khảo sát này cần (hiệu chỉnh trọng số, phân vị). Hãy làm lại từ phiếu với phiếu khảo sát này: score-cli survey tally TỆP --questionnaire PHIẾU.",
                               "The tally is not divided by “\(.expected, joined: ", ")”, which the questionnaire needs (calibration, quantiles). Make it again from the forms with this questionnaire: score-cli survey tally FILE --questionnaire FILE.")
        case .replicateOfWeightless: ("Có phiếu trọng số 0 nhưng trọng số lặp «\(.found)» khác 0: không tính được bộ này, vì phiếu trọng số 0 không được giữ câu trả lời. Hãy kiểm tra cột trọng số.",
                                      "Forms of weight 0 have a replicate weight “\(.found)” above 0, which cannot be computed, as answers of weight 0 are not kept. Check the columns of weights.")
        case .unknownAreaUnit: ("Không có đơn vị «\(.found)» trong danh sách đơn vị. Hãy ghi mã hoặc tên đơn vị như trong danh sách.",
                                "There is no unit “\(.found)” in the list of units. Write its code or name as in the list.")
        case .ambiguousAreaUnit: ("Nhiều đơn vị có tên «\(.found)»: \(.expected). Hãy ghi mã của đơn vị.",
                                  "Several units are named “\(.found)”: \(.expected). Write the unit's code.")
        case .repeatedArea: ("Địa bàn «\(.found)» có hai dòng\(given: .first, " (dòng trước: \(.first))"). Hãy bỏ một dòng.",
                             "The area “\(.found)” has two rows\(given: .first, " (the first: \(.first))"). Leave one out.")
        case .overlappingAreas: ("Địa bàn «\(.found)» và «\(.other)» có đơn vị chung: câu trả lời sẽ bị tính hai lần. Hãy để bảng chỉ có các địa bàn không nằm trong nhau.",
                                 "The areas “\(.found)” and “\(.other)” have units in common, whose answers would count twice. Keep areas of which none lies in another.")
        case .fewAreas: ("Chỉ có \(.found) địa bàn có sai số chuẩn; mô hình với các biến này cần ít nhất \(.expected). Hãy bớt biến trong smallAreas.auxiliaries hoặc thêm địa bàn có mẫu.",
                         "Only \(.found) areas have a standard error; a model of these variables needs at least \(.expected). Use fewer in smallAreas.auxiliaries, or areas with samples.")
        case .dependentAuxiliary: ("Biến «\(.key)» như nhau ở mọi địa bàn có mẫu, hoặc suy ra được từ các biến trước nó. Hãy bỏ biến này khỏi smallAreas.auxiliaries.",
                                   "The variable “\(.key)” is the same in all areas with a sample, or follows from those before it. Leave it out of smallAreas.auxiliaries.")
        case .modelNotSettled: ("Không tìm được phương sai giữa các địa bàn bằng phương pháp này. Hãy thử smallAreas.method khác (REML, ML, FH) hoặc bớt biến.",
                                "The variance between areas cannot be found by this method. Try another smallAreas.method (REML, ML, FH), or fewer variables.")
        case .unfinishedForms: ("Phiếu chưa hoàn thành theo quy tắc của phiếu khảo sát (columns.finished): \(.count) phiếu, phiếu đầu tiên ở đây. Các phiếu này không được tính.",
                                "Forms that are not finished by the questionnaire's rule (columns.finished): \(.count), the first here. They do not count.")
        case .answersNotAsked: ("Có câu trả lời cho câu hỏi không được hỏi (askedIf): \(.count) ô, ô đầu tiên ở đây. Các câu này không được tính. Hãy kiểm tra điều kiện của câu hỏi, hoặc phiếu.",
                                "Answers to questions that were not asked (askedIf): \(.count) cells, the first here. They do not count. Check the condition of the question, or the form.")
        case .droppedForms: ("Bỏ \(.count) phiếu theo quy tắc của phiếu khảo sát (fieldwork.drop): \(.found). Các phiếu này không được tính; survey check cho biết chỉ số khi tính cả.",
                             "Dropped by the questionnaire's rules (fieldwork.drop: \(.found)): \(.count) forms. They do not count; survey check shows the indices with them.")
        case .noFieldRules: ("Phiếu hỏi chưa có quy tắc kiểm tra phiếu. Hãy ghi \"fieldwork\" (leastMinutes, sameAnswers, burst, from, to) cùng cột start, end, device.",
                            "The questionnaire has no rules for forms. State \"fieldwork\" (leastMinutes, sameAnswers, burst, from, to) with the columns start, end, device.")
        case .badMoment: ("«\(.found)» không phải thời điểm (như 2026-03-01 09:15 hoặc 1/3/2026 9:15). Phiếu không bị xét về thời gian; số ô như vậy: \(.count). Hãy sửa lại ô.",
                          "“\(.found)” is no moment (such as 2026-03-01 09:15 or 1/3/2026 9:15). The form is not judged by its time; cells like this: \(.count). Correct the cell.")
        case .blankCell: ActionFinding.blankCell.words
        case .badPopulation: ("«\(.found)» không phải số người\(given: .expected, ": cần một số nguyên trong khoảng \(.expected)"). Hãy sửa số.",
                              "“\(.found)” is no number of people\(given: .expected, ": a whole number within \(.expected) is needed"). Correct it.")
        case .repeatedStratum: ("Tầng «\(.found)» đã có ở \(.first): số người của tầng sẽ bị tính hai lần. Hãy bỏ hàng lặp hoặc sửa tên.",
                                "The stratum “\(.found)” stands at \(.first) already: its people would count twice. Remove the row or correct the name.")
        case .badShare: ("«\(.found)» không phải một tỷ lệ dùng được: cần một số lớn hơn 0 và nhỏ hơn 1, như 0,5 hoặc 50 % (tỷ lệ trả lời được là 1). Hãy sửa số.",
                         "“\(.found)” is no share that can be used: above 0 and below 1, such as 0.5 or 50 % (the share of those who answer may be 1). Correct it.")
        case .strataWithoutPeople: ("Chia theo tỷ lệ dân số thì \(.count) tầng không có ai được hỏi: \(.found). Nếu cần số liệu của các tầng này, dùng --allocation minimum hoặc equal.",
                                    "Divided in proportion to their people, \(.count) strata get nobody: \(.found). If figures about them are needed, use --allocation minimum or equal.")
        case .noStrata: ("Bảng chia tầng không có tầng nào. Hãy thêm ít nhất một hàng.",
                         "The table of strata has no stratum. Add at least one row.")
        case .tooLarge: ("Tổng trọng số quá lớn để tính chính xác. Hãy dùng trọng số nhỏ hơn (chia tất cả cho cùng một số).",
                         "A sum of weights is too large to be exact. Use smaller weights (divide all by one number).")
        }
    }
}

extension QuestionnaireFinding: WordedFinding {
    var words: FindingWords {
        switch self {
        case .levelCount: ("Thang đo có \(.found) mức; cần \(.expected) mức. Hãy thêm hoặc bớt mức.",
                           "The scale has \(.found) levels; \(.expected) are needed. Add or remove levels.")
        case .levelOrder: ("Mã các mức không tăng dần: \(.found). Các mức phải xếp từ thấp nhất (ít hài lòng nhất) đến cao nhất; nếu mã nhỏ đúng là mức cao thì giữ nguyên.",
                           "The codes of the levels do not go up: \(.found). Levels stand from the lowest (least satisfied) to the highest; if a small code does mean a high level, leave them.")
        case .sameSpelling: ("«\(.found)» được dùng cho cả «\(.code)» và «\(.other)», nên không biết câu trả lời thuộc mức nào. Mỗi cách ghi chỉ dùng cho một mức.",
                             "“\(.found)” stands for both “\(.code)” and “\(.other)”, so nobody can tell which level an answer is. Each spelling belongs to one level.")
        case .sameColumn: ("Tiêu đề cột «\(.found)» được dùng cho hai việc hoặc ghi hai lần. Hãy sửa một trong hai.",
                           "The heading “\(.found)” stands for two things, or twice. Correct one of them.")
        case .badCode: ("Mã «\(.found)» có dấu cách hoặc dấu phẩy. Hãy viết mã liền, không có các dấu này.",
                        "The code “\(.found)” has a space or a comma. Write it without.")
        case .duplicateCode: ("Mã «\(.code)» bị trùng. Mỗi nhóm, yếu tố, câu hỏi và tiêu chí phân tổ phải có mã riêng.",
                              "The code “\(.code)” stands twice. Each block, factor, question and domain has its own.")
        case .outOfRange: ("Giá trị \(.found) của «\(.key)» nằm ngoài phạm vi cho phép: \(.expected). Hãy sửa lại.",
                           "The value \(.found) of “\(.key)” is outside its range: \(.expected). Correct it.")
        case .stageWithoutCluster: ("Giai đoạn chọn mẫu \(.stage) chọn trực tiếp người trả lời (không có «cluster») nên phải là giai đoạn cuối. Hãy bổ sung cột cụm hoặc bỏ các giai đoạn sau.",
                                    "Stage \(.stage) draws the people themselves (it has no “cluster”), so it must be the last. Name the column of its clusters or remove the stages behind it.")
        case .stageWithoutEffect: ("Giai đoạn chọn mẫu \(.stage) không ảnh hưởng đến sai số, vì giai đoạn \(.other) không có cột quy mô tổng thể («population») và được coi là chọn có hoàn lại. Hãy bổ sung cột đó hoặc bỏ giai đoạn \(.stage).",
                                   "Stage \(.stage) changes no error, because stage \(.other) has no column of populations (“population”) and counts as drawn with replacement. Add that column or remove stage \(.stage).")
        case .calibratedReplicates: ("Phiếu có trọng số lặp (replicates) thì không hiệu chỉnh trọng số ở đây được: các bộ trọng số lặp sẽ không được hiệu chỉnh theo. Hãy hiệu chỉnh trước khi làm trọng số lặp và bỏ khóa «calibration».",
                                     "Weights with replicates cannot be calibrated here, as the replicates would stay as they are. Calibrate before making them, and leave out “calibration”.")
        case .reservedDomain: ("Nhóm người trả lời không được có mã «\(.code)»: các tên \(.expected) dành cho cách chia có sẵn (--by). Hãy đặt mã khác.",
                               "A domain may not have the code “\(.code)”: the names \(.expected) stand for other breakdowns (--by). Give it another code.")
        case .keyWithoutEffect: ("«\(.key)» không có tác dụng với cách tính «\(.method)». Hãy bỏ khóa này hoặc chọn cách tính khác.",
                                 "“\(.key)” changes nothing with the method “\(.method)”. Remove it or choose another method.")
        case .unusedScale: ("Không câu hỏi nào dùng thang đo «\(.found)». Hãy ghi scale ở câu hỏi, hoặc bỏ thang đo này.",
                            "No question uses the scale “\(.found)”. Name it at a question (scale), or remove it.")
        case .unclearCondition: ("Mỗi điều kiện cần đúng một trong ba khóa is, isNot, filled; ở đây có \(.found). Hãy sửa lại.",
                                 "A condition has exactly one of is, isNot and filled; this one has \(.found). Correct it.")
        case .choiceColumns: ("Lựa chọn «\(.code)»: nếu câu hỏi có column thì mọi lựa chọn nằm trong một ô và không có column riêng; nếu không thì lựa chọn nào cũng phải có column. Hãy sửa một trong hai.",
                              "Choice “\(.code)”: where the question has a column, all choices stand in one cell and have none of their own; otherwise each has one. Correct one of the two.")
        case .ruleWithoutLimit: ("Không thể bỏ phiếu theo quy tắc «\(.found)»: fieldwork chưa có giới hạn hoặc cột của quy tắc này. Hãy bổ sung, hoặc bỏ khỏi drop.",
                               "Forms cannot be dropped by the rule “\(.found)”: fieldwork states no limit or no column for it. Add it, or remove the rule from drop.")
        case .sameMetric: ("Số liệu «\(.found)» được lấy từ hai phần của phiếu. Mỗi số liệu chỉ lấy từ một phần: hãy bỏ bớt.",
                           "The metric “\(.found)” is taken from two parts. A metric comes from one: remove the other.")
        }
    }
}
