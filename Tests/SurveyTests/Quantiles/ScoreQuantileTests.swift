import TestSupport
import Testing
import Values

@testable import Survey

/// Quantiles worked out by hand.
@Suite("Quantiles of mean scores")
struct ScoreQuantileTests {
    /// Ten people of one village each. Their levels of two questions, one of them blank at times; scores from 0 to 1 in
    /// eighths or quarters.
    private static let rows = [
        "A,x,1,1,1,1", "A,x,2,1,1,2", "A,x,3,1,2,2", "A,x,4,1,2,3", "A,x,5,1,3,3", "A,x,6,1,3,4", "A,x,7,1,4,4",
        "A,x,8,1,4,5", "A,x,9,1,5,5", "A,x,10,1,,5",
    ]
    private static let design = SurveyOfRows.villages

    private func survey(_ rows: [String] = Self.rows, minimumCount: Int = 0, quantiles: String) -> SurveyOfRows {
        var survey = SurveyOfRows(design: Self.design, rows: rows)
        survey.keys = #""quantiles": \#(quantiles),"#
        survey.minimumCount = minimumCount
        return survey
    }

    /// Scores: 0, 1/8, 2/8, 3/8, 4/8, 5/8, 6/8, 7/8, 1, 1.
    @Test(
        "the least score with at least a share of people at or below it",
        arguments: [
            ("0.05", 0), ("0.1", 0), ("0.11", 0.125), ("0.5", 0.5), ("0.51", 0.625), ("0.8", 0.875), ("0.81", 1),
        ])
    func value(_ share: String, _ expected: Double) throws {
        let quantile = try #require(survey(quantiles: "[\(share)]").analysis().quantiles().first)
        #expect(quantile.value == expected)
        #expect(quantile.people == 10)
    }

    @Test func weightsCount() throws {
        // Half of all weight is on the lowest score.
        let rows = ["A,x,1,3,1,1", "A,x,2,1,3,3", "A,x,3,1,4,4", "A,x,4,1,5,5"]
        let analysis = try survey(rows, quantiles: "[0.5, 0.51, 0.67]").analysis()
        #expect(analysis.quantiles().map(\.value) == [0, 0.5, 0.75])
    }

    /// With all at most the quantile, nothing is known of how far it may be off.
    @Test func theHighestScoreHasNoError() throws {
        let quantile = try #require(survey(quantiles: "[0.9]").analysis().quantiles().first)
        #expect(quantile.value == 1)
        #expect(quantile.status == .cannotBeEstimated(.noVariation))
        #expect(quantile.standardError == nil)
    }

    @Test func whoAreTooFewAreNotShown() throws {
        // Of the median five are at or below, six at or above; of the first decile one is.
        let quantiles = try survey(minimumCount: 5, quantiles: "[0.1, 0.5]").analysis().quantiles()
        #expect(quantiles.map(\.status) == [.suppressed, .estimated])
        #expect(quantiles.map(\.value) == [nil, 0.5])
        let all = try survey(minimumCount: 11, quantiles: "[0.5]").analysis().quantiles()
        #expect(all.map(\.status) == [.suppressed])
    }

    @Test func formsWithoutAnswersHaveNoScore() throws {
        let analysis = try survey(Self.rows + ["A,x,11,1,,"], quantiles: "[0.5]").analysis()
        #expect(analysis.quantiles().map(\.people) == [10])
        #expect(analysis.tally.rowCount == 11)
    }

    @Test func withoutADesignThereIsNoError() throws {
        var survey = survey(quantiles: "[0.5]")
        survey.design = nil
        let quantile = try #require(survey.analysis().quantiles().first)
        #expect(quantile.status == .noDesign)
        #expect(quantile.value == 0.5)
    }

    /// A tally in parts gives what the whole does, read from files or not.
    @Test func talliesAddUp() throws {
        let whole = try survey(quantiles: "[0.25, 0.5]").analysis()
        let parts = try [Self.rows.prefix(4), Self.rows.dropFirst(4)].map { rows in
            try survey(Array(rows), quantiles: "[0.25, 0.5]").analysis().tally
        }
        let read = try parts.map { part in
            try SurveyTally(file: "t.csv", bytes: part.file(), questionnaire: part.questionnaire)
        }
        var merged = read[0]
        try merged.merge(read[1], from: "t.csv")
        let analysis = try SurveyAnalysis(merged, file: "t.csv")
        #expect(analysis.quantiles() == whole.quantiles())
    }

    /// A tally that was made before quantiles were asked for says how to make it again.
    @Test func anUndividedTallyIsRefused() throws {
        let plain = try SurveyOfRows(design: Self.design, rows: Self.rows).analysis().tally
        let asked = try survey(quantiles: "[0.5]").analysis().tally.questionnaire
        let old = SurveyTally(asked, domains: plain.domains)
        #expect(throws: FindingsError.self) { try SurveyAnalysis(old, file: "t.csv") }
    }

    @Test("shares outside 0 to 1 are refused", arguments: ["0", "1", "-0.5", "50"])
    func badShares(_ share: String) {
        #expect(survey(quantiles: "[\(share)]").questionnaire.findings.map(\.code) == ["questionnaire.outOfRange"])
    }
}
