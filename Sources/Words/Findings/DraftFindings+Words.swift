// swift-format-ignore-file
package import Documents
package import Survey
internal import Values

extension DraftFinding: WordedFinding {
    var words: FindingWords {
        switch self {
        case .noQuestion: ("Không cột nào giống câu hỏi có thang đo (Rất hài lòng…, 1–5, Có/Không). Hãy kiểm tra tệp có phải tệp xuất câu trả lời không, dấu phân cách và dòng tiêu đề.",
                           "No column looks like a question on a scale (Very satisfied…, 1–5, Yes/No). Check whether the file is an export of answers, its delimiter and its row of headings.")
        case .noUnit: ("Không cột nào ghi đơn vị (xã, phường…). Nếu tệp chỉ về một đơn vị thì để vậy; nếu không, hãy thêm \"unit\" vào columns.",
                       "No column names the unit (commune, ward…). Leave it if the file is about one unit; otherwise add \"unit\" to columns.")
        case .severalUnits: ("Nhiều cột có thể là đơn vị: \(.found); đã lấy cột đầu. Hãy sửa \"unit\" trong columns nếu là cột khác.",
                             "Several columns may name the unit: \(.found); the first is taken. Correct \"unit\" in columns if it is another.")
        case .noDesign: ("Tệp không cho biết người trả lời được chọn thế nào, nên chưa có sai số. Hãy thêm \"design\" (các giai đoạn chọn mẫu) vào phiếu.",
                         "The file does not say how people were drawn, so there are no errors yet. Add \"design\" (the stages of sampling).")
        case .topLevels: ("Giả định mức được tính là hài lòng: \(.found). Hãy sửa \"topLevels\" nếu khác.",
                          "These levels are supposed to count as satisfied: \(.found). Correct \"topLevels\" if others do.")
        case .numbersOnly: ("Cột chỉ có số \(.found): giả định số lớn nhất là tốt nhất, và chưa biết tên các mức. Hãy ghi \"label\" của từng mức; nếu số nhỏ là tốt thì đảo thứ tự các mức.",
                            "The column has only the numbers \(.found): the largest is supposed to be the best, and the names of the levels are not known. Write the \"label\" of each; if small numbers are the best, turn the levels round.")
        case .outsideScale: ("«\(.found)» không thuộc thang đo của cột. Hãy sửa ô này, thêm vào \"spellings\" của một mức, hoặc vào \"noAnswer\".",
                             "“\(.found)” is not on the scale of its column. Correct the cell, or add the text to the \"spellings\" of a level or to \"noAnswer\".")
        case .noAnswerSupposed: ("Giả định là không trả lời hoặc không được hỏi: \(.found). Hãy chuyển sang \"levels\" nếu đó là một mức.",
                                 "Supposed to mean no answer, or not asked: \(.found). Move it to \"levels\" if it is a level.")
        case .severalAnswers: ("Giả định «\(.found)» là một câu hỏi chọn nhiều, có \(.count) lựa chọn. Nếu đó là các câu hỏi riêng, hãy chuyển sang \"blocks\".",
                               "“\(.found)” is supposed to be one question with several answers, of \(.count) choices. If these are questions of their own, move them to \"blocks\".")
        case .finishedSupposed: ("Giả định cột «\(.found)» cho biết phiếu đã hoàn thành; phiếu khác không tính. Hãy sửa \"finished\" trong columns nếu không đúng.",
                                 "The column “\(.found)” is supposed to say which forms are finished; others do not count. Correct \"finished\" in columns if it does not.")
        case .fieldWorkSupposed: ("Các cột \(.found) được coi là cho biết phiếu được hỏi lúc nào, do ai, trên thiết bị nào. Chưa có giới hạn: hãy thêm leastMinutes, sameAnswers, burst, from, to vào \"fieldwork\" để survey check tìm các phiếu đáng ngờ.",
                                  "The columns \(.found) are supposed to say when, by whom and on what device people were asked. There are no limits yet: add leastMinutes, sameAnswers, burst, from, to to \"fieldwork\", so that survey check finds doubtful forms.")
        case .factorsSupposed: ("Yếu tố được lấy theo nhóm câu hỏi của tệp xuất: \(.count) yếu tố, trong một nhóm. Hãy chia lại blocks và factors theo phiếu gốc.",
                                "Factors are the groups of questions of the export: \(.count), in one block. Divide blocks and factors as the form does.")
        case .unusedColumns: ("Không dùng \(.count) cột: \(.found). Hãy thêm vào phiếu những cột cần.",
                              "Not used are \(.count) columns: \(.found). Add those that you need to the questionnaire.")
        }
    }
}

/// What is said of a draft beside its doubts.
package enum DraftWords {
    package static func done(_ draft: QuestionnaireDraft) -> Phrase {
        let (forms, questions, multiples) = draft.counts
        let tool = draft.tool.phrase
        return Phrase("Nhận ra: \(tool); \(amount: forms) phiếu, \(amount: questions) câu hỏi có thang đo, \(amount: multiples) câu hỏi chọn nhiều; \(amount: draft.doubts.count) chỗ cần xem lại.",
                      "Recognised: \(tool); \(amount: forms) forms, \(amount: questions) questions on scales, \(amount: multiples) with several answers; \(amount: draft.doubts.count) doubts to settle.")
    }
}

extension ExportTool {
    /// What wrote the export.
    package var phrase: Phrase { name.map { Phrase(verbatim: $0) } ?? Phrase("bảng thường", "a plain table") }

    /// The program's name.
    private var name: String? {
        switch self {
        case .googleForms: "Google Forms"
        case .kobo: "KoboToolbox"
        case .odk: "ODK Central"
        case .limeSurvey: "LimeSurvey"
        case .surveyMonkey: "SurveyMonkey"
        case .spss: "SPSS"
        case .table: nil
        }
    }
}
