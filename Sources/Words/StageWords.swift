// swift-format-ignore-file
package import Assessment
package import Documents
package import Scoring
package import Values

extension Stage {
    package var phrase: Phrase { Phrase(name) }

    /// The heading of the points given at the stage.
    package var givenHeading: Phrase {
        switch self {
        case .selfAssessment: Phrase("Tự chấm", "Self-given")
        case .appraisal: Phrase("Thẩm định", "Appraised")
        default: phrase
        }
    }
}

extension AssessmentSettings {
    /// The stages that are asked for points, in their order: `Thẩm định → Tự đánh giá → Tính từ số liệu`.
    package var precedence: Phrase { stages.precedence(at: stage).map { $0.phrase }.joined(" → ") }
}

extension SumAdjustment.Reason {
    /// What stands between parts and their sum: `Chênh lệch do cho điểm cả mục`.
    package var phrase: Phrase {
        switch self {
        case .givenToWhole: StageWords.correction
        case .notAdded: Phrase("Không cộng điểm", "Not added")
        case .roundingOfSum, .capsAndTotal: .adjustment
        }
    }
}

/// Sentences on the stages of an assessment.
package enum StageWords {
    package static let origin = Phrase("Nguồn điểm", "Origin of the points")
    package static let computed = Phrase("Tính từ số liệu", "Computed")
    package static let correction = Phrase("Chênh lệch do cho điểm cả mục", "Given to the whole, beyond the parts")
    /// What becomes of points given to a whole once a figure of one of its parts changes.
    package static func freesWholes(_ wholes: [Phrase]) -> Phrase {
        let list = wholes.joined("; ")
        return Phrase("Đổi số liệu của một tiêu chí thuộc mục đã được cho điểm cả mục (\(list)) thì điểm đã cho không còn áp dụng; mức tăng nêu ở đây đã tính việc đó, mức nào không làm tăng điểm thì không nêu.",
                      "Once a figure below a node with points given to the whole (\(list)) changes, these no longer stand; the gains shown allow for that, and figures that gain nothing are not shown.")
    }

    package static let freed = Phrase("Điểm đã cho không còn áp dụng vì số liệu thay đổi",
                                      "Given points that no longer stand because figures change")
    package static let freedShort = Phrase("Điểm đã cho bị bỏ", "Given points freed")

    /// The stage that is shown, and where its points come from where it gave none.
    package static func shown(_ settings: AssessmentSettings) -> Phrase {
        let earlier = settings.stages.precedence(at: settings.stage).dropFirst().map { $0.phrase }.joined(" → ")
        if earlier.isEmpty { return settings.stage.phrase }
        return Phrase("\(settings.stage.phrase) (tiêu chí nào bước này không cho điểm thì lấy theo thứ tự: \(earlier))",
                      "\(settings.stage.phrase) (where it gave no points, in this order: \(earlier))")
    }

    /// The same in a few words.
    package static func inShort(_ settings: AssessmentSettings) -> Phrase {
        Phrase("điểm theo thứ tự: \(settings.precedence)", "points in this order: \(settings.precedence)")
    }

    /// `2.1.1: 0,50 điểm (Thẩm định)`.
    package static func freed(_ code: String, _ points: FixedDecimal, _ stage: Stage, digits: Int) -> Phrase {
        Phrase("\(code): \(points, digits: digits) điểm (\(stage.phrase))",
               "\(code): \(points, digits: digits) points (\(stage.phrase))")
    }

    /// What a node has by its figures, beside the points given to it.
    package static func given(_ stage: Stage, computed: FixedDecimal?, digits: Int) -> Phrase {
        guard let computed else {
            return Phrase("\(stage.phrase); chưa có điểm tính từ số liệu", "\(stage.phrase); the figures give no points")
        }
        return Phrase("\(stage.phrase); tính từ số liệu: \(computed, digits: digits)",
                      "\(stage.phrase); the figures give \(computed, digits: digits)")
    }

    /// That no reason is needed where an earlier stage's points stand.
    package static func standsFrom(_ stage: Stage) -> Phrase { Phrase(" (\(stage.phrase.lowercased))") }
}
