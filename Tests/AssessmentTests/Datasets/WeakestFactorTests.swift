import Foundation
import Survey
import TestSupport
import Testing

@testable import Assessment

/// The factor of a survey on which a unit is weakest, among those that a figure covers.
@Suite struct WeakestFactorTests {
    private static let sample = "datasets/tuy-phuoc-2024/"

    /// The sample with a figure, 8.1.1.a, that covers all four factors of block 1; with a remedy for a factor, or without.
    private static func assessment(hasRemedy: Bool) throws -> (assessment: Assessment, folder: TemporaryFolder) {
        let folder = TemporaryFolder()
        for file in ["units.csv", "metrics.csv", "scores.csv", "actions.csv", "survey-1.csv", "survey-2.csv"] {
            folder.add(try Repository.data(sample + file), file)
        }
        let set = try Repository.text("criteria/tuy-phuoc/2023-2025.json")
        let remedy =
            #""remedies": [{"for": {"factor": "1.2"}, "cause": "c", "check": "c", "do": "d", "who": "w", "time": "t"}], "#
        let measures = try #require(
            set.range(of: #""measures": \[\s*\{\s*"code": "8\.1\.1\.a""#, options: .regularExpression))
        folder.add(
            hasRemedy ? set.replacingCharacters(in: measures, with: remedy + set[measures]) : set, "criteria.json")
        for file in ["questionnaire.json", "assessment.json"] {
            var object = try #require(
                JSONSerialization.jsonObject(with: Repository.data(sample + file)) as? [String: Any])
            if let links = object["metrics"] as? [[String: String]] {
                object["metrics"] = links.map { $0["metric"] == "8.1.1.a" ? ["metric": "8.1.1.a", "part": "1"] : $0 }
            } else {
                object["criteria"] = "criteria.json"
                object["previous"] = nil
            }
            folder.add(try JSONSerialization.data(withJSONObject: object), file)
        }
        return (try #require(Assessment.read(folder.path).assessment), folder)
    }

    /// In the sample each factor is a figure of its own: 1.1 is 8.1.1.a, and so on.
    @Test func itIsTheLowestOfTheSample() throws {
        let sample = try #require(Assessment.read(Repository.path(Self.sample)).assessment)
        let (assessment, _) = try Self.assessment(hasRemedy: true)
        var found: Set<String> = []
        for (position, unit) in assessment.units.enumerated() {
            let figures = ["a", "b", "c", "d"].map { letter in
                sample.survey?.index(of: FigureKey(unit: unit.code, metric: "8.1.1." + letter))?.value
            }
            let weakest = assessment.weakestFactors(ofUnit: position)
            guard let least = figures.compactMap(\.self).min() else {
                #expect(weakest["8.1.1.a"] == nil)
                continue
            }
            let lowest = figures.indices.filter { figures[$0] == least }.map { "1.\($0 + 1)" }
            #expect(weakest["8.1.1.a"] == lowest, "\(unit.code)")
            // A figure of one factor is about that factor.
            #expect(weakest["8.1.1.c"] == ["1.3"])
            found.formUnion(lowest)
        }
        #expect(found.count > 1)
    }

    /// Nothing is computed where nothing would be said.
    @Test func withoutARemedyNothingIsLookedFor() throws {
        let (assessment, _) = try Self.assessment(hasRemedy: false)
        #expect(assessment.units.indices.allSatisfy { assessment.weakestFactors(ofUnit: $0).isEmpty })
    }
}
