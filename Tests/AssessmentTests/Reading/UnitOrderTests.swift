import Assessment
import Foundation
import Scoring
import TestSupport
import Testing
import Values

/// The order of units and rows affects no score.
@Suite struct UnitOrderTests {
    @Test func anotherOrderGivesTheSameScores() throws {
        let base = "datasets/tuy-phuoc-2024/"
        var files: [String: String] = [:]
        for name in ["units.csv", "metrics.csv", "scores.csv"] {
            var lines = try Repository.text(base + name).split(separator: "\n")
            let heading = lines.removeFirst()
            files[name] = ([heading] + lines.reversed()).joined(separator: "\n") + "\n"
        }
        for name in ["assessment.json", "units.csv", "metrics.csv"] {
            files["../before/" + name] = try Repository.text("datasets/tuy-phuoc-2023/" + name).replacing(
                "../../criteria/tuy-phuoc/2023-2025.json", with: "../criteria.json")
        }
        for name in ["questionnaire.json", "survey-1.csv", "survey-2.csv"] {
            files[name] = try Repository.text(base + name)
        }
        files["../criteria.json"] = try Repository.text("criteria/tuy-phuoc/2023-2025.json")
        files["assessment.json"] = try Repository.text(base + "assessment.json").replacing(
            "../../criteria/tuy-phuoc/2023-2025.json", with: "../criteria.json"
        ).replacing("../tuy-phuoc-2023", with: "../before")
        let reading = try SmallAssessment(files).read()
        let expected = try #require(Repository.sample.assessment)
        let found = try #require(reading.assessment)
        #expect(found.units.map(\.code) == expected.units.map(\.code).reversed())
        for unit in expected.units.map(\.code) {
            #expect(reading.points(unit) == Repository.sample.points(unit), "\(unit)")
        }
        #expect(found.givenScores.count == expected.givenScores.count)
        #expect(reading.findings.count == Repository.sample.findings.count)
    }
}
