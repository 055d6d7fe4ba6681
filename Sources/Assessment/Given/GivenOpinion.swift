public import Scoring
internal import Tables
internal import Values

/// What a stage says about the points of a criterion that others gave, in the row of ``GivenScore`` or in one without
/// points.
public struct GivenOpinion: Hashable, Sendable {
    /// The unit's code.
    public let unit: String
    /// The criterion's code.
    public let criterion: String
    /// The stage that says it.
    public let stage: Stage
    /// What it says.
    public let opinion: LineOpinion
    /// The reason: what is to be explained, for a line that is returned.
    public let reason: String?
    /// Tài liệu kiểm chứng.
    public let evidence: String?
    /// The day, such as `2025-12-01`.
    public let date: String?

    /// Makes an opinion.
    public init(
        unit: String, criterion: String, stage: Stage, opinion: LineOpinion, reason: String? = nil,
        evidence: String? = nil, date: String? = nil
    ) {
        (self.unit, self.criterion, self.stage, self.opinion) = (unit, criterion, stage, opinion)
        (self.reason, self.evidence, self.date) = (reason, evidence, date)
    }
}

/// A word that says what somebody thinks of points that others gave.
package struct OpinionWord: CellWord {
    /// What the words mean; nil where other points are to follow.
    private static let meanings: [([String], LineOpinion?)] = [
        (
            [
                "đồng ý", "nhất trí", "thống nhất", "chấp nhận", "giữ nguyên", "đồng ý với điểm tự chấm", "accepted",
                "accept", "agree", "agreed",
            ], .accepted
        ),
        (
            [
                "trả lại", "yêu cầu giải trình", "đề nghị giải trình", "giải trình thêm", "giải trình bổ sung",
                "yêu cầu bổ sung", "đề nghị bổ sung", "returned", "return", "explanation asked", "explain",
            ], .returned
        ),
        (["không đồng ý", "không nhất trí", "không thống nhất", "điều chỉnh", "changed", "change", "disagree"], nil),
    ]
    private static let known = Dictionary(
        meanings.flatMap { words, opinion in words.map { (VietnameseText.word($0), opinion) } },
        uniquingKeysWith: { first, _ in first })

    package static let words = meanings.compactMap { $0.0.first }

    /// The opinion; nil where the word says that other points are given.
    package let opinion: LineOpinion?

    package init?(word: String) {
        guard let opinion = Self.known[VietnameseText.word(word)] else { return nil }
        self.opinion = opinion
    }
}

extension GivenOpinion {
    /// The word with which tables of a folder say it.
    package static func word(for opinion: LineOpinion, isVietnamese: Bool) -> String {
        switch opinion {
        case .accepted: isVietnamese ? "đồng ý" : "accepted"
        case .returned: isVietnamese ? "trả lại" : "returned"
        }
    }
}
