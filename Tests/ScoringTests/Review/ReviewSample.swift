import Testing
import Values

@testable import Scoring

/// Scores to be reviewed, of an edition with a field for each leaf.
enum ReviewSample {
    /// The positions of the leaves: fields are at the even ones.
    static let (first, second, third, fourth) = (1, 3, 5, 7)

    static func review(
        _ scores: ScoreTable, cohorts: [[Int]]? = nil, appraisal: (before: ScoreTable, after: ScoreTable)? = nil,
        _ thresholds: ReviewThresholds = ReviewThresholds()
    ) -> CriteriaReview {
        let set = scores.criteria.set
        let table = ReviewedScores(
            scores, cohorts: cohorts ?? [Array(scores.units.indices)], nodes: set.criteria.indices.map { $0 },
            appraisal: appraisal)
        return CriteriaReview(set, [table], thresholds)
    }

    /// Ten units, four leaves of ten points, in percent of these:
    ///
    /// 1. 100 for all but the last, which has 50;
    /// 2. 10, 20 … 100;
    /// 3. 1, 4, 9 … 100: another measure of the same order;
    /// 4. 0 for the first five, 100 for the others.
    ///
    /// Totals: 11.1, 12.4, 13.9, 15.6, 17.5, 29.6, 31.9, 34.4, 37.1, 35.
    static func table() throws -> ScoreTable {
        try RankSample.scores(
            maxima: [10, 10, 10, 10],
            (1...10).map { unit -> [FixedDecimal?] in
                [unit == 10 ? 50 : 100, unit * 10, unit * unit, unit > 5 ? 100 : 0].map { FixedDecimal(exactly: $0) }
            })
    }
}
