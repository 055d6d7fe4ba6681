import Documents
import Foundation
import Reporting
import Scoring
import Testing
import Values

@testable import Assessment

/// The place of one unit of the sample as `rank`, `whatif` and `plan` tell it, by other rules than the sample's own: there
/// two communes share the ninth place of thirteen.
struct PlaceReportTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The sample with another rule for places.
    private func assessment(_ ranking: String) throws -> Assessment {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("places-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(at: Self.root.appendingPathComponent("datasets/tuy-phuoc-2024"), to: folder)
        let own = #""ranking": {"ties": "standard", "minimumCoverage": 80, "tieBreakers": []}"#
        let criteria = try String(
            contentsOf: Self.root.appendingPathComponent("criteria/tuy-phuoc/2023-2025.json"), encoding: .utf8)
        try #require(criteria.contains(own))
        try criteria.replacingOccurrences(of: own, with: #""ranking": "# + ranking)
            .write(to: folder.appendingPathComponent("criteria.json"), atomically: true, encoding: .utf8)
        let settings = folder.appendingPathComponent("assessment.json")
        var object = try #require(
            JSONSerialization.jsonObject(with: Data(contentsOf: settings)) as? [String: Any])
        object["criteria"] = "criteria.json"
        object["previous"] = nil
        try JSONSerialization.data(withJSONObject: object).write(to: settings)
        let reading = Assessment.read(folder.path)
        return try #require(reading.assessment, "\(reading.findings)")
    }

    private func object(_ text: String, _ key: String) throws -> [String: Any] {
        let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        return try #require(root[key] as? [String: Any])
    }

    @Test(
        arguments: [
            // Both have 41.89 of 46.25 points; in field 3 Phước An has 10.98 and Diêu Trì 10.49.
            (#"{"ties": "average", "minimumCoverage": 80, "tieBreakers": []}"#, 9.5, 1),
            (#"{"ties": "modified", "minimumCoverage": 80, "tieBreakers": []}"#, 10, 1),
            (#"{"ties": "average", "minimumCoverage": 80, "tieBreakers": ["3"]}"#, 9, 0),
        ] as [(String, Double, Int)])
    func everyReportTellsTheSamePlace(ranking: String, place: Double, tied: Int) throws {
        let assessment = try assessment(ranking)
        let unit = try #require(assessment.position(ofUnit: "phuoc-an"))
        let ranked = try #require(RankReport(assessment, RankOptions()))
        let row = ranked.parts.flatMap(\.rows).first { $0.unit.code == "phuoc-an" }
        #expect(row?.place.map { Double($0.rank.halves) / 2 } == place)
        let whatIf = WhatIfReport(assessment, unit: unit, replays: [], sweep: nil)
        let planner = try Planner(assessment.scores, unit: unit, actions: [])
        let plan = PlanReport(
            assessment, unit: unit, planner: planner, content: .goal(.rank(10), try planner.plan(.rank(10))),
            actions: [], conditions: PlanConditions(), isGenerated: false)
        for now in [try object(whatIf.json(in: .vi), "now"), try object(plan.json(in: .vi), "now")] {
            #expect((now["rank"] as? NSNumber)?.doubleValue == place)
            #expect(now["ranked"] as? Int == 13 && now["tied"] as? Int == tied)
        }
        let text = plan.text(as: .md, in: .vi)
        let expected = place == 9.5 ? "9,5/13 (đồng hạng với 1 đơn vị)" : tied == 0 ? "9/13 |" : "10/13 (đồng hạng"
        #expect(text.contains(expected))
    }

    @Test func pointsThatOnlyABrokenTieMakesEnoughAreTold() throws {
        let assessment = try assessment(#"{"ties": "standard", "minimumCoverage": 80, "tieBreakers": ["3"]}"#)
        let unit = try #require(assessment.position(ofUnit: "phuoc-an"))
        let planner = try Planner(assessment.scores, unit: unit, actions: [])
        func report(_ place: Int) throws -> PlanReport {
            PlanReport(
                assessment, unit: unit, planner: planner, content: .goal(.rank(place), try planner.plan(.rank(place))),
                actions: [], conditions: PlanConditions(), isGenerated: false)
        }
        let goal = try object(report(9).json(in: .vi), "goal")
        #expect(goal["neededPoints"] as? Double == 41.89 && goal["surePoints"] as? Double == 41.9)
        // The last place asks for nothing: no number stands for that.
        let last = try report(13)
        #expect(try object(last.json(in: .vi), "goal")["neededPoints"] is NSNull)
        #expect(last.text(as: .md, in: .en).contains("any points do"))
    }
}
