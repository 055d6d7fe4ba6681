// swift-format-ignore-file
package import Documents
package import Survey
internal import Values

/// What reports say of replicate weights.
package enum ReplicateWords {
    /// How errors come about: `80 bộ trọng số lặp (JK1)`.
    package static func replicates(_ plan: ReplicatePlan) -> Phrase {
        Phrase("sai số từ \(amount: plan.columns.count) bộ trọng số lặp (\(plan.kind.rawValue))",
               "errors from \(amount: plan.columns.count) sets of replicate weights (\(plan.kind.rawValue))")
    }

    /// Replicates without anybody to estimate from.
    package static func dropped(_ count: Int) -> Phrase {
        Phrase("bỏ \(amount: count) bộ trọng số lặp không có ai trả lời", "\(amount: count) replicates without answers left out")
    }

    package static let inSQL = Phrase("score-cli: survey sql chưa viết được câu lệnh cho phiếu có trọng số lặp (replicates): mỗi bộ trọng số phải được đọc đúng như trình đọc phiếu đọc. Hãy dùng survey tally.",
                                      "score-cli: survey sql writes no statement for a questionnaire with replicate weights (replicates): each has to be read as the reader of forms does. Use survey tally.")
}
