// swift-format-ignore-file
package import Assessment
package import Documents
package import Scoring
internal import Values

/// Sentences on the lines of a stage.
package enum LineWords {
    /// How many points rest on lines that nobody looked at.
    package static func open(_ lines: OpenLines, at stage: Stage, digits: Int) -> Phrase {
        let (own, none) = (lines.atStage, lines.atNoStage)
        let rest = none == own || none.count == 0
            ? Phrase.none
            : Phrase(" Trong đó \(amount: none.count) dòng (\(none.points, digits: digits) trên \(none.maximum, digits: digits) điểm) chưa bước nào sau bước tự đánh giá xem xét.",
                     " Of these, \(none.count, "line", "lines") (\(none.points, digits: digits) of \(none.maximum, digits: digits) points) no stage after the self-assessment looked at.")
        return Phrase("Bước \(stage.phrase): còn \(amount: own.count) dòng chưa ai xem xét; \(own.points, digits: digits) trên \(own.maximum, digits: digits) điểm đang dựa vào các dòng này và chưa phải điểm của bước \(stage.phrase).\(rest)",
                      "Stage \(stage.phrase): \(own.count, "line is", "lines are") still open; \(own.points, digits: digits) of \(own.maximum, digits: digits) points rest on what nobody has looked at, and are not points of this stage.\(rest)")
    }

    package static let state = Phrase("Xem xét", "Looked at")

    /// The same in a few words.
    package static func openInShort(_ count: Int) -> Phrase {
        Phrase("\(amount: count) dòng chưa ai xem xét", "\(count, "line is", "lines are") still open")
    }

    /// A sum of lines as data.
    package static func values(_ sum: LineSum) -> KeyValuePairs<String, Value> {
        ["count": .count(sum.count), "points": .number(sum.points), "maximum": .number(sum.maximum)]
    }
}

extension LineState {
    package var words: Value { .code(rawValue, phrase) }

    package var phrase: Phrase {
        switch self {
        case .open: Phrase("Chưa xem xét", "Open")
        case .accepted: Phrase("Đồng ý", "Accepted")
        case .changed: Phrase("Đã điều chỉnh", "Changed")
        case .returned: Phrase("Trả lại, chờ giải trình", "Returned")
        }
    }
}

extension LineOpinion {
    package var words: Value { .code(rawValue, phrase) }

    package var phrase: Phrase {
        switch self {
        case .accepted: Phrase("đồng ý", "accepted")
        case .returned: Phrase("trả lại", "returned")
        }
    }
}
