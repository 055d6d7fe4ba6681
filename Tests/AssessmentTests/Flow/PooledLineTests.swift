import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment

/// A unit whose figures are those of others: nobody appraises it by itself.
///
/// The district H has the figures of its two communes, of nine lines each.
@Suite struct PooledLineTests {
    private static let units =
        "code;name;level;parent;figures from\nh;Huyện H;district;;children\nxa-1;Xã Một;commune;h;\n"
        + "xa-2;Xã Hai;commune;h;\n"

    private func assessment(_ scores: String = "") throws -> Assessment {
        var files = ["units.csv": Self.units, "metrics.csv": "unit;metric;value\nxa-1;1.1;90\nxa-2;1.1;80\n"]
        files["scores.csv"] = "unit;criterion;stage;points;opinion;reason\n" + scores
        return try #require(try SmallAssessment(files).read().assessment)
    }

    private func counts(_ assessment: Assessment, _ stage: String) throws -> [Int] {
        let position = try #require(assessment.settings.stages.stages.firstIndex { $0.code == stage })
        let progress = AssessmentProgress(assessment, on: try #require(CalendarDay("2025-11-25")))
        return progress.units.map { $0.stages[position].lines.all.count }
    }

    @Test("it has no lines: neither reported nor appraised, and nobody has to accept any")
    func none() throws {
        let assessment = try assessment()
        #expect(try counts(assessment, "self") == [0, 9, 9])
        #expect(try counts(assessment, "appraisal") == [0, 9, 9])
        #expect(assessment.at(stage: "appraisal")?.openLines?.atStage.count == 18)
        #expect(assessment.at(stage: "appraisal")?.openLines?.atNoStage.count == 18)
    }

    @Test("what somebody gave it, or said of it, is a line; at a later stage it is open again")
    func given() throws {
        let assessment = try assessment("h;1.1;appraisal;1;;vì\nh;1.2;appraisal;;trả lại;vì sao\n")
        #expect(try counts(assessment, "appraisal") == [2, 9, 9])
        #expect(assessment.at(stage: "appraisal")?.openLines?.atStage.count == 18)
        // The points of 1.1 stand; what was only returned has none.
        #expect(try counts(assessment, "final") == [1, 9, 9])
        #expect(assessment.at(stage: "final")?.openLines?.atStage.count == 19)
        #expect(assessment.at(stage: "final")?.openLines?.atNoStage.count == 18)
    }

    @Test("the appraisal has nothing to say of it")
    func review() throws {
        let assessment = try assessment("xa-1;1.1;appraisal;;đồng ý;\n")
        let shown = try #require(assessment.at(stage: "appraisal"))
        let review = try #require(AppraisalReview(shown))
        #expect(review.units.map { assessment.units[$0.unit].code } == ["xa-1", "xa-2"])
        // Nor do points by stage say that it was looked at.
        let matrix = StageMatrix(shown)
        #expect(matrix.stages.map(\.code) == ["self", "appraisal"])
        #expect(matrix.sum(of: 0, field: nil, at: 0) != nil && matrix.sum(of: 0, field: nil, at: 1) == nil)
    }
}
