// swift-format-ignore-file
// A text in Vietnamese, and the same in English below it.

package import Assessment
package import Documents
package import Scoring
internal import Values

extension LeafStatus {
    /// `Đã chấm`, with the stable name for data.
    package var words: Value {
        .code("\(self)", phrase)
    }

    /// `Đã chấm`.
    package var phrase: Phrase {
        switch self {
        case .scored: .scored
        case .partlyReported: .partlyReported
        case .notReported: .notReported
        case .awaited: .awaited
        case .notPublished: .notPublished
        case .notApplicable: .notApplicable
        }
    }

    /// What the status does to the points.
    package var effect: Phrase {
        switch self {
        case .scored: Phrase("đã có điểm", "with points")
        case .partlyReported: Phrase("phần còn thiếu tạm tính 0 điểm", "what is missing counts 0 points for now")
        case .notReported:
            Phrase("tạm tính 0 điểm, vẫn nằm trong điểm tối đa", "0 points for now, still in the maximum")
        case .awaited: Phrase("khảo sát chưa có hoặc nhiệm vụ chưa đến hạn, tạm tính 0 điểm, vẫn nằm trong điểm tối đa",
                              "the survey is not in or the task not due; 0 points for now, still in the maximum")
        case .notPublished: Phrase("nơi khảo sát không công bố; không phải 0 điểm, vẫn nằm trong điểm tối đa",
                                   "whoever measures it does not publish it; not 0 points, and still in the maximum")
        case .notApplicable: Phrase("không tính vào điểm và điểm tối đa, trừ khi tiêu chí quy định được điểm tối đa",
                                    "out of points and maximum, unless the criterion gives full points")
        }
    }
}

extension MeasureOutcome.State {
    /// The state in words, with the stable name for data.
    package var words: Value { .code(String("\(self)".prefix { $0 != "(" }), phrase) }

    /// The state in words.
    package var phrase: Phrase {
        switch self {
        case .scored: .scored
        case .notReported: .notReported
        case .lastYearNotReported: Phrase("Chưa có số liệu năm trước để so sánh", "Last year's figure is missing")
        case .awaited: .awaited
        case .notPublished: .notPublished
        case .notApplicable(.level):
            Phrase("Không áp dụng (không phải nhiệm vụ của cấp này)", "Not applicable (no duty of this level)")
        case .notApplicable(.claimed):
            Phrase("Không áp dụng (đơn vị báo không có)", "Not applicable (so the unit says)")
        case .notApplicable(.zeroOverZero): Phrase("Không áp dụng (không phát sinh)", "Not applicable (nothing arose)")
        case .faulty: Phrase("Số liệu có lỗi, không chấm được", "The figures are faulty and cannot be scored")
        }
    }
}

extension NotApplicableReason {
    /// Why a leaf does not apply, and whether it has its maximum all the same.
    ///
    /// - Parameters:
    ///   - levels: the names of the levels that it is scored for.
    ///   - isFull: whether it has full points by the criterion's convention.
    package func phrase(levels: Phrase, isFull: Bool) -> Phrase {
        switch self {
        case .level: Phrase("chỉ chấm \(levels)", "scored for \(levels) only")
        case .claimed where isFull: Phrase("đơn vị không có; được điểm tối đa", "claimed by the unit; full points")
        case .claimed: Phrase("đơn vị không có; không tính", "claimed by the unit; left out")
        case .zeroOverZero where isFull: Phrase("không phát sinh; được điểm tối đa", "nothing arose; full points")
        case .zeroOverZero: Phrase("không phát sinh; không tính", "nothing arose; left out")
        }
    }
}

extension AssessmentSettings.Stage {
    /// `Tự đánh giá`, `Thẩm định`.
    package var phrase: Phrase {
        switch self {
        case .selfAssessment: Phrase("Tự đánh giá", "Self-assessment")
        case .appraisal: Phrase("Thẩm định", "Appraisal")
        }
    }

    /// The heading of the points given at the stage.
    package var givenHeading: Phrase {
        switch self {
        case .selfAssessment: .selfGiven
        case .appraisal: .appraisalGiven
        }
    }
}

extension CriteriaSet {
    /// The names of levels: `cấp huyện, cấp xã`.
    package func names(ofLevels codes: [String]) -> Phrase {
        let names = levels.filter { codes.contains($0.code) }.map { level in
            Phrase(level.name).map { $0.prefix(1).lowercased() + $0.dropFirst() }
        }
        return names.isEmpty ? Phrase(verbatim: codes.joined(separator: ", ")) : names.joined(", ")
    }
}
