// swift-format-ignore-file
// A text in Vietnamese, and the same in English below it.
package import Documents
package import Scoring
package import Values

extension LegalSource {
    /// Document, place and row.
    package var phrase: Phrase {
        let parts = [document, place].compactMap(\.self).map { Phrase(verbatim: $0) }
        return (parts + [row].compactMap(\.self).map { Phrase("dòng \($0)", "row \($0)") }).joined("; ")
    }
}

extension PointsOrigin {
    /// `giả định`, `quy định`.
    package var basisPhrase: Phrase {
        basis == .assumed ? Phrase("giả định", "assumed") : Phrase("quy định", "decreed")
    }

    /// Where points come from, in one line.
    ///
    /// - Parameter isBrief: leaves out why they are assumed.
    package func phrase(isBrief: Bool) -> Phrase {
        let source = source.phrase
        if basis == .decreed { return Phrase("theo văn bản: \(source)", "decreed: \(source)") }
        let reason = isBrief ? nil : reason.map { Phrase(" \($0)") }
        return Phrase("Điểm tối đa là giả định, không do văn bản quy định; lấy theo: \(source).\(reason)",
                      "The maximum points are assumed, not decreed; taken from: \(source).\(reason)")
    }

    /// Where decreed points come from; nil for assumed ones.
    package var decree: Phrase? { basis == .decreed ? phrase(isBrief: true) : nil }
    /// That points are assumed, and from where; nil for decreed ones.
    package func assumption(isBrief: Bool) -> Phrase? { basis == .assumed ? phrase(isBrief: isBrief) : nil }

    /// Where the points of some criteria come from, when not from where the edition's do.
    package func notice(for codes: [String]) -> Phrase {
        let (named, source) = (CleanText.cut(codes.joined(separator: ", "), at: 80), source.phrase)
        switch basis {
        case .decreed:
            return Phrase("Điểm tối đa của \(named) lấy theo: \(source).",
                          "The maximum points of \(named) are taken from: \(source).")
        case .assumed:
            return Phrase("Điểm tối đa của \(named) là giả định; lấy theo: \(source).",
                          "The maximum points of \(named) are assumed; taken from: \(source).")
        }
    }
}

/// What must be known to read the numbers of a report.
package enum NoticeWords {
    package static let synthetic = Phrase("Số liệu trong báo cáo này là số liệu giả lập, không phải số liệu thật.",
                                          "The figures in this report are synthetic; they are not real.")
    package static let syntheticInShort = Phrase("số liệu giả lập", "synthetic figures")

    package static func assumedInShort(_ document: String) -> Phrase {
        Phrase("điểm tối đa giả định (\(document))", "assumed maxima (\(document))")
    }

    package static func otherPointsInShort(_ document: String) -> Phrase {
        Phrase("có điểm tối đa lấy theo \(document)", "some maxima from \(document)")
    }

    package static func assumptions(_ count: Int) -> Phrase {
        Phrase("Bộ tiêu chí nêu \(count) giả định; xem đầy đủ bằng --format md hoặc --format json.",
               "The criteria set states \(count) assumptions; --format md or --format json shows them.")
    }

    /// That units were left out.
    package static func leftOut(_ codes: [String]) -> Phrase {
        let names = codes.joined(separator: ", ")
        return Phrase(
            "Không chấm \(codes.count) đơn vị vì số liệu có lỗi: \(names).",
            codes.count == 1
                ? "1 unit is not scored because its rows hold errors: \(names)."
                : "\(codes.count) units are not scored because their rows hold errors: \(names).")
    }

    /// What stands in the row of a unit that was left out.
    package static let notScored = Phrase("không chấm vì số liệu có lỗi", "not scored: its rows hold errors")
}
