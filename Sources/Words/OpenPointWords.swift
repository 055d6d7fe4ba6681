package import Documents
package import Scoring

extension OpenPoint.Reason {
    /// Why something is open.
    package var words: Phrase {
        switch self {
        case .noWords: Phrase("không có lời quy định cách chấm", "there are no scoring words")
        case .unknownWords: Phrase("câu chữ chưa đủ rõ để thành quy tắc", "the words make no clear rule")
        case .mixedKinds:
            Phrase(
                "các ý chấm theo những cách không ghép được với nhau",
                "the sentences are of kinds that do not go together")
        case .gap: Phrase("có mức chưa quy định điểm", "some figures have no points")
        case .overlap: Phrase("có mức được quy định điểm hai lần", "some figures have points twice")
        case .otherMaximum:
            Phrase("mức điểm cao nhất khác điểm tối đa", "the greatest points are not the maximum")
        case .noDirection:
            Phrase("điểm lúc tăng lúc giảm theo số liệu", "points neither rise nor fall with the figure")
        case .noLimit:
            Phrase("chưa nêu mức cộng hoặc trừ tối đa", "the most that is added or taken is not stated")
        case .noMaximum: Phrase("chưa nêu điểm tối đa", "no maximum is stated")
        case .unreadMaximum: Phrase("điểm tối đa không phải một số", "the maximum is not a number")
        case .otherSum:
            Phrase("điểm tối đa khác tổng điểm các mục con", "the maximum is not the sum of the parts")
        case .repeatedCode: Phrase("số thứ tự đã dùng ở trên", "the number stands above already")
        case .noCode: Phrase("chưa có số thứ tự", "the row has no number")
        case .noParent: Phrase("không có mục cha ở phía trên", "the node above it is missing")
        case .wordsOfParent:
            Phrase("mục có mục con mà lại có cách chấm riêng", "a node with parts has scoring words of its own")
        case .targetAgainstRule: Phrase("chỉ tiêu không khớp với cách chấm", "the target does not fit the rule")
        }
    }
}

extension OpenPoint {
    /// The words of the source and why they are open.
    package var phrase: Phrase {
        let words = text.map { Phrase(verbatim: $0).quoted }
        return words?.with(remark: reason?.words) ?? reason?.words ?? .none
    }
}

extension Phrase {
    static let openRule = Phrase("chưa thống nhất cách chấm", "the rule is to be settled")
    /// The heading of what people have to settle.
    package static let toSettle = Phrase("Còn phải thống nhất", "To settle")
    /// The heading of scoring words as the source has them.
    package static let scoringWords = Phrase("Cách chấm điểm theo văn bản", "Scoring words of the source")
}
