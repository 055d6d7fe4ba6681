import Documents
import Foundation
import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment
@testable import Reporting

/// Reports of a stage after the self-assessment say what nobody has looked at.
///
/// The district has three lines, of which the appraisal gave points to one: 1.10 with 1 of 1 and 2.1 with 1 of 3 are open.
/// The communes have two lines each of 1.25 and 3 points, 1.10 being the district's: the first has 1.25 points, the second
/// none. Six lines are open, with 2 + 1.25 of 4 + 8.5 points.
@Suite struct OpenLineReportTests {
    private func text(_ stage: String, as format: ReportFormat, in language: Language) throws -> String {
        let assessment = try #require(try Samples.assessment().at(stage: stage))
        return ScoreReport(assessment).text(as: format, in: language)
    }

    private func record(_ stage: String) throws -> [String: Any] {
        let json = try text(stage, as: .json, in: .vi)
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        return try #require(object?["assessment"] as? [String: Any])
    }

    @Test("the self-assessment says nothing of lines")
    func ownStage() throws {
        #expect(try !text("self", as: .table, in: .vi).contains("chưa ai xem xét"))
        #expect(try record("self")["openLines"] == nil)
    }

    @Test("a later stage says how many points nobody has looked at, in words, in rows and in JSON")
    func laterStage() throws {
        let open = try #require(try record("appraisal")["openLines"] as? [String: Any])
        #expect(open["count"] as? Int == 6)
        #expect(open["points"] as? Double == 3.25 && open["maximum"] as? Double == 12.5)
        #expect((open["atNoStage"] as? [String: Any])?["count"] as? Int == 6)
        let vietnamese = try text("appraisal", as: .table, in: .vi)
        #expect(vietnamese.contains("Bước Thẩm định: còn 6 dòng chưa ai xem xét; 3,25 trên 12,50 điểm"))
        #expect(try text("appraisal", as: .table, in: .en).contains("Stage Appraisal: 6 lines are still open"))
        #expect(try text("appraisal", as: .csv, in: .vi).contains("6 dòng chưa ai xem xét"))
    }

    @Test("a table of two stages names agreement and questions, with what is asked")
    func twoStages() throws {
        let assessment = try Samples.assessment(opinions: [
            GivenOpinion(unit: "01", criterion: "1.1", stage: .appraisal, opinion: .accepted),
            GivenOpinion(unit: "02", criterion: "1.1", stage: .appraisal, opinion: .returned, reason: "Thiếu báo cáo"),
        ])
        let report = StageReport(assessment, stages: [.selfAssessment, .appraisal])
        let text = report.text(as: .table, in: .vi)
        #expect(text.contains("Đồng ý") && text.contains("Trả lại, chờ giải trình") && text.contains("Thiếu báo cáo"))
        let object = try JSONSerialization.jsonObject(with: Data(report.text(as: .json, in: .vi).utf8))
        let units = try #require((object as? [String: Any])?["units"] as? [[String: Any]])
        let states = units.map { ($0["criteria"] as? [[String: Any]])?.compactMap { $0["state"] as? String } ?? [] }
        #expect(states == [["changed"], ["accepted"], ["returned"]])
    }
}
